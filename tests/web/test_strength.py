"""What coerces or pays wants a second factor shown within the quarter of an hour: at the form, at the approval, by token."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from django.conf import settings
from django.test import Client

from tests.cast import COURT, TODAY, assigned, begin, who
from tests.people.factor import make_strong
from zhixing.api.models import Token
from zhixing.api.tokens import make
from zhixing.cases.acts.assignment import Reassigned
from zhixing.people.models import Officer
from zhixing.people.powers import actor, powers_by_court
from zhixing.people.strength import exempt
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.catalogue import Catalogue, installed
from zhixing.record.dossier import Actor
from zhixing.record.permission import strength_refusals
from zhixing.record.scope import EVERY_COURT, see
from zhixing.web.act_fields import submission

TABLE = tomllib.loads((Path(__file__).parent / "coercing.toml").read_text())
SAMPLES = Path(__file__).parent.parent / "record" / "stored"
REFUSED = "没有以双因素验证身份"


def weak(seat: str) -> Actor:
    """An officer whose second factor was not shown, or too long ago."""
    return actor(Officer.objects.get(pk=who(seat).id), COURT, TODAY)


def signed_in(seat: str) -> Client:
    """A browser in which the officer in that seat is signed in, with the password alone."""
    client = Client()
    client.force_login(Officer.objects.get(pk=who(seat).id))
    return client


@pytest.fixture
def case(db: None) -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def test_each_act_is_placed_among_those_that_coerce_or_those_that_do_not() -> None:
    marked = {rule.tag for rule in installed() if rule.coerces}
    assert marked == set(TABLE["coerces"])
    assert {rule.tag for rule in installed()} - marked == set(TABLE["does_not"])


@pytest.mark.django_db
@pytest.mark.parametrize("tag", TABLE["coerces"])
def test_the_door_refuses_a_weak_officer_each_coercing_act_and_lets_a_strong_one_and_the_system_pass(
    tag: str,
) -> None:
    begin()
    rule = next(rule for rule in installed() if rule.tag == tag)
    assert [each.guard for each in strength_refusals(rule, weak("judge"))] == ["strong-sign-in"]
    assert not strength_refusals(rule, who("judge"))
    assert not strength_refusals(rule, Actor(kind="system", id=0, name="系统"))


def sample(tag: str) -> Act:
    """The stored sample of that act."""
    return installed().act((SAMPLES / f"{tag}.json").read_bytes())


@pytest.mark.parametrize("tag", TABLE["coerces"])
def test_each_coercing_act_posted_without_a_fresh_second_factor_is_refused(case: int, tag: str) -> None:
    act, head = sample(tag), door.read(case).head
    seat = "judge"
    client, path = signed_in(seat), f"/cases/{case}/acts/{tag}/"
    form = {"on": TODAY.isoformat(), **submission(act)}
    assert "先验证身份" in client.get(path).content.decode()
    answer = client.post(path, form)
    assert (answer.status_code, REFUSED in answer.content.decode()) == (422, True)
    make_strong(client)
    assert REFUSED not in client.post(path, form).content.decode()
    see(EVERY_COURT)
    assert door.read(case).head == head  # other guards stand against the sample


@pytest.mark.parametrize("tag", TABLE["coerces"])
def test_each_coercing_act_sent_with_a_token_not_made_for_it_is_refused(case: int, tag: str) -> None:
    rule = installed().rule(type(sample(tag)))
    told = {"on": TODAY} | (
        {"act": msgspec.to_builtins(sample(tag))}
        if rule.approved_by
        else {"acts": [msgspec.to_builtins(sample(tag))]}
    )
    path = f"/api/v1/cases/{case}/{'proposals' if rule.approved_by else 'entries'}"
    found = {}
    for coerces in (False, True):
        officer = Officer.objects.get(pk=who("judge").id)
        powers = powers_by_court(officer, TODAY)[COURT]
        until = date(2017, 12, 31)
        _, text = make(officer, "对接", powers=powers, courts=[COURT], expires_on=until, coerces=coerces)
        answer = Client().post(
            path,
            msgspec.json.encode(told),
            content_type="application/json",
            headers={"Authorization": f"Bearer {text}"},
        )
        guards = [each["guard"] for each in answer.json()["refusals"]]
        found[coerces] = (answer.status_code, "strong-sign-in" in guards)
    assert found == {False: (409, True), True: (409, False)}


def test_a_coercing_act_is_neither_approved_nor_corrected_by_a_weak_officer(
    case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_if = replace(installed().rule(Reassigned), coerces=True)
    original = Catalogue.rule
    monkeypatch.setattr(
        Catalogue, "rule", lambda self, kind: as_if if kind is Reassigned else original(self, kind)
    )
    act = Reassigned(officer=who("officer2").id, reason="工作调整")
    with pytest.raises(door.Refused, match="双因素"):
        door.propose(case, door.Step(act=act, by=weak("officer1"), on=TODAY))
    proposed = door.propose(case, door.Step(act=act, by=who("officer1"), on=TODAY))
    with pytest.raises(door.Refused, match="双因素"):
        door.approve(case, proposed.seq, weak("director"), on=TODAY)
    entry = door.approve(case, proposed.seq, who("director"), on=TODAY)
    assert entry.approved_by is not None and entry.approved_by.strong
    mended = msgspec.Raw(msgspec.json.encode(msgspec.structs.replace(act, reason="轮岗")))
    correction = Corrected(entry=entry.seq, reason="理由写错", act=mended, on=None)
    with pytest.raises(door.Refused, match="更正强制或付款"):
        door.propose(case, door.Step(act=correction, by=weak("officer2"), on=TODAY))
    proposed = door.propose(case, door.Step(act=correction, by=who("officer2"), on=TODAY))
    with pytest.raises(door.Refused, match="更正强制或付款"):
        door.approve(case, proposed.seq, weak("director"), on=TODAY)


def test_a_token_that_coerces_is_made_only_after_a_fresh_second_factor(case: int) -> None:
    client = signed_in("judge")
    powers = powers_by_court(Officer.objects.get(pk=who("judge").id), TODAY)[COURT]
    form = {
        "name": "对接", "power": [each.value for each in powers], "court": [COURT],
        "expires_on": "2017-12-31", "coerces": "on",
    }  # fmt: skip
    client.post("/account/tokens/", form)
    assert not Token.objects.exists()
    make_strong(client)
    client.post("/account/tokens/", form)
    assert Token.objects.get().coerces


def test_only_invented_officers_on_the_held_day_of_the_demonstration_need_no_second_factor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    invented, real = Officer(invented=True), Officer()
    assert not exempt(invented)
    monkeypatch.setattr(settings, "ZHIXING_DEMONSTRATION", True)
    monkeypatch.setattr(settings, "ZHIXING_TODAY", "")
    assert not exempt(invented)
    monkeypatch.setattr(settings, "ZHIXING_TODAY", "2017-06-15")
    assert exempt(invented)
    assert not exempt(real)  # whoever starts granian by hand over a court's database


def test_an_officer_made_by_hand_is_not_taken_for_invented_and_the_demonstrations_are(
    case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Officer.objects.create_officer("0235.real", "某法官", "三峡库区-2017")
    made.posts.create(
        department=Officer.objects.get(pk=who("judge").id).posts.get().department,
        court=COURT,
        title="执行法官",
        powers=["judge"],
        since=date(2014, 1, 1),
    )
    monkeypatch.setattr(settings, "ZHIXING_DEMONSTRATION", True)
    assert settings.ZHIXING_TODAY
    tag = TABLE["coerces"][0]
    for officer, refused in ((made, True), (Officer.objects.get(pk=who("judge").id), False)):
        client = Client()
        client.force_login(officer)
        answer = client.post(
            f"/cases/{case}/acts/{tag}/", {"on": TODAY.isoformat(), **submission(sample(tag))}
        )
        assert (REFUSED in answer.content.decode()) is refused
