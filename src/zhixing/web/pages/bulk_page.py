"""The same act in many cases at once: each on its own, each with its own result.

Nothing is all-or-nothing here: what the law refuses in one case does not hold up the others, and the result says which and why.
Approvals are not given in bulk: whoever approves answers for having read that case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.cases.models import CaseRow
from zhixing.law.texts import Text, say
from zhixing.people.models import Officer
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.rule import ActRule, Refusal
from zhixing.record.rules import OWN
from zhixing.web.act_fields import Field, Mistakes, act_from, fields
from zhixing.web.act_inputs import Choosable, inputs
from zhixing.web.signed_in import acting

MOST = 200
OF_ONE_CASE = ("party", "account", "seq", "dossier", "file")  # inputs that mean something in one case only


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one case: done, or the refusals that stand against it."""

    number: str
    link: str
    outcome: Text | None = None
    refused: Sequence[Refusal] = ()


def many_acts() -> list[ActRule]:
    """The acts that can be done in many cases by one form: those none of whose fields belongs to one case."""
    return [
        rule
        for rule in installed()
        if not (rule.internal or rule.opens or rule.steps or rule.act in OWN)
        and not _of_one_case(fields(rule.act))
    ]


def _of_one_case(columns: Iterable[Field]) -> bool:
    return any(each.kind in OF_ONE_CASE or _of_one_case(each.columns) for each in columns)


@transaction.non_atomic_requests  # each case is committed on its own
def bulk_page(request: HttpRequest) -> HttpResponse:
    """GET with ?case=…&case=… chooses an act and shows its form; POST does it in each case and shows each result."""
    sent = request.POST if request.method == "POST" else request.GET
    chosen = _chosen(sent.getlist("case"))
    rules = many_acts()
    rule = next((each for each in rules if each.tag == sent.get("act")), None)
    page: dict[str, object] = {
        "here": "cases",
        "cases": chosen,
        "rules": _grouped(rules),
        "rule": rule,
        "most": MOST,
    }
    if rule is None or not chosen:
        return render(request, "web/bulk.html", page)
    submitted = {key: request.POST.getlist(key) for key in request.POST}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        try:
            act, on = act_from(rule.act, submitted), date.fromisoformat(request.POST.get("on", ""))
            results = _do_all(request, chosen, rule, act, on)
            page["results"], page["done"] = results, sum(not each.refused for each in results)
            return render(request, "web/bulk.html", page)
        except Mistakes as error:
            wrong = error.found
        except ValueError:
            wrong = {"on": str(say("请填写日期，写成 2017-06-15 的形式"))}
    officers = Officer.objects.filter(
        posts__court__in={row.court for row in chosen}, is_active=True
    ).distinct()
    offered = Choosable((), tuple((str(each.pk), each.name) for each in officers.order_by("name")), ())
    page |= {"inputs": inputs(fields(rule.act), submitted, wrong, offered), "wrong": wrong}
    page["on"] = (submitted.get("on") or [clock.today().isoformat()])[0]
    return render(request, "web/bulk.html", page, status=422 if wrong else 200)


def _chosen(numbers: Sequence[str]) -> list[CaseRow]:
    wanted = [int(text) for text in numbers if text.isdecimal()][:MOST]
    return list(CaseRow.objects.filter(dossier_id__in=wanted).order_by("dossier_id"))


def _grouped(rules: Sequence[ActRule]) -> list[tuple[str, list[ActRule]]]:
    groups: dict[str, list[ActRule]] = {}
    for rule in rules:
        groups.setdefault(rule.group, []).append(rule)
    return list(groups.items())


def _do_all(
    request: HttpRequest, chosen: Sequence[CaseRow], rule: ActRule, act: Act, on: date
) -> list[Result]:
    def do(row: CaseRow) -> Text:
        step = door.Step(act=act, by=acting(request, row.court), on=on)
        if rule.approved_by is None:
            door.enter_all(row.dossier_id, [step])
            return say("已录入")
        door.propose(row.dossier_id, step, note=request.POST.get("note", ""))
        return say("已提请{approver}批准", approver=rule.approved_by.label)

    return [_tried(row, do) for row in chosen]


def _tried(row: CaseRow, do: Callable[[CaseRow], Text]) -> Result:
    link = reverse("case", args=[row.dossier_id])
    try:
        return Result(row.number, link, outcome=do(row))
    except door.Refused as error:
        return Result(row.number, link, refused=error.refusals)
