"""How often one may search, export, upload and ask: the clock held, two processes alike, and when to try again."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from pytest_django.fixtures import Settings

from tests.cast import COURT, TODAY, assigned, begin, who
from zhixing.api.tokens import make
from zhixing.people import limits
from zhixing.people.limits import EXPORT, LARGE, SEARCH, UPLOAD, Limit, wait_for, wait_for_lease
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.record import clock

HELD = datetime(2026, 5, 4, 2, 0, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, and this process holds no allowance of earlier tests."""
    monkeypatch.setattr(limits, "_leased", {})
    at(monkeypatch, HELD)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Put the clock at a moment."""
    monkeypatch.setattr(clock, "real_now", lambda: moment)


def officer() -> Client:
    """officer1 at a browser."""
    begin()
    client = Client()
    client.force_login(Officer.objects.get(username="0235.officer1"))
    return client


@pytest.mark.django_db
def test_so_many_a_minute_then_one_each_time_its_share_of_the_minute_has_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [wait_for("a", 6) for _ in range(7)] == [0] * 6 + [10]
    assert wait_for("b", 6) == 0
    at(monkeypatch, HELD + timedelta(seconds=9, milliseconds=500))
    assert wait_for("a", 6) == 1
    at(monkeypatch, HELD + timedelta(seconds=10))
    assert [wait_for("a", 6), wait_for("a", 6)] == [0, 10]
    at(monkeypatch, HELD + timedelta(hours=1))
    assert [wait_for("a", 6) for _ in range(7)] == [0] * 6 + [10]


def test_connections_at_once_take_no_more_than_there_is(committed: None) -> None:
    found: list[int] = []

    def take() -> None:
        found.extend(wait_for("a", 6) for _ in range(5))
        connections.close_all()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found.count(0) == 6


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("limit", "path"), [(SEARCH, "/search/?q=x"), (EXPORT, "/powers.csv")], ids=lambda each: str(each)[:12]
)
def test_a_page_asked_for_too_often_says_when_to_come_again(limit: Limit, path: str) -> None:
    client = officer()
    assert {client.get(path).status_code for _ in range(limit.times)} == {200}
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, str(60 // limit.times or 1))
    assert "秒后再试" in answer.content.decode()
    assert client.get("/cases/").status_code == 200


@pytest.mark.django_db
def test_large_forms_count_as_uploads_and_small_ones_do_not() -> None:
    client = officer()
    path = f"/cases/{assigned()}/acts/cases.clues_asked/"
    for _ in range(UPLOAD.times):
        assert client.post(path, {"file": SimpleUploadedFile("a.txt", b"x" * LARGE)}).status_code == 422
    assert client.post(path, {"on": "?"}).status_code == 422
    assert client.post(path, {"file": SimpleUploadedFile("a.txt", b"x" * LARGE)}).status_code == 429


@pytest.mark.django_db
def test_a_token_that_asks_too_often_is_told_when_to_ask_again(settings: Settings) -> None:
    begin()
    settings.API_RATE = 5
    director = Officer.objects.get(pk=who("director").id)
    powers = powers_by_court(director, TODAY)[COURT]
    _, text = make(director, "对接", powers=powers, courts=[COURT], expires_on=date(2017, 12, 31))
    headers = {"Authorization": f"Bearer {text}"}
    answers = [Client().get("/api/v1/token", headers=headers) for _ in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [429]
    assert answers[-1].headers["Retry-After"] == "12"
    assert answers[-1].headers["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
def test_what_a_process_took_at_once_is_counted_down_and_lapses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [wait_for_lease("t", 1000) for _ in range(1001)].count(0) == 1000
    assert wait_for_lease("free", 0) == 0
    at(monkeypatch, HELD + timedelta(minutes=2))
    assert wait_for_lease("t", 1000) == 0
