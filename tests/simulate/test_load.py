"""The demonstration district goes through the one door: nothing is refused, and the same seed gives the same cases."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests import cast
from zhixing.assets.models import ThirdDebtRow
from zhixing.cases.models import CaseRow
from zhixing.funds.aid.models import AidRow
from zhixing.funds.ledger import breaks
from zhixing.law.identities import IdentityKind, normal
from zhixing.record import chain, door, read_model
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.models import DossierHead, StoredAct
from zhixing.record.scope import see
from zhixing.simulate import invention
from zhixing.simulate.aid import load_aid
from zhixing.simulate.clearing import load_clearing
from zhixing.simulate.district import places
from zhixing.simulate.load import Share, load
from zhixing.simulate.models import Loaded
from zhixing.simulate.money import load_money
from zhixing.simulate.resuming import waiting
from zhixing.simulate.third_debts import owe_others

SEED, CASES = 7, 40
RESUMING = 6


@pytest.fixture
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def quietly(_done: int, _total: int) -> None:
    """Nobody watches."""


def test_the_law_refuses_nothing_and_the_record_holds(district: None) -> None:
    report = load(CASES, SEED, quietly)
    assert (report.entered, dict(report.refused)) == (CASES, {})
    assert list(chain.verify(installed())) == []
    dossiers = door.read_many(list(DossierHead.objects.values_list("pk", flat=True)))
    assert list(read_model.differences(dossiers)) == []
    assert asked_in_vain(dossiers) == []
    assert CaseRow.objects.exclude(closed_on=None).exists()


def test_others_owe_some_debtors_and_a_second_run_adds_nothing(district: None) -> None:
    load(CASES, SEED, quietly)
    many = owe_others(places())
    assert many and ThirdDebtRow.objects.count() == many
    assert owe_others(places()) == 0
    dossiers = door.read_many(list(ThirdDebtRow.objects.values_list("dossier_id", flat=True)))
    assert list(read_model.differences(dossiers)) == []


def test_a_second_load_adds_only_what_is_missing(district: None) -> None:
    load(12, SEED, quietly)
    before = StoredAct.objects.count()
    assert load(12, SEED, quietly).entered == 0
    assert StoredAct.objects.count() == before
    assert load(15, SEED, quietly).entered == 3


def test_a_load_killed_before_cases_were_resumed_resumes_them_next_time(
    district: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    cases, seed, court = 148, 2017, Share(RESUMING, 10)  # one court of a seed in which a case goes on early
    with monkeypatch.context() as until_then, pytest.raises(KeyboardInterrupt):
        until_then.setattr("zhixing.simulate.load._resume", killed)
        load(cases, seed, quietly, court)
    waited = len(waiting(seed, places()))
    assert waited > 0
    again = load(cases, seed, quietly, court)
    assert (again.entered, again.resumed, waiting(seed, places())) == (0, waited, [])


def test_shares_together_are_the_whole(district: None) -> None:
    entered = [load(20, SEED, quietly, Share(part, 2)).entered for part in range(2)]
    assert sum(entered) == 20 == Loaded.objects.count()


def test_everybody_is_invented_in_a_region_that_does_not_exist() -> None:
    rng = Random(1)
    for _ in range(200):
        of = invention.cause(rng)
        for party in (invention.applicant(rng, of, "云阳县"), invention.debtor(rng, of, "云阳县")):
            (paper,) = party.papers
            number = normal(paper.kind, paper.number)
            start = "509999" if paper.kind is IdentityKind.RESIDENT else "91509999"
            assert number.startswith(start)


def test_the_same_chance_invents_the_same_people() -> None:
    one, other = Random(3), Random(3)
    assert invention.natural(one, "忠县") == invention.natural(other, "忠县")
    assert invention.company(one, "忠县") == invention.company(other, "忠县")


def test_every_courts_money_aid_and_old_money_agree_with_the_ledger(district: None) -> None:
    load(CASES, SEED, quietly)
    assert load_money(SEED) == len(places())
    assert load_aid(SEED) == len(places())
    assert load_aid(SEED) == 0
    assert load_clearing(SEED) == len(places())
    assert load_clearing(SEED) == 0
    stages = set(AidRow.objects.values_list("stage", flat=True))
    assert {"done", "under_review", "received"} <= stages
    assert list(breaks([each.court.code for each in places()])) == []
    dossiers = door.read_many(list(DossierHead.objects.values_list("pk", flat=True)))
    assert list(read_model.differences(dossiers)) == []


def asked_in_vain(dossiers: list[Dossier]) -> list[str]:
    """Tables into which a dossier would put rows though it has none of the acts that they are said to rest on."""
    return [
        f"{each.model.__name__} of {dossier.id}"
        for each in read_model.installed_read_models()
        for dossier in dossiers
        if each.kind in ("", dossier.kind) and each.rests_on
        if not dossier.among(each.rests_on) and each.fill(dossier)
    ]
