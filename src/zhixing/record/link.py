"""One link of the hash chain, apart from storage: whoever only computes hashes needs no database."""

from __future__ import annotations

from hashlib import sha256

GENESIS = b"\x00" * 32


def link(prev_hash: bytes, body: bytes) -> bytes:
    """Hash of an entry: SHA-256 of the previous entry's hash (32 zero bytes for the first) followed by the body."""
    return sha256(prev_hash + body).digest()
