"""Each way of closing: its conditions refuse by themselves, and let it pass once they are there."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.closing.stories import PANEL, TERMINATED, terminated
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import (
    ApplicationReceived,
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
from zhixing.cases.acts.performance import ClaimWaived, ConductPerformed, ThingDelivered, VoluntarilyPerformed
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.acts.settlement import SettlementPerformed, SettlementRecorded
from zhixing.closing import questions
from zhixing.closing.acts import (
    ApplicationDismissed,
    Archived,
    CancellationGround,
    CaseCancelled,
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    NonEnforced,
    NonEnforcementGround,
    NoticeConfirmation,
    PreservationClosed,
    PreservationOutcome,
)
from zhixing.law.answers import Found
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.dossier import Dossier

ON, PAID = date(2017, 6, 12), date(2017, 6, 9)
DONE = Did(Fulfilled(reason="工资及利息全部付清", ground=FulfilmentGround.PERFORMED), ON)
ENDING = EnforcementEnded(
    reason="申请执行人撤销申请",
    ground=EndingGround.WITHDRAWN,
    evidence="撤销执行申请书，卷一第 30 页",
    ruling="（2017）渝0235执1号之二",
    parties=(APPLICANT,),
)
CANCELLED = CaseCancelled(
    reason="管辖异议成立",
    ground=CancellationGround.NO_JURISDICTION,
    other_court="重庆市万州区人民法院",
    evidence="（2017）渝0235执异1号裁定",
)
REFUSED = NonEnforced(
    reason="超过申请执行时效",
    ground=NonEnforcementGround.TIME_BARRED,
    title=4,
    ruling="（2017）渝0235执异2号",
)


def names(dossier: Dossier, act: Act, on: date = ON) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, on))]


def paid(story: list[Did] | None = None) -> Dossier:
    """Everything owed on the day of payment, paid."""
    dossier = build(story or noticed())
    owed = cases.owed(dossier, PAID)
    assert isinstance(owed, Found)
    return add(dossier, Did(VoluntarilyPerformed(by=DEBTOR, amount=owed.value.outstanding.total), PAID))


def objection(kind: ObjectionKind, result: ObjectionResult = ObjectionResult.UPHELD) -> list[Did]:
    head = build(noticed()).head
    raised = ObjectionRaised(kind=kind, by=DEBTOR, against=8, content="异议")
    decided = ObjectionDecided(
        objection=head + 1, result=result, reason="经审查", ruling="（2017）渝0235执异1号"
    )
    return [Did(raised, date(2017, 3, 13)), Did(decided, date(2017, 3, 20))]


def changed(story: list[Did], place: int, **values: object) -> list[Did]:
    """The story with one act altered."""
    did = story[place]
    return [*story[:place], Did(replace(did.act, **values), did.on, did.facts), *story[place + 1 :]]


def after(*dids: Did, story: list[Did] | None = None) -> Dossier:
    """The story with these acts after it, guards not asked: they are tried where they belong."""
    return build([*(story or noticed()), *dids], guarded=False)


# 执行完毕


def test_a_case_in_which_all_is_paid_is_fulfilled() -> None:
    dossier = add(paid(), DONE)
    ending = questions.closing(dossier, ON)
    assert ending is not None
    assert (ending.way, ending.document) == ("执行完毕", "结案通知书")


def test_no_notice_of_closing_where_both_sides_confirm() -> None:
    confirmed = replace(DONE.act, confirmed=NoticeConfirmation.ORAL, confirmation="2017-06-09 笔录")
    ending = questions.closing(add(paid(), Did(confirmed, ON)), ON)
    assert ending is not None
    assert ending.document == ""
    assert names(paid(), replace(confirmed, confirmation="")) == ["ground-as-recorded"]


def test_one_fen_owed_is_too_much() -> None:
    dossier = build(noticed())
    owed = cases.owed(dossier, PAID)
    assert isinstance(owed, Found)
    short = Did(VoluntarilyPerformed(by=DEBTOR, amount=owed.value.outstanding.total - 1), PAID)
    assert names(add(dossier, short), DONE.act, PAID) == ["nothing-owed"]
    waived = Did(ClaimWaived(by=APPLICANT, amount=1, reason="放弃零头"), PAID)
    assert names(build([*noticed(), short, waived]), DONE.act, PAID) == []


def test_what_is_owed_must_be_known_before_a_case_is_fulfilled() -> None:
    story = [did for did in noticed() if not isinstance(did.act, ClaimRecorded)]
    assert names(build(story, guarded=False), DONE.act) == ["nothing-owed"]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (ClaimKind.THING, ThingDelivered),
        (ClaimKind.CONDUCT, ConductPerformed),
        (ClaimKind.RIGHT, ConductPerformed),
    ],
)
def test_what_is_not_money_is_delivered_or_done(
    kind: ClaimKind, act: type[ThingDelivered | ConductPerformed]
) -> None:
    claim = ClaimRecorded(
        title=4, kind=kind, label="腾房", owed_by=(DEBTOR,), owed_to=(APPLICANT,), text="腾退一间门面"
    )
    story = [*noticed(), Did(claim, date(2017, 3, 10))]
    all_paid = Did(paid().entries[-1].act, PAID)
    assert names(build([*story, all_paid]), DONE.act) == ["nothing-undone"]
    assert names(build([*story, all_paid, Did(act(claim=len(story)), PAID)]), DONE.act) == []


def _story_of(dossier: Dossier) -> list[Did]:
    return [Did(entry.act, entry.on, dict(entry.facts)) for entry in dossier.recorded]


def test_a_settlement_not_performed_in_full_keeps_the_case_open() -> None:
    settled = Did(
        SettlementRecorded(parties=(APPLICANT, DEBTOR), terms="分期付清", last_day=date(2017, 12, 1)), PAID
    )
    performed = Did(SettlementPerformed(confirmed_by=APPLICANT), ON)
    by_settlement = replace(DONE.act, ground=FulfilmentGround.SETTLED)
    standing = after(settled)
    assert "settlement-performed" in names(standing, by_settlement)
    assert "ground-as-recorded" in names(standing, by_settlement)
    assert names(after(settled, performed), by_settlement) == []


def test_a_resting_case_is_not_fulfilled() -> None:
    rest = Did(Suspended(ground=SuspensionGround.APPLICANT_DEFERS), PAID)
    story = [*_story_of(paid()), rest]
    assert names(build(story, guarded=False), DONE.act) == ["not-resting"]


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


# 结案之后


@pytest.mark.parametrize("act", [ENDING, CANCELLED, REFUSED, DONE.act])
def test_an_ended_case_cannot_end_again(act: Act) -> None:
    assert "open-case" in names(build(terminated()), act)


def test_only_an_ended_case_goes_to_the_archive_once() -> None:
    archived = Did(Archived(volumes=2, number="2017-执-0001"), ON)
    assert names(build(noticed()), archived.act) == ["ended"]
    ended = add(paid(), DONE)
    assert names(ended, archived.act) == []
    assert names(add(ended, archived), archived.act) == ["not-archived"]
    unserved = build(terminated()[:-1])
    assert names(unserved, archived.act) == ["ruling-served"]
    assert names(build(terminated()), archived.act) == []


def test_a_correction_may_still_mend_an_ended_case() -> None:
    dossier = add(paid(), DONE)
    mended = Corrected(
        entry=dossier.head,
        reason="方式选错",
        act=msgspec.Raw(msgspec.json.encode(replace(DONE.act, ground=FulfilmentGround.ENFORCED))),
    )
    assert names(dossier, mended) == []


def test_before_filing_nothing_can_be_closed() -> None:
    opening = build([Did(ApplicationReceived(cause="买卖合同纠纷"), TERMINATED)])
    assert "filed" in names(opening, ENDING)
