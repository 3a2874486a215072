"""What the API takes and gives of files and of sealed identifiers, as msgspec structs; what is in a file travels as base64."""

from __future__ import annotations

from typing import Annotated

import msgspec


class SendFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file to keep for a court; `content` is base64."""

    court: str
    name: Annotated[str, msgspec.Meta(max_length=255)]
    content: bytes


class FileOut(msgspec.Struct, frozen=True):
    """A kept file: its hash is what an act names; `size` in bytes."""

    court: str
    sha256: str
    name: str
    media_type: str
    size: int


class FileContent(msgspec.Struct, frozen=True):
    """A kept file with what is in it, as base64."""

    file: FileOut
    content: bytes


class SealIdentifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An account, a plate, a certificate number to keep encrypted for a court."""

    court: str
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class SealedOut(msgspec.Struct, frozen=True):
    """A sealed identifier: `token` is what an act names."""

    court: str
    token: str
    masked: str
