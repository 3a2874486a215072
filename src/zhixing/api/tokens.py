"""Making, recognising and revoking tokens. A token is shown once; what is kept is its hash, so a stolen table opens nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

import msgspec
from django.db.models import Model

from zhixing.api.models import Token
from zhixing.people.models import Officer, Post
from zhixing.people.powers import actor, courts_seen, powers_by_court
from zhixing.record import clock
from zhixing.record.binary import Cell
from zhixing.record.dossier import Actor
from zhixing.record.many_rows import Row, fetch
from zhixing.record.power import Power

PREFIX = "zx_"
LONGEST = timedelta(days=366)
REMEMBERED = 1000  # tokens a process knows without reading them first
USED_AGAIN = timedelta(minutes=1)  # last use is noted this often, so that reading does not write each time


_known: dict[bytes, Holder] = {}  # by the hash of the token's text


class BadToken(ValueError):
    """What a token was asked to be and may not; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True, eq=False)
class Holder:
    """Whoever a request is made for: the officer, within the token's powers and courts."""

    token: Token
    officer: Officer
    courts: tuple[str, ...]
    today: date
    versions: tuple[Row, ...] = ()  # of the rows that were read of the token, its officer and their posts
    acted: dict[str, Actor] = field(
        default_factory=dict
    )  # as whom they act in a court; nothing here outlives the versions

    def acting(self, court: str) -> Actor:
        """The officer as they act in that court today, with no power that the token does not carry."""
        found = self.acted.get(court)
        if found is None:
            whole = actor(self.officer, court, self.today, strong=self.token.coerces)
            kept = tuple(power for power in whole.powers if power in self.token.powers)
            found = self.acted[court] = msgspec.structs.replace(whole, powers=kept)
        return found


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
    """Who holds this token now; None when there is no such token, or it is over."""
    return _used(_read(_hash(text)))


def likely_holder(text: str) -> Holder | None:
    """Who held this token when this process last read it today, else who holds it now; None when nobody does.

    Whatever is then done for the holder asks `still_held` in its own transaction, beside its first statement.
    """
    found = _known.get(_hash(text))
    return holder(text) if found is None or found.today != clock.today() else _used(found)


def _used(found: Holder | None) -> Holder | None:
    if found is not None:
        _note_use(found.token, clock.now())
    return found


def seeing_as(asking: Holder) -> tuple[str, Sequence[Cell]]:
    """The statement that lets the transaction see the courts of a holder, and its parameters; `still_held` takes its answer.

    What nobody holds any more answers no row, and lets nothing be seen.
    """
    courts = ",".join(sorted(asking.courts))
    # For this transaction alone: the connection goes back seeing nothing.
    return f"SELECT {_VERSION}, set_config('app.courts', %s, true) {_FROM}", [
        courts,
        bytes(asking.token.hash),
    ]


def still_held(asking: Holder, versions: Sequence[Row]) -> Holder | None:
    """The holder when these are the versions that they were made of, else as the rows now say; None when nobody holds it."""
    same = tuple(row[:1] for row in versions) == asking.versions
    return asking if same else _read(bytes(asking.token.hash))


def _read(hash: bytes) -> Holder | None:
    """Who holds the token today, by one statement; remembered for the next request."""
    today, rows = clock.today(), fetch(_token_statement(), [hash])
    _known.pop(hash, None)
    found = _made_of(rows)
    if found is None or not found.officer.is_active or found.expires_on < today:
        return None
    seen = courts_seen(found.officer, today)
    courts = tuple(court for court in found.courts if court in seen)
    if len(_known) >= REMEMBERED:
        _known.clear()
    _known[hash] = Holder(found, found.officer, courts, today, tuple(row[-1:] for row in rows))
    return _known[hash]


def _made_of(rows: Sequence[Row]) -> Token | None:
    """The token with its officer and their posts."""
    if not rows:
        return None
    token, officer, post = (_fields(model) for model in (Token, Officer, Post))
    posts_from = len(token) + len(officer)
    found = Token.from_db("default", token, rows[0][: len(token)])
    found.officer = Officer.from_db("default", officer, rows[0][len(token) : posts_from])
    posts = [row[posts_from:-1] for row in rows]
    found.officer.known_posts = [Post.from_db("default", post, each) for each in posts if each[0]]
    return found


# Where a row lies and which transaction wrote it: together they change with whatever changes in it.
_VERSION = "(t.ctid, t.xmin, o.ctid, o.xmin, p.ctid, p.xmin)::text"
_FROM = """FROM api_token t JOIN people_officer o ON o.id = t.officer_id LEFT JOIN people_post p ON p.officer_id = o.id
    WHERE t.hash = %s AND t.revoked_at IS NULL ORDER BY p.id"""


@cache
def _token_statement() -> str:
    columns = ", ".join(
        f'{name}."{column}"'
        for name, model in (("t", Token), ("o", Officer), ("p", Post))
        for column in _fields(model)
    )
    return f"SELECT {columns}, {_VERSION} {_FROM}"


@cache
def _fields(model: type[Model]) -> Sequence[str]:
    """The columns of a table, which are named as its attributes."""
    return [field.attname for field in model._meta.concrete_fields]


def revoke(token: Token) -> None:
    """From now on the token opens nothing."""
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])


def _note_use(token: Token, now: datetime) -> None:
    if token.last_used_at is None or now - token.last_used_at > USED_AGAIN:
        Token.objects.filter(pk=token.pk, revoked_at=None).update(last_used_at=now)
        token.last_used_at = now


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
