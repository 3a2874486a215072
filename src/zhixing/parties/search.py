"""Finding the cases of a party: by name, initials, telephone, account, or a full identity number."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Func, Q, QuerySet, TextField, Value

from zhixing.law.identities import IdentityError, IdentityKind, bank_card, tidy
from zhixing.parties.identity import ACCOUNT, PHONE, hash_of, phone_number
from zhixing.parties.models import SIGNS, CaseParty, Party, PartyIdentity
from zhixing.parties.protection import keyed_hash

SHORTEST_NUMBER = 7
TRIGRAM = 3


def part_of(field: str, text: str) -> Q:
    """The field holds the text: anywhere when it is long enough for the index of three signs, else at its beginning."""
    return Q(**{f"{field}__contains" if len(text) >= TRIGRAM else f"{field}__startswith": text})


def _holds(text: str) -> Func:
    """The name has every sign of the text, in whatever order; answered by the index of signs."""
    signs = Value(list(text), output_field=ArrayField(TextField()))
    return Func(SIGNS, signs, template="(%(expressions)s)", arg_joiner=" @> ", output_field=BooleanField())


def find(text: str) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean, within what the connection may see. A part of a number finds nobody."""
    bare = text.strip()
    if not bare:
        return CaseParty.objects.none()
    wanted = part_of("party__name", bare)
    if len(bare) == TRIGRAM - 1:  # a given name: found by its signs, then by their order
        named = Party.objects.filter(_holds(bare), name__contains=bare)
        wanted = Q(party_id__in=named.values("pk"))
    if bare.isascii() and bare.isalpha():
        wanted |= Q(party__initials__startswith=bare.lower())
    number = tidy(bare)
    if len(number) >= SHORTEST_NUMBER and any(sign.isdigit() for sign in number):
        holders = PartyIdentity.objects.filter(hash__in=_hashes(number)).values("party_id")
        wanted |= Q(party_id__in=holders)
    return CaseParty.objects.filter(wanted)


def _hashes(number: str) -> list[bytes]:
    found = []
    for kind in IdentityKind:
        try:
            found.append(hash_of(kind, number))
        except IdentityError:
            continue
    for label, read in ((ACCOUNT, bank_card), (PHONE, phone_number)):
        try:
            found.append(keyed_hash(label, read(number)))
        except IdentityError:
            continue
    return found
