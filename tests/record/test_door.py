"""The one door on a real PostgreSQL: what it lets in, what it refuses, and that nothing is half-written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from django.db import IntegrityError, transaction

from tests import cast
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimRecorded,
    Filed,
    LivelihoodCategory,
    LivelihoodFlagged,
    SupplementAsked,
)
from zhixing.cases.acts.notice import CluesAsked
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.cases.models import CaseRow
from zhixing.parties.models import CaseParty
from zhixing.record import chain, door, read_model
from zhixing.record.acts import Corrected
from zhixing.record.catalogue import installed
from zhixing.record.link import link
from zhixing.record.models import DossierHead, DutyRow, Outgoing, ProposalRow, StoredAct
from zhixing.record.questions import pending, sent_back
from zhixing.record.scope import see, seeing

pytestmark = pytest.mark.django_db
ON = date(2017, 3, 8)
MORE = PeriodExtended(months=3, reason="财产在外地")


@pytest.fixture(autouse=True)
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def acts(number: int) -> int:
    return StoredAct.objects.filter(dossier_id=number).count()


def test_a_case_comes_in_with_its_read_models_duties_and_outbox() -> None:
    number = cast.filed()
    row = CaseRow.objects.get(dossier_id=number)
    assert row.number == "（2017）渝0235执1号"
    assert {each.rule for each in DutyRow.objects.filter(dossier_id=number)} >= {
        "decide-on-filing",
        "assign-handler",
    }
    assert CaseParty.objects.filter(dossier_id=number).count() == 2
    assert Outgoing.objects.filter(dossier_id=number, kind="disclosure").exists()


def test_a_refusal_leaves_nothing_behind_not_even_a_number() -> None:
    number = cast.received()
    before = acts(number)
    by = cast.who("filing")
    asked = SupplementAsked(items=("身份证明",), until=date(2017, 3, 10))
    with pytest.raises(door.Refused) as caught:
        door.enter_all(number, cast.steps([asked, Filed()], by, cast.FILED))
    assert [each.guard for each in caught.value.refusals] == ["supplemented"]
    assert acts(number) == before
    door.enter(number, Filed(), by, on=cast.FILED)
    assert CaseRow.objects.get(dossier_id=number).serial == 1


def test_numbers_follow_without_gaps_for_each_court() -> None:
    first, second, other = cast.filed(), cast.filed(), cast.filed(cast.OTHER_COURT)
    numbers = [CaseRow.objects.get(dossier_id=each).number for each in (first, second, other)]
    assert numbers == ["（2017）渝0235执1号", "（2017）渝0235执2号", "（2017）渝0236执1号"]


@pytest.mark.parametrize(
    ("seat", "court", "on", "guard"),
    [
        ("accountant", cast.COURT, ON, "power"),
        ("officer1", cast.OTHER_COURT, ON, "power"),
        ("officer1", cast.COURT, date(2017, 6, 16), "not-in-the-future"),
        ("officer1", cast.COURT, date(2017, 2, 28), "not-before-the-dossier"),
        ("officer2", cast.COURT, ON, "handled-by-actor"),
    ],
)
def test_the_door_names_what_stands_against_an_act(seat: str, court: str, on: date, guard: str) -> None:
    number = cast.assigned()
    officer = cast.who(seat, court)
    by = officer if court == cast.COURT else msgspec.structs.replace(officer, powers=())
    applicant, _ = cast.parties()
    with pytest.raises(door.Refused) as caught:
        door.enter(number, CluesAsked(to=(applicant,)), by, on=on)
    assert guard in [each.guard for each in caught.value.refusals]
    assert all(str(each.facts) and str(each.way_out) for each in caught.value.refusals)


def test_of_two_officers_at_the_same_moment_the_second_is_told() -> None:
    number = cast.filed()
    seen = door.read(number).head
    flag = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    door.enter(number, flag, cast.who("filing"), on=ON, expect=seen)
    with pytest.raises(door.Stale):
        door.enter(number, flag, cast.who("filing"), on=ON, expect=seen)


def test_an_act_that_needs_approval_is_entered_under_both_names() -> None:
    number = cast.assigned()
    officer, president = cast.who("officer1"), cast.who("president")
    with pytest.raises(door.Refused, match="须经院长批准"):
        door.enter(number, MORE, officer, on=ON)
    proposal = door.propose(number, door.Step(act=MORE, by=officer, on=ON), note="请批准")
    assert ProposalRow.objects.get(dossier_id=number).approver == "president"
    assert Outgoing.objects.filter(dossier_id=number, kind="notice").count() == 1
    with pytest.raises(door.Refused, match="由有权的人审批"):
        door.approve(number, proposal.seq, cast.who("director"), on=ON)
    entry = door.approve(number, proposal.seq, president, on=ON)
    assert entry.approved_by is not None
    assert (entry.by.id, entry.approved_by.id) == (officer.id, president.id)
    assert not ProposalRow.objects.filter(dossier_id=number).exists()
    with pytest.raises(door.Refused, match="提请尚待审批"):
        door.approve(number, proposal.seq, president, on=ON)


def test_nobody_approves_their_own_proposal_neither_for_the_door_nor_for_the_database() -> None:
    number = cast.assigned()
    both = msgspec.structs.replace(cast.who("officer1"), powers=("officer", "president"))
    proposal = door.propose(number, door.Step(act=MORE, by=both, on=ON))
    with pytest.raises(door.Refused, match="不得为同一人"):
        door.approve(number, proposal.seq, both, on=ON)
    stored = StoredAct.objects.filter(dossier_id=number).order_by("-seq")[0]
    stored.pk, stored.seq, stored.approved_by_id = None, stored.seq + 1, stored.by_id
    stored.prev_hash = bytes(stored.hash)
    stored.hash = link(stored.prev_hash, bytes(stored.body))
    with pytest.raises(IntegrityError, match="two_persons"), transaction.atomic():
        stored.save(force_insert=True)


def test_a_proposal_sent_back_says_why_and_may_be_made_again() -> None:
    number = cast.assigned()
    officer, president = cast.who("officer1"), cast.who("president")
    proposal = door.propose(number, door.Step(act=MORE, by=officer, on=ON))
    with pytest.raises(door.Refused, match="退回须说明理由"):
        door.send_back(number, proposal.seq, president, on=ON, reason=" ")
    door.send_back(number, proposal.seq, president, on=ON, reason="理由不足")
    assert ProposalRow.objects.get(dossier_id=number).returned
    door.propose(number, door.Step(act=MORE, by=officer, on=ON))
    dossier = door.read(number)
    assert (len(pending(dossier)), sent_back(dossier)) == (1, [])


def test_only_the_proposer_withdraws() -> None:
    number = cast.assigned()
    proposal = door.propose(number, door.Step(act=MORE, by=cast.who("officer1"), on=ON))
    with pytest.raises(door.Refused, match="只能撤回自己的提请"):
        door.withdraw(number, proposal.seq, cast.who("judge"), on=ON)
    door.withdraw(number, proposal.seq, cast.who("officer1"), on=ON)
    assert pending(door.read(number)) == []


def test_a_correction_needs_approval_and_then_stands_everywhere() -> None:
    number = cast.filed()
    flag = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    wrong = door.enter(number, flag, cast.who("filing"), on=ON)
    right = msgspec.Raw(msgspec.json.encode(LivelihoodFlagged(category=LivelihoodCategory.PARENTS)))
    mended = Corrected(entry=wrong.seq, reason="类别填错", act=right)
    proposal = door.propose(number, door.Step(act=mended, by=cast.who("filing"), on=ON))
    assert CaseRow.objects.get(dossier_id=number).livelihood == "wages"
    door.approve(number, proposal.seq, cast.who("director"), on=ON)
    assert CaseRow.objects.get(dossier_id=number).livelihood == "parents"
    assert acts(number) == wrong.seq + 2


def test_what_is_put_in_the_place_of_an_entry_must_be_lawful_itself() -> None:
    number = cast.filed()
    claim = door.read(number).of(ClaimRecorded)[0]
    empty = msgspec.structs.replace(claim.act, amount=None)
    mended = Corrected(entry=claim.seq, reason="金额有误", act=msgspec.Raw(msgspec.json.encode(empty)))
    with pytest.raises(door.Refused, match="没有金额"):
        door.propose(number, door.Step(act=mended, by=cast.who("filing"), on=ON))


@pytest.mark.parametrize(("entry", "guard"), [(99, "correctable"), (1, "correctable"), (8, "same-type")])
def test_what_cannot_be_corrected_is_said(entry: int, guard: str) -> None:
    number = cast.filed()
    act = msgspec.Raw(msgspec.json.encode(LivelihoodFlagged(category=LivelihoodCategory.WAGES)))
    mended = (
        Corrected(entry=entry, reason="误录", act=act)
        if entry == 8
        else Corrected(entry=entry, reason="误录")
    )
    with pytest.raises(door.Refused) as caught:
        door.propose(number, door.Step(act=mended, by=cast.who("filing"), on=ON))
    assert guard in [each.guard for each in caught.value.refusals]


def test_what_begins_a_dossier_does_not_come_again_in_its_middle() -> None:
    number = cast.filed()
    again = ApplicationReceived(cause="买卖合同纠纷")
    with pytest.raises(door.Refused, match="只能作为卷宗的第一条"):
        door.enter(number, again, cast.who("filing"), on=ON)


def test_an_act_reaches_further_in_the_same_write() -> None:
    number = cast.assigned()
    applicant, debtor = cast.parties()
    _, heir = cast.parties(debtor=3)
    asked = PartyChangeAsked(ground=ChangeGround.DEBTOR_DIED, by=applicant, new=heir, old=debtor)
    application = door.enter(number, asked, cast.who("officer1"), on=ON)
    ruling = PartyChangeDecided(application=application.seq, new=heir, old=debtor, granted=True, simple=True)
    door.enter(number, ruling, cast.who("judge"), on=ON)
    assert set(
        CaseParty.objects.filter(dossier_id=number, current=True).values_list("party_id", flat=True)
    ) == {
        applicant,
        heir,
    }


def test_trying_an_act_keeps_nothing() -> None:
    number = cast.received()
    before = acts(number)
    entries, after = door.dry_run(number, cast.steps([Filed()], cast.who("filing"), cast.FILED))
    assert (len(entries), after.head, acts(number)) == (1, before + 1, before)
    assert door.refusals_of(door.read(number), cast.steps([Filed()], cast.who("filing"), cast.FILED)[0]) == []


def test_another_court_does_not_even_learn_that_a_dossier_exists() -> None:
    number = cast.filed()
    with seeing([cast.OTHER_COURT]):
        with pytest.raises(door.NoDossier):
            door.read(number)
        assert (DossierHead.objects.count(), StoredAct.objects.count(), CaseRow.objects.count()) == (0, 0, 0)
    with seeing([]):
        assert DossierHead.objects.count() == 0


def test_the_read_models_say_what_the_acts_say_and_a_difference_is_named() -> None:
    number = cast.assigned()
    dossier = door.read(number)
    assert list(read_model.differences([dossier])) == []
    CaseRow.objects.filter(dossier_id=number).update(cause="别的案由")
    assert [line for line in read_model.differences([dossier]) if "cases_case" in line]
    read_model.refill([dossier])
    assert list(read_model.differences([dossier])) == []


def test_what_the_door_wrote_verifies() -> None:
    cast.assigned()
    assert list(chain.verify(installed())) == []
