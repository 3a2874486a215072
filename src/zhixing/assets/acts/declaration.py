"""The debtor's report of property: a code to report on line, the report, supplements, more time, what the court found of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from zhixing.assets.kinds import PropertyKind
from zhixing.parties.acts import DebtorId
from zhixing.record.act import Act, Choice, Fen, FileHash, Prose, Sealed, Seq, title

# Names an order to report property of the same dossier.
Order: TypeAlias = Annotated[Seq, msgspec.Meta(extra={"of": ("cases.property_report_ordered",)})]


class ReportCategory(Choice):
    """What must be reported (财产调查规定 art. 5)."""

    FUNDS = "funds", "收入、银行存款、现金、理财产品、有价证券"
    IMMOVABLES = "immovables", "土地使用权、房屋等不动产"
    MOVABLES = "movables", "交通运输工具、机器设备、产品、原材料等动产"
    RIGHTS = "rights", "债权、股权、投资权益、基金份额、信托受益权、知识产权等财产性权利"
    OTHERS = "others", "其他应当报告的财产"


class ChangeKind(Choice):
    """Changes that must be reported with it (财产调查规定 art. 6)."""

    TRANSFERRED = "transferred", "转让财产"
    LEASED = "leased", "出租财产"
    ENCUMBERED = "encumbered", "在财产上设立担保物权等权利负担"
    CLAIM_GIVEN_UP = "claim_given_up", "放弃债权或延长债权清偿期"
    LARGE_EXPENSE = "large_expense", "支出大额资金"
    OTHER = "other", "其他影响债权实现的变动"


class ReportMeans(Choice):
    """How a report was handed in."""

    PAPER = "paper", "书面"
    ONLINE = "online", "网上"


class DeclaredProperty(msgspec.Struct, frozen=True, kw_only=True):
    """One property as the debtor reports it."""

    kind: Annotated[PropertyKind, title("财产类型")]
    name: Annotated[str, title("名称和所在", "不写账号、证号、车牌号；它们填在“识别号”里")]
    identifier: Annotated[
        Sealed | None, title("识别号", "账号、车辆识别号、产权证号等；没有的不填；加密保存")
    ] = None
    value: Annotated[Fen | None, title("金额或估计价值")] = None
    share: Annotated[str, title("共有、权属争议", "没有的不填")] = ""
    burdens: Annotated[str, title("权利负担", "出租、抵押、质押、被查封等；没有的不填")] = ""
    with_others: Annotated[str, title("由他人占有或登记在他人名下", "写明是谁；没有的不填")] = ""


class DeclaredChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change of property as the debtor reports it."""

    kind: Annotated[ChangeKind, title("变动")]
    on: Annotated[date, title("变动日期")]
    what: Annotated[str, title("什么财产，怎样变动", "不写账号、证号、车牌号")]
    identifier: Annotated[Sealed | None, title("识别号", "没有的不填；加密保存")] = None
    amount: Annotated[Fen | None, title("金额")] = None
    with_whom: Annotated[str, title("对方")] = ""


class ReportAccessIssued(Act, frozen=True, kw_only=True, tag="assets.report_access_issued"):
    """发给网上报告码: a debtor may answer the order on line; the code stands in this act's paper alone, an earlier one ends."""

    order: Annotated[Order, title("报告财产令")]
    debtor: Annotated[DebtorId, title("被执行人")]
    until: Annotated[date, title("有效至", "当日仍可使用；提交报告后即失效")]


class PropertyDeclared(Act, frozen=True, kw_only=True, tag="assets.property_declared"):
    """报告财产: a debtor's answer to the order, category by category; what there is none of is said expressly."""

    debtor: Annotated[DebtorId, title("报告人")]
    order: Annotated[Order, title("报告财产令")]
    means: Annotated[ReportMeans, title("方式")] = ReportMeans.PAPER
    access: Annotated[
        Seq | None, title("网上报告码", "书面报告的不填", of=("assets.report_access_issued",))
    ] = None
    funds: Annotated[tuple[DeclaredProperty, ...], title(ReportCategory.FUNDS.label)] = ()
    immovables: Annotated[tuple[DeclaredProperty, ...], title(ReportCategory.IMMOVABLES.label)] = ()
    movables: Annotated[tuple[DeclaredProperty, ...], title(ReportCategory.MOVABLES.label)] = ()
    rights: Annotated[tuple[DeclaredProperty, ...], title(ReportCategory.RIGHTS.label)] = ()
    others: Annotated[tuple[DeclaredProperty, ...], title(ReportCategory.OTHERS.label)] = ()
    nothing: Annotated[
        tuple[ReportCategory, ...], title("确认没有的项目", "上面没有填写的每一项都须勾选")
    ] = ()
    changes: Annotated[tuple[DeclaredChange, ...], title("财产变动", "收到执行通知之日前一年至今的变动")] = ()
    no_changes: Annotated[bool, title("确认没有应当报告的变动")] = False
    file: Annotated[FileHash | None, title("财产调查表", "书面报告的扫描件")] = None

    def listed(self) -> tuple[tuple[ReportCategory, DeclaredProperty], ...]:
        """Every property with the category under which it was reported."""
        return tuple(
            (category, each) for category in ReportCategory for each in getattr(self, str(category.value))
        )


class DeclarationSupplemented(Act, frozen=True, kw_only=True, tag="assets.declaration_supplemented"):
    """补充报告财产: what changed after the report, or was left out of it."""

    debtor: Annotated[DebtorId, title("报告人")]
    changes: Annotated[tuple[DeclaredChange, ...], title("财产变动")] = ()
    property: Annotated[tuple[DeclaredProperty, ...], title("补充报告的财产")] = ()
    reason: Annotated[Prose, title("说明", "原来没有报告的，写明原因")] = ""
    file: Annotated[FileHash | None, title("书面材料")] = None


class ReportExtensionDecided(Act, frozen=True, kw_only=True, tag="assets.report_extension_decided"):
    """决定延长报告期限: a debtor asked in writing for more time (财产调查规定 art. 5)."""

    debtor: Annotated[DebtorId, title("申请人")]
    order: Annotated[Order, title("报告财产令")]
    asked_on: Annotated[date, title("书面申请日期")]
    reason: Annotated[Prose, title("申请的理由")]
    granted: Annotated[bool, title("准许延长")] = True
    until: Annotated[date | None, title("延长至", "准许的填写")] = None
    opinion: Annotated[str, title("意见", "不准许的写明理由")] = ""


class DeclarationResult(Choice):
    """What the court found of a report."""

    TRUE = "true", "属实"
    INCOMPLETE = "incomplete", "有遗漏，不属虚假"
    FALSE = "false", "虚假"


class DeclarationVerified(Act, frozen=True, kw_only=True, tag="assets.declaration_verified"):
    """核查财产报告: the court compared the report with what it knows (财产调查规定 art. 8)."""

    declaration: Annotated[Seq, title("财产报告", of=("assets.property_declared",))]
    result: Annotated[DeclarationResult, title("核查结果")]
    facts: Annotated[Prose, title("核查经过和事实", "与哪些查询、调查结果核对，差异如何解释")]
    heard: Annotated[bool, title("已组织听证")] = False


class PropertyChangeFound(Act, frozen=True, kw_only=True, tag="assets.property_change_found"):
    """查明财产变动: the court learns of a transfer, a lease, a pledge, a large expense of the debtor."""

    debtor: Annotated[DebtorId, title("被执行人")]
    kind: Annotated[ChangeKind, title("变动")]
    changed_on: Annotated[date, title("变动日期")]
    what: Annotated[Prose, title("什么财产，怎样变动", "不写账号、证号、车牌号")]
    identifier: Annotated[Sealed | None, title("识别号", "加密保存")] = None
    amount: Annotated[Fen | None, title("金额")] = None
    with_whom: Annotated[str, title("对方")] = ""
    source: Annotated[Seq | None, title("来源", "查明该变动的行为")] = None
