"""Judicial interpretations on enforcement with their versions.

Most were amended together at the end of 2020, in force from 2021-01-01 (法释〔2020〕21号, its number from
memory); four of them were renumbered then. Their later texts still name the 2017 numbers of the Civil
Procedure Law: our citations do not, they follow `place`.
"""

from __future__ import annotations

from datetime import date

from zhixing.law.norms.versions import Block, Norm, Version, norm_of

_PACKAGE = date(2021, 1, 1)
_PACKAGE_NUMBER = "法释〔2020〕21号"  # from memory
_SPC = "最高人民法院"


def _amended(short: str, title: str, first: Version, count: int, text: str, *blocks: Block) -> Norm:
    """Make a norm amended in the package of 2020; without blocks its numbers did not move."""
    newest = Version("2020修正", _PACKAGE, document=_PACKAGE_NUMBER, articles=count, text=text)
    older = Version(
        first.name,
        first.since,
        document=first.document,
        articles=first.articles,
        blocks=blocks or (Block(1, count),),
    )
    return norm_of(short, title, older, newest)


_CPL_READINGS: tuple[Norm, ...] = (
    norm_of(
        "民诉法意见",
        f"{_SPC}关于适用《中华人民共和国民事诉讼法》若干问题的意见",
        Version("", date(1992, 7, 14), document="法发〔1992〕22号", articles=320),  # from memory
        ended=date(2015, 2, 4),
    ),
    norm_of(
        "民诉法解释",
        f"{_SPC}关于适用《中华人民共和国民事诉讼法》的解释",
        Version(
            "2015",
            date(2015, 2, 4),
            document="法释〔2015〕5号",
            articles=552,
            blocks=(Block(1, 273), Block(274, 550, 2)),
        ),
        Version(
            "2020修正",
            _PACKAGE,
            document="法释〔2020〕20号",  # from memory
            articles=552,
            text="民诉法解释-2020修正",
            blocks=(Block(1, 273), Block(274, 550, 2)),
        ),
        Version(
            "2022修正",
            date(2022, 4, 10),
            document="法释〔2022〕11号",
            articles=550,
            text="民诉法解释-2022修正",
        ),
    ),
    _amended(
        "执行程序解释",
        f"{_SPC}关于适用《中华人民共和国民事诉讼法》执行程序若干问题的解释",
        Version("2008", date(2009, 1, 1), document="法释〔2008〕13号", articles=40),
        27,
        "民诉法执行程序解释-2020修正",
        # from memory: 1-3 kept; the six months 11-14; limitation 27-29; notice 30; exit restriction 36-39;
        # end 40
        Block(1, 3),
        Block(10, 13, 1),
        Block(17, 18, 8),  # from memory
        Block(19, 22, 8),
        Block(23, 27, 13),
    ),
    _amended(
        "执行工作规定",
        f"{_SPC}关于人民法院执行工作若干问题的规定（试行）",
        Version("1998", date(1998, 7, 8), document="法释〔1998〕15号", articles=137),
        79,
        "执行工作规定-2020修正",
        # from memory, all of it: institutions 1-8 kept, preservation in arbitration 11, conditions 18, notice 24, due claims
        # 61-69, six months 107, closing 108, reversal 109-110, coordination 125-128, supervision 129-136
        Block(1, 8),
        Block(9, 22, 2),
        Block(45, 53, 16),
        Block(55, 55, 33),  # order of several creditors
        Block(63, 66, 44),
        Block(67, 79, 58),
    ),
)

_ENFORCEMENT: tuple[Norm, ...] = (
    _amended(
        "异议复议规定",
        f"{_SPC}关于人民法院办理执行异议和复议案件若干问题的规定",
        Version("2015", date(2015, 5, 5), document="法释〔2015〕10号", articles=32),
        32,
        "异议复议规定-2020修正",
    ),
    _amended(
        "变更追加规定",
        f"{_SPC}关于民事执行中变更、追加当事人若干问题的规定",
        Version("2016", date(2016, 12, 1), document="法释〔2016〕21号", articles=35),
        35,
        "变更追加当事人规定-2020修正",
    ),
    _amended(
        "财产调查规定",
        f"{_SPC}关于民事执行中财产调查若干问题的规定",
        Version("2017", date(2017, 5, 1), document="法释〔2017〕8号", articles=26),
        26,
        "财产调查规定-2020修正",
    ),
    _amended(
        "财产保全规定",
        f"{_SPC}关于人民法院办理财产保全案件若干问题的规定",
        Version("2016", date(2016, 12, 1), document="法释〔2016〕22号", articles=29),
        29,
        "财产保全规定-2020修正",
    ),
    _amended(
        "查扣冻规定",
        f"{_SPC}关于人民法院民事执行中查封、扣押、冻结财产的规定",
        Version("2004", date(2005, 1, 1), document="法释〔2004〕15号", articles=33),
        30,
        "查扣冻规定-2020修正",
        # from memory: old 3, 4 (preservation turning into seizure) and 29 (terms) were struck out
        Block(1, 2),
        Block(3, 26, 2),
        Block(27, 30, 3),
    ),
    _amended(
        "拍卖变卖规定",
        f"{_SPC}关于人民法院民事执行中拍卖、变卖财产的规定",
        Version("2004", date(2005, 1, 1), document="法释〔2004〕16号", articles=39),
        33,
        "拍卖变卖规定-2020修正",
        # 16 and 23-25 seen; the rest of the block from memory
        Block(5, 32, 3),
    ),
    _amended(
        "执行和解规定",
        f"{_SPC}关于执行和解若干问题的规定",
        Version("2018", date(2018, 3, 1), document="法释〔2018〕3号", articles=20),
        20,
        "执行和解规定-2020修正",
    ),
    _amended(
        "执行担保规定",
        f"{_SPC}关于执行担保若干问题的规定",
        Version("2018", date(2018, 3, 1), document="法释〔2018〕4号", articles=16),
        16,
        "执行担保规定-2020修正",
    ),
    _amended(
        "委托执行规定",
        f"{_SPC}关于委托执行若干问题的规定",
        Version("2011", date(2011, 5, 16), document="法释〔2011〕11号", articles=15),
        15,
        "委托执行规定-2020修正",
    ),
)

INTERPRETATIONS: tuple[Norm, ...] = (*_CPL_READINGS, *_ENFORCEMENT)
