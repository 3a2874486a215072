"""Dossiers taken over from another register, many in one transaction: the part of the door that bulk imports go through.

The opening act is asked everything its rule asks. The acts after it state what the register says happened elsewhere: they are
typed, dated, chained and counted for duties like any other, but the guards are not asked of them and nothing goes out because of
them, for what they say was decided and sent by others. The opening act's rule (`takes_over`) alone makes such a beginning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import msgspec
from django.db import transaction

from zhixing.record import clock, read_model
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.link import GENESIS
from zhixing.record.many_rows import insert, insert_numbered, unsaved
from zhixing.record.models import DossierHead
from zhixing.record.permission import Step, allowed, refuse
from zhixing.record.writing import COLUMNS, rows_of_acts


@dataclass(frozen=True, slots=True)
class Stated:
    """An act the register states: the day it took effect, and the outside facts that would be kept with it."""

    act: Act
    on: date
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakenFile:
    """One dossier to take over: its court, the act that says so, and the history that the register states, in order."""

    court: str
    opening: Step
    stated: Sequence[Stated]


def take_over(given: Sequence[TakenFile]) -> list[Dossier]:
    """Begin all these dossiers or none. Raises Refused: a rule that takes nothing over, a day to come, a guard of the opening."""
    with transaction.atomic():
        for each in given:
            _check(each)
        heads = insert_numbered(DossierHead, [_head(each) for each in given])
        now = clock.now()
        taken = [_entered(head, each, now) for head, each in zip(heads, given, strict=True)]
        rows = [row for each in taken for row in rows_of_acts(each, each.recorded, GENESIS)]
        insert("record_act", COLUMNS, rows)
        read_model.fill_new(taken)
        return taken


def _head(given: TakenFile) -> DossierHead:
    return unsaved(
        DossierHead,
        kind=given.opening.act.dossier_kind,
        court=given.court,
        opened_on=min([given.opening.on, *(stated.on for stated in given.stated)]),
        head_hash=GENESIS,
    )


def _check(given: TakenFile) -> None:
    rule = installed().rule(type(given.opening.act))
    if not rule.takes_over:
        refuse(rule, "takes-over", "由转入的行为开始", f"“{rule.label}”不能转入卷宗", "请逐案办理")
    dossier = installed().dossier(0, given.opening.act.dossier_kind, given.court, [])
    allowed(dossier, rule, given.opening)
    late = next((each for each in given.stated if each.on > given.opening.on), None)
    if late is not None:
        label = installed().rule(type(late.act)).label
        refuse(
            rule,
            "history-only",
            "转入的只是以往的行为",
            f"“{label}”的日期 {late.on} 晚于转入之日",
            "请核对登记册的日期",
        )


def _entered(head: DossierHead, given: TakenFile, now: datetime) -> Dossier:
    opening = given.opening
    acts = [Stated(opening.act, opening.on), *given.stated]
    who = opening.by.kept()
    entries = [
        Entry(
            dossier=head.pk,
            seq=seq,
            on=each.on,
            recorded_at=now + timedelta(microseconds=seq),
            who=who,
            act=each.act,
            facts={name: msgspec.Raw(msgspec.json.encode(told)) for name, told in each.facts.items()},
        )
        for seq, each in enumerate(acts, start=1)
    ]
    return installed().dossier(head.pk, head.kind, head.court, []).with_entries(entries)
