"""The court above: the applicant's right after six months without enforcement, and what that court orders."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.parties.acts import ApplicantId
from zhixing.record.act import Act, Choice, Prose, title


class HigherCourtApplied(Act, frozen=True, kw_only=True, tag="cases.higher_court_applied"):
    """向上一级法院申请执行: six months have passed without enforcement, and the applicant turns to the court above."""

    by: Annotated[ApplicantId, title("申请执行人")]
    reason: Annotated[Prose, title("理由")] = ""


class UrgingOrdered(Act, frozen=True, kw_only=True, tag="cases.urging_ordered"):
    """督促执行令: the court above orders this court to enforce within a time, and tells the applicant in writing."""

    until: Annotated[date, title("限期至")]
    content: Annotated[Prose, title("内容")] = ""


class HigherMeasure(Choice):
    """What the court above rules."""

    ELEVATED = "elevated", "提级执行"
    DESIGNATED = "designated", "指令其他法院执行"


class ElevatedOrDesignated(Act, frozen=True, kw_only=True, tag="cases.elevated_or_designated"):
    """提级或指令执行: the court above takes the case itself, or gives it to another court."""

    measure: Annotated[HigherMeasure, title("方式")]
    to: Annotated[str, title("执行法院")]
    ruling: Annotated[str, title("裁定书文号")] = ""
