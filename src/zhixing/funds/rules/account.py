"""Rules of bank accounts, and of the account number a case is given within one."""

from __future__ import annotations

import re

from zhixing.cases.rules.guards import filed, open_case
from zhixing.funds.acts.account import (
    BankAccountClosed,
    BankAccountOpened,
    MonthlyChecked,
    VirtualAccountGiven,
)
from zhixing.funds.rules.needs import ACCOUNT, OWN_OFFICER, UNKNOWN
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.periods import months
from zhixing.law.texts import say
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUP = "案款"
SEPARATE = cite("执行款物规定", 4)
MONTHLY = cite("执行款物规定", 3)
NUMBER = re.compile(r"[0-9]{8,32}\Z")


@guard("账户尚未撤销", SEPARATE)
def account_not_closed(asked: Asked) -> Objection | None:
    """Nothing follows the closing of an account."""
    closed = asked.dossier.first(BankAccountClosed)
    if closed is None:
        return None
    return Objection(say("该账户已于 {on} 撤销", on=closed.on), say("请使用仍在使用的账户"))


@guard("账户已无余额", SEPARATE)
def account_empty(asked: Asked) -> Objection | None:
    """An account that still holds money is not closed."""
    if all(state.holds == 0 for state in asked.fact(ACCOUNT)):
        return None
    return Objection(say("账上尚有余额"), say("请先将余额转出并登记当日的对账单"))


@guard("所属银行账户在使用中", SEPARATE, on_act=True)
def account_usable(asked: Asked) -> Objection | None:
    """The account named is one of this court's, and in use."""
    if any(not state.closed for state in asked.fact(ACCOUNT)):
        return None
    return Objection(say("没有这个银行账户，或者已经撤销"), say("请到“案款”页面核对本院的银行账户"))


@guard("本案还没有子账号", SEPARATE)
def one_number_a_case(asked: Asked) -> Objection | None:
    """One case, one account (一案一账户)."""
    given = asked.dossier.first(VirtualAccountGiven)
    if given is None:
        return None
    return Objection(
        say("本案已有子账号 {number}", number=given.act.number), say("一案一账户；号码有误的请更正该条记录")
    )


@guard("子账号没有给过别的案件", SEPARATE, on_act=True)
def number_not_given(asked: Asked) -> Objection | None:
    """A number leads to one case."""
    number = asked.the(VirtualAccountGiven).number
    if all(number not in state.numbers_given for state in asked.fact(ACCOUNT)):
        return None
    return Objection(say("子账号 {number} 已属于另一案件", number=number), say("请向银行另取一个子账号"))


@guard("账号由数字组成，没有登记过", SEPARATE, on_act=True)
def account_reads(asked: Asked) -> Objection | None:
    """A bank's statement finds the account by its number: it is one, and in use once."""
    act = asked.the(BankAccountOpened)
    if not NUMBER.match(act.number):
        return Objection(
            say("账号“{number}”不是 8 至 32 位数字", number=act.number[:40]),
            say("请按开户许可证或者网银所示填写，不留空格"),
        )
    if not asked.fact(ACCOUNT):
        return None
    return Objection(
        say("账号 {number} 已经登记", number=act.number), say("请使用已有的账户；已撤销的可以重新登记")
    )


@guard("待查收款的笔数、金额与账上一致", MONTHLY, on_act=True)
def unknown_as_booked(asked: Asked) -> Objection | None:
    """What is reported as not known is what the books say that day."""
    act, there = asked.the(MonthlyChecked), asked.fact(UNKNOWN)
    if (act.unknown, act.amount, act.oldest) == (there.lines, there.amount, there.oldest):
        return None
    return Objection(
        say("账上待查收款 {lines} 笔，{amount} 元", lines=there.lines, amount=in_yuan(there.amount)),
        say("请从“案款”页面打开“按月核对”，各数由系统填写"),
    )


@guard("入账满三十日的待查收款都有人查找", MONTHLY)
def unknown_attended(asked: Asked) -> Objection | None:
    """The monthly clean-up leaves nothing old that nobody looks into."""
    many = asked.fact(UNKNOWN).unattended
    if not many:
        return None
    return Objection(
        say("有 {many} 笔待查收款入账满三十日还没有人查找", many=many),
        say("请在对账单页面逐笔交人查找或者认定"),
    )


@guard("交给本院的人员", cite("执行款物规定", 4), on_act=True)
def finder_is_ours(asked: Asked) -> Objection | None:
    """Who is to look for the owner is in office in the court."""
    if asked.fact(OWN_OFFICER):
        return None
    return Objection(say("所选的不是本院在职的人员"), say("请从名单中选择"))


RULES = [
    ActRule(
        act=BankAccountOpened,
        label="开立银行账户",
        basis=(SEPARATE, cite("执行款管理规定2006", 2)),
        by=(Power.ACCOUNTANT,),
        purpose="登记一个执行款专户：专项管理、独立核算、专款专付",
        guards=(account_reads,),
        needs=(ACCOUNT,),
        opens=True,
        group=GROUP,
    ),
    ActRule(
        act=BankAccountClosed,
        label="撤销银行账户",
        basis=(SEPARATE,),
        by=(Power.ACCOUNTANT,),
        approved_by=Power.VICE_PRESIDENT,
        purpose="登记账户已经撤销",
        guards=(account_not_closed, account_empty),
        needs=(ACCOUNT,),
        group=GROUP,
    ),
    ActRule(
        act=MonthlyChecked,
        label="按月核对案款",
        basis=(MONTHLY,),
        by=(Power.ACCOUNTANT,),
        approved_by=Power.DIRECTOR,
        purpose="财务与执行机构每月核对案款，清理不知归属的款项",
        guards=(account_not_closed, unknown_attended, unknown_as_booked),
        needs=(UNKNOWN,),
        document="案款月度核对表",
        group=GROUP,
    ),
    ActRule(
        act=VirtualAccountGiven,
        label="设立一案一账户",
        basis=(SEPARATE,),
        by=(Power.ACCOUNTANT, Power.FILING, Power.CLERK, Power.SYSTEM),
        purpose="给案件一个子账号，付到该号的款项即为本案的款项",
        guards=(filed, open_case, one_number_a_case, account_usable, number_not_given),
        needs=(ACCOUNT,),
        discloses=Disclosure(sms="funds.virtual_account"),
        group=GROUP,
    ),
]
DUTIES = [
    DutyRule(
        name="funds.monthly-check",
        label="按月核对案款、清理待查收款",
        holder=Power.ACCOUNTANT,
        opens_on=(BankAccountOpened, MonthlyChecked),
        limits=(Limit(within(months(1)), MONTHLY, text="每月核对一次"),),
        closes_on=(MonthlyChecked,),
        falls_away_on=(BankAccountClosed,),
        latest_only=True,
    ),
]
