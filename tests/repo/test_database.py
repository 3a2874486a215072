"""The tests' own database: what `db`, `committed` and `served` promise."""

from __future__ import annotations

import http.client
import threading
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone


def add(key: str) -> None:
    """Put one row somewhere harmless."""
    Session.objects.create(session_key=key, session_data="", expire_date=timezone.now())


def count_elsewhere() -> int:
    """How many such rows another connection sees."""
    seen: list[int] = []

    def look() -> None:
        seen.append(Session.objects.count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return seen[0]


def test_a_commit_is_seen_by_another_connection(committed: None) -> None:
    add("one")
    assert count_elsewhere() == 1


def test_a_copy_begins_empty_whatever_was_committed_before(committed: None) -> None:
    assert Session.objects.count() == 0


@pytest.mark.django_db
def test_what_a_test_writes_in_its_transaction_nobody_else_sees() -> None:
    add("two")
    assert count_elsewhere() == 0


def test_the_site_and_its_style_sheet_are_served(served: str) -> None:
    address = urlsplit(served)
    site = http.client.HTTPConnection(address.hostname or "", address.port)
    site.request("GET", "/static/web/zhixing.css")
    answer = site.getresponse()
    assert answer.status == 200
    site.close()


@pytest.mark.django_db
def test_the_application_role_is_bound_by_row_level_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
