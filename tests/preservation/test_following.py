"""What follows a ruling: institution, network, enforcement; what is held replaced, given back on security, sold by its owner."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER
from tests.documents.told import body, text
from tests.preservation.test_preservation import (
    APPLIED,
    FRIDAY,
    GIVEN,
    IN_SUIT,
    RULING,
    SUM,
    THURSDAY,
    due,
    enter,
    held,
    names,
    opened,
    ruled,
)
from tests.record.builder import Did, add, refused
from zhixing.assets.acts.control import Controlled, ControlReleased, Manner, OwnSaleAllowed, ReleaseGround
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.inquiry import InquirySent
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.review import ObjectionKind, ObjectionRaised
from zhixing.parties.acts import PartyJoined, Role
from zhixing.preservation.acts import (
    EnforcementApplied,
    InstitutionTold,
    NetworkSearchAsked,
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SubstitutionAsked,
    SubstitutionDeclined,
    SubstitutionRuled,
    When,
)
from zhixing.preservation.questions import must_be_lifted
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

DAY = timedelta(days=1)
ARBITRATION = msgspec.structs.replace(
    IN_SUIT, when=When.ARBITRATION, suit="（2017）渝仲字9号", institution="某仲裁委员会"
)
PERFORM_BY = date(2017, 6, 20)
BEFORE_ENFORCEMENT = msgspec.structs.replace(APPLIED, when=When.BEFORE_ENFORCEMENT, perform_by=PERFORM_BY)


def newest(dossier: Dossier, name: str) -> Duty:
    return [each for each in duties(installed().duties, dossier) if each.rule.name == f"preservation.{name}"][
        -1
    ]


def test_in_arbitration_the_institution_hands_it_in_and_is_told() -> None:
    bare = msgspec.structs.replace(ARBITRATION, institution=" ")
    assert names(opened(), bare) == {"application-complete"}
    foreign = msgspec.structs.replace(ARBITRATION, foreign=True)
    assert names(opened(), foreign) == {"arbitral-court-fits"}
    case = ruled(ARBITRATION)
    assert newest(case, "tell-institution").standing(FRIDAY) is Standing.UNDETERMINED
    told = InstitutionTold(institution="某仲裁委员会")
    assert names(case, InstitutionTold(institution=" ")) == {"institution-named"}
    assert names(enter(opened(), ARBITRATION), told) == {"arbitral-and-decided"}
    assert names(ruled(IN_SUIT), told) == {"arbitral-and-decided"}
    case = enter(case, told)
    assert newest(case, "tell-institution").met_by is not None
    entry = case.at(case.head)
    assert entry is not None and "裁定采取财产保全措施" in text(body(case, entry))


def test_a_rejected_application_is_told_to_the_institution_too() -> None:
    case = enter(opened(), ARBITRATION, PreservationRefused(reason="没有财产线索"))
    assert newest(case, "tell-institution").met_by is None
    case = enter(case, InstitutionTold(institution="某仲裁委员会"))
    entry = case.at(case.head)
    assert entry is not None and "驳回" in text(body(case, entry))


def test_enforcement_follows_five_days_after_the_time_to_perform_or_all_is_lifted() -> None:
    case = held(ruled(BEFORE_ENFORCEMENT))
    last = date(2017, 6, 26)  # the 25th is a Sunday
    assert due(case, "enforcement-to-follow") == last
    assert due(case, "lift-without-enforcement") == date(2017, 7, 3)
    assert [must_be_lifted(case, on) for on in (last - DAY, last, last + DAY)] == [False, False, True]
    early = enter(case, EnforcementApplied(applied_on=last), on=last)
    assert due(early, "lift-without-enforcement") is None and not must_be_lifted(early, last + DAY)
    late = enter(case, EnforcementApplied(applied_on=last + DAY), on=last + DAY)
    assert due(late, "lift-without-enforcement") is not None and must_be_lifted(late, last + DAY)
    over = ControlReleased(control=case.head, ground=ReleaseGround.PRESERVATION, reason="没有申请执行")
    lifted = enter(case, over, on=last + DAY)
    assert due(lifted, "lift-without-enforcement") is None and not must_be_lifted(lifted, last + 2 * DAY)
    applied = EnforcementApplied(applied_on=THURSDAY)
    assert names(ruled(IN_SUIT), applied) == {"before-enforcement"}
    assert names(enter(opened(), BEFORE_ENFORCEMENT), applied) == {"ruled"}


def test_the_network_is_searched_on_a_written_application_under_a_ruling() -> None:
    known: dict[str, object] = {"identified-parties": (DEBTOR,)}
    inquiry = Did(InquirySent(debtors=(DEBTOR,)), FRIDAY, known)
    case = ruled(IN_SUIT)
    assert {each.guard for each in refused(case, inquiry)} == {"asked-for-in-preservation"}
    asked = NetworkSearchAsked(by=APPLICANT)
    assert names(enter(opened(), IN_SUIT), asked) == {"ruled"}
    assert names(ruled(), asked) == {"search-fits-stage"}
    assert "parties-fit" in names(case, NetworkSearchAsked(by=DEBTOR))
    case = enter(case, asked)
    assert not refused(case, inquiry)
    assert newest(case, "search-and-tell").met_by is None
    found = enter(case, ResultTold(to=(APPLICANT,)))
    assert newest(found, "search-and-tell").met_by is None
    nothing = enter(case, ResultTold(to=(APPLICANT,), nothing_found=True))
    assert newest(nothing, "search-and-tell").met_by is not None
    assert newest(held(case), "search-and-tell").met_by is not None


def offered(value: int = 900_000) -> tuple[Dossier, int, int]:
    """What is held, and a machine offered for it: case, control, machine."""
    case = held(ruled(IN_SUIT))
    control = case.head
    machine = PropertyFound(owner=DEBTOR, kind=PropertyKind.MACHINERY, name="机床", value=value)
    case = enter(case, machine)
    return case, control, case.head


def test_what_is_held_is_replaced_by_something_worth_as_much() -> None:
    case, control, machine = offered()
    ask = SubstitutionAsked(by=DEBTOR, control=control, property=machine, reason="车辆为经营所需")
    assert names(case, msgspec.structs.replace(ask, control=1)) == {"replaceable"}
    assert names(case, msgspec.structs.replace(ask, property=control - 1)) == {"replaceable"}
    assert "parties-fit" in names(case, msgspec.structs.replace(ask, by=APPLICANT))
    case = enter(case, ask)
    request = case.head
    grant = SubstitutionRuled(request=request, control=control, property=machine, reason="价值相当，便于变价")
    assert names(case, msgspec.structs.replace(grant, request=1)) == {"request-stands"}
    assert names(case, msgspec.structs.replace(grant, reason=" ")) == {"of-equal-value"}
    assert newest(case, "decide-substitution").met_by is None
    case = enter(case, grant)
    entry = case.at(case.head)
    assert entry is not None and "变更保全标的" in text(body(case, entry))
    assert names(case, SubstitutionDeclined(request=request, reason="不便")) == {"request-stands"}
    release = ControlReleased(control=control, ground=ReleaseGround.REPLACED, reason="已替换")
    assert names(case, release) == {"substitute-held"}
    assert newest(case, "lift-replaced").met_by is None
    hold = Controlled(property=machine, manner=Manner.SEALED, until=date(2019, 6, 14), amount=900_000)
    case = enter(case, hold)
    assert newest(enter(case, release), "lift-replaced").met_by is not None


def test_without_a_ruling_to_replace_the_second_thing_is_too_much() -> None:
    case, _, machine = offered()
    hold = Controlled(property=machine, manner=Manner.SEALED, until=date(2019, 6, 14), amount=900_000)
    assert names(case, hold) == {"not-excessive"}


def test_less_does_not_replace_it_and_the_disputed_thing_only_with_consent() -> None:
    case, control, machine = offered(899_999)
    ask = SubstitutionAsked(by=DEBTOR, control=control, property=machine, reason="经营所需")
    case = enter(case, ask)
    grant = SubstitutionRuled(request=case.head, control=control, property=machine, reason="相当")
    assert names(case, grant) == {"of-equal-value"}
    disputed = enter(opened(), msgspec.structs.replace(IN_SUIT, disputed_value=SUM))
    disputed = held(enter(disputed, SecurityAsked(amount=300_000, until=FRIDAY), GIVEN, RULING))
    control = disputed.head
    disputed = enter(
        disputed, PropertyFound(owner=DEBTOR, kind=PropertyKind.MACHINERY, name="机床", value=900_000)
    )
    machine = disputed.head
    disputed = enter(disputed, msgspec.structs.replace(ask, control=control, property=machine))
    grant = SubstitutionRuled(request=disputed.head, control=control, property=machine, reason="相当")
    assert names(disputed, grant) == {"of-equal-value"}
    assert not names(disputed, msgspec.structs.replace(grant, consent=True))


def test_enough_security_of_the_respondent_lifts_it() -> None:
    case = enter(held(ruled(IN_SUIT)), ReleaseAsked(by=DEBTOR, reason="提供保函", security=SUM))
    decline = ReleaseDeclined(request=case.head, reason="不同意")
    assert names(case, decline) == {"security-not-enough"}
    assert not names(case, msgspec.structs.replace(decline, security_lacks="保函附有条件"))
    for asked in (
        ReleaseAsked(by=DEBTOR, reason="提供保函", security=SUM - 1),
        ReleaseAsked(by=APPLICANT, reason="撤回", security=SUM),
    ):
        less = enter(held(ruled(IN_SUIT)), asked)
        assert not names(less, msgspec.structs.replace(decline, request=less.head))


def test_reconsideration_is_asked_once_and_every_request_answered_once() -> None:
    ask = PreservationReviewAsked(by=DEBTOR, served_on=THURSDAY, reason="不服")
    case = enter(ruled(IN_SUIT), ask)
    answer = PreservationReviewDecided(request=case.head, outcome=Reconsideration.UPHELD, reason="不成立")
    assert names(case, ask, FRIDAY) == {"reviewed-once"}
    assert not names(case, msgspec.structs.replace(ask, by=APPLICANT), FRIDAY)
    case = enter(case, answer)
    assert names(case, answer, FRIDAY) == {"request-there"}
    asked = enter(case, ReleaseAsked(by=DEBTOR, reason="已付清"))
    declined = ReleaseDeclined(request=asked.head, reason="没有付清")
    assert names(enter(asked, declined), declined, FRIDAY) == {"request-there"}


@pytest.mark.parametrize("on", [THURSDAY - DAY, THURSDAY, FRIDAY])
def test_an_earlier_day_makes_no_second_ruling(on: date) -> None:
    case = ruled(IN_SUIT)
    assert "waits-for-ruling" in names(case, RULING, on)
    assert "waits-for-ruling" in names(case, PreservationRefused(reason="不合条件"), on)


def test_outsiders_object_to_what_is_held_but_not_about_the_disputed_thing() -> None:
    case = add(held(ruled(IN_SUIT)), Did(PartyJoined(party=OTHER, role=Role.OUTSIDER), THURSDAY, KNOWN))
    claim = ObjectionRaised(
        kind=ObjectionKind.THIRD_PARTY, by=OTHER, against=case.head - 1, object="轿车", content="车辆为我所有"
    )
    assert not names(case, claim, FRIDAY)
    conduct = ObjectionRaised(kind=ObjectionKind.ACT, by=DEBTOR, against=case.head - 1, content="超标的查封")
    assert not names(case, conduct, FRIDAY)
    security = SecurityAsked(amount=300_000, until=FRIDAY)
    ruling = PreservationRuled(amount=SUM, ruled_at="16:00", disputed=True)
    disputed = held(enter(opened(), IN_SUIT, security, GIVEN, ruling))
    disputed = add(disputed, Did(PartyJoined(party=OTHER, role=Role.OUTSIDER), THURSDAY, KNOWN))
    assert names(disputed, claim, FRIDAY) == {"not-the-disputed-thing"}


def test_the_respondent_may_sell_under_the_courts_eye() -> None:
    case = held(ruled(IN_SUIT))
    allow = OwnSaleAllowed(
        control=case.head,
        until=FRIDAY + 30 * DAY,
        least=900_000,
        price_held="汇入案款账户",
        reason="价格合理",
    )
    assert not names(case, allow)
    for wrong in ({"control": 1}, {"until": THURSDAY}, {"least": 0}, {"price_held": " "}, {"reason": " "}):
        assert "sold-under-control" in names(case, msgspec.structs.replace(allow, **wrong)), wrong
