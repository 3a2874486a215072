"""The form of an act, made from its type; on the right, live, what entering it would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from zhixing.assets.told import with_details_sealed
from zhixing.law.texts import say
from zhixing.record import clock, door, files
from zhixing.record.act import Act
from zhixing.record.catalogue import UnknownAct, installed
from zhixing.record.dossier import Dossier
from zhixing.record.files import objection
from zhixing.record.outcome import as_if_approved, outcome
from zhixing.record.rule import ActRule, Refusal
from zhixing.record.rules import OWN
from zhixing.record.sealed import seal, sealed_fields
from zhixing.web.act_fields import Mistakes, act_from, fields
from zhixing.web.act_inputs import inputs
from zhixing.web.choosable import choosable_in
from zhixing.web.pages.record_panels import names_in
from zhixing.web.showing import lines
from zhixing.web.signed_in import acting, dossier_of, officer_of
from zhixing.web.uploads import NOT_YET, Keep, taken


def act_page(request: HttpRequest, number: int, tag: str) -> HttpResponse:
    """GET shows the form; POST enters the act, or lays it before its approver; ?dry=1 only says what would happen."""
    dossier = dossier_of(request, number)
    rule = rule_of(tag)
    if request.method == "POST":
        return _dry_run(request, dossier, rule) if "dry" in request.GET else _enter(request, dossier, rule)
    named = {field.name for each in _steps(rule) for field in fields(each.act)}
    named |= {"on"}
    asked = {
        key: request.GET.getlist(key) for key in request.GET if key.split(".")[0] in named
    }  # a link may fill fields in
    return _form(request, dossier, rule, asked, {}, [])


def rule_of(tag: str) -> ActRule:
    """The rule of an act that a form may enter; 404 for another."""
    try:
        rule = installed().rule(tag)
    except UnknownAct:
        raise Http404("没有这种行为") from None
    if rule.internal or rule.opens or rule.act in OWN:
        raise Http404("这种行为不能单独录入")
    return rule


def _steps(rule: ActRule) -> tuple[ActRule, ...]:
    return (rule, *(installed().rule(each) for each in rule.steps))


def _form(
    request: HttpRequest,
    dossier: Dossier,
    rule: ActRule,
    submitted: dict[str, list[str]],
    wrong: dict[str, str],
    refused: list[Refusal],
) -> HttpResponse:
    me, today = acting(request, dossier.court), clock.today()
    choosable = choosable_in(dossier, today, submitted)
    # Each further act of the same step has its own prefix, so that two acts may have a field of the same name.
    parts = [
        (each, inputs(fields(each.act), submitted, wrong, choosable, f"{place}:" if place else ""))
        for place, each in enumerate(_steps(rule))
    ]
    return render(
        request,
        "web/act.html",
        {
            "here": "cases",
            "dossier": dossier,
            "rule": rule,
            "parts": parts,
            "on": (submitted.get("on") or [today.isoformat()])[0],
            "wrong": wrong,
            "note": (submitted.get("note") or [""])[0],
            "refused": refused or door.standing_refusals(dossier, rule, me, today),
            "head": dossier.head,
            "number": dossier.id,
            "back": _back(request, dossier.id),
        },
        status=422 if wrong or refused else 200,
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """A submitted form: the acts and the day it tells, what is wrong with it, and what it says, to be shown again."""

    acts: list[Act]
    on: date
    wrong: dict[str, str]
    submitted: dict[str, list[str]]


def read_form(request: HttpRequest, dossier: Dossier, rule: ActRule, *, keep: bool = False) -> Filled:
    """Read a submitted form; with `keep`, the files that came with it are kept, whatever else is wrong with it."""
    submitted, wrong = taken(request, keeper(request, dossier) if keep else None)
    acts: list[Act] = []
    for place, each in enumerate(_steps(rule)):
        prefix = f"{place}:" if place else ""
        own = {key.removeprefix(prefix): value for key, value in submitted.items() if key.startswith(prefix)}
        if keep:
            own = sealed_form(dossier.court, each.act, own)
        try:
            acts.append(with_details_sealed(dossier.court, act_from(each.act, own), keep=keep))
        except Mistakes as error:
            wrong = {f"{prefix}{key}": text for key, text in error.found.items()} | wrong
    lacking = objection(dossier.court, acts, besides=frozenset() if keep else {NOT_YET})
    if lacking is not None:
        wrong[""] = str(lacking)
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        on = clock.today()
        wrong["on"] = "请填写日期，写成 2017-06-15 的形式"
    return Filled(acts, on, wrong, submitted)


def sealed_form(court: str, kind: type[Act], submitted: dict[str, list[str]]) -> dict[str, list[str]]:
    """The form with what identifies things kept encrypted, and its keyed hash in its place."""
    names = sealed_fields(kind)
    return {
        key: [seal(court, each) if each.strip() else each for each in values]
        if key.split(".")[-1] in names
        else values
        for key, values in submitted.items()
    }


def keeper(request: HttpRequest, dossier: Dossier) -> Keep:
    """Keeps files for the dossier's court, as sent by the signed-in officer."""
    sender = officer_of(request).pk
    return lambda name, content: files.keep(dossier.court, name, content, sender)


def _enter(request: HttpRequest, dossier: Dossier, rule: ActRule) -> HttpResponse:
    form = read_form(request, dossier, rule, keep=True)
    if form.wrong:
        return _form(request, dossier, rule, form.submitted, form.wrong, [])
    me = acting(request, dossier.court)
    head = request.POST.get("head", "")
    expect = int(head) if head.isdecimal() else None
    try:
        if rule.approved_by is None:
            steps = [door.Step(act=act, by=me, on=form.on) for act in form.acts]
            entered = door.enter_all(dossier.id, steps, expect=expect)
            messages.success(request, _done(dossier.id, rule, entered[0].seq), "done")
        else:
            door.propose(
                dossier.id,
                door.Step(act=form.acts[0], by=me, on=form.on),
                note=request.POST.get("note", ""),
                expect=expect,
            )
            messages.success(request, f"“{rule.label}”已提请{rule.approved_by.label}批准", "done")
    except door.Refused as error:
        return _form(request, dossier, rule, form.submitted, {}, list(error.refusals))
    except door.Stale as error:
        return _form(request, dossier, rule, form.submitted, {"": str(error)}, [])
    return redirect(_back(request, dossier.id))


def _back(request: HttpRequest, number: int) -> str:
    """The page of the case from which the form was opened, else the case."""
    case = reverse("case", args=[number])
    asked = request.POST.get("back") or request.GET.get("back", "")
    return asked if asked.startswith(case) else case


def _done(number: int, rule: ActRule, seq: int) -> str:
    """What was entered, and how it would be undone."""
    labels = "、".join(each.label for each in _steps(rule))
    return format_html(
        '{} <a href="{}">{}</a> {}',
        str(say("已录入：{acts}。", acts=labels)),
        reverse("correct", args=[number, seq]),
        str(say("录错了？更正它")),
        str(say("（原记录留在卷里，经批准后由更正的内容代替；也可以整条撤销）")),
    )


def _dry_run(request: HttpRequest, dossier: Dossier, rule: ActRule) -> HttpResponse:
    form = read_form(request, dossier, rule)
    me = acting(request, dossier.court)
    found: dict[str, object] = {"rule": rule, "wrong": form.wrong, "dossier": dossier, "on": form.on}
    if not form.wrong:
        try:
            tried = outcome(dossier, [as_if_approved(rule, act, me, form.on) for act in form.acts])
            found |= {"opens": tried.opened, "closes": tried.closed}
            found["entries"] = [(entry, lines(entry.act, names_in(tried.after))) for entry in tried.entries]
        except door.Refused as error:
            found["refused"] = error.refusals
    return render(request, "web/dry_run.html", found)
