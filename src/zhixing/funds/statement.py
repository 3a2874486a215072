"""A bank statement: what it says, and the proof that opening balance and lines give the closing balance.

A file that does not balance is refused whole, for a half-read statement is money that nobody looks for. Two equal lines are
both kept: banks do book the same amount of the same payer twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.money import FEN_PER_YUAN, Fen
from zhixing.law.texts import Text, say


class StatementRefused(ValueError):
    """The file cannot be taken; `text` says what stands against it, where, and how to mend it."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


@dataclass(frozen=True, slots=True)
class Line:
    """One payment in (`amount` positive) or out (negative), in fen. `place` counts booked entries and their details from 1.

    `other_name` and `other_account` are of the payer, or of the payee of money out; they are personal.
    """

    place: str
    amount: Fen
    booked_on: date
    valued_on: date | None = None
    reversal: bool = False
    bank_reference: str = ""
    end_to_end: str = ""
    other_name: str = ""
    other_account: str = ""
    own_account: str = ""  # of ours, where the bank names one: the account a case was given
    text: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Booked lines of one account; balances in fen, None in a notification (camt.054), which states none."""

    number: str
    account: str
    lines: tuple[Line, ...]
    opening: Fen | None = None
    closing: Fen | None = None
    left_out: int = 0  # entries announced and not yet booked

    @property
    def paid_in(self) -> Fen:
        """The sum of what came in, in fen."""
        return sum(line.amount for line in self.lines if line.amount > 0)

    @property
    def paid_out(self) -> Fen:
        """The sum of what went out, in fen, not negative."""
        return -sum(line.amount for line in self.lines if line.amount < 0)


def in_yuan(amount: Fen) -> str:
    """An amount in yuan with its sign.

    >>> in_yuan(-123450)
    '-1,234.50'
    """
    whole, cents = divmod(abs(amount), FEN_PER_YUAN)
    return f"{'-' if amount < 0 else ''}{whole:,}.{cents:02}"


def prove(statement: Statement) -> None:
    """Raise StatementRefused where opening balance and lines do not give the closing balance; a notification has none."""
    if statement.opening is None or statement.closing is None:
        return
    reached = statement.opening + statement.paid_in - statement.paid_out
    gap = statement.closing - reached
    if gap == 0:
        return
    raise StatementRefused(
        say(
            "对账单 {number} 不平：期初余额加减各笔为 {reached} 元，期末余额为 {closing} 元，"
            "相差 {gap} 元；{place}。整份未读入，请向银行索取完整的对账单",
            number=statement.number,
            reached=in_yuan(reached),
            closing=in_yuan(statement.closing),
            gap=in_yuan(gap),
            place=_suspect(statement, gap),
        )
    )


def _suspect(statement: Statement, gap: Fen) -> Text:
    """The first line that alone explains the gap: one too many, or one with the wrong sign."""
    for line in statement.lines:
        if -line.amount == gap:
            return say("差额等于第 {place} 笔，可能重复记入", place=line.place)
        if -2 * line.amount == gap:
            return say("差额是第 {place} 笔的两倍，可能借贷方向相反", place=line.place)
    return say("没有哪一笔能单独说明差额，可能缺页或者缺笔")
