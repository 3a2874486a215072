"""What a story knows and how it moves on: who acts, who the parties are, what is owed, and the day it has come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL
from zhixing.law.interest import Debt, Payment, accrue
from zhixing.record.act import Act
from zhixing.record.door import Step
from zhixing.record.dossier import Actor
from zhixing.record.sealed import token

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Thing:
    """A property of a debtor: what it is worth in fen, who holds it, who tells of it."""

    kind: PropertyKind
    name: str
    token: str
    value: int
    where: str
    asked: Institution


@dataclass(slots=True, kw_only=True)
class Told:
    """What a story knows. `invite` enters another invented person of the town and answers their number."""

    rng: Random
    handler: Actor
    staff: dict[str, Actor]
    applicant: int
    debtors: tuple[int, ...]
    title: int
    claim: int
    debt: Debt | None
    begun: date  # the day of assignment
    day: date
    number: str
    now: date  # the present day of the district
    invite: Callable[[], int]
    sealed: Callable[[str], str] = token  # an identifier's keyed hash; who loads keeps the identifier besides
    for_money: bool = True
    preserves: bool = False
    applies: bool = False  # the preservation was asked for here; else another court transferred its ruling
    secures: int = 0  # up to how much preservation was ordered, in fen
    held_by_others: Callable[[str, date], bool] = lambda _token, _day: (
        False
    )  # whether another case holds the thing then
    order: int = 0  # the number of the order to report property
    report: tuple[int, bool] = (0, False)  # the debtor's report, and whether it leaves something out
    things: list[Thing] = field(default_factory=list)  # what the debtor has
    controls: list[int] = field(default_factory=list)  # the numbers of the controls
    sells: bool = False  # what is held is sure to be sold
    to_sell: tuple[int, PropertyKind, int, date, int] | None = (
        None  # sealed: number, kind, value, until, control
    )
    shielded: bool = True  # nothing of it stands in the public database of terminated rounds
    aside: int = 0  # who stood aside as recused
    head: int = 0  # sequence number of the newest entry so far, kept by whoever enters the steps
    waiting: list[Step] = field(default_factory=list)

    @property
    def debtor(self) -> int:
        """The first debtor."""
        return self.debtors[0]

    def step(self, act: Act, by: Actor | None = None) -> Step:
        """A step on the day the story has come to, recorded that day; who must approve it does."""
        at = datetime.combine(self.day, time(9, self.rng.randrange(60)), ZONE)
        return Step(act=act, by=by or self.handler, on=self.day, at=at)

    def by(self, seat: str, act: Act) -> Step:
        """A step of someone else of the court."""
        return self.step(act, self.staff[seat])

    def later(self, low: int, high: int) -> None:
        """Some days later, on a working day."""
        self.day = working_day(self.day + timedelta(days=self.rng.randint(low, high)))

    def chance(self, share: float) -> bool:
        """Whether something that happens in that share of cases happens here."""
        return self.rng.random() < share

    def outstanding(self) -> int:
        """What is owed to the day, in fen."""
        if self.debt is None:
            return 0
        answer = accrue(self.debt, self.day)
        return answer.value.outstanding.total if isinstance(answer, Found) else 0

    def pay(self, amount: int) -> int:
        """Note a payment of the day."""
        if self.debt is not None:
            self.debt = replace(self.debt, payments=(*self.debt.payments, Payment(self.day, amount)))
        return amount

    def reviewers(self) -> list[Actor]:
        """A judge first, then two more of the bureau who do not carry out this case: a panel that may review objections."""
        seats = [self.staff[seat] for seat in ("judge", "judge2", "officer1", "officer2", "director")]
        return [each for each in seats if each.id not in (self.handler.id, self.aside)][:3]


def working_day(day: date) -> date:
    """That day, or the next working day."""
    while NATIONAL.closed(day):
        day += timedelta(days=1)
    return day
