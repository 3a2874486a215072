"""A preservation before suit, through the door: filed, in hand, ruled on, a car held."""

from __future__ import annotations

from datetime import date

from tests.assets.test_line_and_sealing import VIN, find_car, order, sealing
from tests.cast import COURT, TODAY, parties, steps, who
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.parties.acts import Role
from zhixing.preservation.acts import (
    PreservationApplied,
    PreservationRuled,
    SecurityAsked,
    SecurityForm,
    SecurityGiven,
    When,
)
from zhixing.record import door
from zhixing.web.pages.filing_form import PartyLine
from zhixing.web.pages.preservation_filing import PreservationForm, acts_of

APPLIED_ON = date(2017, 6, 1)
SUM = 5_000_000

__all__ = ["VIN", "held", "rule", "ruled", "secured"]


def ruled(court: str = COURT, debtor: int = 2) -> int:
    """A preservation ruled on the day it was asked for, in the hands of an officer; its dossier."""
    return rule(secured(court, debtor), court)


def rule(number: int, court: str = COURT, *, on: date = APPLIED_ON, at: str = "16:00") -> int:
    """Rule on what was asked for, at that hour; the dossier."""
    ruling = PreservationRuled(amount=SUM, ruled_at=at)
    step = door.Step(act=ruling, by=who("judge", court), approved_by=who("vice", court), on=on)
    door.enter_all(number, [step])
    return number


def secured(court: str = COURT, debtor: int = 2) -> int:
    """A preservation asked for at half past eight and secured that day, in the hands of an officer; its dossier."""
    applicant, owes = parties(court, debtor)
    form = PreservationForm(
        cause="买卖合同纠纷",
        when=When.BEFORE_SUIT,
        parties=(
            PartyLine(name="李大山", role=Role.APPLICANT),
            PartyLine(name="赵小川", role=Role.DEBTOR),
        ),
        requested=SUM,
        clues="小型轿车一辆",
        received_at="08:30",
    )
    number, _ = door.open_dossier(
        court, steps(acts_of(form, [applicant, owes]), who("filing", court), APPLIED_ON)
    )
    for act, seat in (
        (Filed(), "filing"),
        (HandedOver(), "filing"),
        (
            Assigned(officer=who("officer1", court).id, method=AssignmentMethod.DESIGNATED, reason="保全"),
            "director",
        ),
        (SecurityAsked(amount=SUM, until=date(2017, 6, 2)), "judge"),
        (SecurityGiven(form=SecurityForm.INSURANCE, amount=SUM, giver="某保险公司"), "clerk"),
    ):
        door.enter(number, act, who(seat, court), on=APPLIED_ON)
    return number


def held(court: str = COURT) -> tuple[int, int]:
    """The same with the debtor's car held today: dossier, and the control's entry."""
    number = ruled(court)
    car = find_car(number, court)
    return number, order(number, court, sealing(car), TODAY)


def applied(number: int) -> PreservationApplied:
    """The application of a preservation."""
    entry = door.read(number).first(PreservationApplied)
    assert entry is not None
    return entry.act
