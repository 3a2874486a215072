"""Finding parties on pages: the search and the case list ask the same power before a number tells whose it is, and log it."""

from __future__ import annotations

from django.db.models import QuerySet

from zhixing.parties.models import CaseParty
from zhixing.parties.search import BY_NUMBER, find, means_number, note_found
from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock


def may_search_numbers(officer: Officer) -> bool:
    """Whether the officer may find people by the numbers of their papers, accounts and telephones."""
    return bool(powers_anywhere(officer, clock.today()).intersection(BY_NUMBER))


def parts_meant(text: str, officer: Officer) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean to this officer; what a number found is logged as looked at."""
    if not means_number(text):
        return find(text)
    may = may_search_numbers(officer)
    found = find(text, numbers=may)
    if may:
        note_found(found, officer.pk, officer.name, "按证件号码查找")
    return found
