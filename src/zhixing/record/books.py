"""Books: what acts put into tables that are kept for ever and never filled anew, such as the ledger, in the act's transaction.

A room's `bookings.py` offers `BOOK`, a function of a dossier and its new entries. What it sends is sent in one go with the act.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cache

from zhixing.record.act import Act
from zhixing.record.catalogue import packages_with
from zhixing.record.dossier import Dossier, Entry

Book = Callable[[Dossier, Sequence[Entry[Act]]], None]


@cache
def installed_books() -> tuple[Book, ...]:
    """The books of all rooms."""
    return tuple(
        importlib.import_module(f"zhixing.{room}.bookings").BOOK for room in packages_with("bookings")
    )


def enter(dossier: Dossier, entries: Sequence[Entry[Act]]) -> None:
    """Enter these new entries into every room's books."""
    for book in installed_books():
        book(dossier, entries)
