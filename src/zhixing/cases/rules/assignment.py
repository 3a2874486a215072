"""Rules of assignment: hand-over, balanced draw that anyone can repeat, reassignment with a reason, transfer to another court.

Not covered: assignment inside a team, and the weights of cases, which the court sets in `cases.allocation`.
"""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, CaseTransferred, HandedOver, Reassigned
from zhixing.cases.acts.filing import Filed
from zhixing.cases.allocation import Candidate
from zhixing.cases.questions.recusal import recused
from zhixing.cases.rules.guards import assigned, filed, open_case, procedure_open
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

# The officers of the court who may handle a case, with the weight of what they have open.
CANDIDATES = Need("candidates", tuple[Candidate, ...])
# The officer's name on that day, kept with the act so that lists need not ask the staff table.
HANDLER_NAME = Need("handler-name", str)
ASSIGNMENT = cite("执行期限规定", 2)


@guard("尚未分案", ASSIGNMENT)
def not_assigned(asked: Asked) -> Objection | None:
    """A case is assigned once; afterwards the handling officer is changed."""
    if questions.handler(asked.dossier, asked.on) is None:
        return None
    return Objection(say("案件已有承办人"), say("请办理“变更承办人”并说明理由"), (Reassigned,))


@guard("承办人是本院有权办理执行案件的人员", ASSIGNMENT, on_act=True)
def officer_may_handle(asked: Asked) -> Objection | None:
    """The officer belongs to this court and holds the power to handle cases."""
    officer = _officer(asked)
    if officer is None or any(each.officer == officer for each in asked.fact(CANDIDATES)):
        return None
    return Objection(say("所选的人不是本院的执行员或执行法官"), say("请从本院执行人员中选择"))


@guard("承办人没有被决定回避", cite("民诉法", 47), on_act=True)
def officer_not_recused(asked: Asked) -> Objection | None:
    """Whoever has been recused from this case does not get it."""
    if _officer(asked) not in recused(asked.dossier, asked.on):
        return None
    return Objection(say("所选的人已被决定在本案回避"), say("请另选承办人"))


@guard("均衡分案的结果与公开种子算出的一致", ASSIGNMENT, on_act=True)
def draw_repeats(asked: Asked) -> Objection | None:
    """A balanced assignment names the officer whom the published seed draws; a designated one says why."""
    act = asked.the(Assigned)
    if act.method is AssignmentMethod.DESIGNATED:
        if act.officer is None:
            return Objection(say("指定分案没有写明承办人"), say("请选择承办人"))
        if act.reason.strip():
            return None
        return Objection(say("指定分案没有写明理由"), say("请写明为何不用均衡分案"))
    drawn = questions.drawn_for(asked.dossier, asked.on, act.seed, asked.fact(CANDIDATES))
    if drawn is None:
        return Objection(say("本院没有可以承办此案的人"), say("请先在人员中设置执行员或执行法官的职务"))
    if act.officer is None or drawn.chosen.officer == act.officer:
        return None
    return Objection(
        say("{because}", because="；".join(str(each) for each in drawn.because)),
        say("请改选{name}，或把承办人留空；确有理由另定的，用指定分案并写明理由", name=drawn.chosen.name),
    )


def _officer(asked: Asked) -> int | None:
    act = asked.act
    return act.officer if isinstance(act, Assigned | Reassigned) else None


@guard("新承办人不同于现承办人", ASSIGNMENT, on_act=True)
def another_officer(asked: Asked) -> Objection | None:
    """Reassignment changes the officer."""
    if questions.handler(asked.dossier, asked.on) != asked.the(Reassigned).officer:
        return None
    return Objection(say("所选的人就是现承办人"), say("请另选承办人"))


RULES = [
    ActRule(
        act=HandedOver,
        label="移送执行机构",
        basis=(cite("审限规定", 7),),
        by=(Power.FILING,),
        purpose="立案后把案卷移送执行局",
        guards=(filed, open_case),
        group="分案",
    ),
    ActRule(
        act=Assigned,
        label="分案",
        basis=(ASSIGNMENT,),
        by=(Power.DIRECTOR, Power.FILING),
        purpose="确定承办人；均衡分案可由公开的种子复算",
        guards=(filed, open_case, not_assigned, officer_may_handle, officer_not_recused, draw_repeats),
        needs=(CANDIDATES, HANDLER_NAME),
        discloses=Disclosure(sms="cases.assigned"),
        sends=("assignment",),
        group="分案",
    ),
    ActRule(
        act=Reassigned,
        label="变更承办人",
        basis=(ASSIGNMENT,),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        approved_by=Power.DIRECTOR,
        purpose="因回避、调离、案件均衡等理由改由他人承办",
        guards=(filed, procedure_open, assigned, another_officer, officer_may_handle, officer_not_recused),
        needs=(CANDIDATES, HANDLER_NAME),
        discloses=Disclosure(sms="cases.reassigned"),
        sends=("assignment",),
        group="分案",
    ),
    ActRule(
        act=CaseTransferred,
        label="移送管辖",
        basis=(cite("执行程序解释", 3), cite("立案结案意见", 18)),
        by=(Power.OFFICER, Power.JUDGE),
        approved_by=Power.DIRECTOR,
        purpose="管辖异议成立或本院无管辖权，移送有管辖权的法院",
        guards=(filed, open_case),
        discloses=Disclosure(sms="cases.case_transferred"),
        document="移送函",
        group="分案",
    ),
]

DUTIES = [
    DutyRule(
        name="hand-over-file",
        label="移送案卷",
        holder=Power.FILING,
        opens_on=(Filed,),
        limits=(Limit(within(days(3)), cite("审限规定", 7, figure="三日"), text="决定立案之日起三日"),),
        closes_on=(HandedOver, Assigned),
    ),
    DutyRule(
        name="assign-handler",
        label="确定承办人",
        holder=Power.DIRECTOR,
        opens_on=(Filed,),
        limits=(Limit(within(days(7)), ASSIGNMENT, text="立案之日起七日"),),
        closes_on=(Assigned, CaseTransferred),
    ),
]
