"""Finding the cases of a party: by name, initials, phone, or a full identity number."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from zhixing.law.identities import IdentityError, IdentityKind, tidy
from zhixing.parties.models import CaseParty
from zhixing.parties.register import hash_of

SHORTEST_NUMBER = 7


def find(text: str) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean, within what the connection may see."""
    bare = text.strip()
    if not bare:
        return CaseParty.objects.none()
    wanted = Q(party__name__icontains=bare)
    if bare.isascii() and bare.isalpha():
        wanted |= Q(party__initials=bare.lower())
    digits = tidy(bare)
    if len(digits) >= SHORTEST_NUMBER and digits.isascii():
        wanted |= Q(party__phones__contains=[digits]) | Q(party__identities__hash__in=_hashes(digits))
    return CaseParty.objects.filter(wanted)


def _hashes(digits: str) -> list[bytes]:
    found = []
    for kind in IdentityKind:
        try:
            found.append(hash_of(kind, digits))
        except IdentityError:
            continue
    return found
