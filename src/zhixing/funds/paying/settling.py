"""What a statement says of payouts: the bank tells back with each line what it was told, and so the payout is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhixing.funds.acts.payout import PayoutLine, PayoutsConfirmed, PayoutsSentBack
from zhixing.funds.models import LineRow, StatementRow
from zhixing.funds.questions.payout import Course, payouts
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.funds.taking_in import Said, texts
from zhixing.law.texts import Text, say
from zhixing.record.writing import read_many

REFERENCE = re.compile(r"ZX-([1-9][0-9]{0,17})-([1-9][0-9]{0,8})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Settled:
    """The lines of a statement that are payouts paid, those that bring some back, and those that name one but do not fit."""

    account: int
    paid: tuple[PayoutLine, ...]
    back: tuple[PayoutLine, ...]
    doubtful: tuple[tuple[str, Text], ...]  # place of the line, why

    @property
    def acts(self) -> tuple[PayoutsConfirmed | PayoutsSentBack, ...]:
        """What is to be entered in the statement's dossier."""
        paid = PayoutsConfirmed(account=self.account, payouts=self.paid)
        back = PayoutsSentBack(account=self.account, payouts=self.back)
        return (*((paid,) if self.paid else ()), *((back,) if self.back else ()))


def settled(statement: StatementRow) -> Settled:
    """What the lines that wait say of payouts of the same court."""
    lines = list(LineRow.objects.filter(dossier_id=statement.dossier_id, case=None).order_by("pk"))
    said = texts(statement.dossier_id, [line.place for line in lines])
    named = {line.place: found for line in lines if (found := reference_in(said.get(line.place)))}
    courses = _courses(statement.court, {case for case, _ in named.values()})
    paid: list[PayoutLine] = []
    back: list[PayoutLine] = []
    doubtful: list[tuple[str, Text]] = []
    seen: set[tuple[int, int]] = set()
    for line in lines:
        if line.place not in named:
            continue
        case, payout = named[line.place]
        wrong = _wrong(line, courses.get((case, payout)))
        if wrong is None and (case, payout) in seen:
            wrong = say("同一笔发放在这份对账单上出现两次")
        if wrong is not None:
            doubtful.append((line.place, wrong))
            continue
        seen.add((case, payout))
        one = PayoutLine(line=line.place, amount=abs(line.amount), case=case, payout=payout)
        (paid if line.amount < 0 else back).append(one)
    return Settled(statement.account, tuple(paid), tuple(back), tuple(doubtful))


def reference_in(said: Said | None) -> tuple[int, int] | None:
    """Case and payout that a line names; None where it names none, or several."""
    if said is None:
        return None
    found = {(int(each[1]), int(each[2])) for each in REFERENCE.finditer(f"{said.end_to_end} {said.text}")}
    return found.pop() if len(found) == 1 else None


def _courses(court: str, cases: Iterable[int]) -> dict[tuple[int, int], Course]:
    return {
        (dossier.id, seq): course
        for dossier in read_many(sorted(cases))
        if dossier.court == court
        for seq, course in payouts(dossier, AS_IT_STANDS).items()
    }


def _wrong(line: LineRow, course: Course | None) -> Text | None:
    """Why the line is not that payout paid, or brought back; None where it is."""
    if course is None:
        return say("附言中的发放不存在")
    approved = course.approved.act
    if line.account != approved.account:
        return say("批准从另一个银行账户付款")
    if abs(line.amount) != approved.amount:
        return say("批准发放 {amount} 元，金额不符", amount=in_yuan(approved.amount))
    if line.amount < 0:
        return None if course.reserved else say("这一笔此前已经付出或者撤销")
    return None if course.gone else say("这一笔没有付出，不是退款")
