"""Guards of 执行完毕: nothing is left of what the titles grant, or a settlement has been performed in full.

Not covered: the enforcement fee and costs due to the court, which the funds room will settle.
"""

from __future__ import annotations

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ClaimRecorded
from zhixing.cases.acts.performance import (
    ClaimWaived,
    ConductPerformed,
    SatisfactionRecorded,
    ThingDelivered,
    VoluntarilyPerformed,
)
from zhixing.cases.acts.settlement import SettlementBroken, SettlementPerformed
from zhixing.cases.questions.settlement import SettlementState, settlement
from zhixing.closing.acts import Fulfilled, FulfilmentGround, NoticeConfirmation
from zhixing.closing.questions import unperformed
from zhixing.closing.rules.guards import NOT_TO_BE_CLOSED
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.record.rule import Asked, Objection, guard

ALL_DONE = cite("立案结案意见", 15)
SETTLED = cite("执行和解规定", 8)
MONEY_ACTS = (VoluntarilyPerformed, SatisfactionRecorded, ClaimWaived)


def _settled(asked: Asked) -> bool:
    return settlement(asked.dossier, asked.on)[0] is SettlementState.PERFORMED


@guard("金钱请求已全部清偿或放弃", ALL_DONE, SETTLED)
def nothing_owed(asked: Asked) -> Objection | None:
    """No money is owed to the day, or the settlement that took its place has been performed."""
    if _settled(asked):
        return None
    if not asked.dossier.as_of(asked.on).of(ClaimRecorded):
        return Objection(
            say("没有录入请求事项，不能判断是否履行完毕"), say("请先录入请求事项"), (ClaimRecorded,)
        )
    if not cases.money_claims(asked.dossier, asked.on):
        return None
    owed = cases.owed(asked.dossier, asked.on)
    if isinstance(owed, Undetermined):
        return Objection(
            say("尚欠数额不能确定，缺少：{missing}", missing="；".join(str(each) for each in owed.missing)),
            say("请补齐执行依据、请求事项和利率"),
        )
    left = owed.value.outstanding.total - cases.amount_waived(asked.dossier, asked.on)
    if left <= 0:
        return None
    return Objection(
        say("截至 {on} 尚欠 {left} 元（含利息）", on=asked.on, left=show(left)),
        say("请录入其余到位款；申请执行人放弃的，录入放弃请求；和解履行完毕的，录入和解履行完毕"),
        (*MONEY_ACTS, SettlementPerformed),
    )


@guard("财物已交付、行为已履行", ALL_DONE, SETTLED)
def nothing_undone(asked: Asked) -> Objection | None:
    """Every claim that is not for money was delivered, done or given up."""
    left = unperformed(asked.dossier, asked.on)
    if not left or _settled(asked):
        return None
    return Objection(
        say("“{label}”等 {count} 项请求尚未履行", label=left[0].act.label, count=len(left)),
        say("履行后请录入交付财物或行为履行；放弃的录入放弃请求"),
        (ThingDelivered, ConductPerformed, ClaimWaived),
    )


@guard("和解协议已全部履行", NOT_TO_BE_CLOSED, SETTLED)
def settlement_performed(asked: Asked) -> Objection | None:
    """While a settlement stands unperformed the case is not fulfilled."""
    state, made = settlement(asked.dossier, asked.on)
    if state is not SettlementState.STANDING or made is None:
        return None
    return Objection(
        say("{on} 达成的执行和解尚未记录履行完毕", on=made.on),
        say("履行完毕的由申请执行人确认后录入；没有履行的录入恢复原执行"),
        (SettlementPerformed, SettlementBroken),
    )


@guard("完毕的方式与记录相符", ALL_DONE, on_act=True)
def ground_as_recorded(asked: Asked) -> Objection | None:
    """Fulfilled by settlement needs one that was performed; confirmation by both sides names its paper."""
    act = asked.the(Fulfilled)
    if act.ground is FulfilmentGround.SETTLED and not _settled(asked):
        return Objection(say("没有和解履行完毕的记录"), say("请先录入和解履行完毕"), (SettlementPerformed,))
    if act.confirmed is not NoticeConfirmation.NONE and not act.confirmation.strip():
        return Objection(say("双方认可而没有写明材料"), say("请写明书面认可或笔录所在卷页，否则发结案通知书"))
    return None
