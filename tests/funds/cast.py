"""The cast of money: a court's bank account, statements of it, and a case that money comes for."""

from __future__ import annotations

from collections.abc import Sequence

from tests.cast import COURT, TODAY, who
from zhixing.funds.acts.account import AccountUse, BankAccountOpened
from zhixing.funds.acts.statement import Assignment, LinesAssigned
from zhixing.funds.models import BankAccountRow
from zhixing.funds.statement import Line, Statement, prove
from zhixing.funds.taking_in import TakenIn, take_in
from zhixing.record import door
from zhixing.record.act import Act

NUMBER = "6200000000001234"


def bank_account(court: str = COURT, number: str = NUMBER) -> int:
    """A bank account of the court, opened and approved; its dossier."""
    act = BankAccountOpened(
        name="云阳县人民法院", bank="农业银行云阳支行", number=number, use=AccountUse.CASE_MONEY
    )
    step = door.Step(act=act, by=who("accountant", court), on=TODAY)
    return door.open_dossier(court, [step])[0]


def statement(opening: int, *amounts: int, number: str = "S1", names: Sequence[str] = ()) -> Statement:
    """A statement of these lines, in fen, that balances."""
    lines = tuple(
        Line(str(place), amount, TODAY, other_name=name, bank_reference=f"{number}-{place}")
        for place, (amount, name) in enumerate(
            zip(amounts, names or ["李付款"] * len(amounts), strict=True), 1
        )
    )
    found = Statement(number, NUMBER, lines, opening, opening + sum(amounts))
    prove(found)
    return found


def taken(found: Statement, court: str = COURT) -> TakenIn:
    """The statement taken in by the court's accountant."""
    return take_in(
        court, "对账单.xml", f"<a>{found.number}</a>".encode(), [found], who("accountant", court), TODAY
    )[0]


def assigned(dossier: int, case: int, *lines: tuple[str, int]) -> Act:
    """The assignment of these lines, place and amount, to a case."""
    account = BankAccountRow.objects.get().dossier_id
    return LinesAssigned(
        account=account,
        assignments=tuple(Assignment(line=place, amount=amount, case=case) for place, amount in lines),
    )
