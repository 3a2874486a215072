"""One application: who asks, why, what was decided on what figures, how it is paid, and what is to be done next."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.pages.opening import day_of, proposed
from zhixing.funds.aid.acts.application import (
    KIND,
    AidAppropriationAsked,
    AidDeliberated,
    AidExtended,
    AidFiled,
    AidGranted,
    AidHandedOver,
    AidMoneyReady,
    AidNoticed,
    AidPayoutApproved,
    AidPayoutCancelled,
    AidRefused,
    AidWithdrawn,
)
from zhixing.funds.aid.facts import aid_means
from zhixing.funds.aid.needs import AidMeans
from zhixing.funds.aid.pages.opening import SEES, Way, dossier_of, form, running, ways
from zhixing.funds.aid.questions.application import (
    aid_number,
    aids,
    application,
    drawn,
    enforcement_number,
    outcome,
    paid,
    stage,
)
from zhixing.funds.aid.rules.decision import CEILING_MONTHS
from zhixing.funds.aid.rules.payment import to_draw
from zhixing.funds.pages.overview import me_there
from zhixing.funds.questions.payout import Course, payouts, reference
from zhixing.law.money import plain
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import ACCOUNT
from zhixing.people.access import needs
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.rule import Asked

ACTS: tuple[type[Act], ...] = (
    AidFiled,
    AidDeliberated,
    AidExtended,
    AidGranted,
    AidRefused,
    AidAppropriationAsked,
    AidMoneyReady,
    AidNoticed,
    AidHandedOver,
    AidWithdrawn,
)


@needs(*SEES)
def aid_page(request: HttpRequest, number: int) -> HttpResponse:
    """The application as of `?as_of=`."""
    whole, day = dossier_of(request, number, KIND), day_of(request)
    dossier, now = whole.as_of(day), day == clock.today()
    applied = application(dossier)
    means = aid_means(Asked(dossier, day, me_there(request, dossier.court)))
    person = Party.objects.filter(pk=applied.act.applicant).first()
    return render(
        request,
        "funds/aid.html",
        {
            "here": "aid",
            "dossier": dossier,
            "day": day,
            "today": clock.today(),
            "number": aid_number(dossier, day),
            "case": enforcement_number(dossier),
            "applied": applied,
            "person": person,
            "stage": stage(dossier, day),
            "ending": outcome(dossier, day),
            "drawn": drawn(dossier, day),
            "paid": paid(dossier, day),
            "means": means,
            "left": max(0, means.left - max(0, to_draw(dossier))),
            "ceiling": CEILING_MONTHS * means.wage,
            "papers": _papers(dossier),
            "waiting": proposed(whole) if now else [],
            "terms": running(dossier, day),
            "deducted": _deducted(applied.act.case, number),
            "payouts": _payouts(whole, now=now),
            "ways": _ways(request, whole, means) if now else [],
            "pays": _pays(request, whole, means) if now else [],
            "lacks_account": now and to_draw(whole) > 0 and not _cards(applied.act.applicant),
        },
    )


def _papers(dossier: Dossier) -> list[tuple[str, date, str]]:
    """The documents that the acts made: name, day, address."""
    found = ((entry, installed().rule(type(entry.act)).document) for entry in dossier.entries)
    return [
        (name, entry.on, reverse("document", args=[dossier.id, entry.seq])) for entry, name in found if name
    ]


def _deducted(case: int, number: int) -> int:
    """Fen that went back to the fund from the case's money."""
    return sum(
        each.deducted
        for dossier in door.read_many([case])
        for each in aids(dossier, clock.today())
        if each.aid == number
    )


def _payouts(dossier: Dossier, *, now: bool) -> list[tuple[Course, str, str, Way | None]]:
    """Each payout, the account by its end, what the bank is told, and the way to undo it."""
    found = payouts(dossier, clock.today())
    rows = PartyIdentity.objects.filter(pk__in=[each.approved.act.payee_account for each in found.values()])
    masked = dict(rows.values_list("pk", "masked"))
    label = installed().rule(AidPayoutCancelled).label
    return [
        (
            each,
            masked.get(each.approved.act.payee_account, ""),
            reference(dossier.id, seq),
            Way(label, form(dossier.id, AidPayoutCancelled, {"payout": str(seq)}))
            if now and each.reserved and each.sent is None
            else None,
        )
        for seq, each in found.items()
    ]


def _ways(request: HttpRequest, dossier: Dossier, means: AidMeans) -> list[Way]:
    applied = application(dossier).act
    who = {"case": str(applied.case), "applicant": str(applied.applicant)}
    ending = {"fund": str(means.fund), "amount": plain(paid(dossier, clock.today()))}
    said: dict[type[Act], dict[str, str]] = {
        AidGranted: {
            **who,
            "amount": plain(min(applied.asked, CEILING_MONTHS * means.wage or applied.asked)),
        },
        AidRefused: who,
        AidWithdrawn: who,
        AidHandedOver: who | ending,
    }
    return ways(request, dossier, ACTS, said)


def _pays(request: HttpRequest, dossier: Dossier, means: AidMeans) -> list[Way]:
    """A way to pay what is left to each account that who is aided gave."""
    applicant = application(dossier).act.applicant
    amount, label = plain(max(0, to_draw(dossier))), installed().rule(AidPayoutApproved).label
    if not ways(request, dossier, (AidPayoutApproved,), {}):
        return []
    return [
        Way(
            f"{label}：{row.masked}",
            form(
                dossier.id,
                AidPayoutApproved,
                {
                    "account": str(means.account),
                    "payee": str(applicant),
                    "payee_account": str(row.pk),
                    "amount": amount,
                },
            ),
        )
        for row in _cards(applicant)
    ]


def _cards(party: int) -> list[PartyIdentity]:
    return list(PartyIdentity.objects.filter(party_id=party, paper=ACCOUNT, retired_at=None).order_by("pk"))
