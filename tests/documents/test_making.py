"""Documents made through the outbox and on first look: once, numbered without gaps, encrypted at rest, the same bytes again."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import cast

import msgspec
import pytest
from django.core.files.storage import default_storage
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from zhixing.cases.acts.notice import EnforcementNoticeIssued, PropertyReportOrdered
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.documents import efile, printing
from zhixing.documents.making import Changed, content, make, remake
from zhixing.documents.models import Document, RegisterCounter
from zhixing.documents.printing import CannotPrint
from zhixing.documents.written import NoDocument, Shown, write
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.record import door, outbox
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.dossier import Actor
from zhixing.record.models import Outgoing
from zhixing.record.power import Power
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.taking_over import Stated, TakenFile, take_over
from zhixing.registers.acts import CaseTakenOver

pytestmark = pytest.mark.django_db
IDENTITY = "50999919850101001"  # what the invented applicant's number begins with


@pytest.fixture
def case() -> int:
    """A case with notice and order, suspended and resumed, suspended again."""
    begin()
    number = assigned()
    officer, director = who("officer1"), who("director")
    (debtor,) = (part.party for part in parties_of(door.read(number), Role.DEBTOR, TODAY))
    told = [EnforcementNoticeIssued(to=(debtor,)), PropertyReportOrdered(to=(debtor,))]
    door.enter_all(number, [door.Step(act=act, by=officer, on=TODAY) for act in told])
    rests = Suspended(ground=SuspensionGround.APPLICANT_DEFERS)
    for _ in range(2):
        door.enter_all(number, [door.Step(act=rests, by=officer, on=TODAY, approved_by=director)])
        door.enter(number, Resumed(reason="申请人要求恢复"), officer, on=TODAY)
    return number


@pytest.fixture
def unprintable(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A machine without the papers' font."""

    def lacking() -> None:
        raise CannotPrint("字体 Noto Serif CJK SC")

    monkeypatch.setattr(printing, "check_machine", lacking)
    yield monkeypatch
    monkeypatch.undo()


def texts(found: bytes) -> str:
    """All text of a PDF, without blanks."""
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(found)).pages).split())


def documents(number: int) -> list[Document]:
    return list(Document.objects.filter(dossier_id=number).order_by("seq"))


def test_the_worker_makes_what_acts_ask_for_once(case: int) -> None:
    outbox.work()
    outbox.work()  # what the first round entered: the letter with the code to report on line
    made = documents(case)
    assert [each.name for each in made] == [
        "执行风险告知书",
        "受理通知书",
        "执行通知书",
        "报告财产令",
        "中止执行裁定书",
        "恢复执行通知书",
        "中止执行裁定书",
        "恢复执行通知书",
        "网上报告财产告知书",
    ]
    Outgoing.objects.filter(kind="document").update(done_at=None)
    outbox.work()
    assert documents(case) == made


def test_later_rulings_are_numbered_and_the_register_has_no_gaps(case: int) -> None:
    outbox.work()
    rulings = [each for each in documents(case) if each.kind == "ruling"]
    assert [each.number for each in rulings] == ["（2017）渝0235执1号", "（2017）渝0235执1号之一"]
    notices = [each.serial for each in documents(case) if each.kind == "notice"]
    assert notices == list(range(1, len(notices) + 1))
    assert RegisterCounter.objects.get(court=COURT, kind="notice", year=2017).last == len(notices)


def test_a_failure_gives_the_register_number_back(case: int, unprintable: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotPrint, match="apt-get install"):
        make(door.read(case), 8)
    unprintable.undo()
    assert make(door.read(case), 8).serial == 1


def test_what_is_kept_is_encrypted_and_its_hash_is_that_of_the_pdf(case: int) -> None:
    found = make(door.read(case), 8)
    with default_storage.open(found.file) as file:
        assert not file.read().startswith(b"%PDF")
    pdf = content(found)
    assert pdf.startswith(b"%PDF") and hashlib.sha256(pdf).hexdigest() == found.sha256
    assert len(PdfReader(io.BytesIO(pdf)).pages) == found.pages
    assert "李大山：" in texts(pdf) and "二〇一七年三月三日" in texts(pdf)


def test_a_lost_file_is_made_anew_with_the_same_bytes(case: int) -> None:
    found = make(door.read(case), 8)
    before = content(found)
    default_storage.delete(found.file)
    assert content(found) == before
    assert content(Document.objects.get(pk=found.pk)) == before


def test_what_the_record_no_longer_tells_is_refused_and_not_replaced(case: int) -> None:
    found = make(door.read(case), 8)
    Party.objects.filter(name="李大山").update(name="李小山")
    with pytest.raises(Changed, match="校验值不符"):
        remake(found)
    assert "李大山" in texts(content(found))


def test_an_altered_file_is_not_handed_out(case: int) -> None:
    found, other = make(door.read(case), 8), make(door.read(case), 6)
    Document.objects.filter(pk=found.pk).update(file=other.file)
    with pytest.raises(Changed):
        content(Document.objects.get(pk=found.pk))


def test_a_failed_making_keeps_its_error_holds_nothing_up_and_is_tried_again(
    case: int, unprintable: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotPrint):
        outbox.work()
    waiting = Outgoing.objects.filter(kind="document", done_at=None, attempts=1)
    assert waiting.count() == 8
    assert "字体" in waiting[0].error
    assert not Outgoing.objects.filter(kind="notice", done_at=None).exists()
    unprintable.undo()
    outbox.work()
    assert len(documents(case)) == 9  # and the letter with the code to report on line


def test_of_the_past_nothing_is_made_until_somebody_looks(case: int) -> None:
    for row in Outgoing.objects.filter(kind="document"):
        row.put_at -= timedelta(days=40)
        row.save()
    outbox.work()
    assert documents(case) == [] and efile.missing(door.read(case))
    assert make(door.read(case), 8).number == "（2017）渝0235执1号"


def test_without_pango_a_sentence_says_what_to_install(case: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(CannotPrint, match="libpango"):
        make(door.read(case), 8)
    assert documents(case) == []


def test_an_act_without_document_makes_none(case: int) -> None:
    with pytest.raises(NoDocument):
        make(door.read(case), 1)


def test_the_file_is_pdf_a_with_its_fonts_inside(case: int) -> None:
    reader = PdfReader(io.BytesIO(content(make(door.read(case), 8))))
    xmp = reader.xmp_metadata
    assert xmp is not None
    stated = xmp.rdf_root.toxml()
    assert re.search(r'pdfaid:part(="|>)2', stated) and re.search(r'pdfaid:conformance(="|>)B', stated)
    pages = [cast(DictionaryObject, page["/Resources"]) for page in reader.pages]
    fonts = [font.get_object() for each in pages for font in cast(DictionaryObject, each["/Font"]).values()]
    assert fonts
    for font in fonts:
        (inner,) = cast(ArrayObject, cast(DictionaryObject, font)["/DescendantFonts"])
        described = cast(DictionaryObject, cast(DictionaryObject, inner.get_object())["/FontDescriptor"])
        assert {"/FontFile2", "/FontFile3"} & set(described)


def test_papers_to_parties_name_in_full_previews_veil_and_the_public_sees_no_name(case: int) -> None:
    dossier = door.read(case)
    seq = next(entry.seq for entry in dossier.recorded if isinstance(entry.act, Suspended))

    def told(shown: Shown) -> str:
        return printing.html(write(dossier, seq, shown=shown))

    assert IDENTITY in told(Shown.FULL) and "李大山" in told(Shown.FULL)
    assert IDENTITY not in told(Shown.VEILED) and "李大山" in told(Shown.VEILED)
    assert IDENTITY not in told(Shown.PUBLIC) and "李大山" not in told(Shown.PUBLIC)
    assert "李某某" in told(Shown.PUBLIC)


def corrected(case: int, seq: int, right: Act | None) -> int:
    """Correct an entry, or take it away (None); the correction's place."""
    raw = msgspec.Raw(msgspec.json.encode(right))
    act = Corrected(entry=seq, reason="笔误", act=raw)
    step = door.Step(act=act, by=who("officer1"), on=TODAY, approved_by=who("director"))
    return door.enter_all(case, [step])[-1].seq


def test_what_was_corrected_before_it_was_made_tells_the_correction(case: int) -> None:
    seq = door.read(case).head
    correction = corrected(case, seq, Resumed(reason="双方已履行和解"))
    found = make(door.read(case), seq)
    assert found.correction == correction
    assert "因双方已履行和解，" in texts(content(found))
    default_storage.delete(found.file)
    assert "因双方已履行和解，" in texts(content(found))


def test_what_was_corrected_afterwards_stays_as_it_was_sent_and_says_so(case: int) -> None:
    seq = door.read(case).head
    found = make(door.read(case), seq)
    corrected(case, seq, Resumed(reason="双方已履行和解"))
    assert "因申请人要求恢复，" in texts(content(make(door.read(case), seq)))
    assert remake(found) == content(found)
    (volume,) = efile.volumes(door.read(case))
    assert [item.seq for item in volume.items if item.outdated] == [seq]


def test_of_an_act_taken_away_nothing_is_made(case: int) -> None:
    seq = door.read(case).head
    corrected(case, seq, None)
    with pytest.raises(NoDocument):
        make(door.read(case), seq)
    assert seq not in efile.missing(door.read(case))
    (volume,) = efile.volumes(door.read(case))
    assert seq not in [item.seq for item in volume.items]


def test_papers_of_a_history_taken_over_were_made_elsewhere_and_count_for_the_numbers(case: int) -> None:
    number = "（2016）渝0235执7号"
    stated = [
        Stated(entry.act, entry.on, {**entry.facts, "case-number": number})
        for entry in door.read(case).entries
    ]
    system = Actor(kind="system", id=0, name="系统", court=COURT, powers=(Power.SYSTEM.value,))
    act = CaseTakenOver(number=number, source="a.csv", stated=len(stated), digest="0" * 64)
    (taken,) = take_over([TakenFile(COURT, door.Step(act=act, by=system, on=TODAY), stated)])
    assert efile.missing(taken) == [] and efile.volumes(taken) == ()
    with pytest.raises(NoDocument):
        make(taken, 9)
    later = Suspended(ground=SuspensionGround.APPLICANT_DEFERS)
    at = taken.recorded[0].recorded_at + timedelta(seconds=5)
    step = door.Step(act=later, by=who("officer1"), on=TODAY, approved_by=who("director"), at=at)
    entry = door.enter_all(taken.id, [step])[-1]
    assert efile.missing(door.read(taken.id)) == [entry.seq]
    assert make(door.read(taken.id), entry.seq).number == f"{number}之二"


def test_another_court_sees_no_row(case: int) -> None:
    make(door.read(case), 8)
    see([OTHER_COURT])
    assert not Document.objects.exists() and not RegisterCounter.objects.exists()
    see(EVERY_COURT)
    assert Document.objects.count() == 1


def test_pages_run_through_a_volume_and_stop_at_what_is_not_made(case: int) -> None:
    dossier = door.read(case)
    make(dossier, 6)
    (volume,) = efile.volumes(dossier)
    assert volume.items[0].first == 1 and volume.items[1].document is None and not volume.complete
    assert all(item.first is None for item in volume.items[1:])
    for seq in efile.missing(dossier):
        make(dossier, seq)
    (volume,) = efile.volumes(dossier)
    assert volume.complete
    expected = 1
    for item in volume.items:
        assert item.document and item.first == expected
        expected += item.document.pages
    assert [item.on for item in volume.items] == sorted(item.on for item in volume.items)
