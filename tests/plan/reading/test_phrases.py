"""Each phrase is read by a named rule, which a plan may override; what cannot be read is said with its place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.plan.reading import read
from zhixing.plan.reading.days import When
from zhixing.plan.reading.phrases import RULES, UnknownReading, phrases, readers
from zhixing.plan.reading.recurrences import LABELS, occurrences
from zhixing.plan.shape import Deadline, Problem, Reading

PLAN = "某院工作方案\n一、工作措施\n1、建台账。逐案登记。\n责任部门：执行局\n完成时限：{when}\n"


def deadline(when: str, **readings: str) -> Deadline:
    """The one deadline of a plan whose limit is written so."""
    named = {name.replace("_", "-"): value for name, value in readings.items()}
    (found,) = read(PLAN.format(when=when), readings=named).plan.measures[0].deadlines
    return found


def problems(text: str) -> list[Problem]:
    """What the reader finds wrong."""
    return list(read(text).problems)


@pytest.mark.parametrize(
    ("when", "by"),
    [
        ("2016年12月前完成", date(2016, 12, 31)),
        ("2017年6月30日前完成", date(2017, 6, 30)),
        ("2017年底前完成", date(2017, 12, 31)),
        ("2016年6月，完成", date(2016, 6, 30)),
        ("2016年2月底前完成", date(2016, 2, 29)),
        ("2016年9月中旬完成", date(2016, 9, 20)),
        ("2017年上半年完成", date(2017, 6, 30)),
        ("2016年第三季度完成", date(2016, 9, 30)),
        ("2016年4月—2016年5月完成", date(2016, 5, 31)),
        ("2016年4月至5月完成", date(2016, 5, 31)),
        ("2016年4月1日~2016年5月15日完成", date(2016, 5, 15)),
    ],
)
def test_a_phrase_names_its_last_day(when: str, by: date) -> None:
    found = deadline(when)
    assert (found.by, found.every) == (by, "")


@pytest.mark.parametrize(
    ("when", "every"),
    [
        ("每年元旦、春节期间开展", "new-year-and-spring-festival"),
        ("每年年底述职", "year-end"),
        ("每年7月至9月开展", "months-7-9"),
        ("第三季度开展", "quarter-3"),
        ("每月通报", "month"),
        ("每季度通报", "quarter"),
        ("长期坚持", "lasting"),
        ("定期通报", "regularly"),
    ],
)
def test_a_phrase_names_how_often(when: str, every: str) -> None:
    found = deadline(when)
    assert (found.by, found.every) == (None, every)


def test_a_plan_may_read_a_phrase_otherwise() -> None:
    assert deadline("2016年12月前完成", before_month="before-first-day").by == date(2016, 11, 30)
    assert deadline("2017年6月30日前完成", before_day="before-that-day").by == date(2017, 6, 29)
    assert deadline("定期通报", regularly="every-month").every == "month"


def test_an_unknown_reading_lists_those_there_are() -> None:
    with pytest.raises(UnknownReading, match="before-month"):
        deadline("2016年12月前完成", no_such="x")
    with pytest.raises(UnknownReading, match="before-first-day"):
        deadline("2016年12月前完成", before_month="later")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_read_by_that_rule(rule: object) -> None:
    example = getattr(rule, "example", "")
    found, bad = phrases(example, lambda _month: 2016, readers({}))
    assert [each.rule for each in found] == [getattr(rule, "name", "")]
    assert not bad and found[0].when != When()


def test_a_day_without_a_year_takes_the_year_named_before_it() -> None:
    found, _ = phrases("2017年3月前摸底，6月底前清完", lambda _month: 2016, readers({}))
    assert [each.when.by for each in found] == [date(2017, 3, 31), date(2017, 6, 30)]


@given(st.sampled_from(sorted(LABELS)), st.dates(date(2014, 1, 1), date(2024, 1, 1)), st.integers(1, 900))
def test_every_turn_lies_in_the_span_and_in_order(every: str, since: date, days: int) -> None:
    until = since + timedelta(days=days)
    found = occurrences(every, since, until)
    assert list(found) == sorted(set(found))
    assert all(since <= day < until for day in found)


def test_the_spring_festival_ends_when_its_holiday_does() -> None:
    assert occurrences("new-year-and-spring-festival", date(2016, 4, 1), date(2018, 5, 1)) == (
        date(2017, 2, 2),
        date(2018, 2, 21),
    )


def test_an_unknown_recurrence_says_which_there_are() -> None:
    with pytest.raises(ValueError, match="quarter"):
        occurrences("sometimes", date(2016, 1, 1), date(2017, 1, 1))


def stopping(reading: Reading) -> list[str]:
    """What stops the plan."""
    return [each.what for each in reading.problems if each.stops]


def test_a_text_that_is_no_plan_is_said_to_be_none() -> None:
    assert stopping(read("今天天气很好。\n大家都去散步。")) == ["没有读出任何措施，看来不是工作方案"]
    assert read("今天天气很好。").not_understood or read("今天天气很好。").plan.preamble


def test_a_measure_without_a_deadline_is_pointed_at_but_does_not_stop() -> None:
    (found,) = problems(PLAN.format(when="抓紧落实"))
    assert (found.stops, found.where) == (False, "第 3 行（第 1 项措施“建台账”）")


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        (PLAN.format(when="2017年2月30日前完成"), "“2017年2月30日前”不是日历上有的日期", "第 3 行"),
        (PLAN.format(when="2017年6月前比例达到120%"), "目标“达到120%”超过百分之百", "第 3 行"),
        (
            PLAN.format(when="2016年5月前完成")
            + "二、实施步骤\n（一）动员阶段（2016年6月—2016年4月）开会。\n",
            "“动员阶段”结束（2016-04-30）早于开始（2016-06-01）",
            "第 7 行",
        ),
        (
            "一、工作措施\n1、甲事。责任部门：执行局\n1、乙事。责任部门：执行局\n",
            "措施编号 1 重复",
            "第 2 行",
        ),
    ],
)
def test_what_is_wrong_in_a_plan_is_told_with_its_place(text: str, what: str, where: str) -> None:
    found = [each for each in problems(text) if each.stops]
    assert what in [each.what for each in found]
    assert any(each.where.startswith(where) and each.mend for each in found)


def test_an_unknown_department_and_a_gap_are_pointed_at() -> None:
    text = "一、工作措施\n1、甲事。责任部门：执行局、飞船处\n3、丙事。责任部门：执行局\n"
    told = {each.what for each in read(text, departments=["执行局"]).problems}
    assert {"没有“飞船处”这个部门", "缺第 2 项"} <= told


def test_a_deadline_outside_the_stages_is_pointed_at() -> None:
    text = PLAN.format(when="2026年5月前完成") + "二、实施步骤\n（一）推进阶段（2016年4月—2018年4月）推进。\n"
    assert any("不在方案的各阶段之内" in each.what for each in problems(text))
