"""The door for a WSGI server."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.web.settings")
application = get_wsgi_application()
# What is there now lives as long as the process; a request leaves few cycles, and looking for them takes a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
