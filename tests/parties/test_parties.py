"""Identities are encrypted, found by keyed hash, shown masked; the same person is recognised by identity, never by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.exceptions import InvalidTag
from django.test import Client

from tests import cast
from zhixing.law.identities import IdentityError, IdentityKind
from zhixing.parties.models import Disclosed, Party, PartyIdentity, PartyKind, PartyVersion
from zhixing.parties.protection import decrypt, encrypt
from zhixing.parties.register import (
    NewParty,
    Paper,
    add_account,
    cases_of_same_person,
    change,
    disclose,
    enter_party,
    initials,
    namesakes,
    same_persons,
)
from zhixing.parties.search import find
from zhixing.people.seed import PASSWORD
from zhixing.record.scope import EVERY_COURT, see, seeing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def person(name: str, number: int, court: str = cast.COURT) -> Party:
    papers = [Paper(IdentityKind.RESIDENT, cast.resident_number(number))]
    return enter_party(
        court, NewParty(name=name, kind=PartyKind.NATURAL, papers=papers, phones=["13800000000"])
    )


def test_an_identity_is_stored_encrypted_and_shown_masked() -> None:
    row = person("钱大海", 5).identities.get()
    number = cast.resident_number(5)
    assert number.encode() not in bytes(row.cipher)
    assert decrypt(bytes(row.cipher)) == number
    assert row.masked == f"{number[:10]}****{number[14:]}"
    assert encrypt(number) != encrypt(number)


def test_altered_bytes_are_not_read() -> None:
    stored = bytearray(encrypt("秘密"))
    stored[-1] ^= 1
    with pytest.raises(InvalidTag):
        decrypt(bytes(stored))


def test_the_same_identity_in_any_writing_is_the_same_party_of_a_court() -> None:
    first = person("钱大海", 5)
    wide = cast.resident_number(5).translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    papers = [Paper(IdentityKind.RESIDENT, f" {wide} ")]
    assert enter_party(cast.COURT, NewParty(name="钱大海", kind=PartyKind.NATURAL, papers=papers)) == first


def test_the_same_debtor_is_recognised_across_cases_and_courts_but_a_namesake_is_not() -> None:
    one, other = cast.filed(), cast.filed(cast.OTHER_COURT)
    _, debtor = cast.parties()
    party = Party.objects.get(pk=debtor)
    stranger = person(party.name, 9)
    assert [each.court for each in same_persons(party)] == [cast.OTHER_COURT]
    assert list(namesakes(party)) == [stranger]
    assert {part.dossier_id for part in cases_of_same_person(party)} == {one, other}
    with seeing([cast.COURT]):
        assert {part.dossier_id for part in cases_of_same_person(party)} == {one}


@pytest.mark.parametrize("text", ["赵小川", "小川", "zxc", "ZXC"])
def test_a_party_is_found_by_name_or_initials(text: str) -> None:
    number = cast.filed()
    assert [part.dossier_id for part in find(text)] == [number]


def test_a_party_is_found_by_the_full_number_and_not_by_a_part_of_it() -> None:
    number = cast.filed()
    assert [part.dossier_id for part in find(cast.resident_number(2))] == [number]
    assert not find(cast.resident_number(2)[:14]).exists()
    assert not find("").exists()


def test_a_malformed_number_is_refused_with_a_way_to_mend_it() -> None:
    with pytest.raises(IdentityError):
        enter_party(
            cast.COURT,
            NewParty(
                name="甲", kind=PartyKind.NATURAL, papers=[Paper(IdentityKind.RESIDENT, "509999198501010019")]
            ),
        )
    assert not Party.objects.exists()


def test_a_full_number_is_shown_only_for_a_reason_and_that_is_logged() -> None:
    row = person("钱大海", 5).identities.get()
    assert disclose(row, cast.who("officer1"), "核对身份") == cast.resident_number(5)
    assert Disclosed.objects.get().reason == "核对身份"
    client = Client()
    client.post("/sign-in/", {"username": "0235.officer1", "password": PASSWORD})
    page = f"/parties/{row.party_id}/"
    assert cast.resident_number(5) not in client.post(page, {"open": row.pk, "reason": ""}).content.decode()
    assert cast.resident_number(5) in client.post(page, {"open": row.pk, "reason": "送达"}).content.decode()
    see(EVERY_COURT)
    assert Disclosed.objects.count() == 2


def test_a_change_keeps_what_was_said_before() -> None:
    party = person("钱大海", 5)
    change(party, {"address": "新城路 8 号"}, cast.who("officer1"))
    assert Party.objects.get(pk=party.pk).address == "新城路 8 号"
    assert PartyVersion.objects.get().before == {"address": ""}


def test_an_account_is_kept_like_an_identity_but_makes_nobody_the_same_person() -> None:
    one, other = person("钱大海", 5), person("孙小溪", 6)
    for each in (one, other):
        assert add_account(each, "6222021234567890128").masked == "尾号0128"
    assert not same_persons(one).exists()
    assert PartyIdentity.objects.filter(paper="收款账户").count() == 2


@pytest.mark.parametrize(("name", "letters"), [("单晓", "sx"), ("曾国强", "zgq"), ("张伟", "zw")])
def test_surnames_are_read_as_surnames(name: str, letters: str) -> None:
    assert initials(name) == letters
