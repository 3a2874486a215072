"""One bank statement: its lines, whose money each is, and what can be done with those that wait."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zhixing.cases.models import CaseRow
from zhixing.cases.questions import number_in
from zhixing.funds.acts.statement import (
    Assignment,
    LinesAssigned,
    LineSetAside,
    LineTakenBack,
    Matched,
    MoneyKind,
    UnknownMoneyAnnounced,
)
from zhixing.funds.aid.acts.fund import AidLineTakenBack
from zhixing.funds.aid.called import called
from zhixing.funds.clearance.models import ClearanceRow
from zhixing.funds.models import BankAccountRow, LineRow, StatementRow
from zhixing.funds.pages.choosing import askable, ready
from zhixing.funds.pages.overview import MONEY, accounting_court
from zhixing.funds.paying.settling import settled
from zhixing.funds.questions.lines import AID
from zhixing.funds.recognising.assigning import proposed
from zhixing.funds.taking_in import texts
from zhixing.law.money import plain
from zhixing.law.texts import Text, say
from zhixing.people.access import needs, officer_of
from zhixing.people.looks import looked
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.record import clock, door

PAGE = 50
ORDER = (F("aside_on").asc(nulls_first=True), "pk")  # what somebody looks into already stands last
SHOWN = {
    "waiting": (say("等待认定"), Q(case=None, amount__gt=0)),
    "assigned": (say("已经认定"), Q(case__isnull=False)),
    "out": (say("付出"), Q(amount__lt=0)),
}


@needs(*MONEY)
def statement_page(request: HttpRequest, number: int) -> HttpResponse:
    """The lines, `?show=` waiting, assigned or out. POST assigns `line` to the case numbered `case`, or sets the rest aside."""
    if ClearanceRow.objects.filter(dossier_id=number).exists():  # a receipt of old money names its campaign
        return redirect("clearance", number)
    row = get_object_or_404(StatementRow, dossier_id=number)
    looked(request, number, request.path)
    wrong: Text | str = ""
    if request.method == "POST":
        try:
            return _set_aside(request, row) if "owner" in request.POST else _assign(request, row)
        except door.Refused as refused:
            wrong = refused.refusals[0].told
        except LookupError as missing:
            wrong = str(missing)
    shown, mine = request.GET.get("show", ""), accounting_court(request) == row.court
    every = LineRow.objects.filter(dossier_id=number)
    lines = every.filter(SHOWN[shown][1] if shown in SHOWN else Q()).order_by(*ORDER)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    said = texts(number, [line.place for line in page])
    found = proposed(row, frozenset(line.place for line in page))
    given = {line.case for line in page if line.case}
    cases = dict(CaseRow.objects.filter(dossier_id__in=given).values_list("dossier_id", "number"))
    cases |= called(given)
    return render(
        request,
        "funds/statement.html",
        {
            "here": "funds",
            "row": row,
            "account": BankAccountRow.objects.filter(dossier_id=row.account).first(),
            "wrong": wrong,
            "shown": shown,
            "counts": [
                (name, label, every.filter(chosen).count()) for name, (label, chosen) in SHOWN.items()
            ],
            "page": page,
            "lines": [
                (
                    line,
                    said.get(line.place),
                    cases.get(line.case or 0, ""),
                    found.get(line.place, ()),
                    ready(found.get(line.place, ())),
                    _back(line),
                )
                for line in sorted(page, key=lambda each: not ready(found.get(each.place, ())))
            ],
            "askable": askable(row.court) if mine and shown == "waiting" and len(page) else (),
            "kinds": [(each.value, each.label) for each in MoneyKind],
            "aside": LineSetAside.tag(),
            "announce": UnknownMoneyAnnounced.tag(),
            "today": clock.today(),
            "payouts": settled(row) if mine else None,
        },
        status=422 if wrong else 200,
    )


def _clueless(row: StatementRow) -> list[str]:
    """The places of what came, nothing speaks of and nobody looks into yet; a payout that came back is none."""
    found = proposed(row)
    lines = LineRow.objects.filter(dossier_id=row.dossier_id, case=None, amount__gt=0, owner=None)
    return [place for place in lines.order_by("pk").values_list("place", flat=True) if found.get(place) == ()]


def _set_aside(request: HttpRequest, row: StatementRow) -> HttpResponse:
    """Ask one officer to look into all that nothing speaks of."""
    owner, note = request.POST["owner"], request.POST.get("note", "").strip()
    places = _clueless(row)
    if not owner.isdecimal() or int(owner) not in dict(askable(row.court)):
        raise LookupError(str(say("请选择由谁查找")))
    if not places:
        raise LookupError(str(say("没有还没交人查找的款项")))
    by = actor(officer_of(request), row.court, clock.today(), strong=is_strong(request))
    acts = [LineSetAside(line=place, owner=int(owner), note=note) for place in places]
    steps = [door.Step(act=each, by=by, on=clock.today()) for each in acts]
    door.enter_all(row.dossier_id, steps)
    messages.success(request, str(say("{many} 笔已交人查找", many=len(places))), "done")
    return redirect(request.get_full_path())


def _back(line: LineRow) -> str:
    """The form that takes a line's money back, filled in."""
    said = {"account": line.account, "line": line.place, "amount": plain(line.amount)}
    if line.kind == AID:
        said["fund"], act = line.case, AidLineTakenBack.tag()
    else:
        said, act = said | {"case": line.case, "kind": line.kind}, LineTakenBack.tag()
    return f"{reverse('act', args=[line.dossier_id, act])}?{urlencode(said)}"


def _assign(request: HttpRequest, row: StatementRow) -> HttpResponse:
    line = LineRow.objects.filter(dossier_id=row.dossier_id, place=request.POST.get("line", "")).first()
    if line is None:
        raise Http404("对账单上没有这一笔")
    kinds = [each for each in MoneyKind if each.value == request.POST.get("kind")]
    case = case_named(row.court, request.POST.get("case", ""))
    named = [
        each for each in proposed(row, frozenset((line.place,))).get(line.place, ()) if each.case == case
    ]
    assignment = Assignment(
        line=line.place,
        amount=abs(line.amount),
        case=case,
        booked_on=line.on,
        kind=kinds[0] if kinds else MoneyKind.EXECUTION,
        matched=Matched.CONFIRMED if named else Matched.BY_HAND,
        score=named[0].score if named else 0,
        why=str(named[0].why) if named else "",
    )
    by = actor(officer_of(request), row.court, clock.today(), strong=is_strong(request))
    act = LinesAssigned(account=row.account, assignments=(assignment,))
    door.enter(row.dossier_id, act, by, on=clock.today())
    messages.success(request, str(say("第 {place} 笔已转入案件账上", place=line.place)), "done")
    return redirect(request.get_full_path())


def case_named(court: str, written: str) -> int:
    """The case of a number as people write it. Raises LookupError, which says what to do."""
    if not written.strip():  # a case that is not filed yet has no number
        raise LookupError(str(say("请填写案号")))
    number = number_in(written.strip())
    key = number.normal if number else written.strip()
    found = CaseRow.objects.filter(court=court, number=key).values_list("dossier_id", flat=True)
    if not found:
        raise LookupError(str(say("本院没有案号为“{number}”的案件，请核对案号", number=written)))
    return found[0]
