"""What an officer was told: all of it on one page, read and unread, each leading to what it is about."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from zhixing.people.access import officer_of
from zhixing.people.models import Notice
from zhixing.record import clock

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
    return render(request, "people/notices.html", {"here": "notices", "page": page, "only_unread": unread})


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


def unread_of(request: HttpRequest) -> int:
    """How many notices the signed-in officer has not read."""
    return Notice.objects.filter(officer=officer_of(request), read_at=None).count()
