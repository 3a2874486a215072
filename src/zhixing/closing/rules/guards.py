"""Guards that several ways of closing share: the way fits the kind of case, the case does not rest, rulings have numbers."""

from __future__ import annotations

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.acts.pause import Resumed
from zhixing.closing.acts import (
    ApplicationDismissed,
    EndingGround,
    EndingRevoked,
    EnforcementEnded,
    EnforcementEndedAgainst,
    NonEnforced,
    ResumedCaseOpened,
    RoundTerminated,
)
from zhixing.closing.questions import closing, resumed_in, terminated
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.rule import Asked, Guard, Objection, guard

WAYS_OF_CLOSING = cite("立案结案意见", 14)
NOT_TO_BE_CLOSED = cite("立案结案意见", 23)
BY_RULING = (
    RoundTerminated,
    EnforcementEnded,
    EnforcementEndedAgainst,
    EndingRevoked,
    NonEnforced,
    ApplicationDismissed,
)
TAKEN_OVER = (EndingGround.ELEVATED, EndingGround.DESIGNATED, EndingGround.ENTRUSTED)


def fits(*kinds: CaseType) -> Guard:
    """The guard that the way of closing belongs to the kind of case."""

    @guard("结案方式与案件类型相符", WAYS_OF_CLOSING, cite("立案结案意见", 22))
    def way_fits_case_type(asked: Asked) -> Objection | None:
        kind = cases.case_type(asked.dossier)
        if kind in kinds:
            return None
        return Objection(
            say("本案是{kind}案件，不以这种方式结案", kind=kind.label),
            say("这种方式只用于{kinds}案件", kinds="、".join(each.label for each in kinds)),
        )

    return way_fits_case_type


@guard("案件没有中止或暂缓", NOT_TO_BE_CLOSED)
def not_resting(asked: Asked) -> Objection | None:
    """A case that is suspended or stayed may not be closed."""
    resting = cases.paused(asked.dossier, asked.on)
    if resting is None:
        return None
    return Objection(
        say(
            "本案自 {since} 起{label}执行，中止、暂缓的案件不得结案", since=resting.since, label=resting.label
        ),
        say("事由消失后先恢复执行，再依法结案"),
        (Resumed,),
    )


@guard("裁定有文号", cite("执行工作规定", 62), on_act=True)
def ruling_numbered(asked: Asked) -> Objection | None:
    """A case ended by ruling names the ruling."""
    act = asked.act
    if not isinstance(act, BY_RULING):
        return None
    if isinstance(act, EnforcementEnded) and act.ground in TAKEN_OVER:
        return None  # no ruling of this court is served (立案结案意见 art. 17)
    if act.ruling.strip():
        return None
    return Objection(say("没有填写裁定书文号"), say("请先作出裁定书，填写文号后再办"))


@guard("已以终结本次执行程序结案", cite("终本规定", 9))
def round_terminated(asked: Asked) -> Objection | None:
    """What follows a terminated round needs one."""
    if terminated(asked.dossier, asked.on) is not None:
        return None
    return Objection(say("本案没有以终结本次执行程序结案"), say("此项只在终本之后办理"), (RoundTerminated,))


@guard("没有在新案中恢复执行", cite("终本规定", 9))
def not_resumed(asked: Asked) -> Objection | None:
    """Once enforcement goes on in a new case, everything further is done there."""
    again = resumed_in(asked.dossier, asked.on)
    if again is None:
        return None
    return Objection(say("本案已于 {on} 恢复执行，另立了案件", on=again.on), say("请在恢复执行的案件中办理"))


@guard("案件已经结案", WAYS_OF_CLOSING)
def ended(asked: Asked) -> Objection | None:
    """Only an ended case can be archived or resumed."""
    if closing(asked.dossier, asked.on) is not None:
        return None
    return Objection(say("本案尚未结案"), say("结案之后再办"))


@guard("本案是恢复执行案件", cite("立案结案意见", 6))
def resumes_a_case(asked: Asked) -> Objection | None:
    """Only a case that resumes another has a first case."""
    if asked.dossier.first(ResumedCaseOpened) is not None:
        return None
    return Objection(say("本案不是恢复执行案件"), say("请在恢复执行案件中办理"))


AFTER_TERMINATION = (round_terminated, not_resumed)
