"""The clean-up of old case money over the API: campaigns with their figures, and the lines behind each figure.

Conclusions and the joint check are acts of the campaign's dossier, entered and approved at /cases/{number}/….
"""

from __future__ import annotations

from zhixing.api.money import accounting, needs_one_of
from zhixing.api.money_shapes import (
    ClassTotal,
    ClearanceOut,
    OldLineOut,
    Proposal,
    RegisteredOut,
    SendRegister,
)
from zhixing.api.problem import Problem, not_found
from zhixing.api.routing import CURSOR, LIMIT, Answer, Ask, Param, Route, taken
from zhixing.api.saying import said
from zhixing.api.shapes import Page
from zhixing.cases.models import CaseRow
from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.clearance.progress import paid_out, progress
from zhixing.funds.clearance.proposing import proposals
from zhixing.funds.clearance.questions import OldClass
from zhixing.funds.clearance.register import take_in
from zhixing.funds.pages.overview import MONEY
from zhixing.funds.statement import StatementRefused
from zhixing.record.files import NotKept

_KINDS = ", ".join(each.value for each in OldClass)
KIND = Param("kind", f"只列这一结论的：{_KINDS}")
FLOW = Param("flow", "只列这一流水号的")


def clearances(ask: Ask) -> Answer:
    """The campaigns of the token's courts, each with its figures."""
    needs_one_of(ask, MONEY)
    rows = list(ClearanceRow.objects.filter(court__in=ask.holder.courts).order_by("dossier_id"))
    page = ask.page(rows, lambda row: row.dossier_id)
    return Answer(Page([_campaign(row) for row in page.items], page.next))


def clearance(ask: Ask) -> Answer:
    """One campaign, as the joint check asks for it."""
    return Answer(_campaign(_clearance(ask)))


def _clearance(ask: Ask) -> ClearanceRow:
    row = ClearanceRow.objects.filter(dossier_id=ask.dossier().id).first()
    if row is None:
        raise not_found("没有这项案款清理")
    needs_one_of(ask, MONEY)
    return row


def _campaign(row: ClearanceRow) -> ClearanceOut:
    found = progress(row)
    return ClearanceOut(
        row.dossier_id,
        row.court,
        row.name,
        row.account,
        row.base_on,
        row.own_by,
        row.joint_by,
        row.done_by,
        row.inspected_on,
        row.finished_on,
        [
            ClassTotal(str(kind.value), said(kind.label), total.lines, total.sum)
            for kind, total in found.by_class.items()
        ],
        found.all.lines,
        found.all.sum,
        found.done,
        found.paid.lines,
        found.paid.sum,
        found.suspense,
        found.difference,
    )


def clearance_lines(ask: Ask) -> Answer:
    """The lines, each with its conclusion; of one that waits, the cases for which something speaks."""
    row = _clearance(ask)
    lines = OldLineRow.objects.filter(dossier_id=row.dossier_id, pk__gt=ask.whole("cursor", 0, 10**18))
    if kind := ask.text("kind"):
        lines = lines.filter(kind=kind)
    if flow := ask.text("flow"):
        lines = lines.filter(flow=flow)
    limit = ask.limit()
    found = list(lines.order_by("pk")[: limit + 1])
    more = str(found[limit - 1].pk) if len(found) > limit else None
    shown = found[:limit]
    likely = proposals(row, [each for each in shown if each.kind == OldClass.WAITING.value])
    concluded = [each.case for each in shown if each.case]
    numbers = dict(CaseRow.objects.filter(dossier_id__in=concluded).values_list("dossier_id", "number"))
    gone = paid_out(row.court, concluded)
    return Answer(
        Page(
            [
                OldLineOut(
                    each.flow,
                    each.amount,
                    each.on,
                    each.kind,
                    said(OldClass(each.kind).label),
                    each.case,
                    numbers.get(each.case or 0, ""),
                    each.case in gone,
                    each.until,
                    each.owner,
                    each.since,
                    each.seq,
                    [
                        Proposal(one.case, one.number, one.score, said(one.why))
                        for one in likely.get(each.flow, ())
                    ],
                )
                for each in shown
            ],
            more,
        )
    )


def register(ask: Ask) -> Answer:
    """Take a register of old money in: each line once."""
    row = _clearance(ask)
    accounting(ask, row.court)
    given = taken(ask.body, SendRegister)
    try:
        new, known = take_in(row, given.name, given.content, ask.holder.acting(row.court), ask.holder.today)
    except (StatementRefused, NotKept) as refused:
        raise Problem(422, "not-taken", "登记册没有登记", said(refused.text), at="$.content") from refused
    return Answer(RegisteredOut(new, known), status=201)


PAGED = (CURSOR, LIMIT)
ROUTES = (
    Route("GET", "/clearances", "案款清理", clearances, Page[ClearanceOut], params=PAGED),
    Route("GET", "/clearances/{number}", "一项案款清理的进度", clearance, ClearanceOut),
    Route(
        "GET",
        "/clearances/{number}/lines",
        "历史案款的明细和结论",
        clearance_lines,
        Page[OldLineOut],
        params=(KIND, FLOW, *PAGED),
    ),
    Route(
        "POST",
        "/clearances/{number}/register",
        "登记暂存款明细",
        register,
        RegisteredOut,
        SendRegister,
        status=201,
        writes=True,
        bulky=True,
    ),
)
