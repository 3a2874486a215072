"""What the forms of setting a reference price come filled in with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from zhixing.assets.acts.valuation import (
    AppraisersDrawn,
    PriceMethod,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.questions.appraisers import appraisers, open_list
from zhixing.assets.questions.found import Asset
from zhixing.assets.questions.price import pricing, pricings
from zhixing.law.answers import Found
from zhixing.law.money import plain
from zhixing.law.reference_price import before_in_order, valid_at_most
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

Said = Mapping[str, str | list[str]]
Maker = Callable[[Dossier, Asset, date], Said]


def _price_started(dossier: Dossier, found: Asset, day: date) -> Said:
    """An appraisal by those chosen for it; otherwise the way that is next in the order of the law."""
    chosen = appraisers(dossier, found.seq, day)
    if chosen is not None and chosen.left:
        return {
            "property": str(found.seq),
            "method": str(PriceMethod.APPRAISED.value),
            "asked": "\n".join(chosen.left),
        }
    tried = {each.method.way for each in pricings(dossier, found.seq, day) if each.failed is not None}
    for each in PriceMethod:
        before = before_in_order(each.way, day)
        if not isinstance(before, Found) or not set(before.value) <= tried:
            continue
        if each.way not in tried:
            return {"property": str(found.seq), "method": str(each.value)}
    return {"property": str(found.seq)}


def _drawn(dossier: Dossier, found: Asset, day: date) -> Said:
    waiting = open_list(dossier, found.seq, day)
    return {"list": str(waiting.seq)} if waiting else {}


def _price_received(_dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq), "valid_until": valid_at_most(day).isoformat()}


def _price_sent(dossier: Dossier, found: Asset, day: date) -> Said:
    now = pricing(dossier, found.seq, day)
    return {"report": str(now.report.seq), "to": sides(dossier, day)} if now and now.report else {}


def _price_fixed(dossier: Dossier, found: Asset, day: date) -> Said:
    now = pricing(dossier, found.seq, day)
    said = {"property": str(found.seq)}
    if now is None or now.report is None:
        return said
    return said | {"amount": plain(now.amount or 0), "valid_until": now.report.act.valid_until.isoformat()}


def sides(dossier: Dossier, day: date) -> list[str]:
    """Everybody on either side."""
    return [*those(dossier, day, Role.APPLICANT), *those(dossier, day, Role.DEBTOR)]


def those(dossier: Dossier, day: date, role: Role) -> list[str]:
    """Everybody in a role."""
    return [str(part.party) for part in parties_of(dossier, role, day)]


PRICE_MAKERS: Mapping[type[Act], Maker] = {
    AppraisersDrawn: _drawn,
    PriceSettingStarted: _price_started,
    PriceReportReceived: _price_received,
    PriceReportSent: _price_sent,
    ReferencePriceFixed: _price_fixed,
}
