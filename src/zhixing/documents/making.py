"""Making a document: write, number, print, keep. Made once for an act; asked again, it answers what was made.

Making anew from the record must give the very bytes that were made, or it is refused: what was sent out is not replaced.
"""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from zhixing.documents import printing
from zhixing.documents.models import Document
from zhixing.documents.printing import Printed
from zhixing.documents.register import next_serial, register_number
from zhixing.documents.written import correction_of, entry_of, write
from zhixing.law.texts import say
from zhixing.parties.protection import decrypt_bytes, encrypt_bytes
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier
from zhixing.record.paper import PaperKind


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
        file=_keep(dossier.court, printed),
        sha256=printed.sha256,
        pages=printed.pages,
        made_at=clock.now(),
    )


def _keep(court: str, printed: Printed) -> str:
    """Names in it are as personal as identities, so the file is encrypted like them."""
    place = f"documents/{court}/{printed.sha256[:2]}/{printed.sha256}"
    return default_storage.save(place, ContentFile(encrypt_bytes(printed.content)))


def content(document: Document) -> bytes:
    """The PDF as it was made; a lost file is made anew if the record still tells the same. Raises Changed, CannotPrint."""
    if not default_storage.exists(document.file):
        return remake(document)
    with default_storage.open(document.file) as file:
        found = decrypt_bytes(file.read())
    if hashlib.sha256(found).hexdigest() != document.sha256:
        raise Changed(document, lost=False)
    return found


def remake(document: Document) -> bytes:
    """The document written and printed anew, which must be what was made. Raises Changed, CannotPrint."""
    dossier = door.read(document.dossier_id)
    register = register_number(document.court, PaperKind(document.kind), document.year, document.serial)
    printed = printing.pdf(write(dossier, document.seq, correction=document.correction, register=register))
    if printed.sha256 != document.sha256:
        raise Changed(document, lost=True)
    document.file = _keep(document.court, printed)
    document.save(update_fields=["file"])
    return printed.content
