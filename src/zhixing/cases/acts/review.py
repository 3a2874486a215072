"""Objections to enforcement and their review in the court that enforces."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.record.act import Act, Choice, PartyId, Prose, Seq, title


class ObjectionKind(Choice):
    """Kinds of objection (立案结案意见 art. 9)."""

    ACT = "act", "执行行为异议"
    THIRD_PARTY = "third_party", "案外人异议"
    SUBSTANCE = "substance", "被执行人以实体事由排除执行的异议"
    JURISDICTION = "jurisdiction", "管辖异议"
    LIMITATION = "limitation", "申请执行时效异议"
    CLOSING = "closing", "对终结执行、终本的异议"
    AWARD = "award", "申请不予执行仲裁裁决"
    NOTARISED = "notarised", "申请不予执行公证债权文书"


class HeldBeforeTitle(Act, frozen=True, kw_only=True):
    """A ruling that property be held before there is a title: a preservation, perhaps of the very thing in dispute."""

    disputed: Annotated[bool, title("保全的是争议标的")] = False


class ObjectionRaised(Act, frozen=True, kw_only=True, tag="cases.objection_raised"):
    """提出异议: someone objects in writing to an act of enforcement, or claims the thing enforced upon."""

    kind: Annotated[ObjectionKind, title("异议种类")]
    by: Annotated[PartyId, title("异议人")]
    against: Annotated[Seq | None, title("所异议的行为")] = None
    object: Annotated[str, title("所涉财产", "案外人异议必填")] = ""
    content: Annotated[Prose, title("异议内容")] = ""
    counted_from: Annotated[
        date | None, title("期限另行起算之日", "知道或应当知道之日，或驳回撤销仲裁裁决申请的裁判生效之日")
    ] = None
    counted_why: Annotated[str, title("另行起算的理由")] = ""


class ObjectionSupplementAsked(Act, frozen=True, kw_only=True, tag="cases.objection_supplement_asked"):
    """告知补足异议材料: what is missing, told once, to be supplied within three days."""

    objection: Annotated[Seq, title("异议")]
    missing: Annotated[tuple[str, ...], title("缺少的材料")]
    until: Annotated[date, title("补足期限")]


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
    title_wrong: Annotated[
        bool, title("实为认为原判决、裁定错误", "依照审判监督程序办理，不得提起异议之诉")
    ] = False


class ReviewExtended(Act, frozen=True, kw_only=True, tag="cases.review_extended"):
    """延长审查期限: a review takes longer, with the president's approval."""

    review: Annotated[Seq, title("所审查的申请", "异议、复议申请或变更追加申请")]
    months: Annotated[int, title("延长月数", "仲裁裁决不予执行审查的填写")] = 0
    days: Annotated[int, title("延长日数", "其他审查的填写")] = 0
    reason: Annotated[Prose, title("特殊情况")] = ""


class ObjectionTakenHigher(Act, frozen=True, kw_only=True, tag="cases.objection_taken_higher"):
    """就不立案、不裁定向上一级提出: the court neither filed nor ruled in time, and the objector turns to the court above."""

    objection: Annotated[Seq, title("异议")]
    by: Annotated[PartyId, title("异议人")]
    reason: Annotated[Prose, title("理由")] = ""


class ReviewOrder(Choice):
    """What the court above orders."""

    FILE = "file", "三日内立案"
    RULE = "rule", "十五日内作出异议裁定"


class ReviewDirected(Act, frozen=True, kw_only=True, tag="cases.review_directed"):
    """指令立案或裁定: the court above orders that the objection be filed, or decided."""

    objection: Annotated[Seq, title("异议")]
    order: Annotated[ReviewOrder, title("指令内容")]
    document: Annotated[str, title("文号")] = ""
