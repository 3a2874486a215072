"""What is wrong with a plan as it was read: its numbers, departments, stages, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import pairwise

from zhixing.plan.shape import Measure, Plan, Problem, Stage


def problems_of(plan: Plan, departments: Collection[str]) -> Iterator[Problem]:
    """Everything wrong, in the order of the text. `departments`, if given, are those that exist."""
    yield from _stages(plan.stages)
    if not plan.measures:
        yield Problem(
            where="全文",
            what="没有读出任何措施，看来不是工作方案",
            mend="工作方案的措施应有编号（1、或（一））和标题，并写明责任部门、完成时限；请确认文件选对了",
        )
        return
    yield from _numbers(plan)
    for each in plan.measures:
        for name in each.departments:
            if departments and name not in departments:
                mend = "请改为已有的部门，或先设立该部门"
                yield Problem(where=_where(each), what=f"没有“{name}”这个部门", mend=mend, stops=False)
        yield from _days(plan, each)


def _where(measure: Measure, line: int = 0) -> str:
    return f"第 {line or measure.line} 行（第 {measure.no} 项措施“{measure.title}”）"


def _numbers(plan: Plan) -> Iterator[Problem]:
    count = Counter(each.no for each in plan.measures)
    for each in plan.measures:
        if count[each.no] > 1:
            yield Problem(where=_where(each), what=f"措施编号 {each.no} 重复", mend="请改正编号")
    missing = [str(no) for no in range(1, max(count) + 1) if no not in count]
    if missing:
        named = "、".join(missing)
        mend = "请核对原文是否漏页"
        yield Problem(where="措施编号", what=f"缺第 {named} 项", mend=mend, stops=False)


def _stages(stages: tuple[Stage, ...]) -> Iterator[Problem]:
    for stage in stages:
        if stage.until <= stage.since:
            yield Problem(
                where=f"第 {stage.line} 行",
                what=f"“{stage.name}”结束（{_last(stage)}）早于开始（{stage.since}）",
                mend="请核对原文，改正起止时间",
            )
    for before, after in pairwise(stages):
        if before.until < after.since:
            yield Problem(
                where=f"第 {after.line} 行",
                what=f"“{before.name}”与“{after.name}”之间有空档",
                mend="请核对是否漏写阶段",
                stops=False,
            )
        if after.since < before.until and before.since < before.until:
            yield Problem(
                where=f"第 {after.line} 行",
                what=f"“{after.name}”开始（{after.since}）时“{before.name}”尚未结束（{_last(before)}）",
                mend="两个阶段重叠的，请确认就是如此",
                stops=False,
            )


def _last(stage: Stage) -> date:
    return stage.until - timedelta(days=1)


def _days(plan: Plan, measure: Measure) -> Iterator[Problem]:
    """Days that lie outside the stages, or before the plan was issued."""
    since = min((each.since for each in plan.stages), default=plan.issued_on)
    until = max((each.until for each in plan.stages), default=None)
    for each in measure.deadlines:
        if each.by is None or since is None:
            continue
        where = _where(measure, each.line)
        if plan.stages and (each.by < since or (until and each.by >= until)):
            what = f"期限“{each.text}”（{each.by}）不在方案的各阶段之内"
            yield Problem(where=where, what=what, mend="请核对年份", stops=False)
        elif each.by < since:
            what = f"期限“{each.text}”（{each.by}）早于方案印发（{since}）"
            yield Problem(where=where, what=what, mend="请核对年份", stops=False)
