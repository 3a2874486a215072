"""The desk of campaigns by court, and one campaign: figures open to their lines, and what can be done with those that wait."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.statement import Matched
from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceInspected,
    ClearanceOpened,
    OldAssignment,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLineReopened,
    OldLinesAssigned,
    OldLineUnreturnable,
)
from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.clearance.progress import paid_out, progress
from zhixing.funds.clearance.proposing import proposals
from zhixing.funds.clearance.questions import OldClass
from zhixing.funds.clearance.register import take_in
from zhixing.funds.clearance.rules import FINDERS
from zhixing.funds.clearance.table import table
from zhixing.funds.models import BankAccountRow
from zhixing.funds.pages.choosing import ready
from zhixing.funds.pages.overview import MONEY, accounting_court, me_there
from zhixing.funds.pages.statement import case_named
from zhixing.funds.statement import StatementRefused
from zhixing.funds.taking_in import texts
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.money import plain
from zhixing.law.texts import Text, say
from zhixing.people.access import needs, officer_of
from zhixing.people.looks import looked
from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor
from zhixing.record.files import NotKept
from zhixing.record.permission import power_refusals

PAGE = 50
LATER = (OldLineKept, OldLineUnreturnable, OldLineNotCaseMoney)
DATES = ("base_on", "own_by", "joint_by", "done_by")


@needs(*MONEY)
def clearance_desk(request: HttpRequest) -> HttpResponse:
    """The campaigns of the courts that are seen, against the three dates. POST by the accountant opens one."""
    court, today, wrong = accounting_court(request), clock.today(), ""
    if request.method == "POST" and court:
        try:
            return _opened(request, court)
        except (StatementRefused, door.Refused) as refused:
            wrong = str(refused.refusals[0].told if isinstance(refused, door.Refused) else refused)
    found = [
        (COURTS_BY_CODE[row.court].name, progress(row))
        for row in ClearanceRow.objects.order_by("court", "pk")
    ]
    return render(
        request,
        "funds/clearance_desk.html",
        {
            "here": "funds",
            "today": today,
            "wrong": wrong,
            "campaigns": found,
            "accounts": BankAccountRow.objects.filter(court=court, closed_on=None) if court else (),
            "submitted": request.POST if wrong else {},
        },
        status=422 if wrong else 200,
    )


def _opened(request: HttpRequest, court: str) -> HttpResponse:
    days = {name: parse_date(request.POST.get(name, "") or "-") for name in DATES}
    name, account = request.POST.get("name", "").strip(), request.POST.get("account", "")
    if not name or not account.isdecimal() or not all(days.values()):
        raise StatementRefused(say("名称、账户和四个日期都要填写"))
    told = {key: day for key, day in days.items() if day is not None}
    act = ClearanceOpened(name=name, account=int(account), **told)
    number, _ = door.open_dossier(court, [door.Step(act=act, by=me_there(request, court), on=clock.today())])
    messages.success(request, str(say("已开展清理，请登记暂存款明细")), "done")
    return redirect("clearance", number)


@needs(*MONEY, *FINDERS)
def clearance_page(request: HttpRequest, number: int) -> HttpResponse:
    """Figures and lines, `?kind=` of a class, `?owner=` an officer's, `?flow=` one. POST registers or gives one to a case."""
    row = get_object_or_404(ClearanceRow, dossier_id=number)
    looked(request, number, request.path)
    wrong: Text | str = ""
    if request.method == "POST":
        try:
            return _taken(request, row) if request.FILES else _assigned(request, row)
        except (StatementRefused, NotKept) as refused:
            wrong = refused.text
        except door.Refused as refused:
            wrong = refused.refusals[0].told
        except LookupError as missing:
            wrong = str(missing)
    kind, page, chosen = request.GET.get("kind", ""), None, _chosen(request, row)
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    said = texts(number, [line.flow for line in page])
    found = proposals(row, [line for line in page if line.kind == OldClass.WAITING.value])
    cases = dict(
        CaseRow.objects.filter(dossier_id__in=[line.case for line in page if line.case]).values_list(
            "dossier_id", "number"
        )
    )
    gone = paid_out(row.court, list(cases))
    owners = Officer.objects.filter(pk__in=OldLineRow.objects.filter(dossier_id=number).values("owner"))
    names = dict(owners.values_list("pk", "name"))
    can, me = row.finished_on is None, me_there(request, row.court)
    return render(
        request,
        "funds/clearance.html",
        {
            "here": "funds",
            "row": row,
            "court": COURTS_BY_CODE[row.court].name,
            "today": clock.today(),
            "wrong": wrong,
            "kind": kind,
            "owner": request.GET.get("owner", ""),
            "flow": request.GET.get("flow", ""),
            "owners": sorted(names.items(), key=lambda each: each[1]),
            "progress": progress(row),
            "page": page,
            "query": urlencode({key: value for key, value in request.GET.items() if key != "page"}),
            "lines": [
                (
                    line,
                    OldClass(line.kind),
                    said.get(line.flow),
                    cases.get(line.case or 0, ""),
                    line.case in gone,
                    names.get(line.owner or 0, ""),
                    found.get(line.flow, ()),
                    ready(found.get(line.flow, ())),
                    _ways(row, line, me) if can else (),
                )
                for line in page
            ],
            "dates": [
                (say("自行清理完成"), row.own_by),
                (say("联合抽查"), row.joint_by),
                (say("全面完成"), row.done_by),
            ],
            "sees_all": _sees_all(request),
            "accounting": can and accounting_court(request) == row.court,
            "ends": _ends(request, row) if can else [],
        },
        status=422 if wrong else 200,
    )


def _chosen(request: HttpRequest, row: ClearanceRow) -> QuerySet[OldLineRow]:
    """The lines asked for, the oldest first; who only compares with the files sees what was given to them."""
    wanted = Q(dossier_id=row.dossier_id)
    if not _sees_all(request):
        wanted &= Q(owner=officer_of(request).pk)
    kind, owner, flow = (request.GET.get(name, "").strip() for name in ("kind", "owner", "flow"))
    if flow:
        wanted &= Q(flow=flow)
    if kind in {each.value for each in OldClass}:
        wanted &= Q(kind=kind)
    if owner.isdecimal():
        wanted &= Q(owner=int(owner))
    return OldLineRow.objects.filter(wanted).order_by("on", "pk")


def _sees_all(request: HttpRequest) -> bool:
    return bool(powers_anywhere(officer_of(request), clock.today()) & set(MONEY))


def _taken(request: HttpRequest, row: ClearanceRow) -> HttpResponse:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or not upload.size:
        raise StatementRefused(say("请选择暂存款登记册文件（CSV 或 XLSX）"))
    new, there = take_in(row, upload.name or "", upload.read(), me_there(request, row.court), clock.today())
    messages.success(request, str(say("登记 {new} 笔，已有 {there} 笔", new=new, there=there)), "done")
    return redirect("clearance", row.dossier_id)


def _assigned(request: HttpRequest, row: ClearanceRow) -> HttpResponse:
    flow = request.POST.get("line", "")
    line = OldLineRow.objects.filter(dossier_id=row.dossier_id, flow=flow).first()
    if line is None:
        raise Http404("登记册上没有这一笔")
    case = case_named(row.court, request.POST.get("case", ""))
    named = [each for each in proposals(row, [line]).get(flow, ()) if each.case == case]
    assignment = OldAssignment(
        line=flow,
        amount=line.amount,
        case=case,
        booked_on=line.on,
        matched=Matched.CONFIRMED if named else Matched.BY_HAND,
        score=named[0].score if named else 0,
        why=str(named[0].why) if named else "",
    )
    act = OldLinesAssigned(account=row.account, assignments=(assignment,))
    door.enter(row.dossier_id, act, me_there(request, row.court), on=clock.today())
    messages.success(request, str(say("流水号 {flow} 已转入案件账上", flow=flow)), "done")
    return redirect(request.get_full_path())


def _ways(row: ClearanceRow, line: OldLineRow, me: Actor) -> list[tuple[str, str]]:
    """What whoever looks can do with a line besides giving it to a case."""
    said = {"account": str(row.account), "line": line.flow, "amount": plain(line.amount)}
    found: list[tuple[type[Act], dict[str, str]]] = [
        (OldLineReopened, said | ({"case": str(line.case)} if line.case else {}))
    ]
    if line.kind in (OldClass.WAITING.value, OldClass.KEPT.value):
        told = {"line": line.flow, "amount": plain(line.amount)}
        found = [(OldLineGiven, {"line": line.flow}), *((act, told) for act in LATER)]
    return [_way(row, act, filled) for act, filled in found if _may(act, me)]


def _ends(request: HttpRequest, row: ClearanceRow) -> list[tuple[str, str]]:
    me = me_there(request, row.court)
    return [_way(row, act, {}) for act in (ClearanceInspected, ClearanceFinished) if _may(act, me)]


def _may(act: type[Act], me: Actor) -> bool:
    return not power_refusals(installed().rule(act), me)


def _way(row: ClearanceRow, act: type[Act], said: dict[str, str]) -> tuple[str, str]:
    link = reverse("act", args=[row.dossier_id, act.tag()])
    return installed().rule(act).label, f"{link}?{urlencode(said)}" if said else link


@needs(*MONEY)
def clearance_lines(request: HttpRequest, number: int) -> HttpResponse:
    """The lines as CSV, for the joint check. No payer is named."""
    row = get_object_or_404(ClearanceRow, dossier_id=number)
    looked(request, number, request.path)
    answer = HttpResponse(
        "\ufeff" + table(list(_chosen(request, row))), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="clearance-{number}.csv"'
    return answer
