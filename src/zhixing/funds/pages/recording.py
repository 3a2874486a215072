"""Recording at once all that came to a case and is not yet recorded as satisfied: many instalments, one form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from zhixing.assets.pages.opening import case_of
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded, VoluntarilyPerformed
from zhixing.funds.pages.overview import me_there
from zhixing.funds.questions.case_money import Receipt, receipts
from zhixing.law.texts import say
from zhixing.parties.acts import LIABLE
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

TRANSFERRED = str(SatisfactionKind.TRANSFERRED.value)


def hows(dossier: Dossier) -> list[tuple[str, str]]:
    """How money may have come: paid by one of the liable, or transferred by the court; nothing where only one receipt is open."""
    today = clock.today()
    if len([each for each in receipts(dossier, today) if each.unrecorded > 0]) < 2:
        return []
    liable = list(
        dict.fromkeys(part.party for part in parties_of(dossier, None, today) if part.role in LIABLE)
    )
    names = dict(Party.objects.filter(pk__in=liable).values_list("pk", "name"))
    paid = [(str(each), str(say("{name}自动履行", name=names.get(each, "")))) for each in liable]
    return [*paid, (TRANSFERRED, SatisfactionKind.TRANSFERRED.label)]


@require_POST
def record_all(request: HttpRequest, number: int) -> HttpResponse:
    """Enter every receipt that is open, each with its own day and sum: all of them or none."""
    dossier = case_of(request, number)
    how, today = request.POST.get("how", ""), clock.today()
    if how not in dict(hows(dossier)):
        messages.error(request, str(say("请选择款项是怎样到位的")), "late")
        return redirect("case-money", number)
    opened = [each for each in receipts(dossier, today) if each.unrecorded > 0]
    by = me_there(request, dossier.court)
    steps = [door.Step(act=_act(each, how), by=by, on=each.paid_on) for each in opened]
    try:
        door.enter_all(number, sorted(steps, key=lambda step: step.on))
    except door.Refused as refused:
        messages.error(request, str(refused.refusals[0].told), "late")
    else:
        messages.success(request, str(say("{many} 笔已录入到位", many=len(opened))), "done")
    return redirect("case-money", number)


def _act(each: Receipt, how: str) -> Act:
    amount, money = each.unrecorded, each.entry.seq
    if how == TRANSFERRED:
        return SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=amount, money=money)
    return VoluntarilyPerformed(by=int(how), amount=amount, through_court=True, money=money)
