"""Pages of documents: the e-file with its catalogue, one document as PDF or .docx, all of a volume in one file."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhixing.cases import questions as cases
from zhixing.documents import printing
from zhixing.documents.efile import Volume, documents_of, missing, volumes
from zhixing.documents.making import Changed, content, make
from zhixing.documents.printing import CannotPrint
from zhixing.documents.tasks import ask_for_missing
from zhixing.documents.word import docx
from zhixing.documents.written import NoDocument, court_name, write
from zhixing.people.looks import looked
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier
from zhixing.record.models import Outgoing


def efile(request: HttpRequest, number: int) -> HttpResponse:
    """The catalogue of the e-file. What was not made yet is asked for on the first look."""
    dossier = _dossier(request, number)
    lacking = missing(dossier)
    if lacking:
        ask_for_missing(number)
    return render(
        request,
        "documents/efile.html",
        {
            "here": "cases",
            "dossier": dossier,
            "title": cases.case_title(dossier, clock.today()),
            "volumes": volumes(dossier),
            "lacking": lacking,
            "court": court_name(dossier.court, dossier.recorded[0]),
            "day": clock.today(),
        },
    )


def document(request: HttpRequest, number: int, seq: int, form: str) -> HttpResponse:
    """One document, made now if it was not: `form` is pdf or docx."""
    dossier = _dossier(request, number)
    try:
        found = make(dossier, seq)
        if form == "docx":
            return _file(
                docx(write(dossier, seq, correction=found.correction)), f"{found.name}{found.number}.docx"
            )
        return _file(content(found), f"{found.name}{found.number}.pdf")
    except NoDocument:
        raise Http404(_("这一条记录没有文书")) from None
    except (CannotPrint, Changed) as error:
        return _failed(request, number, error)


def volume(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """A whole volume as one PDF, its catalogue first."""
    dossier = _dossier(request, number)
    found = next((each for each in volumes(dossier) if each.key == key), None)
    if found is None:
        raise Http404(_("没有这一卷"))
    if not found.complete:
        ask_for_missing(number)
        messages.warning(request, _("还有文书待生成，生成后即可下载整卷"), "soon")
        return redirect("efile", number=number)
    try:
        parts = [(each.name, content(each)) for each in documents_of([found])]
        whole = printing.bound(_catalogue(dossier, found), parts)
    except (CannotPrint, Changed) as error:
        return _failed(request, number, error)
    title = cases.case_number(dossier, clock.today()) or str(number)
    return _file(whole, f"{title}{found.label}.pdf")


def _catalogue(dossier: Dossier, found: Volume) -> bytes:
    today: date = clock.today()
    return printing.print_page(
        printing.in_chinese(
            "documents/catalogue.html",
            {
                "court": court_name(dossier.court, dossier.recorded[0]),
                "title": cases.case_title(dossier, today),
                "volume": found,
            },
        )
    ).content


@require_POST
def again(request: HttpRequest, number: int) -> HttpResponse:
    """Try again to make what failed."""
    _dossier(request, number)
    Outgoing.objects.filter(dossier_id=number, kind="document", done_at=None).update(attempts=1, error="")
    ask_for_missing(number)
    messages.success(request, _("已重新安排生成，稍候刷新本页"), "done")
    return redirect("efile", number=number)


def _failed(request: HttpRequest, number: int, error: Exception) -> HttpResponse:
    messages.error(request, str(error), "late")
    return redirect("efile", number=number)


def _file(found: bytes, name: str) -> HttpResponse:
    kind = "application/pdf" if name.endswith(".pdf") else _WORD
    where = "inline" if name.endswith(".pdf") else "attachment"
    answer = HttpResponse(found, content_type=kind)
    answer.headers["Content-Disposition"] = f"{where}; filename*=UTF-8''{quote(name)}"
    return answer


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _dossier(request: HttpRequest, number: int) -> Dossier:
    try:
        found = door.read(number)
    except door.NoDossier:
        raise Http404(_("没有这个案件，或者它不在您可以查看的法院")) from None
    looked(request, number, request.path)
    return found
