"""Objections: who raises them, until when, how they are reviewed, and what they stop."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import (
    DAY,
    JUDGE,
    begun,
    duty,
    guards,
    has_duty,
    notice_served,
    reviewed,
    serves,
    standings,
    then,
    with_outsider,
)
from tests.cases.stories import APPLICANT, DEBTOR, OTHER, noticed
from tests.record.builder import ANYONE, Did, build
from zhixing.cases.acts.filing import TitleKind
from zhixing.cases.acts.panel import PanelDeliberated, PanelFormed
from zhixing.cases.acts.review import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionKind,
    ObjectionRaised,
    ObjectionResult,
    ObjectionSupplementAsked,
    ObjectionTakenHigher,
    ReviewDirected,
    ReviewExtended,
    ReviewOrder,
)
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteeKind, GuaranteePurpose
from zhixing.cases.questions.review import disposal_barred, open_objections, upheld
from zhixing.closing.acts import RoundTerminated, TerminationGround
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

OBJECTION = ObjectionRaised(kind=ObjectionKind.ACT, by=DEBTOR, against=11, content="超标的")
THIRD = ObjectionRaised(kind=ObjectionKind.THIRD_PARTY, by=OTHER, object="渝FA0000 轿车")
RULING = ObjectionDecided(objection=13, result=ObjectionResult.DISMISSED, reason="不超标的")


def objected() -> Dossier:
    """An objection to an act, raised on 10 April: the thirteenth entry."""
    return then(begun(), Did(OBJECTION, DAY))


def claimed() -> Dossier:
    """An outsider's objection of 10 April: the fourteenth entry."""
    return then(with_outsider(), Did(THIRD, DAY))


def decided(dossier: Dossier, objection: int, result: ObjectionResult, on: date) -> Dossier:
    """The objection decided by a panel of its own: three entries on."""
    ruling = replace(RULING, objection=objection, result=result)
    return then(dossier, *reviewed(objection, on), Did(ruling, on, by=JUDGE))


def of_title(kind: TitleKind, year: int) -> Dossier:
    """A case on another kind of title, begun in another year."""
    story = [Did(did.act, did.on.replace(year=year), did.facts, did.by) for did in noticed()]
    story[3] = Did(replace(story[3].act, kind=kind), story[3].on)
    return build(story, guarded=False)


# Raising


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (OBJECTION, []),
        (replace(OBJECTION, by=99), ["objection-definite"]),
        (replace(OBJECTION, against=None, content=""), ["objection-definite"]),
        (replace(OBJECTION, kind=ObjectionKind.LIMITATION, by=APPLICANT), ["objection-definite"]),
        (replace(OBJECTION, kind=ObjectionKind.SUBSTANCE), []),
        (replace(OBJECTION, kind=ObjectionKind.AWARD), ["objection-definite"]),
        (THIRD, []),
        (replace(THIRD, object=""), ["objection-definite"]),
        (replace(THIRD, by=DEBTOR), ["objection-definite"]),
        (replace(OBJECTION, kind=ObjectionKind.CLOSING), ["before-the-end", "start-told"]),
        (replace(OBJECTION, counted_from=date(2017, 4, 1)), ["start-told"]),
        (replace(OBJECTION, counted_from=date(2017, 4, 11), counted_why="事后得知"), ["start-told"]),
    ],
)
def test_an_objection_says_who_objects_to_what(act: ObjectionRaised, names: list[str]) -> None:
    assert guards(with_outsider(), act) == names


def test_the_same_is_not_raised_again_unless_it_was_turned_away_for_want_of_papers() -> None:
    assert guards(objected(), OBJECTION) == ["not-again"]
    assert guards(objected(), replace(OBJECTION, against=12)) == []
    turned_away = then(objected(), Did(replace(RULING, result=ObjectionResult.REJECTED), DAY, by=JUDGE))
    assert guards(turned_away, OBJECTION) == []
    withdrawn = then(objected(), Did(replace(RULING, result=ObjectionResult.WITHDRAWN), DAY, by=JUDGE))
    assert guards(withdrawn, OBJECTION) == ["not-again"]


@pytest.mark.parametrize(("on", "names"), [(date(2017, 3, 20), []), (date(2017, 3, 21), ["in-time"])])
def test_jurisdiction_is_objected_to_within_ten_days_of_service(on: date, names: list[str]) -> None:
    asked = replace(OBJECTION, kind=ObjectionKind.JURISDICTION)
    assert guards(then(begun(), notice_served(date(2017, 3, 10))), asked, on) == names
    assert guards(begun(), asked, on) == []  # not served, the ten days have not begun


def test_before_2018_an_award_could_be_objected_to_until_the_end() -> None:
    asked = replace(OBJECTION, kind=ObjectionKind.AWARD)
    assert guards(of_title(TitleKind.AWARD, 2017), asked, date(2017, 12, 1)) == []


@pytest.mark.parametrize(("on", "names"), [(date(2019, 3, 25), []), (date(2019, 3, 26), ["in-time"])])
@pytest.mark.parametrize(
    ("title", "kind"),
    [(TitleKind.AWARD, ObjectionKind.AWARD), (TitleKind.NOTARISED_DEBT, ObjectionKind.NOTARISED)],
)
def test_awards_and_notarised_debts_are_objected_to_within_fifteen_days_of_the_notice(
    title: TitleKind, kind: ObjectionKind, on: date, names: list[str]
) -> None:
    dossier = then(of_title(title, 2019), notice_served(date(2019, 3, 8)))  # 23 March 2019 is a Saturday
    asked = replace(OBJECTION, kind=kind)
    assert guards(dossier, asked, on) == names
    known = replace(asked, counted_from=date(2019, 3, 20), counted_why="伪造证据的刑事判决")
    assert guards(dossier, known, on) == []


def test_the_limit_for_awards_ran_anew_when_the_interpretation_took_effect() -> None:
    dossier = then(of_title(TitleKind.AWARD, 2017), notice_served(date(2017, 3, 10)))
    asked = replace(OBJECTION, kind=ObjectionKind.AWARD)
    assert guards(dossier, asked, date(2018, 3, 16)) == []
    assert guards(dossier, asked, date(2018, 3, 17)) == ["in-time"]


def test_an_outsider_objects_to_an_award_within_thirty_days_of_knowing() -> None:
    story = of_title(TitleKind.AWARD, 2019)
    joined = with_outsider().entries[-1]
    dossier = then(story, Did(joined.act, date(2019, 3, 9), {"known-parties": (OTHER,)}))
    asked = ObjectionRaised(kind=ObjectionKind.AWARD, by=OTHER, content="虚假仲裁")
    known = replace(asked, counted_from=date(2019, 3, 11), counted_why="收到查封裁定")
    assert guards(dossier, asked, date(2019, 4, 10)) == ["start-told"]
    assert guards(dossier, known, date(2019, 4, 10)) == []
    assert guards(dossier, known, date(2019, 4, 11)) == ["in-time"]


ENDED = RoundTerminated(
    reason="无财产", ground=TerminationGround.NO_PROPERTY, ruling="（2017）渝0235执1号之一"
)


def test_after_a_terminated_round_acts_may_still_be_objected_to() -> None:
    dossier = build([*noticed(), Did(ENDED, DAY)], guarded=False)
    assert guards(dossier, OBJECTION) == []


def test_an_ending_is_objected_to_within_sixty_days_of_service_or_of_knowing() -> None:
    dossier = then(build([*noticed(), Did(ENDED, DAY)], guarded=False), serves(13, DEBTOR, DAY))
    asked = ObjectionRaised(kind=ObjectionKind.CLOSING, by=DEBTOR, against=13, content="有财产")
    assert guards(dossier, asked, date(2017, 6, 9)) == []
    assert guards(dossier, asked, date(2017, 6, 10)) == ["in-time"]
    applicant = replace(asked, by=APPLICANT)
    assert guards(dossier, applicant, date(2017, 9, 1)) == ["start-told"]
    known = replace(applicant, counted_from=date(2017, 8, 1), counted_why="阅卷得知")
    assert guards(dossier, known, date(2017, 9, 1)) == []


# Acceptance and review


def test_three_days_to_file_and_three_to_tell() -> None:
    assert standings("accept-objection", objected(), date(2017, 4, 13), date(2017, 4, 14)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    accepted = then(objected(), Did(ObjectionAccepted(objection=13), date(2017, 4, 12)))
    assert standings("accept-objection", accepted, date(2017, 4, 12)) == [Standing.MET]
    assert duty("tell-of-objection", accepted).due == date(2017, 4, 17)  # 15 April 2017 is a Saturday
    told = then(accepted, serves(14, DEBTOR, date(2017, 4, 14)))
    assert standings("tell-of-objection", told, date(2017, 4, 14)) == [Standing.MET]


def test_what_is_missing_is_told_once_and_the_time_to_supply_it_does_not_count() -> None:
    asked = ObjectionSupplementAsked(objection=13, missing=("身份证明",), until=date(2017, 4, 13))
    assert guards(objected(), asked) == []
    assert guards(objected(), replace(asked, missing=())) == ["supplement-once"]
    assert guards(objected(), replace(asked, until=date(2017, 4, 20))) == ["supplement-once"]
    waiting = then(objected(), Did(asked, DAY))
    assert guards(waiting, asked) == ["supplement-once"]
    assert duty("accept-objection", waiting).due == date(2017, 4, 17)  # 16 April 2017 is a Sunday


def test_fifteen_days_to_review() -> None:
    assert standings("decide-objection", objected(), date(2017, 4, 25), date(2017, 4, 26)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    assert duty("decide-third-party-objection", claimed()).due == date(2017, 4, 25)
    done = decided(objected(), 13, ObjectionResult.DISMISSED, date(2017, 4, 25))
    assert standings("decide-objection", done, date(2017, 4, 25)) == [Standing.MET]


@pytest.mark.parametrize(
    ("title", "kind", "name", "due", "more", "longer"),
    [
        (
            TitleKind.AWARD,
            ObjectionKind.AWARD,
            "decide-award-non-enforcement",
            date(2019, 6, 12),
            ReviewExtended(review=13, months=1, reason="案情复杂"),
            date(2019, 7, 12),
        ),
        (
            TitleKind.NOTARISED_DEBT,
            ObjectionKind.NOTARISED,
            "decide-notarised-non-enforcement",
            date(2019, 6, 11),
            ReviewExtended(review=13, days=30, reason="案情复杂"),
            date(2019, 7, 11),
        ),
    ],
)
def test_awards_take_two_months_and_a_third_notarised_debts_sixty_days_and_thirty(
    title: TitleKind, kind: ObjectionKind, name: str, due: date, more: ReviewExtended, longer: date
) -> None:
    raised = then(of_title(title, 2019), Did(replace(OBJECTION, kind=kind), date(2019, 4, 10)))
    assert standings(name, raised, date(2019, 4, 10)) == [Standing.UNDETERMINED]  # not filed for review yet
    accepted = then(raised, Did(ObjectionAccepted(objection=13), date(2019, 4, 12)))
    assert duty(name, accepted).due == due
    assert guards(accepted, replace(more, months=more.months * 2, days=more.days + 1), due) == [
        "review-may-be-extended"
    ]
    assert guards(accepted, replace(more, months=0, days=0), due) == ["review-may-be-extended"]
    assert guards(accepted, more, date(2019, 6, 13)) == ["extended-before-the-end"]
    extended = then(accepted, Did(more, due))
    assert duty(name, extended).due == longer
    assert guards(extended, more, due) == ["review-may-be-extended"]


def test_before_the_interpretations_no_limit_of_theirs_ran() -> None:
    raised = then(of_title(TitleKind.AWARD, 2017), Did(replace(OBJECTION, kind=ObjectionKind.AWARD), DAY))
    assert not has_duty("decide-award-non-enforcement", raised)


def test_the_review_of_an_act_is_not_lengthened() -> None:
    assert guards(objected(), ReviewExtended(review=13, days=5)) == ["review-may-be-extended"]
    assert guards(objected(), ReviewExtended(review=11, days=5)) == ["review-may-be-extended"]


def test_a_panel_of_others_reviews_and_the_ruling_names_the_remedy() -> None:
    on = date(2017, 4, 20)
    assert guards(objected(), RULING, on, JUDGE) == ["reviewed-by-panel"]
    assert guards(objected(), RULING, on) == ["not-ones-own-judge", "reviewed-by-panel"]
    heard = then(objected(), *reviewed(13, on))
    assert guards(heard, RULING, on, JUDGE) == []
    assert guards(heard, replace(RULING, remedy_stated=False), on, JUDGE) == ["remedy-stated"]
    assert guards(heard, replace(RULING, objection=11), on, JUDGE)[0] == "objection-open"
    done = then(heard, Did(RULING, on, by=JUDGE))
    assert guards(done, RULING, on, JUDGE)[0] == "objection-open"
    assert guards(heard, RULING, on, replace(JUDGE, id=ANYONE.id)) == ["not-ones-own-judge"]


def test_who_enforces_does_not_sit_on_the_panel() -> None:
    mixed = then(objected(), Did(PanelFormed(presiding=42, members=(43, ANYONE.id)), DAY, by=JUDGE))
    talk = reviewed(13, DAY)[1].act
    assert isinstance(talk, PanelDeliberated)
    assert guards(mixed, talk, DAY, JUDGE) == ["reviewers-did-not-act"]


def test_an_objection_upheld_is_known_by_kind() -> None:
    raised = then(begun(), Did(replace(OBJECTION, kind=ObjectionKind.LIMITATION), DAY))
    assert not upheld(raised, ObjectionKind.LIMITATION, DAY)
    good = decided(raised, 13, ObjectionResult.UPHELD, date(2017, 4, 20))
    assert upheld(good, ObjectionKind.LIMITATION, date(2017, 4, 20))
    assert not upheld(good, ObjectionKind.LIMITATION, date(2017, 4, 19))
    assert not upheld(good, ObjectionKind.JURISDICTION, date(2017, 4, 20))
    assert open_objections(good, date(2017, 4, 20)) == []


# The court above, when the court does nothing


def test_when_the_court_does_nothing_the_objector_turns_to_the_court_above() -> None:
    asked = ObjectionTakenHigher(objection=13, by=DEBTOR)
    assert guards(objected(), asked, date(2017, 4, 13)) == ["court-is-late"]
    assert guards(objected(), asked, date(2017, 4, 14)) == []
    assert guards(objected(), replace(asked, by=APPLICANT), date(2017, 4, 14)) == ["court-is-late"]
    filed = then(objected(), Did(ObjectionAccepted(objection=13), date(2017, 4, 12)))
    assert guards(filed, asked, date(2017, 4, 25)) == ["court-is-late"]
    assert guards(filed, asked, date(2017, 4, 26)) == []


@pytest.mark.parametrize(
    ("order", "name", "due"),
    [
        (ReviewOrder.FILE, "file-as-directed", date(2017, 5, 2)),  # 29 April to 1 May 2017 are days of rest
        (ReviewOrder.RULE, "rule-as-directed", date(2017, 5, 11)),
    ],
)
def test_the_court_above_gives_three_days_to_file_or_fifteen_to_rule(
    order: ReviewOrder, name: str, due: date
) -> None:
    directed = then(objected(), Did(ReviewDirected(objection=13, order=order), date(2017, 4, 26)))
    assert duty(name, directed).due == due
    filed = then(directed, Did(ObjectionAccepted(objection=13), due))
    done = decided(filed, 13, ObjectionResult.DISMISSED, due)
    assert standings(name, done, due) == [Standing.MET]


# What an outsider's objection stops


def test_while_an_outsiders_objection_is_reviewed_the_thing_is_not_disposed_of() -> None:
    assert disposal_barred(objected(), DAY) is None
    bar = disposal_barred(claimed(), DAY)
    assert bar is not None
    assert bar.object == "渝FA0000 轿车"
    assert disposal_barred(claimed(), date(2017, 4, 9)) is None


def test_after_dismissal_the_bar_lasts_fifteen_days_from_service() -> None:
    dismissed = decided(claimed(), 14, ObjectionResult.DISMISSED, date(2017, 4, 20))
    assert disposal_barred(dismissed, date(2017, 12, 1)) is not None  # not served yet
    served = then(dismissed, serves(17, OTHER, date(2017, 4, 21)))
    assert disposal_barred(served, date(2017, 5, 8)) is not None  # 6 May 2017 is a Saturday
    assert disposal_barred(served, date(2017, 5, 9)) is None


def test_an_applicants_guarantee_lets_enforcement_go_on() -> None:
    given = GuaranteeGiven(
        guarantor=APPLICANT,
        kind=GuaranteeKind.PERSON,
        purpose=GuaranteePurpose.CONTINUE,
        objection=14,
    )
    assert disposal_barred(then(claimed(), Did(given, DAY)), DAY) is None


def test_an_objection_withdrawn_bars_nothing() -> None:
    gone = then(
        claimed(), Did(replace(RULING, objection=14, result=ObjectionResult.WITHDRAWN), DAY, by=JUDGE)
    )
    assert disposal_barred(gone, DAY) is None
