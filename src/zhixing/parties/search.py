"""Finding the cases of a party: by name, initials, telephone, account, or a full identity number."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Func, Q, QuerySet, TextField, Value

from zhixing.law.identities import IdentityError, IdentityKind, bank_card, tidy
from zhixing.parties.identity import ACCOUNT, PHONE, hash_of, phone_number
from zhixing.parties.models import SIGNS, CaseParty, Party
from zhixing.parties.protection import keyed_hash
from zhixing.record import clock
from zhixing.record.models import Look
from zhixing.record.power import Power

SHORTEST_NUMBER = 7
# Those who may open an identity in full on the party's page; by a number only they find its holder.
BY_NUMBER = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
MOST = 500  # parties that one search considers; who means one of more says more of them


def _holds(text: str) -> Func:
    """The name has every sign of the text, in whatever order; answered by the index of signs."""
    signs = Value(list(text), output_field=ArrayField(TextField()))
    return Func(SIGNS, signs, template="(%(expressions)s)", arg_joiner=" @> ", output_field=BooleanField())


def find(text: str, *, numbers: bool = True) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean, within what the connection may see. A part of a number finds nobody.

    `numbers`: whether whole numbers of identities, accounts and telephones are looked up, too.
    """
    bare = text.strip()
    if not bare:
        return CaseParty.objects.none()
    wanted = [Party.objects.filter(_named(bare))]
    if bare.isascii() and bare.isalpha():
        wanted.append(Party.objects.filter(initials__startswith=bare.lower()))
    if numbers and means_number(bare):
        wanted.append(Party.objects.filter(identities__hash__in=_hashes(tidy(bare))))
    # Asked one by one, each by its own index, and at once: together in one condition none of them would be used.
    found = {pk for each in wanted for pk in each.values_list("pk", flat=True)[:MOST]}
    return CaseParty.objects.filter(party_id__in=found)


def means_number(text: str) -> bool:
    """Whether a text may be the number of an identity, an account or a telephone."""
    number = tidy(text.strip())
    return len(number) >= SHORTEST_NUMBER and any(sign.isdigit() for sign in number)


def note_found(found: QuerySet[CaseParty], officer: int, name: str, page: str) -> None:
    """Log that this officer found these parts by a number: it opens who is who, as a look at the case does."""
    at, seen = clock.now(), found.values_list("dossier_id", "court").distinct()
    Look.objects.bulk_create(
        Look(dossier_id=dossier, court=court, officer=officer, name=name, at=at, page=page[:200])
        for dossier, court in seen
    )


def _named(text: str) -> Q:
    """One sign begins the name; two stand in it together; more are found anywhere by the index of three."""
    if len(text) == 1:
        return Q(name__startswith=text)
    return Q(_holds(text), name__contains=text) if len(text) == 2 else Q(name__contains=text)


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
