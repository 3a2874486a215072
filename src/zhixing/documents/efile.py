"""The e-file: the documents of a case in page order, in two volumes, each with its pages from and to.

Order is that of the acts (day, then entry). What was not yet made stands in its place as 待生成, and pages after it are not
counted until it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.documents.gathered import paper_of
from zhixing.documents.models import Document
from zhixing.documents.numbering import numbers
from zhixing.documents.written import made_elsewhere
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.models import Outgoing


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the e-file. `first` and `last` page within its volume; None while they cannot be told."""

    place: int
    seq: int
    name: str
    number: str
    on: date
    document: Document | None
    first: int | None
    last: int | None
    outdated: bool  # made, and its act was corrected or taken away since
    waiting: bool  # in the outbox; what does not wait and was not made is made when it is opened
    error: str = ""

    @property
    def pages(self) -> str:
        """Its pages in the volume: 3-5, or 3."""
        if self.first is None:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume: 正卷, which parties may read, or 副卷, which they may not."""

    key: str
    label: str
    items: tuple[Item, ...]

    @property
    def complete(self) -> bool:
        """Whether every document in it has been made."""
        return all(item.document for item in self.items)


LABELS = {"main": "正卷", "inner": "副卷"}


def volumes(dossier: Dossier) -> tuple[Volume, ...]:
    """Both volumes, those without documents left out."""
    made = {each.seq: each for each in Document.objects.filter(dossier_id=dossier.id)}
    waiting = dict(
        Outgoing.objects.filter(dossier_id=dossier.id, kind="document", done_at=None).values_list(
            "seq", "error"
        )
    )
    found = []
    for key, label in LABELS.items():
        items = _items(dossier, key == "inner", made, waiting)
        if items:
            found.append(Volume(key, label, items))
    return tuple(found)


def _items(
    dossier: Dossier, inner: bool, made: dict[int, Document], waiting: dict[int, str]
) -> tuple[Item, ...]:
    items: list[Item] = []
    page: int | None = 1
    current = {entry.seq: entry for entry in dossier.with_entries(dossier.recorded).entries}
    borne, elsewhere = numbers(dossier), made_elsewhere(dossier)
    for entry in sorted(dossier.recorded, key=lambda each: (each.on, each.seq)):
        document, standing = made.get(entry.seq), current.get(entry.seq)
        if entry.seq <= elsewhere or (document is None and standing is None):
            continue  # made by the court it was taken over from, or taken away before a document was made
        paper = paper_of(standing.act if document is None and standing else entry.act)
        if paper is None or paper.inner is not inner:
            continue
        last = page + document.pages - 1 if page is not None and document else None
        items.append(
            Item(
                place=len(items) + 1,
                seq=entry.seq,
                name=document.name if document else installed().rule(type(entry.act)).document,
                number=document.number if document else borne[entry.seq],
                on=entry.on,
                document=document,
                first=page if document else None,
                last=last,
                outdated=document is not None and _corrected(standing) != document.correction,
                waiting=entry.seq in waiting,
                error=waiting.get(entry.seq, ""),
            )
        )
        page = last + 1 if last is not None else None
    return tuple(items)


def _corrected(standing: Entry[Act] | None) -> int | None:
    """The entry that corrected it last, 0 for none; None for one taken away."""
    return None if standing is None else standing.corrected_by or 0


def missing(dossier: Dossier) -> list[int]:
    """The entries whose documents have not been made, those taken away left out, in order of entry."""
    there = set(Document.objects.filter(dossier_id=dossier.id).values_list("seq", flat=True))
    there |= set(range(made_elsewhere(dossier) + 1))
    standing = dossier.with_entries(dossier.recorded).entries
    return sorted(
        entry.seq for entry in standing if paper_of(entry.act) is not None and entry.seq not in there
    )


def documents_of(dossiers: Sequence[Volume]) -> list[Document]:
    """The documents of these volumes, in page order."""
    return [item.document for volume in dossiers for item in volume.items if item.document]
