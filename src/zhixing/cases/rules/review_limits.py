"""Until when an objection may be raised, by kind.

Objections to acts may come as long as enforcement goes on; those to jurisdiction within ten days of the notice; those to an
ending within sixty days; those to awards and notarised debts within fifteen days of the notice since the interpretations of 2018.

Not covered: an outsider's objection to a thing that is already disposed of while the case goes on (the room of assets knows).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import TitleKind, TitleRecorded
from zhixing.cases.acts.review import HeldBeforeTitle, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.questions.review import found_good
from zhixing.cases.questions.serving import notice_served_on, served_on
from zhixing.law.answers import Found
from zhixing.law.citations import Citation, cite
from zhixing.law.periods import Period, days, due
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Course
from zhixing.record.questions import procedure_ended
from zhixing.record.rule import Asked, Objection, guard

JURISDICTION_TEN = cite("执行程序解释", 3, figure="十日")
ENDING_SIXTY = cite("终结执行异议批复", 1)
AWARD_FIFTEEN = cite("仲裁裁决执行规定", 8, figure="十五日")
AWARD_THIRTY = cite("仲裁裁决执行规定", 9, figure="三十日")
NOTARISED_FIFTEEN = cite("公证债权文书规定", 13, figure="十五日")
BEFORE_THE_END = cite("异议复议规定", 6)
AWARD_SINCE = date(2018, 3, 1)  # 仲裁裁决执行规定 art. 24; art. 23 counts the limits anew from that day
NOTARISED_SINCE = date(2018, 10, 1)  # 公证债权文书规定 art. 25
PARTIES = (Role.APPLICANT, Role.DEBTOR)
WHO = {
    ObjectionKind.JURISDICTION: PARTIES,
    ObjectionKind.LIMITATION: (Role.DEBTOR,),
    ObjectionKind.SUBSTANCE: (Role.DEBTOR,),
    ObjectionKind.NOTARISED: (Role.DEBTOR,),
    ObjectionKind.AWARD: (Role.DEBTOR, Role.OUTSIDER, Role.INTERESTED),
    ObjectionKind.THIRD_PARTY: (Role.OUTSIDER, Role.INTERESTED),
}


@dataclass(frozen=True, slots=True)
class Window:
    """From which day a limit runs (None: it has not begun), how long, and under which article."""

    start: date | None
    period: Period
    basis: Citation


@guard("异议人和所异议的事项明确", cite("异议复议规定", 1), cite("异议复议规定", 5), on_act=True)
def objection_definite(asked: Asked) -> Objection | None:
    """Who objects may object so, and says to what, an outsider to which thing; the award or deed is among the titles."""
    act = asked.the(ObjectionRaised)
    known = {part.role for part in parties_of(asked.dossier, None, asked.on) if part.party == act.by}
    if not known:
        return Objection(say("异议人没有录入为当事人、案外人或利害关系人"), say("请先录入异议人"))
    allowed = WHO.get(act.kind)
    if allowed and not known & set(allowed):
        return Objection(
            say("{kind}不能由此人提出", kind=act.kind.label),
            say("该异议由{roles}提出，请核对异议种类", roles="、".join(each.label for each in allowed)),
        )
    if act.kind is ObjectionKind.THIRD_PARTY and not act.object.strip():
        return Objection(say("案外人异议没有写明所涉财产"), say("请写明对哪一财产主张权利"))
    if act.against is None and not act.object.strip() and not act.content.strip():
        return Objection(say("没有写明对什么提出异议"), say("请选择所异议的行为，或写明异议内容"))
    return _title_there(asked, act)


@guard("案外人异议不针对保全的争议标的", cite("财产保全规定", 27), on_act=True)
def not_the_disputed_thing(asked: Asked) -> Objection | None:
    """Whoever claims the very thing in dispute joins the suit over it; the objection is for other property that is held."""
    act = asked.the(ObjectionRaised)
    if act.kind is not ObjectionKind.THIRD_PARTY:
        return None
    if not any(each.act.disputed for each in asked.dossier.as_of(asked.on).of(HeldBeforeTitle)):
        return None
    return Objection(say("本案保全的是诉讼争议的标的"), say("对争议标的主张权利的，申请参加诉讼"))


def _title_there(asked: Asked, act: ObjectionRaised) -> Objection | None:
    wanted = {
        ObjectionKind.AWARD: (TitleKind.AWARD, TitleKind.LABOUR_AWARD),
        ObjectionKind.NOTARISED: (TitleKind.NOTARISED_DEBT,),
    }.get(act.kind)
    if wanted and not any(entry.act.kind in wanted for entry in asked.dossier.of(TitleRecorded)):
        return Objection(say("执行依据中没有{kind}", kind=wanted[0].label), say("请核对异议种类"))
    return None


@guard("异议在法定期限内提出", JURISDICTION_TEN, ENDING_SIXTY, AWARD_FIFTEEN, NOTARISED_FIFTEEN, on_act=True)
def in_time(asked: Asked) -> Objection | None:
    """Objections that have a limit come within it; a limit counted from service has not begun before service."""
    act = asked.the(ObjectionRaised)
    window = _window(asked, act)
    if window is None or window.start is None:
        return None
    last = due(window.start, window.period)
    if not isinstance(last, Found):
        return Objection(say("期限不能算定：{why}", why="；".join(map(str, last.missing))), say("请核对日期"))
    if asked.on <= last.value.day:
        return None
    return Objection(
        say("期限自 {start} 起算，到 {last} 为止", start=window.start, last=last.value.day),
        say("逾期的不予受理；依法另行起算的，请填写起算之日和理由"),
    )


def _window(asked: Asked, act: ObjectionRaised) -> Window | None:
    noticed = notice_served_on(asked.dossier, act.by)
    if act.kind is ObjectionKind.JURISDICTION:
        return Window(noticed, days(10), JURISDICTION_TEN)
    if act.kind is ObjectionKind.CLOSING:
        reached = served_on(asked.dossier, act.against, act.by) if act.against is not None else None
        return Window(reached or act.counted_from, days(60), ENDING_SIXTY)
    if act.kind is ObjectionKind.NOTARISED and asked.on >= NOTARISED_SINCE:
        return Window(act.counted_from or noticed, days(15), NOTARISED_FIFTEEN)
    if act.kind is not ObjectionKind.AWARD or asked.on < AWARD_SINCE:
        return None
    debtors = {part.party for part in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    if act.by not in debtors:
        return Window(_anew(act.counted_from), days(30), AWARD_THIRTY)
    return Window(_anew(act.counted_from or noticed), days(15), AWARD_FIFTEEN)


def _anew(start: date | None) -> date | None:
    return max(start, AWARD_SINCE) if start is not None else None


@guard("另行起算的期限写明起算之日和理由", ENDING_SIXTY, AWARD_FIFTEEN, AWARD_THIRTY, on_act=True)
def start_told(asked: Asked) -> Objection | None:
    """A limit that runs from knowledge needs the day; a day that replaces service needs the reason."""
    act = asked.the(ObjectionRaised)
    if act.counted_from is not None and act.counted_from > asked.on:
        return Objection(say("起算之日 {day} 晚于提出之日", day=act.counted_from), say("请核对日期"))
    if act.counted_from is not None and not act.counted_why.strip():
        return Objection(
            say("没有写明为何另行起算"), say("请写明何时如何知道，或撤销仲裁裁决申请被驳回的文书")
        )
    window = _window(asked, act)
    from_knowledge = act.kind is ObjectionKind.CLOSING or (
        window is not None and window.basis == AWARD_THIRTY
    )
    if window is not None and window.start is None and from_knowledge:
        return Objection(say("没有送达的记录，也没有填写知道之日"), say("请填写知道或应当知道之日和理由"))
    return None


@guard("在执行程序终结之前提出；对终结的异议针对终结行为", BEFORE_THE_END, cite("民诉法解释", 462))
def before_the_end(asked: Asked) -> Objection | None:
    """After the procedure has ended only its ending may be objected to; a terminated round has not ended the procedure."""
    act = asked.act if isinstance(asked.act, ObjectionRaised) else None
    to_closing = act is not None and act.kind is ObjectionKind.CLOSING
    if act is not None and to_closing:
        found = asked.dossier.at(act.against) if act.against is not None else None
        if found is None or not isinstance(found.act, ClosingAct):
            return Objection(say("没有选择结案的行为"), say("请选择所异议的结案行为"))
    ending = procedure_ended(asked.dossier, asked.on)
    if ending is None or (isinstance(ending.act, ClosingAct) and (act is None or to_closing)):
        return None
    if ending.act.course is Course.ELSEWHERE:
        return Objection(say("本案已于 {on} 另案恢复执行", on=ending.on), say("请在恢复执行的案件中提出异议"))
    return Objection(
        say("执行程序已于 {on} 终结", on=ending.on),
        say("只能对终结执行的行为提出异议；对财产主张权利的，可以另行起诉"),
    )


@guard("同一人没有就同一行为再次提出", cite("异议复议规定", 15), on_act=True)
def not_again(asked: Asked) -> Objection | None:
    """Grounds against one act are put forward together; what was not accepted for want of papers may come again."""
    act = asked.the(ObjectionRaised)
    for entry in asked.dossier.of(ObjectionRaised):
        earlier = entry.act
        if found_good(asked.dossier, entry.seq, asked.on) is ObjectionResult.REJECTED or act.counted_from:
            continue
        if (earlier.by, earlier.kind, earlier.against, earlier.object) == (
            act.by,
            act.kind,
            act.against,
            act.object,
        ):
            return Objection(
                say("第 {seq} 条已是同一人对同一事项的异议", seq=entry.seq),
                say("新的事由请在原异议中一并审查；撤回或被驳回后再次提出的，不予受理"),
            )
    return None
