"""Figures of preservation over a stretch of days: ruled in time, carried out in time, and what enforcement got from it.

The rate of preservation among suits is not measured: how many suits there are stands in no record of this platform.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from zhixing.assets.models import ControlRow
from zhixing.cases.models import CaseRow
from zhixing.law.texts import Text, say
from zhixing.record.catalogue import installed
from zhixing.record.models import DutyRow

RULED = ("preservation.rule-within-hours", "preservation.rule-within-five-days")
FULFILLED = "closing.fulfilled"  # of a room above this one, so by its tag
CARRIED_OUT = ("preservation.carry-out",)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share: so many of so many, and what that means."""

    label: Text
    meaning: Text
    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Rounded down; None of nothing."""
        return self.part * 100 // self.whole if self.whole else None


def figures(since: date, until: date) -> list[Figure]:
    """The figures of these days, of the courts that are seen."""
    return [
        _in_time(RULED, since, until, say("裁定及时率"), say("在四十八小时、五日以内裁定的，占已裁定的申请")),
        _in_time(
            CARRIED_OUT, since, until, say("执行及时率"), say("裁定后五日以内开始执行的，占已开始执行的裁定")
        ),
        _fulfilled(since, until),
    ]


def _in_time(rules: tuple[str, ...], since: date, until: date, label: Text, meaning: Text) -> Figure:
    done = DutyRow.objects.filter(rule__in=rules, met_on__range=(since, until))
    return Figure(label, meaning, done.filter(Q(due=None) | Q(met_on__lte=F("due"))).count(), done.count())


def _fulfilled(since: date, until: date) -> Figure:
    counted = list(fulfilled_cases(since, until))
    return Figure(
        say("保全促执行"),
        say("接续了保全的执行案件中，执行完毕的，占已结的"),
        sum(part for _, part, _ in counted),
        sum(whole for _, _, whole in counted),
    )


def fulfilled_cases(
    since: date, until: date, courts: Sequence[str] | None = None
) -> Iterator[tuple[str, int, int]]:
    """By court: how many cases that took a preservation over and ended in these days were fulfilled, and how many ended."""
    taken = ControlRow.objects.filter(preservation__isnull=False).values("dossier_id")
    ended = CaseRow.objects.filter(dossier_id__in=taken, closed_on__range=(since, until))
    if courts is not None:
        ended = ended.filter(court__in=courts)
    done = Q(closing_way=installed().rule(FULFILLED).label)
    yield from ended.values_list("court").annotate(part=Count("pk", filter=done), whole=Count("pk"))
