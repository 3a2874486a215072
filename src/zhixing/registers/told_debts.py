"""What orders to third parties say in the national table 执行到期债权: one row an order, with the objection and the ruling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time

from zhixing.assets.acts.third_debts import DebtNotified
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.third_debts import Pleaded, third_debt
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan

LONGEST = 300  # signs of a text column
Made = Iterator[tuple[str, str, Values]]


def debt_row(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    """The row of an order to perform, as it stands."""
    debt = third_debt(dossier, entry.seq, date.max)
    if debt is None:
        return
    act = debt.notice.act
    found = asset(dossier, act.property, date.max)
    values: Values = {
        KEY: f"{entry.dossier}-{entry.seq}",
        "C_LY": found.found.act.found_by.label if found else "",
        "N_DQZWR": act.third,
        "N_ZQSE": yuan(act.amount),
        "D_FCTZSRQ": _at(entry.on),
    }
    if debt.pleas:
        values |= _pleaded(debt.pleas[-1], len(debt.pleas), act.third)
    if debt.ruled:
        ruled = debt.ruled[-1]
        text = say("对第三人强制执行：{ground}", ground=ruled.act.ground.label)
        values |= {
            "D_CDRQ": _at(ruled.on),
            "N_QDDZQSE": yuan(debt.under_ruling),
            "C_CDNR": str(text)[:LONGEST],
        }
    yield "T_SCZXZXDQZQ", "N_XHZXDQZQ", values


def _at(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _pleaded(plea: Pleaded, number: int, third: int) -> Values:
    outcome = "不停止执行" if plea.why_not else "不作审查，有异议的部分不得强制执行"
    return {
        "N_YYXH": number,
        "D_YYRQ": _at(plea.entry.on),
        "C_YYNR": plea.entry.act.content[:LONGEST],
        "C_YYCLJG": outcome,
        "C_KBBCLYY": str(plea.why_not)[:LONGEST] if plea.why_not else "",
        "N_TCYYR": third,
        "C_ZXYYLX": plea.entry.act.plea.label,
    }


DEBT_ROWS: Mapping[type[Act], Callable[[Dossier, Entry[Act], Mapping[str, str]], Made]] = {
    DebtNotified: debt_row
}
