"""Appending to the Merkle tree beside pymerkle."""

from __future__ import annotations

import hashlib

from bench.figure import Figure, side_by_side
from pymerkle import InmemoryTree

from zhixing.record.merkle import Tree, consistency, inclusion, leaf_hash

LEAVES = 50_000
PROVEN = 1000


def figures() -> list[Figure]:
    """Time them in turns; AssertionError where a root or a proof differs."""
    items = [hashlib.sha256(number.to_bytes(8)).digest() for number in range(LEAVES)]
    _compared(items[:PROVEN])
    ours, theirs = side_by_side([lambda: Tree(items), lambda: _grown(items)], rounds=3)
    assert Tree(items).root() == _grown(items).get_root(), "the roots differ"
    return [
        Figure("Append to the Merkle tree", LEAVES, ours, "pymerkle InmemoryTree", theirs, theirs / ours, 5),
    ]


def _grown(items: list[bytes]) -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for item in items:
        tree.append_entry(item)
    return tree


def _compared(items: list[bytes]) -> None:
    """Every inclusion path is pymerkle's, step for step; it puts the leaf itself first."""
    tree = _grown(items)
    for index in range(0, len(items), 7):
        theirs = [bytes.fromhex(each) for each in tree.prove_inclusion(index + 1).serialize()["path"]]
        assert [leaf_hash(items[index]), *inclusion(items, index)] == theirs, f"the path of {index} differs"
    assert consistency(items, len(items)) == []
