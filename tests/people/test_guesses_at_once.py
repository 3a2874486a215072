"""Guesses at the same moment, each on a connection of its own, are counted one after another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from zhixing.people.models import Officer
from zhixing.people.sign_in import FAILURES_OF_ACCOUNT, sign_in


def guess_is_locked(_: int) -> bool:
    """Whether a wrong password met a lock."""
    try:
        return sign_in("0235.judge", "猜", "192.0.2.1").locked
    finally:
        connection.close()


def test_no_more_guesses_than_allowed_get_through_at_once(committed: None) -> None:
    Officer.objects.create_officer("0235.judge", "某法官", "三峡库区-2017")
    with ThreadPoolExecutor(8) as pool:
        locked = list(pool.map(guess_is_locked, range(3 * FAILURES_OF_ACCOUNT)))
    assert locked.count(False) == FAILURES_OF_ACCOUNT
