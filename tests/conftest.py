"""What every test may ask for: a database (the embedded server's, or DATABASE_URL's), real commits, a served site, a browser.

`db` (pytest-django) wraps a test in a transaction that is rolled back. The acts refuse DELETE and TRUNCATE, so tests that must
really commit (two connections, a served site) ask for `committed`: a copy of the migrated database, thrown away afterwards.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psutil
import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests import browser

NEEDS_DATABASE = {"db", "transactional_db", "django_db_setup", "committed", "served"}
OURS = re.compile(r"test_zhixing_(\d+)(_copy)?")
os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # Playwright keeps an event loop in the tests' thread

os.environ["ZHIXING_LANG"] = "zh"  # whatever the shell speaks

# How fast a machine is at the moment says nothing of the code: speed is measured in bench/.
hypothesis.settings.register_profile(
    "zhixing", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("zhixing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it asks for, so that `make check` can leave out what needs a database or a browser."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & NEEDS_DATABASE or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)
        if "browser" in asked:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def clock_as_found() -> Iterator[None]:
    """A test may hold the clock at a day; the next one finds it as it was."""
    from django.conf import settings

    found = settings.ZHIXING_TODAY
    yield
    settings.ZHIXING_TODAY = found


@pytest.fixture(autouse=True)
def no_cases_remembered() -> None:
    """The index of open cases that a process keeps is of another test's database."""
    kept = sys.modules.get("zhixing.funds.recognising.open_cases")
    if kept is not None:
        kept.forget()


@pytest.fixture(autouse=True)
def files_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a test keeps in the platform's file storage lies in the test's own folder."""
    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(location=tmp_path / "files"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker: DjangoDbBlocker) -> None:
    """Start the database only now that a test needs it. Each process has its own, named by its number."""
    from django.conf import settings
    from django.db import connection, connections

    from zhixing.cli.postgres import ensure_running
    from zhixing.web.settings import database

    given = "DATABASE_URL" in os.environ
    described = connections.settings["default"]
    described.update(database(ensure_running()))
    described["TEST"]["NAME"] = f"test_zhixing_{os.getpid()}"
    connection.settings_dict.update(described)
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # the slow one is not ours to test
    if not given:
        with django_db_blocker.unblock():
            _drop_left_behind()


def _drop_left_behind() -> None:
    """Drop the databases of test runs that were killed."""
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        for (name,) in cursor.fetchall():
            left = OURS.fullmatch(name)
            if left and not psutil.pid_exists(int(left[1])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The migrated test database. The plugin's own fixture makes none when only `committed` or `served` is asked for."""
    from django.db import connections
    from django.test.utils import setup_databases, teardown_databases

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        _end_sessions(connections["default"].settings_dict["NAME"])
        teardown_databases(made, verbosity=0)


def _end_sessions(name: str) -> None:
    """End what is still connected to that database: a browser's event loop hides the connections made before it from ours."""
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = current_user",
            [name],
        )


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this test's own, migrated and empty, in which commits stay; for all threads, until the test ends."""
    from django.db import connection, connections

    described = connections.settings["default"]
    original, copy = described["NAME"], f"{described['NAME']}_copy"
    with django_db_blocker.unblock():
        connections.close_all()
        _end_sessions(original)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
        described["NAME"] = connection.settings_dict["NAME"] = copy
        yield
        connections.close_all()
        described["NAME"] = connection.settings_dict["NAME"] = original
        # Not WITH (FORCE), which may not end the server's own vacuum and fails; without it the server ends that itself.
        _end_sessions(copy)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{copy}"')


@pytest.fixture
def served(committed: None) -> Iterator[str]:
    """The address of the site, served from this test's own database."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Chromium of the system; without its own sandbox when the superuser runs it, as it demands."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": browser.executable(), "args": [*arguments, "--disable-dev-shm-usage"]}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """As the courts see it."""
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
