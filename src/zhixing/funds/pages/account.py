"""One account of the ledger as of a day: its postings with the balance after each, every one open to its act."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import F, QuerySet, Sum, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid.called import called
from zhixing.funds.models import BankAccountRow, LedgerAccount
from zhixing.funds.pages.overview import MONEY, day_asked
from zhixing.people.access import needs, officer_of
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.power import Power

PAGE = 50
OF_CASES = (AccountKind.CASE, AccountKind.RESERVED, AccountKind.ESCROW, AccountKind.DEPOSIT)


@needs(*MONEY, Power.OFFICER, Power.JUDGE, Power.CLERK)
def account_page(request: HttpRequest, number: int) -> HttpResponse:
    """The postings till `?as_of=`, the newest first."""
    account = get_object_or_404(_open_to(request), pk=number)
    day = day_asked(request)
    postings = account.rows.filter(on__lte=day).select_related("voucher")
    running = Window(Sum(F("amount")), order_by=["on", "voucher_id"])
    rows = postings.annotate(after=running).order_by("-on", "-voucher_id")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    total = postings.aggregate(all=Sum("amount"))["all"] or 0
    return render(
        request,
        "funds/account.html",
        {
            "here": "funds",
            "day": day,
            "account": account,
            "of": _owner(account),
            "holds": total * account.side,
            "page": page,
            "rows": [
                (row, max(change, 0), max(-change, 0), getattr(row, "after", 0) * account.side)
                for row in page
                for change in [row.amount * account.side]
            ],
        },
    )


def _open_to(request: HttpRequest) -> QuerySet[LedgerAccount]:
    """All accounts to who looks after money; to others those of cases."""
    held = powers_anywhere(officer_of(request), clock.today())
    every = LedgerAccount.objects.all()
    return every if held & set(MONEY) else every.filter(kind__in=[kind.value for kind in OF_CASES])


@needs(*MONEY)
def bank_account_page(request: HttpRequest, number: int) -> HttpResponse:
    """The page of a bank account's dossier: its postings, or the overview while it has none."""
    row = get_object_or_404(BankAccountRow, dossier_id=number)
    account = LedgerAccount.objects.filter(court=row.court, kind=AccountKind.BANK.value, owner=number).first()
    return redirect("ledger-account", number=account.pk) if account else redirect("funds")


def _owner(account: LedgerAccount) -> str:
    """What the account is of: the bank account's name, the case's number; nothing for the court's own."""
    bank = BankAccountRow.objects.filter(dossier_id=account.owner).first()
    if bank is not None:
        return bank.name
    case = CaseRow.objects.filter(dossier_id=account.owner).first()
    return case.number if case else called([account.owner]).get(account.owner, "")
