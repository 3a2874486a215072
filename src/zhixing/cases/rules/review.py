"""Rules of objection, reconsideration and the suits that follow.

Not covered: the review case's own dossier (执异, 执复), supervision by the procuratorate, and the hearing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zhixing.cases.acts.filing import TitleKind, TitleRecorded
from zhixing.cases.acts.notice import EnforcementNoticeIssued, ServiceAttempted
from zhixing.cases.acts.review import (
    FilesSentUp,
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionKind,
    ObjectionRaised,
    ObjectionSuitFiled,
    ReconsiderationAsked,
    ReconsiderationDecided,
)
from zhixing.cases.questions.review import open_objections
from zhixing.cases.rules.guards import filed
from zhixing.law.answers import Found
from zhixing.law.citations import Citation, cite
from zhixing.law.periods import Period, days, due, months
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK, Power.FILING)
ACT_OBJECTION = cite("民诉法", 236, figure="十五日")
THIRD_PARTY = cite("民诉法", 238, figure="十五日")
JURISDICTION_TEN = cite("执行程序解释", 3, figure="十日")
AWARD_FIFTEEN = cite("仲裁裁决执行规定", 8, figure="十五日")
NOTARISED_FIFTEEN = cite("公证债权文书规定", 13, figure="十五日")
LIMITS_AFTER_NOTICE = {
    ObjectionKind.JURISDICTION: (days(10), JURISDICTION_TEN),
    ObjectionKind.AWARD: (days(15), AWARD_FIFTEEN),
    ObjectionKind.NOTARISED: (days(15), NOTARISED_FIFTEEN),
}


def _notice_day(asked: Asked) -> Entry[EnforcementNoticeIssued] | None:
    return asked.dossier.first(EnforcementNoticeIssued)


@guard("异议在法定期限内提出", JURISDICTION_TEN, AWARD_FIFTEEN, NOTARISED_FIFTEEN, on_act=True)
def in_time(asked: Asked) -> Objection | None:
    """Objections that have a limit after the notice come within it; counted from issue where no service is recorded."""
    limit = LIMITS_AFTER_NOTICE.get(asked.the(ObjectionRaised).kind)
    notice = _notice_day(asked)
    if limit is None or notice is None:
        return None
    start = _served_day(asked, notice)
    last = due(start, limit[0])
    if isinstance(last, Found) and asked.on > last.value.day:
        return Objection(
            say("执行通知于 {start} 送达，期限到 {last} 为止", start=start, last=last.value.day),
            say("逾期的不予受理；有正当理由的，可在障碍消除后十日内申请顺延"),
        )
    return None


def _served_day(asked: Asked, notice: Entry[EnforcementNoticeIssued]) -> date:
    by = asked.the(ObjectionRaised).by
    for entry in asked.dossier.of(ServiceAttempted):
        if entry.act.to == by and entry.act.served_on is not None and entry.seq > notice.seq:
            return entry.act.served_on
    return notice.on


@guard("异议人和所异议的事项明确", cite("异议复议规定", 1), on_act=True)
def objection_definite(asked: Asked) -> Objection | None:
    """The objector takes part in the case; an outsider says which thing; an award or notarised deed is among the titles."""
    act = asked.the(ObjectionRaised)
    if act.by not in {part.party for part in parties_of(asked.dossier, None, asked.on)}:
        return Objection(say("异议人没有录入为当事人、案外人或利害关系人"), say("请先录入异议人"))
    if act.kind is ObjectionKind.THIRD_PARTY and not act.object:
        return Objection(say("案外人异议没有写明所涉财产"), say("请写明对哪一财产主张权利"))
    wanted = {
        ObjectionKind.AWARD: (TitleKind.AWARD, TitleKind.LABOUR_AWARD),
        ObjectionKind.NOTARISED: (TitleKind.NOTARISED_DEBT,),
    }.get(act.kind)
    if wanted and not any(entry.act.kind in wanted for entry in asked.dossier.of(TitleRecorded)):
        return Objection(say("执行依据中没有{kind}", kind=wanted[0].label), say("请核对异议种类"))
    return None


@guard("同一人没有就同一行为再次提出", cite("异议复议规定", 15), on_act=True)
def not_again(asked: Asked) -> Objection | None:
    """Grounds against one act are put forward together; after withdrawal or dismissal the same is not raised again."""
    act = asked.the(ObjectionRaised)
    for entry in asked.dossier.of(ObjectionRaised):
        same = (entry.act.by, entry.act.kind, entry.act.against, entry.act.object) == (
            act.by,
            act.kind,
            act.against,
            act.object,
        )
        if same:
            return Objection(
                say("第 {seq} 条已是同一人对同一事项的异议", seq=entry.seq),
                say("新的事由请在原异议中一并审查"),
            )
    return None


def _objection(asked: Asked) -> Entry[Act] | None:
    act = asked.act
    if isinstance(act, ObjectionAccepted | ObjectionDecided | ObjectionSuitFiled):
        found = asked.dossier.at(act.objection)
        if found is not None and isinstance(found.act, ObjectionRaised):
            return found
    return None


@guard("所选的是尚未办结的异议", ACT_OBJECTION, on_act=True)
def objection_open(asked: Asked) -> Objection | None:
    """An objection is decided once."""
    found = _objection(asked)
    if found is None:
        return Objection(say("所选的不是异议"), say("请选择一项异议"), (ObjectionRaised,))
    if found.seq in {entry.seq for entry in open_objections(asked.dossier, asked.on)}:
        return None
    return Objection(say("第 {seq} 条异议已经裁定", seq=found.seq), say("不服的可依法复议或起诉"))


@guard("裁定载明救济的权利和期限", cite("异议复议规定", 16), on_act=True)
def remedy_stated(asked: Asked) -> Objection | None:
    """A ruling tells the way to the court above or to a suit, and by when."""
    if asked.the(ObjectionDecided).remedy_stated:
        return None
    return Objection(say("没有载明复议或起诉的权利和期限"), say("请在裁定书中载明后勾选"))


@guard("承办人不审查针对自己行为的异议", cite("异议复议规定", 11), on_act=True)
def not_ones_own_judge(asked: Asked) -> Objection | None:
    """Who carried out the act does not review it."""
    found = _objection(asked)
    if found is None or not isinstance(found.act, ObjectionRaised) or found.act.against is None:
        return None
    act = asked.dossier.at(found.act.against)
    if act is None or act.by.id != asked.by.id:
        return None
    return Objection(say("所异议的行为正是您作出的"), say("请由执行裁决部门的其他人员审查"))


@guard("复议在收到裁定之日起十日内提出", cite("民诉法", 236, figure="十日"), on_act=True)
def reconsideration_in_time(asked: Asked) -> Objection | None:
    """Ten days from the ruling; counted from the day it was made where no service is recorded."""
    found = asked.dossier.at(asked.the(ReconsiderationAsked).ruling)
    if found is None or not isinstance(found.act, ObjectionDecided):
        return Objection(say("所选的不是异议裁定"), say("请选择不服的裁定"), (ObjectionDecided,))
    last = due(found.on, days(10))
    if isinstance(last, Found) and asked.on > last.value.day:
        return Objection(say("复议期限到 {last} 为止", last=last.value.day), say("逾期可申请执行监督"))
    return None


@guard("所选的是复议申请", cite("执行程序解释", 8), on_act=True)
def is_reconsideration(asked: Asked) -> Objection | None:
    """Files go up, and a decision comes down, on an application for reconsideration."""
    act = asked.act
    if not isinstance(act, FilesSentUp | ReconsiderationDecided):
        return None
    found = asked.dossier.at(act.reconsideration)
    if found is not None and isinstance(found.act, ReconsiderationAsked):
        return None
    return Objection(say("所选的不是复议申请"), say("请选择复议申请"), (ReconsiderationAsked,))


@guard("案外人异议已经裁定，且在十五日内起诉", THIRD_PARTY, on_act=True)
def suit_in_time(asked: Asked) -> Objection | None:
    """The suit follows the ruling on an outsider's objection within fifteen days."""
    found = _objection(asked)
    if (
        found is None
        or not isinstance(found.act, ObjectionRaised)
        or found.act.kind is not ObjectionKind.THIRD_PARTY
    ):
        return Objection(say("所选的不是案外人异议"), say("对执行行为异议的裁定应申请复议"))
    rulings = [entry for entry in asked.dossier.of(ObjectionDecided) if entry.act.objection == found.seq]
    if not rulings:
        return Objection(say("该异议尚未裁定"), say("请先裁定异议"), (ObjectionDecided,))
    last = due(rulings[-1].on, days(15))
    if isinstance(last, Found) and asked.on > last.value.day:
        return Objection(say("起诉期限到 {last} 为止", last=last.value.day), say("逾期起诉的不予受理"))
    return None


RULES = [
    ActRule(
        act=ObjectionRaised,
        label="提出异议",
        basis=(ACT_OBJECTION, THIRD_PARTY),
        by=TEAM,
        purpose="收下当事人、利害关系人或案外人的书面异议",
        guards=(filed, objection_definite, in_time, not_again),
        discloses=Disclosure(sms="cases.objection_raised"),
        group="异议与复议",
    ),
    ActRule(
        act=ObjectionAccepted,
        label="异议立案",
        basis=(cite("异议复议规定", 2),),
        by=(Power.FILING, Power.JUDGE),
        purpose="异议符合条件，立案并通知当事人",
        guards=(filed, objection_open),
        discloses=Disclosure(sms="cases.objection_accepted"),
        document="异议案件受理通知书",
        group="异议与复议",
    ),
    ActRule(
        act=ObjectionDecided,
        label="裁定异议",
        basis=(ACT_OBJECTION, THIRD_PARTY, cite("异议复议规定", 17)),
        by=(Power.JUDGE, Power.PANEL),
        purpose="合议庭审查后对异议作出裁定",
        guards=(filed, objection_open, not_ones_own_judge, remedy_stated),
        discloses=Disclosure(sms="cases.objection_decided"),
        document="执行异议裁定书",
        group="异议与复议",
    ),
    ActRule(
        act=ReconsiderationAsked,
        label="申请复议",
        basis=(cite("民诉法", 236, figure="十日"),),
        by=TEAM,
        purpose="收下向上一级法院提出的复议申请",
        guards=(filed, reconsideration_in_time),
        discloses=Disclosure(sms="cases.reconsideration_asked"),
        group="异议与复议",
    ),
    ActRule(
        act=FilesSentUp,
        label="报送案卷",
        basis=(cite("执行程序解释", 7),),
        by=TEAM,
        purpose="把复议所需案卷报送上一级法院",
        guards=(filed, is_reconsideration),
        group="异议与复议",
    ),
    ActRule(
        act=ReconsiderationDecided,
        label="复议裁定",
        basis=(cite("执行程序解释", 8),),
        by=(Power.HIGHER_COURT, Power.JUDGE),
        purpose="记下上一级法院的复议裁定",
        guards=(filed, is_reconsideration),
        discloses=Disclosure(sms="cases.reconsideration_decided"),
        document="执行复议裁定书",
        group="异议与复议",
    ),
    ActRule(
        act=ObjectionSuitFiled,
        label="提起执行异议之诉",
        basis=(THIRD_PARTY, cite("民诉法解释", 302)),
        by=TEAM,
        purpose="记下案外人或申请执行人提起的异议之诉",
        guards=(filed, suit_in_time),
        group="异议与复议",
    ),
]


def _of_this_objection(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return isinstance(act, ObjectionAccepted | ObjectionDecided) and act.objection == opening.seq


def _of_this_reconsideration(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return isinstance(act, FilesSentUp | ReconsiderationDecided) and act.reconsideration == opening.seq


def _kind_is(*kinds: ObjectionKind) -> Callable[[Dossier, Entry[Act]], bool]:
    def when(_dossier: Dossier, entry: Entry[Act]) -> bool:
        return isinstance(entry.act, ObjectionRaised) and entry.act.kind in kinds

    return when


def _review(name: str, label: str, period: Period, basis: Citation, *kinds: ObjectionKind) -> DutyRule:
    return DutyRule(
        name=name,
        label=label,
        holder=Power.JUDGE,
        opens_on=(ObjectionRaised,),
        limits=(Limit(within(period), basis, text=f"收到异议之日起{period}"),),
        closes_on=(ObjectionDecided,),
        when=_kind_is(*kinds),
        matches=_of_this_objection,
    )


DUTIES = [
    DutyRule(
        name="accept-objection",
        label="三日内对异议立案或裁定不予受理",
        holder=Power.FILING,
        opens_on=(ObjectionRaised,),
        limits=(Limit(within(days(3)), cite("异议复议规定", 2, figure="三日"), text="收到异议之日起三日"),),
        closes_on=(ObjectionAccepted, ObjectionDecided),
        matches=_of_this_objection,
    ),
    _review(
        "decide-objection",
        "十五日内审查异议",
        days(15),
        ACT_OBJECTION,
        ObjectionKind.ACT,
        ObjectionKind.JURISDICTION,
        ObjectionKind.LIMITATION,
        ObjectionKind.CLOSING,
    ),
    _review(
        "decide-third-party-objection",
        "十五日内审查案外人异议",
        days(15),
        THIRD_PARTY,
        ObjectionKind.THIRD_PARTY,
    ),
    _review(
        "decide-award-non-enforcement",
        "两个月内审查不予执行仲裁裁决",
        months(2),
        cite("仲裁裁决执行规定", 12, figure="两个月"),
        ObjectionKind.AWARD,
    ),
    _review(
        "decide-notarised-non-enforcement",
        "六十日内审查不予执行公证债权文书",
        days(60),
        cite("公证债权文书规定", 16, figure="六十日"),
        ObjectionKind.NOTARISED,
    ),
    DutyRule(
        name="send-files-up",
        label="五日内报送复议案卷",
        holder=Power.CLERK,
        opens_on=(ReconsiderationAsked,),
        limits=(
            Limit(within(days(5)), cite("执行程序解释", 7, figure="五日"), text="收到复议申请之日起五日"),
        ),
        closes_on=(FilesSentUp,),
        falls_away_on=(ReconsiderationDecided,),
        matches=_of_this_reconsideration,
    ),
    DutyRule(
        name="decide-reconsideration",
        label="三十日内审结复议",
        holder=Power.HIGHER_COURT,
        opens_on=(ReconsiderationAsked,),
        limits=(
            Limit(
                within(days(30)), cite("执行程序解释", 8, figure="三十日"), text="收到复议申请之日起三十日"
            ),
        ),
        closes_on=(ReconsiderationDecided,),
        matches=_of_this_reconsideration,
    ),
]
