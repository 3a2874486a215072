"""What a debt has grown to by a day, and what of it is still owed, with the derivation stretch by stretch.

Between two payments nothing changes but the day, so every stretch is base × daily rate × days, exact. Interest
is rounded to fen where it leaves: in the totals, and when a payment is set against what has accrued so far
(always against the rounded total to that day, so that many payments round no more often than one).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.interest.debt import Debt, Payment, Satisfaction
from zhixing.law.interest.doubled import OLD_RULE, SUSPENDED, TRANSITION, doubled_streams, old_readings
from zhixing.law.interest.general import general_stream
from zhixing.law.interest.options import Options
from zhixing.law.interest.order import Balance, Slot, order_of, pay, share_of_doubled
from zhixing.law.interest.streams import DayRate, Item, Stream
from zhixing.law.money import Fen, round_fen, show
from zhixing.law.texts import Text, listed, say

ORDER = cite("迟延履行利息解释", 4)
ORDER_INSIDE = cite("民法典", 561)
OLD_ORDER = cite("迟延履行利息批复", 2)
CODE_SINCE = date(2021, 1, 1)
_DAY = timedelta(days=1)

_SATISFIED = {
    Satisfaction.PERFORMED: "被执行人履行",
    Satisfaction.TRANSFERRED: "人民法院划拨、提取",
    Satisfaction.SOLD: "成交或者抵债裁定生效，折抵",
    Satisfaction.REALISED: "财产变价完成，折抵",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch from `since` to before `until` on which one interest ran on `base` fen at one daily rate."""

    item: Item
    since: date
    until: date
    base: Fen
    per_day: Fraction

    @property
    def days(self) -> int:
        """The days it counts."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the derivation; `amount` in fen is exact, before any rounding, None for a remark."""

    text: Text
    amount: Fraction | None = None
    cites: tuple[Citation, ...] = ()
    segment: Segment | None = None


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What is still owed, in fen."""

    principal: Fen
    general: Fen
    doubled: Fen

    @property
    def total(self) -> Fen:
        """All of it."""
        return self.principal + self.general + self.doubled


@dataclass(frozen=True, slots=True)
class Accrual:
    """A debt at the end of day `to`, in fen: what accrued up to then, and what payments have left of it.

    `principal` is the sums of the title; `sums` are what is left of each, in their order. `surplus` was paid beyond all
    that was owed.
    """

    to: date
    principal: Fen
    general: Fen
    doubled: Fen
    outstanding: Outstanding
    sums: tuple[Fen, ...]
    surplus: Fen
    steps: tuple[Step, ...]

    @property
    def total(self) -> Fen:
        """Principal and all interest accrued, before payments."""
        return self.principal + self.general + self.doubled


def accrue(debt: Debt, to: date, *, options: Options = Options()) -> Found[Accrual] | Undetermined:
    """Answer what a debt has grown to by the end of day `to`, and what is still owed, in fen.

    Payments after `to` are left out, and a step says so. Undetermined where a last day for performance or a
    rate is missing. Raises ValueError for an agreed order that names an unknown sum. Source: 迟延履行利息解释.
    """
    end = to + _DAY
    streams: list[Stream] = []
    for granted in debt.general:
        general = general_stream(debt, granted, end, options)
        if isinstance(general, Undetermined):
            return general
        streams.append(general)
    doubled = doubled_streams(debt, end, options)
    if isinstance(doubled, Undetermined):
        return doubled
    account = _Account(debt, (*streams, *doubled), options)
    if any(OLD_RULE in stream.cites for stream in doubled):
        account.steps.append(Step(old_readings(options), None, (OLD_RULE, TRANSITION)))
    begin = date.min
    for payment in sorted(debt.payments, key=lambda payment: payment.on):
        if payment.on > to:
            text = say(
                "{on}清偿的{amount}元在计算日{to}之后，不计",
                on=payment.on,
                amount=show(payment.amount),
                to=to,
            )
            account.steps.append(Step(text))
            continue
        account.run(begin, payment.on + _DAY)
        account.receive(payment)
        begin = payment.on + _DAY
    account.run(begin, end)
    account.steps.extend(_suspensions(debt, end))
    answer = account.answer(to)
    cites = tuple(dict.fromkeys(cited for step in answer.steps for cited in step.cites))
    return Found(answer, tuple(step.text for step in answer.steps), cites)


@dataclass(slots=True)
class _Account:
    """A debt on its way through the days: what has accrued exactly, what is still owed, the steps so far."""

    debt: Debt
    streams: tuple[Stream, ...]
    options: Options
    balance: Balance = field(init=False)
    groups: tuple[tuple[Slot, ...], ...] = field(init=False)
    accrued: list[Fraction] = field(init=False)
    settled: dict[Item, Fen] = field(init=False)
    steps: list[Step] = field(default_factory=list)
    surplus: Fen = 0

    def __post_init__(self) -> None:
        self.balance = Balance([item.principal for item in self.debt.sums])
        self.groups = order_of(self.debt, self.options)
        self.accrued = [Fraction(0)] * len(self.streams)
        self.settled = {Item.GENERAL: 0, Item.DOUBLED: 0}

    def run(self, begin: date, end: date) -> None:
        """Let interest run over the days from `begin` to before `end`, then bring it into the balance."""
        for place, stream in enumerate(self.streams):
            base = self.base_of(stream)
            if base:
                for rate in stream.rates:
                    if rate.since < end and begin < rate.until:
                        self.grow(place, base, rate, max(begin, rate.since), min(end, rate.until))
        for item in Item:
            whole = self.whole(item)
            self.balance.lower(item, self.settled[item] - whole)
            self.settled[item] = whole

    def grow(self, place: int, base: Fen, rate: DayRate, since: date, until: date) -> None:
        """Add one stretch to a stream."""
        stream = self.streams[place]
        segment = Segment(stream.item, since, until, base, rate.per_day)
        amount = base * segment.days * rate.per_day
        capped = stream.cap is not None and self.accrued[place] + amount > stream.cap
        if capped and stream.cap is not None:
            amount = stream.cap - self.accrued[place]
        self.accrued[place] += amount
        self.steps.append(
            Step(
                _stretch(segment, rate, amount, stream.cap if capped else None), amount, stream.cites, segment
            )
        )

    def whole(self, item: Item) -> Fen:
        """Answer what has accrued of one interest so far, rounded."""
        exact = (
            amount for stream, amount in zip(self.streams, self.accrued, strict=True) if stream.item is item
        )
        return round_fen(sum(exact, Fraction(0)))

    def base_of(self, stream: Stream) -> Fen:
        """Answer what a stream runs on now."""
        owed = sum(self.balance.sums[place] for place in stream.base)
        if stream.part is None or not owed:
            return owed
        return max(0, stream.part - sum(self.debt.sums[place].principal for place in stream.base) + owed)

    def receive(self, payment: Payment) -> None:
        """Set a payment against the balance."""
        by_law = not self.options.order
        share = share_of_doubled(self.debt, self.balance, payment.amount, payment.on) if by_law else 0
        first, _ = pay(self.balance, share, ((Item.DOUBLED,),))
        went, left = pay(self.balance, payment.amount - share, self.groups)
        if share:
            went[Item.DOUBLED] = went.get(Item.DOUBLED, 0) + first[Item.DOUBLED]
        self.surplus += left
        cites = [SUSPENDED, OLD_ORDER if share else ORDER]
        if payment.on >= CODE_SINCE:
            cites.append(ORDER_INSIDE)
        self.steps.append(
            Step(self.told(payment, went, left, shared=bool(share)), Fraction(-payment.amount), tuple(cites))
        )

    def told(self, payment: Payment, went: dict[Slot, Fen], left: Fen, *, shared: bool) -> Text:
        """Say where a payment went."""
        parts = [
            say("{place}{amount}元", place=self.named(slot), amount=show(amount))
            for slot, amount in went.items()
        ]
        if left:
            parts.append(say("多出{amount}元", amount=show(left)))
        return say(
            "{on}{how}{amount}元，{manner}{parts}；尚欠{owed}元（本金等{principal}元）",
            on=payment.on,
            how=_SATISFIED[payment.kind],
            amount=show(payment.amount),
            manner="按比例并还：" if shared else "依次清偿：",
            parts=listed(parts),
            owed=show(sum(self.balance.sums) + self.balance.general + self.balance.doubled),
            principal=show(sum(self.balance.sums)),
        )

    def named(self, slot: Slot) -> str:
        """Answer the Chinese name of a place."""
        return self.debt.sums[slot].label if isinstance(slot, int) else slot.value

    def answer(self, to: date) -> Accrual:
        """Answer the account at the end of day `to`."""
        return Accrual(
            to=to,
            principal=sum(item.principal for item in self.debt.sums),
            general=self.settled[Item.GENERAL],
            doubled=self.settled[Item.DOUBLED],
            outstanding=Outstanding(sum(self.balance.sums), self.balance.general, self.balance.doubled),
            sums=tuple(self.balance.sums),
            surplus=self.surplus,
            steps=tuple(self.steps),
        )


@dataclass(frozen=True, slots=True)
class _Exact:
    """An exact amount in fen that is written as yuan only when somebody reads the sentence.

    Two decimals where it has no more, otherwise four and a sign that it goes on.
    """

    fen: Fraction

    def __str__(self) -> str:
        if self.fen.denominator == 1:
            return show(int(self.fen))
        hundredths = round_fen(self.fen * 100)
        more = "" if (self.fen * 100).denominator == 1 else "…"
        return f"{show(hundredths // 100)}{hundredths % 100:02d}{more}"


def _stretch(segment: Segment, rate: DayRate, amount: Fraction, cap: Fen | None) -> Text:
    return say(
        "{item}：{since}至{last}共{days}日，{base}元×{rate}×{days}日＝{amount}元{cap}",
        item=segment.item.value,
        since=segment.since,
        last=segment.until - _DAY,
        days=segment.days,
        base=show(segment.base),
        rate=rate.words,
        amount=_Exact(amount),
        cap="" if cap is None else f"（以{show(cap)}元为限）",
    )


def _suspensions(debt: Debt, end: date) -> Iterator[Step]:
    """Say of each suspension what it does to the doubled part."""
    for span in debt.suspensions:
        if span.since >= min(span.until, end):
            continue
        stops = "因被执行人申请，加倍部分债务利息照计" if span.at_debtors_request else "不计加倍部分债务利息"
        last = span.until - _DAY
        text = say("{since}至{last}中止或者暂缓执行，{stops}", since=span.since, last=last, stops=stops)
        yield Step(text, None, (SUSPENDED,))
