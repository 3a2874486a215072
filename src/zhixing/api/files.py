"""Files kept with acts: sent first, then named by their SHA-256 in an act; handed out to whoever may see the dossier."""

from __future__ import annotations

from collections.abc import Sequence, Set

from zhixing.api.file_shapes import FileContent, FileOut, SealedOut, SealIdentifier, SendFile
from zhixing.api.problem import Problem, not_found
from zhixing.api.routing import Answer, Ask, Route, taken
from zhixing.api.saying import said
from zhixing.record import sealed
from zhixing.record.act import Act
from zhixing.record.files import Damaged, NotKept, content_of, file_in, keep, objection
from zhixing.record.models import StoredFile


def send(ask: Ask) -> Answer:
    """Keep a file for one of the token's courts; the same file again answers the one that is there."""
    given = taken(ask.body, SendFile)
    _own_court(ask, given.court)
    try:
        kept = keep(given.court, given.name, given.content, ask.holder.officer.pk)
    except NotKept as error:
        raise Problem(422, "not-kept", "文件不能保存", said(error.text), at="$.content") from error
    return Answer(_out(kept), status=201)


def _own_court(ask: Ask, court: str) -> None:
    if court not in ask.holder.courts:
        raise Problem(
            403,
            "beyond-token",
            "令牌不及",
            f"应为令牌可以办理的法院之一：{'、'.join(ask.holder.courts)}",
            at="$.court",
        )


def seal_identifier(ask: Ask) -> Answer:
    """Keep an identifier encrypted for one of the token's courts; its keyed hash is the same whenever it is sent."""
    given = taken(ask.body, SealIdentifier)
    _own_court(ask, given.court)
    if not sealed.tidied(given.text):
        raise Problem(422, "not-kept", "识别号不能保存", "识别号是空白的，请写明账号、证号等", at="$.text")
    token = sealed.seal(given.court, given.text)
    return Answer(SealedOut(given.court, token, sealed.masked(given.court, [token])[token]), status=201)


def _out(file: StoredFile) -> FileOut:
    return FileOut(file.court, file.sha256, file.name, file.media_type, file.size)


def fetch(ask: Ask) -> Answer:
    """A file that an act of the dossier names."""
    dossier = ask.dossier()
    file = file_in(dossier, ask.places["sha256"])
    if file is None:
        raise not_found("本卷没有这个附件")
    try:
        return Answer(FileContent(_out(file), content_of(file)), head=dossier.head)
    except Damaged as error:
        raise Problem(409, "impossible", "不能这样办", said(error.text)) from error


def must_be_kept(court: str, acts: Sequence[Act], *, besides: Set[str] = frozenset()) -> None:
    """Raise Problem when an act names a file that the court does not have, `besides` these."""
    lacking = objection(court, acts, besides=besides)
    if lacking is not None:
        raise Problem(422, "no-such-file", "附件不存在", said(lacking), at="$.acts")


ROUTES = (
    Route(
        "POST",
        "/files",
        "保存附件，得到行为里要写的校验值",
        send,
        FileOut,
        SendFile,
        status=201,
        writes=True,
        begins=True,
        bulky=True,
    ),
    Route(
        "POST",
        "/identifiers",
        "加密保存识别号（账号、证号等），得到行为里要写的加密值",
        seal_identifier,
        SealedOut,
        SealIdentifier,
        status=201,
        writes=True,
        begins=True,
    ),
    Route("GET", "/cases/{number}/files/{sha256}", "取出卷内的附件", fetch, FileContent),
)
