"""How a case of the demonstration ends: paid, terminated, withdrawn, taken off the register, dismissed, not enforced."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.cases.acts.filing import RefusalGround
from zhixing.cases.acts.notice import Channel, ServiceMethod
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.performance import (
    ClaimWaived,
    ConductPerformed,
    SatisfactionKind,
    SatisfactionRecorded,
    VoluntarilyPerformed,
)
from zhixing.cases.acts.review import ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.closing.acts import (
    ApplicationDismissed,
    Archived,
    CancellationGround,
    CaseCancelled,
    CheckedCondition,
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    NonEnforced,
    NonEnforcementGround,
    NoticeConfirmation,
    PreservationClosed,
    PreservationOutcome,
    RecheckResult,
    ResumptionApplied,
    ResumptionGround,
    RoundRechecked,
    RoundTerminated,
    RoundTerminationServed,
    TalkOutcome,
    TerminationChecked,
    TerminationGround,
    TerminationPublished,
    TerminationShielded,
    TerminationTalkHeld,
    ToldMatter,
)
from zhixing.record.door import Step
from zhixing.record.power import Power
from zhixing.simulate.holding import released
from zhixing.simulate.incidents import reviewed
from zhixing.simulate.preserving import applied_for
from zhixing.simulate.telling import Told

CLUES = (
    "被执行人名下新开立的银行账户有存款",
    "被执行人在县城购买商品房一套，已办理预告登记",
    "被执行人近期承接工程，对发包人有到期工程款",
    "被执行人名下有小型客车一辆，常停放在其住所附近",
)
NOTHING_FOUND = "申请执行人认为应继续查找被执行人的财产，暂无新的线索"


def part(told: Told) -> Iterator[Step]:
    """Part of what is owed comes in."""
    told.later(5, 40)
    owed = told.outstanding()
    amount = owed * told.rng.randint(5, 45) // 100 // 10_000 * 10_000
    if not 0 < amount < owed:
        return
    yield received(told, told.pay(amount))


def received(told: Told, amount: int) -> Step:
    """Money of the day: from the debtor's own hand, or brought in by the court."""
    if told.chance(0.45):
        return told.step(VoluntarilyPerformed(by=told.debtor, amount=amount, to=told.applicant))
    kind = SatisfactionKind.TRANSFERRED if told.chance(0.8) else SatisfactionKind.SOLD
    source = "银行存款" if kind is SatisfactionKind.TRANSFERRED else "网络司法拍卖价款"
    return told.step(SatisfactionRecorded(kind=kind, amount=amount, source=source))


def archived(told: Told) -> Iterator[Step]:
    """The file goes to the archive; one in eight is still lying about."""
    told.later(10, 60)
    if told.chance(0.88):
        yield told.by("clerk", Archived(volumes=1, number=f"执结-{told.number}"))


def fulfilled(told: Told) -> Iterator[Step]:
    """Everything was done or paid; sometimes the applicant gives up the rest."""
    if not told.for_money:
        yield from _done(told)
        return
    if told.chance(0.4):
        yield from part(told)
    told.later(10, 90)
    rest = told.outstanding()
    waived = rest * told.rng.randint(3, 20) // 100 if told.chance(0.2) else 0
    if rest - waived > 0:
        yield received(told, told.pay(rest - waived))
    if waived:
        reason = "双方协商，自愿放弃部分利息"
        yield told.step(ClaimWaived(by=told.applicant, amount=told.outstanding(), reason=reason))
    else:
        told.later(1, 12)  # interest does not run on what is paid
    yield from released(told)
    yield told.step(
        Fulfilled(
            reason="生效法律文书确定的义务已全部履行",
            ground=FulfilmentGround.PERFORMED if told.chance(0.5) else FulfilmentGround.ENFORCED,
            confirmed=NoticeConfirmation.NONE,
        )
    )
    if not told.shielded and told.chance(0.8):
        told.later(1, 3)
        yield told.step(TerminationShielded(reason="恢复执行后已履行完毕"))
    yield from archived(told)


def _done(told: Told) -> Iterator[Step]:
    told.later(10, 70)
    yield told.step(
        ConductPerformed(
            claim=told.claim, substituted=told.chance(0.3), note="经现场查看，已按判决清除、腾退完毕"
        )
    )
    told.later(1, 8)
    yield told.step(
        Fulfilled(
            reason="判决确定的行为已履行",
            ground=FulfilmentGround.ENFORCED,
            confirmed=NoticeConfirmation.ORAL,
            confirmation="现场笔录，正卷",
        )
    )
    yield from archived(told)


def terminated(told: Told) -> Iterator[Step]:
    """Nothing can be enforced: checks, talk, deliberation, ruling, service, and the inquiries of the years after."""
    if told.chance(0.3):
        yield from part(told)
    told.later(60, 100)
    yield from _proven(told)
    told.later(20, 40)
    ruling = RoundTerminated(
        reason="穷尽财产调查措施，未发现可供执行的财产",
        ground=TerminationGround.NO_PROPERTY if told.chance(0.85) else TerminationGround.NOT_DISPOSABLE,
        ruling=f"{told.number}之一",
    )
    if told.chance(0.12):
        told.waiting.append(told.step(ruling))
        return
    yield told.step(ruling)
    told.later(1, 6)
    yield told.step(RoundTerminationServed(to=told.applicant, method=ServiceMethod.DIRECT, signed_by="本人"))
    told.later(1, 9)
    yield told.step(TerminationPublished(receipt=f"ZB{told.rng.randrange(10**8):08d}"))
    yield from _aftermath(told)


def _proven(told: Told) -> Iterator[Step]:
    judges = [
        told.staff[seat].id
        for seat in ("judge", "judge2", "officer1", "officer2")
        if told.staff[seat].id not in (told.handler.id, told.aside)
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
            reasons=NOTHING_FOUND,
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


def _aftermath(told: Told) -> Iterator[Step]:
    """Half-yearly inquiries, some missed; now and then property turns up and the applicant asks to go on."""
    while told.chance(0.85):
        told.later(60, 182)
        if told.chance(0.2):
            clue = told.rng.choice(CLUES)
            found = RecheckResult.FOUND
            yield told.step(RoundRechecked(result=found, found=clue, told_applicant=True))
            told.later(1, 20)
            yield told.by(
                "filing",
                ResumptionApplied(
                    party=told.applicant,
                    ground=ResumptionGround.PROPERTY_FOUND,
                    clues=f"{clue}，请求恢复执行",
                ),
            )
            return
        yield told.step(RoundRechecked(result=RecheckResult.NONE, told_applicant=True))


def withdrawn(told: Told) -> Iterator[Step]:
    """The applicant takes the application back; some come again."""
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
    if told.chance(0.75):
        yield from archived(told)
        return
    told.later(60, 200)
    yield told.by(
        "filing",
        ResumptionApplied(
            party=told.applicant,
            ground=ResumptionGround.APPLIED_AGAIN,
            clues="撤销申请后被执行人仍未按承诺付款，再次申请执行",
        ),
    )


def cancelled(told: Told) -> Iterator[Step]:
    """Another court was first, or the objection to jurisdiction was good."""
    if told.chance(0.4):
        told.later(1, 3)
        raised = ObjectionRaised(
            kind=ObjectionKind.JURISDICTION, by=told.debtor, content="住所地和财产均不在本县，本院无管辖权"
        )
        yield from reviewed(told, raised, ObjectionResult.UPHELD)
        ground, evidence = CancellationGround.NO_JURISDICTION, "管辖异议裁定书，正卷"
    else:
        told.later(5, 40)
        ground, evidence = CancellationGround.FILED_EARLIER, "先立案法院的受理通知书，正卷"
    told.later(1, 5)
    yield told.step(
        CaseCancelled(
            reason=ground.label, ground=ground, other_court="重庆市渝北区人民法院", evidence=evidence
        )
    )


def dismissed(told: Told) -> Iterator[Step]:
    """A condition of acceptance turned out to be missing."""
    told.later(5, 40)
    yield told.step(
        ApplicationDismissed(
            reason="申请执行人在立案前已将债权转让他人，不是执行依据确定的权利人",
            ground=RefusalGround.NOT_ENTITLED,
            ruling=f"{told.number}之一",
        )
    )


def time_barred(told: Told) -> Iterator[Step]:
    """The debtor objects that the two years had run out, and is right. Only a judge rules so."""
    if Power.JUDGE.value not in told.handler.powers:
        yield from dismissed(told)
        return
    told.later(3, 15)
    raised = ObjectionRaised(
        kind=ObjectionKind.LIMITATION, by=told.debtor, content="履行期届满至申请执行已逾二年，无中断事由"
    )
    yield from reviewed(told, raised, ObjectionResult.UPHELD)
    told.later(2, 10)
    yield told.step(
        NonEnforced(
            reason="申请执行时效异议成立",
            ground=NonEnforcementGround.TIME_BARRED,
            title=told.title,
            ruling=f"{told.number}之一",
        )
    )


def preserved(told: Told) -> Iterator[Step]:
    """A preservation ruling is carried out; where it was asked for here, only some time after."""
    if told.applies:
        yield from applied_for(told)
        if not told.secures or told.chance(0.5):
            return
        told.later(20, 90)
    told.later(3, 25)
    likely = ((2, 1, 0) if told.controls else (0, 0, 1)) if told.applies else (6, 3, 1)
    outcome = told.rng.choices(tuple(PreservationOutcome), likely)[0]
    yield told.step(PreservationClosed(reason="保全裁定已实施，结果已告知当事人", outcome=outcome))
    yield from archived(told)
