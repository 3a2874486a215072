"""Finding people by a number on pages asks the power that the API asks, and is logged as a look."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import assigned, begin, resident_number
from zhixing.parties.models import CaseParty
from zhixing.people.models import Officer
from zhixing.record.models import Look
from zhixing.record.scope import EVERY_COURT, see

NUMBER = resident_number(2)


@pytest.fixture
def debtor(db: None) -> CaseParty:
    """The debtor of a case in hand."""
    begin()
    case = assigned()
    return CaseParty.objects.select_related("party").get(dossier_id=case, role="debtor")


def at_browser(seat: str) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=f"0235.{seat}"))
    return client


@pytest.mark.parametrize(
    ("seat", "finds"),
    [
        ("filing", True),
        ("officer1", True),
        ("judge", True),
        ("clerk", True),
        ("director", False),
        ("president", False),
        ("accountant", False),
        ("inspector", False),
    ],
)
def test_who_holds_no_such_power_finds_nobody_by_number_in_search_or_list(
    debtor: CaseParty, seat: str, finds: bool
) -> None:
    client = at_browser(seat)
    found = client.get("/search/", {"q": NUMBER}).content.decode()
    assert (f"/parties/{debtor.party_id}/" in found) is finds
    assert ("您没有这些职权" in found) is not finds
    listed = client.get("/cases/", {"q": NUMBER}).content.decode()
    assert (f"/cases/{debtor.dossier_id}/" in listed) is finds
    see(EVERY_COURT)
    assert Look.objects.filter(page="按证件号码查找").exists() is finds


def test_by_name_everyone_finds_and_nothing_is_logged(debtor: CaseParty) -> None:
    found = at_browser("director").get("/search/", {"q": debtor.party.name}).content.decode()
    assert f"/parties/{debtor.party_id}/" in found
    see(EVERY_COURT)
    assert not Look.objects.filter(page="按证件号码查找").exists()
