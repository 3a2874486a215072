"""Signing in, and locking out whoever guesses.

Five failures within a quarter of an hour lock an account, and twenty an address, until the quarter is over. The answer is the
same for an unknown name, a wrong password and a locked account, so that it tells nothing; the password is checked in every case,
so that the time tells nothing either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import QuerySet

from zhixing.people.models import Officer, SignIn
from zhixing.record import clock

WINDOW = timedelta(minutes=15)
FAILURES_OF_ACCOUNT = 5
FAILURES_OF_ADDRESS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """Who may go in, or nobody. `locked` is for the log and for the officer's administrator, not for the page."""

    officer: Officer | None
    locked: bool = False


def sign_in(username: str, password: str, address: str) -> Answer:
    """Check a name and a password, and log the attempt."""
    locked = is_locked(username, address)
    officer = Officer.objects.filter(username=username).first()
    stored = officer.password if officer else make_password(None)
    right = check_password(password, stored) and officer is not None and officer.is_active
    good = right and not locked
    SignIn.objects.create(username=username[:40], address=address[:64], at=clock.real_now(), good=good)
    return Answer(officer if good else None, locked)


def is_locked(username: str, address: str) -> bool:
    """Whether the account or the address has failed too often; a good sign-in or a release starts the count anew."""
    since = clock.real_now() - WINDOW
    tried = SignIn.objects.filter(at__gte=since)
    return (
        _failures(tried.filter(username=username)) >= FAILURES_OF_ACCOUNT
        or tried.filter(address=address, good=False, released=False).count() >= FAILURES_OF_ADDRESS
    )


def _failures(tried: QuerySet[SignIn]) -> int:
    last_good = tried.filter(good=True).order_by("-at").first()
    failed = tried.filter(good=False, released=False)
    return failed.filter(at__gt=last_good.at).count() if last_good else failed.count()


def release(username: str) -> int:
    """Take the lock off an account; how many failures no longer count."""
    return SignIn.objects.filter(username=username, good=False, released=False).update(released=True)
