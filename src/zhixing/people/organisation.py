"""Pages of staffing and equipment: the district's courts side by side, and one court's organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from zhixing.law.answers import Found, Undetermined
from zhixing.law.courts import COURTS, COURTS_BY_CODE, Court
from zhixing.law.texts import say
from zhixing.people import questions
from zhixing.people.access import officer_of
from zhixing.people.acts import OrganisationOpened
from zhixing.people.looks import looked
from zhixing.people.models import Officer, OrganisationRow
from zhixing.people.powers import actor, courts_seen, powers_by_court
from zhixing.people.questions import Quota, Stock
from zhixing.people.rules import RULES
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier

OPENING = next(rule for rule in RULES if rule.act is OrganisationOpened)


@dataclass(frozen=True, slots=True)
class CourtStaff:
    """One court as the wall shows it. Without a dossier there is nothing but its name."""

    court: Court
    dossier: int | None
    share: Found[Fraction] | Undetermined | None = None
    quota: Found[Quota] | Undetermined | None = None
    stock: Sequence[Stock] = ()
    counted_on: date | None = None
    on: date | None = None

    @property
    def percent(self) -> str:
        """The share with one decimal; empty when it cannot be told."""
        return percent(self.share.value) if isinstance(self.share, Found) else ""

    @property
    def target(self) -> str:
        """What the share should reach."""
        return percent(questions.least_share(self.court.code))

    @property
    def met(self) -> bool | None:
        """Whether it does; None when it cannot be told."""
        if not isinstance(self.share, Found):
            return None
        return self.share.value >= questions.least_share(self.court.code)

    @property
    def quotas(self) -> tuple[str, str, bool] | None:
        """The share of judges in enforcement and in trial, and whether enforcement is not behind."""
        if not isinstance(self.quota, Found):
            return None
        found = self.quota.value
        return percent(found.enforcement), percent(found.trial), found.equal

    @property
    def overdue(self) -> int:
        """How many lots of equipment should have been checked."""
        return sum(each.overdue(self.on) for each in self.stock if self.on)

    @property
    def working(self) -> str:
        """Each kind of equipment: how many work, of how many."""
        found: dict[str, tuple[int, int]] = {}
        for each in self.stock:
            label = each.entry.act.kind.label
            works, left = found.get(label, (0, 0))
            found[label] = (works + each.working, left + each.left)
        return "、".join(f"{label} {works} / {left}" for label, (works, left) in found.items())


def percent(share: Fraction) -> str:
    """A share in percent with one decimal."""
    tenths = round(share * 1000)
    return f"{tenths // 10}.{tenths % 10}"


def organisation_wall(request: HttpRequest) -> HttpResponse:
    """The courts the officer may see, side by side."""
    day = clock.today()
    rows = dict(OrganisationRow.objects.values_list("court", "dossier_id"))
    seen = courts_seen(officer_of(request), day)
    read = {each.id: each for each in door.read_many(sorted(rows.values()))}
    found = [
        _court_staff(court, read.get(rows.get(court.code, 0)), day) for court in COURTS if court.code in seen
    ]
    held = powers_by_court(officer_of(request), day)
    may_open = [
        court.code
        for court in COURTS
        if court.code not in rows and held.get(court.code, frozenset()) & set(OPENING.by)
    ]
    told = {"here": "organisation", "courts": found, "day": day, "may_open": may_open}
    return render(request, "people/organisation.html", told)


@require_POST
def organisation_open(request: HttpRequest) -> HttpResponse:
    """Begin the dossier of the officer's own court."""
    court, day = request.POST.get("court", ""), clock.today()
    if court not in COURTS_BY_CODE:
        raise Http404("没有这个法院")
    me = actor(officer_of(request), court, day)
    if not {power.value for power in OPENING.by} & set(me.powers):
        raise PermissionDenied(str(say("机构卷宗由本院执行局局长或院领导建立")))
    there = OrganisationRow.objects.filter(court=court).first()
    if there is not None:
        return redirect("court-organisation", number=there.dossier_id)
    number, _ = door.open_dossier(court, [door.Step(act=OrganisationOpened(), by=me, on=day)])
    messages.success(request, str(say("已建立机构卷宗。下一步：清点人员")), "done")
    return redirect("court-organisation", number=number)


def court_organisation(request: HttpRequest, number: int) -> HttpResponse:
    """One court: its people by department, quotas, categories, equipment, as of a day."""
    try:
        dossier = door.read(number)
    except door.NoDossier:
        raise Http404("没有这个卷宗，或者它不在您可以查看的法院") from None
    if dossier.kind != "court-organisation":
        raise Http404("这个卷宗不是机构卷宗")
    looked(request, number, request.path)
    day = _day(request)
    categories = questions.categories(dossier, day)
    return render(
        request,
        "people/court_organisation.html",
        {
            "here": "organisation",
            "dossier": dossier,
            "day": day,
            "is_today": day == clock.today(),
            "staff": _court_staff(COURTS_BY_CODE[dossier.court], dossier, day),
            "counted": questions.counted(dossier, day),
            "stock": questions.equipment(dossier, day),
            "categories": categories,
            "names": dict(Officer.objects.filter(pk__in=categories).values_list("pk", "name")),
        },
    )


def _day(request: HttpRequest) -> date:
    today = clock.today()
    try:
        return min(date.fromisoformat(request.GET.get("as_of", "")), today)
    except ValueError:
        return today


def _court_staff(court: Court, dossier: Dossier | None, day: date) -> CourtStaff:
    if dossier is None:
        return CourtStaff(court, None)
    counted = questions.counted(dossier, day)
    return CourtStaff(
        court,
        dossier.id,
        questions.enforcement_share(dossier, day),
        questions.quota(dossier, day),
        questions.equipment(dossier, day),
        counted.on if counted else None,
        day,
    )
