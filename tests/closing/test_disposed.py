"""The condition that nothing is left to dispose of, as sales and transfers answer it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assets.sales import DAY, FOUND, announced, done, held, on_private_sale, served, sold
from tests.cases.stories import DEBTOR, noticed
from tests.closing.stories import FORMED, check
from tests.record.builder import Did, add, build
from zhixing.assets.acts.auction import PropertyUnsold
from zhixing.assets.acts.found import OutsiderGround, PropertyFound, PropertyRuledOut
from zhixing.assets.acts.sale import DisposalFailed
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.closing.acts import CheckedCondition
from zhixing.closing.questions.conditions import State
from zhixing.closing.questions.disposed import nothing_left
from zhixing.record.dossier import Dossier

ON = date(2017, 12, 1)


def state(dossier: Dossier) -> State:
    return nothing_left(dossier, ON).state


def test_where_nothing_was_found_it_is_certified_as_before() -> None:
    assert state(build(noticed())) is State.UNRECORDED


def test_what_was_sold_and_passed_to_its_buyer_is_disposed_of() -> None:
    assert state(served()[0]) is State.MET
    assert state(sold()[0]) is State.MISSING
    assert state(announced()[0]) is State.MISSING


@pytest.mark.parametrize(
    ("kind", "expected"), [(PropertyKind.VEHICLE, State.MET), (PropertyKind.SHOP, State.MISSING)]
)
def test_a_vehicle_sealed_on_paper_alone_cannot_be_disposed_of(kind: PropertyKind, expected: State) -> None:
    dossier, _ = held(kind)
    assert state(dossier) is expected


def test_what_nobody_wants_counts_once_its_failure_is_entered() -> None:
    dossier, thing, starts = on_private_sale()
    dossier = done(dossier, PropertyUnsold(property=thing), starts + 60 * DAY)
    assert state(dossier) is State.MISSING
    dossier = done(dossier, DisposalFailed(property=thing, reason="变卖无人应买"), starts + 60 * DAY)
    assert state(dossier) is State.MET


def test_money_that_was_found_is_left_until_it_is_taken_or_ruled_out() -> None:
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.BANK_DEPOSIT, name="存款", value=10_000)
    dossier = build([*noticed(), Did(found, FOUND)])
    assert state(dossier) is State.MISSING
    out = PropertyRuledOut(property=dossier.head, ground=OutsiderGround.GONE, reason="已销户")
    assert state(done(dossier, out, FOUND)) is State.UNRECORDED


def test_a_certificate_that_the_panel_confirmed_still_passes() -> None:
    dossier, _ = held(PropertyKind.SHOP)
    dossier = add(dossier, FORMED)
    dossier = add(dossier, check(CheckedCondition.NO_PROPERTY_LEFT))
    agreed = PanelDeliberated(
        topic=DeliberationTopic.TERMINATION,
        handler_opinion="轮候在后，无法处置",
        other_opinions="同意",
        agreed=True,
    )
    assert state(dossier) is State.MISSING
    assert state(done(dossier, agreed, date(2017, 6, 1))) is State.CERTIFIED
