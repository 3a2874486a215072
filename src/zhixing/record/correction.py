"""What a correction would do: the act it puts in place, asked as on its own day, and the later acts that would no longer stand.

Later acts are asked again, each at its own place, of the record with and without the correction: what the correction alone
takes from under them is found, and no act is blamed for a rule that came after it. Facts from outside are those kept with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.acts import Corrected, ProposalWithdrawn, Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import Asked, Guard

OWN = (Proposed, SentBack, ProposalWithdrawn, Corrected)


def replacement(asked: Asked) -> Asked | None:
    """What the door is asked of the act that a correction puts in the place of an entry: of the record before that entry, on
    its day and by its actor. None when nothing takes its place, the place is not there, or the content cannot be read.
    """
    act = asked.act
    if not isinstance(act, Corrected) or act.takes_away:
        return None
    wrong = asked.dossier.at(act.entry)
    if wrong is None or isinstance(wrong.act, OWN):
        return None
    right, facts = wrong.act, kept_facts(wrong)
    if act.replaces:
        try:
            right, facts = asked.dossier.decoded(act.act), asked.facts
        except msgspec.ValidationError:
            return None
    before = _before(asked.dossier, wrong, asked.dossier.recorded)
    return Asked(before, act.on or wrong.on, wrong.by, right, facts, wrong.approved_by)


def as_recorded(asked: Asked) -> Asked | None:
    """The same as `replacement`, of the act as it stands."""
    act = asked.act
    wrong = asked.dossier.at(act.entry) if isinstance(act, Corrected) else None
    return _again(asked.dossier, wrong, asked.dossier.recorded) if wrong is not None else None


def kept_facts(entry: Entry[Act]) -> Mapping[str, object]:
    """What the door was told when the entry was made, as guards read it."""
    needs = installed().rule(type(entry.act)).needs
    return {need.name: entry.fact(need.name, need.shape) for need in needs if need.name in entry.facts}


@dataclass(frozen=True, slots=True)
class Shaken:
    """A later entry that a correction would take the ground from under, and why."""

    entry: Entry[Act]
    why: Text


def shaken(asked: Asked) -> list[Shaken]:
    """The later entries that would no longer stand once the correction stood, in the order they were recorded."""
    act = asked.the(Corrected)
    wrong = asked.dossier.at(act.entry)
    right = replacement(asked)
    readable = right is not None and wrong is not None and type(right.act) is type(wrong.act)
    if wrong is None or isinstance(wrong.act, OWN) or not (act.takes_away or readable):
        return []  # refused as it is
    dossier = asked.dossier
    mended = (*dossier.recorded, _as_entry(asked, wrong))
    found = []
    for entry in sorted(dossier.entries, key=lambda each: each.seq):
        if entry.seq <= wrong.seq or isinstance(entry.act, OWN):
            continue
        why = next(_against(dossier, mended, wrong, entry), None)
        if why is not None:
            found.append(Shaken(entry, why))
    return found


def _against(
    dossier: Dossier, mended: tuple[Entry[Act], ...], wrong: Entry[Act], entry: Entry[Act]
) -> Iterator[Text]:
    after = dossier.with_entries(mended)
    if wrong.seq in mentioned(entry.act) and after.at(wrong.seq) is None:
        yield say("它以第 {seq} 条为据", seq=wrong.seq)
    if _entered_with(dossier, wrong, entry) and not _entered_with(after, after.at(wrong.seq), entry):
        yield say("它随第 {seq} 条一并录入", seq=wrong.seq)
    if entry.on < after.entries[0].on and entry.on >= dossier.entries[0].on:
        yield say("它的日期早于收案")
    was, would_be = _again(dossier, entry, dossier.recorded), _again(dossier, entry, mended)
    for each in newly_against(was, would_be):
        yield say("它将不合“{label}”", label=each.label)


def newly_against(was: Asked | None, would_be: Asked | None) -> list[Guard]:
    """The guards that stand against the second question and did not against the first; none where facts were not kept."""
    if was is None or would_be is None or would_be.act is None:
        return []
    rule = installed().rule(type(would_be.act))
    if any(need.name not in asked.facts for need in rule.needs for asked in (was, would_be)):
        return []
    return [each for each in rule.guards if each.check(was) is None and each.check(would_be) is not None]


def _again(dossier: Dossier, entry: Entry[Act], recorded: Iterable[Entry[Act]]) -> Asked | None:
    if isinstance(entry.act, OWN):
        return None
    before = _before(dossier, entry, recorded)
    return Asked(before, entry.on, entry.by, entry.act, kept_facts(entry), entry.approved_by)


def _before(dossier: Dossier, entry: Entry[Act], recorded: Iterable[Entry[Act]]) -> Dossier:
    """The record before that entry, with every correction of what it then held."""
    return dossier.with_entries(
        each for each in recorded if each.seq < entry.seq or isinstance(each.act, Corrected)
    )


def _as_entry(asked: Asked, wrong: Entry[Act]) -> Entry[Act]:
    act = asked.the(Corrected)
    return Entry(
        dossier=asked.dossier.id,
        seq=asked.dossier.head + 1,
        on=asked.on,
        recorded_at=asked.dossier.recorded[-1].recorded_at,
        who=asked.by.kept(),
        act=act,
        facts={name: msgspec.Raw(msgspec.json.encode(value)) for name, value in asked.facts.items()},
    )


def _entered_with(dossier: Dossier, first: Entry[Act] | None, entry: Entry[Act]) -> bool:
    """Whether the first act reaches its own dossier with what this entry holds."""
    if first is None:
        return False
    reaches = installed().rule(type(first.act)).reaches(first.act, dossier.id)
    return any(reach.dossier == dossier.id and reach.act == entry.act for reach in reaches)


def mentioned(act: Act) -> set[int]:
    """The earlier entries of its dossier to which an act refers by number."""
    found: set[int] = set()
    for name in _references(type(act)):
        value = getattr(act, name)
        found.update(value if isinstance(value, tuple) else () if value is None else (value,))
    return found


@cache
def _references(kind: type[Act]) -> tuple[str, ...]:
    shape = msgspec.inspect.type_info(kind)
    columns = shape.fields if isinstance(shape, msgspec.inspect.StructType) else ()
    return tuple(each.name for each in columns if _is_reference(each.type))


def _is_reference(shape: msgspec.inspect.Type) -> bool:
    if isinstance(shape, msgspec.inspect.Metadata):
        return (shape.extra or {}).get("kind") == "seq" or _is_reference(shape.type)
    if isinstance(shape, msgspec.inspect.UnionType):
        return any(_is_reference(each) for each in shape.types)
    return isinstance(shape, msgspec.inspect.VarTupleType) and _is_reference(shape.item_type)
