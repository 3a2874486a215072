"""The e-file in the pages: who may open it, what a first look does, previews that keep nothing, whole volumes, Word files."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from docx import Document as WordDocument
from pypdf import PdfReader

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, parties, received, who
from zhixing.cases.acts.filing import Filed
from zhixing.documents import printing
from zhixing.documents.making import remake
from zhixing.documents.models import Document, RegisterCounter
from zhixing.documents.printing import CannotPrint
from zhixing.people.models import Officer
from zhixing.record import door, outbox
from zhixing.record.models import Look, Outgoing
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
NOTICE = "cases.enforcement_notice_issued"


@pytest.fixture
def case() -> int:
    """A case in hand; its notices of risk and acceptance wait in the outbox."""
    begin()
    return assigned()


def client(seat: str, court: str = COURT) -> Client:
    """An officer of a court, signed in."""
    found = Client()
    found.force_login(Officer.objects.get(username=f"{court.removeprefix('渝')}.{seat}"))
    return found


def texts(found: bytes) -> str:
    """All text of a PDF, without blanks."""
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(found)).pages).split())


def test_the_first_look_makes_the_document_and_is_logged(case: int) -> None:
    answer = client("officer1").get(f"/cases/{case}/documents/8.pdf")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/pdf"
    assert "受理通知书" in texts(answer.content) and "（2017）渝0235执1号" in texts(answer.content)
    see(EVERY_COURT)
    assert Document.objects.get(dossier_id=case).seq == 8
    look = Look.objects.filter(dossier_id=case).latest("at")
    assert look.page == f"/cases/{case}/documents/8.pdf" and look.officer == who("officer1").id


def test_every_look_answers_the_same_bytes(case: int) -> None:
    seat = client("officer1")
    first, second = (seat.get(f"/cases/{case}/documents/8.pdf").content for _ in range(2))
    assert first == second


def test_a_paper_is_chinese_whatever_language_its_first_reader_has_chosen(case: int) -> None:
    seat = client("officer1")
    paper = seat.get(f"/cases/{case}/documents/8.pdf", headers={"Accept-Language": "en"}).content
    assert "重庆市云阳县人民法院受理通知书" in texts(paper) and not re.search("[a-z]{3}", texts(paper))
    assert (
        "Catalogue"
        in seat.get(f"/cases/{case}/documents/", headers={"Accept-Language": "en"}).content.decode()
    )
    see(EVERY_COURT)
    assert remake(Document.objects.get()) == paper


@pytest.mark.parametrize("path", ["", "8.pdf", "8.docx", "volume-main.pdf"])
def test_another_court_cannot_open_any_of_it(case: int, path: str) -> None:
    assert client("officer1", OTHER_COURT).get(f"/cases/{case}/documents/{path}").status_code == 404
    see(EVERY_COURT)
    assert not Document.objects.exists()


@pytest.mark.parametrize("path", ["1.pdf", "999.pdf", "volume-none.pdf"])
def test_what_is_not_there_is_not_found(case: int, path: str) -> None:
    assert client("officer1").get(f"/cases/{case}/documents/{path}").status_code == 404


def test_another_form_than_pdf_or_word_is_not_found(case: int) -> None:
    assert client("officer1").get(f"/cases/{case}/documents/8.exe").status_code == 404


def test_the_word_file_says_what_the_pdf_says(case: int) -> None:
    answer = client("officer1").get(f"/cases/{case}/documents/8.docx")
    word = WordDocument(io.BytesIO(answer.content))
    told = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert told[:4] == ["重庆市云阳县人民法院", "受理通知书", "（2017）渝0235执1号", "李大山："]
    assert told[-1] == "二〇一七年三月三日（院印）"
    pdf = texts(client("officer1").get(f"/cases/{case}/documents/8.pdf").content)
    assert all("".join(line.split()) in pdf for line in told[:-1])


def test_the_case_page_says_what_waits_to_be_made_and_links_what_was(case: int) -> None:
    seat = client("officer1")
    assert "待生成" in seat.get(f"/cases/{case}/").content.decode()
    see(EVERY_COURT)
    outbox.work()
    page = seat.get(f"/cases/{case}/").content.decode()
    assert "待生成" not in page and f"/cases/{case}/documents/8.pdf" in page and "卷宗目录" in page


def test_the_catalogue_lists_pages_and_the_volume_holds_them_in_order(case: int) -> None:
    see(EVERY_COURT)
    outbox.work()
    seat = client("officer1")
    page = seat.get(f"/cases/{case}/documents/").content.decode()
    assert page.index("执行风险告知书") < page.index("受理通知书")
    see(EVERY_COURT)
    pages = sum(Document.objects.values_list("pages", flat=True))
    volume = seat.get(f"/cases/{case}/documents/volume-main.pdf").content
    assert len(PdfReader(io.BytesIO(volume)).pages) == 1 + pages
    assert "卷宗目录（正卷）" in texts(volume)
    reader = PdfReader(io.BytesIO(volume))
    assert [page.extract_text().split()[-1] for page in reader.pages[1:]] == [
        str(n + 1) for n in range(pages)
    ]
    assert [str(item["/Title"]) for item in reader.outline if isinstance(item, dict)] == [
        "卷宗目录",
        "执行风险告知书",
        "受理通知书",
    ]
    assert seat.get(f"/cases/{case}/documents/volume-main.pdf").content == volume


def test_a_volume_that_lacks_a_document_is_not_handed_out(case: int) -> None:
    answer = client("officer1").get(f"/cases/{case}/documents/volume-main.pdf")
    assert answer.status_code == 302 and answer.headers["Location"] == f"/cases/{case}/documents/"


def test_where_nothing_can_be_printed_the_page_says_what_to_install(
    case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking() -> None:
        raise CannotPrint("字体 Noto Serif CJK SC")

    monkeypatch.setattr(printing, "check_machine", lacking)
    page = client("officer1").get(f"/cases/{case}/documents/8.pdf", follow=True).content.decode()
    assert "fonts-noto-cjk" in page and "待生成" in page


def test_what_failed_for_good_can_be_asked_for_again(case: int) -> None:
    Outgoing.objects.filter(kind="document").update(attempts=8, error="字体没有安装")
    seat = client("officer1")
    assert "字体没有安装" in seat.get(f"/cases/{case}/documents/").content.decode()
    seat.post(f"/cases/{case}/documents/again/")
    see(EVERY_COURT)
    outbox.work()
    assert Document.objects.filter(dossier_id=case).count() == 2


def test_a_preview_shows_the_paper_and_keeps_nothing(case: int) -> None:
    debtor = parties()[1]
    head = door.read(case).head
    form = {"on": TODAY.isoformat(), "to": [str(debtor)], "perform_within": "3", "listing_risk_stated": "on"}
    form |= {"delay_interest_stated": "on", "1:to": [str(debtor)], "1:days": "10"}
    answer = client("officer1").post(f"/cases/{case}/acts/{NOTICE}/preview/", form)
    assert answer.status_code == 200, answer.content.decode()[:500]
    found = texts(answer.content)
    assert "预览" in found and "执行通知书" in found and "赵小川" in found
    see(EVERY_COURT)
    assert door.read(case).head == head
    assert not Document.objects.exists() and not RegisterCounter.objects.exists()


def test_a_preview_of_what_may_not_be_done_says_why(case: int) -> None:
    applicant = parties()[0]
    answer = client("officer1").post(
        f"/cases/{case}/acts/cases.suspended/preview/", {"on": TODAY.isoformat(), "ground": "other"}
    )
    assert answer.status_code == 422 and "不能预览" in answer.content.decode()
    nobody = client("accountant").post(
        f"/cases/{case}/acts/cases.clues_asked/preview/", {"on": TODAY.isoformat(), "to": [str(applicant)]}
    )
    assert nobody.status_code == 422


def test_before_filing_the_document_bears_the_register_number_alone() -> None:
    begin()
    number = received()
    page = client("filing").get(f"/cases/{number}/documents/6.pdf").content
    assert "渝0235通2017-000001" in texts(page) and "执1号" not in texts(page)
    see(EVERY_COURT)
    door.enter(number, Filed(), who("filing"), on=TODAY)
    client("filing").get(f"/cases/{number}/documents/8.pdf")
    see(EVERY_COURT)
    assert [each.number for each in Document.objects.order_by("seq")] == ["", "（2017）渝0235执1号"]
