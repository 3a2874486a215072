"""Rules of the half-yearly inquiry in the five years after a round was terminated: sent by the platform, its result told.

Within seven days of the last day of each half year (our lead, so that answers are there on the day) a nightly job asks every
institution about every debtor whose number is known. An inquiry of the officer, recorded with its result, does the same duty.
"""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.assets.rules.inquiry import IDENTIFIED, identity_known, only_who_owes
from zhixing.closing.acts import (
    EndingRevoked,
    RecheckResult,
    ResumedInNewCase,
    RoundAskedAgain,
    RoundRechecked,
    RoundTerminated,
)
from zhixing.closing.questions import members, terminated
from zhixing.closing.rules.guards import AFTER_TERMINATION
from zhixing.law.calendar import NATIONAL
from zhixing.law.citations import cite
from zhixing.law.periods import days, months, shifted
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import Duty, of_rule
from zhixing.record.duty import DutyRule, Limit, every, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "终本之后"
RECHECK = cite("终本规定", 9)
EACH_HALF_YEAR = cite("终本规定", 9, paragraph=2)
HALF_YEAR, TIMES = 6, 10
AHEAD = timedelta(days=7)


@guard("查询结果写明并告知申请执行人", RECHECK, on_act=True)
def recheck_complete(asked: Asked) -> Objection | None:
    """Property that was found is named; the applicant is told either way."""
    act = asked.the(RoundRechecked)
    if act.result is RecheckResult.FOUND and not act.found.strip():
        return Objection(say("发现财产而没有写明"), say("请写明财产的种类、所在和金额"))
    if not act.told_applicant:
        return Objection(say("没有把结果告知申请执行人"), say("请告知申请执行人后勾选"))
    return None


@guard("这个半年的查询已经到期，尚未发出", EACH_HALF_YEAR, on_act=True)
def asked_in_its_turn(asked: Asked) -> Objection | None:
    """A half year's inquiry goes out once for each debtor, from seven days before its last day on."""
    act = asked.the(RoundAskedAgain)
    turn = waiting(asked.dossier, asked.on)
    if turn is None or turn.due != act.due:
        return Objection(
            say("没有应于 {due} 前查询而尚未查询的半年", due=act.due), say("无须发出，等待下一个半年")
        )
    again = set(act.debtors) & asked_already(asked.dossier, act.due, asked.dossier.head)
    if again:
        return Objection(say("其中 {count} 名被执行人这个半年已经查询", count=len(again)), say("不重复查询"))
    return None


RULES = [
    ActRule(
        act=RoundAskedAgain,
        label="终本后自动查询",
        basis=(EACH_HALF_YEAR, cite("网络查控规定", 1)),
        by=(Power.SYSTEM,),
        purpose="每个半年届满前由系统向全部协助单位查询被执行人的财产",
        guards=(*AFTER_TERMINATION, asked_in_its_turn, only_who_owes, identity_known),
        needs=(IDENTIFIED,),
        sends=("network-inquiry", "news"),
        group=GROUP,
        internal=True,
    ),
    ActRule(
        act=RoundRechecked,
        label="终本后查询",
        basis=(EACH_HALF_YEAR,),
        by=TEAM,
        purpose="每六个月查询一次被执行人的财产，并把结果告知申请执行人",
        guards=(*AFTER_TERMINATION, recheck_complete),
        discloses=Disclosure(sms="closing.round_rechecked"),
        group=GROUP,
    ),
]


def asked_already(dossier: Dossier, due: date, until: int) -> set[int]:
    """The debtors about whom the inquiries of that half year asked, up to an entry."""
    sent = [each for each in dossier.of(RoundAskedAgain) if each.act.due == due and each.seq <= until]
    return {debtor for each in sent for debtor in each.act.debtors}


def _asked_of_all(dossier: Dossier, sent: RoundAskedAgain, on: date, seq: int) -> bool:
    return set(members(dossier, Role.DEBTOR, on)) <= asked_already(dossier, sent.due, seq)


def _counts(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    """An inquiry counts once all debtors were asked about; a result that only tells what one brought is no further inquiry."""
    if isinstance(closing.act, RoundAskedAgain):
        return _asked_of_all(dossier, closing.act, closing.on, closing.seq)
    earlier = [each for each in dossier.of(RoundAskedAgain, RoundRechecked) if each.seq < closing.seq]
    before = earlier[-1] if earlier else closing
    if not isinstance(before.act, RoundAskedAgain):
        return True
    return not _asked_of_all(dossier, before.act, before.on, before.seq)


def _in_its_half_year(opening: Entry[Act], index: int, closing: Entry[Act]) -> bool:
    """An inquiry does the half year it was sent for and those missed before; the officer's that whose end is nearest (ours)."""
    end = shifted(opening.on, months(HALF_YEAR * (index + 1)))
    if isinstance(closing.act, RoundAskedAgain):
        return end <= closing.act.due
    return index == 0 or end <= shifted(closing.on, months(HALF_YEAR // 2))


EVERY_HALF_YEAR = DutyRule(
    name="recheck-terminated-round",
    label="终本后每六个月查询财产",
    holder=Power.OFFICER,
    opens_on=(RoundTerminated,),
    limits=(Limit(every(months(HALF_YEAR)), RECHECK, text="终本后五年内每六个月一次"),),
    closes_on=(RoundAskedAgain, RoundRechecked),
    falls_away_on=(ResumedInNewCase, EndingRevoked),
    matches=_counts,
    times=TIMES,
    turn=_in_its_half_year,
)
DUTIES = [
    EVERY_HALF_YEAR,
    DutyRule(
        name="tell-recheck-result",
        label="把终本后查询的结果告知申请执行人",
        holder=Power.OFFICER,
        opens_on=(RoundAskedAgain,),
        # The article has no figure; ten days are ours, time for the answers and so that the desk shows it.
        limits=(Limit(within(days(10)), EACH_HALF_YEAR, text="没有规定天数，查询发出后十日是平台暂定"),),
        closes_on=(RoundRechecked,),
        falls_away_on=(ResumedInNewCase, EndingRevoked),
    ),
]


def waiting(dossier: Dossier, on: date) -> Duty | None:
    """The newest half year whose last day is near or past, and in which not all debtors were asked about yet."""
    if terminated(dossier, on) is None:
        return None
    then = dossier.as_of(on)
    found = [
        each
        for each in of_rule(EVERY_HALF_YEAR, then, NATIONAL)
        if each.due is not None and each.due - AHEAD <= on
    ]
    open_still = [each for each in found if each.met_by is None and each.ended_by is None]
    return open_still[-1] if open_still else None
