"""Setting the reference price of what is to be sold: which way was taken, what was answered, objections, the price."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.assets.acts.found import Property
from zhixing.law.reference_price import PriceWay
from zhixing.record.act import Act, Choice, Fen, FileHash, PartyId, Prose, Seq, title


class PriceMethod(Choice):
    """How the reference price is set, in the order of the law."""

    AGREED = "agreed", "当事人议价"
    ASKED = "asked", "定向询价"
    NETWORK = "network", "网络询价"
    APPRAISED = "appraised", "委托评估"
    MARKET = "market", "参照市价"

    @property
    def way(self) -> PriceWay:
        """The same way as the law knows it."""
        return PriceWay[self.name]


class PriceSkip(Choice):
    """Why an earlier way need not be tried (参考价规定 art. 5, 7, 14)."""

    CONSENT = "consent", "双方当事人一致要求或者同意"
    BY_LAW = "by_law", "法律、行政法规规定必须委托评估"


class AppraisersAgreed(Act, frozen=True, kw_only=True, tag="assets.appraisers_agreed"):
    """协商确定评估机构: both sides agreed within their time on three appraisers and their order (参考价规定 16)."""

    property: Annotated[Property, title("财产")]
    roster: Annotated[str, title("名单分库", "从哪个名单分库中协商")]
    appraisers: Annotated[tuple[str, ...], title("评估机构", "三家，按顺序填写")]
    minutes: Annotated[FileHash | None, title("协商笔录")] = None


class LotGround(Choice):
    """Why appraisers are drawn by lot (参考价规定 art. 16)."""

    NOT_AGREED = "not_agreed", "双方当事人在指定期限内协商不成"
    MISSING = "missing", "一方当事人下落不明"
    BOTH_ASK = "both_ask", "双方当事人一致要求在同一名单子库中随机确定"


class AppraiserListFixed(Act, frozen=True, kw_only=True, tag="assets.appraiser_list_fixed"):
    """确定摇号名单: the list from which three appraisers will be drawn, fixed before the number is known."""

    property: Annotated[Property, title("财产")]
    ground: Annotated[LotGround, title("摇号的原因")]
    roster: Annotated[str, title("名单分库、子库")]
    candidates: Annotated[tuple[str, ...], title("候选评估机构", "该库中符合条件的全部机构，一行一家")]
    draws_on: Annotated[date, title("摇号日期")]
    number_from: Annotated[
        str, title("摇号号码的来源", "如到场各方各报三位数依次连写，或者当日某公开摇奖的号码")
    ]


class AppraisersDrawn(Act, frozen=True, kw_only=True, tag="assets.appraisers_drawn"):
    """摇号确定评估机构: the number was drawn; three appraisers and their order follow from list and number alone."""

    list: Annotated[Seq, title("摇号名单", of=("assets.appraiser_list_fixed",))]
    number: Annotated[str, title("号码", "按名单记录的来源得出；结果由平台据此算出，任何人可以复核")]
    present: Annotated[Prose, title("到场和见证的人")]
    minutes: Annotated[FileHash | None, title("摇号笔录")] = None


class PriceSettingStarted(Act, frozen=True, kw_only=True, tag="assets.price_setting_started"):
    """启动确定参考价: the reference price of a property is to be set in one of the ways."""

    property: Annotated[Property, title("财产")]
    method: Annotated[PriceMethod, title("方式")]
    skip: Annotated[PriceSkip | None, title("跳过在先方式的依据", "依次进行的不选")] = None
    earlier: Annotated[
        Prose, title("在先方式不能或者不成的情况", "如一方下落不明不能议价，没有计税基准价")
    ] = ""
    asked: Annotated[
        tuple[str, ...], title("受托机构", "议价的不填；评估的按选定的顺序填写，由第一家评估")
    ] = ()
    until: Annotated[date | None, title("完成期限", "议价、定向询价由法院指定")] = None


class PriceTimeExtended(Act, frozen=True, kw_only=True, tag="assets.price_time_extended"):
    """延长询价、评估期限: whoever was asked gets more time for the report."""

    property: Annotated[Property, title("财产")]
    until: Annotated[date, title("延长至")]
    reason: Annotated[str, title("理由")]


class PriceWayFailed(Act, frozen=True, kw_only=True, tag="assets.price_way_failed"):
    """该方式不成: no price came of the way taken; the next is open."""

    property: Annotated[Property, title("财产")]
    reason: Annotated[Prose, title("经过", "如双方议价不一致，机构逾期未出具报告")]


class PlatformPrice(msgspec.Struct, frozen=True, kw_only=True):
    """What one platform answered."""

    platform: Annotated[str, title("平台")]
    amount: Annotated[Fen, title("询价结果")]


class PriceReportReceived(Act, frozen=True, kw_only=True, tag="assets.price_report_received"):
    """收到定价结果: the parties' agreement, an authority's answer, the platforms' reports, or the appraisal came in."""

    property: Annotated[Property, title("财产")]
    amount: Annotated[Fen, title("价格", "网络询价为各平台结果的平均值")]
    valid_until: Annotated[date, title("有效期至", "最长一年")]
    platforms: Annotated[tuple[PlatformPrice, ...], title("各平台的结果", "网络询价填写")] = ()
    reference: Annotated[str, title("报告编号")] = ""
    report: Annotated[FileHash | None, title("报告")] = None


class PriceReportSent(Act, frozen=True, kw_only=True, tag="assets.price_report_sent"):
    """发送定价报告: the report goes to the parties and those concerned."""

    report: Annotated[Seq, title("报告", of=("assets.price_report_received",))]
    to: Annotated[tuple[PartyId, ...], title("当事人、利害关系人")]
    published_on: Annotated[
        date | None, title("公示日期", "无法送达的，在中国执行信息公开网公示满十五日视为收到")
    ] = None


class PriceObjectionGround(Choice):
    """On what an objection to a report rests (参考价规定 art. 22, 23)."""

    FACTS = "facts", "财产基本信息错误"
    SCOPE = "scope", "超出财产范围或者遗漏财产"
    QUALIFICATION = "qualification", "评估机构或者评估人员不具备资质"
    PROCEDURE = "procedure", "评估程序严重违法"
    SUBSTANCE = "substance", "参照标准、计算方法或者评估结果"


class PriceReportObjected(Act, frozen=True, kw_only=True, tag="assets.price_report_objected"):
    """对定价报告提出异议: someone objects in writing to a platform's report or an appraisal."""

    report: Annotated[Seq, title("报告", of=("assets.price_report_received",))]
    by: Annotated[PartyId, title("异议人")]
    received_on: Annotated[date, title("异议人收到报告之日")]
    ground: Annotated[PriceObjectionGround, title("理由")]
    content: Annotated[Prose, title("异议内容")]


class PriceObjectionPassedOn(Act, frozen=True, kw_only=True, tag="assets.price_objection_passed_on"):
    """转交定价异议: the appraiser is to explain, or the association to review."""

    objection: Annotated[Seq, title("异议", of=("assets.price_report_objected",))]
    to: Annotated[str, title("交由", "评估机构或者行业协会")]


class PriceObjectionResult(Choice):
    """What came of an objection to a report."""

    DISMISSED = "dismissed", "异议不成立"
    CORRECTED = "corrected", "已补正"
    REDONE = "redone", "异议成立，另行委托评估"


class PriceObjectionResolved(Act, frozen=True, kw_only=True, tag="assets.price_objection_resolved"):
    """处理定价异议: the objection was dismissed, the report corrected, or another appraiser is to be asked."""

    objection: Annotated[Seq, title("异议", of=("assets.price_report_objected",))]
    result: Annotated[PriceObjectionResult, title("结果")]
    amount: Annotated[Fen | None, title("补正后的价格")] = None
    reason: Annotated[Prose, title("理由")] = ""


class ReferencePriceFixed(Act, frozen=True, kw_only=True, tag="assets.reference_price_fixed"):
    """确定参考价: the price from which the sale starts."""

    property: Annotated[Property, title("财产")]
    amount: Annotated[Fen, title("参考价")]
    valid_until: Annotated[date, title("有效期至")]
