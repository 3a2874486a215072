"""Rules of handing a preservation over to the court where suit was filed (民诉法解释 160).

The ruling counts as that court's from then on. A court of this district takes what is held over into its own case (执保) on its
page of property; for another, renewal stays watched here. The norm gives no days.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.rules.guards import procedure_open
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.preservation.acts import PreservationHandedOver, SuitFiled, When
from zhixing.preservation.questions import application, suit_elsewhere
from zhixing.preservation.rules.guards import DESK, GROUP, preservation_case, ruled
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

HANDS_OVER = cite("民诉法解释", 160)


@guard("受理起诉的是否其他法院，填写一致", HANDS_OVER, on_act=True)
def forum_told(asked: Asked) -> Objection | None:
    """Whether suit went to another court decides whether the papers follow it: said as the name of the court says."""
    act, own = asked.the(SuitFiled), COURTS_BY_CODE.get(asked.dossier.court)
    name = act.forum.strip()
    if own is None or ("法院" not in name and name != "本院"):
        wrong = act.elsewhere and "仲裁" in name
    else:
        here = name == "本院" or name in own.name or own.name in name
        wrong = here is act.elsewhere
    if not wrong:
        return None
    return Objection(
        say("受理的是“{forum}”，与是否由其他法院受理的勾选不符", forum=name),
        say("由其他法院受理的请勾选，本院或者仲裁机构受理的不勾选"),
    )


@guard("诉前保全，已向其他法院起诉", HANDS_OVER)
def sued_elsewhere(asked: Asked) -> Objection | None:
    """Only what was preserved before suit follows the suit to another court, once."""
    applied = application(asked.dossier, date.max)
    if applied is None or applied.act.when is not When.BEFORE_SUIT:
        return Objection(say("本案不是诉前保全"), say("不必移送"))
    if suit_elsewhere(asked.dossier, asked.on) is not None:
        return None
    return Objection(
        say("没有待移送的其他法院的受案记录"), say("请先录入起诉的证明，勾选由其他法院受理"), (SuitFiled,)
    )


@guard("移送的是该案的手续，写明法院和函号", HANDS_OVER, on_act=True)
def handing_over_complete(asked: Asked) -> Objection | None:
    """Of which suit, to whom, under which letter."""
    act, waits = asked.the(PreservationHandedOver), suit_elsewhere(asked.dossier, asked.on)
    if waits is not None and act.suit == waits.seq and act.court.strip() and act.letter.strip():
        return None
    return Objection(
        say("没有选对起诉的证明，或者没有写明法院、函号"), say("请选择其他法院受理的起诉，并补全")
    )


RULES = [
    ActRule(
        act=PreservationHandedOver,
        label="移送保全手续",
        basis=(HANDS_OVER,),
        by=DESK,
        purpose="申请人向其他有管辖权的法院起诉的，把保全手续移送该院；裁定视为该院作出",
        guards=(preservation_case, procedure_open, ruled, sued_elsewhere, handing_over_complete),
        discloses=Disclosure(sms="preservation.handed_over"),
        document="移送保全手续函",
        group=GROUP,
    )
]


def _elsewhere(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, SuitFiled) and entry.act.elsewhere


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数，未办理前一直待办"),))


def _this_suit(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, PreservationHandedOver) and closing.act.suit == opening.seq


DUTIES = [
    DutyRule(
        name="preservation.hand-over",
        label="向受理起诉的法院移送保全手续",
        holder=Power.OFFICER,
        opens_on=(SuitFiled,),
        when=_elsewhere,
        limits=(Limit(_no_fixed_time, HANDS_OVER),),
        closes_on=(PreservationHandedOver,),
        matches=_this_suit,
    )
]
