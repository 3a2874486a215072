"""What a work plan says, whatever its layout: goals, stages, measures with owners, deadlines and targets, requirements.

The reader (`plan.reading`) makes a `Plan` of a text; a person corrects and confirms it; the act that adopts the plan keeps it.
It knows no court and no clock, so it can be stored with the acts for ever: new fields have defaults.
"""

from __future__ import annotations

from datetime import date

import msgspec


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """By when something is to be done, or how often. Exactly one of `by` and `every` is set; both empty: no day can be told."""

    text: str  # the phrase as it stands in the plan: 2016年12月前
    what: str  # what is to be done by then
    by: date | None = None  # the last day
    every: str = ""  # the name of a recurrence, see plan.reading.recurrences: "month", "year-end", …
    rule: str = ""  # the name of the rule that read the phrase, see plan.reading.phrases
    line: int = 0  # where the phrase stands in the text, counted from 1


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A figure to be reached: `value` in `unit`, measured on `of`, by a day if one is named."""

    text: str
    value: str  # a decimal number as text: 70, 4.5
    unit: str  # %, 件, 人, …
    of: str  # what it is measured on: 纳入案件占执行案件的比例
    by: date | None = None
    indicator: str = ""  # the name of the indicator that measures it; empty: none is known
    courts: str = ""  # "intermediate", "basic", or empty for every court
    line: int = 0


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One measure: what is to be done, who leads, who is responsible, by when, up to what figure."""

    no: int
    group: str
    title: str
    text: str
    leaders: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    progress: str = ""  # progress and requirements, word for word
    line: int = 0

    @property
    def no_text(self) -> str:
        """The number as text, for names of form fields."""
        return str(self.no)


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of the plan. Half-open: `until` is the first day after it."""

    name: str
    since: date
    until: date
    work: str
    deadlines: tuple[Deadline, ...] = ()
    line: int = 0


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in the plan as prose: a principle, a requirement, the guiding ideas."""

    title: str
    text: str
    line: int = 0


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A whole work plan."""

    title: str
    document_no: str = ""
    issuer: str = ""
    issued_on: date | None = None
    addressees: str = ""
    cover: tuple[str, ...] = ()  # the letter with which it was issued
    headings: tuple[str, ...] = ()
    preamble: str = ""
    ideas: tuple[Passage, ...] = ()
    goals: tuple[str, ...] = ()
    principles: tuple[Passage, ...] = ()
    measures: tuple[Measure, ...] = ()
    stages: tuple[Stage, ...] = ()
    requirements: tuple[Passage, ...] = ()
    notes: tuple[Passage, ...] = ()  # words that lead into a section

    def measure(self, no: int) -> Measure | None:
        """The measure of that number, or None."""
        return next((each for each in self.measures if each.no == no), None)


class NotUnderstood(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the text that found no place in the reading, and where it stands."""

    where: str
    text: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with the plan itself, its place in the text, how to mend it. `stops`: it cannot be adopted so."""

    where: str
    what: str
    mend: str
    stops: bool = True


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader made of a text: the plan, what it did not understand, and what is wrong."""

    plan: Plan
    not_understood: tuple[NotUnderstood, ...] = ()
    problems: tuple[Problem, ...] = ()
    layout: tuple[str, ...] = ()  # numbers, labels and signs between words: read, and not kept
