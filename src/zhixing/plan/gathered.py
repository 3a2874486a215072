"""What the pages and the report tell of a plan: how every court stands, measured targets, and the names that stand in acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.courts import COURTS_BY_CODE, INTERMEDIATE_COURT, Court
from zhixing.law.texts import say
from zhixing.people.models import Officer
from zhixing.plan import questions
from zhixing.plan.acts.leading_group import LeadingGroupFormed
from zhixing.plan.models import PlanRow
from zhixing.plan.questions import MeasureStanding
from zhixing.plan.shape import Measure, Plan, Target
from zhixing.record import door
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.indicator import Measured, installed_indicators


@dataclass(frozen=True, slots=True)
class CourtStanding:
    """One court's dossier of the plan, and how each measure stands there."""

    court: Court
    dossier: Dossier
    measures: Mapping[int, MeasureStanding]

    @property
    def overdue(self) -> int:
        """How many turns of tasks are overdue."""
        return sum(len(each.overdue) for each in self.measures.values())


@dataclass(frozen=True, slots=True)
class Reached:
    """A target in one court: what was measured, and whether the target is reached; None when it cannot be told."""

    court: Court
    measured: Measured
    met: bool | None

    @property
    def percent(self) -> str:
        """The measured share with one decimal; empty when it cannot be told."""
        if isinstance(self.measured, Undetermined):
            return ""
        tenths = round(self.measured.value * 1000)
        return f"{tenths // 10}.{tenths % 10}"


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A target with what each court it is meant for has reached."""

    measure: int
    target: Target
    label: str
    reached: tuple[Reached, ...]

    @property
    def met(self) -> int:
        """How many courts have reached it."""
        return sum(each.met is True for each in self.reached)


def district(dossier: Dossier, day: date) -> list[CourtStanding]:
    """Every court's standing that this connection may see: of the issuer's plan all, else this court alone."""
    numbers = tuple(each.no for each in _plan(dossier, day).measures)
    if not questions.is_issuer(dossier):
        return [_standing(dossier, numbers, day)]
    rows = PlanRow.objects.filter(issuing=dossier.id).values_list("dossier_id", flat=True)
    found = [_standing(each, numbers, day) for each in door.read_many(sorted(rows))]
    return sorted(found, key=lambda each: (each.court != INTERMEDIATE_COURT, each.court.district_code))


def _standing(dossier: Dossier, numbers: tuple[int, ...], day: date) -> CourtStanding:
    return CourtStanding(COURTS_BY_CODE[dossier.court], dossier, questions.standings(dossier, numbers, day))


def _plan(dossier: Dossier, day: date) -> Plan:
    found = questions.plan(dossier, day) or questions.plan(dossier, dossier.entries[-1].on)
    if found is None:
        raise LookupError(dossier.id)
    return found


def targets(measure: Measure, courts: Sequence[Court], day: date) -> list[TargetStanding]:
    """The numeric targets of a measure, measured in these courts."""
    found = []
    for target in measure.targets:
        meant = [court for court in courts if _meant(target, court)]
        if not meant:
            continue
        told = _measured(target, [court.code for court in meant], day)
        reached = tuple(Reached(court, told[court.code], _met(target, told[court.code])) for court in meant)
        indicator = installed_indicators().get(target.indicator)
        found.append(TargetStanding(measure.no, target, indicator.label if indicator else "", reached))
    return found


def _measured(target: Target, courts: Sequence[str], day: date) -> Mapping[str, Measured]:
    """The figure of the target's indicator for each court; undetermined when no such indicator exists yet."""
    indicator = installed_indicators().get(target.indicator)
    if indicator is None:
        return dict.fromkeys(courts, Undetermined((say("没有统计“{of}”的指标", of=target.of),)))
    return indicator.measure(courts, day)


def _meant(target: Target, court: Court) -> bool:
    if not target.courts:
        return True
    return (target.courts == "intermediate") == (court == INTERMEDIATE_COURT)


def _met(target: Target, measured: Measured) -> bool | None:
    if not isinstance(measured, Found):
        return None
    wanted = Fraction(Decimal(target.value))
    return measured.value >= (wanted / 100 if target.unit == "%" else wanted)


def officer_names(
    courts: Sequence[CourtStanding], groups: Sequence[Entry[LeadingGroupFormed]] = ()
) -> Mapping[int, str]:
    """The names of the officers who answer for measures, and of these leading groups."""
    wanted = {
        number
        for court in courts
        for each in court.measures.values()
        if each.assigned is not None
        for number in (each.assigned.act.owner, each.assigned.act.leader)
    }
    for group in groups:
        wanted |= {group.act.head, *group.act.deputies, *group.act.members}
    return dict(Officer.objects.filter(pk__in=wanted).values_list("pk", "name"))
