"""Jobs of documents: make what a case's e-file lacks, one document a transaction."""

from __future__ import annotations

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from zhixing.documents.efile import missing
from zhixing.documents.making import make
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, seeing


@app.task(name="documents.make_missing", retry=3)
def make_missing(number: int) -> None:
    """Make every document of the dossier that has not been made."""
    with seeing(EVERY_COURT):
        dossier = door.read(number)
        for seq in missing(dossier):
            make(dossier, seq)


def ask_for_missing(number: int) -> None:
    """Have the worker make them, unless it was asked already."""
    with suppress(AlreadyEnqueued), transaction.atomic():  # a refusal must not end the caller's transaction
        make_missing.configure(queueing_lock=f"documents:{number}").defer(number=number)
