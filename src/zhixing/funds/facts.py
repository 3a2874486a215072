"""What the rules of money are told from outside the dossier: how accounts stand. Locked, so that two cannot spend one balance."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.db.models import Count, Min, Q, Sum

from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.funds.acts.account import BankAccountClosed, BankAccountOpened, VirtualAccountGiven
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import (
    DepositRefundApproved,
    PayoutApproved,
    PayoutsConfirmed,
    PayoutsSentBack,
)
from zhixing.funds.acts.statement import LinesAssigned, LineSetAside, LineTakenBack, StatementTakenIn
from zhixing.funds.aid import facts as aid
from zhixing.funds.aid.acts.fund import AidFundOpened
from zhixing.funds.clearance.acts import ClearanceOpened, OldLineGiven, OldLineReopened, OldLinesAssigned
from zhixing.funds.clearance.questions import opening
from zhixing.funds.distribution import facts as distribution
from zhixing.funds.fees.acts import FeeReliefDecided
from zhixing.funds.holdings import held
from zhixing.funds.models import BankAccountRow, LineRow, StatementRow, VirtualAccountRow
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.questions.vouchers import money_kind_account
from zhixing.funds.rules.needs import AccountState, Payable, Unknown
from zhixing.law.money import Fen
from zhixing.parties.identity import ACCOUNT
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.protection import decrypt
from zhixing.people.models import Post
from zhixing.record.rule import Asked
from zhixing.record.sealed import token

UNATTENDED = timedelta(days=30)  # so long may money lie before somebody is to look for whose it is
RECEIPTS = "收据"  # what the court's counter of receipts is called among its counters


def bank_account(asked: Asked) -> tuple[AccountState, ...]:
    """The bank account an act names, or in whose dossier it is asked; nothing when the court has none such."""
    act, court = asked.act, asked.dossier.court
    if isinstance(act, BankAccountOpened):
        opened = BankAccountRow.objects.filter(court=court, number=act.number, closed_on=None)
        return tuple(AccountState(closed=False, holds=0, begun=True) for _ in opened)
    if isinstance(
        act, ClearanceOpened | StatementTakenIn | VirtualAccountGiven | PayoutApproved | AidFundOpened
    ):
        number = act.account
    elif act is None or isinstance(act, BankAccountClosed):
        number = asked.dossier.id
    else:
        return ()
    row = BankAccountRow.objects.filter(court=court, dossier_id=number).first()
    if row is None:
        return ()
    before = StatementRow.objects.filter(court=court, account=number)
    seen = False
    if isinstance(act, StatementTakenIn):
        same = before.filter(number=act.number, opening=act.opening, closing=act.closing)
        seen = same.filter(lines=len(act.lines)).exists()
    given: tuple[str, ...] = ()
    if isinstance(act, VirtualAccountGiven):
        known = VirtualAccountRow.objects.filter(court=court, number=act.number)
        given = tuple(known.exclude(dossier_id=asked.dossier.id).values_list("number", flat=True))
    return (
        AccountState(
            closed=row.closed_on is not None,
            holds=held(court, AccountKind.BANK, number),
            begun=before.exists(),
            seen=seen,
            numbers_given=given,
        ),
    )


def own_cases(asked: Asked) -> tuple[int, ...]:
    """Of the cases an assignment or a settling names, those of the statement's court. Pages get none."""
    act = asked.act
    if isinstance(act, PayoutsConfirmed | PayoutsSentBack):
        payouts = PayoutRow.objects.filter(
            court=asked.dossier.court, dossier_id__in=[each.case for each in act.payouts]
        )
        return tuple(sorted(set(payouts.values_list("dossier_id", flat=True))))
    if not isinstance(act, LinesAssigned | OldLinesAssigned):
        return ()
    named = CaseRow.objects.filter(
        court=asked.dossier.court, dossier_id__in=[each.case for each in act.assignments]
    )
    return tuple(sorted(named.values_list("dossier_id", flat=True)))


def case_holds(asked: Asked) -> Fen:
    """What lies in the account from which a line would be taken back. Pages get 0."""
    act = asked.act
    if isinstance(act, OldLineReopened) and act.case is not None:
        return held(asked.dossier.court, AccountKind.CASE, act.case)
    if not isinstance(act, LineTakenBack):
        return 0
    kind = money_kind_account(act.kind)
    return held(asked.dossier.court, kind, 0 if kind is AccountKind.FEES else act.case)


def deposit_holds(asked: Asked) -> Fen:
    """What bidders deposited in this case and was neither counted nor given back."""
    return held(asked.dossier.court, AccountKind.DEPOSIT, asked.dossier.id)


def suspense_holds(asked: Asked) -> Fen:
    """What lies among what is not known in the account that a campaign clears up."""
    return held(asked.dossier.court, AccountKind.SUSPENSE, opening(asked.dossier).account)


def payable(asked: Asked) -> Payable:
    """What a payout could take from this case, and whether its payee has the account it names. Pages get no account."""
    act, court = asked.act, asked.dossier.court
    theirs = origin = False
    if isinstance(act, PayoutApproved):
        accounts = PartyIdentity.objects.filter(paper=ACCOUNT, court=court, retired_at=None)
        row = accounts.filter(pk=act.payee_account, party_id=act.payee).first()
        theirs = row is not None
        origin = row is not None and _paid_from(asked, token(decrypt(bytes(row.cipher))))
    return Payable(
        holds=held(court, AccountKind.CASE, asked.dossier.id),
        account_theirs=theirs,
        account_of_origin=origin,
    )


def _paid_from(asked: Asked, account: str) -> bool:
    """Whether the deposit that is given back came from the account with this keyed hash."""
    act = asked.act
    entry = asked.dossier.at(act.receipt) if isinstance(act, DepositRefundApproved) else None
    if entry is None or not isinstance(entry.act, MoneyReceived):
        return False
    line = LineRow.objects.filter(dossier_id=entry.act.statement, place=entry.act.line).first()
    return line is not None and line.payer == account


def unknown_money(asked: Asked) -> Unknown:
    """What came through this bank account by that day and is nobody's yet; old is what came more than a month ago."""
    rows = LineRow.objects.filter(
        court=asked.dossier.court, account=asked.dossier.id, case=None, amount__gt=0, on__lte=asked.on
    )
    found = rows.aggregate(lines=Count("pk"), amount=Sum("amount"), oldest=Min("on"))
    old = rows.filter(owner=None, on__lt=asked.on - UNATTENDED)
    return Unknown(
        lines=found["lines"],
        amount=found["amount"] or 0,
        oldest=found["oldest"],
        unattended=old.count(),
    )


def own_officer(asked: Asked) -> bool:
    """Whether who is to look for a line's owner is in office here that day. Pages, which name nobody, are not stopped."""
    act = asked.act
    if not isinstance(act, OldLineGiven | LineSetAside):
        return True
    posts = Post.objects.filter(officer=act.owner, officer__is_active=True, court=asked.dossier.court)
    return posts.filter(Q(until=None) | Q(until__gt=asked.on), since__lte=asked.on).exists()


def receipt_number(asked: Asked) -> str:
    """The next number of the court's receipts in the year, 渝0235收据2017-000012. Who only asks gets none and moves nothing.

    The counter is locked by the update, in the transaction of the receipt: a refusal rolls it back, so there are no gaps.
    """
    court, year = asked.dossier.court, asked.on.year
    if not isinstance(asked.act, MoneyReceived) or not connection.in_atomic_block:
        return ""
    counter, _ = NumberCounter.objects.select_for_update().get_or_create(
        court=court, type_code=RECEIPTS, year=year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{court}{RECEIPTS}{year}-{counter.last:06}"


def fee_relieved(asked: Asked) -> str:
    """natural, legal or other, of whom an act gives relief from the fee. Pages get nothing."""
    act = asked.act
    if not isinstance(act, FeeReliefDecided):
        return ""
    found = Party.objects.filter(pk=act.party, court=asked.dossier.court).values_list("kind", flat=True)
    return next(iter(found), "")


LOADERS = {
    "bank-account": bank_account,
    "own-cases": own_cases,
    "own-officer": own_officer,
    "case-holds": case_holds,
    "payable": payable,
    "deposit-holds": deposit_holds,
    "suspense-holds": suspense_holds,
    "fee-relieved": fee_relieved,
    "receipt-number": receipt_number,
    "unknown-money": unknown_money,
    **aid.LOADERS,
    **distribution.LOADERS,
}
