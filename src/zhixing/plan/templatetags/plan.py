"""What the plan's templates say of its values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django import template

from zhixing.law.answers import Undetermined
from zhixing.plan.acts import TaskSet
from zhixing.plan.gathered import CourtStanding, TargetStanding
from zhixing.plan.pages.wall import Row
from zhixing.plan.questions import Escalation, Item
from zhixing.plan.reading.recurrences import label

register = template.Library()


@register.filter
def recurrence(every: str) -> str:
    """What a recurrence is called."""
    return label(every)


@register.filter
def last_day(until: date) -> date:
    """The last day of a half-open span."""
    return until - timedelta(days=1)


@register.filter
def stage_top(place: int) -> int:
    """Where the bar of a stage begins, counted from above."""
    return place * 4 + 1


@register.filter
def stage_height(count: int) -> int:
    """How high the drawing of so many stages is."""
    return count * 4 + 1


@register.filter
def complete(items: Sequence[Item]) -> int:
    """How many items of a worklist are complete."""
    return sum(item.complete for item in items)


@register.filter
def nothing_told(standing: TargetStanding) -> bool:
    """Whether the target cannot be told for any court."""
    return all(isinstance(each.measured, Undetermined) for each in standing.reached)


@register.filter
def why_not(standing: TargetStanding) -> str:
    """What is missing to tell it, as the first court says."""
    first = next((each.measured for each in standing.reached), None)
    return "；".join(map(str, first.missing)) if isinstance(first, Undetermined) else ""


@register.filter
def by_state(row: Row) -> list[tuple[str, list[str]]]:
    """The courts of a measure under the state it has there."""
    found: dict[str, list[str]] = {}
    for court, standing, _ in row.cells:
        found.setdefault(standing.state.value, []).append(court.court.short)
    return list(found.items())


@register.filter
def task_of(court: CourtStanding, escalation: Escalation) -> str:
    """The task that was escalated, in its own words."""
    entry = court.dossier.at(escalation.entry.act.task)
    return entry.act.what if entry is not None and isinstance(entry.act, TaskSet) else ""
