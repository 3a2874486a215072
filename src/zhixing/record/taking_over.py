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
from zhixing.record.rule import ActRule
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
        _check(given)
        heads = insert_numbered(DossierHead, [_head(each) for each in given])
        now, longest = clock.now(), max((len(each.stated) for each in given), default=0)
        moments = [now + timedelta(microseconds=seq) for seq in range(1, longest + 2)]
        taken = [_entered(head, each, moments) for head, each in zip(heads, given, strict=True)]
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


def _check(given: Sequence[TakenFile]) -> None:
    catalogue = installed()
    empty: dict[
        tuple[str, str], Dossier
    ] = {}  # before its opening a dossier is like any other of its kind and court
    for each in given:
        opening = each.opening.act
        rule = catalogue.rule(type(opening))
        if not rule.takes_over:
            refuse(rule, "takes-over", "由转入的行为开始", f"“{rule.label}”不能转入卷宗", "请逐案办理")
        key = (opening.dossier_kind, each.court)
        if key not in empty:
            empty[key] = catalogue.begun(0, *key, ())
        allowed(empty[key], rule, each.opening)
        _past(each, rule)


def _past(given: TakenFile, rule: ActRule) -> None:
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


def _entered(head: DossierHead, given: TakenFile, moments: Sequence[datetime]) -> Dossier:
    number, who = head.pk, given.opening.by.kept()
    entries = [
        Entry(
            dossier=number,
            seq=seq,
            on=each.on,
            recorded_at=moments[seq - 1],
            who=who,
            act=each.act,
            facts={name: msgspec.Raw(msgspec.json.encode(told)) for name, told in each.facts.items()},
        )
        for seq, each in enumerate((Stated(given.opening.act, given.opening.on), *given.stated), start=1)
    ]
    return installed().begun(number, head.kind, head.court, entries)
