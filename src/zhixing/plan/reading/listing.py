"""A reading as lines for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from zhixing.plan.reading.recurrences import label
from zhixing.plan.shape import Deadline, Measure, Reading, Target


def lines(reading: Reading) -> Iterator[str]:
    """The plan as read, briefly."""
    plan = reading.plan
    yield plan.title
    yield f"{plan.issuer}  {plan.document_no}  {plan.issued_on or '没有日期'}"
    yield f"目标 {len(plan.goals)} 条，原则 {len(plan.principles)} 条，要求 {len(plan.requirements)} 条"
    for stage in plan.stages:
        yield f"阶段  {stage.name}  {stage.since} 至 {stage.until - timedelta(days=1)}"
    group = ""
    for measure in plan.measures:
        if measure.group != group:
            group = measure.group
            yield group
        yield from _measure(measure)
    for each in reading.not_understood:
        yield f"没有读懂  {each.where}：{each.text}"


def _measure(measure: Measure) -> Iterator[str]:
    yield f"  {measure.no}. {measure.title}"
    yield f"     领导 {'、'.join(measure.leaders) or '未写明'}；部门 {'、'.join(measure.departments) or '未写明'}"
    for deadline in measure.deadlines:
        yield f"     期限 {_when(deadline)}（{deadline.text}）{deadline.what}"
    for target in measure.targets:
        yield f"     指标 {_target(target)}"


def _when(deadline: Deadline) -> str:
    return f"{deadline.by} 为止" if deadline.by else label(deadline.every)


def _target(target: Target) -> str:
    by = f"，{target.by} 为止" if target.by else ""
    return f"{target.of} {target.value}{target.unit}{by}"
