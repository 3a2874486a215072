"""The page of a case's inquiries: what must be asked by when, how far each debtor is covered, and every request that went out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.acts.inquiry import (
    ControlRequested,
    FindingDisputed,
    InquiryRepeated,
    InquirySent,
    RecheckResult,
)
from zhixing.assets.models import NetworkRequest
from zhixing.assets.network.models import RequestState
from zhixing.assets.pages.filled import form_link
from zhixing.assets.pages.filled_price import Said
from zhixing.assets.pages.network import label_of
from zhixing.assets.pages.opening import case_of, day_of
from zhixing.assets.questions.inquiry import AskedSince, asked_since, control_requests, coverage
from zhixing.cases import questions as cases
from zhixing.law.texts import Text, say
from zhixing.parties.models import Party
from zhixing.record import clock
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

WAITING = (Standing.OPEN, Standing.OVERDUE, Standing.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Period:
    """A time within which to ask about property: how often it was done, what was asked since, the form that ends it."""

    duty: Duty
    standing: str
    late: bool
    done: int
    since: AskedSince
    label: Text | str = ""
    link: str = ""


def inquiries(request: HttpRequest, number: int) -> HttpResponse:
    """What was asked in one case, and how far each debtor is covered."""
    dossier, day = case_of(request, number), day_of(request)
    found = coverage(dossier, day)
    names = dict(Party.objects.filter(pk__in=[each.debtor for each in found]).values_list("pk", "name"))
    requests = NetworkRequest.objects.filter(dossier_id=number).order_by("pk")
    back = reverse("inquiries", args=[number])
    return render(
        request,
        "assets/inquiries.html",
        {
            "here": "cases",
            "dossier": dossier,
            "title": cases.case_title(dossier, day),
            "day": day,
            "today": day == clock.today(),
            "periods": list(_periods(dossier, day, back)),
            "covers": [(names.get(each.debtor, ""), each, len(each.covers)) for each in found],
            "controls": control_requests(dossier, day),
            "requests": [
                (each, label_of(each.institution), RequestState(each.state).label) for each in requests
            ],
            "inquire": form_link(
                dossier, InquirySent, {"debtors": [str(each.debtor) for each in found]}, back=back
            ),
            "dispute": form_link(dossier, FindingDisputed, {}, back=back),
            "control": form_link(dossier, ControlRequested, {}, back=back),
        },
    )


def _periods(dossier: Dossier, day: date, back: str) -> Iterable[Period]:
    """The next time of each duty to ask about property: the first inquiry, and what the law wants asked again at intervals."""
    seen: set[str] = set()
    known = duties(installed().duties, dossier.as_of(day))
    for duty in sorted(known, key=lambda each: (each.due or date.max, each.index)):
        rule = duty.rule
        kinds = [each for each in rule.closes_on if issubclass(each, InquirySent | InquiryRepeated)]
        standing = duty.standing(day)
        if not kinds or standing not in WAITING or rule.name in seen:
            continue
        seen.add(rule.name)
        repeats = tuple(each for each in rule.closes_on if issubclass(each, InquiryRepeated))
        ends = rule.closes_on if repeats else (InquiryRepeated,)
        since = asked_since(dossier, duty.opening, day, ends)
        done = sum(each.rule is rule and each.met_by is not None for each in known)
        late = standing is Standing.OVERDUE
        if not repeats:
            yield Period(duty, standing.value, late, done, since)
            continue
        link = form_link(dossier, repeats[0], _outcome(since), back=back)
        yield Period(duty, standing.value, late, done, since, installed().rule(repeats[0]).label, link)


def _outcome(since: AskedSince) -> Said:
    """What the answers since the last time say, as the form has it; nothing while nobody was asked."""
    if since.sent is None:
        return {}
    result = RecheckResult.FOUND if since.found else RecheckResult.NONE
    names = "；".join(each.act.name for each in since.found)
    receipt = str(say("第 {seq} 条网络查询", seq=since.sent.seq))
    return {"result": str(result.value), "found": names, "receipt": receipt}
