"""What has been satisfied, by the debtor's own performance or through the court; there it names the receipt it rests on."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.parties.acts import ApplicantId, LiableId
from zhixing.record.act import Act, Choice, Fen, Prose, Seq, title

RECEIVED = (
    "funds.received"  # money that reached the court's account; an act of the room of money, which lies above
)
Receipt = Annotated[Seq | None, title("到账记录", "款项进了法院账户的，选据以录入的到账", of=(RECEIVED,))]


class VoluntarilyPerformed(Act, frozen=True, kw_only=True, tag="cases.voluntarily_performed"):
    """自动履行: the debtor paid of their own accord, to the applicant or through the court."""

    by: Annotated[LiableId, title("履行人")]
    amount: Annotated[Fen, title("金额", "元")]
    to: Annotated[ApplicantId | None, title("收款人")] = None
    through_court: Annotated[bool, title("交至法院账户")] = False
    receipt: Annotated[str, title("凭证号")] = ""
    money: Receipt = None


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
    money: Receipt = None


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

    by: Annotated[ApplicantId, title("申请执行人")]
    amount: Annotated[Fen | None, title("放弃的金额", "元")] = None
    claim: Annotated[Seq | None, title("放弃的请求事项", "放弃非金钱请求的选择")] = None
    reason: Annotated[Prose, title("理由")] = ""


class DelayPenaltyFixed(Act, frozen=True, kw_only=True, tag="cases.delay_penalty_fixed"):
    """确定迟延履行金: for a duty that is not money: twice the loss, or as the court finds."""

    claim: Annotated[Seq, title("请求事项")]
    amount: Annotated[Fen, title("金额", "元")]
    loss: Annotated[Fen | None, title("已造成的损失", "有损失的为其双倍")] = None
    reason: Annotated[Prose, title("理由")] = ""


class EarlierKind(Choice):
    """How money came in before this case was opened."""

    PERFORMED = "performed", "自动履行"
    TRANSFERRED = "transferred", "划拨、提取"
    SOLD = "sold", "拍卖、变卖、以物抵债"
    REALISED = "realised", "其他变价"


class EarlierPayment(msgspec.Struct, frozen=True, kw_only=True):
    """Money that reached the creditor's side in the first case."""

    on: Annotated[date, title("日期")]
    amount: Annotated[Fen, title("金额", "元")]
    kind: Annotated[EarlierKind, title("方式")] = EarlierKind.PERFORMED


class EarlierRest(msgspec.Struct, frozen=True, kw_only=True):
    """Days of the first case in which the doubled interest did not run."""

    since: Annotated[date, title("自", "当日起")]
    until: Annotated[date, title("止于", "当日不含")]
    at_debtors_request: Annotated[bool, title("因被执行人申请")] = False


class BroughtForward(Act, frozen=True, kw_only=True, tag="cases.brought_forward"):
    """结转前案: what was reached in the first case counts in the one that resumes it, with its own days."""

    payments: Annotated[tuple[EarlierPayment, ...], title("前案到位")] = ()
    rests: Annotated[tuple[EarlierRest, ...], title("加倍利息停算的期间")] = ()
    waived: Annotated[Fen, title("前案放弃的金额", "元")] = 0
    done: Annotated[tuple[Seq, ...], title("前案已履行或放弃的请求事项", "本卷的请求事项")] = ()
