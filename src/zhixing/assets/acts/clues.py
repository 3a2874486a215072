"""Clues to property, and the other ways to find it: on-site investigation, search, audit, reward notice."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from zhixing.assets.kinds import PropertyKind
from zhixing.parties.acts import ApplicantId, DebtorId
from zhixing.record.act import Act, Choice, Fen, FileHash, OfficerId, PartyId, Prose, Sealed, Seq, title

# Name a clue, and properties that were found.
Clue: TypeAlias = Annotated[Seq, msgspec.Meta(extra={"of": ("assets.clue_provided",)})]
Property: TypeAlias = Annotated[Seq, msgspec.Meta(extra={"of": ("assets.property_found",)})]


class ClueSource(Choice):
    """From whom a clue came (执行线索: 线索来源)."""

    APPLICANT = "applicant", "申请执行人提供"
    REWARD = "reward", "悬赏举报"
    OTHER = "other", "他人提供"
    COURT = "court", "本院在办案中发现"


class ClueProvided(Act, frozen=True, kw_only=True, tag="assets.clue_provided"):
    """收到财产线索: somebody says where property of the debtor may be."""

    debtor: Annotated[DebtorId, title("被执行人")]
    content: Annotated[Prose, title("线索内容", "不写账号、证号、车牌号，也不写举报人身份")]
    source: Annotated[ClueSource, title("线索来源")] = ClueSource.APPLICANT
    party: Annotated[PartyId | None, title("提供线索的当事人", "申请执行人提供的填写")] = None
    informant: Annotated[
        Sealed | None, title("举报人身份", "悬赏举报的填写姓名和证件号码；加密保存，依法保密")
    ] = None
    kind: Annotated[PropertyKind | None, title("财产类型")] = None
    identifier: Annotated[Sealed | None, title("识别号", "加密保存")] = None
    clear: Annotated[bool, title("明确、具体")] = True
    urgent: Annotated[bool, title("情况紧急")] = False
    form: Annotated[FileHash | None, title("财产调查表")] = None


class ClueResult(Choice):
    """What became of a clue (线索状态)."""

    TRUE = "true", "属实"
    PARTLY = "partly", "部分属实"
    FALSE = "false", "不实"
    NOT_ENFORCEABLE = "not_enforceable", "属实，但不能执行"


class ClueVerified(Act, frozen=True, kw_only=True, tag="assets.clue_verified"):
    """核实财产线索: what the court found of it."""

    clue: Annotated[Clue, title("线索")]
    result: Annotated[ClueResult, title("核实结果")]
    how: Annotated[Prose, title("核实经过")]
    found: Annotated[tuple[Property, ...], title("查明的财产", "已录入查明财产的选择")] = ()
    answered: Annotated[Prose, title("回复内容", "告知线索提供人的内容")] = ""


class InvestigationRequested(Act, frozen=True, kw_only=True, tag="assets.investigation_requested"):
    """申请法院调查财产: the applicant cannot find property and asks the court to look (财产调查规定 art. 2)."""

    party: Annotated[ApplicantId, title("申请执行人")]
    debtor: Annotated[DebtorId, title("被执行人")]
    reason: Annotated[Prose, title("不能自行查明的客观原因")]
    what: Annotated[Prose, title("请求调查的内容")] = ""


class InvestigatedItem(Choice):
    """What an investigation can look into (财产调查: 各项调查)."""

    UNIT = "C_DCSZDW", "所在单位"
    RESIDENCE = "C_DCJZD", "居住地"
    DOMICILE = "C_DCZSD", "住所地"
    PREMISES = "C_DCJYCS", "经营场所"
    PROVIDENT_FUND = "C_DCZFGJJ", "住房公积金"
    FINANCIAL_PRODUCT = "C_DCJRLCCP", "金融理财产品"
    INSURANCE = "C_DCSYLBX", "收益类保险"
    DIVIDENDS = "C_DCGXHL", "股息红利"
    LIVING = "C_DCSHJZ", "生活居住"
    EMPLOYMENT = "C_DCLDJY", "劳动就业"
    INCOME = "C_DCSR", "收入"
    CLAIMS = "C_DCZQ", "债权"
    EQUITY = "C_DCGQ", "股权"
    FOUNDING = "C_DCQYXZJSL", "企业性质及设立"
    MERGER = "C_DCHBFL", "合并分立"
    INVESTMENT = "C_DCTZJY", "投资经营"
    DEBTS = "C_DCZQZW", "债权债务"
    ENDING = "C_DCBGZZ", "变更终止"


class Investigated(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked into; the item's stored value is its national column."""

    item: Annotated[InvestigatedItem, title("调查事项")]
    result: Annotated[str, title("查得的情况")]


class OnSiteInvestigated(Act, frozen=True, kw_only=True, tag="assets.on_site_investigated"):
    """现场调查: where the debtor lives or works, or at a body that knows, with minutes (财产调查规定 art. 12 and 13)."""

    debtor: Annotated[DebtorId, title("被调查的被执行人")]
    place: Annotated[str, title("调查单位、地点")]
    place_kind: Annotated[str, title("调查单位分类", "如村委会、社区、登记机关、用人单位")] = ""
    why: Annotated[str, title("调查原因")] = ""
    what: Annotated[Prose, title("调查内容")]
    answered: Annotated[Prose, title("回复内容", "被询问单位、个人的答复")] = ""
    result: Annotated[Prose, title("调查结果")]
    items: Annotated[tuple[Investigated, ...], title("分项调查情况")] = ()
    investigators: Annotated[tuple[OfficerId, ...], title("调查人员", "不少于二人")]
    clues: Annotated[tuple[Clue, ...], title("有关线索")] = ()
    found: Annotated[tuple[Property, ...], title("查明的财产")] = ()
    goes_on: Annotated[bool, title("调查还要继续", "各类财产没有查完的勾选；一个月内查完")] = False
    minutes: Annotated[FileHash | None, title("调查笔录")] = None


class SearchOrdered(Act, frozen=True, kw_only=True, tag="assets.search_ordered"):
    """签发搜查令: the debtor hides property or books and was ordered in vain to hand them over; the president signs."""

    debtor: Annotated[DebtorId, title("被搜查的被执行人")]
    place: Annotated[str, title("搜查的处所")]
    hidden: Annotated[Prose, title("隐匿的财产或资料", "写明据以认定的事实")]
    ordered_on: Annotated[date, title("责令交出的日期")]
    days: Annotated[int, title("有效天数", "自签发起")] = 10


class SearchConducted(Act, frozen=True, kw_only=True, tag="assets.search_conducted"):
    """搜查: what was done under the order, who was there, what was found, with minutes (民诉法解释 art. 495–498)."""

    order: Annotated[Seq, title("搜查令", of=("assets.search_ordered",))]
    searchers: Annotated[tuple[OfficerId, ...], title("搜查人员")]
    shown: Annotated[bool, title("已出示搜查令和工作证件")] = False
    present: Annotated[str, title("到场的人", "被执行人或成年家属、基层组织；法定代表人或主要负责人")] = ""
    absent: Annotated[str, title("未到场的情况", "已通知而拒不到场的写明")] = ""
    woman_searched: Annotated[bool, title("搜查了妇女身体")] = False
    by_woman: Annotated[bool, title("由女执行人员进行")] = False
    opened_by_force: Annotated[bool, title("强制开启")] = False
    account: Annotated[Prose, title("经过和结果")]
    found: Annotated[tuple[Property, ...], title("查明的财产")] = ()
    minutes: Annotated[FileHash | None, title("搜查笔录")] = None
    not_signed: Annotated[str, title("拒绝签名的情况")] = ""


class AuditRequested(Act, frozen=True, kw_only=True, tag="assets.audit_requested"):
    """申请审计: the applicant asks in writing that an organisation's books be audited (财产调查规定 art. 17)."""

    party: Annotated[ApplicantId, title("申请执行人")]
    debtor: Annotated[DebtorId, title("被审计的被执行人", "法人或非法人组织")]
    reason: Annotated[Prose, title("审计原因", "逃避债务、出资不实、抽逃出资等情形")]
    written: Annotated[bool, title("书面申请")] = True


class AuditDecided(Act, frozen=True, kw_only=True, tag="assets.audit_decided"):
    """决定是否审计: within ten days; the auditor is drawn at random, the applicant pays in advance."""

    request: Annotated[Seq, title("审计申请", of=("assets.audit_requested",))]
    granted: Annotated[bool, title("准许")] = True
    why_not: Annotated[Prose, title("不准许的原因")] = ""
    auditor: Annotated[str, title("审计机构", "准许的填写")] = ""
    drawn: Annotated[bool, title("随机确定")] = False
    advance: Annotated[Fen | None, title("申请执行人预交的费用")] = None


class AuditReported(Act, frozen=True, kw_only=True, tag="assets.audit_reported"):
    """收到审计报告: what the auditor found, and who bears the cost (财产调查规定 art. 20)."""

    decision: Annotated[Seq, title("审计决定", of=("assets.audit_decided",))]
    began_on: Annotated[date | None, title("开始日期")] = None
    result: Annotated[Prose, title("审计结果")]
    evasion: Annotated[bool, title("查实有拒绝、虚假报告，隐匿、转移财产等逃避债务情形")] = False
    handled: Annotated[Prose, title("处理结果")] = ""
    cost: Annotated[Fen, title("审计费用")]
    borne_by: Annotated[PartyId, title("费用负担人")]
    paid: Annotated[bool, title("已缴纳")] = False
    found: Annotated[tuple[Property, ...], title("查明的财产")] = ()
    report: Annotated[FileHash | None, title("审计报告")] = None


class RewardRequested(Act, frozen=True, kw_only=True, tag="assets.reward_requested"):
    """申请悬赏: the applicant promises a reward for clues that lead to money (财产调查规定 art. 21)."""

    party: Annotated[ApplicantId, title("申请执行人")]
    debtor: Annotated[DebtorId, title("被执行人")]
    terms: Annotated[str, title("悬赏金的数额或计算方法")]
    promised: Annotated[bool, title("已承诺自愿支付")] = False
    where: Annotated[str, title("发布方式")]


class RewardDecided(Act, frozen=True, kw_only=True, tag="assets.reward_decided"):
    """决定是否悬赏: within ten days (财产调查规定 art. 21)."""

    request: Annotated[Seq, title("悬赏申请", of=("assets.reward_requested",))]
    granted: Annotated[bool, title("准许")] = True
    why_not: Annotated[Prose, title("不准许的原因")] = ""


class RewardNoticePublished(Act, frozen=True, kw_only=True, tag="assets.reward_notice_published"):
    """发布悬赏公告: public, with the reward and the conditions on which it is paid (财产调查规定 art. 22)."""

    decision: Annotated[Seq, title("悬赏决定", of=("assets.reward_decided",))]
    terms: Annotated[str, title("悬赏金的数额或计算方法")]
    conditions: Annotated[Prose, title("领取条件")]
    platforms: Annotated[str, title("发布的媒体平台")] = ""
    posted_at: Annotated[str, title("张贴的地点")] = ""
    other_platform: Annotated[str, title("申请执行人另选的平台")] = ""
    other_cost: Annotated[Fen | None, title("另选平台的费用", "由申请执行人负担")] = None
    until: Annotated[date | None, title("悬赏至")] = None


class RewardSettled(Act, frozen=True, kw_only=True, tag="assets.reward_settled"):
    """结算悬赏金: paid out of what the applicant receives, or not paid and why (财产调查规定 art. 24)."""

    notice: Annotated[Seq, title("悬赏公告", of=("assets.reward_notice_published",))]
    clue: Annotated[Clue, title("线索")]
    known_before: Annotated[bool, title("法院已经掌握该线索")] = False
    realised: Annotated[Fen, title("因该线索实现的债权")] = 0
    paid: Annotated[Fen, title("发放的悬赏金")] = 0
    deducted: Annotated[bool, title("从申请执行人应得款中扣减", "不勾选为另行支付")] = True
    why_not: Annotated[Prose, title("不发放的理由")] = ""
