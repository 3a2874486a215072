"""Django set up for a command: the database running, the settings named."""

from __future__ import annotations

import os


def setup() -> None:
    """Make sure the database runs, then set Django up. Called by commands that need either; costs about half a second."""
    from zhixing.cli.postgres import ensure_running

    ensure_running()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.web.settings")
    import django

    django.setup()
