"""The cast of database tests: two courts' officers, parties of one court, and a case as they would enter it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimKind,
    ClaimRecorded,
    Filed,
    PreservationHintGiven,
    RiskNoticeGiven,
    TitleKind,
    TitleRecorded,
)
from zhixing.law.identities import IdentityKind, resident_sign
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty, Paper, enter_party
from zhixing.people.models import Officer
from zhixing.people.powers import actor
from zhixing.people.seed import seed_district
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor
from zhixing.record.scope import EVERY_COURT, see

COURT, OTHER_COURT = "渝0235", "渝0236"
TODAY = date(2017, 6, 15)
RECEIVED, FILED, ASSIGNED = date(2017, 3, 1), date(2017, 3, 3), date(2017, 3, 6)


def begin() -> None:
    """Hold the clock, staff the district, see every court."""
    settings.ZHIXING_TODAY = TODAY.isoformat()
    seed_district()
    see(EVERY_COURT)


def who(seat: str, court: str = COURT) -> Actor:
    """The officer in a seat of a court, as they act there today, signed in strongly."""
    officer = Officer.objects.get(username=f"{court.removeprefix('渝')}.{seat}")
    return actor(officer, court, TODAY, strong=True)


def resident_number(number: int) -> str:
    """An invented resident's number of the region that does not exist."""
    first = f"50999919850101{number:03d}"
    return first + resident_sign(first)


def parties(court: str = COURT, debtor: int = 2) -> tuple[int, int]:
    """An applicant and a debtor of the court; the same debtor number is the same person."""
    papers = [Paper(IdentityKind.RESIDENT, resident_number(number)) for number in (1, debtor)]
    applicant = enter_party(court, NewParty(name="李大山", kind=PartyKind.NATURAL, papers=papers[:1]))
    owes = enter_party(court, NewParty(name="赵小川", kind=PartyKind.NATURAL, papers=papers[1:]))
    return applicant.pk, owes.pk


def intake(applicant: int, debtor: int) -> list[Act]:
    """A complete application for 50,000 yuan of wages."""
    return [
        ApplicationReceived(cause="追索劳动报酬纠纷"),
        PartyJoined(party=applicant, role=Role.APPLICANT),
        PartyJoined(party=debtor, role=Role.DEBTOR),
        TitleRecorded(
            kind=TitleKind.JUDGMENT,
            issuer="重庆市云阳县人民法院",
            number="（2016）渝0235民初4321号",
            effective_on=date(2017, 1, 10),
        ),
        ClaimRecorded(
            title=4,
            kind=ClaimKind.MONEY,
            label="工资",
            owed_by=(debtor,),
            owed_to=(applicant,),
            amount=5_000_000,
            due=date(2017, 1, 20),
        ),
        RiskNoticeGiven(to=(applicant,)),
        PreservationHintGiven(to=(applicant,)),
    ]


def received(court: str = COURT, debtor: int = 2) -> int:
    """A case received and not yet filed; its dossier."""
    by = who("filing", court)
    number, _ = door.open_dossier(court, steps(intake(*parties(court, debtor)), by, RECEIVED))
    return number


def filed(court: str = COURT, debtor: int = 2) -> int:
    """A case filed; its dossier."""
    number = received(court, debtor)
    door.enter(number, Filed(), who("filing", court), on=FILED)
    return number


def assigned(court: str = COURT, seat: str = "officer1") -> int:
    """A case in the hands of an officer; its dossier."""
    number = filed(court)
    door.enter(number, HandedOver(), who("filing", court), on=FILED)
    act = Assigned(officer=who(seat, court).id, method=AssignmentMethod.DESIGNATED, reason="系列案件")
    door.enter(number, act, who("director", court), on=ASSIGNED)
    return number


def steps(acts: Sequence[Act], by: Actor, on: date) -> list[door.Step]:
    """Steps of one officer on one day."""
    return [door.Step(act=act, by=by, on=on) for act in acts]
