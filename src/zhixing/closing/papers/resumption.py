"""Papers of resumption: the application, why not, and that enforcement goes on in a new case."""

from __future__ import annotations

from zhixing.cases.papers.phrases import case_clause, contact, head, members, titles, to
from zhixing.closing.acts import ResumedCaseOpened, ResumptionApplied, ResumptionDeclined
from zhixing.closing.papers.phrases import both
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Telling


def applied(told: Telling) -> Body:
    """The applicant asks that enforcement go on."""
    act = told.the(ResumptionApplied)
    return Body(
        blocks=(
            *head(told),
            Line(f"申请人{told.name(act.party)}就{case_clause(told)}，申请恢复执行{titles(told)}。"),
            Line(f"事由：{act.ground.label}。"),
            Line(f"财产线索或事实：{act.clues}"),
            Line("此致"),
            Line(told.court, indented=False),
        ),
        signed=(Signature("申请人", told.name(act.party)),),
        sealed=False,
    )


def declined(told: Telling) -> Body:
    """The applicant is told why enforcement does not go on."""
    act = told.the(ResumptionDeclined)
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(
                f"{case_clause(told)}，你（单位）申请恢复执行。经核查，{act.reason.rstrip('。')}，不符合恢复执行的条件。"
            ),
            Line(f"{told.under}，本案不予恢复执行。以后发现被执行人有可供执行财产的，可以再次申请。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def gone_on(told: Telling) -> Body:
    """Both sides learn that enforcement goes on in a new case."""
    act = told.the(ResumedCaseOpened)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，首次执行案号为{act.first_number}。"),
            Line(f"因{act.ground.label}，本院{told.under}，另行立案恢复执行{titles(told)}。"),
            Line("特此通知。"),
            contact(told),
        )
    )


PAPERS = [
    Paper(acts=(ResumptionApplied,), kind=PaperKind.STATEMENT, write=applied),
    Paper(acts=(ResumptionDeclined,), kind=PaperKind.NOTICE, write=declined),
    Paper(acts=(ResumedCaseOpened,), kind=PaperKind.NOTICE, write=gone_on),
]
