"""Reading and taking in a register of old money: whole or not at all, each line once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec
from django.db import transaction

from zhixing.funds.clearance.acts import OldLine, OldLinesRegistered
from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.clearance.words import EVERY, FOOTER, REQUIRED
from zhixing.funds.models import LineText
from zhixing.funds.sheets.reading import Row, rows_of
from zhixing.funds.sheets.table import day_of
from zhixing.funds.statement import StatementRefused, in_yuan
from zhixing.funds.taking_in import Said
from zhixing.law.texts import say
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.dossier import Actor
from zhixing.record.encryption import encrypt_bytes
from zhixing.record.files import keep

HEAD_WITHIN = 30
LONGEST_FLOW = 20


@dataclass(frozen=True, slots=True)
class OldRow:
    """A row of the register, fen."""

    flow: str
    amount: int
    on: date
    payer: str = ""
    number: str = ""
    officer: str = ""
    text: str = ""


def read(content: bytes) -> tuple[OldRow, ...]:
    """The rows of a register (CSV or XLSX). Raises StatementRefused, which says row, column and value."""
    rows = rows_of(content)
    head, cells = _head(rows)
    found = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        told = {name: row[at] for name, at in cells.items() if at < len(row)}
        if not any(told.values()) or any(cell.startswith(FOOTER) for cell in row[:3]):
            continue
        found.append(_read(number, told))
    if not found:
        raise StatementRefused(say("登记册里没有明细，请核对文件"))
    return tuple(found)


def _head(rows: Sequence[Row]) -> tuple[int, dict[str, int]]:
    best: tuple[int, dict[str, int]] = (0, {})
    for place, row in enumerate(rows[:HEAD_WITHIN]):
        cells: dict[str, int] = {}
        for name, words in EVERY.items():
            at = next((row.index(word) for word in words if word in row), None)
            if at is not None and at not in cells.values():
                cells[name] = at
        if len(cells) > len(best[1]):
            best = place, cells
    missing = [label for name, label in REQUIRED.items() if name not in best[1]]
    if missing:
        raise StatementRefused(
            say("登记册缺少栏目：{missing}；请把栏目名称写在明细上方的一行", missing="、".join(missing))
        )
    return best


def _read(row: int, told: dict[str, str]) -> OldRow:
    flow = told.get("flow", "")
    if not flow or len(flow) > LONGEST_FLOW:
        raise StatementRefused(
            say(
                "第 {row} 行的流水号“{value}”为空或者超过{most}个字符", row=row, value=flow, most=LONGEST_FLOW
            )
        )
    try:
        yuan = Decimal(told.get("amount", "").replace(",", "").replace("，", "").removeprefix("¥"))
        if yuan <= 0 or yuan.as_tuple().exponent not in (0, -1, -2):
            raise InvalidOperation
    except InvalidOperation as error:
        raise StatementRefused(
            say(
                "第 {row} 行的金额“{value}”不是大于零的金额（元，两位小数）",
                row=row,
                value=told.get("amount", ""),
            )
        ) from error
    on = day_of(told.get("day", ""))
    if on is None:
        raise StatementRefused(
            say("第 {row} 行的到账日期“{value}”不是日期", row=row, value=told.get("day", ""))
        )
    rest = {name: told.get(name, "") for name in ("payer", "number", "officer", "text")}
    return OldRow(flow, int(yuan * 100), on, **rest)


def _same_as_before(rows: Sequence[OldRow], there: Mapping[str, tuple[int, date]]) -> None:
    """Raise StatementRefused where a flow number was registered with another sum or day: one of the two is wrong."""
    for row in rows:
        amount, day = there.get(row.flow, (row.amount, row.on))
        if (amount, day) != (row.amount, row.on):
            raise StatementRefused(
                say(
                    "流水号 {flow} 已登记为 {day} 到账 {amount} 元，文件里是 {on} 到账 {told} 元；请核对哪一处有误",
                    flow=row.flow,
                    day=day,
                    amount=in_yuan(amount),
                    on=row.on,
                    told=in_yuan(row.amount),
                )
            )


def take_in(campaign: ClearanceRow, name: str, content: bytes, by: Actor, on: date) -> tuple[int, int]:
    """Register what is new; how many, and how many were there already. Raises StatementRefused, door.Refused."""
    rows = read(content)
    found = OldLineRow.objects.filter(dossier_id=campaign.dossier_id)
    there = {flow: (amount, day) for flow, amount, day in found.values_list("flow", "amount", "on")}
    _same_as_before(rows, there)
    new = [row for row in rows if row.flow not in there]
    if not new:
        return 0, len(rows)
    officers = dict(
        Officer.objects.filter(
            posts__court=campaign.court, name__in={row.officer for row in new if row.officer}, is_active=True
        ).values_list("name", "pk")
    )
    with transaction.atomic():
        file = keep(campaign.court, name, content, by.id)
        lines = tuple(
            OldLine(flow=row.flow, amount=row.amount, on=row.on, officer=officers.get(row.officer))
            for row in new
        )
        door.enter(campaign.dossier_id, OldLinesRegistered(file=file.sha256, lines=lines), by, on=on)
        LineText.objects.bulk_create(
            LineText(
                dossier_id=campaign.dossier_id,
                court=campaign.court,
                place=row.flow,
                cipher=encrypt_bytes(
                    msgspec.json.encode(Said(name=row.payer, text=f"{row.number} {row.text}".strip()))
                ),
            )
            for row in new
        )
    return len(new), len(rows) - len(new)
