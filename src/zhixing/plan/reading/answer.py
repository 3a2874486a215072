"""The answer of the reader as plain values, for `--json` and for other programs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TypedDict

import msgspec

from zhixing.plan.shape import Deadline, Measure, Passage, Reading, Stage, Target


class ReadingAnswer(TypedDict):
    """What `plan import --json` prints. Dates are ISO; `until` is the last day of a stage."""

    document_no: str
    issuer: str
    date: str | None
    title: str
    goals: list[str]
    stages: list[dict[str, object]]
    measures: list[dict[str, object]]
    requirements: list[str]
    not_understood: list[dict[str, str]]
    problems: list[dict[str, object]]


def as_json(reading: Reading) -> ReadingAnswer:
    """The reading as plain values."""
    plan = reading.plan
    return {
        "document_no": plan.document_no,
        "issuer": plan.issuer,
        "date": plan.issued_on.isoformat() if plan.issued_on else None,
        "title": plan.title,
        "goals": list(plan.goals),
        "stages": [_stage(each) for each in plan.stages],
        "measures": [_measure(each) for each in plan.measures],
        "requirements": [_passage(each) for each in plan.requirements],
        "not_understood": [{"where": each.where, "text": each.text} for each in reading.not_understood],
        "problems": [msgspec.to_builtins(each) for each in reading.problems],
    }


def _stage(stage: Stage) -> dict[str, object]:
    last = stage.until - timedelta(days=1)
    return {
        "name": stage.name,
        "since": stage.since.isoformat(),
        "until": last.isoformat(),
        "work": stage.work,
        "deadlines": [_deadline(each) for each in stage.deadlines],
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "no": measure.no,
        "group": measure.group,
        "title": measure.title,
        "text": measure.text,
        "leaders": list(measure.leaders),
        "departments": list(measure.departments),
        "deadlines": [_deadline(each) for each in measure.deadlines],
        "targets": [_target(each) for each in measure.targets],
        "progress": measure.progress,
        "line": measure.line,
    }


def _deadline(deadline: Deadline) -> dict[str, object]:
    when: dict[str, object] = {"by": _day(deadline.by)} if deadline.by else {"every": deadline.every}
    return {"text": deadline.text, **when, "what": deadline.what, "rule": deadline.rule}


def _target(target: Target) -> dict[str, object]:
    value = Decimal(target.value)
    return {
        "text": target.text,
        "value": int(value) if value == value.to_integral_value() else float(value),
        "unit": target.unit,
        "of": target.of,
        "by": _day(target.by),
        "indicator": target.indicator,
        "courts": target.courts,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _passage(passage: Passage) -> str:
    return (
        f"{passage.title}。{passage.text}"
        if passage.title and passage.text
        else passage.title or passage.text
    )
