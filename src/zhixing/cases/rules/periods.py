"""Rules of the time for enforcement: what is left out of it, how it is lengthened, and the duty to conclude.

Three rules on who extends coexist (执行期限规定 1: president or vice president; 审限规定: president, three months;
执行工作规定 63: president). The default here is the president, three months at a time: docs/law-to-confirm.md.

Not covered: reporting a second extension to the high court.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases import questions
from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import CaseType, Filed
from zhixing.cases.acts.pause import Resumed, Suspended
from zhixing.cases.acts.periods import PeriodDeducted, PeriodExtended
from zhixing.cases.questions.periods import limit
from zhixing.cases.rules.guards import IN_HAND
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import days, lead
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, before
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

BY = (Power.OFFICER, Power.JUDGE)
EVERY_CASE = cite("审限规定", 5, figure="六个月")
SIX_MONTHS = cite("执行工作规定", 63, figure="六个月")
LEFT_OUT = cite("审限规定", 9)
FIVE_DAYS_BEFORE = cite("执行期限规定", 1)
LONGEST_EXTENSION = 3  # months at a time: 审限规定 art. 5


@guard("扣除的期间合理", LEFT_OUT, on_act=True)
def deduction_sane(asked: Asked) -> Objection | None:
    """A deduction lies after filing, ends after it begins, and does not overlap an earlier one."""
    act = asked.the(PeriodDeducted)
    if act.until < act.since:
        return Objection(
            say("止日 {until} 早于起日 {since}", until=act.until, since=act.since), say("请核对起止日期")
        )
    filed = questions.filed_on(asked.dossier, asked.on)
    if filed is not None and act.since < filed:
        return Objection(
            say("扣除自 {since} 起，早于立案日 {filed}", since=act.since, filed=filed),
            say("请从立案之后起算"),
        )
    for entry in asked.dossier.of(PeriodDeducted):
        if act.since <= entry.act.until and entry.act.since <= act.until:
            return Objection(
                say(
                    "与第 {seq} 条扣除的 {since} 至 {until} 重叠",
                    seq=entry.seq,
                    since=entry.act.since,
                    until=entry.act.until,
                ),
                say("请只填未扣除过的日子"),
            )
    return None


@guard("在期限届满五日前申请延长", FIVE_DAYS_BEFORE)
def asked_in_time(asked: Asked) -> Objection | None:
    """An extension is asked for at least five days before the time runs out."""
    end = limit(asked.dossier)
    if not isinstance(end, Found):
        return Objection(
            say("执行期限不能算定：{why}", why="；".join(map(str, end.missing))), say("恢复或立案之后再申请")
        )
    last = lead(end.value.day, days(5))
    if isinstance(last, Found) and asked.on <= last.value.day:
        return None
    return Objection(
        say(
            "执行期限至 {end}，最迟应在 {last} 申请",
            end=end.value.day,
            last=last.value.day if isinstance(last, Found) else "届满前",
        ),
        say("已经逾期的，请尽快办结并说明逾期原因"),
    )


@guard("一次延长不超过三个月", cite("审限规定", 5, figure="三个月"), on_act=True)
def extension_within_limit(asked: Asked) -> Objection | None:
    """One extension is three months at most."""
    wanted = asked.the(PeriodExtended).months
    if 1 <= wanted <= LONGEST_EXTENSION:
        return None
    return Objection(
        say("申请延长 {count} 个月", count=wanted), say("请填 1 至 3 个月；仍不能办结的再次申请")
    )


RULES = [
    ActRule(
        act=PeriodDeducted,
        label="扣除期限",
        basis=(LEFT_OUT, cite("执行程序解释", 13)),
        by=BY,
        approved_by=Power.DIRECTOR,
        purpose="把依法不计入的期间从执行期限中扣除",
        guards=(*IN_HAND, deduction_sane),
        discloses=Disclosure(sms="cases.period_deducted"),
        document="扣除期限审批表",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=PeriodExtended,
        label="延长期限",
        basis=(SIX_MONTHS, FIVE_DAYS_BEFORE),
        by=BY,
        approved_by=Power.PRESIDENT,
        purpose="有特殊情况不能按期办结，申请延长",
        guards=(*IN_HAND, asked_in_time, extension_within_limit),
        discloses=Disclosure(sms="cases.period_extended"),
        document="延长执行期限审批表",
        group="中止、暂缓与期限",
    ),
]


def _limit(trigger: Trigger) -> DueAnswer:
    return limit(trigger.dossier)


def _last_day(trigger: Trigger) -> date | None:
    end = limit(trigger.dossier)
    return end.value.day if isinstance(end, Found) else None


def _preserves(dossier: Dossier, _entry: Entry[Act]) -> bool:
    return questions.case_type(dossier) is CaseType.PRESERVATION


def _enforces(dossier: Dossier, entry: Entry[Act]) -> bool:
    return not _preserves(dossier, entry)


DUTIES = [
    # A preservation's six months are for carrying the ruling out: it is closed then, whatever becomes of the suit.
    DutyRule(
        name="conclude-preservation",
        label="保全裁定实施完毕或者查无财产，结案",
        holder=Power.OFFICER,
        opens_on=(Filed,),
        when=_preserves,
        limits=(Limit(_limit, EVERY_CASE, text="立案之日起六个月；依法扣除、延长"),),
        closes_on=(ClosingAct,),
        falls_away_on=(CaseTransferred,),
        suspended_on=(Suspended,),
        resumed_on=(Resumed,),
    ),
    DutyRule(
        name="conclude",
        label="执行期限内结案",
        holder=Power.OFFICER,
        opens_on=(Filed,),
        when=_enforces,
        limits=(Limit(_limit, SIX_MONTHS, text="立案之日起六个月，非诉行政执行三个月；依法扣除、延长"),),
        closes_on=(ClosingAct,),
        falls_away_on=(CaseTransferred,),
        suspended_on=(Suspended,),
        resumed_on=(Resumed,),
    ),
    DutyRule(
        name="ask-for-extension",
        right=True,
        label="需要延长的，届满五日前申请",
        holder=Power.OFFICER,
        opens_on=(Filed,),
        limits=(Limit(before(_last_day, days(5)), FIVE_DAYS_BEFORE, text="执行期限届满前五日"),),
        closes_on=(PeriodExtended,),
        falls_away_on=(ClosingAct, CaseTransferred),
        suspended_on=(Suspended,),
        resumed_on=(Resumed,),
    ),
]
