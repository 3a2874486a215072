"""The door for a WSGI server."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.web.settings")
application = get_wsgi_application()


def read_in() -> None:
    """Read in now what the first request would else wait for: addresses with their pages, acts, read models, facts."""
    from zhixing.record.catalogue import installed
    from zhixing.record.facts import installed_loaders
    from zhixing.record.read_model import installed_read_models

    _ = get_resolver().url_patterns, installed(), installed_loaders(), installed_read_models()


read_in()
# What is there now lives as long as the process; a request leaves few cycles, and looking for them takes a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
