"""Files kept with acts: a paper, a picture, a recording to which an act points by its SHA-256.

The act holds the hash, so the record proves which file was meant; the file lies encrypted in the storage, outside the database.
A file belongs to a court and is kept once however often it is sent. Whether an act may name a file is asked at the faces, page
and API, where files come in; the door itself takes what the acts say, as it must for records taken over from elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence, Set
from datetime import datetime

import msgspec
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from zhixing.law.texts import Text, say
from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.acts import Corrected, Proposed
from zhixing.record.dossier import Dossier
from zhixing.record.encryption import FileDamaged, Unreadable, put_away, take_out, throw_away
from zhixing.record.fields import held
from zhixing.record.file_kinds import FileKind, kind_of
from zhixing.record.models import StoredFile

FOLDER = "kept"


class NotKept(ValueError):
    """A file that cannot be kept; the message says why and how to mend it."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class Damaged(RuntimeError):
    """A kept file that can no longer be read as it was sent; the message says what to do."""

    def __init__(self, name: str) -> None:
        self.text = say(
            "文件“{name}”已丢失或被改动，与入卷时的校验值不符，未予提供。请用备份恢复文件目录 var/files。",
            name=name,
        )
        super().__init__(str(self.text))


def check(content: bytes) -> FileKind:
    """What kind of file this is. Raises NotKept."""
    if len(content) > settings.LARGEST_FILE:
        raise too_large()
    kind = kind_of(content)
    if not isinstance(kind, FileKind):
        raise NotKept(kind)
    return kind


def too_large() -> NotKept:
    """The refusal of a file beyond the installation's limit."""
    return NotKept(say("文件超过 {most} MB，请压缩或分开后再传", most=settings.LARGEST_FILE // (1024 * 1024)))


def keep(court: str, name: str, content: bytes, by: int) -> StoredFile:
    """Keep a file of a court, sent by an officer; the same file again answers the one that is there. Raises NotKept."""
    kind = check(content)
    sha256 = hashlib.sha256(content).hexdigest()
    found = StoredFile.objects.filter(court=court, sha256=sha256).first()
    if found is not None and StoredFile.objects.filter(pk=found.pk).update(kept_at=clock.now()):
        return found  # else the nightly job threw it away just now
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                court=court,
                sha256=sha256,
                name=kind.named(name),
                media_type=kind.media_type,
                size=len(content),
                place=put_away(FOLDER, court, content),
                kept_by=by,
                kept_at=clock.now(),
            )
    except IntegrityError:  # another sent it meanwhile
        return StoredFile.objects.get(court=court, sha256=sha256)


def content_of(file: StoredFile) -> bytes:
    """The file as it was sent. Raises Damaged."""
    try:
        return take_out(file.place, file.sha256)
    except (FileDamaged, Unreadable) as error:
        raise Damaged(file.name) from error


def named_by(act: msgspec.Struct) -> set[str]:
    """The hashes of the files that an act names."""
    return {each for each in held(act, "file") if isinstance(each, str)}


def files_named(court: str, acts: Iterable[msgspec.Struct]) -> dict[str, StoredFile]:
    """Hash → file, of the files that these acts of the court name and that are kept."""
    hashes = {each for act in acts for each in named_by(act)}
    if not hashes:
        return {}
    return {each.sha256: each for each in StoredFile.objects.filter(court=court, sha256__in=hashes)}


def objection(court: str, acts: Sequence[msgspec.Struct], *, besides: Set[str] = frozenset()) -> Text | None:
    """What stands against entering these acts: a file that they name and the court does not have, `besides` these."""
    hashes = {each for act in acts for each in named_by(act)}
    lacking = hashes - set(files_named(court, acts)) - besides
    if not lacking:
        if hashes:  # takes the rows, so that the nightly job waits for this act and then leaves them
            StoredFile.objects.filter(court=court, sha256__in=hashes).update(kept_at=clock.now())
        return None
    return say("附件不存在（{digest}…）：请先上传文件", digest=min(lacking)[:12])


# Every hash that an act holds, also inside proposals and corrections, stands in its bytes as text.
UNNAMED = """
    WITH named AS MATERIALIZED (
        SELECT DISTINCT act.court, found[1] AS sha256
        FROM record_act act, regexp_matches(convert_from(act.body, 'UTF8'), '"([0-9a-f]{64})"', 'g') found
    )
    SELECT file.id FROM record_file file
    WHERE file.kept_at < %s
      AND NOT EXISTS (SELECT FROM named WHERE named.court = file.court AND named.sha256 = file.sha256)
"""


def throw_away_unnamed(before: datetime) -> int:
    """Throw away the files kept before that moment that no act names, since theirs was refused; how many. Reads every act once.

    What the connection may not see is not thrown away. A file sent again or named meanwhile is younger, and stays.
    """
    if not StoredFile.objects.filter(kept_at__lt=before).exists():
        return 0
    with connection.cursor() as cursor:
        cursor.execute(UNNAMED, [before])
        numbers = [number for (number,) in cursor.fetchall()]
    thrown = 0
    for number in numbers:
        with transaction.atomic():
            row = StoredFile.objects.select_for_update().filter(pk=number, kept_at__lt=before).first()
            if row is not None:
                row.delete()
                throw_away(row.place)
                thrown += 1
    return thrown


def file_in(dossier: Dossier, sha256: str) -> StoredFile | None:
    """The file, if an act of the dossier names it, entered, corrected or only proposed."""
    if not any(sha256 in named_by(each) for each in _said(dossier)):
        return None
    return StoredFile.objects.filter(court=dossier.court, sha256=sha256).first()


def _said(dossier: Dossier) -> Iterable[Act]:
    for entry in dossier.recorded:
        yield from _with_inner(dossier, entry.act)


def _with_inner(dossier: Dossier, act: Act) -> Iterable[Act]:
    """An act, and those inside it: a proposal holds one, a correction may, and a correction is proposed."""
    yield act
    if isinstance(act, Proposed) or (isinstance(act, Corrected) and act.replaces):
        yield from _with_inner(dossier, dossier.decoded(act.act))
