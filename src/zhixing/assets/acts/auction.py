"""Selling what is held: the ruling, who was told, the notice, bidders' deposits, and how each attempt ended."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.assets.acts.found import Property
from zhixing.parties.acts import DebtorId
from zhixing.record.act import Act, Choice, Fen, FileHash, PartyId, Prose, Sealed, Seq, title


class SaleWay(Choice):
    """How a property is sold."""

    ONLINE = "online", "网络司法拍卖"
    TRADITIONAL = "traditional", "委托拍卖机构拍卖"
    DIRECT = "direct", "直接变卖"


class DirectGround(Choice):
    """Why something is sold without an auction (拍卖变卖规定 art. 31)."""

    CONSENT = "consent", "当事人双方及有关权利人同意变卖"
    BULLION = "bullion", "金银及其制品"
    QUOTED = "quoted", "当地市场有公开交易价格的动产"
    PERISHABLE = "perishable", "易腐烂变质的物品"
    SEASONAL = "seasonal", "季节性商品"
    COSTLY_TO_KEEP = "costly_to_keep", "保管困难或者保管费用过高的物品"


class SaleRuled(Act, frozen=True, kw_only=True, tag="assets.sale_ruled"):
    """裁定拍卖、变卖: what is held is to be turned into money, several things together where they cannot well be parted."""

    property: Annotated[Property, title("财产")]
    way: Annotated[SaleWay, title("方式")]
    ruling: Annotated[str, title("裁定书文号")]
    reason: Annotated[Prose, title("理由", "不采取网络拍卖的，写明依据；直接变卖的，写明符合的情形")] = ""
    ground: Annotated[DirectGround | None, title("直接变卖的情形")] = None
    together: Annotated[
        tuple[Property, ...],
        title(
            "合并拍卖的其他财产", "使用上不可分，或者分别拍卖可能严重减损价值的；之后以上一栏的财产为主办理"
        ),
    ] = ()
    inseparable: Annotated[Prose, title("合并拍卖的理由")] = ""


class PriorityBuyerConfirmed(Act, frozen=True, kw_only=True, tag="assets.priority_buyer_confirmed"):
    """确认优先购买权人: who may buy before others at the same price, on what ground and in which order (网拍规定 19)."""

    property: Annotated[Property, title("财产")]
    party: Annotated[PartyId, title("优先购买权人", "先以利害关系人录入")]
    ground: Annotated[str, title("权利性质", "如按份共有人、承租人、公司其他股东")]
    order: Annotated[int, title("顺位", "顺序相同的填同一数")] = 1
    deliberation: Annotated[Seq, title("合议庭评议", of=("cases.panel_deliberated",))]


class SaleOfAllAgreed(Act, frozen=True, kw_only=True, tag="assets.sale_of_all_agreed"):
    """同意全部拍卖: the debtor wants everything sold though a part already brings enough (拍卖变卖规定 14)."""

    debtor: Annotated[DebtorId, title("被执行人", "财产的所有人")]
    proof: Annotated[FileHash | None, title("书面同意、笔录")] = None
    note: Annotated[Prose, title("同意的范围和理由")] = ""


class SaleNotified(Act, frozen=True, kw_only=True, tag="assets.sale_notified"):
    """通知拍卖事项: the parties and those with a right of first purchase are told before the notice is published."""

    property: Annotated[Property, title("财产")]
    to: Annotated[tuple[PartyId, ...], title("已通知的人", "当事人、已知优先购买权人、担保物权人")]
    unreachable: Annotated[Prose, title("无法通知的情况和理由")] = ""
    published_on: Annotated[
        date | None, title("公示日期", "无法通知的，在拍卖平台公示满五日视为已经通知")
    ] = None


class AuctionAnnounced(Act, frozen=True, kw_only=True, tag="assets.auction_announced"):
    """发布拍卖公告: an auction of a property is announced to everyone."""

    property: Annotated[Property, title("财产")]
    round: Annotated[int, title("第几次拍卖")]
    starts: Annotated[date, title("拍卖日", "竞价开始之日")]
    platform: Annotated[str, title("平台或者拍卖机构")]
    reserve: Annotated[Fen, title("起拍价（保留价）")]
    deposit: Annotated[Fen, title("保证金")]
    increment: Annotated[Fen, title("增价幅度")]
    pay_within: Annotated[int, title("付款期限", "成交后多少日内付清")]
    deliberation: Annotated[
        Seq | None,
        title("合议庭评议", "网络拍卖的起拍价、保证金等由合议庭评议确定", of=("cases.panel_deliberated",)),
    ] = None
    hours: Annotated[int, title("竞价时间", "小时；网络拍卖不少于二十四小时")] = 24
    defects: Annotated[Prose, title("已知瑕疵、权利负担和占有使用情况")] = ""
    taxes: Annotated[Prose, title("税费及承担方式")] = ""
    conditions: Annotated[Prose, title("竞买人条件", "法律对买受人资格有规定的写明")] = ""
    still_needed: Annotated[
        Prose,
        title("其他财产已足以清偿仍须拍卖的理由", "如已卖财产的价款须先清偿优先债权；没有这种情况的不填"),
    ] = ""


class BidDepositReceived(Act, frozen=True, kw_only=True, tag="assets.bid_deposit_received"):
    """竞买人交纳保证金: a bidder is admitted. Who it is stays sealed: until bidding ends nobody may know (网拍规定 art. 18)."""

    property: Annotated[Property, title("财产")]
    code: Annotated[str, title("竞买代码")]
    bidder: Annotated[Sealed, title("竞买人证件号", "身份号码或者统一社会信用代码；加密保存")]
    amount: Annotated[Fen, title("交纳金额", "申请执行人免交的填 0，或只填差额")] = 0
    creditor: Annotated[PartyId | None, title("是申请执行人的", "可以不交保证金")] = None
    eligible: Annotated[bool, title("已核对不属于不得竞买的人")] = False


class BidDepositReturned(Act, frozen=True, kw_only=True, tag="assets.bid_deposit_returned"):
    """退还保证金: a bidder who did not buy gets the deposit back, or it is unfrozen."""

    deposit: Annotated[Seq, title("保证金", of=("assets.bid_deposit_received",))]


class PropertySold(Act, frozen=True, kw_only=True, tag="assets.property_sold"):
    """成交: the highest bid won, or a buyer took it at the price of a private sale."""

    property: Annotated[Property, title("财产")]
    buyer: Annotated[PartyId, title("买受人", "先以利害关系人录入")]
    price: Annotated[Fen, title("成交价")]
    code: Annotated[str, title("竞买代码", "拍卖和网络变卖填写")] = ""
    by_priority: Annotated[bool, title("由优先购买权人竞得")] = False
    bids: Annotated[int | None, title("出价次数")] = None


class UnsoldReason(Choice):
    """Why nobody bought."""

    NO_BID = "no_bid", "无人出价"
    BELOW = "below", "最高应价低于保留价"


class PropertyUnsold(Act, frozen=True, kw_only=True, tag="assets.property_unsold"):
    """流拍、变卖不成: the attempt ended without a buyer."""

    property: Annotated[Property, title("财产")]
    reason: Annotated[UnsoldReason, title("原因")] = UnsoldReason.NO_BID


class SalePaused(Act, frozen=True, kw_only=True, tag="assets.sale_paused"):
    """暂缓、中止拍卖: the auction stops for a time."""

    property: Annotated[Property, title("财产")]
    suspended: Annotated[bool, title("中止", "不勾选为暂缓")] = False
    reason: Annotated[Prose, title("事由")]
    until: Annotated[date | None, title("暂缓至", "或者中止的事由消失之日，知道后更正补录")] = None


class SaleContinued(Act, frozen=True, kw_only=True, tag="assets.sale_continued"):
    """恢复拍卖: the auction goes on."""

    property: Annotated[Property, title("财产")]
    starts: Annotated[date, title("拍卖日")]


class WithdrawalGround(Choice):
    """Why an auction is called off (拍卖变卖规定 art. 17, 19)."""

    TITLE_REVOKED = "title_revoked", "执行依据被撤销"
    WITHDRAWN = "withdrawn", "申请执行人撤回执行申请"
    PERFORMED = "performed", "被执行人已全部履行"
    SETTLED = "settled", "达成执行和解，不需要拍卖"
    OUTSIDER = "outsider", "案外人提出确有理由的异议"
    COLLUSION = "collusion", "拍卖机构与竞买人恶意串通"
    PAID_BEFORE = "paid_before", "被执行人在拍卖日前提交足额金钱"
    ENOUGH = "enough", "其他财产卖得的价款已足以清偿"
    MISTAKE = "mistake", "公告有误，需要重新公告"
    OTHER = "other", "其他应当撤回的情形"


class SaleWithdrawn(Act, frozen=True, kw_only=True, tag="assets.sale_withdrawn"):
    """撤回拍卖: the announced sale does not take place."""

    property: Annotated[Property, title("财产")]
    ground: Annotated[WithdrawalGround, title("情形")]
    reason: Annotated[Prose, title("事实")]


class PurchasePricePaid(Act, frozen=True, kw_only=True, tag="assets.purchase_price_paid"):
    """价款付清: the price, or the difference beyond the debt, is all there."""

    property: Annotated[Property, title("财产")]
    amount: Annotated[Fen, title("合计金额", "成交价；抵债的为差额")]
    reference: Annotated[str, title("到账凭证")] = ""


class BuyerDefaulted(Act, frozen=True, kw_only=True, tag="assets.buyer_defaulted"):
    """买受人悔拍: the buyer does not pay; the deposit is kept, and the buyer may not bid again."""

    property: Annotated[Property, title("财产")]
    reason: Annotated[Prose, title("经过", "逾期未付的，写明催告；明确表示不买的，写明日期和方式")]
    refused: Annotated[bool, title("付款期限届满前明确表示不买")] = False


class RevocationGround(Choice):
    """Why a sale is undone (网拍规定 art. 31)."""

    MISDESCRIBED = "misdescribed", "文字说明、展示或者瑕疵说明严重失实"
    SYSTEM = "system", "系统故障、攻击、数据错误致使结果错误"
    COLLUSION = "collusion", "恶意串通，损害他人利益"
    BUYER_UNQUALIFIED = "buyer_unqualified", "买受人不具备竞买资格"
    UNEQUAL = "unequal", "违法限制竞买，或者规定不同竞买条件"
    PROCEDURE = "procedure", "其他严重违反程序且损害利益的情形"


class SaleRevoked(Act, frozen=True, kw_only=True, tag="assets.sale_revoked"):
    """撤销拍卖: an objection to the sale was upheld, and the sale is undone."""

    property: Annotated[Property, title("财产")]
    ground: Annotated[RevocationGround, title("情形")]
    objection: Annotated[Seq, title("成立的异议", of=("cases.objection_raised",))]
