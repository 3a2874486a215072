"""Stories that tests of cases begin with."""

from __future__ import annotations

from datetime import date

from tests.record.builder import ANYONE, Did
from zhixing.cases.acts.assignment import Assigned, HandedOver
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
from zhixing.cases.acts.notice import EnforcementNoticeIssued, PropertyReportOrdered
from zhixing.cases.allocation import Candidate
from zhixing.parties.acts import PartyJoined, Role

APPLICANT, DEBTOR, OTHER = 11, 12, 13
RECEIVED, FILED, ASSIGNED = date(2017, 3, 1), date(2017, 3, 3), date(2017, 3, 6)
KNOWN = {"known-parties": (APPLICANT, DEBTOR, OTHER)}
CANDIDATES = {"candidates": (Candidate(ANYONE.id, ANYONE.name, 0),), "handler-name": ANYONE.name}


def intake() -> list[Did]:
    """An application for 50,000 yuan of wages, complete, not yet filed."""
    return [
        Did(ApplicationReceived(cause="追索劳动报酬纠纷"), RECEIVED),
        Did(PartyJoined(party=APPLICANT, role=Role.APPLICANT), RECEIVED, KNOWN),
        Did(PartyJoined(party=DEBTOR, role=Role.DEBTOR), RECEIVED, KNOWN),
        Did(
            TitleRecorded(
                kind=TitleKind.JUDGMENT,
                issuer="重庆市云阳县人民法院",
                number="（2016）渝0235民初4321号",
                effective_on=date(2017, 1, 10),
            ),
            RECEIVED,
        ),
        Did(
            ClaimRecorded(
                title=4,
                kind=ClaimKind.MONEY,
                label="工资",
                owed_by=(DEBTOR,),
                owed_to=(APPLICANT,),
                amount=5_000_000,
                due=date(2017, 1, 20),
            ),
            RECEIVED,
        ),
        Did(RiskNoticeGiven(to=(APPLICANT,)), RECEIVED),
        Did(PreservationHintGiven(to=(APPLICANT,)), RECEIVED),
    ]


NUMBERED: dict[str, object] = {"case-number": "（2017）渝0235执1号", "number-taken": False}
FILING = Did(Filed(), FILED, NUMBERED)


def filed() -> list[Did]:
    """The same, filed."""
    return [*intake(), FILING]


def assigned() -> list[Did]:
    """The same, assigned to ANYONE."""
    return [
        *filed(),
        Did(HandedOver(), date(2017, 3, 3)),
        Did(Assigned(officer=ANYONE.id, seed="2017-03-06"), ASSIGNED, CANDIDATES),
    ]


def noticed() -> list[Did]:
    """The same, with notice and order issued."""
    return [
        *assigned(),
        Did(EnforcementNoticeIssued(to=(DEBTOR,)), date(2017, 3, 7)),
        Did(PropertyReportOrdered(to=(DEBTOR,)), date(2017, 3, 7)),
    ]
