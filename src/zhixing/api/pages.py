"""The page where an officer makes and revokes the tokens by which other systems act for them."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.api.models import Token
from zhixing.api.tokens import BadToken, make, revoke
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.people.access import officer_of
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.people.strength import is_strong
from zhixing.record import clock
from zhixing.record.power import Power


def tokens_page(request: HttpRequest) -> HttpResponse:
    """GET lists one's tokens; POST makes one, whose text is shown this once, or revokes one (`revoke`)."""
    me = officer_of(request)
    if request.method != "POST":
        return _page(request, me)
    if request.POST.get("revoke", "").isdecimal():
        revoke(get_object_or_404(Token, pk=int(request.POST["revoke"]), officer=me))
        return redirect("tokens")
    try:
        powers = [Power(text) for text in request.POST.getlist("power")]
        until = date.fromisoformat(request.POST.get("expires_on", ""))
    except ValueError:
        return _page(request, me, wrong=str(say("请勾选职权，并填写到期日")))
    if "coerces" in request.POST and not is_strong(request):
        return _page(
            request, me, wrong=str(say("可以办理强制和付款的令牌，须先在“账户—登录安全”以双因素验证身份"))
        )
    try:
        _, text = make(
            me,
            request.POST.get("name", ""),
            powers=powers,
            courts=request.POST.getlist("court"),
            expires_on=until,
            coerces="coerces" in request.POST,
        )
    except BadToken as error:
        return _page(request, me, wrong=str(error))
    return _page(request, me, text=text)


def _page(request: HttpRequest, me: Officer, *, text: str = "", wrong: str = "") -> HttpResponse:
    today = clock.today()
    held = powers_by_court(me, today)
    return render(
        request,
        "api/tokens.html",
        {
            "tokens": Token.objects.filter(officer=me).order_by("-pk"),
            "powers": sorted(frozenset().union(*held.values()), key=lambda power: power.label),
            "courts": [COURTS_BY_CODE[code] for code in sorted(held)],
            "text": text,
            "wrong": wrong,
            "soonest": today + timedelta(days=1),
            "usual": today + timedelta(days=90),
        },
        status=422 if wrong else 200,
    )
