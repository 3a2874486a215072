"""The API as another system uses it: read, try, enter, propose, approve, correct, follow; and every kind of refusal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, received, who
from zhixing.api.client import Client, ProblemError
from zhixing.api.problem import ProblemOut
from zhixing.api.shapes import CaseOut, HolderOut
from zhixing.api.tokens import BadToken, make, revoke
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.record import door
from zhixing.record.power import Power
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
ON = date(2017, 6, 14)
FLAG = LivelihoodFlagged(category=next(iter(LivelihoodCategory)))


def sent(method: str, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
    """A request through the whole platform, without a socket."""
    kind = headers.get("Content-Type", "")
    answer = Browser().generic(method, path, body, content_type=kind, headers=dict(headers))
    return answer.status_code, answer.content


def officer_of(seat: str, court: str = COURT) -> Officer:
    return Officer.objects.get(pk=who(seat, court).id)


def machine(seat: str, court: str = COURT, powers: set[Power] | None = None) -> Client:
    """Another system with a token of the officer in that seat."""
    officer = officer_of(seat, court)
    held = set(powers_by_court(officer, TODAY)[court]) if powers is None else powers
    _, text = make(officer, "对接", powers=held, courts=[court], expires_on=date(2017, 12, 31))
    return Client("", text, sent)


def head(case: int) -> int:
    see(EVERY_COURT)
    return door.read(case).head


def problem(client: Client, path: str, body: object = None) -> ProblemOut:
    """What the platform objects to."""
    with pytest.raises(ProblemError) as caught:
        if body is None:
            client.get(path, CaseOut)
        else:
            client.post(path, body, CaseOut)
    return caught.value.problem


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def test_a_case_is_read_as_of_a_day_with_its_parties_and_duties(case: int) -> None:
    now = machine("officer1").case(case)
    assert now.head == head(case)
    assert {part.role for part in now.parties} == {"applicant", "debtor"}
    assert now.duties and now.case.number
    assert machine("judge").case(case, date(2017, 3, 2)).case.number == ""


def test_a_case_is_found_by_a_number_in_any_form_and_lists_are_paged(case: int) -> None:
    others = [assigned() for _ in range(3)]
    client = machine("officer1")
    number = client.case(case).case.number
    loose = number.replace("（", "(").replace("）", ")").replace("号", "")
    assert [each.id for each in client.cases(number=loose)] == [case]
    year, court, serial = number[1:5], number[6:11], number[12:-1]
    for other in (f"{year}执{serial}", f"{year}-{serial}", f"{court}执{serial}", f"{number}之一"):
        assert [each.id for each in client.cases(number=other)] == [case], other
    newest = sorted([case, *others], reverse=True)
    for piece in (f"{year}{court}", f"{court}执"):
        assert [each.id for each in client.cases(number=piece, limit="2")] == newest, piece
    assert list(client.cases(number="2016执1")) == []
    assert [each.id for each in client.cases(limit="2")] == sorted([case, *others], reverse=True)


def test_a_number_without_a_figure_is_told_to_be_none(case: int) -> None:
    with pytest.raises(ProblemError) as caught:
        list(machine("officer1").cases(number="工资"))
    assert (caught.value.problem.status, caught.value.problem.at) == (422, "?number")


def test_an_act_is_tried_then_entered(case: int) -> None:
    client, before = machine("officer1"), head(case)
    tried = client.try_out(case, ON, [FLAG])
    assert [entry.label for entry in tried.entries] == ["标记涉民生"]
    assert head(case) == before
    assert client.enter(case, ON, [FLAG], expect=before).head == before + 1 == head(case)


def test_a_proposal_is_approved_by_another_and_not_by_its_proposer(case: int) -> None:
    officer, director = machine("officer1"), machine("director")
    act = Reassigned(officer=who("officer2").id, reason="工作调整")
    (proposed,) = officer.propose(case, ON, act).entries
    assert [(each.dossier, each.seq) for each in director.approvals()] == [(case, proposed.seq)]
    with pytest.raises(ProblemError) as caught:
        officer.decide(case, proposed.seq, "approve")
    assert caught.value.problem.status == 409
    (entered,) = director.decide(case, proposed.seq, "approve").entries
    assert entered.approved_by is not None and entered.approved_by.id == who("director").id


def test_a_correction_is_proposed_and_read_in_its_place(case: int) -> None:
    officer = machine("officer1")
    wrong = officer.enter(case, ON, [FLAG]).head
    other = LivelihoodFlagged(category=list(LivelihoodCategory)[1])
    (proposed,) = officer.correct(case, wrong, "类别选错", other).entries
    approver = door.read(case)
    assert approver.head == proposed.seq
    for seat in ("judge", "director"):
        if [each for each in machine(seat).approvals() if each.seq == proposed.seq]:
            machine(seat).decide(case, proposed.seq, "approve")
    (mended,) = [each for each in officer.entries(case) if each.seq == wrong]
    assert msgspec.json.decode(mended.act, type=LivelihoodFlagged) == other


def test_a_refusal_carries_guard_law_facts_and_way_out(case: int) -> None:
    with pytest.raises(ProblemError) as caught:
        machine("officer1").enter(case, date(2017, 6, 16), [FLAG])
    found = caught.value.problem
    assert (found.status, found.type) == (409, "/api/v1/problems/refused")
    assert found.refusals[0].facts and found.refusals[0].way_out


def test_a_token_carries_no_more_than_was_given_to_it(case: int) -> None:
    with pytest.raises(ProblemError) as caught:
        machine("officer1", powers={Power.OFFICER}).post(
            f"/cases/{case}/entries", {"on": ON, "acts": [{"type": "cases.risk_notice_given"}]}, CaseOut
        )
    assert caught.value.problem.status in (409, 422)
    with pytest.raises(BadToken, match="没有这些职权"):
        make(
            officer_of("officer1"),
            "x",
            powers={Power.PRESIDENT},
            courts=[COURT],
            expires_on=date(2017, 12, 31),
        )
    with pytest.raises(BadToken, match="看不到"):
        make(
            officer_of("officer1"),
            "x",
            powers={Power.OFFICER},
            courts=[OTHER_COURT],
            expires_on=date(2017, 12, 31),
        )


def test_a_token_of_another_court_sees_nothing(case: int) -> None:
    stranger = machine("officer1", OTHER_COURT)
    for path in (f"/cases/{case}", f"/cases/{case}/entries", f"/cases/{case}/duties", "/parties/1"):
        assert problem(stranger, path).status == 404
    assert problem(stranger, f"/cases/{case}/entries", {"on": ON, "acts": [FLAG]}).status == 404
    assert list(stranger.cases()) == [] and stranger.events() == []


def test_a_revoked_expired_or_invented_token_opens_nothing(case: int) -> None:
    token, text = make(
        officer_of("judge"), "x", powers={Power.JUDGE}, courts=[COURT], expires_on=date(2017, 6, 16)
    )
    client = Client("", text, sent)
    assert client.get("/token", HolderOut).powers == ["judge"]
    revoke(token)
    assert problem(client, f"/cases/{case}").status == 401
    token.revoked_at = None
    token.expires_on = date(2017, 6, 14)
    token.save()
    assert problem(client, f"/cases/{case}").status == 401
    assert problem(Client("", "zx_invented", sent), f"/cases/{case}").status == 401
    assert text not in str(list(type(token).objects.values()))


def test_the_same_key_enters_once_and_answers_the_same(case: int) -> None:
    client, before = machine("officer1"), head(case)
    first = client.enter(case, ON, [FLAG], key="abc")
    assert client.enter(case, ON, [FLAG], key="abc") == first
    assert head(case) == before + 1
    found = problem_of_key(client, case)
    assert (found.status, found.at) == (422, "Idempotency-Key")


def problem_of_key(client: Client, case: int) -> ProblemOut:
    with pytest.raises(ProblemError) as caught:
        client.enter(case, date(2017, 6, 13), [FLAG], key="abc")
    return caught.value.problem


def test_whoever_read_an_older_state_is_told_the_newer(case: int) -> None:
    client, before = machine("officer1"), head(case)
    client.enter(case, ON, [FLAG])
    with pytest.raises(ProblemError) as caught:
        client.enter(case, ON, [FLAG], expect=before)
    assert (caught.value.problem.status, caught.value.problem.head) == (412, before + 1)


@pytest.mark.parametrize(
    ("body", "status", "at"),
    [
        (b"{", 400, ""),
        (b"[]", 422, "$"),
        (b'{"on": "2017-06-14"}', 422, "$"),
        (b'{"on": "2017-13-14", "acts": []}', 422, "$.on"),
        (b'{"on": "2017-06-14", "acts": []}', 422, "$.acts"),
        (b'{"on": "2017-06-14", "acts": [{}], "extra": 1}', 422, "$"),
        (b'{"on": "2017-06-14", "acts": [{"type": "no.such"}]}', 422, "$.acts[0].type"),
        (b'{"on": "2017-06-14", "acts": [{"type": "cases.livelihood_flagged"}]}', 422, "$.acts[0]"),
        (
            b'{"on": "2017-06-14", "acts": [{"type": "cases.livelihood_flagged", "category": "\\u0000"}]}',
            422,
            "",
        ),
    ],
)
def test_a_malformed_body_is_told_where_and_how_to_mend(case: int, body: bytes, status: int, at: str) -> None:
    _, text = make(
        officer_of("officer1"), "x", powers={Power.OFFICER}, courts=[COURT], expires_on=date(2017, 9, 1)
    )
    headers = {"Authorization": f"Bearer {text}", "Content-Type": "application/json"}
    answered, content = sent("POST", f"/api/v1/cases/{case}/entries", headers, body)
    found = msgspec.json.decode(content, type=ProblemOut)
    assert (answered, found.at) == (status, at)
    assert found.detail


def test_an_unknown_field_of_an_act_is_refused(case: int) -> None:
    act = {**msgspec.to_builtins(FLAG), "categroy": "x"}
    found = problem(machine("officer1"), f"/cases/{case}/entries", {"on": ON, "acts": [act]})
    assert "categroy" in found.detail


def test_wrong_types_sizes_methods_parameters_and_addresses_are_named(case: int) -> None:
    client = machine("officer1")
    _, text = make(
        officer_of("officer1"), "x", powers={Power.OFFICER}, courts=[COURT], expires_on=date(2017, 9, 1)
    )
    headers = {"Authorization": f"Bearer {text}"}
    path = f"/api/v1/cases/{case}/entries"
    assert sent("POST", path, {**headers, "Content-Type": "text/plain"}, b"{}")[0] == 415
    assert sent("POST", path, {**headers, "Content-Type": "application/json"}, b" " * (1 << 21))[0] == 413
    assert sent("DELETE", path, headers, b"")[0] == 405
    assert problem(client, "/nothing").status == 404
    assert problem(client, f"/cases/{case}?asof=2017-06-01").at == "?asof"
    assert problem(client, f"/cases/{case}?as_of=2017-06-31").at == "?as_of"
    assert problem(client, f"/cases/{case}?as_of=2018-01-01").status == 409
    assert problem(client, "/events?after=x").at == "?after"


def test_an_officer_makes_a_token_that_is_shown_once_and_revokes_it(case: int) -> None:
    browser = Browser()
    browser.force_login(officer_of("officer1"))
    form = {"name": "对接", "power": ["officer"], "court": [COURT], "expires_on": "2017-09-01"}
    page = browser.post("/account/tokens/", form)
    text = page.context["text"]
    assert text in page.content.decode()
    assert text not in browser.get("/account/tokens/").content.decode()
    client = Client("", text, sent)
    assert client.case(case).head
    browser.post("/account/tokens/", {"revoke": str(page.context["tokens"][0].pk)})
    assert problem(client, f"/cases/{case}").status == 401
    assert browser.post("/account/tokens/", form | {"power": ["president"]}).status_code == 422


def test_reading_and_entering_take_few_statements(case: int) -> None:
    client = machine("officer1")
    client.case(case)
    with CaptureQueriesContext(connection) as asked:
        client.case(case)
    assert len(asked) <= 10, [each["sql"][:80] for each in asked]
    with CaptureQueriesContext(connection) as asked:
        client.enter(case, ON, [FLAG])
    assert len(asked) <= 23, [each["sql"][:80] for each in asked]


def test_a_case_filed_before_2016_is_refused_without_the_number_it_had(case: int) -> None:
    see(EVERY_COURT)
    new = received()
    found = problem(
        machine("filing"), f"/cases/{new}/entries", {"on": "2015-06-02", "acts": [{"type": "cases.filed"}]}
    )
    assert any(each.guard == "number-fits" for each in found.refusals)
