"""How a plan comes into being and changes: read and confirmed, adopted and issued, received by each court, amended."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.plan.acts.plan_act import MeasureNo, PlanAct
from zhixing.plan.shape import Plan
from zhixing.record.act import DossierId, FileHash, Prose, Seq, title


class Drafted(PlanAct, frozen=True, kw_only=True, tag="plan.drafted"):
    """起草: the plan's text was read, and a person confirmed the reading."""

    plan: Annotated[Plan, title("工作方案")]
    source: Annotated[FileHash | None, title("方案原件")] = None
    readings: Annotated[tuple[str, ...], title("期限用语的读法", "与通常读法不同的，一行一项")] = ()


class Adopted(PlanAct, frozen=True, kw_only=True, tag="plan.adopted"):
    """印发: the plan is adopted and issued to the courts of the district."""

    remark: Annotated[Prose, title("说明")] = ""


class Received(PlanAct, frozen=True, kw_only=True, tag="plan.received"):
    """收到方案: a court received the plan that it must carry out."""

    plan: Annotated[Plan, title("工作方案")]
    issuing: Annotated[DossierId, title("印发法院的卷宗")]


class AmendedDeadline(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline as amended."""

    text: Annotated[str, title("期限用语", "如：2017年6月底前")]
    what: Annotated[str, title("完成什么")]
    by: Annotated[date | None, title("最后一天")] = None


class Amended(PlanAct, frozen=True, kw_only=True, tag="plan.amended"):
    """修订方案: one measure of the plan is changed; what is left empty stays as it was."""

    measure: MeasureNo
    reason: Annotated[Prose, title("修订理由")]
    requirement: Annotated[Prose, title("新的工作要求", "不改的留空")] = ""
    leaders: Annotated[tuple[str, ...], title("分管领导", "一行一人；不改的留空")] = ()
    departments: Annotated[tuple[str, ...], title("责任部门", "一行一个；不改的留空")] = ()
    deadlines: Annotated[tuple[AmendedDeadline, ...], title("新的期限", "不改的留空")] = ()


class AmendmentReceived(PlanAct, frozen=True, kw_only=True, tag="plan.amendment_received"):
    """收到修订: a court received an amendment of the plan it carries out."""

    amendment: Annotated[Amended, title("修订内容")]
    entry: Annotated[Seq, title("印发法院卷宗的记录号")]
