"""The desk of judicial aid: applications with their days left, the funds with what is left in them, figures by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid.acts.application import AidGround
from zhixing.funds.aid.acts.fund import AidFundOpened
from zhixing.funds.aid.facts import committed
from zhixing.funds.aid.figures import by_year
from zhixing.funds.aid.models import AidFundRow, AidRow
from zhixing.funds.aid.pages.opening import SEES
from zhixing.funds.aid.questions.application import AidStage
from zhixing.funds.aid.questions.fund import Year, year_of
from zhixing.funds.ledger import holds
from zhixing.funds.models import BankAccountRow
from zhixing.funds.pages.overview import accounting_court, me_there
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.money import Fen
from zhixing.law.texts import Text, say
from zhixing.parties.models import Party
from zhixing.people.access import needs
from zhixing.record import clock, door
from zhixing.record.models import DutyRow

PAGE = 50
OPEN = (AidStage.RECEIVED, AidStage.UNDER_REVIEW, AidStage.TO_PAY, AidStage.WITH_BANK, AidStage.PAID)


@dataclass(frozen=True, slots=True)
class Line:
    """An application on the desk: whose, how it stands, by when what is to be done; whether it is of livelihood."""

    row: AidRow
    person: str
    ground: str
    stage: AidStage
    duty: DutyRow | None
    livelihood: bool


@dataclass(frozen=True, slots=True)
class Fund:
    """A court's fund as it stands, in fen."""

    row: AidFundRow
    court: str
    year: Year
    holds: Fen
    committed: Fen

    @property
    def left(self) -> Fen:
        """What can still be promised; never below nothing."""
        return max(0, self.holds + self.year.expected - self.committed)


@needs(*SEES)
def aid_desk(request: HttpRequest) -> HttpResponse:
    """What is open, the most pressing first; `?show=` one stage. POST by the accountant opens the court's fund."""
    today, shown = clock.today(), request.GET.get("show", "")
    court = accounting_court(request)
    wrong: Text | str = ""
    if request.method == "POST" and court:
        try:
            return _opened(request, court)
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    stages = [each for each in AidStage if each.value == shown] or list(OPEN)
    lines = _lines(AidRow.objects.filter(stage__in=[each.value for each in stages]))
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    funds = fund_rows(today)
    has_own = any(each.row.court == court for each in funds)
    return render(
        request,
        "funds/aid_desk.html",
        {
            "here": "aid",
            "today": today,
            "wrong": wrong,
            "shown": shown,
            "counts": [
                (each.value, each.label, AidRow.objects.filter(stage=each.value).count()) for each in AidStage
            ],
            "page": page,
            "funds": funds,
            "years": by_year(today),
            "accounts": BankAccountRow.objects.filter(court=court, closed_on=None)
            if court and not has_own
            else (),
        },
        status=422 if wrong else 200,
    )


def fund_rows(today: date) -> list[Fund]:
    """The funds of the courts that are seen, by court."""
    rows = list(AidFundRow.objects.order_by("court"))
    dossiers = {each.id: each for each in door.read_many([row.dossier_id for row in rows])}
    return [
        Fund(
            row,
            COURTS_BY_CODE[row.court].name,
            year_of(dossiers[row.dossier_id], today.year, today),
            holds(row.court, AccountKind.AID, row.dossier_id),
            committed(row.court),
        )
        for row in rows
    ]


def _lines(rows: Iterable[AidRow]) -> list[Line]:
    """Who urgently needs treatment first, then livelihood, then whose day comes first."""
    found = list(rows)
    people = dict(Party.objects.filter(pk__in=[row.person for row in found]).values_list("pk", "name"))
    of_livelihood = set(
        CaseRow.objects.filter(dossier_id__in=[row.case for row in found])
        .exclude(livelihood="")
        .values_list("dossier_id", flat=True)
    )
    terms: dict[int, DutyRow] = {}
    waiting = DutyRow.objects.filter(
        rule__startswith="funds.aid",
        met_on=None,
        ended_on=None,
        dossier_id__in=[row.dossier_id for row in found],
    )
    for duty in waiting.order_by("-due"):
        terms[duty.dossier_id] = duty
    lines = [
        Line(
            row,
            people.get(row.person, ""),
            AidGround(row.ground).label,
            AidStage(row.stage),
            terms.get(row.dossier_id),
            row.case in of_livelihood,
        )
        for row in found
    ]
    return sorted(lines, key=_rank)


def _rank(line: Line) -> tuple[bool, bool, date, date, int]:
    due = line.duty.due if line.duty and line.duty.due else date.max
    return (not line.row.urgent, not line.livelihood, due, line.row.applied_on, line.row.dossier_id)


def _opened(request: HttpRequest, court: str) -> HttpResponse:
    named = request.POST.get("account", "")
    act = AidFundOpened(account=int(named) if named.isdecimal() else 0)
    number, _ = door.open_dossier(court, [door.Step(act=act, by=me_there(request, court), on=clock.today())])
    messages.success(request, str(say("已设立司法救助资金，请登记预算和职工月平均工资")), "done")
    return redirect("aid-fund", number=number)
