"""Each control, release, notice and transfer has its paper, made by its act; who must assist is told with the ruling."""

from __future__ import annotations

import pytest

from tests.assets.sales import ANNOUNCED, HELD, done, sold
from tests.assets.test_control import sealing, with_car
from tests.documents.told import body, text
from tests.record.builder import add
from zhixing.assets.acts import auction, control, delivery, sale
from zhixing.assets.acts.auction import PurchasePricePaid
from zhixing.assets.acts.control import Controlled, ControlReleased, ReleaseGround
from zhixing.assets.acts.delivery import TransferRuled
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier

MADE = (
    control.Controlled,
    control.ControlRenewed,
    control.ControlReleased,
    control.DepositTransferred,
    auction.SaleRuled,
    auction.AuctionAnnounced,
    sale.PrivateSaleAnnounced,
    sale.DirectSaleOffered,
    sale.TakenForDebt,
    delivery.TransferRuled,
    delivery.EvictionNoticed,
)
PUBLIC = (
    auction.AuctionAnnounced,
    auction.SalePaused,
    auction.SaleContinued,
    auction.SaleWithdrawn,
    auction.SaleRevoked,
    sale.PrivateSaleAnnounced,
    sale.DirectSaleOffered,
    delivery.EvictionNoticed,
)


def newest(dossier: Dossier) -> str:
    entry = dossier.at(dossier.head)
    assert entry is not None
    return text(body(dossier, entry))


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.tag())
def test_an_act_of_property_makes_its_document(kind: type[Act]) -> None:
    assert installed().rule(kind).document


@pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.tag())
def test_what_concerns_everyone_is_marked_public(kind: type[Act]) -> None:
    assert installed().rule(kind).discloses.public


def test_the_registry_is_ordered_to_assist_with_the_seizure_and_with_its_end() -> None:
    dossier, car = with_car()
    dossier = add(dossier, sealing(car, assisted_by="县车辆管理所"))
    seized = newest(dossier)
    assert "协助执行通知书" in seized and "县车辆管理所：" in seized and "期限至2019年3月22日" in seized
    held = dossier.of(Controlled)[0].seq
    lifted = ControlReleased(control=held, ground=ReleaseGround.SETTLED, reason="债务已经清偿")
    assert "县车辆管理所：" in newest(done(dossier, lifted, HELD))


def test_nobody_is_ordered_to_assist_where_the_court_acts_alone() -> None:
    dossier, car = with_car()
    assert "协助执行通知书" not in newest(add(dossier, sealing(car)))


def test_the_registry_is_ordered_to_put_the_buyer_down() -> None:
    dossier, thing = sold()
    paid = PurchasePricePaid(property=thing, amount=5_000_000)
    dossier = done(dossier, paid, ANNOUNCED.replace(month=5, day=10))
    ruling = TransferRuled(property=thing, ruling="（2017）渝0235执1号之二", registry="县车辆管理所")
    assert "过户登记至周远名下" in newest(done(dossier, ruling, ANNOUNCED.replace(month=5, day=12)))
