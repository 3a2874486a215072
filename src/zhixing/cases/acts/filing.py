"""What comes in: the application, its titles and claims, and the filing of the case or its refusal."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from zhixing.parties.acts import ApplicantId, LiableId
from zhixing.record.act import (
    Act,
    Choice,
    Course,
    DossierId,
    Fen,
    FileHash,
    PartyAccount,
    PartyId,
    Prose,
    Seq,
    title,
)


class CaseType(Choice):
    """Kind of enforcement case; the value is the type code of its number (法〔2015〕137号)."""

    FIRST = "执", "首次执行"
    RESUMED = "执恢", "恢复执行"
    PRESERVATION = "执保", "财产保全执行"
    OBJECTION = "执异", "执行异议"
    RECONSIDERATION = "执复", "执行复议"
    SUPERVISION = "执监", "执行监督"
    COORDINATION = "执协", "执行协调"
    OTHER = "执他", "其他执行"


class Origin(Choice):
    """How the case came to the court (立案结案意见 art. 1)."""

    APPLIED = "applied", "当事人申请"
    TRANSFERRED = "transferred_by_trial", "审判庭移送"
    ENTRUSTED = "entrusted", "受托执行"
    ELEVATED = "elevated", "提级执行"
    DESIGNATED = "designated", "指定执行"
    EX_OFFICIO = "ex_officio", "依职权启动"


class Jurisdiction(Choice):
    """The ground on which this court enforces (民诉法 art. 235)."""

    FIRST_INSTANCE = "first_instance", "第一审法院"
    PROPERTY = "property", "被执行财产所在地"
    DOMICILE = "domicile", "被执行人住所地"
    ORDERED = "ordered", "上级指定、提级"


class ApplicationReceived(Act, frozen=True, kw_only=True, tag="cases.application_received"):
    """收到申请: an application for enforcement, or a transfer by the trial division, has come in."""

    cause: Annotated[str, title("案由", "与执行依据所载案由一致，如“民间借贷纠纷”")]
    case_type: Annotated[CaseType, title("案件类型")] = CaseType.FIRST
    origin: Annotated[Origin, title("案件来源")] = Origin.APPLIED
    jurisdiction: Annotated[Jurisdiction, title("管辖依据")] = Jurisdiction.FIRST_INSTANCE
    claims_delay_interest: Annotated[bool, title("申请执行迟延履行利息")] = True
    claims_delay_penalty: Annotated[bool, title("申请执行迟延履行金", "非金钱义务")] = False
    oral: Annotated[bool, title("口头申请，已记入笔录")] = False
    materials: Annotated[tuple[str, ...], title("收到的材料", "一行一份", kind="lines")] = ()
    trial_case: Annotated[str, title("原审案号")] = ""
    preservation_case: Annotated[str, title("保全案号")] = ""
    non_litigation: Annotated[bool, title("非诉行政执行", "执行期限为三个月")] = False
    first_case: Annotated[DossierId | None, title("首次执行案件", "恢复执行的填写")] = None


class SupplementAsked(Act, frozen=True, kw_only=True, tag="cases.supplement_asked"):
    """告知补正: what is missing is told once and in writing."""

    items: Annotated[tuple[str, ...], title("须补正的内容", "一行一项，一次告知全部", kind="lines")]
    until: Annotated[date | None, title("补正期限至")] = None


class SupplementReceived(Act, frozen=True, kw_only=True, tag="cases.supplement_received"):
    """收到补正: what was missing has come in."""

    items: Annotated[tuple[str, ...], title("补正的材料", "一行一项", kind="lines")] = ()


class TitleKind(Choice):
    """Kinds of enforcement title."""

    JUDGMENT = "judgment", "判决书"
    MEDIATION = "mediation", "调解书"
    RULING = "ruling", "裁定书"
    PAYMENT_ORDER = "payment_order", "支付令"
    AWARD = "award", "仲裁裁决书"
    LABOUR_AWARD = "labour_award", "劳动仲裁裁决书"
    NOTARISED_DEBT = "notarised_debt", "公证债权文书"
    ADMINISTRATIVE = "administrative", "行政处理决定书"
    CRIMINAL = "criminal", "刑事裁判涉财产部分"


class TitleRecorded(Act, frozen=True, kw_only=True, tag="cases.title_recorded"):
    """录入执行依据: an enforcement title, as confirmed by the clerk beside its text."""

    kind: Annotated[TitleKind, title("文书种类")]
    issuer: Annotated[str, title("作出单位")]
    number: Annotated[str, title("文书号")]
    made_on: Annotated[date | None, title("作出日期")] = None
    effective_on: Annotated[date | None, title("生效日期")] = None
    perform_by: Annotated[date | None, title("履行最后期限", "分期的为最后一期")] = None
    operative_text: Annotated[Prose, title("主文")] = ""
    file: Annotated[FileHash | None, title("文书文件")] = None
    instalments: Annotated[bool, title("分期履行")] = False


class ClaimKind(Choice):
    """What a claim is for."""

    MONEY = "money", "金钱"
    THING = "thing", "交付财物"
    CONDUCT = "conduct", "行为"
    RIGHT = "right", "财产性权益"


class SumNature(Choice):
    """What a sum of money is; it decides its place in the order of payment and whether it is doubled."""

    PRINCIPAL = "principal", "本金、价款等主债务"
    INTEREST = "interest", "文书已定额的利息"
    COST = "cost", "实现债权的费用"
    COURT_FEE = "court-fee", "应付申请执行人的诉讼费用"


class Sharing(Choice):
    """How several debtors answer for one claim."""

    SINGLE = "single", "一人负担"
    JOINT = "joint", "连带"
    SEVERAL = "several", "按份"
    SUPPLEMENTARY = "supplementary", "补充"


class ClaimRecorded(Act, frozen=True, kw_only=True, tag="cases.claim_recorded"):
    """录入请求事项: one thing the debtor owes under a title."""

    title: Annotated[Seq, title("所据执行依据")]
    kind: Annotated[ClaimKind, title("标的种类")]
    label: Annotated[str, title("名目", "如货款、工资、违约金")]
    owed_by: Annotated[tuple[LiableId, ...], title("由谁负担")]
    owed_to: Annotated[tuple[ApplicantId, ...], title("给谁")]
    amount: Annotated[Fen | None, title("金额", "金钱请求必填，元")] = None
    nature: Annotated[SumNature, title("款项性质")] = SumNature.PRINCIPAL
    due: Annotated[
        date | None, title("履行最后一日", "文书确定的履行期间届满之日；未定期间的为文书生效之日")
    ] = None
    sharing: Annotated[Sharing, title("负担方式")] = Sharing.SINGLE
    text: Annotated[Prose, title("内容", "非金钱请求写明交付何物、为何行为")] = ""


class RateTable(Choice):
    """Published rate tables."""

    NONE = "none", "不按公布的利率表"
    LPR_1Y = "lpr-1y", "一年期贷款市场报价利率"
    LPR_5Y = "lpr-5y", "五年期以上贷款市场报价利率"
    BENCHMARK = "benchmark", "人民银行同期贷款基准利率"


class RatePer(Choice):
    """The time a rate is for."""

    DAY = "day", "日"
    MONTH = "month", "月"
    YEAR = "year", "年"


class InterestRecorded(Act, frozen=True, kw_only=True, tag="cases.interest_recorded"):
    """录入利息: general interest that the title grants on one of its sums."""

    claim: Annotated[Seq | None, title("计息的请求事项", "不选则以所填基数计")] = None
    base: Annotated[Fen | None, title("计息基数", "与请求事项金额不同时填写，元")] = None
    since: Annotated[date, title("起算日", "当日计入")]
    until: Annotated[date | None, title("止于", "当日计入；计至实际付清的不填")] = None
    rate: Annotated[str, title("利率", "小数，如 0.06；按利率表的不填")] = ""
    per: Annotated[RatePer, title("利率单位")] = RatePer.YEAR
    table: Annotated[RateTable, title("利率表")] = RateTable.NONE
    times: Annotated[str, title("倍数", "如 1.3、4；上浮 50% 填 1.5")] = "1"
    year_days: Annotated[int | None, title("一年天数", "文书写明 360 或 365 的填写")] = None
    plus: Annotated[str, title("加点", "在利率表上加减的年利率，小数，如加 50 个基点填 0.005")] = "0"
    cap: Annotated[Fen | None, title("利息上限", "文书限定总额的填写，元")] = None
    cap_rate: Annotated[str, title("年利率上限", "小数，如 0.24；按利率表倍数限定的不填")] = ""
    cap_table: Annotated[RateTable, title("上限所据利率表")] = RateTable.NONE
    cap_times: Annotated[str, title("上限的倍数", "如 4")] = "1"


class CostRecorded(Act, frozen=True, kw_only=True, tag="cases.cost_recorded"):
    """录入诉讼费用: a cost that the title makes a party pay to the court. What goes to the applicant is a claim."""

    title: Annotated[Seq, title("所据执行依据")]
    label: Annotated[str, title("名目", "如案件受理费、保全费")]
    amount: Annotated[Fen, title("金额", "元")]
    borne_by: Annotated[tuple[PartyId, ...], title("由谁负担")]
    due: Annotated[date | None, title("交纳最后一日")] = None


class SetOffOrderRecorded(Act, frozen=True, kw_only=True, tag="cases.set_off_order_recorded"):
    """录入抵充顺序: the order of payment the parties agreed, first to last."""

    order: Annotated[tuple[str, ...], title("顺序", "一行一项，先抵的在前；写请求事项的名目", kind="lines")]


class LivelihoodCategory(Choice):
    """Categories of livelihood cases (最高法 2013-12-23 专项部署 and later lists)."""

    WAGES = "wages", "追索劳动报酬"
    MIGRANT_WAGES = "migrant_wages", "农民工工资"
    PARENTS = "parents", "赡养费"
    SPOUSE = "spouse", "扶养费"
    CHILDREN = "children", "抚育费"
    BEREAVEMENT = "bereavement", "抚恤金"
    MEDICAL = "medical", "医疗损害赔偿"
    TRAFFIC = "traffic", "交通事故人身损害赔偿"
    WORK_INJURY = "work_injury", "工伤赔偿"
    OTHER = "other", "其他涉民生"


class LivelihoodFlagged(Act, frozen=True, kw_only=True, tag="cases.livelihood_flagged"):
    """标记涉民生: the case is one of those that come first."""

    category: Annotated[LivelihoodCategory, title("类别")]


class ApplicantAccountGiven(Act, frozen=True, kw_only=True, tag="cases.applicant_account_given"):
    """提供收款账户: the account to which the applicant is to be paid; the number itself is kept with the party."""

    party: Annotated[ApplicantId, title("申请执行人")]
    account: Annotated[PartyAccount, title("收款账户", "在当事人资料中登记的")]


class RiskNoticeGiven(Act, frozen=True, kw_only=True, tag="cases.risk_notice_given"):
    """告知执行风险: the applicant was told what may stand in the way of enforcement."""

    to: Annotated[tuple[ApplicantId, ...], title("被告知人")]


class PreservationHintGiven(Act, frozen=True, kw_only=True, tag="cases.preservation_hint_given"):
    """提示保全: the applicant was told that property may be preserved."""

    to: Annotated[tuple[ApplicantId, ...], title("被提示人")]


class Filed(Act, frozen=True, kw_only=True, tag="cases.filed"):
    """立案: the application is accepted and the case gets its number."""

    number: Annotated[str, title("案号", "留空由系统按收案顺序编号；只在导入旧案时填写")] = ""


class RefusalGround(Choice):
    """Why a case is not accepted: the condition of 执行工作规定 art. 16 that is missing."""

    NOT_EFFECTIVE = "not_effective", "执行依据未生效"
    NOT_ENTITLED = "not_entitled", "申请人不适格"
    NO_CONTENT = "no_content", "没有给付内容或标的、被执行人不明确"
    NOT_DUE = "not_due", "履行期限未届满"
    NO_JURISDICTION = "no_jurisdiction", "不属本院管辖"
    NOT_SUPPLEMENTED = "not_supplemented", "逾期未补正"


class FilingRefused(Act, frozen=True, kw_only=True, tag="cases.filing_refused"):
    """不予受理: the application is not accepted, by ruling."""

    course: ClassVar[Course] = Course.ENDED

    ground: Annotated[RefusalGround, title("理由类别")]
    reason: Annotated[Prose, title("具体理由")]
    ruling: Annotated[str, title("裁定书文号")] = ""
