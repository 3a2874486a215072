"""Rules of setting the reference price: the ways and their order, reports, objections to them, the price that follows.

Not covered: 参考价规定 art. 25 (supervision of a price on proof of fraud), 28 and 29 (stopping an appraisal under way): the way
taken is then entered as failed, with the reason.
"""

from __future__ import annotations

from zhixing.assets.acts.valuation import (
    PriceObjectionPassedOn,
    PriceObjectionResolved,
    PriceReportObjected,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceTimeExtended,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.assets.rules.appraisers import in_their_order
from zhixing.assets.rules.guards import held_here, property_stands, saleable
from zhixing.assets.rules.offering import NO_MONEY, PRICE_CAME, REPORT_TO_SEND, offered
from zhixing.assets.rules.price_guards import (
    being_priced,
    extension_within_law,
    mean_of_platforms,
    not_being_priced,
    objected_in_time,
    objection_waits,
    price_of_report,
    price_positive,
    report_may_be_objected,
    resolution_complete,
    time_to_object_over,
    valid_for_a_year,
    way_in_order,
)
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.citations import cite
from zhixing.law.reference_price import (
    MEAN,
    OBJECTION,
    OLD_APPRAISAL,
    PASSED_ON,
    SENT,
    VALID,
)
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure

GROUP = "确定参考价"
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
WAYS = cite("参考价规定", 2)
TIMES = cite("参考价规定", 19, figure="十五日")
FIXED = cite("参考价规定", 26)


PRICED = (*IN_HAND, not_paused, property_stands)
RULES = [
    ActRule(
        act=PriceSettingStarted,
        label="启动确定参考价",
        basis=(cite("参考价规定", 1), WAYS),
        by=HANDLERS,
        purpose="财产控制后三十日内启动，按议价、定向询价、网络询价、委托评估的顺序确定参考价",
        guards=(
            *PRICED,
            held_here,
            saleable,
            not_being_priced,
            way_in_order,
            in_their_order,
            offered(NO_MONEY, held_here, saleable, not_being_priced),
        ),
        discloses=Disclosure(sms="assets.price_setting_started"),
        document="询价、评估委托书",
        group=GROUP,
    ),
    ActRule(
        act=PriceTimeExtended,
        label="延长询价、评估期限",
        basis=(cite("参考价规定", 11), TIMES),
        by=HANDLERS,
        purpose="依机构在期限届满前的申请延长其期限",
        guards=(*PRICED, being_priced, extension_within_law, offered(being_priced)),
        group=GROUP,
    ),
    ActRule(
        act=PriceWayFailed,
        label="该方式不成",
        basis=(cite("参考价规定", 5), cite("参考价规定", 7), cite("参考价规定", 14)),
        by=TEAM,
        purpose="所选方式没有得出价格，转入下一种方式",
        guards=(*IN_HAND, property_stands, being_priced, offered(being_priced)),
        group=GROUP,
    ),
    ActRule(
        act=PriceReportReceived,
        label="收到定价结果",
        basis=(WAYS, VALID),
        by=TEAM,
        purpose="记下议价、询价、评估的结果和有效期",
        guards=(
            *IN_HAND,
            property_stands,
            being_priced,
            mean_of_platforms,
            valid_for_a_year,
            price_positive,
            offered(being_priced),
        ),
        group=GROUP,
    ),
    ActRule(
        act=PriceReportSent,
        label="发送定价报告",
        basis=(SENT,),
        by=TEAM,
        purpose="在法定期限内把报告发送当事人和利害关系人",
        guards=(*IN_HAND, offered(REPORT_TO_SEND)),
        discloses=Disclosure(sms="assets.price_report_sent"),
        document="送达定价报告通知书",
        group=GROUP,
    ),
    ActRule(
        act=PriceReportObjected,
        label="对定价报告提出异议",
        basis=(OBJECTION, PASSED_ON),
        by=TEAM,
        purpose="收下当事人、利害关系人在期限内提出的书面异议",
        guards=(*IN_HAND, report_may_be_objected, objected_in_time),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=PriceObjectionPassedOn,
        label="转交定价异议",
        basis=(PASSED_ON,),
        by=TEAM,
        purpose="对结果的异议三日内交评估机构说明；仍有异议的，交行业协会评审",
        guards=(*IN_HAND, objection_waits),
        document="评估说明通知书",
        group=GROUP,
    ),
    ActRule(
        act=PriceObjectionResolved,
        label="处理定价异议",
        basis=(cite("参考价规定", 22, paragraph=2), cite("参考价规定", 23)),
        by=(Power.JUDGE, Power.OFFICER),
        purpose="驳回异议、认定补正后的结果，或者另行委托评估",
        guards=(*IN_HAND, objection_waits, resolution_complete),
        discloses=Disclosure(sms="assets.price_objection_resolved"),
        document="定价异议处理通知书",
        group=GROUP,
    ),
    ActRule(
        act=ReferencePriceFixed,
        label="确定参考价",
        basis=(FIXED, MEAN, OLD_APPRAISAL),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        purpose="以议价、询价、评估的结果为参考价，十日内启动变价",
        guards=(*PRICED, price_positive, price_of_report, time_to_object_over, offered(PRICE_CAME)),
        discloses=Disclosure(sms="assets.reference_price_fixed"),
        group=GROUP,
    ),
]
