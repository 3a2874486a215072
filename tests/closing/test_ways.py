"""Each way of closing: its conditions refuse by themselves, and let it pass once they are there."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.closing.endings import CANCELLED, ENDING, ON, PAID, REFUSED, after, names
from tests.closing.stories import TERMINATED, terminated
from tests.record.builder import Did, add, build
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimKind,
    ClaimRecorded,
)
from zhixing.cases.acts.pause import Suspended, SuspensionGround
from zhixing.cases.acts.performance import ClaimWaived, ConductPerformed, ThingDelivered, VoluntarilyPerformed
from zhixing.cases.acts.settlement import SettlementPerformed, SettlementRecorded
from zhixing.closing import questions
from zhixing.closing.acts import (
    Archived,
    Fulfilled,
    FulfilmentGround,
    NoticeConfirmation,
)
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.dossier import Dossier

DONE = Did(Fulfilled(reason="工资及利息全部付清", ground=FulfilmentGround.PERFORMED), ON)


def paid(story: list[Did] | None = None) -> Dossier:
    """Everything owed on the day of payment, paid."""
    dossier = build(story or noticed())
    owed = cases.owed(dossier, PAID)
    assert isinstance(owed, Found)
    return add(dossier, Did(VoluntarilyPerformed(by=DEBTOR, amount=owed.value.outstanding.total), PAID))


# 执行完毕


def test_a_case_in_which_all_is_paid_is_fulfilled() -> None:
    dossier = add(paid(), DONE)
    ending = questions.closing(dossier, ON)
    assert ending is not None
    assert (ending.way, ending.document) == ("执行完毕", "结案通知书")


def test_no_notice_of_closing_where_both_sides_confirm() -> None:
    confirmed = replace(DONE.act, confirmed=NoticeConfirmation.ORAL, confirmation="2017-06-09 笔录")
    ending = questions.closing(add(paid(), Did(confirmed, ON)), ON)
    assert ending is not None
    assert ending.document == ""
    assert names(paid(), replace(confirmed, confirmation="")) == ["ground-as-recorded"]


def test_one_fen_owed_is_too_much() -> None:
    dossier = build(noticed())
    owed = cases.owed(dossier, PAID)
    assert isinstance(owed, Found)
    short = Did(VoluntarilyPerformed(by=DEBTOR, amount=owed.value.outstanding.total - 1), PAID)
    assert names(add(dossier, short), DONE.act, PAID) == ["nothing-owed"]
    waived = Did(ClaimWaived(by=APPLICANT, amount=1, reason="放弃零头"), PAID)
    assert names(build([*noticed(), short, waived]), DONE.act, PAID) == []


def test_what_is_owed_must_be_known_before_a_case_is_fulfilled() -> None:
    story = [did for did in noticed() if not isinstance(did.act, ClaimRecorded)]
    assert names(build(story, guarded=False), DONE.act) == ["nothing-owed"]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (ClaimKind.THING, ThingDelivered),
        (ClaimKind.CONDUCT, ConductPerformed),
        (ClaimKind.RIGHT, ConductPerformed),
    ],
)
def test_what_is_not_money_is_delivered_or_done(
    kind: ClaimKind, act: type[ThingDelivered | ConductPerformed]
) -> None:
    claim = ClaimRecorded(
        title=4, kind=kind, label="腾房", owed_by=(DEBTOR,), owed_to=(APPLICANT,), text="腾退一间门面"
    )
    story = [*noticed(), Did(claim, date(2017, 3, 10))]
    all_paid = Did(paid().entries[-1].act, PAID)
    assert names(build([*story, all_paid]), DONE.act) == ["nothing-undone"]
    assert names(build([*story, all_paid, Did(act(claim=len(story)), PAID)]), DONE.act) == []


def _story_of(dossier: Dossier) -> list[Did]:
    return [Did(entry.act, entry.on, dict(entry.facts)) for entry in dossier.recorded]


def test_a_settlement_not_performed_in_full_keeps_the_case_open() -> None:
    settled = Did(
        SettlementRecorded(parties=(APPLICANT, DEBTOR), terms="分期付清", last_day=date(2017, 12, 1)), PAID
    )
    performed = Did(SettlementPerformed(confirmed_by=APPLICANT), ON)
    by_settlement = replace(DONE.act, ground=FulfilmentGround.SETTLED)
    standing = after(settled)
    assert "settlement-performed" in names(standing, by_settlement)
    assert "ground-as-recorded" in names(standing, by_settlement)
    assert names(after(settled, performed), by_settlement) == []


def test_a_resting_case_is_not_fulfilled() -> None:
    rest = Did(Suspended(ground=SuspensionGround.APPLICANT_DEFERS), PAID)
    story = [*_story_of(paid()), rest]
    assert names(build(story, guarded=False), DONE.act) == ["not-resting"]


# 结案之后


@pytest.mark.parametrize("act", [ENDING, CANCELLED, REFUSED, DONE.act])
def test_an_ended_case_cannot_end_again(act: Act) -> None:
    assert "open-case" in names(build(terminated()), act)


def test_only_an_ended_case_goes_to_the_archive_once() -> None:
    archived = Did(Archived(volumes=2, number="2017-执-0001"), ON)
    assert names(build(noticed()), archived.act) == ["ended"]
    ended = add(paid(), DONE)
    assert names(ended, archived.act) == []
    assert names(add(ended, archived), archived.act) == ["not-archived"]
    unserved = build(terminated()[:-1])
    assert names(unserved, archived.act) == ["ruling-served"]
    assert names(build(terminated()), archived.act) == []


def test_a_correction_may_still_mend_an_ended_case() -> None:
    dossier = add(paid(), DONE)
    mended = Corrected(
        entry=dossier.head,
        reason="方式选错",
        act=msgspec.Raw(msgspec.json.encode(replace(DONE.act, ground=FulfilmentGround.ENFORCED))),
    )
    assert names(dossier, mended) == []


def test_before_filing_nothing_can_be_closed() -> None:
    opening = build([Did(ApplicationReceived(cause="买卖合同纠纷"), TERMINATED)])
    assert "filed" in names(opening, ENDING)
