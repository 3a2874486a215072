"""What a preservation holds goes on in enforcement: with its place in line and its term, once, and of the same debtor alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from msgspec import structs

from tests.assets.test_line_and_sealing import find_car, order, sealing
from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, filed, who
from tests.preservation.cast import VIN, held
from zhixing.assets.acts.control import (
    ControlPassedOn,
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    Rank,
    ReleaseGround,
)
from zhixing.assets.carrying_over import NothingToTakeOver, carry_over
from zhixing.assets.facts import line_of
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.control import holds, in_force
from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found, Undetermined
from zhixing.preservation.figures import figures
from zhixing.record import door, outbox, sealed
from zhixing.record.catalogue import installed
from zhixing.record.duties import duties
from zhixing.record.indicator import installed_indicators
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=10)


@pytest.fixture
def preservation() -> tuple[int, int]:
    """A preservation and its control, ten days later."""
    begin()
    found = held()
    settings.ZHIXING_TODAY = LATER.isoformat()
    return found


def number_of(dossier: int) -> str:
    return CaseRow.objects.get(dossier_id=dossier).number


def open_duties(dossier: int) -> set[str]:
    found = duties(installed().duties, door.read(dossier))
    return {each.rule.name for each in found if each.met_by is None and each.ended_by is None}


def test_it_goes_on_with_its_day_its_term_and_its_place_before_who_waits(
    preservation: tuple[int, int],
) -> None:
    asked, _ = preservation
    stranger = assigned(OTHER_COURT)
    order(stranger, OTHER_COURT, sealing(find_car(stranger, OTHER_COURT), Rank.WAITING), LATER)
    case = assigned()
    assert carry_over(case, number_of(asked), who("officer1"), LATER) == 1
    outbox.work()
    (now,) = holds(door.read(case), LATER)
    (before,) = holds(door.read(asked), LATER)
    assert (now.since, now.until, now.amount) == (before.since, before.until, before.amount)
    assert now.in_force(LATER) and before.released is not None and not before.in_force(LATER)
    assert [(each.dossier, each.waits) for each in line_of(sealed.token(VIN))] == [
        (case, False),
        (stranger, True),
    ]
    assert "assets.renew-control" in open_duties(case)
    assert not {"assets.renew-control", "preservation.lift-without-suit"} & open_duties(asked)


def test_another_court_goes_on_with_it_too_and_can_read_what_it_holds(preservation: tuple[int, int]) -> None:
    asked, _ = preservation
    case = assigned(OTHER_COURT)
    see([OTHER_COURT])
    assert carry_over(case, number_of_any(asked), who("officer1", OTHER_COURT), LATER) == 1
    see(EVERY_COURT)
    outbox.work()
    (row,) = ControlRow.objects.filter(dossier_id=case)
    assert (row.preservation, row.token) == (asked, sealed.token(VIN))
    assert sealed.unsealed(OTHER_COURT, [row.token]) == {row.token: VIN}
    assert isinstance(door.read(asked).entries[-1].act, ControlPassedOn)


def number_of_any(dossier: int) -> str:
    see(EVERY_COURT)
    found = number_of(dossier)
    see([OTHER_COURT])
    return found


def test_it_is_taken_over_once_even_before_the_preservation_was_told(preservation: tuple[int, int]) -> None:
    asked, control = preservation
    first, second = assigned(), assigned()
    carry_over(first, number_of(asked), who("officer1"), LATER)
    with pytest.raises(door.Refused) as refused:
        carry_over(second, number_of(asked), who("officer1"), LATER)
    assert [each.guard for each in refused.value.refusals] == ["preservation-stands"]
    outbox.work()
    with pytest.raises(NothingToTakeOver):
        carry_over(second, number_of(asked), who("officer1"), LATER)
    with pytest.raises(door.Refused, match="转入执行案件"):
        order(
            asked,
            COURT,
            ControlRenewed(control=control, until=TODAY.replace(year=2021), reason="接近届满"),
            LATER,
        )


def test_it_goes_on_as_it_was_and_not_otherwise(preservation: tuple[int, int]) -> None:
    asked, control = preservation
    case = assigned()
    car = find_car(case, COURT)
    (there,) = holds(door.read(asked), TODAY)
    right = ControlTakenOver(
        property=car,
        manner=there.manner,
        rank=Rank.FIRST,
        since=there.since,
        until=there.until,
        amount=there.amount,
        preservation=asked,
        control=control,
    )
    assert there.until is not None
    for wrong, guard in (
        (structs.replace(right, until=there.until + timedelta(days=1)), "as-it-was"),
        (structs.replace(right, since=there.since - timedelta(days=1)), "as-it-was"),
        (structs.replace(right, control=1), "preservation-stands"),
        (structs.replace(right, preservation=case), "preservation-stands"),
    ):
        with pytest.raises(door.Refused) as refused:
            door.enter(case, wrong, who("officer1"), on=LATER)
        assert guard in [each.guard for each in refused.value.refusals]
    door.enter(case, right, who("officer1"), on=LATER)
    assert in_force(door.read(case), car, LATER) is not None


def test_what_was_lifted_since_is_not_taken_over_on_an_earlier_day(preservation: tuple[int, int]) -> None:
    asked, control = preservation
    case = assigned()
    car = find_car(case, COURT)
    (there,) = holds(door.read(asked), TODAY)
    lifted = ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="没有起诉")
    order(asked, COURT, lifted, LATER)
    taken = ControlTakenOver(
        property=car,
        manner=there.manner,
        rank=Rank.FIRST,
        since=there.since,
        until=there.until,
        amount=there.amount,
        preservation=asked,
        control=control,
    )
    with pytest.raises(door.Refused) as refused:
        door.enter(case, taken, who("officer1"), on=LATER - timedelta(days=1))
    assert "preservation-stands" in [each.guard for each in refused.value.refusals]


def test_a_preservation_of_somebody_else_gives_nothing(preservation: tuple[int, int]) -> None:
    asked, _ = preservation
    stranger = filed(debtor=7)
    with pytest.raises(NothingToTakeOver, match="没有控制本案被执行人的财产"):
        carry_over(stranger, number_of(asked), who("officer1"), LATER)
    with pytest.raises(NothingToTakeOver, match="请核对案号"):
        carry_over(stranger, "（2017）渝0235执保999号", who("officer1"), LATER)


def test_rulings_in_time_and_what_enforcement_got_are_counted(preservation: tuple[int, int]) -> None:
    ruled, carried_out, of_enforcement, fulfilled = figures(TODAY.replace(month=1, day=1), LATER)
    assert (ruled.part, ruled.whole, ruled.percent) == (1, 1, 100)
    assert (carried_out.part, carried_out.whole) == (0, 1)  # held two weeks after the ruling
    assert of_enforcement.percent is None and fulfilled.percent is None


def test_a_plan_can_name_the_figures_of_preservation_by_court(preservation: tuple[int, int]) -> None:
    found = installed_indicators()["preservation-ruled-in-time"].measure([COURT, "渝0236"], LATER)
    own = found[COURT]
    assert isinstance(own, Found) and own.value == 1
    assert isinstance(found["渝0236"], Undetermined)
    late = installed_indicators()["preservation-carried-out-in-time"].measure([COURT], LATER)[COURT]
    assert isinstance(late, Found) and late.value == 0
    none = installed_indicators()["preservation-fulfilled"].measure([COURT], LATER)[COURT]
    assert isinstance(none, Undetermined)
