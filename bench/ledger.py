"""The ledger: statements of a thousand lines posted, beside bare multi-row INSERTs of the same rows with the same constraints.

The bare tables have the same columns, indexes and checks, and foreign keys besides; nothing sums, numbers or balances there.
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.figure import Figure, side_by_side

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

STATEMENTS, LINES, TODAY = 50, 1_000, date(2017, 6, 15)
COURT = "渝0235"
GOAL = 0.6  # of their rate
BARE = """
    CREATE TABLE bare_account (LIKE funds_account INCLUDING ALL);
    CREATE TABLE bare_voucher (LIKE funds_voucher INCLUDING ALL);
    CREATE TABLE bare_posting (LIKE funds_posting INCLUDING ALL,
        FOREIGN KEY (voucher_id) REFERENCES bare_voucher (id), FOREIGN KEY (account_id) REFERENCES bare_account (id));
    INSERT INTO bare_account SELECT * FROM funds_account;
"""


def figures() -> list[Figure]:
    """In a database of its own, which is thrown away."""
    with TemporaryDirectory() as state:
        own = {**os.environ, "ZHIXING_VAR": state, "ZHIXING_TODAY": TODAY.isoformat()}
        own["PYTHONPATH"] = "src:."
        zhixing = str(Path(".venv/bin/zhixing").resolve())
        try:
            subprocess.run([zhixing, "manage", "migrate"], env=own, check=True, capture_output=True)
            made = subprocess.run(
                [str(Path(zhixing).with_name("python")), "-m", "bench.ledger"],
                env=own,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        finally:
            subprocess.run([zhixing, "postgres", "stop"], env=own, check=False, capture_output=True)
    ours, theirs = json.loads(made.stdout)
    rows = STATEMENTS * LINES * 3
    return [Figure("Ledger, postings of statements", rows, ours, "bare INSERTs", theirs, theirs / ours, GOAL)]


def measure() -> None:
    """Post both ways, compare what is there, and print the seconds of each. Run in a process of its own."""
    from zhixing.cli.django import setup

    setup()
    from django.db import connection

    from zhixing.funds.acts.booking import AccountKind
    from zhixing.funds.ledger import holds
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        dossier = bank_account()
        ours(dossier, 1)  # the accounts are there
        with connection.cursor() as cursor:
            cursor.execute(BARE)
        found = side_by_side([lambda: ours(dossier, STATEMENTS), lambda: theirs(STATEMENTS)])
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM funds_posting) - %s, (SELECT count(*) FROM bare_posting)",
                [LINES * 2],
            )
            mine, bare = cursor.fetchone()
        assert mine == bare, (mine, bare)
        assert holds(COURT, AccountKind.BANK, dossier) * 2 == mine + LINES * 2
    print(json.dumps(found))


def bank_account() -> int:
    """A bank account's dossier, without its acts: what is posted hangs on its number."""
    from zhixing.record.models import DossierHead

    return int(DossierHead.objects.create(kind="bank-account", court=COURT, opened_on=TODAY).pk)


def ours(account: int, statements: int) -> None:
    """Each statement in a transaction of its own, as an act posts it: one fen a line."""
    from django.db import transaction

    from zhixing.funds.acts.account import BankAccountClosed
    from zhixing.funds.acts.booking import AccountKind, voucher
    from zhixing.funds.ledger import post
    from zhixing.record import clock
    from zhixing.record.catalogue import installed
    from zhixing.record.dossier import Actor, Entry

    dossier = installed().dossier(account, "bank-account", COURT, [])
    entry = Entry(
        dossier=account,
        seq=1,
        on=TODAY,
        recorded_at=clock.now(),
        who=Actor(kind="system", id=0, name="").kept(),
        act=BankAccountClosed(reason=""),
    )
    changes = (AccountKind.BANK, account, 1), (AccountKind.SUSPENSE, account, 1)
    for _ in range(statements):
        booked = [voucher("银行收款", *changes, line=str(place)) for place in range(LINES)]
        with transaction.atomic():
            post(dossier, entry, booked)


def theirs(statements: int) -> None:
    """The same rows as an expert would write them: VALUES of a thousand rows, numbers taken beforehand."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM bare_voucher")
        (last,) = cursor.fetchone()
        cursor.execute("SELECT id FROM bare_account ORDER BY side DESC")
        bank, suspense = (number for (number,) in cursor.fetchall())
        for _ in range(statements):
            vouchers, postings = [], []
            for place in range(LINES):
                last += 1
                vouchers.append((last, COURT, TODAY.year, last, TODAY, bank, 1, "银行收款", str(place), 2))
                postings.append((last * 2, last, bank, COURT, TODAY, 1))
                postings.append((last * 2 + 1, last, suspense, COURT, TODAY, -1))
            with transaction.atomic():
                _insert(
                    cursor,
                    "bare_voucher (id, court, year, number, on_day, dossier_id, seq, purpose, line, postings)",
                    vouchers,
                )
                _insert(cursor, "bare_posting (id, voucher_id, account_id, court, on_day, amount)", postings)


def _insert(cursor: CursorWrapper, target: str, rows: list[tuple[object, ...]]) -> None:
    cells = f"({', '.join(['%s'] * len(rows[0]))})"
    values = ", ".join([cells] * len(rows))
    cursor.execute(f"INSERT INTO {target} VALUES {values}", [cell for row in rows for cell in row])


if __name__ == "__main__":
    measure()
