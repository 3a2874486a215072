"""Words of court papers: dates in Chinese numerals, sums in figures and capitals, articles as papers cite them.

Not covered: traditional forms of numerals (the capitals of sums stand in `law.money`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zhixing.law.answers import Found
from zhixing.law.citations import Citation
from zhixing.law.money import Fen, capitals, show
from zhixing.law.norms import Norm, Place, in_force, norm, place
from zhixing.law.norms.reading import chinese

IN_GENERAL = "的有关规定"
_FIGURES = str.maketrans("0123456789", "〇一二三四五六七八九")


def paper_date(day: date) -> str:
    """Write a day as the end of a paper does.

    >>> paper_date(date(2017, 6, 15)), paper_date(date(2020, 10, 30))
    ('二〇一七年六月十五日', '二〇二〇年十月三十日')
    """
    return f"{str(day.year).translate(_FIGURES)}年{chinese(day.month)}月{chinese(day.day)}日"


def plain_date(day: date) -> str:
    """Write a day as the text of a paper does.

    >>> plain_date(date(2017, 6, 5))
    '2017年6月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def paper_sum(fen: Fen) -> str:
    """Write a sum in figures and in capitals, which settle what a doubtful figure means.

    >>> paper_sum(1_230_000)
    '12,300.00元（人民币壹万贰仟叁佰元整）'
    """
    return f"{show(fen)}元（人民币{capitals(fen)}）"


def full_title(known: Norm) -> str:
    """Write a norm's full title in its brackets, those inside it turned single: 《最高人民法院关于适用〈…〉的解释》."""
    inner = known.title.translate({0x300A: 0x3008, 0x300B: 0x3009})
    return f"《{inner}》"


def position(found: Place) -> str:
    """Write the place inside a norm as papers do: 第二百五十六条第一款第五项."""
    paragraph = f"第{chinese(found.paragraph)}款" if found.paragraph else ""
    item = f"第{chinese(found.item)}项" if found.item else ""
    return f"第{chinese(found.article)}条{paragraph}{item}"


def legal_basis(citations: Iterable[Citation], on: date) -> str:
    """Write the articles as numbered in the versions in force on a day, articles of one norm together.

    What was not in force that day is left out; a norm whose number is not known is named without one, and nothing is guessed.

    >>> from zhixing.law.citations import cite
    >>> legal_basis((cite("民诉法", 251), cite("民诉法", 252)), date(2017, 6, 15))
    '《中华人民共和国民事诉讼法》第二百四十条、第二百四十一条'
    """
    titles: dict[str, dict[str, None]] = {}
    for each in citations:
        if isinstance(in_force(each.norm, on), Found):
            found = place(each, on)
            places = titles.setdefault(full_title(norm(each.norm)), {})
            if isinstance(found, Found):
                places[position(found.value)] = None
    named = [f"{title}{'、'.join(places) or IN_GENERAL}" for title, places in titles.items()]
    return "、".join(named) or f"法律、司法解释{IN_GENERAL}"


def under(citations: Iterable[Citation], on: date) -> str:
    """Write the clause that leads from the reasons to the order.

    >>> from zhixing.law.citations import cite
    >>> under((cite("民诉法", 267),), date(2024, 1, 1))
    '依照《中华人民共和国民事诉讼法》第二百六十七条规定'
    """
    basis = legal_basis(citations, on)
    return f"依照{basis}" if basis.endswith(IN_GENERAL) else f"依照{basis}规定"
