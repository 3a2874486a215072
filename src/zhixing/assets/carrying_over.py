"""Going on with a preservation in enforcement: all that it still holds is taken over by the case, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from zhixing.assets.acts.control import ControlTakenOver
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.facts import preserved_in
from zhixing.assets.questions.control import Hold, holds
from zhixing.assets.questions.found import asset, assets
from zhixing.assets.questions.preserved import rank_of
from zhixing.cases.models import CaseRow
from zhixing.cases.questions import case_number, number_in
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.scope import EVERY_COURT, seeing
from zhixing.record.sealed import seal, unsealed


class NothingToTakeOver(LookupError):
    """There is no such preservation, or it holds nothing of this case's debtors; `text` says which."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


def carry_over(number: int, written: str, by: Actor, on: date) -> int:
    """Take over what the preservation of that number still holds; how many controls. Raises NothingToTakeOver, door.Refused."""
    dossier = door.read(number)
    with seeing(EVERY_COURT):
        preservation = door.read(_numbered(written))
        there = [
            each
            for each in holds(preservation, on)
            if each.published and not (each.released or each.failed or each.lapsed(on))
        ]
        acts = _acts(dossier, preservation, there, on)
    if not acts:
        raise NothingToTakeOver(say("该保全案件现在没有控制本案被执行人的财产"))
    found = [each for each in acts if isinstance(each, PropertyFound) and each.identifier]
    if preservation.court != dossier.court:
        with seeing(EVERY_COURT):
            texts = unsealed(preservation.court, [each.identifier or "" for each in found])
        for text in texts.values():
            seal(dossier.court, text)
    door.enter_all(number, [door.Step(act=act, by=by, on=on) for act in acts])
    return sum(isinstance(act, ControlTakenOver) for act in acts)


def _numbered(written: str) -> int:
    """The dossier of a case number as people write it. Raises NothingToTakeOver."""
    number = number_in(written.strip())
    row = CaseRow.objects.filter(number=number.normal if number else written.strip()).first()
    if row is None or not written.strip():
        raise NothingToTakeOver(say("辖区内没有案号为“{number}”的保全案件，请核对案号", number=written))
    return row.dossier_id


def _acts(dossier: Dossier, preservation: Dossier, there: Sequence[Hold], on: date) -> list[Act]:
    """For each control its property, where the case does not know it yet, and the taking over."""
    debtors = {each.party for each in parties_of(dossier, Role.DEBTOR, on)}
    known = {each.found.act.identifier: each.seq for each in assets(dossier, on) if each.found.act.identifier}
    acts: list[Act] = []
    for each in there:
        found = asset(preservation, each.thing, on)
        told = preserved_in(preservation.id, each.seq, on)
        owner = next((party for party in debtors if told and party in told[0].owners), None)
        if found is None or owner is None:
            continue
        thing = known.get(found.found.act.identifier or "")
        if thing is None:
            acts.append(
                structs.replace(found.found.act, owner=owner, found_by=FoundBy.PRESERVATION, source=None)
            )
            thing = dossier.head + len(acts)
        acts.append(_taken_over(preservation, each, thing, on))
    return acts


def _taken_over(preservation: Dossier, held: Hold, thing: int, on: date) -> ControlTakenOver:
    return ControlTakenOver(
        property=thing,
        manner=held.manner,
        rank=rank_of(held),
        since=held.since,
        until=held.until,
        amount=held.amount,
        at=held.at,
        preservation=preservation.id,
        control=held.seq,
        case=case_number(preservation, on),
    )
