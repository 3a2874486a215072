"""Rules of seizing on the spot: the debtor or the family is called, who is there signs, a list is made (民诉法 256).

What is held by an assisting body alone, in a register or an account, needs no visit; its ruling is enough.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled, ControlReleased, Manner, SeizureRecorded
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.control import Hold, hold, holds
from zhixing.assets.questions.found import asset
from zhixing.cases.rules.guards import PROCEDURE_IN_HAND
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

PRESENT = cite("民诉法", 256)
SEIZED = (Manner.SEALED, Manner.DETAINED)
RECORD = cite("查扣冻规定", 18)


def on_the_spot(dossier: Dossier, held: Hold) -> bool:
    """Whether a control is laid on the thing itself: detained, or sealed without an assisting body."""
    act, found = held.entry.act, asset(dossier, held.thing, date.max)
    if not isinstance(act, Controlled) or found is None or family(found.kind) is not Family.MOVABLE:
        return False
    return act.manner is Manner.DETAINED or (act.manner is Manner.SEALED and not act.assisted_by.strip())


@guard("本案有查封、扣押", PRESENT)
def something_seized(asked: Asked) -> Objection | None:
    """Something is sealed or detained here."""
    if any(each.manner in SEIZED for each in holds(asked.dossier, date.max)):
        return None
    return Objection(say("本案没有查封、扣押"), say("请先裁定查封、扣押"), (Controlled,))


@guard("通知被执行人一方到场，在场的人签名", PRESENT, RECORD, on_act=True)
def presence_or_call(asked: Asked) -> Objection | None:
    """Whoever must be called was called; who came signed, or why nobody came is written; it has a beginning and an end."""
    act = asked.the(SeizureRecorded)
    held = hold(asked.dossier, act.control, date.max)
    if held is None or held.manner not in SEIZED or held.entry.on > asked.on:
        return Objection(say("没有这一条查封、扣押"), say("请选择本案的查封、扣押"))
    if not act.called.strip():
        return Objection(
            say("没有写明通知谁到场"), say("通知本人或者成年家属；单位通知法定代表人或者主要负责人")
        )
    if not act.present.strip() and not act.absent.strip():
        return Objection(say("没有写明谁到场，也没有写明拒不到场"), say("请写明；拒不到场的不影响执行"))
    if not act.began or not act.ended or act.ended < act.began:
        return Objection(say("开始和完成的钟点没有填对"), say("请写成 08:30，完成不早于开始"))
    if act.keeper.strip():
        return None
    return Objection(say("没有写明保管人"), say("可以指定被执行人、申请执行人或者第三人保管"))


RULES = [
    ActRule(
        act=SeizureRecorded,
        label="现场查封、扣押笔录",
        basis=(PRESENT, RECORD),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="记录通知谁到场、谁到场、开始和完成的时间、保管人，并附清单",
        guards=(*PROCEDURE_IN_HAND, something_seized, presence_or_call),
        discloses=Disclosure(),
        document="查封、扣押笔录",
        group="财产控制",
    )
]


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("查封、扣押时当场制作，未录入前一直待办"),))


def _visited(dossier: Dossier, entry: Entry[Act]) -> bool:
    return any(each.seq == entry.seq and on_the_spot(dossier, each) for each in holds(dossier, date.max))


def _of_control(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return getattr(closing.act, "control", None) == opening.seq


DUTIES = [
    DutyRule(
        name="assets.record-seizure",
        label="制作查封、扣押笔录和清单",
        holder=Power.OFFICER,
        opens_on=(Controlled,),
        when=_visited,
        limits=(Limit(_no_fixed_time, RECORD),),
        closes_on=(SeizureRecorded,),
        matches=_of_control,
        falls_away_on=(ControlReleased,),
        falls_away_when=_of_control,
    )
]
