"""Rules of the right to sell what several courts hold: asking the first holder for it, giving it, the answer in fifteen days.

Not covered: the dispute that goes up to the court above both (首封处分权批复 4): its decision is entered as the right obtained.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled
from zhixing.assets.acts.priority import (
    AskedBecause,
    DisposalRequestDeclined,
    DisposalRequestReceived,
    DisposalRightGiven,
    DisposalRightObtained,
    DisposalRightRequested,
)
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.naming import thing_named
from zhixing.assets.questions.priority import request_open
from zhixing.assets.questions.sale import about, sale
from zhixing.assets.rules.guards import held_here, meant, property_stands
from zhixing.assets.rules.offering import offered
from zhixing.assets.rules.sale_guards import FOUND_HERE, GROUP, HANDLERS, TEAM
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_type
from zhixing.cases.rules.guards import HELD_IN_HAND
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.disposal import PRIOR_ANSWER_WITHIN, PRIOR_ASK_AFTER
from zhixing.law.periods import shifted, years
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

MAY_ASK = cite("首封处分权批复", 1)
ANSWERS = cite("首封处分权批复", 2)
DISPUTES = cite("首封处分权批复", 4)
PRESERVED = cite("财产保全规定", 21, figure="一年")
PRESERVED_YEAR = years(1)


@guard("本案在轮候", MAY_ASK, on_act=True)
def waits_in_line(asked: Asked) -> Objection | None:
    """Only who waits for what another court holds asks for the right to sell it."""
    found = meant(asked)
    if found is None or any(
        each.thing == found.seq and each.waits() and each.entry.on <= asked.on
        for each in holds(asked.dossier, date.max)
    ):
        return None
    return Objection(
        say("本案没有轮候控制该财产"), say("请先轮候控制；本案已首先控制的，可以直接变价"), (Controlled,)
    )


@guard("首先查封已超过六十日，优先债权写明；保全满一年", MAY_ASK, PRESERVED, on_act=True)
def first_holder_slow(asked: Asked) -> Objection | None:
    """Sixty days have passed since the first control without a notice of sale, and the prior claim is a final one."""
    act = asked.the(DisposalRightRequested)
    if act.because is AskedBecause.PRESERVED:
        return _preserved_too_long(asked, act)
    last = shifted(act.held_since, PRIOR_ASK_AFTER)
    if asked.on <= last:
        return Objection(
            say("首先查封之日为 {since}，六十日至 {last}", since=act.held_since, last=last),
            say("超过六十日尚未发布拍卖公告或者进入变卖的，再商请移送"),
        )
    if act.claim.strip():
        return None
    return Objection(say("没有写明优先债权"), say("请写明种类、数额和确认它的生效文书"))


def _preserved_too_long(asked: Asked, act: DisposalRightRequested) -> Objection | None:
    """A preservation that held first for a year is asked by the enforcement that waits; the thing in dispute stays there."""
    if case_type(asked.dossier) is CaseType.PRESERVATION or act.disputed:
        return Objection(
            say("本案不是执行案件，或者被保全的财产是争议标的"),
            say("只有在先轮候的执行案件可以商请，争议标的除外"),
        )
    last = shifted(act.held_since, PRESERVED_YEAR)
    if asked.on > last:
        return None
    return Objection(
        say("首先查封之日为 {since}，一年至 {last}", since=act.held_since, last=last),
        say("首封保全超过一年未处分的，再商请移送"),
    )


@guard("已商请移送处置权", ANSWERS, on_act=True)
def was_requested(asked: Asked) -> Objection | None:
    """The right is obtained on a request."""
    found = meant(asked)
    if found is None or about(asked.dossier.as_of(asked.on), DisposalRightRequested, found.seq):
        return None
    return Objection(
        say("没有商请移送的记录"), say("请先商请首先查封法院移送处置权"), (DisposalRightRequested,)
    )


@guard("商请尚未答复", ANSWERS, on_act=True)
def request_waits(asked: Asked) -> Objection | None:
    """A request is answered once; the right is not given once this court has itself announced the sale."""
    act = asked.act
    number = act.request if isinstance(act, DisposalRightGiven | DisposalRequestDeclined) else 0
    found = request_open(asked.dossier, number, date.max)
    if found is None or found.on > asked.on:
        return Objection(say("没有这一件待答复的商请"), say("请选择本案收到的商请移送函"))
    if isinstance(act, DisposalRequestDeclined):
        return None if act.reason.strip() else Objection(say("没有写明理由"), say("请写明"))
    thing = thing_named(asked.dossier, found.act)
    state = sale(asked.dossier, thing, date.max) if thing is not None else None
    if state is None or state.offer is None or not (state.offer.open or state.done):
        return None
    return Objection(
        say("本院已于 {on} 发布公告", on=state.offer.entry.on),
        say("本院继续处置，答复不移送"),
        (DisposalRequestDeclined,),
    )


RULES = [
    ActRule(
        act=DisposalRightRequested,
        label="商请移送处置权",
        basis=(MAY_ASK, PRESERVED),
        by=HANDLERS,
        purpose="首先查封超过六十日未处置的，优先债权执行法院商请移送；首封保全超过一年未处分的，在先轮候的执行法院商请移送",
        guards=(*FOUND_HERE, waits_in_line, first_holder_slow, offered(waits_in_line)),
        document="商请移送执行函",
        group=GROUP,
    ),
    ActRule(
        act=DisposalRightObtained,
        label="取得处置权",
        basis=(ANSWERS, DISPUTES),
        by=HANDLERS,
        purpose="首先查封法院移送，或者共同上级法院指定本院处置",
        guards=(*FOUND_HERE, waits_in_line, was_requested, offered(waits_in_line, was_requested)),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=DisposalRequestReceived,
        label="收到商请移送函",
        basis=(ANSWERS,),
        by=TEAM,
        purpose="收下优先债权执行法院的商请，起算十五日",
        guards=(*HELD_IN_HAND, property_stands, held_here, offered(held_here)),
        group=GROUP,
    ),
    ActRule(
        act=DisposalRightGiven,
        label="移送处置权",
        basis=(ANSWERS,),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="收到商请十五日内出具移送函，由优先债权执行法院处置",
        guards=(*HELD_IN_HAND, request_waits),
        discloses=Disclosure(sms="assets.disposal_right_given"),
        document="移送执行函",
        group=GROUP,
    ),
    ActRule(
        act=DisposalRequestDeclined,
        label="不移送处置权",
        basis=(ANSWERS, DISPUTES),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="不具备移送的条件，答复商请的法院",
        guards=(*HELD_IN_HAND, request_waits),
        document="答复移送商请函",
        group=GROUP,
    ),
]


def _because(entry: Entry[Act]) -> AskedBecause | None:
    return entry.act.because if isinstance(entry.act, DisposalRequestReceived) else None


def _answers_it(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return getattr(closing.act, "request", None) == opening.seq


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数；有争议的报请共同的上级法院指定"),))


DUTIES = [
    DutyRule(
        name="answer-disposal-request",
        label="答复移送处置权的商请",
        holder=Power.OFFICER,
        opens_on=(DisposalRequestReceived,),
        when=lambda _dossier, entry: _because(entry) is AskedBecause.PRIOR,
        limits=(Limit(within(PRIOR_ANSWER_WITHIN), ANSWERS, text="收到商请移送函后十五日"),),
        closes_on=(DisposalRightGiven, DisposalRequestDeclined),
        falls_away_on=(ClosingAct,),
        matches=_answers_it,
    ),
    DutyRule(
        name="answer-request-for-preserved",
        label="答复对保全财产移送执行的商请",
        holder=Power.OFFICER,
        opens_on=(DisposalRequestReceived,),
        when=lambda _dossier, entry: _because(entry) is AskedBecause.PRESERVED,
        limits=(Limit(_no_fixed_time, PRESERVED),),
        closes_on=(DisposalRightGiven, DisposalRequestDeclined),
        falls_away_on=(ClosingAct,),
        matches=_answers_it,
    ),
]
