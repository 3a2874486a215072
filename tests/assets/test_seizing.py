"""On the spot: who was called and came; the owner's own sale of equity; a preservation that held for a year gives way."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tests.assets.debts import PROOF
from tests.assets.sales import DAY, duty
from tests.assets.sales import done as entered
from tests.assets.sales import held as car_held
from tests.assets.sales import names as against
from tests.assets.test_control import HELD, names, sealing, with_car
from tests.assets.test_lining_up import SINCE_2022, equity
from tests.assets.test_priority import request, waiting
from tests.record.builder import Did, add
from zhixing.assets.acts.control import EquityFreezePublished, OwnSaleAllowed, SeizureRecorded
from zhixing.assets.acts.priority import AskedBecause, DisposalRequestDeclined, DisposalRequestReceived
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties

SEIZED = SeizureRecorded(
    control=1,
    began="09:00",
    ended="10:30",
    called="被执行人之妻",
    present="被执行人之妻、村委会某某",
    keeper="被执行人",
    list_file=PROOF,
)


def test_who_is_seized_from_is_called_and_a_list_is_made() -> None:
    dossier, car = with_car()
    assert names(dossier, Did(SEIZED, HELD)) == {"something-seized", "presence-or-call"}
    dossier = add(dossier, sealing(car))
    right = msgspec.structs.replace(SEIZED, control=dossier.head)
    assert duty(dossier, "assets.record-seizure").standing(HELD) is Standing.UNDETERMINED
    for wrong in (
        {"called": " "},
        {"present": ""},
        {"began": "11:00"},
        {"ended": ""},
        {"keeper": ""},
        {"control": 1},
    ):
        assert names(dossier, Did(msgspec.structs.replace(right, **wrong), HELD)) == {"presence-or-call"}, (
            wrong
        )
    assert names(dossier, Did(right, HELD - DAY)) == {"presence-or-call"}
    absent = msgspec.structs.replace(right, present="", absent="电话通知后拒不到场")
    assert not names(dossier, Did(absent, HELD))
    assert duty(add(dossier, Did(right, HELD)), "assets.record-seizure").met_by is not None


def test_what_a_register_holds_needs_no_visit() -> None:
    dossier, car = with_car()
    held = add(dossier, sealing(car, assisted_by="车辆管理所"))
    assert "assets.record-seizure" not in duty_names(held)


def duty_names(dossier: Dossier) -> list[str]:
    return [each.rule.name for each in duties(installed().duties, dossier)]


def test_equity_is_sold_by_its_owner_in_three_months_with_consent_or_for_enough() -> None:
    dossier, control = equity()
    listed = EquityFreezePublished(control=control)
    nobody: dict[str, object] = {"control-line": ()}
    allow = OwnSaleAllowed(
        control=control,
        until=date(2022, 6, 1),
        least=800_000,
        price_held="汇入案款账户",
        consent=True,
        reason="高于评估价",
    )
    assert "sold-under-control" in names(dossier, Did(allow, SINCE_2022))
    dossier = add(dossier, Did(listed, SINCE_2022, nobody))
    assert not names(dossier, Did(allow, SINCE_2022))
    longer = msgspec.structs.replace(allow, until=date(2022, 6, 2))
    assert names(dossier, Did(longer, SINCE_2022)) == {"owner-may-sell"}
    alone = msgspec.structs.replace(allow, consent=False)
    assert names(dossier, Did(alone, SINCE_2022)) == {"owner-may-sell"}
    assert not names(dossier, Did(msgspec.structs.replace(alone, least=90_000_000), SINCE_2022))
    dossier = add(dossier, Did(allow, SINCE_2022))
    ends = duty(dossier, "assets.end-own-sale")
    assert [ends.standing(date(2022, 6, 1)), ends.standing(date(2022, 6, 2))] == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    car, thing = with_car()
    car = add(car, sealing(thing))
    other = msgspec.structs.replace(allow, control=car.head, until=HELD + timedelta(days=30))
    assert names(car, Did(other, HELD)) == {"owner-may-sell"}


def test_a_preservation_that_held_first_for_a_year_is_asked_for_the_right_to_sell() -> None:
    dossier, thing = waiting()
    ask = msgspec.structs.replace(request(thing), because=AskedBecause.PRESERVED, claim="普通债权")
    assert against(dossier, ask, date(2018, 3, 1)) == {"first-holder-slow"}
    assert not against(dossier, ask, date(2018, 3, 2))
    disputed = msgspec.structs.replace(ask, disputed=True)
    assert against(dossier, disputed, date(2018, 3, 2)) == {"first-holder-slow"}


def test_the_norm_gives_no_days_for_answering_about_what_is_preserved() -> None:
    dossier, thing = car_held()
    received = DisposalRequestReceived(
        property=thing, asker="某院", claim="普通债权", because=AskedBecause.PRESERVED
    )
    dossier = entered(dossier, received, HELD)
    assert duty(dossier, "answer-request-for-preserved").due is None
    assert "answer-disposal-request" not in duty_names(dossier)
    declined = DisposalRequestDeclined(request=dossier.head, reason="已启动处置")
    assert duty(entered(dossier, declined, HELD), "answer-request-for-preserved").met_by is not None
