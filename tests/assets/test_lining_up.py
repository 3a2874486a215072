"""Of one day the hour decides; a freeze of equity counts from its publication; an earlier day on an act decides nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.assets.test_control import CAR, DEPOSIT, FOUND, HELD, found, names, open_duties, sealing, with_car
from tests.assets.test_line_and_sealing import VIN, order, two_cases
from tests.assets.test_line_and_sealing import sealing as car_sealing
from tests.assets.test_property_pages import signed_in
from tests.assets.test_property_papers import newest
from tests.cases.stories import DEBTOR, noticed
from tests.cast import COURT, OTHER_COURT, TODAY
from tests.record.builder import Did, add, build
from zhixing.assets.acts.control import (
    ControlFoundBehind,
    Controlled,
    ControlReleased,
    DepositTransferred,
    EquityFreezePublished,
    Manner,
    Rank,
    ReleaseGround,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.facts import line_of
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.control import hold, in_force
from zhixing.assets.questions.line import Place, ahead
from zhixing.record import door, outbox, sealed
from zhixing.record.dossier import Dossier
from zhixing.record.scope import EVERY_COURT, see

DAY = timedelta(days=1)
SINCE_2022 = date(2022, 3, 1)


def place(*, since: date = HELD, at: str = "", waits: bool = False, number: int = 2) -> Place:
    return Place(dossier=number, seq=9, court="渝0236", case="甲案", since=since, waits=waits, at=at)


@pytest.mark.parametrize(
    ("there", "here", "first"),
    [
        ("10:00", "09:59", True),
        ("10:00", "10:00", False),
        ("10:00", "10:01", False),
        ("", "09:00", False),
        ("10:00", "", False),
    ],
)
def test_of_one_day_the_earlier_hour_stands_first_where_both_are_written(
    there: str, here: str, *, first: bool
) -> None:
    dossier, car = with_car()
    line: dict[str, object] = {"control-line": (place(at=there),)}
    assert ("rank-fits" not in names(dossier, sealing(car, at=here, facts=line))) is first


def test_an_earlier_day_does_not_pass_by_who_holds() -> None:
    dossier, car = with_car()
    line: dict[str, object] = {"control-line": (place(since=HELD + DAY),)}
    assert "rank-fits" in names(dossier, sealing(car, facts=line))
    assert "rank-fits" not in names(dossier, sealing(car, facts={"control-line": (place(waits=True),)}))


def test_those_of_one_day_wait_in_the_order_of_their_hours() -> None:
    late, early = place(at="15:00", waits=True, number=2), place(at="09:30", waits=True, number=4)
    unknown, holder = place(waits=True, number=3), place(since=HELD - DAY, number=5)
    line = ahead((late, unknown, early, holder), HELD)
    assert [each.dossier for each in line] == [5, 4, 2, 3]


@pytest.mark.django_db
def test_who_came_earlier_that_day_holds_and_the_other_waits_behind() -> None:
    (here, car), (there, same) = two_cases()
    late = Controlled(
        property=car, manner=Manner.SEALED, until=date(2019, 6, 15), amount=3_000_000, at="15:00"
    )
    first = order(here, COURT, late)
    early = Controlled(
        property=same, manner=Manner.SEALED, until=date(2019, 6, 15), amount=3_000_000, at="09:10"
    )
    second = order(there, OTHER_COURT, early)
    outbox.work()
    outbox.work()
    assert [each.act.control for each in door.read(here).of(ControlFoundBehind)] == [first]
    assert in_force(door.read(here), car, TODAY) is None
    assert in_force(door.read(there), same, TODAY) is not None
    assert [(each.dossier, each.waits) for each in line_of(sealed.token(VIN))] == [
        (there, False),
        (here, True),
    ]
    assert "assets.renew-control" not in open_duties(door.read(here))
    owner = door.read(here).of(PropertyFound)[0].act.owner
    shown = signed_in().get(f"/parties/{owner}/property/").content.decode()
    assert 0 < shown.index("09:10") < shown.index("15:00")
    assert "09:10" in signed_in().get(f"/cases/{here}/property/").content.decode()
    see(EVERY_COURT)
    order(there, OTHER_COURT, ControlReleased(control=second, ground=ReleaseGround.SETTLED, reason="已清偿"))
    outbox.work()
    outbox.work()
    assert in_force(door.read(here), car, TODAY) is not None


@pytest.mark.django_db
def test_without_hours_nobody_is_put_behind() -> None:
    (here, car), (there, same) = two_cases()
    order(here, COURT, car_sealing(car))
    with pytest.raises(door.Refused):
        order(there, OTHER_COURT, car_sealing(same))
    order(there, OTHER_COURT, car_sealing(same, Rank.WAITING))
    outbox.work()
    assert not door.read(here).of(ControlFoundBehind)
    assert ControlRow.objects.filter(in_force_since=TODAY).count() == 1


def equity(on: date = SINCE_2022) -> tuple[Dossier, int]:
    """A freeze of equity ordered that day; its number."""
    share = PropertyFound(
        owner=DEBTOR, kind=PropertyKind.EQUITY, name="甲公司股权", identifier=CAR, value=1_000_000
    )
    dossier = build([*noticed(), Did(share, FOUND)])
    freeze = Controlled(
        property=dossier.head, manner=Manner.FROZEN, until=date(on.year + 2, 1, 1), amount=1_000_000
    )
    dossier = add(dossier, Did(freeze, on, {"control-line": ()}))
    return dossier, dossier.head


@pytest.mark.parametrize(("on", "holds"), [(date(2021, 12, 31), True), (date(2022, 1, 1), False)])
def test_since_2022_a_freeze_of_equity_holds_nothing_before_it_is_published(on: date, *, holds: bool) -> None:
    dossier, control = equity(on)
    found = hold(dossier, control, on)
    assert found is not None and found.in_force(on) is holds and not found.waits()
    assert ("assets.publish-equity-freeze" in open_duties(dossier)) is not holds


def test_a_published_freeze_holds_from_its_publication_in_the_order_of_publication() -> None:
    dossier, control = equity()
    listed = EquityFreezePublished(control=control, at="10:00")
    nobody: dict[str, object] = {"control-line": ()}
    later: dict[str, object] = {"control-line": (place(since=SINCE_2022 + DAY, at="10:30"),)}
    before: dict[str, object] = {"control-line": (place(since=SINCE_2022),)}
    assert names(dossier, Did(listed, SINCE_2022 - DAY, nobody)) == {"not-published-yet"}
    assert names(dossier, Did(listed, SINCE_2022 + DAY, before)) == {"published-in-order"}
    assert not names(dossier, Did(listed, SINCE_2022 + DAY, later))
    behind = EquityFreezePublished(control=control, waiting=True)
    assert names(dossier, Did(behind, SINCE_2022 + DAY, nobody)) == {"published-in-order"}
    assert not names(dossier, Did(behind, SINCE_2022 + DAY, before))
    waits = hold(add(dossier, Did(behind, SINCE_2022 + DAY, before)), control, SINCE_2022 + DAY)
    assert waits is not None and waits.waits()
    dossier = add(dossier, Did(listed, SINCE_2022 + DAY, nobody))
    found = hold(dossier, control, SINCE_2022 + DAY)
    assert found is not None and (found.since, found.at) == (SINCE_2022 + DAY, "10:00")
    assert found.in_force(SINCE_2022 + DAY)
    assert {"equity-to-publish", "not-published-yet"} <= names(
        dossier, Did(listed, SINCE_2022 + 2 * DAY, nobody)
    )
    assert "assets.publish-equity-freeze" not in open_duties(dossier)


def test_an_earlier_day_opens_no_second_control_and_leaves_nothing_out_of_the_meter() -> None:
    dossier, car = with_car(6_000_000)
    held = add(dossier, sealing(car, amount=6_000_000))
    assert "not-held-yet" in names(held, sealing(car, on=HELD - DAY, until=date(2019, 3, 21)))
    more = add(held, found(PropertyKind.MACHINERY, 2_000_000, "d" * 64))
    second = sealing(more.head, amount=2_000_000, on=HELD - DAY, until=date(2019, 3, 21))
    assert names(more, second) == {"not-excessive"}


def test_of_a_deposit_no_more_is_taken_than_is_frozen_however_often() -> None:
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 2_000_000, DEPOSIT)])
    account = dossier.head
    freeze = Controlled(
        property=account,
        manner=Manner.FROZEN,
        until=date(2018, 3, 22),
        amount=2_000_000,
        living_not_kept="另有收入",
    )
    dossier = add(dossier, Did(freeze, HELD, {"control-line": ()}))
    half = DepositTransferred(property=account, amount=1_500_000, assisted_by="某银行", done=True)
    dossier = add(dossier, Did(half, HELD + 5 * DAY))
    assert names(dossier, Did(half, HELD + 6 * DAY)) == {"transfers-what-is-frozen"}
    assert names(dossier, Did(half, HELD + DAY)) == {"transfers-what-is-frozen"}
    rest = DepositTransferred(property=account, amount=500_000, assisted_by="某银行", done=True)
    assert not names(dossier, Did(rest, HELD + DAY))


def test_the_ruling_asks_the_registry_to_publish_and_the_company_to_report() -> None:
    dossier, _ = equity()
    written = newest(dossier)
    assert "公示时发生法律效力" in written and "书面报告" in written
