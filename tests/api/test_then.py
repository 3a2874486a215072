"""Questions about the past: as of a day, as known at a moment; and lists that would otherwise silently answer the present."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import msgspec
import pytest

from tests.api.test_api import FLAG, ON, machine, problem
from tests.cast import RECEIVED, assigned, begin, filed, resident_number, who
from zhixing.api.shapes import ApprovalOut, EntryOut, NormOut, Page, PartOut, PartyOut, RuleOut
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.parties.models import Party
from zhixing.parties.register import change
from zhixing.record import clock

pytestmark = pytest.mark.django_db
BEFORE_ALL = datetime.combine(RECEIVED, time(1), clock.ZONE)


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def test_a_correction_is_not_there_for_whoever_asks_what_was_known_before_it(case: int) -> None:
    officer = machine("officer1")
    wrong = officer.enter(case, ON, [FLAG]).head
    before = officer.entries(case)[-1].recorded_at
    other = LivelihoodFlagged(category=list(LivelihoodCategory)[1])
    (proposed,) = officer.correct(case, wrong, "类别选错", other).entries
    for seat in ("judge", "director"):
        if [each for each in machine(seat).approvals() if each.seq == proposed.seq]:
            machine(seat).decide(case, proposed.seq, "approve")
    seen = {
        moment: [each.act for each in officer.entries(case, ON, moment) if each.seq == wrong]
        for moment in (None, before, before - timedelta(microseconds=1))
    }
    decoded = [
        [msgspec.json.decode(bytes(act), type=LivelihoodFlagged) for act in acts] for acts in seen.values()
    ]
    assert decoded == [[other], [FLAG], []]
    assert officer.case(case, ON, before).case.livelihood == FLAG.category.value
    assert officer.case(case, ON, before).known_at == before


def test_a_day_left_out_is_the_day_of_the_moment(case: int) -> None:
    officer = machine("officer1")
    now = officer.case(case, known_at=clock.now())
    assert (now.as_of, now.case.number) == (clock.today(), officer.case(case).case.number)
    assert problem(officer, f"/cases/{case}?known_at=2016-01-01T00:00:00Z").status == 404


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("yesterday", 422),
        ("2017-06-01", 422),
        ("0001-01-01T00:00:00%2B14:00", 422),
        ("9999-12-31T23:59:59-14:00", 422),
        ("2018-01-01T00:00:00Z", 409),
    ],
)
def test_a_moment_that_is_none_or_to_come_is_refused(case: int, moment: str, status: int) -> None:
    found = problem(machine("officer1"), f"/cases/{case}?known_at={moment}")
    assert (found.status, found.at) == (status, "?known_at")


def test_the_list_of_cases_tells_each_as_it_was(case: int) -> None:
    officer = machine("officer1")
    (now,) = officer.cases()
    (then,) = officer.cases(as_of="2017-03-02")
    assert now.number and not then.number and then.filed_on is None
    assert list(officer.cases(as_of="2017-02-28")) == []
    assert list(officer.cases(as_of="2017-03-02", number=now.number)) == []
    for writing in (now.number, "2017执1", "2017-1", "渝0235执"):
        assert [each.id for each in officer.cases(as_of="2017-03-03", number=writing)] == [case], writing
    moment = BEFORE_ALL.isoformat()
    assert list(officer.cases(as_of="2017-06-15", known_at=moment)) == []


def test_the_list_of_the_past_is_paged_and_keeps_to_its_filters(case: int) -> None:
    others = [filed(), assigned()]
    officer = machine("officer1")
    whole = [each.id for each in officer.cases(as_of="2017-03-04", limit="1")]
    assert whole == sorted([case, *others], reverse=True)
    assert [each.id for each in officer.cases(as_of="2017-03-04", party="李大山")] == whole
    assert list(officer.cases(as_of="2017-03-04", court="渝0236")) == []
    assert len(list(officer.cases(as_of="2017-03-04", open="true"))) == 3


@pytest.mark.parametrize("path", ["/duties", "/approvals"])
def test_a_list_of_the_present_says_that_it_cannot_tell_the_past(case: int, path: str) -> None:
    officer = machine("officer1")
    found = problem(officer, f"{path}?as_of=2017-06-01")
    assert (found.status, found.type) == (409, "/api/v1/problems/unanswerable")
    officer.get(f"{path}?as_of=2017-06-15", Page[msgspec.Raw])


def test_a_party_is_told_under_the_name_then_known(case: int) -> None:
    officer = machine("officer1")
    (debtor,) = (part for part in officer.case(case).parties if part.role == "debtor")
    known = clock.now()
    change(Party.objects.get(pk=debtor.party), {"name": "赵大川"}, who("officer1"))
    past = {"known_at": known.isoformat(), "as_of": "2017-06-15"}
    parts = officer.get(f"/cases/{case}/parties", Page[PartOut], past).items
    assert [part.name for part in parts if part.role == "debtor"] == ["赵小川"]
    then = officer.get(f"/parties/{debtor.party}", PartyOut, past)
    assert (then.name, then.identities) == ("赵小川", None)
    now = officer.get(f"/parties/{debtor.party}", PartyOut)
    assert (now.name, len(now.identities or ())) == ("赵大川", 1)
    assert officer.get(f"/parties/{debtor.party}", PartyOut, {"as_of": "2017-02-01"}).cases == []


def test_every_long_list_is_paged_without_loss(case: int) -> None:
    officer, director = machine("officer1"), machine("director")
    for reason in ("工作调整", "回避", "专案"):
        officer.propose(case, ON, Reassigned(officer=who("officer2").id, reason=reason))
    waiting = list(director.pages("/approvals", Page[ApprovalOut], {"limit": "2"}))
    assert [each.seq for each in waiting] == [each.seq for each in director.approvals()]
    assert len(waiting) == 3
    entries = list(officer.pages(f"/cases/{case}/entries", Page[EntryOut], {"limit": "2"}))
    assert sorted(each.seq for each in entries) == list(range(1, officer.case(case).head + 1))
    rules = list(officer.pages("/catalogue", Page[RuleOut], {"limit": "7"}))
    assert len({rule.type for rule in rules}) == len(rules) > 50
    norms = list(officer.pages("/norms", Page[NormOut], {"limit": "3"}))
    assert len({norm.short for norm in norms}) == len(norms) > 5


def test_names_found_twice_are_paged(case: int) -> None:
    officer = machine("officer1")
    filed()
    found = list(officer.pages("/parties", Page[PartyOut], {"q": "李大山", "limit": "1"}))
    assert [each.name for each in found] == ["李大山"] * len(found) and found
    assert {each.id for each in officer.cases(party=resident_number(1))} >= {case}
