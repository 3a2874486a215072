"""A form is read off an act's type; a filled-in form becomes an act, or says what to mend."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
import pytest

from zhixing.record.act import Act, Choice, Fen, OfficerId, PartyId, Prose, title
from zhixing.web.act_fields import Mistakes, act_from, fields, submission


class Way(Choice):
    """Ways, for these tests."""

    MAIL = "mail", "邮寄"
    HAND = "hand", "直接"


class Instalment(msgspec.Struct, frozen=True):
    """A row of a list."""

    due: Annotated[date, title("到期日")]
    amount: Annotated[Fen, title("金额")]


class Tried(Act, frozen=True, kw_only=True, tag="trial.tried"):
    """试: one field of each kind."""

    to: Annotated[tuple[PartyId, ...], title("受送达人")]
    way: Annotated[Way, title("方式")]
    amount: Annotated[Fen, title("金额", "元")]
    by: Annotated[OfficerId | None, title("经办")] = None
    on: Annotated[date | None, title("日期")] = None
    text: Annotated[Prose, title("内容")] = ""
    sure: Annotated[bool, title("确认")] = False
    list: Annotated[tuple[str, ...], title("材料", kind="lines")] = ()
    rows: Annotated[tuple[Instalment, ...], title("分期")] = ()


FULL = {
    "to": ["3", "5"],
    "way": ["mail"],
    "amount": ["1,234.50"],
    "on": ["2017-06-15"],
    "sure": ["on"],
    "list": ["判决书\n\n身份证"],
    "rows.0.due": ["2017-07-01"],
    "rows.0.amount": ["100"],
    "rows.7.due": [""],
    "rows.7.amount": [" "],
}


def test_each_field_knows_its_kind_and_whether_the_law_needs_it() -> None:
    found = {field.name: field for field in fields(Tried)}
    assert [
        found[name].kind for name in ("to", "way", "amount", "by", "on", "text", "sure", "list", "rows")
    ] == [
        "party",
        "choice",
        "fen",
        "officer",
        "date",
        "prose",
        "bool",
        "lines",
        "rows",
    ]
    assert found["to"].many
    assert found["way"].choices == (("mail", "邮寄"), ("hand", "直接"))
    assert [name for name, field in found.items() if field.required] == ["to", "way", "amount"]


def test_a_filled_in_form_becomes_the_act() -> None:
    assert act_from(Tried, FULL) == Tried(
        to=(3, 5),
        way=Way.MAIL,
        amount=123450,
        on=date(2017, 6, 15),
        sure=True,
        list=("判决书", "身份证"),
        rows=(Instalment(due=date(2017, 7, 1), amount=10000),),
    )


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"amount": ["12.345"]}, "amount", "金额"),
        ({"amount": [""]}, "amount", "请填写“金额”"),
        ({"on": ["2017-13-01"]}, "on", "2017-06-15"),
        ({"to": ["甲"]}, "to", "不是整数"),
        ({"rows.0.due": ["明天"]}, "rows.0.due", "不是日期"),
        ({"way": ["pigeon"]}, "way", "不在可选的各项中"),
    ],
)
def test_a_mistake_names_the_field_and_how_to_mend_it(
    change: dict[str, list[str]], field: str, says: str
) -> None:
    with pytest.raises(Mistakes) as caught:
        act_from(Tried, FULL | change)
    assert says in caught.value.found[field]


def test_an_act_shown_as_a_form_comes_back_the_same() -> None:
    act = act_from(Tried, FULL)
    assert act_from(Tried, submission(act)) == act
