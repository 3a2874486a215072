"""Statements as tables of four invented banks: columns guessed, said once, lines proved by their balances, faults placed."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cast import COURT, begin, who
from tests.funds.cast import NUMBER, bank_account
from tests.funds.test_money_pages import signed_in
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.ledger import holds
from zhixing.funds.models import LineRow, StatementRow
from zhixing.funds.sheets.acts import ColumnMeaning, Meaning, StatementColumnsMapped
from zhixing.funds.sheets.reading import Row, rows_of
from zhixing.funds.sheets.table import Columns, guess, statement
from zhixing.funds.statement import Statement, StatementRefused
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see

TWO_COLUMNS = f"""某某银行账户交易明细
账号：{NUMBER}
交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,附言
20170613,,"1,000.00","1,000.00",张三,6228000000000000001,转账,（2017）渝0235执1号
20170613,15.00,,985.00,,,手续费,
20170614,,0.10,985.10,李四,,还款,
合计,15.00,"1,000.10",,,,,
"""
NEWEST_FIRST = """记账日,金额,余额,对方名称,备注
2017/6/14,-5.5,4.5,甲公司,退
2017/6/13,10,10,乙公司,付
"""
DIRECTION = """交易时间;借贷标志;交易金额;账户余额;摘要
2017-06-13 09:30:00;贷;¥1.00;1.00;a
2017年6月14日;借;¥0.40;0.60;b
"""


def read(text: str, encoding: str = "gb18030") -> Statement:
    """The statement of a table read by its guessed columns."""
    rows = rows_of(text.encode(encoding))
    return statement(rows, guess(rows)[1], NUMBER)


def test_debit_and_credit_columns_in_gb18030_with_a_title_and_a_total() -> None:
    found = read(TWO_COLUMNS)
    assert [line.amount for line in found.lines] == [100_000, -1_500, 10]
    assert (found.opening, found.closing, found.left_out) == (0, 98_510, 1)
    first = found.lines[0]
    assert (first.place, first.booked_on, first.other_name) == ("4", date(2017, 6, 13), "张三")
    assert first.text == "转账 （2017）渝0235执1号"


def test_one_signed_column_with_the_newest_first() -> None:
    found = read(NEWEST_FIRST, "utf-8-sig")
    assert [(line.place, line.amount) for line in found.lines] == [("3", 1_000), ("2", -550)]
    assert (found.opening, found.closing) == (0, 450)


def test_a_column_of_direction_and_days_in_chinese() -> None:
    assert [line.amount for line in read(DIRECTION).lines] == [100, -40]


def test_a_workbook_with_real_numbers_and_days() -> None:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["交易日期", "收入", "支出", "余额", "对方户名"])
    for income, outlay, balance in ((0.1, None, 0.1), (0.2, None, 0.1 + 0.2), (None, 0.3, 0)):
        sheet.append([date(2017, 6, 13), income, outlay, balance, "张三"])
    book.save(out)
    rows = rows_of(out.getvalue())
    found = statement(rows, guess(rows)[1], NUMBER)
    assert [line.amount for line in found.lines] == [10, 20, -30]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("985.00,,,", "985.01,,,"), "第 5 行的余额不连续"),
        (("0.10,985.10", "0.1x,985.10"), "第 6 行“收入（贷方）”写的是“0.1x”"),
        (("20170614", "某日"), "第 6 行“记账日期”写的是“某日”"),
        (("0.10,985.10", "0.101,985.10"), "0.101"),
    ],
    ids=["balance", "amount", "day", "part-of-a-fen"],
)
def test_a_fault_is_told_with_its_row_and_column(change: tuple[str, str], says: str) -> None:
    with pytest.raises(StatementRefused, match=says.replace("（", ".").replace("）", ".")):
        read(TWO_COLUMNS.replace(*change))


def test_a_table_whose_headings_changed_is_refused_with_the_one_missing() -> None:
    rows = rows_of(TWO_COLUMNS.encode())
    columns = guess(rows)[1]
    changed = rows_of(TWO_COLUMNS.replace("余额", "结余").encode())
    with pytest.raises(StatementRefused, match="余额"):
        statement(changed, columns, NUMBER)


COLUMNS: Columns = tuple(
    ColumnMeaning(heading=heading, meaning=meaning)
    for heading, meaning in (
        ("日期", Meaning.ON),
        ("金额", Meaning.AMOUNT),
        ("余额", Meaning.BALANCE),
        ("户名", Meaning.NAME),
        ("附言", Meaning.TEXT),
    )
)
words = st.text('张三李四公司还款 执行号0123,"\n;\t', max_size=8).map(str.strip)


@given(
    st.lists(st.tuples(st.integers(-(10**9), 10**9).filter(bool), words, words), min_size=1, max_size=12),
    st.integers(0, 10**9),
)
def test_any_statement_written_as_a_table_is_read_as_it_was(
    lines: list[tuple[int, str, str]], opening: int
) -> None:
    out, balance = io.StringIO(), opening
    writer = csv.writer(out)
    writer.writerow(each.heading for each in COLUMNS)
    for place, (amount, name, text) in enumerate(lines):
        balance += amount
        day = date(2017, 1, 1) + timedelta(days=place)
        writer.writerow([day, f"{amount / 100:.2f}", f"{balance / 100:.2f}", name, text])
    found = statement(_commas(out.getvalue()), COLUMNS, NUMBER)
    assert [(line.amount, line.other_name, line.text) for line in found.lines] == lines
    assert (found.opening, found.closing) == (opening, balance)


def _commas(text: str) -> tuple[Row, ...]:
    return tuple(tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text, newline="")))


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes) -> None:
    for each in (content, b"PK" + content):
        try:
            rows = rows_of(each)
            statement(rows, guess(rows)[1], NUMBER)
        except StatementRefused as refused:
            assert str(refused)


@pytest.mark.django_db
def test_columns_are_said_once_on_the_page_and_then_the_banks_table_is_taken_in_like_any_statement() -> None:
    begin()
    account = bank_account()
    client = signed_in("accountant")

    def file() -> SimpleUploadedFile:
        return SimpleUploadedFile("明细.csv", TWO_COLUMNS.encode("gb18030"))

    refused = client.post("/funds/", {"file": file()})
    see(EVERY_COURT)
    assert refused.status_code == 422 and "对账单栏目" in refused.content.decode()
    page = f"/funds/bank-accounts/{account}/columns/"
    shown = client.post(page, {"file": file()}).content.decode()
    see(EVERY_COURT)
    assert "照此记账的前几笔" in shown and '<option value="in" selected>' in shown
    columns = guess(rows_of(TWO_COLUMNS.encode()))[1]
    told = {
        "heading": [each.heading for each in columns],
        "meaning": [each.meaning.value for each in columns],
    }
    assert client.post(page, {**told, "meaning": ["on"] * len(columns)}).status_code == 422
    see(EVERY_COURT)
    assert client.post(page, told).status_code == 302
    see(EVERY_COURT)
    for _ in range(2):
        assert client.post("/funds/", {"file": file()}).status_code == 302
        see(EVERY_COURT)
    assert StatementRow.objects.count() == 1 and LineRow.objects.count() == 3
    assert holds(COURT, AccountKind.BANK, account) == 98_510


@pytest.mark.django_db
def test_columns_that_cannot_prove_a_balance_are_refused() -> None:
    begin()
    account = bank_account()
    lacking = tuple(each for each in COLUMNS if each.meaning is not Meaning.BALANCE)
    with pytest.raises(door.Refused, match="缺少记账日期、金额或者余额"):
        door.enter(account, StatementColumnsMapped(columns=lacking), who("accountant"), on=date(2017, 6, 14))
