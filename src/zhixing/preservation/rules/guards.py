"""Guards of preservation: the kind of case, the application, security, what may be ruled, and the remedies' limits."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.questions.control import secured_sum
from zhixing.cases.acts.filing import CaseType, TitleRecorded
from zhixing.cases.questions import case_type
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.courts import COURTS_BY_CODE, Level
from zhixing.law.money import show
from zhixing.law.periods import days, due
from zhixing.law.preservation import ASK, SECURITY, most_security, within_hours
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.preservation.acts import (
    NoSecurity,
    PreservationApplied,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    SecurityAsked,
    SecurityGiven,
    SecurityWaived,
    When,
)
from zhixing.preservation.questions import (
    STAGES,
    application,
    decision,
    more_security_open,
    on_the_disputed_thing,
    security_settled,
)
from zhixing.record.dossier import Entry
from zhixing.record.power import Power
from zhixing.record.rule import Asked, Objection, guard

GROUP = "财产保全"
DESK = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
JUDGES = (Power.JUDGE,)
BEFORE_SUIT = cite("民诉法", 104)
IN_SUIT = cite("民诉法", 103)
NO_SECURITY = cite("财产保全规定", 9)
TOLD = cite("财产保全规定", 18)
RELEASES = cite("财产保全规定", 23, figure="五日")
REVIEW = cite("财产保全规定", 25, figure="十日")
CLEAR_THING = cite("财产保全规定", 10)
BEFORE_ENFORCEMENT = cite("民诉法解释", 163)
BY_INSTITUTION = cite("财产保全规定", 3)
ARBITRAL = cite("执行工作规定", 9)
FOREIGN_ARBITRAL = cite("执行工作规定", 10)
ENOUGH_SECURITY = cite("财产保全规定", 22)


@guard("本案是财产保全案件", cite("立案结案意见", 21))
def preservation_case(asked: Asked) -> Objection | None:
    """Preservation has its own kind of case."""
    if case_type(asked.dossier) is CaseType.PRESERVATION:
        return None
    return Objection(say("本案不是财产保全（执保）案件"), say("请另立财产保全案件办理"))


@guard("已有保全申请，尚未裁定", ASK)
def waits_for_ruling(asked: Asked) -> Objection | None:
    """What is ruled on was asked for and is open."""
    if application(asked.dossier, asked.on) is None:
        return Objection(say("还没有保全申请"), say("请先录入申请"), (PreservationApplied,))
    made = decision(asked.dossier, date.max)  # as it stands, whatever day is written
    if made is None:
        return None
    return Objection(say("已于 {on} 作出裁定", on=made.on), say("不服的可以申请复议；有误的请更正该条记录"))


@guard("有待提供的担保", SECURITY)
def security_wanted(asked: Asked) -> Objection | None:
    """Security is given while the application is open, or where more was asked for since."""
    if more_security_open(asked.dossier, asked.on) is not None:
        return None
    return waits_for_ruling.check(asked)


@guard("申请写明被保全人、数额和财产", CLEAR_THING, on_act=True)
def application_complete(asked: Asked) -> Objection | None:
    """Before suit the property is named; in suit a clue suffices; before enforcement the last day to perform is known."""
    act = asked.the(PreservationApplied)
    if not act.against or act.requested == 0:
        return Objection(say("没有被保全人，或请求数额为零"), say("请补全申请"))
    if not act.clues.strip():
        return Objection(say("没有写明财产信息或者线索"), say("诉前须写明具体财产；诉讼中至少写明线索"))
    if act.when is When.BEFORE_ENFORCEMENT and act.perform_by is None:
        return Objection(say("没有填写履行期最后一天"), say("履行期届满后五日内须申请执行，请填写"))
    if act.when in (When.IN_SUIT, When.ARBITRATION) and not act.suit.strip():
        return Objection(say("没有填写诉讼、仲裁案号"), say("请填写；尚未起诉的选择诉前"))
    if act.when is When.ARBITRATION and not act.institution.strip():
        return Objection(say("没有写明提交申请的仲裁机构"), say("仲裁中的保全经仲裁机构提交，请填写"))
    if isinstance(within_hours(asked.on, act.received_at), Undetermined):
        return Objection(say("收到的钟点“{at}”读不出", at=act.received_at), say("请写成 08:30 的形式"))
    return None


@guard("仲裁保全由有管辖权的法院办理", ARBITRAL, FOREIGN_ARBITRAL, on_act=True)
def arbitral_court_fits(asked: Asked) -> Objection | None:
    """In arbitration at home a basic court preserves, in arbitration with a foreign side an intermediate court."""
    act = asked.the(PreservationApplied)
    court = COURTS_BY_CODE.get(asked.dossier.court)
    if act.when is not When.ARBITRATION or court is None:
        return None
    if (court.level is Level.INTERMEDIATE) is act.foreign:
        return None
    right = Level.INTERMEDIATE if act.foreign else Level.BASIC
    return Objection(
        say("本院是{level}", level=court.level.value),
        say("请由被申请人住所地或者财产所在地的{right}办理", right=right.value),
    )


@guard("担保数额不超过法定上限", SECURITY, on_act=True)
def security_within_cap(asked: Asked) -> Objection | None:
    """In suit at most 30 per cent; before suit as much as is preserved, less only for a stated reason."""
    act, applied = asked.the(SecurityAsked), application(asked.dossier, asked.on)
    if applied is None:
        return Objection(say("还没有保全申请"), say("请先录入申请"), (PreservationApplied,))
    told = applied.act
    most = most_security(STAGES[told.when], told.requested, asked.on, value=told.disputed_value)
    if isinstance(most, Undetermined):
        return None
    if act.amount > most.value.amount:
        return Objection(most.because[-1], say("请不超过 {most} 元", most=show(most.value.amount)))
    if most.value.usual and act.amount < most.value.amount and not act.reason.strip():
        return Objection(most.because[-1], say("低于该数额的，请写明特殊情况"))
    return None


@guard("不要求担保的理由与阶段相符", NO_SECURITY, on_act=True)
def waiver_fits(asked: Asked) -> Objection | None:
    """Before suit security is always given; that there is a title excuses it only before enforcement."""
    act, applied = asked.the(SecurityWaived), application(asked.dossier, asked.on)
    if applied is None:
        return Objection(say("还没有保全申请"), say("请先录入申请"), (PreservationApplied,))
    if applied.act.when is When.BEFORE_SUIT:
        return Objection(
            say("诉前保全应当提供担保"), say("请责令提供；情况特殊的可以酌定数额"), (SecurityAsked,)
        )
    if act.ground is NoSecurity.TITLE and applied.act.when is not When.BEFORE_ENFORCEMENT:
        return Objection(say("本案还没有生效法律文书"), say("请选择与案情相符的理由"))
    return None


@guard("担保已经落实，或依法不要求担保", SECURITY, NO_SECURITY)
def secured(asked: Asked) -> Objection | None:
    """No property is held on a mere assertion: security was given as asked, or the law excuses it."""
    if security_settled(asked.dossier, asked.on) is not None:
        return None
    return Objection(
        say("责令的担保还没有足额提供，也没有认定不要求担保"),
        say("请先责令并收到担保，或依法认定不要求"),
        (SecurityAsked, SecurityGiven, SecurityWaived),
    )


@guard("保全数额不超过请求", IN_SUIT, on_act=True)
def within_request(asked: Asked) -> Objection | None:
    """Nobody gets more than was asked."""
    act, applied = asked.the(PreservationRuled), application(asked.dossier, asked.on)
    if applied is None or 0 < act.amount <= applied.act.requested:
        return None
    return Objection(
        say("请求保全 {amount} 元", amount=show(applied.act.requested)), say("裁定的数额请在请求以内")
    )


@guard("已裁定保全", TOLD)
def ruled(asked: Asked) -> Objection | None:
    """Notice, suit, reconsideration and release follow a ruling."""
    made = decision(asked.dossier, asked.on)
    if made is not None and isinstance(made.act, PreservationRuled):
        return None
    if application(asked.dossier, asked.on) is None and asked.dossier.first(TitleRecorded):
        return None  # the ruling came from those who try the case, or from another court
    return Objection(say("还没有裁定保全"), say("请先就申请作出裁定"), (PreservationRuled,))


@guard("复议在五日内提出", REVIEW, on_act=True)
def in_time_for_review(asked: Asked) -> Objection | None:
    """Five days from service; a rejection of the application may be reviewed too."""
    act = asked.the(PreservationReviewAsked)
    if decision(asked.dossier, asked.on) is None:
        return Objection(say("还没有保全裁定"), say("作出裁定后才可以申请复议"))
    last = due(act.served_on, days(5))
    if isinstance(last, Undetermined) or asked.on <= last.value.day:
        return None
    return Objection(
        say("裁定于 {served} 送达，复议期至 {last}", served=act.served_on, last=last.value.day),
        say("逾期的不予审查；可以依法申请解除保全"),
    )


@guard("复议结果与金额相符", REVIEW, on_act=True)
def outcome_fits(asked: Asked) -> Objection | None:
    """Revoked leaves nothing, changed says how much, upheld says nothing of it."""
    act = asked.the(PreservationReviewDecided)
    fits = {
        Reconsideration.UPHELD: act.amount is None,
        Reconsideration.CHANGED: act.amount is not None and act.amount > 0,
        Reconsideration.REVOKED: act.amount == 0,
    }
    if fits[act.outcome]:
        return None
    return Objection(
        say("金额与“{outcome}”不符", outcome=act.outcome.label),
        say("撤销的填 0，变更的填变更后的金额，维持的不填"),
    )


@guard("所答复的申请存在", REVIEW, RELEASES, on_act=True)
def request_there(asked: Asked) -> Objection | None:
    """The decision names a request of this case."""
    number = getattr(asked.act, "request", 0)
    entry = asked.dossier.as_of(asked.on).at(number)
    wanted = PreservationReviewAsked if isinstance(asked.act, PreservationReviewDecided) else ReleaseAsked
    if entry is None or not isinstance(entry.act, wanted):
        return Objection(say("没有第 {seq} 条申请", seq=number), say("请选择本案的申请"))
    answers: list[Entry[PreservationReviewDecided | ReleaseDeclined]] = asked.dossier.of(
        PreservationReviewDecided, ReleaseDeclined
    )
    if all(each.act.request != number for each in answers):
        return None
    return Objection(say("第 {seq} 条申请已经答复", seq=number), say("答复有误的，请更正该条记录"))


@guard("对同一裁定复议一次", REVIEW, on_act=True)
def reviewed_once(asked: Asked) -> Objection | None:
    """Each side asks once for reconsideration of a ruling."""
    act, made = asked.the(PreservationReviewAsked), decision(asked.dossier, date.max)
    before = [
        each
        for each in asked.dossier.of(PreservationReviewAsked)
        if each.act.by == act.by and made is not None and each.seq > made.seq
    ]
    if not before:
        return None
    return Objection(
        say("已于 {on} 申请复议", on=before[0].on), say("复议以一次为限；情况变化的，可以申请解除保全")
    )


@guard("被保全人提供充分有效担保的，应当解除", ENOUGH_SECURITY, on_act=True)
def security_not_enough(asked: Asked) -> Objection | None:
    """Enough security lifts it, unless the thing itself is in dispute or what the security lacks is written."""
    act, entry = asked.the(ReleaseDeclined), asked.dossier.at(asked.the(ReleaseDeclined).request)
    wanted = secured_sum(asked.dossier, asked.on)
    if entry is None or not isinstance(entry.act, ReleaseAsked) or wanted is None:
        return None
    debtors = {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    enough = entry.act.by in debtors and (entry.act.security or 0) >= wanted
    if not enough or act.security_lacks.strip() or on_the_disputed_thing(asked.dossier, asked.on):
        return None
    return Objection(
        say(
            "被保全人提供 {amount} 元担保，不少于保全的 {wanted} 元",
            amount=show(entry.act.security or 0),
            wanted=show(wanted),
        ),
        say("应当裁定解除；担保不充分或者无效的，写明事实"),
        (ControlReleased,),
    )
