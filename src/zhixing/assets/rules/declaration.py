"""Rules of the property report: the code to report on line, the report category by category, supplements, more time, review.

Not covered: the hearing on a report (财产调查规定 art. 8), which is noted and has no term; the applicant's look at the report,
which is for the room of disclosure; fines, detention and listing (art. 9 and 10), which are for the rooms of coercion and credit.
"""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.assets.acts.declaration import (
    DeclarationResult,
    DeclarationSupplemented,
    DeclarationVerified,
    DeclaredChange,
    PropertyChangeFound,
    PropertyDeclared,
    ReportAccessIssued,
    ReportCategory,
    ReportExtensionDecided,
    ReportMeans,
)
from zhixing.assets.questions.categories import categories
from zhixing.assets.questions.reporting import open_access, reporting
from zhixing.cases.acts.notice import PropertyReportOrdered
from zhixing.cases.rules.guards import IN_HAND, PROCEDURE_FREE, PROCEDURE_IN_HAND
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "财产报告"
ORDER = cite("财产调查规定", 3)
REPORT = cite("财产调查规定", 5)
BURDENS = cite("财产调查规定", 5, paragraph=2)
MORE_TIME = cite("财产调查规定", 5, paragraph=3)
CHANGES = cite("财产调查规定", 6)
SUPPLEMENT = cite("财产调查规定", 7, figure="十日")
REVIEW = cite("财产调查规定", 8)
# Ours: a code outlives the order's service, which may take its time, and no more.
LONGEST_ACCESS = timedelta(days=90)


@guard("报告人是受令报告的被执行人", ORDER, on_act=True)
def was_ordered(asked: Asked) -> Objection | None:
    """Who reports, asks for time or gets a code was ordered to report, in this dossier, by the order that is named."""
    act = asked.act
    if not isinstance(act, PropertyDeclared | ReportAccessIssued | ReportExtensionDecided):
        return None
    if reporting(asked.dossier, act.order, act.debtor, asked.on) is not None:
        return None
    return Objection(
        say("第 {seq} 条不是发给此人的报告财产令", seq=act.order),
        say("请选择发给此人的报告财产令；没有发出的先发出"),
        (PropertyReportOrdered,),
    )


@guard("有效期不超过九十日", ORDER, on_act=True)
def access_bounded(asked: Asked) -> Objection | None:
    """A code ends some day (a choice of this platform, no norm's)."""
    act = asked.the(ReportAccessIssued)
    if asked.on <= act.until <= asked.on + LONGEST_ACCESS:
        return None
    return Objection(
        say("有效期 {until} 不在发给之日起九十日之内", until=act.until),
        say("请填 {last} 以前的日期", last=asked.on + LONGEST_ACCESS),
    )


@guard("对这道令还没有报告", REPORT, on_act=True)
def not_declared_yet(asked: Asked) -> Objection | None:
    """One order is answered once; what is added later is a supplement, or the answer to a new order."""
    act = asked.act
    if not isinstance(act, PropertyDeclared | ReportAccessIssued):
        return None
    found = reporting(asked.dossier, act.order, act.debtor, date.max)  # as it stands, whatever day is written
    if found is None or found.declared is None:
        return None
    return Objection(
        say("已于 {on} 报告（第 {seq} 条）", on=found.declared.on, seq=found.declared.seq),
        say("有变动或遗漏的，请作补充报告；需要重新全面报告的，再次发出报告财产令"),
        (DeclarationSupplemented, PropertyReportOrdered),
    )


@guard("逐项报告，没有的明确写明", cite("财产调查规定", 4, paragraph=2), REPORT, on_act=True)
def every_category_answered(asked: Asked) -> Objection | None:
    """Each category has property, or the express word that there is none, and not both."""
    act = asked.the(PropertyDeclared)
    told = {category for category, _ in act.listed()}
    open_ones = [each for each in ReportCategory if each not in told and each not in act.nothing]
    if open_ones:
        return Objection(
            say("没有填写，也没有确认没有：{items}", items="；".join(each.label for each in open_ones)),
            say("有的请填写；没有的请在“确认没有的项目”中勾选"),
        )
    both = [each for each in ReportCategory if each in told and each in act.nothing]
    if both:
        return Objection(
            say("填写了财产，又确认没有：{items}", items="；".join(each.label for each in both)),
            say("请去掉勾选，或者删去所填的财产"),
        )
    return None


@guard("财产填在所属的项目里", REPORT, on_act=True)
def under_its_category(asked: Asked) -> Objection | None:
    """A house stands under immovables, a car under movables."""
    for category, each in asked.the(PropertyDeclared).listed():
        if category not in categories(each.kind):
            return Objection(
                say("“{kind}”不属于“{category}”", kind=each.kind.label, category=category.label),
                say("请移到所属的项目"),
            )
    return None


@guard("财产变动已报告，没有的明确写明", CHANGES, on_act=True)
def changes_answered(asked: Asked) -> Objection | None:
    """Changes since a year before the notice are told, or it is said that there were none; none lies in the future."""
    act = asked.the(PropertyDeclared)
    if bool(act.changes) == act.no_changes:
        return Objection(
            say("财产变动没有填写，也没有确认没有")
            if not act.changes
            else say("填写了财产变动，又确认没有变动"),
            say("收到执行通知之日前一年至今有变动的请填写；没有的请勾选确认"),
        )
    return _in_the_future(act.changes, asked)


def _in_the_future(changes: tuple[DeclaredChange, ...], asked: Asked) -> Objection | None:
    late = next((each.on for each in changes if each.on > asked.on), None)
    if late is None:
        return None
    return Objection(say("变动日期 {day} 在将来", day=late), say("请核对日期"))


@guard("网上报告由本人凭报告码提交", REPORT, on_act=True)
def handed_in_as_told(asked: Asked) -> Objection | None:
    """On line the debtor reports in person with a code that runs; officers take in what is on paper."""
    act = asked.the(PropertyDeclared)
    online = asked.by.kind == "party"
    if online != (act.means is ReportMeans.ONLINE):
        return Objection(
            say("方式与提交的人不符"), say("网上报告由被执行人凭报告码提交；书面报告由工作人员录入")
        )
    if not online:
        return None
    codes = [each for each in open_access(asked.dossier, asked.on) if each.seq == act.access]
    fits = [each for each in codes if each.act.debtor == act.debtor and each.act.order == act.order]
    if asked.by.id == act.debtor and any(asked.on <= each.act.until for each in fits):
        return None
    return Objection(say("报告码已经失效，或者不是发给本人的"), say("请联系承办人重新发给报告码"))


@guard("补充报告有内容，报告人是被执行人", SUPPLEMENT, on_act=True)
def supplement_says_something(asked: Asked) -> Objection | None:
    """A supplement tells a change or a property, of a debtor of the case."""
    act = asked.the(DeclarationSupplemented)
    if act.debtor not in {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}:
        return Objection(say("报告人不是本案被执行人"), say("请选择被执行人"))
    if not act.changes and not act.property:
        return Objection(say("没有填写变动，也没有填写财产"), say("请至少填写一项"))
    return _in_the_future(act.changes, asked)


@guard("准许延长的写明新的期限", MORE_TIME, on_act=True)
def extension_complete(asked: Asked) -> Objection | None:
    """A longer time ends after the old one; a refusal says why."""
    act = asked.the(ReportExtensionDecided)
    if act.asked_on > asked.on:
        return Objection(say("申请日期 {day} 晚于决定日期", day=act.asked_on), say("请核对日期"))
    if not act.granted:
        return None if act.opinion.strip() else Objection(say("不准许而没有写明理由"), say("请写明理由"))
    found = reporting(asked.dossier, act.order, act.debtor, asked.on)
    last = found.last_day.value if found and isinstance(found.last_day, Found) else None
    if act.until is not None and act.until > max(last or asked.on, asked.on):
        return None
    return Objection(
        say("没有填写延长至哪一天，或者不晚于原期限 {last}", last=last or asked.on),
        say("请填写原期限之后的日期"),
    )


@guard("核查写明经过", REVIEW, on_act=True)
def review_reasoned(asked: Asked) -> Objection | None:
    """A review is of a report of this dossier; that one is false or has gaps is said with the facts."""
    act = asked.the(DeclarationVerified)
    found = asked.dossier.at(act.declaration)
    if found is None or not isinstance(found.act, PropertyDeclared):
        return Objection(say("没有这份财产报告"), say("请选择本案的财产报告"), (PropertyDeclared,))
    if act.facts.strip():
        return None
    why = say("没有写明核查经过") if act.result is DeclarationResult.TRUE else say("没有写明虚假或遗漏的事实")
    return Objection(why, say("请写明与哪些查询、调查结果核对，有差异的写明双方的内容"))


@guard("变动属于本案被执行人，不在将来", CHANGES, on_act=True)
def change_of_a_debtor(asked: Asked) -> Objection | None:
    """What was found is a past change of a debtor's property."""
    act = asked.the(PropertyChangeFound)
    if act.debtor not in {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}:
        return Objection(say("所选的人不是本案被执行人"), say("请选择被执行人"))
    if act.changed_on > asked.on:
        return Objection(say("变动日期 {day} 在将来", day=act.changed_on), say("请核对日期"))
    return None


RULES = [
    ActRule(
        act=ReportAccessIssued,
        label="发给网上报告码",
        basis=(ORDER,),
        by=(*TEAM, Power.SYSTEM),
        purpose="被执行人可以凭证件号码和报告码在网上报告财产；发出报告财产令时自动发给，遗失的重新发给",
        guards=(*IN_HAND, was_ordered, access_bounded, not_declared_yet),
        discloses=Disclosure(sms="assets.report_access_issued"),
        document="网上报告财产告知书",
        group=GROUP,
    ),
    ActRule(
        act=PropertyDeclared,
        label="报告财产",
        basis=(cite("民诉法", 252), REPORT, CHANGES),
        by=(*TEAM, Power.PARTY),
        purpose="收下被执行人对现有财产和前一年变动的报告",
        guards=(
            *PROCEDURE_FREE,
            was_ordered,
            not_declared_yet,
            every_category_answered,
            under_its_category,
            changes_answered,
            handed_in_as_told,
        ),
        document="财产报告表",
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=DeclarationSupplemented,
        label="补充报告财产",
        basis=(SUPPLEMENT, BURDENS),
        by=TEAM,
        purpose="收下被执行人对变动、遗漏的补充报告；终结本次执行程序以后也应补报",
        guards=(*PROCEDURE_FREE, supplement_says_something),
        group=GROUP,
    ),
    ActRule(
        act=ReportExtensionDecided,
        label="决定延长报告期限",
        basis=(MORE_TIME,),
        by=(Power.OFFICER, Power.JUDGE),
        approved_by=Power.JUDGE,
        purpose="被执行人书面申请而有正当理由的，可以适当延长报告期限",
        guards=(*IN_HAND, was_ordered, extension_complete),
        discloses=Disclosure(sms="assets.report_extension_decided"),
        document="延长财产报告期限决定书",
        group=GROUP,
    ),
    ActRule(
        act=DeclarationVerified,
        label="核查财产报告",
        basis=(REVIEW,),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="把报告与查询、调查、控制的结果核对，写明是否属实",
        guards=(*PROCEDURE_IN_HAND, review_reasoned),
        group=GROUP,
    ),
    ActRule(
        act=PropertyChangeFound,
        label="查明财产变动",
        basis=(CHANGES, cite("民诉法", 253)),
        by=(*TEAM, Power.SYSTEM),
        purpose="记录查明的转让、出租、设立负担和大额支出，与财产报告核对",
        guards=(*PROCEDURE_FREE, change_of_a_debtor),
        group=GROUP,
    ),
]
