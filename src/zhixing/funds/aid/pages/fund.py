"""The fund of a court: its years with budget and sources, what came, and the lines of bank statements that wait to be known."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid.acts.fund import (
    KIND,
    AidBudgetSet,
    AidMoneyAssigned,
    AidReceipt,
    AidSource,
    AidWageRecorded,
)
from zhixing.funds.aid.facts import committed
from zhixing.funds.aid.models import AidFundRow
from zhixing.funds.aid.pages.desk import Fund
from zhixing.funds.aid.pages.opening import SEES, dossier_of, ways
from zhixing.funds.aid.questions.fund import receipts, wage, year_of, years
from zhixing.funds.aid.rules.decision import CEILING_MONTHS
from zhixing.funds.ledger import holds
from zhixing.funds.models import BankAccountRow, LedgerAccount, LineRow
from zhixing.funds.pages.overview import accounting_court, me_there
from zhixing.funds.taking_in import Said, texts
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import Text, say
from zhixing.people.access import needs
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier

MOST = 50  # lines that wait, the newest first


@needs(*SEES)
def aid_fund_page(request: HttpRequest, number: int) -> HttpResponse:
    """The fund. POST by the accountant gives the line `line` of the statement `statement` to it."""
    fund, today = dossier_of(request, number, KIND), clock.today()
    mine = accounting_court(request) == fund.court
    wrong: Text | str = ""
    if request.method == "POST":
        if not mine:
            raise Http404("您没有财务职权")
        try:
            return _assigned(request, fund)
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    row = AidFundRow.objects.get(dossier_id=number)
    known = wage(fund, today)
    stands = Fund(
        row,
        COURTS_BY_CODE[row.court].name,
        year_of(fund, today.year, today),
        holds(row.court, AccountKind.AID, number),
        committed(row.court),
    )
    ledger = LedgerAccount.objects.filter(court=row.court, kind=AccountKind.AID.value, owner=number).first()
    return render(
        request,
        "funds/aid_fund.html",
        {
            "here": "aid-fund",
            "dossier": fund,
            "today": today,
            "wrong": wrong,
            "fund": stands,
            "ledger": ledger,
            "account": BankAccountRow.objects.filter(dossier_id=row.account).first(),
            "wage": known,
            "ceiling": CEILING_MONTHS * known.monthly if known else 0,
            "years": [
                (each, [(source.label, each.received.get(source, 0)) for source in AidSource])
                for each in years(fund, today)
            ],
            "sources": [(each.value, each.label) for each in AidSource],
            "came": sorted(receipts(fund, today), key=lambda each: each.act.booked_on, reverse=True),
            "waiting": _waiting(row) if mine else [],
            "ways": ways(request, fund, (AidBudgetSet, AidWageRecorded), {}),
        },
        status=422 if wrong else 200,
    )


def _waiting(row: AidFundRow) -> Sequence[tuple[LineRow, Said | None]]:
    """Receipts of the fund's bank account of which it is not known whose they are, each with what the bank says of it."""
    rows = LineRow.objects.filter(court=row.court, account=row.account, case=None, amount__gt=0)
    lines = list(rows.order_by("-on", "-pk")[:MOST])
    said = {
        (number, place): each
        for number in {line.dossier_id for line in lines}
        for place, each in texts(number, [line.place for line in lines if line.dossier_id == number]).items()
    }
    return [(line, said.get((line.dossier_id, line.place))) for line in lines]


def _assigned(request: HttpRequest, fund: Dossier) -> HttpResponse:
    statement = request.POST.get("statement", "")
    line = LineRow.objects.filter(
        court=fund.court,
        dossier_id=int(statement) if statement.isdecimal() else 0,
        place=request.POST.get("line", ""),
    ).first()
    if line is None:
        raise Http404("对账单上没有这一笔")
    source = next((each for each in AidSource if each.value == request.POST.get("source")), AidSource.OTHER)
    receipt = AidReceipt(
        line=line.place,
        amount=abs(line.amount),
        booked_on=line.on,
        source=source,
        giver=request.POST.get("giver", "").strip()[:120],
    )
    act = AidMoneyAssigned(account=line.account, fund=fund.id, receipts=(receipt,))
    door.enter(line.dossier_id, act, me_there(request, fund.court), on=clock.today())
    messages.success(request, str(say("第 {place} 笔已转入司法救助资金", place=line.place)), "done")
    return redirect("aid-fund", number=fund.id)
