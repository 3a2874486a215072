"""What the rules of closing must know beyond the dossier: the case that a new one resumes."""

from __future__ import annotations

from zhixing.cases import questions as cases
from zhixing.closing.acts import ResumedCaseOpened
from zhixing.closing.questions import against_resumption, closing, reason_to_resume
from zhixing.closing.rules.resumption import FirstCase
from zhixing.record import door
from zhixing.record.rule import Asked


def first_case(asked: Asked) -> FirstCase:
    """The case to be resumed, as it stands within this transaction; not seen when it is not there or of another court."""
    act = asked.act
    if not isinstance(act, ResumedCaseOpened):
        return FirstCase()
    try:
        first = door.read(act.first_case)
    except door.NoDossier:
        return FirstCase()
    if first.court != asked.dossier.court:
        return FirstCase()
    ended, objection = closing(first, asked.on), against_resumption(first, asked.on, act.ground)
    return FirstCase(
        seen=True,
        number=cases.case_number(first, asked.on),
        way=ended.way if ended else "",
        asked_for=reason_to_resume(first, asked.on, act.ground),
        against=str(objection.facts) if objection else "",
        way_out=str(objection.way_out) if objection else "",
    )


LOADERS = {"first-case": first_case}
