"""Resumption: who may resume what, and that the new case owes to the fen what the first one would."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, NUMBERED, OTHER, noticed
from tests.closing.stories import TERMINATED, deliberated, terminated
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import (
    ApplicantAccountGiven,
    CaseType,
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    Filed,
    InterestRecorded,
    LivelihoodCategory,
    LivelihoodFlagged,
    Origin,
    SetOffOrderRecorded,
    TitleRecorded,
)
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.cases.acts.performance import (
    BroughtForward,
    ClaimWaived,
    ConductPerformed,
    DelayPenaltyFixed,
    VoluntarilyPerformed,
)
from zhixing.closing import questions
from zhixing.closing.acts import (
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    RecheckResult,
    ResumedCaseOpened,
    ResumedInNewCase,
    ResumptionApplied,
    ResumptionDeclined,
    ResumptionGround,
    RoundRechecked,
    TerminationShielded,
)
from zhixing.closing.rules.resumption import FirstCase
from zhixing.law.answers import Found
from zhixing.parties.acts import LegalRepresentativeNamed, PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties

ASKED, RESUMED = date(2017, 9, 4), date(2017, 9, 8)
NUMBER = "（2017）渝0235执1号"
HEIR = 14
APPLIED = ResumptionApplied(
    party=APPLICANT, ground=ResumptionGround.PROPERTY_FOUND, clues="被执行人在工商银行有存款三万元"
)
FIRST = FirstCase(seen=True, number=NUMBER, way="终结本次执行程序", asked_for=True)


def names(dossier: Dossier, act: Act, on: date = ASKED) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, on))]


def asked_for() -> Dossier:
    return build([*terminated(), Did(APPLIED, ASKED)])


def resumed(first: Dossier, on: date = RESUMED) -> Dossier:
    """The new case as it stands after opening."""
    opening = questions.opening(first, on, ResumptionGround.PROPERTY_FOUND, basis="查实")
    acts = [opening, *questions.carried_over(first, on)]
    known = (*KNOWN["known-parties"], HEIR)
    told = {"first-case": replace(FIRST, number=opening.first_number), "known-parties": known}
    return build([Did(act, on, told) for act in acts])


def total(dossier: Dossier, on: date) -> int:
    owed = cases.owed(dossier, on)
    assert isinstance(owed, Found)
    return owed.value.outstanding.total - cases.amount_waived(dossier, on)


def ended_by_withdrawal() -> list[Did]:
    act = EnforcementEnded(
        reason="撤销申请",
        ground=EndingGround.WITHDRAWN,
        evidence="申请书",
        ruling=f"{NUMBER}之一",
        parties=(APPLICANT,),
    )
    return [*noticed(), Did(act, TERMINATED)]


# 申请


def test_the_applicant_asks_when_property_is_found_however_late() -> None:
    dossier = build(terminated())
    assert names(dossier, APPLIED) == []
    assert names(dossier, APPLIED, date(2030, 1, 2)) == []
    assert names(dossier, replace(APPLIED, party=DEBTOR)) == ["applicant-may-ask"]
    assert "ended" in names(build(noticed()), APPLIED)


@pytest.mark.parametrize(
    ("ground", "terminated_may", "withdrawn_may"),
    [
        (ResumptionGround.PROPERTY_FOUND, True, False),
        (ResumptionGround.SETTLEMENT_BROKEN, True, True),
        (ResumptionGround.SETTLEMENT_VITIATED, True, True),
        (ResumptionGround.ENTRUSTMENT_RETURNED, False, False),
        (ResumptionGround.APPLIED_AGAIN, False, True),
    ],
)
def test_the_ground_fits_the_way_the_case_ended(
    ground: ResumptionGround, terminated_may: bool, withdrawn_may: bool
) -> None:
    for story, may in ((terminated(), terminated_may), (ended_by_withdrawal(), withdrawn_may)):
        against = questions.against_resumption(build(story), ASKED, ground)
        assert (against is None) is may


def test_a_fulfilled_case_never_goes_on() -> None:
    done = Fulfilled(reason="付清", ground=FulfilmentGround.PERFORMED)
    dossier = build([*noticed(), Did(done, TERMINATED)], guarded=False)
    for ground in ResumptionGround:
        assert questions.against_resumption(dossier, ASKED, ground) is not None


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2017, 9, 8), Standing.MET),
        (date(2017, 9, 11), Standing.MET),
        (date(2017, 9, 12), Standing.LATE),
    ],
)
def test_an_application_is_answered_within_seven_days(on: date, standing: Standing) -> None:
    """2017-09-11 is the seventh day, a Monday."""
    declined = build(
        [*terminated(), Did(APPLIED, ASKED), Did(ResumptionDeclined(reason="存款系他人所有"), on)]
    )
    duty = next(
        each for each in duties(installed().duties, declined) if each.rule.name == "decide-on-resumption"
    )
    assert duty.standing(date(2017, 12, 1)) is standing


def test_what_was_declined_waits_no_more() -> None:
    declined = Did(ResumptionDeclined(reason="线索不实"), RESUMED)
    assert names(build(terminated()), declined.act) == ["application-waits"]
    dossier = add(asked_for(), declined)
    assert questions.application(dossier, RESUMED) is None
    assert not questions.reason_to_resume(dossier, RESUMED, ResumptionGround.PROPERTY_FOUND)
    assert names(dossier, APPLIED, RESUMED) == []


def test_the_court_itself_resumes_on_what_an_inquiry_found() -> None:
    found = RoundRechecked(result=RecheckResult.FOUND, found="存款三万元", told_applicant=True)
    dossier = build([*terminated(), Did(found, ASKED)])
    assert questions.reason_to_resume(dossier, ASKED, ResumptionGround.PROPERTY_FOUND)
    assert not questions.reason_to_resume(dossier, ASKED, ResumptionGround.SETTLEMENT_BROKEN)
    assert questions.opening(dossier, ASKED, ResumptionGround.PROPERTY_FOUND).origin is Origin.EX_OFFICIO


# 另立新案


def test_the_opening_act_names_the_first_case_and_is_of_kind_resumed() -> None:
    opening = questions.opening(asked_for(), RESUMED, ResumptionGround.PROPERTY_FOUND, basis="查实")
    assert (opening.first_case, opening.first_number) == (1, NUMBER)
    assert (opening.case_type, opening.origin) == (CaseType.RESUMED, Origin.APPLIED)
    assert cases.case_type(resumed(asked_for())) is CaseType.RESUMED


@pytest.mark.parametrize(
    ("first", "guards"),
    [
        (FIRST, []),
        (FirstCase(), ["first-case-resumable"]),
        (replace(FIRST, number="（2017）渝0235执2号"), ["first-case-resumable"]),
        (replace(FIRST, against="该案没有结案", way_out="在本案中恢复"), ["first-case-resumable"]),
        (replace(FIRST, asked_for=False), ["asked-for-or-found"]),
    ],
)
def test_the_new_case_opens_only_on_a_first_case_that_may_go_on(first: FirstCase, guards: list[str]) -> None:
    opening = questions.opening(asked_for(), RESUMED, ResumptionGround.PROPERTY_FOUND)
    found = refused(build([]), Did(opening, RESUMED, {"first-case": first}))
    assert [each.guard for each in found] == guards


def test_the_opening_reaches_the_first_case_which_then_rests_for_good() -> None:
    rule = installed().rule(ResumedCaseOpened)
    reach = rule.reaches(questions.opening(asked_for(), RESUMED, ResumptionGround.PROPERTY_FOUND), 2)
    assert [(each.dossier, each.act) for each in reach] == [
        (1, ResumedInNewCase(case=2, ground=ResumptionGround.PROPERTY_FOUND))
    ]
    first = add(asked_for(), Did(reach[0].act, RESUMED))
    assert questions.linked_cases(first, RESUMED) == (2,)
    assert names(first, reach[0].act, RESUMED) == ["not-resumed"]
    assert "not-resumed" in names(first, APPLIED, RESUMED)
    assert "open-case" in names(first, Resumed(reason="不得在原案恢复"), RESUMED)
    assert cases.stage(first, RESUMED) == "已结案"


def test_the_new_case_begins_with_everything_of_the_first() -> None:
    first = asked_for()
    dossier = resumed(first)
    assert questions.linked_cases(dossier, RESUMED) == (1,)
    assert [part.party for part in _parties(dossier)] == [APPLICANT, DEBTOR]
    claim = dossier.of(ClaimRecorded)[0]
    assert dossier.at(claim.act.title) is not None
    assert cases.amount_claimed(dossier, RESUMED) == cases.amount_claimed(first, RESUMED) == 5_000_000
    assert cases.amount_reached(dossier, RESUMED) == cases.amount_reached(first, RESUMED) == 1_200_000
    assert cases.stage(dossier, RESUMED) == "收案审查"


def _parties(dossier: Dossier) -> list[PartyJoined]:
    return [entry.act for entry in dossier.of(PartyJoined)]


def rich() -> list[Did]:
    """A case with everything that can be carried over."""
    interest = InterestRecorded(claim=5, since=date(2016, 6, 1), rate="0.06")
    conduct = ClaimRecorded(
        title=4,
        kind=ClaimKind.CONDUCT,
        label="恢复原状",
        owed_by=(DEBTOR,),
        owed_to=(APPLICANT,),
        text="恢复通道",
    )
    story = noticed()
    base = len(story)
    return [
        *story,
        Did(interest, date(2017, 3, 8)),
        Did(conduct, date(2017, 3, 8)),
        Did(CostRecorded(title=4, label="案件受理费", amount=5_000, borne_by=(DEBTOR,)), date(2017, 3, 8)),
        Did(LegalRepresentativeNamed(party=DEBTOR, person=13), date(2017, 3, 8)),
        Did(SetOffOrderRecorded(order=("工资",)), date(2017, 3, 8)),
        Did(LivelihoodFlagged(category=LivelihoodCategory.WAGES), date(2017, 3, 8)),
        Did(Suspended(ground=SuspensionGround.RETRIAL), date(2017, 3, 20)),
        Did(Resumed(reason="再审驳回"), date(2017, 4, 10)),
        Did(ConductPerformed(claim=base + 2), date(2017, 4, 12)),
        Did(DelayPenaltyFixed(claim=base + 2, amount=20_000), date(2017, 4, 12)),
        Did(VoluntarilyPerformed(by=DEBTOR, amount=300_000), date(2017, 4, 20)),
        Did(ClaimWaived(by=APPLICANT, amount=10_000), date(2017, 4, 21)),
        *deliberated()[base:],
        *terminated()[len(deliberated()) :],
    ]


@pytest.mark.parametrize("on", [RESUMED, date(2017, 12, 31), date(2019, 2, 28)])
def test_the_new_case_owes_to_the_fen_what_the_first_would(on: date) -> None:
    first = build(rich(), guarded=False)
    dossier = resumed(first)
    assert total(dossier, on) == total(first, on)
    assert questions.unperformed(dossier, on) == []
    assert cases.livelihood(dossier, on) == cases.livelihood(first, on)
    assert [entry.act.amount for entry in dossier.of(CostRecorded)] == [5_000]
    assert all(
        isinstance(_title(dossier, entry.act.title), TitleRecorded) for entry in dossier.of(CostRecorded)
    )


def _title(dossier: Dossier, seq: int) -> Act | None:
    found = dossier.at(seq)
    return found.act if found else None


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 900_000)), max_size=5), st.integers(0, 900))
def test_whatever_was_paid_and_whenever_the_debt_is_the_same(paid: list[tuple[int, int]], later: int) -> None:
    day = date(2017, 3, 8)
    payments = [
        Did(VoluntarilyPerformed(by=DEBTOR, amount=amount), day + timedelta(days=days))
        for days, amount in paid
    ]
    first = build([*noticed(), *payments, *terminated()[len(noticed()) :]], guarded=False)
    dossier, on = resumed(first), RESUMED + timedelta(days=later)
    assert total(dossier, on) == total(first, on)


def _changed(old: int, new: int, role: Role, ground: ChangeGround, at: int) -> list[Did]:
    """A change of parties, applied for as entry `at`, with what it reaches."""
    on = date(2017, 4, 24)
    asked = PartyChangeAsked(ground=ground, by=APPLICANT, new=new, old=old, role=role)
    ruling = PartyChangeDecided(application=at, new=new, old=old, role=role, granted=True, simple=True)
    reached = [each.act for each in installed().rule(PartyChangeDecided).reaches(ruling, 1)]
    return [Did(act, on, KNOWN) for act in (asked, ruling, *reached)]


def test_the_new_case_is_between_those_who_stand_in_the_place_of_parties_replaced() -> None:
    story = rich()
    ends = len(deliberated()) - len(terminated())
    account = Did(ApplicantAccountGiven(party=APPLICANT, account=3), date(2017, 4, 2))
    story.insert(len(noticed()) + 7, account)
    place = len(story) + ends
    changes = [
        *_changed(DEBTOR, HEIR, Role.DEBTOR, ChangeGround.DEBTOR_DIED, place + 1),
        *_changed(APPLICANT, OTHER, Role.APPLICANT, ChangeGround.CLAIM_ASSIGNED, place + 5),
    ]
    first = build([*story[:place], *changes, *story[place:]], guarded=False)
    dossier = resumed(first)
    assert {part.party for part in _parties(dossier)} == {HEIR, OTHER}
    for claim in dossier.of(ClaimRecorded):
        assert (claim.act.owed_by, claim.act.owed_to) == ((HEIR,), (OTHER,))
    assert [entry.act.borne_by for entry in dossier.of(CostRecorded)] == [(HEIR,)]
    assert dossier.of(ApplicantAccountGiven) == []
    assert refused(dossier, Did(Filed(), RESUMED, NUMBERED)) == []
    assert total(dossier, RESUMED) == total(first, RESUMED)


def test_a_case_resumed_twice_carries_everything_on() -> None:
    first = build(rich(), guarded=False)
    second = resumed(resumed(first), date(2018, 9, 3))
    assert total(second, date(2018, 12, 31)) == total(first, date(2018, 12, 31))
    assert len(second.of(BroughtForward)) == 1


def test_when_the_resumed_case_is_fulfilled_the_first_is_shielded_within_three_days() -> None:
    done = Did(Fulfilled(reason="付清", ground=FulfilmentGround.ENFORCED), date(2017, 11, 1))
    story = [Did(entry.act, entry.on) for entry in resumed(asked_for()).recorded]
    dossier = build(
        [*story, done, Did(TerminationShielded(reason="履行完毕"), date(2017, 11, 6))], guarded=False
    )
    found = [
        each for each in duties(installed().duties, dossier) if each.rule.name == "shield-terminated-round"
    ]
    # The third day, 2017-11-04, is a Saturday.
    assert [(each.due, each.standing(date(2017, 12, 1))) for each in found] == [
        (date(2017, 11, 6), Standing.MET)
    ]
