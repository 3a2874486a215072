"""Which cases a number means as people type it: whole, without brackets or court, the year and the number alone, a piece."""

from __future__ import annotations

import re
import unicodedata

from django.db.models import Q, QuerySet

from zhixing.cases.models import CaseRow
from zhixing.law.case_numbers import search_key
from zhixing.law.case_types import ENFORCEMENT_TYPES

_PAPER = re.compile(r"之[0-9一二三四五六七八九十百]+$")  # of a paper in the case: 之一
_NO_COURT = re.compile(r"(\d{4})(\D+\d+)")  # 2017执233
_TWO_FIGURES = re.compile(r"\s*(\d{4})\s*[-/.年\s]\s*0*(\d{1,8})\s*号?\s*")  # 2017-233


def numbered(text: str, most: int) -> list[CaseRow]:
    """The cases, at most so many: first those whose whole number it is, then those in whose number it stands, newest first."""
    key = _key(text)
    if not any(sign.isdigit() for sign in key):
        return []
    found: dict[int, CaseRow] = {}
    for asked in (_whole(text, key), Q(number_key__contains=key)):
        for row in _newest(asked)[:most]:
            found.setdefault(row.dossier_id, row)
    return list(found.values())[:most]


def the_case(text: str) -> CaseRow | None:
    """The only case whose number it is; None for a serial number alone, which says too little."""
    key = _key(text)
    alone = key.isdecimal() and not _TWO_FIGURES.fullmatch(_narrow(text))
    if alone or not any(sign.isdigit() for sign in key):
        return None
    found = _newest(_whole(text, key))[:2]
    return found[0] if len(found) == 1 else None


def _newest(asked: Q) -> QuerySet[CaseRow]:
    return CaseRow.objects.filter(asked).order_by("-filed_on", "-dossier_id")


def _key(text: str) -> str:
    return _PAPER.sub("", search_key(text))


def _whole(text: str, key: str) -> Q:
    """Where nothing of the number is left out but year, court or kind; asked so that the index of three signs answers."""
    two = _TWO_FIGURES.fullmatch(_narrow(text))
    if two is not None:
        return Q(number_key__startswith=two[1]) & _of_any_kind(two[2])
    bare = _NO_COURT.fullmatch(key)
    if bare is not None:
        return Q(number_key__startswith=bare[1], number_key__endswith=bare[2])
    return _of_any_kind(key) if key.isdecimal() else Q(number_key__endswith=key)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _of_any_kind(serial: str) -> Q:
    found = Q(pk=None)
    for kind in ENFORCEMENT_TYPES:
        found |= Q(number_key__endswith=f"{kind}{serial}")
    return found
