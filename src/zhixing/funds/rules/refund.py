"""Rules of giving bidders' deposits back: what came from a bidder, once, to the account it came from.

By when: 退还保证金 in the room of property, which a refund that names its bid enters.
"""

from __future__ import annotations

from zhixing.assets.acts.auction import BidDepositReceived, BidDepositReturned
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import DepositRefundApproved
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.keeping.rules import deposit_came
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.questions.payout import refunded
from zhixing.funds.rules.account import GROUP, account_usable
from zhixing.funds.rules.needs import ACCOUNT, AS_IT_STANDS, DEPOSIT_HOLDS, PAYABLE
from zhixing.funds.rules.payout import FORM, IN_HAND, TEAM, account_of_payee
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Entry
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

RETURNED = cite("网拍规定", 17)
OLD_RETURNED = cite("拍卖变卖规定", 10)


def _came(asked: Asked) -> Entry[MoneyReceived] | None:
    """The deposit that a refund gives back, while it is the case's."""
    number = asked.the(DepositRefundApproved).receipt
    found = next((each for each in receipts(asked.dossier, AS_IT_STANDS) if each.entry.seq == number), None)
    if found is None or found.back is not None or found.entry.act.kind is not MoneyKind.DEPOSIT:
        return None
    return found.entry


@guard("退还的是这一笔保证金，不超过交纳的金额", RETURNED, OLD_RETURNED, on_act=True)
def deposit_left(asked: Asked) -> Objection | None:
    """What one bidder paid is not given to another, nor twice, nor after it was counted towards the price."""
    act, entry = asked.the(DepositRefundApproved), _came(asked)
    if entry is None:
        return Objection(say("所选的不是本案的保证金到账，或者已经撤回"), say("请从本案案款页面办理"))
    left = min(entry.act.amount - refunded(asked.dossier, act.receipt), asked.fact(DEPOSIT_HOLDS))
    if 0 < act.amount <= left:
        return None
    return Objection(
        say(
            "这一笔保证金尚可退还 {left} 元，要退还 {amount} 元",
            left=in_yuan(max(left, 0)),
            amount=in_yuan(act.amount),
        ),
        say("请填写大于零、不超过该数的金额；已抵作价款或者不予退还的，不能退还"),
    )


@guard("从收款的银行账户退还", FORM, on_act=True)
def from_where_it_lies(asked: Asked) -> Objection | None:
    """The money lies in the account to which it was paid."""
    entry = _came(asked)
    if entry is None or entry.act.account == asked.the(DepositRefundApproved).account:
        return None
    return Objection(say("这一笔保证金不在所选的银行账户"), say("请选择收款的银行账户"))


@guard("退到交款的账户，或者写明理由", RETURNED, on_act=True)
def to_where_it_came_from(asked: Asked) -> Objection | None:
    """The payee takes part in the case in some role; another account than the one that paid wants a reason."""
    act = asked.the(DepositRefundApproved)
    if act.payee not in {each.party for each in parties_of(asked.dossier, None, asked.on)}:
        return Objection(say("收款人没有录入本案"), say("请先把竞买人录为利害关系人"))
    if asked.fact(PAYABLE).account_of_origin or act.reason.strip():
        return None
    return Objection(
        say("收款账户不是交纳保证金的账户"), say("请选择交款的账户；确需退到其他账户的，写明理由，由局长审批")
    )


@guard("竞买登记与退还的金额相符", RETURNED, on_act=True)
def bid_fits(asked: Asked) -> Objection | None:
    """A bid that is named was made with this sum."""
    act = asked.the(DepositRefundApproved)
    if act.bid is None:
        return None
    if any(each.act.deposit == act.bid for each in asked.dossier.of(BidDepositReturned)):
        return Objection(
            say("所选竞买登记的保证金已记为退还"), say("银行退回后再次退还的，竞买登记一项不填；其他的请核对")
        )
    bid = asked.dossier.at(act.bid)
    if bid is not None and isinstance(bid.act, BidDepositReceived) and bid.act.amount == act.amount:
        return None
    return Objection(say("所选的竞买登记不是这一金额"), say("请核对竞买登记和金额；没有登记过竞买人的不填"))


def _returned(act: Act, case: DossierId) -> list[Reach]:
    """The bid's deposit is recorded as returned in the same case."""
    if not isinstance(act, DepositRefundApproved) or act.bid is None:
        return []
    return [Reach(case, BidDepositReturned(deposit=act.bid))]


RULES = [
    ActRule(
        act=DepositRefundApproved,
        label="退还竞买保证金",
        basis=(RETURNED, OLD_RETURNED, FORM),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="交到本院账户的保证金，退给没有竞得的人",
        guards=(
            *IN_HAND,
            deposit_came,
            account_usable,
            deposit_left,
            from_where_it_lies,
            account_of_payee,
            to_where_it_came_from,
            bid_fits,
        ),
        needs=(ACCOUNT, PAYABLE, DEPOSIT_HOLDS),
        reaches=_returned,
        discloses=Disclosure(),
        document="退还竞买保证金审批表",
        coerces=True,
        books=True,
        group=GROUP,
    ),
]
