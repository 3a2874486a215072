"""Case money of the officer's courts: bank accounts, what each kind of account holds, statements; and taking a bank's file in."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Min, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhixing.funds.acts.account import AccountUse, BankAccountOpened, MonthlyChecked
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.ledger import held_by_kind
from zhixing.funds.models import BankAccountRow, LedgerAccount, LineRow, StatementRow
from zhixing.funds.recognising.assigning import take_in_and_assign
from zhixing.funds.recognising.models import LearnedWeights
from zhixing.funds.sheets.opening import read_any
from zhixing.funds.statement import StatementRefused
from zhixing.funds.taking_in import TakenIn
from zhixing.law.money import plain
from zhixing.law.texts import Text, say
from zhixing.people.access import needs, officer_of
from zhixing.people.powers import actor, powers_by_court
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.dossier import Actor
from zhixing.record.files import NotKept
from zhixing.record.models import DutyRow
from zhixing.record.power import Power

MONEY = (Power.ACCOUNTANT, Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT, Power.INSPECTOR)
LATEST = 20  # statements shown
MONTHLY = "funds.monthly-check"
FIELDS = ("name", "bank", "number")


@needs(*MONEY)
def funds_page(request: HttpRequest) -> HttpResponse:
    """The overview. POST by the accountant takes a bank's `file` in, or registers a bank account."""
    wrong: Text | str = ""
    court = accounting_court(request)
    if request.method == "POST" and court:
        try:
            return _opened(request, court) if "number" in request.POST else _taken(request, court)
        except (StatementRefused, NotKept) as refused:
            wrong = refused.text
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    day = day_asked(request)
    return render(
        request,
        "funds/overview.html",
        {
            "here": "funds",
            "day": day,
            "wrong": wrong,
            "court": court,
            "submitted": request.POST if wrong else {},
            "uses": [(each.value, each.label) for each in AccountUse],
            "accounts": _accounts(day),
            "monthly": _monthly(court) if court and day == clock.today() else {},
            "today": clock.today(),
            "kinds": [(kind.label, held_by_kind(kind, day)) for kind in AccountKind],
            "waiting": _waiting() if day == clock.today() else None,
            "taught": LearnedWeights.objects.order_by("court"),
            "statements": StatementRow.objects.filter(taken_on__lte=day).order_by("-taken_on", "-dossier_id")[
                :LATEST
            ],
        },
        status=422 if wrong else 200,
    )


def accounting_court(request: HttpRequest) -> str:
    """The court for which the officer keeps accounts today; empty when there is none."""
    held = powers_by_court(officer_of(request), clock.today())
    return next((court for court, powers in held.items() if Power.ACCOUNTANT in powers), "")


def day_asked(request: HttpRequest) -> date:
    """The day a page is asked for: ?as_of=2017-05-01, today otherwise."""
    today = clock.today()
    try:
        return min(date.fromisoformat(request.GET.get("as_of", "")), today)
    except ValueError:
        return today


def _accounts(day: date) -> list[tuple[BankAccountRow, int, int | None]]:
    """Each bank account, what it holds that day, and its ledger account where there is one."""
    rows = list(BankAccountRow.objects.filter(opened_on__lte=day).order_by("court", "dossier_id"))
    of_them = LedgerAccount.objects.filter(
        kind=AccountKind.BANK.value, owner__in=[row.dossier_id for row in rows]
    )
    found = {account.owner: account for account in of_them}
    sums = dict(
        of_them.filter(rows__on__lte=day).annotate(total=Sum("rows__amount")).values_list("owner", "total")
    )
    return [
        (row, sums.get(row.dossier_id, 0), found[row.dossier_id].pk if row.dossier_id in found else None)
        for row in rows
    ]


def _monthly(court: str) -> dict[int, tuple[str, date | None]]:
    """Each bank account of the court that is in use: the form of the month's comparison, filled in, and by when it is due."""
    rows = BankAccountRow.objects.filter(court=court, closed_on=None).values_list("dossier_id", flat=True)
    due = DutyRow.objects.filter(court=court, rule=MONTHLY, met_on=None, ended_on=None)
    days = dict(due.values_list("dossier_id", "due"))
    unknown = LineRow.objects.filter(court=court, case=None, amount__gt=0).values("account")
    found = {
        each["account"]: each
        for each in unknown.annotate(many=Count("pk"), sum=Sum("amount"), oldest=Min("on"))
    }
    forms = {}
    for number in rows:
        said = {"unknown": "0", "amount": plain(0), "back": reverse("funds")}
        if number in found:
            there = found[number]
            said |= {
                "unknown": str(there["many"]),
                "amount": plain(there["sum"]),
                "oldest": str(there["oldest"]),
            }
        link = reverse("act", args=[number, MonthlyChecked.tag()])
        forms[number] = (f"{link}?{urlencode(said)}", days.get(number))
    return forms


def _waiting() -> dict[str, int | date | None]:
    """How many receipts wait to be identified, their sum in fen, the oldest day; and what accounts brought along unidentified."""
    rows = LineRow.objects.filter(case=None, amount__gt=0)
    found = rows.aggregate(many=Count("pk"), sum=Sum("amount"), oldest=Min("on"))
    return found | {"before": held_by_kind(AccountKind.SUSPENSE, clock.today()) - (found["sum"] or 0)}


def _opened(request: HttpRequest, court: str) -> HttpResponse:
    said = {name: request.POST.get(name, "").strip() for name in FIELDS}
    if not all(said.values()):
        raise StatementRefused(say("户名、开户行、账号都要填写"))
    uses = [each for each in AccountUse if each.value == request.POST.get("use")]
    act = BankAccountOpened(**said, use=uses[0] if uses else AccountUse.CASE_MONEY)
    door.open_dossier(court, [door.Step(act=act, by=me_there(request, court), on=clock.today())])
    messages.success(request, str(say("已登记银行账户")), "done")
    return redirect("funds")


def _taken(request: HttpRequest, court: str) -> HttpResponse:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or not upload.size:
        raise StatementRefused(say("请选择银行导出的对账单文件（camt.053、camt.054，或 CSV、XLSX 表格）"))
    content = upload.read()
    by, name = me_there(request, court), upload.name or ""
    accounts = list(BankAccountRow.objects.filter(court=court, closed_on=None))
    found = read_any(content, accounts, request.POST.get("account", ""))
    done = take_in_and_assign(court, name, content, found, by, clock.today())
    for each, assigned in done:
        messages.success(request, str(told(each, assigned)), "done" if each.dossier else "soon")
    new = [each.dossier for each, _ in done if each.dossier]
    return redirect("statement", number=new[0]) if len(new) == 1 else redirect("funds")


def told(each: TakenIn, assigned: int) -> Text:
    """What became of a statement, in a sentence."""
    if each.dossier is None:
        return say("对账单 {number} 此前已登记，没有重复记账", number=each.number)
    return say(
        "对账单 {number} 已登记：记账 {lines} 笔，此前已按到账通知记账 {known} 笔；按规则认定 {assigned} 笔",
        number=each.number,
        lines=each.lines,
        known=each.known,
        assigned=assigned,
    )


def me_there(request: HttpRequest, court: str) -> Actor:
    """The signed-in officer as they act in that court today."""
    return actor(officer_of(request), court, clock.today(), strong=is_strong(request))
