"""Protection of identities: encrypted at rest, found by keyed hash, masked for display, opened only for a stated reason.

Two keys come from the installation's ZHIXING_KEY by HKDF: one encrypts (AES-256-GCM), one hashes (HMAC-SHA-256), so that
neither tells anything of the other. The hash is over the normal form, so that full-width figures or a 15-figure number find the
same person.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12  # bytes


@cache
def _key(purpose: str, secret: str) -> bytes:
    return HKDF(SHA256(), 32, salt=b"zhixing", info=purpose.encode()).derive(secret.encode())


def encrypt(text: str) -> bytes:
    """Encrypt; the same text never gives the same bytes twice."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key("encrypt", settings.ZHIXING_KEY)).encrypt(nonce, text.encode(), None)


def decrypt(stored: bytes) -> str:
    """The text; cryptography.exceptions.InvalidTag when the bytes were altered or the key is another."""
    return (
        AESGCM(_key("encrypt", settings.ZHIXING_KEY)).decrypt(stored[:NONCE], stored[NONCE:], None).decode()
    )


def keyed_hash(kind: str, normal: str) -> bytes:
    """The hash under which an identity of that kind, in its normal form, is found: 32 bytes."""
    return hmac.new(_key("hash", settings.ZHIXING_KEY), f"{kind}:{normal}".encode(), hashlib.sha256).digest()
