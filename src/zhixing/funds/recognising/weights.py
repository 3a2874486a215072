"""How much each piece of evidence weighs: how often it is seen on the payments of a case (`seen`), and how often by chance.

A court's own confirmations are counted and replace, by and by, what was counted on invented lines (`data/invented.toml`,
written by `python -m bench.match_lines --learn`). Additive weights: Fellegi and Sunter, A Theory for Record Linkage, 1969.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

# The fields of a comparison and the levels of each, best first; "" is said of nothing and weighs nothing.
YEAR, COURT, TYPE, SERIAL = "year", "court", "type", "serial"
PAYER, NAMED, APPLICANT, SUM, ACCOUNT, TAIL = "payer", "named", "applicant", "sum", "account", "tail"
LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    YEAR: ("same", "near", "other", ""),
    COURT: ("same", "part", "near", "other", ""),
    TYPE: ("same", "near", "other", ""),
    SERIAL: ("same", "near", "other", ""),
    PAYER: ("debtor", "variant", "near", "applicant", "other", ""),
    NAMED: ("debtor", "variant", "no"),
    APPLICANT: ("named", "no"),
    SUM: ("due", "other"),
    ACCOUNT: ("before", "known", "other"),
    TAIL: ("same", "no"),
}
# Levels that weigh by how many cases have the value.
BY_VALUE: Final = frozenset(
    (
        (YEAR, "same"),
        (COURT, "same"),
        (TYPE, "same"),
        (SERIAL, "same"),
        (PAYER, "debtor"),
        (PAYER, "variant"),
        (PAYER, "applicant"),
        (NAMED, "debtor"),
        (NAMED, "variant"),
        (APPLICANT, "named"),
        (SUM, "due"),
        (ACCOUNT, "before"),
        (ACCOUNT, "known"),
    )
)
# How often a level is seen on a line and a case taken at random, where the index does not count it itself.
BY_CHANCE: Final[Mapping[tuple[str, str], float]] = {
    (YEAR, "near"): 0.3,
    (YEAR, "other"): 0.6,
    (COURT, "part"): 0.3,
    (COURT, "near"): 0.15,
    (COURT, "other"): 0.8,
    (TYPE, "near"): 0.5,
    (TYPE, "other"): 0.4,
    (SERIAL, "near"): 0.008,
    (SERIAL, "other"): 0.99,
    (PAYER, "near"): 0.0005,
    (PAYER, "other"): 1.0,
    (NAMED, "no"): 1.0,
    (APPLICANT, "no"): 1.0,
    (SUM, "other"): 1.0,
    (ACCOUNT, "other"): 1.0,
    (TAIL, "same"): 0.0003,
    (TAIL, "no"): 1.0,
}
OTHERS = 2_000  # names, sums and serials that might as well have been written and are no case's: weighs in small courts
RARE = 0.001  # what was not seen may yet come
PSEUDO = 200  # the invented lines weigh as much as so many of the court's own


@dataclass(frozen=True, slots=True)
class Weights:
    """`seen[field, level]`: the share of a case's payments that show it. `nowhere[kind]`: of such lines, the share of none."""

    seen: Mapping[tuple[str, str], float]
    nowhere: Mapping[str, float]
    chance: Mapping[tuple[str, str], float] = field(default_factory=lambda: BY_CHANCE)

    def fixed(self) -> dict[tuple[str, str], float]:
        """The weight of each level that does not depend on how frequent a value is."""
        return {each: math.log(self.seen.get(each, 1e-6) / often) for each, often in self.chance.items()} | {
            (name, ""): 0.0 for name in LEVELS
        }

    def by_value(self, count: int) -> dict[tuple[str, str], float]:
        """What a level weighs for a value that one of so many has: log(seen / (many / count)), and log(many) is taken off."""
        return {each: math.log(self.seen[each] * count) for each in BY_VALUE}


def learned(
    pairs: Iterable[Mapping[str, str]],
    nowhere: Mapping[str, tuple[int, int]],
    before: Weights | None = None,
) -> Weights:
    """Weights counted on the true pairs of line and case, and on (lines of nobody, lines) by kind; `before` fills what is rare.

    A level that says nothing is left out of its field's shares.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        counts.update(pair.items())
    seen = {}
    for name, levels in LEVELS.items():
        told = [level for level in levels if level]
        total = sum(counts[name, level] for level in told)
        for level in told:
            prior = before.seen[name, level] if before else 1 / len(told)
            weight = PSEUDO if before else 1
            seen[name, level] = max((counts[name, level] + weight * prior) / (total + weight), RARE)
    shares = {}
    for kind, (none, lines) in nowhere.items():
        prior = before.nowhere.get(kind, 0.5) if before else 0.5
        weight = PSEUDO if before else 2
        shares[kind] = (none + weight * prior) / (lines + weight)
    return Weights(seen, {**(before.nowhere if before else {}), **shares})


def shown(weights: Weights) -> str:
    """The weights as TOML: a table for each field, and one of what is nowhere."""
    rows = [
        f"[{name}]\n" + "".join(f"{level} = {weights.seen[name, level]:.6f}\n" for level in levels if level)
        for name, levels in LEVELS.items()
    ]
    kinds = "".join(f'"{kind}" = {share:.6f}\n' for kind, share in sorted(weights.nowhere.items()))
    return "\n".join([*rows, f"[nowhere]\n{kinds}"])


@cache
def invented() -> Weights:
    """What was counted on invented lines, for a court that has confirmed none yet."""
    told = tomllib.loads((Path(__file__).with_name("data") / "invented.toml").read_text("utf-8"))
    nowhere = told.pop("nowhere")
    return Weights(
        {(name, level): share for name, levels in told.items() for level, share in levels.items()}, nowhere
    )
