"""After an auction: private sale, debt for asset, management, return; the ruling, handing over, and clearing a house."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.assets.sales import (
    ANNOUNCED,
    DAY,
    PRICE,
    RULED,
    SOLD,
    announced,
    done,
    duty,
    names,
    notice,
    on_private_sale,
    priced,
    ruled,
    sold,
    unsold_twice,
)
from tests.cases.stories import APPLICANT, DEBTOR, OTHER
from zhixing.assets.acts.auction import (
    DirectGround,
    PropertyUnsold,
    PurchasePricePaid,
    SaleRuled,
    SaleWay,
)
from zhixing.assets.acts.control import ControlReleased, ReleaseGround
from zhixing.assets.acts.delivery import (
    Evicted,
    EvictionNoticed,
    OccupantKind,
    PropertyHandedOver,
    TransferRuled,
    TransferRulingServed,
)
from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DebtOccasion,
    DirectSaleOffered,
    DisposalFailed,
    ManagementEnded,
    ManagementOrdered,
    PriceBasis,
    PrivateSaleAnnounced,
    TakenForDebt,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.proceeds import proceeds_due
from zhixing.record.duties import Standing


def test_after_the_second_the_creditors_are_asked_before_a_private_sale() -> None:
    dossier, thing, end = unsold_twice()
    third = notice(dossier, thing, round=3, starts=end + 60 * DAY)
    assert "round-right" in names(dossier, third, end + DAY)
    offer = PrivateSaleAnnounced(property=thing, price=3_360_000, starts=end + 20 * DAY)
    assert names(dossier, offer, end + DAY) == {"nobody-takes-it"}
    takes = CreditorsAsked(property=thing, to=(APPLICANT,), accepts=APPLICANT)
    assert names(done(dossier, takes, end), offer, end + DAY) == {"nobody-takes-it"}
    asked = done(dossier, CreditorsAsked(property=thing, to=(APPLICANT,)), end)
    assert not names(asked, offer, end + DAY)
    assert names(asked, msgspec.structs.replace(offer, price=3_000_000), end + DAY) == {"at-last-reserve"}
    assert names(dossier, CreditorsAsked(property=thing, to=(DEBTOR,)), end) == {"creditors-of-case"}


def test_too_early_for_a_private_sale() -> None:
    dossier, thing = ruled()
    act = CreditorsAsked(property=thing, to=(APPLICANT,))
    assert names(dossier, act, ANNOUNCED) == {"auctions-exhausted"}


def test_what_nobody_wants_goes_back_and_its_release_becomes_a_duty() -> None:
    dossier, thing, starts = on_private_sale()
    failed = DisposalFailed(property=thing, reason="两次流拍，变卖无人应买")
    assert "all-failed" in names(dossier, failed, starts + DAY)
    dossier = done(dossier, PropertyUnsold(property=thing), starts + 60 * DAY)
    dossier = done(dossier, failed, starts + 60 * DAY)
    waits = duty(dossier, "release-unsold")
    assert waits.met_by is None
    assert waits.standing(starts + 70 * DAY) is Standing.UNDETERMINED
    control = next(each.seq for each in dossier.entries if each.act.tag() == "assets.controlled")
    release = ControlReleased(control=control, ground=ReleaseGround.UNSOLD, reason="变卖不成又不抵债")
    assert duty(done(dossier, release, starts + 61 * DAY), "release-unsold").met_by is not None


def taken(thing: int, **said: object) -> TakenForDebt:
    act = TakenForDebt(
        property=thing,
        occasion=DebtOccasion.UNSOLD,
        taker=APPLICANT,
        price=3_360_000,
        debt=3_360_000,
        ruling="裁2号",
        others="没有其他债权人",
    )
    return msgspec.structs.replace(act, **said)


@pytest.mark.parametrize(
    ("said", "guard"),
    [
        ({"price": 3_359_999}, "occasion-stands"),
        ({"ruling": ""}, "occasion-stands"),
        ({"others": ""}, "others-not-harmed"),
        ({"debt": 3_000_000}, "difference-dated"),
        ({"taker": DEBTOR}, "creditors-of-case"),
        ({"occasion": DebtOccasion.CONSENT}, "occasion-stands"),
    ],
)
def test_a_creditor_takes_it_at_the_reserve_and_nobody_is_harmed(said: dict[str, object], guard: str) -> None:
    dossier, thing, end = unsold_twice()
    assert not names(dossier, taken(thing), end + DAY)
    assert names(dossier, taken(thing, **said), end + DAY) == {guard}


def test_what_goes_beyond_the_debt_is_paid_before_the_ruling_is_served() -> None:
    dossier, thing, end = unsold_twice()
    dossier = done(dossier, taken(thing, debt=3_000_000, pay_by=end + 10 * DAY), end + DAY)
    (due,) = proceeds_due(dossier, end + DAY)
    assert (due.price, due.balance, due.due) == (360_000, 360_000, end + 10 * DAY)
    serving = TransferRulingServed(property=thing, to=APPLICANT)
    assert names(dossier, serving, end + 2 * DAY) == {"served-on-buyer"}
    dossier = done(dossier, PurchasePricePaid(property=thing, amount=360_000), end + 2 * DAY)
    assert not names(dossier, serving, end + 2 * DAY)


def test_nothing_is_ruled_before_it_is_paid_nor_handed_over_before_it_is_served() -> None:
    dossier, thing = sold()
    ruling = TransferRuled(property=thing, ruling="裁3号")
    assert names(dossier, ruling, SOLD + DAY) == {"fully-paid"}
    dossier = done(dossier, PurchasePricePaid(property=thing, amount=5_000_000), SOLD + DAY)
    assert not names(dossier, ruling, SOLD + DAY)
    serving = TransferRulingServed(property=thing, to=OTHER)
    assert names(dossier, serving, SOLD + DAY) == {"served-on-buyer"}
    over = PropertyHandedOver(property=thing, to=OTHER, state="移交")
    dossier = done(dossier, ruling, SOLD + DAY)
    assert names(dossier, over, SOLD + 2 * DAY) == {"passed-to-buyer"}
    assert names(dossier, msgspec.structs.replace(serving, to=APPLICANT), SOLD + DAY) == {"served-on-buyer"}
    dossier = done(dossier, serving, SOLD + 2 * DAY)
    assert not names(dossier, over, SOLD + 2 * DAY)
    assert names(dossier, msgspec.structs.replace(over, to=APPLICANT), SOLD + 2 * DAY) == {"passed-to-buyer"}


def test_a_direct_sale_keeps_its_floor() -> None:
    dossier, thing = priced()
    ruling = SaleRuled(
        property=thing, way=SaleWay.DIRECT, ruling="裁1号", reason="双方书面同意", ground=DirectGround.CONSENT
    )
    act = DirectSaleOffered(property=thing, basis=PriceBasis.APPRAISED, based_on=PRICE, price=PRICE)
    assert "direct-ruled" in names(dossier, act, RULED)
    dossier = done(dossier, ruling, RULED)
    half = msgspec.structs.replace(act, price=PRICE // 2)
    assert names(dossier, half, RULED) == {"direct-floor-kept"}
    dossier = done(dossier, act, RULED)
    dossier = done(dossier, PropertyUnsold(property=thing), RULED + DAY)
    assert not names(dossier, half, RULED + DAY)
    assert names(dossier, msgspec.structs.replace(half, price=PRICE // 2 - 1), RULED + DAY) == {
        "direct-floor-kept"
    }


def test_management_follows_a_sale_that_failed_and_ends_once() -> None:
    dossier, thing, end = unsold_twice()
    act = ManagementOrdered(property=thing, manager=APPLICANT, terms="出租，租金清偿", ruling="裁4号")
    dossier = done(dossier, act, end + DAY)
    ending = ManagementEnded(management=dossier.head, reason="已清偿")
    dossier = done(dossier, ending, end + 40 * DAY)
    assert names(dossier, ending, end + 41 * DAY) == {"management-runs"}
    running, other = announced()
    assert "cannot-be-sold" in names(
        running, msgspec.structs.replace(act, property=other), ANNOUNCED + 3 * DAY
    )


@pytest.mark.parametrize(
    ("occupant", "until", "stands"),
    [
        (OccupantKind.OTHER_HOME, date(2017, 5, 10), True),
        (OccupantKind.ONLY_HOME, date(2017, 7, 9), False),
        (OccupantKind.ONLY_HOME, date(2017, 7, 10), True),
        (OccupantKind.MORTGAGED_HOME, date(2017, 10, 9), False),
        (OccupantKind.MORTGAGED_HOME, date(2017, 10, 10), True),
    ],
)
def test_a_home_is_left_for_its_grace(occupant: OccupantKind, until: date, *, stands: bool) -> None:
    dossier, thing = ruled(PropertyKind.HOME)
    act = EvictionNoticed(property=thing, occupant=occupant, until=until, occupied_by=(DEBTOR,))
    assert names(dossier, act, ANNOUNCED) == (set() if stands else {"grace-given"})


def test_force_follows_a_notice_whose_day_has_passed() -> None:
    dossier, thing = ruled(PropertyKind.HOME)
    act = Evicted(property=thing, present="居委会代表到场", belongings="清单附卷，交被执行人妻子")
    until = date(2017, 5, 10)
    assert names(dossier, act, until) == {"time-to-leave-over"}
    told = EvictionNoticed(
        property=thing, occupant=OccupantKind.OTHER_HOME, until=until, occupied_by=(DEBTOR,)
    )
    dossier = done(dossier, told, ANNOUNCED)
    assert names(dossier, act, until) == {"time-to-leave-over"}
    assert not names(dossier, act, until + DAY)
    assert names(dossier, msgspec.structs.replace(act, present=""), until + DAY) == {"eviction-recorded"}
    car, vehicle = ruled()
    moved = msgspec.structs.replace(told, property=vehicle)
    assert names(car, moved, ANNOUNCED) == {"land-was-sold"}
