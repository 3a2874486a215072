"""Rules of the line: who holds, who waits, whose hour was earlier that day, and from when a freeze of equity counts.

Who stands first is asked as the line stands, whatever day is written on the act: what was earlier by days than another court's
control is entered after that court has corrected its own. Of one and the same day the written hours decide.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import (
    ControlFoundBehind,
    Controlled,
    ControlReleased,
    EquityFreezePublished,
    Rank,
    WaitingTookEffect,
)
from zhixing.assets.questions.control import Hold, hold, holds, wants_publication
from zhixing.assets.questions.line import Place, later_that_day
from zhixing.cases.rules.guards import PROCEDURE_IN_HAND
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

GROUP = "财产控制"
HANDLERS = (Power.OFFICER, Power.JUDGE)
WAITING = cite("查扣冻规定", 26)
IN_ORDER = cite("财产保全规定", 16)
PUBLISHED = cite("股权规定", 6)

# Who else in the district holds this very thing or waits for it.
LINE = Need("control-line", tuple[Place, ...])


def before(asked: Asked, since: date, at: str) -> list[Place]:
    """Who of the line stands before a control of that day and hour and holds the thing."""
    return [
        each
        for each in asked.fact(LINE)
        if not each.waits
        and (each.until is None or each.until >= asked.on)
        and not later_that_day(each, since, at)
    ]


@guard("顺位与在先的控制相符", WAITING, IN_ORDER, on_act=True)
def rank_fits(asked: Asked) -> Objection | None:
    """Behind another court's or case's control one waits in line; who waits says behind whom."""
    act = asked.the(Controlled)
    ahead = before(asked, asked.on, act.at)
    if act.rank is Rank.FIRST and ahead:
        return _holds_already(ahead[0])
    if act.rank is Rank.WAITING and not ahead and not act.ahead.strip():
        return Objection(
            say("辖区内没有在先的控制，也没有写明辖区外的在先控制"),
            say("请写明在先的法院、案号和日期；没有在先控制的，请选择首先控制"),
        )
    return None


def _holds_already(holder: Place) -> Objection:
    hour = (
        say("{since} {at}", since=holder.since, at=holder.at) if holder.at else say("{on}", on=holder.since)
    )
    return Objection(
        say(
            "该财产已由{case}（{court}）于 {since} 控制，尚未解除",
            case=holder.case or str(holder.dossier),
            court=holder.court,
            since=hour,
        ),
        say("请选择轮候；同一天钟点在先的，双方都写明钟点；日期在先的，由该案先更正"),
    )


def _listed(asked: Asked) -> Hold | None:
    act = asked.act
    return hold(asked.dossier, act.control, date.max) if isinstance(act, EquityFreezePublished) else None


@guard("有待公示的股权冻结", PUBLISHED)
def equity_to_publish(asked: Asked) -> Objection | None:
    """Something is ruled that still has to stand in the public system."""
    if any(not each.published and each.stands(asked.on) for each in holds(asked.dossier, date.max)):
        return None
    return Objection(
        say("没有待公示的股权冻结"), say("2022 年以后裁定的股权冻结，公示后才生效"), (Controlled,)
    )


@guard("公示的是尚未公示的股权冻结", PUBLISHED, on_act=True)
def not_published_yet(asked: Asked) -> Objection | None:
    """It is a freeze of equity of this case, ordered by then, published once."""
    held = _listed(asked)
    if held is None or held.published or held.entry.on > asked.on:
        return Objection(say("没有这一条待公示的股权冻结"), say("请选择本案裁定的股权冻结"))
    return None


@guard("公示的顺位与在先的冻结相符", PUBLISHED, on_act=True)
def published_in_order(asked: Asked) -> Objection | None:
    """Who was published first holds; who comes after waits, and says behind whom."""
    act = asked.the(EquityFreezePublished)
    ahead = before(asked, asked.on, act.at)
    if not act.waiting and ahead:
        return _holds_already(ahead[0])
    if act.waiting and not ahead and not act.ahead.strip():
        return Objection(
            say("辖区内没有在先的冻结，也没有写明在先的冻结"), say("请写明在先的法院和案号，或者不勾选轮候")
        )
    return None


RULES = [
    ActRule(
        act=WaitingTookEffect,
        label="轮候生效",
        basis=(WAITING,),
        by=(Power.SYSTEM,),
        purpose="在先的控制解除或届满，登记在先的轮候自动生效，期限自生效时起算",
        discloses=Disclosure(sms="assets.waiting_took_effect"),
        group=GROUP,
        internal=True,
        sends=("news",),
    ),
    ActRule(
        act=ControlFoundBehind,
        label="查明在后，改为轮候",
        basis=(WAITING, IN_ORDER),
        by=(Power.SYSTEM,),
        purpose="同一天另有控制的钟点在先，本案的控制改为轮候",
        discloses=Disclosure(sms="assets.control_found_behind"),
        group=GROUP,
        internal=True,
    ),
    ActRule(
        act=EquityFreezePublished,
        label="股权冻结公示",
        basis=(PUBLISHED,),
        by=(*HANDLERS, Power.CLERK),
        purpose="登记机关在企业信用信息公示系统公示后，冻结生效，公示在先的为在先冻结",
        guards=(*PROCEDURE_IN_HAND, equity_to_publish, not_published_yet, published_in_order),
        needs=(LINE,),
        discloses=Disclosure(sms="assets.equity_freeze_published"),
        group=GROUP,
        sends=("control-ordered",),
    ),
]


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数，公示以前冻结不生效"),))


def _of_equity(dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, Controlled) and any(
        each.seq == entry.seq and wants_publication(dossier, each.entry) for each in holds(dossier, date.max)
    )


def _of_control(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return getattr(closing.act, "control", None) == opening.seq


DUTIES = [
    DutyRule(
        name="assets.publish-equity-freeze",
        label="请登记机关公示股权的冻结",
        holder=Power.OFFICER,
        opens_on=(Controlled,),
        when=_of_equity,
        limits=(Limit(_no_fixed_time, PUBLISHED),),
        closes_on=(EquityFreezePublished,),
        matches=_of_control,
        falls_away_on=(ControlReleased,),
        falls_away_when=_of_control,
    ),
]
