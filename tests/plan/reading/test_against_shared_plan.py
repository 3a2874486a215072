"""The real plan of 2016, read from its own text; where the text is there, and always in CI."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.plan.reading.expected import placed, signs
from zhixing.plan.reading import read
from zhixing.plan.shape import Measure, Reading

REAL = Path(__file__).parents[4] / "shared" / "plan" / "work-plan-2016-34.txt"


@cache
def reading() -> Reading:
    """The reading, made once."""
    return read(text())


def text() -> str:
    """The real plan's text."""
    return REAL.read_text(encoding="utf-8")


def measure(no: int) -> Measure:
    """One of its measures."""
    found = reading().plan.measure(no)
    assert found is not None
    return found


def test_ci_has_the_real_plan() -> None:
    assert REAL.is_file() or not os.environ.get("ZHIXING_REQUIRE_SHARED"), f"{REAL} is required and absent"


if REAL.is_file():

    def test_the_head_is_read() -> None:
        plan = reading().plan
        assert plan.document_no == "渝二中法〔2016〕34号"
        assert (plan.issuer, plan.issued_on) == ("重庆市第二中级人民法院", date(2016, 5, 23))
        assert (len(plan.goals), len(plan.principles), len(plan.requirements)) == (4, 4, 5)

    def test_the_stages_follow_one_another() -> None:
        assert [(each.name, each.since, each.until) for each in reading().plan.stages] == [
            ("动员部署阶段", date(2016, 4, 1), date(2016, 6, 1)),
            ("攻坚实施阶段", date(2016, 5, 1), date(2017, 6, 1)),
            ("中期检查阶段", date(2017, 6, 1), date(2017, 7, 1)),
            ("整改落实阶段", date(2017, 7, 1), date(2018, 3, 1)),
            ("总结验收阶段", date(2018, 3, 1), date(2018, 5, 1)),
        ]
        assert [each.by for each in reading().plan.stages[0].deadlines] == [date(2016, 5, 20)]

    def test_eighteen_measures_stand_in_five_groups() -> None:
        measures = reading().plan.measures
        assert [each.no for each in measures] == list(range(1, 19))
        assert len({each.group for each in measures}) == 5
        assert all(each.title and each.text and each.leaders and each.departments for each in measures)

    @pytest.mark.parametrize(
        ("no", "when"),
        [
            (1, ["2016-12-31"]),
            (2, ["2016-06-30", "2016-12-31"]),
            (3, ["2016-12-31", "2017-12-31"]),
            (4, ["2017-06-30"]),
            (5, []),
            (6, ["regularly", "regularly"]),
            (7, []),
            (8, []),
            (9, ["2016-06-30"]),
            (10, ["2016-12-31"]),
            (11, []),
            (12, ["2016-12-31"]),
            (13, ["regularly", "regularly"]),
            (14, ["new-year-and-spring-festival"]),
            (15, ["2016-08-31", "2016-10-31", "2016-12-31"]),
            (16, ["2016-06-30"]),
            (17, ["year-end"]),
            (18, ["regularly"]),
        ],
    )
    def test_each_measure_has_its_deadlines(no: int, when: list[str]) -> None:
        found = [each.by.isoformat() if each.by else each.every for each in measure(no).deadlines]
        assert found == when

    def test_targets_say_what_they_are_measured_on_and_by_when() -> None:
        listed = [(each.value, each.by, each.indicator) for each in measure(3).targets]
        assert listed == [
            ("70", date(2016, 12, 31), "listed-debtor-share"),
            ("80", date(2017, 12, 31), "listed-debtor-share"),
        ]
        assert {each.of for each in measure(3).targets} == {"纳入案件占执行案件的比例"}
        staff = [(each.value, each.courts, each.of, each.indicator) for each in measure(16).targets]
        assert staff == [
            ("15", "intermediate", "执行人员配备比例", "enforcement-staff-share"),
            ("18", "basic", "执行人员配备比例", "enforcement-staff-share"),
        ]
        others = [each.no for each in reading().plan.measures if each.targets]
        assert others == [3, 16]

    @pytest.mark.parametrize(
        ("no", "leaders", "departments"),
        [
            (1, "谭智华、张镇勇", "执行局、行装处、办公室"),
            (7, "孙启福、张镇勇", "审管办、执行局"),
            (10, "胡红军、王剑波、张镇勇", "立案庭、民事审判庭、执行局"),
            (11, "孙启福、谭智华、张镇勇、吴克强", "政治部、执行局、办公室、审管办"),
            (18, "张镇勇、张洪", "执行局、监察室"),
        ],
    )
    def test_each_measure_has_its_owners(no: int, leaders: str, departments: str) -> None:
        assert ("、".join(measure(no).leaders), "、".join(measure(no).departments)) == (leaders, departments)

    def test_a_deadline_says_what_is_due_and_where_it_stands() -> None:
        assert [(each.what, each.line) for each in measure(15).deadlines] == [
            ("自主完成全面清理", 86),
            ("迎接法检两院的联合抽查，做好整改工作", 86),
            ("全面完成执行案款专项清理", 86),
        ]
        assert [each.what for each in measure(13).deadlines] == [
            "通报消极执行、规避执行、抗拒执行的典型案例",
            "通报自诉典型案例，确保打击效果",
        ]

    def test_what_the_plan_leaves_open_is_pointed_at() -> None:
        open_ended = [each.where for each in reading().problems if each.what == "没有读出完成期限"]
        assert [where.split("（")[0] for where in open_ended] == [
            f"第 {line} 行" for line in (41, 49, 53, 66)
        ]
        (overlap,) = [each for each in reading().problems if each.where not in open_ended]
        assert overlap.where == "第 104 行" and "尚未结束" in overlap.what
        assert not any(each.stops for each in reading().problems)

    def test_no_sign_of_it_is_lost() -> None:
        assert reading().not_understood == ()
        assert placed(reading()) == signs(text())
