"""Statements of banks: read in all versions, proved to balance, refused whole with the place of the fault."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.cli import bank
from zhixing.funds.camt import read
from zhixing.funds.statement import StatementRefused, in_yuan

DAYS = "<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt>"
SPACE = "urn:iso:std:iso:20022:tech:xsd:camt"


def amount(fen: int, currency: str = "CNY") -> str:
    direction = "CRDT" if fen >= 0 else "DBIT"
    figure = in_yuan(abs(fen)).replace(",", "")
    return f'<Amt Ccy="{currency}">{figure}</Amt><CdtDbtInd>{direction}</CdtDbtInd>'


def entry(fen: int, inside: str = "", status: str = "BOOK", before: str = "") -> str:
    return f"<Ntry>{amount(fen)}{before}<Sts>{status}</Sts>{DAYS}{inside}</Ntry>"


def balance(code: str, fen: int, currency: str = "CNY") -> str:
    return f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{amount(fen, currency)}</Bal>"


def document(*parts: str, version: str = "053.001.02", message: str = "BkToCstmrStmt/Stmt") -> bytes:
    outer, inner = message.split("/")
    account = "<Acct><Id><Othr><Id>6200000000001234</Id></Othr></Id></Acct>"
    body = f"<{outer}><{inner}><Id>S1</Id>{account}{''.join(parts)}</{inner}></{outer}>"
    return f'<Document xmlns="{SPACE}.{version}">{body}</Document>'.encode()


def statement(opening: int, closing: int, *entries: str) -> bytes:
    return document(balance("OPBD", opening), balance("CLBD", closing), *entries)


OLD_DETAIL = (
    "<NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><RltdPties><Dbtr><Nm>张三丰</Nm></Dbtr><DbtrAcct><Id><Othr><Id>77</Id></Othr></Id></DbtrAcct>"
    "</RltdPties><RmtInf><Ustrd>（2026）渝0235</Ustrd><Ustrd>执1号</Ustrd></RmtInf></TxDtls></NtryDtls>"
)
NEW_DETAIL = OLD_DETAIL.replace("<Nm>张三丰</Nm>", "<Pty><Nm>张三丰</Nm></Pty>")


@pytest.mark.parametrize("detail", [OLD_DETAIL, NEW_DETAIL])
def test_a_line_keeps_payer_account_text_and_reference_in_old_and_new_versions(detail: str) -> None:
    (line,) = read(statement(0, 500, entry(500, detail)))[0].lines
    assert (line.other_name, line.other_account, line.end_to_end) == ("张三丰", "77", "E1")
    assert (line.text, line.amount) == ("（2026）渝0235执1号", 500)
    assert (line.booked_on, line.valued_on) == (date(2026, 3, 2), date(2026, 3, 3))


def test_money_out_names_the_payee() -> None:
    paid = OLD_DETAIL.replace("Dbtr", "Cdtr")
    (line,) = read(statement(900, 400, entry(-500, paid)))[0].lines
    assert (line.amount, line.other_name, line.other_account) == (-500, "张三丰", "77")


@pytest.mark.parametrize("version", [f"053.001.0{number}" for number in range(2, 9)])
def test_versions_two_to_eight_are_read(version: str) -> None:
    assert read(document(balance("PRCD", 5), balance("CLBD", 5), version=version))[0].closing == 5


@pytest.mark.parametrize("version", ["053.001.09", "053.001.01", "052.001.02"])
def test_other_messages_are_refused(version: str) -> None:
    with pytest.raises(StatementRefused, match="不是 camt"):
        read(document(version=version))


def test_a_batch_gives_a_line_for_each_detail() -> None:
    details = "".join(f"<TxDtls>{amount(fen)}</TxDtls>" for fen in (300, -100))
    old = "<TxDtls><AmtDtls><TxAmt><Amt Ccy='CNY'>0.5</Amt></TxAmt></AmtDtls></TxDtls>"
    lines = read(statement(0, 250, entry(250, f"<NtryDtls>{details}{old}</NtryDtls>")))[0].lines
    assert [(line.place, line.amount) for line in lines] == [("1.1", 300), ("1.2", -100), ("1.3", 50)]


def test_a_batch_that_does_not_sum_names_its_entry() -> None:
    details = "".join(f"<TxDtls>{amount(fen)}</TxDtls>" for fen in (300, 100))
    with pytest.raises(StatementRefused, match=r"第 2 笔记 5\.00 元，所附明细合计 4\.00 元"):
        read(statement(0, 501, entry(1), entry(500, f"<NtryDtls>{details}</NtryDtls>")))


def test_a_batch_without_amounts_is_refused() -> None:
    with pytest.raises(StatementRefused, match=r"第 1\.1 笔明细没有金额"):
        read(statement(0, 5, entry(5, "<NtryDtls><TxDtls/><TxDtls/></NtryDtls>")))


def test_a_reversal_keeps_the_direction_of_its_booking() -> None:
    (line,) = read(statement(700, 200, entry(-500, before="<RvslInd>true</RvslInd>")))[0].lines
    assert (line.amount, line.reversal) == (-500, True)


def test_two_equal_bookings_are_both_kept_and_announced_ones_left_out() -> None:
    (found,) = read(statement(0, 10, entry(5), entry(5), entry(9, status="PDNG")))
    assert ([line.amount for line in found.lines], found.left_out) == ([5, 5], 1)


def test_status_in_its_newer_form_is_understood() -> None:
    newer = entry(5).replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
    assert len(read(statement(0, 5, newer))[0].lines) == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (statement(0, 500, entry(500), entry(70)), "差额等于第 2 笔"),
        (statement(0, 430, entry(500), entry(70)), "差额是第 2 笔的两倍"),
        (statement(0, 999, entry(500), entry(70)), "可能缺页"),
        (document(balance("OPBD", 1), entry(5)), "没有余额 CLBD"),
        (document(balance("OPBD", 0, "USD"), balance("CLBD", 0)), "不是人民币"),
        (statement(0, 5, entry(5).replace("0.05", "0.051")), "金额“0.051”读不出"),
        (statement(0, 5, entry(5).replace("2026-03-02", "2026-02-30")), "日期“2026-02-30”读不出"),
        (statement(0, 5, entry(5).replace("CRDT", "")), "借贷方向"),
        (statement(0, 5, entry(5))[:-20], "不是完好的XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "不是完好的XML"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place(content: bytes, place: str) -> None:
    with pytest.raises(StatementRefused, match=place):
        read(content)


@given(
    st.integers(-(10**12), 10**12), st.lists(st.integers(-(10**9), 10**9), max_size=20), st.integers(1, 10**6)
)
def test_a_file_is_taken_when_and_only_when_it_balances(opening: int, amounts: list[int], gap: int) -> None:
    entries = [entry(fen) for fen in amounts]
    closing = opening + sum(amounts)
    assert sum(line.amount for line in read(statement(opening, closing, *entries))[0].lines) == sum(amounts)
    with pytest.raises(StatementRefused):
        read(statement(opening, closing + gap, *entries))


def checked(*words: str) -> int:
    parser = argparse.ArgumentParser()
    bank.add_arguments(parser)
    return bank.run(parser.parse_args(["check", *words]))


def test_the_command_states_sums_and_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.xml"
    path.write_bytes(statement(100, 600, entry(500, OLD_DETAIL)))
    assert checked(str(path)) == 0
    said = capsys.readouterr().out
    assert "账号尾号 1234，共 1 笔" in said
    assert "期初 1.00 元，期末 6.00 元，平衡" in said
    assert "张三丰" not in said


def test_a_notification_is_read_without_balances(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "n.xml"
    path.write_bytes(document(entry(500), version="054.001.02", message="BkToCstmrDbtCdtNtfctn/Ntfctn"))
    assert checked(str(path)) == 0
    assert "到账通知不载余额" in capsys.readouterr().out


def test_the_command_fails_for_a_bad_and_for_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "s.xml"
    path.write_bytes(statement(0, 1))
    assert checked(str(path)) == 1
    assert checked(str(path), str(tmp_path / "none.xml")) == 2


def page(number: int, last: bool, *parts: str, name: str = "S1", inside: bool = True) -> str:
    account = "<Acct><Id><Othr><Id>6200000000001234</Id></Othr></Id></Acct>"
    paging = f"<PgNb>{number}</PgNb><LastPgInd>{str(last).lower()}</LastPgInd>"
    own = f"<StmtPgntn>{paging}</StmtPgntn>" if inside else ""
    header = "" if inside else f"<GrpHdr><MsgPgntn>{paging}</MsgPgntn></GrpHdr>"
    return f"{header}<Stmt><Id>{name}</Id>{own}{account}{''.join(parts)}</Stmt>"


def pages(*parts: str) -> bytes:
    body = f"<BkToCstmrStmt>{''.join(parts)}</BkToCstmrStmt>"
    return f'<Document xmlns="{SPACE}.053.001.04">{body}</Document>'.encode()


FIRST = page(1, False, balance("OPBD", 100), entry(5), balance("ITBD", 105))
SECOND = page(2, False, balance("ITBD", 105), entry(7), entry(-2), balance("ITBD", 110))
THIRD = page(3, True, balance("ITBD", 110), entry(1), balance("CLBD", 111))


def test_pages_with_interim_balances_are_one_statement_in_whatever_order_they_stand() -> None:
    (found,) = read(pages(THIRD, FIRST, SECOND))
    assert (found.number, found.opening, found.closing) == ("S1", 100, 111)
    assert [(line.place, line.amount) for line in found.lines] == [
        ("1-1", 5),
        ("2-1", 7),
        ("2-2", -2),
        ("3-1", 1),
    ]


def test_pages_that_repeat_the_balances_of_the_whole_are_one_statement() -> None:
    ends = balance("OPBD", 100), balance("CLBD", 112)
    (found,) = read(pages(page(1, False, *ends, entry(5)), page(2, True, *ends, entry(7))))
    assert (found.opening, found.closing, len(found.lines)) == (100, 112, 2)


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ((FIRST, THIRD), "文件里有第 1、3 页"),
        ((FIRST, SECOND), "文件里有第 1、2 页"),
        ((SECOND, THIRD), "文件里有第 2、3 页"),
        ((FIRST, FIRST, SECOND, THIRD), "文件里有第 1、1、2、3 页"),
        ((FIRST, SECOND.replace("1.05", "1.06"), THIRD), r"第 1 页止于 1\.05 元，第 2 页起于 1\.06 元"),
        ((FIRST, SECOND, THIRD.replace("1.11", "1.12")), "可能缺页"),
    ],
)
def test_a_page_that_is_missing_twice_or_does_not_follow_refuses_the_file(
    parts: tuple[str, ...], place: str
) -> None:
    with pytest.raises(StatementRefused, match=place):
        read(pages(*parts))


def test_a_page_in_a_file_of_its_own_is_proved_by_its_interim_balances() -> None:
    message = page(2, False, balance("ITBD", 105), entry(5), balance("ITBD", 110), inside=False)
    (found,) = read(pages(message))
    assert (found.number, found.opening, found.closing) == ("S1/2", 105, 110)
    with pytest.raises(StatementRefused, match="没有余额 CLBD"):
        read(pages(page(2, True, balance("ITBD", 105), entry(5))))
    with pytest.raises(StatementRefused, match="没有余额 OPBD"):
        read(pages(page(1, True, balance("ITBD", 105), entry(5), balance("CLBD", 110))))
    only = page(1, True, balance("OPBD", 105), entry(5), balance("CLBD", 110), inside=False)
    assert read(pages(only))[0].number == "S1"
