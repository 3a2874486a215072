"""How the plan is inspected and accepted: inspections, what they find, what is put right, and the acceptance of each measure."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.plan.acts.plan_act import MeasureNo, PlanAct
from zhixing.record.act import Choice, FileHash, Prose, Seq, title


class Inspector(Choice):
    """Who inspects."""

    SELF = "self", "自查"
    ABOVE = "above", "上级法院检查"
    JOINT = "joint", "联合检查"
    OUTSIDE = "outside", "第三方评估"


class Inspected(PlanAct, frozen=True, kw_only=True, tag="plan.inspected"):
    """检查: the carrying out of the plan in this court was inspected."""

    kind: Annotated[Inspector, title("检查方式")]
    by_whom: Annotated[str, title("检查组")]
    subject: Annotated[str, title("检查事项", "如：中期专项督导检查")]
    words: Annotated[Prose, title("检查情况")]
    file: Annotated[FileHash | None, title("检查报告")] = None


class FindingMade(PlanAct, frozen=True, kw_only=True, tag="plan.finding_made"):
    """指出问题: an inspection found something wrong, to be put right by a day."""

    inspection: Annotated[Seq, title("所属检查", of=("plan.inspected",))]
    measure: MeasureNo
    what: Annotated[Prose, title("问题")]
    put_right_by: Annotated[date, title("整改期限", "最后一天")]


class Rectified(PlanAct, frozen=True, kw_only=True, tag="plan.rectified"):
    """整改: what was done about a finding."""

    finding: Annotated[Seq, title("所整改的问题", of=("plan.finding_made",))]
    words: Annotated[Prose, title("整改情况")]
    file: Annotated[FileHash | None, title("整改材料")] = None


class RectificationReviewed(PlanAct, frozen=True, kw_only=True, tag="plan.rectification_reviewed"):
    """整改复核: whether a finding has been put right; if not, by when it must be."""

    rectification: Annotated[Seq, title("所复核的整改", of=("plan.rectified",))]
    good: Annotated[bool, title("整改到位")]
    words: Annotated[Prose, title("复核意见")]
    again_by: Annotated[date | None, title("再次整改期限", "整改不到位的必填")] = None


class Result(Choice):
    """How a measure is accepted."""

    PASSED = "passed", "通过验收"
    PARTLY = "partly", "基本完成"
    FAILED = "failed", "未通过验收"


class MeasureAccepted(PlanAct, frozen=True, kw_only=True, tag="plan.measure_accepted"):
    """验收: the result of a measure at its acceptance in this court."""

    measure: MeasureNo
    result: Annotated[Result, title("验收结果")]
    words: Annotated[Prose, title("验收意见")]
