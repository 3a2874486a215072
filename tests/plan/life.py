"""A plan as tests live it: its text, its shape, and the story of a court that carries it out."""

from __future__ import annotations

from datetime import date

from tests.record.builder import Did, add
from zhixing.plan.acts.adoption import Adopted, Drafted
from zhixing.plan.acts.carrying_out import MeasureAssigned, TaskSet
from zhixing.plan.shape import Deadline, Measure, Plan, Stage, Target
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier

DRAFTED, ADOPTED, ASSIGNED = date(2016, 5, 16), date(2016, 5, 23), date(2016, 5, 27)
DEPARTMENTS = {"court-departments": ["执行局", "立案庭"]}
PLAN = Plan(
    title="执行攻坚方案",
    document_no="示法〔2016〕1号",
    measures=(
        Measure(
            no=1,
            group="办案",
            title="自动分案",
            text="轮案规则。",
            deadlines=(Deadline(text="2016年9月前", what="全部实现", by=date(2016, 9, 30)),),
        ),
        Measure(
            no=2,
            group="办案",
            title="定期通报",
            text="按季通报。",
            deadlines=(Deadline(text="每季度", what="通报一次", every="quarter"),),
            targets=(
                Target(text="达到70%", value="70", unit="%", of="适用率", indicator="listed-debtor-share"),
                Target(text="达到90%", value="90", unit="%", of="满意率", indicator="nobody-measures-this"),
            ),
        ),
    ),
    stages=(
        Stage(name="动员部署阶段", since=date(2016, 5, 1), until=date(2016, 7, 1), work="动员。"),
        Stage(name="攻坚阶段", since=date(2016, 7, 1), until=date(2017, 6, 1), work="推进。"),
        Stage(name="中期检查阶段", since=date(2017, 6, 1), until=date(2017, 7, 1), work="检查。"),
        Stage(name="整改阶段", since=date(2017, 7, 1), until=date(2018, 3, 1), work="整改。"),
        Stage(name="总结验收阶段", since=date(2018, 3, 1), until=date(2018, 5, 1), work="验收。"),
    ),
)
QUARTERS = (date(2016, 6, 30), date(2016, 9, 30), date(2016, 12, 31))


def adopted() -> Dossier:
    """The issuer's dossier once the plan is adopted."""
    empty = installed().dossier(1, "plan", "渝02", [])
    return tell(empty, Did(Drafted(plan=PLAN), DRAFTED), Did(Adopted(), ADOPTED))


def tell(dossier: Dossier, *story: Did) -> Dossier:
    """The dossier with more of the story."""
    for did in story:
        dossier = add(dossier, did)
    return dossier


def assigned() -> Dossier:
    """Both measures given out, with a task each: entries 3 to 6."""
    return tell(
        adopted(),
        Did(given(1), ASSIGNED, DEPARTMENTS),
        Did(given(2), ASSIGNED, DEPARTMENTS),
        Did(TaskSet(measure=1, what="全部实现自动分案", days=(date(2016, 9, 30),)), ASSIGNED),
        Did(TaskSet(measure=2, what="通报", days=QUARTERS), ASSIGNED),
    )


def given(measure: int, department: str = "执行局") -> MeasureAssigned:
    """A measure given to a department."""
    return MeasureAssigned(measure=measure, department=department, leader=11, owner=12)
