"""The cases of a court that still owe, as the index takes them: read when first asked for, and again when cases came or went.

Names and the last signs of papers stay in this process's memory and leave it with it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q

from zhixing.cases.models import CaseRow
from zhixing.funds.recognising.index import Index, Known, Register
from zhixing.parties.acts import LIABLE, Role
from zhixing.parties.identity import PHONE
from zhixing.parties.models import CaseParty, PartyIdentity
from zhixing.parties.register import ACCOUNT

OWES = Q(closed_on=None) | Q(amount_reached__lt=F("amount_claimed"))
FRESH = 300  # seconds after which names and sums are read again though no case came or went
TAIL = 4


@dataclass(frozen=True, slots=True)
class OpenCases:
    """The index of a court's cases; the dossier of each row and the row of each dossier."""

    index: Index
    dossiers: tuple[int, ...]
    row_of: dict[int, int]


_kept: dict[str, tuple[tuple[int, int], float, OpenCases]] = {}


def of_court(court: str) -> OpenCases:
    """The index as of now, or of at most five minutes ago where no case has been filed or ended since."""
    cases = CaseRow.objects.filter(OWES, court=court).exclude(number="")
    told = cases.aggregate(many=Count("pk"), last=Max("dossier_id"))
    stamp = (told["many"], told["last"] or 0)
    kept = _kept.get(court)
    if kept and kept[0] == stamp and time.monotonic() - kept[1] < FRESH:
        return kept[2]
    found = _read(court)
    _kept[court] = (stamp, time.monotonic(), found)
    return found


def forget() -> None:
    """Drop what is kept: tests whose databases are not one another's begin with it."""
    _kept.clear()


def _read(court: str) -> OpenCases:
    rows = list(
        CaseRow.objects.filter(OWES, court=court)
        .exclude(number="")
        .order_by("dossier_id")
        .values_list("dossier_id", "number", "amount_claimed", "amount_reached")
    )
    names: dict[tuple[int, bool], list[str]] = defaultdict(list)
    party_of: dict[int, list[int]] = defaultdict(list)
    parts = CaseParty.objects.filter(
        court=court, current=True, role__in=[each.value for each in (*LIABLE, Role.APPLICANT)]
    )
    for case, party, role, name in parts.values_list("dossier_id", "party_id", "role", "party__name"):
        liable = role != Role.APPLICANT.value
        names[case, liable].append(name)
        if liable:
            party_of[case].append(party)
    tails: dict[int, list[str]] = defaultdict(list)
    papers = PartyIdentity.objects.filter(court=court, retired_at=None).exclude(paper__in=(ACCOUNT, PHONE))
    for party, masked in papers.values_list("party_id", "masked"):
        tail = masked[-TAIL:]
        if "*" not in tail:
            tails[party].append(tail)
    known = [
        Known(
            number=number,
            debtors=tuple(names[case, True]),
            applicants=tuple(names[case, False]),
            sums=tuple({claimed, claimed - reached} - {0}),
            tails=tuple(tail for party in party_of[case] for tail in tails[party]),
        )
        for case, number, claimed, reached in rows
    ]
    dossiers = tuple(row[0] for row in rows)
    return OpenCases(Index(Register.of(known)), dossiers, {case: row for row, case in enumerate(dossiers)})
