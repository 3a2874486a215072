"""The page of a case's sales: each property on its way from price to buyer, what the next auction must keep, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.acts.auction import AuctionAnnounced, BidDepositReceived, BidDepositReturned
from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.sale import PrivateSaleAnnounced
from zhixing.assets.acts.valuation import PriceReportSent, ReferencePriceFixed
from zhixing.assets.kinds import Family, family
from zhixing.assets.pages.opening import case_of, day_of
from zhixing.assets.questions.control import in_force
from zhixing.assets.questions.found import Asset, assets
from zhixing.assets.questions.next_step import Bounds, Next, bounds, next_step
from zhixing.assets.questions.price import pricing, reference_price
from zhixing.assets.questions.proceeds import Forfeit, Proceeds, forfeited, proceeds_due, to_return
from zhixing.assets.questions.sale import Sale, sale
from zhixing.cases import questions as cases
from zhixing.law.money import plain
from zhixing.parties.models import Party
from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the form of an act, filled in as far as is known."""

    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """A property on its way to money."""

    asset: Asset
    price: Entry[ReferencePriceFixed] | None
    sale: Sale
    bounds: Bounds | None
    step: Next
    deposits: tuple[Entry[BidDepositReceived], ...]
    proceeds: Proceeds | None
    kept: Forfeit | None
    ways: tuple[Way, ...]


def sales_page(request: HttpRequest, number: int) -> HttpResponse:
    """The sales of a case as of a day."""
    dossier, day = case_of(request, number), day_of(request)
    goes_on = cases.closed(dossier, day) is None and day == clock.today()
    lines = [
        _line(dossier, each, day, goes_on=goes_on)
        for each in assets(dossier, day)
        if each.ruled_out is None and family(each.kind) is not Family.MONEY
    ]
    buyers = {line.proceeds.buyer for line in lines if line.proceeds}
    return render(
        request,
        "assets/sales.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "lines": lines,
            "buyers": dict(Party.objects.filter(pk__in=buyers).values_list("pk", "name")),
        },
    )


def _line(dossier: Dossier, found: Asset, day: date, *, goes_on: bool) -> Line:
    thing, step, limits = found.seq, next_step(dossier, found, day), bounds(dossier, found, day)
    return Line(
        found,
        reference_price(dossier, thing, day),
        sale(dossier, thing, day),
        limits,
        step,
        to_return(dossier, thing, day),
        next((each for each in proceeds_due(dossier, day) if each.thing == thing), None),
        next((each for each in forfeited(dossier, day) if each.thing == thing), None),
        tuple(_way(dossier, found, each, day, limits) for each in step.acts) if goes_on else (),
    )


def _way(dossier: Dossier, found: Asset, act: type[Act], day: date, limits: Bounds | None) -> Way:
    said = _said(dossier, found, act, day, limits)
    link = reverse("act", args=[dossier.id, act.tag()])
    return Way(installed().rule(act).label, f"{link}?{urlencode(said)}")


def _said(dossier: Dossier, found: Asset, act: type[Act], day: date, limits: Bounds | None) -> dict[str, str]:
    """What the form can be filled in with: the auction at its bounds, the price as the report says."""
    state, now = sale(dossier, found.seq, day), pricing(dossier, found.seq, day)
    said = {"property": str(found.seq)}
    if act is AuctionAnnounced and limits is not None:
        return said | {
            "round": str(limits.round),
            "reserve": plain(limits.reserve),
            "starts": limits.starts.isoformat(),
        }
    if act is PrivateSaleAnnounced and state.unsold:
        return said | {"price": plain(state.unsold[-1].price)}
    if act is ReferencePriceFixed and now is not None and now.report is not None:
        return said | {
            "amount": plain(now.amount or 0),
            "valid_until": now.report.act.valid_until.isoformat(),
        }
    if act is PriceReportSent and now is not None and now.report is not None:
        return {"report": str(now.report.seq)}
    if act is BidDepositReturned:
        return {"deposit": str(to_return(dossier, found.seq, day)[0].seq)}
    if act is ControlReleased:
        held = in_force(dossier, found.seq, day)
        return {"control": str(held.seq), "ground": "unsold"} if held else {}
    return said
