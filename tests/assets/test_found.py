"""Found property: its national fields, whose it is, that it is entered once; and how an exemption ends."""

from __future__ import annotations

import pytest

from tests.assets.test_control import CAR, FOUND, HELD, found, names, with_car
from tests.cases.stories import DEBTOR, noticed
from tests.record.builder import Did, add, build
from zhixing.assets.acts.found import Exemption, ExemptionEnded, PropertyExempted, PropertyFound, Told
from zhixing.assets.kinds import Family, PropertyKind, family, kinds
from zhixing.record.act import Act


def test_only_an_exemption_in_force_ends_and_only_with_its_reason() -> None:
    dossier, car = with_car()
    end = ExemptionEnded(exemption=car, reason="已另行购置")
    assert "exemption-stands" in names(dossier, Did(end, HELD))
    spared = add(
        dossier, Did(PropertyExempted(property=car, ground=Exemption.AIDS, reason="残疾人代步车"), FOUND)
    )
    number = spared.head
    assert "provision-stated" in names(spared, Did(ExemptionEnded(exemption=number, reason=" "), HELD))
    over = add(spared, Did(ExemptionEnded(exemption=number, reason="已另行购置"), HELD))
    assert "exemption-stands" in names(over, Did(ExemptionEnded(exemption=number, reason="再次"), HELD))


def test_no_more_is_left_than_there_is() -> None:
    dossier, car = with_car(3_000_000)
    kept = PropertyExempted(property=car, ground=Exemption.OTHER_LAW, reason="依法", amount=3_000_001)
    assert "ground-fits" in names(dossier, Did(kept, FOUND))


@pytest.mark.parametrize(
    ("details", "stands"),
    [
        ((Told(code="C_CLPP", value="某牌"), Told(code="N_XSLC", value="12000.5")), True),
        ((Told(code="N_XSLC", value="很多"),), False),
        ((Told(code="C_FCZH", value="房产字号"),), False),
        ((Told(code="C_CLSBH", value="LSV123"),), False),
        ((Told(code="C_CLSBH", value=CAR),), True),
        ((Told(code="C_CLPP", value="甲"), Told(code="C_CLPP", value="乙")), False),
        ((Told(code="D_ZCDJRQ", value="2015-02-30"),), False),
    ],
)
def test_national_fields_belong_to_the_kind_and_hold_what_they_may(
    details: tuple[Told, ...], *, stands: bool
) -> None:
    act = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="轿车", details=details)
    assert ("details-fit" not in names(build(noticed()), Did(act, FOUND))) is stands


def test_the_same_thing_is_found_once() -> None:
    dossier, _ = with_car()
    assert "not-found-before" in names(dossier, found(PropertyKind.VEHICLE, 1, CAR))
    assert "not-found-before" not in names(dossier, found(PropertyKind.VEHICLE, 1, "e" * 64))


def test_property_of_who_owes_nothing_here_is_not_looked_for() -> None:
    act: Act = PropertyFound(owner=99, kind=PropertyKind.CASH, name="现金")
    assert "owner-liable" in names(build(noticed()), Did(act, FOUND))


def test_every_kind_has_its_fields_and_its_family() -> None:
    assert len(kinds()) == len(PropertyKind) == 39
    assert family(PropertyKind.HOME) is Family.IMMOVABLE
    for kind in kinds().values():
        assert kind.details
        identifying = kind.detail(kind.identifier) if kind.identifier else None
        assert identifying is None or identifying.sealed
        assert bool(kind.identifier) == (identifying is not None)
