"""Protection of identities: encrypted at rest, found by keyed hash, masked for display, opened only for a stated reason.

The key that hashes (HMAC-SHA-256) is not the one that encrypts (record.encryption). The hash is over the normal form, so that
full-width figures or a 15-figure number find the same person. What is stored for display shows so little that it does not undo
the encryption.
"""

from __future__ import annotations

import hashlib
import hmac

from zhixing.record.encryption import decrypt_bytes, encrypt_bytes, key_for


def encrypt(text: str) -> bytes:
    """Encrypt; the same text never gives the same bytes twice."""
    return encrypt_bytes(text.encode())


def decrypt(stored: bytes) -> str:
    """The text; Unreadable when the bytes were altered or the key is another."""
    return decrypt_bytes(stored).decode()


def keyed_hash(kind: str, normal: str) -> bytes:
    """The hash under which an identity of that kind, in its normal form, is found: 32 bytes."""
    return hmac.new(key_for("hash"), f"{kind}:{normal}".encode(), hashlib.sha256).digest()


def veil(number: str) -> str:
    """What may be stored in clear for display: the last four signs of a long number, the last of a short one.

    The public mask hides a birthday's four digits alone; whoever stole the table would have the rest by trying.

    >>> veil("509999198501010014"), veil("E1234567")
    ('**************0014', '*******7')
    """
    shown = 4 if len(number) >= 11 else 1
    return "*" * (len(number) - shown) + number[-shown:]
