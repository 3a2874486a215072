"""Rules of bank statements: they follow one another without a gap, and each line's money goes to one case, or waits."""

from __future__ import annotations

from collections import Counter

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.statement import (
    LinesAssigned,
    LineSetAside,
    LineTakenBack,
    StatementTakenIn,
    UnknownMoneyAnnounced,
)
from zhixing.funds.questions.lines import lines, taken_in
from zhixing.funds.rules.account import GROUP, account_usable, finder_is_ours
from zhixing.funds.rules.needs import ACCOUNT, AS_IT_STANDS, CASE_HOLDS, OWN_CASES, OWN_OFFICER
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, Reach, guard

BOOKED_LINE_BY_LINE = cite("执行款物规定", 4)
CHECKED_MONTHLY = cite("执行款物规定", 3)
CASE_BY_CASE = cite("执行款管理规定2006", 3)
ACCOUNTANT = (Power.ACCOUNTANT, Power.SYSTEM)


@guard("对账单平衡", CHECKED_MONTHLY, on_act=True)
def statement_balances(asked: Asked) -> Objection | None:
    """Opening balance, lines, and what a notification brought before give the closing balance."""
    act = asked.the(StatementTakenIn)
    if act.opening is None or act.closing is None:
        return None
    reached = act.opening + act.known + sum(line.amount for line in act.lines)
    if reached == act.closing:
        return None
    return Objection(
        say(
            "期初余额加减各笔为 {reached} 元，期末余额为 {closing} 元",
            reached=in_yuan(reached),
            closing=in_yuan(act.closing),
        ),
        say("请向银行索取完整的对账单"),
    )


@guard("各笔的序号不重复、金额不为零", CHECKED_MONTHLY, on_act=True)
def lines_stand_apart(asked: Asked) -> Objection | None:
    """A line is found again by its place."""
    act = asked.the(StatementTakenIn)
    twice = [place for place, many in Counter(line.place for line in act.lines).items() if many > 1]
    empty = [line.place for line in act.lines if line.amount == 0]
    if not twice and not empty:
        return None
    return Objection(say("第 {place} 笔重复或者金额为零", place=(twice + empty)[0]), say("请核对银行的文件"))


@guard("各笔已经记账", CHECKED_MONTHLY, on_act=True)
def lines_are_past(asked: Asked) -> Objection | None:
    """A bank does not book on a day to come."""
    ahead = [line for line in asked.the(StatementTakenIn).lines if line.on > asked.on]
    if not ahead:
        return None
    return Objection(
        say("第 {place} 笔的记账日 {on} 在登记日之后", place=ahead[0].place, on=ahead[0].on),
        say("请核对银行的文件和登记日期"),
    )


@guard("这份对账单没有登记过", CHECKED_MONTHLY, on_act=True)
def statement_is_new(asked: Asked) -> Objection | None:
    """The same statement twice would book its money twice."""
    if not any(state.seen for state in asked.fact(ACCOUNT)):
        return None
    return Objection(say("这份对账单已经登记"), say("不需要再次登记；请查看该账户的对账单"))


@guard("与上一份对账单衔接", CHECKED_MONTHLY, on_act=True)
def statement_follows(asked: Asked) -> Objection | None:
    """The opening balance is what the ledger says the bank holds; an account's first statement brings its balance along."""
    act = asked.the(StatementTakenIn)
    for state in asked.fact(ACCOUNT):
        if not state.begun and act.begins != (act.opening or 0):
            return Objection(
                say(
                    "这是该账户的第一份对账单，期初余额 {opening} 元没有转入账内",
                    opening=in_yuan(act.opening or 0),
                ),
                say("请把期初余额登记为账户启用时的余额"),
            )
        if state.begun and act.begins:
            return Objection(say("该账户已有对账单，不再登记启用时的余额"), say("请不填启用时的余额"))
        expected = (act.opening or 0) + act.known if act.opening is not None else state.holds
        if state.begun and expected != state.holds:
            return Objection(
                say(
                    "账上为 {holds} 元，这份对账单从 {opening} 元开始",
                    holds=in_yuan(state.holds),
                    opening=in_yuan(expected),
                ),
                say("请先登记两者之间缺少的对账单"),
            )
    return None


@guard("认定的是这份对账单上等待认定的收款", BOOKED_LINE_BY_LINE, on_act=True)
def lines_wait(asked: Asked) -> Objection | None:
    """Each line named came in, in this amount, is named once, and is nobody's yet."""
    act = asked.the(LinesAssigned)
    there = lines(asked.dossier, AS_IT_STANDS)
    seen: set[str] = set()
    for each in act.assignments:
        found = there.get(each.line)
        if found is None or found.line.amount != each.amount:
            return Objection(
                say("对账单上没有第 {place} 笔这一金额的收款", place=each.line), say("请刷新后重新认定")
            )
        if each.booked_on not in (None, found.line.on):
            return Objection(
                say("第 {place} 笔的记账日是 {on}", place=each.line, on=found.line.on),
                say("请刷新后重新认定"),
            )
        if not found.waits or each.line in seen:
            return Objection(
                say("第 {place} 笔已经认定", place=each.line),
                say("认定有误的，请先撤回原来的认定"),
                opens=(LineTakenBack,),
            )
        seen.add(each.line)
    if not act.assignments:
        return Objection(say("没有认定任何一笔"), say("请至少认定一笔"))
    return None


@guard("属于本院的案件", BOOKED_LINE_BY_LINE, on_act=True)
def cases_are_ours(asked: Asked) -> Objection | None:
    """Money in a court's account is booked to that court's cases."""
    own = asked.fact(OWN_CASES)
    strangers = [each.line for each in asked.the(LinesAssigned).assignments if each.case not in own]
    if not strangers:
        return None
    return Objection(say("第 {place} 笔所认定的不是本院的执行案件", place=strangers[0]), say("请核对案号"))


@guard("与对账单是同一账户", BOOKED_LINE_BY_LINE, on_act=True)
def same_account(asked: Asked) -> Objection | None:
    """The money lies in the account of the statement."""
    statement = taken_in(asked.dossier)
    named = asked.act.account if isinstance(asked.act, LinesAssigned | LineTakenBack) else None
    if statement is not None and statement.account == named:
        return None
    return Objection(say("所写的银行账户不是这份对账单的账户"), say("请从对账单页面办理"))


@guard("撤回的是现有的认定", BOOKED_LINE_BY_LINE, on_act=True)
def assignment_stands(asked: Asked) -> Objection | None:
    """What is taken back is what was given: the line, the case, the amount, the kind of money."""
    act = asked.the(LineTakenBack)
    found = lines(asked.dossier, AS_IT_STANDS).get(act.line)
    given = found.assignment if found else None
    if given and (given.case, given.amount, given.kind) == (act.case, act.amount, act.kind):
        return None
    return Objection(say("第 {place} 笔没有这样的认定", place=act.line), say("请从对账单页面办理撤回"))


@guard("款项还在案件账上", BOOKED_LINE_BY_LINE, on_act=True)
def money_still_there(asked: Asked) -> Objection | None:
    """What was paid out or reserved cannot be taken back here."""
    act, held = asked.the(LineTakenBack), asked.fact(CASE_HOLDS)
    if held >= act.amount:
        return None
    return Objection(
        say("案件账上只有 {held} 元，要撤回 {amount} 元", held=in_yuan(held), amount=in_yuan(act.amount)),
        say("款项已经发放或者待付；请先撤回发放，已付出的请依法追回"),
    )


@guard("是尚未查明的款项", BOOKED_LINE_BY_LINE, on_act=True)
def line_unknown(asked: Asked) -> Objection | None:
    """Only what came, or went, and is not explained yet is looked into."""
    found = lines(asked.dossier, AS_IT_STANDS).get(asked.the(LineSetAside).line)
    if found is not None and found.unknown:
        return None
    return Objection(say("这一笔不是尚未查明的款项"), say("请从对账单页面选择"))


@guard("公告的是不知归属的收款，认领期限在今后", BOOKED_LINE_BY_LINE, on_act=True)
def announced_unknown(asked: Asked) -> Objection | None:
    """Only what is nobody's is announced, for a time still to come."""
    act, there = asked.the(UnknownMoneyAnnounced), lines(asked.dossier, AS_IT_STANDS)
    wrong = [place for place in act.lines if place not in there or not there[place].waits]
    if wrong or not act.lines:
        return Objection(
            say("第 {place} 笔不是不知归属的收款", place=wrong[0]) if wrong else say("没有选择任何一笔"),
            say("请从对账单页面的“待认定”中选择"),
        )
    if act.until > asked.on:
        return None
    return Objection(say("认领截止日 {until} 不在公告之后", until=act.until), say("请填写公告之后的日期"))


def _reaches_cases(act: Act, statement: DossierId) -> list[Reach]:
    if not isinstance(act, LinesAssigned):
        return []
    return [
        Reach(
            each.case,
            MoneyReceived(
                account=act.account,
                statement=statement,
                line=each.line,
                amount=each.amount,
                kind=each.kind,
                booked_on=each.booked_on,
            ),
        )
        for each in act.assignments
    ]


def _reaches_case_back(act: Act, statement: DossierId) -> list[Reach]:
    if not isinstance(act, LineTakenBack):
        return []
    back = MoneyTakenBack(
        account=act.account, statement=statement, line=act.line, amount=act.amount, kind=act.kind
    )
    return [Reach(act.case, back)]


RULES = [
    ActRule(
        act=StatementTakenIn,
        label="登记银行对账单",
        basis=(CHECKED_MONTHLY, BOOKED_LINE_BY_LINE, CASE_BY_CASE),
        by=ACCOUNTANT,
        purpose="把银行的对账单逐笔记账，付款人未明的先记入待查",
        guards=(
            account_usable,
            statement_is_new,
            lines_stand_apart,
            lines_are_past,
            statement_balances,
            statement_follows,
        ),
        needs=(ACCOUNT,),
        opens=True,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=LinesAssigned,
        label="认定案款",
        basis=(BOOKED_LINE_BY_LINE, CASE_BY_CASE),
        by=ACCOUNTANT,
        purpose="认定收款属于哪一案件，转入该案账上",
        guards=(same_account, lines_wait, cases_are_ours),
        needs=(OWN_CASES,),
        reaches=_reaches_cases,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=LineTakenBack,
        label="撤回认定",
        basis=(BOOKED_LINE_BY_LINE,),
        by=(Power.ACCOUNTANT,),
        approved_by=Power.DIRECTOR,
        purpose="认定有误，款项从案件账上退回待查",
        guards=(same_account, assignment_stands, money_still_there),
        needs=(CASE_HOLDS,),
        reaches=_reaches_case_back,
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=LineSetAside,
        label="交人查明款项",
        basis=(BOOKED_LINE_BY_LINE,),
        by=(Power.ACCOUNTANT, Power.DIRECTOR),
        purpose="不知归属的收款、不知用途的付出，交由专人查明",
        guards=(line_unknown, finder_is_ours),
        needs=(OWN_OFFICER,),
        sends=("line-owner",),
        group=GROUP,
    ),
    ActRule(
        act=UnknownMoneyAnnounced,
        label="公告认领不明款项",
        basis=(BOOKED_LINE_BY_LINE,),
        by=(Power.ACCOUNTANT, Power.DIRECTOR),
        purpose="查不到归属的收款，公告请交款人、权利人认领",
        guards=(announced_unknown,),
        document="不明款项认领公告",
        group=GROUP,
    ),
]
