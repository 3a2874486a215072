"""The one door: every write to a dossier goes through here, whatever face, import or job it comes from.

One transaction: lock the dossiers (sorted), read their acts, ask powers, approval and guards, append to the chain, refresh the
read models, put into the outbox. A refusal rolls everything back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction

from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.acts import ProposalWithdrawn, Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.link import GENESIS
from zhixing.record.models import DossierHead
from zhixing.record.permission import (
    Refused,
    Step,
    allowed,
    approver,
    refusals_of,
    refuse,
    standing_refusals,
)
from zhixing.record.power import Power
from zhixing.record.questions import Pending, pending
from zhixing.record.rule import ActRule, Refusal
from zhixing.record.taking_over import Stated, TakenFile, take_over
from zhixing.record.writing import (
    NoDossier,
    Open,
    append,
    read,
    read_many,
    store,
    take_up,
    those_there,
    together,
    undivided,
    written,
)

__all__ = [
    "NoDossier",
    "Refused",
    "Stale",
    "Stated",
    "Step",
    "TakenFile",
    "approve",
    "dry_run",
    "enter",
    "enter_all",
    "open_dossier",
    "propose",
    "read",
    "read_many",
    "refusals_of",
    "send_back",
    "standing_refusals",
    "take_over",
    "together",
    "undivided",
    "withdraw",
]


class Stale(Exception):
    """Someone entered an act since the page was read: `expected` and `actual` are head sequence numbers."""

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(
            f"卷宗已更新: 您看到第 {expected} 条，现在已有第 {actual} 条。请刷新后重新核对再办理。"
        )
        self.expected = expected
        self.actual = actual


def open_dossier(court: str, steps: Sequence[Step]) -> tuple[int, list[Entry[Act]]]:
    """Begin a dossier of `court` with these steps, the first of which opens one; answer its number and entries."""
    first = steps[0]
    rule = installed().rule(type(first.act))
    if not rule.opens:
        refuse(
            rule, "opens-a-dossier", "卷宗由立卷的行为开始", f"“{rule.label}”不能作为卷宗的第一条", "请先收案"
        )
    with written():
        head = DossierHead.objects.create(
            kind=first.act.dossier_kind, court=court, opened_on=first.on, head_hash=GENESIS
        )
        return head.pk, enter_all(head.pk, steps)


def enter(
    number: int, act: Act, by: Actor, *, on: date, expect: int | None = None, at: datetime | None = None
) -> Entry[Act]:
    """Enter one act. Raises Refused, Stale, NoDossier."""
    return enter_all(number, [Step(act=act, by=by, on=on, at=at)], expect=expect)[-1]


def enter_all(number: int, steps: Sequence[Step], *, expect: int | None = None) -> list[Entry[Act]]:
    """Enter several acts of one dossier, in order, all or none. Raises Refused, Stale, NoDossier."""
    with written():
        opened, target = _with_reached(number, [step.act for step in steps])
        _fresh(target, expect)
        for step in steps:
            _enter_step(opened, target, step)
        for each in opened.values():
            store(each)
        return target.added


def dry_run(number: int, steps: Sequence[Step]) -> tuple[list[Entry[Act]], Dossier]:
    """What entering would add, and the dossier as it would be; nothing is kept. Raises as `enter_all` does."""
    with transaction.atomic():
        entries = enter_all(number, steps)
        after = read(number)
        transaction.set_rollback(True)
    return entries, after


def propose(number: int, step: Step, *, note: str = "", expect: int | None = None) -> Entry[Act]:
    """Lay an act before its approver. All guards are asked now, and again at approval."""
    with written():
        target = take_up([number], lock=True)[number]
        _fresh(target, expect)
        entry = _propose(target, step, note)
        store(target)
        return entry


def approve(
    number: int, proposal: int, by: Actor, *, on: date, expect: int | None = None, at: datetime | None = None
) -> Entry[Act]:
    """Approve a proposal: the act proper is entered under both names."""
    with written():
        found = _pending(take_up([number], lock=False)[number].dossier, proposal)
        opened, target = _with_reached(number, [found.act])
        _fresh(target, expect)
        _approve(opened, target, proposal, Step(act=found.act, by=by, on=on, at=at))
        for each in opened.values():
            store(each)
        return target.added[0]


def send_back(
    number: int,
    proposal: int,
    by: Actor,
    *,
    on: date,
    reason: str,
    expect: int | None = None,
) -> Entry[Act]:
    """Send a proposal back with a reason."""
    with written():
        target = take_up([number], lock=True)[number]
        _fresh(target, expect)
        found = _pending(target.dossier, proposal)
        rule = installed().rule(type(found.act))
        approver(rule, found.entry, by)
        if not reason.strip():
            refuse(rule, "reason-given", "退回须说明理由", "没有写退回理由", "请写明为何退回、怎样改")
        entry = append(target, Step(act=SentBack(proposal=proposal, reason=reason), by=by, on=on), {})
        store(target)
        return entry


def withdraw(
    number: int, proposal: int, by: Actor, *, on: date, reason: str = "", expect: int | None = None
) -> Entry[Act]:
    """Take one's own proposal back."""
    with written():
        target = take_up([number], lock=True)[number]
        _fresh(target, expect)
        found = _pending(target.dossier, proposal)
        if found.entry.by.id != by.id:
            rule = installed().rule(type(found.act))
            refuse(
                rule,
                "own-proposal",
                "只能撤回自己的提请",
                f"这是{found.entry.by.name}的提请",
                "请由其本人撤回",
            )
        entry = append(
            target, Step(act=ProposalWithdrawn(proposal=proposal, reason=reason), by=by, on=on), {}
        )
        store(target)
        return entry


def _with_reached(number: int, acts: Sequence[Act]) -> tuple[dict[int, Open], Open]:
    """The dossier and those that these acts reach, locked together. Raises NoDossier; what is reached may be lacking."""
    reached = [each.dossier for act in acts for each in installed().rule(type(act)).reaches(act, number)]
    opened = those_there([number, *reached], lock=True)
    if number not in opened:
        raise NoDossier(number)
    return opened, opened[number]


def _fresh(target: Open, expect: int | None) -> None:
    if expect is not None and target.dossier.head != expect:
        raise Stale(expect, target.dossier.head)


def _enter_step(opened: Mapping[int, Open], target: Open, step: Step) -> None:
    rule = installed().rule(type(step.act))
    if rule.approved_by is None or step.approved_by is None:
        _enter_act(opened, target, step, rule)
        return
    proposal = _propose(target, step, "")
    approval = Step(act=step.act, by=step.approved_by, on=step.on, at=step.at)
    _approve(opened, target, proposal.seq, approval)


def _enter_act(opened: Mapping[int, Open], target: Open, step: Step, rule: ActRule) -> None:
    if rule.internal and Power.SYSTEM.value not in step.by.powers:
        refuse(
            rule,
            "entered-by-door",
            "由系统随其他行为录入",
            f"“{rule.label}”不能单独录入",
            "请办理引起它的行为",
        )
    if rule.approved_by is not None:
        refuse(
            rule,
            "approved",
            "须经批准",
            f"“{rule.label}”须经{rule.approved_by.label}批准",
            f"请提请{rule.approved_by.label}批准",
        )
    entry = append(target, step, allowed(target.dossier, rule, step))
    _reach(opened, target, entry, rule)


def _propose(target: Open, step: Step, note: str) -> Entry[Act]:
    rule = installed().rule(type(step.act))
    if rule.approved_by is None:
        refuse(rule, "needs-approval", "无须审批", f"“{rule.label}”无须审批", "请直接办理")
    with transaction.atomic():
        allowed(target.dossier, rule, step)
        transaction.set_rollback(True)  # what is only proposed takes nothing: a number is taken at approval
    proposed = Proposed(act=msgspec.Raw(msgspec.json.encode(step.act)), note=note)
    return append(target, Step(act=proposed, by=step.by, on=step.on, at=step.at), {})


def _approve(opened: Mapping[int, Open], target: Open, proposal: int, approval: Step) -> None:
    found = _pending(target.dossier, proposal)
    rule = installed().rule(type(found.act))
    approver(rule, found.entry, approval.by)
    step = Step(
        act=found.act,
        by=found.entry.by,
        approved_by=approval.by,
        on=max(approval.on, found.entry.on),
        at=approval.at,
    )
    entry = append(target, step, allowed(target.dossier, rule, step), proposal=proposal)
    _reach(opened, target, entry, rule)


def _pending(dossier: Dossier, proposal: int) -> Pending:
    for each in pending(dossier):
        if each.entry.seq == proposal:
            return each
    raise Refused(
        [
            Refusal(
                "pending",
                "提请尚待审批",
                (),
                say("第 {seq} 条提请已经办结或不存在", seq=proposal),
                say("请刷新后查看审批结果"),
            )
        ]
    )


def _reach(opened: Mapping[int, Open], origin: Open, entry: Entry[Act], rule: ActRule) -> None:
    system = msgspec.structs.replace(entry.by, powers=(*entry.by.powers, Power.SYSTEM.value))
    for reach in rule.reaches(entry.act, origin.dossier.id):
        if reach.dossier not in opened:
            refuse(
                rule,
                "reaches-what-is-there",
                "所涉卷宗存在",
                f"没有卷宗 {reach.dossier}，或者您无权查看",
                "请核对所选的案件",
            )
        step = Step(act=reach.act, by=system, on=entry.on, at=entry.recorded_at)
        _enter_act(opened, opened[reach.dossier], step, installed().rule(type(reach.act)))
