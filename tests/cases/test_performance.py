"""Performance: what is paid, delivered, done or given up, and what then is owed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.cases.stories import APPLICANT, CANDIDATES, DEBTOR, noticed
from tests.record.builder import Did, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.performance import (
    ClaimWaived,
    ConductPerformed,
    DelayPenaltyFixed,
    SatisfactionKind,
    SatisfactionRecorded,
    VoluntarilyPerformed,
)
from zhixing.law.answers import Found
from zhixing.record.act import Act

DAY = date(2017, 4, 10)


def names(act: Act, story: list[Did], on: date = DAY) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, on, CANDIDATES))]


def test_a_payment_lowers_what_is_owed_from_its_day() -> None:
    paid = Did(VoluntarilyPerformed(by=DEBTOR, amount=2_000_000), date(2017, 3, 21))
    dossier = build([*noticed(), paid])
    before, after = questions.owed(dossier, date(2017, 3, 20)), questions.owed(dossier, date(2017, 3, 21))
    assert isinstance(before, Found)
    assert isinstance(after, Found)
    assert before.value.outstanding.total == 5_000_000 + 51_625  # 59 days
    assert after.value.outstanding.total == 3_000_000 + 52_500  # 60 days, then 30,000 yuan go on
    assert questions.amount_reached(dossier, DAY) == 2_000_000


def test_nobody_takes_more_than_is_owed() -> None:
    act = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=9_000_000)
    assert names(act, noticed()) == ["not-beyond-what-is-owed"]
    assert names(replace(act, amount=5_000_000), noticed()) == []
    assert names(replace(act, amount=0), noticed()) == ["not-beyond-what-is-owed"]
    assert names(VoluntarilyPerformed(by=APPLICANT, amount=100), noticed()) == ["paid-by-debtor"]


def test_conduct_answers_a_claim_for_conduct_and_its_delay_costs_twice_the_loss() -> None:
    claim = Did(
        ClaimRecorded(
            title=4,
            kind=ClaimKind.CONDUCT,
            label="办理过户",
            owed_by=(DEBTOR,),
            owed_to=(APPLICANT,),
            text="协助办理房屋过户登记",
        ),
        date(2017, 3, 8),
    )
    story = [*noticed(), claim]
    seq = build(story).head
    assert names(ConductPerformed(claim=seq), story) == []
    assert names(ConductPerformed(claim=5), story) == ["claim-of-that-kind"]
    assert names(DelayPenaltyFixed(claim=seq, amount=100, loss=60), story) == ["twice-the-loss"]
    assert names(DelayPenaltyFixed(claim=seq, amount=120, loss=60), story) == []


def test_only_an_applicant_waives_and_says_what() -> None:
    assert names(ClaimWaived(by=DEBTOR, amount=100), noticed()) == ["waived-by-applicant"]
    assert names(ClaimWaived(by=APPLICANT), noticed()) == ["waived-by-applicant"]
    assert names(ClaimWaived(by=APPLICANT, amount=100), noticed()) == []


def test_what_rests_on_no_receipt_of_the_case_is_refused() -> None:
    act = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=100, money=1)
    assert names(act, noticed()) == ["receipt-covers"]
