"""A figure of the centre opened to its lines: what it is a share of, each case it counts, and the same as a file."""

from __future__ import annotations

import csv
import io
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.people.access import needs
from zhixing.preservation.figures import Figure, Share, share_named
from zhixing.preservation.pages.desk import SEEN_BY
from zhixing.record import clock
from zhixing.record.indicator import Counted

PAGE = 100
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so as a formula
HEADINGS = ("指标", "口径", "起", "止", "案号", "法院", "起算", "最后期限", "办结", "计入分子", "说明")


@needs(*SEEN_BY)
def figure_page(request: HttpRequest, name: str) -> HttpResponse:
    """The lines of a figure from one day to another, this year's unless asked otherwise."""
    share, since, until = _asked(request, name)
    lines = list(share.lines(since, until, None))
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "preservation/figure.html",
        {
            "here": "preservation",
            "share": share,
            "figure": Figure(share, sum(each.counted for each in lines), len(lines)),
            "since": since,
            "until": until,
            "page": page,
        },
    )


@needs(*SEEN_BY)
def figure_file(request: HttpRequest, name: str) -> HttpResponse:
    """The same lines as CSV, the definition in each."""
    share, since, until = _asked(request, name)
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(HEADINGS)
    for each in share.lines(since, until, None):
        rows.writerow([_harmless(cell) for cell in _cells(share, since, until, each)])
    answer = HttpResponse(
        written.getvalue().encode("utf-8-sig"),  # the mark lets office programs know UTF-8
        content_type="text/csv; charset=utf-8",
    )
    answer["Content-Disposition"] = f'attachment; filename="{share.name}-{since}-{until}.csv"'
    return answer


def _asked(request: HttpRequest, name: str) -> tuple[Share, date, date]:
    share, today = share_named(name), clock.today()
    if share is None:
        raise Http404("没有这个指标")
    since = _day(request.GET.get("since", ""), date(today.year, 1, 1))
    return share, since, _day(request.GET.get("until", ""), today)


def _day(text: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise


def _cells(share: Share, since: date, until: date, line: Counted) -> tuple[str, ...]:
    days = [each.isoformat() if each else "" for each in (line.opened_on, line.due, line.done_on)]
    counted = "是" if line.counted else "否"
    stretch = (since.isoformat(), until.isoformat())
    return (share.label, share.meaning, *stretch, line.case, line.court, *days, counted, line.note)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(RISKY) else text
