"""Who may direct the carrying out of a plan, and who may bring in a new one."""

from __future__ import annotations

from django.http import HttpRequest

from zhixing.people.access import officer_of
from zhixing.people.powers import actor, powers_by_court
from zhixing.people.strength import is_strong
from zhixing.plan.rules.guards import DIRECTING
from zhixing.record import clock
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.power import Power

DRAFTING = (Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT)


def acting(request: HttpRequest, court: str) -> Actor:
    """The signed-in officer with the powers they hold in that court today."""
    return actor(officer_of(request), court, clock.today(), strong=is_strong(request))


def may_direct(request: HttpRequest, dossier: Dossier) -> bool:
    """Whether the signed-in officer directs the carrying out of the plan in that court."""
    held = powers_by_court(officer_of(request), clock.today()).get(dossier.court, frozenset())
    return bool(held & set(DIRECTING))


def drafting_court(request: HttpRequest) -> str:
    """The court for which the signed-in officer may bring in a plan; empty when there is none."""
    held = powers_by_court(officer_of(request), clock.today())
    return next((court for court, powers in sorted(held.items()) if powers & set(DRAFTING)), "")


def may_draft(request: HttpRequest) -> bool:
    """Whether the signed-in officer may bring in a plan."""
    return bool(drafting_court(request))
