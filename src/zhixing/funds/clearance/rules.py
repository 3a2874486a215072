"""Rules of clearing up old money (work plan 2016 no. 34, measure 15; 执行款物规定 3, 4, 10 for what is paid afterwards).

The joint notice of 2016 (最高人民法院、最高人民检察院, number not seen) is from memory; the special account for what cannot be
returned is the plan's. Not covered: paying into the treasury what nobody claims, for which no term is stated.
"""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceInspected,
    ClearanceOpened,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLineReopened,
    OldLinesAssigned,
    OldLinesRegistered,
    OldLineUnreturnable,
)
from zhixing.funds.clearance.guards import (
    DEFERRED,
    LINE_BY_LINE,
    MONTHLY,
    SUSPENSE_HOLDS,
    account_of_the_campaign,
    conclusion_stands,
    dates_in_order,
    every_line_concluded,
    inspected_what_is_there,
    kept_until_a_day,
    line_waits,
    lines_are_old_and_new_here,
    not_finished,
    not_more_than_lies_there,
    old_cases_are_ours,
    something_waits,
)
from zhixing.funds.clearance.questions import OldClass, old_lines
from zhixing.funds.rules.account import account_usable, finder_is_ours
from zhixing.funds.rules.needs import ACCOUNT, CASE_HOLDS, OWN_CASES, OWN_OFFICER
from zhixing.law.periods import days, lead
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Reach

GROUP = "案款清理"
BOOKKEEPERS = (Power.ACCOUNTANT,)
FINDERS = (Power.ACCOUNTANT, Power.OFFICER, Power.JUDGE, Power.CLERK)


def _to_cases(act: Act, clearance: DossierId) -> list[Reach]:
    """What was found to be a case's is booked there."""
    if not isinstance(act, OldLinesAssigned):
        return []
    return [
        Reach(
            each.case,
            MoneyReceived(
                account=act.account,
                statement=clearance,
                line=each.line,
                amount=each.amount,
                kind=MoneyKind.EXECUTION,
                booked_on=each.booked_on,
                old=True,
            ),
        )
        for each in act.assignments
    ]


def _back(act: Act, clearance: DossierId) -> list[Reach]:
    """What was wrongly a case's is taken from it."""
    if not isinstance(act, OldLineReopened) or act.case is None:
        return []
    money = MoneyTakenBack(
        account=act.account, statement=clearance, line=act.line, amount=act.amount, kind=MoneyKind.EXECUTION
    )
    return [Reach(act.case, money)]


def _by(name: str) -> Limit:
    """By that day of the plan, or the last working day before it."""

    def term(trigger: Trigger) -> DueAnswer:
        act = trigger.entry.act
        assert isinstance(act, ClearanceOpened)
        return lead(getattr(act, name) + timedelta(days=1), days(1), calendar=trigger.calendar)

    return Limit(term, MONTHLY)


def _concluded(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Whether with this entry no line waits any longer."""
    then = dossier.with_entries(each for each in dossier.recorded if each.seq <= closing.seq)
    there = old_lines(then, date.max).values()
    return bool(there) and all(each.kind is not OldClass.WAITING for each in there)


IN_CAMPAIGN = (not_finished,)
RULES = [
    ActRule(
        act=ClearanceOpened,
        label="开展案款清理",
        basis=(MONTHLY, LINE_BY_LINE),
        by=(Power.ACCOUNTANT, Power.DIRECTOR),
        purpose="按工作方案在三个日期前清理账户里的历史案款",
        guards=(account_usable, dates_in_order),
        needs=(ACCOUNT,),
        opens=True,
        group=GROUP,
    ),
    ActRule(
        act=OldLinesRegistered,
        label="登记暂存款明细",
        basis=(LINE_BY_LINE,),
        by=BOOKKEEPERS,
        purpose="财务部门把暂存款账户中的执行案款分离出来，逐笔登记",
        guards=(*IN_CAMPAIGN, lines_are_old_and_new_here, not_more_than_lies_there),
        needs=(SUSPENSE_HOLDS,),
        group=GROUP,
    ),
    ActRule(
        act=OldLineGiven,
        label="交承办人核对",
        basis=(LINE_BY_LINE,),
        by=(Power.ACCOUNTANT, Power.DIRECTOR),
        purpose="指定对照案卷核对案号和当事人的人员",
        guards=(*IN_CAMPAIGN, something_waits, line_waits, finder_is_ours),
        needs=(OWN_OFFICER,),
        sends=("line-owner",),
        group=GROUP,
    ),
    ActRule(
        act=OldLinesAssigned,
        label="历史案款对应到案件",
        basis=(LINE_BY_LINE,),
        by=BOOKKEEPERS,
        purpose="核对清楚的款项转入案件账上，按日常流程及时发放",
        guards=(*IN_CAMPAIGN, something_waits, account_of_the_campaign, line_waits, old_cases_are_ours),
        needs=(OWN_CASES,),
        reaches=_to_cases,
        group=GROUP,
    ),
    ActRule(
        act=OldLineKept,
        label="批准历史案款延期",
        basis=(DEFERRED,),
        by=FINDERS,
        approved_by=Power.VICE_PRESIDENT,
        purpose="确不能及时支付的，按审批程序批准延期，到期再次核对",
        guards=(*IN_CAMPAIGN, something_waits, line_waits, kept_until_a_day),
        document="案款延期发放审批表",
        group=GROUP,
    ),
    ActRule(
        act=OldLineUnreturnable,
        label="列入不能退还款专账",
        basis=(LINE_BY_LINE,),
        by=FINDERS,
        approved_by=Power.VICE_PRESIDENT,
        purpose="其他原因无法发还或者清退的，转入专账管理",
        guards=(*IN_CAMPAIGN, something_waits, line_waits),
        document="不能退还款专账审批表",
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=OldLineNotCaseMoney,
        label="认定不属于执行案款",
        basis=(LINE_BY_LINE,),
        by=FINDERS,
        approved_by=Power.DIRECTOR,
        purpose="诉讼费、罚款、保证金等不属于执行案款的，由财务另行处理",
        guards=(*IN_CAMPAIGN, something_waits, line_waits),
        group=GROUP,
    ),
    ActRule(
        act=OldLineReopened,
        label="撤回清理结论",
        basis=(LINE_BY_LINE,),
        by=BOOKKEEPERS,
        approved_by=Power.DIRECTOR,
        purpose="结论有误、款项还没有发放的，撤回后重新核对",
        guards=(*IN_CAMPAIGN, account_of_the_campaign, conclusion_stands),
        needs=(CASE_HOLDS,),
        reaches=_back,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=ClearanceInspected,
        label="记录联合抽查",
        basis=(MONTHLY,),
        by=(Power.DIRECTOR, Power.INSPECTOR),
        purpose="法院、检察院联合抽查的情况和整改要求",
        guards=(*IN_CAMPAIGN, inspected_what_is_there),
        group=GROUP,
    ),
    ActRule(
        act=ClearanceFinished,
        label="完成案款清理",
        basis=(MONTHLY,),
        by=(Power.DIRECTOR,),
        approved_by=Power.PRESIDENT,
        purpose="每一笔都有结论以后，报告清理情况，结束清理",
        guards=(*IN_CAMPAIGN, every_line_concluded),
        document="案款清理情况报告表",
        group=GROUP,
    ),
]
DUTIES = [
    DutyRule(
        name="funds.clear-by-own-check",
        label="自行完成历史案款清理",
        holder=Power.ACCOUNTANT,
        opens_on=(ClearanceOpened,),
        limits=(_by("own_by"),),
        closes_on=(OldLinesAssigned, OldLineKept, OldLineUnreturnable, OldLineNotCaseMoney),
        matches=_concluded,
    ),
    DutyRule(
        name="funds.clear-for-joint-check",
        label="历史案款接受联合抽查",
        holder=Power.DIRECTOR,
        opens_on=(ClearanceOpened,),
        limits=(_by("joint_by"),),
        closes_on=(ClearanceInspected,),
    ),
    DutyRule(
        name="funds.clear-in-full",
        label="全面完成历史案款清理",
        holder=Power.DIRECTOR,
        opens_on=(ClearanceOpened,),
        limits=(_by("done_by"),),
        closes_on=(ClearanceFinished,),
    ),
]
