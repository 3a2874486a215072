"""Rules of revoking an ending: an objection to it was upheld here or by the court above, so the case goes on.

What followed from the ending falls away: inquiries, publication, the archive. What led to a terminated round (talk, checks,
deliberation) counts for that round alone: to terminate again everything is done anew.

Not covered: the days between ending and revocation, which no norm takes out of the time for enforcement: the handler asks for
more time; the withdrawal of what was published meanwhile; a revocation that is itself undone by the court above: it is corrected.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised
from zhixing.cases.questions.review import upheld_for
from zhixing.cases.rules.guards import filed, no_recusal_pending, not_recused
from zhixing.closing.acts import EndingRevoked
from zhixing.closing.questions import closing
from zhixing.closing.rules.guards import ended, not_resumed, ruling_numbered
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

UNLAWFUL_ROUND = cite("终本规定", 7)  # from memory: docs/law-to-confirm.md
OBJECTION_TO_ENDING = cite("终结执行异议批复", 1)
RULING_ON_OBJECTION = cite("异议复议规定", 17)


def _upheld(dossier: Dossier, on: date) -> list[Entry[ObjectionRaised]]:
    """The upheld objections to the ending by which the case stands closed that day."""
    ending = closing(dossier, on)
    if ending is None or not isinstance(ending.entry.act, ClosingAct):
        return []
    return [
        entry
        for entry in dossier.as_of(on).of(ObjectionRaised)
        if entry.act.kind is ObjectionKind.CLOSING
        and entry.act.against == ending.entry.seq
        and upheld_for(dossier, entry.seq, on)
    ]


@guard("对结案的异议成立", UNLAWFUL_ROUND, OBJECTION_TO_ENDING)
def ending_found_wrong(asked: Asked) -> Objection | None:
    """Only an upheld objection to this very ending undoes it."""
    found = _upheld(asked.dossier, asked.on)
    act = asked.act
    if not found:
        return Objection(
            say("没有对本次结案的异议被裁定成立"),
            say("请先收下对终结执行、终本的异议并审查裁定"),
            (ObjectionRaised, ObjectionDecided),
        )
    if not isinstance(act, EndingRevoked) or act.objection in {entry.seq for entry in found}:
        return None
    return Objection(
        say("第 {seq} 条不是成立的对本次结案的异议", seq=act.objection),
        say("请选择第 {seq} 条异议", seq=found[-1].seq),
    )


RULES = [
    ActRule(
        act=EndingRevoked,
        label="撤销终结裁定",
        basis=(UNLAWFUL_ROUND, OBJECTION_TO_ENDING, RULING_ON_OBJECTION),
        by=(Power.JUDGE, Power.PANEL),
        purpose="对终结执行、终本的异议成立，撤销该裁定，案件继续执行",
        guards=(
            filed,
            ended,
            not_resumed,
            not_recused,
            no_recusal_pending,
            ending_found_wrong,
            ruling_numbered,
        ),
        discloses=Disclosure(public=True, sms="closing.ending_revoked"),
        group="结案",
        sends=("news",),
    ),
]
