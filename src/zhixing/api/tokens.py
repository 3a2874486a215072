"""Making, recognising and revoking tokens. A token is shown once; what is kept is its hash, so a stolen table opens nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

import msgspec

from zhixing.api.models import Token
from zhixing.people.models import Officer, Post
from zhixing.people.powers import actor, courts_seen, powers_by_court
from zhixing.record import clock
from zhixing.record.dossier import Actor
from zhixing.record.many_rows import M, Row, fetch
from zhixing.record.power import Power

PREFIX = "zx_"
LONGEST = timedelta(days=366)
USED_AGAIN = timedelta(minutes=1)  # last use is noted this often, so that reading does not write each time


class BadToken(ValueError):
    """What a token was asked to be and may not; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever a request is made for: the officer, within the token's powers and courts."""

    token: Token
    officer: Officer
    courts: tuple[str, ...]
    today: date

    def acting(self, court: str) -> Actor:
        """The officer as they act in that court today, with no power that the token does not carry."""
        whole = actor(self.officer, court, self.today, strong=self.token.coerces)
        kept = tuple(power for power in whole.powers if power in self.token.powers)
        return msgspec.structs.replace(whole, powers=kept)


def make(
    officer: Officer,
    name: str,
    *,
    powers: Collection[Power],
    courts: Collection[str],
    expires_on: date,
    coerces: bool = False,
) -> tuple[Token, str]:
    """A new token and its text, which is never shown again. Raises BadToken for more than the officer holds today.

    `coerces`: it may enter what coerces or pays; only whoever has just signed in strongly may make such a one.
    """
    today = clock.today()
    held = powers_by_court(officer, today)
    if not name.strip():
        raise BadToken("请写明用途，例如“审判系统对接”")
    beyond = [court for court in courts if court not in courts_seen(officer, today)]
    if beyond:
        raise BadToken(f"您看不到这些法院的案件：{'、'.join(beyond)}。请去掉它们")
    if not powers or not courts:
        raise BadToken("请至少给一项职权和一个法院")
    own = frozenset().union(*(held.get(court, frozenset()) for court in courts))
    more = [power.label for power in powers if power not in own]
    if more:
        raise BadToken(f"您在这些法院没有这些职权：{'、'.join(more)}。令牌的职权不能超过本人")
    if not today < expires_on <= today + LONGEST:
        raise BadToken(f"到期日应在明天至{today + LONGEST}之间")
    text = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        officer=officer,
        name=name.strip()[:60],
        hash=_hash(text),
        powers=sorted(power.value for power in powers),
        courts=sorted(courts),
        made_at=clock.now(),
        expires_on=expires_on,
        coerces=coerces,
    )
    return token, text


def holder(text: str) -> Holder | None:
    """Who holds this token today; None when there is no such token, or it is over."""
    today = clock.today()
    found = _read(_hash(text))
    if found is None or not found.officer.is_active or found.expires_on < today:
        return None
    _note_use(found, clock.now())
    seen = courts_seen(found.officer, today)
    return Holder(found, found.officer, tuple(court for court in found.courts if court in seen), today)


def _read(hash: bytes) -> Token | None:
    """The token with its officer and their posts, by one statement: it is asked for at each request."""
    sizes = [len(model._meta.concrete_fields) for model in (Token, Officer, Post)]
    rows = fetch(_token_statement(), [hash])
    if not rows:
        return None
    token, officer = _made(Token, rows[0][: sizes[0]]), _made(Officer, rows[0][sizes[0] : -sizes[2]])
    officer.known_posts = [_made(Post, row[-sizes[2] :]) for row in rows if row[-sizes[2]]]
    token.officer = officer
    return token


@cache
def _token_statement() -> str:
    columns = ", ".join(
        f'{name}."{field.column}"'
        for name, model in (("t", Token), ("o", Officer), ("p", Post))
        for field in model._meta.concrete_fields
    )
    return (
        f"SELECT {columns} FROM api_token t JOIN people_officer o ON o.id = t.officer_id"
        " LEFT JOIN people_post p ON p.officer_id = o.id WHERE t.hash = %s AND t.revoked_at IS NULL ORDER BY p.id"
    )


def _made(model: type[M], values: Row) -> M:
    return model.from_db("default", [field.attname for field in model._meta.concrete_fields], values)


def revoke(token: Token) -> None:
    """From now on the token opens nothing."""
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])


def _note_use(token: Token, now: datetime) -> None:
    if token.last_used_at is None or now - token.last_used_at > USED_AGAIN:
        Token.objects.filter(pk=token.pk).update(last_used_at=now)


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
