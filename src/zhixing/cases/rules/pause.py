"""Rules of suspension, stay and going on.

Not covered: suspension against one of several debtors alone.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases import questions
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround, Suspended
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import days, due, months, years
from zhixing.law.texts import say
from zhixing.record.duty import DutyRule, Limit, Trigger, before
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

BY = (Power.OFFICER, Power.JUDGE)
SUSPENSION = cite("民诉法", 267)
GUARANTEE_YEAR = cite("执行担保规定", 10, figure="一年")
HIGHER_MONTHS = cite("执行工作规定", 77, figure="三个月")


@guard("暂缓的期限在法定上限之内", GUARANTEE_YEAR, HIGHER_MONTHS, on_act=True)
def stay_within_limit(asked: Asked) -> Objection | None:
    """A stay on guarantee lasts a year at most, on a higher court's notice three months."""
    act = asked.the(Stayed)
    guaranteed = act.ground in (StayGround.GUARANTEE, StayGround.DEBTOR_REQUEST)
    longest = due(asked.on, years(1) if guaranteed else months(3))
    if act.until < asked.on:
        return Objection(say("暂缓的末日 {until} 早于决定日", until=act.until), say("请核对日期"))
    if isinstance(longest, Found) and act.until > longest.value.day:
        return Objection(
            say("暂缓至 {until}，超过最长的 {last}", until=act.until, last=longest.value.day),
            say("请缩短期限；确需延长的期满前另行决定"),
        )
    return None


@guard("凭担保暂缓须有担保人", cite("民诉法", 242), on_act=True)
def guarantor_named(asked: Asked) -> Objection | None:
    """A stay on guarantee names the guarantor."""
    act = asked.the(Stayed)
    if act.ground is StayGround.GUARANTEE and act.guarantor is None:
        return Objection(say("没有选择担保人"), say("请先录入担保人并在此选择"))
    return None


@guard("案件正在中止或暂缓", SUSPENSION)
def is_paused(asked: Asked) -> Objection | None:
    """Only what rests can go on."""
    if questions.paused(asked.dossier, asked.on):
        return None
    return Objection(say("案件没有中止或暂缓"), say("无须恢复"))


RULES = [
    ActRule(
        act=Suspended,
        label="中止执行",
        basis=(SUSPENSION,),
        by=BY,
        approved_by=Power.DIRECTOR,
        purpose="出现法定事由，裁定中止执行",
        guards=(*IN_HAND, not_paused),
        discloses=Disclosure(sms="cases.suspended"),
        document="中止执行裁定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=Stayed,
        label="暂缓执行",
        basis=(cite("民诉法", 242), HIGHER_MONTHS),
        by=BY,
        approved_by=Power.PRESIDENT,
        purpose="依法决定暂缓执行到某一日",
        guards=(*IN_HAND, not_paused, stay_within_limit, guarantor_named),
        discloses=Disclosure(sms="cases.stayed"),
        document="暂缓执行决定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=Resumed,
        label="恢复执行",
        basis=(SUSPENSION,),
        by=BY,
        purpose="中止、暂缓的事由消失，继续本案的执行",
        guards=(*IN_HAND, is_paused),
        discloses=Disclosure(sms="cases.resumed"),
        document="恢复执行通知书",
        group="中止、暂缓与期限",
    ),
]


def _stay_ends(trigger: Trigger) -> date | None:
    act = trigger.entry.act
    return act.until if isinstance(act, Stayed) else None


DUTIES = [
    DutyRule(
        name="decide-before-stay-ends",
        label="暂缓期满前决定是否恢复执行",
        holder=Power.OFFICER,
        opens_on=(Stayed,),
        limits=(Limit(before(_stay_ends, days(1)), HIGHER_MONTHS, text="暂缓期满之前"),),
        closes_on=(Resumed, Suspended),
    ),
]
