"""What the bank is handed: a credit transfer initiation (ISO 20022 pain.001.001.03), and the same as a table for a person.

Both are written from the same payments, deterministically, so that the hashes in the act prove what was handed over.
The payee's bank is stated where it is kept with the account; else banks find it by the number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from zhixing.funds.statement import in_yuan
from zhixing.law.money import Fen

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"
NAME, TEXT, ID = 140, 140, 35  # signs that the standard allows
COLUMNS = ("付款附言", "收款人", "收款账号", "金额（元）", "用途")
BANK = "收款银行"  # a column more where it is known of one of them
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment: what the bank tells back with it, to whom and which account, how much, what for."""

    reference: str
    name: str
    account: str
    amount: Fen
    text: str
    bank: str = ""  # that keeps the account, where it is known


@dataclass(frozen=True, slots=True)
class Order:
    """A file: its number, when it was made, on which day to pay, the court's account, the payments."""

    number: str
    made_at: str  # such as 2017-06-15T09:30:00
    on: date
    name: str
    account: str
    bank: str
    payments: Sequence[Payment]

    @property
    def total(self) -> Fen:
        """The sum of the payments, in fen."""
        return sum(each.amount for each in self.payments)


def message(order: Order) -> bytes:
    """The order as pain.001.001.03.

    >>> at, on = "2017-06-15T09:30:00", date(2017, 6, 15)
    >>> paid = Payment("ZX-1-2", "张三", "6228000000000000001", 500, "执行款")
    >>> text = message(Order("ZX20170615-1", at, on, "某某法院", "6200000000001234", "农业银行", [paid])).decode()
    >>> "<CtrlSum>5.00</CtrlSum>" in text, "<EndToEndId>ZX-1-2</EndToEndId>" in text
    (True, True)
    """
    register_namespace("", NAMESPACE)
    root = Element(f"{{{NAMESPACE}}}Document")
    start = _in(root, "CstmrCdtTrfInitn")
    header = _in(start, "GrpHdr")
    _say(header, "MsgId", order.number[:ID])
    _say(header, "CreDtTm", order.made_at)
    _totals(header, order)
    _say(_in(header, "InitgPty"), "Nm", order.name[:NAME])
    batch = _in(start, "PmtInf")
    _say(batch, "PmtInfId", order.number[:ID])
    _say(batch, "PmtMtd", "TRF")
    _say(batch, "BtchBookg", "false")  # a line of the statement for each, so that each is recognised
    _totals(batch, order)
    _say(batch, "ReqdExctnDt", order.on.isoformat())
    _say(_in(batch, "Dbtr"), "Nm", order.name[:NAME])
    _account(batch, "DbtrAcct", order.account)
    _say(_in(_in(batch, "DbtrAgt"), "FinInstnId"), "Nm", order.bank[:NAME])
    for each in order.payments:
        _transfer(batch, each)
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def table(order: Order) -> bytes:
    """The order as CSV (UTF-8 with mark), a line for each payment; nothing in it is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    known = any(each.bank for each in order.payments)
    writer.writerow((*COLUMNS, BANK) if known else COLUMNS)
    for each in order.payments:
        row = [each.reference, each.name, each.account, in_yuan(each.amount).replace(",", ""), each.text]
        row += [each.bank] if known else []
        writer.writerow([f"'{text}" if text.startswith(FORMULA) else text for text in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _transfer(batch: Element, payment: Payment) -> None:
    transfer = _in(batch, "CdtTrfTxInf")
    numbers = _in(transfer, "PmtId")
    _say(numbers, "InstrId", payment.reference[:ID])
    _say(numbers, "EndToEndId", payment.reference[:ID])
    amount = _in(_in(transfer, "Amt"), "InstdAmt")
    amount.set("Ccy", "CNY")
    amount.text = in_yuan(payment.amount).replace(",", "")
    if payment.bank:
        _say(_in(_in(transfer, "CdtrAgt"), "FinInstnId"), "Nm", payment.bank[:NAME])
    _say(_in(transfer, "Cdtr"), "Nm", payment.name[:NAME])
    _account(transfer, "CdtrAcct", payment.account)
    _say(_in(transfer, "RmtInf"), "Ustrd", payment.text[:TEXT])


def _totals(parent: Element, order: Order) -> None:
    _say(parent, "NbOfTxs", str(len(order.payments)))
    _say(parent, "CtrlSum", in_yuan(order.total).replace(",", ""))


def _account(parent: Element, name: str, number: str) -> None:
    _say(_in(_in(_in(parent, name), "Id"), "Othr"), "Id", number[:34])


def _in(parent: Element, name: str) -> Element:
    return SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _say(parent: Element, name: str, text: str) -> None:
    _in(parent, name).text = text
