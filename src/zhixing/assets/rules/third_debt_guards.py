"""Guards of what others owe the debtor: which debt, which order, what of it may be enforced and on whom.

State is asked as it stands, whatever day is written on the act; the fifteen days are counted to the day of the act.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled
from zhixing.assets.acts.found import PropertyFound
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
    EnforcedFor,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import TOLERANCE, holds, wanted, worth
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.third_debts import ThirdDebt, answers_for, third_debt, third_debts
from zhixing.assets.rules.guards import meant
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Objection, guard

ORDER = cite("执行工作规定", 45, figure="十五日")
NOT_EXAMINED = cite("执行工作规定", 47)
NO_OBJECTION = cite("执行工作规定", 48)
ENFORCES = cite("执行工作规定", 49)
PAID_AROUND = cite("执行工作规定", 51)
NO_FURTHER = cite("执行工作规定", 52)
CERTIFIES = cite("执行工作规定", 53)
FREEZES_DEBT = cite("民诉法解释", 499)
DEBTS = (PropertyKind.CLAIM, PropertyKind.DIVIDENDS, PropertyKind.OTHER_RIGHT)


def _meant(asked: Asked) -> ThirdDebt | None:
    """The order that the act names, as it stands; None where there is none."""
    number = getattr(asked.act, "notice", None)
    return third_debt(asked.dossier, number, date.max) if isinstance(number, int) else None


@guard("债权属于被执行人，债务人是第三人", ORDER, on_act=True)
def owed_to_the_debtor(asked: Asked) -> Objection | None:
    """What is ordered to be paid is a claim of the debtor against somebody else; a third party's own debtors are left alone."""
    act, found = asked.the(DebtNotified), meant(asked)
    if found is None:
        return None
    if found.kind not in DEBTS:
        return Objection(
            say("“{kind}”不是债权", kind=found.kind.label), say("请选择查明的债权"), (PropertyFound,)
        )
    owner = found.found.act.owner
    debtors = {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    if owner in debtors and owner != act.third:
        return None
    return Objection(
        say("该债权的权利人不是被执行人，或者就是所填的第三人"),
        say("只能就被执行人对他人的债权通知履行；第三人对他人的债权不得执行"),
    )


@guard("债权已到期", FREEZES_DEBT, on_act=True)
def debt_due(asked: Asked) -> Objection | None:
    """What is not due yet is frozen, and ordered to be paid when it is due."""
    act = asked.the(DebtNotified)
    if act.due_on <= asked.on:
        return None
    return Objection(
        say("债权于 {day} 到期", day=act.due_on), say("到期前可以先裁定冻结，到期后再通知履行"), (Controlled,)
    )


@guard("数额不超过债权和本案尚欠数额", ORDER, on_act=True)
def within_debt_and_case(asked: Asked) -> Objection | None:
    """No third party pays more than it owes, nor more than the debtor owes here."""
    act, found = asked.the(DebtNotified), meant(asked)
    worth_of = found.found.act.value if found else None
    if act.amount <= 0 or (worth_of is not None and act.amount > worth_of):
        return Objection(
            say("债权 {worth} 元", worth=show(worth_of or 0)), say("通知的数额须大于零，不超过债权数额")
        )
    most = wanted(asked.dossier, asked.on)
    if not isinstance(most, Found) or act.amount <= most.value:
        return None
    return Objection(most.because[0], say("通知的数额请不超过 {most} 元", most=show(most.value)))


@guard("该债权没有尚未撤销的履行通知", ORDER, on_act=True)
def not_ordered_yet(asked: Asked) -> Objection | None:
    """A third party is ordered once for one debt."""
    act = asked.the(DebtNotified)
    for each in third_debts(asked.dossier, date.max):
        if each.thing == act.property and each.notice.act.third == act.third and each.revoked is None:
            return Objection(
                say("第 {seq} 条已于 {on} 通知履行", seq=each.seq, on=each.notice.on),
                say("数额有变化的，先撤销原通知"),
                (DebtNoticeRevoked,),
            )
    return None


@guard("本案发出过履行通知", ORDER)
def ordered_here(asked: Asked) -> Objection | None:
    """What follows an order follows one of this case."""
    if asked.dossier.first(DebtNotified) is not None:
        return None
    return Objection(say("本案没有履行到期债务通知"), say("请先通知第三人履行"), (DebtNotified,))


@guard("所选的履行通知没有撤销", ORDER, on_act=True)
def order_stands(asked: Asked) -> Objection | None:
    """The act names an order that was not taken back, and does not come before it."""
    debt = _meant(asked)
    if debt is None or debt.notice.on > asked.on:
        return Objection(say("在 {on} 没有这一条履行通知", on=asked.on), say("请选择本案的履行通知"))
    if debt.revoked is None:
        return None
    return Objection(
        say("该通知已于 {on} 撤销", on=debt.revoked.on), say("需要时请重新通知"), (DebtNotified,)
    )


@guard("履行通知直接送达第三人", ORDER, on_act=True)
def handed_over(asked: Asked) -> Objection | None:
    """It is handed over once, to somebody who signs for it."""
    act, debt = asked.the(DebtNoticeServed), _meant(asked)
    if debt is not None and debt.served is not None:
        return Objection(say("已于 {on} 送达", on=debt.served.on), say("送达日期有误的，请更正该条记录"))
    if act.received_by.strip():
        return None
    return Objection(say("没有写明签收人"), say("履行通知必须直接送达；请写明由谁签收"))


@guard("履行通知已经送达第三人", ORDER, on_act=True)
def served_before(asked: Asked) -> Objection | None:
    """Before service the order binds nobody."""
    debt = _meant(asked)
    if debt is None or (debt.served is not None and debt.served.on <= asked.on):
        return None
    return Objection(
        say("在 {on} 履行通知还没有送达", on=asked.on), say("请先直接送达并录入"), (DebtNoticeServed,)
    )


@guard("异议写明内容和承认的数额", NO_OBJECTION, on_act=True)
def objection_complete(asked: Asked) -> Objection | None:
    """What is said and how much is acknowledged; an oral objection stands in a record that was signed."""
    act, debt = asked.the(DebtObjected), _meant(asked)
    if debt is not None and act.acknowledged >= debt.notice.act.amount:
        return Objection(
            say("通知的数额是 {amount} 元", amount=show(debt.notice.act.amount)),
            say("承认的数额须小于通知的数额；全部承认的不是异议"),
        )
    if not act.content.strip():
        return Objection(say("没有写明异议的内容"), say("请写明"))
    if act.oral and act.paper is None:
        return Objection(say("口头提出，没有笔录"), say("请附第三人签字或者盖章的笔录"))
    return None


@guard("所撤回的异议存在", NOT_EXAMINED, on_act=True)
def objection_there(asked: Asked) -> Objection | None:
    """What is withdrawn was said, and not withdrawn before."""
    number = asked.the(DebtObjectionWithdrawn).objection
    entry = asked.dossier.as_of(asked.on).at(number)
    gone = {each.act.objection for each in asked.dossier.of(DebtObjectionWithdrawn)}
    if entry is not None and isinstance(entry.act, DebtObjected) and number not in gone:
        return None
    return Objection(say("没有第 {seq} 条尚未撤回的异议", seq=number), say("请选择本案第三人的异议"))


@guard("强制执行的数额在没有异议的范围以内", NOT_EXAMINED, ENFORCES, PAID_AROUND, on_act=True)
def undisputed(asked: Asked) -> Objection | None:
    """After the fifteen days what nobody disputed in time, or what was paid around the order and is lost."""
    act, debt = asked.the(DebtEnforcementRuled), _meant(asked)
    if debt is None:
        return None
    most = debt.enforceable(asked.on, act.ground)
    if 0 < act.amount <= most:
        return None
    if act.ground is EnforcedFor.PAID_AROUND:
        facts = say("擅自履行、不能追回的 {lost} 元", lost=show(debt.lost))
    elif debt.last_day is None or asked.on <= debt.last_day:
        facts = say("第三人履行或者提出异议的期限至 {day}", day=debt.last_day or "—")
    else:
        facts = say(
            "通知 {amount} 元，已履行 {paid} 元，有异议 {disputed} 元，已裁定 {ruled} 元",
            amount=show(debt.notice.act.amount),
            paid=show(debt.paid),
            disputed=show(debt.disputed),
            ruled=show(debt.under_ruling),
        )
    return Objection(facts, say("现在可以裁定的数额是 {most} 元；异议不作审查", most=show(most)))


@guard("履行的人和数额与履行通知相符", CERTIFIES, on_act=True)
def paid_as_ordered(asked: Asked) -> Objection | None:
    """The third party of the order pays, and not more than was ordered; by force only what was ruled."""
    act, debt = asked.the(DebtPerformed), _meant(asked)
    if debt is None:
        return None
    if act.by != debt.notice.act.third:
        return Objection(say("履行的人不是该通知的第三人"), say("请选择该第三人，或者另一条履行通知"))
    if act.amount > debt.left:
        return Objection(say("该通知还有 {left} 元", left=show(debt.left)), say("请核对数额"))
    if act.forced and not debt.ruled:
        return Objection(
            say("没有裁定对第三人强制执行"), say("请先裁定；自动履行的不勾选"), (DebtEnforcementRuled,)
        )
    return None


@guard("擅自履行写明数额和证据", PAID_AROUND, on_act=True)
def paid_around_shown(asked: Asked) -> Objection | None:
    """How much went to the debtor past the order, how much came back, and how that is known."""
    act = asked.the(DebtPaidAround)
    if act.amount > 0 and act.recovered <= act.amount and act.evidence.strip():
        return None
    return Objection(
        say("数额为零，追回的超过擅自履行的，或者没有写明证据"), say("请补全；连带责任以不能追回的数额为限")
    )


@guard("证明的数额已经履行", CERTIFIES, on_act=True)
def certified_what_was_paid(asked: Asked) -> Objection | None:
    """Certified is what was paid, once."""
    act, debt = asked.the(DebtCertified), _meant(asked)
    open_sum = debt.paid - debt.certified if debt else 0
    if debt is None or 0 < act.amount <= open_sum:
        return None
    return Objection(
        say("已履行、尚未证明的数额是 {amount} 元", amount=show(open_sum)),
        say("请不超过该数额"),
        (DebtPerformed,),
    )


@guard("写明撤销的事实和理由", ORDER, on_act=True)
def revocation_reasoned(asked: Asked) -> Objection | None:
    """The applicant loses a debtor: why is written."""
    if asked.the(DebtNoticeRevoked).reason.strip():
        return None
    return Objection(say("没有写明事实和理由"), say("请写明"))


@guard("对第三人财产的执行以裁定为限", ENFORCES, NO_FURTHER, on_act=True)
def third_party_under_ruling(asked: Asked) -> Objection | None:
    """A third party's property is looked for and held only under a ruling, up to its sum; what others owe it, never."""
    act = asked.act
    found = meant(asked) if isinstance(act, Controlled) else None
    if isinstance(act, PropertyFound):
        owner, kind = act.owner, act.kind
    elif found is not None:
        owner, kind = found.found.act.owner, found.kind
    else:
        return None
    roles = {each.role for each in parties_of(asked.dossier, None, asked.on) if each.party == owner}
    if Role.THIRD_DEBTOR not in roles or roles & {Role.DEBTOR, Role.GUARANTOR}:
        return None
    bound = answers_for(asked.dossier, owner, date.max)
    if not bound:
        return Objection(
            say("没有裁定对该第三人强制执行，或者已经履行"),
            say("期满没有异议又不履行的，先裁定强制执行"),
            (DebtEnforcementRuled,),
        )
    if kind is PropertyKind.CLAIM:
        return Objection(say("这是第三人对他人的债权"), say("不得就第三人对他人的到期债权强制执行"))
    return _beyond(asked, owner, bound) if isinstance(act, Controlled) else None


def _beyond(asked: Asked, owner: int, bound: int) -> Objection | None:
    """What is held of a third party stays near what it must pay."""
    act, found = asked.the(Controlled), meant(asked)
    value = act.amount if act.amount is not None else (found.found.act.value if found else None)
    held = 0
    for each in holds(asked.dossier, date.max):
        thing = asset(asked.dossier, each.thing, date.max)
        if thing is not None and thing.found.act.owner == owner and each.stands(asked.on):
            held += worth(asked.dossier, each, date.max) or 0
    total = held + (value or 0)
    if total <= bound * (1 + TOLERANCE) or (act.whole.strip() and not held):
        return None
    return Objection(
        say("裁定对该第三人执行 {bound} 元，控制后共 {total} 元", bound=show(bound), total=show(total)),
        say("请不超过裁定的数额；不可分割的写明理由"),
    )
