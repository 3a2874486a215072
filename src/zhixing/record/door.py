"""The one door: every write to a dossier goes through here, whatever face, import or job it comes from.

One transaction: lock the dossiers (sorted), read their acts, ask powers, approval and guards, append to the chain, refresh the
read models, put into the outbox. A refusal rolls everything back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NoReturn

import msgspec
from django.db import transaction

from zhixing.law.texts import say
from zhixing.record import chain, clock, facts, outbox, read_model
from zhixing.record.act import Act
from zhixing.record.acts import ProposalWithdrawn, Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.models import DossierHead, StoredAct
from zhixing.record.power import Power
from zhixing.record.questions import Pending, pending
from zhixing.record.rule import ActRule, Asked, Refusal, refusals


class Refused(Exception):
    """The act may not be entered; `refusals` say why, under which article, and how to go on."""

    def __init__(self, found: Sequence[Refusal]) -> None:
        super().__init__("；".join(f"{each.label}: {each.facts}" for each in found))
        self.refusals = tuple(found)


class Stale(Exception):
    """Someone entered an act since the page was read: `expected` and `actual` are head sequence numbers."""

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(
            f"卷宗已更新: 您看到第 {expected} 条，现在已有第 {actual} 条。请刷新后重新核对再办理。"
        )
        self.expected = expected
        self.actual = actual


class NoDossier(LookupError):
    """There is no such dossier, or this connection may not see it: the two are not told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act to enter. `approved_by` enters a proposal by `by` and its approval; `at` is the recording time (default: now)."""

    act: Act
    by: Actor
    on: date
    approved_by: Actor | None = None
    at: datetime | None = None


@dataclass(slots=True)
class _Open:
    """A dossier within a write: its head row, its acts, what has been added."""

    head: DossierHead
    dossier: Dossier
    added: list[Entry[Act]] = field(default_factory=list)


# Dossiers whose read models wait for the end of `together`; None outside of it.
_held: ContextVar[set[int] | None] = ContextVar("held", default=None)


@contextmanager
def together() -> Iterator[None]:
    """One transaction for the writes of many dossiers, whose read models are refreshed together at its end: for bulk loads."""
    with transaction.atomic():
        token = _held.set(set())
        try:
            yield
            numbers = sorted(_held.get() or ())
        finally:
            _held.reset(token)
        read_model.refill(read_many(numbers))


def read(number: int, *, lock: bool = False) -> Dossier:
    """The dossier with that number; NoDossier when it is not there or not to be seen."""
    return _opened([number], lock=lock)[number].dossier


def read_many(numbers: Sequence[int]) -> list[Dossier]:
    """Several dossiers, in the order asked; those not to be seen are left out."""
    heads = {head.pk: head for head in DossierHead.objects.filter(pk__in=numbers)}
    bodies = _bodies(list(heads.values()))
    catalogue = installed()
    return [
        catalogue.dossier(number, heads[number].kind, heads[number].court, bodies.get(number, []))
        for number in numbers
        if number in heads
    ]


def open_dossier(court: str, steps: Sequence[Step]) -> tuple[int, list[Entry[Act]]]:
    """Begin a dossier of `court` with these steps, the first of which opens one; answer its number and entries."""
    first = steps[0]
    rule = installed().rule(type(first.act))
    if not rule.opens:
        _refuse(
            rule, "opens-a-dossier", "卷宗由立卷的行为开始", f"“{rule.label}”不能作为卷宗的第一条", "请先收案"
        )
    with transaction.atomic():
        head = DossierHead.objects.create(
            kind=first.act.dossier_kind, court=court, opened_on=first.on, head_hash=chain.GENESIS
        )
        return head.pk, enter_all(head.pk, steps)


def enter(
    number: int, act: Act, by: Actor, *, on: date, expect: int | None = None, at: datetime | None = None
) -> Entry[Act]:
    """Enter one act. Raises Refused, Stale, NoDossier."""
    return enter_all(number, [Step(act=act, by=by, on=on, at=at)], expect=expect)[-1]


def enter_all(number: int, steps: Sequence[Step], *, expect: int | None = None) -> list[Entry[Act]]:
    """Enter several acts of one dossier, in order, all or none. Raises Refused, Stale, NoDossier."""
    with transaction.atomic():
        reached = [other for step in steps for other in _reached(step.act, number)]
        opened = _opened([number, *reached], lock=True)
        target = opened[number]
        _fresh(target, expect)
        for step in steps:
            _enter_step(opened, target, step)
        for each in opened.values():
            _store(each)
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
    with transaction.atomic():
        target = _opened([number], lock=True)[number]
        _fresh(target, expect)
        entry = _propose(target, step, note)
        _store(target)
        return entry


def approve(
    number: int, proposal: int, by: Actor, *, on: date, expect: int | None = None, at: datetime | None = None
) -> Entry[Act]:
    """Approve a proposal: the act proper is entered under both names."""
    with transaction.atomic():
        found = _pending(_opened([number], lock=False)[number].dossier, proposal)
        opened = _opened([number, *_reached(found.act, number)], lock=True)
        target = opened[number]
        _fresh(target, expect)
        _approve(opened, target, proposal, Step(act=found.act, by=by, on=on, at=at))
        for each in opened.values():
            _store(each)
        return target.added[0]


def send_back(
    number: int, proposal: int, by: Actor, *, on: date, reason: str, at: datetime | None = None
) -> Entry[Act]:
    """Send a proposal back with a reason."""
    with transaction.atomic():
        target = _opened([number], lock=True)[number]
        found = _pending(target.dossier, proposal)
        rule = installed().rule(type(found.act))
        _approver(rule, found.entry, by)
        if not reason.strip():
            _refuse(rule, "reason-given", "退回须说明理由", "没有写退回理由", "请写明为何退回、怎样改")
        entry = _append(target, Step(act=SentBack(proposal=proposal, reason=reason), by=by, on=on, at=at), {})
        _store(target)
        return entry


def withdraw(number: int, proposal: int, by: Actor, *, on: date, reason: str = "") -> Entry[Act]:
    """Take one's own proposal back."""
    with transaction.atomic():
        target = _opened([number], lock=True)[number]
        found = _pending(target.dossier, proposal)
        if found.entry.by.id != by.id:
            rule = installed().rule(type(found.act))
            _refuse(
                rule,
                "own-proposal",
                "只能撤回自己的提请",
                f"这是{found.entry.by.name}的提请",
                "请由其本人撤回",
            )
        entry = _append(
            target, Step(act=ProposalWithdrawn(proposal=proposal, reason=reason), by=by, on=on), {}
        )
        _store(target)
        return entry


def refusals_of(dossier: Dossier, step: Step) -> list[Refusal]:
    """What stands against this act, content and all; empty when it may be entered, or proposed if it needs approval."""
    rule = installed().rule(type(step.act))
    try:
        _allowed(dossier, rule, step)
    except Refused as error:
        return list(error.refusals)
    return []


def standing_refusals(dossier: Dossier, rule: ActRule, by: Actor, on: date) -> list[Refusal]:
    """What now stands against an act of this type, before its content is known: power, then the dossier's own conditions."""
    asked = Asked(dossier, on, by)
    found = _power_refusals(rule, by)
    needed = Asked(dossier, on, by, None, facts.load(rule, asked)) if rule.needs else asked
    return found + refusals(rule, needed)


def _reached(act: Act, number: int) -> list[int]:
    return [reach.dossier for reach in installed().rule(type(act)).reaches(act, number)]


def _fresh(target: _Open, expect: int | None) -> None:
    if expect is not None and target.dossier.head != expect:
        raise Stale(expect, target.dossier.head)


def _enter_step(opened: Mapping[int, _Open], target: _Open, step: Step) -> None:
    rule = installed().rule(type(step.act))
    if rule.approved_by is None or step.approved_by is None:
        _enter_act(opened, target, step, rule)
        return
    proposal = _propose(target, step, "")
    approval = Step(act=step.act, by=step.approved_by, on=step.on, at=step.at)
    _approve(opened, target, proposal.seq, approval)


def _enter_act(opened: Mapping[int, _Open], target: _Open, step: Step, rule: ActRule) -> None:
    if rule.internal and Power.SYSTEM.value not in step.by.powers:
        _refuse(
            rule,
            "entered-by-door",
            "由系统随其他行为录入",
            f"“{rule.label}”不能单独录入",
            "请办理引起它的行为",
        )
    if rule.approved_by is not None:
        _refuse(
            rule,
            "approved",
            "须经批准",
            f"“{rule.label}”须经{rule.approved_by.label}批准",
            f"请提请{rule.approved_by.label}批准",
        )
    entry = _append(target, step, _allowed(target.dossier, rule, step))
    _reach(opened, target, entry, rule)


def _propose(target: _Open, step: Step, note: str) -> Entry[Act]:
    rule = installed().rule(type(step.act))
    if rule.approved_by is None:
        _refuse(rule, "needs-approval", "无须审批", f"“{rule.label}”无须审批", "请直接办理")
    _allowed(target.dossier, rule, step)
    proposed = Proposed(act=msgspec.Raw(msgspec.json.encode(step.act)), note=note)
    return _append(target, Step(act=proposed, by=step.by, on=step.on, at=step.at), {})


def _approve(opened: Mapping[int, _Open], target: _Open, proposal: int, approval: Step) -> None:
    found = _pending(target.dossier, proposal)
    rule = installed().rule(type(found.act))
    _approver(rule, found.entry, approval.by)
    step = Step(
        act=found.act,
        by=found.entry.by,
        approved_by=approval.by,
        on=max(approval.on, found.entry.on),
        at=approval.at,
    )
    entry = _append(target, step, _allowed(target.dossier, rule, step), proposal=proposal)
    _reach(opened, target, entry, rule)


def _approver(rule: ActRule, proposal: Entry[Proposed], by: Actor) -> None:
    wanted = rule.approved_by
    if wanted is None or wanted.value not in by.powers:
        label = wanted.label if wanted else ""
        _refuse(rule, "approver", "由有权的人审批", f"{by.name}不是本院的{label}", f"请由{label}审批")
    if proposal.by.id == by.id:
        _refuse(rule, "two-persons", "提请人与批准人不得为同一人", f"提请人就是{by.name}", "请由他人审批")


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


def _allowed(dossier: Dossier, rule: ActRule, step: Step) -> dict[str, object]:
    """Ask everything; raise Refused with all refusals, or answer the outside facts that were told."""
    asked = Asked(dossier, step.on, step.by, step.act, {}, step.approved_by)
    found = _power_refusals(rule, step.by) + _day_refusals(dossier, rule, step.on)
    told = facts.load(rule, asked)
    found += refusals(rule, Asked(dossier, step.on, step.by, step.act, told, step.approved_by))
    if found:
        raise Refused(found)
    return told


def _power_refusals(rule: ActRule, by: Actor) -> list[Refusal]:
    if {power.value for power in rule.by} & set(by.powers):
        return []
    labels = "、".join(power.label for power in rule.by)
    return [
        Refusal(
            "power",
            "由有权的人办理",
            rule.basis,
            say("{name}在本院没有办理此项行为的职权", name=by.name),
            say("请由{labels}办理", labels=labels),
        )
    ]


def _day_refusals(dossier: Dossier, rule: ActRule, on: date) -> list[Refusal]:
    today = clock.today()
    if on > today:
        return [
            Refusal(
                "not-in-the-future",
                "日期不得晚于今天",
                (),
                say("所填日期 {on} 晚于今天 {today}", on=on, today=today),
                say("请填行为实际发生的日期"),
            )
        ]
    if dossier.entries and on < dossier.entries[0].on:
        return [
            Refusal(
                "not-before-the-dossier",
                "日期不得早于收案",
                (),
                say(
                    "“{label}”的日期 {on} 早于收案日 {first}",
                    label=rule.label,
                    on=on,
                    first=dossier.entries[0].on,
                ),
                say("请核对日期；此前的行为属于另一卷宗"),
            )
        ]
    return []


def _refuse(rule: ActRule, guard: str, label: str, stands: str, way_out: str) -> NoReturn:
    raise Refused(
        [Refusal(guard, label, rule.basis, say("{stands}", stands=stands), say("{way_out}", way_out=way_out))]
    )


def _append(
    target: _Open, step: Step, told: Mapping[str, object], *, proposal: int | None = None
) -> Entry[Act]:
    dossier = target.dossier
    at = step.at or clock.now()
    if dossier.recorded and at <= dossier.recorded[-1].recorded_at:
        at = dossier.recorded[-1].recorded_at + timedelta(microseconds=1)
    entry: Entry[Act] = Entry(
        dossier=dossier.id,
        seq=dossier.head + 1,
        on=step.on,
        recorded_at=at,
        by=step.by,
        act=step.act,
        approved_by=step.approved_by if proposal is not None else None,
        proposal=proposal,
        facts={name: msgspec.Raw(msgspec.json.encode(value)) for name, value in told.items()},
    )
    target.dossier = dossier.with_entries((*dossier.recorded, entry))
    target.added.append(entry)
    return entry


def _reach(opened: Mapping[int, _Open], origin: _Open, entry: Entry[Act], rule: ActRule) -> None:
    system = msgspec.structs.replace(entry.by, powers=(*entry.by.powers, Power.SYSTEM.value))
    for reach in rule.reaches(entry.act, origin.dossier.id):
        step = Step(act=reach.act, by=system, on=entry.on, at=entry.recorded_at)
        _enter_act(opened, opened[reach.dossier], step, installed().rule(type(reach.act)))


def _opened(numbers: Iterable[int], *, lock: bool) -> dict[int, _Open]:
    wanted = sorted(set(numbers))
    heads = DossierHead.objects.filter(pk__in=wanted).order_by("pk")
    found = {head.pk: head for head in (heads.select_for_update() if lock else heads)}
    for number in wanted:
        if number not in found:
            raise NoDossier(number)
    bodies = _bodies(list(found.values()))
    catalogue = installed()
    return {
        number: _Open(head, catalogue.dossier(number, head.kind, head.court, bodies.get(number, [])))
        for number, head in found.items()
    }


def _bodies(heads: Sequence[DossierHead]) -> dict[int, list[bytes]]:
    """The stored entries of these dossiers; only the years in which they were recorded are read."""
    found: dict[int, list[bytes]] = {}
    recorded = [head.head_at for head in heads if head.head_at is not None]
    if not recorded:
        return found
    earliest = datetime.combine(min(head.opened_on for head in heads), time.min, clock.ZONE)
    rows = StoredAct.objects.filter(
        dossier_id__in=[head.pk for head in heads], recorded_at__range=(earliest, max(recorded))
    ).order_by("dossier_id", "seq")
    for number, body in rows.values_list("dossier_id", "body"):
        found.setdefault(number, []).append(bytes(body))
    return found


def _store(opened: _Open) -> None:
    if not opened.added:
        return
    previous = bytes(opened.head.head_hash)
    rows = []
    for entry in opened.added:
        body = msgspec.json.encode(entry)
        own = chain.link(previous, body)
        rows.append(
            StoredAct(
                dossier_id=entry.dossier,
                court=opened.dossier.court,
                seq=entry.seq,
                type=entry.act.tag(),
                on=entry.on,
                recorded_at=entry.recorded_at,
                by_kind=entry.by.kind,
                by_id=entry.by.id,
                approved_by_id=entry.approved_by.id if entry.approved_by else None,
                body=body,
                prev_hash=previous,
                hash=own,
            )
        )
        previous = own
    StoredAct.objects.bulk_create(rows)
    held = _held.get()
    if held is None:
        read_model.refresh(opened.dossier)
    else:
        held.add(opened.dossier.id)
    outbox.put(opened.dossier, opened.added)
