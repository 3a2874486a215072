"""Proofs about the record as files, and how they are checked: on any machine, without this platform's database.

What is signed is a head's canonical text (`statement`); all hashes, keys and signatures are written in hex.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from zhixing.record.merkle import extends, includes

ED25519 = "ed25519"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A signed head as a file or an answer of the API: hashes, key and signature in hex."""

    court: str
    size: int
    root: str
    at: datetime
    algorithm: str
    key: str
    signature: str

    @property
    def statement(self) -> bytes:
        """What is signed."""
        lines = ("zhixing-head-1", self.court, str(self.size), self.root, self.at.isoformat())
        return "\n".join(lines).encode()


class Inclusion(msgspec.Struct, frozen=True, kw_only=True, tag="inclusion", tag_field="proof"):
    """Proof that an act stands in the record of a head: its chain hash, its place, the audit path, all in hex."""

    head: Head
    dossier: int
    seq: int
    hash: str
    place: int
    path: list[str]


class Consistency(msgspec.Struct, frozen=True, kw_only=True, tag="consistency", tag_field="proof"):
    """Proof that the record of the newer head began as that of the older."""

    older: Head
    newer: Head
    path: list[str]


def genuine(head: Head, key: str = "") -> bool:
    """Whether the head was signed by that key (hex); without one, by the key it names itself, which proves less."""
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key or head.key))
        public.verify(bytes.fromhex(head.signature), head.statement)
    except (InvalidSignature, ValueError):
        return False
    return head.algorithm == ED25519 and (not key or key.lower() == head.key)


def proven(proof: Inclusion | Consistency) -> bool:
    """Whether the path leads to the roots of the heads; who signed them is another question."""
    path = [bytes.fromhex(each) for each in proof.path]
    if isinstance(proof, Inclusion):
        head = proof.head
        return includes(bytes.fromhex(proof.hash), proof.place, head.size, path, bytes.fromhex(head.root))
    older, newer = proof.older, proof.newer
    return extends(older.size, bytes.fromhex(older.root), newer.size, bytes.fromhex(newer.root), path)
