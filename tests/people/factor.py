"""A second factor for an officer of the tests, and its code of now."""

from __future__ import annotations

from django.test import Client

from zhixing.people.models import Officer, TotpSecret
from zhixing.people.strength import STRONG_AT, code_at, step_of
from zhixing.record import clock
from zhixing.record.encryption import encrypt_bytes

SECRET = b"12345678901234567890"


def enrol(officer: Officer) -> None:
    """Give the officer an authenticator with SECRET."""
    TotpSecret.objects.create(
        officer=officer, secret=encrypt_bytes(SECRET), confirmed_at=clock.real_now(), last_step=0
    )


def code(steps: int = 0) -> str:
    """The code of now, or of so many steps later."""
    return code_at(SECRET, step_of(clock.real_now()) + steps)


def make_strong(client: Client) -> None:
    """Let the client's session count as having just shown a second factor."""
    session = client.session
    session[STRONG_AT] = clock.real_now().isoformat()
    session.save()
