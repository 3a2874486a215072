"""A person's corrections of a reading: owners, deadlines, targets and stages as the form has them, put into the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from zhixing.law.texts import Text, say
from zhixing.plan.shape import Deadline, Measure, Plan, Stage, Target

_NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field that cannot be read: its name in the form, and how to mend it."""

    field: str
    text: Text


def corrected(plan: Plan, posted: Mapping[str, str]) -> tuple[Plan, list[Mistake]]:
    """The plan with the form's values, and what is wrong with them. A field the form does not have stays as it was."""
    wrong: list[Mistake] = []
    measures = tuple(_measure(each, posted, wrong) for each in plan.measures)
    stages = tuple(_stage(each, place, posted, wrong) for place, each in enumerate(plan.stages))
    head = {
        name: posted[name].strip()
        for name in ("title", "document_no", "issuer")
        if posted.get(name, "").strip()
    }
    return msgspec.structs.replace(plan, measures=measures, stages=stages, **head), wrong


def _measure(measure: Measure, posted: Mapping[str, str], wrong: list[Mistake]) -> Measure:
    key = f"m{measure.no}"
    return msgspec.structs.replace(
        measure,
        title=posted.get(f"{key}-title", measure.title).strip() or measure.title,
        leaders=_names(posted, f"{key}-leaders", measure.leaders),
        departments=_names(posted, f"{key}-departments", measure.departments),
        deadlines=tuple(
            _deadline(each, f"{key}-d{place}", posted, wrong)
            for place, each in enumerate(measure.deadlines)
            if posted.get(f"{key}-d{place}-drop") is None
        )
        + _added(f"{key}-new", posted, wrong),
        targets=tuple(
            _target(each, f"{key}-t{place}", posted, wrong)
            for place, each in enumerate(measure.targets)
            if posted.get(f"{key}-t{place}-drop") is None
        ),
    )


def _names(posted: Mapping[str, str], field: str, were: tuple[str, ...]) -> tuple[str, ...]:
    if field not in posted:
        return were
    return tuple(name for name in re.split(r"[、，,；;\s]+", posted[field]) if name)


def _deadline(deadline: Deadline, key: str, posted: Mapping[str, str], wrong: list[Mistake]) -> Deadline:
    what = posted.get(f"{key}-what", deadline.what).strip() or deadline.what
    if f"{key}-by" not in posted:
        return msgspec.structs.replace(deadline, what=what)
    by = _day(posted, f"{key}-by", wrong)
    changed = by != deadline.by
    return msgspec.structs.replace(
        deadline,
        what=what,
        by=by,
        every=deadline.every if by is None else "",
        rule="corrected" if changed else deadline.rule,
    )


def _added(key: str, posted: Mapping[str, str], wrong: list[Mistake]) -> tuple[Deadline, ...]:
    what = posted.get(f"{key}-what", "").strip()
    by = _day(posted, f"{key}-by", wrong)
    if by is None and not what:
        return ()
    if by is None or not what:
        wrong.append(Mistake(f"{key}-by", say("补充的期限要同时写明完成什么和最后一天")))
        return ()
    return (Deadline(text="", what=what, by=by, rule="corrected"),)


def _target(target: Target, key: str, posted: Mapping[str, str], wrong: list[Mistake]) -> Target:
    value = posted.get(f"{key}-value", target.value).strip()
    if not _NUMBER.fullmatch(value):
        wrong.append(Mistake(f"{key}-value", say("目标值“{value}”不是数字", value=value)))
        return target
    if target.unit == "%" and Decimal(value) > 100:
        wrong.append(Mistake(f"{key}-value", say("目标值 {value}% 超过百分之百", value=value)))
        return target
    by = _day(posted, f"{key}-by", wrong) if f"{key}-by" in posted else target.by
    return msgspec.structs.replace(
        target, value=value, by=by, indicator=posted.get(f"{key}-indicator", target.indicator).strip()
    )


def _stage(stage: Stage, place: int, posted: Mapping[str, str], wrong: list[Mistake]) -> Stage:
    key = f"s{place}"
    if f"{key}-since" not in posted:
        return stage
    since, last = _day(posted, f"{key}-since", wrong), _day(posted, f"{key}-last", wrong)
    if since is None or last is None:
        wrong.append(Mistake(f"{key}-since", say("“{name}”须有起止日期", name=stage.name)))
        return stage
    if last < since:
        wrong.append(Mistake(f"{key}-last", say("“{name}”结束于开始之前", name=stage.name)))
        return stage
    return msgspec.structs.replace(stage, since=since, until=last + timedelta(days=1))


def _day(posted: Mapping[str, str], field: str, wrong: list[Mistake]) -> date | None:
    text = posted.get(field, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        wrong.append(Mistake(field, say("“{text}”不是日期，请写成 2017-06-30 的形式", text=text)))
        return None
