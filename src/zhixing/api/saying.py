"""The API's language: words for people, in Chinese unless the request prefers English.

Fields that hold such words are marked `Said`; codes, names, acts as entered and numbers never change, so that a program reads
the same thing in either language. Without Django, since the client reads these shapes, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Annotated, TypeVar, cast, get_type_hints

import msgspec

from zhixing.languages.speaking import in_english

Said = Annotated[str, msgspec.Meta(extra={"said": True})]
CHINESE, ENGLISH = "zh-hans", "en"
T = TypeVar("T")

_language: ContextVar[str] = ContextVar("language", default=CHINESE)


@contextmanager
def answering_in(code: str) -> Iterator[None]:
    """Within the block, `said` and `spoken` answer in this language."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language of the request that is being answered."""
    return _language.get()


def said(value: object) -> str:
    """A sentence in the language of the request that is being answered."""
    return in_english(value) if language() == ENGLISH else str(value)


def spoken(out: T) -> T:
    """What is answered, with every word for people in the language of the request."""
    return _spoken(out) if language() == ENGLISH else out


def _spoken(value: T) -> T:
    if isinstance(value, list):
        return cast(T, [_spoken(each) for each in value])
    if not isinstance(value, msgspec.Struct):
        return value
    marked = _marked(type(value))
    changed: dict[str, object] = {}
    for name in value.__struct_fields__:
        held = getattr(value, name)
        if name not in marked:
            changed[name] = _spoken(held)
        else:
            changed[name] = (
                [in_english(each) for each in held] if isinstance(held, list) else in_english(held)
            )
    return msgspec.structs.replace(value, **changed)


@cache
def _marked(kind: type[msgspec.Struct]) -> frozenset[str]:
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name, hint in hints.items() if hint in (Said, list[Said]))
