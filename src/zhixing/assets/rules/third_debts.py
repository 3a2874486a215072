"""Rules of what others owe the debtor: the order, its service, the objection, the ruling, performance, and its certificate.

Whoever claims the debt for themselves (民诉法解释 499, second paragraph) objects as an outsider, in the cases room; to punish a
third party that pays around the order is coercion.
"""

from __future__ import annotations

from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeRevoked,
    DebtNoticeServed,
    DebtNotified,
    DebtObjected,
    DebtObjectionWithdrawn,
    DebtPaidAround,
    DebtPerformed,
)
from zhixing.assets.questions.third_debts import TO_ANSWER
from zhixing.assets.rules.ending_control import IN_HAND_EVEN_ENDED
from zhixing.assets.rules.guards import parties_fit, property_stands
from zhixing.assets.rules.offering import OWED_BY_OTHERS, offered
from zhixing.assets.rules.third_debt_guards import (
    CERTIFIES,
    ENFORCES,
    FREEZES_DEBT,
    NO_OBJECTION,
    NOT_EXAMINED,
    ORDER,
    PAID_AROUND,
    certified_what_was_paid,
    debt_due,
    handed_over,
    not_ordered_yet,
    objection_complete,
    objection_there,
    order_stands,
    ordered_here,
    owed_to_the_debtor,
    paid_around_shown,
    paid_as_ordered,
    revocation_reasoned,
    served_before,
    undisputed,
    within_debt_and_case,
)
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND
from zhixing.cases.rules.performance import MONEY_IN, not_beyond_what_is_owed, paid_by_debtor, receipt_covers
from zhixing.law.answers import Undetermined
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
HANDLERS = (Power.OFFICER, Power.JUDGE)
GROUP = "到期债权"
NAMED = (ordered_here, order_stands)

RULES = [
    ActRule(
        act=DebtNotified,
        label="发出履行到期债务通知",
        basis=(ORDER, FREEZES_DEBT),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="通知第三人直接向申请执行人履行，不得向被执行人清偿，或者在十五日内提出异议",
        guards=(
            *IN_HAND,
            property_stands,
            parties_fit,
            owed_to_the_debtor,
            debt_due,
            within_debt_and_case,
            not_ordered_yet,
            offered(OWED_BY_OTHERS),
        ),
        discloses=Disclosure(sms="assets.debt_notified"),
        document="履行到期债务通知书",
        group=GROUP,
    ),
    ActRule(
        act=DebtNoticeServed,
        label="直接送达履行通知",
        basis=(ORDER,),
        by=TEAM,
        purpose="把履行通知直接交给第三人，十五日自此起算",
        guards=(*FREE_TO_ACT, *NAMED, handed_over),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=DebtObjected,
        label="第三人提出异议",
        basis=(NOT_EXAMINED, NO_OBJECTION),
        by=TEAM,
        purpose="记下异议；期内提出的不审查，有异议的部分不得强制执行",
        guards=(*FREE_TO_ACT, *NAMED, served_before, objection_complete),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=DebtObjectionWithdrawn,
        label="第三人撤回异议",
        basis=(NOT_EXAMINED,),
        by=TEAM,
        purpose="记下第三人撤回异议，该部分可以强制执行",
        guards=(*FREE_TO_ACT, ordered_here, objection_there),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=DebtPaidAround,
        label="第三人擅自履行",
        basis=(PAID_AROUND,),
        by=HANDLERS,
        purpose="记下第三人收到通知后向被执行人履行的数额，不能追回的由其承担连带清偿责任",
        guards=(*FREE_TO_ACT, *NAMED, served_before, paid_around_shown),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=DebtEnforcementRuled,
        label="裁定对第三人强制执行",
        basis=(ENFORCES, PAID_AROUND),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        coerces=True,
        purpose="第三人期满没有异议又不履行，或者擅自向被执行人履行的，对其强制执行",
        guards=(*IN_HAND, *NAMED, served_before, undisputed),
        discloses=Disclosure(sms="assets.debt_enforcement_ruled"),
        document="对第三人强制执行裁定书",
        group=GROUP,
    ),
    ActRule(
        act=DebtPerformed,
        label="第三人履行到期债权",
        basis=(ORDER, CERTIFIES),
        by=MONEY_IN,
        purpose="记下第三人向申请执行人或者法院履行的数额，计入本案到位",
        guards=(
            *FREE_TO_ACT,
            *NAMED,
            served_before,
            paid_by_debtor,
            paid_as_ordered,
            not_beyond_what_is_owed,
            receipt_covers,
        ),
        discloses=Disclosure(sms="assets.debt_performed"),
        group=GROUP,
    ),
    ActRule(
        act=DebtCertified,
        label="出具履行证明",
        basis=(CERTIFIES,),
        by=TEAM,
        purpose="向第三人证明它已履行的数额",
        guards=(*IN_HAND_EVEN_ENDED, *NAMED, certified_what_was_paid),
        document="履行到期债务证明",
        group=GROUP,
    ),
    ActRule(
        act=DebtNoticeRevoked,
        label="撤销履行通知",
        basis=(ORDER, FREEZES_DEBT),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="第三人不再须向申请执行人履行",
        guards=(*IN_HAND_EVEN_ENDED, *NAMED, revocation_reasoned),
        discloses=Disclosure(sms="assets.debt_notice_revoked"),
        document="撤销履行到期债务通知书",
        group=GROUP,
    ),
]


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数，未办理前一直待办"),))


def _of_notice(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """The later act names the same order; the order itself is named by its own number."""
    number = getattr(opening.act, "notice", opening.seq)
    return getattr(closing.act, "notice", None) == number


def _certified(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return closing.seq > opening.seq and _of_notice(_dossier, opening, closing)


DUTIES = [
    DutyRule(
        name="assets.serve-debt-notice",
        label="把履行到期债务通知直接送达第三人",
        holder=Power.OFFICER,
        opens_on=(DebtNotified,),
        limits=(Limit(_no_fixed_time, ORDER),),
        closes_on=(DebtNoticeServed,),
        matches=_of_notice,
        falls_away_on=(DebtNoticeRevoked, ClosingAct),
        falls_away_when=lambda dossier, opening, ending: (
            isinstance(ending.act, ClosingAct) or _of_notice(dossier, opening, ending)
        ),
    ),
    DutyRule(
        name="assets.third-party-answers",
        label="第三人履行到期债务，或者提出异议",
        holder=Power.PARTY,
        opens_on=(DebtNoticeServed,),
        limits=(Limit(within(TO_ANSWER), ORDER, text="自收到履行通知起十五日"),),
        closes_on=(DebtObjected, DebtPerformed),
        matches=_of_notice,
        falls_away_on=(DebtNoticeRevoked,),
        falls_away_when=_of_notice,
        right=True,
    ),
    DutyRule(
        name="assets.certify-performance",
        label="向第三人出具履行证明",
        holder=Power.OFFICER,
        opens_on=(DebtPerformed,),
        limits=(Limit(_no_fixed_time, CERTIFIES),),
        closes_on=(DebtCertified,),
        matches=_certified,
    ),
]
