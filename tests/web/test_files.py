"""Files kept with acts: sent with a form, kept once, encrypted, handed out to those who may see the dossier and nobody else."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.acts import Corrected, Proposed
from zhixing.record.file_kinds import FileKind, kind_of
from zhixing.record.files import NotKept, keep
from zhixing.record.models import Look, StoredFile
from zhixing.record.questions import pending
from zhixing.record.scope import EVERY_COURT, see, seeing
from zhixing.web.uploads import NOT_YET

pytestmark = pytest.mark.django_db
PDF = "%PDF-1.7\n回执：赵小川签收\n".encode()
DIGEST = hashlib.sha256(PDF).hexdigest()
TAG = ServiceAttempted.tag()


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def client(username: str = "0235.officer1") -> Client:
    """A browser of that officer."""
    browser = Client()
    browser.force_login(Officer.objects.get(username=username))
    return browser


def form(case: int, **more: object) -> dict[str, object]:
    """The form of a letter that came back."""
    see(EVERY_COURT)
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, TODAY))
    return {
        "on": TODAY.isoformat(),
        "document": "other",
        "to": str(debtor),
        "method": "mail",
        "outcome": "returned",
        "sent_on": "2017-06-01",
        "why_not": "收件人外出",
        **more,
    }


def upload(content: bytes = PDF, name: str = "回执.pdf") -> SimpleUploadedFile:
    """A chosen file."""
    return SimpleUploadedFile(name, content)


def send(case: int, **more: object) -> str:
    """Enter the act by its form; the page that answers, empty when it was entered."""
    answer = client().post(f"/cases/{case}/acts/{TAG}/", form(case, **more))
    assert answer.status_code in (302, 422)
    see(EVERY_COURT)
    return "" if answer.status_code == 302 else answer.content.decode()


def proof(case: int) -> str | None:
    """The file of the newest attempt in the record."""
    see(EVERY_COURT)
    found = door.read(case).last(ServiceAttempted)
    return found.act.proof if found else None


def packed(*names: str) -> bytes:
    """A package with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PDF, ".pdf"),
        (b"\xff\xd8\xff\xe0 jpeg", ".jpg"),
        (b"\x89PNG\r\n\x1a\n png", ".png"),
        (b"\x00\x00\x00\x18ftypmp42", ".mp4"),
        (packed("[Content_Types].xml", "word/document.xml"), ".docx"),
        (packed("xl/workbook.xml"), ".xlsx"),
        (packed("OFD.xml"), ".ofd"),
        ("中文".encode(), ".txt"),
        ("中文".encode("gb18030"), ".txt"),
    ],
    ids=["pdf", "jpeg", "png", "mp4", "docx", "xlsx", "ofd", "utf-8", "gb18030"],
)
def test_a_file_is_known_by_what_is_in_it(content: bytes, ending: str) -> None:
    found = kind_of(content)
    assert isinstance(found, FileKind) and found.named("文件.exe") == f"文件.exe{ending}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空的"),
        (b"MZ\x90\x00\x03 program", "不能保存这种文件"),
        (b"\xd0\xcf\x11\xe0 old", "旧式 Office"),
        (packed("a.txt"), "不保存压缩包"),
        (packed("word/document.xml", "word/vbaProject.bin"), "宏"),
        (packed("word/document.xml")[:40], "不完整"),
    ],
    ids=["empty", "program", "old office", "archive", "macros", "cut off"],
)
def test_what_cannot_be_kept_says_why(content: bytes, why: str) -> None:
    assert why in str(kind_of(content))


def test_a_name_is_made_harmless() -> None:
    found = kind_of(PDF)
    assert isinstance(found, FileKind)
    assert found.named("../../etc/回\x00执.PDF") == "回执.PDF"
    assert found.named("..") == "附件.pdf"
    assert len(found.named("长" * 500 + ".pdf")) <= 120


def test_a_file_sent_with_an_act_is_kept_encrypted_and_handed_out_again(case: int) -> None:
    assert send(case, **{"proof@file": upload()}) == ""
    assert proof(case) == DIGEST
    kept = StoredFile.objects.get(sha256=DIGEST)
    assert (kept.court, kept.name, kept.size, kept.kept_by) == (
        COURT,
        "回执.pdf",
        len(PDF),
        who("officer1").id,
    )
    assert PDF not in Path(default_storage.path(kept.place)).read_bytes()
    page = client().get(f"/cases/{case}/").content.decode()
    assert f'<a href="/cases/{case}/files/{DIGEST}/">回执.pdf（1 KB）</a>' in page
    answer = client("0235.judge").get(f"/cases/{case}/files/{DIGEST}/")
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf" and answer["X-Content-Type-Options"] == "nosniff"
    assert (
        answer["Content-Disposition"].startswith("attachment")
        and "sandbox" in answer["Content-Security-Policy"]
    )
    see(EVERY_COURT)
    assert Look.objects.filter(dossier_id=case, page__contains=DIGEST, officer=who("judge").id).exists()


def test_another_court_sees_neither_file_nor_row(case: int) -> None:
    send(case, **{"proof@file": upload()})
    assert client("0236.officer1").get(f"/cases/{case}/files/{DIGEST}/").status_code == 404
    with seeing([OTHER_COURT]):
        assert not StoredFile.objects.exists()


def test_a_file_that_no_act_of_the_dossier_names_is_not_handed_out(case: int) -> None:
    see(EVERY_COURT)
    keep(COURT, "别案.pdf", PDF, who("officer1").id)
    assert client().get(f"/cases/{case}/files/{DIGEST}/").status_code == 404


def test_a_form_that_comes_back_still_has_its_file(case: int) -> None:
    page = send(case, sent_on="六月", **{"proof@file": upload()})
    assert "已上传 回执.pdf" in page and f'value="{DIGEST}" checked' in page
    assert proof(case) is None
    assert send(case, proof=DIGEST) == ""
    assert proof(case) == DIGEST


def test_a_dry_run_keeps_nothing(case: int) -> None:
    with_content = client().post(f"/cases/{case}/acts/{TAG}/?dry=1", form(case, **{"proof@file": upload()}))
    with_name = client().post(f"/cases/{case}/acts/{TAG}/?dry=1", form(case, **{"proof@file": "回执.pdf"}))
    assert "可以办理" in with_content.content.decode() and "可以办理" in with_name.content.decode()
    assert not StoredFile.objects.exists()
    wrong = (
        client()
        .post(f"/cases/{case}/acts/{TAG}/?dry=1", form(case, **{"proof@file": upload(b"MZ\0")}))
        .content.decode()
    )
    assert "不能保存这种文件" in wrong


def test_the_name_alone_is_never_entered(case: int) -> None:
    assert send(case, **{"proof@file": "回执.pdf"}) == ""
    assert proof(case) is None
    assert "附件不存在" in send(case, proof=NOT_YET)


def test_a_hash_of_no_file_of_this_court_is_refused(case: int) -> None:
    see(EVERY_COURT)
    keep(OTHER_COURT, "别院.pdf", PDF, who("officer1", OTHER_COURT).id)
    assert "附件不存在" in send(case, proof=DIGEST)
    assert proof(case) is None


def test_a_wrong_or_too_large_file_is_refused_in_words(case: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "请转换后再传" in send(case, **{"proof@file": upload(b"\x00\x01\x02")})
    monkeypatch.setattr(settings, "LARGEST_FILE", 1024 * 1024)
    assert "文件超过 1 MB" in send(case, **{"proof@file": upload(PDF + b"." * 1024 * 1024)})
    with pytest.raises(NotKept):
        keep(COURT, "大.pdf", PDF + b"." * 1024 * 1024, 1)
    assert not StoredFile.objects.exists() and proof(case) is None


def test_the_same_file_is_kept_once(case: int) -> None:
    send(case, **{"proof@file": upload()})
    send(case, **{"proof@file": upload(name="另一个名字.pdf")})
    assert [each.name for each in StoredFile.objects.all()] == ["回执.pdf"]


def test_a_lost_or_altered_file_is_said_to_be_so(case: int) -> None:
    send(case, **{"proof@file": upload()})
    place = Path(default_storage.path(StoredFile.objects.get().place))
    for damage in (lambda: place.write_bytes(place.read_bytes()[:-1] + b"?"), place.unlink):
        damage()
        answer = client().get(f"/cases/{case}/files/{DIGEST}/", follow=True)
        assert "已丢失或被改动" in answer.content.decode()


def test_a_correction_brings_a_file_that_its_approver_can_open(case: int) -> None:
    assert send(case) == ""
    see(EVERY_COURT)
    seq = door.read(case).head
    answer = client().post(
        f"/cases/{case}/entries/{seq}/correct/", form(case, reason="补传回执", **{"proof@file": upload()})
    )
    assert answer.status_code == 302
    see(EVERY_COURT)
    (waiting,) = pending(door.read(case))
    assert isinstance(waiting.entry.act, Proposed) and isinstance(waiting.act, Corrected)
    assert client("0235.director").get(f"/cases/{case}/files/{DIGEST}/").content == PDF
