"""Encryption at rest of what is personal: identities in the database, files in the storage.

Each purpose has a key of its own, made from the installation's ZHIXING_KEY by HKDF, so that one tells nothing of another.
Files lie under their court and the SHA-256 of what they say, so that what is read can be compared with what was put.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

NONCE = 12  # bytes
SHORTEST_KEY = 32  # characters of ZHIXING_KEY


class Unreadable(ValueError):
    """What was stored cannot be read: it was altered, or the key is not the one it was encrypted with."""

    def __init__(self) -> None:
        super().__init__(
            "加密保存的内容无法解读：ZHIXING_KEY 不是加密时所用的密钥，或数据已被改动。请联系系统管理员"
        )


class FileDamaged(RuntimeError):
    """A file in storage is gone, or is not what was put there: `lost` tells which."""

    def __init__(self, *, lost: bool) -> None:
        super().__init__("lost" if lost else "altered")
        self.lost = lost


def check_key() -> None:
    """Raise ImproperlyConfigured when the installation has no key that is worth the name."""
    if len(settings.ZHIXING_KEY) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"ZHIXING_KEY（加密当事人证件号码的密钥）至少须 {SHORTEST_KEY} 个字符，现有 {len(settings.ZHIXING_KEY)} 个。"
            "请设为一段随机文字并另行妥善保存；不设此变量时由平台自动生成。"
        )


def key_for(purpose: str) -> bytes:
    """The installation's key for a purpose: 32 bytes."""
    return _key(purpose, settings.ZHIXING_KEY)


@cache
def _key(purpose: str, secret: str) -> bytes:
    return HKDF(SHA256(), 32, salt=b"zhixing", info=purpose.encode()).derive(secret.encode())


def encrypt_bytes(content: bytes) -> bytes:
    """Encrypt (AES-256-GCM); the same content never gives the same bytes twice."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key_for("encrypt")).encrypt(nonce, content, None)


def decrypt_bytes(stored: bytes) -> bytes:
    """The content; Unreadable when the bytes were altered or the key is another."""
    try:
        return AESGCM(key_for("encrypt")).decrypt(stored[:NONCE], stored[NONCE:], None)
    except InvalidTag:
        raise Unreadable from None


def put_away(folder: str, court: str, content: bytes) -> str:
    """Encrypt a file into the storage; the place where it lies."""
    sha256 = hashlib.sha256(content).hexdigest()
    return default_storage.save(
        f"{folder}/{court}/{sha256[:2]}/{sha256}", ContentFile(encrypt_bytes(content))
    )


def throw_away(place: str) -> None:
    """Take a file out of the storage for good; nothing when it is not there."""
    default_storage.delete(place)


def take_out(place: str, sha256: str) -> bytes:
    """The content of a file put away. Raises FileDamaged, Unreadable."""
    if not default_storage.exists(place):
        raise FileDamaged(lost=True)
    with default_storage.open(place) as file:
        content = decrypt_bytes(file.read())
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileDamaged(lost=False)
    return content
