"""Masking: what stays readable of a name and of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.masking import mask_account, mask_identity, mask_mobile, mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张某某"),
        ("李四", "李某"),
        ("欧阳锋", "欧阳某"),
        ("欧阳", "欧某"),
        ("司马相如", "司马某某"),
        ("阿不都·热西提", "阿某某"),
        ("王", "王某"),
        (" 张三丰 ", "张某某"),
    ],
)
def test_the_surname_stays(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_the_birthday_of_a_resident_number_is_hidden() -> None:
    assert mask_identity("11010519491231002x") == "1101051949****002X"


@pytest.mark.parametrize(
    ("number", "masked"), [("E12345678", "E12****78"), ("12345", "1****"), ("", ""), ("1", "1")]
)
def test_other_numbers_keep_their_ends(number: str, masked: str) -> None:
    assert mask_identity(number) == masked


@given(st.text(alphabet="0123456789", min_size=7, max_size=20))
def test_something_is_always_hidden(number: str) -> None:
    assert "**" in mask_identity(number)


def test_telephones_and_accounts_show_their_ends_only() -> None:
    assert mask_mobile("138 1234 5678") == "138****5678"
    assert mask_mobile("12345") == "*****"
    assert mask_account("6222 0212 3456 7894") == "尾号7894"
