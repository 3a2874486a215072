"""What has been satisfied: by the debtor's own performance, or through the court until the funds room records it."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title


class VoluntarilyPerformed(Act, frozen=True, kw_only=True, tag="cases.voluntarily_performed"):
    """自动履行: the debtor paid of their own accord, to the applicant or through the court."""

    by: Annotated[PartyId, title("履行人")]
    amount: Annotated[Fen, title("金额", "元")]
    to: Annotated[PartyId | None, title("收款人")] = None
    through_court: Annotated[bool, title("交至法院账户")] = False
    receipt: Annotated[str, title("凭证号")] = ""


class SatisfactionKind(Choice):
    """How the court brought money in; it decides which day ends the interest on that part."""

    TRANSFERRED = "transferred", "划拨、提取"
    SOLD = "sold", "拍卖、变卖、以物抵债"
    REALISED = "realised", "其他变价"


class SatisfactionRecorded(Act, frozen=True, kw_only=True, tag="cases.satisfaction_recorded"):
    """录入到位: money the court brought in; its day is that of transfer, or on which the ruling on the sale took effect."""

    kind: Annotated[SatisfactionKind, title("方式")]
    amount: Annotated[Fen, title("金额", "元")]
    source: Annotated[str, title("来源", "账户、财产")] = ""
    receipt: Annotated[str, title("凭证号")] = ""


class ThingDelivered(Act, frozen=True, kw_only=True, tag="cases.thing_delivered"):
    """交付财物: the thing owed was handed over."""

    claim: Annotated[Seq, title("请求事项")]
    note: Annotated[Prose, title("交付情况")] = ""


class ConductPerformed(Act, frozen=True, kw_only=True, tag="cases.conduct_performed"):
    """行为履行: the conduct owed was done, by the debtor or by someone in their place."""

    claim: Annotated[Seq, title("请求事项")]
    substituted: Annotated[bool, title("代履行")] = False
    note: Annotated[Prose, title("履行情况")] = ""


class ClaimWaived(Act, frozen=True, kw_only=True, tag="cases.claim_waived"):
    """放弃请求: the applicant gives up part of what is owed."""

    by: Annotated[PartyId, title("申请执行人")]
    amount: Annotated[Fen | None, title("放弃的金额", "元")] = None
    claim: Annotated[Seq | None, title("放弃的请求事项", "放弃非金钱请求的选择")] = None
    reason: Annotated[Prose, title("理由")] = ""


class DelayPenaltyFixed(Act, frozen=True, kw_only=True, tag="cases.delay_penalty_fixed"):
    """确定迟延履行金: for a duty that is not money: twice the loss, or as the court finds."""

    claim: Annotated[Seq, title("请求事项")]
    amount: Annotated[Fen, title("金额", "元")]
    loss: Annotated[Fen | None, title("已造成的损失", "有损失的为其双倍")] = None
    reason: Annotated[Prose, title("理由")] = ""
