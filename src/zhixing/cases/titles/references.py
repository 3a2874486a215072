"""References to other items of the paper: 上述第一、二项, 第一项至第三项."""

from __future__ import annotations

import re

from zhixing.cases.titles import numerals

_NUMBER = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_ITEMS = re.compile(
    rf"第((?:{_NUMBER})(?:项)?(?:(?:、|和|及|至|到|-|，第?)第?(?:{_NUMBER})(?:项)?)*)(?=项|款|判项|条"
    rf"|（|\)|$|中|确定|的|债务|给付|义务|内容|所)"
)


def item_numbers(words: str) -> tuple[int, ...]:
    """The items words refer to; empty where they name none.

    >>> item_numbers("上述第一、二项债务"), item_numbers("第一项至第三项"), item_numbers("上述债务")
    ((1, 2), (1, 2, 3), ())
    """
    found = _ITEMS.search(re.sub("[（）]", "", words))
    if found is None:
        return ()
    numbers: list[int] = []
    parts = re.split(r"(至|到|-|、|和|及|，)", re.sub("[第项]", "", found[1]))
    for index in range(0, len(parts), 2):
        number = numerals.integer(parts[index])
        if number is None:
            continue
        if index and parts[index - 1] in "至到-" and numbers:
            numbers.extend(range(numbers[-1] + 1, number))
        numbers.append(number)
    return tuple(numbers)
