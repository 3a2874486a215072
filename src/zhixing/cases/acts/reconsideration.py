"""Reconsideration by the court above, and enforcement supervision after it."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, Choice, PartyId, Prose, Seq, title


class ReconsiderationAsked(Act, frozen=True, kw_only=True, tag="cases.reconsideration_asked"):
    """申请复议: a ruling is taken to the court above."""

    ruling: Annotated[Seq, title("不服的裁定")]
    by: Annotated[PartyId, title("复议申请人")]
    reason: Annotated[Prose, title("理由")] = ""


class FilesSentUp(Act, frozen=True, kw_only=True, tag="cases.files_sent_up"):
    """报送案卷: the file goes to the court above for reconsideration."""

    reconsideration: Annotated[Seq, title("复议申请")]


class ReconsiderationResult(Choice):
    """What the court above decided."""

    UPHELD = "upheld", "驳回复议，维持裁定"
    CHANGED = "changed", "撤销或变更裁定"
    SENT_BACK = "sent_back", "撤销裁定，发回重新审查"
    WITHDRAWN = "withdrawn", "准许撤回"


class ReconsiderationDecided(Act, frozen=True, kw_only=True, tag="cases.reconsideration_decided"):
    """复议裁定: the court above has decided."""

    reconsideration: Annotated[Seq, title("复议申请")]
    result: Annotated[ReconsiderationResult, title("结果")]
    ruling: Annotated[str, title("裁定书文号")] = ""
    upholds: Annotated[bool, title("变更后异议成立", "撤销或变更裁定的填写")] = False
    reason: Annotated[Prose, title("理由")] = ""


class SupervisionAsked(Act, frozen=True, kw_only=True, tag="cases.supervision_asked"):
    """申请执行监督: a ruling on reconsideration is put before the court above for supervision."""

    reconsideration: Annotated[Seq, title("复议裁定")]
    by: Annotated[PartyId, title("申请人")]
    reason: Annotated[Prose, title("理由")] = ""
