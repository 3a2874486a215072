"""What cases of closing are told with: rulings that end a case, and stories with something altered or added."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import Did, build, refused
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.closing.acts import (
    CancellationGround,
    CaseCancelled,
    EndingGround,
    EnforcementEnded,
    NonEnforced,
    NonEnforcementGround,
)
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

ON, PAID = date(2017, 6, 12), date(2017, 6, 9)
ENDING = EnforcementEnded(
    reason="申请执行人撤销申请",
    ground=EndingGround.WITHDRAWN,
    evidence="撤销执行申请书，卷一第 30 页",
    ruling="（2017）渝0235执1号之二",
    parties=(APPLICANT,),
)
CANCELLED = CaseCancelled(
    reason="管辖异议成立",
    ground=CancellationGround.NO_JURISDICTION,
    other_court="重庆市万州区人民法院",
    evidence="（2017）渝0235执异1号裁定",
)
REFUSED = NonEnforced(
    reason="超过申请执行时效",
    ground=NonEnforcementGround.TIME_BARRED,
    title=4,
    ruling="（2017）渝0235执异2号",
)


def names(dossier: Dossier, act: Act, on: date = ON) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, on))]


def changed(story: list[Did], place: int, **values: object) -> list[Did]:
    """The story with one act altered."""
    did = story[place]
    return [*story[:place], Did(replace(did.act, **values), did.on, did.facts), *story[place + 1 :]]


def after(*dids: Did, story: list[Did] | None = None) -> Dossier:
    """The story with these acts after it, guards not asked: they are tried where they belong."""
    return build([*(story or noticed()), *dids], guarded=False)


def objection(kind: ObjectionKind, result: ObjectionResult = ObjectionResult.UPHELD) -> list[Did]:
    head = build(noticed()).head
    raised = ObjectionRaised(kind=kind, by=DEBTOR, against=8, content="异议")
    decided = ObjectionDecided(
        objection=head + 1, result=result, reason="经审查", ruling="（2017）渝0235执异1号"
    )
    return [Did(raised, date(2017, 3, 13)), Did(decided, date(2017, 3, 20))]
