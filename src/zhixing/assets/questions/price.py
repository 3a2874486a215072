"""The reference price of a property: which way is under way, what it brought, and the price that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceObjectionResolved,
    PriceObjectionResult,
    PriceReportObjected,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceTimeExtended,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier, Entry, remembered


@dataclass(frozen=True, slots=True)
class Pricing:
    """One attempt to set the price: from its start until the next start."""

    started: Entry[PriceSettingStarted]
    extended: tuple[Entry[PriceTimeExtended], ...]
    failed: Entry[PriceWayFailed] | None
    report: Entry[PriceReportReceived] | None
    sent: Entry[PriceReportSent] | None
    objections: tuple[Entry[PriceReportObjected], ...]
    resolved: dict[int, Entry[PriceObjectionResolved]]
    fixed: Entry[ReferencePriceFixed] | None

    @property
    def method(self) -> PriceMethod:
        """The way taken."""
        return self.started.act.method

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come."""
        return self.failed is None and self.report is None

    @property
    def unresolved(self) -> Entry[PriceReportObjected] | None:
        """The first objection that was not dealt with."""
        return next((each for each in self.objections if each.seq not in self.resolved), None)

    @property
    def redone(self) -> bool:
        """Whether an objection led to another appraisal."""
        return any(each.act.result is PriceObjectionResult.REDONE for each in self.resolved.values())

    @property
    def amount(self) -> Fen | None:
        """What the report says, as last corrected, in fen."""
        found = self.report.act.amount if self.report else None
        for each in self.resolved.values():
            found = each.act.amount if each.act.amount is not None else found
        return found


@remembered
def pricings(dossier: Dossier, thing: int, on: date) -> tuple[Pricing, ...]:
    """Every attempt for a property by that day, oldest first."""
    then = dossier.as_of(on)
    starts = [entry for entry in then.of(PriceSettingStarted) if entry.act.property == thing]
    ends = [*(entry.seq for entry in starts), dossier.head + 1][1:]
    return tuple(_pricing(then, started, end) for started, end in zip(starts, ends, strict=True))


def _pricing(then: Dossier, started: Entry[PriceSettingStarted], end: int) -> Pricing:
    thing, since = started.act.property, started.seq
    reports = [
        each for each in then.of(PriceReportReceived) if each.act.property == thing and since < each.seq < end
    ]
    report = reports[-1] if reports else None
    named = report.seq if report else 0
    objections = tuple(each for each in then.of(PriceReportObjected) if each.act.report == named)
    numbers = {each.seq for each in objections}
    fixed = [
        each for each in then.of(ReferencePriceFixed) if each.act.property == thing and since < each.seq < end
    ]
    return Pricing(
        started,
        tuple(e for e in then.of(PriceTimeExtended) if e.act.property == thing and since < e.seq < end),
        next((e for e in then.of(PriceWayFailed) if e.act.property == thing and since < e.seq < end), None),
        report,
        next((each for each in then.of(PriceReportSent) if each.act.report == named), None),
        objections,
        {
            each.act.objection: each
            for each in then.of(PriceObjectionResolved)
            if each.act.objection in numbers
        },
        fixed[-1] if fixed else None,
    )


def pricing(dossier: Dossier, thing: int, on: date) -> Pricing | None:
    """The newest attempt for a property; None before the first."""
    found = pricings(dossier, thing, on)
    return found[-1] if found else None


def reference_price(dossier: Dossier, thing: int, on: date) -> Entry[ReferencePriceFixed] | None:
    """The price that stands for a property that day; None when none was set."""
    fixed = [each for each in dossier.as_of(on).of(ReferencePriceFixed) if each.act.property == thing]
    return fixed[-1] if fixed else None


def priced_as(dossier: Dossier, thing: int, on: date) -> PriceMethod | None:
    """In which way the price that stands was set."""
    done = [each for each in pricings(dossier, thing, on) if each.fixed is not None]
    return done[-1].method if done else None
