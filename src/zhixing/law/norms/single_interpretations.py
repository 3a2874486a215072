"""Judicial interpretations that have one version, or that were replaced under a number of their own.

Dates and numbers without a text are those of the rule tables; the ones marked are from memory.
"""

from __future__ import annotations

from datetime import date

from zhixing.law.norms.versions import Block, Norm, Version, norm_of

_SPC = "最高人民法院"


def _single(
    short: str, title: str, since: date, document: str, articles: int | None = None, *, text: str = ""
) -> Norm:
    """Make a norm with one version."""
    version = Version("", since, document=document, articles=articles, text=text or None)
    return norm_of(short, f"{_SPC}{title}", version)


WITH_TEXT: tuple[Norm, ...] = (
    _single(
        "迟延履行利息解释",
        "关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释",
        date(2014, 8, 1),  # from memory
        "法释〔2014〕8号",
        7,
        text="迟延履行利息解释-2014",
    ),
    _single(
        "网拍规定",
        "关于人民法院网络司法拍卖若干问题的规定",
        date(2017, 1, 1),
        "法释〔2016〕18号",
        38,
        text="网络司法拍卖规定-2016",
    ),
    _single(
        "参考价规定",
        "关于人民法院确定财产处置参考价若干问题的规定",
        date(2018, 9, 1),
        "法释〔2018〕15号",
        35,
        text="处置参考价规定-2018",
    ),
    _single(
        "仲裁裁决执行规定",
        "关于人民法院办理仲裁裁决执行案件若干问题的规定",
        date(2018, 3, 1),
        "法释〔2018〕5号",
        24,
        text="仲裁裁决执行规定-2018",
    ),
    _single(
        "公证债权文书规定",
        "关于公证债权文书执行若干问题的规定",
        date(2018, 10, 1),
        "法释〔2018〕18号",
        25,
        text="公证债权文书执行规定-2018",
    ),
    _single(
        "网络查控规定",
        "关于网络查询、冻结被执行人存款的规定",
        date(2013, 9, 2),
        "法释〔2013〕20号",
        10,
        text="网络查询冻结规定-2013",
    ),
    _single(  # whether the clearing of 2020 repealed it is open
        "抵押房屋规定",
        "关于人民法院执行设定抵押的房屋的规定",
        date(2005, 12, 21),
        "法释〔2005〕14号",  # from memory
        7,
        text="执行抵押房屋规定-2005",
    ),
    _single(
        "股权规定",
        "关于人民法院强制执行股权若干问题的规定",
        date(2022, 1, 1),
        "法释〔2021〕20号",
        19,
        text="强制执行股权规定-2021",
    ),
    _single(
        "司法赔偿解释",
        "关于审理涉执行司法赔偿案件适用法律若干问题的解释",
        date(2022, 3, 1),
        "法释〔2022〕3号",
        20,
        text="涉执行司法赔偿解释-2022",
    ),
    _single(
        "登记立案规定",
        "关于人民法院登记立案若干问题的规定",
        date(2015, 5, 1),
        "法释〔2015〕8号",
        20,
        text="登记立案规定-2015",
    ),
    _single(
        "审限规定",
        "关于严格执行案件审理期限制度的若干规定",
        date(2000, 9, 28),
        "法释〔2000〕29号",  # from memory
        24,
        text="审理期限规定-2000",
    ),
    _single(
        "审判流程公开规定",
        "关于人民法院通过互联网公开审判流程信息的规定",
        date(2018, 9, 1),
        "法释〔2018〕7号",  # from memory
        17,
        text="审判流程公开规定-2018",
    ),
)

REPLACED: tuple[Norm, ...] = (
    norm_of(
        "失信规定",
        f"{_SPC}关于公布失信被执行人名单信息的若干规定",
        Version(
            "2013",
            date(2013, 10, 1),
            document="法释〔2013〕17号",
            articles=7,
            text="失信名单规定-2013",
            # by subject: grounds, application, contents, publication, notified bodies, removal, mending
            blocks=(Block(1, 1), Block(5, 5, -3), Block(6, 8, -2), Block(10, 10, -3), Block(11, 11, -8)),
        ),
        Version("2017修正", date(2017, 5, 1), document="法释〔2017〕7号", articles=13),
    ),
    norm_of(
        "限制消费规定",
        f"{_SPC}关于限制被执行人高消费及有关消费的若干规定",
        Version(
            "2010",
            date(2010, 10, 1),
            document="法释〔2010〕8号",
            articles=12,
            text="限制高消费规定-2010",
            blocks=(Block(1, 10),),  # from memory beyond 1 and 3
        ),
        Version("2015修正", date(2015, 7, 22), document="法释〔2015〕17号"),
    ),
    norm_of(
        "民间借贷规定",
        f"{_SPC}关于审理民间借贷案件适用法律若干问题的规定",
        Version("2015", date(2015, 9, 1), document="法释〔2015〕18号"),
        Version("2020年8月修正", date(2020, 8, 20), document="法释〔2020〕6号"),  # from memory
        Version(
            "2020年第二次修正",
            date(2021, 1, 1),
            document="法释〔2020〕17号",  # from memory
            articles=31,
            text="民间借贷规定-2020第二次修正",
        ),
    ),
    norm_of(
        "拒执罪解释2015",
        f"{_SPC}关于审理拒不执行判决、裁定刑事案件适用法律若干问题的解释",
        Version("2015", date(2015, 7, 22), document="法释〔2015〕16号", articles=8, blocks=(Block(1, 8),)),
        Version(
            "2020修正",
            date(2021, 1, 1),
            document="法释〔2020〕21号",  # from memory
            articles=8,
            text="拒执罪解释-2020修正",
        ),
        ended=date(2024, 12, 1),
    ),
    norm_of(
        "拒执罪解释",
        "最高人民法院、最高人民检察院关于办理拒不执行判决、裁定刑事案件适用法律若干问题的解释",
        Version("", date(2024, 12, 1), document="法释〔2024〕13号", articles=16, text="拒执罪解释-2024"),
    ),
)

WITHOUT_TEXT: tuple[Norm, ...] = (
    # It governs the days before 2014-08-01 for ever, so it has no end here.
    _single(
        "迟延履行利息批复",
        "关于在执行工作中如何计算迟延履行期间的债务利息等问题的批复",
        date(2009, 5, 18),
        "法释〔2009〕6号",
    ),
    _single(
        "首封处分权批复",
        "关于首先查封法院与优先债权执行法院处分查封财产有关问题的批复",
        date(2016, 4, 14),
        "法释〔2016〕6号",
    ),
    _single(
        "终结执行异议批复",
        "关于对人民法院终结执行行为提出执行异议期限问题的批复",
        date(2016, 2, 15),  # from memory
        "法释〔2016〕3号",
    ),
    _single(
        "刑事涉财产执行规定",
        "关于刑事裁判涉财产部分执行的若干规定",
        date(2014, 11, 6),  # from memory
        "法释〔2014〕13号",
    ),
    _single(
        "行诉解释",
        "关于适用《中华人民共和国行政诉讼法》的解释",
        date(2018, 2, 8),
        "法释〔2018〕1号",
    ),
    _single(
        "执行异议之诉解释",
        "关于审理执行异议之诉案件适用法律问题的解释",
        date(2025, 7, 24),
        "法释〔2025〕10号",
        23,
    ),
    _single(
        "裁判文书公布规定",
        "关于人民法院在互联网公布裁判文书的规定",
        date(2016, 10, 1),
        "法释〔2016〕19号",
    ),
)

SINGLE_INTERPRETATIONS: tuple[Norm, ...] = (*WITH_TEXT, *REPLACED, *WITHOUT_TEXT)
