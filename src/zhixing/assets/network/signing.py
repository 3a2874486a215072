"""Signatures of the property network: Ed25519 over key, time, nonce and body, each on its own line.

A key's name is the beginning of its SHA-256, so that keys can be changed while old messages stay checkable. Whoever receives a
message asks for a signature of a known key, a time within the window, and a nonce that has not been seen.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from zhixing.assets.network.messages import Envelope

WINDOW = timedelta(minutes=15)  # how far sender's and receiver's clocks may lie apart, with the way between
Keys = Mapping[str, Ed25519PublicKey]


def made_of(secret: str, side: str) -> Ed25519PrivateKey:
    """The private key of a side (`court`, `exchange`) made of an installation's secret."""
    seed = HKDF(SHA256(), 32, salt=b"zhixing network", info=side.encode()).derive(secret.encode())
    return Ed25519PrivateKey.from_private_bytes(seed)


def key_name(key: Ed25519PublicKey) -> str:
    """The name of a key: 16 hexadecimal signs."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def public(text: str) -> Ed25519PublicKey:
    """A public key written as 64 hexadecimal signs. Raises ValueError."""
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(text))


class Signer:
    """Signs for one side."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.key = private.public_key()
        self.name = key_name(self.key)

    def sealed(self, body: bytes, at: datetime) -> Envelope:
        """The body in an envelope, signed as of that moment."""
        text, nonce = body.decode(), secrets.token_hex(16)
        signature = self._private.sign(signed_bytes(self.name, at, nonce, text))
        return Envelope(key=self.name, at=at, nonce=nonce, body=text, signature=signature.hex())


def signed_bytes(key: str, at: datetime, nonce: str, body: str) -> bytes:
    """What a signature is over."""
    return f"zhixing-network-1\n{key}\n{at.isoformat()}\n{nonce}\n{body}".encode()


def is_signed(envelope: Envelope, keys: Keys) -> bool:
    """Whether a known key signed exactly this."""
    key = keys.get(envelope.key)
    if key is None:
        return False
    told = signed_bytes(envelope.key, envelope.at, envelope.nonce, envelope.body)
    try:
        key.verify(bytes.fromhex(envelope.signature), told)
    except InvalidSignature:
        return False
    return True


def is_timely(envelope: Envelope, now: datetime) -> bool:
    """Whether it was signed just now."""
    return abs(envelope.at - now) <= WINDOW
