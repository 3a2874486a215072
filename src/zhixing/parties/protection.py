"""Protection of identities: encrypted at rest, found by keyed hash, masked for display, opened only for a stated reason.

Two keys come from the installation's ZHIXING_KEY by HKDF: one encrypts (AES-256-GCM), one hashes (HMAC-SHA-256), so that
neither tells anything of the other. The hash is over the normal form, so that full-width figures or a 15-figure number find the
same person. What is stored for display shows so little that it does not undo the encryption.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE = 12  # bytes
SHORTEST_KEY = 32  # characters of ZHIXING_KEY


class Unreadable(ValueError):
    """A stored identity cannot be read: it was altered, or the key is not the one it was encrypted with."""

    def __init__(self) -> None:
        super().__init__(
            "证件号码无法解读：ZHIXING_KEY 不是加密时所用的密钥，或数据已被改动。请联系系统管理员"
        )


def check_key() -> None:
    """Raise ImproperlyConfigured when the installation has no key that is worth the name."""
    if len(settings.ZHIXING_KEY) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"ZHIXING_KEY（加密当事人证件号码的密钥）至少须 {SHORTEST_KEY} 个字符，现有 {len(settings.ZHIXING_KEY)} 个。"
            "请设为一段随机文字并另行妥善保存；不设此变量时由平台自动生成。"
        )


@cache
def _key(purpose: str, secret: str) -> bytes:
    return HKDF(SHA256(), 32, salt=b"zhixing", info=purpose.encode()).derive(secret.encode())


def encrypt(text: str) -> bytes:
    """Encrypt; the same text never gives the same bytes twice."""
    return encrypt_bytes(text.encode())


def decrypt(stored: bytes) -> str:
    """The text; Unreadable when the bytes were altered or the key is another."""
    return decrypt_bytes(stored).decode()


def encrypt_bytes(content: bytes) -> bytes:
    """Encrypt a file's content; the same content never gives the same bytes twice."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key("encrypt", settings.ZHIXING_KEY)).encrypt(nonce, content, None)


def decrypt_bytes(stored: bytes) -> bytes:
    """The content; Unreadable when the bytes were altered or the key is another."""
    try:
        return AESGCM(_key("encrypt", settings.ZHIXING_KEY)).decrypt(stored[:NONCE], stored[NONCE:], None)
    except InvalidTag:
        raise Unreadable from None


def keyed_hash(kind: str, normal: str) -> bytes:
    """The hash under which an identity of that kind, in its normal form, is found: 32 bytes."""
    return hmac.new(_key("hash", settings.ZHIXING_KEY), f"{kind}:{normal}".encode(), hashlib.sha256).digest()


def veil(number: str) -> str:
    """What may be stored in clear for display: the last four signs of a long number, the last of a short one.

    The public mask hides a birthday's four digits alone; whoever stole the table would have the rest by trying.

    >>> veil("509999198501010014"), veil("E1234567")
    ('**************0014', '*******7')
    """
    shown = 4 if len(number) >= 11 else 1
    return "*" * (len(number) - shown) + number[-shown:]
