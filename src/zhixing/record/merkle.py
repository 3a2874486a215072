"""The Merkle tree of RFC 6962: a root that stands for a whole list; proofs that an item is in it, and that a list only grew.

Written from the RFC; its vectors are tests. A leaf is hashed after a zero byte, an inner node after a one: neither passes for
the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(item: bytes) -> bytes:
    """Hash of a leaf (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x00" + item).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows: it keeps only the roots of its complete subtrees, largest first, twenty for a million items."""

    def __init__(self, items: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._peaks: list[bytes] = []
        for item in items:
            self.append(item)

    def append(self, item: bytes) -> None:
        """Add one item at the end."""
        sha256 = hashlib.sha256
        grown = sha256(b"\x00" + item).digest()
        size = self.size
        while size & 1:
            grown = sha256(b"\x01" + self._peaks.pop() + grown).digest()
            size >>= 1
        self._peaks.append(grown)
        self.size += 1

    def root(self) -> bytes:
        """The root of what is in it now."""
        if not self._peaks:
            return EMPTY
        found = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            found = node_hash(peak, found)
        return found


def root(items: Sequence[bytes]) -> bytes:
    """The root over a list."""
    return Tree(items).root()


def inclusion(items: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path that `items[index]` is in the tree over `items` (RFC 6962, 2.1.1). IndexError beyond its end."""
    if not 0 <= index < len(items):
        raise IndexError(index)
    return _path([leaf_hash(item) for item in items], index)


def _path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*_path(leaves[:split], index), _over(leaves[split:])]
    return [*_path(leaves[split:], index - split), _over(leaves[:split])]


def consistency(items: Sequence[bytes], earlier: int) -> list[bytes]:
    """The proof that the tree over `items` began as the tree over its first `earlier` ones (RFC 6962, 2.1.2)."""
    if not 0 < earlier <= len(items):
        raise IndexError(earlier)
    return _extension([leaf_hash(item) for item in items], earlier, whole=True)


def _extension(leaves: Sequence[bytes], earlier: int, *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [_over(leaves)]
    split = _split(len(leaves))
    if earlier <= split:
        return [*_extension(leaves[:split], earlier, whole=whole), _over(leaves[split:])]
    return [*_extension(leaves[split:], earlier - split, whole=False), _over(leaves[:split])]


def includes(item: bytes, index: int, size: int, path: Sequence[bytes], expected: bytes) -> bool:
    """Whether the path proves that the item stands at that index of a tree of that size and root."""
    if not 0 <= index < size:
        return False
    found, place, last = leaf_hash(item), index, size - 1
    for each in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(each, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, each)
        place, last = place >> 1, last >> 1
    return last == 0 and found == expected


def extends(earlier: int, before: bytes, size: int, after: bytes, path: Sequence[bytes]) -> bool:
    """Whether the path proves that the tree of `size` and root `after` began as that of `earlier` and root `before`."""
    if not 0 < earlier <= size:
        return False
    if earlier == size:
        return not path and before == after
    rest = list(path)
    if earlier & (earlier - 1) == 0:  # a complete tree is its own first step, and is left out of the path
        rest.insert(0, before)
    if not rest:
        return False
    place, last = earlier - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = rest[0]
    for each in rest[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(each, old), node_hash(each, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, each)
        place, last = place >> 1, last >> 1
    return last == 0 and old == before and new == after


def _split(count: int) -> int:
    """The largest power of two below the count."""
    return 1 << ((count - 1).bit_length() - 1)


def _over(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return node_hash(_over(leaves[:split]), _over(leaves[split:]))
