"""What the columns of a bank's table mean: guessed from a file, put right by the accountant, shown as it would be booked."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.funds.models import BankAccountRow
from zhixing.funds.pages.overview import me_there
from zhixing.funds.sheets.acts import ColumnMeaning, Meaning, StatementColumnsMapped
from zhixing.funds.sheets.opening import columns_of
from zhixing.funds.sheets.reading import is_table, rows_of
from zhixing.funds.sheets.table import Columns, guess, statement
from zhixing.funds.statement import Line, StatementRefused
from zhixing.law.texts import Text, say
from zhixing.people.access import needs
from zhixing.record import clock, door
from zhixing.record.power import Power

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says: its headings, what they probably mean, and the first lines as they would be booked."""

    headings: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


@needs(Power.ACCOUNTANT)
def columns_page(request: HttpRequest, number: int) -> HttpResponse:
    """GET shows what is said now. POST of a `file` guesses from it; POST of `heading` and `meaning` says what they are."""
    account = get_object_or_404(BankAccountRow, dossier_id=number)
    wrong: Text | str = ""
    seen = Seen(tuple((each.heading, each.meaning.value) for each in columns_of(number)), ())
    if request.method == "POST":
        try:
            if "heading" in request.POST:
                return _said(request, account)
            seen = _guessed(request, account)
        except StatementRefused as refused:
            wrong = refused.text
        except door.Refused as refused:
            wrong = refused.refusals[0].told
            seen = Seen(_pairs(request), ())
    return render(
        request,
        "funds/columns.html",
        {
            "here": "funds",
            "account": account,
            "wrong": wrong,
            "headings": seen.headings,
            "lines": seen.lines,
            "meanings": [(each.value, each.label) for each in Meaning],
        },
        status=422 if wrong else 200,
    )


def _guessed(request: HttpRequest, account: BankAccountRow) -> Seen:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or not upload.size:
        raise StatementRefused(say("请选择网银导出的 CSV 或 XLSX 文件"))
    content = upload.read()
    if not is_table(content):
        raise StatementRefused(say("这是 XML 文件，不必登记栏目，请直接在“案款”页登记"))
    rows = rows_of(content)
    head, columns = guess(rows)
    if not columns:
        raise StatementRefused(say("没有找到表头，请核对文件"))
    meant = {each.heading: each.meaning.value for each in columns}
    headings = dict.fromkeys(cell for cell in rows[head] if cell)
    try:
        lines = statement(rows, columns, account.number).lines[:SHOWN]
    except StatementRefused as refused:
        messages.warning(request, str(refused.text), "soon")
        lines = ()
    return Seen(tuple((heading, meant.get(heading, "")) for heading in headings), lines)


def _said(request: HttpRequest, account: BankAccountRow) -> HttpResponse:
    known = {each.value: each for each in Meaning}
    columns: Columns = tuple(
        ColumnMeaning(heading=heading, meaning=known[meaning])
        for heading, meaning in _pairs(request)
        if meaning in known
    )
    act = StatementColumnsMapped(columns=columns)
    door.enter(account.dossier_id, act, me_there(request, account.court), on=clock.today())
    messages.success(request, str(say("已登记栏目，可以登记该账户的表格对账单了")), "done")
    return redirect("funds")


def _pairs(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return tuple(zip(request.POST.getlist("heading"), request.POST.getlist("meaning"), strict=False))
