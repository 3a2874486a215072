"""Papers of the other ways of closing."""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.papers.phrases import case_clause, clerk, contact, head, members, signed, titles, to
from zhixing.closing.acts import (
    ApplicationDismissed,
    CaseCancelled,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    PreservationClosed,
)
from zhixing.closing.papers.phrases import both, reached
from zhixing.closing.questions import document_of
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling

ORDERS: Mapping[type[ClosingAct], str] = {
    EnforcementEnded: "终结{titles}的执行。",
    NonEnforced: "不予执行{titles}。",
    ApplicationDismissed: "驳回申请执行人{applicant}的执行申请。",
}
REMEDIES: Mapping[type[ClosingAct], str] = {
    EnforcementEnded: "本裁定送达后立即生效。如认为终结执行违反法律规定，可以自裁定书送达之日起六十日内，向本院提出执行异议。",
    NonEnforced: "本裁定送达后立即生效。当事人可以依法另行起诉或者另行申请仲裁。",
    ApplicationDismissed: "如不服本裁定，可以自裁定书送达之日起十日内，向上一级人民法院申请复议。",
}


def has_paper(act: Act) -> bool:
    """Where both sides confirmed that all is done, no notice of closing is made."""
    return not isinstance(act, ClosingAct) or bool(document_of(act))


def fulfilled(told: Telling) -> Body:
    """Both sides learn that all is done."""
    act = told.the(Fulfilled)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，本院依据{titles(told)}立案执行。"),
            Line(f"经执行，{act.ground.label}：{act.reason.rstrip('。')}；{reached(told)}。"),
            Line(f"{told.under}，本案已经执行完毕，现予结案。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def ended(told: Telling) -> Body:
    """Enforcement ends for good, a title is not enforced, or the application is dismissed."""
    act = told.entry.act
    if not isinstance(act, EnforcementEnded | NonEnforced | ApplicationDismissed):
        raise TypeError(type(act).__name__)
    proof = f"，有{act.evidence.rstrip('。')}为证" if isinstance(act, EnforcementEnded) else ""
    applicant = told.names(members(told, Role.APPLICANT)) or "申请执行人"
    order = ORDERS[type(act)].format(titles=titles(told), applicant=applicant)
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中查明：{act.reason.rstrip('。')}{proof}。"),
            Line(f"本院认为，本案属于“{act.ground.label}”的情形。{told.under}，裁定如下："),
            Line(order),
            Line(REMEDIES[type(act)]),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def cancelled(told: Telling) -> Body:
    """The case is taken off the register."""
    act = told.the(CaseCancelled)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，{act.reason.rstrip('。')}，有{act.evidence.rstrip('。')}为证。"),
            Line(f"本案属于“{act.ground.label}”的情形，由{act.other_court}执行。{told.under}，决定如下："),
            Line("撤销本执行案件。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
    )


def preserved(told: Telling) -> Body:
    """Both sides learn what became of a ruling on preservation."""
    act = told.the(PreservationClosed)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(
                f"{case_clause(told)}，本院执行财产保全裁定的结果是：{act.outcome.label}。{act.reason.rstrip('。')}。"
            ),
            Line("申请续行保全的，请在保全期限届满七日前向本院提出。"),
            Line(f"依据：{told.basis}。特此告知。"),
            contact(told),
        )
    )


PAPERS = [
    Paper(acts=(Fulfilled,), kind=PaperKind.NOTICE, write=fulfilled, wanted=has_paper),
    Paper(acts=(EnforcementEnded, NonEnforced, ApplicationDismissed), kind=PaperKind.RULING, write=ended),
    Paper(acts=(CaseCancelled,), kind=PaperKind.DECISION, write=cancelled),
    Paper(acts=(PreservationClosed,), kind=PaperKind.NOTICE, write=preserved),
]
