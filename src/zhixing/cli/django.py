"""Django set up for a command: the database running, the settings named."""

from __future__ import annotations

import gc
import os


def setup(*, tables: bool = True) -> None:
    """Make sure the database runs, then set Django up. Called by commands that need either; costs about half a second.

    Trouble where its tables are missing or not those of this version, unless the command can do without.
    """
    from zhixing.cli.postgres import ensure_running

    ensure_running()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.web.settings")
    import django

    gc.disable()  # what is read in stays: to look through it for cycles again and again takes a tenth of a second
    django.setup()
    gc.enable()
    if tables:
        _need_tables()


def _need_tables() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from zhixing.cli import Trouble

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Trouble(
            "数据库的结构还没有建立，或不是最新。请先运行 zhixing manage migrate；make run 会自动运行它。"
        )
