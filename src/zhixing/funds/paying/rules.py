"""Rules of the file for the bank: what was approved, in the sum approved, once, from the account it is paid from.

The file needs no approval of its own: it holds nothing that was not approved, payout by payout, by another than who proposed it.
"""

from __future__ import annotations

from zhixing.funds.acts.payout import PayoutRecalled, PayoutSent
from zhixing.funds.paying.acts import FilePayment, PaymentFileMade, PaymentFileWithdrawn
from zhixing.funds.questions.payout import payouts
from zhixing.funds.rules.account import GROUP, account_not_closed
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

BY_APPROVAL = cite("执行款物规定", 11)
BOOKED = cite("执行款物规定", 4)


@guard("付款文件的合计相符，各笔不重复", BY_APPROVAL, on_act=True)
def file_adds_up(asked: Asked) -> Objection | None:
    """Each payout once; the total is theirs."""
    act = asked.the(PaymentFileMade)
    named = [(each.case, each.payout) for each in act.payments]
    total = sum(each.amount for each in act.payments)
    if act.payments and len(set(named)) == len(named) and total == act.total:
        return None
    return Objection(
        say("各笔合计 {total} 元，或者没有付款、重复付款", total=in_yuan(total)),
        say("请从“付款”页面重新制作付款文件"),
    )


@guard("付款文件号没有用过", BOOKED, on_act=True)
def file_number_is_new(asked: Asked) -> Objection | None:
    """The bank tells files apart by their numbers."""
    number = asked.the(PaymentFileMade).number
    if number not in {each.act.number for each in asked.dossier.of(PaymentFileMade)}:
        return None
    return Objection(say("付款文件号 {number} 已经用过", number=number), say("请刷新后重新制作"))


@guard("有付款文件", BOOKED)
def a_file_was_made(asked: Asked) -> Objection | None:
    """Without a file there is none to withdraw."""
    if asked.dossier.first(PaymentFileMade) is not None:
        return None
    return Objection(say("该账户还没有付款文件"), say("不必作废"))


@guard("作废的各笔在这份付款文件里", BOOKED, on_act=True)
def payments_of_the_file(asked: Asked) -> Objection | None:
    """What is withdrawn stands in the file named."""
    act = asked.the(PaymentFileWithdrawn)
    entry = asked.dossier.at(act.file)
    made = entry.act if entry is not None and isinstance(entry.act, PaymentFileMade) else None
    if made and made.number == act.number and act.payments and set(act.payments) <= set(made.payments):
        return None
    return Objection(say("第 {seq} 条不是含有这些付款的文件", seq=act.file), say("请从“付款”页面办理"))


@guard("这一笔待付，尚未送银行", BY_APPROVAL, on_act=True)
def payout_not_sent(asked: Asked) -> Objection | None:
    """A payout goes to the bank once, whole, from the account that was approved."""
    act = asked.the(PayoutSent)
    found = payouts(asked.dossier, AS_IT_STANDS).get(act.payout)
    if found is None or not found.reserved or found.sent is not None:
        return Objection(
            say("第 {seq} 条不是待付的发放，或者已经送银行", seq=act.payout), say("请刷新后重新制作付款文件")
        )
    approved = found.approved.act
    if (act.amount, act.account) == (approved.amount, approved.account):
        return None
    return Objection(
        say("第 {seq} 条批准发放 {amount} 元", seq=act.payout, amount=in_yuan(approved.amount)),
        say("付款的金额、账户应与审批一致"),
    )


@guard("这一笔已送银行，尚未付出", BOOKED, on_act=True)
def payout_sent_in(asked: Asked) -> Objection | None:
    """What the bank has paid is not sent again."""
    act = asked.the(PayoutRecalled)
    found = payouts(asked.dossier, AS_IT_STANDS).get(act.payout)
    if found is not None and found.reserved and found.sent and found.sent.act.file == act.file:
        return None
    return Objection(
        say("第 {seq} 条没有随文件 {file} 待付", seq=act.payout, file=act.file), say("请刷新后核对")
    )


def _sent(act: Act, account: DossierId) -> list[Reach]:
    if not isinstance(act, PaymentFileMade):
        return []
    return [
        Reach(
            each.case,
            PayoutSent(payout=each.payout, account=account, file=act.number, amount=each.amount),
        )
        for each in act.payments
    ]


def _recalled(act: Act, _account: DossierId) -> list[Reach]:
    if not isinstance(act, PaymentFileWithdrawn):
        return []
    return [Reach(each.case, _recall(act, each)) for each in act.payments]


def _recall(act: PaymentFileWithdrawn, each: FilePayment) -> PayoutRecalled:
    return PayoutRecalled(payout=each.payout, file=act.number, reason=act.reason)


RULES = [
    ActRule(
        act=PaymentFileMade,
        label="制作付款文件",
        basis=(BY_APPROVAL, BOOKED),
        by=(Power.ACCOUNTANT,),
        purpose="把已批准的发放一并交银行付款",
        guards=(account_not_closed, file_adds_up, file_number_is_new),
        reaches=_sent,
        coerces=True,
        group=GROUP,
    ),
    ActRule(
        act=PaymentFileWithdrawn,
        label="作废付款文件",
        basis=(BOOKED,),
        by=(Power.ACCOUNTANT,),
        approved_by=Power.DIRECTOR,
        purpose="银行没有付的各笔可以重新送银行",
        guards=(a_file_was_made, payments_of_the_file),
        reaches=_recalled,
        group=GROUP,
    ),
    ActRule(
        act=PayoutSent,
        label="已送银行付款",
        basis=(BY_APPROVAL,),
        by=(Power.ACCOUNTANT,),
        purpose="这一笔已经随付款文件送银行",
        guards=(payout_not_sent,),
        discloses=Disclosure(),
        internal=True,
        group=GROUP,
    ),
    ActRule(
        act=PayoutRecalled,
        label="付款文件作废",
        basis=(BOOKED,),
        by=(Power.ACCOUNTANT, Power.DIRECTOR),
        purpose="银行没有付这一笔，可以重新送银行",
        guards=(payout_sent_in,),
        discloses=Disclosure(),
        internal=True,
        group=GROUP,
    ),
]
