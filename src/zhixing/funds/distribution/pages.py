"""The page of a distribution: claims, plan, working, objections with the days left, what may be paid; its inputs to take away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhixing.assets.pages.filled import form_link
from zhixing.assets.pages.opening import case_of, day_of, proposed
from zhixing.cases import questions as cases
from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    ParticipationApplied,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
)
from zhixing.funds.distribution.facts import lies_there
from zhixing.funds.distribution.own_claim import own_claim
from zhixing.funds.distribution.payable import Source, sources, used_since
from zhixing.funds.distribution.pots import Chosen, lots, pots_of
from zhixing.funds.distribution.published import published
from zhixing.funds.distribution.working import Told, working
from zhixing.funds.pages.proceeds import from_sales
from zhixing.law.distribution import Distribution
from zhixing.law.money import plain
from zhixing.law.texts import Text, say
from zhixing.parties.acts import LIABLE, Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.questions import parties_of
from zhixing.people.access import officer_of
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.fields import fields

WAYS = (ParticipationApplied, ClaimAdmitted)
AFTER_PLAN = (
    DistributionPlanServed,
    DistributionPlanObjected,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
)


@dataclass(frozen=True, slots=True)
class Received:
    """Who the plan goes to, when it was received, and the last day to object."""

    party: int
    on: date | None
    until: date | None


def distribution_page(request: HttpRequest, number: int) -> HttpResponse:
    """The distribution as of `?as_of=`. POST works a plan out from the receipts chosen and lays it before the director."""
    dossier, day = case_of(request, number), day_of(request)
    wrong: Text | str = ""
    if request.method == "POST":
        try:
            return _propose(request, dossier)
        except (ValueError, msgspec.ValidationError) as error:
            wrong = str(error)
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    now, claims = questions.plan(dossier, day), questions.admitted(dossier, day)
    found = _worked_out(dossier, now.act) if now else None
    people = {part.party for part in parties_of(dossier, None, day)}
    return render(
        request,
        "funds/distribution.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "today": clock.today(),
            "wrong": wrong,
            "submitted": request.POST if wrong else {},
            "title": cases.case_title(dossier, day),
            "waiting": proposed(dossier),
            "names": dict(Party.objects.filter(pk__in=people).values_list("pk", "name")),
            "debtors": [part.party for part in parties_of(dossier, None, day) if part.role in LIABLE],
            "undecided": questions.undecided(dossier, day),
            "claims": claims,
            "plan": now,
            "whose": {each.number: each.creditor for each in questions.claims_of(dossier, now.act)}
            if now
            else {},
            "working": _told(found),
            "left": found.left if found else 0,
            "receivers": _receivers(dossier, day),
            "ends": questions.objecting_ends(dossier, day),
            "objections": questions.objections(dossier, day),
            "due": questions.shares_due(dossier, day),
            "from_sales": from_sales(dossier, day),
            "lots": [
                (lot, "、".join(name for name, _ in divided)) for lot, divided in lots(dossier, day).items()
            ],
            "sources": _there(dossier) if day == clock.today() else (),
            "own_claim": _own_claim(dossier, day) if day == clock.today() else "",
            "ways": [_way(each) for each in (*WAYS, *(AFTER_PLAN if now else ()))]
            if day == clock.today()
            else [],
        },
        status=422 if wrong else 200,
    )


def distribution_file(request: HttpRequest, number: int) -> HttpResponse:
    """The plan's inputs and result as JSON, for `zhixing distribution recompute`."""
    dossier, day = case_of(request, number), day_of(request)
    now = questions.plan(dossier, day)
    if now is None:
        raise Http404("本案还没有分配方案")
    case = cases.case_number(dossier, day)
    body = published(str(case or ""), now.on.isoformat(), now.act, questions.claims_of(dossier, now.act))
    raw = msgspec.json.format(msgspec.json.encode(body), indent=2)
    response = HttpResponse(raw, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="distribution-{number}-{now.seq}.json"'
    return response


def _worked_out(dossier: Dossier, act: DistributionPlanDrawn) -> Distribution:
    return questions.worked_out(act.pots, questions.claims_of(dossier, act), act.order.name)


def _told(found: Distribution | None) -> tuple[Told, ...]:
    return working(found) if found else ()


def _way(act: type[Act]) -> tuple[str, str]:
    return act.tag(), installed().rule(act).label


def _receivers(dossier: Dossier, day: date) -> list[Received]:
    now = questions.plan(dossier, day)
    if now is None:
        return []
    received = questions.served(dossier, now.seq, day)
    found = []
    for party in questions.to_be_served(dossier, now.act):
        on = received.get(party)
        found.append(Received(party, on, questions.last_day(on) if on else None))
    return found


def _own_claim(dossier: Dossier, day: date) -> str:
    """The form of the applicant's claim, filled in with what is owed to the day; empty where it is admitted or cannot be told."""
    applicants = [part.party for part in parties_of(dossier, Role.APPLICANT, day)]
    claims = questions.admitted(dossier, day)
    if not applicants or any(each.act.creditor in applicants for each in claims):
        return ""
    taken = {each.act.number for each in claims}
    number = next(str(each) for each in count(1) if str(each) not in taken)
    act = own_claim(dossier, applicants[0], number, day)
    back = reverse("distribution", args=[dossier.id])
    return form_link(dossier, ClaimAdmitted, _said(act), back=back) if act else ""


def _said(struct: msgspec.Struct, prefix: str = "") -> dict[str, str]:
    """What a form is filled in with, rows too: all that differs from an empty form."""
    found: dict[str, str] = {}
    for field in fields(type(struct)):
        value, key = getattr(struct, field.name), f"{prefix}{field.name}"
        if field.kind == "rows":
            for place, row in enumerate(value):
                found |= _said(row, f"{key}.{place}.")
        elif value not in (None, field.default):
            found[key] = plain(value) if field.kind == "fen" else str(getattr(value, "value", value))
    return found


def _there(dossier: Dossier) -> tuple[Source, ...]:
    """The money that can be distributed, as the ledger has it now."""
    return sources(dossier, lies_there(dossier) + used_since(dossier))


def _propose(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Work out the plan and lay it before its approver. Raises ValueError and door.Refused, which say what is wrong."""
    today, now = clock.today(), questions.plan(dossier, clock.today())
    pots = pots_of(
        [
            Chosen(
                each,
                request.POST.get(f"pot-{each.entry.seq}", "").strip() or str(say("案款")),
                request.POST.get(f"lot-{each.entry.seq}", ""),
            )
            for each in _there(dossier)
            if str(each.entry.seq) in request.POST.getlist("receipt")
        ],
        lots(dossier, today),
    )
    debtor = request.POST.get("debtor", "")
    kind = Party.objects.filter(pk=int(debtor) if debtor.isdecimal() else 0).values_list("kind", flat=True)
    if not kind:
        raise ValueError(str(say("请选择分配的是哪一被执行人的财产")))
    order = ClaimOrder.FIRST_CONTROL if kind[0] == PartyKind.LEGAL else ClaimOrder.PRO_RATA
    claims = questions.admitted(dossier, today)
    found = questions.worked_out(pots, tuple(each.act for each in claims), order.name)
    act = DistributionPlanDrawn(
        debtor=int(debtor),
        order=order,
        pots=pots,
        claims=tuple(each.seq for each in claims),
        shares=questions.given(found),
        amends=now.seq if now else None,
        reason=request.POST.get("reason", "").strip(),
    )
    by = actor(officer_of(request), dossier.court, today, strong=is_strong(request))
    door.propose(dossier.id, door.Step(act=act, by=by, on=today))
    messages.success(request, str(say("分配方案已提请执行局局长批准")), "done")
    return redirect("distribution", number=dossier.id)
