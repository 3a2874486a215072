"""Entering the parties of many cases at once: those nobody knows yet in a few statements, the others one by one as always."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from zhixing.law.identities import IdentityError
from zhixing.parties import identity
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import NewParty, enter_party, unsaved
from zhixing.record.many_rows import insert_models, insert_numbered

Entered = int | IdentityError


def enter_many(court: str, given: Sequence[NewParty]) -> list[Entered]:
    """For each, the number of the court's party of these identities, or of a new one; or why it cannot be entered.

    The same person named twice is entered once. Must be called within the transaction that uses the parties.
    """
    found: list[Entered | None] = [None] * len(given)
    rows: list[list[PartyIdentity]] = []
    for place, each in enumerate(given):
        rows.append([])
        try:
            rows[place] = [identity.document(court, paper) for paper in each.papers]
            rows[place] += [identity.telephone(court, text) for text in each.phones]
        except IdentityError as error:
            found[place] = error
    later = _not_new(court, rows)
    fresh = [place for place, known in enumerate(later) if not known and found[place] is None]
    parties = insert_numbered(Party, [unsaved(court, given[place]) for place in fresh])
    for place, party in zip(fresh, parties, strict=True):
        found[place] = party.pk
        for row in rows[place]:
            row.party = party
    insert_models(PartyIdentity, [row for place in fresh for row in _distinct(rows[place])])
    return [_entered(court, given[place], done) for place, done in enumerate(found)]


def _not_new(court: str, rows: Sequence[Sequence[PartyIdentity]]) -> list[bool]:
    """Which of them the court knows, or the same list names before."""
    hashes = [[bytes(row.hash) for row in own if row.paper in IDENTIFYING] for own in rows]
    every = [hash for own in hashes for hash in own]
    seen: set[bytes] = set()
    if every:
        # As `enter_party`: the court's register is entered one at a time.
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext('parties.register'), hashtext(%s))", [court]
            )
        there = PartyIdentity.objects.filter(court=court, hash__in=every)
        seen = {bytes(hash) for hash in there.values_list("hash", flat=True)}
    found = []
    for own in hashes:
        found.append(bool(seen & set(own)))
        seen.update(own)
    return found


def _distinct(rows: Sequence[PartyIdentity]) -> list[PartyIdentity]:
    return list({bytes(row.hash): row for row in rows}.values())


def _entered(court: str, given: NewParty, done: Entered | None) -> Entered:
    if done is not None:
        return done
    try:
        with transaction.atomic():
            return enter_party(court, given).pk
    except IdentityError as error:
        return error
