"""Objections to enforcement, their review, reconsideration, and suits that follow."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, Choice, PartyId, Prose, Seq, title


class ObjectionKind(Choice):
    """Kinds of objection (立案结案意见 art. 9)."""

    ACT = "act", "执行行为异议"
    THIRD_PARTY = "third_party", "案外人异议"
    JURISDICTION = "jurisdiction", "管辖异议"
    LIMITATION = "limitation", "申请执行时效异议"
    CLOSING = "closing", "对终结执行、终本的异议"
    AWARD = "award", "申请不予执行仲裁裁决"
    NOTARISED = "notarised", "申请不予执行公证债权文书"


class ObjectionRaised(Act, frozen=True, kw_only=True, tag="cases.objection_raised"):
    """提出异议: someone objects in writing to an act of enforcement, or claims the thing enforced upon."""

    kind: Annotated[ObjectionKind, title("异议种类")]
    by: Annotated[PartyId, title("异议人")]
    against: Annotated[Seq | None, title("所异议的行为")] = None
    object: Annotated[str, title("所涉财产", "案外人异议必填")] = ""
    content: Annotated[Prose, title("异议内容")] = ""


class ObjectionAccepted(Act, frozen=True, kw_only=True, tag="cases.objection_accepted"):
    """异议立案: the objection is filed for review and the parties are told."""

    objection: Annotated[Seq, title("异议")]
    number: Annotated[str, title("执异案号")] = ""


class ObjectionResult(Choice):
    """What was decided on an objection."""

    UPHELD = "upheld", "异议成立"
    PARTLY = "partly", "部分成立"
    DISMISSED = "dismissed", "驳回异议"
    WITHDRAWN = "withdrawn", "准许撤回"
    REJECTED = "rejected", "不予受理"


class ObjectionDecided(Act, frozen=True, kw_only=True, tag="cases.objection_decided"):
    """裁定异议: the review of an objection ends in a ruling that states the remedy and its time."""

    objection: Annotated[Seq, title("异议")]
    result: Annotated[ObjectionResult, title("结果")]
    reason: Annotated[Prose, title("理由")]
    ruling: Annotated[str, title("裁定书文号")] = ""
    remedy_stated: Annotated[bool, title("已载明复议或起诉的权利和期限")] = True


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


class ObjectionSuitFiled(Act, frozen=True, kw_only=True, tag="cases.objection_suit_filed"):
    """提起执行异议之诉: the outsider or the applicant sues over the thing."""

    objection: Annotated[Seq, title("异议")]
    by: Annotated[PartyId, title("原告")]
    number: Annotated[str, title("案号")] = ""
