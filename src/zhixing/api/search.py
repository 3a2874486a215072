"""Finding parties through the API. Who searches by an identity must be one who may open identities, and is logged as looking."""

from __future__ import annotations

from django.db.models import QuerySet

from zhixing.api.problem import Problem
from zhixing.api.routing import Ask
from zhixing.parties.models import CaseParty
from zhixing.parties.search import BY_NUMBER, find, means_number, note_found
from zhixing.people.powers import powers_anywhere


def parts(ask: Ask, text: str) -> QuerySet[CaseParty]:
    """The parts in cases of whoever the text may mean, within the token's courts. Raises Problem."""
    found = find(text).filter(court__in=ask.holder.courts)
    if not means_number(text):
        return found
    held = powers_anywhere(ask.holder.officer, ask.holder.today)
    if not {power for power in BY_NUMBER if power in held and power.value in ask.holder.token.powers}:
        raise Problem(
            403,
            "beyond-token",
            "令牌不及",
            f"按证件号码查找，令牌须有这些职权之一：{'、'.join(power.label for power in BY_NUMBER)}",
        )
    officer = ask.holder.officer
    note_found(found, officer.pk, officer.name, f"API：{ask.holder.token.name}（按证件号码查找）")
    return found
