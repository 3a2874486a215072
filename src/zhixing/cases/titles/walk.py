"""One sentence being walked token by token: what is known so far, and the few things every step does to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhixing.cases.titles.accrual import Accruals, conditional
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.reading import Passage, Perform, Span, Sum
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Token

SOFT = ("word", "sep", "stretch")
PARTS = ("base", "since", "until", "rate", "cap")


@dataclass(slots=True)
class Walk:
    """One sentence being read; `mine` are the sums it has given, with the number of their clause."""

    findings: Findings
    sentence: Sentence
    tokens: list[Token]
    accruals: Accruals
    condition: Passage | None
    mine: list[tuple[Sum, int]] = field(default_factory=list)
    chunk: list[Token] = field(default_factory=list)
    label: list[Token] = field(default_factory=list)
    clause: int = 0
    brackets: list[bool] = field(default_factory=list)
    verb_said: bool = False
    each: str = ""
    each_creditor: bool = False
    parts: int = 0
    days: list[tuple[Perform, Span]] = field(default_factory=list)
    shares: list[Sum] = field(default_factory=list)
    before: Token | None = None
    effects: int = 0
    monthly: Token | None = None
    deductions: list[tuple[Token, list[Token]]] = field(default_factory=list)

    def changed(self, old: Sum, new: Sum) -> Sum:
        """Put a sum in the place of another, and give it back."""
        self.findings.change(old, new)
        return new

    def amend(self, old: Sum, new: Sum) -> None:
        """Put a sum of this sentence in the place of another."""
        self.mine = [
            (self.changed(old, new) if amount is old else amount, clause) for amount, clause in self.mine
        ]

    def use(self, parts: list[Token]) -> None:
        """Say that tokens are understood."""
        for part in parts:
            part.used = True

    def at(self, offset: int) -> int:
        """An offset of the sentence in the even text."""
        return self.sentence.start + offset

    def doubt(self, token: Token, text: str, why: str) -> None:
        """Say that a token was looked at and could not be placed."""
        self.findings.doubt(self.at(token.start), self.at(token.end), text, why)
        token.doubted = True

    def add(
        self,
        label: str,
        amount: int,
        place: Span,
        *,
        owed_by: tuple[str, ...] = (),
        every: str | None = None,
        due: tuple[Perform, Span] | None = None,
    ) -> Sum:
        """Add a sum at a place of the even text, owed by and to those spoken of, due when said, else at `due`."""
        voice = self.findings.voice
        perform, perform_place = due or (voice.perform, voice.perform_place)
        added = Sum(
            label=label,
            amount=amount,
            owed_by=owed_by or voice.debtors,
            owed_to=voice.creditors,
            perform=perform,
            jointly=None,
            place=place,
            perform_place=perform_place,
            item=self.findings.item,
            every=every,
            condition=conditional(self.condition, place[0]),
        )
        self.findings.sums.append(added)
        self.mine.append((added, self.clause))
        self.effects += 1
        return added

    def lead(self, token: Token) -> str:
        """The words of the clause before an amount, back to the last amount or comma."""
        ends = [
            other.end
            for other in self.tokens
            if other.end <= token.start
            and other.kind in ("comma", "amount", "open", "close", "base", "rate", "since", "until")
        ]
        return self.sentence.rest[max(ends, default=0) : token.start]

    def clause_of(self, token: Token) -> str:
        """The words of the clause a token stands in, from comma to comma."""
        commas = [other for other in self.tokens if other.kind == "comma"]
        start = max((other.end for other in commas if other.end <= token.start), default=0)
        end = min(
            (other.start for other in commas if other.start >= token.end), default=len(self.sentence.rest)
        )
        return self.sentence.rest[start:end]
