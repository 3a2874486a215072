"""The balanced draw: a case goes to one of the least burdened officers, by a published seed that anyone can repeat.

Pure. What an officer carries is the weight of their open cases; among those within one case's weight of the lightest, SHA-256 of
seed and dossier decides. The same seed, dossier and weights always give the same officer.

The weights are this program's own default, no norm's: a court that measures work differently changes the table below.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from zhixing.cases.acts.filing import ApplicationReceived, CaseType, ClaimKind, ClaimRecorded
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.dossier import Dossier

# A first enforcement of one claim for money against one debtor weighs ten.
CASE_WEIGHT = 10
WEIGHT_OF_TYPE = {CaseType.RESUMED: 7, CaseType.PRESERVATION: 5}
PER_FURTHER_DEBTOR = 2
FURTHER_DEBTORS_COUNTED = 5
FOR_WHAT_IS_NOT_MONEY = 4


class Candidate(msgspec.Struct, frozen=True):
    """An officer who could take the case, and the weight of the cases they have open."""

    officer: int
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Whom the seed draws, from whom, and why."""

    chosen: Candidate
    level: tuple[Candidate, ...]
    because: tuple[Text, ...]


def case_weight(dossier: Dossier, on: date) -> int:
    """How heavy a case is: by its kind, its further debtors, and whether anything but money is owed."""
    received = dossier.first(ApplicationReceived)
    kind = received.act.case_type if received else CaseType.FIRST
    further = max(len(parties_of(dossier, Role.DEBTOR, on)) - 1, 0)
    other = any(entry.act.kind is not ClaimKind.MONEY for entry in dossier.as_of(on).of(ClaimRecorded))
    weight = WEIGHT_OF_TYPE.get(kind, CASE_WEIGHT)
    weight += PER_FURTHER_DEBTOR * min(further, FURTHER_DEBTORS_COUNTED)
    return weight + (FOR_WHAT_IS_NOT_MONEY if other else 0)


def published_seed(court: str, on: date) -> str:
    """The seed of a day on which the court publishes none of its own: its code and the day, known to everybody."""
    return f"{court} {on}"


def draw(
    candidates: Sequence[Candidate],
    seed: str,
    dossier: int,
    *,
    recused: frozenset[int] = frozenset(),
    weight: int = CASE_WEIGHT,
) -> Draw | None:
    """The officer whom the seed draws for this dossier; None when there is nobody to draw from.

    >>> able = [Candidate(1, "甲", 30), Candidate(2, "乙", 90)]
    >>> draw(able, "2017-06-15", 7).chosen.name
    '甲'
    """
    able = [each for each in candidates if each.officer not in recused]
    if not able:
        return None
    least = min(each.weight for each in able)
    level = sorted((each for each in able if each.weight < least + weight), key=lambda each: each.officer)
    number = int.from_bytes(hashlib.sha256(f"{seed}:{dossier}".encode()).digest()[:8])
    place = number % len(level)
    because = (
        say("可承办的 {count} 人中，在办案件权重最低的为 {least}", count=len(able), least=least),
        say(
            "与最低者相差不到本案权重 {weight} 的有：{names}",
            weight=weight,
            names="、".join(each.name for each in level),
        ),
        say(
            "种子“{seed}:{dossier}”的 SHA-256 前八字节除以 {count} 余 {place}，抽中第 {ordinal} 人 {name}",
            seed=seed,
            dossier=dossier,
            count=len(level),
            place=place,
            ordinal=place + 1,
            name=level[place].name,
        ),
    )
    return Draw(level[place], tuple(level), because)
