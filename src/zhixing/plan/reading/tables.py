"""A table of measures (序号 | 措施 | 责任部门 | 完成时限) as lines: each row a numbered measure, each column under its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhixing.plan.reading.outline import begins_part, numeral
from zhixing.plan.reading.vocabulary import COLUMNS, LABEL, NUMBER_COLUMN, WHAT_COLUMN

Row = Sequence[str]
FEWEST_COLUMNS = 3


def lines_of(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as measures. A table without such a head, and rows above it, cell by cell; a row of one merged cell as a line."""
    head = next((place for place, row in enumerate(rows) if _is_head(row)), len(rows))
    for row in rows[:head]:
        yield from dict.fromkeys(cell for cell in row if cell)
    if head == len(rows):
        return
    labels = rows[head]
    what = next(place for place, words in enumerate(labels) if WHAT_COLUMN.search(words))
    number = next((place for place, words in enumerate(labels) if NUMBER_COLUMN.search(words)), None)
    count = 0
    for row in rows[head + 1 :]:
        said = {cell for cell in row if cell}
        if len(said) == 1 and len(row) == len(labels) and row[0]:
            yield row[0]
        elif said:
            count = (numeral(row[number]) if number is not None else 0) or count + 1
            yield from _measure(row, labels, (what, number), count)


def _is_head(row: Row) -> bool:
    return len(set(row)) >= FEWEST_COLUMNS and any(WHAT_COLUMN.search(words) for words in row)


def _measure(row: Row, labels: Row, places: tuple[int, int | None], number: int) -> Iterator[str]:
    """Columns that are no label of a measure (备注) stand with its words, not after the names of departments."""
    what = row[places[0]]
    yield what if begins_part(what) else f"{number}、{what}"
    columns = [
        (_label(label), words)
        for place, (label, words) in enumerate(zip(labels, row, strict=False))
        if place not in places and words
    ]
    for known in (False, True):
        for label, words in columns:
            if bool(LABEL.match(f"{label}：")) is known:
                yield f"{label}：{words}"


def _label(head: str) -> str:
    """A column's head as the label it means: 责任领导及部门 is no label, 责任处室 is one of departments."""
    plain = "".join(head.split())
    if LABEL.match(f"{plain}："):
        return plain
    return next((label for label, pattern in COLUMNS if pattern.search(plain)), plain)
