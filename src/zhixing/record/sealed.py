"""Identifiers of things, sealed: an account, a plate, a certificate number never stands in an act, only its keyed hash.

The same identifier has the same hash in every court, so the hash tells that two cases speak of the same thing. What it was is
kept encrypted for the court that entered it, and shown masked. Acts name it by a field of kind "sealed".
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable

import msgspec

from zhixing.law.masking import mask_identity
from zhixing.record.encryption import decrypt_bytes, encrypt_bytes, key_for
from zhixing.record.fields import fields
from zhixing.record.models import SealedText

__all__ = ["TOKEN", "is_token", "masked", "seal", "seal_many", "sealed_fields", "tidied", "token", "unsealed"]

TOKEN = re.compile(r"^[0-9a-f]{64}$")


def is_token(text: str) -> bool:
    """Whether a text is already a keyed hash."""
    return TOKEN.match(text) is not None


def tidied(text: str) -> str:
    """An identifier in the writing that is compared: full width made half, no spaces or hyphens, capitals.

    >>> tidied("渝F·ａ12 345")
    '渝F·A12345'
    """
    return re.sub(r"[\s\-—_]", "", unicodedata.normalize("NFKC", text)).upper()


def token(text: str) -> str:
    """The keyed hash of an identifier in any writing: 64 hexadecimal signs, the same in all courts."""
    return hmac.new(key_for("sealed"), tidied(text).encode(), hashlib.sha256).hexdigest()


def seal(court: str, text: str) -> str:
    """Keep an identifier for a court, encrypted; its keyed hash. What is a hash already stays as it is."""
    if is_token(text):
        return text
    found = token(text)
    SealedText.objects.bulk_create([_row(court, found, text)], ignore_conflicts=True)
    return found


def seal_many(court: str, texts: Iterable[str]) -> dict[str, str]:
    """Text → keyed hash, of many identifiers at once, kept as `seal` keeps one."""
    found = {text: text if is_token(text) else token(text) for text in set(texts)}
    there = SealedText.objects.filter(court=court, token__in=found.values()).values_list("token", flat=True)
    known = set(there)
    new = {made: text for text, made in found.items() if made != text and made not in known}
    rows = [_row(court, made, text) for made, text in new.items()]
    SealedText.objects.bulk_create(rows, ignore_conflicts=True)
    return found


def _row(court: str, made: str, text: str) -> SealedText:
    cipher = encrypt_bytes(text.strip().encode())
    return SealedText(court=court, token=made, cipher=cipher, masked=mask_identity(text)[:120])


def masked(court: str, tokens: Iterable[str]) -> dict[str, str]:
    """Hash → masked identifier, of those that the court entered."""
    wanted = set(tokens)
    if not wanted:
        return {}
    rows = SealedText.objects.filter(court=court, token__in=wanted)
    return dict(rows.values_list("token", "masked"))


def unsealed(court: str, tokens: Iterable[str]) -> dict[str, str]:
    """Hash → identifier in full, of those that the court entered. For papers and orders to institutions. Raises Unreadable."""
    wanted = set(tokens)
    if not wanted:
        return {}
    rows = SealedText.objects.filter(court=court, token__in=wanted)
    return {each.token: decrypt_bytes(bytes(each.cipher)).decode() for each in rows}


def sealed_fields(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The names of the inputs of an act type, and of the rows inside it, that are kept sealed."""
    found: set[str] = set()
    for each in fields(kind):
        found |= {each.name} if each.kind == "sealed" else set()
        found |= {inner.name for inner in each.columns if inner.kind == "sealed"}
    return frozenset(found)
