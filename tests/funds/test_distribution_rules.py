"""A distribution from the first application to what may be paid, every guard asked on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
import pytest

from tests.record.builder import Did, add, build, refused
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod
from zhixing.cases.acts.filing import ApplicationReceived, Filed
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    ClaimRejected,
    DisputedShare,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    DistributionSuitEnded,
    DistributionSuitFiled,
    ParticipationApplied,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
    PotHeld,
    SuitResult,
)
from zhixing.funds.distribution.questions import Dispute, shares_due
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

DAY = date(2017, 6, 1)
APPLICANT, DEBTOR, OTHER, STRANGER = 1, 2, 3, 4
NATURAL: dict[str, object] = {"distribution-debtor": "natural", "distributable": 90_000}
MONEY = 11  # the entry of what came
POTS = (PotHeld(name="住房变价款", amount=90_000, receipts=(MONEY,)),)
SECOND = ClaimAdmitted(
    number="2", creditor=OTHER, application=6, rank=ClaimRank.ORDINARY, principal=50_000, doubled=900
)


def begun() -> Dossier:
    """A case in hand, an applicant with a claim, another creditor who applied; the fee that comes off first."""
    joined = ((APPLICANT, Role.APPLICANT), (DEBTOR, Role.DEBTOR))
    before: list[Act] = [ApplicationReceived(cause="民间借贷纠纷")]
    before += [PartyJoined(party=party, role=role) for party, role in joined]
    before += [Filed(), Assigned(officer=1, method=AssignmentMethod.DESIGNATED, reason="系列案件")]
    dossier = build([Did(act, DAY) for act in before], guarded=False)
    applied = ParticipationApplied(by=OTHER, amount=50_000, title="（2016）渝0235民初99号", reason="不能清偿")
    dossier = add(dossier, Did(applied, DAY), guarded=False)
    dossier = add(dossier, Did(PartyJoined(party=OTHER, role=Role.INTERESTED), DAY), guarded=False)
    assert dossier.head == 7
    fee = ClaimAdmitted(number="3", rank=ClaimRank.COSTS, principal=10_000, basis="诉讼费用交纳办法")
    own = ClaimAdmitted(number="1", creditor=APPLICANT, rank=ClaimRank.ORDINARY, principal=150_000)
    for act in (own, SECOND, fee):
        dossier = add(dossier, Did(act, DAY))
    came = MoneyReceived(account=8, statement=9, line="1", amount=90_000, kind=MoneyKind.EXECUTION)
    dossier = add(dossier, Did(came, DAY), guarded=False)
    assert dossier.head == MONEY
    return dossier


def drawn(dossier: Dossier, *, amends: int | None = None, reason: str = "") -> DistributionPlanDrawn:
    claims = questions.admitted(dossier, DAY)
    result = questions.worked_out(POTS, tuple(each.act for each in claims), ClaimOrder.PRO_RATA.name)
    return DistributionPlanDrawn(
        debtor=DEBTOR,
        order=ClaimOrder.PRO_RATA,
        pots=POTS,
        claims=tuple(each.seq for each in claims),
        shares=questions.given(result),
        amends=amends,
        reason=reason,
    )


def planned() -> tuple[Dossier, int]:
    """The plan drawn and served on everybody the same day."""
    dossier = begun()
    dossier = add(dossier, Did(drawn(dossier), DAY, NATURAL))
    plan = dossier.head
    for party in (APPLICANT, OTHER, DEBTOR):
        dossier = add(dossier, Did(DistributionPlanServed(plan=plan, to=party), DAY))
    return dossier, plan


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def names(dossier: Dossier, act: Act, on: date = DAY, facts: dict[str, object] = NATURAL) -> set[str]:
    return {each.guard for each in refused(dossier, Did(act, on, facts))}


def objected() -> tuple[Dossier, int, int]:
    """The other creditor disputes 20,000 of the applicant's share."""
    dossier, plan = planned()
    act = DistributionPlanObjected(
        plan=plan, by=OTHER, disputed=(DisputedShare(claim="1", amount=20_000),), reason="本金有误"
    )
    dossier = add(dossier, Did(act, after(10)))
    return dossier, plan, dossier.head


def walked(dossier: Dossier, acts: Sequence[Act], on: date) -> Dossier:
    for act in acts:
        dossier = add(dossier, Did(act, on))
    return dossier


def test_nothing_is_due_till_everybodys_fifteen_days_are_over_and_then_all_of_it() -> None:
    dossier, plan = planned()
    assert questions.objecting_ends(dossier, DAY) == date(2017, 6, 16)
    assert shares_due(dossier, date(2017, 6, 16)) == ()
    due = {each.claim: (each.party, each.payable, each.escrow) for each in shares_due(dossier, after(16))}
    # 90,000 less 10,000 for costs; 80,000 among 150,000 and 50,000.
    assert due == {"1": (APPLICANT, 60_000, 0), "2": (OTHER, 20_000, 0), "3": (None, 10_000, 0)}
    assert {each.plan for each in shares_due(dossier, after(16))} == {plan}


def test_one_who_was_not_served_keeps_everything_waiting() -> None:
    dossier = begun()
    dossier = add(dossier, Did(drawn(dossier), DAY, NATURAL))
    dossier = add(dossier, Did(DistributionPlanServed(plan=dossier.head, to=OTHER), DAY))
    assert shares_due(dossier, after(100)) == ()


def test_only_the_disputed_share_is_held_while_a_suit_goes_on() -> None:
    dossier, plan, objection = objected()
    dossier = walked(dossier, [PlanObjectionNotified(objection=objection, to=APPLICANT)], after(11))
    dossier = walked(dossier, [PlanObjectionNotified(objection=objection, to=DEBTOR)], after(11))
    opposed = PlanObjectionOpposed(objection=objection, by=APPLICANT, reason="本金无误")
    dossier = walked(dossier, [opposed, PlanOppositionNotified(objection=objection)], after(20))
    suit = DistributionSuitFiled(objection=objection, number="（2017）渝0235民初500号")
    sued = add(dossier, Did(suit, after(35)))
    due = {each.claim: (each.payable, each.escrow) for each in shares_due(sued, after(40))}
    assert due == {"1": (40_000, 20_000), "2": (20_000, 0), "3": (10_000, 0)}
    ends = DistributionSuitEnded(suit=sued.head, result=SuitResult.DISMISSED, judgment="民终1号")
    assert sum(each.escrow for each in shares_due(add(sued, Did(ends, after(90))), after(90))) == 0
    upheld = msgspec.structs.replace(ends, result=SuitResult.UPHELD)
    done = add(sued, Did(upheld, after(90)))
    assert questions.objections(done, after(90))[0].dispute is Dispute.UPHELD
    assert sum(each.escrow for each in shares_due(done, after(90))) == 20_000
    assert names(done, ends, after(91)) == {"suit-is-open"}
    amended = drawn(done, amends=plan, reason="依民终1号判决")
    again = add(done, Did(amended, after(91), NATURAL))
    assert shares_due(again, after(91)) == ()


def test_an_objector_who_does_not_sue_in_fifteen_days_leaves_the_plan_as_it_was() -> None:
    dossier, _, objection = objected()
    told = [PlanObjectionNotified(objection=objection, to=each) for each in (APPLICANT, DEBTOR)]
    opposed = PlanObjectionOpposed(objection=objection, by=APPLICANT, reason="本金无误")
    suit = DistributionSuitFiled(objection=objection, number="（2017）渝0235民初500号")
    dossier = walked(dossier, [*told, opposed], after(11))
    assert names(dossier, suit, after(12)) == {"sued-in-time"}
    dossier = walked(dossier, [PlanOppositionNotified(objection=objection)], after(12))
    assert names(dossier, suit, after(27)) == set()
    assert names(dossier, suit, after(28)) == {"sued-in-time"}
    assert sum(each.escrow for each in shares_due(dossier, after(27))) == 20_000
    assert sum(each.escrow for each in shares_due(dossier, after(28))) == 0


def test_an_objection_nobody_opposes_must_be_followed() -> None:
    dossier, _, objection = objected()
    told = [PlanObjectionNotified(objection=objection, to=each) for each in (APPLICANT, DEBTOR)]
    assert questions.objections(dossier, after(11))[0].unheard == (APPLICANT, DEBTOR)
    dossier = walked(dossier, told, after(11))
    assert names(dossier, told[0], after(11)) == {"another-is-told"}
    late = PlanObjectionOpposed(objection=objection, by=DEBTOR, reason="不同意")
    assert names(dossier, late, after(26)) == set()
    assert names(dossier, late, after(27)) == {"opposed-in-time"}
    found = questions.objections(dossier, after(27))[0]
    assert (found.dispute, found.until) == (Dispute.ACCEPTED, after(26))
    assert sum(each.escrow for each in shares_due(dossier, after(27))) == 20_000


def test_an_objection_comes_in_time_from_one_concerned_and_disputes_no_more_than_the_share() -> None:
    dossier, plan = planned()
    one = DistributionPlanObjected(
        plan=plan, by=OTHER, disputed=(DisputedShare(claim="1", amount=60_000),), reason="本金有误"
    )
    assert names(dossier, one, after(15)) == set()
    assert names(dossier, one, after(16)) == {"objected-in-time"}
    too_much = msgspec.structs.replace(one, disputed=(DisputedShare(claim="1", amount=60_001),))
    assert names(dossier, too_much) == {"dispute-is-named"}
    assert names(dossier, msgspec.structs.replace(one, by=STRANGER)) == {"concerned"}
    assert names(dossier, msgspec.structs.replace(one, plan=1)) == {"plan-in-force"}


def test_a_plan_counts_every_claim_and_gives_what_the_law_gives() -> None:
    dossier = begun()
    plan = drawn(dossier)
    assert names(dossier, plan) == set()
    assert names(dossier, plan, facts={**NATURAL, "distribution-debtor": "legal"}) == {"order-fits-debtor"}
    less = msgspec.structs.replace(plan, claims=plan.claims[:2])
    assert "all-claims-counted" in names(dossier, less)
    first, *others = plan.shares
    moved = (msgspec.structs.replace(first, principal=first.principal + 1), *others)
    assert names(dossier, msgspec.structs.replace(plan, shares=moved)) == {"shares-follow"}
    assert "something-to-give" in names(dossier, msgspec.structs.replace(plan, pots=()))
    assert "amends-the-last" in names(dossier, msgspec.structs.replace(plan, amends=1))
    after_it = add(dossier, Did(plan, DAY, NATURAL))
    assert names(after_it, plan) == {"amends-the-last"}
    amended = msgspec.structs.replace(plan, amends=after_it.head)
    assert names(after_it, amended) == {"amends-the-last"}
    assert names(after_it, msgspec.structs.replace(amended, reason="依异议修正")) == set()


def test_what_is_distributed_came_to_the_case_and_lies_there() -> None:
    dossier = begun()
    plan = drawn(dossier)
    assert names(dossier, plan, facts={**NATURAL, "distributable": 89_999}) == {"pots-came"}
    typed = (PotHeld(name="住房变价款", amount=90_000),)
    twice = (*POTS, PotHeld(name="存款", amount=1, receipts=(MONEY,)))
    more = (PotHeld(name="住房变价款", amount=90_001, receipts=(MONEY,)),)
    for pots in (typed, twice, more, (PotHeld(name="存款", amount=1, receipts=(1,)),)):
        assert "pots-came" in names(dossier, msgspec.structs.replace(plan, pots=pots))


def test_what_came_for_a_lot_may_be_divided_among_pots_of_the_same_receipts() -> None:
    dossier = begun()
    plan = drawn(dossier)
    house, rest = (
        PotHeld(name=name, amount=45_000, receipts=(MONEY,)) for name in ("住房变价款", "车位变价款")
    )
    halves = msgspec.structs.replace(plan, pots=(house, rest))
    assert "pots-came" not in names(dossier, halves)
    for wrong in (
        msgspec.structs.replace(rest, amount=45_001),
        msgspec.structs.replace(rest, receipts=(MONEY, MONEY)),
        msgspec.structs.replace(rest, receipts=(MONEY, 1)),
    ):
        assert "pots-came" in names(dossier, msgspec.structs.replace(plan, pots=(house, wrong)))


def test_an_application_waits_for_its_decision_and_comes_before_the_plan_is_beyond_objection() -> None:
    dossier, plan = planned()
    more = ParticipationApplied(by=OTHER, amount=1, title="（2016）渝0235民初98号", reason="不能清偿")
    assert names(dossier, more, after(15)) == set()
    assert names(dossier, more, after(16)) == {"not-distributed-yet"}
    assert names(dossier, msgspec.structs.replace(more, by=STRANGER)) == {"people-of-the-case"}
    waiting = add(dossier, Did(more, after(1)))
    amended = drawn(waiting, amends=plan, reason="新债权")
    assert names(waiting, amended, after(2)) == {"all-claims-counted"}
    no = ClaimRejected(application=waiting.head, reason="没有执行依据")
    decided = add(waiting, Did(no, after(2)))
    assert names(decided, no, after(2)) == {"application-waits"}
    assert names(decided, amended, after(2)) == set()


@pytest.mark.parametrize(
    ("change", "guards"),
    [
        ({"principal": 0, "doubled": 0}, {"claim-is-whole"}),
        ({"rank": ClaimRank.PRIORITY, "basis": "抵押登记"}, {"claim-is-whole"}),
        ({"rank": ClaimRank.PRIORITY, "pot": "住房变价款"}, {"claim-is-whole"}),
        ({"rank": ClaimRank.PRIORITY, "pot": "住房变价款", "basis": "抵押登记"}, set()),
        ({"rank": ClaimRank.FINE, "basis": "刑事判决"}, {"claim-is-whole"}),
        ({"creditor": None}, {"application-waits", "claim-is-whole"}),
        ({"creditor": APPLICANT}, {"application-waits"}),
        ({"number": "4"}, {"application-waits"}),
    ],
    ids=["nothing", "no-thing", "no-basis", "preferred", "doubled-fine", "nobody", "another", "decided"],
)
def test_a_claim_is_admitted_with_all_that_its_rank_asks(change: dict[str, object], guards: set[str]) -> None:
    assert names(begun(), msgspec.structs.replace(SECOND, **change)) == guards
