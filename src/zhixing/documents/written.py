"""Writing a document: the record and the words for its ids put together, still without layout."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum

from zhixing.assets.acts.declaration import ReportAccessIssued
from zhixing.assets.report_code import code_of
from zhixing.cases.questions import handlers
from zhixing.documents.gathered import paper_of
from zhixing.documents.numbering import number_of
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.taking_in import texts
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.identities import IdentityKind
from zhixing.law.masking import mask_identity, mask_name
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import Party, PartyIdentity, PartyKind
from zhixing.parties.protection import decrypt
from zhixing.people.models import Officer
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.fields import Field, fields, held
from zhixing.record.paper import Paper, PaperKind, Person, Telling, Written
from zhixing.record.sealed import masked, unsealed


class Shown(Enum):
    """How much of persons a paper shows: to parties all, in a preview no identity in full, to the public no name either."""

    FULL = "full"
    VEILED = "veiled"
    PUBLIC = "public"


ENTERED_TOGETHER = timedelta(minutes=1)
AT_ONCE = timedelta(seconds=1)
HEADINGS = {PaperKind.RULING: "执行裁定书"}


class NoDocument(LookupError):
    """The entry is not there, or its act makes no document."""


def made_elsewhere(dossier: Dossier) -> int:
    """The last entry of a history taken over from another register, whose papers were made there; 0 where there is none."""
    first = dossier.recorded[0] if dossier.recorded else None
    if first is None or not installed().rule(type(first.act)).takes_over:
        return 0
    return max(each.seq for each in dossier.recorded if each.recorded_at - first.recorded_at <= AT_ONCE)


def entry_of(dossier: Dossier, seq: int, correction: int = 0) -> tuple[Entry[Act], Paper]:
    """The entry, as first recorded or as entry `correction` left it, and its paper. Raises NoDocument."""
    known = dossier.recorded
    if correction:
        known = dossier.with_entries(each for each in dossier.recorded if each.seq <= correction).entries
    entry = next((each for each in known if each.seq == seq), None)
    paper = paper_of(entry.act) if entry else None
    if entry is None or paper is None or seq <= made_elsewhere(dossier):
        raise NoDocument(seq)
    return entry, paper


def correction_of(dossier: Dossier, seq: int) -> int:
    """The entry that corrected entry `seq` last, 0 for none. Raises NoDocument for one taken away."""
    standing = dossier.with_entries(dossier.recorded).at(seq)
    if standing is None:
        raise NoDocument(seq)
    return standing.corrected_by or 0


def write(
    dossier: Dossier, seq: int, *, correction: int = 0, shown: Shown = Shown.FULL, register: str = ""
) -> Written:
    """The document of entry `seq` as entry `correction` left it, from the record as known then. Raises NoDocument."""
    entry, paper = entry_of(dossier, seq, correction)
    rule = installed().rule(type(entry.act))
    then = known_then(dossier, entry, correction)
    told = Telling(
        dossier=then,
        entry=entry,
        rule=rule,
        court=court_name(entry.by.court or dossier.court, entry),
        number=number_of(dossier, seq),
        persons=persons(then, shown),
        officers=officers(then),
        sealed=identifiers(then, shown),
        accounts=accounts(then),
        payer=payer(entry, shown),
        codes=codes(entry) if shown is Shown.FULL else {},
    )
    return Written(
        court=told.court,
        heading=HEADINGS.get(paper.kind, rule.document),
        number=told.number,
        body=paper.write(told),
        on=entry.on,
        name=rule.document,
        kind=paper.kind,
        register=register,
    )


def known_then(dossier: Dossier, entry: Entry[Act], correction: int = 0) -> Dossier:
    """The record when the act was entered, with the corrections of it up to `correction`.

    What opens a dossier is told with what was entered together with it.
    """
    end = entry.seq
    if installed().rule(type(entry.act)).opens:
        for each in dossier.recorded[entry.seq :]:
            if each.recorded_at - entry.recorded_at > ENTERED_TOGETHER or each.by.id != entry.by.id:
                break
            end = each.seq
    return dossier.with_entries(
        each
        for each in dossier.recorded
        if each.seq <= end
        or (isinstance(each.act, Corrected) and each.act.entry <= end and each.seq <= correction)
    )


def court_name(code: str, entry: Entry[Act]) -> str:
    """The name the court bore on the day of the act."""
    court = COURTS_BY_CODE.get(code)
    return court.name_on(entry.on) if court else code


def codes(entry: Entry[Act]) -> dict[int, str]:
    """The code that the act gives a debtor to report on line: it stands in the paper itself and nowhere else."""
    act = entry.act
    if not isinstance(act, ReportAccessIssued):
        return {}
    return {act.debtor: code_of(entry.dossier, entry.seq, act.debtor)}


def payer(entry: Entry[Act], shown: Shown) -> str:
    """Who paid the money that came, as the bank told it; not of a bid: until bidding ends nobody may know who bids."""
    act = entry.act
    if not isinstance(act, MoneyReceived) or act.kind is MoneyKind.DEPOSIT:
        return ""
    said = texts(act.statement, [act.line]).get(act.line)
    name = said.name if said else ""
    return name if shown is Shown.FULL else mask_name(name)


def identifiers(dossier: Dossier, shown: Shown) -> dict[str, str]:
    """The identifiers of things that the record names: in full in the paper itself, otherwise masked."""
    kinds = ("sealed", "told")
    tokens = {str(each) for entry in dossier.recorded for kind in kinds for each in held(entry.act, kind)}
    return (unsealed if shown is Shown.FULL else masked)(dossier.court, tokens)


def accounts(dossier: Dossier) -> dict[int, str]:
    """The accounts of parties that the record names, masked."""
    named = {
        each for entry in dossier.recorded for each in held(entry.act, "account") if isinstance(each, int)
    }
    return dict(PartyIdentity.objects.filter(pk__in=named).values_list("pk", "masked")) if named else {}


def persons(dossier: Dossier, shown: Shown) -> dict[int, Person]:
    """Everyone the record mentions."""
    wanted = _ids(dossier, "party")
    found = {each.pk: each for each in Party.objects.filter(pk__in=wanted)}
    rows = PartyIdentity.objects.filter(party_id__in=found, paper__in=IDENTIFYING, retired_at=None)
    papers = {row.party_id: row for row in rows.order_by("-pk")}  # the one entered first
    return {pk: person(party, papers.get(pk), shown) for pk, party in found.items()}


def person(party: Party, row: PartyIdentity | None, shown: Shown) -> Person:
    """A party as a paper names them; of an organisation nothing is hidden."""
    natural = party.kind == PartyKind.NATURAL
    number = decrypt(bytes(row.cipher)) if row else ""
    if natural and shown is not Shown.FULL:
        number = mask_identity(number) if number else ""
    if natural and shown is Shown.PUBLIC:
        return Person(name=mask_name(party.name), sex=party.sex)
    return Person(
        name=party.name,
        natural=natural,
        sex=party.sex,
        born_on=party.born_on,
        address=party.address,
        service_address=party.service_address,
        paper=_called(row),
        identity=number,
    )


def _called(row: PartyIdentity | None) -> str:
    if row is None:
        return ""
    return "公民身份号码" if row.paper == IdentityKind.RESIDENT.value else row.paper


def officers(dossier: Dossier) -> dict[int, str]:
    """The names of the officers the record mentions, those drawn by a seed among them."""
    wanted = _ids(dossier, "officer") | handlers(dossier)
    return dict(Officer.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _ids(dossier: Dossier, kind: str) -> set[int]:
    return {number for entry in dossier.recorded for number in _in(fields(type(entry.act)), entry.act, kind)}


def _in(inputs: Iterable[Field], holder: object, kind: str) -> Iterable[int]:
    for field in inputs:
        if field.kind != kind:
            continue
        value = getattr(holder, field.name, None)
        yield from (
            each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, int)
        )
