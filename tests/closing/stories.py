"""Stories that tests of closing begin with: a case in which nothing was found, brought step by step to its end."""

from __future__ import annotations

from datetime import date

from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import ANYONE, Did
from zhixing.cases.acts.notice import Channel, ServiceMethod
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.closing.acts import (
    CheckedCondition,
    RoundTerminated,
    RoundTerminationServed,
    TalkOutcome,
    TerminationChecked,
    TerminationGround,
    TerminationTalkHeld,
    ToldMatter,
)

REACHED, CHECKED, TALKED, PANEL = date(2017, 4, 20), date(2017, 5, 22), date(2017, 5, 25), date(2017, 6, 1)
# Filed on 2017-03-03: three months have passed from 2017-06-04 on.
TERMINATED = date(2017, 6, 5)
SERVED = date(2017, 6, 8)

REACHED_SOME = Did(
    SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=1_200_000, source="建设银行账户"), REACHED
)
TALK = Did(
    TerminationTalkHeld(
        party=APPLICANT,
        channel=Channel.VISIT,
        outcome=TalkOutcome.DISAGREES,
        told=tuple(ToldMatter),
        reasons="认为被执行人在外地有工程款",
    ),
    TALKED,
)
FORMED = Did(PanelFormed(presiding=3, members=(ANYONE.id, 4)), date(2017, 5, 2))
DELIBERATED = Did(
    PanelDeliberated(
        topic=DeliberationTopic.TERMINATION,
        handler_opinion="符合终结本次执行程序的条件",
        other_opinions="同意",
        agreed=True,
        result="同意终结本次执行程序",
    ),
    PANEL,
)
RULING = RoundTerminated(
    reason="穷尽财产调查措施，未发现其他可供执行的财产",
    ground=TerminationGround.NO_PROPERTY,
    ruling="（2017）渝0235执1号之一",
)
TERMINATION = Did(RULING, TERMINATED)


def check(condition: CheckedCondition, on: date = CHECKED, evidence_on: date = date(2017, 5, 10)) -> Did:
    """A certified check of one condition."""
    return Did(
        TerminationChecked(
            condition=condition,
            evidence="已核对，结果附卷",
            document=f"{condition.label}的材料，卷二第 12 页",
            evidence_on=evidence_on,
        ),
        on,
    )


def checks() -> list[Did]:
    """Every condition that no room records, certified."""
    money_only = [each for each in CheckedCondition if each is not CheckedCondition.OTHER_THAN_MONEY]
    return [check(condition) for condition in money_only]


def deliberated() -> list[Did]:
    """The case ready for the ruling."""
    return [*noticed(), REACHED_SOME, FORMED, *checks(), TALK, DELIBERATED]


def terminated() -> list[Did]:
    """The case with its round terminated and the ruling served on the applicant."""
    return [*deliberated(), TERMINATION, served(APPLICANT)]


def served(party: int = DEBTOR, on: date = SERVED) -> Did:
    """The ruling served on a party."""
    return Did(RoundTerminationServed(to=party, method=ServiceMethod.DIRECT, signed_by="本人"), on)
