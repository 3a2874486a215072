"""What the rules of aid are told from outside the dossier: who asks in which case, and what the court's fund can give."""

from __future__ import annotations

from django.db import connection
from django.db.models import F, Sum

from zhixing.cases import questions as cases
from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid.acts.application import AidApplied, AidFiled, AidGranted, AidPayoutApproved
from zhixing.funds.aid.acts.case import AidOutcome
from zhixing.funds.aid.models import AidFundRow, AidRow
from zhixing.funds.aid.needs import AidMeans, AidPerson
from zhixing.funds.aid.questions.fund import wage, year_of
from zhixing.funds.models import LedgerAccount
from zhixing.law.case_numbers import CaseNumber
from zhixing.law.money import Fen
from zhixing.parties.models import Party, PartyKind
from zhixing.record.models import DossierHead
from zhixing.record.rule import Asked
from zhixing.record.writing import read, read_many

TYPE_CODE = "司救执"


def aid_person(asked: Asked) -> AidPerson:
    """Who asks, in which case of this court. Pages, which ask without an application, get nobody."""
    own = asked.dossier.first(AidApplied)
    applied = asked.act if isinstance(asked.act, AidApplied) else own.act if own else None
    if applied is None:
        return AidPerson(number="", natural=False)
    court = asked.dossier.court
    row = CaseRow.objects.filter(court=court, dossier_id=applied.case).first()
    same = AidRow.objects.filter(court=court, case=applied.case, person=applied.applicant)
    closed = [AidOutcome.REFUSED.value, AidOutcome.WITHDRAWN.value]
    others = same.exclude(dossier_id=asked.dossier.id).exclude(outcome__in=closed)
    person = Party.objects.filter(pk=applied.applicant, court=court)
    return AidPerson(
        number=row.number if row else "",
        natural=person.filter(kind=PartyKind.NATURAL).exists(),
        others=tuple(each.number or str(each.applied_on) for each in others.order_by("dossier_id")),
        unreached=_unreached(applied.case),
        known=person.exists(),
    )


def _unreached(case: int) -> Fen:
    """What of the money claimed was not reached and not given up, in fen; 0 where the case cannot be seen."""
    for dossier in read_many([case]):
        day = max((each.on for each in dossier.entries), default=None)
        if day is not None:
            gone = cases.amount_reached(dossier, day) + cases.amount_waived(dossier, day)
            return max(0, cases.amount_claimed(dossier, day) - gone)
    return 0


def aid_means(asked: Asked) -> AidMeans:
    """The court's fund as it stands; whoever promises or takes its money locks it till the act stands."""
    court = asked.dossier.court
    row = AidFundRow.objects.filter(court=court).first()
    if row is None:
        return AidMeans()
    if connection.in_atomic_block and isinstance(asked.act, AidGranted | AidPayoutApproved):
        DossierHead.objects.select_for_update().get(pk=row.dossier_id)
    fund = read(row.dossier_id)
    known = wage(fund, asked.on)
    account = LedgerAccount.objects.filter(
        court=court, kind=AccountKind.AID.value, owner=row.dossier_id
    ).first()
    return AidMeans(
        fund=row.dossier_id,
        account=row.account,
        holds=account.holds if account else 0,
        expected=year_of(fund, asked.on.year, asked.on).expected,
        committed=committed(court, besides=asked.dossier.id),
        wage=known.monthly if known else 0,
        wage_year=known.year if known else 0,
    )


def committed(court: str, besides: int = 0) -> Fen:
    """Fen decided in that court and not yet taken out of its fund, but for one application."""
    rows = AidRow.objects.filter(court=court, outcome=AidOutcome.GRANTED.value).exclude(dossier_id=besides)
    return rows.aggregate(all=Sum(F("amount") - F("drawn")))["all"] or 0


def aid_number(asked: Asked) -> str:
    """The next number (司救执) of this court and year. Pages, and who only asks outside a transaction, get none."""
    if not isinstance(asked.act, AidFiled) or not connection.in_atomic_block:
        return ""
    counter, _ = NumberCounter.objects.select_for_update().get_or_create(
        court=asked.dossier.court, type_code=TYPE_CODE, year=asked.on.year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return CaseNumber(asked.on.year, asked.dossier.court, TYPE_CODE, counter.last).normal


LOADERS = {"aid-person": aid_person, "aid-means": aid_means, "aid-number": aid_number}
