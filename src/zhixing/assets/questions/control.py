"""What is held, in which rank, until when; what it is worth beside the debt; when it must be renewed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

from zhixing.assets.acts.control import (
    ControlFoundBehind,
    Controlled,
    ControlPassedOn,
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    EquityFreezePublished,
    Manner,
    Rank,
    SecuringAct,
    SecuringReview,
    SubstitutingAct,
    WaitingTookEffect,
)
from zhixing.assets.acts.inquiry import ControlAnswered, ControlRequested
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.third_debts import enforced_elsewhere
from zhixing.cases.questions import amount_waived, owed
from zhixing.law.answers import Found, Undetermined
from zhixing.law.fees import application_fee
from zhixing.law.money import Fen, show
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier, Entry, remembered

# What "明显超标的额" means is for the court; this share over the debt is where the meter asks for the reason (decision 0020).
TOLERANCE = Fraction(1, 5)
# Since the provisions on equity (art. 6): a freeze takes effect, and has its place in line, from its publication.
PUBLISHED_SINCE = date(2022, 1, 1)


@dataclass(frozen=True, slots=True)
class Hold:
    """One control as it stands: whose entry it is, on what, since when, until when, for how much, and how it ended."""

    entry: Entry[Controlled] | Entry[ControlTakenOver]
    rank: Rank
    since: date  # its place in line
    in_force_since: date | None  # None while it waits
    until: date | None  # its last day; None while it waits
    amount: Fen | None
    released: Entry[ControlReleased] | Entry[ControlPassedOn] | None  # lifted, or held elsewhere from then on
    failed: Entry[ControlAnswered] | None = None  # the institution could not carry it out
    at: str = ""  # the hour of its place in line, as the assisting body wrote it
    published: bool = True  # false for a freeze of equity that does not stand in the public system yet, and so holds nothing

    @property
    def seq(self) -> int:
        """The number by which later acts name it."""
        return self.entry.seq

    @property
    def thing(self) -> int:
        """The number of the property held."""
        return self.entry.act.property

    @property
    def manner(self) -> Manner:
        """Seized, detained or frozen."""
        return self.entry.act.manner

    def in_force(self, on: date) -> bool:
        """Whether it holds that day: it took effect, was not lifted, and its term has not run out."""
        if self.in_force_since is None or self.in_force_since > on or self.released or self.failed:
            return False
        return self.until is None or on <= self.until

    def stands(self, on: date) -> bool:
        """Whether it waits or holds as far as is known, and has not run out by that day, whenever it began."""
        return not (self.released or self.failed) and (self.until is None or on <= self.until)

    def waits(self) -> bool:
        """Whether it stands in line and holds nothing yet."""
        nothing_yet = self.in_force_since is None and self.published
        return nothing_yet and self.released is None and self.failed is None

    def lapsed(self, on: date) -> bool:
        """Whether its term ran out without renewal or release."""
        ended = self.released or self.failed
        return ended is None and self.until is not None and self.until < on


@remembered
def holds(dossier: Dossier, on: date) -> tuple[Hold, ...]:
    """Every control ordered by that day, as it then stands."""
    then = dossier.as_of(on)
    ordered: list[Entry[Controlled] | Entry[ControlTakenOver]] = [
        *then.of(Controlled),
        *then.of(ControlTakenOver),
    ]
    return tuple(_hold(then, entry) for entry in sorted(ordered, key=lambda entry: (entry.on, entry.seq)))


def _hold(then: Dossier, entry: Entry[Controlled] | Entry[ControlTakenOver]) -> Hold:
    act = entry.act
    since = act.since if isinstance(act, ControlTakenOver) else entry.on
    began = None if act.rank is Rank.WAITING else since
    ordered = Hold(entry, act.rank, since, began, act.until, act.amount, None, at=act.at)
    return _ended(then, _moved(then, _answered(then, _listed(then, ordered))))


def _listed(then: Dossier, held: Hold) -> Hold:
    """A freeze of equity holds nothing before it is published, and stands in line from then on."""
    if not wants_publication(then, held.entry):
        return held
    listed = next((each for each in then.of(EquityFreezePublished) if each.act.control == held.seq), None)
    if listed is None:
        return replace(held, in_force_since=None, published=False)
    if listed.act.waiting or held.rank is Rank.WAITING:
        return _behind(replace(held, since=listed.on, at=listed.act.at))
    return replace(held, since=listed.on, at=listed.act.at, in_force_since=listed.on)


def _behind(held: Hold) -> Hold:
    return replace(held, rank=Rank.WAITING, in_force_since=None, until=None)


def _answered(then: Dossier, held: Hold) -> Hold:
    """What the institution says it did: less, later, behind another, or nothing."""
    carried = _carried_out(then, held.seq)
    if carried is None:
        return held
    if not carried.act.done:
        return replace(held, failed=carried)
    held = replace(
        held, until=_least(held.until, carried.act.until), amount=_least(held.amount, carried.act.amount)
    )
    if carried.act.waiting:
        return _behind(held)
    return replace(held, in_force_since=carried.on) if _failed_before(then, carried) else held


def _moved(then: Dossier, held: Hold) -> Hold:
    """How it moved in the line, and how its term was prolonged."""
    moved: list[Entry[WaitingTookEffect | ControlFoundBehind]] = then.of(
        WaitingTookEffect, ControlFoundBehind
    )
    for effect in moved:
        if effect.act.control != held.seq:
            continue
        if isinstance(effect.act, WaitingTookEffect):
            held = replace(held, rank=Rank.FIRST, in_force_since=effect.on, until=effect.act.until)
        else:
            held = _behind(held)
    for renewal in then.of(ControlRenewed):
        if renewal.act.control == held.seq and _renewed(then, renewal):
            held = replace(held, until=renewal.act.until)
    taken = isinstance(held.entry.act, ControlTakenOver)
    if taken and held.in_force_since is None and held.until is not None:
        return replace(held, in_force_since=held.since)
    return held


def _ended(then: Dossier, held: Hold) -> Hold:
    """How it was lifted, in part or as a whole, or went on in another case."""
    passed = next((each for each in then.of(ControlPassedOn) if each.act.control == held.seq), None)
    held = replace(held, released=passed)
    for each in then.of(ControlReleased):
        if each.act.control != held.seq:
            continue
        if each.act.part is None:
            held = replace(held, released=each)
        elif held.amount is not None:
            held = replace(held, amount=max(0, held.amount - each.act.part))
    return held


def wants_publication(then: Dossier, entry: Entry[Controlled] | Entry[ControlTakenOver]) -> bool:
    """Whether a control holds only once it stands in the public credit system: a freeze of equity since 2022."""
    found = asset(then, entry.act.property, date.max)
    ordered = isinstance(entry.act, Controlled) and entry.on >= PUBLISHED_SINCE
    return ordered and found is not None and found.kind is PropertyKind.EQUITY


def _carried_out(then: Dossier, measure: int) -> Entry[ControlAnswered] | None:
    """What the institution last answered about a measure that was sent to it; None while it has not, or nothing was sent."""
    requests = {each.seq for each in then.of(ControlRequested) if each.act.measure == measure}
    answers = [each for each in then.of(ControlAnswered) if each.act.request in requests]
    return answers[-1] if answers else None


def _failed_before(then: Dossier, done: Entry[ControlAnswered]) -> bool:
    """Whether an earlier request for the same measure could not be carried out: then it holds from the one that could."""
    measures = {each.seq: each.act.measure for each in then.of(ControlRequested)}
    measure = measures[done.act.request]
    return any(
        not each.act.done and measures.get(each.act.request) == measure and each.seq < done.seq
        for each in then.of(ControlAnswered)
    )


def _renewed(then: Dossier, renewal: Entry[ControlRenewed]) -> bool:
    """Whether a renewal stands: one that the institution could not carry out lengthens nothing."""
    carried = _carried_out(then, renewal.seq)
    return carried is None or carried.act.done


L = TypeVar("L", int, date)


def _least(ordered: L | None, carried_out: L | None) -> L | None:
    """What was carried out, but not beyond what was ordered."""
    if ordered is None or carried_out is None:
        return carried_out if ordered is None else ordered
    return min(ordered, carried_out)


def hold(dossier: Dossier, seq: int, on: date) -> Hold | None:
    """The control ordered by entry `seq`; None for another entry."""
    return next((each for each in holds(dossier, on) if each.seq == seq), None)


def in_force(dossier: Dossier, thing: int, on: date) -> Hold | None:
    """The control of this dossier under which a property is held that day, None for none or one that only waits."""
    return next((each for each in holds(dossier, on) if each.thing == thing and each.in_force(on)), None)


def in_force_still(dossier: Dossier, thing: int, on: date) -> Hold | None:
    """The same, if nothing that is known now ended it, whatever day that was."""
    began = (each for each in holds(dossier, date.max) if each.thing == thing and each.in_force(on))
    return next(began, None)


@dataclass(frozen=True, slots=True)
class Meter:
    """Value under control beside the debt: both in fen, and what is held without a known value."""

    held: Fen
    wanted: Fen
    unvalued: tuple[int, ...]
    because: tuple[Text, ...]

    @property
    def bound(self) -> Fen:
        """Up to where nothing is obviously over the debt."""
        return int(self.wanted * (1 + TOLERANCE))


def secured_sum(dossier: Dossier, on: date) -> Fen | None:
    """Up to which sum preservation was ordered, as changed on review; None where no ruling orders it."""
    total: Fen | None = None
    for entry in dossier.as_of(on).of(SecuringAct, SecuringReview):
        if isinstance(entry.act, SecuringAct):
            total = (total or 0) + entry.act.amount
        elif isinstance(entry.act, SecuringReview) and entry.act.amount is not None:
            total = entry.act.amount
    return total


def wanted(dossier: Dossier, on: date) -> Found[Fen] | Undetermined:
    """For how much property may be held: what is owed with the fee of enforcement; in a preservation, what was ordered."""
    total = secured_sum(dossier, on)
    if total is not None:
        return Found(total, (say("裁定保全 {amount} 元", amount=show(total)),))
    answer = owed(dossier, on)
    if isinstance(answer, Undetermined):
        return answer
    debt = max(0, answer.value.outstanding.total - amount_waived(dossier, on))
    fee = application_fee(debt, on)
    lines = [say("到 {on} 尚欠 {amount} 元", on=on, amount=show(debt))]
    cost = 0
    if isinstance(fee, Found):
        cost = fee.value
        lines.append(say("执行申请费 {amount} 元", amount=show(cost)))
    return Found(debt + cost, tuple(lines), answer.cites)


def meter(dossier: Dossier, on: date, *, as_it_stands: bool = False) -> Found[Meter] | Undetermined:
    """What is held in force, beside what may be held. What waits in line counts nothing: it may never take effect.

    `as_it_stands`: what was ordered for later days counts too, so that an earlier day written on an act leaves nothing out.
    """
    answer = wanted(dossier, on)
    if isinstance(answer, Undetermined):
        return answer
    held, unvalued = 0, []
    for each in holds(dossier, date.max if as_it_stands else on):
        began = each.in_force_since is not None and each.stands(on)
        if not (began if as_it_stands else each.in_force(on)):
            continue
        if enforced_elsewhere(dossier, each.thing, on) or replaced(dossier, each.seq):
            continue
        value = worth(dossier, each, on)
        if value is None:
            unvalued.append(each.thing)
        else:
            held += value
    line = say("在控财产价值 {amount} 元", amount=show(held))
    return Found(Meter(held, answer.value, tuple(unvalued), (*answer.because, line)), (*answer.because, line))


def replaced(dossier: Dossier, control: int) -> bool:
    """Whether another property is to be held in its place, so that both are not counted while the one follows the other."""
    return any(each.act.control == control for each in dossier.of(SubstitutingAct))


def worth(dossier: Dossier, held: Hold, on: date) -> Fen | None:
    """What a control is worth: its own amount, else the estimate of the property; None where neither is known."""
    if held.amount is not None:
        return held.amount
    found = asset(dossier, held.thing, on)
    return found.found.act.value if found else None
