"""Rules of recusal.

Not covered: recusal of appraisers and translators.
"""

from __future__ import annotations

from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided
from zhixing.cases.rules.guards import filed, open_case
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUNDS = cite("民诉法", 47)


@guard("对此人提出过回避", cite("民诉法", 49), on_act=True)
def asked_for(asked: Asked) -> Objection | None:
    """A decision answers an application."""
    act = asked.the(RecusalDecided)
    if any(entry.act.officer == act.officer for entry in asked.dossier.of(RecusalAsked)):
        return None
    return Objection(say("没有人申请此人回避"), say("请先录入回避申请"), (RecusalAsked,))


RULES = [
    ActRule(
        act=RecusalAsked,
        label="申请回避",
        basis=(GROUNDS,),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="记下对承办人等的回避申请",
        guards=(filed, open_case),
        group="回避与合议",
    ),
    ActRule(
        act=RecusalDecided,
        label="决定回避",
        basis=(cite("民诉法", 49),),
        by=(Power.PRESIDENT, Power.VICE_PRESIDENT, Power.DIRECTOR),
        purpose="决定是否准许回避",
        guards=(filed, open_case, asked_for),
        discloses=Disclosure(sms="cases.recusal_decided"),
        document="回避决定书",
        group="回避与合议",
    ),
]


def _same_officer(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    asked, decided = opening.act, closing.act
    return (
        isinstance(asked, RecusalAsked)
        and isinstance(decided, RecusalDecided)
        and asked.officer == decided.officer
    )


DUTIES = [
    DutyRule(
        name="decide-recusal",
        label="三日内决定是否回避",
        holder=Power.PRESIDENT,
        opens_on=(RecusalAsked,),
        limits=(Limit(within(days(3)), cite("民诉法", 50, figure="三日"), text="申请提出之日起三日"),),
        closes_on=(RecusalDecided,),
        matches=_same_officer,
    ),
]
