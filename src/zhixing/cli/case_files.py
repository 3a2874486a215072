"""What goes with an act entered on the command line: files (`--file FIELD=PATH`), sealed identifiers (`--seal FIELD=TEXT`)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.record.act import Act
    from zhixing.record.dossier import Dossier


class WrongFile(ValueError):
    """A file or field that cannot be used; the message says how to mend it."""


def with_files(act: Act, given: Sequence[str], dossier: Dossier, sender: int, *, keep: bool) -> Act:
    """The act with the hashes of its files, which are kept unless it is only tried. Raises WrongFile."""
    import msgspec

    from zhixing.record import files
    from zhixing.record.fields import fields

    named = [each.name for each in fields(type(act)) if each.kind == "file"]
    hashes: dict[str, str] = {}
    for each in given:
        field, _, path = each.partition("=")
        if field not in named:
            raise WrongFile(
                f"这项行为没有附件字段“{field}”；可用的有：{'、'.join(named) or '无'}。请写成 字段=文件"
            )
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            raise WrongFile(f"读不到 {path}：{error.strerror}") from error
        try:
            files.check(content)
            if keep:
                files.keep(dossier.court, Path(path).name, content, sender)
        except files.NotKept as error:
            raise WrongFile(f"{path}：{error}") from error
        hashes[field] = hashlib.sha256(content).hexdigest()
    whole = msgspec.structs.replace(act, **hashes)
    lacking = files.objection(dossier.court, [whole], besides=set(hashes.values()))
    if lacking is not None:
        raise WrongFile(str(lacking))
    return whole


def with_sealed(act: Act, given: Sequence[str], court: str, *, keep: bool) -> Act:
    """The act with the keyed hashes of its identifiers, which are kept encrypted unless it is only tried. Raises WrongFile."""
    import msgspec

    from zhixing.record import sealed

    named = sealed.sealed_fields(type(act))
    tokens: dict[str, str] = {}
    for each in given:
        field, _, text = each.partition("=")
        if field not in named or not text.strip():
            raise WrongFile(
                f"这项行为没有加密字段“{field}”，或没有写内容；可用的有：{'、'.join(sorted(named)) or '无'}。请写成 字段=内容"
            )
        tokens[field] = sealed.seal(court, text) if keep else sealed.token(text)
    return msgspec.structs.replace(act, **tokens)
