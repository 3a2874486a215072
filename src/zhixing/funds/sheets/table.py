"""A table of rows as a statement: the head found, lines read, and the balance after each line proved.

Not covered: several currencies in one table, and tables that state no balance after each line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from zhixing.funds.sheets.acts import ColumnMeaning, Meaning
from zhixing.funds.sheets.reading import Row
from zhixing.funds.sheets.words import AROUND_AMOUNTS, CHINESE_DAY, FOOTER, IN_WORDS, OUT_WORDS, guessed
from zhixing.funds.statement import Line, Statement, StatementRefused, in_yuan
from zhixing.law.money import Fen
from zhixing.law.texts import say

HEAD_WITHIN = 30  # rows that banks print above the head
MOST_FEN = 10**15
Columns = tuple[ColumnMeaning, ...]


@dataclass(frozen=True, slots=True)
class Booked:
    """A row that is a line: its number in the file, the line, and the balance after it."""

    row: int
    line: Line
    balance: Fen


@dataclass(frozen=True, slots=True)
class Place:
    """Where the table's head is, and at which cells what is found; several where a meaning has several columns."""

    head: int
    cells: dict[Meaning, tuple[int, ...]]

    def text(self, row: Row, meaning: Meaning) -> str:
        """What the row says there; several cells are joined."""
        found = [row[at] for at in self.cells.get(meaning, ()) if at < len(row) and row[at]]
        return " ".join(found)


def guess(rows: Sequence[Row]) -> tuple[int, Columns]:
    """The row of the head (from 0) and what its headings probably mean: the one of which most are understood."""
    best: tuple[int, int, Columns] = (0, 0, ())
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        named = [(cell, guessed(cell)) for cell in row if cell]
        found: dict[str, Meaning] = {}
        for heading, meaning in named:
            if (
                meaning
                and (meaning is Meaning.TEXT or meaning not in found.values())
                and heading not in found
            ):
                found[heading] = meaning
        if len(found) > best[0]:
            columns = tuple(
                ColumnMeaning(heading=heading, meaning=meaning) for heading, meaning in found.items()
            )
            best = (len(found), at, columns)
    return best[1], best[2]


def place(rows: Sequence[Row], columns: Columns) -> Place:
    """The first row that has every heading. Raises StatementRefused, which names the one that is missing most rows long."""
    wanted = [each.heading for each in columns]
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        if all(heading in row for heading in wanted):
            cells: dict[Meaning, tuple[int, ...]] = {}
            for each in columns:
                cells[each.meaning] = (*cells.get(each.meaning, ()), row.index(each.heading))
            return Place(at, cells)
    there = {cell for row in rows[:HEAD_WITHIN] for cell in row}
    lacking = next((heading for heading in wanted if heading not in there), wanted[0] if wanted else "")
    raise StatementRefused(
        say(
            "前 {most} 行里没有含“{heading}”的表头。银行改了表格的，请重新登记对账单栏目",
            most=HEAD_WITHIN,
            heading=lacking,
        )
    )


def statement(rows: Sequence[Row], columns: Columns, account: str) -> Statement:
    """The statement that a table holds, each line proved by the balance after it. Raises StatementRefused."""
    found = place(rows, columns)
    booked: list[Booked] = []
    left_out = 0
    for at, row in enumerate(rows[found.head + 1 :], found.head + 2):
        line = _booked(found, row, at)
        if line is None:
            left_out += 1 if any(row) else 0
        else:
            booked.append(line)
    if not booked:
        raise StatementRefused(say("表格里没有一笔交易，请核对导出的账户和日期"))
    ordered = _in_order(booked)
    lines = tuple(each.line for each in ordered)
    return Statement(
        _number(lines, ordered[-1].balance),
        account,
        lines,
        ordered[0].balance - ordered[0].line.amount,
        ordered[-1].balance,
        left_out,
    )


def _booked(found: Place, row: Row, at: int) -> Booked | None:
    """The line of a row; None for an empty row, a total, a note."""
    on = day_of(found.text(row, Meaning.ON))
    if on is None:
        if not any(row) or FOOTER.search("".join(row)):
            return None
        raise _bad(at, Meaning.ON, found.text(row, Meaning.ON), "2017-06-15")
    amount = _amount(found, row, at)
    if amount == 0:
        return None  # banks print lines of zero for notices
    line = Line(
        str(at),
        amount,
        on,
        bank_reference=found.text(row, Meaning.REFERENCE),
        other_name=found.text(row, Meaning.NAME),
        other_account="".join(found.text(row, Meaning.ACCOUNT).split()),
        own_account="".join(found.text(row, Meaning.OWN).split()),
        text=found.text(row, Meaning.TEXT),
    )
    return Booked(at, line, _fen(found.text(row, Meaning.BALANCE), at, Meaning.BALANCE))


def _amount(found: Place, row: Row, at: int) -> Fen:
    """What came in (positive) or went out (negative)."""
    if Meaning.AMOUNT not in found.cells:
        came = _fen(found.text(row, Meaning.INCOME) or "0", at, Meaning.INCOME)
        went = _fen(found.text(row, Meaning.OUTLAY) or "0", at, Meaning.OUTLAY)
        return came - abs(went)
    amount = _fen(found.text(row, Meaning.AMOUNT), at, Meaning.AMOUNT)
    if Meaning.DIRECTION not in found.cells:
        return amount
    said = found.text(row, Meaning.DIRECTION).upper()
    if said.startswith(IN_WORDS):
        return abs(amount)
    if said.startswith(OUT_WORDS):
        return -abs(amount)
    raise _bad(at, Meaning.DIRECTION, said, "借/贷")


def _in_order(booked: list[Booked]) -> list[Booked]:
    """The lines from the oldest on; tables that begin with the newest are turned round. Raises where a balance does not fit."""
    broken = _break(booked)
    if broken is None:
        return booked
    turned = booked[::-1]
    if _break(turned) is None:
        return turned
    before, after = broken
    raise StatementRefused(
        say(
            "第 {row} 行的余额不连续：上一笔余额 {before} 元，本笔 {amount} 元，余额却是 {after} 元。整份未读入，请核对是否缺行",
            row=after.row,
            before=in_yuan(before.balance),
            amount=in_yuan(after.line.amount),
            after=in_yuan(after.balance),
        )
    )


def _break(booked: list[Booked]) -> tuple[Booked, Booked] | None:
    return next(
        (
            (before, after)
            for before, after in pairwise(booked)
            if before.balance + after.line.amount != after.balance
        ),
        None,
    )


def day_of(text: str) -> date | None:
    """A day as banks write it: 2017-06-15, 2017/6/15, 20170615, 2017年6月15日; None for none."""
    chinese = CHINESE_DAY.match(text)
    if chinese:
        text = f"{chinese[1]}-{int(chinese[2]):02}-{int(chinese[3]):02}"
    bare = text.replace("/", "-").replace(".", "-").split(" ")[0].split("T")[0]
    parts = bare.split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        bare = f"{parts[0]:0>4}-{parts[1]:0>2}-{parts[2]:0>2}"
    try:
        return date.fromisoformat(bare[:8] if bare.isdecimal() else bare)
    except ValueError:
        return None


def _fen(text: str, at: int, meaning: Meaning) -> Fen:
    bare = text.translate(AROUND_AMOUNTS)
    try:
        fen = Decimal(bare).scaleb(2)
        whole = int(fen)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise _bad(at, meaning, text, "1,234.50") from error
    # Workbooks keep amounts as binary numbers: what is off by less than a millionth of a fen is that fen.
    nearest = int(fen.to_integral_value())
    if abs(fen - nearest) > Decimal("0.000001") or abs(whole) > MOST_FEN:
        raise _bad(at, meaning, text, "1,234.50")
    return nearest


def _bad(at: int, meaning: Meaning, text: str, example: str) -> StatementRefused:
    return StatementRefused(
        say(
            "第 {row} 行“{column}”写的是“{value}”，读不懂；应写成 {example}。整份未读入",
            row=at,
            column=meaning.label,
            value=text[:30],
            example=example,
        )
    )


def _number(lines: Sequence[Line], closing: Fen) -> str:
    """Tables have no number of their own: first and last day, and a hash of what they say, so that the same is the same."""
    said = [
        (line.amount, line.booked_on, line.bank_reference, line.other_account, line.text) for line in lines
    ]
    digest = hashlib.sha256(repr((said, closing)).encode()).hexdigest()[:8]
    return f"{lines[0].booked_on:%Y%m%d}-{lines[-1].booked_on:%Y%m%d}-{digest}"
