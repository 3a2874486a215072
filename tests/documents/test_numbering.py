"""Numbers of documents: derived from the record, without gaps, never borne twice in a series, unmoved by what comes later."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases.stories import noticed
from tests.closing.stories import terminated
from tests.record.builder import ANYONE, Did, add, build
from zhixing.cases.acts.notice import CluesAsked
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround, Suspended, SuspensionGround
from zhixing.documents.numbering import number_of, numbers
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.dossier import Dossier

DAY = date(2017, 6, 10)
CASE = "（2017）渝0235执1号"


def suspended(ruling: str = "") -> Act:
    return Suspended(ground=SuspensionGround.APPLICANT_DEFERS, ruling=ruling)


def after(*acts: Act) -> Dossier:
    """A case with notice and order, in which these acts follow; the first is entry 13."""
    dossier = build(noticed(), guarded=False)
    for act in acts:
        dossier = add(dossier, Did(act, DAY), guarded=False)
    return dossier


def of_new(dossier: Dossier) -> list[str]:
    """The numbers of what follows the orders."""
    return [number for seq, number in numbers(dossier).items() if seq >= 13]


def test_rulings_count_together_and_decisions_apart_from_them() -> None:
    stay = Stayed(ground=StayGround.HIGHER_COURT, until=date(2017, 7, 1))
    found = of_new(after(suspended(), stay, suspended(), suspended()))
    assert found == [CASE, CASE, f"{CASE}之一", f"{CASE}之二"]


def test_each_notice_counts_by_its_name() -> None:
    dossier = after(CluesAsked(to=(11,)), CluesAsked(to=(11,)), Resumed(reason="审查终结"))
    assert of_new(dossier) == [CASE, f"{CASE}之一", CASE]


def test_what_an_act_states_is_taken_over_and_not_given_again() -> None:
    dossier = after(suspended(f"{CASE}之一"), suspended(), suspended(), suspended(f"{CASE}之一"))
    assert of_new(dossier) == [f"{CASE}之一", CASE, f"{CASE}之二", f"{CASE}之三"]


def test_words_in_the_place_of_a_number_are_no_number() -> None:
    assert of_new(after(suspended("中止执行裁定书"))) == [CASE]


def test_a_number_stays_borne_when_its_act_is_taken_away() -> None:
    taken = Corrected(entry=13, reason="误录")
    assert taken.takes_away
    assert of_new(after(suspended(), taken, suspended())) == [CASE, f"{CASE}之一"]


def test_the_court_above_numbers_its_papers_itself() -> None:
    above = Did(suspended(), DAY, by=type(ANYONE)(kind="officer", id=9, name="上级", court="渝02"))
    dossier = add(after(), above, guarded=False)
    assert number_of(dossier, 13) == ""


def test_minutes_forms_and_slips_bear_none() -> None:
    dossier = build(terminated(), guarded=False)
    bare = {entry.act.tag() for entry in dossier.recorded if numbers(dossier).get(entry.seq) == ""}
    assert {"closing.termination_talk_held", "closing.termination_checked", "cases.panel_deliberated"} <= bare


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["", f"{CASE}之一", f"{CASE}之三", CASE]), max_size=8))
def test_no_number_is_borne_twice_and_none_moves_when_more_follows(stated: list[str]) -> None:
    whole = [suspended(each) for each in stated]
    found = of_new(after(*whole))
    assert len(set(found)) == len(found)
    for shorter, longer in pairwise([of_new(after(*whole[:end])) for end in range(len(whole) + 1)]):
        assert longer[: len(shorter)] == shorter
