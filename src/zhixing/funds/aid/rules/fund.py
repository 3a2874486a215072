"""Rules of the aid fund: one a court, money in from named sources, each line of the bank once."""

from __future__ import annotations

from zhixing.funds.aid.acts.fund import (
    AidBudgetSet,
    AidFundOpened,
    AidLineTakenBack,
    AidMoneyAssigned,
    AidMoneyReceived,
    AidMoneyTakenBack,
    AidWageRecorded,
)
from zhixing.funds.aid.needs import AID_MEANS
from zhixing.funds.questions.lines import lines, taken_in
from zhixing.funds.rules.account import account_usable
from zhixing.funds.rules.needs import ACCOUNT, AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, Reach, guard

GROUP = "司法救助"
FUND = cite("司法救助意见", 16)  # from memory: the article
AMOUNT = cite("司法救助意见", 6)  # from memory: the article
BOOKED = cite("执行款物规定", 4)
BOOKKEEPERS = (Power.ACCOUNTANT, Power.SYSTEM)
MOST_MONTHLY = 3_000_000  # fen; no province announces as much a month, every one more a year
FIRST_YEAR = 2014  # 中政委〔2014〕3号


@guard("本院还没有司法救助资金", FUND, on_act=True)
def one_fund_a_court(asked: Asked) -> Objection | None:
    """Every court keeps one fund."""
    if not asked.fact(AID_MEANS).fund:
        return None
    return Objection(say("本院已经设立司法救助资金"), say("请在已有的资金卷宗里办理"))


@guard("年度相符", FUND, on_act=True)
def year_fits(asked: Asked) -> Objection | None:
    """A budget is of this year or one near it; a wage is announced after its year."""
    act = asked.act
    if not isinstance(act, AidBudgetSet | AidWageRecorded):
        return None
    last = max(FIRST_YEAR, asked.on.year + 1 if isinstance(act, AidBudgetSet) else asked.on.year - 1)
    if FIRST_YEAR <= act.year <= last:
        return None
    return Objection(
        say("所填年度是 {year}", year=act.year),
        say("请填 {first} 至 {last} 之间的年度", first=FIRST_YEAR, last=last),
    )


@guard("数额大于零", FUND, on_act=True)
def more_than_nothing(asked: Asked) -> Objection | None:
    """A budget or a wage of nothing says nothing."""
    act = asked.act
    figure = act.amount if isinstance(act, AidBudgetSet) else getattr(act, "monthly", 0)
    return None if figure > 0 else Objection(say("数额为零"), say("请填写公布的数额"))


@guard("是月平均工资", AMOUNT, on_act=True)
def wage_of_a_month(asked: Asked) -> Objection | None:
    """What is announced is often the wage of a year; taken for a month's it would lift the ceiling twelvefold."""
    monthly = asked.the(AidWageRecorded).monthly
    if monthly <= MOST_MONTHLY:
        return None
    return Objection(
        say(
            "所填月平均工资 {monthly} 元，高于 {most} 元",
            monthly=in_yuan(monthly),
            most=in_yuan(MOST_MONTHLY),
        ),
        say("公布的是年平均工资的，请除以十二后填写"),
    )


@guard("认定的是这份对账单上等待认定的收款", BOOKED, on_act=True)
def aid_lines_wait(asked: Asked) -> Objection | None:
    """Each line named came in, in this amount, on this day, is named once and is nobody's yet."""
    act = asked.the(AidMoneyAssigned)
    statement, there = taken_in(asked.dossier), lines(asked.dossier, AS_IT_STANDS)
    if statement is None or statement.account != act.account or not act.receipts:
        return Objection(say("没有认定任何一笔，或者不是这个账户"), say("请从司法救助资金的页面办理"))
    named = [each.line for each in act.receipts]
    for each in act.receipts:
        found = there.get(each.line)
        same = found is not None and (found.line.amount, found.line.on) == (each.amount, each.booked_on)
        if not (same and found is not None and found.waits and named.count(each.line) == 1):
            return Objection(
                say("第 {place} 笔不是这一金额的、等待认定的收款", place=each.line), say("请刷新后重新认定")
            )
    return None


@guard("是本院的司法救助资金", FUND, on_act=True)
def fund_is_ours(asked: Asked) -> Objection | None:
    """Money in a court's account is that court's fund's."""
    act, own = asked.act, asked.fact(AID_MEANS).fund
    if isinstance(act, AidMoneyAssigned | AidLineTakenBack) and act.fund == own:
        return None
    return Objection(say("所写的不是本院的司法救助资金"), say("还没有设立的，请先设立"), (AidFundOpened,))


@guard("撤回的是现有的认定", BOOKED, on_act=True)
def aid_receipt_stands(asked: Asked) -> Objection | None:
    """What is taken back is what was given to the fund: the line and the amount."""
    act = asked.the(AidLineTakenBack)
    found = lines(asked.dossier, AS_IT_STANDS).get(act.line)
    given, statement = found.aid if found else None, taken_in(asked.dossier)
    same = found is not None and given is not None and (found.case, given.amount) == (act.fund, act.amount)
    if same and statement is not None and statement.account == act.account:
        return None
    return Objection(say("第 {place} 笔没有这样的认定", place=act.line), say("请从对账单页面办理撤回"))


@guard("款项还在资金账上", BOOKED, on_act=True)
def fund_still_holds(asked: Asked) -> Objection | None:
    """What was paid out or reserved cannot be taken back."""
    act, held = asked.the(AidLineTakenBack), asked.fact(AID_MEANS).holds
    if held >= act.amount:
        return None
    return Objection(
        say(
            "司法救助资金账上只有 {held} 元，要撤回 {amount} 元",
            held=in_yuan(held),
            amount=in_yuan(act.amount),
        ),
        say("款项已经发放或者待付，请先撤销发放"),
    )


def _received(act: Act, statement: DossierId) -> list[Reach]:
    if not isinstance(act, AidMoneyAssigned):
        return []
    return [
        Reach(
            act.fund,
            AidMoneyReceived(
                account=act.account,
                statement=statement,
                line=each.line,
                amount=each.amount,
                source=each.source,
                booked_on=each.booked_on,
                giver=each.giver,
            ),
        )
        for each in act.receipts
    ]


def _taken_back(act: Act, statement: DossierId) -> list[Reach]:
    if not isinstance(act, AidLineTakenBack):
        return []
    back = AidMoneyTakenBack(account=act.account, statement=statement, line=act.line, amount=act.amount)
    return [Reach(act.fund, back)]


RULES = [
    ActRule(
        act=AidFundOpened,
        label="设立司法救助资金",
        basis=(FUND,),
        by=(Power.ACCOUNTANT,),
        purpose="登记本院的司法救助资金和存放它的银行账户：专款专用",
        guards=(account_usable, one_fund_a_court),
        needs=(ACCOUNT, AID_MEANS),
        opens=True,
        group=GROUP,
    ),
    ActRule(
        act=AidBudgetSet,
        label="登记救助资金预算",
        basis=(FUND,),
        by=(Power.ACCOUNTANT,),
        purpose="财政列入预算的全年救助资金；同一年度再次登记的，以后一次为准",
        guards=(year_fits, more_than_nothing),
        group=GROUP,
    ),
    ActRule(
        act=AidWageRecorded,
        label="登记职工月平均工资",
        basis=(AMOUNT,),
        by=(Power.ACCOUNTANT, Power.CLERK),
        purpose="救助金以全省（市）上一年度职工月平均工资为基准",
        guards=(year_fits, more_than_nothing, wage_of_a_month),
        group=GROUP,
    ),
    ActRule(
        act=AidMoneyAssigned,
        label="认定救助资金",
        basis=(FUND, BOOKED),
        by=BOOKKEEPERS,
        purpose="认定收款是救助资金及其来源，转入司法救助资金账上",
        guards=(aid_lines_wait, fund_is_ours),
        needs=(AID_MEANS,),
        reaches=_received,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=AidLineTakenBack,
        label="撤回救助资金认定",
        basis=(BOOKED,),
        by=(Power.ACCOUNTANT,),
        approved_by=Power.DIRECTOR,
        purpose="认定有误，款项从司法救助资金退回待查",
        guards=(aid_receipt_stands, fund_is_ours, fund_still_holds),
        needs=(AID_MEANS,),
        reaches=_taken_back,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=AidMoneyReceived,
        label="救助资金到账",
        basis=(FUND, BOOKED),
        by=BOOKKEEPERS,
        purpose="对账单上的收款已认定为救助资金",
        internal=True,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=AidMoneyTakenBack,
        label="撤回救助资金到账",
        basis=(BOOKED,),
        by=(Power.ACCOUNTANT, Power.DIRECTOR, Power.SYSTEM),
        purpose="原认定为救助资金的款项已退回待查",
        internal=True,
        books=True,
        group=GROUP,
    ),
]
