"""Cases and parties as they were: derived from the records, since the read models hold the present alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db.models import Q

from zhixing.api import search
from zhixing.api.routing import Answer, Ask, Then
from zhixing.api.shapes import CaseLine, Page, PartOut, PartyOut
from zhixing.cases.models import READ_MODELS, CaseRow
from zhixing.parties.models import CaseParty, Party, PartyVersion
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.binary import array_of
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import fetch
from zhixing.record.models import DossierHead


def cases_then(ask: Ask) -> Answer:
    """Cases as of a day, as known at a moment. What did not yet fit falls out of its page, which may so hold fewer than asked."""
    then = ask.then()
    begun = Q(opened_on__lte=then.on) | Q(case_rows__received_on__lte=then.on)
    found = DossierHead.objects.filter(begun, kind="case", court__in=ask.holder.courts).order_by("-pk")
    if court := ask.text("court"):
        found = found.filter(court=court)
    if meant := ask.text("party"):
        found = found.filter(pk__in=search.parts(ask, meant).values("dossier_id"))
    number = search.number(ask)
    if number is not None:
        found = found.filter(pk__in=CaseRow.objects.filter(number.anywhere).values("dossier_id"))
    if ask.text("cursor"):
        found = found.filter(pk__lt=ask.whole("cursor", 0, 10**18))
    limit = ask.limit()
    numbers = list(found.values_list("pk", flat=True)[: limit + 1])
    lines = [line_of(then.of(each)) for each in door.read_many(numbers[:limit])]
    shown = [line for line in lines if line is not None and (number is None or number.means(line.number))]
    if ask.flag("open"):
        shown = [line for line in shown if line.closed_on is None]
    return Answer(Page(shown, str(numbers[limit - 1]) if len(numbers) > limit else None))


def line_of(dossier: Dossier) -> CaseLine | None:
    """The line of a case as its dossier now shows it; None before the application."""
    if not dossier.entries:
        return None
    for row in READ_MODELS[0].fill(dossier):
        if isinstance(row, CaseRow):
            return CaseLine.of(row)
    return None


def parts_then(dossier: Dossier, then: Then) -> list[PartOut]:
    """Who took part that day, under the names by which they were then known."""
    parts = parties_of(dossier, None, then.on)
    names = _names([part.party for part in parts], then.known_at)
    return [PartOut(part.party, names.get(part.party, ""), part.role.value) for part in parts]


def party_then(found: Party, then: Then) -> PartyOut:
    """A party as then known, and the cases it then took part in."""
    mentioned = (
        CaseParty.objects.filter(party=found).order_by("dossier_id").values_list("dossier_id", flat=True)
    )
    cases = [
        dossier.id
        for dossier in door.read_many(list(dict.fromkeys(mentioned)))
        if found.pk in {part.party for part in parties_of(then.of(dossier), None, then.on)}
    ]
    masked = None
    if then.known_at is None:
        kept = found.identities.filter(retired_at=None).order_by("pk")
        masked = list(kept.values_list("masked", flat=True))
    name = _names([found.pk], then.known_at)[found.pk]
    return PartyOut(found.pk, found.court, found.kind, name, masked, cases)


def _names(parties: Sequence[int], known_at: datetime | None) -> dict[int, str]:
    wanted = array_of(parties, "bigint")
    rows = fetch("SELECT id, name FROM parties_party WHERE id = ANY(%s::bigint[])", [wanted])
    names = dict(msgspec.convert(rows, list[tuple[int, str]]))
    if known_at is not None:
        changed = PartyVersion.objects.filter(party_id__in=parties, changed_at__gt=known_at)
        # The earliest change after the moment, read last, says what the name was until then.
        for version in changed.order_by("-changed_at", "-pk"):
            names[version.party_id] = version.before.get("name", names[version.party_id])
    return names
