"""Rules of settling: lines of the bank's statement are payouts paid, or payouts that came back."""

from __future__ import annotations

from zhixing.funds.acts.payout import PayoutPaid, PayoutReturned, PayoutsConfirmed, PayoutsSentBack
from zhixing.funds.questions.lines import lines, taken_in
from zhixing.funds.questions.payout import payouts
from zhixing.funds.rules.account import GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS, OWN_CASES
from zhixing.funds.rules.payout import BOOKED, payout_reserved
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

BANK = (Power.ACCOUNTANT, Power.SYSTEM)


@guard("这一笔已经付出，尚未退回", BOOKED, on_act=True)
def payout_gone(asked: Asked) -> Objection | None:
    """Only what was paid comes back, whole, into the account it was paid from."""
    act = asked.the(PayoutReturned)
    found = payouts(asked.dossier, AS_IT_STANDS).get(act.payout)
    approved = found.approved.act if found is not None and found.gone else None
    if approved and (act.amount, act.account) == (approved.amount, approved.account):
        return None
    return Objection(say("第 {seq} 条不是这一金额的已付发放", seq=act.payout), say("请核对退款所属的发放"))


@guard("所核对的各笔在这份对账单上，尚未核对", BOOKED, on_act=True)
def lines_are_payouts(asked: Asked) -> Objection | None:
    """Lines out for what is paid, lines in for what comes back, each once, of the statement's own account."""
    act = asked.act
    if not isinstance(act, PayoutsConfirmed | PayoutsSentBack):
        return None
    sign = -1 if isinstance(act, PayoutsConfirmed) else 1
    statement, there = taken_in(asked.dossier), lines(asked.dossier, AS_IT_STANDS)
    if statement is None or statement.account != act.account or not act.payouts:
        return Objection(say("没有核对任何一笔，或者不是这个账户"), say("请从对账单页面办理"))
    places = [each.line for each in act.payouts]
    named = [(each.case, each.payout) for each in act.payouts]
    for each in act.payouts:
        found = there.get(each.line)
        free = found is not None and found.payout is None and found.assignment is None
        fits = found is not None and found.line.amount == sign * each.amount
        once = places.count(each.line) == 1 and named.count((each.case, each.payout)) == 1
        if not (free and fits and once):
            return Objection(
                say("第 {place} 笔不是这一金额的、等待核对的款项", place=each.line), say("请刷新后重新核对")
            )
    return None


@guard("是本院的发放", BOOKED, on_act=True)
def payouts_are_ours(asked: Asked) -> Objection | None:
    """A court's account pays that court's payouts."""
    act, own = asked.act, asked.fact(OWN_CASES)
    if not isinstance(act, PayoutsConfirmed | PayoutsSentBack):
        return None
    strangers = [each.line for each in act.payouts if each.case not in own]
    if not strangers:
        return None
    return Objection(say("第 {place} 笔所认定的不是本院的发放", place=strangers[0]), say("请核对付款附言"))


def _paid(act: Act, statement: DossierId) -> list[Reach]:
    if not isinstance(act, PayoutsConfirmed | PayoutsSentBack):
        return []
    kind = PayoutPaid if isinstance(act, PayoutsConfirmed) else PayoutReturned
    return [
        Reach(
            each.case,
            kind(
                payout=each.payout,
                account=act.account,
                statement=statement,
                line=each.line,
                amount=each.amount,
            ),
        )
        for each in act.payouts
    ]


def _booked(act: type[Act], label: str, purpose: str) -> ActRule:
    return ActRule(
        act=act,
        label=label,
        basis=(BOOKED,),
        by=BANK,
        purpose=purpose,
        guards=(payout_reserved,) if act is PayoutPaid else (payout_gone,),
        discloses=Disclosure(sms=act.tag()),
        internal=True,
        books=True,
        sends=("news",),
        group=GROUP,
    )


RULES = [
    _booked(PayoutPaid, "执行款已付", "银行已经付出"),
    _booked(PayoutReturned, "执行款退回", "收款银行退回，款项重新属于本案"),
    ActRule(
        act=PayoutsConfirmed,
        label="核对付款",
        basis=(BOOKED,),
        by=BANK,
        purpose="认定对账单上的付出是哪一笔发放",
        guards=(lines_are_payouts, payouts_are_ours),
        needs=(OWN_CASES,),
        reaches=_paid,
        group=GROUP,
    ),
    ActRule(
        act=PayoutsSentBack,
        label="核对退款",
        basis=(BOOKED,),
        by=BANK,
        purpose="认定对账单上的收款是哪一笔发放的退回",
        guards=(lines_are_payouts, payouts_are_ours),
        needs=(OWN_CASES,),
        reaches=_paid,
        group=GROUP,
    ),
]
