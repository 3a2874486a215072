"""Rules of the columns of a bank's table: with them a statement can be read, and proved."""

from __future__ import annotations

from collections import Counter

from zhixing.funds.rules.account import GROUP, account_not_closed
from zhixing.funds.sheets.acts import Meaning, StatementColumnsMapped
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

CHECKED_MONTHLY = cite("执行款物规定", 3)
SEVERAL = (Meaning.TEXT,)  # columns of which a table may have more than one


@guard("栏目足以记账并核对余额", CHECKED_MONTHLY, on_act=True)
def columns_suffice(asked: Asked) -> Objection | None:
    """A day, an amount with its direction, and the balance after each line; nothing twice."""
    columns = asked.the(StatementColumnsMapped).columns
    count = Counter(each.meaning for each in columns)
    amounts = count[Meaning.AMOUNT] == 1 or count[Meaning.INCOME] == count[Meaning.OUTLAY] == 1
    if not (count[Meaning.ON] and count[Meaning.BALANCE] and amounts):
        return Objection(
            say("缺少记账日期、金额或者余额"),
            say("请至少指明记账日期、余额，以及收入和支出两栏（或者一栏金额）"),
        )
    twice = [each.label for each, many in count.items() if many > 1 and each not in SEVERAL]
    headings = [each.heading for each in columns]
    if twice or len(set(headings)) < len(headings):
        return Objection(say("同一含义或者同一表头指定了两次"), say("请每一含义只选一栏"))
    return None


RULES = [
    ActRule(
        act=StatementColumnsMapped,
        label="登记对账单栏目",
        basis=(CHECKED_MONTHLY,),
        by=(Power.ACCOUNTANT,),
        purpose="指明该银行导出的表格各栏的含义，此后按此读入对账单",
        guards=(account_not_closed, columns_suffice),
        group=GROUP,
    ),
]
