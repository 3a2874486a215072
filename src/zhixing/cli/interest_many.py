"""`zhixing interest FILE.csv`: very many debts at once. Answers in one file, rows that have none sent back in another.

What can be asked of arrays is (`law.many.interest`), tens of thousands of debts together; the rest one by one, to the same fen.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

from zhixing.cli.interest_file import Asked
from zhixing.cli.interest_sheet import DebtRow, DebtSheet, Slip, open_sheet
from zhixing.law.answers import Undetermined
from zhixing.law.interest import Accrual, Debt, Options, Rate, SumKind, accrue
from zhixing.law.interest.options import OldGeneral, OldRate
from zhixing.law.many.interest import Debts, Payments, accrue_all
from zhixing.law.money import Fen, plain
from zhixing.registers.reading import REASONS, SENT_BACK
from zhixing.registers.sheets import write_csv

HEAD = (
    "行", "编号", "算至", "本金", "一般债务利息", "加倍部分债务利息",
    "尚欠本金", "尚欠一般债务利息", "尚欠加倍部分", "尚欠合计", "多付",
)  # fmt: skip
ANSWERED = "-利息"  # at the end of the file's name
AT_ONCE = 50_000  # rows read in before they are answered
FEW = 16  # debts to one day: fewer are sooner asked one by one than their rates are laid out
MOST_RATES = 128  # laid out at once, each day by day
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Grown:
    """What a debt has grown to, in fen, as `Accrual` has it."""

    general: Fen
    doubled: Fen
    owed_principal: Fen
    owed_general: Fen
    owed_doubled: Fen
    surplus: Fen

    @classmethod
    def of(cls, accrual: Accrual) -> Grown:
        """The figures of an answer."""
        owed = accrual.outstanding
        return cls(
            accrual.general, accrual.doubled, owed.principal, owed.general, owed.doubled, accrual.surplus
        )


@dataclass(slots=True)
class Told:
    """What became of the rows read so far."""

    read: int = 0
    sent_back: list[tuple[DebtRow, Slip]] = field(default_factory=list)


def answer_sheet(path: Path, to: date | None, options: Options, output: Path | None) -> int:
    """Answer every row; exit 0 when all were, 1 when rows were sent back, 2 when the file is no sheet of debts."""
    began, told = time.monotonic(), Told()
    try:
        sheet = open_sheet(path, to)
        answers = output or path.with_stem(path.stem + ANSWERED)
        write_csv(answers, HEAD, _lines(sheet, options, told))
    except (ValueError, OSError) as error:
        print(f"\n没有计算：{error}", file=sys.stderr)
        return 2
    print(file=sys.stderr)
    spent = time.monotonic() - began
    print(
        f"读了 {told.read} 行：算出 {told.read - len(told.sent_back)} 笔，退回 {len(told.sent_back)} 笔；用时 {spent:.1f} 秒"
    )
    print(f"结果写在 {answers}")
    if not told.sent_back:
        return 0
    _send_back(path.with_stem(path.stem + SENT_BACK), sheet, told.sent_back)
    return 1


def _send_back(path: Path, sheet: DebtSheet, rows: Sequence[tuple[DebtRow, Slip]]) -> None:
    for row, slip in rows[:SHOWN]:
        line = f"  第 {row.line} 行 {slip.column}“{slip.value}”：{slip.reason}。{slip.mend}"
        if slip.whole:
            line = f"  第 {row.line} 行 {slip.column}“{slip.value}”：{slip.whole}"
        print(line, file=sys.stderr)
    if len(rows) > SHOWN:
        print(f"  另有 {len(rows) - SHOWN} 处，见退回文件", file=sys.stderr)
    kept = [place for place, text in enumerate(sheet.head) if text not in REASONS]

    def lines() -> Iterator[list[str]]:
        for row, slip in rows:
            cells = [row.cells[place] if place < len(row.cells) else "" for place in kept]
            yield [*cells, str(row.line), slip.column, slip.value, slip.reason, slip.mend]

    write_csv(path, [*(sheet.head[place] for place in kept), *REASONS], lines())
    print(f"退回的行写在 {path}，改正后可再计算")


def _lines(sheet: DebtSheet, options: Options, told: Told) -> Iterator[Sequence[str]]:
    while rows := list(islice(sheet.rows, AT_ONCE)):
        answers = grown([row.asked for row in rows], options)
        for row, answer in zip(rows, answers, strict=True):
            if isinstance(answer, Slip):
                told.sent_back.append((row, answer))
            elif isinstance(row.asked, Asked):
                yield _line(row, row.asked, answer)
        told.read += len(rows)
        print(f"\r  已读 {told.read} 行，退回 {len(told.sent_back)} 笔", end="", file=sys.stderr, flush=True)


def _line(row: DebtRow, asked: Asked, grew: Grown) -> Sequence[str]:
    owed = (grew.owed_principal, grew.owed_general, grew.owed_doubled)
    amounts = (asked.debt.sums[0].principal, grew.general, grew.doubled, *owed, sum(owed), grew.surplus)
    return (str(row.line), row.name, asked.to.isoformat(), *(plain(each) for each in amounts))


def grown(rows: Sequence[Asked | Slip], options: Options) -> list[Grown | Slip]:
    """The answer of each row, in their order: by arrays where they can, else one by one."""
    found: dict[int, Grown | Slip] = {}
    for to, places in _by_day(rows, options).items():
        for some in _by_rates(places, rows):
            found |= _together(some, rows, to, options)
    return [found[place] if place in found else _alone(row, options) for place, row in enumerate(rows)]


def _by_day(rows: Sequence[Asked | Slip], options: Options) -> Mapping[date, list[int]]:
    """The rows that arrays can answer, by the day they are reckoned to."""
    if (
        options.order
        or options.old_rate is not OldRate.FOLLOWS
        or options.old_general is not OldGeneral.BESIDE
    ):
        return {}
    found: dict[date, list[int]] = {}
    for place, row in enumerate(rows):
        if isinstance(row, Asked) and _is_plain(row.debt):
            found.setdefault(row.to, []).append(place)
    return {to: places for to, places in found.items() if len(places) >= FEW}


def _is_plain(debt: Debt) -> bool:
    general = debt.general
    return (
        len(debt.sums) == 1
        and debt.sums[0].kind is SumKind.PRINCIPAL
        and not debt.suspensions
        and len(general) <= 1
        and all(each.until is None and each.base is None and each.cap is None for each in general)
    )


def _by_rates(places: Sequence[int], rows: Sequence[Asked | Slip]) -> Iterator[Mapping[int, Rate | None]]:
    """The rows in lots that have few rates among them."""
    by_rate: dict[Rate | None, list[int]] = {}
    for place in places:
        row = rows[place]
        assert isinstance(row, Asked)
        general = row.debt.general
        by_rate.setdefault(general[0].rate if general else None, []).append(place)
    rates = iter(by_rate.items())
    while lot := list(islice(rates, MOST_RATES)):
        yield {place: rate for rate, several in lot for place in several}


def _together(
    rates: Mapping[int, Rate | None], rows: Sequence[Asked | Slip], to: date, options: Options
) -> dict[int, Grown | Slip]:
    """What arrays answer of these rows; what they leave is not there."""
    places = list(rates)
    granted = dict.fromkeys(rate for rate in rates.values() if rate is not None)
    laid: dict[Rate | None, int] = {rate: nth for nth, rate in enumerate(granted)}
    debts = [row.debt for row in (rows[place] for place in places) if isinstance(row, Asked)]
    paid = [(nth, each) for nth, debt in enumerate(debts) for each in debt.payments]
    answer = accrue_all(
        Debts(
            np.array([debt.sums[0].principal for debt in debts], np.int64),
            np.array([debt.sums[0].due for debt in debts], "M8[D]"),
            np.array([laid.get(rate, -1) for rate in rates.values()], np.int64),
            np.array([debt.general[0].since if debt.general else None for debt in debts], "M8[D]"),
        ),
        Payments(
            np.array([nth for nth, _ in paid], np.int64),
            np.array([each.on for _, each in paid], "M8[D]"),
            np.array([each.amount for _, each in paid], np.int64),
        ),
        to,
        rates=list(granted),
        options=options,
    )
    columns = (
        answer.general, answer.doubled, answer.owed_principal, answer.owed_general, answer.owed_doubled, answer.surplus,
    )  # fmt: skip
    figures = zip(*(column.tolist() for column in columns), strict=True)
    return {
        place: Grown(*each)
        for place, covered, each in zip(places, answer.covered.tolist(), figures, strict=True)
        if covered
    }


def _alone(row: Asked | Slip, options: Options) -> Grown | Slip:
    if isinstance(row, Slip):
        return row
    try:
        answer = accrue(row.debt, row.to, options=options)
    except ValueError as error:
        return Slip("", "", str(error), "请核对")
    if isinstance(answer, Undetermined):
        missing = "；".join(str(each) for each in answer.missing)
        return Slip("", "", f"还不能算，缺少：{missing}", "请补上，或用 --reading 写明口径")
    return Grown.of(answer.value)
