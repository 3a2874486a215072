"""Days left out of the time for enforcement, and its extension."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.record.act import Act, Choice, Prose, title


class DeductionGround(Choice):
    """What is left out of the time for enforcement (审限规定 art. 9, 执行程序解释 art. 13, 执行期限规定 art. 13)."""

    PUBLIC_NOTICE = "public_notice", "公告送达"
    APPRAISAL = "appraisal", "鉴定、评估"
    AUDIT = "audit", "审计、资产清理"
    SALE = "sale", "拍卖、变卖"
    JURISDICTION = "jurisdiction", "管辖异议、管辖争议"
    COORDINATION = "coordination", "执行争议报请协调"
    GUIDANCE = "guidance", "就法律适用请示上级"


class PeriodDeducted(Act, frozen=True, kw_only=True, tag="cases.period_deducted"):
    """扣除期限: a span of days does not count towards the time for enforcement."""

    ground: Annotated[DeductionGround, title("扣除事由")]
    since: Annotated[date, title("自", "当日起扣除")]
    until: Annotated[date, title("至", "当日扣除")]
    note: Annotated[Prose, title("说明")] = ""


class PeriodExtended(Act, frozen=True, kw_only=True, tag="cases.period_extended"):
    """延长期限: the time for enforcement is lengthened with approval, asked for before it ends."""

    months: Annotated[int, title("延长月数")]
    reason: Annotated[Prose, title("特殊情况")]
