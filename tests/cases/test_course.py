"""The course of a case: each act is refused while its condition is missing and passes once it is there; each duty on its days."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import (
    APPLICANT,
    ASSIGNED,
    CANDIDATES,
    DEBTOR,
    FILED,
    OTHER,
    RECEIVED,
    filed,
    noticed,
)
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.higher_court import HigherCourtApplied, UrgingOrdered
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround, Suspended, SuspensionGround
from zhixing.cases.acts.performance import (
    ClaimWaived,
    ConductPerformed,
    DelayPenaltyFixed,
    SatisfactionKind,
    SatisfactionRecorded,
    VoluntarilyPerformed,
)
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted, PeriodExtended
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalGround
from zhixing.cases.acts.review import (
    ObjectionDecided,
    ObjectionKind,
    ObjectionRaised,
    ObjectionResult,
    ObjectionSuitFiled,
    ReconsiderationAsked,
)
from zhixing.cases.acts.settlement import (
    GuaranteeGiven,
    GuaranteeKind,
    Instalment,
    SettlementBroken,
    SettlementPerformed,
    SettlementRecorded,
)
from zhixing.cases.questions.settlement import SettlementState, settlement
from zhixing.law.answers import Found
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duty import Duty, duties

DAY = date(2017, 4, 10)


def names(act: Act, story: list[Did], on: date = DAY) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, on, CANDIDATES))]


def duty(name: str, story: list[Did]) -> Duty:
    """The duty of that name after the story."""
    (found,) = [each for each in duties(installed().duties, build(story)) if each.rule.name == name]
    return found


# Performance


def test_a_payment_lowers_what_is_owed_from_its_day() -> None:
    paid = Did(VoluntarilyPerformed(by=DEBTOR, amount=2_000_000), date(2017, 3, 21))
    dossier = build([*noticed(), paid])
    before, after = questions.owed(dossier, date(2017, 3, 20)), questions.owed(dossier, date(2017, 3, 21))
    assert isinstance(before, Found)
    assert isinstance(after, Found)
    assert before.value.outstanding.total == 5_000_000 + 51_625  # 59 days
    assert after.value.outstanding.total == 3_000_000 + 52_500  # 60 days, then 30,000 yuan go on
    assert questions.amount_reached(dossier, DAY) == 2_000_000


def test_nobody_takes_more_than_is_owed() -> None:
    act = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=9_000_000)
    assert names(act, noticed()) == ["not-beyond-what-is-owed"]
    assert names(replace(act, amount=5_000_000), noticed()) == []
    assert names(replace(act, amount=0), noticed()) == ["not-beyond-what-is-owed"]
    assert names(VoluntarilyPerformed(by=APPLICANT, amount=100), noticed()) == ["paid-by-debtor"]


def test_conduct_answers_a_claim_for_conduct_and_its_delay_costs_twice_the_loss() -> None:
    claim = Did(
        ClaimRecorded(
            title=4,
            kind=ClaimKind.CONDUCT,
            label="办理过户",
            owed_by=(DEBTOR,),
            owed_to=(APPLICANT,),
            text="协助办理房屋过户登记",
        ),
        FILED,
    )
    story = [*noticed(), replace_on(claim, date(2017, 3, 8))]
    seq = build(story).head
    assert names(ConductPerformed(claim=seq), story) == []
    assert names(ConductPerformed(claim=5), story) == ["claim-of-that-kind"]
    assert names(DelayPenaltyFixed(claim=seq, amount=100, loss=60), story) == ["twice-the-loss"]
    assert names(DelayPenaltyFixed(claim=seq, amount=120, loss=60), story) == []


def replace_on(did: Did, on: date) -> Did:
    """The same act on another day."""
    return Did(did.act, on, did.facts, did.by)


def test_only_an_applicant_waives_and_says_what() -> None:
    assert names(ClaimWaived(by=DEBTOR, amount=100), noticed()) == ["waived-by-applicant"]
    assert names(ClaimWaived(by=APPLICANT), noticed()) == ["waived-by-applicant"]
    assert names(ClaimWaived(by=APPLICANT, amount=100), noticed()) == []


# Settlement and guarantee

AGREED = SettlementRecorded(
    parties=(APPLICANT, DEBTOR),
    terms="分两期付清",
    instalments=(Instalment(date(2017, 5, 1), 100), Instalment(date(2017, 6, 1), 100)),
)


def test_a_settlement_is_signed_by_both_sides_and_has_an_end() -> None:
    assert names(AGREED, noticed()) == []
    assert names(replace(AGREED, parties=(APPLICANT,)), noticed()) == ["both-sides-signed"]
    assert names(replace(AGREED, instalments=()), noticed()) == ["terms-have-an-end"]


def test_a_settlement_stands_until_performed_or_broken() -> None:
    story = [*noticed(), Did(AGREED, DAY)]
    assert settlement(build(story), DAY)[0] is SettlementState.STANDING
    assert names(SettlementBroken(by=APPLICANT), noticed()) == ["settlement-standing"]
    kept = [*story, Did(SettlementPerformed(confirmed_by=APPLICANT), date(2017, 6, 1))]
    assert names(SettlementBroken(by=APPLICANT), kept, date(2017, 6, 2)) == [
        "settlement-not-performed",
        "settlement-standing",
    ]
    assert duty("apply-after-settlement", story).due == date(2019, 6, 3)  # 1 June 2019 is a Saturday


def test_nobody_guarantees_for_themselves() -> None:
    own = GuaranteeGiven(guarantor=DEBTOR, kind=GuaranteeKind.PERSON)
    assert names(own, noticed()) == ["guarantor-is-another"]
    assert names(replace(own, kind=GuaranteeKind.PROPERTY), noticed()) == ["guarantor-is-another"]
    assert names(replace(own, kind=GuaranteeKind.PROPERTY, object="房屋"), noticed()) == []


# Pause and the time for enforcement

REVIEW = Suspended(ground=SuspensionGround.TITLE_REVIEWED)


def test_while_a_case_rests_it_is_not_suspended_again_and_can_go_on() -> None:
    story = [*noticed(), Did(REVIEW, DAY)]
    assert names(Resumed(reason="审查终结"), noticed()) == ["is-paused"]
    assert names(REVIEW, story) == ["not-paused"]
    going = [*story, Did(Resumed(reason="审查终结"), date(2017, 5, 10))]
    assert questions.paused(build(going), date(2017, 5, 9)) is not None
    assert questions.paused(build(going), date(2017, 5, 10)) is None


def test_days_of_rest_lengthen_the_time_for_enforcement() -> None:
    plain = questions.limit(build(noticed()))
    rested = questions.limit(
        build([*noticed(), Did(REVIEW, DAY), Did(Resumed(reason="审查终结"), date(2017, 5, 10))])
    )
    assert isinstance(plain, Found)
    assert isinstance(rested, Found)
    assert plain.value.day == date(2017, 9, 4)  # 3 September 2017 is a Sunday
    assert rested.value.day == date(2017, 10, 9)  # thirty days later lies in the National Day rest


def test_a_review_of_the_title_stops_the_doubled_interest_unless_the_debtor_asked_for_it() -> None:
    on = date(2017, 4, 20)
    rests = questions.owed(build([*noticed(), Did(REVIEW, DAY)]), on)
    runs = questions.owed(build([*noticed(), Did(replace(REVIEW, at_debtors_request=True), DAY)]), on)
    assert isinstance(rests, Found)
    assert isinstance(runs, Found)
    assert runs.value.doubled - rests.value.doubled == 875 * 11  # 10 to 20 April, both counted


@pytest.mark.parametrize(
    ("ground", "until", "guards"),
    [
        (StayGround.HIGHER_COURT, date(2017, 7, 10), []),
        (StayGround.HIGHER_COURT, date(2017, 7, 11), ["stay-within-limit"]),
        (StayGround.DEBTOR_REQUEST, date(2018, 4, 10), []),
        (StayGround.DEBTOR_REQUEST, date(2018, 4, 11), ["stay-within-limit"]),
        (StayGround.GUARANTEE, date(2017, 7, 10), ["guarantor-named"]),
    ],
)
def test_a_stay_has_a_longest_term(ground: StayGround, until: date, guards: list[str]) -> None:
    assert names(Stayed(ground=ground, until=until), noticed()) == guards


def test_an_extension_is_asked_for_five_days_before_the_end() -> None:
    more = PeriodExtended(months=3, reason="财产在外地")
    assert names(more, noticed(), date(2017, 8, 30)) == []
    assert names(more, noticed(), date(2017, 8, 31)) == ["asked-in-time"]
    assert names(replace(more, months=4), noticed()) == ["extension-within-limit"]
    longer = questions.limit(build([*noticed(), Did(more, DAY)]))
    assert isinstance(longer, Found)
    assert longer.value.day == date(2017, 12, 4)


def test_a_deduction_lies_in_the_case_and_counts_once() -> None:
    cut = PeriodDeducted(ground=DeductionGround.APPRAISAL, since=date(2017, 3, 10), until=date(2017, 3, 20))
    assert names(replace(cut, since=date(2017, 3, 1)), noticed()) == ["deduction-sane"]
    assert names(replace(cut, until=date(2017, 3, 9)), noticed()) == ["deduction-sane"]
    assert names(cut, [*noticed(), Did(cut, DAY)]) == ["deduction-sane"]
    assert names(cut, noticed()) == []


# Objections

OBJECTION = ObjectionRaised(kind=ObjectionKind.ACT, by=DEBTOR, against=11, content="超标的")


def objected() -> list[Did]:
    """A case with an objection of 10 April."""
    return [*noticed(), Did(OBJECTION, DAY)]


def test_an_objection_is_raised_once_by_someone_known() -> None:
    assert names(OBJECTION, noticed()) == []
    assert names(OBJECTION, objected()) == ["not-again"]
    assert names(replace(OBJECTION, by=OTHER), noticed()) == ["objection-definite"]
    assert names(replace(OBJECTION, kind=ObjectionKind.AWARD), noticed())[0] == "objection-definite"


def test_an_outsider_says_which_thing_and_disposal_is_barred() -> None:
    story = [*noticed(), Did(PartyJoined(party=OTHER, role=Role.OUTSIDER), date(2017, 4, 1))]
    third = ObjectionRaised(kind=ObjectionKind.THIRD_PARTY, by=OTHER)
    assert names(third, story) == ["objection-definite"]
    assert names(replace(third, object="渝FA0000 轿车"), story) == []


def test_jurisdiction_is_objected_to_within_ten_days_of_the_notice() -> None:
    asked = replace(OBJECTION, kind=ObjectionKind.JURISDICTION)
    assert names(asked, noticed(), date(2017, 3, 17)) == []
    assert names(asked, noticed(), date(2017, 3, 18)) == ["in-time"]


def test_the_review_of_an_objection_takes_fifteen_days() -> None:
    assert duty("decide-objection", objected()).due == date(2017, 4, 25)
    assert duty("accept-objection", objected()).due == date(2017, 4, 13)


def test_who_did_the_act_does_not_review_the_objection_and_a_ruling_names_the_remedy() -> None:
    seq = build(objected()).head
    ruling = ObjectionDecided(objection=seq, result=ObjectionResult.DISMISSED, reason="不超标的")
    assert names(ruling, objected(), date(2017, 4, 20)) == ["not-ones-own-judge"]
    judge = replace(ANYONE, id=42, name="裁决庭法官")
    asked = Did(replace(ruling, remedy_stated=False), date(2017, 4, 20), by=judge)
    assert [each.guard for each in refused(build(objected()), asked)] == ["remedy-stated"]
    decided = add(build(objected()), Did(ruling, date(2017, 4, 20), by=judge))
    late = Did(ReconsiderationAsked(ruling=decided.head, by=DEBTOR), date(2017, 5, 3))
    in_time = Did(ReconsiderationAsked(ruling=decided.head, by=DEBTOR), date(2017, 5, 2))
    assert [each.guard for each in refused(decided, late)] == ["reconsideration-in-time"]
    assert refused(decided, in_time) == []  # 30 April and 1 May 2017 are days of rest
    suit = Did(ObjectionSuitFiled(objection=seq, by=DEBTOR), date(2017, 4, 21))
    assert [each.guard for each in refused(decided, suit)] == ["suit-in-time"]


# Recusal and the panel


def test_a_recused_officer_does_not_get_the_case() -> None:
    asked = Did(RecusalAsked(officer=1, ground=RecusalGround.RELATED, by=APPLICANT), date(2017, 3, 3))
    decided = Did(RecusalDecided(officer=1, granted=True), date(2017, 3, 4))
    story = [*filed(), asked, decided]
    assert "officer-not-recused" in names(Assigned(officer=1, seed="s"), story, ASSIGNED)
    assert names(RecusalDecided(officer=5, granted=True), [*filed(), asked]) == ["asked-for"]
    assert duty("decide-recusal", [*filed(), asked]).due == date(2017, 3, 6)


def test_a_panel_is_odd_and_comes_before_deliberation() -> None:
    talk = PanelDeliberated(
        topic=DeliberationTopic.TERMINATION, handler_opinion="终本", other_opinions="同意", agreed=True
    )
    assert names(talk, noticed()) == ["panel-formed"]
    assert names(PanelFormed(presiding=1, members=(2,)), noticed()) == ["odd-and-free"]
    assert names(PanelFormed(presiding=1, members=(2, 2)), noticed()) == ["odd-and-free"]
    formed = [*noticed(), Did(PanelFormed(presiding=1, members=(2, 3)), DAY)]
    assert names(talk, formed) == []


# Change of parties, the court above


def test_a_change_of_parties_answers_its_application() -> None:
    wanted = PartyChangeAsked(ground=ChangeGround.DEBTOR_DIED, by=APPLICANT, new=OTHER, old=DEBTOR)
    assert names(replace(wanted, old=APPLICANT), noticed()) == ["parties-fit"]
    assert names(replace(wanted, new=DEBTOR, old=None), noticed()) == ["parties-fit"]
    story = [*noticed(), Did(wanted, DAY)]
    seq = build(story).head
    ruling = PartyChangeDecided(application=seq, new=OTHER, old=DEBTOR, granted=True)
    assert names(ruling, story) == []
    assert names(replace(ruling, new=99), story) == ["answers-application"]
    assert duty("decide-party-change", story).due == date(2017, 6, 9)
    reached = installed().rule(PartyChangeDecided).reaches(ruling, 1)
    assert [type(each.act).__name__ for each in reached] == ["PartyJoined", "PartyLeft"]


def test_the_court_above_is_reached_after_six_months_and_orders_after_an_application() -> None:
    asked = HigherCourtApplied(by=APPLICANT)
    assert names(asked, noticed(), date(2017, 9, 1)) == ["six-months-over"]  # received on 1 March
    assert names(asked, noticed(), date(2017, 9, 2)) == []
    assert names(UrgingOrdered(until=date(2017, 12, 1)), noticed(), date(2017, 9, 2)) == ["applied-before"]


def test_the_story_begins_with_the_application() -> None:
    assert build(filed()).entries[0].on == RECEIVED
