"""Chaining 1,000,000 acts of 200 bytes, beside one SHA-256 call for each of the same bytes: the floor of any chain."""

from __future__ import annotations

from hashlib import sha256

from bench.figure import Figure, side_by_side

from zhixing.record.link import GENESIS, link

ACTS = 1_000_000


def figures() -> list[Figure]:
    """Time them in turns."""
    bodies = [number.to_bytes(8) * 25 for number in range(ACTS)]
    whole = [GENESIS + body for body in bodies]
    ours, floor = side_by_side([lambda: chained(bodies), lambda: hashed(whole)], rounds=3)
    return [Figure("Chain acts", ACTS, ours, "one SHA-256 call each", floor, ours / floor, 1.5, most=True)]


def chained(bodies: list[bytes]) -> bytes:
    """The head."""
    head = GENESIS
    for body in bodies:
        head = link(head, body)
    return head


def hashed(whole: list[bytes]) -> bytes:
    """The last hash."""
    last = GENESIS
    for each in whole:
        last = sha256(each).digest()
    return last
