"""More security while something is held, and the papers that follow a suit to another court."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.cases.stories import APPLICANT, noticed
from tests.cast import FILED, OTHER_COURT, TODAY, begin, intake, parties, steps, who
from tests.closing.endings import changed
from tests.documents.told import body, text
from tests.preservation import cast
from tests.preservation.test_following import DAY, newest
from tests.preservation.test_preservation import (
    APPLIED,
    FRIDAY,
    GIVEN,
    IN_SUIT,
    due,
    enter,
    held,
    names,
    opened,
    ruled,
)
from tests.record.builder import build
from zhixing.assets.acts.control import ControlPassedOn, ControlReleased, ReleaseGround
from zhixing.assets.carrying_over import carry_over
from zhixing.assets.questions.control import holds
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import ApplicationReceived, CaseType, Filed
from zhixing.cases.models import CaseRow
from zhixing.preservation.acts import MoreSecurityAsked, PreservationHandedOver, ResultTold, SuitFiled
from zhixing.record import door, outbox
from zhixing.record.scope import EVERY_COURT, see

MORE = MoreSecurityAsked(amount=200_000, until=FRIDAY, reason="车辆停运的损失已超过原来的担保")
ELSEWHERE = SuitFiled(
    filed_on=FRIDAY, number="（2017）渝0236民初7号", forum="重庆市奉节县人民法院", elsewhere=True
)


def test_more_security_is_asked_while_something_is_held_and_once_at_a_time() -> None:
    case = held(ruled())
    assert names(case, MORE) == set()
    assert "preserved-now" in names(ruled(), MORE)
    assert "ruled" in names(enter(opened(), APPLIED), MORE)
    for wrong in ({"amount": 0}, {"reason": " "}, {"until": date(2017, 6, 14)}):
        assert names(case, msgspec.structs.replace(MORE, **wrong)) == {"shortfall-stated"}, wrong
    assert names(enter(case, MORE), MORE) == {"shortfall-stated"}


def test_security_is_given_after_the_ruling_only_where_more_was_asked_for() -> None:
    case, more = held(ruled()), msgspec.structs.replace(GIVEN, amount=200_000)
    assert names(case, more) == {"security-wanted"}
    case = enter(case, MORE)
    assert due(case, "more-security") == FRIDAY
    part = enter(case, msgspec.structs.replace(GIVEN, amount=199_999))
    assert due(part, "more-security") == FRIDAY
    full = enter(part, msgspec.structs.replace(GIVEN, amount=1))
    assert due(full, "more-security") is None
    assert names(full, more) == {"security-wanted"}


def test_where_it_is_refused_the_preservation_may_be_lifted_in_part() -> None:
    case = held(ruled())
    control = case.head
    case = enter(case, MORE)
    assert newest(case, "more-security").standing(FRIDAY + DAY).value == "已逾期"
    part = ControlReleased(
        control=control,
        ground=ReleaseGround.PRESERVATION,
        reason="拒不追加担保",
        part=300_000,
        left="其余部分",
    )
    assert due(enter(case, part, on=FRIDAY + DAY), "more-security") is None


def test_the_notice_says_how_much_more_and_what_follows() -> None:
    case = enter(held(ruled()), MORE)
    entry = case.at(case.head)
    assert entry is not None
    assert "拒不追加的" in text(body(case, entry)) and "停运" in text(body(case, entry))


@pytest.mark.parametrize(
    ("forum", "elsewhere", "fits"),
    [
        ("重庆市奉节县人民法院", True, True),
        ("重庆市奉节县人民法院", False, False),
        ("云阳县人民法院", False, True),
        ("云阳县人民法院", True, False),
        ("本院", True, False),
        ("某仲裁委员会", False, True),
        ("某仲裁委员会", True, False),
    ],
)
def test_whether_suit_went_to_another_court_fits_its_name(forum: str, elsewhere: bool, fits: bool) -> None:
    suit = msgspec.structs.replace(ELSEWHERE, forum=forum, elsewhere=elsewhere)
    assert ("forum-told" not in names(held(ruled()), suit, FRIDAY)) is fits


def test_the_papers_follow_a_suit_to_another_court_once() -> None:
    case = held(ruled())
    over = PreservationHandedOver(suit=case.head + 1, court="重庆市奉节县人民法院", letter="移送1号")
    assert "sued-elsewhere" in names(case, over, FRIDAY)
    case = enter(case, ELSEWHERE, on=FRIDAY)
    assert newest(case, "hand-over").met_by is None and due(case, "lift-without-suit") is None
    for wrong in ({"suit": 1}, {"court": " "}, {"letter": ""}):
        assert names(case, msgspec.structs.replace(over, **wrong), FRIDAY) == {"handing-over-complete"}, wrong
    case = enter(case, over, on=FRIDAY)
    assert newest(case, "hand-over").met_by is not None
    assert "sued-elsewhere" in names(case, over, FRIDAY)
    entry = case.at(case.head)
    assert entry is not None
    assert "视为你院作出" in text(body(case, entry)) and "轿车" in text(body(case, entry))


def test_only_what_was_preserved_before_suit_follows_it() -> None:
    case = enter(held(ruled(IN_SUIT)), ELSEWHERE, on=FRIDAY)
    over = PreservationHandedOver(suit=case.head, court="重庆市奉节县人民法院", letter="移送1号")
    assert "sued-elsewhere" in names(case, over, FRIDAY)


def test_a_ruling_of_those_who_try_the_case_is_followed_as_one_made_here() -> None:
    case = build(changed(noticed(), 0, case_type=CaseType.PRESERVATION), guarded=False)
    assert names(case, ResultTold(to=(APPLICANT,)), FRIDAY) == set()
    assert "ruled" in names(opened(), ResultTold(to=(APPLICANT,)), FRIDAY)


def transferred() -> int:
    """A case of the other court that carries out a ruling transferred to it."""
    people = parties(OTHER_COURT)
    first, *rest = intake(*people)
    assert isinstance(first, ApplicationReceived)
    opening = [msgspec.structs.replace(first, case_type=CaseType.PRESERVATION), *rest]
    filing = who("filing", OTHER_COURT)
    number, _ = door.open_dossier(OTHER_COURT, steps(opening, filing, FILED))
    for act in (Filed(), HandedOver()):
        door.enter(number, act, filing, on=FILED)
    hand = Assigned(
        officer=who("officer1", OTHER_COURT).id, method=AssignmentMethod.DESIGNATED, reason="移送"
    )
    door.enter(number, hand, who("director", OTHER_COURT), on=FILED)
    return number


@pytest.mark.django_db
def test_the_court_of_the_suit_goes_on_with_what_is_held() -> None:
    begin()
    source, control = cast.held()
    see(EVERY_COURT)
    number = CaseRow.objects.get(dossier_id=source).number
    there = transferred()
    with pytest.raises(door.Refused) as refused:
        carry_over(there, number, who("officer1", OTHER_COURT), TODAY)
    assert [each.guard for each in refused.value.refusals] == ["preservation-stands"]
    suit = msgspec.structs.replace(ELSEWHERE, filed_on=TODAY)
    seq = door.enter(source, suit, who("clerk"), on=TODAY).seq
    over = PreservationHandedOver(suit=seq, court="重庆市奉节县人民法院", letter="移送1号")
    door.enter(source, over, who("clerk"), on=TODAY)
    assert carry_over(there, number, who("officer1", OTHER_COURT), TODAY) == 1
    outbox.work()
    (now,), (before,) = holds(door.read(there), TODAY), holds(door.read(source), TODAY)
    assert now.in_force(TODAY) and (now.since, now.until) == (before.since, before.until)
    assert isinstance(door.read(source).entries[-1].act, ControlPassedOn)
    assert control == before.seq
