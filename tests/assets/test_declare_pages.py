"""The public pages of the property report: what they let in, keep, take and never tell."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from tests.assets.test_report_access import NUMBER, ordered, the_code
from tests.cast import TODAY, resident_number, who
from zhixing.assets.acts.declaration import PropertyDeclared, ReportAccessIssued
from zhixing.assets.models import DeclarationDraft, ReportAccessRow, ReportRow
from zhixing.record import door
from zhixing.record.dossier import Dossier
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.sealed import token

WHOLE = {
    "funds.0.kind": "bank_deposit",
    "funds.0.name": "农业银行存款",
    "funds.0.identifier": "6228 4800 1234 5678",
    "funds.0.value": "3000",
    "nothing": ["immovables", "movables", "rights", "others"],
    "no_changes": "on",
}


def opened(dossier: Dossier) -> Client:
    """A browser in which the debtor has shown number and code."""
    client = Client()
    answer = client.post("/declare/", {"number": NUMBER, "code": the_code(dossier)})
    assert (answer.status_code, answer["Location"]) == (302, "/declare/form/")
    return client


@pytest.mark.django_db
def test_what_is_handed_in_is_entered_by_the_debtor_and_the_code_is_used_up() -> None:
    dossier = ordered()
    code, client = the_code(dossier), opened(dossier)
    answer = client.post("/declare/form/", {**WHOLE, "hand-in": "1"})
    assert answer["Location"] == "/declare/receipt/"
    see(EVERY_COURT)
    (entry,) = door.read(dossier.id).of(PropertyDeclared)
    assert (entry.by.kind, entry.by.id, entry.by.name) == ("party", entry.act.debtor, "被执行人")
    assert entry.act.funds[0].identifier == token("6228480012345678")
    receipt = client.get("/declare/receipt/").content.decode()
    assert f"{dossier.id}-{entry.seq}" in receipt
    assert not ReportAccessRow.objects.exists() and not DeclarationDraft.objects.exists()
    assert client.get("/declare/form/")["Location"] == "/declare/"
    again = Client().post("/declare/", {"number": NUMBER, "code": code})
    assert again.status_code == 422


@pytest.mark.django_db
def test_a_draft_is_kept_encrypted_and_comes_back_with_mistakes_told() -> None:
    dossier = ordered()
    client = opened(dossier)
    client.post("/declare/form/", {**WHOLE, "save": "1"})
    see(EVERY_COURT)
    (draft,) = DeclarationDraft.objects.all()
    assert b"6228" not in bytes(draft.cipher) and "农业".encode() not in bytes(draft.cipher)
    assert "农业银行存款" in opened(dossier).get("/declare/form/").content.decode()
    lacking = {**WHOLE, "nothing": ["immovables"], "hand-in": "1"}
    answer = client.post("/declare/form/", lacking)
    assert answer.status_code == 422 and "没有填写，也没有确认没有" in answer.content.decode()
    see(EVERY_COURT)
    assert not door.read(dossier.id).of(PropertyDeclared)


@pytest.mark.django_db
def test_a_wrong_code_a_wrong_number_and_nothing_at_all_are_answered_alike() -> None:
    dossier = ordered()
    code = the_code(dossier)
    told = [
        Client().post("/declare/", sent)
        for sent in (
            {"number": resident_number(9), "code": code},
            {"number": NUMBER, "code": "0000-0000-0000"},
            {"number": "", "code": ""},
        )
    ]
    assert {each.status_code for each in told} == {422}
    bodies = {each.content.decode().split("<main")[1].split("<form")[0] for each in told}
    assert len(bodies) == 1


@pytest.mark.django_db
def test_guessing_is_answered_with_how_long_to_wait() -> None:
    dossier = ordered()
    sent = {"number": resident_number(9), "code": the_code(dossier)}
    answers = [Client().post("/declare/", sent) for _ in range(6)]
    assert answers[-1].status_code == 429 and int(answers[-1]["Retry-After"]) > 0


@pytest.mark.django_db
def test_a_session_ends_when_its_code_is_replaced_or_its_day_has_passed() -> None:
    dossier = ordered()
    client = opened(dossier)
    see(EVERY_COURT)
    (row,) = ReportAccessRow.objects.all()
    settings.ZHIXING_TODAY = (row.until + timedelta(days=1)).isoformat()
    assert client.get("/declare/form/")["Location"] == "/declare/"
    settings.ZHIXING_TODAY = TODAY.isoformat()
    assert client.get("/declare/form/").status_code == 200
    see(EVERY_COURT)
    again = ReportAccessIssued(order=row.order, debtor=row.party, until=row.until)
    door.enter(dossier.id, again, who("officer1"), on=TODAY)
    assert client.post("/declare/form/", {**WHOLE, "hand-in": "1"})["Location"] == "/declare/"


@pytest.mark.django_db
def test_the_debtor_names_neither_another_party_nor_another_order_nor_a_way_into_the_platform() -> None:
    dossier = ordered()
    client = opened(dossier)
    sent = {**WHOLE, "debtor": "1", "order": "1", "means": "paper", "access": "1", "hand-in": "1"}
    assert client.post("/declare/form/", sent)["Location"] == "/declare/receipt/"
    see(EVERY_COURT)
    (entry,) = door.read(dossier.id).of(PropertyDeclared)
    (row,) = ReportRow.objects.all()
    assert (entry.act.debtor, entry.act.order, entry.act.means.value) == (row.debtor, 12, "online")
    for address in (f"/cases/{dossier.id}/", "/reports/", "/cases/", f"/parties/{row.debtor}/"):
        assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.django_db
def test_an_idle_session_ends_after_an_hour() -> None:
    dossier = ordered()
    client = opened(dossier)
    session = client.session
    session["report-opened"] = {**session["report-opened"], "at": "2017-01-01T00:00:00+08:00"}
    session.save()
    assert client.get("/declare/form/")["Location"] == "/declare/"
