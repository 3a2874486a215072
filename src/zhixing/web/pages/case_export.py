"""The case list as a file: what the filters show, all of it, with a definition of every column."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import IO

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest

from zhixing.cases.acts.filing import LivelihoodCategory
from zhixing.cases.models import CaseRow
from zhixing.languages.speaking import in_english
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.money import Fen
from zhixing.record import clock
from zhixing.registers.sheets import Line, workbook
from zhixing.web.case_filter import filtered, party_names
from zhixing.web.signed_in import officer_of
from zhixing.web.speaking import speaks_english

BATCH = 500
SHEET_ROWS = 1_048_575  # what a worksheet can hold below its heading
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so as a formula
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file: its heading, what exactly it holds, how it is read off a row; `words` are the platform's own."""

    heading: str
    meaning: str
    of: Callable[[CaseRow, list[str]], str | date | Decimal | None]
    words: bool = False

    def cell(self, row: CaseRow, names: list[str]) -> str | date | Decimal | None:
        """What stands in the column, the platform's words in the reader's language."""
        cell = self.of(row, names)
        return _said(cell) if self.words and isinstance(cell, str) else cell


_LIVELIHOOD = {str(each.value): each.label for each in LivelihoodCategory}


def _said(text: str) -> str:
    return in_english(text) if speaks_english() else text


COLUMNS = (
    Column("案号", "立案时编定的案号；收案审查中的为空", lambda row, _: row.number),
    Column("法院", "承办法院", lambda row, _: COURTS_BY_CODE[row.court].short),
    Column("案件类型", "案号中的类型代字", lambda row, _: row.type_code),
    Column("案由", "收案时登记的案由", lambda row, _: row.cause),
    Column(
        "涉民生",
        "涉民生案件的类别；不涉民生的为空",
        lambda row, _: _LIVELIHOOD.get(row.livelihood, ""),
        words=True,
    ),
    Column(
        "当事人", "现在的申请执行人和被执行人，括号内是其地位", lambda _, names: "、".join(map(_said, names))
    ),
    Column("收案日期", "收到申请或移送的日期，年-月-日", lambda row, _: row.received_on),
    Column("立案日期", "决定立案的日期，年-月-日", lambda row, _: row.filed_on),
    Column("承办人", "现在的承办人；待分案的为空", lambda row, _: row.handler_name),
    Column("阶段", "按全部记录推算的办理阶段", lambda row, _: row.stage, words=True),
    Column("中止或暂缓", "正在中止或暂缓的写明，否则为空", lambda row, _: row.paused, words=True),
    Column("执行期限", "应当结案的最后一日，已计入扣除和延长", lambda row, _: row.limit_on),
    Column("结案日期", "结案的日期；未结的为空", lambda row, _: row.closed_on),
    Column("结案方式", "结案的法定方式；未结的为空", lambda row, _: row.closing_way, words=True),
    Column(
        "申请标的（元）", "申请执行的金额，不含迟延履行期间的利息", lambda row, _: _yuan(row.amount_claimed)
    ),
    Column("到位（元）", "已经履行或者执行到位的金额", lambda row, _: _yuan(row.amount_reached)),
)


def _head() -> list[str]:
    return [_said(column.heading) for column in COLUMNS]


def _yuan(fen: Fen) -> Decimal:
    return Decimal(fen).scaleb(-2)


def case_export(request: HttpRequest, form: str) -> FileResponse:
    """What the case list shows under the same query, as csv or xlsx."""
    write = {"csv": _write_csv, "xlsx": _write_xlsx}.get(form)
    if write is None:
        raise Http404("只能导出 csv 或 xlsx")
    # Written whole before it is sent: once the answer streams, the connection no longer sees the officer's courts.
    written = io.BytesIO()
    write(written, _all(filtered(request.GET, officer_of(request))))
    written.seek(0)
    return FileResponse(
        written,
        as_attachment=True,
        filename=f"cases-{clock.today().isoformat()}.{form}",
        content_type=TYPES[form],
    )


def _all(found: QuerySet[CaseRow]) -> Iterator[Line]:
    rows = found.iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        names = party_names([row.dossier_id for row in batch])
        for row in batch:
            yield [column.cell(row, names.get(row.dossier_id, [])) for column in COLUMNS]


def _write_csv(file: IO[bytes], rows: Iterator[Line]) -> None:
    # The mark lets office programs know UTF-8.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    lines = csv.writer(text)
    lines.writerow(_head())
    lines.writerows([_harmless(cell) for cell in row] for row in rows)
    text.detach()


def _harmless(cell: object) -> object:
    """The cell, a text that a spreadsheet would run as a formula with a sign before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell


def _write_xlsx(file: IO[bytes], rows: Iterator[Line]) -> None:
    meanings = ([_said(column.heading), _said(column.meaning)] for column in COLUMNS)
    cases = islice(rows, SHEET_ROWS)
    told = [_said("栏目"), _said("含义")]
    workbook({_said("案件"): (_head(), cases), _said("口径"): (told, meanings)}).save(file)
