"""Enters a story up to the present day: what was done at once; what waits for approval, or would come next, is proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.door import Step
from zhixing.simulate.district import TODAY, approver
from zhixing.simulate.fates import course
from zhixing.simulate.telling import ZONE, Told, working_day


def go_on(number: int, told: Told, begun: list[Step], name: str) -> None:
    """The story up to the present day; what waits for approval is proposed, and sometimes sent back."""
    entered = list(begun)
    told.head += len(begun)
    for step in course(name, told):
        if step.on > TODAY:
            lately = working_day(TODAY - timedelta(days=told.rng.randint(1, 6)))
            told.waiting.append(replace(step, on=max(entered[-1].on, lately)))
            break
        by = approver(step.act, told.staff, step.by)
        entered.append(replace(step, approved_by=by))
        reached = installed().rule(type(step.act)).reaches(step.act, number)
        told.head += 1 + (by is not None) + sum(each.dossier == number for each in reached)
    door.enter_all(number, entered)
    for step in told.waiting:
        _propose(number, told, step)


def _propose(number: int, told: Told, step: Step) -> None:
    """What waits is proposed in the last days, if the law allows it then; three in ten are sent back."""
    if not TODAY - timedelta(days=60) < step.on <= TODAY:
        return
    now = max(working_day(TODAY - timedelta(days=told.rng.randint(2, 7))), step.on)
    fresh = replace(step, on=now, at=datetime.combine(now, time(15, 30), ZONE))
    by = approver(step.act, told.staff, step.by)
    if by is None or door.refusals_of(door.read(number), fresh):
        return
    proposal = door.propose(number, fresh, note="请审批")
    if told.rng.random() < 0.3:
        door.send_back(number, proposal.seq, by, on=TODAY, reason="请补充财产查控的材料后再报")
