"""Court fees by worked example, at their edges, and where the court must set them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found, Undetermined
from zhixing.law.fees import Case, Halving, acceptance_fee, application_fee, preservation_fee
from zhixing.law.money import Fen, plain, yuan

DAY = date(2017, 6, 15)
BEFORE, FIRST = date(2007, 3, 31), date(2007, 4, 1)
KINDS: dict[str, Callable[[Fen, date], Found[Fen] | Undetermined]] = {
    "application": application_fee,
    "preservation": preservation_fee,
    "acceptance": acceptance_fee,
}


class Example(TypedDict):
    kind: str
    source: str
    fees: list[tuple[str, str]]


def examples() -> list[tuple[str, str, str]]:
    text = (Path(__file__).parent / "cases" / "fees.toml").read_text(encoding="utf-8")
    found: list[Example] = tomllib.loads(text)["case"]
    return [(example["kind"], amount, fee) for example in found for amount, fee in example["fees"]]


def fee(answer: Found[Fen] | Undetermined) -> Fen:
    assert isinstance(answer, Found)
    return answer.value


@pytest.mark.parametrize(("kind", "amount", "expected"), examples())
def test_a_worked_example_comes_out(kind: str, amount: str, expected: str) -> None:
    assert plain(fee(KINDS[kind](yuan(amount), DAY))) == expected


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 10**13), st.integers(0, 10**12))
def test_a_larger_amount_never_costs_less(kind: str, amount: Fen, more: Fen) -> None:
    assert fee(KINDS[kind](amount, DAY)) <= fee(KINDS[kind](amount + more, DAY))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_fees_begin_with_the_measures(kind: str) -> None:
    assert isinstance(KINDS[kind](100, BEFORE), Undetermined)
    assert isinstance(KINDS[kind](100, FIRST), Found)


def test_without_an_amount_the_court_sets_the_fee() -> None:
    unset = application_fee(None, DAY)
    assert isinstance(unset, Undetermined)
    assert "50.00元至500.00元" in str(unset.missing[0])
    assert fee(application_fee(None, DAY, set_by_court=yuan("300"))) == yuan("300")
    assert isinstance(application_fee(None, BEFORE, set_by_court=yuan("300")), Undetermined)
    with pytest.raises(ValueError, match="之间"):
        application_fee(None, DAY, set_by_court=yuan("501"))


def test_preserving_no_property_costs_the_least() -> None:
    assert fee(preservation_fee(None, DAY)) == yuan("30")


def test_the_real_mediation_paper_halved_its_fee() -> None:
    assert fee(acceptance_fee(yuan("240924.00"), DAY, halved=[Halving.MEDIATED])) == yuan("2456.93")


def test_several_grounds_halve_once_and_are_all_cited() -> None:
    both = acceptance_fee(yuan("10000"), DAY, halved=[Halving.SIMPLIFIED, Halving.MEDIATED])
    assert fee(both) == yuan("25")
    assert isinstance(both, Found)
    assert [cited.article for cited in both.cites] == [13, 15, 16]


def test_a_labour_dispute_costs_ten_yuan() -> None:
    assert fee(acceptance_fee(yuan("900000"), DAY, case=Case.LABOUR)) == yuan("10")
    assert fee(acceptance_fee(0, DAY, case=Case.LABOUR, halved=[Halving.WITHDRAWN])) == yuan("5")


def test_a_fee_is_derived_band_by_band() -> None:
    answer = application_fee(yuan("600000"), DAY)
    assert isinstance(answer, Found)
    assert [str(line) for line in answer.because] == [
        "不超过10,000.00元的部分：50.00元",
        "超过10,000.00元的部分：490,000.00元×1.5%＝7,350.00元",
        "超过500,000.00元的部分：100,000.00元×1%＝1,000.00元",
        "合计8,400.00元",
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_negative_amount_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="为负"):
        KINDS[kind](-1, DAY)
