"""A work plan of 100 pages is read: 150,000 signs, 500 measures with days, recurrences and figures.

The goal is a limit in seconds, so the limit itself stands where another job has its peer.
"""

from __future__ import annotations

from bench.figure import Figure, side_by_side

from zhixing.plan.reading import read

SIGNS = 150_000  # about 100 pages of 1,500
LIMIT = 2.0  # seconds
HEAD = """示二中法〔2016〕9号
示范中级人民法院
执行攻坚两年工作方案
为兑现权利，制定本方案。
一、工作目标
案结事了。
二、工作措施
"""
MEASURE = """{no}、办好第{no}类案件。{words}
分管领导：张示一、李示二
责任部门：执行局、立案庭（配合）、财务科
工作进度及要求：2016年12月前，完成清理；2017年6月30日前，办结率达到{share}%，2017年12月前达到100%；每季度通报一次，每年年底述职。
"""
WORDS = (
    "两级法院要逐案登记、逐案核对，把责任落实到人；对长期未结的案件，区分情形，逐件说明原因，定期报告进展。"
    * 3
)
TAIL = """三、实施步骤
（一）动员部署阶段（2016年4月—2016年6月）
主要工作为：开会部署。
（二）攻坚实施阶段（2016年7月—2018年4月）
主要工作为：逐项推进。
四、工作要求
一要加强领导。院长负总责。
示范中级人民法院
2016年5月20日
"""


def figures() -> list[Figure]:
    """Read it several times; AssertionError where a measure, a day or a sign is missing."""
    text = plan()
    reading = read(text)
    measures = reading.plan.measures
    assert [each.no for each in measures] == list(range(1, len(measures) + 1)), "a measure is missing"
    assert all((len(each.deadlines), len(each.targets)) == (5, 2) for each in measures), "a day is missing"
    assert not reading.not_understood, "a sentence was not placed"
    (ours,) = side_by_side([lambda: read(text)], rounds=3)
    job = f"Read a plan of 100 pages, {len(measures)} measures"
    return [Figure(job, len(text), ours, "the limit", LIMIT, ours / LIMIT, 1, most=True)]


def plan() -> str:
    """A plan of 150,000 signs."""
    measures: list[str] = []
    size = len(HEAD) + len(TAIL)
    while size < SIGNS:
        no = len(measures) + 1
        measures.append(MEASURE.format(no=no, words=WORDS, share=70 + no % 20))
        size += len(measures[-1])
    return HEAD + "".join(measures) + TAIL
