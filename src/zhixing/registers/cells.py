"""One cell of a register read by the kind of its field: a typed value, nothing, or why it cannot be read and how to mend it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from zhixing.registers.fields import Kind

Value: TypeAlias = str | int | Decimal | datetime
# What a file hands out: text from CSV; typed cells from XLSX.
Cell: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None
Reader = Callable[[str], Value]

_INT, _LONG = 2**31 - 1, 10**19 - 1
_WHOLE_FIGURES, _SMALLEST = 16, Decimal("0.0001")
_DAY = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?"
)
_BARE_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


class BadCell(ValueError):
    """A cell cannot be read: the reason and the mend, in Chinese."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(f"{reason}：{mend}")
        self.reason, self.mend = reason, mend


def plain(cell: Cell) -> str:
    """The cell as text, blanks at its ends dropped; a typed cell as it would be written."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _text(longest: int) -> Reader:
    def read(text: str) -> Value:
        if len(text) > longest:
            raise BadCell(f"共{len(text)}字，超过{longest}字", f"请删减到{longest}字以内")
        if "\x00" in text:
            raise BadCell("含有不能保存的控制字符", "请删去该字符")
        return text

    return read


def _whole(most: int) -> Reader:
    def read(text: str) -> Value:
        figures = text if text.isascii() else unicodedata.normalize("NFKC", text)
        bare = figures[:-2] if figures.endswith(".0") else figures
        try:
            number = int(bare) if "_" not in bare else None
        except ValueError:
            number = None
        if number is None:
            raise BadCell("不是整数", "请填数字，例如 12")
        if abs(number) > most:
            raise BadCell("数字太大", f"绝对值不超过{most}")
        return number

    return read


def _amount(text: str) -> Value:
    figures = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if "," in figures and _GROUPED.fullmatch(figures):
        figures = figures.replace(",", "")
    try:
        amount = Decimal(figures)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or "_" in figures:
        raise BadCell("不是金额", "以元为单位填数字，例如 50000.00，不写“元”“万”")
    if amount < 0:
        raise BadCell("金额小于零", "请填零或正数")
    if amount.adjusted() >= _WHOLE_FIGURES:
        raise BadCell("金额太大", f"整数部分不超过{_WHOLE_FIGURES}位，请核对单位")
    exact = amount.normalize()
    if exact != exact.quantize(_SMALLEST):
        raise BadCell("小数超过四位", "请四舍五入到四位小数")
    return exact if exact != exact.to_integral_value() else exact.quantize(Decimal(1))


def _time(text: str) -> Value:
    figures = text if text.isascii() else unicodedata.normalize("NFKC", text)
    try:
        if len(figures) == 10 and figures[4] == "-":
            return datetime.fromisoformat(figures)
        found = _DAY.fullmatch(figures) or _BARE_DAY.fullmatch(figures)
        if found is not None:
            year, month, day, hour, minute, second = (
                int(part or 0) for part in (*found.groups(), 0, 0, 0)[:6]
            )
            return datetime.combine(date(year, month, day), time(hour, minute, second))
    except ValueError:
        raise BadCell("日历上没有这一天", "请核对年月日") from None
    raise BadCell("不是日期", "请写成 2017-06-15 或 2017-06-15 09:30:00")


READERS: dict[Kind, Reader] = {
    Kind.TEXT: _text(300),
    Kind.PROSE: _text(100_000),
    Kind.KEY: _text(32),
    Kind.INT: _whole(_INT),
    Kind.LONG: _whole(_LONG),
    Kind.AMOUNT: _amount,
    Kind.TIME: _time,
}


def written(value: Value | None) -> str:
    """A value as files write it: a midnight is written as a day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    return format(value, "f") if isinstance(value, Decimal) else str(value)
