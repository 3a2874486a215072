"""Indicators: figures by which work is judged, each with its definition, found by name.

A room's `indicators.py` offers `INDICATORS`. Targets of a plan name the indicator that measures them; one that no room offers
is shown as missing, never as zero. Measuring may read tables, so a room's `indicators.py` is no pure module.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation
from zhixing.record.catalogue import packages_with

Measured = Found[Fraction] | Undetermined


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of a figure: which dossier, from when, by when and when done where that is what counts; whether in the numerator."""

    dossier: int
    court: str
    case: str
    opened_on: date | None
    due: date | None
    done_on: date | None
    counted: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure: its stable name, what it is called, its unit, of what it is a share, and how it is measured.

    `measure` answers for courts (their codes) on a day, each with its derivation: a fraction where the unit is %. It is asked
    for many courts at once, so that what it reads does not grow with them. `lines` are what it counts, where it counts cases.
    """

    name: str
    label: str
    unit: str
    of: str
    measure: Callable[[Sequence[str], date], Mapping[str, Measured]]
    cites: tuple[Citation, ...] = ()
    lines: Callable[[Sequence[str], date], Sequence[Counted]] | None = None


@cache
def installed_indicators() -> Mapping[str, Indicator]:
    """Name → indicator, of all rooms. Raises ValueError for a name two rooms give."""
    found: dict[str, Indicator] = {}
    for room in packages_with("indicators"):
        for each in importlib.import_module(f"zhixing.{room}.indicators").INDICATORS:
            if each.name in found:
                raise ValueError(f"two indicators are called {each.name}")
            found[each.name] = each
    return found
