"""A dossier is its record of acts. Corrections are resolved here once, so that no question knows about them.

Two times stand on every entry: `on`, when the act took effect, and `recorded_at`, when it was entered. A dossier hands out
the acts in force as of a date (`as_of`) and as known at a time (`known_at`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache, wraps
from operator import attrgetter
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

import msgspec

from zhixing.record.act import Act
from zhixing.record.acts import Corrected

A_co = TypeVar("A_co", bound=Act, covariant=True)
A = TypeVar("A", bound=Act)
V = TypeVar("V")
P = ParamSpec("P")
Shown = TypeVar("Shown", bound="Sequence[Entry[Act]]")
_DAY, _ACT, _ORDER = attrgetter("on"), attrgetter("act"), attrgetter("on", "seq")


class Actor(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who does an act, with the post and the powers they had in that court when they did it."""

    kind: str  # officer | party | system
    id: int
    name: str
    post: str = ""
    court: str = ""
    powers: tuple[str, ...] = ()
    strong: bool = False  # had shown with a second factor, within the last quarter of an hour, who they are

    def kept(self) -> msgspec.Raw:
        """As entries keep it."""
        return msgspec.Raw(msgspec.json.encode(self))


@lru_cache(maxsize=10_000)
def _actor(kept: bytes) -> Actor:
    """The same few people, with the same posts, stand in all entries."""
    return msgspec.json.decode(kept, type=Actor)


class Entry(msgspec.Struct, Generic[A_co], frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One act in the record: the act, its two times, who did it, who approved it, and what the door was told from outside."""

    dossier: int
    seq: int
    on: date
    recorded_at: datetime
    who: msgspec.Raw = msgspec.field(
        name="by"
    )  # decoded where it is asked for, for most questions ask other things
    act: A_co
    approved_by: Actor | None = None
    proposal: int | None = None
    facts: dict[str, msgspec.Raw] = {}
    corrected_by: int | None = None

    @property
    def by(self) -> Actor:
        """Who did it."""
        return _actor(bytes(self.who))

    def fact(self, name: str, kind: type[V]) -> V:
        """The outside fact kept with this entry; KeyError when the door did not load it."""
        return msgspec.json.decode(self.facts[name], type=kind)


DecodeAct = Callable[[msgspec.Raw], Act]


# Few sets of types occur: one of each is kept, so that what is remembered of a set is found by identity.
_SAME: dict[frozenset[type[Act]], frozenset[type[Act]]] = {}
# For each set of types: which of them are asked for by these types; each set is asked the same again and again.
_FITTING: dict[frozenset[type[Act]], dict[tuple[type[Act], ...], tuple[type[Act], ...]]] = {}


class Dossier:
    """The acts of one dossier, corrections resolved, in the order (on, seq)."""

    def __init__(
        self, number: int, kind: str, court: str, recorded: Sequence[Entry[Act]], decode: DecodeAct
    ) -> None:
        self.id = number
        self.kind = kind
        self.court = court
        self.recorded = tuple(recorded)
        self._decode = decode
        by_type = _sorted_out(self.recorded)
        days = list(map(_DAY, self.recorded))
        if Corrected in by_type or days != sorted(days):
            self._show(entries := _resolve(self.recorded, decode), _sorted_out(entries))
        else:
            self._show(self.recorded, by_type)

    def _show(self, entries: tuple[Entry[Act], ...], by_type: dict[type[Act], list[Entry[Act]]]) -> None:
        """Hand out these entries, found by their types without a look at the others."""
        self.entries = entries
        self._by_type = by_type
        kinds = frozenset(by_type)
        self.types = _SAME.setdefault(kinds, kinds)
        self._fitting = _FITTING.setdefault(self.types, {})
        self._merged: dict[tuple[type[Act], ...], list[Entry[Act]]] = {}  # of several types, in order
        self.answers: dict[object, object] = {}  # what `remembered` questions answered
        self._earlier: dict[date, Dossier] = {}  # how it stood on days that were asked for

    @property
    def head(self) -> int:
        """Sequence number of the newest entry; 0 before the first."""
        return self.recorded[-1].seq if self.recorded else 0

    def with_entries(self, recorded: Iterable[Entry[Act]]) -> Dossier:
        """The same dossier with these recorded entries."""
        return Dossier(self.id, self.kind, self.court, tuple(recorded), self._decode)

    def known_at(self, moment: datetime) -> Dossier:
        """What the court knew at that moment: later entries and later corrections are not there."""
        return self.with_entries(entry for entry in self.recorded if entry.recorded_at <= moment)

    def as_of(self, on: date) -> Dossier:
        """What had taken effect by the end of that day, as known today."""
        if not self.entries or self.entries[-1].on <= on:
            return self
        found = self._earlier.get(on)
        if found is None:
            found = self._earlier[on] = _Earlier(self, on)
        return found

    def of(self, *types: type[A]) -> list[Entry[A]]:
        """The entries whose act is of one of these types, oldest first."""
        found = self.among(types)
        return cast("list[Entry[A]]", list(found) if found else [])

    def among(self, types: tuple[type[Act], ...]) -> Sequence[Entry[Act]]:
        """The same, handed out as it is kept."""
        fitting = self._fitting.get(types)
        if fitting is None:
            fitting = self._fitting[types] = tuple(kind for kind in self.types if issubclass(kind, types))
        if not fitting:
            return ()
        if len(fitting) == 1:
            return self._by_type[fitting[0]]
        found = self._merged.get(fitting)
        if found is None:
            found = [entry for kind in fitting for entry in self._by_type[kind]]
            found.sort(key=_ORDER)
            self._merged[fitting] = found
        return found

    def until(self, on: date, types: tuple[type[Act], ...]) -> Sequence[Entry[Act]]:
        """Those of them that had taken effect by the end of that day."""
        found = self.among(types)
        return _until(found, on) if found else found

    def last(self, kind: type[A]) -> Entry[A] | None:
        """The newest entry of that type, or None."""
        found = self.among((kind,))
        return cast("Entry[A]", found[-1]) if found else None

    def first(self, kind: type[A]) -> Entry[A] | None:
        """The oldest entry of that type, or None."""
        found = self.among((kind,))
        return cast("Entry[A]", found[0]) if found else None

    def at(self, seq: int) -> Entry[Act] | None:
        """The entry in force with that sequence number, or None (never there, or corrected away)."""
        return next((entry for entry in self.entries if entry.seq == seq), None)

    def decoded(self, raw: msgspec.Raw) -> Act:
        """The act inside a proposal or a correction."""
        return self._decode(raw)


class _Earlier(Dossier):
    """How a dossier stood at the end of a day: asked for some types it looks at those alone, and only then at all."""

    def __init__(self, whole: Dossier, on: date) -> None:
        self.id, self.kind, self.court = whole.id, whole.kind, whole.court
        self.recorded, self._decode = whole.recorded, whole._decode
        self._whole, self._on = whole, on
        self.answers, self._earlier = {}, {}

    def __getattr__(self, name: str) -> object:
        """Sort the entries out where all of them, or their types, are asked for."""
        if name not in ("entries", "types", "_by_type", "_fitting", "_merged"):
            raise AttributeError(name)
        entries, answers = _until(self._whole.entries, self._on), self.answers
        self._show(entries, _sorted_out(entries))
        self.answers = answers
        return getattr(self, name)

    def as_of(self, on: date) -> Dossier:
        """What had taken effect by the end of that day too."""
        return self if on >= self._on else self._whole.as_of(on)

    def among(self, types: tuple[type[Act], ...]) -> Sequence[Entry[Act]]:
        """The entries of these types until that day."""
        return self._whole.until(self._on, types)


def remembered(question: Callable[Concatenate[Dossier, P], V]) -> Callable[Concatenate[Dossier, P], V]:
    """Let a dossier remember what it answered: for pure questions that many others ask, with answers that nobody changes."""

    @wraps(question)
    def answer(dossier: Dossier, *args: P.args, **kwargs: P.kwargs) -> V:
        key = (question, *args, *kwargs.items()) if args or kwargs else question
        known = dossier.answers
        if key not in known:
            known[key] = question(dossier, *args, **kwargs)
        return cast(V, known[key])

    return cast("Callable[Concatenate[Dossier, P], V]", answer)


def _sorted_out(entries: Sequence[Entry[Act]]) -> dict[type[Act], list[Entry[Act]]]:
    """The entries by the types of their acts."""
    found: dict[type[Act], list[Entry[Act]]] = {}
    for kind, entry in zip(map(type, map(_ACT, entries)), entries, strict=True):
        if kind in found:
            found[kind].append(entry)
        else:
            found[kind] = [entry]
    return found


def _until(entries: Shown, on: date) -> Shown:
    """Those of the entries, which stand in the order of their days, that had taken effect by the end of that day."""
    if entries[-1].on <= on:
        return entries
    return cast(Shown, entries[: bisect_right(entries, on, key=_DAY)])


def _resolve(recorded: Sequence[Entry[Act]], decode: DecodeAct) -> tuple[Entry[Act], ...]:
    table: dict[int, Entry[Act]] = {}
    for entry in recorded:
        table[entry.seq] = entry
        if not isinstance(entry.act, Corrected):
            continue
        wrong = table.get(entry.act.entry)
        if wrong is None:
            continue
        if entry.act.takes_away:
            del table[wrong.seq]
            continue
        table[wrong.seq] = msgspec.structs.replace(
            wrong,
            act=decode(entry.act.act) if entry.act.replaces else wrong.act,
            on=entry.act.on or wrong.on,
            facts=wrong.facts | entry.facts,
            corrected_by=entry.seq,
        )
    return tuple(sorted(table.values(), key=_ORDER))
