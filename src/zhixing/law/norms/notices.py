"""Normative documents of the Supreme People's Court (法发, 法): opinions, provisions on trial, notices.

None has a text among the imported norms. Titles and numbers follow the rule tables; what they mark as from
memory is marked here, and so are the days in force that only the day of issue stands behind.
"""

from __future__ import annotations

from datetime import date

from zhixing.law.norms.versions import Block, Norm, Version, norm_of

_SPC = "最高人民法院"


def _notice(short: str, title: str, document: str, since: date, articles: int | None = None) -> Norm:
    """Make a document with one version."""
    return norm_of(short, f"{_SPC}{title}", Version("", since, document=document, articles=articles))


_CASES: tuple[Norm, ...] = (
    _notice(
        "执行期限规定", "关于人民法院办理执行案件若干期限的规定", "法发〔2006〕35号", date(2007, 1, 1), 15
    ),
    _notice("执行公开规定", "关于人民法院执行公开的若干规定", "法发〔2006〕35号", date(2007, 1, 1)),
    _notice("立案结案意见", "关于执行案件立案、结案若干问题的意见", "法发〔2014〕26号", date(2015, 1, 1)),
    norm_of(
        "案号规定",
        f"{_SPC}关于人民法院案件案号的若干规定",
        Version("2015", date(2016, 1, 1), document="法〔2015〕137号", blocks=(Block(1, 13),)),
        Version("2018修正", date(2019, 1, 1), document="法〔2018〕335号"),  # from memory
    ),
    _notice("终本规定", "关于严格规范终结本次执行程序的规定（试行）", "法〔2016〕373号", date(2016, 12, 1)),
    _notice(
        "暂缓执行规定",
        "关于正确适用暂缓执行措施若干问题的规定",
        "法发〔2002〕16号",  # from memory
        date(2002, 9, 28),  # from memory
    ),
    _notice(
        "执行权配置意见",
        "关于执行权合理配置和科学运行的若干意见",
        "法发〔2011〕15号",
        date(2011, 10, 19),
    ),
    _notice(
        "立审执协调意见",
        "关于人民法院立案、审判与执行工作协调运行的意见",
        "法发〔2018〕9号",
        date(2018, 5, 28),
    ),
    _notice(
        "善意文明执行意见",
        "关于在执行工作中进一步强化善意文明执行理念的意见",
        "法发〔2019〕35号",
        date(2019, 12, 16),  # from memory: the day of issue
    ),
    _notice(
        "规范终本意见",
        "2024年关于规范执行工作的意见",  # from memory: the table has number, date and gist only
        "法发〔2024〕16号",
        date(2024, 12, 23),
    ),
)

_MONEY: tuple[Norm, ...] = (
    norm_of(
        "执行款管理规定2006",
        f"{_SPC}关于执行款物管理工作的规定（试行）",
        Version("", date(2006, 5, 18), document="法发〔2006〕11号"),  # from memory
        ended=date(2017, 5, 1),
    ),
    _notice("执行款物规定", "关于执行款物管理工作的规定", "法发〔2017〕6号", date(2017, 5, 1)),
    _notice(
        "司法救助意见", "关于加强和规范人民法院国家司法救助工作的意见", "法发〔2016〕16号", date(2016, 7, 1)
    ),
    _notice(
        "司法救助程序规定",
        "关于人民法院国家司法救助案件办理程序规定（试行）",  # from memory: the exact title
        "法发〔2019〕2号",
        date(2019, 2, 1),  # from memory: the day
    ),
    _notice("执转破意见", "关于执行案件移送破产审查若干问题的指导意见", "法发〔2017〕2号", date(2017, 1, 20)),
)

_SUPERVISION: tuple[Norm, ...] = (
    _notice(
        "督办规定",
        "关于人民法院执行工作督办的规定",  # from memory: its exact title
        "法发〔2006〕11号",
        date(2006, 5, 18),
    ),
    _notice("执行流程公开意见", "关于人民法院执行流程公开的若干意见", "法发〔2014〕18号", date(2014, 9, 3)),
    _notice(
        "事项委托办法",
        "关于严格规范执行事项委托工作的管理办法（试行）",
        "法发〔2017〕27号",
        date(2017, 9, 8),  # from memory
    ),
    _notice(
        "执行制约监督意见",
        "关于进一步完善执行权制约机制加强执行监督的意见",
        "法〔2021〕322号",
        date(2021, 12, 6),  # from memory: the day
    ),
    _notice("执行监督意见", "关于办理申请执行监督案件若干问题的意见", "法发〔2023〕4号", date(2023, 1, 31)),
    _notice("交叉执行意见", "关于交叉执行工作的指导意见", "法发〔2024〕9号", date(2024, 6, 17), 28),
)

NOTICES: tuple[Norm, ...] = (*_CASES, *_MONEY, *_SUPERVISION)
