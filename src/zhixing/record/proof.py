"""Proofs about the record as files, and how they are checked: on any machine, without this platform's database.

What is signed is a head's canonical text (`statement`); all hashes, keys and signatures are written in hex. A proof says nothing
that its hashes do not bind: which act it is about stands in the act's own stored bytes, from which the leaf is computed.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from zhixing.record.link import link
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


class Told(msgspec.Struct, frozen=True):
    """The type of an act, whatever else it says."""

    type: str


class Claim(msgspec.Struct, frozen=True):
    """What stored bytes say of an act that a reader of proofs must see: dossier, place in it, day, type."""

    dossier: int
    seq: int
    on: date
    act: Told


class Inclusion(msgspec.Struct, frozen=True, kw_only=True, tag="inclusion", tag_field="proof"):
    """Proof that an act stands in the record of a head: the act as stored, the hash before it, its place, the audit path."""

    head: Head
    prev: str
    body: str
    place: int
    path: list[str]

    @property
    def claim(self) -> Claim:
        """What the proof is about. Raises ValueError when the body is no act."""
        return msgspec.json.decode(self.body, type=Claim)


class Consistency(msgspec.Struct, frozen=True, kw_only=True, tag="consistency", tag_field="proof"):
    """Proof that the record of the newer head began as that of the older."""

    older: Head
    newer: Head
    path: list[str]


def read(content: bytes) -> Inclusion | Consistency:
    """The proof a file holds. ValueError when it holds none, or says more than is read: then it was not written by us.

    Written again it must say the same; else a second `body` beside the first, or a field that nobody checks, could tell a reader
    something that was never proven.
    """
    proof: Inclusion | Consistency = msgspec.json.decode(content, type=Inclusion | Consistency)
    if json.loads(content, object_pairs_hook=_once) != json.loads(msgspec.json.encode(proof)):
        raise ValueError("文件里有证明以外的内容，或者被改写过")
    return proof


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object that says nothing twice. Raises ValueError."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("同一项写了两次")
    return found


def _bytes(text: str) -> bytes:
    """What hex stands for, written as we write it: small letters without spaces. Raises ValueError."""
    found = bytes.fromhex(text)
    if found.hex() != text:
        raise ValueError(text)
    return found


def genuine(head: Head, key: str = "") -> bool:
    """Whether the head was signed by that key (hex); without one, by the key it names itself, which proves less."""
    try:
        public = Ed25519PublicKey.from_public_bytes(_bytes(head.key))
        public.verify(_bytes(head.signature), head.statement)
    except (InvalidSignature, ValueError):
        return False
    return head.algorithm == ED25519 and key.strip().lower() in ("", head.key)


def proven(proof: Inclusion | Consistency) -> bool:
    """Whether the path leads from what the proof says to the roots of the heads; who signed them is another question."""
    try:
        path = [_bytes(each) for each in proof.path]
        if isinstance(proof, Inclusion):
            return _included(proof, path)
        older, newer = proof.older, proof.newer
        roots = _bytes(older.root), _bytes(newer.root)
    except ValueError:
        return False
    same = older.court == newer.court
    return same and extends(older.size, roots[0], newer.size, roots[1], path)


def _included(proof: Inclusion, path: list[bytes]) -> bool:
    prev, head = _bytes(proof.prev), proof.head
    if len(prev) != sha256().digest_size:  # else bytes could be moved from the body to it and back
        return False
    leaf = link(prev, proof.body.encode())
    return bool(proof.claim) and includes(leaf, proof.place, head.size, path, _bytes(head.root))
