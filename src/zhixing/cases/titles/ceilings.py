"""Ceilings on interest: 以不超过8000元为限, 不得超过一年期LPR的四倍."""

from __future__ import annotations

import re

from zhixing.cases.titles import numerals
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.rates import PLAIN, PUBLISHED, plain, published
from zhixing.cases.titles.reading import Cap


def ceiling(words: str) -> Cap:
    """The ceiling words state; an empty one where they state none we can read."""
    amount = re.search(AMOUNT, words)
    if amount:
        return Cap(amount=numerals.fen(amount[0]))
    for pattern, read in ((PLAIN, plain), (PUBLISHED, published)):
        found = re.search(pattern, words)
        rate = read(found) if found else None
        if rate is not None:
            return Cap(rate=rate)
    return Cap()
