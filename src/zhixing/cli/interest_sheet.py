"""The sheet that `zhixing interest` reads: CSV, a debt a row; each row says what the JSON file of one plain case says.

So a row is read by the reader of that file, and means the same; only the slip's place is told as the column of the sheet.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zhixing.cli.interest_file import Asked, asked
from zhixing.cli.json_file import Misread, Node
from zhixing.registers.cells import READERS, BadCell
from zhixing.registers.fields import Kind
from zhixing.registers.reading import REASONS, decoded

# heading → its code, and the member of the JSON file that it fills ("general" is that of the one interest granted).
COLUMNS = {
    "编号": ("id", ""),
    "本金": ("principal", "principal"),
    "履行期限届满日": ("due", "due"),
    "利率": ("rate", "general.rate"),
    "利率单位": ("per", "general.per"),
    "利率表": ("table", "general.rate.table"),
    "倍数": ("times", "general.rate.times"),
    "加点": ("plus", "general.rate.plus"),
    "期限档": ("bracket", "general.rate.bracket"),
    "年天数": ("year_days", "general.year_days"),
    "起息日": ("since", "general.since"),
    "止息日": ("until", "general.until"),
    "清偿": ("payments", "payments"),
    "算至": ("to", "to"),
}
_CODES = {code: name for name, (code, _) in COLUMNS.items()}
_MEMBERS = {member: name for name, (_, member) in COLUMNS.items() if member}
_DAYS = ("履行期限届满日", "起息日", "止息日", "算至")
_WORDS = {
    "日": "day", "月": "month", "年": "year",
    "1年期LPR": "lpr-1y", "5年期LPR": "lpr-5y", "贷款基准利率": "benchmark",
    "六个月": "6m", "一年": "1y", "三年": "3y", "五年": "5y", "五年以上": "over-5y",
}  # fmt: skip
_BREAK = re.compile(r"[;；\n]")
_TURN = "，请"  # between what is wrong and how it is mended


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a row is sent back."""

    column: str
    value: str
    reason: str
    mend: str
    whole: str = ""  # both in one sentence, where that is how it was found


@dataclass(frozen=True, slots=True)
class DebtRow:
    """A row: its line, its cells as they came, and what it asks or why it cannot be read."""

    line: int
    cells: Sequence[str]
    name: str
    asked: Asked | Slip


@dataclass(frozen=True, slots=True)
class DebtSheet:
    """A sheet of debts: its headings as they stand there, and its rows, read one after another."""

    head: Sequence[str]
    rows: Iterator[DebtRow]


def open_sheet(path: Path, to: date | None) -> DebtSheet:
    """Open a CSV file; `to` is the day for rows that name none. Raises Misread where it is no such sheet."""
    try:
        found = csv.reader(io.StringIO(decoded(path.read_bytes(), path.name), newline=""))
    except OSError as error:
        raise Misread(f"{path}：读不到文件（{error.strerror}），请核对文件名") from None
    head = [text.strip() for text in next(found, [])]
    names = [_CODES.get(text.lower(), text) for text in head]
    for place, name in enumerate(names, start=1):
        if name not in COLUMNS and name not in REASONS:
            raise Misread(f"{path.name}：第 {place} 列“{name}”不认识，可以写的是 {'、'.join(COLUMNS)}")
        if names.count(name) > 1:
            raise Misread(f"{path.name}：“{name}”有两列，请删去一列")
    if "本金" not in names:
        raise Misread(f"{path.name}：没有“本金”一列，请补上")
    numbered = enumerate(found, start=2)
    return DebtSheet(head, (_row(names, line, cells, to) for line, cells in numbered if any(cells)))


def slip_of(error: Misread, said: dict[str, str]) -> Slip:
    """What a reader of the file found wrong, with its column."""
    member = error.path.replace("general[0]", "general")
    name = _MEMBERS.get(member) or _MEMBERS.get(member.split("[")[0], "")
    if member == "general.rate" and "利率表" in said:
        name = "利率表"
    missing = re.search(r"缺少“(\w+)”", error.what)
    if missing:
        name = _CODES.get(missing[1], name)
        return Slip(name, "", f"没有填“{name}”", "请补上")
    reason, turn, mend = error.what.partition(_TURN)
    return Slip(name, said.get(name, ""), reason, turn[1:] + mend, error.what)


def _row(names: Sequence[str], line: int, cells: Sequence[str], to: date | None) -> DebtRow:
    said = {
        name: text.strip()
        for name, text in zip(names, cells, strict=False)
        if name in COLUMNS and text.strip()
    }
    found: Asked | Slip
    try:
        found = asked(Node(_members(said, to), ""))
    except BadColumn as error:
        found = Slip(error.column, said.get(error.column, ""), error.trouble.reason, error.trouble.mend)
    except Misread as error:
        found = slip_of(error, said)
    return DebtRow(line, cells, said.get("编号", str(line)), found)


class BadColumn(ValueError):
    """A cell that the sheet's own way of writing cannot read."""

    def __init__(self, column: str, trouble: BadCell) -> None:
        super().__init__(str(trouble))
        self.column, self.trouble = column, trouble


def _members(said: dict[str, str], to: date | None) -> dict[str, object]:
    """A row as the object that the JSON file would hold."""
    whole: dict[str, object] = {"to": to.isoformat()} if to else {}
    general: dict[str, object] = {}
    table: dict[str, object] = {}
    for name, text in said.items():
        _, member = COLUMNS[name]
        *_, key = member.split(".")
        value: object = _day(name, text) if name in _DAYS else _WORDS.get(text, text)
        if name == "年天数":
            value = int(text) if text.isdecimal() else text
        elif name in ("利率", "加点"):
            value = _rate(text)
        elif name == "清偿":
            value = list(_payments(text))
        if member.startswith("general.rate."):
            table[key] = value
        elif member.startswith("general."):
            general[key] = value
        elif member:
            whole[key] = value
    if "rate" in general and "per" not in general:
        raise BadColumn("利率单位", BadCell("没有写明是日、月还是年利率", "请填 日、月 或者 年"))
    if table:
        if "rate" in general:
            raise BadColumn("利率", BadCell("“利率”与“利率表”只能写一处", "请删去一处"))
        general["rate"] = table
    return whole | ({"general": [general]} if general else {})


def _day(name: str, text: str) -> str:
    try:
        found = READERS[Kind.TIME](text)
    except BadCell as trouble:
        raise BadColumn(name, trouble) from None
    assert isinstance(found, datetime)
    return found.date().isoformat()


def _rate(text: str) -> str:
    """A rate as a plain decimal; a spreadsheet writes 24% for 0.24."""
    figures = text.removesuffix("%").removesuffix("％").strip()
    if figures == text or not re.fullmatch(r"\d+(\.\d+)?", figures):
        return text
    whole, _, part = figures.partition(".")
    whole = whole.zfill(3)
    return f"{whole[:-2]}.{whole[-2:]}{part}"


def _payments(text: str) -> Iterator[dict[str, object]]:
    """Payments in one cell: day, blank, amount; several parted by semicolons."""
    for part in _BREAK.split(text):
        if not part.strip():
            continue
        day, *amount = part.split()
        if len(amount) != 1:
            raise BadColumn(
                "清偿",
                BadCell(f"“{part.strip()}”不是日期加金额", "请写成 2016-05-01 20000.00，几笔之间用分号隔开"),
            )
        yield {"on": _day("清偿", day), "amount": amount[0]}
