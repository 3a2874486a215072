"""The court calendar: which days are closed, from the State Council's notices since 2004.

A day is closed (法定休假日) when a notice declares it off, or when it is a Saturday or Sunday and no notice
has it worked. A year not yet announced is provisional: its weekends count as closed, its holidays are not
guessed, and `settled` says so, that a due day may be computed again when the notice is out. The notice of a
year has at times moved days of the December before, from the 29th on: these stay unsettled until it is out.

A calendar has a version, which every due day keeps. Announcing a further year makes another calendar with
another version. A court's layer may add closed days of its own (广西三月三), never open one.

Not covered: years before 2004 (`known` is False), and how the courts of a place kept an older calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from zhixing.law.holidays import NOTICES, Notice
from zhixing.law.spans import Span

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_LAST_ORDINAL = date.max.toordinal()
_FIRST_MOVABLE = (12, 29)  # earliest December day that a following year's notice has moved, 2004-2026


@dataclass(frozen=True, slots=True)
class Closure:
    """A day that one layer closes beyond the national calendar: the day, why, and who ordered it."""

    day: date
    name: str
    ordered_by: str


@dataclass(frozen=True)
class Calendar:
    """The closed days as announced by some notices, and those a layer added."""

    notices: tuple[Notice, ...]
    closures: tuple[Closure, ...] = ()
    _off: Mapping[int, str] = field(init=False, repr=False, compare=False)
    _worked: frozenset[int] = field(init=False, repr=False, compare=False)
    _years: frozenset[int] = field(init=False, repr=False, compare=False)
    version: str = field(init=False, compare=False)
    """The last year announced and its paper, then what a layer added: "2026: 国办发明电〔2025〕7号"."""

    def __post_init__(self) -> None:
        years = [notice.year for notice in self.notices]
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise ValueError(f"放假通知须逐年相连，不缺不重：{years}")
        off = {day.toordinal(): rest.name for notice in self.notices for rest in notice.rests for day in rest}
        worked = frozenset(day.toordinal() for notice in self.notices for day in notice.worked)
        if both := worked & off.keys():
            raise ValueError(f"同一天既放假又上班：{'、'.join(str(date.fromordinal(day)) for day in both)}")
        off |= {each.day.toordinal(): f"{each.name}（{each.ordered_by}）" for each in self.closures}
        object.__setattr__(self, "_off", off)
        object.__setattr__(self, "_worked", worked - off.keys())
        object.__setattr__(self, "_years", frozenset(years))
        added = "".join(f"; {each.ordered_by} {each.day} {each.name}" for each in self.closures)
        object.__setattr__(self, "version", f"{years[-1]}: {self.notices[-1].source}{added}")

    def closed(self, day: date) -> bool:
        """Whether courts rest on a day; weekends alone where the year is not announced."""
        return self._closed(day.toordinal())

    def _closed(self, ordinal: int) -> bool:
        # An ordinal leaves 6 on Saturdays and 0 on Sundays when divided by 7.
        return ordinal in self._off or ((ordinal + 1) % 7 < 2 and ordinal not in self._worked)

    def announced(self, year: int) -> bool:
        """Whether the State Council's notice of a year is in this calendar."""
        return year in self._years

    def known(self, day: date) -> bool:
        """Whether a day is not before the first year of this calendar."""
        return day.year >= self.notices[0].year

    def settled(self, day: date) -> bool:
        """Whether no notice still to come is expected to move a day: its year is announced, and for the last
        days of December the next year too."""
        if day.year not in self._years:
            return False
        return (day.month, day.day) < _FIRST_MOVABLE or day.year + 1 in self._years

    def reason(self, day: date) -> str:
        """Why a day is closed or open, in a word or two: 春节, 周六, 周日调休上班, 周三."""
        name = self._off.get(day.toordinal())
        if name is not None:
            return name
        weekday = _WEEKDAYS[day.weekday()]
        return f"{weekday}调休上班" if day.toordinal() in self._worked else weekday

    def with_year(self, notice: Notice) -> Calendar:
        """This calendar with one further year announced; raises ValueError unless it is the next year."""
        return Calendar((*self.notices, notice), self.closures)

    def with_closures(self, closures: Iterable[Closure]) -> Calendar:
        """This calendar with further days closed by a layer; a lower layer never opens a day."""
        return Calendar(self.notices, (*self.closures, *closures))

    def working_day(
        self, start: date, count: int, *, back: bool = False, skipped: Sequence[Span] = ()
    ) -> date:
        """The `count`-th working day after a day (or before it), those inside `skipped` not counted; raises
        OverflowError beyond the years 1 and 9999."""
        step, ordinal = (-1 if back else 1), start.toordinal()
        skip = {skip for span in skipped for skip in range(span.since.toordinal(), span.until.toordinal())}
        while count and 0 < ordinal <= _LAST_ORDINAL:
            ordinal += step
            if ordinal not in skip and not self._closed(ordinal):
                count -= 1
        if not 0 < ordinal <= _LAST_ORDINAL:
            raise OverflowError(f"{start}: {count}")
        return date.fromordinal(ordinal)

    def next_working_day(self, day: date) -> date:
        """The day itself when courts work, otherwise the first one after that they do."""
        while self.closed(day):
            day += timedelta(days=1)
        return day

    def working_days_between(self, since: date, until: date) -> int:
        """How many working days lie in the half-open span from `since` to `until`; 0 when it is empty."""
        return sum(not self._closed(ordinal) for ordinal in range(since.toordinal(), until.toordinal()))


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """The closed days from `since` to `until`, without it, written out only when shown:
    2017-10-01至2017-10-08（国庆节、中秋节）."""

    calendar: Calendar
    since: date
    until: date

    def __str__(self) -> str:
        runs: list[tuple[date, date, str]] = []
        for ordinal in range(self.since.toordinal(), self.until.toordinal()):
            day = date.fromordinal(ordinal)
            if not self.calendar.closed(day):
                continue
            reason = self.calendar.reason(day)
            if runs and runs[-1][1] + timedelta(days=1) == day and runs[-1][2] == reason:
                runs[-1] = (runs[-1][0], day, reason)
            else:
                runs.append((day, day, reason))
        words = (f"{a}（{why}）" if a == b else f"{a}至{b}（{why}）" for a, b, why in runs)
        return "、".join(words) or "无"


NATIONAL = Calendar(NOTICES)


def working_days_between(since: date, until: date, *, calendar: Calendar = NATIONAL) -> int:
    """How many working days lie in the half-open span from `since` to `until`; 0 when it is empty.

    >>> working_days_between(date(2017, 9, 30), date(2017, 10, 10))
    2
    """
    return calendar.working_days_between(since, until)
