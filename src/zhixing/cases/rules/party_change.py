"""Rules of change and addition of parties: only on the listed grounds, by ruling, within sixty days.

Not covered: the suit of whoever is added under articles 14 para. 2 and 17 to 21, and preservation while the change is reviewed.
"""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.rules.guards import filed, open_case
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined, PartyLeft
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
SIXTY_DAYS = cite("变更追加规定", 28, figure="六十日")


@guard("被变更的是本案当事人，新当事人另有其人", cite("变更追加规定", 1), on_act=True)
def parties_fit(asked: Asked) -> Objection | None:
    """Who is replaced takes part; who comes is someone else."""
    act = asked.the(PartyChangeAsked)
    part = {each.party for each in parties_of(asked.dossier, act.role, asked.on)}
    if act.old is not None and act.old not in part:
        return Objection(say("原当事人不是本案的{role}", role=act.role.label), say("请核对原当事人"))
    if act.new in part:
        return Objection(say("新当事人已经是本案的{role}", role=act.role.label), say("无须变更、追加"))
    return None


@guard("裁定针对一项尚未裁定的申请", SIXTY_DAYS, on_act=True)
def answers_application(asked: Asked) -> Objection | None:
    """The ruling answers an application, as it was asked."""
    act = asked.the(PartyChangeDecided)
    found = asked.dossier.at(act.application)
    if found is None or not isinstance(found.act, PartyChangeAsked):
        return Objection(say("所选的不是变更、追加申请"), say("请选择申请"), (PartyChangeAsked,))
    if any(entry.act.application == found.seq for entry in asked.dossier.of(PartyChangeDecided)):
        return Objection(say("该申请已经裁定"), say("不服的可依法复议或起诉"))
    if (act.new, act.old, act.role) != (found.act.new, found.act.old, found.act.role):
        return Objection(say("裁定的当事人与申请不一致"), say("请按申请的新、原当事人和地位填写"))
    return None


def _changes(act: Act, dossier: DossierId) -> Sequence[Reach]:
    """When granted, the new party takes part and the old one leaves, in the same write."""
    if not isinstance(act, PartyChangeDecided) or not act.granted:
        return ()
    found = [Reach(dossier, PartyJoined(party=act.new, role=act.role))]
    if act.old is not None:
        found.append(Reach(dossier, PartyLeft(party=act.old, reason="裁定变更")))
    return found


RULES = [
    ActRule(
        act=PartyChangeAsked,
        label="申请变更、追加当事人",
        basis=(cite("变更追加规定", 1),),
        by=TEAM,
        purpose="收下变更、追加当事人的申请",
        guards=(filed, open_case, parties_fit),
        discloses=Disclosure(sms="cases.party_change_asked"),
        group="当事人",
    ),
    ActRule(
        act=PartyChangeDecided,
        label="裁定变更、追加当事人",
        basis=(SIXTY_DAYS,),
        by=(Power.JUDGE, Power.PANEL),
        purpose="审查后裁定准许或驳回；准许的，新当事人自此参加本案",
        guards=(filed, open_case, answers_application),
        discloses=Disclosure(sms="cases.party_change_decided"),
        document="变更、追加当事人裁定书",
        group="当事人",
        reaches=_changes,
    ),
]


def _of_this(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, PartyChangeDecided) and closing.act.application == opening.seq


DUTIES = [
    DutyRule(
        name="decide-party-change",
        label="六十日内裁定变更、追加当事人",
        holder=Power.JUDGE,
        opens_on=(PartyChangeAsked,),
        limits=(Limit(within(days(60)), SIXTY_DAYS, text="收到申请之日起六十日"),),
        closes_on=(PartyChangeDecided,),
        matches=_of_this,
    ),
]
