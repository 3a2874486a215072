"""Figures of preservation by court, this year up to a day, so that a plan's target can name them; the desk shows their sum.

Not covered: the rate of preservation among suits; how many suits there are stands in no record of this platform.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from django.db.models import Count, F, Q

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.preservation.figures import CARRIED_OUT, RULED, fulfilled_cases
from zhixing.record.indicator import Indicator, Measured
from zhixing.record.models import DutyRow

IN_HOURS = cite("民诉法", 103)
RULED_IN_TIME = cite("财产保全规定", 4)


def ruled_in_time(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """Of the applications ruled on this year, the share ruled on within forty-eight hours or five days."""
    return _in_time(RULED, courts, on)


def carried_out_in_time(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """Of the rulings whose carrying out began this year, the share that began within five days."""
    return _in_time(CARRIED_OUT, courts, on)


def fulfilled(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """Of the enforcement cases that took a preservation over and ended this year, the share that was fulfilled."""
    found = {court: (part, whole) for court, part, whole in fulfilled_cases(date(on.year, 1, 1), on, courts)}
    return _answers(found, courts, on)


def _in_time(rules: tuple[str, ...], courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    done = DutyRow.objects.filter(rule__in=rules, court__in=courts, met_on__range=(date(on.year, 1, 1), on))
    in_time = Q(due=None) | Q(met_on__lte=F("due"))
    rows = done.values_list("court").annotate(part=Count("pk", filter=in_time), whole=Count("pk"))
    return _answers({court: (part, whole) for court, part, whole in rows}, courts, on)


def _answers(found: Mapping[str, tuple[int, int]], courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    return {court: _answer(*found.get(court, (0, 0)), on) for court in courts}


def _answer(part: int, whole: int, on: date) -> Measured:
    if not whole:
        return Undetermined((say("{year} 年截至 {on} 没有可以计算的案件", year=on.year, on=on),))
    because = say("{year} 年截至 {on}：{part} / {whole}", year=on.year, on=on, part=part, whole=whole)
    return Found(Fraction(part, whole), (because,), (RULED_IN_TIME,))


INDICATORS = (
    Indicator(
        name="preservation-ruled-in-time",
        label="保全裁定及时率",
        unit="%",
        of="在四十八小时、五日以内裁定的占已裁定的保全申请的比例",
        measure=ruled_in_time,
        cites=(IN_HOURS, RULED_IN_TIME),
    ),
    Indicator(
        name="preservation-carried-out-in-time",
        label="保全执行及时率",
        unit="%",
        of="五日以内开始执行的占已开始执行的保全裁定的比例",
        measure=carried_out_in_time,
        cites=(RULED_IN_TIME,),
    ),
    Indicator(
        name="preservation-fulfilled",
        label="保全促执行",
        unit="%",
        of="接续了保全、已结的执行案件中执行完毕的比例",
        measure=fulfilled,
        cites=(IN_HOURS,),
    ),
)
