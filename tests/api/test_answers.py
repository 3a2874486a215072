"""How the API answers: tags of what was read, languages, what it cannot do, defects of its own; who may search by identity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tests.api.test_api import FLAG, ON, head, machine, officer_of, problem
from tests.cast import COURT, TODAY, assigned, begin, intake, parties, resident_number, who
from zhixing.api.client import ProblemError
from zhixing.api.gate import api_gate
from zhixing.api.problem import ProblemOut
from zhixing.api.routing import Answer
from zhixing.api.shapes import Entered, Page, PartyOut, RuleOut
from zhixing.api.tokens import make
from zhixing.cases.acts.assignment import Reassigned
from zhixing.languages.speaking import HAN
from zhixing.people.powers import powers_by_court
from zhixing.record import clock
from zhixing.record.models import Look
from zhixing.record.power import Power

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


@pytest.fixture
def bearer(case: int) -> dict[str, str]:
    """The header of a token of officer1."""
    officer = officer_of("officer1")
    powers = powers_by_court(officer, TODAY)[COURT]
    _, text = make(officer, "x", powers=powers, courts=[COURT], expires_on=date(2017, 9, 1))
    return {"Authorization": f"Bearer {text}"}


GATE = api_gate(lambda _request: HttpResponse(status=599))


def got(path: str, headers: Mapping[str, str], method: str = "GET", body: bytes = b"") -> HttpResponse:
    """The whole answer, with its headers."""
    asked = RequestFactory(headers=dict(headers))
    kind = headers.get("Content-Type", "application/json")
    return GATE(asked.generic(method, f"/api/v1{path}", body, content_type=kind))


def test_the_tag_changes_with_what_is_answered_and_with_nothing_else(
    case: int, bearer: dict[str, str]
) -> None:
    path = f"/cases/{case}"
    first = got(path, bearer).headers["ETag"]
    others = {
        got(f"{path}?as_of=2017-06-01", bearer).headers["ETag"],
        got(f"{path}?known_at={clock.now().isoformat()}", bearer).headers["ETag"],
        got(path, {**bearer, "Accept-Language": "en"}).headers["ETag"],
    }
    assert got(path, bearer).headers["ETag"] == first and first not in others and len(others) == 3
    assert got(path, {**bearer, "If-None-Match": first}).status_code == 304
    machine("officer1").enter(case, ON, [FLAG])
    again = got(path, {**bearer, "If-None-Match": first})
    assert again.status_code == 200 and again.headers["ETag"] not in {first, *others}


def test_a_write_compares_the_head_of_the_tag_that_was_read(case: int, bearer: dict[str, str]) -> None:
    body = msgspec.json.encode({"on": ON, "acts": [FLAG]})
    path = f"/cases/{case}/entries"
    tag = got(f"/cases/{case}?as_of=2017-06-01", {**bearer, "Accept-Language": "en"}).headers["ETag"]
    assert got(path, {**bearer, "If-Match": tag}, "POST", body).status_code == 201
    assert got(path, {**bearer, "If-Match": tag}, "POST", body).status_code == 412
    assert got(path, {**bearer, "If-Match": "W/1"}, "POST", body).status_code == 422


def test_sending_back_taking_back_and_trying_compare_the_head_too(case: int) -> None:
    officer, director = machine("officer1"), machine("director")
    act = Reassigned(officer=who("officer2").id, reason="工作调整")
    (proposed,) = officer.propose(case, ON, act).entries
    stale = proposed.seq - 1
    for client, decision in ((director, "return"), (officer, "withdraw")):
        with pytest.raises(ProblemError) as caught:
            client.decide(case, proposed.seq, decision, "重新考虑", expect=stale)
        assert (caught.value.problem.status, caught.value.problem.head) == (412, proposed.seq)
    with pytest.raises(ProblemError) as caught:
        officer.try_out(case, ON, [FLAG], expect=stale)
    assert caught.value.problem.status == 412
    assert officer.try_out(case, ON, [FLAG], expect=proposed.seq).entries
    assert director.decide(case, proposed.seq, "return", "写明理由", expect=proposed.seq).head == head(case)


def test_a_new_dossier_has_nothing_to_compare_and_says_so(case: int) -> None:
    body = {"court": COURT, "on": ON, "acts": intake(*parties())}
    with pytest.raises(ProblemError) as caught:
        machine("filing").post("/cases", body, Entered, expect=1)
    assert (caught.value.problem.status, caught.value.problem.at) == (422, "If-Match")


def test_a_refusal_is_told_in_the_readers_language(case: int, bearer: dict[str, str]) -> None:
    body = msgspec.json.encode({"on": "2017-06-16", "acts": [FLAG]})
    answers = {
        language: got(f"/cases/{case}/entries", {**bearer, "Accept-Language": language}, "POST", body)
        for language in ("zh-CN,en;q=0.5", "en-GB,zh;q=0.5", "fr")
    }
    told = {
        language: msgspec.json.decode(answer.content, type=ProblemOut) for language, answer in answers.items()
    }
    chinese, english, neither = told.values()
    assert chinese == neither and [each.guard for each in chinese.refusals] == [
        each.guard for each in english.refusals
    ]
    assert HAN.search(chinese.title) and HAN.search(chinese.refusals[0].facts)
    for text in (english.title, english.detail, *_words(english)):
        assert not HAN.search(text), text
    spoken = [answer.headers["Content-Language"] for answer in answers.values()]
    assert spoken == ["zh-hans", "en", "zh-hans"]
    assert all("Accept-Language" in answer.headers["Vary"] for answer in answers.values())


def _words(problem: ProblemOut) -> list[str]:
    return [
        text
        for each in problem.refusals
        for text in (each.label, each.facts, each.way_out, *(cite.text for cite in each.cites))
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"on": "2017-06-14"}, "acts"),
        ({"on": 5, "acts": []}, "int"),
        ({"on": "2017-06-14", "acts": [{"type": "no.such"}]}, "no.such"),
        ({"on": "2017-06-14", "acts": []}, "act"),
    ],
)
def test_field_errors_are_told_in_english(
    case: int, bearer: dict[str, str], body: dict[str, object], words: str
) -> None:
    answer = got(
        f"/cases/{case}/entries", {**bearer, "Accept-Language": "en"}, "POST", msgspec.json.encode(body)
    )
    detail = msgspec.json.decode(answer.content, type=ProblemOut).detail
    assert answer.status_code == 422 and words in detail and not HAN.search(detail)


def test_the_catalogue_is_told_in_english_with_the_same_codes(case: int) -> None:
    chinese, english = machine("officer1"), machine("officer1")
    english._language = "en"
    rules = [list(each.pages("/catalogue", Page[RuleOut], {})) for each in (chinese, english)]
    assert [rule.type for rule in rules[0]] == [rule.type for rule in rules[1]]
    left = [
        text
        for rule in rules[1]
        for text in (rule.label, rule.purpose, *rule.guards, *(cite.text for cite in rule.basis))
        if HAN.search(text)
    ]
    assert left == []


def test_the_document_is_served_in_english(case: int) -> None:
    document = got("/openapi.json", {"Accept-Language": "en"}).content.decode()
    said = re.findall(r'"(?:summary|description|title)": "((?:[^"\\]|\\.)*)"', document)
    # Norms and examples are quoted in their own words.
    left = [text for text in said if HAN.search(re.sub(r"[“(][^”)]*[”)]|such as \S+", "", text))]
    assert len(said) > 500 and left == []


def test_whatever_cannot_be_answered_is_a_problem_document(case: int, bearer: dict[str, str]) -> None:
    path = f"/cases/{case}/entries"
    answers = [
        got("/nothing", bearer),
        got(path, bearer, "DELETE"),
        got(path, {**bearer, "Accept": "text/html"}),
        got(path, bearer, "POST", b" " * (1 << 21)),
        got(path, {**bearer, "Content-Type": "text/plain"}, "POST", b"{}"),
        GATE(RequestFactory(headers=bearer).get("/api/")),
    ]
    assert [answer.status_code for answer in answers] == [404, 405, 406, 413, 415, 404]
    assert {answer.headers["Content-Type"] for answer in answers} == {"application/problem+json"}
    assert answers[1].headers["Allow"] == "GET, POST"


def test_a_defect_is_answered_with_the_number_under_which_the_log_has_it(
    case: int, bearer: dict[str, str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_answer: Answer) -> HttpResponse:
        raise ZeroDivisionError("a defect of ours")

    monkeypatch.setattr("zhixing.api.gate._response", broken)
    answer = got("/token", bearer)
    found = msgspec.json.decode(answer.content, type=ProblemOut)
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, "application/problem+json")
    assert found.reference and found.reference in found.detail and found.reference in caplog.text
    assert "Traceback" in caplog.text and "Traceback" not in answer.content.decode()


def test_a_search_by_identity_needs_a_power_and_is_logged(case: int) -> None:
    number = resident_number(2)
    reader = machine("president", powers={Power.PRESIDENT})
    for path in (f"/parties?q={number}", f"/cases?party={number}"):
        assert problem(reader, path).status == 403
    assert reader.get("/parties?q=赵小川", Page[PartyOut]).items
    assert not Look.objects.filter(page__contains="按证件号码查找").exists()
    (found,) = machine("officer1").get(f"/parties?q={number}", Page[PartyOut]).items
    assert found.cases == [case]
    (look,) = Look.objects.filter(page__contains="按证件号码查找")
    assert (look.dossier_id, look.officer) == (case, who("officer1").id)
