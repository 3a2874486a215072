"""What becomes of a case: a story is a sequence of steps on working days, cut off at the district's present day.

A story only proposes; the door asks the law. Deterministic: everything comes from the random source given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import msgspec

from zhixing.cases.acts.higher_court import HigherCourtApplied, UrgingOrdered
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
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.cases.acts.settlement import (
    Instalment,
    SettlementBroken,
    SettlementPerformed,
    SettlementRecorded,
)
from zhixing.cases.questions.serving import public_notice_days
from zhixing.closing.acts import Fulfilled, FulfilmentGround
from zhixing.record.door import Step
from zhixing.simulate import endings, incidents
from zhixing.simulate.holding import asked_lately, declared, found_and_held, verified
from zhixing.simulate.selling import sold
from zhixing.simulate.telling import Told, working_day

FATES = (
    ("working", 24),
    ("fulfilled", 24),
    ("terminated", 22),
    ("settled", 6),
    ("settled_kept", 5),
    ("settled_broken", 4),
    ("suspended", 4),
    ("went_on", 3),
    ("added", 1),
    ("neglected", 2),
    ("withdrawn", 5),
    ("cancelled", 1.5),
    ("dismissed", 0.8),
    ("time_barred", 0.8),
    ("fresh", 6),
    ("selling", 5),
)
SELLS = {"working", "settled_broken", "selling"}
UNENDED = {"working", "settled", "settled_broken", "suspended", "added", "fresh"}
FOR_MONEY_ALONE = {"terminated", "settled", "settled_kept", "settled_broken", "went_on", "added", "selling"}
OLD = 170  # days
YOUNG = 8
SALEABLE = 75  # days after which something held may be on its way to be sold
WORTH_A_SALE = 800_000  # fen
HELD = 0.3  # of the cases that are paid had property held
EXTENSIBLE = 150  # days from assignment in which an extension is surely asked for in time
HALF_A_YEAR = (
    190,
    260,
)  # days; the six months after which the applicant may turn to the court above are over


def fate(rng: Random, age: int, *, for_money: bool = True) -> str:
    """What becomes of a case of so many days: few old ones are still being worked on."""
    weights = []
    for name, weight in FATES:
        unfit = (name in FOR_MONEY_ALONE and not for_money) or (name == "neglected" and age < OLD)
        unfit = unfit or (name == "selling" and age < SALEABLE)
        if name == "fresh" and age < YOUNG:
            weight = 40
        weights.append(0 if unfit else 0.8 if age >= OLD and name in UNENDED else weight)
    return rng.choices([name for name, _ in FATES], weights)[0]


def course(name: str, told: Told) -> Iterator[Step]:
    """The steps after assignment."""
    if name == "fresh":
        return
    if told.preserves:
        yield from endings.preserved(told)
        return
    yield from _notice(told)
    if name not in ("cancelled", "dismissed", "time_barred"):
        yield from _talk(told)
        yield from incidents.incidents(told)
        told.sells = name == "selling" and told.outstanding() >= WORTH_A_SALE
        yield from declared(told)
        yield from asked_lately(told)
    if name in UNENDED | SELLS or (name == "fulfilled" and told.chance(HELD)):
        yield from found_and_held(told)
    yield from verified(told, surely=name not in UNENDED | SELLS)
    if name in SELLS:
        yield from sold(told)
    yield from STORIES[name](told)


def _notice(told: Told) -> Iterator[Step]:
    told.later(0, 3 if told.chance(0.85) else 14)  # one in seven is late
    yield told.step(EnforcementNoticeIssued(to=told.debtors))
    if told.for_money:
        yield told.step(PropertyReportOrdered(to=told.debtors))
        told.order = told.head
        if told.chance(0.9):
            yield told.step(CluesAsked(to=(told.applicant,)))
    told.later(2, 8)
    if told.chance(0.2):
        yield told.by("clerk", _service(told, told.debtor, ServiceOutcome.RETURNED))
        told.later(3, 15)
        if told.chance(0.15):
            yield from _by_public_notice(told)
            return
    for debtor in told.debtors:
        yield told.by("clerk", _service(told, debtor, ServiceOutcome.SERVED))


def _by_public_notice(told: Told) -> Iterator[Step]:
    """Nobody finds the debtors: the notice is published, and serves when its days have passed."""
    published = told.day
    told.day = working_day(published + timedelta(days=public_notice_days(published)))
    for debtor in told.debtors:
        found = _service(told, debtor, ServiceOutcome.SERVED)
        yield told.by(
            "clerk",
            msgspec.structs.replace(
                found,
                method=ServiceMethod.PUBLIC_NOTICE,
                sent_on=published,
                signed_by="",
                why_not="被执行人下落不明，直接、邮寄均未能送达",
            ),
        )


def _talk(told: Told) -> Iterator[Step]:
    if told.chance(0.6):
        told.later(3, 20)
        yield told.step(
            ApplicantContacted(
                party=told.applicant,
                channel=told.rng.choice((Channel.PHONE, Channel.VISIT)),
                content="告知已采取的措施，申请执行人表示将继续提供财产线索。",
            )
        )


def _service(told: Told, to: int, outcome: ServiceOutcome) -> ServiceAttempted:
    served = outcome is ServiceOutcome.SERVED
    methods = (ServiceMethod.DIRECT, ServiceMethod.MAIL, ServiceMethod.LEFT)
    method = told.rng.choices(methods, (5, 4, 1))[0] if served else ServiceMethod.MAIL
    return ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER if told.for_money else ServedDocument.NOTICE,
        to=to,
        method=method,
        outcome=outcome,
        sent_on=told.day - timedelta(days=1) if method is ServiceMethod.MAIL else None,
        served_on=told.day if served else None,
        signed_by="本人" if served and method is not ServiceMethod.LEFT else "",
        why_not="查无此人"
        if not served
        else "拒收，村（居）委会干部见证"
        if method is ServiceMethod.LEFT
        else "",
    )


def _working(told: Told) -> Iterator[Step]:
    for _ in range(told.rng.randint(0, 2)):
        yield from endings.part(told)
    told.later(20, 80)
    in_time = (told.day - told.begun).days < EXTENSIBLE
    if in_time and told.chance(0.35):
        extension = told.step(PeriodExtended(months=3, reason="被执行人财产在外地，正在委托查控"))
        if told.chance(0.5):
            yield extension
        else:
            told.waiting.append(extension)


def _neglected(told: Told) -> Iterator[Step]:
    """Nothing happens for half a year, and the applicant turns to the court above."""
    told.later(*HALF_A_YEAR)
    yield told.by("clerk", HigherCourtApplied(by=told.applicant, reason="立案已逾六个月，未见执行措施"))
    if "higher" not in told.staff:
        return
    told.later(5, 20)
    until = told.day + timedelta(days=told.rng.randint(30, 60))
    yield told.by("higher", UrgingOrdered(until=until, content="限期采取执行措施，并书面报告结果"))
    if told.chance(0.5):
        yield from endings.fulfilled(told)


def _settled(told: Told) -> Iterator[Step]:
    told.later(15, 60)
    yield told.step(_agreement(told))


def _settled_broken(told: Told) -> Iterator[Step]:
    told.later(15, 40)
    agreement = _agreement(told)
    yield told.step(agreement)
    told.day = working_day(agreement.instalments[0].due)
    told.later(3, 30)
    yield told.step(SettlementBroken(by=told.applicant, reason="第一期到期分文未付"))
    yield from _working(told)


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
    yield from endings.archived(told)


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
    suspension = told.step(Suspended(ground=ground, ruling=f"{told.number}之一"))
    if told.chance(0.25):
        told.waiting.append(suspension)
    else:
        yield suspension


def _went_on(told: Told) -> Iterator[Step]:
    """Suspended, and gone on with; then its round is terminated."""
    told.later(10, 40)
    yield told.step(Suspended(ground=SuspensionGround.HEIR_AWAITED, ruling=f"{told.number}中止"))
    told.later(30, 120)
    yield told.step(Resumed(reason="继承人已表示参加，中止事由消失"))
    yield from endings.terminated(told)


def _added(told: Told) -> Iterator[Step]:
    yield from incidents.added(told)
    told.later(1, 4)
    new = told.debtors[-1]
    yield told.step(EnforcementNoticeIssued(to=(new,)))
    yield told.step(PropertyReportOrdered(to=(new,)))
    yield from _working(told)


STORIES = {
    "working": _working,
    "fulfilled": endings.fulfilled,
    "terminated": endings.terminated,
    "settled": _settled,
    "settled_kept": _settled_kept,
    "settled_broken": _settled_broken,
    "selling": _working,
    "suspended": _suspended,
    "went_on": _went_on,
    "added": _added,
    "neglected": _neglected,
    "withdrawn": endings.withdrawn,
    "cancelled": endings.cancelled,
    "dismissed": endings.dismissed,
    "time_barred": endings.time_barred,
}
