"""The doubled part (加倍部分债务利息): what delay costs by law, whether or not the title grants interest.

Since 2014-08-01: 0.0175 percent a day on what the title orders, general interest excepted, from the last day
for performance (not counted) to the day of satisfaction (counted). Days on which enforcement stood still for a
review of the title or for retrial, not at the debtor's request, are left out. Interest on a fixed sum of
interest is never doubled.

Before 2014-08-01 (for the days before it only): twice the central bank's benchmark of the same time on the sums
that are in delay. Which bracket, whether it follows changes and how many days a year has are options.

Not covered: foreign currency (迟延履行利息解释 art. 5), the penalty for delay of other acts than payment
(民诉法解释 art. 505), the end of interest by bankruptcy (企业破产法 art. 46; let `to` be the day before), and
suspension before 2014-08-01, on which the older rules are silent: those days count.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.interest.debt import Debt, Sum, SumKind
from zhixing.law.interest.options import Before2009, OldBracket, OldGeneral, OldRate, Options
from zhixing.law.interest.streams import DayRate, Item, Stream, without
from zhixing.law.rates import Bracket, Piece, Table, bracket_of, percent, pieces, yearly
from zhixing.law.texts import Text, say

DUTY = cite("民诉法", 264)
RATE = cite("迟延履行利息解释", 1, figure="日万分之一点七五")
START = cite("迟延履行利息解释", 2)
SUSPENDED = cite("迟延履行利息解释", 3)
TRANSITION = cite("迟延履行利息解释", 7)
OLD_RULE = cite("迟延履行利息批复", 1)
OLDEST_RULE = cite("民诉法意见", 294)

PER_DAY = Fraction(175, 1_000_000)
NEW_RULE = date(2014, 8, 1)
REPLY = date(2009, 5, 18)  # that the older rule ends on the day before: from memory
_DAY = timedelta(days=1)


def doubled_streams(debt: Debt, end: date, options: Options) -> tuple[Stream, ...] | Undetermined:
    """Lay out the doubled part over the days before `end`: a stream for all sums with the same last day."""
    by_due: dict[date, list[int]] = defaultdict(list)
    for place, item in enumerate(debt.sums):
        if not bears_doubled(item, options):
            continue
        if item.due is None:
            missing = say(
                "“{label}”的履行期间届满之日（未定履行期间的，填法律文书生效之日）", label=item.label
            )
            return Undetermined((missing,), (DUTY, START))
        by_due[item.due].append(place)
    streams: list[Stream] = []
    for due in sorted(by_due):
        old = _old(due, min(end, NEW_RULE), options)
        if isinstance(old, Undetermined):
            return old
        if old:
            cites = (DUTY, OLD_RULE, TRANSITION)
            streams.append(Stream(Item.DOUBLED, tuple(by_due[due]), old, cites))
        new = _new(debt, max(due + _DAY, NEW_RULE), end)
        if new:
            streams.append(Stream(Item.DOUBLED, tuple(by_due[due]), new, (DUTY, RATE, START)))
    return tuple(streams)


def bears_doubled(item: Sum, options: Options) -> bool:
    """Answer whether a sum bears the doubled part: all but interest, and court fees by option."""
    if item.kind is SumKind.COURT_FEE:
        return options.court_fees_double
    return item.kind is not SumKind.INTEREST and item.principal > 0


def old_readings(options: Options) -> Text:
    """Say which readings of the rules before 2014-08-01 a figure rests on."""
    return say(
        "2014-08-01以前的迟延履行利息按当时规定计算（贷款基准利率的二倍）；当时规定未写明之处按所选口径：{bracket}，{rate}，"
        "一年按{days}日计，{general}",
        bracket="期限档次按迟延时间" if options.old_bracket is OldBracket.BY_DELAY else "取六个月至一年档",
        rate="随利率调整分段" if options.old_rate is OldRate.FOLLOWS else "取起算日利率",
        days=options.old_year_days,
        general=("一般债务利息另计" if options.old_general is OldGeneral.BESIDE else "一般债务利息已含在内"),
    )


def _new(debt: Debt, since: date, end: date) -> tuple[DayRate, ...]:
    if since >= end:
        return ()
    rates: tuple[DayRate, ...] = (DayRate(since, end, PER_DAY, f"日利率{percent(PER_DAY)}%"),)
    for span in debt.suspensions:
        if not span.at_debtors_request and span.since < span.until:
            rates = without(rates, span.since, span.until)
    return rates


def _old(due: date, end: date, options: Options) -> tuple[DayRate, ...] | Undetermined:
    """Lay out twice the benchmark over the delay before 2014-08-01."""
    since = due + _DAY
    if since >= end:
        return ()
    if since < REPLY and options.before_2009 is Before2009.ASK:
        missing = say(
            "{since}至2009-05-17的迟延利率：当时按银行同期贷款最高利率加倍，利率表中没有，请指明是否比照2009年批复",
            since=since,
        )
        return Undetermined((missing,), (OLDEST_RULE,))
    by_delay = options.old_bracket is OldBracket.BY_DELAY
    bracket = bracket_of(due, end - _DAY) if by_delay else Bracket.TO_1_YEAR
    if options.old_rate is OldRate.FOLLOWS:
        found = pieces(Table.BENCHMARK, since, end, bracket=bracket)
    else:
        start = yearly(Table.BENCHMARK, since, bracket=bracket)
        found = start if isinstance(start, Undetermined) else (Piece(since, end, start.value),)
    if isinstance(found, Undetermined):
        return found
    days = options.old_year_days
    return tuple(
        DayRate(
            piece.since,
            piece.until,
            piece.rate * 2 / days,
            f"贷款基准利率（{bracket.value}）年{percent(piece.rate)}%×2÷{days}",
        )
        for piece in found
    )
