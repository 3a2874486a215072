"""Who handles the case: hand-over from filing, assignment, reassignment, transfer to another court."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.record.act import Act, Choice, Course, OfficerId, Prose, title


class HandedOver(Act, frozen=True, kw_only=True, tag="cases.handed_over"):
    """移送执行机构: the filing division hands the file to the enforcement bureau."""

    note: Annotated[Prose, title("说明")] = ""


class AssignmentMethod(Choice):
    """How the handling officer is found."""

    BALANCED = "balanced", "均衡随机分案"
    DESIGNATED = "designated", "指定分案"


class Assigned(Act, frozen=True, kw_only=True, tag="cases.assigned"):
    """分案: the handling officer is fixed. A balanced draw can be repeated by anyone from the published seed."""

    officer: Annotated[OfficerId | None, title("承办人", "均衡随机分案留空，由种子抽定")] = None
    method: Annotated[AssignmentMethod, title("分案方式")] = AssignmentMethod.BALANCED
    clerk: Annotated[OfficerId | None, title("书记员")] = None
    seed: Annotated[str, title("公开的随机种子", "留空用“法院代字 日期”，如“渝0235 2017-06-15”")] = ""
    reason: Annotated[Prose, title("指定的理由", "指定分案必填")] = ""


class Reassigned(Act, frozen=True, kw_only=True, tag="cases.reassigned"):
    """变更承办人: another officer takes over, for a reason."""

    officer: Annotated[OfficerId, title("新承办人")]
    reason: Annotated[Prose, title("变更理由")]
    clerk: Annotated[OfficerId | None, title("书记员")] = None


class CaseTransferred(Act, frozen=True, kw_only=True, tag="cases.case_transferred"):
    """移送管辖: the case goes to the court that has jurisdiction."""

    course: ClassVar[Course] = Course.ENDED

    to: Annotated[str, title("受移送法院")]
    reason: Annotated[Prose, title("理由")]
