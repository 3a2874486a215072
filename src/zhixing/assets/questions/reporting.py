"""How each order to report property stands: when it reached the debtor, when the report is due, whether it came in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zhixing.assets.acts.declaration import (
    DeclarationSupplemented,
    DeclarationVerified,
    PropertyDeclared,
    ReportAccessIssued,
    ReportExtensionDecided,
)
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceOutcome,
)
from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.citations import cite
from zhixing.law.periods import days, due
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.dossier import Dossier, Entry, remembered

ORDERS = (ServedDocument.REPORT_ORDER, ServedDocument.NOTICE_AND_ORDER)
REPORT = cite("财产调查规定", 5)


class ReportStanding(Enum):
    """How an order stands on a day; the value is what people read."""

    NOT_SERVED = "令尚未送达"
    RUNNING = "在报告期限内"
    IN_TIME = "按期报告"
    LATE = "逾期报告"
    NOT_REPORTED = "逾期未报告"


@dataclass(frozen=True, slots=True)
class Reporting:
    """One order to one debtor, and what came of it."""

    debtor: int
    order: Entry[PropertyReportOrdered]
    served: Entry[ServiceAttempted] | None
    last_day: Found[date] | Undetermined
    declared: Entry[PropertyDeclared] | None
    verified: Entry[DeclarationVerified] | None

    def standing(self, on: date) -> ReportStanding:
        """How it stands that day. A report that came before the order was served is in time."""
        last = self.last_day.value if isinstance(self.last_day, Found) else None
        if self.declared is not None:
            late = last is not None and self.declared.on > last
            return ReportStanding.LATE if late else ReportStanding.IN_TIME
        if last is None:
            return ReportStanding.NOT_SERVED
        return ReportStanding.RUNNING if on <= last else ReportStanding.NOT_REPORTED


@remembered
def reportings(dossier: Dossier, on: date) -> tuple[Reporting, ...]:
    """Every order of every present debtor by that day, oldest first."""
    then = dossier.as_of(on)
    debtors = {each.party for each in parties_of(dossier, Role.DEBTOR, on)}
    return tuple(
        _reporting(then, order, debtor)
        for order in then.of(PropertyReportOrdered)
        for debtor in order.act.to
        if debtor in debtors
    )


def latest(dossier: Dossier, on: date) -> dict[int, Reporting]:
    """Debtor → the newest order and what came of it."""
    return {each.debtor: each for each in reportings(dossier, on)}


def reporting(dossier: Dossier, order: int, debtor: int, on: date) -> Reporting | None:
    """What came of that order to that debtor; None where there is no such order."""
    return next(
        (each for each in reportings(dossier, on) if each.order.seq == order and each.debtor == debtor), None
    )


def _reporting(then: Dossier, order: Entry[PropertyReportOrdered], debtor: int) -> Reporting:
    served = order_served(then, order, debtor)
    declared = next(
        (
            each
            for each in then.of(PropertyDeclared)
            if each.act.order == order.seq and each.act.debtor == debtor
        ),
        None,
    )
    verified = next(
        (
            each
            for each in reversed(then.of(DeclarationVerified))
            if declared and each.act.declaration == declared.seq
        ),
        None,
    )
    return Reporting(debtor, order, served, last_day(then, order, debtor), declared, verified)


def order_served(
    then: Dossier, order: Entry[PropertyReportOrdered], debtor: int
) -> Entry[ServiceAttempted] | None:
    """The service of that order on the debtor: named by it, or by the notice it went out with, before the next order."""
    orders = [each.seq for each in then.of(PropertyReportOrdered) if debtor in each.act.to]
    end = min((seq for seq in orders if seq > order.seq), default=then.head + 1)
    notices = {each.seq for each in then.of(EnforcementNoticeIssued)}
    for each in then.of(ServiceAttempted):
        act = each.act
        if act.to != debtor or act.document not in ORDERS or act.outcome is not ServiceOutcome.SERVED:
            continue
        named = act.of == order.seq or ((act.of is None or act.of in notices) and order.seq < each.seq < end)
        if named and act.served_on is not None:
            return each
    return None


def last_day(
    then: Dossier, order: Entry[PropertyReportOrdered], debtor: int, calendar: Calendar = NATIONAL
) -> Found[date] | Undetermined:
    """The last day of the report's time: the order's days from service, or as prolonged."""
    for each in reversed(then.of(ReportExtensionDecided)):
        act = each.act
        if act.granted and act.until and act.order == order.seq and act.debtor == debtor:
            return Found(act.until, (say("{on} 准许延长至 {until}", on=each.on, until=act.until),), (REPORT,))
    served = order_served(then, order, debtor)
    if served is None or served.act.served_on is None:
        return Undetermined((say("报告财产令的送达日"),), (REPORT,))
    answer = due(served.act.served_on, days(order.act.days), calendar=calendar)
    return answer if isinstance(answer, Undetermined) else Found(answer.value.day, answer.because, (REPORT,))


def supplements(dossier: Dossier, debtor: int, on: date) -> list[Entry[DeclarationSupplemented]]:
    """The supplementary reports of a debtor by that day."""
    return [each for each in dossier.as_of(on).of(DeclarationSupplemented) if each.act.debtor == debtor]


def open_access(dossier: Dossier, on: date) -> list[Entry[ReportAccessIssued]]:
    """The codes that were neither replaced by a later one nor used; whether they still run is for the day to say."""
    then = dossier.as_of(on)
    newest = {each.act.debtor: each for each in then.of(ReportAccessIssued)}
    answered = {(each.act.order, each.act.debtor) for each in then.of(PropertyDeclared)}
    return [each for each in newest.values() if (each.act.order, each.act.debtor) not in answered]
