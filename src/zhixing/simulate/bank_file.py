"""A bank's statement file (camt.053.001.02) as a bank would export it, of invented lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from zhixing.funds.statement import in_yuan


@dataclass(frozen=True, slots=True)
class BankLine:
    """Money in (fen, positive) or out of the account: whose, what they wrote, and to which account number of ours."""

    amount: int
    name: str
    text: str
    own: str = ""


def written(number: str, account: str, day: date, opening: int, lines: Sequence[BankLine]) -> bytes:
    """The file. The closing balance is what the lines make of the opening one."""
    closing = opening + sum(line.amount for line in lines)
    entries = "".join(_entry(number, place, line, day) for place, line in enumerate(lines, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
        f"<Id>{number}</Id><Acct><Id><Othr><Id>{account}</Id></Othr></Id></Acct>"
        f"{_balance('OPBD', opening)}{_balance('CLBD', closing)}{entries}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def _entry(number: str, place: int, line: BankLine, day: date) -> str:
    other, own = ("Dbtr", "Cdtr") if line.amount >= 0 else ("Cdtr", "Dbtr")
    account = f"<{own}Acct><Id><Othr><Id>{line.own}</Id></Othr></Id></{own}Acct>" if line.own else ""
    return (
        f"<Ntry>{_amount(line.amount)}<Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<AcctSvcrRef>{number}-{place:04}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>"
        f"<{other}><Nm>{escape(line.name)}</Nm></{other}>{account}</RltdPties>"
        f"<RmtInf><Ustrd>{escape(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def _balance(code: str, fen: int) -> str:
    return f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{_amount(fen)}</Bal>"


def _amount(fen: int) -> str:
    figure = in_yuan(abs(fen)).replace(",", "")
    return f'<Amt Ccy="CNY">{figure}</Amt><CdtDbtInd>{"CRDT" if fen >= 0 else "DBIT"}</CdtDbtInd>'
