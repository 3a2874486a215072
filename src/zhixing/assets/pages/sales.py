"""The page of a case's sales: each property on its way from price to buyer, what the next auction must keep, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.acts.auction import BidDepositReceived, PriorityBuyerConfirmed
from zhixing.assets.acts.delivery import Evicted, EvictionNoticed
from zhixing.assets.acts.valuation import ReferencePriceFixed
from zhixing.assets.kinds import Family, family
from zhixing.assets.pages.filled import filled, form_link
from zhixing.assets.pages.opening import case_of, day_of, proposed
from zhixing.assets.questions.appraisers import appraisers, open_list
from zhixing.assets.questions.found import Asset, asset, assets
from zhixing.assets.questions.lot import LotPrice, Part, lot_price, parts
from zhixing.assets.questions.next_step import Bounds, Next, bounds, next_step
from zhixing.assets.questions.price import reference_price
from zhixing.assets.questions.proceeds import Forfeit, Proceeds, forfeited, proceeds_due, to_return
from zhixing.assets.questions.sale import Sale, about, sale
from zhixing.cases import questions as cases
from zhixing.law.texts import Text, say
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
    leads: bool  # its sale runs under it; otherwise it is sold together with another
    others: tuple[str, ...]  # what is sold together with it
    together: LotPrice | None  # the price of all of them
    part: Part | None  # what of the price they were sold for is its own
    drawn: Text | None  # who appraises it, where that was chosen
    first_buyers: tuple[str, ...]


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
            "waiting": proposed(dossier) if day == clock.today() else [],
            "lines": lines,
            "buyers": dict(Party.objects.filter(pk__in=buyers).values_list("pk", "name")),
        },
    )


def _line(dossier: Dossier, found: Asset, day: date, *, goes_on: bool) -> Line:
    thing, step = found.seq, next_step(dossier, found, day)
    state = sale(dossier, thing, day)
    return Line(
        found,
        reference_price(dossier, thing, day),
        state,
        bounds(dossier, found, day),
        step,
        to_return(dossier, thing, day),
        next((each for each in proceeds_due(dossier, day) if each.thing == thing), None),
        next((each for each in forfeited(dossier, day) if each.thing == thing), None),
        tuple(
            _way(dossier, found, each, day) for each in (*step.acts, *_clearing(dossier, found, state, day))
        )
        if goes_on
        else (),
        state.lead == thing,
        tuple(
            other.found.act.name
            for each in state.things
            if (other := asset(dossier, each, day)) and each != thing
        )
        if state.lead == thing
        else (),
        lot_price(dossier, state, day) if len(state.things) > 1 else None,
        _part(dossier, state, thing, day),
        _chosen(dossier, thing, day),
        _first_buyers(dossier, thing, day),
    )


def _part(dossier: Dossier, state: Sale, thing: int, day: date) -> Part | None:
    if len(state.things) < 2 or state.sold is None:
        return None
    divided = parts(dossier, state, state.sold.act.price, day)
    return next((each for each in divided if each.thing == thing), None)


def _chosen(dossier: Dossier, thing: int, day: date) -> Text | None:
    waiting = open_list(dossier, thing, day)
    if waiting is not None:
        listed = "、".join(waiting.act.candidates)
        source = waiting.act.number_from.rstrip("。")
        return say("摇号的候选机构：{names}；号码的来源：{source}", names=listed, source=source)
    found = appraisers(dossier, thing, day)
    if found is None:
        return None
    names = "、".join(found.names)
    if found.by_lot:
        return say("摇号确定的评估机构依次为：{names}（{on}）", names=names, on=found.entry.on)
    return say("协商确定的评估机构依次为：{names}（{on}）", names=names, on=found.entry.on)


def _first_buyers(dossier: Dossier, thing: int, day: date) -> tuple[str, ...]:
    found = about(dossier.as_of(day), PriorityBuyerConfirmed, thing)
    names = dict(Party.objects.filter(pk__in=[each.act.party for each in found]).values_list("pk", "name"))
    return tuple(
        f"{each.act.order}. {names.get(each.act.party, '')}（{each.act.ground}）"
        for each in sorted(found, key=lambda each: each.act.order)
    )


def _way(dossier: Dossier, found: Asset, act: type[Act], day: date) -> Way:
    back = f"{reverse('sales', args=[dossier.id])}#sale-{found.seq}"
    said = filled(dossier, found, act, day)
    return Way(installed().rule(act).label, form_link(dossier, act, said, back=back))


def _clearing(dossier: Dossier, found: Asset, state: Sale, day: date) -> tuple[type[Act], ...]:
    """A house or land that has a buyer is cleared before it is handed over: by notice, by force once its day has passed."""
    if family(found.kind) is not Family.IMMOVABLE or not state.done or state.handed is not None:
        return ()
    noticed = about(dossier.as_of(day), EvictionNoticed, found.seq)
    return (EvictionNoticed, Evicted) if noticed and noticed[-1].act.until < day else (EvictionNoticed,)
