"""Case numbers of both forms: read, refused with a way to mend, ordered, searched."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found, Undetermined
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, OldCaseNumber, parse, search_key
from zhixing.law.case_types import CASE_TYPES, ENFORCEMENT_TYPES, meaning
from zhixing.law.courts import COURTS

EXAMPLES = tomllib.loads((Path(__file__).parent / "cases" / "case_numbers.toml").read_text("utf-8"))
NUMBERS = st.builds(
    CaseNumber,
    year=st.integers(2016, 2099),
    court_code=st.sampled_from([court.code for court in COURTS]),
    type_code=st.sampled_from(sorted(CASE_TYPES)),
    number=st.integers(1, 99_999_999),
    sub=st.none() | st.integers(1, 99),
)


@pytest.mark.parametrize("example", EXAMPLES["read"], ids=lambda example: example["text"])
def test_worked_example_is_read(example: dict[str, object]) -> None:
    found = parse(str(example["text"]))
    words = found.meaning
    assert isinstance(words, Found)
    assert {
        "text": example["text"],
        "normal": found.normal,
        "year": found.year,
        "meaning": words.value,
        "number": found.number,
        "enforcement": found.is_enforcement,
        **({"court": found.court_name} if found.court_name else {}),
    } == example
    assert isinstance(found, OldCaseNumber if "字第" in found.normal else CaseNumber)


@pytest.mark.parametrize("example", EXAMPLES["refused"], ids=lambda example: example["text"] or "blank")
def test_worked_example_is_refused(example: dict[str, str]) -> None:
    with pytest.raises(CaseNumberError) as refused:
        parse(example["text"])
    assert refused.value.what == example["what"]
    assert refused.value.where == example.get("where", refused.value.where)
    assert refused.value.where and refused.value.mend
    assert refused.value.mend in str(refused.value)


@given(NUMBERS)
def test_what_is_written_reads_back(number: CaseNumber) -> None:
    assert parse(number.normal) == number
    assert parse(str(number).replace("（", "[ ").replace("）", "]")) == number


@given(st.text(alphabet="（）()20167渝0101执恢字第号之一 -A", max_size=24))
def test_any_text_is_read_or_refused_in_chinese(text: str) -> None:
    try:
        found = parse(text)
    except CaseNumberError as refused:
        assert refused.what and refused.mend
    else:
        assert parse(found.normal) == found


@given(NUMBERS, NUMBERS)
def test_order_is_by_year_court_type_and_number(one: CaseNumber, other: CaseNumber) -> None:
    assert (one.sort_key == other.sort_key) == (one == other)
    if one.year < other.year:
        assert one.sort_key < other.sort_key


def test_numbers_sort_as_numbers() -> None:
    texts = ["（2017）渝0101执10号", "（2017）渝0101执9号", "（2016）渝0101执11号"]
    assert [parse(text).number for text in sorted(texts, key=lambda text: parse(text).sort_key)] == [
        11,
        9,
        10,
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（2017）渝0101执233号", "2017渝0101执233"),
        ("（2017）渝0101执233号", "(2017) 渝０１０１ 执 233 号"),
        ("（2015）万法民执字第01234号", "2015万法民执1234"),
        ("（2015）万法民执字第01234号", "(2015)万法民执字1234号"),
    ],
)
def test_search_forgives_how_a_number_is_typed(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize("piece", ["渝0101执233", "执233号", "0101执2", "（2017）渝0101"])
def test_a_piece_of_a_number_is_found_in_it(piece: str) -> None:
    assert search_key(piece) in search_key("（2017）渝0101执233号")


@given(NUMBERS)
def test_search_tells_numbers_apart(number: CaseNumber) -> None:
    other = CaseNumber(number.year, number.court_code, number.type_code, number.number + 1)
    assert search_key(other.normal) != search_key(number.normal)


def test_a_court_of_another_district_is_read_but_not_named() -> None:
    number = parse("（2017）川0107执5号")
    assert number.court_name is None
    assert isinstance(number.court, Undetermined)
    assert "川0107" in str(number.court.missing[0])


def test_an_unknown_abbreviation_leaves_the_court_open() -> None:
    number = parse("（2014）天法民初字第3号")
    assert number.court_name is None
    assert isinstance(number.court, Undetermined)
    assert "天法" in str(number.court.missing[0])


def test_an_unknown_old_type_leaves_the_meaning_open() -> None:
    number = parse("（2014）万法特字第3号")
    assert isinstance(number.meaning, Undetermined)
    assert not number.is_enforcement


def test_the_request_for_instructions_ended_with_2015() -> None:
    assert isinstance(meaning("执请", old=True), Found)
    assert isinstance(meaning("执请"), Undetermined)
    assert "执请" not in ENFORCEMENT_TYPES


def test_a_number_cannot_be_built_wrong() -> None:
    with pytest.raises(CaseNumberError, match="编号"):
        CaseNumber(2017, "渝0101", "执", 0)
    with pytest.raises(CaseNumberError, match="类型"):
        CaseNumber(2017, "渝0101", "执行", 1)
    with pytest.raises(CaseNumberError, match="法院"):
        CaseNumber(2017, "渝1", "执", 1)
    with pytest.raises(CaseNumberError, match="年度"):
        CaseNumber(2015, "渝0101", "执", 1)
