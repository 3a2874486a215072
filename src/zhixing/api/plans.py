"""Plans over the API: which there are, how each measure stands in each court as of a day; and indicators by name.

Acts of a plan's dossier are tried, entered, proposed and approved like those of a case, at /cases/{number}/….
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from zhixing.api.problem import not_found
from zhixing.api.routing import AS_OF, CURSOR, KNOWN_AT, LIMIT, Answer, Ask, Route
from zhixing.api.saying import Said
from zhixing.api.shapes import Page
from zhixing.law.answers import Found
from zhixing.plan import questions
from zhixing.plan.gathered import CourtStanding, district, targets
from zhixing.plan.models import PlanRow
from zhixing.record.indicator import Counted, Indicator, Measured, installed_indicators


class PlanLine(msgspec.Struct, frozen=True):
    """A plan in one court; `issuing` is the issuer's dossier."""

    id: int
    court: str
    title: str
    document_no: str
    issuing: int
    begun_on: date
    bound_on: date | None


class MeasureInCourt(msgspec.Struct, frozen=True):
    """How a measure stands in a court."""

    court: str
    dossier: int
    state: Said
    department: str
    owner: int | None
    leader: int | None
    next_due: date | None
    overdue: int
    done: int
    tasks: int
    evidence: int


class Figure(msgspec.Struct, frozen=True):
    """A measured figure: numerator and denominator, so that nothing is lost; both None and why when it cannot be told."""

    court: str
    numerator: int | None
    denominator: int | None
    because: list[Said]
    missing: list[Said]


class LineOut(msgspec.Struct, frozen=True):
    """A line that an indicator counts; `counted` where it is in the numerator."""

    case: int
    court: str
    number: str
    opened_on: date | None
    due: date | None
    done_on: date | None
    counted: bool
    note: Said


class TargetOut(msgspec.Struct, frozen=True):
    """A target with what each court has reached."""

    value: str
    unit: str
    of: str
    by: date | None
    indicator: str
    reached: list[Figure]


class MeasureOut(msgspec.Struct, frozen=True):
    """A measure with its standing in each court that the token sees."""

    no: int
    group: str
    title: str
    courts: list[MeasureInCourt]
    targets: list[TargetOut]


class PlanOut(msgspec.Struct, frozen=True):
    """A plan as of a day."""

    id: int
    as_of: date
    head: int
    court: str
    title: str
    document_no: str
    stage: str
    bound_on: date | None
    measures: list[MeasureOut]


class IndicatorOut(msgspec.Struct, frozen=True):
    """An indicator: its name and definition."""

    name: str
    label: Said
    unit: str
    of: Said


def plans(ask: Ask) -> Answer:
    """The plans of the token's courts; the cursor is the last dossier."""
    found = PlanRow.objects.filter(court__in=ask.holder.courts).order_by("dossier_id")
    page = ask.page(list(found), lambda row: row.dossier_id)
    return Answer(Page([_line(row) for row in page.items], page.next))


def _line(row: PlanRow) -> PlanLine:
    return PlanLine(
        row.dossier_id, row.court, row.title, row.document_no, row.issuing, row.begun_on, row.bound_on
    )


def plan(ask: Ask) -> Answer:
    """One plan as of a day, as known at a moment: of the issuer every court the token sees, else that court alone."""
    whole, then = ask.dossier(), ask.then()
    dossier = then.of(whole)
    found = questions.plan(dossier, then.on) if dossier.kind == "plan" else None
    if found is None:
        raise not_found(f"截至 {then.on}，这个卷宗里没有工作方案")
    courts = [each for each in district(dossier, then.on) if each.court.code in ask.holder.courts]
    stage = questions.stage_on(found, then.on)
    measures = [
        MeasureOut(
            each.no,
            each.group,
            each.title,
            [_in_court(one, each.no) for one in courts],
            [
                TargetOut(
                    told.target.value,
                    told.target.unit,
                    told.target.of,
                    told.target.by,
                    told.target.indicator,
                    [_figure(one.court.code, one.measured) for one in told.reached],
                )
                for told in targets(each, [one.court for one in courts], then.on)
            ],
        )
        for each in found.measures
    ]
    out = PlanOut(
        whole.id,
        then.on,
        whole.head,
        whole.court,
        found.title,
        found.document_no,
        stage.name if stage else "",
        questions.adopted_on(dossier, then.on),
        measures,
    )
    return Answer(out)


def _in_court(court: CourtStanding, no: int) -> MeasureInCourt:
    found = court.measures[no]
    given = found.assigned.act if found.assigned else None
    due = found.next_due
    return MeasureInCourt(
        court.court.code,
        court.dossier.id,
        found.state.value,
        given.department if given else "",
        given.owner if given else None,
        given.leader if given else None,
        due.due if due else None,
        len(found.overdue),
        len(found.done),
        len(found.occasions),
        len(found.evidence),
    )


def _figure(court: str, measured: Measured) -> Figure:
    if not isinstance(measured, Found):
        return Figure(court, None, None, [], [str(each) for each in measured.missing])
    share: Fraction = measured.value
    return Figure(court, share.numerator, share.denominator, [str(each) for each in measured.because], [])


def indicators(ask: Ask) -> Answer:
    """Every indicator there is."""
    found = [_indicator(each) for _, each in sorted(installed_indicators().items())]
    page = ask.page(list(enumerate(found)), lambda pair: pair[0])
    return Answer(Page([each for _, each in page.items], page.next))


def _indicator(each: Indicator) -> IndicatorOut:
    return IndicatorOut(each.name, each.label, each.unit, each.of)


def indicator(ask: Ask) -> Answer:
    """An indicator measured for each court of the token on a day."""
    found = installed_indicators().get(ask.places["name"])
    if found is None:
        raise not_found(f"没有“{ask.places['name']}”这个指标，全部指标见 /api/v1/indicators")
    told = found.measure(ask.holder.courts, ask.day())
    return Answer(Page([_figure(court, measured) for court, measured in told.items()]))


def indicator_lines(ask: Ask) -> Answer:
    """The lines that an indicator counts in the courts of the token, this year up to a day."""
    found = installed_indicators().get(ask.places["name"])
    if found is None or found.lines is None:
        raise not_found(
            f"没有“{ask.places['name']}”这个指标，或者它不是数案件的；全部指标见 /api/v1/indicators"
        )
    lines = found.lines(ask.holder.courts, ask.day())
    page = ask.page(list(enumerate(lines)), lambda pair: pair[0])
    return Answer(Page([_counted(each) for _, each in page.items], page.next))


def _counted(each: Counted) -> LineOut:
    return LineOut(
        each.dossier, each.court, each.case, each.opened_on, each.due, each.done_on, each.counted, each.note
    )


THEN = (AS_OF, KNOWN_AT)
ROUTES = (
    Route("GET", "/plans", "工作方案", plans, Page[PlanLine], params=(CURSOR, LIMIT)),
    Route("GET", "/plans/{number}", "一个方案截至某日的落实情形", plan, PlanOut, params=THEN),
    Route("GET", "/indicators", "全部指标", indicators, Page[IndicatorOut], params=(CURSOR, LIMIT)),
    Route("GET", "/indicators/{name}", "一个指标在各法院的数值", indicator, Page[Figure], params=(AS_OF,)),
    Route(
        "GET",
        "/indicators/{name}/lines",
        "一个指标所数的案件",
        indicator_lines,
        Page[LineOut],
        params=(AS_OF, CURSOR, LIMIT),
    ),
)
