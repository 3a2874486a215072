"""Identity numbers: read, refused with a way to mend, recognised as the same, counted in years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.identities import (
    IdentityError,
    IdentityKind,
    age,
    bank_card,
    credit_code,
    credit_sign,
    identity_key,
    mobile,
    normal,
    organisation_code,
    resident,
    resident_sign,
)

BIRTHS = st.dates(date(1900, 1, 1), date(2017, 6, 15))
SERIALS = st.integers(0, 999)
CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def invented(birth: date, serial: int) -> str:
    first = f"509999{birth:%Y%m%d}{serial:03d}"
    return first + resident_sign(first)


@given(BIRTHS, SERIALS)
def test_an_invented_person_passes(birth: date, serial: int) -> None:
    number = resident(invented(birth, serial), on=date(2017, 6, 15))
    assert number.birth == birth
    assert number.region == "509999"
    assert number.sex == ("男" if serial % 2 else "女")


@given(BIRTHS, SERIALS, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(birth: date, serial: int, place: int, step: int) -> None:
    number = invented(birth, serial)
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    with pytest.raises(IdentityError):
        resident(wrong)


def test_the_standards_own_example_passes() -> None:
    # GB 11643 appendix, as widely printed
    assert resident("11010519491231002x").number == "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("1101051949123100", "位数或字符"),
        ("11010519491231002Y", "位数或字符"),
        ("", "位数或字符"),
        ("990105194912310021", "地区代码"),
        ("110105194902300021", "出生日期不存在"),
        ("110105184912310021", "过早"),
        ("110105194912310021", "校验位"),
    ],
)
def test_a_wrong_resident_number_is_refused(text: str, what: str) -> None:
    with pytest.raises(IdentityError, match=what) as refused:
        resident(text)
    assert refused.value.where and refused.value.mend


def test_a_birth_after_the_day_is_refused_from_the_next_day_on() -> None:
    number = invented(date(2017, 6, 15), 1)
    assert resident(number, on=date(2017, 6, 15)).birth == date(2017, 6, 15)
    with pytest.raises(IdentityError, match="将来"):
        resident(number, on=date(2017, 6, 14))


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), SERIALS)
def test_fifteen_digits_are_the_same_person_as_eighteen(birth: date, serial: int) -> None:
    number = invented(birth, serial)
    short = number[:6] + number[8:17]
    assert resident(short).number == number
    assert identity_key(IdentityKind.RESIDENT, short) == identity_key(IdentityKind.RESIDENT, number)


def test_width_case_and_blanks_do_not_make_another_person() -> None:
    keys = {
        identity_key(IdentityKind.RESIDENT, text)
        for text in ("11010519491231002X", "11010519491231002x", "１１０１０５ 19491231 002Ｘ")
    }
    assert len(keys) == 1


def test_kinds_are_kept_apart() -> None:
    assert identity_key(IdentityKind.TAIWAN, "12345678") != identity_key(IdentityKind.PASSPORT, "12345678")


def test_the_standards_credit_code_passes() -> None:
    # GB 32100 appendix, as widely printed
    assert credit_code("91350100m000100y43") == "91350100M000100Y43"


@given(st.text(alphabet="0123456789", min_size=6, max_size=6), st.text(CODE_SIGNS, min_size=9, max_size=9))
def test_an_invented_credit_code_passes_and_a_changed_one_does_not(region: str, body: str) -> None:
    first = f"91{region}{body}"
    code = first + credit_sign(first)
    assert credit_code(code) == code
    other = "0" if code[-1] != "0" else "1"
    with pytest.raises(IdentityError, match="校验位"):
        credit_code(code[:-1] + other)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("91350100M000100Y4", "位数"),
        ("91350100MO00100Y43", "不用的字符"),
        ("91A50100M000100Y43", "区划"),
        ("91350100M000100Y44", "校验位"),
    ],
)
def test_a_wrong_credit_code_is_refused(text: str, what: str) -> None:
    with pytest.raises(IdentityError, match=what):
        credit_code(text)


def test_an_organisation_code_is_checked() -> None:
    # GB 11714's own example
    assert organisation_code("d2143569-x") == organisation_code("D2143569X") == "D2143569-X"
    with pytest.raises(IdentityError, match="校验位"):
        organisation_code("D21435690")
    with pytest.raises(IdentityError, match="格式"):
        organisation_code("D2143")


@pytest.mark.parametrize("text", ["13812345678", "+86 138 1234 5678", "８６13812345678", "138-1234-5678"])
def test_a_mobile_number_is_read(text: str) -> None:
    assert mobile(text) == "13812345678"


@pytest.mark.parametrize("text", ["", "12812345678", "1381234567", "138123456789", "023-58123456"])
def test_a_wrong_mobile_number_is_refused(text: str) -> None:
    with pytest.raises(IdentityError, match="手机"):
        mobile(text)


def test_a_card_is_checked_by_luhn() -> None:
    assert bank_card("6222 0212 3456 7894") == "6222021234567894"
    with pytest.raises(IdentityError, match="校验"):
        bank_card("6222021234567895")
    with pytest.raises(IdentityError, match="位数"):
        bank_card("622202")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (IdentityKind.PASSPORT, "e12345678", "E1#"),
        (IdentityKind.HONG_KONG_MACAU, "H12345678", "X12345678"),
        (IdentityKind.TAIWAN, "1234567801", "1234567"),
        (IdentityKind.OFFICER, "军字第1234567号", "?"),
        (IdentityKind.OTHER, "（2001）第9号", "<>"),
        (IdentityKind.CREDIT_CODE, "91350100M000100Y43", "1"),
        (IdentityKind.ORGANISATION_CODE, "D2143569-X", "1"),
        (IdentityKind.RESIDENT, "11010519491231002X", "1"),
    ],
)
def test_each_kind_has_its_form(kind: IdentityKind, good: str, bad: str) -> None:
    assert normal(kind, normal(kind, good)) == normal(kind, good)
    with pytest.raises(IdentityError):
        normal(kind, bad)


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        (date(1999, 6, 15), date(2017, 6, 14), 17),
        (date(1999, 6, 15), date(2017, 6, 15), 18),
        (date(1999, 6, 15), date(2017, 6, 16), 18),
        (date(2000, 2, 29), date(2018, 2, 28), 17),
        (date(2000, 2, 29), date(2018, 3, 1), 18),
        (date(2017, 6, 15), date(2017, 6, 15), 0),
    ],
)
def test_age_is_in_full_years(birth: date, on: date, years: int) -> None:
    assert age(birth, on) == years


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="早于"):
        age(date(2017, 6, 15), date(2017, 6, 14))
