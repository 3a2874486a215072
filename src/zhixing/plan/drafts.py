"""Drafts of plans: a text and its reading are kept until a person has corrected and confirmed them; then the dossier begins."""

from __future__ import annotations

from datetime import date

import msgspec
from django.db import transaction

from zhixing.plan.acts.adoption import Drafted
from zhixing.plan.models import PlanDraft
from zhixing.plan.shape import Plan, Reading
from zhixing.record import clock, door
from zhixing.record.dossier import Actor


def keep(court: str, name: str, text: str, reading: Reading) -> int:
    """Keep a reading for a person to look at; the draft's number."""
    made = PlanDraft.objects.create(
        court=court, name=name[:200], text=text, reading=msgspec.json.encode(reading), made_at=clock.now()
    )
    return made.pk


def reading_of(draft: PlanDraft) -> Reading:
    """The reading as corrected so far."""
    return msgspec.json.decode(bytes(draft.reading), type=Reading)


def correct(draft: PlanDraft, plan: Plan) -> None:
    """Put the corrected plan in place of the one that was read; what was not understood stays listed."""
    changed = msgspec.structs.replace(reading_of(draft), plan=plan)
    draft.reading = msgspec.json.encode(changed)
    draft.save(update_fields=["reading"])


def confirm(draft: PlanDraft, by: Actor, on: date) -> int:
    """Begin the dossier with the draft as it stands; its number. Raises Refused. Confirmed twice it answers the same dossier."""
    with transaction.atomic():
        held = PlanDraft.objects.select_for_update().get(pk=draft.pk)
        if held.dossier_id is not None:
            return held.dossier_id
        step = door.Step(act=Drafted(plan=reading_of(held).plan), by=by, on=on)
        number, _ = door.open_dossier(held.court, [step])
        held.dossier_id = number
        held.save(update_fields=["dossier"])
        return number


def became(number: int, dossier: int) -> None:
    """Note which dossier a draft became, where the dossier was begun with acts of an earlier day."""
    PlanDraft.objects.filter(pk=number).update(dossier_id=dossier)
