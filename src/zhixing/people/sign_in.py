"""Signing in, and locking out whoever guesses.

Five failures within a quarter of an hour lock an account for a quarter of an hour from the last of them; an address is locked by
more, because a whole court may stand behind one. The answer is the same for an unknown name, a wrong password and a locked
account, so that it tells nothing; the password is checked in every case, so that the time tells nothing either. What is tried
while locked is logged and does not make the lock longer. Everything is counted in the database, for all processes alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import connection, transaction
from django.db.models import Count, QuerySet

from zhixing.people.models import Officer, SignIn
from zhixing.people.strength import has_factor, right_code
from zhixing.record import clock

WINDOW = timedelta(minutes=15)
FAILURES_OF_ACCOUNT = 5
FAILURES_OF_ADDRESS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """Who may go in, or nobody. `locked` is for the log and for the administrator, not for the page."""

    officer: Officer | None
    locked: bool = False
    second: bool = False  # the password was right, the second factor is yet to be shown


@dataclass(frozen=True, slots=True)
class Lock:
    """An account or an address that is locked, and until when."""

    username: str
    address: str
    until: datetime


def sign_in(username: str, password: str, address: str) -> Answer:
    """Check a name and a password, and log the attempt."""
    with transaction.atomic():
        _one_at_a_time(username)
        locked = is_locked(username, address)
        officer = Officer.objects.filter(username=username).first()
        right = check_password(password, officer.password if officer else make_password(None))
        good = right and officer is not None and officer.is_active and not locked
        second = good and officer is not None and has_factor(officer)
        if not second:  # else the right password alone would begin the count of wrong codes anew
            _note(username, address, good=good, locked=locked)
        return Answer(officer if good else None, locked, second)


def right_second(officer: Officer, code: str, address: str) -> bool:
    """Check a code of the officer's second factor; wrong ones count towards the lock as wrong passwords do."""
    with transaction.atomic():
        _one_at_a_time(officer.username)
        locked = is_locked(officer.username, address)
        good = right_code(officer, code) and not locked
        if not good:
            _note(officer.username, address, good=False, locked=locked)
        return good


def note_good(officer: Officer, address: str) -> None:
    """Log a sign-in that was completed with the second factor."""
    _note(officer.username, address, good=True, locked=False)


def note_stranger(subject: str, address: str) -> None:
    """Log that an outside provider vouched for someone whom no officer is linked to."""
    _note(f"oidc:{subject}", address, good=False, locked=False)


def _note(username: str, address: str, *, good: bool, locked: bool) -> None:
    SignIn.objects.create(
        username=username[:40], address=address[:64], at=clock.real_now(), good=good, locked=locked
    )


def _one_at_a_time(username: str) -> None:
    # Else a hundred guesses at once would all be counted before any of them is.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('people.sign_in'), hashtext(%s))", [username])


def locked_until(failures: Sequence[datetime], most: int) -> datetime | None:
    """Until when `most` failures within the window lock, newest failure first; None when they never came so close together."""
    for newest, oldest in zip(failures, failures[most - 1 :], strict=False):
        if newest - oldest <= WINDOW:
            return newest + WINDOW
    return None


def is_locked(username: str, address: str) -> bool:
    """Whether the account or the address is locked now."""
    now = clock.real_now()
    until = (_account_lock(username, now), _address_lock(address, now))
    return any(each is not None and now < each for each in until)


def _counting(now: datetime) -> QuerySet[SignIn]:
    return SignIn.objects.filter(at__gte=now - 2 * WINDOW, good=False, locked=False, released_by=None)


def _account_lock(username: str, now: datetime) -> datetime | None:
    """A good sign-in starts the count anew."""
    failed = _counting(now).filter(username=username[:40]).order_by("-at")
    last_good = SignIn.objects.filter(username=username[:40], good=True).order_by("-at").first()
    if last_good is not None:
        failed = failed.filter(at__gt=last_good.at)
    return locked_until(list(failed.values_list("at", flat=True)), FAILURES_OF_ACCOUNT)


def _address_lock(address: str, now: datetime) -> datetime | None:
    """A good sign-in changes nothing here: whoever guesses may have an account of their own."""
    failed = _counting(now).filter(address=address[:64]).order_by("-at")
    return locked_until(list(failed.values_list("at", flat=True)), FAILURES_OF_ADDRESS)


def locks() -> list[Lock]:
    """The accounts and addresses that are locked now."""
    now = clock.real_now()
    found = []
    for username in _often("username", FAILURES_OF_ACCOUNT, now):
        until = _account_lock(username, now)
        if until is not None and now < until:
            found.append(Lock(username, "", until))
    for address in _often("address", FAILURES_OF_ADDRESS, now):
        until = _address_lock(address, now)
        if until is not None and now < until:
            found.append(Lock("", address, until))
    return found


def _often(column: str, most: int, now: datetime) -> list[str]:
    counted = _counting(now).values(column).annotate(times=Count("id")).filter(times__gte=most)
    return list(counted.order_by(column).values_list(column, flat=True))


def release(by: Officer, *, username: str = "", address: str = "") -> int:
    """Take the lock off an account or an address; how many failures no longer count."""
    failed = _counting(clock.real_now())
    chosen = failed.filter(username=username) if username else failed.filter(address=address)
    return chosen.update(released_by=by.pk)
