"""Guards that acts of many topics share: the case is filed, not closed, not resting, and in the hands of the one who acts."""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.filing import CaseType, Filed
from zhixing.cases.acts.pause import Resumed
from zhixing.cases.acts.recusal import RecusalDecided
from zhixing.cases.questions.recusal import recused, undecided
from zhixing.cases.questions.review import reviews_open
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.catalogue import installed
from zhixing.record.power import Power
from zhixing.record.questions import procedure_ended
from zhixing.record.rule import Asked, Objection, guard

CLOSING_WAYS = cite("立案结案意见", 14)
BEFORE_THE_END = cite("异议复议规定", 6)

# Of the case itself: these act for the one who handles it, or supervise it.
ABOVE_THE_HANDLER = (Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT, Power.SYSTEM)


@guard("案件尚未结案", CLOSING_WAYS)
def open_case(asked: Asked) -> Objection | None:
    """After a case has ended only what follows its ending may be entered."""
    ended = questions.closed(asked.dossier, asked.on)
    if ended is None:
        return None
    label = installed().rule(type(ended.act)).label
    return Objection(
        say("本案已于 {on} 以“{way}”结束", on=ended.on, way=label),
        say("如需继续执行，请依法立恢复执行案件；结案有误的，请更正该条记录"),
    )


@guard("执行程序尚未终结", BEFORE_THE_END)
def procedure_open(asked: Asked) -> Objection | None:
    """Where only the round has ended, the procedure is open: parties may change, objections come (终本规定 art. 7, 11)."""
    ending = procedure_ended(asked.dossier, asked.on)
    if ending is None:
        return None
    label = installed().rule(type(ending.act)).label
    return Objection(
        say("本案的执行程序已于 {on} 随“{label}”终结", on=ending.on, label=label),
        say("已恢复执行的，请在恢复执行的案件中办理；其余依法另行申请或起诉"),
    )


@guard("案件尚未结案；保全案件结案后，保全仍然有效", CLOSING_WAYS)
def open_or_preserves(asked: Asked) -> Objection | None:
    """A preservation is closed once carried out (立案结案意见 21); what is held is dealt with in it as long as it is held."""
    return (procedure_open if _preserves(asked) else open_case).check(asked)


def _preserves(asked: Asked) -> bool:
    return questions.case_type(asked.dossier) is CaseType.PRESERVATION


@guard("执行程序尚未终结，或还有异议、复议在审查", BEFORE_THE_END)
def under_way(asked: Asked) -> Objection | None:
    """Panels sit, and judges keep out, as long as there is something to review."""
    if reviews_open(asked.dossier, asked.on):
        return None
    return procedure_open.check(asked)


@guard("已经立案", cite("执行工作规定", 16))
def filed(asked: Asked) -> Objection | None:
    """Measures of enforcement follow filing."""
    first = asked.dossier.first(Filed)
    if first is None:
        return Objection(say("案件还没有立案"), say("请先办理立案"), (Filed,))
    if first.on > asked.on:
        return Objection(
            say("立案日是 {filed}，所填日期 {on} 在立案之前", filed=first.on, on=asked.on),
            say("请填立案当日或以后的日期"),
        )
    return None


@guard("已经分案", cite("执行期限规定", 2))
def assigned(asked: Asked) -> Objection | None:
    """The case has a handling officer."""
    if questions.handler(asked.dossier, asked.on) is None:
        return Objection(say("案件还没有承办人"), say("请先分案"), (Assigned,))
    return None


@guard("由承办人办理", cite("执行期限规定", 2))
def handled_by_actor(asked: Asked) -> Objection | None:
    """The one who handles the case acts, their clerk, or one who supervises them."""
    officer = questions.handler(asked.dossier, asked.on)
    team = (officer, questions.clerk(asked.dossier, asked.on))
    if officer is None:
        return Objection(say("案件还没有承办人"), say("请先分案"), (Assigned,))
    if asked.by.id in team or any(power.value in asked.by.powers for power in ABOVE_THE_HANDLER):
        return None
    return Objection(
        say("本案由他人承办，{name}不是承办人或书记员", name=asked.by.name),
        say("请由承办人办理，或先变更承办人"),
        (Reassigned,),
    )


@guard("经办人没有回避", cite("民诉法", 47), cite("民诉法解释", 49))
def not_recused(asked: Asked) -> Objection | None:
    """Whoever was recused does nothing more in the case."""
    if asked.by.kind == "party" or asked.by.id not in recused(asked.dossier, asked.on):
        return None  # a party has a number of its own kind
    return Objection(
        say("{name}已被决定在本案回避", name=asked.by.name), say("请变更承办人后由他人办理"), (Reassigned,)
    )


@guard("经办人的回避没有待决", cite("民诉法", 48))
def no_recusal_pending(asked: Asked) -> Objection | None:
    """Whoever is asked to keep out pauses until it is decided; urgent measures leave this guard out."""
    for entry in undecided(asked.dossier, asked.on):
        if asked.by.kind != "party" and entry.act.officer == asked.by.id:
            return Objection(
                say("{on} 有人申请{name}回避，尚未决定", on=entry.on, name=asked.by.name),
                say("请院长先作决定；作出决定前暂停参与本案，需要采取紧急措施的除外"),
                (RecusalDecided,),
            )
    return None


@guard("案件没有中止或暂缓", cite("民诉法", 267))
def not_paused(asked: Asked) -> Objection | None:
    """While a case rests no measure of enforcement is taken."""
    resting = questions.paused(asked.dossier, asked.on)
    if resting is None:
        return None
    return Objection(
        say("本案自 {since} 起{label}执行", since=resting.since, label=resting.label),
        say("事由消失后先恢复执行"),
        (Resumed,),
    )


# Acts that anyone of the court may take down, who is free to act in the case.
FREE_TO_ACT = (filed, open_case, not_recused, no_recusal_pending)
# Urgent measures may be taken by an officer whose recusal is still undecided (民诉法 art. 48 para. 2).
URGENT_IN_HAND = (filed, open_case, assigned, handled_by_actor, not_recused)
IN_HAND = (*URGENT_IN_HAND, no_recusal_pending)
# Of enforcement while it is open, of a preservation also after it was closed as carried out.
HELD_IN_HAND = (filed, open_or_preserves, assigned, handled_by_actor, not_recused, no_recusal_pending)
# What may still be done after the round has ended, in the same hands.
PROCEDURE_IN_HAND = (filed, procedure_open, assigned, handled_by_actor, not_recused, no_recusal_pending)
PROCEDURE_FREE = (filed, procedure_open, not_recused, no_recusal_pending)
