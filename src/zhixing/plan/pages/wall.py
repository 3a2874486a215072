"""The plan's wall: stages on a time line with today, measures by group with owner, state, next date, target, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.people.access import officer_of
from zhixing.people.looks import looked
from zhixing.people.powers import posts_on
from zhixing.plan import questions
from zhixing.plan.gathered import CourtStanding, TargetStanding, district, officer_names, targets
from zhixing.plan.models import PlanDraft, PlanRow
from zhixing.plan.pages.may import may_direct, may_draft
from zhixing.plan.questions import Item, MeasureStanding, MeasureState, worklist
from zhixing.plan.shape import Measure, Plan, Stage
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier

STYLE = {
    MeasureState.UNASSIGNED: "soon",
    MeasureState.OVERDUE: "late",
    MeasureState.HINDERED: "soon",
    MeasureState.GOING: "mine",
    MeasureState.DONE: "done",
    MeasureState.ACCEPTED: "done",
    MeasureState.FAILED: "late",
}


@dataclass(frozen=True, slots=True)
class StageBar:
    """A stage on the time line: where it lies in the whole span, in percent, and whether it is the present one."""

    stage: Stage
    last_day: date
    left: int
    width: int
    now: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with its standing in each court, in the order of the courts."""

    measure: Measure
    cells: tuple[tuple[CourtStanding, MeasureStanding, str], ...]
    targets: tuple[TargetStanding, ...]

    @property
    def own(self) -> MeasureStanding:
        """The standing in the court whose dossier is shown, which comes first."""
        return self.cells[0][1]

    @property
    def evidence(self) -> int:
        """How much evidence all courts have filed."""
        return sum(len(standing.evidence) for _, standing, _ in self.cells)


def plan_wall(request: HttpRequest) -> HttpResponse:
    """The newest plan that the signed-in officer's own court follows; with none, how one begins."""
    courts = [post.court for post in posts_on(officer_of(request), clock.today())]
    rows = PlanRow.objects.order_by("-begun_on", "-dossier_id")
    own = rows.filter(court__in=courts).first() or rows.first()
    if own is not None:
        return redirect("plan", number=own.dossier_id)
    drafts = PlanDraft.objects.filter(dossier=None).order_by("-made_at")
    return render(
        request, "plan/none.html", {"here": "plan", "drafts": drafts, "may_draft": may_draft(request)}
    )


def plan_page(request: HttpRequest, number: int) -> HttpResponse:
    """The wall of one court's dossier of the plan; the issuer's shows the whole district."""
    dossier, day = dossier_of(request, number), day_of(request)
    plan = plan_of(dossier, day)
    courts = district(dossier, day)
    rows = rows_of(plan, courts, day)
    stage = questions.stage_on(plan, day)
    lives = [(each, questions.life(each.dossier, day)) for each in courts]
    own = [told for told in lives if told[0].dossier.id == dossier.id]
    return render(
        request,
        "plan/wall.html",
        {
            "here": "plan",
            "dossier": dossier,
            "plan": plan,
            "day": day,
            "is_today": day == clock.today(),
            "court": COURTS_BY_CODE[dossier.court].name_on(day),
            "issuer": questions.is_issuer(dossier),
            "bound_on": questions.adopted_on(dossier, day),
            "bars": bars(plan, day),
            "today_at": _place(plan, day),
            "stage": stage,
            "items": _worklists(courts, stage, day),
            "courts": courts,
            "groups": grouped(rows),
            "names": officer_names(courts, [told.group for _, told in own if told.group]),
            "counts": counts(rows),
            "lives": own,
            "practices": [(each, entry) for each, told in lives for entry in told.practices],
            "answered": Counter(
                one.entry.act.entry for _, told in lives for one in told.received if one.answer is not None
            ),
            "others": len(courts) - 1,
            "origins": {each.dossier.id: each.court.short for each in courts},
            "may_direct": may_direct(request, dossier),
        },
    )


def dossier_of(request: HttpRequest, number: int) -> Dossier:
    """The dossier of a plan, if the signed-in officer may see it: the look is logged. 404 otherwise."""
    try:
        found = door.read(number)
    except door.NoDossier:
        raise Http404("没有这个方案，或者它不在您可以查看的法院") from None
    if found.kind != "plan":
        raise Http404("这个卷宗不是工作方案")
    looked(request, number, request.path)
    return found


def day_of(request: HttpRequest) -> date:
    """The day a page is asked for; today for none, a malformed or a future one."""
    today = clock.today()
    try:
        return min(date.fromisoformat(request.GET.get("as_of", "")), today)
    except ValueError:
        return today


def plan_of(dossier: Dossier, day: date) -> Plan:
    """The plan as it stood that day; 404 before there was one."""
    found = questions.plan(dossier, day)
    if found is None:
        raise Http404("那一天还没有这个方案")
    return found


def rows_of(plan: Plan, courts: Sequence[CourtStanding], day: date) -> list[Row]:
    """Every measure with its standing in each court and its measured targets."""
    known = [each.court for each in courts]
    return [
        Row(
            measure,
            tuple(
                (each, each.measures[measure.no], STYLE[each.measures[measure.no].state]) for each in courts
            ),
            tuple(targets(measure, known, day)),
        )
        for measure in plan.measures
    ]


def grouped(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The measures under their groups, in the order of the plan."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.measure.group, []).append(row)
    return list(groups.items())


def counts(rows: Sequence[Row]) -> list[tuple[str, int, str]]:
    """State → in how many courts how many measures are so."""
    states = [standing.state for row in rows for _, standing, _ in row.cells]
    return [(state.value, states.count(state), STYLE[state]) for state in MeasureState if state in states]


def bars(plan: Plan, day: date) -> list[StageBar]:
    """The stages as bars on a line from the first day to the last."""
    span = questions.whole_span(plan)
    if span is None:
        return []
    whole = max(1, (span[1] - span[0]).days)
    now = questions.stage_on(plan, day)
    return [
        StageBar(
            stage,
            date.fromordinal(stage.until.toordinal() - 1),
            (stage.since - span[0]).days * 100 // whole,
            max(1, (stage.until - stage.since).days * 100 // whole),
            stage == now,
        )
        for stage in plan.stages
    ]


def _place(plan: Plan, day: date) -> int | None:
    span = questions.whole_span(plan)
    if span is None or not span[0] <= day < span[1]:
        return None
    return (day - span[0]).days * 100 // max(1, (span[1] - span[0]).days)


def _worklists(
    courts: Sequence[CourtStanding], stage: Stage | None, day: date
) -> list[tuple[CourtStanding, list[Item]]]:
    if stage is None:
        return []
    return [(each, worklist(each.dossier, stage, day)) for each in courts]
