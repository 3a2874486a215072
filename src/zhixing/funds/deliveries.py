"""What the outbox asks of this room: who is to look for whose money a line is learns of it."""

from __future__ import annotations

from zhixing.funds.acts.statement import LineSetAside
from zhixing.funds.clearance.acts import OldLineGiven
from zhixing.funds.clearance.questions import OldClass, old_lines
from zhixing.funds.questions.lines import lines
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.law.texts import say
from zhixing.people.deliveries import is_old, tell
from zhixing.record import door
from zhixing.record.dossier import Dossier
from zhixing.record.models import Outgoing


def line_owner(row: Outgoing) -> None:
    """Tell the officer named, unless the line is known by now or another looks for it."""
    if is_old(row):
        return
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is not None and isinstance(entry.act, OldLineGiven):
        _old_line(row, dossier, entry.act)
        return
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


def _old_line(row: Outgoing, campaign: Dossier, act: OldLineGiven) -> None:
    """Tell who is to compare a line of old money with the files, unless it is concluded or another's by now."""
    found = old_lines(campaign, AS_IT_STANDS).get(act.line)
    if found is None or found.kind is not OldClass.WAITING or found.owner != act.owner:
        return
    text = say(
        "历史案款流水号 {flow}，{on} 到账 {amount} 元，请您对照案卷核对归属",
        flow=act.line,
        on=found.line.on,
        amount=in_yuan(found.line.amount),
    )
    tell(row, {act.owner}, str(text))


DELIVERIES = {"line-owner": line_owner}
