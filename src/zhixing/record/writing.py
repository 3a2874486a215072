"""Dossiers opened for reading or writing, and entries put into the chain with everything that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import msgspec
from django.db import connection, transaction

from zhixing.record import books, clock, outbox, read_model
from zhixing.record.act import Act
from zhixing.record.binary import array_of
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.link import link
from zhixing.record.many_rows import Row, fetch, in_one_go, insert, with_the_end
from zhixing.record.permission import Step


class NoDossier(LookupError):
    """There is no such dossier, or this connection may not see it: the two are not told apart."""


COLUMNS = {
    "dossier_id": "bigint",
    "court": "text",
    "seq": "int",
    "type": "text",
    "on_day": "date",
    "recorded_at": "timestamptz",
    "by_kind": "text",
    "by_id": "bigint",
    "approved_by_id": "bigint",
    "body": "bytea",
    "prev_hash": "bytea",
    "hash": "bytea",
}


BEYOND = 2**63  # no number of the database is as large, whatever an address says
# Prepared, they are planned once: to plan a look into a table of many years takes longer than to look.
_HEADS = "SELECT id, kind, court, opened_on, head_hash, head_at FROM record_dossier WHERE id = ANY(%s::bigint[]) ORDER BY id"
# The years stand in the statement itself, so that it is planned for their tables alone. Within a dossier every act is recorded
# later than the one before it.
_BODIES = """
    SELECT dossier_id, body FROM record_act
    WHERE dossier_id = ANY(%s::bigint[]) AND recorded_at >= '{}-01-01 00:00+08' AND recorded_at < '{}-01-01 00:00+08'
    ORDER BY dossier_id, recorded_at
"""


class Head(msgspec.Struct, frozen=True, array_like=True):
    """What the first row of a dossier says; `at` is when the last act was recorded."""

    number: int
    kind: str
    court: str
    opened_on: date
    link: bytes
    at: datetime | None


@dataclass(slots=True)
class Open:
    """A dossier within a write: its last link, its acts, what has been added, and how it was before; None when it is new."""

    link: bytes
    dossier: Dossier
    added: list[Entry[Act]] = field(default_factory=list)
    before: Dossier | None = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.dossier if self.dossier.recorded else None


# Dossiers whose read models wait for the end of `together`; None outside of it.
_held: ContextVar[set[int] | None] = ContextVar("held", default=None)


# Whether a refusal ends the whole transaction, so that a write within needs no savepoint of its own; and whether it ends with it.
_undivided: ContextVar[bool] = ContextVar("undivided", default=False)
_last: ContextVar[bool] = ContextVar("last", default=False)


@contextmanager
def undivided(*, last: bool = False) -> Iterator[None]:
    """One transaction which whoever opens it gives up at the first refusal: the door then keeps no way back within it.

    `last`: nothing is asked of the database after the door, so that what it writes is sent together with the commit.
    """
    token, ending = _undivided.set(True), _last.set(last and not connection.in_atomic_block)
    try:
        with transaction.atomic():
            yield
    finally:
        _last.reset(ending)
        _undivided.reset(token)


def written() -> AbstractContextManager[None]:
    """The transaction of one write: all of it or nothing."""
    return transaction.atomic(savepoint=not _undivided.get())


@contextmanager
def together() -> Iterator[None]:
    """One transaction for the writes of many dossiers, whose read models are refreshed together at its end: for bulk loads."""
    with transaction.atomic():
        token = _held.set(set())
        try:
            yield
            numbers = sorted(_held.get() or ())
        finally:
            _held.reset(token)
        read_model.refill(read_many(numbers))


def read(number: int, *, lock: bool = False) -> Dossier:
    """The dossier with that number; NoDossier when it is not there or not to be seen."""
    return take_up([number], lock=lock)[number].dossier


def read_many(numbers: Sequence[int], *, lock: bool = False) -> list[Dossier]:
    """Several dossiers, in the order asked, locked in sorted order if so wished; those not to be seen are left out."""
    found = {dossier.id: dossier for _, dossier in _found(numbers, lock=lock)}
    return [found[number] for number in numbers if number in found]


def append(
    target: Open, step: Step, told: Mapping[str, object], *, proposal: int | None = None
) -> Entry[Act]:
    dossier = target.dossier
    at = step.at or clock.now()
    if dossier.recorded and at <= dossier.recorded[-1].recorded_at:
        at = dossier.recorded[-1].recorded_at + timedelta(microseconds=1)
    entry: Entry[Act] = Entry(
        dossier=dossier.id,
        seq=dossier.head + 1,
        on=step.on,
        recorded_at=at,
        who=step.by.kept(),
        act=step.act,
        approved_by=step.approved_by if proposal is not None else None,
        proposal=proposal,
        facts={name: msgspec.Raw(msgspec.json.encode(value)) for name, value in told.items()},
    )
    target.dossier = dossier.with_entries((*dossier.recorded, entry))
    target.added.append(entry)
    return entry


def take_up(numbers: Iterable[int], *, lock: bool) -> dict[int, Open]:
    """The dossiers with these numbers, locked in sorted order if asked. Raises NoDossier."""
    wanted = set(numbers)
    found = those_there(wanted, lock=lock)
    for number in sorted(wanted - found.keys()):
        raise NoDossier(number)
    return found


def those_there(numbers: Iterable[int], *, lock: bool) -> dict[int, Open]:
    """Of the dossiers with these numbers those that are there and may be seen, locked in sorted order if asked."""
    found = _found(sorted(set(numbers)), lock=lock)
    return {head.number: Open(head.link, dossier) for head, dossier in found}


def _found(numbers: Sequence[int], *, lock: bool) -> list[tuple[Head, Dossier]]:
    likely = [number for number in numbers if 0 < number < BEYOND]
    rows = fetch(f"{_HEADS} FOR UPDATE" if lock else _HEADS, [array_of(likely, "bigint")])
    heads = msgspec.convert(rows, list[Head])
    bodies, catalogue = _bodies(heads), installed()
    return [
        (head, catalogue.dossier(head.number, head.kind, head.court, bodies.get(head.number, [])))
        for head in heads
    ]


def _bodies(heads: Sequence[Head]) -> dict[int, list[bytes]]:
    """The stored entries of these dossiers; only the years in which they were recorded are read."""
    found: dict[int, list[bytes]] = {}
    recorded = [head.at for head in heads if head.at is not None]
    if not recorded:
        return found
    since = min(head.opened_on for head in heads).year
    until = max(recorded).astimezone(clock.ZONE).year
    numbers = array_of([head.number for head in heads], "bigint")
    rows = fetch(_BODIES.format(since, until + 1), [numbers])
    for number, body in msgspec.convert(rows, list[tuple[int, bytes]]):
        found.setdefault(number, []).append(body)
    return found


def store(opened: Open) -> None:
    """Put what was added into the chain, the read models, the books and the outbox, all sent to the database in one go."""
    if not opened.added:
        return
    held = _held.get()
    with with_the_end() if _last.get() else in_one_go():
        insert("record_act", COLUMNS, list(rows_of_acts(opened.dossier, opened.added, opened.link)))
        if held is None:
            read_model.refresh(opened.before, opened.dossier)
        else:
            held.add(opened.dossier.id)
        books.enter(opened.dossier, opened.added)
        outbox.put(opened.dossier, opened.added)


def rows_of_acts(dossier: Dossier, entries: Sequence[Entry[Act]], previous: bytes) -> Iterator[Row]:
    """The cells of each entry's row, in the order of `COLUMNS`, chained to the link `previous`."""
    for entry in entries:
        body = msgspec.json.encode(entry)
        own, by = link(previous, body), entry.by
        yield (
            dossier.id,
            dossier.court,
            entry.seq,
            entry.act.tag(),
            entry.on,
            entry.recorded_at,
            by.kind,
            by.id,
            entry.approved_by.id if entry.approved_by else None,
            body,
            previous,
            own,
        )
        previous = own
