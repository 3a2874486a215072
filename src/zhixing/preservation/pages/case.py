"""The page of one preservation: how it stands, what it holds, what was asked for, and which act comes next, filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.pages.filled import form_link
from zhixing.assets.pages.opening import case_of, day_of, proposed
from zhixing.assets.questions.control import Hold, hold, holds, secured_sum, worth
from zhixing.assets.questions.found import asset
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import TitleRecorded
from zhixing.cases.models import CaseRow
from zhixing.law.citations import Citation
from zhixing.law.texts import Text, say
from zhixing.parties.models import Party
from zhixing.people.access import officer_of
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.preservation.acts import (
    PreservationReviewDecided,
    Reconsideration,
    SecurityGiven,
    SubstitutionAsked,
)
from zhixing.preservation.questions import application, decision, in_preservation, more_security_open
from zhixing.preservation.ways import (
    Request,
    Way,
    after_ruling,
    answered,
    requests,
    to_answer,
    to_ask,
    to_end,
    to_rule,
)
from zhixing.record import clock, door
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.duties import Duty, Standing, duties

WAITING = (Standing.OPEN, Standing.OVERDUE, Standing.UNDETERMINED, Standing.RUNNING)
STYLES = {Standing.OVERDUE: "late", Standing.OPEN: "soon"}


@dataclass(frozen=True, slots=True)
class Link:
    """The form of an act, filled in, and what it would say that others of the same act would not."""

    label: str
    link: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the page shows it: what, of whom, how it was answered; what may be answered now."""

    request: Request
    label: str
    about: Text | str
    answer: str
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What is held, as a row: the property, how, until when, how much, and how it stands."""

    hold: Hold
    name: str
    state: Text
    style: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Makes links of ways: only today, and only to what the officer may do as far as can be told before the content."""

    dossier: Dossier
    by: Actor
    day: date
    back: str

    def links(self, ways: Iterable[Way], told: tuple[str, ...] = ()) -> tuple[Link, ...]:
        """The links, each with what is told of it."""
        if self.day != clock.today():
            return ()
        found: list[Link] = []
        for place, (act, said) in enumerate(ways):
            rule = installed().rule(act)
            if not door.standing_refusals(self.dossier, rule, self.by, self.day):
                about = told[place] if place < len(told) else ""
                found.append(Link(rule.label, form_link(self.dossier, act, said, back=self.back), about))
        return tuple(found)


def case_preservation(request: HttpRequest, number: int) -> HttpResponse:
    """One preservation as of a day. 404 for a case of another kind."""
    dossier, day = case_of(request, number), day_of(request)
    if not in_preservation(dossier):
        raise Http404("本案不是财产保全案件")
    me = actor(officer_of(request), dossier.court, clock.today(), strong=is_strong(request))
    offer = Offer(dossier, me, day, reverse("case-preservation", args=[number]))
    then = dossier.as_of(day)
    asked, made = application(dossier, day), decision(dossier, day)
    waiting = requests(dossier, day)
    people = {each.act.by for each in waiting} | ({asked.act.by, *asked.act.against} if asked else set())
    return render(
        request,
        "preservation/case.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "closed": cases.closed(dossier, day),
            "waiting": proposed(dossier) if day == clock.today() else [],
            "asked": asked,
            "transferred": then.first(TitleRecorded) is not None,
            "made": made,
            "ruled": secured_sum(dossier, day),
            "worth": sum(
                worth(dossier, each, day) or 0 for each in holds(dossier, day) if each.in_force(day)
            ),
            "handler": CaseRow.objects.filter(dossier_id=number)
            .values_list("handler_name", flat=True)
            .first(),
            "security": sum(each.act.amount for each in then.of(SecurityGiven)),
            "wanting": more_security_open(dossier, day),
            "names": dict(Party.objects.filter(pk__in=people).values_list("pk", "name")),
            "duties": _duties(then, day),
            "held": [_held(dossier, each, day) for each in holds(dossier, day)],
            "requests": [_asked(offer, each) for each in waiting],
            "to_rule": offer.links(to_rule(dossier, day)),
            "after": offer.links([*after_ruling(dossier, day), *to_end(dossier, day)]),
            "to_ask": offer.links(to_ask(dossier, day)),
        },
    )


def _duties(dossier: Dossier, day: date) -> list[tuple[Duty, str, str, tuple[Citation, ...]]]:
    """What is still to be done by when, of this room and the closing of the case."""
    found = [
        (each, standing.value, STYLES.get(standing, ""), (each.limit.basis,))
        for each in duties(installed().duties, dossier)
        if each.rule.name.startswith("preservation.") and (standing := each.standing(day)) in WAITING
    ]
    return sorted(found, key=lambda each: (each[0].due or date.max, each[0].opening.seq))


def _held(dossier: Dossier, held: Hold, day: date) -> Held:
    found = asset(dossier, held.thing, day)
    name = found.found.act.name if found else ""
    if held.in_force(day):
        return Held(
            held, name, say("{manner}至 {until}", manner=held.manner.label, until=held.until or "—"), "done"
        )
    if held.released is not None:
        return Held(held, name, say("已解除"), "soft")
    if held.waits():
        return Held(held, name, say("轮候中"), "soon")
    return Held(held, name, say("未生效或者已届满"), "late")


def _asked(offer: Offer, request: Request) -> Asked:
    act, dossier, day = request.act, offer.dossier, offer.day
    about: Text | str = act.reason
    if isinstance(act, SubstitutionAsked):
        new, old = _thing(dossier, act.property), _control(dossier, act.control)
        about = say("以{new}替换{old}：{why}", new=new, old=old, why=act.reason)
    answer = answered(dossier, request, day)
    ways = list(to_answer(dossier, request, day))
    told = tuple(_told(dossier, way) for way in ways)
    return Asked(
        request,
        installed().rule(type(act)).label,
        about,
        f"{answer.on} {installed().rule(type(answer.act)).label}" if answer else "",
        offer.links(ways, told),
    )


def _told(dossier: Dossier, way: Way) -> str:
    """What tells one of several links of the same act from the others."""
    act, said = way
    if act is PreservationReviewDecided:
        return Reconsideration(str(said["outcome"])).label
    return _control(dossier, int(str(said["control"]))) if act is ControlReleased else ""


def _thing(dossier: Dossier, number: int) -> str:
    found = asset(dossier, number, date.max)
    return found.found.act.name if found else ""


def _control(dossier: Dossier, number: int) -> str:
    held = hold(dossier, number, date.max)
    return _thing(dossier, held.thing) if held else ""
