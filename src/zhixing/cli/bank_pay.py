"""`zhixing bank pay ACCOUNT --as USER --output DIR`: what waits to be paid goes into one file for the bank, as XML and CSV.

Each reading of a payee's account is logged, as on the page; the files are made readable for their owner alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.funds.models import BankAccountRow
    from zhixing.record.dossier import Actor


def pay(username: str, number: str, folder: Path, code: str) -> int:
    """Make the file and write it: 1 where nothing waits or it is refused, 2 where the account or the folder is not there."""
    from zhixing.cli.accountant import accountant

    who = accountant(username)
    if who is None:
        return 2
    officer, court = who
    from zhixing.cli.case import COMMAND_LINE
    from zhixing.funds.models import BankAccountRow
    from zhixing.funds.paying.ordering import NoFile
    from zhixing.people.powers import actor
    from zhixing.people.sign_in import right_second
    from zhixing.people.strength import exempt
    from zhixing.record import clock, door
    from zhixing.record.scope import seeing

    if not (exempt(officer) or (code and right_second(officer, code, COMMAND_LINE))):
        print("付款文件写有收款账户，须以 --code 写明验证器的六位数字或一个恢复码", file=sys.stderr)
        return 1
    by = actor(officer, court, clock.today(), strong=True)
    with seeing([court]):
        account = BankAccountRow.objects.filter(court=court, number=number, closed_on=None).first()
        if account is None or not folder.is_dir():
            print(f"本院没有账号为 {number} 的银行账户，或者没有目录 {folder}，请核对", file=sys.stderr)
            return 2
        try:
            print(_made(account, by, folder))
        except (NoFile, door.Refused) as refused:
            print(refused, file=sys.stderr)
            return 1
    return 0


def _made(account: BankAccountRow, by: Actor, folder: Path) -> str:
    from zhixing.funds.paying.acts import PaymentFileMade
    from zhixing.funds.paying.ordering import make, written
    from zhixing.record import clock, door

    act = make(account, by, clock.today())
    entry = door.read(account.dossier_id).of(PaymentFileMade)[-1]
    for form in ("xml", "csv"):
        _write(folder / f"{act.number}.{form}", written(account, entry, form, by))
    return f"付款文件 {act.number}：{len(act.payments)} 笔，已写入 {folder}，请交银行"


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
