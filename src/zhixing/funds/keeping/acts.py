"""Acts on money that came: telling the applicant, keeping it aside where it cannot be handed over, taking the fee."""

from __future__ import annotations

from typing import Annotated

from zhixing.parties.acts import ApplicantId
from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title


class PaymentNoticed(Act, frozen=True, kw_only=True, tag="funds.payment_noticed"):
    """通知领取执行款: the applicant is told that money came and what is needed to receive it."""

    to: Annotated[tuple[ApplicantId, ...], title("被通知人")]
    amount: Annotated[Fen, title("金额")]


class EscrowGround(Choice):
    """Why money is kept aside instead of being handed over (执行款物规定 16)."""

    REFUSED = "refused", "申请执行人无正当理由拒绝领取"
    MISSING = "missing", "申请执行人下落不明"
    NO_HEIR = "no_heir", "申请执行人死亡未确定继承人，或者丧失民事行为能力未确定监护人"
    NOT_REACHED = "not_reached", "按照申请执行人提供的联系方式无法通知其领取"
    DISPUTED = "disputed", "数额或者归属有争议，或者其他不能发放的情形"


class EscrowPlaced(Act, frozen=True, kw_only=True, tag="funds.escrow_placed"):
    """提存执行款: so much of the case's money is kept aside for whom it is owed to."""

    of: Annotated[PartyId, title("为谁提存", "申请执行人，或者分配方案的债权人")]
    amount: Annotated[Fen, title("金额")]
    ground: Annotated[EscrowGround, title("事由")]
    reason: Annotated[Prose, title("证明情况")]


class EscrowReleased(Act, frozen=True, kw_only=True, tag="funds.escrow_released"):
    """提存款转回本案: the ground fell away; the money is the case's again, and to be paid."""

    escrow: Annotated[Seq, title("提存", of=("funds.escrow_placed",))]
    amount: Annotated[Fen, title("金额")]
    reason: Annotated[Prose, title("理由")]


class FeeTaken(Act, frozen=True, kw_only=True, tag="funds.fee_taken"):
    """结算执行费: the fee of the application is taken from what came, at most what the measures on fees give."""

    amount: Annotated[Fen, title("金额")]


class DepositGround(Choice):
    """Why a bidder's deposit becomes money of the case."""

    PRICE = "price", "买受人的保证金抵作价款"
    FORFEITED = "forfeited", "买受人悔拍，保证金不予退还"


class DepositCounted(Act, frozen=True, kw_only=True, tag="funds.deposit_counted"):
    """保证金转为案款: what the buyer deposited is part of the price, or is not given back; it is now to be paid out."""

    amount: Annotated[Fen, title("金额")]
    ground: Annotated[DepositGround, title("依据")]
    reason: Annotated[Prose, title("说明", "哪一次拍卖；不写姓名")]
