"""What follows from an order to report property: each debtor whose identity is known gets a code to answer it on line.

Delivered at least once: who has a code for the order, or has answered it, gets none.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.access import has_identity
from zhixing.assets.acts.declaration import ReportAccessIssued
from zhixing.assets.questions.reporting import reporting
from zhixing.cases.acts.notice import PropertyReportOrdered
from zhixing.record import clock, door
from zhixing.record.dossier import Actor
from zhixing.record.models import Outgoing
from zhixing.record.power import Power

JUST_NOW = timedelta(hours=1)
RUNS = timedelta(days=60)
SYSTEM = Actor(kind="system", id=0, name="系统", post="系统", powers=(Power.SYSTEM.value,))


def report_access(row: Outgoing) -> None:
    """Give the codes, unless the order is of the past (a history that was loaded), or its case has ended meanwhile."""
    if row.attempts == 0 and row.put_at < clock.now() - JUST_NOW:
        return
    dossier, today = door.read(row.dossier_id), clock.today()
    order = dossier.at(row.seq)
    if order is None or not isinstance(order.act, PropertyReportOrdered):
        return
    given = {each.act.debtor for each in dossier.of(ReportAccessIssued) if each.act.order == order.seq}
    for debtor in order.act.to:
        found = reporting(dossier, order.seq, debtor, today)
        if debtor in given or found is None or found.declared or not has_identity(debtor):
            continue
        act = ReportAccessIssued(order=order.seq, debtor=debtor, until=today + RUNS)
        if not door.refusals_of(dossier, door.Step(act=act, by=SYSTEM, on=today)):
            door.enter(dossier.id, act, SYSTEM, on=today)


DELIVERIES = {"report-access": report_access}
