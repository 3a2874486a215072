"""What others owe some debtors of the demonstration: ordered to be paid, unanswered, disputed, enforced, paid and certified.

It runs after all cases are loaded, in one process; each court has one of each kind. A second run adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction

from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeServed,
    DebtNotified,
    DebtObjected,
    DebtPerformed,
    EnforcedFor,
    Plea,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import ThirdDebtRow
from zhixing.assets.questions.control import wanted
from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.questions import parties_of
from zhixing.parties.register import NewParty, enter_party
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor, Dossier
from zhixing.simulate.district import TODAY, Place, approver
from zhixing.simulate.telling import ZONE

AGO = TODAY - timedelta(days=30)
LATELY = TODAY - timedelta(days=6)
ROUND = 10_000  # fen
WHO = ("宏盛建材", "恒达商贸", "金源劳务", "顺通物流", "广厦置业")
Telling = list[tuple[Act, date]]


def owe_others(district: list[Place]) -> int:
    """Let a company owe the debtor of some cases; how many do now."""
    if ThirdDebtRow.objects.exists():
        return 0
    return sum(_in_court(place) for place in district)


def _in_court(place: Place) -> int:
    told = 0
    for row in _open_cases(place):
        told += _owes(row, place, told)
        if told == len(WHO):
            break
    return told


def _open_cases(place: Place) -> Iterator[CaseRow]:
    yield from CaseRow.objects.filter(
        court=place.court.code,
        closed_on=None,
        handler__isnull=False,
        paused="",
        type_code="执",
        filed_on__lte=AGO - timedelta(days=30),
    ).order_by("dossier_id")


def _owes(row: CaseRow, place: Place, kind: int) -> bool:
    """Tell the story of that kind in the case; False where another officer had it then, or it rested."""
    dossier, by = door.read(row.dossier_id), place.by_id.get(row.handler or 0)
    owed = wanted(dossier, AGO)
    if by is None or not isinstance(owed, Found) or owed.value < 4 * ROUND:
        return False
    company = NewParty(name=f"{place.town}{WHO[kind]}有限公司", kind=PartyKind.LEGAL)
    at = datetime.combine(TODAY, time(9), ZONE)
    try:
        with transaction.atomic():
            third = enter_party(row.court, company).pk
            story = _story(dossier, third, owed.value // 2 // ROUND * ROUND, kind)
            door.enter_all(row.dossier_id, [_step(act, place, by, on, at) for act, on in story])
    except door.Refused:
        return False
    return True


def _step(act: Act, place: Place, by: Actor, on: date, at: datetime) -> door.Step:
    return door.Step(act=act, by=by, on=on, at=at, approved_by=approver(act, place.staff, by))


def _story(dossier: Dossier, third: int, amount: int, kind: int) -> Telling:
    """The acts and their days: 0 just ordered, 1 unanswered, 2 disputed, 3 paid in part and certified, 4 denied in vain."""
    debtor = parties_of(dossier, Role.DEBTOR, AGO)[0].party
    applicant = parties_of(dossier, Role.APPLICANT, AGO)[0].party
    on = LATELY if kind == 0 else AGO
    claim = PropertyFound(
        owner=debtor, kind=PropertyKind.CLAIM, name="应收货款", value=amount, found_by=FoundBy.CLUE
    )
    order = DebtNotified(
        property=dossier.head + 2,
        third=third,
        amount=amount,
        due_on=on - timedelta(days=60),
        applied_by=applicant,
        established_by="另案生效判决" if kind == 4 else "",
        evidence="买卖合同、对账单",
    )
    notice = dossier.head + 4  # after its proposal
    begun: Telling = [
        (PartyJoined(party=third, role=Role.THIRD_DEBTOR), on),
        (claim, on),
        (order, on),
        (DebtNoticeServed(notice=notice, received_by="公司财务"), on),
    ]
    return [*begun, *_answered(notice, third, applicant, amount, kind)]


def _answered(notice: int, third: int, applicant: int, amount: int, kind: int) -> Telling:
    plea = DebtObjected(notice=notice, plea=Plea.NOT_OWED, content="货款已经付清")
    heard, ruled = AGO + timedelta(days=8), AGO + timedelta(days=22)
    half = amount // 2
    partly = DebtObjected(
        notice=notice, plea=Plea.AMOUNT, acknowledged=half, content="一半是质保金，尚未到期"
    )
    endings: dict[int, Telling] = {
        2: [(plea, heard)],
        3: [
            (partly, heard),
            (DebtEnforcementRuled(notice=notice, ground=EnforcedFor.UNPAID, amount=half), ruled),
            (DebtPerformed(notice=notice, by=third, amount=half, to=applicant), TODAY - timedelta(days=3)),
            (DebtCertified(notice=notice, amount=half), TODAY - timedelta(days=2)),
        ],
        4: [
            (plea, heard),
            (DebtEnforcementRuled(notice=notice, ground=EnforcedFor.UNPAID, amount=amount), ruled),
        ],
    }
    return endings.get(kind, [])
