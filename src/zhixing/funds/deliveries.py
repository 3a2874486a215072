"""What the outbox asks of this room: who is to look for whose money a line is learns of it."""

from __future__ import annotations

from zhixing.funds.acts.statement import LineSetAside
from zhixing.funds.questions.lines import lines
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.law.texts import say
from zhixing.people.deliveries import is_old, tell
from zhixing.record import door
from zhixing.record.models import Outgoing


def line_owner(row: Outgoing) -> None:
    """Tell the officer named, unless the line is known by now or another looks for it."""
    if is_old(row):
        return
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, LineSetAside):
        return
    found = lines(dossier, AS_IT_STANDS).get(entry.act.line)
    if found is None or not found.unknown or found.owner != entry.act.owner:
        return
    text = say(
        "{on} 的 {amount} 元不知归属，请您查找：对账单第 {place} 笔",
        on=found.line.on,
        amount=in_yuan(found.line.amount),
        place=found.line.place,
    )
    tell(row, {entry.act.owner}, str(text))


DELIVERIES = {"line-owner": line_owner}
