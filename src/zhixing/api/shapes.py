"""What the API gives, as msgspec structs: they are the wire format and the source of the OpenAPI schemas.

Money is integer fen, days are ISO dates, moments ISO with offset. Words for people are `Said` in the reader's language.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from zhixing.api.problem import Citing
from zhixing.api.saying import Said
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Entry
from zhixing.record.duties import Duty

if TYPE_CHECKING:  # the client reads these shapes where there is no Django
    from zhixing.cases.models import CaseRow
    from zhixing.record.models import DutyRow, ProposalRow

T = TypeVar("T")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list. `next` is the cursor of the next page, None at the end."""

    items: list[T]
    next: str | None = None


class CaseLine(msgspec.Struct, frozen=True):
    """A case as lists show it."""

    id: int
    number: str
    court: str
    type: str
    cause: str
    livelihood: str
    stage: Said
    received_on: date
    filed_on: date | None
    handler: int | None
    handler_name: str
    amount_claimed: int
    amount_reached: int
    limit_on: date | None
    closed_on: date | None
    closing_way: Said
    paused: Said

    @classmethod
    def of(cls, row: CaseRow) -> CaseLine:
        """From the read model."""
        values = {name: getattr(row, name) for name in cls.__struct_fields__ if name not in ("id", "type")}
        return cls(id=row.dossier_id, type=row.type_code, **values)


class PartOut(msgspec.Struct, frozen=True):
    """Who takes part in a case, in what role. Identities are never given here."""

    party: int
    name: str
    role: str


class DutyOut(msgspec.Struct, frozen=True):
    """A duty: what must be done by whom until when, and how it stands."""

    dossier: int
    rule: str
    label: Said
    holder: str
    opening: int
    index: int
    opened_on: date
    due: date | None
    standing: str
    layer: str
    met_on: date | None

    @classmethod
    def of(cls, duty: Duty, on: date) -> DutyOut:
        """As a dossier's duty stands that day."""
        return cls(
            duty.opening.dossier,
            duty.rule.name,
            duty.rule.label,
            duty.rule.holder.value,
            duty.opening.seq,
            duty.index,
            duty.opening.on,
            duty.due,
            duty.standing(on).name.lower(),
            duty.limit.layer.name.lower(),
            duty.met_by.on if duty.met_by else None,
        )

    @classmethod
    def of_row(cls, row: DutyRow, on: date) -> DutyOut:
        """From the read model; open duties only."""
        standing = "suspended" if row.suspended else "undetermined" if row.due is None else "open"
        if standing == "open" and row.due is not None and row.due < on:
            standing = "overdue"
        return cls(
            row.dossier_id,
            row.rule,
            row.label,
            row.holder,
            row.opening_seq,
            row.index,
            row.opened_on,
            row.due,
            standing,
            row.layer,
            None,
        )


class CaseOut(msgspec.Struct, frozen=True):
    """A case as of a day, as known at a moment (None: now): its line, parties, duties, and the head to name in If-Match."""

    as_of: date
    known_at: datetime | None
    head: int
    case: CaseLine
    parties: list[PartOut]
    duties: list[DutyOut]


class OwedOut(msgspec.Struct, frozen=True):
    """What is owed as of a day, in fen; None with what would have to be known, where the law cannot tell."""

    as_of: date
    known_at: datetime | None
    owed: int | None
    missing: list[Said]


class EntryOut(msgspec.Struct, frozen=True):
    """One entry of the record. `act` is the act as the catalogue describes it."""

    seq: int
    label: Said
    on: date
    recorded_at: datetime
    by: Actor
    approved_by: Actor | None
    act: msgspec.Raw
    corrected_by: int | None

    @classmethod
    def of(cls, entry: Entry[Act]) -> EntryOut:
        """From the dossier."""
        return cls(
            entry.seq,
            installed().rule(type(entry.act)).label,
            entry.on,
            entry.recorded_at,
            entry.by,
            entry.approved_by,
            msgspec.Raw(msgspec.json.encode(entry.act)),
            entry.corrected_by,
        )


class Entered(msgspec.Struct, frozen=True):
    """What a write added, and the new head."""

    dossier: int
    head: int
    entries: list[EntryOut]


class Discloses(msgspec.Struct, frozen=True):
    """To whom an act is disclosed, and by which message."""

    parties: bool
    public: bool
    message: str


class Tried(msgspec.Struct, frozen=True):
    """A dry run that would be allowed: what would be entered, become due, be done with, be disclosed and be documented."""

    entries: list[EntryOut]
    opens: list[DutyOut]
    closes: list[DutyOut]
    discloses: list[Discloses]
    documents: list[Said]
    needs_approval_by: str | None


class ApprovalOut(msgspec.Struct, frozen=True):
    """A proposal that waits."""

    dossier: int
    seq: int
    type: str
    label: Said
    on: date
    by: int
    by_name: str
    approver: str

    @classmethod
    def of(cls, row: ProposalRow) -> ApprovalOut:
        """From the read model."""
        return cls(row.dossier_id, row.seq, row.type, row.label, row.on, row.by_id, row.by_name, row.approver)


class PartyOut(msgspec.Struct, frozen=True):
    """A party with its identities masked; None as known at a moment, since it is not kept when each was taken down."""

    id: int
    court: str
    kind: str
    name: str
    identities: list[str] | None
    cases: list[int]


class RuleOut(msgspec.Struct, frozen=True):
    """One act type: what it does, who may do and must approve it, its basis, guards, document and fields (a JSON Schema name)."""

    type: str
    label: Said
    purpose: Said
    group: Said
    by: list[str]
    approved_by: str | None
    basis: list[Citing]
    guards: list[Said]
    document: Said
    discloses: Discloses
    schema: str


class NormOut(msgspec.Struct, frozen=True):
    """A norm and its versions' first days."""

    short: str
    title: Said
    versions: list[date]


class ArticleOut(msgspec.Struct, frozen=True):
    """An article, numbered as in the newest version, as in force on a day; `text` is None where the court took none in."""

    norm: str
    article: int
    on: date
    place: Said
    text: str | None


class DayOut(msgspec.Struct, frozen=True):
    """A day of the court calendar."""

    day: date
    closed: bool
    why: Said


class CalendarOut(msgspec.Struct, frozen=True):
    """A year; `announced` is False while the State Council's notice is awaited, and the closed days provisional."""

    year: int
    announced: bool
    days: list[DayOut]


class HolderOut(msgspec.Struct, frozen=True):
    """Whom the token acts for, and within what."""

    officer: int
    name: str
    powers: list[str]
    courts: list[str]
    expires_on: date


class EventData(msgspec.Struct, frozen=True):
    """Which act: its dossier, place, court, type, day."""

    dossier: int
    seq: int
    court: str
    type: str
    on: date


class CloudEvent(msgspec.Struct, frozen=True):
    """CloudEvents 1.0: an act was entered. `data` tells which; the act itself is read from its dossier."""

    id: str
    source: str
    type: str
    subject: str
    time: datetime
    data: EventData
    specversion: str = "1.0"
    datacontenttype: str = "application/json"
