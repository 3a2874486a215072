"""Rules of money in a case. Both acts follow from the bank's statement; nobody enters them by hand."""

from __future__ import annotations

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.rules.account import GROUP
from zhixing.funds.rules.needs import RECEIPT
from zhixing.law.citations import cite
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure

TOLD_IN_THREE_DAYS = cite("执行款物规定", 7)  # from memory: the article and its three days

BEFORE_2017 = (
    cite("执行款管理规定2006", 3),
    cite("执行款管理规定2006", 5),
)  # booked case by case, a receipt given

RULES = [
    ActRule(
        act=MoneyReceived,
        label="案款到账",
        basis=(cite("执行款物规定", 4), TOLD_IN_THREE_DAYS, *BEFORE_2017),
        by=(Power.ACCOUNTANT, Power.SYSTEM),
        purpose="对账单上的收款已认定为本案案款",
        needs=(RECEIPT,),
        discloses=Disclosure(sms="funds.received"),
        document="案款收据",
        internal=True,
        books=True,
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=MoneyTakenBack,
        label="撤回到账",
        basis=(cite("执行款物规定", 4),),
        by=(Power.ACCOUNTANT, Power.DIRECTOR, Power.SYSTEM),
        purpose="原认定为本案的款项实属他案，已退回待查",
        discloses=Disclosure(sms="funds.taken_back"),
        internal=True,
        books=True,
        group=GROUP,
        sends=("news",),
    ),
]
