"""Old case money in the courts: a campaign each, its register of what lay in the account before, half of it found out."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from random import Random

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import AccountUse
from zhixing.funds.acts.statement import Matched
from zhixing.funds.clearance.acts import (
    ClearanceOpened,
    KeptGround,
    OldAssignment,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLinesAssigned,
    OldLineUnreturnable,
    OtherMoney,
)
from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.clearance.register import take_in
from zhixing.funds.models import BankAccountRow
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.simulate.district import TODAY, Place, places, steps
from zhixing.simulate.money import BEGINS

OPENED = date(2017, 6, 14)
BASE, OWN_BY, JOINT_BY, DONE_BY = date(2015, 12, 31), date(2017, 7, 31), date(2017, 9, 30), date(2017, 12, 31)
LINES, FOUND = 12, 4
STRANGERS = ("何秀英", "重庆宏达运输有限公司", "吴建平", "罗晓燕")
TEXTS = ("执行款", "案款", "还款", "")


def load_clearing(seed: int) -> int:
    """Open a campaign in every court with a bank account that has none; how many courts. Raises Refused."""
    there = set(ClearanceRow.objects.values_list("court", flat=True))
    rows = BankAccountRow.objects.filter(use=AccountUse.CASE_MONEY.value)
    accounts = dict(rows.order_by("-dossier_id").values_list("court", "dossier_id"))
    missing = [each for each in places() if each.court.code in accounts and each.court.code not in there]
    for place in missing:
        _load(place, accounts[place.court.code], Random(f"{seed}:{place.court.code}:clearing"))
    return len(missing)


def _load(place: Place, account: int, rng: Random) -> None:
    accountant, officer = place.staff["accountant"], place.staff["officer1"]
    opening = ClearanceOpened(
        name="历史执行案款集中清理",
        account=account,
        base_on=BASE,
        own_by=OWN_BY,
        joint_by=JOINT_BY,
        done_by=DONE_BY,
    )
    number, _ = door.open_dossier(place.court.code, steps([opening], accountant, OPENED))
    row = ClearanceRow.objects.get(dossier_id=number)
    cases = list(
        CaseRow.objects.filter(court=place.court.code, type_code="执", closed_on=None).order_by("dossier_id")[
            :FOUND
        ]
    )
    take_in(row, "暂存款登记册.csv", _register(rng, cases), accountant, TODAY)
    lines = list(OldLineRow.objects.filter(dossier_id=number).order_by("pk"))
    for line, case in zip(lines, cases[: FOUND - 1], strict=False):
        found = OldAssignment(
            line=line.flow,
            amount=line.amount,
            case=case.dossier_id,
            booked_on=line.on,
            matched=Matched.CONFIRMED,
            why="附言写有本案案号",
        )
        door.enter(number, OldLinesAssigned(account=account, assignments=(found,)), accountant, on=TODAY)
    kept, gone, fee, given = (line.flow for line in lines[FOUND : FOUND + 4])
    approved: list[tuple[Act, str]] = [
        (
            OldLineKept(
                line=kept,
                ground=KeptGround.MISSING,
                reason="三次联系申请执行人未果",
                until=TODAY + timedelta(days=60),
            ),
            "vice",
        ),
        (
            OldLineUnreturnable(
                line=gone, amount=lines[FOUND + 1].amount, reason="交款单位已注销，没有查到继受人"
            ),
            "vice",
        ),
        (OldLineNotCaseMoney(line=fee, kind=OtherMoney.SUIT_FEE, reason="诉讼费票据存根相符"), "director"),
    ]
    for act, approver in approved:
        step = door.Step(act=act, by=officer, approved_by=place.staff[approver], on=TODAY)
        door.enter_all(number, [step])
    door.enter(number, OldLineGiven(line=given, owner=officer.id), accountant, on=TODAY)


def _register(rng: Random, cases: list[CaseRow]) -> bytes:
    """Accounting's register: some lines with a case number, the others with a name alone."""
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(("流水号", "到账日期", "金额", "付款人", "案号", "承办人", "摘要"))
    for place in range(LINES):
        on = date(2014, 1, 6) + timedelta(days=rng.randrange(700))
        amount = rng.randrange(1, BEGINS // LINES) / 100
        case = cases[place] if place < len(cases) else None
        names = parties_of(door.read(case.dossier_id), Role.DEBTOR, TODAY) if case else ()
        payer = Party.objects.get(pk=names[0].party).name if names else rng.choice(STRANGERS)
        write(
            (
                f"ZC{on:%Y}{place + 1:04}",
                on,
                f"{amount:.2f}",
                payer,
                case.number if case else "",
                case.handler_name if case else "",
                rng.choice(TEXTS),
            )
        )
    return out.getvalue().encode()
