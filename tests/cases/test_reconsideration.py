"""Reconsideration by the court above: against which rulings, until when, and what follows."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, JUDGE, begun, duty, guards, has_duty, reviewed, serves, standings, then
from tests.cases.stories import APPLICANT, DEBTOR, OTHER
from tests.cases.test_objections import OBJECTION, claimed, decided, objected, of_title
from tests.record.builder import Did
from zhixing.cases.acts.filing import TitleKind
from zhixing.cases.acts.panel import PanelDeliberated, PanelFormed
from zhixing.cases.acts.reconsideration import (
    FilesSentUp,
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
    SupervisionAsked,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionResult, ReviewExtended
from zhixing.cases.questions.review import open_objections, upheld
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

RULED = date(2017, 4, 20)
ASKED = ReconsiderationAsked(ruling=16, by=DEBTOR)


def ruled(result: ObjectionResult = ObjectionResult.DISMISSED) -> Dossier:
    """An objection decided on 20 April, the ruling in the sixteenth entry, served on the debtor on 21 April."""
    return then(decided(objected(), 13, result, RULED), serves(16, DEBTOR, date(2017, 4, 21)))


def asked() -> Dossier:
    """The same taken to the court above on 24 April: the eighteenth entry."""
    return then(ruled(), Did(ASKED, date(2017, 4, 24)))


def answered(result: ReconsiderationResult, *, upholds: bool = False) -> Dossier:
    """The same answered by the court above on 10 May."""
    act = ReconsiderationDecided(reconsideration=18, result=result, upholds=upholds)
    return then(asked(), Did(act, date(2017, 5, 10)))


@pytest.mark.parametrize(
    ("on", "names"), [(date(2017, 5, 2), []), (date(2017, 5, 3), ["reconsideration-in-time"])]
)
def test_ten_days_from_service(on: date, names: list[str]) -> None:
    assert guards(ruled(), ASKED, on) == names  # 1 May 2017 is a day of rest
    assert guards(ruled(), replace(ASKED, by=APPLICANT), on) == []  # not served on the applicant


def test_the_ten_days_are_the_partys_duty() -> None:
    assert duty("ask-reconsideration", ruled()).due == date(2017, 5, 2)
    assert standings("ask-reconsideration", asked(), date(2017, 4, 24)) == [Standing.EXERCISED]
    assert not has_duty("ask-reconsideration", decided(objected(), 13, ObjectionResult.DISMISSED, RULED))


def test_it_is_asked_for_once_by_someone_in_the_case_against_a_ruling() -> None:
    assert guards(asked(), ASKED, date(2017, 4, 25)) == ["reconsideration-open"]
    assert guards(ruled(), replace(ASKED, by=99), date(2017, 4, 25)) == ["reconsideration-open"]
    assert guards(ruled(), replace(ASKED, ruling=11), date(2017, 4, 25)) == ["reconsideration-open"]


def test_a_withdrawal_and_an_outsiders_objection_do_not_go_to_the_court_above() -> None:
    withdrawn = ObjectionDecided(objection=13, result=ObjectionResult.WITHDRAWN, reason="自愿")
    gone = then(objected(), Did(withdrawn, RULED, by=JUDGE))
    assert guards(gone, replace(ASKED, ruling=14), RULED) == ["reconsideration-open"]
    third = decided(claimed(), 14, ObjectionResult.DISMISSED, RULED)
    assert guards(third, ReconsiderationAsked(ruling=17, by=OTHER), RULED) == ["reconsideration-open"]


@pytest.mark.parametrize(
    ("title", "kind", "result", "names"),
    [
        (TitleKind.AWARD, ObjectionKind.AWARD, ObjectionResult.DISMISSED, ["reconsideration-open"]),
        (TitleKind.NOTARISED_DEBT, ObjectionKind.NOTARISED, ObjectionResult.DISMISSED, []),
        (
            TitleKind.NOTARISED_DEBT,
            ObjectionKind.NOTARISED,
            ObjectionResult.UPHELD,
            ["reconsideration-open"],
        ),
        (TitleKind.JUDGMENT, ObjectionKind.JURISDICTION, ObjectionResult.DISMISSED, []),
        (TitleKind.NOTARISED_DEBT, ObjectionKind.NOTARISED, ObjectionResult.REJECTED, []),
    ],
)
def test_the_remedy_follows_the_kind_of_objection(
    title: TitleKind, kind: ObjectionKind, result: ObjectionResult, names: list[str]
) -> None:
    on = date(2019, 4, 20)
    raised = then(of_title(title, 2019), Did(replace(OBJECTION, kind=kind), date(2019, 4, 10)))
    assert guards(decided(raised, 13, result, on), ASKED, on) == names


def test_files_go_up_in_five_days() -> None:
    assert duty("send-files-up", asked()).due == date(2017, 5, 2)  # 29 April to 1 May 2017 are days of rest
    sent = then(asked(), Did(FilesSentUp(reconsideration=18), date(2017, 5, 2)))
    assert standings("send-files-up", sent, date(2017, 5, 2)) == [Standing.MET]
    assert guards(asked(), FilesSentUp(reconsideration=16), date(2017, 5, 2)) == ["is-reconsideration"]
    assert standings("send-files-up", answered(ReconsiderationResult.UPHELD), date(2017, 5, 10)) == [
        Standing.ENDED_LATE
    ]


def test_thirty_days_to_decide_and_thirty_more() -> None:
    assert duty("decide-reconsideration", asked()).due == date(2017, 5, 24)
    more = ReviewExtended(review=18, days=30, reason="案情复杂")
    assert guards(asked(), replace(more, days=31), DAY.replace(month=5)) == ["review-may-be-extended"]
    assert guards(asked(), more, date(2017, 5, 25)) == ["extended-before-the-end"]
    longer = then(asked(), Did(more, date(2017, 5, 24)))
    assert duty("decide-reconsideration", longer).due == date(2017, 6, 23)
    assert standings("decide-reconsideration", longer, date(2017, 6, 23), date(2017, 6, 24)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]


def test_a_reconsideration_over_a_notarised_debt_is_not_lengthened() -> None:
    kind = replace(OBJECTION, kind=ObjectionKind.NOTARISED)
    on = date(2019, 4, 20)
    raised = then(of_title(TitleKind.NOTARISED_DEBT, 2019), Did(kind, date(2019, 4, 10)))
    up = then(decided(raised, 13, ObjectionResult.DISMISSED, on), Did(ASKED, on))
    assert guards(up, ReviewExtended(review=17, days=5), on) == ["review-may-be-extended"]


def test_it_is_decided_once() -> None:
    again = ReconsiderationDecided(reconsideration=18, result=ReconsiderationResult.UPHELD)
    done = answered(ReconsiderationResult.UPHELD)
    assert guards(done, again, date(2017, 5, 11)) == ["is-reconsideration"]
    assert standings("decide-reconsideration", done, date(2017, 5, 10)) == [Standing.MET]


@pytest.mark.parametrize(
    ("first", "upholds", "good"),
    [(ObjectionResult.DISMISSED, True, True), (ObjectionResult.UPHELD, False, False)],
)
def test_the_court_above_has_the_last_word(first: ObjectionResult, upholds: bool, good: bool) -> None:
    changed = ReconsiderationDecided(
        reconsideration=18, result=ReconsiderationResult.CHANGED, upholds=upholds
    )
    dossier = then(ruled(first), Did(ASKED, date(2017, 4, 24)), Did(changed, date(2017, 5, 10)))
    assert upheld(dossier, ObjectionKind.ACT, date(2017, 5, 10)) is good
    assert upheld(dossier, ObjectionKind.ACT, date(2017, 5, 9)) is not good


def test_what_is_sent_back_is_open_again_and_another_panel_reviews_it_once() -> None:
    back, on = answered(ReconsiderationResult.SENT_BACK), date(2017, 5, 20)
    assert [entry.seq for entry in open_objections(back, on)] == [13]
    ruling = ObjectionDecided(objection=13, result=ObjectionResult.DISMISSED, reason="重新审查")
    assert guards(back, ruling, on, JUDGE) == ["reviewed-by-panel"]
    assert guards(then(back, *reviewed(13, on)), ruling, on, JUDGE) == ["reviewed-by-panel"]
    talk = reviewed(13, on)[1]
    assert isinstance(talk.act, PanelDeliberated)
    others = Did(PanelFormed(presiding=52, members=(53, 54)), on, by=JUDGE)
    judge = replace(JUDGE, id=52)
    second = then(back, others, talk, Did(ruling, on, by=judge))
    up = then(second, Did(ReconsiderationAsked(ruling=second.head, by=DEBTOR), on))
    twice = ReconsiderationDecided(reconsideration=up.head, result=ReconsiderationResult.SENT_BACK)
    assert guards(up, twice, date(2017, 6, 1)) == ["not-sent-back-twice"]
    assert guards(up, replace(twice, result=ReconsiderationResult.UPHELD), date(2017, 6, 1)) == []


def test_supervision_is_asked_for_within_six_months_since_2023() -> None:
    done = answered(ReconsiderationResult.UPHELD)
    act = SupervisionAsked(reconsideration=19, by=DEBTOR)
    assert guards(done, act, date(2018, 5, 10)) == []
    assert guards(done, replace(act, reconsideration=18), date(2017, 5, 11)) == ["supervision-in-time"]
    assert guards(done, act, date(2023, 2, 1)) == ["supervision-in-time"]
    assert not has_duty("ask-supervision", done)
    late = then(
        asked(),
        Did(
            ReconsiderationDecided(reconsideration=18, result=ReconsiderationResult.UPHELD),
            date(2023, 5, 10),
        ),
    )
    assert duty("ask-supervision", late).due == date(2023, 11, 10)
    assert guards(late, act, date(2023, 11, 10)) == []
    assert guards(late, act, date(2023, 11, 11)) == ["supervision-in-time"]


def test_nothing_is_asked_of_a_case_without_rulings() -> None:
    assert guards(begun(), ASKED) == ["reconsideration-open"]
