"""Stories of what a third party owes the debtor: found, ordered, served."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.record.builder import Did, add, build, refused
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.third_debts import DebtNoticeServed, DebtNotified, DebtObjected, Plea
from zhixing.assets.kinds import PropertyKind
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

FOUND, ORDERED, SERVED = date(2017, 3, 20), date(2017, 3, 22), date(2017, 3, 24)
DAY = timedelta(days=1)
LAST = SERVED + 17 * DAY  # the fifteenth day is a Saturday: the Monday after
OWED = 4_000_000
PROOF = "f" * 64


def names(dossier: Dossier, act: Act, on: date) -> set[str]:
    """The guards that stand against an act."""
    return {each.guard for each in refused(dossier, Did(act, on, {"control-line": ()}))}


def done(dossier: Dossier, act: Act, on: date) -> Dossier:
    """The dossier with the act entered, every guard asked."""
    return add(dossier, Did(act, on, {"control-line": ()}))


def owing() -> tuple[Dossier, int]:
    """A third party in the case, and the debtor's claim of 40,000 yuan against it; the claim's number."""
    claim = PropertyFound(owner=DEBTOR, kind=PropertyKind.CLAIM, name="货款", value=OWED)
    third = PartyJoined(party=OTHER, role=Role.THIRD_DEBTOR)
    dossier = build([*noticed(), Did(third, FOUND, KNOWN), Did(claim, FOUND)])
    return dossier, dossier.head


def order(claim: int, **said: object) -> DebtNotified:
    """The order to pay all of it."""
    act = DebtNotified(
        property=claim,
        third=OTHER,
        amount=OWED,
        due_on=date(2017, 2, 1),
        applied_by=APPLICANT,
        evidence="合同",
    )
    return msgspec.structs.replace(act, **said)


def served(**said: object) -> tuple[Dossier, int]:
    """The order handed over on 24 March; its number."""
    dossier, claim = owing()
    dossier = done(dossier, order(claim, **said), ORDERED)
    notice = dossier.head
    return done(dossier, DebtNoticeServed(notice=notice, received_by="财务某某"), SERVED), notice


def objection(notice: int, **said: object) -> DebtObjected:
    """An objection to all of it."""
    return msgspec.structs.replace(
        DebtObjected(notice=notice, plea=Plea.NOT_OWED, content="货款已经付清"), **said
    )
