"""However a plan is numbered, labelled and broken into lines, it says the same; and no sign of it is lost."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.reading.expected import placed, signs, told
from zhixing.plan.reading import read
from zhixing.plan.shape import Measure, Plan

CHINESE = "一二三四五六七八九"
NUMBERS = (
    "{0}、",
    "{0}．",
    "{0}.",
    "（{0}）",
    "({0})",
    "{0}）",
    " {0}、",
    "　　{0}．",
    "{1}",
    "（{2}）",
    "{2}是",
)
LEADERS = ("分管领导", "牵头领导", "责任领导", "分管院领导")
DEPARTMENTS = ("责任部门", "责任单位", "牵头部门", "责任庭室")
LIMITS = ("完成时限", "工作进度及要求", "时间进度", "完成时间", "完成期限")
LABELS = ("{}：{}", "{}:{}", "{}： {}", "{}：\n{}", "{}\n{}", "【{}】{}", "【{}】：{}", "  {}：{}", "{}　{}")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
NARROW = str.maketrans("０１２３４５６７８９％", "0123456789%")
CONTENT = (
    (
        "建立台账",
        "逐案登记，做到：一是及时；二是准确。",
        "张示一",
        "执行局、立案庭",
        "2016年12月前，登记率达到95%。",
    ),
    ("清理案款", "逐笔核对。", "李示二、王示三", "财务科", "每季度通报；2017年6月30日前完成。"),
    ("配齐人员", "按比例配备。", "张示一", "政治部", "每年年底报告。"),
)


@dataclass(frozen=True)
class Look:
    """How a plan is set."""

    number: str
    leaders: str
    departments: str
    limit: str
    label: str
    wide: bool

    def text(self) -> str:
        """The plan in this look."""
        lines = ["示范法院执行工作方案", "一、工作目标", "案结事了。", "二、工作措施"]
        for no, (title, words, who, where, when) in enumerate(CONTENT, start=1):
            lines.append(f"{self.number.format(no, chr(ord('①') + no - 1), CHINESE[no - 1])}{title}。{words}")
            named = (self.leaders, who), (self.departments, where), (self.limit, when)
            lines += [self.label.format(label, value) for label, value in named]
        lines += ["三、工作要求", "一要重视。院长负总责。", "示范人民法院", "2016年5月20日"]
        text = "\n".join(lines)
        return text.translate(WIDE) if self.wide else text


PLAIN = Look("{0}、", "分管领导", "责任部门", "完成时限", "{}：{}", wide=False)
looks = st.builds(
    Look,
    number=st.sampled_from(NUMBERS),
    leaders=st.sampled_from(LEADERS),
    departments=st.sampled_from(DEPARTMENTS),
    limit=st.sampled_from(LIMITS),
    label=st.sampled_from(LABELS),
    wide=st.booleans(),
)


def plan_of(text: str) -> Plan:
    """The plan a text says; no sign of it is lost."""
    reading = read(text)
    assert placed(reading) == signs(text)
    return reading.plan


def said(plan: Plan) -> object:
    """What the plan says, its digits in half width."""
    return json.loads(json.dumps(told(plan), default=str, ensure_ascii=False).translate(NARROW))


def test_the_plain_look_says_what_was_put_in() -> None:
    plan = plan_of(PLAIN.text())
    assert [(each.no, each.title, each.text) for each in plan.measures] == [
        (no, title, words) for no, (title, words, *_) in enumerate(CONTENT, start=1)
    ]
    assert [
        ("、".join(each.leaders), "、".join(each.departments), each.progress) for each in plan.measures
    ] == [rest for _, _, *named in CONTENT for rest in [tuple(named)]]


@given(looks)
def test_numbers_labels_and_widths_do_not_change_what_a_plan_says(look: Look) -> None:
    assert said(plan_of(look.text())) == said(plan_of(PLAIN.text()))


def measures(text: str) -> list[Measure]:
    """The measures of a plan."""
    return list(plan_of(text).measures)


def test_a_plan_in_one_paragraph_is_read() -> None:
    plan = plan_of(
        "某县法院执行工作方案 一、工作目标：两年见成效。二、工作措施：（一）管人。1、配齐人员。按比例配。责任部门：政治部。"
        "完成时限：2016年9月前。2、培训。责任部门：执行局。完成时限：每年两次。（二）管案。3、清案。责任部门：执行局。"
        "完成时限：2017年3月1日前。三、工作要求：一是重视。二是落实。"
    )
    assert [(each.no, each.group, each.title, each.departments) for each in plan.measures] == [
        (1, "管人", "配齐人员", ("政治部",)),
        (2, "管人", "培训", ("执行局",)),
        (3, "管案", "清案", ("执行局",)),
    ]
    assert plan.goals == ("两年见成效",)
    assert [each.title for each in plan.requirements] == ["重视", "落实"]


def test_a_list_inside_a_measure_is_no_measure() -> None:
    text = "一、措施\n1、建中心。做到：1、有人；2、有地。（1）甲；（2）乙。\n责任部门：执行局\n2、建台账。\n责任部门：立案庭\n"
    assert [(each.no, each.title) for each in measures(text)] == [(1, "建中心"), (2, "建台账")]


def test_measures_stand_at_the_level_that_is_owned() -> None:
    text = (
        "一、任务\n（一）甲\n1、做甲一。\n2、做甲二。\n责任部门：执行局\n"
        "（二）乙\n1、做乙一。\n2、做乙二。\n责任部门：立案庭\n"
    )
    assert [(each.no, each.title, each.departments) for each in measures(text)] == [
        (1, "甲", ("执行局",)),
        (2, "乙", ("立案庭",)),
    ]


def test_measures_without_owners_stand_below_their_groups() -> None:
    text = "一、措施\n（一）甲类\n1、做甲一。\n2、做甲二。\n（二）乙类\n3、做乙一。\n"
    assert [(each.group, each.title) for each in measures(text)] == [
        ("甲类", "做甲一"),
        ("甲类", "做甲二"),
        ("乙类", "做乙一"),
    ]


def test_measures_may_be_the_sections_themselves() -> None:
    text = (
        "某院分工方案\n一、建台账。责任部门：执行局。完成时限：2017年3月前。\n二、核案款。责任部门：财务室。\n"
        "三、工作要求。要重视。\n"
    )
    plan = plan_of(text)
    assert [(each.no, each.title) for each in plan.measures] == [(1, "建台账"), (2, "核案款")]
    assert len(plan.requirements) == 1


def test_measures_of_a_section_that_counts_anew_are_counted_on() -> None:
    text = "一、重点任务\n1、甲。责任部门：甲局\n2、乙。责任部门：乙局\n二、日常工作\n1、丙。责任部门：甲局\n"
    assert [(each.no, each.group) for each in measures(text)] == [
        (1, "重点任务"),
        (2, "重点任务"),
        (3, "日常工作"),
    ]


def test_owners_are_named_one_by_one() -> None:
    text = (
        "一、工作\n1、做甲事（牵头领导：张 三、李四；责任单位：执行局牵头，立案庭和办公室配合（含法庭）；"
        "完成时限：2017年3月）。\n"
    )
    (found,) = measures(text)
    assert (found.title, found.leaders) == ("做甲事", ("张三", "李四"))
    assert found.departments == ("执行局", "立案庭", "办公室")


def test_a_list_after_the_signature_is_read_and_a_note_kept() -> None:
    plan = plan_of(
        "某院工作方案\n一、工作目标\n见成效。\n二、工作要求\n（一）重视。要重视。\n某县人民法院\n二〇一七年三月一日\n附件\n"
        "1、建台账\n责任部门：执行局\n完成时限：2017年5月底前\n"
    )
    assert (plan.issuer, str(plan.issued_on)) == ("某县人民法院", "2017-03-01")
    assert [each.title for each in plan.measures] == ["建台账"]
    assert [each.text for each in plan.notes] == ["附件"]
    assert [each.text for each in plan.requirements] == ["要重视。"]


def test_stages_may_be_numbered_as_stages() -> None:
    plan = plan_of(
        "一、措施\n1、甲。责任部门：甲局\n二、实施步骤\n第一阶段：动员部署（2016年6月—7月）。开会，并于7月10日前上报。\n"
        "第二阶段（2016年8月至2017年底）：逐项落实。\n三、总结阶段\n"
    )
    assert [(each.name, str(each.since), str(each.until)) for each in plan.stages] == [
        ("动员部署", "2016-06-01", "2016-08-01"),
        ("第二阶段", "2016-08-01", "2018-01-01"),
    ]
    assert [str(each.by) for each in plan.stages[0].deadlines] == ["2016-07-10"]


def test_a_stage_without_a_span_is_listed_and_said_to_have_none() -> None:
    text = "一、措施\n1、甲。责任部门：甲局\n二、步骤\n（一）动员阶段（2016年13月—2016年14月）。开会。\n"
    reading = read(text)
    assert placed(reading) == signs(text)
    assert [each.text for each in reading.not_understood] == [
        "（一）动员阶段（2016年13月—2016年14月）。",
        "开会。",
    ]
    assert "“动员阶段”没有读出起止时间" in [each.what for each in reading.problems]


def test_what_stands_in_no_known_section_is_listed_with_its_line() -> None:
    text = "一、措施\n1、甲。责任部门：执行局\n二、附则\n本方案由某院解释。\n自印发之日起施行。\n"
    assert [(each.where, each.text) for each in read(text).not_understood] == [
        ("第 4 行", "本方案由某院解释。"),
        ("第 5 行", "自印发之日起施行。"),
    ]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("中级法院达到15%、基层法院达到18%", [("15", "%", "intermediate"), ("18", "%", "basic")]),
        ("满意度提升5个百分点", [("5", "个百分点", "")]),
        ("办结率不低于百分之九十五", [("95", "%", "")]),
        ("开展活动不少于12场", [("12", "场", "")]),
        ("指派1-2名人员，与44家单位联动", []),
    ],
)
def test_figures_are_told_with_their_units_and_courts(
    words: str, figures: list[tuple[str, str, str]]
) -> None:
    (found,) = measures(f"一、措施\n1、甲。责任部门：甲局\n完成时限：2017年12月前，{words}。\n")
    assert [(each.value, each.unit, each.courts) for each in found.targets] == figures
    assert {str(each.by) for each in found.targets} <= {"2017-12-31"}


def test_a_figure_is_measured_on_what_is_said_before_it() -> None:
    (found,) = measures(
        "一、措施\n1、甲。责任部门：甲局\n完成时限：适用率即纳入案件占执行案件的比例2016年达到60%、2017年达到75%，立即办结率达到90%。\n"
    )
    assert [(each.of, each.value, str(each.by)) for each in found.targets] == [
        ("纳入案件占执行案件的比例", "60", "2016-12-31"),
        ("纳入案件占执行案件的比例", "75", "2017-12-31"),
        ("立即办结率", "90", "2017-12-31"),
    ]
    assert [each.what for each in found.deadlines][1] == "达到75%，立即办结率达到90%"


def test_growth_may_exceed_a_hundred_percent() -> None:
    text = "一、措施\n1、甲。责任部门：甲局\n完成时限：2017年底前，到账额同比增长120%。\n"
    assert not [each for each in read(text).problems if each.stops]


def test_a_day_in_the_description_counts_but_not_every_word_of_its_prose() -> None:
    (found,) = measures(
        "一、措施\n1、宣传。每年7月至9月集中宣传，定期更新。\n责任部门：甲局\n完成时限：2017年3月前\n"
    )
    assert [each.every or str(each.by) for each in found.deadlines] == ["2017-03-31", "months-7-9"]
    assert [each.line for each in found.deadlines] == [4, 2]
    assert [each.what for each in found.deadlines] == ["宣传", "集中宣传"]
