"""What the rules of money are told from outside the dossier: how accounts stand. Locked, so that two cannot spend one balance."""

from __future__ import annotations

from django.db import connection

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import BankAccountClosed, VirtualAccountGiven
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.acts.statement import LinesAssigned, LineTakenBack, StatementTakenIn
from zhixing.funds.aid import facts as aid
from zhixing.funds.aid.acts.fund import AidFundOpened
from zhixing.funds.clearance.acts import ClearanceOpened, OldLineReopened, OldLinesAssigned
from zhixing.funds.clearance.questions import opening
from zhixing.funds.distribution import facts as distribution
from zhixing.funds.fees.acts import FeeReliefDecided
from zhixing.funds.models import BankAccountRow, LedgerAccount, StatementRow, VirtualAccountRow
from zhixing.funds.questions.vouchers import money_kind_account
from zhixing.funds.rules.needs import AccountState, Payable
from zhixing.law.money import Fen
from zhixing.parties.identity import ACCOUNT
from zhixing.parties.models import Party, PartyIdentity
from zhixing.record.rule import Asked


def bank_account(asked: Asked) -> tuple[AccountState, ...]:
    """The bank account an act names, or in whose dossier it is asked; nothing when the court has none such."""
    act, court = asked.act, asked.dossier.court
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
    """Of the cases an assignment names, those of the statement's court. Pages, which ask without an act, get none."""
    act = asked.act
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
    theirs = False
    if isinstance(act, PayoutApproved):
        accounts = PartyIdentity.objects.filter(paper=ACCOUNT, court=court, retired_at=None)
        theirs = accounts.filter(pk=act.payee_account, party_id=act.payee).exists()
    return Payable(holds=held(court, AccountKind.CASE, asked.dossier.id), account_theirs=theirs)


def fee_relieved(asked: Asked) -> str:
    """natural, legal or other, of whom an act gives relief from the fee. Pages get nothing."""
    act = asked.act
    if not isinstance(act, FeeReliefDecided):
        return ""
    found = Party.objects.filter(pk=act.party, court=asked.dossier.court).values_list("kind", flat=True)
    return next(iter(found), "")


def held(court: str, kind: AccountKind, owner: int) -> Fen:
    """What an account holds now, in fen; within a write its row stays locked to the end."""
    rows = LedgerAccount.objects.filter(court=court, kind=kind.value, owner=owner)
    account = (rows.select_for_update() if connection.in_atomic_block else rows).first()
    return account.holds if account else 0


LOADERS = {
    "bank-account": bank_account,
    "own-cases": own_cases,
    "case-holds": case_holds,
    "payable": payable,
    "deposit-holds": deposit_holds,
    "suspense-holds": suspense_holds,
    "fee-relieved": fee_relieved,
    **aid.LOADERS,
    **distribution.LOADERS,
}
