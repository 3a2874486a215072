"""Money out of a case, in two phases: approved it is reserved; paid when the bank's line says so, or it comes back.

The payee's account is kept with the party, encrypted; the act holds only its number there.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from zhixing.funds.acts.statement import KIND, LABEL
from zhixing.record.act import Act, Choice, DossierId, Fen, PartyAccount, PartyId, Prose, Seq, title

PAYOUT = ("funds.payout_approved", "funds.large_payout_approved", "funds.deposit_refund_approved")
Payout = Annotated[Seq, title("发放审批", of=PAYOUT)]


class PayoutApproved(Act, frozen=True, kw_only=True, tag="funds.payout_approved"):
    """发放执行款: so much of the case's money is set aside for a payee's account."""

    account: Annotated[DossierId, title("付款的银行账户", kind="bank-account")]
    payee: Annotated[PartyId, title("收款人")]
    payee_account: Annotated[PartyAccount, title("收款账户", "在收款人的资料中登记的")]
    amount: Annotated[Fen, title("金额")]
    reason: Annotated[
        Prose, title("发给他人的理由", "收款人不是申请执行人，也不是分配方案的债权人的，须经合议庭评议")
    ] = ""


class LargePayoutApproved(PayoutApproved, frozen=True, kw_only=True, tag="funds.large_payout_approved"):
    """发放大额执行款: the same above the sum up to which the director approves."""


class DepositRefundApproved(PayoutApproved, frozen=True, kw_only=True, tag="funds.deposit_refund_approved"):
    """退还竞买保证金: a bidder who did not buy gets back what came from them, to the account it came from."""

    receipt: Annotated[Seq, title("保证金到账", of=("funds.received",))]
    bid: Annotated[
        Seq | None, title("竞买登记", "本案登记过竞买人的，选其一", of=("assets.bid_deposit_received",))
    ] = None
    reason: Annotated[Prose, title("退到其他账户的理由", "收款账户不是交款账户的填写")] = ""


class PayoutCancelled(Act, frozen=True, kw_only=True, tag="funds.payout_cancelled"):
    """撤销发放: the bank has not paid; the money goes back from what is reserved to the case."""

    payout: Payout
    reason: Annotated[Prose, title("理由")]


class _OfPayout(Act, frozen=True, kw_only=True):
    """What happens to a payout, of a case or of judicial aid."""

    dossier_kind: ClassVar[str] = ""  # that of the payout


class PayoutSent(_OfPayout, frozen=True, kw_only=True, tag="funds.payout_sent"):
    """已送银行付款: the payout stands in a file for the bank; from now on the bank's answer is waited for."""

    payout: Payout
    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    file: Annotated[str, title("付款文件号")]
    amount: Annotated[Fen, title("金额")]


class PayoutRecalled(_OfPayout, frozen=True, kw_only=True, tag="funds.payout_recalled"):
    """付款文件作废: the bank did not carry out the file; the payout waits to be sent again."""

    payout: Payout
    file: Annotated[str, title("付款文件号")]
    reason: Annotated[Prose, title("理由")]


class PayoutPaid(_OfPayout, frozen=True, kw_only=True, tag="funds.payout_paid"):
    """执行款已付: a line of the bank's statement paid it out."""

    payout: Payout
    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]


class PayoutReturned(_OfPayout, frozen=True, kw_only=True, tag="funds.payout_returned"):
    """执行款退回: the payee's bank sent it back; it is the case's again."""

    payout: Payout
    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]


class PayoutLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the statement and the payout it paid, or brought back."""

    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    case: Annotated[DossierId, title("案件")]
    payout: Payout


class PayoutsConfirmed(Act, frozen=True, kw_only=True, tag="funds.payouts_confirmed"):
    """核对付款: lines out of the statement are these payouts."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    payouts: Annotated[tuple[PayoutLine, ...], title("付款")]


class PayoutsSentBack(Act, frozen=True, kw_only=True, tag="funds.payouts_sent_back"):
    """核对退款: lines in of the statement bring these payouts back."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    payouts: Annotated[tuple[PayoutLine, ...], title("退款")]


class DeferralGround(Choice):
    """Why money may be kept longer (执行款物规定 10)."""

    DISTRIBUTION = "distribution", "需要进行案款分配"
    FROZEN = "frozen", "申请执行人因另案诉讼、执行或涉嫌犯罪等原因导致执行款被保全或冻结"
    NOT_FETCHED = "not_fetched", "申请执行人经通知未来领取"
    STAYED = "stayed", "案件被依法中止或者暂缓执行"
    OTHER = "other", "有其他正当理由需要延缓发放"


class PayoutDeferred(Act, frozen=True, kw_only=True, tag="funds.payout_deferred"):
    """延缓发放执行款: one of five grounds stands against paying now."""

    ground: Annotated[DeferralGround, title("事由")]
    reason: Annotated[Prose, title("情况说明")]


class DeferralEnded(Act, frozen=True, kw_only=True, tag="funds.deferral_ended"):
    """延缓事由消失: the money is to be paid within ten days."""

    deferral: Annotated[Seq, title("延缓发放", of=("funds.payout_deferred",))]
