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
        ("2016年4月1日至15日完成", date(2016, 4, 15)),
        ("2016年4月至2017年底完成", date(2017, 12, 31)),
        ("2016年7月到年底完成", date(2016, 12, 31)),
        ("2016年11月—2017年2月完成", date(2017, 2, 28)),
        ("2016.4-2016.5完成", date(2016, 5, 31)),
        ("2016年至2018年", date(2018, 12, 31)),
        ("2016年度完成", date(2016, 12, 31)),
        ("2016年10月1日起试行", date(2016, 10, 1)),
        ("2016-12-31前完成", date(2016, 12, 31)),
        ("2017年元旦、春节期间开展", date(2017, 2, 2)),
        ("2017年春节前开展", date(2017, 1, 26)),
        ("2016年8月上旬完成", date(2016, 8, 10)),
        ("2016年8月下旬前完成", date(2016, 8, 31)),
        ("２０１６年１２月前完成", date(2016, 12, 31)),
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
        ("每年6月30日前报告", "day-6-30"),
        ("每年6月、12月抽查", "each-6-12"),
        ("每年第三季度抽查", "quarter-3"),
        ("每年两次抽查", "half-year"),
        ("每月10日前报送", "month-day-10"),
        ("月底前报送", "month"),
        ("春节前开展", "before-spring-festival"),
        ("每周通报", "week"),
        ("每月通报", "month"),
        ("每季度通报", "quarter"),
        ("长期坚持", "lasting"),
        ("定期通报", "regularly"),
    ],
)
def test_a_phrase_names_how_often(when: str, every: str) -> None:
    found = deadline(when)
    assert (found.by, found.every) == (None, every)


@pytest.mark.parametrize(
    "when", ["两年内完成", "三个月内完成", "在十日内答复", "上一季度的情况", "1个月一报", "立即"]
)
def test_a_term_that_begins_nowhere_is_no_deadline(when: str) -> None:
    assert read(PLAN.format(when=when)).plan.measures[0].deadlines == ()


def test_a_plan_may_read_a_phrase_otherwise() -> None:
    assert deadline("2016年12月前完成", before_month="before-first-day").by == date(2016, 11, 30)
    assert deadline("2017年6月30日前完成", before_day="before-that-day").by == date(2017, 6, 29)
    assert deadline("定期通报", regularly="every-month").every == "month"
    assert deadline("2018年前完成", before_year="before-first-day").by == date(2017, 12, 31)
    assert deadline("2016年10月起试行", from_month="first-day").by == date(2016, 10, 1)


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


def test_this_year_and_next_year_are_told_from_the_plans_own() -> None:
    found, _ = phrases("2018年3月前摸底，明年底前清完，今年6月前报", lambda _month: 2016, readers({}))
    assert [each.when.by for each in found] == [date(2018, 3, 31), date(2017, 12, 31), date(2016, 6, 30)]


NUMBERED = ("quarter-3", "months-7-9", "each-6-12", "day-2-29", "month-day-31")


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("quarter-3", [date(2017, 9, 30)]),
        ("months-7-9", [date(2017, 9, 30)]),
        ("each-6-12", [date(2017, 6, 30), date(2017, 12, 31)]),
        ("day-2-29", [date(2017, 2, 28)]),
        ("half-year", [date(2017, 6, 30), date(2017, 12, 31)]),
        ("before-spring-festival", [date(2017, 1, 26)]),
    ],
)
def test_a_recurrence_ends_its_turns_on_these_days_of_a_year(every: str, days: list[date]) -> None:
    assert list(occurrences(every, date(2017, 1, 1), date(2018, 1, 1))) == days


def test_a_festival_not_yet_announced_has_no_turn() -> None:
    assert occurrences("new-year-and-spring-festival", date(2090, 1, 1), date(2099, 1, 1)) == ()


@given(
    st.sampled_from(sorted((*LABELS, *NUMBERED))),
    st.dates(date(2014, 1, 1), date(2024, 1, 1)),
    st.integers(1, 900),
)
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
    for every in ("quarter-5", "months-1", "day-13-1", "month-day-0"):
        with pytest.raises(ValueError, match="quarter"):
            occurrences(every, date(2016, 1, 1), date(2017, 1, 1))


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


STAGES = "二、实施步骤\n（一）甲阶段（2016年4月—2016年5月）开会。\n（二）乙阶段（{span}）推进。\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PLAN.format(when="2016年4月前") + STAGES.format(span="2016年5月—2017年4月"), "尚未结束"),
        (PLAN.format(when="2016年4月前") + STAGES.format(span="2016年7月—2017年4月"), "之间有空档"),
        (PLAN.format(when="6月前完成"), "没有写明年份，方案也没有日期"),
        (PLAN.format(when="2090年春节期间"), "放假安排尚未公布"),
        (PLAN.format(when="2016年3月前完成") + "某某法院\n2016年5月20日\n", "早于方案印发"),
    ],
)
def test_what_a_person_should_look_at_is_pointed_at_and_stops_nothing(text: str, what: str) -> None:
    (found,) = [each for each in problems(text) if what in each.what]
    assert found.where.startswith("第 ") and found.mend and not found.stops


def test_a_span_that_ends_before_it_begins_stops_the_plan() -> None:
    assert stopping(read(PLAN.format(when="2016年6月至2016年4月"))) == ["“2016年6月至2016年4月”结束早于开始"]


def test_stages_that_follow_one_another_are_in_order() -> None:
    text = PLAN.format(when="2016年5月前") + STAGES.format(span="2016年6月—2017年4月")
    assert problems(text) == []
