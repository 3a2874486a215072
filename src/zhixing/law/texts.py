"""Sentences of the law's answers: a template and its values, so that a face can show them in any language.

The template is Chinese (the source language); `str()` fills it in. A translation looks the template up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def listed(texts: Sequence[Text]) -> Text:
    """Several sentences in a row, each to be shown in the reader's language.

    >>> str(listed([say("本金{n}元", n=1), say("利息{n}元", n=2)]))
    '本金1元、利息2元'
    """
    places = [f"one{place}" for place in range(len(texts))]
    return Text("、".join(f"{{{place}}}" for place in places), dict(zip(places, texts, strict=True)))
