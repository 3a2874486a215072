"""When auctions bring no buyer: private sale, the thing in place of the debt, management, or back to the debtor."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.assets.acts.found import Property
from zhixing.law.disposal import Basis
from zhixing.parties.acts import ApplicantId
from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title


class CreditorsAsked(Act, frozen=True, kw_only=True, tag="assets.creditors_asked"):
    """询问抵债意愿: the creditors are asked whether they take the unsold property for the debt."""

    property: Annotated[Property, title("财产")]
    to: Annotated[tuple[PartyId, ...], title("申请执行人、其他执行债权人")]
    accepts: Annotated[PartyId | None, title("愿意接受抵债的人", "无人接受的不选")] = None


class PrivateSaleAnnounced(Act, frozen=True, kw_only=True, tag="assets.private_sale_announced"):
    """发布变卖公告: what no auction sold is offered at the last reserve for sixty days."""

    property: Annotated[Property, title("财产")]
    price: Annotated[Fen, title("变卖价", "最后一次拍卖的保留价")]
    starts: Annotated[date, title("变卖开始日")]
    platform: Annotated[str, title("平台或者机构")] = ""
    deposit: Annotated[Fen, title("保证金")] = 0
    pay_within: Annotated[int, title("付款期限", "成交后多少日内付清")] = 15


class PriceBasis(Choice):
    """What the price of a direct sale rests on (拍卖变卖规定 art. 32)."""

    AGREED = "agreed", "当事人和有关权利人约定的价格"
    MARKET = "market", "市价"
    APPRAISED = "appraised", "评估价"

    @property
    def law(self) -> Basis:
        """The same as the law knows it."""
        return Basis[self.name]


class DirectSaleOffered(Act, frozen=True, kw_only=True, tag="assets.direct_sale_offered"):
    """直接变卖: the property is offered without an auction."""

    property: Annotated[Property, title("财产")]
    basis: Annotated[PriceBasis, title("价格依据")]
    based_on: Annotated[Fen, title("依据的价格", "约定价、市价或者评估价")]
    price: Annotated[Fen, title("变卖价")]
    seller: Annotated[str, title("变卖的单位", "委托变卖的填写；自行变卖的不填")] = ""
    pay_within: Annotated[int, title("付款期限", "成交后多少日内付清")] = 3


class DebtOccasion(Choice):
    """On what occasion property is taken for the debt."""

    UNSOLD = "unsold", "流拍、变卖不成后以保留价抵债"
    CONSENT = "consent", "双方当事人同意，不经拍卖、变卖直接抵债"
    UNSALEABLE = "unsaleable", "无法拍卖、变卖，申请执行人同意作价抵债"


class TakenForDebt(Act, frozen=True, kw_only=True, tag="assets.taken_for_debt"):
    """以物抵债: a creditor takes the property in place of the debt, and pays what it is worth beyond it."""

    property: Annotated[Property, title("财产")]
    occasion: Annotated[DebtOccasion, title("情形")]
    taker: Annotated[PartyId, title("承受人")]
    price: Annotated[Fen, title("抵债价")]
    debt: Annotated[Fen, title("承受人应受清偿的数额")]
    ruling: Annotated[str, title("裁定书文号")]
    pay_by: Annotated[date | None, title("补交差额的期限", "抵债价高于应受清偿数额的填写")] = None
    others: Annotated[
        Prose, title("其他债权人的情况", "没有其他债权人，或者他们均已同意、顺位在后、不受损害的依据")
    ] = ""
    agreed: Annotated[bool, title("双方当事人均已同意")] = False


class ManagementOrdered(Act, frozen=True, kw_only=True, tag="assets.management_ordered"):
    """交付强制管理: what cannot be sold is managed by the applicant, and its income pays the debt."""

    property: Annotated[Property, title("财产")]
    manager: Annotated[ApplicantId, title("管理人", "申请执行人")]
    terms: Annotated[Prose, title("管理的方法、收益的用途和报告的时间")]
    ruling: Annotated[str, title("裁定书文号")]


class ManagementEnded(Act, frozen=True, kw_only=True, tag="assets.management_ended"):
    """结束强制管理: the debt is paid from the income, or management no longer serves."""

    management: Annotated[Seq, title("强制管理", of=("assets.management_ordered",))]
    reason: Annotated[Prose, title("原因")]


class DisposalFailed(Act, frozen=True, kw_only=True, tag="assets.disposal_failed"):
    """变价不成: nobody bought and nobody takes it; the property goes back, and its control is to be lifted."""

    property: Annotated[Property, title("财产")]
    reason: Annotated[Prose, title("经过")]
    other_measures: Annotated[
        str, title("对该财产可以采取的其他执行措施", "有的填写，不解除控制；如以租金清偿")
    ] = ""
