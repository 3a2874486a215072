"""`zhixing bank settle NUMBER… --as USER`: payouts that these statements show paid, or sent back, are entered in their cases."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def settle_statements(username: str, numbers: Sequence[str]) -> int:
    """Settle each statement, whole; what is settled already stays. 1 where one is missing, refused or holds doubtful lines."""
    from zhixing.cli.accountant import accountant

    who = accountant(username)
    if who is None:
        return 2
    officer, court = who
    from zhixing.funds.models import StatementRow
    from zhixing.funds.paying.settling import settled
    from zhixing.people.powers import actor
    from zhixing.record import clock, door
    from zhixing.record.scope import seeing

    code, by = 0, actor(officer, court, clock.today(), strong=False)
    with seeing([court]):
        for number in numbers:
            rows = list(StatementRow.objects.filter(court=court, number=number).order_by("dossier_id"))
            if not rows:
                print(f"没有编号为 {number} 的对账单，请核对编号", file=sys.stderr)
                code = 1
            for row in rows:
                found = settled(row)
                try:
                    for act in found.acts:
                        door.enter(row.dossier_id, act, by, on=clock.today())
                except door.Refused as refused:
                    print(refused, file=sys.stderr)
                    return 1
                print(f"对账单 {number}：付出 {len(found.paid)} 笔、退回 {len(found.back)} 笔，已记入各案")
                for place, why in found.doubtful:
                    print(f"对账单 {number} 第 {place} 笔：{why}", file=sys.stderr)
                    code = 1
    return code
