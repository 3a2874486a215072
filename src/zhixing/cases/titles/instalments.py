"""Instalments: a total that is paid in parts becomes its parts, each with its own day, and is not counted twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from zhixing.cases.titles import numerals, performance
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import HAN
from zhixing.cases.titles.reading import Component, Perform, Sum
from zhixing.cases.titles.tokens import Token

_PERIODS = re.compile(rf"(?:共|分|连续|合计)(?:计)?([\d{HAN}]{{1,4}})(?:期|个月)")
_MOST = 600


def monthly_sums(findings: Findings, tokens: list[Token], mine: list[Sum], text: str) -> None:
    """Write out 每月20日前支付5000元 month by month where the paper says from when and how often.

    Where it says no end (抚养费 until a child is grown) the sum stays one that falls due every month.
    """
    monthly = next((token for token in tokens if token.kind == "monthly"), None)
    recurring = [amount for amount in mine if amount.perform is not None and amount.perform.monthly_day]
    if len(recurring) > 1:
        for amount in recurring:
            findings.change(amount, replace(amount, every="month"))
    if monthly is None or monthly.perform is None or len(recurring) != 1:
        return
    amount, day = recurring[0], monthly.perform.monthly_day or 31
    first = next((token for token in tokens if token.kind in ("from", "since") and token.day), None)
    last = next((token for token in tokens if token.kind in ("to", "until") and token.day), None)
    for token in (first, last):
        if token is not None:
            token.used = True
    count = _count(findings, amount, text, first, last)
    if first is None or first.day is None or count is None or not 0 < count <= _MOST:
        since, until = (first.day if first else None), (last.day if last else None)
        findings.change(amount, replace(amount, every="month", since=since, until=until))
        return
    for token in tokens:
        token.used = token.used or token.kind == "until"
    whole = _whole(findings, amount) if count * amount.amount > _whole(findings, amount) > 0 else 0
    position = findings.sums.index(amount)
    findings.sums[position : position + 1] = [
        replace(amount, amount=part, perform=Perform(by=by), every=None)
        for by, part in zip(_days(first.day, count, day), _parts(amount.amount, count, whole), strict=True)
    ]


def recurring_period(findings: Findings, tokens: list[Token], mine: list[Sum]) -> None:
    """From when until when a sum recurs: 自2023年5月1日起按每月3000元…至实际腾退之日止."""
    places = {amount.place for amount in mine}
    recurring = [amount for amount in findings.sums if amount.every and amount.place in places]
    if not recurring or len({amount.amount for amount in recurring}) != 1:
        return
    amount = recurring[0]
    for token in tokens:
        if token.used and token.kind not in ("from", "to"):
            continue
        if token.kind in ("since", "from") and token.day:
            amount = replace(amount, since=token.day)
        elif token.kind in ("until", "to"):
            amount = replace(amount, until=token.day, until_text=token.words or None)
        else:
            continue
        token.used = True
    for other in recurring:
        findings.change(
            other, replace(other, since=amount.since, until=amount.until, until_text=amount.until_text)
        )


def _count(findings: Findings, amount: Sum, text: str, first: Token | None, last: Token | None) -> int | None:
    if first is not None and first.day and last is not None and last.day:
        return (last.day.year - first.day.year) * 12 + last.day.month - first.day.month + 1
    said = _PERIODS.search(text)
    if said:
        return numerals.integer(said[1])
    whole = _whole(findings, amount)
    if whole and re.search(
        r"(?:付|还|履行|清偿|支付|给付|偿还)(?:清|完)(?:毕)?(?:为止|之日|时)?|清偿完毕|完毕", text
    ):
        return -(-whole // amount.amount)
    return None


def _whole(findings: Findings, part: Sum) -> int:
    item = [
        amount for amount in findings.sums if amount.item == part.item and amount.label and amount is not part
    ]
    paid = [
        amount
        for amount in findings.sums
        if amount.item == part.item and not amount.label and amount is not part
    ]
    return sum(amount.amount for amount in item) - sum(amount.amount for amount in paid)


def _parts(amount: int, count: int, whole: int) -> list[int]:
    parts = [amount] * count
    if whole:
        parts[-1] = whole - amount * (count - 1)
    return parts


def _days(first: date, count: int, day: int) -> list[date]:
    months = [first.month - 1 + index for index in range(count)]
    return [performance.month_day(first.year + month // 12, month % 12 + 1, day) for month in months]


def fold(findings: Findings) -> None:
    """Join each run of unnamed dated sums to the named sums before it whose total it pays."""
    index = 0
    while index < len(findings.sums):
        if findings.sums[index].label:
            index = _fold_named(findings, index)
            continue
        end = index
        while (
            end < len(findings.sums)
            and not findings.sums[end].label
            and _same(findings.sums[index], findings.sums[end])
        ):
            end += 1
        index = _fold_run(findings, index, end)


def _fold_named(findings: Findings, start: int) -> int:
    """尚欠本金8万元，于…前偿还本金4万元，于…前偿还本金4万元: named instalments of a named debt without a day."""
    first = findings.sums[start]
    before = [
        amount for amount in findings.sums[:start] if amount.item == first.item and amount.perform is None
    ]
    run = [amount for amount in findings.sums[start:] if _same(first, amount) and amount.perform is not None]
    tallies = sum(amount.amount for amount in before) == sum(amount.amount for amount in run)
    days = {amount.perform for amount in run}
    if first.perform is None or first.condition or not before or len(days) < 2 or not tallies:
        return start + 1
    findings.composition.extend(Component(head.label, head.amount, head.place) for head in before)
    findings.wholes.extend(before)
    findings.parts.extend(run)
    findings.sums[:] = [amount for amount in findings.sums if all(amount is not head for head in before)]
    return len(findings.sums) - len(findings.sums[start:]) + 1


def _same(first: Sum, other: Sum) -> bool:
    return first.item == other.item and first.condition == other.condition and first.owed_by == other.owed_by


def _collapse(findings: Findings, start: int, end: int) -> int:
    """余款6万元分12期支付: an unnamed amount that all unnamed amounts after it add up to is their total."""
    for index in range(end - 3, start - 1, -1):
        whole, after = findings.sums[index], findings.sums[index + 1 : end]
        if len(after) > 1 and sum(part.amount for part in after) == whole.amount:
            findings.composition.append(Component("款项", whole.amount, whole.place))
            del findings.sums[index]
            end -= 1
    return end


def _fold_run(findings: Findings, start: int, end: int) -> int:
    end = _collapse(findings, start, end)
    run = findings.sums[start:end]
    if run[0].condition is not None:
        return _name(findings, start, end, "款项")
    total = sum(amount.amount for amount in run)
    for heads in _candidates(findings, start):
        if (
            heads
            and sum(amount.amount for amount in heads) == total
            and all(amount.perform for amount in run)
        ):
            label = "、".join(dict.fromkeys(amount.label for amount in heads))
            findings.composition.extend(Component(head.label, head.amount, head.place) for head in heads)
            parts = [_completed(part, heads[0], label) for part in run]
            findings.wholes.extend(heads)
            findings.parts.extend(parts)
            kept = [amount for amount in findings.sums[:start] if all(amount is not head for head in heads)]
            findings.sums[:end] = [*kept, *parts]
            return len(kept) + len(parts)
    same_item = [
        amount for amount in findings.sums[:start] if amount.item == run[0].item and not amount.condition
    ]
    if same_item and len(run) > 1:
        findings.doubt(run[0].place[0], run[-1].place[1], "", "分期各期之和与总额不符")
    return _name(findings, start, end, same_item[-1].label if len(same_item) == 1 else "款项")


def _candidates(findings: Findings, start: int) -> list[list[Sum]]:
    """Which named sums a run may pay: those of its item, of the item before, all without a day; or the last one."""
    before = [amount for amount in findings.sums[:start] if not amount.condition]
    item = findings.sums[start].item
    same = [amount for amount in before if amount.item == item]
    waiting = [amount for amount in before if amount.perform is None]
    previous = [amount for amount in before if before and amount.item == before[-1].item]
    return [same, previous, waiting, before[-1:], before]


def _completed(part: Sum, head: Sum, label: str) -> Sum:
    return replace(
        part,
        label=label,
        owed_by=part.owed_by or head.owed_by,
        owed_to=part.owed_to or head.owed_to,
        jointly=head.jointly if part.jointly is None or not part.owed_by else part.jointly,
    )


def _name(findings: Findings, start: int, end: int, label: str) -> int:
    findings.sums[start:end] = [replace(amount, label=label) for amount in findings.sums[start:end]]
    return end
