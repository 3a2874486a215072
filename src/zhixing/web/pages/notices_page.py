"""What an officer was told: all of it on one page, read and unread, each leading to what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from zhixing.cases.models import CaseRow
from zhixing.people.models import Notice
from zhixing.record import clock
from zhixing.web.signed_in import officer_of

PAGE = 50


@never_cache
def notices_page(request: HttpRequest) -> HttpResponse:
    """The notices, newest first; ?show=unread those not read yet. POST takes all, or the one named, as read."""
    mine = Notice.objects.filter(officer=officer_of(request))
    if request.method == "POST":
        chosen = request.POST.get("one", "")
        some = mine.filter(pk=int(chosen)) if chosen.isdecimal() else mine
        some.filter(read_at=None).update(read_at=clock.now())
        return redirect(request.get_full_path())
    unread = request.GET.get("show") == "unread"
    shown = mine.filter(read_at=None) if unread else mine
    page = Paginator(shown.order_by("-at", "-pk"), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "web/notices.html",
        {"here": "notices", "page": page, "numbers": numbers_of(page), "only_unread": unread},
    )


def numbers_of(notices: Iterable[Notice]) -> dict[int, str]:
    """Case numbers by notice, where its words do not say it themselves."""
    told = [each for each in notices if each.dossier_id is not None]
    rows = CaseRow.objects.filter(dossier_id__in=[each.dossier_id for each in told])
    known = dict(rows.values_list("dossier_id", "number"))
    found = {each.pk: known.get(each.dossier_id or 0, "") for each in told}
    return {each.pk: found[each.pk] for each in told if found[each.pk] and found[each.pk] not in each.text}


@never_cache
def notice_page(request: HttpRequest, number: int) -> HttpResponse:
    """Take a notice as read and go to what it is about."""
    notice = get_object_or_404(Notice, pk=number, officer=officer_of(request))
    if notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
    if notice.dossier_id is None:
        return redirect(notice.page or "account")
    return redirect("case", number=notice.dossier_id)
