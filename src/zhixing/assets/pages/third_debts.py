"""What the page of property shows of a debt that others owe the debtor: how each order stands, and which form comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeRevoked,
    DebtNoticeServed,
    DebtNotified,
    DebtObjected,
    DebtPaidAround,
    DebtPerformed,
    EnforcedFor,
)
from zhixing.assets.pages.filled_price import Said
from zhixing.assets.questions.control import wanted
from zhixing.assets.questions.found import Asset
from zhixing.assets.questions.third_debts import ThirdDebt, third_debts
from zhixing.assets.rules.third_debt_guards import DEBTS
from zhixing.law.answers import Found
from zhixing.law.money import plain, show
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order to perform as the page shows it: how it stands, and each objection with its effect."""

    third: int
    sum: Text
    state: Text
    style: str
    pleas: tuple[Text, ...]


def orders(dossier: Dossier, found: Asset, day: date) -> tuple[Ordered, ...]:
    """The orders about this debt."""
    return tuple(_ordered(each, day) for each in third_debts(dossier, day) if each.thing == found.seq)


def _ordered(debt: ThirdDebt, day: date) -> Ordered:
    state, style = debt.state(day)
    act = debt.notice.act
    total = say("通知履行 {amount} 元，已履行 {paid} 元", amount=show(act.amount), paid=show(debt.paid))
    pleas = tuple(
        say("{on} 异议不停止执行：{why}", on=each.entry.on, why=each.why_not)
        if each.why_not
        else say("{on} 对 {stops} 元有异议，不作审查", on=each.entry.on, stops=show(each.stops))
        for each in debt.pleas
    )
    return Ordered(act.third, total, state, style, pleas)


def next_acts(dossier: Dossier, found: Asset, day: date) -> Iterator[tuple[type[Act], Said]]:
    """The forms that are next for a debt, filled in."""
    if found.kind not in DEBTS:
        return
    standing = [
        each for each in third_debts(dossier, day) if each.thing == found.seq and each.revoked is None
    ]
    if not standing:
        yield DebtNotified, _notice(dossier, found, day)
    for debt in standing:
        yield from _after(debt, day)


def _after(debt: ThirdDebt, day: date) -> Iterator[tuple[type[Act], Said]]:
    said = {"notice": str(debt.seq)}
    if debt.served is None:
        yield DebtNoticeServed, said
        yield DebtNoticeRevoked, said
        return
    for ground in EnforcedFor:
        if ready := debt.enforceable(day, ground):
            yield DebtEnforcementRuled, said | {"ground": str(ground.value), "amount": plain(ready)}
            break
    if debt.left:
        by = {"by": str(debt.notice.act.third), "amount": plain(debt.left)}
        yield DebtPerformed, said | by | ({"forced": "on"} if debt.ruled else {})
        yield DebtObjected, said
        yield DebtPaidAround, said
    if debt.paid > debt.certified:
        yield DebtCertified, said | {"amount": plain(debt.paid - debt.certified)}
    if debt.left:
        yield DebtNoticeRevoked, said


def _notice(dossier: Dossier, found: Asset, day: date) -> Said:
    """All of the debt, as far as is owed here; the third party where there is but one."""
    said = {"property": str(found.seq)}
    most, value = wanted(dossier, day), found.found.act.value
    if value is not None:
        said["amount"] = plain(min(value, most.value) if isinstance(most, Found) else value)
    thirds = parties_of(dossier, Role.THIRD_DEBTOR, day)
    applicants = parties_of(dossier, Role.APPLICANT, day)
    if len(thirds) == 1:
        said["third"] = str(thirds[0].party)
    return said | ({"applied_by": str(applicants[0].party)} if len(applicants) == 1 else {})
