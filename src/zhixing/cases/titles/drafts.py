"""An interest formula in the making: its parts as they are read, before it is known whether they make a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from zhixing.cases.titles.reading import Cap, Rate
from zhixing.cases.titles.tokens import Token


@dataclass(slots=True)
class Draft:
    """One interest formula in the making."""

    start: int
    end: int
    label: str = "利息"
    base: int | None = None
    base_text: str = ""
    base_of: str | None = None
    outstanding: bool = False
    since: date | None = None
    since_text: str | None = None
    rate: Rate | None = None
    rate_text: str | None = None
    rate_on: str = ""
    cap: Cap | None = None
    until: date | None = None
    until_text: str | None = None
    tokens: list[Token] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether a beginning is stated."""
        return self.since is not None or self.since_text is not None

    @property
    def complete(self) -> bool:
        """Whether the formula can be reckoned with: it has a rate, or says of what and from when."""
        return self.rate_text is not None or (bool(self.base_text) and self.begun)
