"""Preservation from the application to its end: limits in hours and days, security and its cap, remedies, suit or release."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.cases.stories import APPLICANT, DEBTOR, assigned
from tests.record.builder import Did, add, build, refused
from zhixing.assets.acts.control import Controlled, ControlReleased, DepositTransferred, Manner, ReleaseGround
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import meter
from zhixing.cases.acts.filing import ApplicationReceived, CaseType, ClaimRecorded, TitleRecorded
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.law.answers import Found, Undetermined
from zhixing.law.preservation import Stage, most_security, within_hours
from zhixing.preservation.acts import (
    NoSecurity,
    PreservationApplied,
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SecurityForm,
    SecurityGiven,
    SecurityWaived,
    SuitFiled,
    When,
)
from zhixing.preservation.questions import must_be_lifted, open_release_requests
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import duties

THURSDAY, FRIDAY, SATURDAY = date(2017, 6, 15), date(2017, 6, 16), date(2017, 6, 17)
SUM = 1_000_000
NOBODY: dict[str, object] = {"control-line": ()}
APPLIED = PreservationApplied(
    by=APPLICANT,
    against=(DEBTOR,),
    when=When.BEFORE_SUIT,
    requested=SUM,
    received_at="08:30",
    clues="小型轿车一辆",
)
IN_SUIT = msgspec.structs.replace(APPLIED, when=When.IN_SUIT, suit="（2017）渝0235民初99号")
GIVEN = SecurityGiven(form=SecurityForm.INSURANCE, amount=SUM, giver="某保险公司")
RULING = PreservationRuled(amount=SUM, ruled_at="16:00")


def opened(kind: CaseType = CaseType.PRESERVATION) -> Dossier:
    """A case of that kind, in hand; of a preservation without title and claim, every guard asked."""
    received, *rest = assigned()
    first = Did(ApplicationReceived(cause="买卖合同纠纷", case_type=kind), received.on)
    if kind is CaseType.PRESERVATION:
        rest = [each for each in rest if not isinstance(each.act, TitleRecorded | ClaimRecorded)]
    return build([first, *rest])


def names(dossier: Dossier, act: Act, on: date = THURSDAY) -> set[str]:
    return {each.guard for each in refused(dossier, Did(act, on, NOBODY))}


def enter(dossier: Dossier, *acts: Act, on: date = THURSDAY) -> Dossier:
    for act in acts:
        dossier = add(dossier, Did(act, on, NOBODY))
    return dossier


def due(dossier: Dossier, name: str) -> date | None:
    """The day an open duty falls due; None where there is none."""
    for each in duties(installed().duties, dossier):
        if each.rule.name == f"preservation.{name}" and each.met_by is None and each.ended_by is None:
            return each.due
    return None


def ruled(applied: PreservationApplied = APPLIED) -> Dossier:
    asked = SecurityAsked(amount=applied.requested, until=FRIDAY)
    if applied.when is not When.BEFORE_SUIT:
        asked = SecurityAsked(amount=300_000, until=FRIDAY)
    return enter(opened(), applied, asked, GIVEN, RULING)


def held(dossier: Dossier, on: date = THURSDAY) -> Dossier:
    """A vehicle is found and sealed."""
    car = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="轿车", value=900_000)
    dossier = enter(dossier, car, on=on)
    act = Controlled(property=dossier.head, manner=Manner.SEALED, until=date(2019, 6, 14), amount=900_000)
    return enter(dossier, act, on=on)


def test_hours_run_over_closed_days_and_days_move_off_them() -> None:
    late = enter(opened(), APPLIED)
    assert due(late, "rule-within-hours") == SATURDAY
    plain = enter(opened(), IN_SUIT)
    assert due(plain, "rule-within-hours") is None
    assert due(plain, "rule-within-five-days") == date(2017, 6, 20)
    urgent = enter(opened(), msgspec.structs.replace(IN_SUIT, urgent=True))
    assert due(urgent, "rule-within-hours") == SATURDAY


def test_the_five_days_run_from_the_security() -> None:
    asked = enter(opened(), IN_SUIT, SecurityAsked(amount=300_000, until=FRIDAY))
    assert due(asked, "rule-within-five-days") is None
    given = enter(asked, msgspec.structs.replace(GIVEN, amount=300_000), on=FRIDAY)
    assert due(given, "rule-within-five-days") == date(2017, 6, 21)


@pytest.mark.parametrize(
    ("stage", "value", "most"),
    [
        (Stage.BEFORE_SUIT, None, SUM),
        (Stage.IN_SUIT, None, 300_000),
        (Stage.IN_SUIT, 500_000, 150_000),
        (Stage.ARBITRATION, None, 300_000),
    ],
)
def test_the_cap_of_security(stage: Stage, value: int | None, most: int) -> None:
    answer = most_security(stage, SUM, THURSDAY, value=value)
    assert isinstance(answer, Found)
    assert answer.value.amount == most


def test_what_the_law_did_not_say_is_undetermined() -> None:
    assert isinstance(most_security(Stage.IN_SUIT, SUM, date(2016, 11, 30)), Undetermined)
    assert isinstance(within_hours(THURSDAY, "晚上"), Undetermined)


def test_an_application_names_whom_how_much_and_what() -> None:
    case = opened()
    assert not names(case, APPLIED)
    for wrong in ({"against": ()}, {"requested": 0}, {"clues": " "}, {"received_at": "25:00"}):
        assert "application-complete" in names(case, msgspec.structs.replace(APPLIED, **wrong))
    assert "application-complete" in names(case, msgspec.structs.replace(IN_SUIT, suit=""))
    before = msgspec.structs.replace(APPLIED, when=When.BEFORE_ENFORCEMENT)
    assert "application-complete" in names(case, before)
    assert not names(case, msgspec.structs.replace(before, perform_by=FRIDAY))


def test_preservation_belongs_to_its_own_kind_of_case() -> None:
    assert "preservation-case" in names(opened(CaseType.FIRST), APPLIED)


def test_security_stays_within_the_cap_and_before_suit_is_whole() -> None:
    plain = enter(opened(), IN_SUIT)
    assert "security-within-cap" in names(plain, SecurityAsked(amount=300_001, until=FRIDAY))
    assert not names(plain, SecurityAsked(amount=300_000, until=FRIDAY))
    before = enter(opened(), APPLIED)
    less = SecurityAsked(amount=500_000, until=FRIDAY)
    assert "security-within-cap" in names(before, less)
    assert not names(before, msgspec.structs.replace(less, reason="申请人为工伤职工，经济困难"))
    assert "security-within-cap" in names(opened(), less)


def test_security_is_waived_only_where_the_law_says_so() -> None:
    needs = SecurityWaived(ground=NoSecurity.NEEDS)
    assert "waiver-fits" in names(enter(opened(), APPLIED), needs)
    assert "waiver-fits" in names(opened(), needs)
    plain = enter(opened(), IN_SUIT)
    assert not names(plain, needs)
    assert "waiver-fits" in names(plain, SecurityWaived(ground=NoSecurity.TITLE))


def test_nothing_is_ruled_without_security_or_beyond_the_request() -> None:
    asked = enter(opened(), APPLIED, SecurityAsked(amount=SUM, until=FRIDAY))
    assert "secured" in names(asked, RULING)
    part = enter(asked, msgspec.structs.replace(GIVEN, amount=SUM - 1))
    assert "secured" in names(part, RULING)
    given = enter(asked, GIVEN)
    assert not names(given, RULING)
    assert "within-request" in names(given, msgspec.structs.replace(RULING, amount=SUM + 1))
    assert "waits-for-ruling" in names(opened(), RULING)
    assert "waits-for-ruling" in names(ruled(), PreservationRefused(reason="重复"))


def test_a_refusal_ends_the_wait() -> None:
    case = enter(opened(), APPLIED, PreservationRefused(reason="逾期未提供担保"), on=FRIDAY)
    assert due(case, "rule-within-hours") is None
    assert "ruled" in names(case, ResultTold(to=(APPLICANT,)), FRIDAY)


def test_property_is_held_up_to_the_sum_of_the_ruling() -> None:
    answer = meter(held(ruled()), THURSDAY)
    assert isinstance(answer, Found)
    assert (answer.value.wanted, answer.value.held) == (SUM, 900_000)


def test_without_suit_in_thirty_days_the_preservation_must_be_lifted() -> None:
    case = held(ruled())
    assert due(case, "suit-to-follow") == date(2017, 7, 17)  # the 15th is a Saturday
    assert due(case, "lift-without-suit") == date(2017, 7, 24)
    assert not must_be_lifted(case, date(2017, 7, 17))
    assert must_be_lifted(case, date(2017, 7, 18))
    control = case.head
    release = ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="三十日内没有起诉")
    assert due(enter(case, release, on=date(2017, 7, 20)), "lift-without-suit") is None


def test_suit_in_time_keeps_it() -> None:
    suit = SuitFiled(filed_on=date(2017, 7, 3), number="（2017）渝0235民初120号", forum="云阳县人民法院")
    case = enter(held(ruled()), suit, on=date(2017, 7, 4))
    assert due(case, "lift-without-suit") is None
    assert not must_be_lifted(case, date(2017, 8, 1))


def test_suit_too_late_does_not_keep_it() -> None:
    suit = SuitFiled(filed_on=date(2017, 7, 18), number="（2017）渝0235民初130号", forum="云阳县人民法院")
    case = enter(held(ruled()), suit, on=date(2017, 7, 19))
    assert due(case, "lift-without-suit") == date(2017, 7, 24)
    assert must_be_lifted(case, date(2017, 7, 19))


def test_it_is_over_only_when_nothing_is_held_any_more() -> None:
    case = held(ruled())
    control = case.head
    release = ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="没有起诉")
    part = msgspec.structs.replace(release, part=100_000, left="车辆主体")
    assert due(enter(case, part, on=date(2017, 7, 20)), "lift-without-suit") == date(2017, 7, 24)


def test_nothing_is_held_before_it_is_ordered() -> None:
    car = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="轿车", value=900_000)
    case = enter(opened(), APPLIED, car)
    act = Controlled(property=case.head, manner=Manner.SEALED, until=date(2019, 6, 14), amount=900_000)
    assert "ordered" in names(case, act)


def test_a_revoked_ruling_carries_nothing_and_what_is_held_must_be_lifted() -> None:
    case = held(ruled())
    control = case.head
    asked = enter(case, PreservationReviewAsked(by=DEBTOR, served_on=THURSDAY, reason="财产不属被保全人"))
    answer = PreservationReviewDecided(
        request=asked.head, outcome=Reconsideration.REVOKED, reason="理由成立", amount=0
    )
    for wrong in (None, 5):
        assert "outcome-fits" in names(asked, msgspec.structs.replace(answer, amount=wrong))
    revoked = enter(asked, answer)
    assert due(revoked, "lift-after-review") == date(2017, 6, 20)
    more = PropertyFound(owner=DEBTOR, kind=PropertyKind.GOODS, name="货物", value=1_000)
    found = enter(revoked, more)
    again = Controlled(property=found.head, manner=Manner.SEALED, until=date(2019, 6, 14), amount=1_000)
    assert "ordered" in names(found, again)
    release = ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="裁定被撤销")
    assert due(enter(revoked, release), "lift-after-review") is None


def test_a_changed_ruling_carries_the_new_sum() -> None:
    case = held(ruled())
    asked = enter(case, PreservationReviewAsked(by=DEBTOR, served_on=THURSDAY, reason="数额过高"))
    answer = PreservationReviewDecided(
        request=asked.head, outcome=Reconsideration.CHANGED, reason="部分成立", amount=600_000
    )
    scale = meter(enter(asked, answer), THURSDAY)
    assert isinstance(scale, Found)
    assert scale.value.wanted == 600_000


def test_in_suit_nothing_hangs_on_a_further_suit() -> None:
    case = held(ruled(IN_SUIT))
    assert due(case, "suit-to-follow") is None
    assert due(case, "lift-without-suit") is None


def test_reconsideration_is_asked_in_five_days_and_answered_in_ten() -> None:
    case = ruled()
    ask = PreservationReviewAsked(by=DEBTOR, served_on=THURSDAY, reason="财产不属被保全人")
    assert "in-time-for-review" in names(case, ask, date(2017, 6, 21))
    asked = enter(case, ask, on=date(2017, 6, 20))
    assert due(asked, "review-in-ten-days") == date(2017, 6, 30)
    answer = PreservationReviewDecided(
        request=asked.head, outcome=Reconsideration.UPHELD, reason="理由不成立"
    )
    assert "request-there" in names(asked, msgspec.structs.replace(answer, request=1), date(2017, 6, 22))
    other = ReleaseDeclined(request=asked.head, reason="这不是解除申请")
    assert "request-there" in names(asked, other, date(2017, 6, 22))
    assert due(enter(asked, answer, on=date(2017, 6, 22)), "review-in-ten-days") is None


def test_release_is_answered_in_five_days_or_forty_eight_hours() -> None:
    case = held(ruled())
    ask = ReleaseAsked(by=DEBTOR, reason="提供等值担保", security=SUM)
    asked = enter(case, ask)
    assert due(asked, "decide-release") == date(2017, 6, 20)
    urgent = enter(case, msgspec.structs.replace(ask, urgent=True, received_at="10:00"))
    assert due(urgent, "decide-urgent-release") == SATURDAY
    assert [each.seq for each in open_release_requests(asked, THURSDAY)] == [asked.head]
    declined = enter(
        asked, ReleaseDeclined(request=asked.head, reason="担保不足", security_lacks="保险公司拒保")
    )
    assert due(declined, "decide-release") is None
    assert "ruled" in names(opened(), ask)


@pytest.mark.parametrize(("kind", "told"), [(CaseType.PRESERVATION, False), (CaseType.FIRST, True)])
def test_nobody_is_told_to_perform_where_a_ruling_is_carried_out(kind: CaseType, told: bool) -> None:
    dossier, notice = opened(kind), EnforcementNoticeIssued(to=(DEBTOR,))
    assert ("a-title-is-enforced" not in names(dossier, notice)) is told
    assert any(each.rule.name == "issue-notice" for each in duties(installed().duties, dossier)) is told


def test_what_is_urgent_is_carried_out_at_once_and_the_rest_in_five_days() -> None:
    assert due(ruled(), "carry-out-at-once") == FRIDAY and due(ruled(), "carry-out") is None
    assert due(held(ruled()), "carry-out-at-once") is None
    plain = ruled(IN_SUIT)
    assert due(plain, "carry-out") == date(2017, 6, 20) and due(plain, "carry-out-at-once") is None


def test_a_preservation_takes_nothing_of_what_it_holds() -> None:
    money = PropertyFound(owner=DEBTOR, kind=PropertyKind.BANK_DEPOSIT, name="存款", value=900_000)
    case = enter(ruled(), money)
    found = case.head
    frozen = Controlled(
        property=found, manner=Manner.FROZEN, until=date(2018, 6, 14), amount=900_000, living_not_kept="法人"
    )
    taken = DepositTransferred(property=found, amount=900_000, assisted_by="银行", done=True)
    assert "not-preserved-only" in names(enter(case, frozen), taken)
