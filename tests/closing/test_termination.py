"""Termination of the round: each condition refuses by itself, nothing counts as met by default, and all together let it pass."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.closing.stories import (
    CHECKED,
    DELIBERATED,
    FORMED,
    PANEL,
    REACHED_SOME,
    RULING,
    SERVED,
    TALK,
    TALKED,
    TERMINATED,
    TERMINATION,
    check,
    checks,
    deliberated,
    served,
    terminated,
)
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ApplicationReceived, ClaimKind, ClaimRecorded, Origin
from zhixing.cases.acts.notice import EnforcementNoticeIssued, PropertyReportOrdered, ServiceMethod
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.cases.acts.performance import ClaimWaived, ConductPerformed
from zhixing.closing import questions
from zhixing.closing.acts import (
    CheckedCondition,
    RoundTerminatedByConsent,
    RoundTerminationServed,
    TalkOutcome,
    TerminationChecked,
    TerminationTalkHeld,
)
from zhixing.closing.questions import State
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.power import Power


def names(dossier: Dossier, did: Did) -> list[str]:
    return [each.guard for each in refused(dossier, did)]


def state(dossier: Dossier, name: str, on: date = TERMINATED) -> State:
    return next(each.state for each in questions.proof(dossier, on) if each.name == name)


def without(*kinds: type[object]) -> list[Did]:
    return [did for did in deliberated() if not isinstance(did.act, kinds)]


def talk(outcome: TalkOutcome, *, signed: bool = False, until: date | None = None) -> Did:
    act = TALK.act
    assert isinstance(act, TerminationTalkHeld)
    return Did(replace(act, outcome=outcome, signed=signed, clues_until=until), TALK.on)


def test_with_every_condition_proven_the_round_is_terminated() -> None:
    dossier = build(terminated())
    ending = questions.closing(dossier, TERMINATED)
    assert ending is not None
    assert (ending.way, ending.document) == ("终结本次执行程序", "终结本次执行程序裁定书")
    assert cases.stage(dossier, TERMINATED) == "已结案"
    assert questions.termination_served_on(dossier, TERMINATED) is None
    assert questions.termination_served_on(dossier, SERVED) == SERVED


def test_the_president_approves_unless_the_applicant_signed() -> None:
    assert installed().rule("closing.round_terminated").approved_by is Power.PRESIDENT
    assert installed().rule("closing.round_terminated_by_consent").approved_by is None


def test_what_no_room_records_is_never_taken_as_met() -> None:
    dossier = build([*noticed(), FORMED, TALK, DELIBERATED])
    unrecorded = {
        each.name for each in questions.proof(dossier, TERMINATED) if each.state is State.UNRECORDED
    }
    assert unrecorded == {
        str(each.value).replace("_", "-")
        for each in CheckedCondition
        if each is not CheckedCondition.OTHER_THAN_MONEY
    }
    assert not questions.proven(dossier, TERMINATED)
    found = refused(dossier, TERMINATION)
    assert {each.guard for each in found} == unrecorded
    assert all(each.unrecorded for each in found)


@pytest.mark.parametrize("condition", list(CheckedCondition)[:-1])
def test_each_condition_without_record_is_passed_only_by_its_own_certified_check(
    condition: CheckedCondition,
) -> None:
    story = [
        did
        for did in deliberated()
        if not (isinstance(did.act, TerminationChecked) and did.act.condition is condition)
    ]
    name = str(condition.value).replace("_", "-")
    assert names(build(story), TERMINATION) == [name]
    assert state(build(deliberated()), name) is State.CERTIFIED


def test_a_certified_check_shows_who_certified_on_what_and_which_panel_confirmed() -> None:
    dossier = build(deliberated())
    clues = next(each for each in questions.proof(dossier, TERMINATED) if each.name == "clues-verified")
    assert clues.state.value == "凭书面材料确认，非系统记录"
    assert [type(entry.act).__name__ for entry in clues.evidence] == [
        "TerminationChecked",
        "PanelDeliberated",
    ]
    assert "承办甲" in str(clues.facts)


def test_a_check_after_the_deliberation_is_not_confirmed() -> None:
    late = check(CheckedCondition.LISTED, PANEL)
    dossier = build([*deliberated(), late])
    assert state(dossier, "listed") is State.UNRECORDED
    assert names(dossier, TERMINATION) == ["listed"]
    again = Did(DELIBERATED.act, TERMINATED)
    assert names(build([*deliberated(), late, again]), TERMINATION) == []


def test_a_deliberation_that_did_not_agree_confirms_nothing() -> None:
    no = Did(replace(DELIBERATED.act, agreed=False), PANEL)
    dossier = build([*without(type(DELIBERATED.act)), no])
    assert "panel-reviewed" in names(dossier, TERMINATION)
    assert state(dossier, "clues-verified") is State.UNRECORDED


@pytest.mark.parametrize(
    ("evidence_on", "refuses"),
    [(date(2017, 3, 3), True), (date(2017, 3, 4), False), (date(2017, 3, 5), False)],
)
def test_the_network_inquiry_lies_within_three_months_and_a_day(evidence_on: date, refuses: bool) -> None:
    newest = check(CheckedCondition.NETWORK_INQUIRY, CHECKED, evidence_on)
    story = [*noticed(), FORMED, *checks(), newest, TALK, DELIBERATED]
    assert (names(build(story), TERMINATION) == ["network-inquiry"]) is refuses
    assert (state(build(story), "network-inquiry") is State.MISSING) is refuses


@pytest.mark.parametrize(
    ("on", "refuses"), [(date(2017, 6, 2), True), (date(2017, 6, 3), True), (date(2017, 6, 4), False)]
)
def test_more_than_three_months_have_passed_since_filing(on: date, refuses: bool) -> None:
    assert ("three-months" in names(build(deliberated()), Did(RULING, on))) is refuses


@pytest.mark.parametrize("kind", [EnforcementNoticeIssued, PropertyReportOrdered])
def test_notice_and_report_order_went_to_every_debtor(kind: type[object]) -> None:
    dossier = build(without(kind), guarded=False)
    assert "notice-and-order" in names(dossier, TERMINATION)
    second = build([*deliberated(), Did(PartyJoined(party=OTHER, role=Role.DEBTOR), PANEL, KNOWN)])
    assert names(second, TERMINATION) == ["notice-and-order"]


def test_the_applicant_is_talked_to_before() -> None:
    assert names(build(without(TerminationTalkHeld)), TERMINATION) == ["talk-held"]


def test_every_applicant_is_talked_to() -> None:
    joined = Did(PartyJoined(party=OTHER, role=Role.APPLICANT), PANEL, KNOWN)
    assert names(build([*deliberated(), joined]), TERMINATION) == ["talk-held"]


@pytest.mark.parametrize("outcome", list(TalkOutcome))
def test_whatever_the_applicant_answers_the_panel_may_decide(outcome: TalkOutcome) -> None:
    story = [*without(TerminationTalkHeld, type(DELIBERATED.act)), talk(outcome), DELIBERATED]
    assert names(build(story), TERMINATION) == []


@pytest.mark.parametrize(
    ("until", "refuses"), [(date(2017, 6, 4), False), (TERMINATED, True), (date(2017, 6, 6), True)]
)
def test_time_given_for_clues_runs_out_first(until: date, refuses: bool) -> None:
    story = [
        *without(TerminationTalkHeld, type(DELIBERATED.act)),
        talk(TalkOutcome.DISAGREES, until=until),
        DELIBERATED,
    ]
    assert (names(build(story), TERMINATION) == ["talk-held"]) is refuses


def test_a_case_moved_by_the_trial_bench_has_nobody_to_talk_to() -> None:
    story = without(TerminationTalkHeld)
    opening = story[0].act
    assert isinstance(opening, ApplicationReceived)
    story[0] = Did(replace(opening, origin=Origin.TRANSFERRED), story[0].on)
    assert state(build(story), "talk-held") is State.MET


def test_the_panel_deliberates_after_the_talk() -> None:
    early = Did(DELIBERATED.act, TALKED)
    story = [*without(TerminationTalkHeld, type(DELIBERATED.act)), early, TALK]
    assert names(build(story), TERMINATION) == ["panel-reviewed"]


def test_the_signed_consent_of_every_applicant_replaces_the_president() -> None:
    consent = Did(
        RoundTerminatedByConsent(reason="无财产", ground=RULING.ground, ruling=RULING.ruling), TERMINATED
    )
    base = without(TerminationTalkHeld, type(DELIBERATED.act))
    signed = build([*base, talk(TalkOutcome.AGREES, signed=True), DELIBERATED])
    unsigned = build([*base, talk(TalkOutcome.AGREES), DELIBERATED])
    disagreeing = build([*base, talk(TalkOutcome.DISAGREES, signed=True), DELIBERATED])
    assert names(signed, consent) == []
    assert names(unsigned, consent) == names(disagreeing, consent) == ["applicants-signed"]
    assert questions.terminated(add(signed, consent), TERMINATED) is not None


def test_a_case_without_anything_owed_is_fulfilled_instead() -> None:
    waived = Did(ClaimWaived(by=APPLICANT, amount=50_000_000, reason="放弃其余"), PANEL)
    assert names(build([*deliberated(), waived]), TERMINATION) == ["still-owed"]


def test_what_is_owed_must_be_known() -> None:
    """Undetermined is not the same as owed."""
    story = [did for did in deliberated() if not isinstance(did.act, ClaimRecorded)]
    dossier = build(story, guarded=False)
    assert state(dossier, "still-owed") is State.MISSING


def test_a_claim_for_conduct_must_be_accounted_for() -> None:
    conduct = Did(
        ClaimRecorded(
            title=4,
            kind=ClaimKind.CONDUCT,
            label="停止侵害",
            owed_by=(DEBTOR,),
            owed_to=(APPLICANT,),
            text="拆除占用通道的围墙",
        ),
        CHECKED,
    )
    dossier = build([*deliberated(), conduct])
    assert names(dossier, TERMINATION) == ["other-than-money"]
    done = Did(ConductPerformed(claim=dossier.head), PANEL)
    assert names(add(dossier, done), TERMINATION) == []
    certified = [check(CheckedCondition.OTHER_THAN_MONEY, PANEL), Did(DELIBERATED.act, PANEL)]
    assert names(build([*deliberated(), conduct, *certified]), TERMINATION) == []


def test_a_resting_case_is_not_closed() -> None:
    rest = Did(Suspended(ground=SuspensionGround.APPLICANT_DEFERS), PANEL)
    assert names(build([*deliberated(), rest]), TERMINATION) == ["not-resting"]
    again = Did(Resumed(reason="延期届满"), TERMINATED)
    assert names(build([*deliberated(), rest, again]), TERMINATION) == []


def test_a_dead_debtor_is_replaced_first() -> None:
    rest = Did(Suspended(ground=SuspensionGround.HEIR_AWAITED), PANEL)
    assert state(build([*deliberated(), rest]), "debtors-known") is State.MISSING


def test_a_ruling_without_number_and_a_second_termination_are_refused() -> None:
    assert names(build(deliberated()), Did(replace(RULING, ruling=" "), TERMINATED)) == ["ruling-numbered"]
    assert "open-case" in names(build(terminated()), Did(RULING, SERVED))


def test_a_talk_tells_everything_to_an_applicant_and_says_why_not() -> None:
    dossier = build(noticed())
    act = TALK.act
    assert isinstance(act, TerminationTalkHeld)
    assert names(dossier, TALK) == []
    for change in (
        {"party": DEBTOR},
        {"told": act.told[:3]},
        {"reasons": ""},
        {"outcome": TalkOutcome.NOT_REACHED, "reasons": "", "told": ()},
        {"clues_until": date(2017, 5, 24)},
    ):
        assert names(dossier, Did(replace(act, **change), TALKED)) == ["talk-complete"]
    reached_nobody = replace(
        act, outcome=TalkOutcome.NOT_REACHED, told=(), reasons="三次电话无人接听，邮件退回"
    )
    assert names(dossier, Did(reached_nobody, TALKED)) == []


def test_a_check_names_its_paper() -> None:
    dossier = build(noticed())
    good = check(CheckedCondition.LISTED)
    assert names(dossier, good) == []
    assert names(dossier, Did(replace(good.act, document=" "), CHECKED)) == ["evidence-given"]
    assert names(dossier, check(CheckedCondition.LISTED, CHECKED, date(2017, 5, 23))) == ["evidence-given"]


def test_the_ruling_is_served_on_members_after_it_was_made() -> None:
    assert names(build(deliberated()), served()) == ["round-terminated"]
    assert names(build(terminated()), served(OTHER)) == ["served-on-member"]
    assert names(build(terminated()), served(DEBTOR)) == []


def test_the_day_of_the_question_decides() -> None:
    dossier = build(terminated())
    assert questions.closing(dossier, PANEL) is None
    assert questions.terminated(dossier, PANEL) is None
    assert state(dossier, "talk-held", CHECKED) is State.MISSING
    assert REACHED_SOME.act in [entry.act for entry in dossier.entries]


@pytest.mark.parametrize(
    ("method", "counts_on"),
    [
        (ServiceMethod.DIRECT, SERVED),
        (ServiceMethod.LEFT, SERVED),
        (ServiceMethod.MAIL, date(2017, 6, 6)),
        (ServiceMethod.PUBLIC_NOTICE, date(2017, 6, 6)),
    ],
)
def test_the_day_of_closing_depends_on_how_the_applicant_was_served(
    method: ServiceMethod, counts_on: date
) -> None:
    base = build(terminated()[:-1])
    act = RoundTerminationServed(to=APPLICANT, method=method, sent_on=date(2017, 6, 6))
    assert names(base, Did(act, SERVED)) == []
    assert questions.termination_served_on(add(base, Did(act, SERVED)), SERVED) == counts_on
    undated = names(base, Did(replace(act, sent_on=None), SERVED))
    assert undated == ([] if counts_on == SERVED else ["service-dated"])
    late = names(base, Did(replace(act, sent_on=date(2017, 6, 9)), SERVED))
    assert late == ([] if counts_on == SERVED else ["service-dated"])
