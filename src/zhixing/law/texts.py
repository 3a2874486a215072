"""Sentences of the law's answers: a template and its values, so that a face can show them in any language.

The template is Chinese (the source language); `str()` fills it in. A translation looks the template up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence: a Chinese template with named places, and what stands in them."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: object) -> Text:
    """Make a sentence.

    >>> str(say("自{since}起{count}日", since="2017-06-01", count=7))
    '自2017-06-01起7日'
    """
    return Text(template, values)
