"""The national fields of a found property at the faces: which a kind has, what they are called, and what of them is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import PropertyKind, kinds
from zhixing.record.act import Act
from zhixing.record.sealed import is_token, seal, token


def national_fields(kind: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(column, name) of the fields of a kind of property; of all kinds where none is chosen yet."""
    chosen = [each for each in PropertyKind if each.value in kind]
    found = {
        detail.code: detail.name for each in chosen or list(PropertyKind) for detail in kinds()[each].details
    }
    return tuple(found.items())


@cache
def _names() -> dict[str, str]:
    return dict(national_fields(()))


def field_name(code: str) -> str:
    """What a national column is called; the column itself for one that is not known."""
    return _names().get(code, code)


def with_details_sealed(court: str, act: Act, *, keep: bool) -> Act:
    """A found property whose identifying fields stand as keyed hashes, kept encrypted; any other act as it is.

    What nothing was written for is left out: a form offers a row for each field of the kind.
    """
    if not isinstance(act, PropertyFound):
        return act
    kind, told = kinds()[act.kind], []
    for each in act.details:
        field = kind.detail(each.code)
        if not each.value.strip():
            continue
        if field is not None and field.sealed and not is_token(each.value):
            hidden = seal(court, each.value) if keep else token(each.value)
            told.append(msgspec.structs.replace(each, value=hidden))
        else:
            told.append(each)
    return msgspec.structs.replace(act, details=tuple(told))
