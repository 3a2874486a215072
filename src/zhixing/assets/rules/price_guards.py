"""Guards of setting the reference price: the order of the ways, reports, objections to them, the price that follows."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceObjectionPassedOn,
    PriceObjectionResolved,
    PriceObjectionResult,
    PriceReportObjected,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceSkip,
    PriceTimeExtended,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.assets.questions.price import Pricing, pricing, pricings
from zhixing.assets.rules.guards import meant
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.periods import Due, due, shifted
from zhixing.law.reference_price import (
    MEAN,
    NOT_HEARD,
    OBJECTION,
    SENT,
    SINCE,
    VALID,
    before_in_order,
    mean_price,
    object_within,
    report_terms,
    valid_at_most,
)
from zhixing.law.texts import say
from zhixing.record.dossier import Entry
from zhixing.record.power import Power
from zhixing.record.rule import Asked, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
WAYS = cite("参考价规定", 2)
TIMES = cite("参考价规定", 19, figure="十五日")
FIXED = cite("参考价规定", 26)


def current(asked: Asked) -> Pricing | None:
    """The newest attempt to set the price of the property that the act names."""
    found = meant(asked)
    return pricing(asked.dossier, found.seq, asked.on) if found else None


@guard("按法定顺序选择定价方式", WAYS, cite("参考价规定", 14), on_act=True)
def way_in_order(asked: Asked) -> Objection | None:
    """Each way follows the one before it, which failed here or cannot serve, unless both sides or the law skip it."""
    act = asked.the(PriceSettingStarted)
    answer = before_in_order(act.method.way, asked.on)
    if isinstance(answer, Undetermined):
        return Objection(answer.missing[0], say("请选择当日有规定的方式"))
    if act.skip is PriceSkip.BY_LAW and act.method is not PriceMethod.APPRAISED:
        return Objection(
            say("法律规定必须委托评估，所选方式是{way}", way=act.method.label), say("请选择委托评估")
        )
    if act.skip is not None or act.earlier.strip():
        return None
    tried = {
        each.method.way for each in pricings(asked.dossier, act.property, asked.on) if each.failed is not None
    }
    missing = [each for each in answer.value if each not in tried]
    if not missing:
        return None
    return Objection(
        say("还没有进行：{ways}", ways="、".join(each.value for each in missing)),
        say("请依次进行；不能或者不成的写明情况，双方一致同意跳过的选择依据"),
    )


@guard("没有正在进行的定价", WAYS, on_act=True)
def not_being_priced(asked: Asked) -> Objection | None:
    """One way at a time: what is under way is finished or fails first."""
    found = current(asked)
    if found is None or not found.waits:
        return None
    return Objection(
        say("{way}已于 {on} 启动，尚无结果", way=found.method.label, on=found.started.on),
        say("请先录入结果，或录入该方式不成"),
        (PriceReportReceived, PriceWayFailed),
    )


@guard("定价正在进行", WAYS, on_act=True)
def being_priced(asked: Asked) -> Objection | None:
    """A result, a failure and more time belong to a way that was taken."""
    found = current(asked)
    if found is not None and found.waits:
        return None
    return Objection(say("该财产没有正在等待结果的定价"), say("请先启动确定参考价"), (PriceSettingStarted,))


@guard("延长不超过法定次数和天数", TIMES, on_act=True)
def extension_within_law(asked: Asked) -> Objection | None:
    """Platforms get three days once, appraisers fifteen days twice; what the court set itself it may prolong."""
    act, found = asked.the(PriceTimeExtended), current(asked)
    if found is None:
        return None
    terms = report_terms(found.method.way, asked.on)
    if isinstance(terms, Undetermined):
        return None
    if len(found.extended) >= terms.value.extensions:
        return Objection(
            say("已经延长 {count} 次", count=len(found.extended)),
            say("不得再延长；逾期未出具的，录入该方式不成"),
            (PriceWayFailed,),
        )
    since = found.extended[-1].act.until if found.extended else shifted(found.started.on, terms.value.first)
    last = shifted(since, terms.value.extension)
    if act.until <= last:
        return None
    return Objection(
        say("每次延长不超过{period}", period=terms.value.extension), say("最迟到 {last}", last=last)
    )


@guard("网络询价取各平台结果的平均值", MEAN, on_act=True)
def mean_of_platforms(asked: Asked) -> Objection | None:
    """The platforms' answers are entered one by one, and their mean is the price."""
    act, found = asked.the(PriceReportReceived), current(asked)
    if found is None or found.method is not PriceMethod.NETWORK:
        return None
    answer = mean_price([each.amount for each in act.platforms])
    if isinstance(answer, Undetermined):
        return Objection(answer.missing[0], say("请逐一填写各平台的结果；都没有的，录入该方式不成"))
    if act.amount == answer.value:
        return None
    return Objection(answer.because[0], say("价格请填写平均值"))


@guard("有效期不超过一年", VALID, on_act=True)
def valid_for_a_year(asked: Asked) -> Objection | None:
    """A price holds for a year at most, and not to a day that has passed."""
    until = asked.the(PriceReportReceived).valid_until
    last = valid_at_most(asked.on)
    if asked.on <= until <= last:
        return None
    return Objection(
        say("有效期至 {until}", until=until), say("请填写不早于当日、不晚于 {last} 的日期", last=last)
    )


@guard("价格大于零", WAYS, on_act=True)
def price_positive(asked: Asked) -> Objection | None:
    """A price of nothing is no price."""
    act = asked.act
    amount = act.amount if isinstance(act, PriceReportReceived | ReferencePriceFixed) else 1
    if amount is None or amount > 0:
        return None
    return Objection(say("价格为零"), say("请填写价格；没有价格的，录入该方式不成"))


def _report(asked: Asked, number: int) -> Entry[PriceReportReceived] | None:
    entry = asked.dossier.as_of(asked.on).at(number)
    return (
        next((each for each in asked.dossier.of(PriceReportReceived) if each.seq == number), None)
        if entry is not None
        else None
    )


def _method_of(asked: Asked, report: Entry[PriceReportReceived]) -> PriceMethod | None:
    for each in pricings(asked.dossier, report.act.property, asked.on):
        if each.report is not None and each.report.seq == report.seq:
            return each.method
    return None


@guard("异议针对网络询价或者评估报告", NOT_HEARD, on_act=True)
def report_may_be_objected(asked: Asked) -> Objection | None:
    """Against what the parties agreed or an authority answered no objection is heard."""
    report = _report(asked, asked.the(PriceReportObjected).report)
    if report is None:
        return Objection(say("没有这一份报告"), say("请选择本案收到的定价结果"))
    method = _method_of(asked, report)
    if method in (PriceMethod.NETWORK, PriceMethod.APPRAISED):
        return None
    return Objection(
        say("对{way}的结果提出异议的，不予受理", way=method.label if method else ""),
        say("有欺诈、恶意串通、虚假询价证据的，在一拍公告前按执行监督程序提出"),
    )


def _objecting_until(received: date) -> Found[Due] | Undetermined:
    terms = object_within(received)
    return terms if isinstance(terms, Undetermined) else due(received, terms.value)


@guard("收到报告后在期限内提出异议", OBJECTION, on_act=True)
def objected_in_time(asked: Asked) -> Objection | None:
    """Five days run from the receipt of the report; before September 2018, ten."""
    act = asked.the(PriceReportObjected)
    answer = _objecting_until(act.received_on)
    if isinstance(answer, Undetermined):
        return Objection(answer.missing[0], say("请核对日期"))
    if act.received_on > asked.on:
        return Objection(say("收到报告之日 {on} 在异议之后", on=act.received_on), say("请核对日期"))
    if asked.on <= answer.value.day:
        return None
    return Objection(
        say("收到报告之日为 {on}，期限至 {day}", on=act.received_on, day=answer.value.day),
        say("逾期的异议不予受理，请告知异议人"),
    )


@guard("异议尚未处理", cite("参考价规定", 23), on_act=True)
def objection_waits(asked: Asked) -> Objection | None:
    """An objection is dealt with once."""
    act = asked.act
    number = act.objection if isinstance(act, PriceObjectionResolved | PriceObjectionPassedOn) else 0
    then = asked.dossier.as_of(asked.on)
    if all(each.seq != number for each in then.of(PriceReportObjected)):
        return Objection(say("没有这一件异议"), say("请选择本案收到的对报告的异议"))
    done = next((each for each in then.of(PriceObjectionResolved) if each.act.objection == number), None)
    if done is None:
        return None
    return Objection(say("该异议已于 {on} 处理", on=done.on), say("不必再次处理"))


@guard("处理结果写明", cite("参考价规定", 26), on_act=True)
def resolution_complete(asked: Asked) -> Objection | None:
    """A correction says the price that follows; a dismissal and another appraisal say why."""
    act = asked.the(PriceObjectionResolved)
    if act.result is PriceObjectionResult.CORRECTED:
        if act.amount:
            return None
        return Objection(say("没有填写补正后的价格"), say("价格不变的，也请填写该价格"))
    if act.reason.strip() and act.amount is None:
        return None
    return Objection(say("没有写明理由，或者填写了补正后的价格"), say("请写明理由；只有补正才填写价格"))


@guard("以结果为参考价", FIXED, MEAN, on_act=True)
def price_of_report(asked: Asked) -> Objection | None:
    """The price is what the way taken brought, as corrected, with its validity; objections are dealt with first."""
    act, found = asked.the(ReferencePriceFixed), current(asked)
    if found is None or found.report is None or found.redone:
        return Objection(
            say("该财产还没有可以作为参考价的结果"), say("请先录入定价结果"), (PriceReportReceived,)
        )
    if found.unresolved is not None:
        return Objection(
            say("{on} 的异议还没有处理", on=found.unresolved.on),
            say("请先处理异议"),
            (PriceObjectionResolved,),
        )
    if act.amount != found.amount or act.valid_until != found.report.act.valid_until:
        return Objection(
            say(
                "结果为 {amount} 元，有效期至 {until}",
                amount=show(found.amount or 0),
                until=found.report.act.valid_until,
            ),
            say("参考价和有效期请与结果一致"),
        )
    return None


@guard("报告已发送，异议期已过", OBJECTION, SENT, on_act=True)
def time_to_object_over(asked: Asked) -> Objection | None:
    """Of a platform's report and an appraisal the parties are told first, and five days pass, or an objection came."""
    found = current(asked)
    if found is None or found.report is None or asked.on < SINCE:
        return None
    if found.method not in (PriceMethod.NETWORK, PriceMethod.APPRAISED) or found.objections:
        return None
    if found.sent is None:
        return Objection(say("报告还没有发送当事人"), say("请先发送报告"), (PriceReportSent,))
    answer = _objecting_until(found.sent.on)
    if isinstance(answer, Undetermined) or asked.on > answer.value.day:
        return None
    return Objection(
        say("报告于 {on} 发送，异议期至 {day}", on=found.sent.on, day=answer.value.day),
        say("异议期届满后再确定参考价"),
    )
