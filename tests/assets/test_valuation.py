"""Reference prices: the order of the ways since September 2018, reports and objections, the price that follows, its duties."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.assets.sales import DAY, PRICE, done, duty, names
from tests.assets.sales import held as held_in_2017
from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.documents.told import body, text
from tests.record.builder import Did, add, build
from zhixing.assets.acts.auction import SaleRuled, SaleWay
from zhixing.assets.acts.control import Controlled, ControlReleased, Manner, ReleaseGround
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.valuation import (
    AppraisersAgreed,
    PlatformPrice,
    PriceMethod,
    PriceObjectionGround,
    PriceObjectionPassedOn,
    PriceObjectionResolved,
    PriceObjectionResult,
    PriceReportObjected,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceSkip,
    PriceTimeExtended,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.price import pricing, reference_price
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import duties

HELD, START = date(2019, 3, 1), date(2019, 3, 11)
UNTIL = date(2020, 3, 10)


def held() -> tuple[Dossier, int]:
    """A vehicle held when the provisions on the reference price are in force."""
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="小型轿车", value=3_000_000)
    dossier = build([*noticed(), Did(found, HELD)])
    act = Controlled(property=dossier.head, manner=Manner.SEALED, until=date(2021, 3, 1), amount=3_000_000)
    return add(dossier, Did(act, HELD, {"control-line": ()})), dossier.head


def start(thing: int, method: PriceMethod, **said: object) -> PriceSettingStarted:
    act = PriceSettingStarted(property=thing, method=method, earlier="不能议价，没有计税基准价")
    return msgspec.structs.replace(act, **said)


def appraised(dossier: Dossier, thing: int, on: date = START) -> Dossier:
    """Both sides agreed on three appraisers, and the first is asked."""
    three = ("甲评估", "乙评估", "丙评估")
    dossier = done(dossier, AppraisersAgreed(property=thing, roster="某市子库", appraisers=three), on)
    return done(dossier, start(thing, PriceMethod.APPRAISED, asked=three[:1]), on)


def reported(method: PriceMethod = PriceMethod.APPRAISED) -> tuple[Dossier, int]:
    """A report of 60,000 yuan came in on START + 20."""
    dossier, thing = held()
    appraisal = method is PriceMethod.APPRAISED
    dossier = appraised(dossier, thing) if appraisal else done(dossier, start(thing, method), START)
    platforms = (
        (PlatformPrice(platform="甲", amount=PRICE - 1), PlatformPrice(platform="乙", amount=PRICE + 1))
        if method is PriceMethod.NETWORK
        else ()
    )
    report = PriceReportReceived(property=thing, amount=PRICE, valid_until=UNTIL, platforms=platforms)
    return done(dossier, report, START + 20 * DAY), thing


def objected(ground: PriceObjectionGround = PriceObjectionGround.SUBSTANCE) -> tuple[Dossier, int, int]:
    """The debtor objects to the appraisal in time; the number of the objection."""
    dossier, thing = reported()
    dossier = done(dossier, PriceReportSent(report=dossier.head, to=(APPLICANT, DEBTOR)), START + 21 * DAY)
    act = PriceReportObjected(
        report=dossier.head - 1,
        by=DEBTOR,
        received_on=START + 21 * DAY,
        ground=ground,
        content="可比实例不当",
    )
    dossier = done(dossier, act, START + 23 * DAY)
    return dossier, thing, dossier.head


def test_the_price_is_to_be_sought_within_thirty_days_of_the_control() -> None:
    dossier, thing = held()
    assert duty(dossier, "start-price-setting").due == date(2019, 4, 1)  # 31 March is a Sunday
    dossier = done(dossier, start(thing, PriceMethod.AGREED), START)
    assert duty(dossier, "start-price-setting").met_by is not None


def test_a_release_ends_the_search_for_a_price() -> None:
    dossier, _ = held()
    release = ControlReleased(control=dossier.head, ground=ReleaseGround.SETTLED, reason="已清偿")
    assert duty(done(dossier, release, START), "start-price-setting").met_by is not None


def test_each_way_follows_the_one_before_it() -> None:
    dossier, thing = held()
    plain = {"earlier": ""}
    assert not names(dossier, start(thing, PriceMethod.AGREED, **plain), START)
    assert names(dossier, start(thing, PriceMethod.ASKED, **plain), START) == {"way-in-order"}
    consent = start(thing, PriceMethod.NETWORK, skip=PriceSkip.CONSENT, **plain)
    assert not names(dossier, consent, START)
    by_law = start(thing, PriceMethod.NETWORK, skip=PriceSkip.BY_LAW)
    assert names(dossier, by_law, START) == {"way-in-order"}
    assert names(dossier, start(thing, PriceMethod.MARKET), START) == {"way-in-order"}
    dossier = done(dossier, start(thing, PriceMethod.AGREED), START)
    assert names(dossier, start(thing, PriceMethod.ASKED), START) == {"not-being-priced"}
    dossier = done(dossier, PriceWayFailed(property=thing, reason="双方报价不一致"), START + DAY)
    assert not names(dossier, start(thing, PriceMethod.ASKED, **plain), START + DAY)
    assert names(dossier, start(thing, PriceMethod.NETWORK, **plain), START + DAY) == {"way-in-order"}


def test_before_the_provisions_an_appraisal_or_the_market_served() -> None:
    dossier, thing = held_in_2017()
    on = date(2017, 4, 1)
    assert not names(dossier, start(thing, PriceMethod.MARKET, earlier=""), on)
    assert names(dossier, start(thing, PriceMethod.NETWORK), on) == {"way-in-order"}


def test_a_result_needs_a_way_that_waits_for_it() -> None:
    dossier, thing = held()
    report = PriceReportReceived(property=thing, amount=PRICE, valid_until=UNTIL)
    assert names(dossier, report, START) == {"being-priced"}
    dossier = appraised(dossier, thing)
    assert names(dossier, msgspec.structs.replace(report, amount=0), START + DAY) == {"price-positive"}
    late = msgspec.structs.replace(report, valid_until=date(2020, 3, 13))
    assert names(dossier, late, START + DAY) == {"valid-for-a-year"}
    assert not names(dossier, msgspec.structs.replace(report, valid_until=date(2020, 3, 12)), START + DAY)


def test_platforms_answer_with_their_mean() -> None:
    dossier, thing = held()
    dossier = done(dossier, start(thing, PriceMethod.NETWORK), START)
    report = PriceReportReceived(
        property=thing,
        amount=100_00,
        valid_until=UNTIL,
        platforms=(PlatformPrice(platform="甲", amount=99_00), PlatformPrice(platform="乙", amount=101_00)),
    )
    assert not names(dossier, report, START)
    assert names(dossier, msgspec.structs.replace(report, amount=101_00), START) == {"mean-of-platforms"}
    assert names(dossier, msgspec.structs.replace(report, platforms=()), START) == {"mean-of-platforms"}


def test_an_appraiser_has_thirty_days_and_twice_fifteen() -> None:
    dossier, thing = held()
    dossier = appraised(dossier, thing)
    assert duty(dossier, "price-report").due == START + 30 * DAY
    first, last = START + 45 * DAY, START + 60 * DAY
    more = PriceTimeExtended(property=thing, until=first, reason="现场勘验受阻")
    too_long = msgspec.structs.replace(more, until=first + DAY)
    assert names(dossier, too_long, START + 20 * DAY) == {"extension-within-law"}
    dossier = done(dossier, more, START + 20 * DAY)
    assert duty(dossier, "price-report").due is not None
    dossier = done(dossier, msgspec.structs.replace(more, until=last), START + 40 * DAY)
    third = msgspec.structs.replace(more, until=last + DAY)
    assert names(dossier, third, START + 50 * DAY) == {"extension-within-law"}


def test_a_report_is_sent_within_three_days_and_objected_to_within_five() -> None:
    dossier, _ = reported()
    assert duty(dossier, "send-price-report").due == date(2019, 4, 3)
    act = PriceReportObjected(
        report=dossier.head,
        by=DEBTOR,
        received_on=date(2019, 4, 1),
        ground=PriceObjectionGround.SUBSTANCE,
        content="结果偏低",
    )
    # The fifth day, 6 April, lies in the holidays of Qingming; the eighth is the next working day.
    assert not names(dossier, act, date(2019, 4, 8))
    assert names(dossier, act, date(2019, 4, 9)) == {"objected-in-time"}
    assert names(dossier, act, date(2019, 3, 31)) == {"objected-in-time"}


@pytest.mark.parametrize(
    ("on", "sent_by", "until"),
    [
        (date(2018, 8, 30), date(2018, 9, 4), date(2018, 9, 10)),  # the ninth is a Sunday
        (date(2018, 8, 31), date(2018, 9, 5), date(2018, 9, 10)),
        (date(2018, 9, 3), date(2018, 9, 6), date(2018, 9, 10)),  # the eighth is a Saturday
    ],
)
def test_before_september_2018_a_report_was_sent_in_five_days_and_objected_to_in_ten(
    on: date, sent_by: date, until: date
) -> None:
    dossier, thing = held_in_2017()
    begun = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED, asked=("甲评估",))
    dossier = add(dossier, Did(begun, date(2018, 7, 3)), guarded=False)
    report = PriceReportReceived(property=thing, amount=PRICE, valid_until=date(2019, 1, 1))
    dossier = add(dossier, Did(report, on), guarded=False)
    assert duty(dossier, "send-price-report").due == sent_by
    act = PriceReportObjected(
        report=dossier.head,
        by=DEBTOR,
        received_on=on,
        ground=PriceObjectionGround.SUBSTANCE,
        content="结果偏低",
    )
    assert "objected-in-time" not in names(dossier, act, until)
    assert "objected-in-time" in names(dossier, act, until + DAY)
    told = add(dossier, Did(PriceReportSent(report=dossier.head, to=(DEBTOR,)), on), guarded=False)
    days = "五" if on >= date(2018, 9, 1) else "十"
    assert f"自收到之日起{days}日内以书面形式向本院提出" in text(body(told, told.entries[-1]))


def test_before_september_2018_only_an_appraisal_was_sent_and_no_objection_passed_on() -> None:
    dossier, thing = held_in_2017()
    on = date(2018, 8, 1)
    market = PriceSettingStarted(property=thing, method=PriceMethod.MARKET, asked=("市场",))
    dossier = add(dossier, Did(market, on), guarded=False)
    report = PriceReportReceived(property=thing, amount=PRICE, valid_until=date(2019, 1, 1))
    dossier = add(dossier, Did(report, on), guarded=False)
    objection = PriceReportObjected(
        report=dossier.head,
        by=DEBTOR,
        received_on=on,
        ground=PriceObjectionGround.SUBSTANCE,
        content="结果偏低",
    )
    dossier = add(dossier, Did(objection, on), guarded=False)
    opened = {each.rule.name for each in duties(installed().duties, dossier)}
    assert not opened & {"send-price-report", "pass-on-price-objection"}


def test_no_objection_is_heard_against_an_agreed_price() -> None:
    dossier, _ = reported(PriceMethod.AGREED)
    act = PriceReportObjected(
        report=dossier.head,
        by=DEBTOR,
        received_on=START + 20 * DAY,
        ground=PriceObjectionGround.FACTS,
        content="面积有误",
    )
    assert names(dossier, act, START + 21 * DAY) == {"report-may-be-objected"}


def test_an_objection_to_the_result_goes_to_the_appraiser_within_three_days() -> None:
    dossier, _, objection = objected()
    assert duty(dossier, "pass-on-price-objection").due == date(2019, 4, 8)  # 6 April is a holiday
    dossier = done(dossier, PriceObjectionPassedOn(objection=objection, to="甲评估"), START + 24 * DAY)
    assert duty(dossier, "pass-on-price-objection").met_by is not None


def test_an_objection_is_resolved_once_and_in_full() -> None:
    dossier, _, objection = objected()
    on = START + 30 * DAY
    corrected = PriceObjectionResolved(objection=objection, result=PriceObjectionResult.CORRECTED)
    assert names(dossier, corrected, on) == {"resolution-complete"}
    dismissed = PriceObjectionResolved(objection=objection, result=PriceObjectionResult.DISMISSED)
    assert names(dossier, dismissed, on) == {"resolution-complete"}
    resolved = done(dossier, msgspec.structs.replace(corrected, amount=PRICE + 5), on)
    assert names(resolved, msgspec.structs.replace(dismissed, reason="已说明"), on) == {"objection-waits"}


def test_the_price_follows_the_report_as_corrected() -> None:
    dossier, thing, objection = objected()
    on = START + 30 * DAY
    fixed = ReferencePriceFixed(property=thing, amount=PRICE, valid_until=UNTIL)
    assert names(dossier, fixed, on) == {"price-of-report"}
    corrected = PriceObjectionResolved(
        objection=objection, result=PriceObjectionResult.CORRECTED, amount=PRICE + 5
    )
    dossier = done(dossier, corrected, on)
    assert names(dossier, fixed, on) == {"price-of-report"}
    right = msgspec.structs.replace(fixed, amount=PRICE + 5)
    assert names(dossier, msgspec.structs.replace(right, valid_until=UNTIL + DAY), on) == {"price-of-report"}
    dossier = done(dossier, right, on)
    standing = reference_price(dossier, thing, on)
    assert standing is not None
    assert standing.act.amount == PRICE + 5


def test_another_appraisal_leaves_no_price() -> None:
    dossier, thing, objection = objected(PriceObjectionGround.QUALIFICATION)
    redo = PriceObjectionResolved(
        objection=objection, result=PriceObjectionResult.REDONE, reason="评估人员不具备资质"
    )
    dossier = done(dossier, redo, START + 30 * DAY)
    fixed = ReferencePriceFixed(property=thing, amount=PRICE, valid_until=UNTIL)
    assert names(dossier, fixed, START + 30 * DAY) == {"price-of-report"}
    again = done(dossier, start(thing, PriceMethod.APPRAISED, asked=("乙评估",)), START + 31 * DAY)
    now = pricing(again, thing, START + 31 * DAY)
    assert now is not None
    assert now.waits


@pytest.mark.parametrize(("method", "waits"), [(PriceMethod.APPRAISED, True), (PriceMethod.AGREED, False)])
def test_the_time_to_object_passes_before_the_price_is_fixed(method: PriceMethod, *, waits: bool) -> None:
    dossier, thing = reported(method)
    fixed = ReferencePriceFixed(property=thing, amount=PRICE, valid_until=UNTIL)
    expected = {"time-to-object-over"} if waits else set()
    assert names(dossier, fixed, START + 21 * DAY) == expected
    sent = done(dossier, PriceReportSent(report=dossier.head, to=(APPLICANT, DEBTOR)), START + 21 * DAY)
    assert names(sent, fixed, START + 22 * DAY) == expected
    assert not names(sent, fixed, START + 31 * DAY)


def test_the_sale_starts_within_ten_days_of_the_price() -> None:
    dossier, thing = reported(PriceMethod.AGREED)
    on = START + 20 * DAY
    dossier = done(dossier, ReferencePriceFixed(property=thing, amount=PRICE, valid_until=UNTIL), on)
    assert duty(dossier, "start-sale").due == date(2019, 4, 10)
    dossier = done(dossier, SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="裁1号"), on + DAY)
    assert duty(dossier, "start-sale").met_by is not None
