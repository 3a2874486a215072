"""Appending to the Merkle tree beside pymerkle."""

from __future__ import annotations

import hashlib

from bench.figure import Figure, side_by_side
from pymerkle import InmemoryTree, verify_consistency

from zhixing.record.merkle import Tree, consistency, extends, inclusion, leaf_hash, root

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
    """Every inclusion path is pymerkle's, step for step; it puts the leaf itself first.

    Its proofs of consistency are not those of RFC 6962 (they go down to the last pair of leaves): so each side's proof must
    convince the other side's verifier of the other side's roots, and of no other.
    """
    tree = _grown(items)
    for index in range(0, len(items), 7):
        theirs = [bytes.fromhex(each) for each in tree.prove_inclusion(index + 1).serialize()["path"]]
        assert [leaf_hash(items[index]), *inclusion(items, index)] == theirs, f"the path of {index} differs"
    for earlier in range(1, len(items) + 1, 7):
        before, after = root(items[:earlier]), root(items)
        theirs = tree.prove_consistency(earlier, len(items))
        verify_consistency(before, after, theirs, prior_size=earlier, later_size=len(items))
        path = consistency(items, earlier)
        assert extends(earlier, tree.get_state(earlier), len(items), tree.get_state(), path), earlier
        assert not extends(earlier, after, len(items), before, path) or before == after, earlier
