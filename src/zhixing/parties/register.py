"""Making, finding and changing parties. The same person is recognised by identity, never by name alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, models, transaction
from django.db.models import QuerySet

from zhixing.law.citations import cite
from zhixing.law.identities import IdentityError, IdentityKind, resident
from zhixing.law.texts import say
from zhixing.parties import identity
from zhixing.parties.identity import ACCOUNT, IDENTIFYING, PHONE, Paper
from zhixing.parties.models import CaseParty, Disclosed, Party, PartyIdentity, PartyKind, PartyVersion
from zhixing.parties.pinyin import initials
from zhixing.parties.protection import decrypt
from zhixing.record import clock
from zhixing.record.dossier import Actor
from zhixing.record.permission import Refused
from zhixing.record.rule import Refusal

__all__ = [
    "ACCOUNT",
    "PHONE",
    "NewParty",
    "NumberTaken",
    "Paper",
    "add_account",
    "add_phone",
    "cases_of_same_person",
    "change",
    "disclose",
    "enter_party",
    "namesakes",
    "retire",
    "same_persons",
    "unsaved",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParty:
    """What is known of a party that is entered."""

    name: str
    kind: PartyKind
    papers: Sequence[Paper] = ()
    address: str = ""
    service_address: str = ""
    phones: Sequence[str] = field(default_factory=tuple)


class NumberTaken(IdentityError, Refused):
    """A document's number stands in the court's register under another name, or the documents given are of several parties.

    Whose it is is told to officers of the court alone. Faces that know acts show it as a refusal, forms beside the field.
    """

    def __init__(self, what: str, whose: Sequence[Party], told: bool, mend: str) -> None:
        where = "、".join(party.name for party in whose) if told else "另一姓名，您无权查看"
        IdentityError.__init__(self, what, where, mend)
        self.refusals = (
            Refusal(
                "one-number-one-name",
                "一个证件号码只属于一个人",
                (cite("执行工作规定", 16),),
                say("{what}（{where}）", what=what, where=where),
                say("{mend}", mend=mend),
            ),
        )


def enter_party(court: str, given: NewParty, by: Actor | None = None) -> Party:
    """The party of that court with one of these identities, completed by what is new, or a new one.

    Raises identities.IdentityError for a malformed number, NumberTaken for one that is registered under another name. Addresses
    of a party who is known are changed only when it is said by whom.
    """
    with transaction.atomic():
        rows = [identity.document(court, paper) for paper in given.papers]
        rows += [identity.telephone(court, text) for text in given.phones]
        party = _known(court, given, rows, by) if given.papers else None
        if party is None:
            party = unsaved(court, given)
            party.save()
        elif by is not None:
            change(party, _moved(party, given), by)
        _add(party, rows)
        return party


def _known(court: str, given: NewParty, rows: Iterable[PartyIdentity], by: Actor | None) -> Party | None:
    # Two who enter the same person at once must not make two of them: the court's register is entered one at a time.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('parties.register'), hashtext(%s))", [court])
    hashes = [row.hash for row in rows if row.paper in IDENTIFYING]
    found = list(Party.objects.filter(court=court, identities__hash__in=hashes).distinct()[:2])
    if not found:
        return None
    told = by is not None and by.kind == "officer" and by.court == court
    if len(found) > 1:
        raise NumberTaken(
            "所填证件分别登记在不同的人名下", found, told, "请核对证件号码，一次只填一个人的证件"
        )
    if _plain(found[0].name) != _plain(given.name):
        mend = "请核对姓名和号码；确系更名的，先在其当事人页面更改姓名，再按新名录入"
        raise NumberTaken("此证件号码已登记在他人名下", found, told, mend)
    return found[0]


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("•", "·").casefold()


def _check_lengths(values: Mapping[str, str]) -> None:
    for name, value in values.items():
        column = Party._meta.get_field(name)
        if isinstance(column, models.CharField) and column.max_length and len(value) > column.max_length:
            raise IdentityError(
                f"{column.verbose_name}太长", f"共{len(value)}字", f"最多{column.max_length}字，请删减"
            )


def _moved(party: Party, given: NewParty) -> dict[str, str]:
    told = {"address": given.address.strip(), "service_address": given.service_address.strip()}
    return {name: value for name, value in told.items() if value and value != getattr(party, name)}


def unsaved(court: str, given: NewParty) -> Party:
    """The row of a new party, not saved and without its identities. Raises identities.IdentityError: a text is too long."""
    name = given.name.strip()
    _check_lengths({"name": name, "address": given.address, "service_address": given.service_address})
    sex, born = _of_resident(given.papers)
    return Party(
        court=court,
        kind=given.kind,
        name=name,
        initials=initials(name, person=given.kind == PartyKind.NATURAL),
        sex=sex,
        born_on=born,
        address=given.address.strip(),
        service_address=given.service_address.strip(),
    )


def _of_resident(papers: Iterable[Paper]) -> tuple[str, date | None]:
    for paper in papers:
        if paper.kind is IdentityKind.RESIDENT:
            read = resident(paper.number)
            return read.sex, read.birth
    return "", None


def _add(party: Party, rows: Sequence[PartyIdentity]) -> None:
    """Keep what the party has not got yet; what was retired is taken up again by a new row."""
    there = {bytes(hash) for hash in party.identities.filter(retired_at=None).values_list("hash", flat=True)}
    fresh = {bytes(row.hash): row for row in rows if bytes(row.hash) not in there}
    for row in fresh.values():
        row.party = party
    PartyIdentity.objects.bulk_create(fresh.values())


def add_account(party: Party, number: str, bank: str = "") -> PartyIdentity:
    """The party's bank account of that number, kept encrypted, and the bank that keeps it. Raises identities.IdentityError."""
    natural = party.kind == PartyKind.NATURAL
    found = _added(party, identity.account(party.court, number, natural=natural, bank=bank))
    if bank.strip() and found.bank != bank.strip()[:80]:
        found.bank = bank.strip()[:80]
        found.save(update_fields=["bank"])
    return found


def add_phone(party: Party, text: str) -> PartyIdentity:
    """The party's telephone of that number, kept encrypted. Raises identities.IdentityError."""
    return _added(party, identity.telephone(party.court, text))


def _added(party: Party, row: PartyIdentity) -> PartyIdentity:
    _add(party, [row])
    return party.identities.get(hash=row.hash, retired_at=None)


def retire(row: PartyIdentity, by: Actor) -> None:
    """A telephone, account or document is no longer used, or was entered wrongly; it stays in the party's history."""
    with transaction.atomic():
        _remember(row.party, {row.paper: row.masked}, by)
        row.retired_at = clock.now()
        row.save(update_fields=["retired_at"])


def change(party: Party, values: Mapping[str, str], by: Actor) -> None:
    """Change a party's row; what it said before is kept with who changed it. Without a difference nothing happens.

    Raises identities.IdentityError when a text is too long to be kept.
    """
    _check_lengths(values)
    before = {
        name: str(getattr(party, name)) for name, value in values.items() if getattr(party, name) != value
    }
    if not before:
        return
    with transaction.atomic():
        _remember(party, before, by)
        for name in before:
            setattr(party, name, values[name])
        party.initials = initials(party.name, person=party.kind == PartyKind.NATURAL)
        party.save()


def _remember(party: Party, before: Mapping[str, str], by: Actor) -> None:
    PartyVersion.objects.create(
        party=party, court=party.court, before=dict(before), changed_by=by.id, changed_at=clock.now()
    )


def disclose(row: PartyIdentity, by: Actor, reason: str) -> str:
    """An identity in full, for a stated reason that is logged. Raises encryption.Unreadable."""
    full = decrypt(bytes(row.cipher))
    Disclosed.objects.create(
        identity=row, court=row.court, officer=by.id, at=clock.now(), reason=reason[:200]
    )
    return full


def same_persons(party: Party) -> QuerySet[Party]:
    """Rows of the same person, in this court and in every court the connection may see: by identity document."""
    own = party.identities.filter(paper__in=IDENTIFYING).values_list("hash", flat=True)
    hashes = [bytes(hash) for hash in own]
    return (
        Party.objects.filter(identities__hash__in=hashes, identities__paper__in=IDENTIFYING)
        .exclude(pk=party.pk)
        .distinct()
    )


def namesakes(party: Party) -> QuerySet[Party]:
    """Rows of the same name whose identity does not match: perhaps another person (同名，未核实)."""
    same = same_persons(party).values("pk")
    return Party.objects.filter(name=party.name).exclude(pk=party.pk).exclude(pk__in=same)


def cases_of_same_person(party: Party) -> QuerySet[CaseParty]:
    """Every part the same person has or had in cases that the connection may see."""
    numbers = [party.pk, *same_persons(party).values_list("pk", flat=True)]
    return CaseParty.objects.filter(party_id__in=numbers).order_by("-dossier_id")
