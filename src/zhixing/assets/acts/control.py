"""Holding property: seizure, detention, freezing; the line of those who wait; renewal, release, and what ends it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from zhixing.assets.acts.found import Property
from zhixing.cases.acts.review import HeldBeforeTitle
from zhixing.record.act import Act, Choice, DossierId, Fen, FileHash, Prose, Seq, title

# An hour of the day; what has none on its day stands behind what has one.
Hour: TypeAlias = Annotated[str, msgspec.Meta(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
# Names a control of the same dossier.
Control: TypeAlias = Annotated[
    Seq, msgspec.Meta(extra={"of": ("assets.controlled", "assets.control_taken_over")})
]


class SecuringAct(HeldBeforeTitle, frozen=True, kw_only=True):
    """An act that says up to which sum property may be held where there is no title yet: a ruling on preservation."""

    amount: Annotated[Fen, title("保全的金额")]


class SecuringReview(Act, frozen=True, kw_only=True):
    """An act that says, on a remedy against such a ruling, up to which sum property may be held from now on."""

    amount: Annotated[Fen | None, title("变更后的保全金额", "撤销的填 0；维持的不填")] = None


class SubstitutingAct(Act, frozen=True, kw_only=True):
    """An act that lets another property be held in the place of one that is held: a ruling on preservation."""

    control: Annotated[Control, title("被替换的控制")]
    property: Annotated[Property, title("替换的财产", "先录入查明的财产")]


class HandingOverAct(Act, frozen=True, kw_only=True):
    """An act with which a preservation goes to another court's preservation case, and what it holds with it."""


class Manner(Choice):
    """How property is held (民诉法 art. 253–255); an income is withheld by whoever pays it."""

    SEALED = "sealed", "查封"
    DETAINED = "detained", "扣押"
    FROZEN = "frozen", "冻结"
    WITHHELD = "withheld", "扣留"


class Rank(Choice):
    """Whether it holds at once, or waits behind an earlier one (查扣冻规定 art. 26)."""

    FIRST = "first", "首先（正式）"
    WAITING = "waiting", "轮候"


class Living(msgspec.Struct, frozen=True, kw_only=True):
    """What is left to a natural person for living: so many people, so many months, by the local minimum standard."""

    people: Annotated[int, title("人数", "被执行人及其所扶养家属")]
    monthly: Annotated[Fen, title("每人每月标准", "当地最低生活保障标准")]
    months: Annotated[int, title("月数")]
    standard: Annotated[str, title("标准的依据", "发布机关和文号")]

    @property
    def amount(self) -> int:
        """What is left, in fen."""
        return self.people * self.monthly * self.months


class Controlled(Act, frozen=True, kw_only=True, tag="assets.controlled"):
    """裁定查封、扣押、冻结: a property is held, or waits in line to be held; in force when the assisting body was served."""

    property: Annotated[Property, title("财产")]
    manner: Annotated[Manner, title("方式", "收入由支付的单位扣留")]
    rank: Annotated[Rank, title("顺位")] = Rank.FIRST
    until: Annotated[
        date | None, title("届满日", "轮候的不填：自生效时起算；其余按财产种类不超过法定最长期限")
    ] = None
    amount: Annotated[Fen | None, title("控制的价值", "存款为冻结金额；其他财产为估值")] = None
    living: Annotated[Living | None, title("为自然人保留的生活费用", "冻结自然人的存款、收入时填写")] = None
    living_not_kept: Annotated[str, title("不保留生活费用的理由", "如被执行人为法人，或另有收入足以生活")] = (
        ""
    )
    whole: Annotated[str, title("不可分的说明", "控制的价值超过债权、又不能只控制一部分的，写明理由")] = ""
    ahead: Annotated[str, title("在先的控制", "轮候的写明在先法院、案号和日期")] = ""
    assisted_by: Annotated[str, title("协助执行单位", "银行、登记机关等；自行控制的不填")] = ""
    method: Annotated[str, title("方法", "张贴封条、公告、扣留证照等")] = ""
    place: Annotated[str, title("地点")] = ""
    keeper: Annotated[str, title("保管人")] = ""
    keeping_place: Annotated[str, title("保管地点")] = ""
    list_file: Annotated[FileHash | None, title("清单")] = None
    at: Annotated[
        Hour, title("协助单位收到的钟点", "写成 08:30；同一天对同一财产有几个控制的，按钟点分先后")
    ] = ""


class ControlRenewed(Act, frozen=True, kw_only=True, tag="assets.control_renewed"):
    """续行查封、扣押、冻结: the term is prolonged before it ends."""

    control: Annotated[Control, title("原控制")]
    until: Annotated[date, title("续行届满日", "自原届满日起算，不超过法定最长期限")]
    reason: Annotated[str, title("续行原因")]
    on_application: Annotated[bool, title("依申请", "不勾选为依职权")] = False


class ReleaseGround(Choice):
    """Why a control is lifted (查扣冻规定 art. 28; 民诉法解释 art. 166)."""

    OUTSIDER = "outsider", "查封、扣押、冻结的是案外人财产"
    WITHDRAWN = "withdrawn", "申请执行人撤回申请或者放弃债权"
    UNSOLD = "unsold", "流拍、变卖不成又不抵债，且无其他执行办法"
    SETTLED = "settled", "债务已经清偿"
    SECURED = "secured", "提供担保且申请执行人同意"
    EXCESS = "excess", "超标的额"
    EXEMPT = "exempt", "属于不得执行的财产"
    SOLD = "sold", "已经拍卖、变卖或者抵债"
    PRESERVATION = "preservation", "保全措施依法应当解除"
    REPLACED = "replaced", "变更为其他等值财产"
    OTHER = "other", "法律、司法解释规定的其他情形"


class ControlReleased(Act, frozen=True, kw_only=True, tag="assets.control_released"):
    """解除查封、扣押、冻结: all of it, or a part of its value; the first in the waiting line takes effect by itself."""

    control: Annotated[Control, title("控制")]
    ground: Annotated[ReleaseGround, title("原因")]
    reason: Annotated[Prose, title("事实和理由")]
    part: Annotated[Fen | None, title("部分解除的价值", "不填为全部解除")] = None
    left: Annotated[str, title("剩余的财产", "部分解除的写明")] = ""


class WaitingTookEffect(Act, frozen=True, kw_only=True, tag="assets.waiting_took_effect"):
    """轮候生效: what stood before it ended, and it holds from now on, its term running."""

    control: Annotated[Control, title("轮候的控制")]
    until: Annotated[date, title("届满日")]
    before: Annotated[str, title("在先控制的结束")]


class ControlFoundBehind(Act, frozen=True, kw_only=True, tag="assets.control_found_behind"):
    """查明在后，改为轮候: on the same day another control reached the assisting body at an earlier hour."""

    control: Annotated[Control, title("控制")]
    before: Annotated[str, title("在先的控制")]


class EquityFreezePublished(Act, frozen=True, kw_only=True, tag="assets.equity_freeze_published"):
    """股权冻结公示: the freeze stands in the public credit system; from then on it holds, in the order of publication."""

    control: Annotated[Control, title("股权的冻结")]
    at: Annotated[Hour, title("公示的钟点", "写成 08:30")] = ""
    waiting: Annotated[bool, title("公示为轮候", "公示系统中已有在先的冻结")] = False
    ahead: Annotated[str, title("在先的冻结", "轮候的写明在先法院和案号")] = ""
    company_told_on: Annotated[date | None, title("书面通知股权所在公司之日")] = None


class ControlTakenOver(Act, frozen=True, kw_only=True, tag="assets.control_taken_over"):
    """保全转为执行控制: a preservation's control goes on in enforcement, with its place in line and its term."""

    property: Annotated[Property, title("财产")]
    manner: Annotated[Manner, title("方式")]
    rank: Annotated[Rank, title("顺位")]
    since: Annotated[date, title("原控制之日", "顺位自该日起算")]
    until: Annotated[date | None, title("届满日")] = None
    amount: Annotated[Fen | None, title("控制的价值")] = None
    preservation: Annotated[DossierId, title("保全案件")]
    control: Annotated[int, title("保全案件中的记录序号")]
    case: Annotated[str, title("保全案号")] = ""
    at: Annotated[Hour, title("协助单位收到的钟点")] = ""


class ControlPassedOn(Act, frozen=True, kw_only=True, tag="assets.control_passed_on"):
    """保全移转执行: what was held in preservation is held from now on in the enforcement case, without a gap."""

    control: Annotated[Seq, title("查封、扣押、冻结", of=("assets.controlled",))]
    to: Annotated[DossierId, title("执行案件")]
    case: Annotated[str, title("执行案号")] = ""


class DepositTransferred(Act, frozen=True, kw_only=True, tag="assets.deposit_transferred"):
    """划拨、提取: money is taken from an account or an income to the account for case money."""

    property: Annotated[Property, title("财产")]
    amount: Annotated[Fen, title("划拨、提取金额")]
    assisted_by: Annotated[str, title("协助执行单位")]
    into: Annotated[str, title("划入账户", "案款账户的名称；不写账号")] = "案款专户"
    income: Annotated[bool, title("提取收入", "不勾选为划拨存款")] = False
    done: Annotated[bool, title("已到账")] = False
    why_not: Annotated[str, title("未能划拨、提取的原因")] = ""


class OwnSaleAllowed(Act, frozen=True, kw_only=True, tag="assets.own_sale_allowed"):
    """准许自行处分: the owner sells what is held, at a fair price and by a day, and the court controls the price."""

    control: Annotated[Control, title("控制")]
    until: Annotated[date, title("处分的期限至", "股权不超过三个月")]
    least: Annotated[Fen, title("不低于的价格")]
    price_held: Annotated[str, title("控制价款的方式", "如受让人直接汇入案款账户")]
    consent: Annotated[
        bool, title("申请人同意", "争议标的须同意；股权须申请执行人和其他已知债权人同意，或者价款足以清偿")
    ] = False
    reason: Annotated[Prose, title("不损害债权人的理由")]


class SeizureRecorded(Act, frozen=True, kw_only=True, tag="assets.seizure_recorded"):
    """现场查封、扣押笔录: who was called and who was there, from when to when, and the list of what was seized."""

    control: Annotated[Control, title("查封、扣押")]
    began: Annotated[Hour, title("开始的钟点")]
    ended: Annotated[Hour, title("完成的钟点")]
    called: Annotated[str, title("通知到场的人", "被执行人本人或者成年家属；单位的法定代表人或者主要负责人")]
    present: Annotated[str, title("到场并签名的人", "其工作单位或者所在地基层组织派人参加的一并写明")] = ""
    absent: Annotated[str, title("拒不到场的情况", "不到场不影响执行")] = ""
    keeper: Annotated[str, title("保管人", "可以指定被执行人保管")]
    list_file: Annotated[FileHash, title("清单", "由在场人签名或者盖章，交被执行人一份")]
