"""The half-yearly inquiries that the platform sends by itself: which are due, what goes out, what cannot and why.

Each terminated round is asked about in a transaction of its own, and the door refuses a second inquiry of the same half year:
killed in the middle, the job goes on where it was; what could not go out is tried again each night.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhixing.assets.network.sending import SYSTEM
from zhixing.closing.acts import RoundAskedAgain
from zhixing.closing.questions import members
from zhixing.closing.rules.rechecks import AHEAD, EVERY_HALF_YEAR, asked_already, waiting
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import PartyIdentity
from zhixing.record import door
from zhixing.record.dossier import Dossier
from zhixing.record.models import DutyRow


@dataclass(frozen=True, slots=True)
class Unasked:
    """A half year in which not all debtors were asked about: those who can be, and those whose number is unknown."""

    due: date
    known: tuple[int, ...]
    unknown: tuple[int, ...]


@dataclass(slots=True)
class Night:
    """What one run did: rounds asked about, and those that wait for somebody."""

    sent: int = 0
    left: int = 0


def due_rounds(today: date) -> Iterable[int]:
    """The dossiers of the courts seen in which a half year ends soon, or ended, without an inquiry."""
    rows = DutyRow.objects.filter(
        rule=EVERY_HALF_YEAR.name, met_on=None, ended_on=None, due__lte=today + AHEAD
    )
    return rows.order_by("dossier_id").values_list("dossier_id", flat=True).distinct()


def ask_again_everywhere(today: date) -> Night:
    """Send every half-yearly inquiry that is due in the courts seen."""
    night = Night()
    for number in list(due_rounds(today)):
        if ask_again(number, today):
            night.sent += 1
        if unasked(door.read(number), today) is not None:
            night.left += 1
    return night


def ask_again(number: int, today: date) -> bool:
    """Ask about the debtors of one terminated round; whether anything went out."""
    dossier = door.read(number)
    missing = unasked(dossier, today)
    if missing is None or not missing.known:
        return False
    try:
        door.enter(number, _act(missing), SYSTEM, on=today)
    except door.Refused:
        return False  # the desk says why: `why_not`
    return True


def unasked(dossier: Dossier, today: date) -> Unasked | None:
    """What the half year that ends soon, or ended, still lacks."""
    turn = waiting(dossier, today)
    if turn is None or turn.due is None:
        return None
    asked = asked_already(dossier, turn.due, dossier.head)
    debtors = [each for each in dict.fromkeys(members(dossier, Role.DEBTOR, today)) if each not in asked]
    rows = PartyIdentity.objects.filter(party_id__in=debtors, paper__in=IDENTIFYING, retired_at=None)
    numbered = set(rows.values_list("party_id", flat=True))
    return Unasked(
        turn.due,
        tuple(each for each in debtors if each in numbered),
        tuple(each for each in debtors if each not in numbered),
    )


def why_not(dossier: Dossier, missing: Unasked, today: date) -> list[Text]:
    """Why the inquiry has not gone out, and what helps."""
    reasons = []
    if missing.unknown:
        count = len(missing.unknown)
        reasons.append(say("{count} 名被执行人没有登记证件号码，请在当事人页补录", count=count))
    if not missing.known:
        return reasons or [say("没有被执行人")]
    refused = door.refusals_of(dossier, door.Step(act=_act(missing), by=SYSTEM, on=today))
    reasons.extend(say("{facts}；{way_out}", facts=each.facts, way_out=each.way_out) for each in refused)
    return reasons if refused else [*reasons, say("今夜自动发出")]


def _act(missing: Unasked) -> RoundAskedAgain:
    return RoundAskedAgain(debtors=missing.known, due=missing.due)
