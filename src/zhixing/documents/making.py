"""Making a document: write, number, print, keep. Made once for an act; asked again, it answers what was made.

Making anew from the record must give the very bytes that were made, or it is refused: what was sent out is not replaced.
"""

from __future__ import annotations

from django.db import IntegrityError, transaction

from zhixing.documents import printing
from zhixing.documents.models import Document
from zhixing.documents.register import next_serial, register_number
from zhixing.documents.written import correction_of, entry_of, write
from zhixing.law.texts import say
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier
from zhixing.record.encryption import FileDamaged, put_away, take_out
from zhixing.record.paper import PaperKind

FOLDER = "documents"  # names in them are as personal as identities, so they are encrypted like them


class Changed(RuntimeError):
    """The document is not what was made: it was altered, or the record no longer tells the same. It is not replaced."""

    def __init__(self, document: Document, *, lost: bool) -> None:
        template = (
            "《{name}》{number}的文件已丢失，重新制作的内容与制作时的校验值不符，未予提供。请用备份恢复文件目录 var/files。"
            if lost
            else "《{name}》{number}的文件与制作时的校验值不符，可能被改动，未予提供。请用备份恢复文件目录 var/files。"
        )
        self.text = say(template, name=document.name, number=document.number)
        super().__init__(str(self.text))


def made(dossier: Dossier, seq: int) -> Document | None:
    """The document of entry `seq`, None while it has not been made."""
    return Document.objects.filter(dossier_id=dossier.id, seq=seq).first()


def make(dossier: Dossier, seq: int) -> Document:
    """The document of entry `seq`, made now unless it was. Raises NoDocument, CannotPrint."""
    found = made(dossier, seq)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return _make(dossier, seq)
    except IntegrityError:  # another made it meanwhile
        return Document.objects.get(dossier_id=dossier.id, seq=seq)


def _make(dossier: Dossier, seq: int) -> Document:
    correction = correction_of(dossier, seq)
    entry, paper = entry_of(dossier, seq, correction)
    year = entry.on.year
    serial = next_serial(dossier.court, paper.kind, year)
    register = register_number(dossier.court, paper.kind, year, serial)
    written = write(dossier, seq, correction=correction, register=register)
    printed = printing.pdf(written)
    return Document.objects.create(
        dossier_id=dossier.id,
        court=dossier.court,
        seq=seq,
        kind=paper.kind.value,
        name=written.name,
        number=written.number,
        year=year,
        serial=serial,
        on=entry.on,
        correction=correction,
        file=put_away(FOLDER, dossier.court, printed.content),
        sha256=printed.sha256,
        pages=printed.pages,
        made_at=clock.now(),
    )


def content(document: Document) -> bytes:
    """The PDF as it was made; a lost file is made anew if the record still tells the same. Raises Changed, CannotPrint."""
    try:
        return take_out(document.file, document.sha256)
    except FileDamaged as error:
        if error.lost:
            return remake(document)
        raise Changed(document, lost=False) from error


def remake(document: Document) -> bytes:
    """The document written and printed anew, which must be what was made. Raises Changed, CannotPrint."""
    dossier = door.read(document.dossier_id)
    register = register_number(document.court, PaperKind(document.kind), document.year, document.serial)
    printed = printing.pdf(write(dossier, document.seq, correction=document.correction, register=register))
    if printed.sha256 != document.sha256:
        raise Changed(document, lost=True)
    document.file = put_away(FOLDER, document.court, printed.content)
    document.save(update_fields=["file"])
    return printed.content
