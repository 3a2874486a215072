"""The ten courts: their codes, levels, and the names they bore."""

from __future__ import annotations

from datetime import date

import pytest

from zhixing.law.answers import Found, Undetermined
from zhixing.law.courts import (
    COURTS,
    INTERMEDIATE_COURT,
    Court,
    Level,
    court_of_abbreviation,
    court_of_code,
)


def of_code(code: str) -> Court:
    found = court_of_code(code)
    assert isinstance(found, Found)
    return found.value


def test_there_are_ten_courts_one_of_them_above_the_others() -> None:
    assert len(COURTS) == 10
    assert [court for court in COURTS if court.level is Level.INTERMEDIATE] == [INTERMEDIATE_COURT]
    assert INTERMEDIATE_COURT.code == "渝02"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("渝02", "重庆市第二中级人民法院"),
        ("渝0101", "重庆市万州区人民法院"),
        ("渝0154", "重庆市开州区人民法院"),
        ("渝0155", "重庆市梁平区人民法院"),
        ("渝0229", "重庆市城口县人民法院"),
        ("渝0233", "重庆市忠县人民法院"),
        ("渝0235", "重庆市云阳县人民法院"),
        ("渝0236", "重庆市奉节县人民法院"),
        ("渝0237", "重庆市巫山县人民法院"),
        ("渝0238", "重庆市巫溪县人民法院"),
    ],
)
def test_a_code_leads_to_its_court(code: str, name: str) -> None:
    assert of_code(code).name == name
    assert of_code(code).code == code


def test_no_two_courts_share_a_code_or_an_abbreviation() -> None:
    codes = [code for court in COURTS for code in (court.code, *court.old_codes)]
    assert len(codes) == len(set(codes)) == 12
    assert len({court.abbreviation for court in COURTS}) == 10


def test_a_basic_courts_code_is_the_end_of_its_divisions() -> None:
    for court in COURTS[1:]:
        assert court.code == f"渝{court.district_code[2:]}"
        assert court.district_code.startswith("500")


@pytest.mark.parametrize(
    ("old", "now", "last_day", "then"),
    [
        ("渝0234", "渝0154", date(2016, 7, 21), "重庆市开县人民法院"),
        ("渝0228", "渝0155", date(2016, 12, 31), "重庆市梁平县人民法院"),
    ],
)
def test_a_renamed_court_is_found_by_both_codes(old: str, now: str, last_day: date, then: str) -> None:
    court = of_code(old)
    assert court.code == now
    assert court.name_on(last_day) == then
    assert court.code_on(last_day) == old
    assert court.name_on(date(2017, 1, 1)) == court.name
    assert court.code_on(date(2017, 1, 1)) == now
    found = court_of_code(old)
    assert isinstance(found, Found) and old in str(found.because[0])


def test_a_court_that_kept_its_name_has_one() -> None:
    assert of_code("渝0101").name_on(date(1999, 1, 1)) == "重庆市万州区人民法院"


def test_a_foreign_code_is_undetermined() -> None:
    found = court_of_code("渝0103")
    assert isinstance(found, Undetermined)
    assert "渝0103" in str(found.missing[0])


def test_abbreviations_of_old_numbers_lead_to_courts() -> None:
    for court in COURTS:
        found = court_of_abbreviation(court.abbreviation)
        assert isinstance(found, Found) and found.value == court
    assert isinstance(court_of_abbreviation("朝"), Undetermined)
