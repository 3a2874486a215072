"""The preview of an act's document, before the act is entered: nothing is kept, no number is given."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhixing.documents import printing
from zhixing.documents.gathered import paper_of
from zhixing.documents.printing import CannotPrint
from zhixing.documents.written import Shown, write
from zhixing.record import door
from zhixing.record.outcome import as_if_approved
from zhixing.web.pages.act_page import read_form, rule_of
from zhixing.web.signed_in import acting, dossier_of


@require_POST
def preview_page(request: HttpRequest, number: int, tag: str) -> HttpResponse:
    """The documents that the act described by the form would make, watermarked; 422 with the reasons where it may not be done."""
    dossier, rule = dossier_of(request, number), rule_of(tag)
    form = read_form(request, dossier, rule)
    if form.wrong:
        return _refused(request, {"wrong": form.wrong.values()})
    try:
        me = acting(request, dossier.court)
        entries, after = door.dry_run(
            dossier.id, [as_if_approved(rule, act, me, form.on) for act in form.acts]
        )
        written = [write(after, each.seq, shown=Shown.VEILED) for each in entries if paper_of(each.act)]
        parts = [printing.pdf(each, preview=True).content for each in written]
    except door.Refused as error:
        return _refused(request, {"refused": error.refusals, "day": form.on})
    except CannotPrint as error:
        return _refused(request, {"wrong": [str(error)]})
    if not parts:
        return _refused(request, {"wrong": [_("这样办理不产生文书")]})
    return HttpResponse(printing.merged(parts), content_type="application/pdf")


def _refused(request: HttpRequest, why: dict[str, object]) -> HttpResponse:
    return render(request, "web/no_preview.html", why, status=422)
