"""The outbox: what must go out because of an act is put in the act's own transaction and worked off by a job, at least once.

A room's `deliveries.py` offers `DELIVERIES`: kind → function of an outgoing row. What no room delivers yet waits; it is not lost.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache

from django.db import connection, transaction
from django.db.models import F
from procrastinate.exceptions import AlreadyEnqueued

from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.acts import Proposed, SentBack
from zhixing.record.catalogue import installed, packages_with
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.many_rows import insert_models
from zhixing.record.models import Outgoing

Delivery = Callable[[Outgoing], None]
TRIES = 8
logger = logging.getLogger(__name__)


@cache
def installed_deliveries() -> Mapping[str, Delivery]:
    """The deliveries of all rooms."""
    found: dict[str, Delivery] = {}
    for room in packages_with("deliveries"):
        found.update(importlib.import_module(f"zhixing.{room}.deliveries").DELIVERIES)
    return found


def put(dossier: Dossier, entries: Sequence[Entry[Act]]) -> None:
    """Put what these new entries send out."""
    rows = [row for entry in entries for row in _rows(dossier, entry)]
    if rows:
        insert_models(Outgoing, rows)
        # Once for a transaction, however many dossiers it writes.
        if not any(waiting[1] is _wake for waiting in connection.run_on_commit):
            transaction.on_commit(_wake)


def _rows(dossier: Dossier, entry: Entry[Act]) -> list[Outgoing]:
    rule = installed().rule(type(entry.act))
    found = []
    if rule.discloses.parties or rule.discloses.public:
        found.append(
            _row(
                dossier,
                entry,
                "disclosure",
                {"sms": rule.discloses.sms, "public": str(rule.discloses.public)},
            )
        )
    if rule.document:
        found.append(_row(dossier, entry, "document", {"name": rule.document}))
    if isinstance(entry.act, Proposed | SentBack) or entry.proposal is not None:
        found.append(_row(dossier, entry, "notice", {"type": entry.act.tag()}))
    found += [_row(dossier, entry, kind, {}) for kind in rule.sends]
    return found


def _row(dossier: Dossier, entry: Entry[Act], kind: str, payload: dict[str, str]) -> Outgoing:
    return Outgoing(
        dossier_id=dossier.id,
        court=dossier.court,
        seq=entry.seq,
        kind=kind,
        key=f"{dossier.id}:{entry.seq}:{kind}",
        payload=payload,
        put_at=entry.recorded_at,
    )


def _wake() -> None:
    from zhixing.record.tasks import work_outbox  # the queue imports Django's models

    with suppress(AlreadyEnqueued):
        work_outbox.defer()


def work(most: int = 500) -> int:
    """Deliver what waits, oldest first; how many were delivered.

    A failed one keeps its error, is tried again later and holds up nothing behind it; the first failure is raised at the end.
    """
    delivered, failed = 0, None
    known = list(installed_deliveries())
    waiting = Outgoing.objects.filter(done_at=None, kind__in=known, attempts__lt=TRIES).order_by("id")
    for number in waiting.values_list("pk", flat=True)[:most]:
        try:
            delivered += _deliver(number)
        except Exception as error:
            _failed(number, error)
            logger.exception("outgoing %s was not delivered", number)
            failed = failed or error
    if failed is not None:
        raise failed
    return delivered


def _failed(number: int, error: Exception) -> None:
    Outgoing.objects.filter(pk=number).update(attempts=F("attempts") + 1, error=str(error)[:1000])


def _deliver(number: int) -> int:
    with transaction.atomic():
        row = Outgoing.objects.select_for_update(skip_locked=True).filter(pk=number, done_at=None).first()
        if row is None:
            return 0
        installed_deliveries()[row.kind](row)
        row.done_at = clock.now()
        row.save(update_fields=["done_at"])
        return 1
