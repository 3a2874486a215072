"""Resumption: an ended case goes on in a new one (执恢), linked to the first. The first dossier itself is never reopened."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.cases.acts.filing import ApplicationReceived, CaseType
from zhixing.parties.acts import ApplicantId
from zhixing.record.act import Act, Choice, Course, DossierId, Prose, title


class ResumptionGround(Choice):
    """Why enforcement goes on (立案结案意见 art. 6, 民诉法解释 art. 517 and 518)."""

    PROPERTY_FOUND = "property_found", "终结本次执行程序后发现财产"
    SETTLEMENT_VITIATED = "settlement_vitiated", "因受欺诈、胁迫达成和解"
    SETTLEMENT_BROKEN = "settlement_broken", "不履行或不完全履行和解协议"
    ENTRUSTMENT_RETURNED = "entrustment_returned", "委托不当被退回"
    PARTY_CHANGED = "party_changed", "终结本次执行程序后变更、追加了当事人"
    APPLIED_AGAIN = "applied_again", "撤销申请终结执行后再次申请"


class ResumptionApplied(Act, frozen=True, kw_only=True, tag="closing.resumption_applied"):
    """申请恢复执行: the applicant asks that enforcement go on, and says why."""

    party: Annotated[ApplicantId, title("申请执行人")]
    ground: Annotated[ResumptionGround, title("恢复事由")]
    clues: Annotated[Prose, title("财产线索或事实", "写明财产种类、所在，或和解未履行的情况")]


class ResumptionDeclined(Act, frozen=True, kw_only=True, tag="closing.resumption_declined"):
    """不予恢复执行: what the applicant said did not prove true; the applicant is told why."""

    reason: Annotated[Prose, title("理由", "写明核查的结果")]


class ResumedCaseOpened(ApplicationReceived, frozen=True, kw_only=True, tag="closing.resumed_case_opened"):
    """恢复执行收案: a new case (执恢) takes up what an ended one left open."""

    first_case: Annotated[DossierId, title("首次执行案件")]
    first_number: Annotated[str, title("首次执行案号")]
    ground: Annotated[ResumptionGround, title("恢复事由")]
    basis: Annotated[Prose, title("核查结果", "查实的财产或事实")] = ""
    case_type: Annotated[CaseType, title("案件类型")] = CaseType.RESUMED


class ResumedInNewCase(Act, frozen=True, kw_only=True, tag="closing.resumed_in_new_case"):
    """已恢复执行: the first dossier learns in which new one enforcement goes on."""

    course: ClassVar[Course] = Course.ELSEWHERE

    case: Annotated[DossierId, title("恢复执行案件")]
    ground: Annotated[ResumptionGround, title("恢复事由")]
