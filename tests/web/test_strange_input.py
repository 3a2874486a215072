"""What no form of ours would send: null bytes, figures that are none, texts without end. Each is refused, none breaks a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests import cast
from zhixing.people.models import Officer
from zhixing.record.scope import see

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(db: None) -> Iterator[Client]:
    cast.begin()
    signed_in = Client()
    signed_in.force_login(Officer.objects.get(username="0235.officer1"))
    yield signed_in
    see(())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/cases/?q=%00", 400),
        ("/cases/?court=%00", 400),
        ("/?show=%00", 400),
        ("/cases/?handler=²&page=x&sort=x&state=x", 200),
        ("/cases/?handler=99999999999999999999", 200),
        ("/cases/?q=" + "9" * 500, 200),
        ("/cases/1/?as_of=2017-02-30", 404),
        ("/cases/99999999999999999999/", 404),
        ("/parties/99999999999999999999/", 404),
        ("/notices/99999999999999999999/", 404),
    ],
)
def test_a_strange_address_is_answered(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"name": "钱\x00海"}, 400, "空字符"),
        ({"address": "长" * 201}, 200, "住址太长（共201字）：最多200字"),
        ({"open": "²", "reason": "核对"}, 404, ""),
        ({"open": "9" * 30, "reason": "核对"}, 404, ""),
    ],
)
def test_a_strange_form_is_refused_and_says_why(
    client: Client, sent: dict[str, str], status: int, says: str
) -> None:
    party = cast.parties()[0]
    answer = client.post(f"/parties/{party}/", sent, follow=True)
    assert answer.status_code == status
    assert says in answer.content.decode()


def test_a_null_byte_is_refused_before_anybody_has_signed_in(db: None) -> None:
    assert Client().post("/sign-in/", {"username": "a\x00b", "password": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("amount", "status"),
    [
        ("100.00", 302),
        ("99999999999999999999", 422),
        ("1e9", 422),
        ("9" * 5000, 422),
        ("²", 422),
        ("-1", 422),
    ],
)
def test_an_impossible_amount_is_refused_at_the_form(client: Client, amount: str, status: int) -> None:
    number = cast.assigned()
    applicant, debtor = cast.parties()
    sent = {
        "on": "2017-06-15",
        "title": "4",
        "kind": "money",
        "label": "货款",
        "owed_by": debtor,
        "owed_to": applicant,
        "amount": amount,
        "nature": "principal",
        "sharing": "single",
    }
    assert client.post(f"/cases/{number}/acts/cases.claim_recorded/", sent).status_code == status


@pytest.mark.django_db
def test_a_request_for_a_strange_host_is_refused_and_breaks_nothing() -> None:
    assert Client(SERVER_NAME="elsewhere.example").get("/").status_code == 400
