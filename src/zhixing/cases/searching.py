"""Which cases a number means as people type it: whole, without brackets or court, the year and the number alone, a piece."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from zhixing.cases.models import CaseRow
from zhixing.law.case_numbers import search_key
from zhixing.law.case_types import ENFORCEMENT_TYPES

_PAPER = re.compile(r"之[0-9一二三四五六七八九十百]+$")  # of a paper in the case: 之一
_NO_COURT = re.compile(r"(\d{4})(\D+\d+)")  # 2017执233
_TWO_FIGURES = re.compile(r"\s*(\d{4})\s*[-/.年\s]\s*0*(\d{1,8})\s*号?\s*")  # 2017-233


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as typed: the piece to be found in a case's number, and how a number that it means in whole begins and ends."""

    piece: str
    begins: str
    ends: tuple[str, ...]

    def means(self, number: str) -> bool:
        """Whether it may mean the case of that number."""
        key = search_key(number)
        return self.piece in key or (key.startswith(self.begins) and key.endswith(self.ends))

    @property
    def whole(self) -> Q:
        """The cases whose whole number it is; asked so that the index of three signs answers."""
        found = Q(pk=None)
        for end in self.ends:
            found |= Q(number_key__endswith=end)
        return Q(number_key__startswith=self.begins) & found if self.begins else found

    @property
    def anywhere(self) -> Q:
        """Those and the cases in whose number it stands."""
        return self.whole | Q(number_key__contains=self.piece)


def typed(text: str) -> Typed | None:
    """What a text means as a number; None without a figure. Of a whole one only year, court or kind may be left out."""
    key = _PAPER.sub("", search_key(text))
    if not any(sign.isdigit() for sign in key):
        return None
    two = _TWO_FIGURES.fullmatch(unicodedata.normalize("NFKC", text))
    if two is not None:
        return Typed(key, two[1], _of_any_kind(two[2]))
    bare = _NO_COURT.fullmatch(key)
    if bare is not None:
        return Typed(key, bare[1], (bare[2],))
    return Typed(key, "", _of_any_kind(key) if key.isdecimal() else (key,))


def numbered(text: str, most: int) -> list[CaseRow]:
    """The cases, at most so many: first those whose whole number it is, then those in whose number it stands, newest first."""
    meant = typed(text)
    if meant is None:
        return []
    found: dict[int, CaseRow] = {}
    for asked in (meant.whole, Q(number_key__contains=meant.piece)):
        for row in _newest(asked)[:most]:
            found.setdefault(row.dossier_id, row)
    return list(found.values())[:most]


def the_case(text: str) -> CaseRow | None:
    """The only case whose number it is; None for a serial number alone, which says too little."""
    meant = typed(text)
    if meant is None or (meant.piece.isdecimal() and not meant.begins):
        return None
    found = _newest(meant.whole)[:2]
    return found[0] if len(found) == 1 else None


def _newest(asked: Q) -> QuerySet[CaseRow]:
    return CaseRow.objects.filter(asked).order_by("-filed_on", "-dossier_id")


def _of_any_kind(serial: str) -> tuple[str, ...]:
    return tuple(f"{kind}{serial}" for kind in ENFORCEMENT_TYPES)
