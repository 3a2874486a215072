"""Choosing appraisers: agreed by both sides, or drawn by a lot that can be drawn again; who fails hands on to the next."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.assets.sales import DAY, done, duty, names
from tests.assets.sales import held as held_in_2017
from tests.assets.test_valuation import START, appraised, held, start
from tests.documents.told import body, text
from zhixing.assets.acts.valuation import (
    AppraiserListFixed,
    AppraisersAgreed,
    AppraisersDrawn,
    LotGround,
    PriceMethod,
    PriceSettingStarted,
    PriceWayFailed,
)
from zhixing.assets.pages.filled_price import PRICE_MAKERS
from zhixing.assets.questions.appraisers import appraisers
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.next_step import next_step
from zhixing.law.lots import drawn

CANDIDATES = ("甲评估", "乙评估", "丙评估", "丁评估", "戊评估")
NUMBER = "307915"


def agreed(thing: int, *names: str) -> AppraisersAgreed:
    return AppraisersAgreed(property=thing, roster="某市子库", appraisers=names or CANDIDATES[:3])


def fixed(thing: int, **said: object) -> AppraiserListFixed:
    act = AppraiserListFixed(
        property=thing,
        ground=LotGround.NOT_AGREED,
        roster="某市子库",
        candidates=CANDIDATES,
        draws_on=START + 4 * DAY,
        number_from="到场各方各报三位数依次连写",
    )
    return msgspec.structs.replace(act, **said)


def lot(fixed_in: int, **said: object) -> AppraisersDrawn:
    return msgspec.structs.replace(AppraisersDrawn(list=fixed_in, number=NUMBER, present="双方到场"), **said)


def appraisal(thing: int, *asked: str) -> PriceSettingStarted:
    return start(thing, PriceMethod.APPRAISED, asked=asked)


def test_an_appraisal_goes_to_who_was_chosen_in_order_and_the_next_when_one_fails() -> None:
    dossier, thing = held()
    assert names(dossier, appraisal(thing, "甲评估"), START) == {"in-their-order"}
    dossier = done(dossier, agreed(thing), START)
    assert names(dossier, agreed(thing), START) == {"none-left"}
    assert names(dossier, appraisal(thing), START) == {"in-their-order"}
    assert names(dossier, appraisal(thing, "乙评估"), START) == {"in-their-order"}
    on = START
    for name in CANDIDATES[:3]:
        assert not names(dossier, appraisal(thing, name), on)
        dossier, on = done(dossier, appraisal(thing, name), on), on + DAY
        dossier = done(dossier, PriceWayFailed(property=thing, reason="逾期未出具报告"), on)
    assert names(dossier, appraisal(thing, "甲评估"), on) == {"in-their-order"}
    assert not names(dossier, agreed(thing, *CANDIDATES[2:]), on)


def test_three_different_ones_are_agreed_on() -> None:
    dossier, thing = held()
    for wrong in (CANDIDATES[:2], CANDIDATES[:4], ("甲评估", "甲评估", "乙评估"), ("甲评估", " ", "乙评估")):
        assert names(dossier, agreed(thing, *wrong), START) == {"three-named"}


def test_before_the_provisions_nobody_is_chosen() -> None:
    dossier, thing = held_in_2017()
    on = date(2018, 8, 31)
    assert names(dossier, agreed(thing), on) == {"choice-ordered"}
    assert not names(dossier, agreed(thing), date(2018, 9, 1))
    assert not names(dossier, appraisal(thing, "甲评估"), on)


def test_a_lot_is_drawn_once_from_a_list_fixed_before_and_by_anyone_again() -> None:
    dossier, thing = held()
    bad = ({"candidates": CANDIDATES[:2]}, {"draws_on": START - DAY}, {"number_from": " "})
    for each in bad:
        assert names(dossier, fixed(thing, **each), START) == {"three-named"}
    dossier = done(dossier, fixed(thing), START)
    number, day = dossier.head, START + 4 * DAY
    assert names(dossier, fixed(thing), START) == {"none-left"}
    assert duty(dossier, "draw-appraisers").due == day
    found = asset(dossier, thing, START)
    assert found is not None
    assert next_step(dossier, found, START).acts[0] is AppraisersDrawn
    assert names(dossier, lot(number), day - DAY) == {"list-waits"}
    for wrong in ({"number": ""}, {"present": ""}, {"list": 1}):
        assert names(dossier, lot(number, **wrong), day) == {"list-waits"}
    dossier = done(dossier, lot(number), day)
    assert duty(dossier, "draw-appraisers").met_by is not None
    assert names(dossier, lot(number, number="1"), day) == {"list-waits"}
    chosen = appraisers(dossier, thing, day)
    assert chosen is not None
    assert chosen.by_lot
    assert chosen.names == drawn(tuple(reversed(CANDIDATES)), NUMBER, 3)
    assert not names(dossier, appraisal(thing, chosen.names[0]), day)


def test_both_sides_may_still_agree_once_the_list_is_fixed() -> None:
    dossier, thing = held()
    dossier = done(dossier, fixed(thing), START)
    dossier = done(dossier, agreed(thing), START + DAY)
    assert duty(dossier, "draw-appraisers").met_by is not None
    assert names(dossier, lot(dossier.head - 1), START + 4 * DAY) == {"list-waits"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [("307915", ("丁评估", "戊评估", "丙评估")), ("000001", ("戊评估", "丁评估", "甲评估"))],
)
def test_what_was_drawn_comes_out_the_same_for_ever(number: str, expected: tuple[str, ...]) -> None:
    assert drawn(CANDIDATES, number, 3) == expected


def test_the_papers_say_before_how_it_is_drawn_and_afterwards_how_to_check_it() -> None:
    dossier, thing = held()
    dossier = done(dossier, fixed(thing), START)
    (fixed_on,) = dossier.of(AppraiserListFixed)
    before = text(body(dossier, fixed_on))
    assert all(name in before for name in CANDIDATES) and "到场各方各报三位数依次连写" in before
    dossier = done(dossier, lot(dossier.head), START + 4 * DAY)
    (drawn_on,) = dossier.of(AppraisersDrawn)
    told = text(body(dossier, drawn_on))
    assert "1. 丁评估；2. 戊评估；3. 丙评估" in told and NUMBER in told and "SHA-256" in told


def test_the_form_of_the_appraisal_names_those_whose_turn_it_is() -> None:
    dossier, thing = held()
    dossier = appraised(dossier, thing)
    failed = done(dossier, PriceWayFailed(property=thing, reason="未按期出具报告"), START + 40 * DAY)
    found = asset(failed, thing, START + 41 * DAY)
    assert found is not None
    said = PRICE_MAKERS[PriceSettingStarted](failed, found, START + 41 * DAY)
    assert (said["method"], said["asked"]) == ("appraised", "乙评估\n丙评估")
    assert "应委托评估" in str(next_step(failed, found, START + 41 * DAY).state)
    bare, thing = held()
    found = asset(bare, thing, START)
    assert found is not None
    assert PRICE_MAKERS[PriceSettingStarted](bare, found, START)["method"] == "agreed"
