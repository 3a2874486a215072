"""What becomes of a case: a story is a sequence of steps on working days, cut off at the district's present day.

A story only proposes; the door asks the law. Deterministic: everything comes from the random source given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    CluesAsked,
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.pause import Suspended, SuspensionGround
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded, VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.cases.acts.settlement import Instalment, SettlementPerformed, SettlementRecorded
from zhixing.closing.acts import (
    Archived,
    CheckedCondition,
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    NoticeConfirmation,
    RecheckResult,
    RoundRechecked,
    RoundTerminated,
    RoundTerminationServed,
    TalkOutcome,
    TerminationChecked,
    TerminationGround,
    TerminationPublished,
    TerminationTalkHeld,
    ToldMatter,
)
from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL
from zhixing.law.interest import Debt, Payment, accrue
from zhixing.record.act import Act
from zhixing.record.door import Step
from zhixing.record.dossier import Actor

ZONE = ZoneInfo("Asia/Shanghai")
FATES = (
    ("working", 26),
    ("fulfilled", 24),
    ("terminated", 22),
    ("settled", 8),
    ("settled_kept", 5),
    ("suspended", 4),
    ("withdrawn", 5),
    ("fresh", 6),
)
UNENDED = ("working", "settled", "suspended", "fresh")
OLD = 170  # days


@dataclass(slots=True)
class Told:
    """What a story knows: who acts, who the parties are, what is owed, and the day it has come to."""

    rng: Random
    handler: Actor
    staff: dict[str, Actor]
    applicant: int
    debtor: int
    debt: Debt
    day: date
    number: str
    waiting: list[Step] = field(default_factory=list)

    def step(self, act: Act, by: Actor | None = None) -> Step:
        """A step on the day the story has come to, recorded that day; who must approve it does."""
        at = datetime.combine(self.day, time(9, self.rng.randrange(60)), ZONE)
        return Step(act=act, by=by or self.handler, on=self.day, at=at)

    def later(self, low: int, high: int) -> None:
        """Some days later, on a working day."""
        self.day = working_day(self.day + timedelta(days=self.rng.randint(low, high)))

    def outstanding(self) -> int:
        """What is owed to the day, in fen."""
        answer = accrue(self.debt, self.day)
        return answer.value.outstanding.total if isinstance(answer, Found) else 0

    def pay(self, amount: int) -> int:
        """Note a payment of the day."""
        self.debt = replace(self.debt, payments=(*self.debt.payments, Payment(self.day, amount)))
        return amount


def working_day(day: date) -> date:
    """That day, or the next working day."""
    while NATIONAL.closed(day):
        day += timedelta(days=1)
    return day


def fate(rng: Random, age: int) -> str:
    """What becomes of a case of so many days: few old ones are still being worked on."""
    weights = [weight if age < OLD or name not in UNENDED else 1 for name, weight in FATES]
    return rng.choices([name for name, _ in FATES], weights)[0]


def course(name: str, told: Told) -> Iterator[Step]:
    """The steps after assignment."""
    if name == "fresh":
        return
    yield from _notice(told)
    yield from STORIES[name](told)


def _notice(told: Told) -> Iterator[Step]:
    told.later(0, 3 if told.rng.random() < 0.85 else 14)  # one in seven is late
    yield told.step(EnforcementNoticeIssued(to=(told.debtor,)))
    yield told.step(PropertyReportOrdered(to=(told.debtor,)))
    if told.rng.random() < 0.9:
        yield told.step(CluesAsked(to=(told.applicant,)))
    told.later(2, 8)
    first = told.rng.random()
    method = ServiceMethod.MAIL if first < 0.7 else ServiceMethod.DIRECT
    if told.rng.random() < 0.2:
        yield told.step(_service(told, method, ServiceOutcome.RETURNED, "查无此人"), told.staff["clerk"])
        told.later(3, 15)
    yield told.step(_service(told, ServiceMethod.DIRECT, ServiceOutcome.SERVED, ""), told.staff["clerk"])
    if told.rng.random() < 0.6:
        told.later(3, 20)
        yield told.step(
            ApplicantContacted(
                party=told.applicant,
                channel=told.rng.choice((Channel.PHONE, Channel.VISIT)),
                content="告知已采取的措施，申请执行人表示将继续提供财产线索。",
            )
        )


def _service(told: Told, method: ServiceMethod, outcome: ServiceOutcome, why: str) -> ServiceAttempted:
    served = outcome is ServiceOutcome.SERVED
    return ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER,
        to=told.debtor,
        method=method,
        outcome=outcome,
        sent_on=told.day - timedelta(days=1) if method is ServiceMethod.MAIL else None,
        served_on=told.day if served else None,
        signed_by="本人" if served else "",
        why_not=why,
    )


def _part(told: Told) -> Iterator[Step]:
    """Part of what is owed comes in."""
    told.later(5, 40)
    amount = told.pay(max(told.outstanding() * told.rng.randint(5, 45) // 100 // 10_000 * 10_000, 5_000))
    if amount > told.outstanding() + amount:
        return
    if told.rng.random() < 0.5:
        yield told.step(VoluntarilyPerformed(by=told.debtor, amount=amount, to=told.applicant))
    else:
        yield told.step(
            SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=amount, source="银行存款")
        )


def _working(told: Told) -> Iterator[Step]:
    for _ in range(told.rng.randint(0, 2)):
        yield from _part(told)
    told.later(20, 80)
    if told.rng.random() < 0.35:
        act = PeriodExtended(months=3, reason="被执行人财产在外地，正在委托查控")
        if told.rng.random() < 0.5:
            yield told.step(act)
        else:
            told.waiting.append(told.step(act))


def _fulfilled(told: Told) -> Iterator[Step]:
    if told.rng.random() < 0.4:
        yield from _part(told)
    told.later(10, 90)
    rest = told.outstanding()
    if rest > 0:
        amount = told.pay(rest)
        if told.rng.random() < 0.45:
            yield told.step(VoluntarilyPerformed(by=told.debtor, amount=amount, to=told.applicant))
        else:
            yield told.step(
                SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=amount, source="银行存款")
            )
    told.later(1, 12)
    yield told.step(
        Fulfilled(
            reason="生效法律文书确定的义务已全部履行",
            ground=FulfilmentGround.PERFORMED,
            confirmed=NoticeConfirmation.NONE,
        )
    )
    told.later(10, 60)
    yield told.step(Archived(volumes=1, number=f"执结-{told.number}"), told.staff["clerk"])


def _terminated(told: Told) -> Iterator[Step]:
    if told.rng.random() < 0.3:
        yield from _part(told)
    told.later(60, 100)
    judges = [
        told.staff[seat].id
        for seat in ("judge", "judge2", "officer1")
        if told.staff[seat].id != told.handler.id
    ]
    yield told.step(PanelFormed(presiding=judges[0], members=(told.handler.id, judges[1])))
    told.later(1, 6)
    for condition in CheckedCondition:
        if condition is not CheckedCondition.OTHER_THAN_MONEY:
            yield told.step(
                TerminationChecked(
                    condition=condition,
                    evidence="已核对，结果附卷",
                    document=f"{condition.label}的材料，正卷",
                    evidence_on=told.day,
                )
            )
    told.later(1, 6)
    yield told.step(
        TerminationTalkHeld(
            party=told.applicant,
            channel=Channel.VISIT,
            outcome=told.rng.choice((TalkOutcome.AGREES, TalkOutcome.DISAGREES)),
            told=tuple(ToldMatter),
            reasons="申请执行人认为应继续查找被执行人的财产，暂无新的线索",
        )
    )
    told.later(1, 5)
    yield told.step(
        PanelDeliberated(
            topic=DeliberationTopic.TERMINATION,
            handler_opinion="符合终结本次执行程序的条件",
            other_opinions="同意承办人意见",
            agreed=True,
            result="同意终结本次执行程序",
        )
    )
    told.later(20, 40)
    ruling = RoundTerminated(
        reason="穷尽财产调查措施，未发现可供执行的财产",
        ground=TerminationGround.NO_PROPERTY,
        ruling=f"{told.number}之一",
    )
    if told.rng.random() < 0.12:
        told.waiting.append(told.step(ruling))
        return
    yield told.step(ruling)
    told.later(1, 6)
    yield told.step(RoundTerminationServed(to=told.applicant, method=ServiceMethod.DIRECT, signed_by="本人"))
    told.later(1, 9)
    yield told.step(TerminationPublished(receipt=f"ZB{told.rng.randrange(10**8):08d}"))
    while told.rng.random() < 0.85:
        told.later(150, 182)
        yield told.step(RoundRechecked(result=RecheckResult.NONE, told_applicant=True))


def _settled(told: Told) -> Iterator[Step]:
    told.later(15, 60)
    yield told.step(_agreement(told))


def _settled_kept(told: Told) -> Iterator[Step]:
    told.later(15, 60)
    agreement = _agreement(told)
    yield told.step(agreement)
    for instalment in agreement.instalments:
        told.day = working_day(instalment.due)
        amount = told.pay(min(instalment.amount, told.outstanding()))
        if amount:
            yield told.step(VoluntarilyPerformed(by=told.debtor, amount=amount, to=told.applicant))
    told.later(1, 5)
    yield told.step(SettlementPerformed(confirmed_by=told.applicant))
    told.later(1, 8)
    yield told.step(Fulfilled(reason="和解协议已履行完毕", ground=FulfilmentGround.SETTLED))


def _agreement(told: Told) -> SettlementRecorded:
    parts = told.rng.randint(2, 4)
    each = told.outstanding() * told.rng.randint(80, 100) // 100 // parts
    return SettlementRecorded(
        parties=(told.applicant, told.debtor),
        terms=f"被执行人分 {parts} 期付清，逾期一期即可申请恢复执行",
        instalments=tuple(
            Instalment(due=told.day + timedelta(days=30 * (number + 1)), amount=each)
            for number in range(parts)
        ),
    )


def _suspended(told: Told) -> Iterator[Step]:
    told.later(20, 90)
    ground = told.rng.choice((SuspensionGround.APPLICANT_DEFERS, SuspensionGround.HEIR_AWAITED))
    act = Suspended(ground=ground, ruling=f"{told.number}之一")
    if told.rng.random() < 0.25:
        told.waiting.append(told.step(act))
    else:
        yield told.step(act)


def _withdrawn(told: Told) -> Iterator[Step]:
    told.later(20, 120)
    yield told.step(
        EnforcementEnded(
            reason="申请执行人撤销申请",
            ground=EndingGround.WITHDRAWN,
            evidence="撤销执行申请书，正卷",
            ruling=f"{told.number}之一",
            parties=(told.applicant,),
        )
    )


STORIES = {
    "working": _working,
    "fulfilled": _fulfilled,
    "terminated": _terminated,
    "settled": _settled,
    "settled_kept": _settled_kept,
    "suspended": _suspended,
    "withdrawn": _withdrawn,
}
