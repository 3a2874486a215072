"""Identities are encrypted, found by keyed hash, shown masked; the same person is recognised by identity, never by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from tests import cast
from zhixing.law.identities import IdentityError, IdentityKind
from zhixing.parties.acts import PartyLeft
from zhixing.parties.models import CaseParty, Disclosed, Party, PartyIdentity, PartyKind, PartyVersion
from zhixing.parties.pinyin import initials
from zhixing.parties.protection import decrypt, encrypt
from zhixing.parties.register import (
    NewParty,
    Paper,
    add_account,
    add_phone,
    cases_of_same_person,
    change,
    disclose,
    enter_party,
    namesakes,
    retire,
    same_persons,
)
from zhixing.parties.search import find
from zhixing.people.models import Officer
from zhixing.people.seed import PASSWORD
from zhixing.record import door
from zhixing.record.encryption import Unreadable, check_key
from zhixing.record.models import DossierHead
from zhixing.record.scope import EVERY_COURT, see, seeing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def paper(party: Party) -> PartyIdentity:
    return party.identities.get(paper=IdentityKind.RESIDENT.value)


def person(name: str, number: int, court: str = cast.COURT) -> Party:
    papers = [Paper(IdentityKind.RESIDENT, cast.resident_number(number))]
    return enter_party(
        court, NewParty(name=name, kind=PartyKind.NATURAL, papers=papers, phones=["13800000000"])
    )


def test_an_identity_is_stored_encrypted_and_shown_masked() -> None:
    row = paper(person("钱大海", 5))
    number = cast.resident_number(5)
    assert number.encode() not in bytes(row.cipher)
    assert decrypt(bytes(row.cipher)) == number
    assert row.masked == "*" * 14 + number[14:]
    assert encrypt(number) != encrypt(number)


def test_no_table_keeps_a_number_in_clear() -> None:
    """The whole row of every table of the room, as the database has it, shows neither document nor telephone nor account."""
    party = person("钱大海", 5)
    add_account(party, "6222021234567890128")
    with connection.cursor() as cursor:
        for table in ("parties_party", "parties_identity", "parties_version"):
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
            text = str(cursor.fetchone())
            assert not any(
                number in text for number in (cast.resident_number(5)[:14], "13800000000", "622202")
            )


def test_another_key_reads_nothing_and_says_so(settings: Settings) -> None:
    stored = encrypt("秘密")
    settings.ZHIXING_KEY = "x" * 40
    with pytest.raises(Unreadable, match="ZHIXING_KEY"):
        decrypt(stored)


@pytest.mark.parametrize("key", ["", "短"])
def test_without_a_key_worth_the_name_the_platform_does_not_start(settings: Settings, key: str) -> None:
    settings.ZHIXING_KEY = key
    with pytest.raises(ImproperlyConfigured, match="ZHIXING_KEY"):
        check_key()


def test_altered_bytes_are_not_read() -> None:
    stored = bytearray(encrypt("秘密"))
    stored[-1] ^= 1
    with pytest.raises(Unreadable):
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
    row = paper(person("钱大海", 5))
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
    change(party, {"address": "新城路 8 号"}, cast.who("officer1"))
    assert PartyVersion.objects.count() == 1


def test_an_account_is_kept_like_an_identity_but_makes_nobody_the_same_person() -> None:
    one, other = person("钱大海", 5), person("孙小溪", 6)
    for each in (one, other):
        assert add_account(each, "6222021234567890128").masked == "尾号0128"
    assert not same_persons(one).exists()
    assert PartyIdentity.objects.filter(paper="收款账户").count() == 2


def test_a_known_party_gains_what_is_new_and_keeps_where_they_lived() -> None:
    first = person("钱大海", 5)
    papers = [
        Paper(IdentityKind.RESIDENT, cast.resident_number(5)),
        Paper(IdentityKind.PASSPORT, "E12345678"),
    ]
    told = NewParty(
        name="钱 大海", kind=PartyKind.NATURAL, papers=papers, phones=["023-5812 3456"], address="北山路 1 号"
    )
    again = enter_party(cast.COURT, told, cast.who("filing"))
    assert again == first
    assert sorted(row.paper for row in again.identities.all()) == ["居民身份证", "护照", "电话", "电话"]
    assert (again.address, PartyVersion.objects.get().before) == ("北山路 1 号", {"address": ""})


def test_a_number_that_stands_under_another_name_is_not_taken_for_the_same_person() -> None:
    person("钱大海", 5)
    other = NewParty(
        name="钱小海",
        kind=PartyKind.NATURAL,
        papers=[Paper(IdentityKind.RESIDENT, cast.resident_number(5))],
    )
    with pytest.raises(IdentityError, match="钱大海"):
        enter_party(cast.COURT, other, cast.who("filing"))
    for stranger in (None, cast.who("filing", cast.OTHER_COURT)):
        with pytest.raises(door.Refused) as caught:
            enter_party(cast.COURT, other, stranger)
        assert "钱大海" not in str(caught.value)
        (refusal,) = caught.value.refusals
        assert "已登记在他人名下" in str(refusal.facts)
        assert "当事人页面更改姓名" in str(refusal.way_out)
    assert Party.objects.filter(name="钱小海").count() == 0


def test_on_the_filing_page_a_number_of_another_stands_beside_its_field_and_takes_nothing_in() -> None:
    person("钱大海", 5)
    clerk = cast.who("filing")
    client = Client()
    client.force_login(Officer.objects.get(pk=clerk.id))
    sent = {
        "step": "confirm",
        "text": "判决如下",
        "cause": "民间借贷纠纷",
        "kind": "judgment",
        "issuer": "重庆市云阳县人民法院",
        "number": "（2016）渝0235民初4321号",
        "received_on": "2017-06-15",
        "effective_on": "2017-01-10",
        "parties.0.name": "李大山",
        "parties.0.role": "applicant",
        "parties.0.kind": "natural",
        "parties.3.name": "钱小海",
        "parties.3.role": "debtor",
        "parties.3.kind": "natural",
        "parties.3.paper": IdentityKind.RESIDENT.value,
        "parties.3.number": cast.resident_number(5),
    }
    answer = client.post("/cases/new/", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "钱小海：此证件号码已登记在他人名下（钱大海）" in text
    assert re.search(r'id="f-parties-3-number"[^>]*aria-invalid="true"', text)
    see(EVERY_COURT)
    assert Party.objects.filter(name__in=("李大山", "钱小海")).count() == 0
    assert DossierHead.objects.count() == 0


def test_papers_of_two_persons_make_nobody() -> None:
    person("钱大海", 5)
    person("孙小溪", 6)
    papers = [Paper(IdentityKind.RESIDENT, cast.resident_number(number)) for number in (5, 6)]
    with pytest.raises(IdentityError, match="不同的人"):
        enter_party(cast.COURT, NewParty(name="钱大海", kind=PartyKind.NATURAL, papers=papers))


def test_other_papers_are_unique_within_their_issuer_alone_and_identify_nobody() -> None:
    made = [
        enter_party(
            cast.COURT,
            NewParty(name="甲", kind=PartyKind.NATURAL, papers=[Paper(IdentityKind.OTHER, "第 1 号")]),
        )
        for _ in range(2)
    ]
    assert made[0] != made[1]
    assert not same_persons(made[0]).exists()


@pytest.mark.parametrize(
    "text", ["13800000000", "+86 138-0000-0000", "6222 0212 3456 7890 128", "509999198501010025"]
)
def test_a_case_is_found_by_telephone_account_and_number_in_any_writing(text: str) -> None:
    number = cast.filed()
    debtor = Party.objects.get(pk=cast.parties()[1])
    add_phone(debtor, "13800000000")
    add_account(debtor, "6222021234567890128")
    wanted = cast.resident_number(2) if text.startswith("5099") else text
    assert [part.dossier_id for part in find(wanted)] == [number]


def test_a_telephone_no_longer_used_stays_in_the_history() -> None:
    party = person("钱大海", 5)
    row = party.identities.get(paper="电话")
    retire(row, cast.who("officer1"))
    assert PartyVersion.objects.get().before == {"电话": "*******0000"}
    assert add_phone(party, "13800000000").pk != row.pk


def test_who_has_left_the_case_is_still_found_in_it_but_not_as_taking_part() -> None:
    number = cast.filed()
    door.enter(number, PartyLeft(party=cast.parties()[1], reason="死亡"), cast.who("filing"), on=cast.FILED)
    parts = CaseParty.objects.filter(dossier_id=number).order_by("pk")
    assert [(part.role, part.current) for part in parts] == [("applicant", True), ("debtor", False)]
    assert [part.dossier_id for part in find("赵小川")] == [number]


@pytest.mark.parametrize(
    ("name", "person", "letters"),
    [
        ("单晓", True, "sx"),
        ("曾国强", True, "zgq"),
        ("张伟", True, "zw"),
        ("尉迟恭", True, "ycg"),
        ("解放碑百货公司", False, "jfbbhgs"),
    ],
)
def test_surnames_are_read_as_surnames_in_the_names_of_persons(name: str, person: bool, letters: str) -> None:
    assert initials(name, person=person) == letters


def test_the_page_changes_adds_retires_and_says_what_is_wrong() -> None:
    party = person("钱大海", 5)
    client = Client()
    client.post("/sign-in/", {"username": "0235.officer1", "password": PASSWORD})
    page = f"/parties/{party.pk}/"
    assert "应为11位手机号码" in client.post(page, {"phone": "12"}, follow=True).content.decode()
    assert "不能空白" in client.post(page, {"name": ""}, follow=True).content.decode()
    text = client.post(page, {"name": "钱海", "phone": "13900000001"}, follow=True).content.decode()
    assert "姓名或名称 钱大海" in text
    see(EVERY_COURT)
    row = party.identities.get(masked="*******0001")
    assert "已停用" in client.post(page, {"retire": row.pk}, follow=True).content.decode()
    assert client.post(page, {"retire": "甲"}).status_code == 404
