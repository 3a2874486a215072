"""Where a debtor's report and what the court found do not agree: each contradiction with both sources. Found, never typed.

A property is the same by its identifier; where one side has none, by its kind and value. What was found and not reported may
have been acquired later, or be somebody else's: whether a report is false is for the officer to judge, who sees both entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from zhixing.assets.acts.clues import ClueProvided, ClueResult, ClueVerified
from zhixing.assets.acts.declaration import (
    DeclarationSupplemented,
    DeclaredChange,
    DeclaredProperty,
    PropertyChangeFound,
    PropertyDeclared,
)
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.found import Asset, assets
from zhixing.cases.questions.serving import notice_served_on
from zhixing.law.money import show
from zhixing.law.periods import days, shifted, years
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

# How far two estimates of one thing may lie apart without being two things, and two dates of one change: ours, no norm says.
TOLERANCE = Fraction(1, 5)
DATES_APART = timedelta(days=7)
SUPPLEMENT = days(10)  # 财产调查规定 art. 7
YEAR_BEFORE = years(1)  # 财产调查规定 art. 6


class ContradictionKind(Enum):
    """In what a report and a finding do not agree; the value is what people read."""

    NOT_DECLARED = "查明的财产未报告"
    DECLARED_OTHERWISE = "报告与查明的情况不符"
    DECLARED_AFTER = "查明之后才补报"
    CHANGE_NOT_DECLARED = "财产变动未报告"
    CLUE_NOT_DECLARED = "线索所指的财产未报告"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One disagreement: the debtor, the report, the finding, and in what they differ. `certain`: not on somebody's word alone."""

    kind: ContradictionKind
    debtor: int
    declared: Entry[Act]
    found: Entry[Act]
    facts: Text
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Row:
    """A reported property and the report it stands in."""

    entry: Entry[Act]
    thing: DeclaredProperty


Report = Entry[PropertyDeclared] | Entry[DeclarationSupplemented]


@remembered
def contradictions(dossier: Dossier, on: date) -> tuple[Contradiction, ...]:
    """Every contradiction between the reports and what was found by that day, debtor by debtor."""
    then = dossier.as_of(on)
    debtors = dict.fromkeys(each.act.debtor for each in then.of(PropertyDeclared))
    return tuple(
        one
        for debtor in debtors
        for one in (
            *_of_property(then, debtor, on),
            *_of_changes(then, debtor, on),
            *_of_clues(then, debtor),
        )
    )


def _reports(then: Dossier, debtor: int) -> list[Report]:
    found: list[Report] = [*then.of(PropertyDeclared), *then.of(DeclarationSupplemented)]
    return sorted((each for each in found if each.act.debtor == debtor), key=lambda each: (each.on, each.seq))


def _of_property(then: Dossier, debtor: int, on: date) -> Iterator[Contradiction]:
    reports = _reports(then, debtor)
    rows = [_Row(each, thing) for each in reports for thing in _things(each)]
    findings = [
        each
        for each in assets(then, on)
        if each.found.act.owner == debtor
        and each.ruled_out is None
        and each.found.act.found_by is not FoundBy.DECLARED
    ]
    matched = _matched(findings, rows)
    for each in findings:
        row = matched.get(each.seq)
        if row is None:
            yield Contradiction(
                ContradictionKind.NOT_DECLARED,
                debtor,
                reports[-1],
                each.found,
                say("{by}查明{kind}“{name}”，历次报告都没有", **_called(each)),
            )
            continue
        facts = _differs(then, each, row, on)
        if facts is not None:
            yield Contradiction(ContradictionKind.DECLARED_OTHERWISE, debtor, row.entry, facts[0], facts[1])
        if row.entry.seq != reports[0].seq and each.seq < row.entry.seq:
            yield Contradiction(
                ContradictionKind.DECLARED_AFTER,
                debtor,
                row.entry,
                each.found,
                say(
                    "{by}于 {found} 查明{kind}“{name}”，{day} 才报告，首次报告没有",
                    found=each.found.on,
                    day=row.entry.on,
                    **_called(each),
                ),
            )


def _called(each: Asset) -> dict[str, str]:
    act = each.found.act
    return {"by": act.found_by.label, "kind": act.kind.label, "name": act.name}


def _things(report: Report) -> tuple[DeclaredProperty, ...]:
    act = report.act
    return (
        act.property
        if isinstance(act, DeclarationSupplemented)
        else tuple(thing for _, thing in act.listed())
    )


def _matched(findings: list[Asset], rows: list[_Row]) -> dict[int, _Row]:
    """Finding → the reported property that is the same thing. Identifiers first: what they match is not matched by value."""
    found: dict[int, _Row] = {}
    left = list(rows)
    for same in (_same_identifier, _same_kind_and_value):
        for each in findings:
            if each.seq in found:
                continue
            row = next((row for row in left if same(each.found.act, row.thing)), None)
            if row is not None:
                found[each.seq] = row
                left = [other for other in left if other is not row]
    return found


def _same_identifier(found: PropertyFound, told: DeclaredProperty) -> bool:
    return found.identifier is not None and found.identifier == told.identifier


def _same_kind_and_value(found: PropertyFound, told: DeclaredProperty) -> bool:
    if found.identifier is not None and told.identifier is not None:
        return False
    return found.kind is told.kind and _near(found.value, told.value)


def _near(one: int | None, other: int | None) -> bool:
    """Whether two amounts may be one and the same; one that is not known may be any."""
    if one is None or other is None:
        return True
    return abs(one - other) <= TOLERANCE * max(one, other)


def _differs(then: Dossier, each: Asset, row: _Row, on: date) -> tuple[Entry[Act], Text] | None:
    """The finding or the control that says something else of the thing than the report, and what."""
    found, told = each.found.act, row.thing
    if found.kind is not told.kind:
        return each.found, say(
            "报告为{told}，查明是{found}“{name}”",
            told=told.kind.label,
            found=found.kind.label,
            name=found.name,
        )
    if not _near(found.value, told.value):
        return each.found, say(
            "{kind}“{name}”报告价值 {told} 元，查明 {found} 元",
            kind=found.kind.label,
            name=found.name,
            told=show(told.value or 0),
            found=show(found.value or 0),
        )
    if found.burdens.strip() and not told.burdens.strip():
        return each.found, say(
            "{kind}“{name}”查明有权利负担：{burdens}；报告没有",
            kind=found.kind.label,
            name=found.name,
            burdens=found.burdens.strip(),
        )
    held = [hold for hold in holds(then, on) if hold.thing == each.seq and hold.amount is not None]
    for hold in held:
        if told.value is not None and hold.amount is not None and hold.amount > told.value * (1 + TOLERANCE):
            return hold.entry, say(
                "{kind}“{name}”报告价值 {told} 元，{manner} {held} 元",
                kind=found.kind.label,
                name=found.name,
                told=show(told.value),
                manner=hold.manner.label,
                held=show(hold.amount),
            )
    return None


def _of_changes(then: Dossier, debtor: int, on: date) -> Iterator[Contradiction]:
    """Changes of the year before the notice came, and later ones ten days after they happened, which no report tells."""
    reports = _reports(then, debtor)
    first = next(each for each in reports if isinstance(each.act, PropertyDeclared))
    noticed = notice_served_on(then, debtor) or first.on
    told = [change for each in reports for change in each.act.changes]
    for each in then.of(PropertyChangeFound):
        act = each.act
        still_in_time = act.changed_on > first.on and on <= shifted(act.changed_on, SUPPLEMENT)
        before = act.changed_on < shifted(noticed, YEAR_BEFORE, back=True)
        if act.debtor != debtor or before or still_in_time or any(_same_change(act, one) for one in told):
            continue
        yield Contradiction(
            ContradictionKind.CHANGE_NOT_DECLARED,
            debtor,
            reports[-1],
            each,
            say("{on} {kind}：{what}；历次报告都没有", on=act.changed_on, kind=act.kind.label, what=act.what),
        )


def _same_change(found: PropertyChangeFound, told: DeclaredChange) -> bool:
    if found.identifier is not None and told.identifier is not None:
        return found.identifier == told.identifier and found.kind is told.kind
    close = abs(found.changed_on - told.on) <= DATES_APART
    return found.kind is told.kind and close and _near(found.amount, told.amount)


def _of_clues(then: Dossier, debtor: int) -> Iterator[Contradiction]:
    """Clues to a kind of property that no report has, unless they proved false; what they led to is compared as found."""
    reports = _reports(then, debtor)
    told = [thing for each in reports for thing in _things(each)]
    verified = {each.act.clue: each for each in then.of(ClueVerified)}
    for clue in then.of(ClueProvided):
        kind, checked = clue.act.kind, verified.get(clue.seq)
        if clue.act.debtor != debtor or kind is None or any(_meant_by(clue.act, thing) for thing in told):
            continue
        if checked is not None and (checked.act.result is ClueResult.FALSE or checked.act.found):
            continue
        yield Contradiction(
            ContradictionKind.CLUE_NOT_DECLARED,
            debtor,
            reports[-1],
            checked or clue,
            say(
                "{source}线索指有{kind}，历次报告都没有；线索{state}",
                source=clue.act.source.label,
                kind=kind.label,
                state=checked.act.result.label if checked else say("尚未核实"),
            ),
            certain=checked is not None,
        )


def _meant_by(clue: ClueProvided, told: DeclaredProperty) -> bool:
    if clue.identifier is not None and told.identifier is not None:
        return clue.identifier == told.identifier
    return clue.kind is told.kind
