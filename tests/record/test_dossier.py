"""A dossier hands out the acts in force as of a day and as known at a time; corrections are resolved once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.record.act import Act, Choice
from zhixing.record.acts import Corrected
from zhixing.record.catalogue import Catalogue
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.power import Power
from zhixing.record.rule import ActRule
from zhixing.record.rules import RULES

NOON = datetime(2017, 1, 2, 12, tzinfo=UTC)
WHO = Actor(kind="officer", id=1, name="甲")


class Noted(Act, frozen=True, kw_only=True, tag="trial.noted"):
    """记下: an act for these tests."""

    text: str


class Signed(Act, frozen=True, kw_only=True, tag="trial.signed"):
    """签名: another act for these tests."""

    by: int


class Mood(Choice):
    """A closed list for these tests."""

    CALM = "calm", "平静"


CATALOGUE = Catalogue(
    [
        *RULES,
        ActRule(act=Noted, label="记下", basis=(), by=(Power.OFFICER,), purpose="记下一句话"),
        ActRule(act=Signed, label="签名", basis=(), by=(Power.OFFICER,), purpose="签一个名"),
    ],
    [],
)


def entry(seq: int, on: date, act: Act) -> Entry[Act]:
    return Entry(dossier=7, seq=seq, on=on, recorded_at=NOON + timedelta(days=seq), who=WHO.kept(), act=act)


def dossier(*entries: Entry[Act]) -> Dossier:
    return CATALOGUE.dossier(7, "case", "渝0235", [msgspec.json.encode(each) for each in entries])


def texts(found: Dossier) -> list[str]:
    return [each.act.text for each in found.of(Noted)]


def test_acts_come_back_in_the_order_they_took_effect() -> None:
    late, early = entry(1, date(2017, 2, 1), Noted(text="后")), entry(2, date(2017, 1, 1), Noted(text="前"))
    assert texts(dossier(late, early)) == ["前", "后"]


def test_as_of_leaves_out_what_took_effect_later() -> None:
    found = dossier(
        entry(1, date(2017, 1, 1), Noted(text="一")), entry(2, date(2017, 3, 1), Noted(text="二"))
    )
    assert texts(found.as_of(date(2017, 2, 28))) == ["一"]
    assert texts(found.as_of(date(2017, 3, 1))) == ["一", "二"]


@given(
    days=st.lists(st.integers(0, 9), min_size=1, max_size=12), asked=st.lists(st.integers(-1, 10), max_size=4)
)
def test_an_earlier_day_shows_what_a_look_through_all_entries_shows(
    days: list[int], asked: list[int]
) -> None:
    first = date(2017, 1, 1)
    acts = (Noted(text=str(day)) if day % 3 else Signed(by=day) for day in days)
    found = dossier(
        *(
            entry(seq, first + timedelta(days=day), act)
            for seq, (day, act) in enumerate(zip(days, acts, strict=True), 1)
        )
    )
    whole = found.entries
    for day in asked:
        on = first + timedelta(days=day)
        found = found.as_of(on)
        whole = tuple(each for each in whole if each.on <= on)
        noted = [each for each in whole if isinstance(each.act, Noted)]
        assert (found.of(Noted), found.first(Noted)) == (noted, noted[0] if noted else None)
        assert list(found.among((Noted, Signed))) == list(whole)
        assert (found.entries, found.types) == (whole, frozenset(type(each.act) for each in whole))
        assert found.last(Signed) == next(
            (each for each in reversed(whole) if isinstance(each.act, Signed)), None
        )


@pytest.mark.parametrize("with_day", [False, True])
def test_a_correction_stands_in_the_place_of_what_was_wrong(with_day: bool) -> None:
    right = msgspec.Raw(msgspec.json.encode(Noted(text="对")))
    mended = Corrected(entry=1, reason="笔误", act=right, on=date(2016, 12, 31) if with_day else None)
    found = dossier(entry(1, date(2017, 1, 1), Noted(text="错")), entry(2, date(2017, 1, 5), mended))
    assert texts(found) == ["对"]
    assert found.of(Noted)[0].on == (date(2016, 12, 31) if with_day else date(2017, 1, 1))
    assert found.of(Noted)[0].corrected_by == 2


def test_before_the_correction_was_known_the_wrong_act_stood() -> None:
    mended = Corrected(entry=1, reason="笔误", act=msgspec.Raw(msgspec.json.encode(Noted(text="对"))))
    found = dossier(entry(1, date(2017, 1, 1), Noted(text="错")), entry(2, date(2017, 1, 5), mended))
    assert texts(found.known_at(NOON + timedelta(days=1, hours=1))) == ["错"]


def test_a_correction_without_replacement_takes_the_act_away() -> None:
    found = dossier(
        entry(1, date(2017, 1, 1), Noted(text="一")),
        entry(2, date(2017, 1, 2), Noted(text="误录")),
        entry(3, date(2017, 1, 5), Corrected(entry=2, reason="不属本案")),
    )
    assert texts(found) == ["一"]
    assert found.head == 3


def test_a_choice_is_stored_by_value_and_shown_by_label() -> None:
    assert msgspec.json.encode(Mood.CALM) == b'"calm"'
    assert str(Mood.CALM) == "平静"


def test_two_rules_for_one_act_type_are_our_defect() -> None:
    with pytest.raises(ValueError, match="two rules"):
        Catalogue([*RULES, RULES[0]], [])
