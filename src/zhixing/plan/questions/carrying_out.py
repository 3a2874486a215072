"""How the measures are carried out in a court: who answers for them, which tasks there are, what was shown and reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhixing.plan.acts.carrying_out import (
    Escalated,
    EscalationAnswered,
    EvidenceFiled,
    MeasureAssigned,
    ProgressReported,
    State,
    TaskSet,
    TaskWithdrawn,
)
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Task:
    """A task in force: the entry that set it."""

    entry: Entry[TaskSet]

    @property
    def measure(self) -> int:
        """The number of its measure."""
        return self.entry.act.measure


@dataclass(frozen=True, slots=True)
class Occasion:
    """One turn of a task: a task of one day has one, what is to be done every quarter has one for each quarter."""

    task: Entry[TaskSet]
    turn: int
    due: date | None
    reports: tuple[Entry[ProgressReported], ...]

    @property
    def done(self) -> Entry[ProgressReported] | None:
        """The report that says it is done, or None."""
        return next((each for each in self.reports if each.act.state is State.DONE), None)

    def late(self, on: date) -> bool:
        """Whether its last day has gone by and it is not done, or was done after it."""
        if self.due is None:
            return False
        return self.due < (self.done.on if self.done else on)

    def overdue(self, on: date) -> bool:
        """Whether it is not done although its last day has gone by."""
        return self.done is None and self.due is not None and self.due < on


@dataclass(frozen=True, slots=True)
class Escalation:
    """An overdue task laid before the leader in charge, and the answer if there is one."""

    entry: Entry[Escalated]
    answer: Entry[EscalationAnswered] | None


def assignments(dossier: Dossier, on: date) -> Mapping[int, Entry[MeasureAssigned]]:
    """Measure → its last assignment in this court by that day."""
    return {entry.act.measure: entry for entry in dossier.as_of(on).of(MeasureAssigned)}


def assignment(dossier: Dossier, measure: int, on: date) -> Entry[MeasureAssigned] | None:
    """Who answers for a measure in this court on that day, or None."""
    return assignments(dossier, on).get(measure)


def tasks(dossier: Dossier, on: date) -> list[Task]:
    """The tasks set by that day and not withdrawn."""
    then = dossier.as_of(on)
    gone = {entry.act.task for entry in then.of(TaskWithdrawn)}
    return [Task(entry) for entry in then.of(TaskSet) if entry.seq not in gone]


def occasions(dossier: Dossier, on: date) -> list[Occasion]:
    """Every turn of every task in force, with its reports by that day, by due day; those without a day last."""
    reports: dict[tuple[int, int], list[Entry[ProgressReported]]] = {}
    for entry in dossier.as_of(on).of(ProgressReported):
        reports.setdefault((entry.act.task, entry.act.turn), []).append(entry)
    found = [
        Occasion(task.entry, turn, due, tuple(reports.get((task.entry.seq, turn), ())))
        for task in tasks(dossier, on)
        for turn, due in enumerate(task.entry.act.days or (None,), start=1)
    ]
    return sorted(found, key=lambda each: (each.due or date.max, each.task.seq, each.turn))


def occasions_of(dossier: Dossier, measure: int, on: date) -> list[Occasion]:
    """The turns of the tasks of one measure."""
    return [each for each in occasions(dossier, on) if each.task.act.measure == measure]


def evidence(dossier: Dossier, measure: int, on: date) -> list[Entry[EvidenceFiled]]:
    """What was filed to show that the measure is carried out."""
    return [entry for entry in dossier.as_of(on).of(EvidenceFiled) if entry.act.measure == measure]


def escalations(dossier: Dossier, on: date) -> list[Escalation]:
    """Overdue tasks that were laid before the leader in charge by that day."""
    then = dossier.as_of(on)
    answers = {entry.act.escalation: entry for entry in then.of(EscalationAnswered)}
    return [Escalation(entry, answers.get(entry.seq)) for entry in then.of(Escalated)]


def to_escalate(dossier: Dossier, on: date) -> list[Occasion]:
    """Overdue turns of assigned measures which nobody has laid before the leader yet."""
    told = {(each.entry.act.task, each.entry.act.turn) for each in escalations(dossier, on)}
    assigned = assignments(dossier, on)
    return [
        each
        for each in occasions(dossier, on)
        if each.overdue(on) and (each.task.seq, each.turn) not in told and each.task.act.measure in assigned
    ]
