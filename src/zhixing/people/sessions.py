"""Where an officer is signed in: noted at each sign-in, shown to them, and ended by them. Ending one deletes Django's session."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from zhixing.people.models import Officer, OpenSession
from zhixing.record import clock

# What browsers and systems write of themselves; many name others besides, so the first that fits counts.
BROWSERS = (
    ("MicroMessenger", "微信"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the officer is signed in. `last` is when it last asked for something."""

    number: int
    device: str
    address: str
    since: datetime
    last: datetime
    own: bool

    @property
    def called(self) -> str:
        """The device in a word or two, as its owner would call it; what it said of itself where it says neither."""
        words = [
            next((name for sign, name in signs if sign in self.device), "") for signs in (BROWSERS, SYSTEMS)
        ]
        return " · ".join(filter(None, words)) or self.device[:80] or "没有说明"


def address_of(request: HttpRequest) -> str:
    """Where a request comes from. Behind our own proxy (ZHIXING_HTTPS) it is what that proxy added last; what the sender put
    before it proves nothing."""
    passed_on = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE_PROXY_SSL_HEADER and passed_on:
        return passed_on.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def opened(request: HttpRequest, officer: Officer) -> None:
    """Note the session that was just signed in."""
    request.session.save()
    OpenSession.objects.update_or_create(
        session=request.session.session_key,
        defaults={
            "officer": officer,
            "device": request.headers.get("User-Agent", "")[:200],
            "address": address_of(request)[:64],
            "since": clock.real_now(),
        },
    )


def places(request: HttpRequest, officer: Officer) -> list[Place]:
    """Where the officer is signed in now, newest first; rows of sessions that are over are deleted."""
    rows = {row.session: row for row in OpenSession.objects.filter(officer=officer).order_by("-since")}
    alive = dict(
        Session.objects.filter(session_key__in=rows, expire_date__gt=clock.real_now()).values_list(
            "session_key", "expire_date"
        )
    )
    OpenSession.objects.filter(session__in=rows.keys() - alive.keys()).delete()
    idle = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    own = request.session.session_key
    return [
        Place(row.pk, row.device, row.address, row.since, alive[key] - idle, key == own)
        for key, row in rows.items()
        if key in alive
    ]


def end(officer: Officer, numbers: Collection[int]) -> int:
    """End these sessions of the officer's, and no one else's; how many were ended."""
    chosen = OpenSession.objects.filter(officer=officer, pk__in=numbers)
    keys = list(chosen.values_list("session", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    chosen.delete()
    return len(keys)
