"""What the outbox asks of this room: make the document of an act.

Acts taken over from elsewhere or loaded with their history (recorded an hour ago or more) have theirs made on the first look:
a register of a hundred thousand cases is not printed at once, see docs/decisions/0011.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.documents.making import make
from zhixing.documents.written import NoDocument
from zhixing.record import clock, door
from zhixing.record.models import Outgoing

JUST_NOW = timedelta(hours=1)


def document(row: Outgoing) -> None:
    """Make the document, unless the act makes none or is of the past. Raises CannotPrint, so that it is tried again."""
    if row.attempts == 0 and row.put_at < clock.now() - JUST_NOW:
        return
    try:
        make(door.read(row.dossier_id), row.seq)
    except NoDocument:
        return


DELIVERIES = {"document": document}
