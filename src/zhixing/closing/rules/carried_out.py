"""When a preservation is carried out: the application was ruled on, and the outcome is what the record shows of it."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled
from zhixing.assets.questions.control import holds
from zhixing.closing.acts import PreservationClosed, PreservationOutcome
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.preservation.acts import PreservationRefused, PreservationRuled
from zhixing.preservation.questions import application, decision
from zhixing.record.rule import Asked, Objection, guard

CARRIED_OUT = cite("立案结案意见", 21)


@guard("申请已经裁定，实施结果与记录相符", CARRIED_OUT, on_act=True)
def carried_out(asked: Asked) -> Objection | None:
    """Asked for here, it was ruled on, and something was held or nothing; what another court ruled is as the act says."""
    if application(asked.dossier, asked.on) is None:
        return None
    made = decision(asked.dossier, asked.on)
    if made is None:
        return Objection(
            say("保全申请还没有裁定"), say("请先裁定保全或者驳回"), (PreservationRuled, PreservationRefused)
        )
    held = any(each.failed is None for each in holds(asked.dossier, date.max))
    if held is (asked.the(PreservationClosed).outcome is not PreservationOutcome.NOTHING):
        return None
    if held:
        return Objection(say("本案控制过财产"), say("请选择全部实施完毕或者部分实施"))
    return Objection(
        say("本案没有控制财产"), say("请先控制财产；查无财产的，选择无标的物可以实施"), (Controlled,)
    )
