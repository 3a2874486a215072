"""Many strings at once: their signs lie in one row of numbers, so that a million names are cut, compared and counted in one step.

A string is known by its hash, the sum of its signs times a random factor for each place (modulo 2**64): that any two of a million
names are taken for one another has a probability of one in a million, and the hash of a part is made on the way. The factors are
drawn anew in each process, so that nobody can think up a name with the hash of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Signs = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
Number = TypeVar("Number", np.int64, np.uint64)

FACTORS: Hashes = np.random.default_rng().integers(0, 2**63, 256, np.uint64) * 2 + 1
DROPPED = 0xFFFFFFFF  # in a table of signs: what goes
_AT_ONCE = 1 << 16


class Strings:
    """Strings by their place: `signs[starts[n] : ends[n]]` is the nth; several may share signs."""

    def __init__(self, signs: Signs, starts: Ints, ends: Ints) -> None:
        self.signs, self.starts, self.ends = signs, starts, ends

    @classmethod
    def of(cls, texts: Sequence[str], after: str = "") -> Strings:
        """These texts, each with what is to stand after it."""
        joined = f"{after.join(texts)}{after if texts else ''}"
        signs = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + len(after))
        return cls(signs, np.concatenate((ends[:0], [0], ends[:-1]))[: len(ends)], ends)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def lengths(self) -> Ints:
        """How many signs each has."""
        return self.ends - self.starts

    def at(self, places: Ints | Mask) -> Strings:
        """Those at these places, in their order."""
        return Strings(self.signs, self.starts[places], self.ends[places])

    def told(self, table: Signs) -> Strings:
        """The same with every sign as the table says it."""
        told = np.empty_like(self.signs)
        for first in range(0, len(told), _AT_ONCE):
            told[first : first + _AT_ONCE] = table[self.signs[first : first + _AT_ONCE]]
        return Strings(told, self.starts, self.ends).only(told != DROPPED)

    def only(self, kept: Mask) -> Strings:
        """The same without the signs that are not kept."""
        gone = np.flatnonzero(~kept)
        if not len(gone):
            return self
        starts, ends = (each - np.searchsorted(gone, each) for each in (self.starts, self.ends))
        return Strings(self.signs[kept], starts, ends)

    def texts(self) -> list[str]:
        """As Python has them."""
        _, places = spans(self.starts, self.lengths)
        joined = self.signs[places].tobytes().decode("utf-32-le", "surrogatepass")
        ends = np.cumsum(self.lengths)
        return [
            joined[start:end]
            for start, end in zip((ends - self.lengths).tolist(), ends.tolist(), strict=True)
        ]

    def hashes(self) -> Hashes:
        """The hash of each; 0 for an empty one."""
        found = np.zeros(len(self), np.uint64)
        for first in range(0, len(self), _AT_ONCE):
            starts, ends = self.starts[first : first + _AT_ONCE], self.ends[first : first + _AT_ONCE]
            lengths = ends - starts
            until = np.cumsum(lengths)
            total = int(until[-1])
            inside = np.arange(total) - np.repeat(until - lengths, lengths)
            if total == ends[-1] - starts[0]:
                signs = self.signs[starts[0] : ends[-1]]
            else:
                signs = self.signs[np.repeat(starts, lengths) + inside]
            sums = np.zeros(total + 1, np.uint64)
            np.cumsum(signs * FACTORS[inside & 255], out=sums[1:])
            found[first : first + _AT_ONCE] = sums[until] - sums[until - lengths]
        return found


def spans(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """The places of all spans one after another, and of which span each is.

    >>> [each.tolist() for each in spans(np.array([7, 0, 3]), np.array([2, 0, 1]))]
    [[0, 0, 2], [7, 8, 3]]
    """
    which = np.repeat(np.arange(len(counts)), counts)
    behind = starts - (np.cumsum(counts) - counts)
    return which, np.arange(len(which)) + behind[which]


def before(ordered: npt.NDArray[Number], asked: npt.NDArray[Number]) -> Ints:
    """How many of an ascending array are less than each."""
    found = np.empty(len(asked), np.int64)
    order = np.argsort(asked)  # neighbours are looked up one after another: the memory is near
    found[order] = np.searchsorted(ordered, asked[order])
    return found


def found_in(ordered: npt.NDArray[Number], asked: npt.NDArray[Number]) -> Ints:
    """Where each stands in an ascending array; -1 where it does not."""
    if not len(ordered):
        return np.full(len(asked), -1, np.int64)
    places = np.minimum(before(ordered, asked), len(ordered) - 1)
    return np.where(ordered[places] == asked, places, -1)


def alike(one: Strings, other: Strings, step: int = 1) -> Ints:
    """How many signs each begins with as its partner does; with a step of -1, how many it ends with."""
    here, there = (one.starts, other.starts) if step > 0 else (one.ends - 1, other.ends - 1)
    most, same = np.minimum(one.lengths, other.lengths), np.zeros(len(one), np.int64)
    left, count = np.flatnonzero(most), 0
    while len(left):
        left = left[one.signs[here[left] + step * count] == other.signs[there[left] + step * count]]
        count += 1
        same[left] = count
        left = left[most[left] > count]
    return same


def one_apart(one: Strings, other: Strings) -> Mask:
    """Whether one slip makes one of the other: a sign wrong, missing, doubled, or two neighbours changed.

    >>> theirs = ("1235", "124", "1324", "12334", "4321", "1234")
    >>> one_apart(Strings.of(["1234"] * 6), Strings.of(theirs)).tolist()
    [True, True, True, True, False, False]
    """
    apart = np.abs(one.lengths - other.lengths)
    found = np.zeros(len(one), np.bool_)
    maybe = np.flatnonzero(apart <= 1)
    one, other, apart = one.at(maybe), other.at(maybe), apart[maybe]
    size = np.minimum(one.lengths, other.lengths)
    begin, end = alike(one, other), alike(one, other, -1)
    equal = (apart == 0) & (begin == size)
    found[maybe] = ~equal & (begin + end >= size - (apart == 0))
    turned = np.flatnonzero((apart == 0) & (begin + end == size - 2))
    here, there = one.starts[turned] + begin[turned], other.starts[turned] + begin[turned]
    found[maybe[turned]] = (one.signs[here] == other.signs[there + 1]) & (
        one.signs[here + 1] == other.signs[there]
    )
    return found


def table_of(told: Iterable[tuple[int, str | None]]) -> Signs:
    """The table for `Strings.told` of what `str.translate` takes."""
    table = np.arange(0x110000, dtype=np.uint32)
    for sign, other in told:
        table[sign] = DROPPED if other is None else ord(other)
    return table
