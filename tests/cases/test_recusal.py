"""Recusal: asked for, decided by the president, reviewed once; who is kept from acting meanwhile. And the panel."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, FORMED, JUDGE, begun, duty, guards, notice_served, standings, then
from tests.cases.stories import APPLICANT, ASSIGNED, DEBTOR, OTHER, filed
from tests.record.builder import ANYONE, APPROVER, Did, build
from zhixing.cases.acts.assignment import Assigned
from zhixing.cases.acts.panel import CommitteeDiscussed, DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.cases.acts.recusal import (
    RecusalAsked,
    RecusalDecided,
    RecusalGround,
    RecusalReviewAsked,
    RecusalReviewDecided,
)
from zhixing.cases.acts.settlement import SettlementRecorded
from zhixing.cases.questions.panel import deliberated
from zhixing.cases.questions.recusal import recused, standing_aside
from zhixing.record.act import Act
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.duties import Standing

ASKED = RecusalAsked(officer=ANYONE.id, ground=RecusalGround.RELATED, by=APPLICANT, reason="是被执行人的兄弟")
DECIDED = RecusalDecided(officer=ANYONE.id, granted=True)
VICE = replace(APPROVER, id=8, name="副院长", powers=("vice_president",))
MORE = PeriodExtended(months=1, reason="财产在外地")
TALK = PanelDeliberated(
    topic=DeliberationTopic.TERMINATION, handler_opinion="终本", other_opinions="同意", agreed=True
)


def asked() -> Dossier:
    """The handler's recusal is asked for on 10 April: the thirteenth entry."""
    return then(begun(), Did(ASKED, DAY, by=JUDGE))


def decided(granted: bool) -> Dossier:
    """The same decided by the president on 12 April."""
    return then(asked(), Did(replace(DECIDED, granted=granted), date(2017, 4, 12), by=APPROVER))


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (ASKED, []),
        (replace(ASKED, reason=""), ["recusal-reasoned"]),
        (replace(ASKED, by=OTHER), ["recusal-reasoned"]),
        (replace(ASKED, by=None), []),
    ],
)
def test_a_party_or_the_officer_asks_with_reasons(act: RecusalAsked, names: list[str]) -> None:
    assert guards(begun(), act) == names


def test_until_it_is_decided_the_officer_stands_aside() -> None:
    assert guards(begun(), MORE) == []
    assert guards(asked(), MORE) == ["no-recusal-pending"]
    assert standing_aside(asked(), DAY) == {ANYONE.id}
    assert standing_aside(asked(), date(2017, 4, 9)) == frozenset()
    assert guards(decided(False), MORE, date(2017, 4, 12)) == []
    assert guards(decided(True), MORE, date(2017, 4, 12)) == ["not-recused"]
    assert recused(decided(True), date(2017, 4, 12)) == {ANYONE.id}


@pytest.mark.parametrize(
    "act",
    [
        SettlementRecorded(parties=(APPLICANT, DEBTOR), terms="一次付清", last_day=date(2017, 6, 1)),
        VoluntarilyPerformed(by=DEBTOR, amount=100),
        notice_served(DAY).act,
        MORE,
    ],
)
def test_who_stands_aside_takes_nothing_down_either(act: Act) -> None:
    assert guards(asked(), act) == ["no-recusal-pending"]
    assert guards(decided(True), act, date(2017, 4, 12)) == ["not-recused"]
    assert guards(decided(False), act, date(2017, 4, 12)) == []


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (APPROVER, []),
        (ANYONE, ["decided-by-the-president"]),
        (VICE, ["decided-by-the-president"]),
    ],
)
def test_the_president_decides_and_nobody_on_themselves(by: Actor, names: list[str]) -> None:
    assert guards(asked(), DECIDED, DAY, by) == names
    assert guards(begun(), DECIDED, DAY, APPROVER) == ["asked-for"]


def test_on_the_president_the_committee_decides() -> None:
    of_president = then(begun(), Did(replace(ASKED, officer=APPROVER.id), DAY))
    act = replace(DECIDED, officer=APPROVER.id)
    assert guards(of_president, act, DAY, APPROVER) == ["decided-by-the-president"]
    assert guards(of_president, act, DAY, VICE) == ["decided-by-the-president"]
    discussed = then(of_president, Did(CommitteeDiscussed(topic="院长回避", decision="准许回避"), DAY))
    assert guards(discussed, act, DAY, VICE) == []
    assert guards(discussed, act, DAY, APPROVER) == ["decided-by-the-president"]


def test_three_days_to_decide() -> None:
    assert standings("decide-recusal", asked(), date(2017, 4, 13), date(2017, 4, 14)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    assert standings("decide-recusal", decided(True), date(2017, 4, 12)) == [Standing.MET]


def test_a_decision_is_reviewed_once_for_who_asked_and_the_officer_goes_on_meanwhile() -> None:
    refused, on = decided(False), date(2017, 4, 13)
    review = RecusalReviewAsked(decision=14, by=APPLICANT, reason="确系兄弟")
    assert guards(refused, replace(review, by=OTHER), on) == ["reviewed-once"]
    assert guards(refused, replace(review, decision=13), on) == ["reviewed-once"]
    again = then(refused, Did(review, on))
    assert guards(again, review, on) == ["reviewed-once"]
    assert guards(again, MORE, on) == []
    assert duty("decide-recusal-review", again).due == date(2017, 4, 17)  # 16 April 2017 is a Sunday
    granted = RecusalReviewDecided(review=15, officer=ANYONE.id, granted=True)
    assert guards(again, replace(granted, officer=9), on, APPROVER) == ["answers-review"]
    assert guards(again, replace(granted, review=14), on, APPROVER) == ["answers-review"]
    done = then(again, Did(granted, on, by=APPROVER))
    assert recused(done, on) == {ANYONE.id}
    assert guards(done, granted, on, APPROVER) == ["answers-review"]
    assert standings("decide-recusal-review", done, on) == [Standing.MET]


def test_who_is_recused_does_not_get_the_case() -> None:
    story = [*filed(), Did(ASKED, ASSIGNED, by=JUDGE), Did(DECIDED, ASSIGNED, by=APPROVER)]
    assert "officer-not-recused" in guards(build(story), Assigned(officer=ANYONE.id, seed="s"), ASSIGNED)


# The panel


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (FORMED, []),
        (PanelFormed(presiding=42, members=(43,)), ["odd-and-free"]),
        (PanelFormed(presiding=42, members=()), ["odd-and-free"]),
        (PanelFormed(presiding=42, members=(43, 43)), ["odd-and-free"]),
        (PanelFormed(presiding=42, members=(43, 44, 45, 46)), []),
    ],
)
def test_a_panel_is_three_or_more_and_odd(act: PanelFormed, names: list[str]) -> None:
    assert guards(begun(), act) == names


def test_who_stands_aside_sits_on_no_panel() -> None:
    assert guards(asked(), PanelFormed(presiding=42, members=(43, ANYONE.id)), DAY, JUDGE) == ["odd-and-free"]
    mixed = then(begun(), Did(PanelFormed(presiding=42, members=(43, ANYONE.id)), DAY, by=JUDGE))
    aside = then(mixed, Did(ASKED, DAY, by=JUDGE))
    assert guards(aside, TALK, DAY, JUDGE) == ["panel-still-free"]
    assert guards(mixed, TALK, DAY, JUDGE) == []


def test_a_panel_comes_before_deliberation_and_the_newest_word_counts() -> None:
    assert guards(begun(), TALK) == ["panel-formed"]
    formed = then(begun(), Did(FORMED, DAY))
    once = then(formed, Did(replace(TALK, agreed=False), DAY))
    twice = then(once, Did(TALK, date(2017, 4, 20)))
    for day, agreed in ((DAY, False), (date(2017, 4, 20), True)):
        found = deliberated(twice, DeliberationTopic.TERMINATION, day)
        assert found is not None
        assert found.act.agreed is agreed
    assert deliberated(twice, DeliberationTopic.OBJECTION, DAY) is None
