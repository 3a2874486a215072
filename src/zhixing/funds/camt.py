"""ISO 20022 camt.053 (statement) and camt.054 (notification), versions 02 to 08, as banks write them.

An entry with several transaction details (a batch) gives a line for each; they must sum to the entry. CdtDbtInd is the
direction of the booking itself, so a reversal (RvslInd) keeps it. Only booked entries count; others are told as left out.
A statement of several pages: `camt_pages`. Not covered: other currencies than CNY.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from zhixing.funds.camt_pages import Page, joined
from zhixing.funds.statement import Line, Statement, StatementRefused, in_yuan, prove
from zhixing.law.money import Fen, yuan
from zhixing.law.texts import say

LARGEST_FILE = 64 * 1024 * 1024
_NAMESPACE = re.compile(r"\{urn:iso:std:iso:20022:tech:xsd:camt\.05[34]\.001\.0[2-8]\}Document\Z")
_DIRECTION = {"CRDT": 1, "DBIT": -1}
_AMOUNT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,2}0*)?\Z")
REMITTANCE = ("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf")
OPENING, CLOSING, INTERIM = ("OPBD", "PRCD"), ("CLBD",), ("ITBD",)


def read(content: bytes) -> tuple[Statement, ...]:
    """The statements of a file, each balanced. Raises StatementRefused, for the whole file, with the place of the fault."""
    if len(content) > LARGEST_FILE:
        raise StatementRefused(
            say("文件超过 {limit} MB，请分日导出后再导入", limit=LARGEST_FILE // 1024 // 1024)
        )
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise StatementRefused(say("不是完好的XML文件，请重新从网银下载")) from error
    if not _NAMESPACE.match(root.tag):
        raise StatementRefused(
            say("不是 camt.053 或 camt.054（02至08版）文件，请在网银选择 ISO 20022 格式导出")
        )
    statements = joined(
        [
            _page(each, message)
            for path in ("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
            for message in _all(root, path)
            for each in (*_all(message, "Stmt"), *_all(message, "Ntfctn"))
        ]
    )
    if not statements:
        raise StatementRefused(say("文件里没有对账单，请核对导出的账户和日期"))
    for statement in statements:
        prove(statement)
    return statements


def _page(element: Element, message: Element) -> Page:
    """One page of a statement: the whole of it where the bank numbers no pages. A message's paging is its only statement's."""
    paging = _first(element, "StmtPgntn")
    if paging is None and len(_all(message, "Stmt")) == 1:
        paging = _first(message, "GrpHdr/MsgPgntn")
    number = _text(paging, "PgNb") if paging is not None else ""
    last = paging is None or _text(paging, "LastPgInd") in ("true", "1", "")
    nth = int(number) if number.isdecimal() and len(number) < 6 else 1
    return Page(_statement(element, first=nth == 1, last=last), nth, last)


def _statement(element: Element, *, first: bool, last: bool) -> Statement:
    number = _text(element, "Id")
    account = _account(element, "Acct")
    if not number or not account:
        raise StatementRefused(say("对账单没有编号（Id）或者账号（Acct），请向银行索取完整的文件"))
    lines: list[Line] = []
    left_out = 0
    for place, entry in enumerate(_all(element, "Ntry"), 1):
        if (_text(entry, "Sts/Cd") or _text(entry, "Sts")) == "BOOK":
            lines.extend(_lines(entry, place))
        else:
            left_out += 1
    notified = element.tag.endswith("}Ntfctn")
    return Statement(
        number,
        account,
        tuple(lines),
        None if notified else _balance(element, OPENING, number, 0 if not first else None),
        None if notified else _balance(element, CLOSING, number, -1 if not last else None),
        left_out,
    )


def _balance(element: Element, codes: Sequence[str], number: str, interim: int | None) -> Fen:
    """The balance of one of these codes; within a statement of several pages the first (0) or last (-1) interim one instead."""
    for code in codes:
        for balance in _all(element, "Bal"):
            if _text(balance, "Tp/CdOrPrtry/Cd") == code:
                return _signed(balance, code)
    between = [each for each in _all(element, "Bal") if _text(each, "Tp/CdOrPrtry/Cd") in INTERIM]
    if interim is not None and between:
        return _signed(between[interim], INTERIM[0])
    raise StatementRefused(
        say(
            "对账单 {number} 没有余额 {code}，无法核对；请向银行索取有期初、期末余额的对账单",
            number=number,
            code=codes[0],
        )
    )


def _lines(entry: Element, place: int) -> list[Line]:
    total = _signed(entry, str(place))
    details = _all(entry, "NtryDtls/TxDtls")
    if len(details) < 2:
        return [_line(entry, details[0] if details else entry, total, str(place))]
    default = 1 if total >= 0 else -1
    lines = [
        _line(entry, each, _detail_amount(each, default, f"{place}.{index}"), f"{place}.{index}")
        for index, each in enumerate(details, 1)
    ]
    found = sum(line.amount for line in lines)
    if found != total:
        raise StatementRefused(
            say(
                "第 {place} 笔记 {total} 元，所附明细合计 {found} 元，不相等；整份未读入，请向银行索取完整的文件",
                place=place,
                total=in_yuan(total),
                found=in_yuan(found),
            )
        )
    return lines


def _detail_amount(detail: Element, default: int, place: str) -> Fen:
    """From version 04 on the amount stands in the detail itself, before in its amount details."""
    holder = detail if _all(detail, "Amt") else _first(detail, "AmtDtls/TxAmt")
    if holder is None:
        raise StatementRefused(
            say("第 {place} 笔明细没有金额，分不清各是多少；请向银行索取有明细金额的文件", place=place)
        )
    direction = _DIRECTION.get(_text(detail, "CdtDbtInd"), default)
    return direction * _amount(holder, place)


def _line(entry: Element, detail: Element, amount: Fen, place: str) -> Line:
    booked_on = _day(entry, "BookgDt", place)
    if booked_on is None:
        raise StatementRefused(say("第 {place} 笔没有记账日期，请向银行索取完整的文件", place=place))
    other, own = ("Dbtr", "Cdtr") if amount >= 0 else ("Cdtr", "Dbtr")
    return Line(
        place=place,
        amount=amount,
        booked_on=booked_on,
        valued_on=_day(entry, "ValDt", place),
        reversal=_text(entry, "RvslInd") in ("true", "1"),
        bank_reference=_text(detail, "Refs/AcctSvcrRef") or _text(entry, "AcctSvcrRef"),
        end_to_end=_text(detail, "Refs/EndToEndId"),
        other_name=_name(detail, other) or _name(detail, f"Ultmt{other}"),
        other_account=_account(detail, f"RltdPties/{other}Acct"),
        own_account=_account(detail, f"RltdPties/{own}Acct"),
        text="".join((each.text or "") for path in REMITTANCE for each in _all(detail, path)),
    )


def _name(detail: Element, party: str) -> str:
    """A party's name; from version 08 on it stands one step deeper."""
    return _text(detail, f"RltdPties/{party}/Pty/Nm") or _text(detail, f"RltdPties/{party}/Nm")


def _signed(element: Element, place: str) -> Fen:
    direction = _DIRECTION.get(_text(element, "CdtDbtInd"))
    if direction is None:
        raise StatementRefused(
            say("{place} 处没有写明借贷方向（CdtDbtInd），请向银行索取完整的文件", place=place)
        )
    return direction * _amount(element, place)


def _amount(holder: Element, place: str) -> Fen:
    element = _first(holder, "Amt")
    figure = (element.text or "").strip() if element is not None else ""
    if element is None or not _AMOUNT.match(figure):
        raise StatementRefused(
            say("{place} 处的金额“{figure}”读不出，应是精确到分的数字", place=place, figure=figure)
        )
    if element.get("Ccy") != "CNY":
        raise StatementRefused(say("{place} 处不是人民币金额；只能导入人民币账户的对账单", place=place))
    whole, _, cents = figure.partition(".")
    return yuan(f"{whole}.{cents[:2]}" if cents else whole)


def _day(element: Element, name: str, place: str) -> date | None:
    written = _text(element, f"{name}/Dt") or _text(element, f"{name}/DtTm")[:10]
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise StatementRefused(
            say("第 {place} 笔的日期“{written}”读不出，应写成 2026-01-31", place=place, written=written)
        ) from error


def _account(element: Element, name: str) -> str:
    return _text(element, f"{name}/Id/IBAN") or _text(element, f"{name}/Id/Othr/Id")


def _all(element: Element, path: str) -> list[Element]:
    """The elements at a path of local names, whatever the version's namespace."""
    return element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def _first(element: Element, path: str) -> Element | None:
    found = _all(element, path)
    return found[0] if found else None


def _text(element: Element, path: str) -> str:
    found = _first(element, path)
    return (found.text or "").strip() if found is not None else ""
