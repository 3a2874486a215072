"""General interest (一般债务利息): what the title itself grants, by the method the title fixes.

A title that grants none has none. "自某日起至付清之日" counts both days, so a day's interest runs on what was
outstanding when the day began, and a payment lowers the base from the next day.

Not covered: compound interest (民间借贷规定 art. 27) and whether an agreed rate was lawful: the title has said.
"""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.interest.debt import Debt, GeneralRate, SumKind
from zhixing.law.interest.doubled import NEW_RULE
from zhixing.law.interest.options import OldGeneral, Options
from zhixing.law.interest.streams import Item, Stream, daily, lower_of, without

METHOD = cite("迟延履行利息解释", 1)


def general_stream(debt: Debt, granted: GeneralRate, end: date, options: Options) -> Stream | Undetermined:
    """Lay out one general interest of a debt over the days before `end`."""
    until = min(end, granted.until or end)
    rates = daily(granted.rate, granted.since, until, options)
    if isinstance(rates, Undetermined):
        return rates
    if granted.cap is not None and not isinstance(granted.cap, int):
        caps = daily(granted.cap, granted.since, until, options)
        if isinstance(caps, Undetermined):
            return caps
        rates = lower_of(rates, caps)
    base = _base(debt, granted)
    if options.old_general is OldGeneral.INSIDE:
        dues = [due for due in (debt.sums[place].due for place in base) if due is not None]
        if dues:
            rates = without(
                rates, min(dues) + timedelta(days=1), max(NEW_RULE, min(dues) + timedelta(days=1))
            )
    part = granted.base if isinstance(granted.base, int) else None
    cap = granted.cap if isinstance(granted.cap, int) else None
    return Stream(Item.GENERAL, base, rates, (METHOD,), part, cap)


def _base(debt: Debt, granted: GeneralRate) -> tuple[int, ...]:
    """Answer the places of the sums that the interest runs on."""
    if isinstance(granted.base, tuple):
        return tuple(place for place, item in enumerate(debt.sums) if item.label in granted.base)
    return tuple(place for place, item in enumerate(debt.sums) if item.kind is SumKind.PRINCIPAL)
