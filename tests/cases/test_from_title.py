"""What of a recurring sum has fallen due: by named days of the month or year, by stretches, up to its end, never beyond."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhixing.cases.acts.filing import Sharing, SumNature
from zhixing.cases.from_title import MOST_INSTALMENTS, fallen_due, nature_of, sharing_of
from zhixing.cases.titles.reading import Perform, Sum


def recurring(every: str | None = "month", since: date | None = date(2024, 1, 31), **more: object) -> Sum:
    """A sum of 1,500 yuan that recurs."""
    given_perform, until, condition = more.get("perform"), more.get("until"), more.get("condition")
    return Sum(
        label="抚养费",
        amount=150_000,
        owed_by=("甲",),
        owed_to=("乙",),
        perform=given_perform if isinstance(given_perform, Perform) else None,
        jointly=None,
        place=(0, 1),
        every=every,
        since=since,
        until=until if isinstance(until, date) else None,
        condition=condition if isinstance(condition, str) else None,
    )


def days(item: Sum, by: date) -> list[date]:
    """The days on which instalments fell due."""
    found = fallen_due(item, by)
    assert found is not None
    return [each.due for each in found]


@pytest.mark.parametrize(
    ("item", "by", "due"),
    [
        (recurring(since=date(2024, 1, 1)), date(2024, 3, 30), [date(2024, 1, 31), date(2024, 2, 29)]),
        (recurring(since=date(2024, 1, 1)), date(2024, 1, 30), []),
        (
            recurring(since=date(2024, 1, 1), until=date(2024, 2, 29)),
            date(2025, 1, 1),
            [date(2024, 1, 31), date(2024, 2, 29)],
        ),
        (
            recurring(since=date(2024, 1, 1), perform=Perform(monthly_day=31)),
            date(2024, 2, 29),
            [date(2024, 1, 31), date(2024, 2, 29)],
        ),
        (
            recurring(since=date(2024, 1, 10), perform=Perform(monthly_day=5)),
            date(2024, 2, 5),
            [date(2024, 2, 5)],
        ),
        (
            recurring("year", date(2023, 7, 1), perform=Perform(yearly="03-01")),
            date(2025, 3, 1),
            [date(2024, 3, 1), date(2025, 3, 1)],
        ),
        (recurring("quarter", date(2024, 1, 1)), date(2024, 7, 1), [date(2024, 3, 31), date(2024, 6, 30)]),
    ],
)
def test_instalments_fall_due_on_their_days(item: Sum, by: date, due: list[date]) -> None:
    assert days(item, by) == due


@pytest.mark.parametrize(
    "item", [recurring("day"), recurring(None), recurring(since=None), recurring(condition="如被告未付")]
)
def test_what_cannot_be_counted_is_not_counted(item: Sum) -> None:
    assert fallen_due(item, date(2025, 1, 1)) is None


def test_a_count_beyond_reason_is_left_to_the_clerk() -> None:
    assert fallen_due(recurring(since=date(1990, 1, 1)), date(2025, 1, 1)) is None
    assert MOST_INSTALMENTS >= 18 * 12


@example(date(2015, 1, 29), date(2020, 1, 1), 28)
@given(
    st.dates(date(2015, 1, 1), date(2020, 1, 1)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 31),
)
def test_later_days_only_add_instalments_and_none_lies_beyond(since: date, by: date, day: int) -> None:
    item = recurring(since=since, perform=Perform(monthly_day=day))
    earlier, later = days(item, date(2020, 1, 1)), days(item, by)
    assert later[: len(earlier)] == earlier
    assert all(since <= due <= by for due in later)
    assert len(set(later)) == len(later)


@pytest.mark.parametrize(
    ("label", "nature"),
    [
        ("货款", SumNature.PRINCIPAL),
        ("逾期利息", SumNature.INTEREST),
        ("律师代理费", SumNature.COST),
        ("案件受理费", SumNature.COURT_FEE),
    ],
)
def test_the_name_of_a_sum_proposes_its_nature(label: str, nature: SumNature) -> None:
    assert nature_of(label) is nature


def test_one_debtor_owes_alone() -> None:
    assert sharing_of(recurring()) is Sharing.SINGLE
