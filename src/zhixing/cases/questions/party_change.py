"""Who stands in whose place after changes of parties, and what a change keeps from disposal while it is fought over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhixing.cases.acts.party_change import PartyChangeDecided
from zhixing.cases.acts.reconsideration import ReconsiderationAsked, ReconsiderationDecided
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteePurpose
from zhixing.cases.acts.suit import ObjectionSuitDecided, ObjectionSuitFiled
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier


def in_place_of(dossier: Dossier, named: Sequence[int], on: date) -> tuple[int, ...]:
    """These parties of a title, each replaced by whoever a ruling put in their place by that day; in order, nobody twice."""
    now = list(named)
    for ruling in dossier.as_of(on).of(PartyChangeDecided):
        if ruling.act.granted and ruling.act.old is not None:
            now = [ruling.act.new if each == ruling.act.old else each for each in now]
    return tuple(dict.fromkeys(now))


def disposal_barred_against(dossier: Dossier, party: int, on: date) -> Text | None:
    """Why the disputed property of an added party may not be disposed of that day (变更追加规定 art. 31, 33); None: it may."""
    then = dossier.as_of(on)
    going_on = {
        entry.act.objection
        for entry in then.of(GuaranteeGiven)
        if entry.act.purpose is GuaranteePurpose.CONTINUE
    }
    for ruling in then.of(PartyChangeDecided):
        if not ruling.act.granted or ruling.act.new != party or ruling.seq in going_on:
            continue
        if _reconsidered(then, ruling.seq, party):
            return say("被追加人申请复议期间，不得处分其争议范围内的财产")
        if _sued(then, ruling.seq, party):
            return say("被追加人提起的异议之诉审理期间，不得处分其争议范围内的财产")
    return None


def _reconsidered(then: Dossier, ruling: int, party: int) -> bool:
    decided = {entry.act.reconsideration for entry in then.of(ReconsiderationDecided)}
    return any(
        entry.act.ruling == ruling and entry.act.by == party and entry.seq not in decided
        for entry in then.of(ReconsiderationAsked)
    )


def _sued(then: Dossier, ruling: int, party: int) -> bool:
    ended = {entry.act.suit for entry in then.of(ObjectionSuitDecided)}
    return any(
        entry.act.objection == ruling and entry.act.by == party and entry.seq not in ended
        for entry in then.of(ObjectionSuitFiled)
    )
