"""The ledger's tables, which the database itself keeps true (migration 0001), the texts of bank lines, and read models.

Vouchers and postings are added and never changed; a voucher's postings sum to zero and come with it; a balance is the sum of
its postings and never on the wrong side of zero; voucher numbers of a court and year have no gaps. `ledger.py` writes them.
"""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.funds.acts.account import BankAccountClosed, BankAccountOpened, VirtualAccountGiven
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid import models as aid
from zhixing.funds.clearance import models as clearance
from zhixing.funds.paying import models as paying
from zhixing.funds.questions.lines import lines, taken_in
from zhixing.funds.recognising.models import LearnedWeights
from zhixing.funds.reconciling import models as reconciling
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel

__all__ = [
    "READ_MODELS",
    "BankAccountRow",
    "LearnedWeights",
    "LedgerAccount",
    "LedgerPosting",
    "LedgerVoucher",
    "LineRow",
    "LineText",
    "StatementRow",
    "VirtualAccountRow",
    "VoucherNumber",
]


class LedgerAccount(models.Model):
    """An account: of a bank account, of a case, of the court. `balance` in fen, debit positive; the trigger keeps it."""

    court = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    owner = models.BigIntegerField()  # the dossier it is of, 0: the court's own
    side = models.SmallIntegerField()  # 1: what others owe the court, -1: what it owes
    balance = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "funds_account"
        constraints = [
            models.UniqueConstraint(fields=["court", "kind", "owner"], name="account_once"),
            models.CheckConstraint(
                condition=models.Q(side__in=(-1, 1), kind__in=[each.value for each in AccountKind]),
                name="account_of_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(side=1, balance__gte=0) | models.Q(side=-1, balance__lte=0),
                name="account_not_overdrawn",
            ),
        ]
        indexes = [models.Index(fields=["owner"], name="account_owner")]

    @property
    def holds(self) -> int:
        """What it holds, in fen, never negative."""
        return self.balance * self.side

    @property
    def label(self) -> str:
        """What the account is called."""
        return AccountKind(self.kind).label


class VoucherNumber(models.Model):
    """The last voucher number of a court in a year. Locked while vouchers are written; a refusal gives it back."""

    court = models.CharField(max_length=8)
    year = models.IntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "funds_voucher_number"
        constraints = [models.UniqueConstraint(fields=["court", "year"], name="voucher_numbers_once")]


class LedgerVoucher(models.Model):
    """One booking, because of an act; `line` names the line of the bank's statement it stands for."""

    court = models.CharField(max_length=8)
    year = models.IntegerField()
    number = models.IntegerField()
    on = models.DateField(db_column="on_day")
    dossier = models.ForeignKey("record.DossierHead", models.PROTECT, db_constraint=False)
    seq = models.IntegerField()
    purpose = models.CharField(max_length=60)
    line = models.CharField(max_length=20, blank=True)
    postings = models.SmallIntegerField()

    class Meta:
        db_table = "funds_voucher"
        constraints = [
            models.UniqueConstraint(fields=["court", "year", "number"], name="voucher_number_once"),
            models.CheckConstraint(condition=models.Q(postings__gte=2), name="voucher_has_two_sides"),
        ]


class LedgerPosting(models.Model):
    """So many fen into (debit, positive) or out of (credit, negative) an account."""

    voucher = models.ForeignKey(
        LedgerVoucher, models.PROTECT, db_constraint=False, related_name="rows", db_index=False
    )
    account = models.ForeignKey(
        LedgerAccount, models.PROTECT, db_constraint=False, related_name="rows", db_index=False
    )
    court = models.CharField(max_length=8)
    on = models.DateField(db_column="on_day")
    amount = models.BigIntegerField()

    class Meta:
        db_table = "funds_posting"
        constraints = [
            models.UniqueConstraint(fields=["voucher", "account"], name="posting_once"),
            models.CheckConstraint(condition=~models.Q(amount=0), name="posting_moves_money"),
        ]
        indexes = [models.Index(fields=["account", "on"], include=["amount"], name="posting_as_of")]


class LineText(models.Model):
    """What a bank's line says of persons: names, accounts, text. Encrypted; the act holds place, day and amount alone."""

    dossier = models.ForeignKey("record.DossierHead", models.PROTECT, db_constraint=False)
    court = models.CharField(max_length=8)
    place = models.CharField(max_length=20)
    cipher = models.BinaryField()

    class Meta:
        db_table = "funds_line_text"
        constraints = [models.UniqueConstraint(fields=["dossier", "place"], name="line_text_once")]


class BankAccountRow(models.Model):
    """Read model of the courts' bank accounts."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="bank_account_rows")
    court = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    bank = models.CharField(max_length=120)
    number = models.CharField(max_length=40)
    use = models.CharField(max_length=20)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        db_table = "funds_bank_account"
        indexes = [models.Index(fields=["court", "number"], name="bank_account_number")]


class VirtualAccountRow(models.Model):
    """Read model of the account numbers that cases were given."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="virtual_account_rows")
    court = models.CharField(max_length=8)
    account = models.BigIntegerField()
    number = models.CharField(max_length=40)

    class Meta:
        db_table = "funds_virtual_account"
        indexes = [models.Index(fields=["court", "number"], name="virtual_account_number")]


class StatementRow(models.Model):
    """Read model of bank statements; balances in fen, none in a notification."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="statement_rows")
    court = models.CharField(max_length=8)
    account = models.BigIntegerField()
    number = models.CharField(max_length=60)
    file = models.CharField(max_length=64)
    taken_on = models.DateField()
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    lines = models.IntegerField()
    opening = models.BigIntegerField(null=True)
    closing = models.BigIntegerField(null=True)

    class Meta:
        db_table = "funds_statement"
        indexes = [models.Index(fields=["account", "taken_on"], name="statements_of_account")]


class LineRow(models.Model):
    """Read model of the lines of bank statements: whose money each is, or who looks for that. Rows hold dates, never "today"."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="line_rows")
    court = models.CharField(max_length=8)
    account = models.BigIntegerField()
    place = models.CharField(max_length=20)
    on = models.DateField(db_column="on_day")
    amount = models.BigIntegerField()  # fen, out negative
    digest = models.CharField(max_length=64)
    payer = models.CharField(max_length=64, blank=True)  # keyed hash of the other account
    virtual = models.CharField(max_length=40, blank=True)
    case = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=20, blank=True)  # of money, once it is known whose it is
    assigned_on = models.DateField(null=True)
    owner = models.BigIntegerField(null=True)  # who looks for whose money it is
    aside_on = models.DateField(null=True)
    announced_on = models.DateField(null=True)  # who paid it was asked in public to come forward

    class Meta:
        db_table = "funds_line"
        indexes = [
            models.Index(
                fields=["court", "on"], condition=models.Q(case=None, amount__gt=0), name="line_waits"
            ),
            models.Index(fields=["account", "digest"], name="line_digest"),
            models.Index(fields=["payer"], condition=~models.Q(payer=""), name="line_payer"),
            models.Index(fields=["case"], condition=models.Q(case__isnull=False), name="line_case"),
        ]


def _accounts(dossier: Dossier) -> list[models.Model]:
    opened, closed = dossier.first(BankAccountOpened), dossier.first(BankAccountClosed)
    if opened is None:
        return []
    act = opened.act
    return [
        unsaved(
            BankAccountRow,
            dossier_id=dossier.id,
            court=dossier.court,
            name=act.name[:120],
            bank=act.bank[:120],
            number=act.number[:40],
            use=act.use.value,
            opened_on=opened.on,
            closed_on=closed.on if closed else None,
        )
    ]


def _virtual_accounts(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(
            VirtualAccountRow,
            dossier_id=dossier.id,
            court=dossier.court,
            account=each.act.account,
            number=each.act.number[:40],
        )
        for each in dossier.of(VirtualAccountGiven)
    ]


def _statements(dossier: Dossier) -> list[models.Model]:
    act = taken_in(dossier)
    if act is None:
        return []
    days = [line.on for line in act.lines]
    return [
        unsaved(
            StatementRow,
            dossier_id=dossier.id,
            court=dossier.court,
            account=act.account,
            number=act.number[:60],
            file=act.file,
            taken_on=dossier.entries[0].on,
            first_on=min(days, default=None),
            last_on=max(days, default=None),
            lines=len(days),
            opening=act.opening,
            closing=act.closing,
        )
    ]


def _lines(dossier: Dossier) -> list[models.Model]:
    act = taken_in(dossier)
    if act is None:
        return []
    return [
        unsaved(
            LineRow,
            dossier_id=dossier.id,
            court=dossier.court,
            account=act.account,
            place=each.line.place,
            on=each.line.on,
            amount=each.line.amount,
            digest=each.line.digest,
            payer=each.line.payer or "",
            virtual=each.line.virtual[:40],
            case=each.case,
            kind=each.kind,
            assigned_on=each.assigned_on,
            owner=each.owner,
            aside_on=each.aside_on,
            announced_on=each.announced_on,
        )
        for each in lines(dossier, date.max).values()
    ]


READ_MODELS = [
    ReadModel(BankAccountRow, _accounts, "bank-account"),
    ReadModel(VirtualAccountRow, _virtual_accounts, "case", (VirtualAccountGiven,)),
    ReadModel(StatementRow, _statements, "statement"),
    ReadModel(LineRow, _lines, "statement"),
    *aid.READ_MODELS,
    *paying.READ_MODELS,
    *clearance.READ_MODELS,
    *reconciling.READ_MODELS,
]
