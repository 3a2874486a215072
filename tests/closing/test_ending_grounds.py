"""Ending, cancelling, not enforcing, dismissing: each ground refuses until the record proves it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.closing.endings import CANCELLED, ENDING, PAID, REFUSED, after, changed, names, objection
from tests.closing.stories import PANEL
from tests.record.builder import Did, build
from zhixing.cases.acts.filing import (
    CaseType,
    ClaimKind,
    ClaimRecorded,
    LivelihoodCategory,
    LivelihoodFlagged,
    RefusalGround,
    TitleKind,
    TitleRecorded,
)
from zhixing.cases.acts.higher_court import ElevatedOrDesignated, HigherMeasure
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.pause import Suspended, SuspensionGround
from zhixing.cases.acts.performance import ClaimWaived
from zhixing.cases.acts.review import ObjectionKind, ObjectionResult
from zhixing.closing.acts import (
    ApplicationDismissed,
    CancellationGround,
    EndingGround,
    NonEnforcementGround,
    PreservationClosed,
    PreservationOutcome,
)
from zhixing.parties.acts import PartyJoined, Role

# 终结执行


def test_enforcement_ends_when_every_applicant_withdraws() -> None:
    assert names(build(noticed()), ENDING) == []
    assert names(build(noticed()), replace(ENDING, parties=())) == ["ending-ground-proven"]
    assert names(build(noticed()), replace(ENDING, evidence=" ")) == ["ending-ground-proven"]
    assert names(build(noticed()), replace(ENDING, ruling="")) == ["ruling-numbered"]


@pytest.mark.parametrize(
    "ground", [EndingGround.DEBTOR_DIED, EndingGround.ENTERPRISE_GONE, EndingGround.BANKRUPT]
)
def test_what_befell_one_of_several_debtors_does_not_end_the_case(ground: EndingGround) -> None:
    act = replace(ENDING, ground=ground, parties=(DEBTOR,))
    two = after(Did(PartyJoined(party=OTHER, role=Role.DEBTOR), PAID, KNOWN))
    assert names(build(noticed()), act) == []
    assert names(two, act) == ["ending-ground-proven"]
    assert names(two, replace(act, parties=(DEBTOR, OTHER))) == []
    assert names(build(noticed()), replace(act, parties=(APPLICANT,))) == ["ending-ground-proven"]


def test_the_claimants_death_ends_only_maintenance() -> None:
    act = replace(ENDING, ground=EndingGround.CLAIMANT_DIED)
    assert names(build(noticed()), act) == ["ending-ground-proven"]
    assert names(build(changed(noticed(), 0, cause="抚养费纠纷")), act) == []
    flagged = after(Did(LivelihoodFlagged(category=LivelihoodCategory.PARENTS), PAID))
    assert names(flagged, act) == []


def test_destitution_ends_only_loans() -> None:
    act = replace(ENDING, ground=EndingGround.DESTITUTE, parties=(DEBTOR,))
    assert names(build(noticed()), act) == ["ending-ground-proven"]
    assert names(build(changed(noticed(), 0, cause="民间借贷纠纷")), act) == []


def test_a_revoked_title_is_the_only_one() -> None:
    act = replace(ENDING, ground=EndingGround.TITLE_REVOKED, title=4)
    second = TitleRecorded(kind=TitleKind.RULING, issuer="本院", number="（2016）渝0235民初4321号之一")
    assert names(build(noticed()), act) == []
    assert names(build(noticed()), replace(act, title=5)) == ["ending-ground-proven"]
    assert names(after(Did(second, PAID)), act) == ["ending-ground-proven"]


def test_only_a_criminal_fine_is_remitted() -> None:
    act = replace(ENDING, ground=EndingGround.FINE_REMITTED)
    assert names(build(noticed()), act) == ["ending-ground-proven"]
    assert names(build(changed(noticed(), 3, kind=TitleKind.CRIMINAL)), act) == []


def test_a_lost_thing_ends_the_case_when_nothing_else_is_owed() -> None:
    thing = ClaimRecorded(
        title=4,
        kind=ClaimKind.THING,
        label="玉镯",
        owed_by=(DEBTOR,),
        owed_to=(APPLICANT,),
        text="返还玉镯一只",
    )
    head = build(noticed()).head + 1
    act = replace(ENDING, ground=EndingGround.OBJECT_LOST, claim=head)
    unpaid = after(Did(thing, PAID))
    assert names(unpaid, act) == ["ending-ground-proven"]
    waived = Did(ClaimWaived(by=APPLICANT, amount=50_000_000), PAID)
    assert names(after(Did(thing, PAID), waived), act) == []
    assert names(unpaid, replace(act, claim=5)) == ["ending-ground-proven"]


@pytest.mark.parametrize(
    ("ground", "measure"),
    [
        (EndingGround.ELEVATED, HigherMeasure.ELEVATED),
        (EndingGround.DESIGNATED, HigherMeasure.DESIGNATED),
    ],
)
def test_the_court_above_takes_the_case_without_a_ruling_of_this_court(
    ground: EndingGround, measure: HigherMeasure
) -> None:
    act = replace(ENDING, ground=ground, ruling="", other_court="重庆市第二中级人民法院")
    assert names(build(noticed()), act) == ["ending-ground-proven"]
    taken = after(Did(ElevatedOrDesignated(measure=measure, to="重庆市第二中级人民法院"), PAID))
    assert names(taken, act) == []
    assert names(taken, replace(act, other_court="")) == ["ending-ground-proven"]


@pytest.mark.parametrize(
    ("on", "ended", "cancelled"),
    [
        (date(2020, 12, 31), [], ["cancellation-proven"]),
        (date(2021, 1, 1), ["ending-ground-proven"], []),
        (date(2021, 1, 2), ["ending-ground-proven"], []),
    ],
)
def test_an_entrusted_case_is_ended_before_2021_and_cancelled_since(
    on: date, ended: list[str], cancelled: list[str]
) -> None:
    court = "四川省达州市通川区人民法院"
    end = replace(ENDING, ground=EndingGround.ENTRUSTED, ruling="", other_court=court)
    cancel = replace(CANCELLED, ground=CancellationGround.ENTRUSTED, other_court=court)
    assert names(build(noticed()), end, on) == ended
    assert names(build(noticed()), cancel, on) == cancelled


def test_a_case_suspended_for_bankruptcy_ends_when_it_is_declared() -> None:
    resting = after(Did(Suspended(ground=SuspensionGround.BANKRUPTCY), PAID))
    declared = replace(ENDING, ground=EndingGround.BANKRUPT, parties=(DEBTOR,))
    assert names(resting, declared) == []
    assert names(resting, ENDING) == ["not-resting-unless-awaited"]


# 销案、不予执行、驳回申请、保全


def test_cancelling_for_jurisdiction_needs_the_objection_upheld() -> None:
    assert names(build(noticed()), CANCELLED) == ["cancellation-proven"]
    assert names(after(*objection(ObjectionKind.JURISDICTION)), CANCELLED) == []
    dismissed = after(*objection(ObjectionKind.JURISDICTION, ObjectionResult.DISMISSED))
    assert names(dismissed, CANCELLED) == ["cancellation-proven"]
    assert names(build(noticed()), replace(CANCELLED, other_court="")) == ["cancellation-proven"]


def test_time_bars_a_title_only_on_an_objection_that_was_upheld() -> None:
    assert names(build(noticed()), REFUSED) == ["non-enforcement-reviewed"]
    assert names(after(*objection(ObjectionKind.LIMITATION)), REFUSED) == []


def test_an_award_is_not_enforced_on_objection_or_by_the_panel() -> None:
    award = changed(noticed(), 3, kind=TitleKind.AWARD)
    act = replace(REFUSED, ground=NonEnforcementGround.AWARD)
    panel = [
        Did(PanelFormed(presiding=3, members=(1, 4)), PANEL),
        Did(
            PanelDeliberated(
                topic=DeliberationTopic.ENDING,
                handler_opinion="违背公共利益",
                other_opinions="同意",
                agreed=True,
            ),
            PANEL,
        ),
    ]
    assert names(build(noticed()), act) == ["non-enforcement-reviewed"]
    assert names(after(story=award), act) == ["non-enforcement-reviewed"]
    assert names(after(*objection(ObjectionKind.AWARD), story=award), act) == []
    assert names(after(*panel, story=award), act) == []


def test_an_application_is_dismissed_by_numbered_ruling() -> None:
    act = ApplicationDismissed(
        reason="被执行人不明确", ground=RefusalGround.NO_CONTENT, ruling="（2017）渝0235执1号"
    )
    assert names(build(noticed()), act) == []
    assert names(build(noticed()), replace(act, ruling=" ")) == ["ruling-numbered"]


def test_a_preservation_case_has_its_own_way_and_no_other() -> None:
    story = changed(noticed(), 0, case_type=CaseType.PRESERVATION)
    closed = PreservationClosed(reason="冻结足额", outcome=PreservationOutcome.DONE)
    assert names(after(story=story), closed) == []
    assert names(build(noticed()), closed) == ["way-fits-case-type"]
    assert "way-fits-case-type" in names(after(story=story), ENDING)


def test_a_resumed_case_knows_three_ways() -> None:
    story = changed(noticed(), 0, case_type=CaseType.RESUMED)
    assert names(after(story=story), ENDING) == []
    assert "way-fits-case-type" in names(after(story=story), CANCELLED)
