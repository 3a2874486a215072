"""What a reading says, brought into the shape of the expectations beside the plans."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path

import msgspec

from zhixing.plan.shape import Plan, Reading

PLANS = Path(__file__).parent / "plans"


def text_of(name: str) -> str:
    """An invented plan's text."""
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def expectation(name: str) -> dict[str, object]:
    """What a person reads in it."""
    return tomllib.loads((PLANS / f"{name}.toml").read_text(encoding="utf-8"))


def told(plan: Plan) -> dict[str, object]:
    """What the reader read, in the same shape."""
    return {
        "document_no": plan.document_no,
        "issuer": plan.issuer,
        "date": plan.issued_on,
        "title": plan.title,
        "stages": [[each.name, each.since, each.until - timedelta(days=1)] for each in plan.stages],
        "requirements": [each.title for each in plan.requirements],
        "measures": [
            {
                "no": each.no,
                "title": each.title,
                "leaders": list(each.leaders),
                "departments": list(each.departments),
                "deadlines": [
                    [one.text, one.by.isoformat() if one.by else one.every] for one in each.deadlines
                ],
                "targets": [
                    [one.value, one.unit, one.of, one.by.isoformat() if one.by else ""]
                    for one in each.targets
                ],
            }
            for each in plan.measures
        ],
    }


def signs(text: str) -> Counter[str]:
    """How often each sign stands in a text, blanks left out."""
    return Counter("".join(text.split()))


# What is read out of words that are placed already, or is no word of the text.
DERIVED = frozenset(
    ("deadlines", "targets", "group", "issuer_of", "no", "line", "issued_on", "since", "until")
)


def placed(reading: Reading) -> Counter[str]:
    """How often each sign stands in what was placed, laid out, or not understood."""
    found: Counter[str] = Counter()
    plan = msgspec.structs.replace(reading.plan, issuer="")  # its lines are laid out
    _collect(msgspec.to_builtins(plan), found)
    for words in reading.layout:
        found += signs(words)
    for each in reading.not_understood:
        found += signs(each.text)
    return found


def _collect(value: object, found: Counter[str]) -> None:
    if isinstance(value, str):
        found.update(signs(value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in DERIVED:
                _collect(inner, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _collect(inner, found)
