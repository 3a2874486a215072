"""Rules of coordination with trial: a title whose order is not clear is put to the bench that made it.

Not covered: titles of arbitration bodies and other courts, which are asked by letter without a limit, and dismissal of the
application where the content stays unclear, which is a way of closing.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.coordination import TrialAnswerKind, TrialBenchAnswered, TrialBenchAsked
from zhixing.cases.acts.filing import TitleRecorded
from zhixing.cases.rules.guards import open_case
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

UNCLEAR_TITLE = cite("立审执协调意见", 15)  # from memory: the article's number
SINCE = date(2018, 5, 28)
BY = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)


@guard("征询的是在卷的执行依据，并写明何处不明确", UNCLEAR_TITLE, on_act=True)
def question_is_definite(asked: Asked) -> Objection | None:
    """The question names a title of this dossier and says what is not clear."""
    act = asked.the(TrialBenchAsked)
    found = asked.dossier.at(act.title)
    if found is None or not isinstance(found.act, TitleRecorded):
        return Objection(
            say("第 {seq} 条不是执行依据", seq=act.title), say("请选择已录入的执行依据"), (TitleRecorded,)
        )
    if act.unclear.strip():
        return None
    return Objection(say("没有写明何处不明确"), say("请写明主文哪一项、哪些字句不明确"))


@guard("答复针对尚未答复的征询", UNCLEAR_TITLE, on_act=True)
def answers_a_question(asked: Asked) -> Objection | None:
    """An answer belongs to a question, once; a correction names its ruling."""
    act = asked.the(TrialBenchAnswered)
    found = asked.dossier.at(act.question)
    if found is None or not isinstance(found.act, TrialBenchAsked):
        return Objection(
            say("第 {seq} 条不是征询", seq=act.question), say("请选择所答复的征询"), (TrialBenchAsked,)
        )
    if any(entry.act.question == act.question for entry in asked.dossier.of(TrialBenchAnswered)):
        return Objection(say("该征询已经答复"), say("答复有误的，请更正该条记录；还有不明确的，另行征询"))
    if act.kind is TrialAnswerKind.CORRECTION and not act.ruling:
        return Objection(say("裁定补正没有写明裁定文号"), say("请填写补正裁定的文号"))
    return None


RULES = [
    ActRule(
        act=TrialBenchAsked,
        label="征询审判部门",
        basis=(UNCLEAR_TITLE,),
        by=BY,
        purpose="执行内容不明确的，书面征询作出文书的审判部门",
        guards=(open_case, question_is_definite),
        document="征询函",
        group="立审执协调",
    ),
    ActRule(
        act=TrialBenchAnswered,
        label="审判部门答复",
        basis=(UNCLEAR_TITLE,),
        by=BY,
        purpose="记下审判部门的书面答复或补正裁定",
        guards=(open_case, answers_a_question),
        group="立审执协调",
    ),
]


def _since_the_opinion(_dossier: Dossier, opening: Entry[Act]) -> bool:
    return opening.on >= SINCE


def _same_question(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, TrialBenchAnswered) and closing.act.question == opening.seq


DUTIES = [
    DutyRule(
        name="answer-trial-question",
        label="审判部门十五日内答复或补正，逾期催办",
        holder=Power.OFFICER,
        opens_on=(TrialBenchAsked,),
        limits=(Limit(within(days(15)), UNCLEAR_TITLE, text="收到征询之日起十五日；2018-05-28 起"),),
        closes_on=(TrialBenchAnswered,),
        when=_since_the_opinion,
        matches=_same_question,
    ),
]
