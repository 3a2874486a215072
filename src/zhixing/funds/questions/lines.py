"""How each line of a statement stands: whose money it is, or who looks for that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from zhixing.funds.acts.payout import PayoutLine, PayoutsConfirmed, PayoutsSentBack
from zhixing.funds.acts.statement import (
    Assignment,
    LinesAssigned,
    LineSetAside,
    LineTaken,
    LineTakenBack,
    StatementTakenIn,
    UnknownMoneyAnnounced,
)
from zhixing.funds.aid.acts.fund import AidLineTakenBack, AidMoneyAssigned, AidReceipt
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

AID = "aid"  # the kind of money that is the aid fund's


@dataclass(frozen=True, slots=True)
class Standing:
    """A line, whose money it is and since when, and who looks for that and since when; all may be lacking."""

    line: LineTaken
    assignment: Assignment | None = None
    assigned_on: date | None = None
    owner: int | None = None
    aside_on: date | None = None
    announced_on: date | None = None
    payout: PayoutLine | None = None  # what it paid, or brought back
    aid: AidReceipt | None = None  # as money of the aid fund `fund`
    fund: int | None = None

    @property
    def case(self) -> int | None:
        """The dossier whose money it is, or was paid out: a case, the aid fund, or an application for aid."""
        named = self.assignment or self.payout
        return named.case if named else self.fund

    @property
    def kind(self) -> str:
        """What kind of money came, once that is known; `AID` for the aid fund's."""
        if self.aid is not None:
            return AID
        return str(self.assignment.kind.value) if self.assignment else ""

    @property
    def unknown(self) -> bool:
        """Whether nobody knows yet whose money came, or for what money went."""
        return self.assignment is None and self.payout is None and self.aid is None

    @property
    def waits(self) -> bool:
        """Whether money came in of which it is not known whose it is."""
        return self.line.amount > 0 and self.unknown


def taken_in(dossier: Dossier) -> StatementTakenIn | None:
    """What the statement said; None before it was taken in."""
    found = dossier.first(StatementTakenIn)
    return found.act if found else None


def lines(dossier: Dossier, on: date) -> dict[str, Standing]:
    """Each line by its place, as it stood at the end of that day."""
    statement = taken_in(dossier)
    found = {line.place: Standing(line) for line in statement.lines} if statement else {}
    known = dossier.as_of(on)
    assigned, back, aside = known.of(LinesAssigned), known.of(LineTakenBack), known.of(LineSetAside)
    paid = known.of(PayoutsConfirmed), known.of(PayoutsSentBack)
    aid = known.of(AidMoneyAssigned), known.of(AidLineTakenBack)
    told = known.of(UnknownMoneyAnnounced)
    every: list[Entry[Act]] = [*assigned, *back, *aside, *told, *paid[0], *paid[1], *aid[0], *aid[1]]
    for entry in sorted(every, key=lambda each: (each.on, each.seq)):
        _follow(found, entry)
    return found


def _follow(found: dict[str, Standing], entry: Entry[Act]) -> None:
    """What one entry makes of the lines it names."""
    act = entry.act
    if isinstance(act, LinesAssigned):
        for each in act.assignments:
            if each.line in found:
                found[each.line] = replace(found[each.line], assignment=each, assigned_on=entry.on)
    elif isinstance(act, PayoutsConfirmed | PayoutsSentBack):
        for paid in act.payouts:
            if paid.line in found:
                found[paid.line] = replace(found[paid.line], payout=paid, assigned_on=entry.on)
    elif isinstance(act, AidMoneyAssigned):
        for came in act.receipts:
            if came.line in found:
                line = found[came.line]
                found[came.line] = replace(line, aid=came, fund=act.fund, assigned_on=entry.on)
    elif isinstance(act, UnknownMoneyAnnounced):
        for place in act.lines:
            if place in found:
                found[place] = replace(found[place], announced_on=entry.on)
    elif isinstance(act, LineSetAside) and act.line in found:
        found[act.line] = replace(found[act.line], owner=act.owner, aside_on=entry.on)
    elif isinstance(act, LineTakenBack | AidLineTakenBack) and act.line in found:
        found[act.line] = Standing(found[act.line].line)
