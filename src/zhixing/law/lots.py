"""Drawing lots that anybody can draw again: names are ranked by what SHA-256 makes of the number drawn and the name.

The law asks that appraisers be chosen at random by lot (参考价规定 16) and not how the lot is made; this way is ours. The list is
fixed in the record before the number is known, so that neither can be fitted to the other; the order of the list does not matter.
The way of ranking is never changed: what was drawn must come out the same for ever. Another way gets another name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from hashlib import sha256

__all__ = ["drawn"]


def drawn(candidates: Sequence[str], number: str, count: int) -> tuple[str, ...]:
    """The first `count` of the candidates by lot: in the order of SHA-256 over number, line break and name, in UTF-8 (NFC).

    >>> drawn(["甲", "乙", "丙", "丁"], "307915", 3) == drawn(["丁", "丙", "乙", "甲"], "307915", 3)
    True
    """
    return tuple(sorted(candidates, key=lambda name: lot(number, name))[:count])


def lot(number: str, name: str) -> str:
    """What ranks a name: the lower it is, the earlier the name.

    >>> lot("307915", "甲")[:8]
    '28c88bca'
    """
    return sha256(unicodedata.normalize("NFC", f"{number.strip()}\n{name.strip()}").encode()).hexdigest()
