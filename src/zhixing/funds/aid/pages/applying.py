"""Aid in one enforcement case: what its applicants asked for and got, and the form by which one asks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.assets.pages.opening import case_of
from zhixing.cases import questions as cases
from zhixing.funds.aid.acts.application import AidApplied, AidGround
from zhixing.funds.aid.acts.case import AidDeducted, AidTold
from zhixing.funds.aid.called import called
from zhixing.funds.aid.pages.opening import ways
from zhixing.funds.aid.questions.application import aids
from zhixing.funds.pages.overview import me_there
from zhixing.law.money import plain, yuan
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.questions import parties_of
from zhixing.record import clock, door
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.permission import power_refusals

FIELDS = ("applicant", "ground", "asked", "hardship", "proof", "orally", "urgent")


class Unfit(ValueError):
    """A form that cannot be read; the message says how to mend it."""

    def __init__(self, text: Text | str) -> None:
        super().__init__(str(text))


def case_aid_page(request: HttpRequest, number: int) -> HttpResponse:
    """Aid in the case. POST takes an application in."""
    dossier, today = case_of(request, number), clock.today()
    wrong: Text | str = ""
    if request.method == "POST":
        try:
            return _applied(request, dossier)
        except Unfit as unfit:
            wrong = str(unfit)
        except door.Refused as refused:
            wrong = refused.refusals[0].told
    found = aids(dossier, today)
    applicants = [each.party for each in parties_of(dossier, Role.APPLICANT, today)]
    natural = Party.objects.filter(pk__in=applicants, kind=PartyKind.NATURAL)
    names = dict(
        Party.objects.filter(pk__in={*applicants, *(each.person for each in found)}).values_list("pk", "name")
    )
    me, numbers = me_there(request, dossier.court), called([each.aid for each in found])
    rest = next((each for each in found if each.paid > each.deducted), None)
    said = {"paid": str(rest.paid_seq), "amount": plain(rest.paid - rest.deducted)} if rest else {}
    return render(
        request,
        "funds/case_aid.html",
        {
            "here": "cases",
            "dossier": dossier,
            "today": today,
            "title": cases.case_title(dossier, today),
            "livelihood": cases.livelihood(dossier, today),
            "wrong": wrong,
            "submitted": request.POST if wrong else {},
            "aids": [(each, names.get(each.person, ""), numbers.get(each.aid, "")) for each in found],
            "applicants": [(pk, names.get(pk, "")) for pk in natural.values_list("pk", flat=True)],
            "grounds": [(each.value, each.label) for each in AidGround],
            "may_apply": not power_refusals(installed().rule(AidApplied), me),
            "filed": bool(cases.filed_on(dossier, today)),
            "ways": ways(request, dossier, (AidTold, AidDeducted), {AidDeducted: said}),
        },
        status=422 if wrong else 200,
    )


def _applied(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    said = {name: request.POST.get(name, "").strip() for name in FIELDS}
    grounds = [each for each in AidGround if each.value == said["ground"]]
    lacking = [
        label
        for label, there in (
            ("救助申请人", said["applicant"].isdecimal()),
            ("救助情形", bool(grounds)),
            ("生活困难情况", bool(said["hardship"])),
            ("证明材料", bool(said["proof"])),
        )
        if not there
    ]
    if lacking:
        raise Unfit(say("没有填写：{lacking}", lacking="、".join(lacking)))
    try:
        asked = yuan(said["asked"])
    except ValueError as error:
        raise Unfit(str(error)) from error
    act = AidApplied(
        case=dossier.id,
        applicant=int(said["applicant"]),
        ground=grounds[0],
        asked=asked,
        hardship=said["hardship"],
        proof=said["proof"],
        orally=bool(said["orally"]),
        urgent=bool(said["urgent"]),
    )
    by = me_there(request, dossier.court)
    number, _ = door.open_dossier(dossier.court, [door.Step(act=act, by=by, on=clock.today())])
    messages.success(request, str(say("已登记司法救助申请，等待立案")), "done")
    return redirect("aid", number=number)
