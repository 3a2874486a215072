"""Notices inside the court: what the outbox says must be told to officers is put on their desks.

What has been settled meanwhile, or is a month old (a record taken over from elsewhere), is no news.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from zhixing.people.models import Notice, Officer, Post
from zhixing.record import clock, door
from zhixing.record.acts import Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.models import Outgoing
from zhixing.record.power import Power
from zhixing.record.questions import pending

NEWS = timedelta(days=30)


def notice(row: Outgoing) -> None:
    """Tell the approvers of a proposal, or its proposer what became of it."""
    if is_old(row):
        return
    dossier = door.read(row.dossier_id)
    entry = next((each for each in dossier.recorded if each.seq == row.seq), None)
    if entry is None:
        return
    if isinstance(entry.act, Proposed):
        if all(each.entry.seq != entry.seq for each in pending(dossier)):
            return
        rule = installed().rule(type(dossier.decoded(entry.act.act)))
        to = _holders(row.court, rule.approved_by) - {entry.by.id}
        tell(row, to, f"{entry.by.name}提请您批准：{rule.label}")
    elif isinstance(entry.act, SentBack):
        proposal = next(each for each in dossier.recorded if each.seq == entry.act.proposal)
        inner = proposal.act
        label = (
            installed().rule(type(dossier.decoded(inner.act))).label if isinstance(inner, Proposed) else ""
        )
        tell(row, {proposal.by.id}, f"{entry.by.name}退回了您的提请：{label}。{entry.act.reason}")
    elif entry.approved_by is not None:
        label = installed().rule(type(entry.act)).label
        tell(row, {entry.by.id}, f"{entry.approved_by.name}已批准：{label}")


def _holders(court: str, power: Power | None) -> set[int]:
    if power is None:
        return set()
    today = clock.today()
    held = Post.objects.filter(
        Q(until=None) | Q(until__gt=today), court=court, since__lte=today, powers__contains=[power.value]
    )
    return set(held.values_list("officer_id", flat=True))


def is_old(row: Outgoing) -> bool:
    """Whether what happened is too long ago to be news."""
    return row.put_at < clock.now() - NEWS


def tell(row: Outgoing, officers: set[int], text: str) -> None:
    """Put a notice on the desks of these officers, those who have left excepted."""
    known = Officer.objects.filter(pk__in=officers, is_active=True).values_list("pk", flat=True)
    Notice.objects.bulk_create(
        Notice(officer_id=pk, dossier_id=row.dossier_id, court=row.court, text=text[:200], at=row.put_at)
        for pk in known
    )


DELIVERIES = {"notice": notice}
