"""What comes up along the way: objections, recusal, guarantees and stays, change of parties, deductions, slips of the pen.

Each leaves the case where it found it, so that any story may meet any of them. Numbers of earlier entries come from `Told.head`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import msgspec

from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalGround
from zhixing.cases.acts.review import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionKind,
    ObjectionRaised,
    ObjectionResult,
)
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteeKind
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.acts import Corrected
from zhixing.record.door import Step
from zhixing.simulate.telling import Told

GRIEVANCES = (
    "冻结的账户是工资账户，请求保留必要的生活费用",
    "执行通知书所列金额有误，已付款项没有扣除",
    "查封的财产价值明显超过执行标的额",
)
THINGS = ("县城滨江路住宅一套", "长安牌小型客车一辆", "砂石加工设备一套", "登记在被执行人名下的门面一间")
SHARE = 0.16  # of the cases meet with something


def incidents(told: Told) -> Iterator[Step]:
    """Perhaps one of them, some time after the notice."""
    if not told.chance(SHARE):
        return
    told.later(5, 25)
    found = told.rng.choices(
        (by_debtor, by_outsider, deduction, recusal_refused, recusal_granted, correction, stay),
        (4, 3, 4, 1, 1, 3, 2),
    )[0]
    yield from found(told)


def by_debtor(told: Told) -> Iterator[Step]:
    """The debtor objects to an act of enforcement; most often in vain."""
    result = told.rng.choices((ObjectionResult.DISMISSED, ObjectionResult.UPHELD), (3, 1))[0]
    content = told.rng.choice(GRIEVANCES)
    yield from reviewed(
        told, ObjectionRaised(kind=ObjectionKind.ACT, by=told.debtor, content=content), result
    )


def by_outsider(told: Told) -> Iterator[Step]:
    """Somebody claims the thing enforced upon."""
    outsider = told.invite()
    yield told.step(PartyJoined(party=outsider, role=Role.OUTSIDER))
    thing = told.rng.choice(THINGS)
    raised = ObjectionRaised(
        kind=ObjectionKind.THIRD_PARTY, by=outsider, object=thing, content=f"主张{thing}为其所有，已付清价款"
    )
    yield from reviewed(told, raised, ObjectionResult.DISMISSED)


def reviewed(told: Told, raised: ObjectionRaised, result: ObjectionResult) -> Iterator[Step]:
    """An objection from its receipt to the service of its ruling; now and then the ruling is late."""
    yield told.step(raised)
    objection = told.head
    told.later(1, 3)
    yield told.by("filing", ObjectionAccepted(objection=objection, number=f"{told.number}之异议"))
    if told.chance(0.95):
        yield told.by("clerk", _served(told, raised.by, ServedDocument.OTHER, told.head))
    judge, *others = told.reviewers()
    told.later(1, 4)
    yield told.step(PanelFormed(presiding=judge.id, members=tuple(each.id for each in others)), judge)
    told.later(3, 9 if told.chance(0.8) else 25)
    yield told.step(
        PanelDeliberated(
            topic=DeliberationTopic.OBJECTION,
            handler_opinion=f"建议：{result.label}",
            other_opinions="同意",
            agreed=True,
            result=result.label,
            about=objection,
        ),
        judge,
    )
    yield told.step(
        ObjectionDecided(
            objection=objection,
            result=result,
            reason="异议人提交的证据经听证质证，结合执行卷宗认定",
            ruling=_of_a_review(told.number),
        ),
        judge,
    )
    ruling = told.head
    told.later(1, 5)
    yield told.by("clerk", _served(told, raised.by, ServedDocument.RULING, ruling))


def _served(told: Told, to: int, document: ServedDocument, of: int) -> ServiceAttempted:
    return ServiceAttempted(
        document=document,
        to=to,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        of=of,
        served_on=told.day,
        signed_by="本人",
    )


def deduction(told: Told) -> Iterator[Step]:
    """Days of appraisal or of a sale do not count."""
    ground = told.rng.choice((DeductionGround.APPRAISAL, DeductionGround.SALE, DeductionGround.AUDIT))
    until = told.day + timedelta(days=told.rng.randint(15, 60))
    yield told.step(PeriodDeducted(ground=ground, since=told.day, until=until, note="委托司法评估、网络拍卖"))


def recusal_refused(told: Told) -> Iterator[Step]:
    """The debtor does not trust the officer; the president sees no ground."""
    yield told.by(
        "clerk",
        RecusalAsked(
            officer=told.handler.id,
            ground=RecusalGround.OTHER_RELATION,
            by=told.debtor,
            reason="认为承办人与申请执行人相识",
        ),
    )
    told.later(1, 3)
    yield told.by(
        "president",
        RecusalDecided(officer=told.handler.id, granted=False, reason="查无利害关系，不符合法定情形"),
    )


def recusal_granted(told: Told) -> Iterator[Step]:
    """The officer is related to a party and stands aside; another takes the case over."""
    yield told.by(
        "clerk",
        RecusalAsked(
            officer=told.handler.id,
            ground=RecusalGround.OTHER_RELATION,
            by=told.applicant,
            reason="承办人的配偶与被执行人系表亲",
        ),
    )
    told.later(1, 3)
    yield told.by(
        "president",
        RecusalDecided(officer=told.handler.id, granted=True, reason="经查属实，可能影响公正执行"),
    )
    other = told.staff["officer2" if told.handler.id == told.staff["officer1"].id else "officer1"]
    yield told.by("judge", Reassigned(officer=other.id, reason="原承办人回避"))
    told.aside, told.handler = told.handler.id, other


def correction(told: Told) -> Iterator[Step]:
    """A talk noted down wrongly, and put right."""
    wrong = ApplicantContacted(
        party=told.applicant,
        channel=Channel.PHONE,
        content="申请执行人称被执行人名下有货车一辆，车牌尾号 671。",
    )
    yield told.step(wrong)
    entry = told.head
    told.later(1, 6)
    right = msgspec.structs.replace(wrong, content="申请执行人称被执行人名下有货车一辆，车牌尾号 617。")
    yield told.step(
        Corrected(
            entry=entry, reason="录入笔误，以谈话笔录原件为准", act=msgspec.Raw(msgspec.json.encode(right))
        )
    )


def stay(told: Told) -> Iterator[Step]:
    """Put off on a guarantee the applicant accepts, and gone on with before it runs out."""
    guarantor = told.invite()
    yield told.step(PartyJoined(party=guarantor, role=Role.GUARANTOR))
    yield told.step(
        GuaranteeGiven(
            guarantor=guarantor,
            kind=GuaranteeKind.PROPERTY,
            object=told.rng.choice(THINGS),
            applicant_consents=True,
        )
    )
    told.later(1, 4)
    until = told.day + timedelta(days=told.rng.randint(30, 120))
    yield told.step(
        Stayed(
            ground=StayGround.GUARANTEE,
            until=until,
            at_debtors_request=True,
            guarantor=guarantor,
            decision=f"{told.number}暂缓决定",
        )
    )
    told.day = until - timedelta(days=told.rng.randint(1, 5))
    yield told.step(Resumed(reason="暂缓即将期满，被执行人仍未履行"))


def added(told: Told) -> Iterator[Step]:
    """A shareholder who did not pay in is added as a debtor, after a hearing."""
    new = told.invite()
    told.later(10, 40)
    yield told.step(
        PartyChangeAsked(
            ground=ChangeGround.UNPAID_SHARES,
            by=told.applicant,
            new=new,
            reason="股东未足额缴纳出资，公司财产不足以清偿",
        )
    )
    application = told.head
    judge, *others = told.reviewers()
    told.later(5, 20)
    yield told.step(PanelFormed(presiding=judge.id, members=tuple(each.id for each in others)), judge)
    told.later(5, 25)
    yield told.step(
        PanelDeliberated(
            topic=DeliberationTopic.PARTY_CHANGE,
            handler_opinion="出资不实属实，应予追加",
            other_opinions="同意",
            agreed=True,
            result="准予追加",
            about=application,
        ),
        judge,
    )
    yield told.step(
        PartyChangeDecided(
            application=application,
            new=new,
            granted=True,
            ruling=_of_a_review(told.number),
            extent="在未缴纳出资的范围内",
            heard_on=told.day,
            reason="工商档案和验资材料证明出资未到位",
        ),
        judge,
    )
    told.debtors = (*told.debtors, new)


def _of_a_review(number: str) -> str:
    """The number under which a court reviews an objection or a change of parties: a case of its own kind, 执异."""
    return re.sub("执恢?", "执异", number, count=1)
