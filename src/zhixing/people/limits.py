"""How often one officer may search, export and upload, and one API token ask: a leaky bucket in the database, for all processes.

A row holds one moment: when all that was used is free again (GCRA). Taking is one statement, so that two processes cannot both
take the last. The API takes for many requests at once and counts those down in the process, so that a request costs no statement.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from zhixing.law.texts import Text, say
from zhixing.people.models import Allowance, Officer
from zhixing.record import clock

MINUTE = timedelta(minutes=1)
LEASES = 100  # a token's allowance is taken in so many parts
LARGE = 64 * 1024  # bytes: a form of more brings a file


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times a minute, all at once if need be."""

    name: str
    label: Text
    times: int


SEARCH = Limit("search", say("搜索"), 120)
EXPORT = Limit("export", say("导出"), 30)
UPLOAD = Limit("upload", say("上传"), 30)
PAGES = {
    "search": SEARCH,
    **dict.fromkeys(
        ("case-export", "powers-csv", "volume", "document", "document-word", "plan-report-pdf"), EXPORT
    ),
}
TAKE = """
    INSERT INTO people_allowance AS kept (key, free_at) VALUES (%(key)s, %(now)s + %(cost)s * interval '1 second')
    ON CONFLICT (key) DO UPDATE SET free_at = GREATEST(kept.free_at, %(now)s) + %(cost)s * interval '1 second'
    WHERE GREATEST(kept.free_at, %(now)s) + %(cost)s * interval '1 second' <= %(now)s + interval '1 minute'
    RETURNING free_at
"""
_leased: dict[str, tuple[int, datetime]] = {}  # of this process: how many requests are left, and until when


def wait_for(key: str, times: int, taken: int = 1) -> int:
    """Take from what may be done `times` a minute: 0 when there was enough, else the seconds to wait."""
    now, cost = clock.real_now(), MINUTE * taken / times
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"key": key[:80], "now": now, "cost": cost.total_seconds()})
        if cursor.fetchone():
            return 0
    free_at = Allowance.objects.filter(key=key[:80]).values_list("free_at", flat=True).first() or now
    return max(1, math.ceil((free_at + cost - MINUTE - now).total_seconds()))


def wait_for_lease(key: str, times: int) -> int:
    """Take one request of a token, of those this process took before where some are left. No limit when `times` is 0."""
    if times <= 0:
        return 0
    left, until = _leased.get(key, (0, clock.real_now()))
    if left and clock.real_now() < until:
        _leased[key] = (left - 1, until)
        return 0
    part = max(1, times // LEASES)
    wait = wait_for(key, times, part)
    if not wait:
        _leased[key] = (part - 1, clock.real_now() + MINUTE)
    return wait


class Limited:
    """Django middleware; stands after authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do before the address is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Answer 429, and when to try again, to whoever does it too often."""
        limit = _limit(request)
        if limit is None or not isinstance(request.user, Officer):
            return None
        wait = wait_for(f"{limit.name}:{request.user.pk}", limit.times)
        if not wait:
            return None
        told = say(
            "{what}每分钟最多 {times} 次，请在 {wait} 秒后再试。刚才的内容没有提交。",
            what=limit.label,
            times=limit.times,
            wait=wait,
        )
        answer = render(request, "people/too_often.html", {"told": told}, status=429)
        answer.headers["Retry-After"] = str(wait)
        return answer


def _limit(request: HttpRequest) -> Limit | None:
    match, length = request.resolver_match, request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and request.content_type == "multipart/form-data":
        return UPLOAD if str(length).isdecimal() and int(length) > LARGE else None
    return PAGES.get(match.url_name or "") if match else None
