"""Who may report on line: whoever has the code of the served paper and the debtor's identity number.

A code belongs to one order and one debtor, ends on a day, when a later one is given or when it was used. It opens nothing without
the identity number, and whoever guesses is slowed down by address and by code. Every wrong answer is the same and takes the same
work, so that nothing tells whether a code or a person exists.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from zhixing.assets.report_code import code_hash
from zhixing.assets.report_models import ReportAccessRow
from zhixing.law.identities import IdentityError, IdentityKind
from zhixing.parties.identity import IDENTIFYING, hash_of
from zhixing.parties.models import PartyIdentity
from zhixing.people.limits import wait_for
from zhixing.record.scope import EVERY_COURT, seeing

TRIES_OF_ADDRESS, TRIES_OF_CODE = 20, 5  # a minute
LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class Access:
    """What a code opens: one debtor's answer to one order, until a day."""

    dossier: int
    court: str
    seq: int
    order: int
    party: int
    until: date


def open_with(number: str, code: str, address: str, on: date) -> Access | int | None:
    """What identity number and code open; the seconds to wait for whoever tries too often; None for anything wrong."""
    key = code_hash(code)
    wait = wait_for(f"report:{address}", TRIES_OF_ADDRESS) or wait_for(
        f"report-code:{key[:40]}", TRIES_OF_CODE
    )
    if wait:
        return wait
    with seeing(EVERY_COURT):
        row = ReportAccessRow.objects.filter(hash=key, until__gte=on).first()
        own = _identities(row.party if row else 0)
    right = _any_same(own, _hashes(number))
    return _access(row) if row is not None and right else None


def live(dossier: int, seq: int, court: str, on: date) -> Access | None:
    """The access still open under that act; None when it was used, replaced, or its day has passed."""
    with seeing((court,)):
        row = ReportAccessRow.objects.filter(dossier_id=dossier, seq=seq, until__gte=on).first()
    return _access(row) if row else None


def has_identity(party: int) -> bool:
    """Whether the register knows an identity number of the party, without which no code opens anything."""
    return bool(_identities(party))


def _access(row: ReportAccessRow) -> Access:
    return Access(row.dossier_id, row.court, row.seq, row.order, row.party, row.until)


def _identities(party: int) -> list[bytes]:
    rows = PartyIdentity.objects.filter(party_id=party, paper__in=IDENTIFYING, retired_at=None)
    return [bytes(each) for each in rows.values_list("hash", flat=True)]


def _hashes(number: str) -> list[bytes]:
    """The number's hash as a document of each kind that it could be."""
    found = []
    for kind in IdentityKind:
        with suppress(IdentityError):
            found.append(hash_of(kind, number[:LONGEST_NUMBER]))
    return found


def _any_same(own: Iterable[bytes], told: list[bytes]) -> bool:
    """Whether any are the same, compared in constant time; of nobody, as much is compared."""
    right = False
    for one in [*own, secrets.token_bytes(32)]:
        for other in told:
            right |= hmac.compare_digest(one, other)
    return right
