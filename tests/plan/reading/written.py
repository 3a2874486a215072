"""docs/plan-reading.md, made of the table of rules: `python -m tests.plan.reading.written > docs/plan-reading.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from zhixing.languages.speaking import in_english
from zhixing.plan.reading.phrases import RULES
from zhixing.plan.reading.recurrences import LABELS

HEAD = """# How a work plan is read

`zhixing plan import FILE [--dry-run] [--json] [--reading RULE=ALTERNATIVE] [--departments FILE]` reads a plan
from .txt, .docx or .pdf with text. 方案 → 导入方案 does the same on a page, shows the text beside the reading, and
lets a person correct and confirm it.

Every sign of the text is accounted for: it is placed in the reading, or it is layout (numbers, labels,
separators), or its sentence is listed under `not_understood` with its line. The day of a deadline is the LAST
day that is in time. In the JSON `until` of a stage is its last day. What stops a plan (no measures, a number
twice, a figure above 100 %, a day no calendar has, a stage that ends before it begins) is told with its place
and nothing is written; what does not stop it (no deadline, a gap between stages, an unknown department) is
pointed at.

## Phrases and how they are read

The first rule that fits at a place reads it. A day without a year takes the year named before it in the
sentence, else the plan's.

| rule | for example | usual reading | `--reading` alternatives |
| --- | --- | --- | --- |
"""
TAIL = """
## Recurrences

`every` in the JSON; each turn has its last day within the span of the plan's stages. Besides these,
`quarter-1` to `quarter-4` (the last day of that quarter each year) and `months-A-B` (the last day of month B
each year).

| name | Chinese |
| --- | --- |
"""


def written() -> str:
    """The whole page."""
    return "".join((HEAD, *_rules(), TAIL, *(f"| `{name}` | {label} |\n" for name, label in LABELS.items())))


def _rules() -> Iterator[str]:
    for rule in RULES:
        others = "; ".join(
            f"`{name}`: {in_english(meaning)}" for name, (meaning, _) in rule.alternatives.items()
        )
        yield f"| `{rule.name}` | {rule.example} | {in_english(rule.meaning)} | {others} |\n"


if __name__ == "__main__":
    sys.stdout.write(written())
