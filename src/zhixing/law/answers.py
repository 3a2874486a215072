"""What a rule answers: found, undetermined, or (our defect) a conflict. Never None, a bare bool, or a default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from zhixing.law.citations import Citation
from zhixing.law.texts import Text

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """The rule applies and answers `value`; `because` derives it line by line, `cites` names its articles."""

    value: T_co
    because: tuple[Text, ...] = ()
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Undetermined:
    """The rule cannot answer: `missing` says what it would need. Neither "no" nor "zero"."""

    missing: tuple[Text, ...]
    cites: tuple[Citation, ...] = ()


class Conflict(Exception):
    """Two rules answer differently where one must speak: a defect of the rules, never of the user."""
