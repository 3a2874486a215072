"""Finding parties through the API. Who searches by an identity must be one who may open identities, and is logged as looking."""

from __future__ import annotations

from django.db.models import QuerySet

from zhixing.api.problem import Problem
from zhixing.api.routing import Ask
from zhixing.parties.models import CaseParty
from zhixing.parties.search import find, means_number
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.models import Look
from zhixing.record.power import Power

# Those who may open an identity in full on the party's page.
MAY = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)


def parts(ask: Ask, text: str) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean, within the token's courts. Raises Problem."""
    found = find(text).filter(court__in=ask.holder.courts)
    if not means_number(text):
        return found
    held = powers_anywhere(ask.holder.officer, ask.holder.today)
    if not {power for power in MAY if power in held and power.value in ask.holder.token.powers}:
        raise Problem(
            403,
            "beyond-token",
            "令牌不及",
            f"按证件号码查找，令牌须有这些职权之一：{'、'.join(power.label for power in MAY)}",
        )
    _log(ask, found)
    return found


def _log(ask: Ask, found: QuerySet[CaseParty]) -> None:
    officer, at = ask.holder.officer, clock.now()
    seen = found.values_list("dossier_id", "court").distinct()
    page = f"API：{ask.holder.token.name}（按证件号码查找）"
    Look.objects.bulk_create(
        Look(dossier_id=dossier, court=court, officer=officer.pk, name=officer.name, at=at, page=page)
        for dossier, court in seen
    )
