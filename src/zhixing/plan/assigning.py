"""Giving the measures of a plan out in a court, many at once: to whom, and which tasks follow from the plan's deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from zhixing.people.models import Department, Post
from zhixing.plan import questions
from zhixing.plan.acts.carrying_out import MeasureAssigned, TaskSet
from zhixing.plan.reading.recurrences import occurrences
from zhixing.plan.shape import Deadline, Measure, Plan
from zhixing.record import door
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.power import Power

LEADING = "执行局"  # carries out what names no department of this court


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom a measure would be given to, as the plan suggests."""

    measure: Measure
    department: str
    with_departments: tuple[str, ...]
    leader: int | None
    owner: int | None
    tasks: tuple[TaskSet, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """The departments of a court, who heads each, and its leaders."""

    departments: tuple[str, ...]
    heads: dict[str, int]
    leaders: tuple[tuple[int, str], ...]
    officers: tuple[tuple[int, str], ...]


def staff_of(court: str, on: date) -> Staff:
    """The people of a court who may be given something."""
    posts = [
        post
        for post in Post.objects.filter(court=court, since__lte=on).select_related("officer", "department")
        if post.until is None or post.until > on
    ]
    heads: dict[str, int] = {}
    for post in sorted(posts, key=lambda post: (Power.DIRECTOR.value not in post.powers, post.pk)):
        heads.setdefault(post.department.name, post.officer_id)
    leading = [Power.VICE_PRESIDENT.value, Power.PRESIDENT.value]
    leaders = [
        (post.officer_id, post.officer.name) for power in leading for post in posts if power in post.powers
    ]
    officers = {post.officer_id: f"{post.officer.name}（{post.title}）" for post in posts}
    names = Department.objects.filter(court=court).order_by("pk").values_list("name", flat=True)
    return Staff(tuple(names), heads, tuple(leaders), tuple(officers.items()))


def proposals(dossier: Dossier, day: date) -> list[Proposal]:
    """The measures nobody answers for yet in this court, each with what the plan suggests."""
    plan = questions.plan(dossier, day)
    if plan is None:
        return []
    staff, assigned = staff_of(dossier.court, day), questions.assignments(dossier, day)
    return [_proposal(plan, each, staff) for each in plan.measures if each.no not in assigned]


def _proposal(plan: Plan, measure: Measure, staff: Staff) -> Proposal:
    known = [each for each in measure.departments if each in staff.departments]
    department = LEADING if LEADING in known or not known else known[0]
    named = {name: number for number, name in staff.leaders}
    leader = next((named[each] for each in measure.leaders if each in named), None)
    if leader is None and staff.leaders:
        leader = staff.leaders[0][0]
    owner = staff.heads.get(department)
    return Proposal(
        measure,
        department,
        tuple(each for each in known if each != department),
        leader,
        owner if owner != leader else None,
        tuple(tasks_of(plan, measure)),
    )


def tasks_of(plan: Plan, measure: Measure) -> list[TaskSet]:
    """A task for each deadline of a measure; for one without any, its requirements by the end of the plan."""
    found = [
        TaskSet(
            measure=measure.no,
            what=each.what or measure.title,
            days=days_of(plan, each),
            phrase=each.text,
        )
        for each in measure.deadlines
    ]
    if found:
        return found
    span = questions.whole_span(plan)
    last = (date.fromordinal(span[1].toordinal() - 1),) if span else ()
    return [TaskSet(measure=measure.no, what=measure.progress or measure.title, days=last)]


def days_of(plan: Plan, deadline: Deadline) -> tuple[date, ...]:
    """The last day, or of what recurs the last day of each turn within the plan's span."""
    if deadline.by is not None:
        return (deadline.by,)
    span = questions.whole_span(plan)
    if not deadline.every or span is None:
        return ()
    return occurrences(deadline.every, span[0], span[1])


def assign(
    dossier: Dossier, given: Sequence[tuple[MeasureAssigned, Sequence[TaskSet]]], by: Actor, on: date
) -> int:
    """Enter assignments with their tasks, all or none; how many measures. Raises Refused, Stale."""
    steps = [door.Step(act=act, by=by, on=on) for assigned, tasks in given for act in (assigned, *tasks)]
    if steps:
        with transaction.atomic():
            door.enter_all(dossier.id, steps, expect=dossier.head)
    return len(given)
