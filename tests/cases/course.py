"""What tests of the course of a case share: a judge who does not enforce, a panel, service, and how to ask."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.cases.stories import CANDIDATES, DEBTOR, KNOWN, OTHER, noticed
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.duties import Duty, Standing, duties

DAY = date(2017, 4, 10)
JUDGE = replace(ANYONE, id=42, name="裁决庭法官")
FORMED = PanelFormed(presiding=42, members=(43, 44))


def guards(dossier: Dossier, act: Act, on: date = DAY, by: Actor = ANYONE) -> list[str]:
    """The guards that stand against the act in the dossier."""
    return [each.guard for each in refused(dossier, Did(act, on, CANDIDATES, by))]


def then(dossier: Dossier, *dids: Did) -> Dossier:
    """The dossier after these acts, every guard asked."""
    for did in dids:
        dossier = add(dossier, did)
    return dossier


def begun() -> Dossier:
    """A case with notice and order issued; the next entry is the thirteenth."""
    return build(noticed())


def with_outsider() -> Dossier:
    """The same with an outsider in it: the thirteenth entry."""
    return then(begun(), Did(PartyJoined(party=OTHER, role=Role.OUTSIDER), date(2017, 4, 1), KNOWN))


def serves(of: int, to: int, on: date, document: ServedDocument = ServedDocument.RULING) -> Did:
    """Service of what entry `of` issued."""
    act = ServiceAttempted(
        document=document,
        to=to,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        of=of,
        served_on=on,
    )
    return Did(act, on)


def notice_served(on: date) -> Did:
    """Service of the enforcement notice on the debtor."""
    return serves(11, DEBTOR, on, ServedDocument.NOTICE)


def reviewed(about: int, on: date, topic: DeliberationTopic = DeliberationTopic.OBJECTION) -> list[Did]:
    """A panel apart from those who enforce, formed and of one mind."""
    talk = PanelDeliberated(
        topic=topic, handler_opinion="成立", other_opinions="同意", agreed=True, about=about
    )
    return [Did(FORMED, on, by=JUDGE), Did(talk, on, by=JUDGE)]


def duty(name: str, dossier: Dossier) -> Duty:
    """The one duty of that name."""
    (found,) = [each for each in duties(installed().duties, dossier) if each.rule.name == name]
    return found


def has_duty(name: str, dossier: Dossier) -> bool:
    """Whether a duty of that name stands in the dossier."""
    return any(each.rule.name == name for each in duties(installed().duties, dossier))


def standings(name: str, dossier: Dossier, *days: date) -> list[Standing]:
    """How the duty stands on each of these days."""
    return [duty(name, dossier).standing(day) for day in days]
