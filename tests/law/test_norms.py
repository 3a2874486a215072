"""Norms: which version is in force on a day, and where a citation stands in it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law import norms
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.norms import NORMS, Block, Norm, Place, Version
from zhixing.law.norms.versions import named, norm_of

EXAMPLES = tomllib.loads((Path(__file__).parent / "cases" / "norm_places.toml").read_text("utf-8"))["place"]
SOME_DAY = st.dates(date(1990, 1, 1), date(2030, 1, 1))


def placed(norm: str, article: int, on: date) -> Place:
    found = norms.place(cite(norm, article), on)
    assert isinstance(found, Found)
    return found.value


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["about"] for example in EXAMPLES])
def test_worked_example(example: dict[str, object]) -> None:
    norm, article, on = example["norm"], example["article"], example["on"]
    paragraph, item = example.get("paragraph"), example.get("item")
    assert isinstance(norm, str) and isinstance(article, int) and isinstance(on, date)
    assert paragraph is None or isinstance(paragraph, int)
    assert item is None or isinstance(item, int)
    found = norms.place(cite(norm, article, paragraph=paragraph, item=item), on)
    assert isinstance(found, Found)
    assert str(found.value) == example["full"]
    assert found.value.short == example["short"]


def test_a_document_number_can_stand_for_the_name() -> None:
    assert placed("迟延履行利息解释", 1, date(2016, 1, 1)).numbered == "法释〔2014〕8号 第1条"
    assert placed("民诉法", 264, date(2016, 1, 1)).numbered == "民诉法 第253条"


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2012, 12, 31), "2007修正"),
        (date(2013, 1, 1), "2012修正"),
        (date(2017, 6, 30), "2012修正"),
        (date(2017, 7, 1), "2017修正"),
        (date(2021, 12, 31), "2017修正"),
        (date(2022, 1, 1), "2021修正"),
        (date(2023, 12, 31), "2021修正"),
        (date(2024, 1, 1), "2023修正"),
    ],
)
def test_version_changes_on_the_day_it_enters_force(on: date, name: str) -> None:
    version = norms.in_force("民诉法", on)
    assert isinstance(version, Found)
    assert version.value.name == name


def test_before_the_first_known_version_the_answer_is_undetermined() -> None:
    answer = norms.place(cite("终本规定", 1), date(2016, 11, 30))
    assert isinstance(answer, Undetermined)
    assert "2016-12-01" in str(answer.missing[0])


def test_after_a_norm_ended_the_answer_is_undetermined() -> None:
    assert isinstance(norms.in_force("民诉法意见", date(2015, 2, 3)), Found)
    answer = norms.in_force("民诉法意见", date(2015, 2, 4))
    assert isinstance(answer, Undetermined)
    assert "2015-02-04" in str(answer.missing[0])


@pytest.mark.parametrize(
    ("norm", "article", "on"),
    [
        ("民诉法", 195, date(2023, 12, 31)),  # an heir's administrator: new in 2023
        ("民诉法", 16, date(2021, 12, 31)),  # proceedings online: new in 2021
        ("民诉法", 246, date(2012, 12, 31)),  # the procurator's supervision: new in 2012
        ("民诉法", 264, date(2007, 1, 1)),  # the map to 1991 is not known
        ("民诉法", 307, date(2024, 1, 1)),  # there is no such article
        ("执行程序解释", 15, date(2020, 12, 31)),
        ("民间借贷规定", 25, date(2019, 1, 1)),
    ],
)
def test_an_unknown_number_is_named_not_guessed(norm: str, article: int, on: date) -> None:
    answer = norms.place(cite(norm, article), on)
    assert isinstance(answer, Undetermined)
    assert f"第{article}条" in str(answer.missing[0])
    assert answer.cites == (cite(norm, article),)


def test_an_unknown_norm_is_our_defect() -> None:
    with pytest.raises(KeyError):
        norms.norm("无此规范")


def test_words_for_a_face_are_given_once_and_say_what_is_open() -> None:
    asked = [cite("民诉法", 264), cite("民诉法", 264), cite("民诉法", 307)]
    assert norms.shown(asked, date(2017, 6, 15)) == (
        "《民事诉讼法》（2012修正）第253条",
        "《民事诉讼法》（当日条号待查）",
    )


@given(norm=st.sampled_from(sorted(NORMS.values(), key=lambda norm: norm.short)), on=SOME_DAY)
def test_at_most_one_version_is_in_force(norm: Norm, on: date) -> None:
    holding = [v for v in norm.versions if v.since <= on and (v.until is None or on < v.until)]
    answer = norms.in_force(norm.short, on)
    assert len(holding) == (1 if isinstance(answer, Found) else 0)


@given(norm=st.sampled_from(sorted(NORMS.values(), key=lambda norm: norm.short)))
def test_the_newest_version_keeps_every_number(norm: Norm) -> None:
    for article in range(1, (norm.newest.articles or 20) + 1):
        assert norm.newest.number(article) == article


def test_no_two_articles_share_an_older_number() -> None:
    for norm in NORMS.values():
        for version in norm.versions:
            numbers = [version.number(n) for n in range(1, 1300)] if version is not norm.newest else []
            known = [n for n in numbers if n is not None]
            assert len(known) == len(set(known)), f"{norm.short} {version.name}"
            assert all(1 <= n <= (version.articles or n) for n in known), f"{norm.short} {version.name}"


def test_every_norm_begins_with_a_day_and_a_title() -> None:
    for norm in NORMS.values():
        assert norm.title and norm.versions
        for earlier, later in zip(norm.versions, norm.versions[1:], strict=False):
            assert earlier.until == later.since


def test_versions_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order of time"):
        norm_of("甲", "甲规定", Version("2020", date(2020, 1, 1)), Version("2010", date(2010, 1, 1)))


def test_two_norms_cannot_share_a_name() -> None:
    norm = norm_of("甲", "甲规定", Version("", date(2020, 1, 1), blocks=(Block(1, 3),)))
    with pytest.raises(ValueError, match="甲"):
        named([norm, norm])


def test_the_day_before_a_version_is_another() -> None:
    for norm in NORMS.values():
        for version in norm.versions[1:]:
            before = norms.in_force(norm.short, version.since - timedelta(days=1))
            assert isinstance(before, Found) and before.value != version
