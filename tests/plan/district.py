"""A plan in the district of database tests: adopted by the intermediate court, received by the others."""

from __future__ import annotations

from datetime import date

from tests.cast import begin, who
from tests.plan.life import PLAN
from zhixing.law.courts import INTERMEDIATE_COURT
from zhixing.plan.acts.adoption import Adopted, Drafted
from zhixing.plan.models import PlanRow
from zhixing.record import door, outbox

ISSUER = INTERMEDIATE_COURT.code
DRAFTED, ADOPTED = date(2016, 5, 16), date(2016, 5, 23)


def drafted() -> int:
    """The plan's dossier with its draft."""
    begin()
    step = door.Step(act=Drafted(plan=PLAN), by=who("director", ISSUER), on=DRAFTED)
    return door.open_dossier(ISSUER, [step])[0]


def adopted() -> int:
    """The issuer's dossier; every other court has received the plan."""
    number = drafted()
    step = door.Step(act=Adopted(), by=who("director", ISSUER), on=ADOPTED)
    proposal = door.propose(number, step)
    door.approve(number, proposal.seq, who("president", ISSUER), on=ADOPTED)
    outbox.work()
    return number


def of_court(court: str) -> int:
    """The dossier of the plan in a court."""
    return PlanRow.objects.get(court=court).dossier_id
