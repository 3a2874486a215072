"""Figures of preservation over a stretch of days, each a share with the lines that it counts, so that it can be reckoned anew.

The rate of preservation among suits is not measured: how many suits there are stands in no record of this platform. What can be
told is in how many cases of enforcement something had been preserved before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.db.models import Q, QuerySet

from zhixing.assets.models import ControlRow
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found
from zhixing.law.citations import Citation, cite
from zhixing.law.preservation import hour_of, hours_end
from zhixing.law.texts import say
from zhixing.preservation.acts import PreservationApplied, PreservationRuled
from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.indicator import Counted
from zhixing.record.models import DutyRow

HOURS = "preservation.rule-within-hours"
RULED = (HOURS, "preservation.rule-within-five-days")
CARRIED_OUT = ("preservation.carry-out-at-once", "preservation.carry-out")
FULFILLED = "closing.fulfilled"  # of a room above this one, so by its tag
IN_HOURS = cite("民诉法", 103)
RULED_IN_TIME = cite("财产保全规定", 4)
GOES_ON = cite("财产保全规定", 17)

Courts = Sequence[str] | None  # None: all that are seen
Lines = Callable[[date, date, Courts], Iterable[Counted]]
Sums = Mapping[str, tuple[int, int]]  # court → how many of its lines count, and how many there are
Count = Callable[[date, date, Courts], Sums]


@dataclass(frozen=True, slots=True)
class Share:
    """A figure: its stable name, what it is called, what it is a share of, and the lines it counts from one day to another."""

    name: str
    label: str
    meaning: str
    lines: Lines
    count: Count
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share as it came out: so many of so many."""

    share: Share
    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Rounded down; None of nothing."""
        return self.part * 100 // self.whole if self.whole else None


def figures(since: date, until: date) -> list[Figure]:
    """The figures of these days, of the courts that are seen."""
    found = []
    for share in SHARES:
        sums = share.count(since, until, None).values()
        found.append(Figure(share, sum(part for part, _ in sums), sum(whole for _, whole in sums)))
    return found


def ruled(since: date, until: date, courts: Courts = None) -> Iterable[Counted]:
    """Applications ruled on in these days, to the hour where both hours are written, and those whose time ran out in them."""
    rows = _duties(RULED, since, until, courts)
    to_the_hour = [row.dossier_id for row in rows if row.rule == HOURS and row.met_on == row.due]
    dossiers = {each.id: each for each in door.read_many(to_the_hour)}
    return _counted(rows, until, late=lambda row: _past_the_hour(dossiers.get(row.dossier_id), row))


def carried_out(since: date, until: date, courts: Courts = None) -> Iterable[Counted]:
    """Rulings whose carrying out began in these days, and those whose time for that ran out in them."""
    return _counted(_duties(CARRIED_OUT, since, until, courts), until)


def preserved(since: date, until: date, courts: Courts = None) -> Iterable[Counted]:
    """First cases of enforcement filed in these days, and whether they went on with a preservation."""
    taken = set(_taken_over())
    for row in _filed(since, until, courts).order_by("filed_on", "pk"):
        yield _line(row, row.filed_on, None, row.dossier_id in taken)


def fulfilled(since: date, until: date, courts: Courts = None) -> Iterable[Counted]:
    """Cases of enforcement that went on with a preservation and ended in these days, and whether they were fulfilled."""
    done = installed().rule(FULFILLED).label
    for row in _ended(since, until, courts).order_by("closed_on", "pk"):
        yield _line(row, row.filed_on, row.closed_on, row.closing_way == done, row.closing_way)


def _counted_lines(lines: Lines) -> Count:
    """Lines counted one by one: where there are few, and the hour decides."""

    def count(since: date, until: date, courts: Courts) -> Sums:
        found: dict[str, tuple[int, int]] = {}
        for each in lines(since, until, courts):
            part, whole = found.get(each.court, (0, 0))
            found[each.court] = (part + each.counted, whole + 1)
        return found

    return count


def _how_many_preserved(since: date, until: date, courts: Courts) -> Sums:
    return _sums(_filed(since, until, courts), Q(dossier_id__in=_taken_over()))


def _how_many_fulfilled(since: date, until: date, courts: Courts) -> Sums:
    return _sums(_ended(since, until, courts), Q(closing_way=installed().rule(FULFILLED).label))


def _sums(rows: QuerySet[CaseRow], counted: Q) -> Sums:
    sums = rows.values_list("court").annotate(
        part=models.Count("pk", filter=counted), whole=models.Count("pk")
    )
    return {court: (part, whole) for court, part, whole in sums}


def _filed(since: date, until: date, courts: Courts) -> QuerySet[CaseRow]:
    return _of(CaseRow.objects.filter(type_code=CaseType.FIRST.value, filed_on__range=(since, until)), courts)


def _ended(since: date, until: date, courts: Courts) -> QuerySet[CaseRow]:
    return _of(CaseRow.objects.filter(dossier_id__in=_taken_over(), closed_on__range=(since, until)), courts)


def _taken_over() -> QuerySet[ControlRow, int]:
    return ControlRow.objects.filter(preservation__isnull=False).values_list("dossier_id", flat=True)


def _of(rows: QuerySet[CaseRow], courts: Courts) -> QuerySet[CaseRow]:
    return rows if courts is None else rows.filter(court__in=courts)


def _line(row: CaseRow, opened: date | None, done: date | None, counted: bool, note: str = "") -> Counted:
    return Counted(row.dossier_id, row.court, row.number, opened, None, done, counted, note)


def _duties(rules: tuple[str, ...], since: date, until: date, courts: Courts) -> list[DutyRow]:
    """Met in these days, or run out in them and open still at their end."""
    met = Q(met_on__range=(since, until))
    open_then = (Q(met_on=None) | Q(met_on__gt=until)) & (Q(ended_on=None) | Q(ended_on__gt=until))
    rows = DutyRow.objects.filter(met | (Q(due__gte=since, due__lt=until) & open_then), rule__in=rules)
    if courts is not None:
        rows = rows.filter(court__in=courts)
    return list(rows.order_by("opened_on", "dossier_id", "opening_seq"))


def _counted(
    rows: list[DutyRow], until: date, late: Callable[[DutyRow], bool] = lambda _row: False
) -> Iterable[Counted]:
    numbers = dict(
        CaseRow.objects.filter(dossier_id__in=[row.dossier_id for row in rows]).values_list(
            "dossier_id", "number"
        )
    )
    for row in rows:
        met = row.met_on if row.met_on and row.met_on <= until else None
        in_time = met is not None and (row.due is None or met <= row.due) and not late(row)
        note = "" if met else str(say("尚未办理"))
        number = numbers.get(row.dossier_id, "")
        yield Counted(row.dossier_id, row.court, number, row.opened_on, row.due, met, in_time, note)


def _past_the_hour(dossier: Dossier | None, row: DutyRow) -> bool:
    """Whether the ruling of the last day came after the hour at which the forty-eight hours ended."""
    opening = dossier.at(row.opening_seq) if dossier else None
    ruling = dossier.at(row.met_seq) if dossier and row.met_seq else None
    if opening is None or not isinstance(opening.act, PreservationApplied) or not opening.act.received_at:
        return False
    if ruling is None or not isinstance(ruling.act, PreservationRuled):
        return False
    end, at = hours_end(opening.on, opening.act.received_at), hour_of(ruling.act.ruled_at)
    return isinstance(end, Found) and at is not None and datetime.combine(ruling.on, at) > end.value


SHARES = (
    Share(
        "preservation-ruled-in-time",
        "保全裁定及时率",
        "在四十八小时（写明钟点的算到钟点）、五日以内裁定的，占已裁定的和逾期尚未裁定的申请；担保未提供、期限没有起算的计为及时",
        ruled,
        _counted_lines(ruled),
        (IN_HOURS, RULED_IN_TIME),
    ),
    Share(
        "preservation-carried-out-in-time",
        "保全执行及时率",
        "裁定后五日以内、情况紧急的次日以内开始执行的，占已开始执行的和逾期尚未开始的裁定",
        carried_out,
        _counted_lines(carried_out),
        (RULED_IN_TIME,),
    ),
    Share(
        "preservation-of-enforcement",
        "执行案件保全率",
        "接续了保全控制的，占新立的首次执行案件；诉讼案件总数不在本平台，不计算诉讼保全率",
        preserved,
        _how_many_preserved,
        (GOES_ON,),
    ),
    Share(
        "preservation-fulfilled",
        "保全促执行",
        "执行完毕的，占接续了保全控制、已经结案的执行案件",
        fulfilled,
        _how_many_fulfilled,
        (GOES_ON,),
    ),
)


def share_named(name: str) -> Share | None:
    """The figure of that name."""
    return next((each for each in SHARES if each.name == name), None)
