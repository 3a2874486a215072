"""What is to be done in a stage of the plan, and how far it is: each kind of stage has its own worklist.

A stage is known by the words of its name (动员, 检查, 整改, 验收); one with none of them has the tasks that fall due in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.law.texts import Text, say
from zhixing.plan.acts.adoption import Adopted, Received
from zhixing.plan.acts.inspection import FindingMade, Inspected, Inspector, MeasureAccepted
from zhixing.plan.acts.leading_group import LeadingGroupFormed, MeetingHeld, PracticeFound
from zhixing.plan.questions.carrying_out import assignments, occasions
from zhixing.plan.questions.inspection import findings
from zhixing.plan.questions.plan_text import plan
from zhixing.plan.shape import Stage
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a worklist: so many done of so many wanted, the last day, and the act by which it is done."""

    what: Text
    done: int
    of: int
    last_day: date
    by: type[Act] | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing of it is left to do."""
        return self.done >= self.of


def worklist(dossier: Dossier, stage: Stage, on: date) -> list[Item]:
    """The worklist of a stage as of a day."""
    last = stage.until - timedelta(days=1)
    items = [
        item
        for words, make in _OF_STAGES
        if any(word in stage.name for word in words)
        for item in make(dossier, on, last)
    ]
    return [*items, *_tasks(dossier, stage, on)]


def _once(dossier: Dossier, on: date, what: Text, last: date, *kinds: type[Act]) -> Item:
    return Item(what, int(bool(dossier.as_of(on).of(*kinds))), 1, last, kinds[0])


def _mobilisation(dossier: Dossier, on: date, last: date) -> list[Item]:
    found = plan(dossier, on)
    measures = len(found.measures) if found else 0
    assigned = len(assignments(dossier, on))
    return [
        _once(dossier, on, say("印发或收到工作方案"), last, Adopted, Received),
        _once(dossier, on, say("成立领导小组"), last, LeadingGroupFormed),
        _once(dossier, on, say("召开动员部署会"), last, MeetingHeld),
        Item(say("各项措施落实责任部门和责任人"), assigned, measures, last),
    ]


def _inspection(dossier: Dossier, on: date, last: date) -> list[Item]:
    seen = dossier.as_of(on).of(Inspected)
    own = [entry for entry in seen if entry.act.kind is Inspector.SELF]
    return [
        Item(say("自查并形成报告"), min(len(own), 1), 1, last, Inspected),
        Item(say("接受检查"), min(len(seen) - len(own), 1), 1, last, Inspected),
    ]


def _rectification(dossier: Dossier, on: date, last: date) -> list[Item]:
    found = findings(dossier, on)
    closed = [each for each in found if each.closed]
    return [
        Item(say("检查指出的问题整改到位"), len(closed), len(found), last, FindingMade),
        _once(dossier, on, say("总结可供交流的经验"), last, PracticeFound),
    ]


def _acceptance(dossier: Dossier, on: date, last: date) -> list[Item]:
    found = plan(dossier, on)
    accepted = {entry.act.measure for entry in dossier.as_of(on).of(MeasureAccepted)}
    return [
        Item(
            say("各项措施验收"),
            len(accepted),
            len(found.measures) if found else 0,
            last,
            MeasureAccepted,
        )
    ]


_OF_STAGES = (
    (("动员", "部署"), _mobilisation),
    (("检查", "督导", "评估"), _inspection),
    (("整改",), _rectification),
    (("验收", "总结"), _acceptance),
)


def _tasks(dossier: Dossier, stage: Stage, on: date) -> list[Item]:
    falling = [
        each
        for each in occasions(dossier, on)
        if each.due is not None and stage.since <= each.due < stage.until
    ]
    return [
        Item(
            say("第{measure}项：{what}", measure=each.task.act.measure, what=each.task.act.what),
            int(each.done is not None),
            1,
            each.due or stage.since,
        )
        for each in falling
    ]
