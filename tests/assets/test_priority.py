"""Who sells what several courts hold: the slow first holder is asked, answers in fifteen days, and the right goes over."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.assets.sales import DAY, FOUND, HELD, PRICE, announced, done, duty, held, names
from tests.cases.stories import DEBTOR, noticed
from tests.record.builder import Did, add, build
from zhixing.assets.acts.control import Controlled, Manner, Rank
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.priority import (
    DisposalRequestDeclined,
    DisposalRequestReceived,
    DisposalRightGiven,
    DisposalRightObtained,
    DisposalRightRequested,
)
from zhixing.assets.acts.valuation import PriceMethod, PriceSettingStarted
from zhixing.assets.kinds import PropertyKind
from zhixing.record.dossier import Dossier

LATER = date(2017, 6, 1)


def waiting() -> tuple[Dossier, int]:
    """A vehicle for which this case waits behind another court."""
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="小型轿车", value=PRICE)
    dossier = build([*noticed(), Did(found, FOUND)])
    thing = dossier.head
    act = Controlled(
        property=thing,
        manner=Manner.SEALED,
        rank=Rank.WAITING,
        amount=PRICE,
        ahead="某县人民法院（2017）某执1号，2017-03-01",
    )
    return add(dossier, Did(act, HELD, {"control-line": ()})), thing


def request(thing: int) -> DisposalRightRequested:
    return DisposalRightRequested(
        property=thing,
        holder="某县人民法院（2017）某执1号",
        held_since=date(2017, 3, 1),
        claim="抵押权，生效判决确认 60,000 元",
        letter="商请1号",
    )


def test_who_waits_sells_once_the_first_holder_gave_the_right() -> None:
    dossier, thing = waiting()
    price = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED)
    assert names(dossier, price, LATER) == {"held-here"}
    obtained = DisposalRightObtained(property=thing, letter="移送1号")
    assert names(dossier, obtained, LATER) == {"was-requested"}
    dossier = done(dossier, request(thing), LATER)
    assert names(dossier, price, LATER) == {"held-here"}
    assert not names(done(dossier, obtained, LATER), price, LATER)


def test_the_first_holder_has_sixty_days_before_it_is_asked() -> None:
    dossier, thing = waiting()
    assert names(dossier, request(thing), date(2017, 4, 30)) == {"first-holder-slow"}
    assert not names(dossier, request(thing), date(2017, 5, 1))
    unproven = msgspec.structs.replace(request(thing), claim=" ")
    assert names(dossier, unproven, LATER) == {"first-holder-slow"}
    first, own = held()
    assert names(first, request(own), LATER) == {"waits-in-line"}


def test_a_request_is_answered_in_fifteen_days_and_ends_the_sale_here() -> None:
    dossier, thing = held()
    dossier = done(dossier, DisposalRequestReceived(property=thing, asker="某院", claim="抵押权"), LATER)
    asked = dossier.head
    assert duty(dossier, "answer-disposal-request").due == LATER + 15 * DAY
    given = DisposalRightGiven(request=asked, letter="移送2号", claims="工资 50,000 元，普通债权")
    dossier = done(dossier, given, LATER + DAY)
    assert duty(dossier, "answer-disposal-request").met_by is not None
    assert names(dossier, given, LATER + DAY) == {"request-waits"}
    price = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED)
    assert names(dossier, price, LATER + DAY) == {"held-here"}


def test_who_has_announced_the_sale_declines() -> None:
    dossier, thing = announced()
    on = dossier.entries[-1].on
    dossier = done(dossier, DisposalRequestReceived(property=thing, asker="某院", claim="抵押权"), on)
    given = DisposalRightGiven(request=dossier.head, letter="移送2号", claims="工资")
    assert names(dossier, given, on) == {"request-waits"}
    declined = DisposalRequestDeclined(request=dossier.head, reason="已发布拍卖公告")
    assert names(dossier, msgspec.structs.replace(declined, reason=""), on) == {"request-waits"}
    assert not names(dossier, declined, on)
