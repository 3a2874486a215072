"""Making, finding and changing parties. The same person is recognised by identity, never by name alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from pypinyin import Style, lazy_pinyin

from zhixing.law.identities import IdentityKind, bank_card, identity_key, normal, resident
from zhixing.law.masking import mask_account, mask_identity
from zhixing.parties.models import CaseParty, Disclosed, Party, PartyIdentity, PartyKind, PartyVersion
from zhixing.parties.protection import decrypt, encrypt, keyed_hash
from zhixing.record import clock
from zhixing.record.dossier import Actor

# Surnames that pypinyin reads as common words.
SURNAMES = {
    "单": "s",
    "曾": "z",
    "仇": "q",
    "解": "x",
    "区": "o",
    "查": "z",
    "任": "r",
    "盖": "g",
    "乐": "y",
    "尉": "y",
}
ACCOUNT = "收款账户"


@dataclass(frozen=True, slots=True)
class Paper:
    """An identity document: its kind and number as written."""

    kind: IdentityKind
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParty:
    """What is known of a party that is entered."""

    name: str
    kind: PartyKind
    papers: Sequence[Paper] = ()
    address: str = ""
    service_address: str = ""
    phones: Sequence[str] = field(default_factory=tuple)


def initials(name: str) -> str:
    """First letters of the name's pronunciation, for search: 张伟 → zw.

    >>> initials("单晓")
    'sx'
    """
    found = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))[:40].lower()
    return SURNAMES[name[0]] + found[1:] if name and name[0] in SURNAMES else found


def build(court: str, given: NewParty) -> tuple[Party, list[PartyIdentity]]:
    """The rows of a new party, unsaved. Raises identities.IdentityError for a malformed number."""
    papers = [(paper.kind, normal(paper.kind, paper.number)) for paper in given.papers]
    sex, born = _of_resident(papers)
    party = Party(
        court=court,
        kind=given.kind,
        name=given.name.strip(),
        initials=initials(given.name),
        sex=sex,
        born_on=born,
        address=given.address,
        service_address=given.service_address,
        phones=list(given.phones),
    )
    return party, [identity(court, kind, number) for kind, number in papers]


def identity(court: str, kind: IdentityKind, number: str) -> PartyIdentity:
    """The row of one identity, unsaved and without its party."""
    return PartyIdentity(
        court=court,
        paper=kind.value,
        cipher=encrypt(number),
        hash=hash_of(kind, number),
        masked=mask_identity(number),
    )


def hash_of(kind: IdentityKind, number: str) -> bytes:
    """The keyed hash of an identity in any writing."""
    return keyed_hash(kind.value, identity_key(kind, number))


def _of_resident(papers: Sequence[tuple[IdentityKind, str]]) -> tuple[str, date | None]:
    for kind, number in papers:
        if kind is IdentityKind.RESIDENT:
            read = resident(number)
            return read.sex, read.birth
    return "", None


def enter_party(court: str, given: NewParty) -> Party:
    """The party of that court with one of these identities, or a new one. Raises identities.IdentityError."""
    with transaction.atomic():
        for paper in given.papers:
            known = Party.objects.filter(
                court=court, identities__hash=hash_of(paper.kind, paper.number)
            ).first()
            if known is not None:
                return known
        party, papers = build(court, given)
        party.save()
        for each in papers:
            each.party = party
        PartyIdentity.objects.bulk_create(papers)
        return party


def add_account(party: Party, number: str) -> PartyIdentity:
    """Keep a party's bank account, encrypted. Raises identities.IdentityError."""
    digits = bank_card(number)
    return PartyIdentity.objects.create(
        party=party,
        court=party.court,
        paper=ACCOUNT,
        cipher=encrypt(digits),
        hash=keyed_hash(ACCOUNT, digits),
        masked=mask_account(digits),
    )


def change(party: Party, values: Mapping[str, str | list[str]], by: Actor) -> None:
    """Change a party's row; what it said before is kept with who changed it."""
    with transaction.atomic():
        PartyVersion.objects.create(
            party=party,
            court=party.court,
            before={name: getattr(party, name) for name in values},
            changed_by=by.id,
            changed_at=clock.now(),
        )
        for name, value in values.items():
            setattr(party, name, value)
        party.initials = initials(party.name)
        party.save()


def disclose(row: PartyIdentity, by: Actor, reason: str) -> str:
    """An identity in full, for a stated reason that is logged."""
    Disclosed.objects.create(
        identity=row, court=row.court, officer=by.id, at=clock.now(), reason=reason[:200]
    )
    return decrypt(bytes(row.cipher))


def same_persons(party: Party) -> QuerySet[Party]:
    """Rows of the same person, in this court and in every court the connection may see: by identity."""
    hashes = [bytes(each.hash) for each in party.identities.exclude(paper=ACCOUNT)]
    return Party.objects.filter(identities__hash__in=hashes).exclude(pk=party.pk).distinct()


def namesakes(party: Party) -> QuerySet[Party]:
    """Rows of the same name whose identity does not match: perhaps another person (同名，未核实)."""
    same = same_persons(party).values("pk")
    return Party.objects.filter(name=party.name).exclude(pk=party.pk).exclude(pk__in=same)


def cases_of_same_person(party: Party) -> QuerySet[CaseParty]:
    """Every part the same person has in cases that the connection may see."""
    numbers = [party.pk, *same_persons(party).values_list("pk", flat=True)]
    return CaseParty.objects.filter(party_id__in=numbers).order_by("-dossier_id")
