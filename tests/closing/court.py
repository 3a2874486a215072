"""The story of a terminated round, told through the door of a court in the database."""

from __future__ import annotations

from datetime import date

from tests.cases.court import Court
from tests.cases.stories import APPLICANT, ASSIGNED, FILED, noticed
from tests.closing.stories import REACHED_SOME, SERVED, TALK, TERMINATION, checks, deliberated, served
from tests.record.builder import Did
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod
from zhixing.cases.acts.filing import Filed
from zhixing.cases.acts.panel import PanelDeliberated, PanelFormed
from zhixing.closing.acts import ResumptionApplied, ResumptionGround
from zhixing.record import door

ASKED, RESUMED = date(2017, 9, 4), date(2017, 9, 8)
FOUND = ResumptionApplied(
    party=APPLICANT, ground=ResumptionGround.PROPERTY_FOUND, clues="被执行人在工商银行有存款三万元"
)


def handled(here: Court) -> int:
    """A case filed and assigned to the court's first officer."""
    number = here.application()
    assigned = Assigned(
        officer=here.officers[0], method=AssignmentMethod.DESIGNATED, reason="熟悉同案被执行人"
    )
    enter(here, number, [Did(Filed(), FILED), Did(assigned, ASSIGNED)])
    return number


def proven(here: Court) -> int:
    """A case in which every condition of termination is met or certified."""
    number = handled(here)
    notice = [did for did in noticed() if did.on > ASSIGNED]
    panel = PanelFormed(presiding=here.officers[1], members=(here.officers[0], here.officers[2]))
    said = next(did for did in deliberated() if isinstance(did.act, PanelDeliberated))
    enter(here, number, [*notice, REACHED_SOME, Did(panel, date(2017, 5, 2)), *checks(), TALK, said])
    return number


def terminated(here: Court) -> int:
    """A case whose round was terminated with the approval of another, and served."""
    number = proven(here)
    step = here.steps([TERMINATION])[0]
    approved = door.Step(act=step.act, by=here.by(), on=step.on, approved_by=here.by(1))
    door.enter_all(number, [approved])
    enter(here, number, [served(APPLICANT, SERVED)])
    return number


def asked_for(here: Court) -> int:
    """The same, and the applicant asks that enforcement go on."""
    number = terminated(here)
    enter(here, number, [Did(FOUND, ASKED)])
    return number


def enter(here: Court, number: int, story: list[Did]) -> None:
    """Enter a story, the court's own parties in it."""
    door.enter_all(number, here.steps(story))
