"""The file that `zhixing interest` reads: JSON in, a debt out, and for every slip its place and its mending.

Beyond what the plain case needs (`principal`, `due`): several `sums`, a `base`, `until` and `cap` of general
interest, an agreed `order`, and `options`, the readings of what the law leaves open. `until` is the first day
that no longer counts, as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from zhixing.cli.json_file import Misread, Node, parse
from zhixing.law.interest import (
    Before2009,
    Debt,
    GeneralRate,
    NumberRate,
    OldBracket,
    OldGeneral,
    OldRate,
    Options,
    Payment,
    Per,
    Rank,
    Rate,
    Satisfaction,
    Sum,
    SumKind,
    Suspension,
    TableRate,
)
from zhixing.law.money import Fen, yuan
from zhixing.law.rates import Beyond, Bracket, Table

E = TypeVar("E", bound=Enum)

_KINDS = {kind.value: kind for kind in SumKind}
_BRACKETS = dict(zip(("6m", "1y", "3y", "5y", "over-5y"), Bracket, strict=True))
_OPTION_KEYS = (
    "year_days",
    "month_days",
    "benchmark_after_2019",
    "extend_last_rate",
    "court_fees_double",
    "old_bracket",
    "old_rate",
    "old_year_days",
    "old_general",
    "before_2009",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file asks: the debt, the day to which it is reckoned, the readings chosen."""

    debt: Debt
    to: date
    options: Options


def read(text: str) -> Asked:
    """Read the text of a file; raises Misread with the place and the mending of the first slip."""
    return asked(parse(text))


def asked(whole: Node) -> Asked:
    """Read the object of a file, as `read`."""
    top = whole.members(
        "principal", "due", "sums", "general", "payments", "suspended", "to", "order", "options"
    )
    sums = _sums(top)
    general = tuple(_general(node) for node in _listed(top, "general"))
    payments = tuple(_payment(node) for node in _listed(top, "payments"))
    suspensions = tuple(_suspension(node) for node in _listed(top, "suspended"))
    try:
        debt = Debt(sums, general, payments, suspensions)
    except ValueError as error:
        raise Misread(f"文件：{error}") from None
    if "to" not in top and not payments:
        raise Misread('文件：缺少“to”（计算到哪一天）；没有清偿记录时必须写明，如 "to": "2016-08-20"')
    to = top["to"].day() if "to" in top else max(payment.on for payment in payments)
    return Asked(debt, to, chosen_options(top))


def _listed(top: Mapping[str, Node], key: str) -> list[Node]:
    return top[key].items() if key in top else []


def _sums(top: Mapping[str, Node]) -> tuple[Sum, ...]:
    """Read the sums: one as principal and due, or several in a list."""
    if "sums" not in top:
        if "principal" not in top:
            raise Misread("文件：缺少“principal”（本金），请补上；几笔债权请写在“sums”里")
        return (Sum(top["principal"].amount(), top["due"].day() if "due" in top else None),)
    doubled = [key for key in ("principal", "due") if key in top]
    if doubled:
        raise Misread(f"文件：“{doubled[0]}”与“sums”只能写一处，请删去一处")
    if not top["sums"].items():
        raise top["sums"].refuse("没有一笔债权，请至少写一笔")
    return tuple(_sum(node, place) for place, node in enumerate(top["sums"].items()))


def _sum(node: Node, place: int) -> Sum:
    found = node.members("label", "principal", "amount", "due", "kind")
    amounts = [found[key] for key in ("principal", "amount") if key in found]
    if len(amounts) != 1:
        raise node.refuse("“principal”（或者“amount”）应写且只写一处")
    return Sum(
        amounts[0].amount(),
        found["due"].day() if "due" in found else None,
        found["label"].text() if "label" in found else f"第{place + 1}笔",
        found["kind"].one_of(_KINDS) if "kind" in found else SumKind.PRINCIPAL,
    )


def _general(node: Node) -> GeneralRate:
    found = node.members(
        "rate", "per", "year_days", "since", "until", "base", "cap", needed=("rate", "since")
    )
    rate = _rate(found["rate"], found.get("per"), found.get("year_days"))
    until = found["until"].day() if "until" in found else None
    base = _base(found["base"]) if "base" in found else None
    cap = _cap(found["cap"]) if "cap" in found else None
    try:
        return GeneralRate(rate, found["since"].day(), until, base, cap)
    except Misread:
        raise
    except ValueError as error:
        raise node.refuse(str(error)) from None


def _rate(rate: Node, per: Node | None, year_days: Node | None) -> Rate:
    """Read a rate: a number with what it is for, or a table with a factor (always for a year)."""
    days = year_days.count() if year_days else None
    if year_days and days not in (360, 365):
        raise year_days.refuse("一年的天数请写 360 或者 365")
    if isinstance(rate.value, dict):
        if per and per.one_of({each.value: each for each in Per}) is not Per.YEAR:
            raise per.refuse("利率表都是年利率，请写 year 或者删去")
        return _table(rate, days)
    if per is None:
        raise rate.refuse('没有写明是日、月还是年利率，请在旁边补上 "per": "day"（或者 month、year）')
    time = per.one_of({each.value: each for each in Per})
    if year_days and time is not Per.YEAR:
        raise year_days.refuse("只有年利率才写一年的天数，请删去")
    return NumberRate(rate.number(), time, days)


def _table(node: Node, year_days: int | None) -> TableRate:
    found = node.members("table", "times", "plus", "bracket", "on", needed=("table",))
    table = found["table"].one_of({each.value: each for each in Table})
    if "bracket" in found and table is not Table.BENCHMARK:
        raise found["bracket"].refuse("只有贷款基准利率（benchmark）分期限档，请删去")
    return TableRate(
        table,
        found["times"].number() if "times" in found else Fraction(1),
        found["plus"].signed_number() if "plus" in found else Fraction(0),
        bracket=found["bracket"].one_of(_BRACKETS) if "bracket" in found else Bracket.TO_1_YEAR,
        fixed_on=found["on"].day() if "on" in found else None,
        year_days=year_days,
    )


def _base(node: Node) -> tuple[str, ...] | Fen:
    """Read a base: an amount where it looks like one, otherwise the label of a sum or a list of labels."""
    if isinstance(node.value, list):
        return tuple(each.text() for each in node.items())
    words = node.text()
    try:
        return yuan(words)
    except ValueError:
        return (words,)


def _cap(node: Node) -> Fen | Rate:
    if not isinstance(node.value, dict):
        return node.amount()
    if "table" in node.value:
        return _table(node, None)
    found = node.members("rate", "per", "year_days", needed=("rate",))
    return _rate(found["rate"], found.get("per"), found.get("year_days"))


def _payment(node: Node) -> Payment:
    found = node.members("on", "amount", "kind", needed=("on", "amount"))
    kinds = {each.value: each for each in Satisfaction}
    amount = found["amount"].amount()
    if not amount:
        raise found["amount"].refuse("清偿金额为零，请填写大于零的金额")
    kind = found["kind"].one_of(kinds) if "kind" in found else Satisfaction.PERFORMED
    return Payment(found["on"].day(), amount, kind)


def _suspension(node: Node) -> Suspension:
    found = node.members("since", "until", "at_debtors_request", needed=("since", "until"))
    asked = found["at_debtors_request"].truth() if "at_debtors_request" in found else False
    since, until = found["since"].day(), found["until"].day()
    if until <= since:
        raise found["until"].refuse(f"{until}不晚于起日{since}；until 是恢复计算的第一日，请改正")
    return Suspension(since, until, asked)


def chosen_options(top: Mapping[str, Node]) -> Options:
    """Read the readings chosen; what is not named keeps its documented default."""
    found = top["options"].members(*_OPTION_KEYS) if "options" in top else {}
    plain = Options()

    def chosen(key: str, kinds: type[E], default: E) -> E:
        return found[key].one_of({each.value: each for each in kinds}) if key in found else default

    def counted(key: str, default: int) -> int:
        return found[key].count() if key in found else default

    def whether(key: str) -> bool:
        return key in found and found[key].truth()

    return Options(
        year_days=counted("year_days", plain.year_days),
        month_days=counted("month_days", plain.month_days),
        benchmark_after_2019=chosen("benchmark_after_2019", Beyond, plain.benchmark_after_2019),
        extend_last_rate=whether("extend_last_rate"),
        court_fees_double=whether("court_fees_double"),
        order=_order(top["order"]) if "order" in top else plain.order,
        old_bracket=chosen("old_bracket", OldBracket, plain.old_bracket),
        old_rate=chosen("old_rate", OldRate, plain.old_rate),
        old_year_days=counted("old_year_days", plain.old_year_days),
        old_general=chosen("old_general", OldGeneral, plain.old_general),
        before_2009=chosen("before_2009", Before2009, plain.before_2009),
    )


def _order(node: Node) -> tuple[Rank | str, ...]:
    """Read an agreed order: names of ranks, or labels of sums."""
    ranks = {rank.value: rank for rank in Rank}
    names = [each.text() for each in node.items()]
    return tuple(ranks.get(name, name) for name in names)
