"""Finding, exporting and working on many cases: search in any form, the list as a file, one act in several cases."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.cast import OTHER_COURT, assigned, begin
from zhixing.cases.acts.filing import LivelihoodFlagged
from zhixing.cases.models import CaseRow
from zhixing.languages.speaking import HAN
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.web.pages.bulk_page import many_acts
from zhixing.web.pages.case_export import COLUMNS

pytestmark = pytest.mark.django_db


def signed_in(username: str = "0235.officer1") -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=username))
    return client


@pytest.fixture
def cases() -> list[CaseRow]:
    """Two cases in hand."""
    begin()
    return [CaseRow.objects.get(dossier_id=assigned()) for _ in range(2)]


def heads(cases: list[CaseRow]) -> list[int]:
    """How many entries each case holds."""
    see(EVERY_COURT)
    return [door.read(case.dossier_id).head for case in cases]


def words(client: Client, text: str) -> str:
    return client.get("/search/", {"q": text, "part": "1"}).content.decode()


def test_a_number_in_any_form_opens_its_case(cases: list[CaseRow]) -> None:
    number = cases[0].number
    loose = number.replace("（", "(").replace("）", ") ").replace("号", "")
    for text in (number, loose):
        answer = signed_in().get("/search/", {"q": text})
        assert answer.headers["Location"] == f"/cases/{cases[0].dossier_id}/"


def test_search_finds_parties_causes_places_and_acts(cases: list[CaseRow]) -> None:
    client = signed_in()
    party = cases[0].dossier.case_parties.select_related("party").filter(role="debtor")[0].party
    assert f"/parties/{party.pk}/" in words(client, party.name)
    assert "/cases/?q=" in words(client, cases[0].cause)
    assert 'href="/"' in words(client, "工作台")
    assert "/catalogue/cases.filed/" in words(client, "立案")


def test_what_finds_nothing_teaches_how_to_ask(cases: list[CaseRow]) -> None:
    assert "案号可以只写" in words(signed_in(), "查无此人查无此案")


def test_search_shows_another_court_nothing(cases: list[CaseRow]) -> None:
    other = signed_in(f"{OTHER_COURT.removeprefix('渝')}.officer1")
    party = cases[0].dossier.case_parties.select_related("party").filter(role="debtor")[0].party
    for text in (cases[0].number, party.name, cases[0].cause):
        shown = words(other, text)
        assert (
            "/parties/" not in shown and f"/cases/{cases[0].dossier_id}/" not in shown and "?q=" not in shown
        )


def test_the_export_holds_what_the_list_shows_in_both_forms(cases: list[CaseRow]) -> None:
    client = signed_in()
    text = client.get("/cases/export.csv", {"q": cases[0].number}).getvalue()
    heading, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig")))
    assert heading == [column.heading for column in COLUMNS]
    assert [row[0] for row in rows] == [cases[0].number]
    every = client.get("/cases/export.xlsx")
    book = load_workbook(io.BytesIO(every.getvalue()), read_only=True)
    numbers = {row[0] for row in book["案件"].iter_rows(min_row=2, values_only=True)}
    assert numbers == {case.number for case in cases}
    filed = heading.index("立案日期")
    claimed = heading.index("申请标的（元）")
    told = {row[0]: (row[filed], row[claimed]) for row in book["案件"].iter_rows(min_row=2, values_only=True)}
    filed_on, amount = told[cases[0].number]
    assert isinstance(filed_on, datetime) and filed_on.date() == cases[0].filed_on
    assert isinstance(amount, int | float) and round(amount * 100) == cases[0].amount_claimed
    assert [row[0] for row in book["口径"].iter_rows(min_row=2, values_only=True)] == heading


def test_the_export_has_words_for_codes_in_the_language_of_its_reader(cases: list[CaseRow]) -> None:
    CaseRow.objects.filter(pk=cases[0].pk).update(livelihood="wages", closing_way="执行完毕")
    client = signed_in()
    lines = csv.DictReader(io.StringIO(client.get("/cases/export.csv").getvalue().decode("utf-8-sig")))
    told = {line["案号"]: line for line in lines}[cases[0].number]
    assert (told["涉民生"], told["结案方式"]) == ("追索劳动报酬", "执行完毕")
    client.post("/language/", {"language": "en"})
    book = load_workbook(io.BytesIO(client.get("/cases/export.xlsx").getvalue()), read_only=True)
    first, second = book.worksheets
    head, *rows = first.iter_rows(values_only=True)
    words = [head, *second.iter_rows(values_only=True)]
    assert not any(HAN.search(str(text)) for line in words for text in line)
    line = next(dict(zip(head, row, strict=True)) for row in rows if row[0] == cases[0].number)
    assert line["Livelihood"] == "Wages" and "(Debtor)" in str(line["Parties"])


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cases: list[CaseRow]) -> None:
    CaseRow.objects.filter(pk=cases[0].pk).update(cause="=HYPERLINK(1)")
    text = signed_in().get("/cases/export.csv").getvalue()
    assert "'=HYPERLINK(1)" in text.decode()
    book = load_workbook(io.BytesIO(signed_in().get("/cases/export.xlsx").getvalue()))
    cause = [column.heading for column in COLUMNS].index("案由") + 1
    cells = {each.value: each.data_type for (each,) in book["案件"].iter_rows(min_col=cause, max_col=cause)}
    assert cells["=HYPERLINK(1)"] in ("s", "inlineStr")


def test_no_act_offered_in_bulk_speaks_of_one_case() -> None:
    tags = {rule.tag for rule in many_acts()}
    assert LivelihoodFlagged.tag() in tags
    assert "cases.performed" not in tags


def test_an_act_in_several_cases_is_done_where_it_may_be_and_refused_with_reasons_elsewhere(
    cases: list[CaseRow],
) -> None:
    client = signed_in()
    sent = {
        "case": [str(case.dossier_id) for case in cases],
        "act": LivelihoodFlagged.tag(),
        "on": "2017-06-14",
    }
    form = client.get("/cases/bulk/", sent)
    assert form.status_code == 200
    category = form.context["inputs"][0].options[0][0]
    before = heads(cases)
    page = client.post("/cases/bulk/", {**sent, form.context["inputs"][0].key: category, "reason": "工资"})
    results = page.context["results"]
    assert [bool(result.outcome) for result in results] == [True, True]
    assert heads(cases) == [head + 1 for head in before]
    late = client.post("/cases/bulk/", {**sent, "on": "2099-01-01", form.context["inputs"][0].key: category})
    assert all(result.refused for result in late.context["results"])
    assert heads(cases) == [head + 1 for head in before]
