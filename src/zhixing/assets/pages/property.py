"""Two pages: the property of a case, what is held, until when, whether it suffices; and all that is known of one debtor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    DepositTransferred,
    EquityFreezePublished,
    SeizureRecorded,
)
from zhixing.assets.acts.found import PropertyExempted, PropertyFound, PropertyRuledOut
from zhixing.assets.carrying_over import NothingToTakeOver, carry_over
from zhixing.assets.facts import lines_of
from zhixing.assets.kinds import Family, PropertyKind, family, kinds
from zhixing.assets.pages.filled import filled, form_link
from zhixing.assets.pages.filled_price import Said
from zhixing.assets.pages.opening import case_of, day_of, proposed
from zhixing.assets.pages.third_debts import Ordered, next_acts, orders
from zhixing.assets.pages.ways import besides
from zhixing.assets.questions.control import Hold, holds, meter
from zhixing.assets.questions.found import Asset, assets
from zhixing.assets.questions.line import Place
from zhixing.assets.questions.sale import sale
from zhixing.assets.questions.third_debts import third_debts
from zhixing.assets.rules.seizing import on_the_spot
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ApplicationReceived, CaseType, TitleRecorded
from zhixing.law.answers import Found
from zhixing.law.texts import Text, say
from zhixing.parties.models import Party
from zhixing.people.access import officer_of
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.questions import procedure_ended
from zhixing.record.sealed import masked

May = Callable[[type[Act]], bool]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the form of an act on this property, filled in as far as is known."""

    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """A property as the page shows it."""

    asset: Asset
    identifier: str
    holds: tuple[Hold, ...]
    state: Text
    style: str
    line: tuple[Place, ...]
    ways: tuple[Way, ...]
    orders: tuple[Ordered, ...]  # to third parties that owe the debtor


def property_page(request: HttpRequest, number: int) -> HttpResponse:
    """What was found in a case as of a day, what of it is held, and how that stands beside the debt."""
    dossier, day = case_of(request, number), day_of(request)
    if request.method == "POST":
        return _carried_over(request, dossier)
    found = assets(dossier, day)
    names = masked(
        dossier.court, [each.found.act.identifier for each in found if each.found.act.identifier is not None]
    )
    thirds = {each.notice.act.third for each in third_debts(dossier, day)}
    owners = dict(
        Party.objects.filter(pk__in={each.found.act.owner for each in found} | thirds).values_list(
            "pk", "name"
        )
    )
    places = lines_of((each.found.act.identifier or "" for each in found), but=dossier.id)
    scale, may = meter(dossier, day), _allowed(request, dossier, day)
    return render(
        request,
        "assets/property.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "waiting": proposed(dossier) if day == clock.today() else [],
            "lines": [_line(dossier, each, day, names, places, may) for each in found],
            "owners": owners,
            "scale": scale.value if isinstance(scale, Found) else None,
            "open_point": None if isinstance(scale, Found) else scale.missing[0],
            "share": _share(scale.value.held, scale.value.wanted) if isinstance(scale, Found) else 0,
            "kinds": [(kind.label, _new(dossier, kind)) for kind in PropertyKind],
            "open": procedure_ended(dossier, day) is None and day == clock.today(),
            "preservation": _preserved_as(dossier),
            "may_carry_over": _may_carry_over(dossier) and cases.closed(dossier, day) is None,
        },
    )


def _may_carry_over(dossier: Dossier) -> bool:
    """Enforcement goes on with a preservation, and so does the case of a court to which one was handed over."""
    return cases.case_type(dossier) is not CaseType.PRESERVATION or bool(dossier.first(TitleRecorded))


def _allowed(request: HttpRequest, dossier: Dossier, day: date) -> May:
    """Whether the signed-in officer may do acts of a type in this case, as far as that can be told before their content."""
    me = actor(officer_of(request), dossier.court, clock.today(), strong=is_strong(request))

    @cache
    def may(act: type[Act]) -> bool:
        return not door.standing_refusals(dossier, installed().rule(act), me, day)

    return may


def _preserved_as(dossier: Dossier) -> str:
    """The number of the preservation as the application states it, unless it was taken over already."""
    received, taken = dossier.first(ApplicationReceived), dossier.first(ControlTakenOver)
    return received.act.preservation_case if received and taken is None else ""


def _carried_over(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Take over what the preservation numbered `preservation` holds."""
    by = actor(officer_of(request), dossier.court, clock.today(), strong=is_strong(request))
    try:
        many = carry_over(dossier.id, request.POST.get("preservation", ""), by, clock.today())
    except NothingToTakeOver as nothing:
        messages.error(request, str(nothing.text), "late")
    except door.Refused as refused:
        messages.error(request, str(refused.refusals[0].told), "late")
    else:
        messages.success(request, str(say("已接续 {many} 项保全的控制，顺位和期限不变", many=many)), "done")
    return redirect("property", number=dossier.id)


def _share(held: int, wanted: int) -> int:
    """Per cent of the debt that is held; a browser draws what is beyond its meter as full."""
    return held * 100 // wanted if wanted else 0


def _new(dossier: Dossier, kind: PropertyKind) -> str:
    """The form of found property for a kind, with a row for each of its national fields."""
    said: list[tuple[str, str]] = [("kind", str(kind.value))]
    wanted = [each for each in kinds()[kind].details if each.code != kinds()[kind].identifier]
    said += [(f"details.{number}.code", each.code) for number, each in enumerate(wanted)]
    return f"{reverse('act', args=[dossier.id, PropertyFound.tag()])}?{urlencode(said)}"


def _line(
    dossier: Dossier,
    found: Asset,
    day: date,
    names: Mapping[str, str],
    places: Mapping[str, tuple[Place, ...]],
    may: May,
) -> Line:
    own = tuple(each for each in holds(dossier, day) if each.thing == found.seq)
    token = found.found.act.identifier or ""
    line = places.get(token, ())
    state, style = _state(found, own, day, sold=_sold(dossier, found, day))
    over = cases.closed(dossier, day) is not None
    further: list[tuple[type[Act], Said]] = []
    if day == clock.today() and found.ruled_out is None:
        further += [] if over else list(next_acts(dossier, found, day))
        further += [each for each in besides(dossier, found, own, line, day) if may(each[0])]
    fuller = {act for act, _ in further}  # offered once, with all that is known of why
    acts = [
        each for each in _acts(dossier, found, own, day) if each not in fuller and (may(each) or not over)
    ]
    ways = [_way(dossier, found, each, day, line) for each in acts]
    ways += [_link(dossier, found, act, said) for act, said in further]
    return Line(
        found, names.get(token, ""), own, state, style, line, tuple(ways), orders(dossier, found, day)
    )


def _sold(dossier: Dossier, found: Asset, day: date) -> bool:
    return sale(dossier, found.seq, day).handed is not None


def _state(found: Asset, own: Sequence[Hold], day: date, *, sold: bool) -> tuple[Text, str]:
    if sold:
        held_still = any(each.in_force(day) for each in own)
        return (say("已变价移交，应解除控制"), "soon") if held_still else (say("已变价移交"), "done")
    if found.ruled_out is not None:
        return say("已排除：{ground}", ground=found.ruled_out.act.ground.label), "soft"
    held = next((each for each in own if each.in_force(day)), None)
    if held is not None:
        return say("{manner}至 {until}", manner=held.manner.label, until=held.until or "—"), "done"
    if found.exempt is not None:
        return say("不得执行：{ground}", ground=found.exempt.act.ground.label), "mine"
    if any(each.waits() for each in own):
        return say("轮候中"), "soon"
    if any(not each.published and each.stands(day) for each in own):
        return say("待公示，尚未生效"), "soon"
    if own and own[-1].failed is not None:
        return say("协助单位没有办理，未控制"), "late"
    if any(each.lapsed(day) for each in own):
        return say("控制已届满，未续行"), "late"
    if own:
        return say("已解除"), "soft"
    return say("未控制"), "soon"


def _acts(dossier: Dossier, found: Asset, own: Sequence[Hold], day: date) -> tuple[type[Act], ...]:
    """What may be done with it; nothing on a past day, whose bounds are not today's."""
    if day != clock.today():
        return ()
    held = next((each for each in own if each.in_force(day) or each.waits()), None)
    unpublished = any(not each.published and each.stands(day) for each in own)
    if found.ruled_out is not None or procedure_ended(dossier, day) is not None or _sold(dossier, found, day):
        return (ControlReleased,) if held is not None or unpublished else ()
    if unpublished:
        return EquityFreezePublished, ControlReleased
    if held is None:
        return Controlled, PropertyExempted, PropertyRuledOut
    if held.waits():
        return (ControlReleased,)
    taken = family(found.kind) is Family.MONEY and cases.case_type(dossier) is not CaseType.PRESERVATION
    money: tuple[type[Act], ...] = (DepositTransferred,) if taken else ()
    recorded = any(each.act.control == held.seq for each in dossier.of(SeizureRecorded))
    visit: tuple[type[Act], ...] = (SeizureRecorded,) if on_the_spot(dossier, held) and not recorded else ()
    return *money, *visit, ControlRenewed, ControlReleased


def _way(dossier: Dossier, found: Asset, act: type[Act], day: date, line: Sequence[Place]) -> Way:
    return _link(dossier, found, act, filled(dossier, found, act, day, line))


def _link(dossier: Dossier, found: Asset, act: type[Act], said: Said) -> Way:
    back = f"{reverse('property', args=[dossier.id])}#property-{found.seq}"
    return Way(installed().rule(act).label, form_link(dossier, act, said, back=back))
