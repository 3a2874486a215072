"""Finding cases by number, and parties, through the API.

Who searches by an identity must be one who may open identities, and is logged as looking.
"""

from __future__ import annotations

from django.db.models import QuerySet

from zhixing.api.problem import Problem
from zhixing.api.routing import Ask
from zhixing.cases.searching import Typed, typed
from zhixing.parties.models import CaseParty
from zhixing.parties.search import BY_NUMBER, find, means_number, note_found
from zhixing.people.powers import powers_anywhere


def number(ask: Ask) -> Typed | None:
    """The number asked for, in any writing or a piece of one; None where none is asked. Raises Problem."""
    text = ask.text("number")
    if not text:
        return None
    found = typed(text)
    if found is None:
        detail = "案号里应有数字；可以写完整的案号，也可以写其中一段，如 2017渝0235执"
        raise Problem(422, "malformed", "内容不合要求", detail, at="?number")
    return found


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
