"""What makes a case rest: suspension, stay, and going on again."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.record.act import Act, Choice, PartyId, Prose, Seq, title


class SuspensionGround(Choice):
    """Grounds of suspension (民诉法 art. 267 and interpretations)."""

    APPLICANT_DEFERS = "applicant_defers", "申请人表示可以延期执行"
    OUTSIDER_OBJECTS = "outsider_objects", "案外人对执行标的提出确有理由的异议"
    HEIR_AWAITED = "heir_awaited", "当事人死亡，等待继承人"
    SUCCESSOR_AWAITED = "successor_awaited", "法人或其他组织终止，尚未确定承受人"
    TITLE_REVIEWED = "title_reviewed", "执行依据进入审查"
    RETRIAL = "retrial", "再审裁定中止执行"
    BANKRUPTCY = "bankruptcy", "被执行人进入破产程序或移送破产审查"
    SETTLEMENT = "settlement", "达成执行和解"
    OTHER = "other", "其他应当中止的情形"


class Suspended(Act, frozen=True, kw_only=True, tag="cases.suspended"):
    """中止执行: enforcement rests until its ground is gone; by ruling."""

    ground: Annotated[SuspensionGround, title("中止事由")]
    at_debtors_request: Annotated[bool, title("因被执行人申请而中止", "是的，加倍利息照计")] = False
    ruling: Annotated[str, title("裁定书文号")] = ""
    note: Annotated[Prose, title("说明")] = ""


class PropertySuspended(Act, frozen=True, kw_only=True, tag="cases.property_suspended"):
    """中止对标的的执行: enforcement rests against one thing alone, the case goes on; by ruling."""

    object: Annotated[str, title("执行标的")]
    ground: Annotated[SuspensionGround, title("中止事由")] = SuspensionGround.OUTSIDER_OBJECTS
    objection: Annotated[Seq | None, title("案外人异议", "因案外人异议中止的选择")] = None
    ruling: Annotated[str, title("裁定书文号")] = ""


class PropertyResumed(Act, frozen=True, kw_only=True, tag="cases.property_resumed"):
    """恢复对标的的执行: the ground against the one thing is gone."""

    suspension: Annotated[Seq, title("原中止")]
    reason: Annotated[Prose, title("恢复理由")]


class StayGround(Choice):
    """Grounds of a stay."""

    GUARANTEE = "guarantee", "执行担保，申请执行人同意"
    HIGHER_COURT = "higher_court", "上级法院通知"
    OBJECTION = "objection", "审查异议需要"
    DEBTOR_REQUEST = "debtor_request", "被执行人申请并提供担保"


class Stayed(Act, frozen=True, kw_only=True, tag="cases.stayed"):
    """暂缓执行: enforcement is put off until a day."""

    ground: Annotated[StayGround, title("暂缓事由")]
    until: Annotated[date, title("暂缓至", "当日为暂缓的最后一日")]
    at_debtors_request: Annotated[bool, title("因被执行人申请而暂缓", "是的，加倍利息照计")] = False
    reviews_title: Annotated[bool, title("因审查执行依据而暂缓", "是的，加倍利息停算")] = False
    guarantor: Annotated[PartyId | None, title("担保人")] = None
    decision: Annotated[str, title("决定书文号")] = ""


class StayExtended(Act, frozen=True, kw_only=True, tag="cases.stay_extended"):
    """延长暂缓: a running stay is prolonged before it ends."""

    until: Annotated[date, title("延长至", "当日为暂缓的最后一日")]
    reason: Annotated[Prose, title("理由")] = ""
    decision: Annotated[str, title("决定书文号")] = ""


class Resumed(Act, frozen=True, kw_only=True, tag="cases.resumed"):
    """恢复执行: the ground of the suspension or stay is gone, and enforcement goes on in this case."""

    reason: Annotated[Prose, title("恢复理由")]
