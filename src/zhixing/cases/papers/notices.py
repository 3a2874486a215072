"""Notices, orders and letters of the course of enforcement, in our own wording."""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.cases.acts.coordination import TrialBenchAsked
from zhixing.cases.acts.filing import Filed, RiskNoticeGiven, SupplementAsked, TitleRecorded
from zhixing.cases.acts.notice import CluesAsked, EnforcementNoticeIssued, PropertyReportOrdered
from zhixing.cases.acts.pause import PropertyResumed, PropertySuspended, Resumed
from zhixing.cases.papers.phrases import (
    case_clause,
    cause,
    claim_lines,
    claimed,
    contact,
    handler,
    members,
    received_on,
    titles,
    to,
)
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def acceptance(told: Telling) -> Body:
    """The applicant learns that the case is filed, and under which number."""
    number = questions.case_number(told.dossier, told.on)
    sum_asked = claimed(told)
    asked = f"，申请执行的金额为{paper_sum(sum_asked)}" if sum_asked else ""
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(
                f"你（单位）于{received_on(told)}依据{titles(told)}向本院申请执行{cause(told)}一案{asked}。"
                f"经审查，申请符合受理条件，本院决定立案执行，案号为{number}。"
            ),
            Line("现将有关事项告知如下："),
            Line(
                "一、执行中你（单位）有权了解案件进展，有权提供被执行人的财产线索，有权对执行行为依法提出异议；"
            ),
            Line(
                "二、请如实、及时提供你（单位）知道的被执行人财产状况、住所和联系方式，并保持自己的联系方式畅通；"
            ),
            Line(
                "三、收取案款请提供申请执行人本人名下的账户；委托他人代为放弃权利、和解、收取案款的，须有特别授权；"
            ),
            Line("四、被执行人确无财产可供执行的，执行可能不能全部实现。"),
            Line(f"依据：{told.basis}。"),
            Line("特此通知。"),
        )
    )


def risk(told: Telling) -> Body:
    """The applicant is told what may stand in the way of enforcement."""
    return Body(
        blocks=(
            to(told, told.the(RiskNoticeGiven).to),
            Line(
                f"你（单位）申请执行{cause(told)}一案，本院依照{told.basis}，把执行中可能出现的风险告知如下："
            ),
            Line("一、被执行人没有财产或财产不足的，生效法律文书确定的权利可能不能或不能全部实现；"),
            Line(
                "二、不提供财产线索，或者线索不实的，可能影响查找财产；怠于申请续行查封、扣押、冻结的，可能丧失顺位；"
            ),
            Line(
                "三、经穷尽财产调查措施未发现可供执行的财产，本院可以终结本次执行程序；以后发现财产的，可以申请恢复执行；"
            ),
            Line("四、被执行人进入破产程序的，执行将中止，权利须向管理人申报；"),
            Line("五、申请执行的期间、异议和复议的期间，逾期将丧失相应的权利。"),
            Line("请阅读后在送达回证上签收。"),
        )
    )


def supplement(told: Telling) -> Body:
    """What is missing is told once and in writing."""
    act = told.the(SupplementAsked)
    until = f"请于{plain_date(act.until)}前" if act.until else "请尽快"
    items = [Line(f"{number}．{item}；") for number, item in enumerate(act.items, 1)]
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(f"你（单位）申请执行{cause(told)}一案的材料收悉。经审查，下列内容须补正："),
            *items,
            Line(f"{until}一次补齐送交本院立案部门。逾期未补正的，本院将依法裁定不予受理。"),
            Line(f"依据：{told.basis}。"),
            Line("特此通知。"),
        )
    )


def enforcement(told: Telling) -> Body:
    """The debtor is ordered to perform, and told what follows otherwise."""
    act = told.the(EnforcementNoticeIssued)
    warned = ["执行中实际支出的费用；"]
    if act.delay_interest_stated:
        warned.insert(0, "迟延履行期间的加倍债务利息；不履行其他义务的，承担迟延履行金；")
    numbers = "二三四"
    lines = [Line(f"（{numbers[place]}）{text}") for place, text in enumerate(warned)]
    listing = (
        (Line("有履行能力而拒不履行，或者有其他法定情形的，本院将依法把你（单位）纳入失信被执行人名单。"),)
        if act.listing_risk_stated
        else ()
    )
    account = (
        (Line("案款请汇至本院为本案告知的案款账户，并注明案号和交款人；不得把案款交给执行人员个人。"),)
        if act.account_stated
        else ()
    )
    return Body(
        blocks=(
            to(told, act.to),
            Line(f"{case_clause(told)}，{titles(told)}已经发生法律效力。本院于{_filed(told)}立案执行。"),
            Line(f"{told.under}，责令你（单位）自本通知书送达之日起{act.perform_within}日内履行下列义务："),
            Line("（一）生效法律文书确定的义务："),
            *claim_lines(told),
            *lines,
            Line(
                "逾期不履行的，本院将依法强制执行，可以查询、冻结、划拨存款，查封、扣押、拍卖、变卖财产，限制消费。"
            ),
            *listing,
            *account,
            contact(told),
        )
    )


def _filed(told: Telling) -> str:
    filed = told.dossier.first(Filed)
    return plain_date(filed.on if filed else told.on)


def report_order(told: Telling) -> Body:
    """The debtor is ordered to report property."""
    act = told.the(PropertyReportOrdered)
    return Body(
        blocks=(
            to(told, act.to),
            Line(f"{case_clause(told)}，你（单位）未按执行通知履行{titles(told)}确定的义务。"),
            Line(
                f"{told.under}，责令你（单位）自本令送达之日起{act.days}日内，"
                "向本院书面报告当前以及收到执行通知之日前一年的财产情况："
            ),
            Line("一、收入、银行存款、现金、理财产品、有价证券；"),
            Line("二、土地使用权、房屋等不动产；"),
            Line("三、交通运输工具、机器设备、产品、原材料等动产；"),
            Line("四、债权、股权、投资权益、基金份额、信托受益权、知识产权等财产性权利；"),
            Line("五、其他应当报告的财产。"),
            Line(
                "财产已出租、已设立担保物权等权利负担，存在共有、权属争议，由他人占有或者登记在他人名下，"
                "或者被查封、扣押、冻结的，一并报告。"
            ),
            Line(
                "自收到执行通知之日前一年至提交报告之日，转让、出租财产，在财产上设立权利负担，放弃债权或者延长债权清偿期，"
                "支出大额资金，以及其他影响债权实现的财产变动，一并报告。"
            ),
            Line("请按所附财产调查表逐项填写，没有的项目写明没有；也可以凭本院发给的报告码在网上报告。"),
            Line("在期限内报告确有困难的，可以向本院书面申请延长期限，并说明理由。"),
            Line("报告后财产情况发生变动，影响债权实现的，应当自变动之日起十日内向本院补充报告。"),
            Line(
                "拒绝报告、虚假报告或者无正当理由逾期报告的，本院可以依法罚款、拘留，并纳入失信被执行人名单；构成犯罪的，依法追究刑事责任。"
            ),
            contact(told),
        )
    )


def clues(told: Telling) -> Body:
    """The applicant is asked what is known of the debtor's property."""
    return Body(
        blocks=(
            to(told, told.the(CluesAsked).to),
            Line(f"本院正在执行{case_clause(told)}。{told.under}，请你（单位）书面提供下列线索："),
            Line("一、被执行人的住所、经常居住地、联系方式和工作单位；"),
            Line("二、被执行人的银行存款、房屋、车辆、股权、到期债权等财产的种类和所在；"),
            Line("三、被执行人转移、隐匿财产或者规避执行的情况。"),
            Line("不能提供的，也请书面说明。本院将依职权通过网络查控系统查询。"),
            contact(told),
        )
    )


def resumed(told: Telling) -> Body:
    """The parties learn that enforcement goes on."""
    return Body(
        blocks=(
            to(told, (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))),
            Line(f"{case_clause(told)}，因{told.the(Resumed).reason}，中止、暂缓执行的情形已经消失。"),
            Line(f"{told.under}，本院自{plain_date(told.on)}起恢复执行{titles(told)}。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def property_resumed(told: Telling) -> Body:
    """Enforcement against one thing goes on."""
    act = told.the(PropertyResumed)
    suspended = told.dossier.at(act.suspension)
    thing = (
        suspended.act.object
        if suspended and isinstance(suspended.act, PropertySuspended)
        else "原中止执行的标的"
    )
    return Body(
        blocks=(
            to(told, (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))),
            Line(f"{case_clause(told)}，因{act.reason}，中止对{thing}执行的情形已经消失。"),
            Line(f"{told.under}，本院自{plain_date(told.on)}起恢复对{thing}的执行。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def asked_bench(told: Telling) -> Body:
    """The bench that made the title is asked what it means."""
    act = told.the(TrialBenchAsked)
    found = told.dossier.at(act.title)
    title = (
        f"{found.act.issuer}{found.act.number}{found.act.kind.label}"
        if found and isinstance(found.act, TitleRecorded)
        else "执行依据"
    )
    return Body(
        blocks=(
            Line(f"{act.bench}：", indented=False),
            Line(f"本院在执行{case_clause(told)}中，发现{title}的下列内容不够明确：{act.unclear}"),
            Line(f"{told.under}，特此征询，请书面答复或者依法补正。"),
            Line(f"承办人：{handler(told)}"),
        )
    )


PAPERS = [
    Paper(acts=(Filed,), kind=PaperKind.NOTICE, write=acceptance),
    Paper(acts=(RiskNoticeGiven,), kind=PaperKind.NOTICE, write=risk),
    Paper(acts=(SupplementAsked,), kind=PaperKind.NOTICE, write=supplement),
    Paper(acts=(EnforcementNoticeIssued,), kind=PaperKind.NOTICE, write=enforcement),
    Paper(acts=(PropertyReportOrdered,), kind=PaperKind.ORDER, write=report_order),
    Paper(acts=(CluesAsked,), kind=PaperKind.NOTICE, write=clues),
    Paper(acts=(Resumed,), kind=PaperKind.NOTICE, write=resumed),
    Paper(acts=(PropertyResumed,), kind=PaperKind.NOTICE, write=property_resumed),
    Paper(acts=(TrialBenchAsked,), kind=PaperKind.LETTER, write=asked_bench),
]
