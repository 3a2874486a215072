"""Who appraises a property: three appraisers in order, agreed on or drawn by lot; when one fails, the next one's turn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.valuation import AppraiserListFixed, AppraisersAgreed, AppraisersDrawn, PriceMethod
from zhixing.assets.questions.price import pricings
from zhixing.law.lots import drawn
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

COUNT = 3  # 参考价规定 16


@dataclass(frozen=True, slots=True)
class Appraisers:
    """The three that were chosen, in order, by which act, and how many of them have failed since."""

    entry: Entry[AppraisersAgreed] | Entry[AppraisersDrawn]
    names: tuple[str, ...]
    failed: int

    @property
    def left(self) -> tuple[str, ...]:
        """Those whose turn is still to come, the next one first."""
        return self.names[self.failed :]

    @property
    def by_lot(self) -> bool:
        """Whether they were drawn."""
        return isinstance(self.entry.act, AppraisersDrawn)


@remembered
def appraisers(dossier: Dossier, thing: int, on: date) -> Appraisers | None:
    """The appraisers of a property by that day, as last chosen; None before."""
    then = dossier.as_of(on)
    agreed = [each for each in then.of(AppraisersAgreed) if each.act.property == thing]
    lists = {each.seq: each for each in then.of(AppraiserListFixed) if each.act.property == thing}
    lots = [each for each in then.of(AppraisersDrawn) if each.act.list in lists]
    if not agreed and not lots:
        return None
    if lots and (not agreed or lots[-1].seq > agreed[-1].seq):
        last = lots[-1]
        return Appraisers(last, result(lists[last.act.list].act, last.act), _failed(dossier, last, thing, on))
    return Appraisers(agreed[-1], agreed[-1].act.appraisers, _failed(dossier, agreed[-1], thing, on))


def _failed(dossier: Dossier, chosen: Entry[Act], thing: int, on: date) -> int:
    """How many appraisals since then brought no price that stands."""
    failed = [
        each
        for each in pricings(dossier, thing, on)
        if each.method is PriceMethod.APPRAISED
        and each.started.seq > chosen.seq
        and (each.failed is not None or each.redone)
    ]
    return len(failed)


def result(fixed: AppraiserListFixed, act: AppraisersDrawn) -> tuple[str, ...]:
    """The three that the number brings out of the list, in order."""
    return drawn(fixed.candidates, act.number, COUNT)


def list_at(dossier: Dossier, seq: int, on: date) -> Entry[AppraiserListFixed] | None:
    """The list fixed by that entry; None for another one."""
    return next((each for each in dossier.as_of(on).of(AppraiserListFixed) if each.seq == seq), None)


def open_list(dossier: Dossier, thing: int, on: date) -> Entry[AppraiserListFixed] | None:
    """The newest list of a property from which nobody was drawn yet, and that no agreement made needless."""
    then = dossier.as_of(on)
    drawn_from = {each.act.list for each in then.of(AppraisersDrawn)}
    lists = [each for each in then.of(AppraiserListFixed) if each.act.property == thing]
    agreed = max((each.seq for each in then.of(AppraisersAgreed) if each.act.property == thing), default=0)
    return lists[-1] if lists and lists[-1].seq > agreed and lists[-1].seq not in drawn_from else None
