"""docs/plan-reading.md, made of the table of rules: `python -m tests.plan.reading.written > docs/plan-reading.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from zhixing.languages.speaking import in_english
from zhixing.plan.reading.phrases import RULES
from zhixing.plan.reading.recurrences import LABELS

HEAD = """# How a work plan is read

`zhixing plan import FILE [--dry-run] [--json] [--reading RULE=ALTERNATIVE] [--departments FILE]` reads a plan
from .txt, .docx or .pdf with text. 方案 → 导入方案 does the same on a page, shows the text beside the reading,
and lets a person correct and confirm it. Exit code 0; 1 where something stops the plan; 2 where a file or an
argument cannot be used. `--dry-run` writes nothing and needs no database.

Every sign of the text is accounted for: it is placed in the reading, or it is layout (numbers, labels,
separators), or its sentence is listed under `not_understood` with its line. The day of a deadline is the LAST
day that is in time. In the JSON `until` of a stage is its last day; a deadline has `by` or `every`, `rule`
names the rule that read it, `what` is its clause. What stops a plan (no measures, a number twice, a figure
above 100 %, a day no calendar has, a span that ends before it begins) is told with its place and nothing is
written; what does not stop it (no deadline, no year, a day outside the stages, stages that overlap or leave a
gap, a number left out, an unknown department) is pointed at. All of it stands under `problems`.

## Layouts

- Sections by the words of their headings (指导思想, 目标, 原则, 措施, 步骤, 要求 …); a section whose parts name
  who is responsible is one of measures, whatever its heading. A section with none of these stays under
  `not_understood`.
- Numbers 一、 （一） 1、 1． （1） ① 一是 一要 第一， at the beginning of a line, or inside one where they go
  on the count. Measures stand at the level whose parts have one 责任部门 each; deeper numbers are lists within
  a measure. Where every group or section begins again at 1, measures are counted on.
- Labels in any of their usual words, before a colon, in 【】, or alone on a line with the value below. A
  measure's departments are those responsible, then those that help.
- A figure (70%, 百分之七十, 5个百分点, 不少于12件) is measured on the words before it, in the clause or the one
  before (of X即Y: Y), by the day named with it or else by the measure's only day; above 100 % stops the plan
  unless growth is spoken of.
- A day in the description of a measure counts as well as one beside 完成时限; 定期 and 长期坚持 only where
  there is no such label.
- After the signature: a table or list of measures is read as such, anything else is kept as a note.
- Word: numbers that Word counts itself are written out; tracked insertions are in, deletions out. A table with
  a column of measures (措施, 任务, 内容) is read row by row, its other columns by their heads; columns that say
  neither who nor when go to the words.
- PDF: broken lines are joined; lines that are nothing but a number are left out where they count the pages.

## Phrases and how they are read

The first rule that fits at a place reads it. A day without a year takes the year named before it in the
sentence, else the plan's.

| rule | for example | usual reading | 读作 | `--reading` alternatives |
| --- | --- | --- | --- | --- |
"""
TAIL = """
## Recurrences

`every` in the JSON; each turn has its last day within the span of the plan's stages. Besides these: `quarter-1`
to `quarter-4` (the last day of that quarter), `months-A-B` (of month B), `each-A-B-…` (of each of these
months), `day-M-D` (that day), all of them every year, and `month-day-D` (that day of every month). 29 February,
and a 31st that a month does not have, is its last day. A Spring Festival whose holiday the State Council has
not announced has no turn yet.

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
        yield f"| `{rule.name}` | {rule.example} | {in_english(rule.meaning)} | {rule.meaning} | {others} |\n"


if __name__ == "__main__":
    sys.stdout.write(written())
