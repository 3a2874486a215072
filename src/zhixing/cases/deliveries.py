"""What cases send out within the court: the officer to whom a case is given is told of it, and of what others do in it."""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.people.deliveries import is_old, tell
from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.models import Outgoing


def assignment(row: Outgoing) -> None:
    """Tell the new handler, unless the case went on to another meanwhile or they gave it to themselves."""
    if is_old(row):
        return
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None:
        return
    last = dossier.entries[-1].on
    handler = questions.handler(dossier, last)
    if handler is not None and handler == questions.handler(dossier, entry.on) and handler != entry.by.id:
        tell(row, {handler}, f"新分给您承办：{questions.case_title(dossier, last)}")


def news(row: Outgoing) -> None:
    """Tell the handler what somebody else, or the platform, entered in their case."""
    if is_old(row):
        return
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or dossier.kind != "case":
        return
    last = dossier.entries[-1].on
    handler = questions.handler(dossier, last)
    if handler is not None and handler != entry.by.id:
        label = installed().rule(type(entry.act)).label
        tell(
            row,
            {handler},
            f"您承办的案件有新情况：{label}（{entry.by.name}），{questions.case_title(dossier, last)}",
        )


DELIVERIES = {"assignment": assignment, "news": news}
