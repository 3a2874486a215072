"""Acts of a distribution among creditors. The plan holds its inputs and its result, so that anybody can work it out again."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.cases.acts.filing import RatePer, RateTable, SumNature
from zhixing.law.distribution import Order, Rank
from zhixing.parties.acts import LiableId
from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title

PLAN = ("funds.plan_drawn",)
OBJECTION = ("funds.plan_objected",)


class ClaimRank(Choice):
    """What puts a claim where it stands (law.distribution)."""

    COSTS = "costs", Rank.COSTS.value
    MEDICAL = "medical", Rank.MEDICAL.value
    CONSTRUCTION = "construction", Rank.CONSTRUCTION.value
    PRIORITY = "priority", Rank.PRIORITY.value
    LIVELIHOOD = "livelihood", Rank.LIVELIHOOD.value
    VICTIM = "victim", Rank.VICTIM.value
    ORDINARY = "ordinary", Rank.ORDINARY.value
    FINE = "fine", Rank.FINE.value
    CONFISCATION = "confiscation", Rank.CONFISCATION.value


class ClaimOrder(Choice):
    """How ordinary claims are paid, which follows from what the debtor is."""

    PRO_RATA = "pro_rata", Order.PRO_RATA.value
    FIRST_CONTROL = "first_control", Order.FIRST_CONTROL.value


class ParticipationApplied(Act, frozen=True, kw_only=True, tag="funds.participation_applied"):
    """申请参与分配: another creditor with a title, or with a preference, asks for a part of the proceeds."""

    by: Annotated[PartyId, title("申请人", "先录入为本案的利害关系人")]
    amount: Annotated[Fen, title("申请数额")]
    title: Annotated[Prose, title("执行依据", "文书、案号；优先权、担保物权写明凭证")]
    reason: Annotated[Prose, title("事实和理由", "被执行人的财产不能清偿所有债权")]
    rank: Annotated[ClaimRank, title("主张的顺位")] = ClaimRank.ORDINARY


class PaidBefore(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was paid on a claim before it came to the distribution."""

    on: Annotated[date, title("清偿日期")]
    amount: Annotated[Fen, title("清偿金额")]


class SumClaimed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of several sums of a claim, as its title orders it, before anything was paid on it."""

    label: Annotated[str, title("名称", "如：本金、货款；各笔不同名")]
    amount: Annotated[Fen, title("金额")]
    due: Annotated[date | None, title("履行期限届满日", "加倍部分自次日起算")] = None
    nature: Annotated[SumNature, title("款项性质")] = SumNature.PRINCIPAL


class InterestClaimed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """General interest on one sum, on a base, or on all principal; rates are per cent."""

    on: Annotated[str, title("计息的一笔", "上列的名称；不填的以全部主债务计")] = ""
    base: Annotated[Fen, title("或者计息基数", "只就主债务的一部分计息的填写")] = 0
    since: Annotated[date, title("起算日", "当日计入")]
    last: Annotated[date | None, title("止于", "当日计入；计至实际付清的不填")] = None
    rate: Annotated[str, title("利率（%）", "如 6；按利率表的不填")] = ""
    per: Annotated[RatePer, title("利率单位")] = RatePer.YEAR
    table: Annotated[RateTable, title("利率表")] = RateTable.NONE
    times: Annotated[str, title("倍数", "如 1.3、4")] = "1"
    plus: Annotated[str, title("加点（%）", "在利率表上加减的年利率，如 0.5")] = "0"
    year_days: Annotated[int | None, title("一年的天数", "写明 360 或 365 的填写")] = None
    cap: Annotated[Fen | None, title("利息上限", "限定总额的填写")] = None
    cap_rate: Annotated[str, title("年利率上限（%）", "如 24；按利率表倍数限定的不填")] = ""
    cap_table: Annotated[RateTable, title("上限所据利率表")] = RateTable.NONE
    cap_times: Annotated[str, title("上限的倍数", "如 4")] = "1"


class DoublingRested(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Days on which enforcement stood still, so that no doubled interest ran (迟延履行利息解释 3)."""

    since: Annotated[date, title("自", "当日计入")]
    last: Annotated[date, title("至", "当日计入")]


class ClaimAdmitted(Act, frozen=True, kw_only=True, tag="funds.claim_admitted"):
    """确认参加分配的债权: a claim, or a cost, that the plan counts, in its parts and with its rank."""

    number: Annotated[str, title("债权编号", "一、二、三号写作 1、2、3；写已有的编号即改正它")]
    creditor: Annotated[PartyId | None, title("债权人", "法院收取的执行费等不填")] = None
    application: Annotated[
        Seq | None, title("参与分配申请", "申请执行人本人的债权不填", of=("funds.participation_applied",))
    ] = None
    rank: Annotated[ClaimRank, title("顺位")]
    principal: Annotated[Fen, title("主债务、款项数额")]
    interest: Annotated[Fen, title("一般债务利息")] = 0
    costs: Annotated[Fen, title("实现债权的费用")] = 0
    doubled: Annotated[Fen, title("加倍部分债务利息")] = 0
    pot: Annotated[str, title("所涉财产", "优先受偿或者该项费用所对的款项名称")] = ""
    place: Annotated[int, title("优先顺位", "同一财产上第几顺位")] = 1
    turn: Annotated[int, title("控制顺序", "被执行人为法人的：第几个采取执行措施，没有采取的写 0")] = 0
    principal_first: Annotated[bool, title("约定先还本金")] = False
    basis: Annotated[Prose, title("认定的依据", "计息的起止和方法，优先的法律依据")] = ""
    reckoned_to: Annotated[
        date | None, title("计息至", "填写的，上列两项利息须与以下各项算出的一致；不填的按所写数额")
    ] = None
    due: Annotated[date | None, title("履行期限届满日", "加倍部分自次日起算")] = None
    rate: Annotated[str, title("一般利息年利率（%）", "如 6；没有一般利息的不填")] = ""
    interest_since: Annotated[date | None, title("一般利息起算日")] = None
    year_days: Annotated[int, title("一年的天数", "365 或 360")] = 365
    times: Annotated[str, title("或者按一年期LPR的倍数", "如 4；不填年利率时填写")] = ""
    original: Annotated[Fen, title("部分清偿前的主债务", "有部分清偿的填写，上列各项即清偿后所余")] = 0
    paid: Annotated[tuple[PaidBefore, ...], title("此前的清偿", "按期填写，依法先后抵充")] = ()
    sums: Annotated[
        tuple[SumClaimed, ...],
        title(
            "几笔债权", "一笔的不填；填写的，上面“履行期限届满日”至“部分清偿前的主债务”各项不填", folded=True
        ),
    ] = ()
    interests: Annotated[
        tuple[InterestClaimed, ...], title("几种利息", "利率、期间、上限各不相同的，一种一行", folded=True)
    ] = ()
    rests: Annotated[
        tuple[DoublingRested, ...],
        title("不计加倍部分的期间", "中止、暂缓执行的期间；被执行人申请的除外", folded=True),
    ] = ()


class ClaimRejected(Act, frozen=True, kw_only=True, tag="funds.claim_rejected"):
    """不准许参与分配: the application has no title, comes too late, or the debtor is a legal person."""

    application: Annotated[Seq, title("参与分配申请", of=("funds.participation_applied",))]
    reason: Annotated[Prose, title("理由")]


class PotHeld(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The proceeds of one thing, or one sum seized."""

    name: Annotated[str, title("款项名称", "如：某小区住房变价款")]
    amount: Annotated[Fen, title("金额")]
    receipts: Annotated[tuple[Seq, ...], title("到账", of=("funds.received", "funds.deposit_counted"))] = ()


class ShareGiven(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim gets, by its parts."""

    claim: Annotated[str, title("债权编号")]
    costs: Annotated[Fen, title("费用")]
    interest: Annotated[Fen, title("利息")]
    principal: Annotated[Fen, title("主债务")]
    doubled: Annotated[Fen, title("加倍部分")]

    @property
    def total(self) -> int:
        """All that the claim gets, in fen."""
        return self.costs + self.interest + self.principal + self.doubled


class DistributionPlanDrawn(Act, frozen=True, kw_only=True, tag="funds.plan_drawn"):
    """制作分配方案: what is distributed, among which claims, and what each gets. A later plan replaces it."""

    debtor: Annotated[LiableId, title("被执行人", "分配的是谁的财产")]
    order: Annotated[ClaimOrder, title("普通债权的受偿方法")]
    pots: Annotated[tuple[PotHeld, ...], title("待分配款项")]
    claims: Annotated[tuple[Seq, ...], title("参加分配的债权", of=("funds.claim_admitted",))]
    shares: Annotated[tuple[ShareGiven, ...], title("分配结果", "由分配页面计算")] = ()
    amends: Annotated[Seq | None, title("修正的分配方案", of=PLAN)] = None
    reason: Annotated[Prose, title("说明", "修正的，写明依据哪一异议或者判决")] = ""


class DistributionPlanServed(Act, frozen=True, kw_only=True, tag="funds.plan_served"):
    """送达分配方案: a creditor or the debtor received the plan; fifteen days to object begin."""

    plan: Annotated[Seq, title("分配方案", of=PLAN)]
    to: Annotated[PartyId, title("受送达人")]


class DisputedShare(msgspec.Struct, frozen=True, kw_only=True):
    """So much of what a claim gets is in dispute."""

    claim: Annotated[str, title("债权编号")]
    amount: Annotated[Fen, title("有争议的金额")]


class DistributionPlanObjected(Act, frozen=True, kw_only=True, tag="funds.plan_objected"):
    """对分配方案提出异议: in writing, within fifteen days; only what it disputes is held back."""

    plan: Annotated[Seq, title("分配方案", of=PLAN)]
    by: Annotated[PartyId, title("异议人")]
    disputed: Annotated[tuple[DisputedShare, ...], title("有争议的份额")]
    reason: Annotated[Prose, title("事实和理由")]


class PlanObjectionNotified(Act, frozen=True, kw_only=True, tag="funds.plan_objection_notified"):
    """通知分配方案异议: one who did not object received the objection; fifteen days to oppose it begin."""

    objection: Annotated[Seq, title("异议", of=OBJECTION)]
    to: Annotated[PartyId, title("被通知人")]


class PlanObjectionOpposed(Act, frozen=True, kw_only=True, tag="funds.plan_objection_opposed"):
    """对分配方案异议提出反对意见: the objection can now only be decided by a suit."""

    objection: Annotated[Seq, title("异议", of=OBJECTION)]
    by: Annotated[PartyId, title("提出反对意见的人")]
    reason: Annotated[Prose, title("意见")]


class PlanOppositionNotified(Act, frozen=True, kw_only=True, tag="funds.plan_opposition_notified"):
    """通知反对意见: the objector received what was said against it; fifteen days to sue begin."""

    objection: Annotated[Seq, title("异议", of=OBJECTION)]


class DistributionSuitFiled(Act, frozen=True, kw_only=True, tag="funds.plan_suit_filed"):
    """提起分配方案异议之诉: the disputed share stays in escrow until it is decided."""

    objection: Annotated[Seq, title("异议", of=OBJECTION)]
    number: Annotated[str, title("诉讼案号")]


class SuitResult(Choice):
    """How the suit ended."""

    UPHELD = "upheld", "支持异议"
    DISMISSED = "dismissed", "驳回"
    WITHDRAWN = "withdrawn", "撤诉"


class DistributionSuitEnded(Act, frozen=True, kw_only=True, tag="funds.plan_suit_ended"):
    """分配方案异议之诉终结: the plan stands, or is to be amended as the judgment says."""

    suit: Annotated[Seq, title("起诉", of=("funds.plan_suit_filed",))]
    result: Annotated[SuitResult, title("结果")]
    judgment: Annotated[str, title("文书号")]
