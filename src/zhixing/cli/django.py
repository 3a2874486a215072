"""Django set up for a command: the database running, the settings named."""

from __future__ import annotations

import os


def setup(*, tables: bool = True) -> None:
    """Make sure the database runs, then set Django up. Called by commands that need either; costs about half a second.

    Trouble where the database has no tables yet, unless the command can do without.
    """
    from zhixing.cli.postgres import ensure_running

    ensure_running()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.web.settings")
    import django

    django.setup()
    if tables:
        _need_tables()


def _need_tables() -> None:
    from django.db import connection

    from zhixing.cli import Trouble

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('record_dossier') IS NOT NULL")
        (there,) = cursor.fetchone()
    if not there:
        raise Trouble("数据库还没有建立结构。请先运行 zhixing manage migrate；make run 会自动运行它。")
