"""Overdue tasks are laid before the leader in charge, once each."""

from __future__ import annotations

from datetime import date

from zhixing.plan.acts.carrying_out import Escalated
from zhixing.plan.deliveries import SYSTEM
from zhixing.plan.models import PlanRow
from zhixing.plan.questions.carrying_out import assignments, to_escalate
from zhixing.record import door


def escalate(number: int, on: date) -> int:
    """Enter an escalation for each overdue task of one court's dossier that has none yet; how many."""
    dossier = door.read(number)
    assigned = assignments(dossier, on)
    steps = [
        door.Step(
            act=Escalated(
                task=each.task.seq,
                turn=each.turn,
                due=each.due,
                leader=assigned[each.task.act.measure].act.leader,
            ),
            by=SYSTEM,
            on=on,
        )
        for each in to_escalate(dossier, on)
        if each.due is not None
    ]
    if steps:
        door.enter_all(number, steps, expect=dossier.head)
    return len(steps)


def escalate_everywhere(on: date) -> int:
    """Escalate in every plan dossier that this connection sees; how many tasks."""
    bound = PlanRow.objects.filter(bound_on__lte=on).order_by("dossier_id")
    return sum(escalate(number, on) for number in bound.values_list("dossier_id", flat=True))
