"""Paying: what waits for the bank, the files that were made, and what a statement says of payouts."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from zhixing.cases.models import CaseRow
from zhixing.funds.aid.called import called
from zhixing.funds.models import BankAccountRow, StatementRow
from zhixing.funds.pages.overview import MONEY, me_there
from zhixing.funds.paying.acts import FilePayment, PaymentFileMade, PaymentFileWithdrawn
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.paying.ordering import NoFile, make, open_in, payees, to_send, written
from zhixing.funds.paying.settling import settled
from zhixing.law.texts import Text, say
from zhixing.people.access import needs, officer_of
from zhixing.people.looks import looked
from zhixing.people.powers import powers_by_court
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.power import Power

TYPES = {"xml": "application/xml; charset=utf-8", "csv": "text/csv; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and of its payments those the bank has neither paid nor given up."""

    entry: Entry[PaymentFileMade]
    open: tuple[FilePayment, ...]


@needs(*MONEY)
def payments_page(request: HttpRequest, number: int) -> HttpResponse:
    """What waits to be paid from a bank account, and its files. POST makes a file of all that waits, or withdraws one's rest."""
    account = get_object_or_404(BankAccountRow, dossier_id=number)
    looked(request, number, request.path)
    wrong: Text | str = ""
    if request.method == "POST":
        try:
            return _withdrawn(request, account) if "file" in request.POST else _made(request, account)
        except NoFile as nothing:
            wrong = nothing.text
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    dossier = door.read(number)
    waiting = to_send(number)
    sent = PayoutRow.objects.filter(account=number, paid_on=None, cancelled_on=None).exclude(sent_on=None)
    numbers = [row.dossier_id for row in waiting]
    cases = dict(CaseRow.objects.filter(dossier_id__in=numbers).values_list("dossier_id", "number"))
    aided = called(numbers)
    cases |= aided
    to = payees(waiting)
    return render(
        request,
        "funds/payments.html",
        {
            "here": "funds",
            "account": account,
            "wrong": wrong,
            "waiting": [
                (row, cases.get(row.dossier_id, ""), row.dossier_id in aided, *to[row.pk]) for row in waiting
            ],
            "sum": sum(row.amount for row in waiting),
            "sent": (sent.count(), sum(sent.values_list("amount", flat=True))),
            "files": _files(dossier),
            "mine": Power.ACCOUNTANT
            in powers_by_court(officer_of(request), clock.today()).get(account.court, ()),
            "strong": is_strong(request),
        },
        status=422 if wrong else 200,
    )


def _files(dossier: Dossier) -> list[Made]:
    made = reversed(list(dossier.of(PaymentFileMade)))
    return [Made(entry, open_in(dossier, entry)) for entry in made]


def _made(request: HttpRequest, account: BankAccountRow) -> HttpResponse:
    act = make(account, me_there(request, account.court), clock.today())
    done = say(
        "付款文件 {number} 已制作：{many} 笔，请下载后交银行",
        number=act.number,
        many=len(act.payments),
    )
    messages.success(request, str(done), "done")
    return redirect("payments", number=account.dossier_id)


def _withdrawn(request: HttpRequest, account: BankAccountRow) -> HttpResponse:
    """Propose that what the bank has not paid of a file may be sent again."""
    entry = _file(account.dossier_id, request.POST["file"])
    act = PaymentFileWithdrawn(
        file=entry.seq,
        number=entry.act.number,
        payments=open_in(door.read(account.dossier_id), entry),
        reason=request.POST.get("reason", "").strip(),
    )
    by = me_there(request, account.court)
    door.propose(account.dossier_id, door.Step(act=act, by=by, on=clock.today()))
    messages.success(request, str(say("已提请执行局局长批准作废")), "done")
    return redirect("payments", number=account.dossier_id)


def _file(number: int, seq: str) -> Entry[PaymentFileMade]:
    made = door.read(number).of(PaymentFileMade)
    found = next((each for each in made if str(each.seq) == seq), None)
    if found is None:
        raise Http404("没有这份付款文件")
    return found


@needs(Power.ACCOUNTANT)
def payment_file(request: HttpRequest, number: int, seq: int, form: str) -> HttpResponse:
    """A file as it was made; each reading of the payees' accounts is logged."""
    account = get_object_or_404(BankAccountRow, dossier_id=number)
    entry = _file(number, str(seq))
    if form not in TYPES:
        raise Http404("没有这种格式")
    if not is_strong(request):
        return redirect(f"{reverse('verify')}?next={request.path}")
    try:
        content = written(account, entry, form, me_there(request, account.court))
    except NoFile as changed:
        messages.error(request, str(changed.text), "late")
        return redirect("payments", number=number)
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{entry.act.number}.{form}"'
    return response


@require_POST
@needs(Power.ACCOUNTANT)
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Enter what the statement says of payouts: those paid, those that came back."""
    row = get_object_or_404(StatementRow, dossier_id=number)
    by = me_there(request, row.court)
    try:
        for act in settled(row).acts:
            door.enter(number, act, by, on=clock.today())
            many = say("核对 {many} 笔，已记入各案", many=len(act.payouts))
            messages.success(request, str(many), "done")
    except door.Refused as refused:
        messages.error(request, str(refused.refusals[0].told), "late")
    return redirect("statement", number=number)
