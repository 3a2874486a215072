"""`zhixing bank import FILE… --as USER`: bank files booked, each whole or not at all, and once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.funds.statement import Statement


def take_in_files(username: str, paths: Sequence[Path]) -> int:
    """Book the statements of these files for the court where the accountant is; the exit code."""
    from zhixing.cli.accountant import accountant
    from zhixing.cli.bank import each_file

    found = accountant(username)
    if found is None:
        return 2
    officer, court = found
    from zhixing.funds.models import BankAccountRow
    from zhixing.funds.recognising.assigning import take_in_and_assign
    from zhixing.funds.sheets.opening import read_any
    from zhixing.funds.statement import StatementRefused
    from zhixing.funds.taking_in import TakenIn
    from zhixing.people.powers import actor
    from zhixing.record import clock, door
    from zhixing.record.scope import seeing

    def told(statements: Sequence[Statement], path: Path, content: bytes) -> list[str]:
        by = actor(officer, court, clock.today(), strong=False)
        try:
            with seeing([court]):
                done = take_in_and_assign(court, path.name, content, statements, by, clock.today())
        except door.Refused as refused:
            raise StatementRefused(refused.refusals[0].told) from refused
        return [_line(each, assigned) for each, assigned in done]

    def _line(each: TakenIn, assigned: int) -> str:
        if each.dossier is None:
            return f"对账单 {each.number} 此前已登记，没有重复记账"
        told = f"对账单 {each.number} 登记为卷宗 {each.dossier}：记账 {each.lines} 笔，此前已按到账通知记账 {each.known} 笔"
        return f"{told}；按规则认定 {assigned} 笔"

    def read(content: bytes) -> Sequence[Statement]:
        with seeing([court]):
            return read_any(content, list(BankAccountRow.objects.filter(court=court, closed_on=None)))

    return each_file(paths, read, told)
