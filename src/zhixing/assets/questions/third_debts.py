"""What a third party owes the debtor, as it stands: ordered, served, disputed, ruled on, performed.

An objection is not examined (执行工作规定 art. 47): whether it stops enforcement is told by its day, its type and by whether a
judgment settles the debt, never by who is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    Plea,
)
from zhixing.law.answers import Found
from zhixing.law.money import Fen, show
from zhixing.law.periods import days, due
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier, Entry, remembered

TO_ANSWER = days(15)
NO_OBJECTION = (Plea.NO_MEANS, Plea.NO_RELATION)


@dataclass(frozen=True, slots=True)
class Pleaded:
    """An objection, how much it keeps from being enforced, and why it stops nothing where it does not."""

    entry: Entry[DebtObjected]
    stops: Fen
    why_not: Text | None


@dataclass(frozen=True, slots=True)
class ThirdDebt:
    """An order to perform and what became of it; sums in fen."""

    notice: Entry[DebtNotified]
    served: Entry[DebtNoticeServed] | None
    last_day: date | None  # of the fifteen days; None while it was not served, or where no calendar tells
    pleas: tuple[Pleaded, ...]
    ruled: tuple[Entry[DebtEnforcementRuled], ...]
    performed: tuple[Entry[DebtPerformed], ...]
    certified: Fen
    lost: Fen  # paid to the debtor after service and not got back
    revoked: Entry[DebtNoticeRevoked] | None

    @property
    def seq(self) -> int:
        """The number by which later acts name it."""
        return self.notice.seq

    @property
    def thing(self) -> int:
        """The number of the property: the debt."""
        return self.notice.act.property

    @property
    def paid(self) -> Fen:
        """What the third party paid, or was made to pay."""
        return sum(each.act.amount for each in self.performed)

    @property
    def left(self) -> Fen:
        """What was ordered and is not there yet."""
        return max(0, self.notice.act.amount - self.paid)

    @property
    def disputed(self) -> Fen:
        """What may not be enforced, because it was objected to in time."""
        return max((each.stops for each in self.pleas), default=0)

    @property
    def under_ruling(self) -> Fen:
        """For how much a ruling to enforce was made."""
        return sum(each.act.amount for each in self.ruled)

    def enforceable(self, on: date, ground: EnforcedFor = EnforcedFor.UNPAID) -> Fen:
        """For how much the third party may be enforced on from that day, beyond what was ruled already."""
        if self.served is None or self.revoked is not None:
            return 0
        voluntary = sum(each.act.amount for each in self.performed if not each.act.forced)
        rest = self.notice.act.amount - voluntary - self.under_ruling
        if ground is EnforcedFor.PAID_AROUND:
            before = sum(each.act.amount for each in self.ruled if each.act.ground is ground)
            return max(0, min(rest, self.lost - before))
        if self.last_day is None or on <= self.last_day:
            return 0
        return max(0, rest - self.disputed)

    def state(self, on: date) -> tuple[Text, str]:
        """How it stands, in a few words, and with which colour."""
        if self.revoked is not None:
            return say("履行通知已撤销"), "soft"
        if self.served is None:
            return say("履行通知待直接送达"), "soon"
        if not self.left:
            return say("第三人已履行"), "done"
        ready = self.enforceable(on) or self.enforceable(on, EnforcedFor.PAID_AROUND)
        if ready:
            return say("可以裁定对第三人强制执行 {amount} 元", amount=show(ready)), "soon"
        if self.under_ruling:
            return say("已裁定强制执行 {amount} 元", amount=show(self.under_ruling)), "mine"
        if self.disputed:
            return say("有异议，{amount} 元不得强制执行", amount=show(self.disputed)), "soft"
        return say("第三人履行或者提出异议至 {day}", day=self.last_day or "—"), "mine"


@remembered
def third_debts(dossier: Dossier, on: date) -> tuple[ThirdDebt, ...]:
    """Every order to perform issued by that day, as it then stands."""
    then = dossier.as_of(on)
    return tuple(_stands(then, entry) for entry in then.of(DebtNotified))


def third_debt(dossier: Dossier, notice: int, on: date) -> ThirdDebt | None:
    """The order in that entry; None for another entry."""
    return next((each for each in third_debts(dossier, on) if each.seq == notice), None)


def answers_for(dossier: Dossier, party: int, on: date) -> Fen:
    """For how much a third party is enforced on and has not paid; nothing without a ruling."""
    mine = [each for each in third_debts(dossier, on) if each.notice.act.third == party]
    return sum(min(each.under_ruling, each.left) for each in mine)


def enforced_elsewhere(dossier: Dossier, thing: int, on: date) -> bool:
    """Whether a debt is enforced on the third party's own property, so that the frozen debt itself is not counted besides."""
    return any(each.thing == thing and each.ruled for each in third_debts(dossier, on))


def _stands(then: Dossier, notice: Entry[DebtNotified]) -> ThirdDebt:
    served = next((each for each in then.of(DebtNoticeServed) if each.act.notice == notice.seq), None)
    last = due(served.on, TO_ANSWER) if served else None
    last_day = last.value.day if isinstance(last, Found) else None
    withdrawn = {each.act.objection for each in then.of(DebtObjectionWithdrawn)}
    around = [each.act for each in then.of(DebtPaidAround) if each.act.notice == notice.seq]
    return ThirdDebt(
        notice,
        served,
        last_day,
        tuple(
            _pleaded(notice.act, each, last_day, withdrawn=each.seq in withdrawn)
            for each in then.of(DebtObjected)
            if each.act.notice == notice.seq
        ),
        tuple(each for each in then.of(DebtEnforcementRuled) if each.act.notice == notice.seq),
        tuple(each for each in then.of(DebtPerformed) if each.act.notice == notice.seq),
        sum(each.act.amount for each in then.of(DebtCertified) if each.act.notice == notice.seq),
        sum(max(0, each.amount - each.recovered) for each in around),
        next((each for each in then.of(DebtNoticeRevoked) if each.act.notice == notice.seq), None),
    )


def _pleaded(
    ordered: DebtNotified, entry: Entry[DebtObjected], last_day: date | None, *, withdrawn: bool
) -> Pleaded:
    why_not = _no_effect(ordered, entry, last_day, withdrawn=withdrawn)
    stops = 0 if why_not else max(0, ordered.amount - entry.act.acknowledged)
    return Pleaded(entry, stops, why_not)


def _no_effect(
    ordered: DebtNotified, entry: Entry[DebtObjected], last_day: date | None, *, withdrawn: bool
) -> Text | None:
    if withdrawn:
        return say("异议已撤回")
    if entry.act.plea in NO_OBJECTION:
        return say("{plea}，不属于异议", plea=entry.act.plea.label)
    if entry.act.plea is Plea.WAIVED:
        return say("被执行人收到通知后放弃债权或者延缓期限的行为无效")
    if ordered.established_by.strip():
        return say("债权由{paper}确定，第三人的否认不予支持", paper=ordered.established_by.strip())
    if last_day is not None and entry.on > last_day:
        return say("期限至 {day}，逾期提出", day=last_day)
    return None
