"""Whose share is how much: the proceeds of enforcement among all who claim, in the order of the law, to the fen.

Proceeds lie in pots, one a thing sold or a sum seized, because a preference reaches only its own thing. In order:

1. costs of enforcement and of common interest, those of one thing from its pot first, the rest from all pots by size;
2. where the debtor owes for a crime too: medical costs of bodily harm, before every preference (刑事涉财产执行规定 13);
3. in each pot: the contractor's price of construction (民法典 807), then secured and other preferred claims by rank (民法典 414);
   what a pot leaves of them goes on as ordinary;
4. wages and livelihood where a law puts them first;
5. what is to be restored to victims of the crime, then all other debts: of a person or another organisation pro rata
   (民诉法解释 508), of a legal person by the order of first control (执行工作规定 55, 民诉法解释 514), one turn pro rata;
6. the doubled part of interest of all claims, after all that the titles say (迟延履行利息解释 4);
7. fines, then confiscation. What is left is the debtor's.

Within a claim: costs, interest, principal (民法典 561), or principal first where so agreed. Shares by size: `law.pro_rata`.

Not covered: a better share for who first found the property (民诉法解释 508 says "in principle"), doubled interest that a
security is agreed to cover, priorities of ships and aircraft, taxes. Give such a claim its rank by `place`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from zhixing.law.citations import Citation, cite
from zhixing.law.money import Fen
from zhixing.law.pro_rata import by_number, pro_rata


class Order(Enum):
    """How ordinary claims are paid, which follows from what the debtor is."""

    PRO_RATA = "按债权数额比例"
    FIRST_CONTROL = "按采取执行措施的先后"


class Rank(Enum):
    """What puts a claim where it stands."""

    COSTS = "执行费用、共益费用"
    MEDICAL = "人身损害赔偿中的医疗费用"
    CONSTRUCTION = "建设工程价款"
    PRIORITY = "担保物权及其他优先受偿权"
    LIVELIHOOD = "法律规定优先的工资、生活费用"
    VICTIM = "退赔被害人损失"
    ORDINARY = "普通债权"
    FINE = "罚金"
    CONFISCATION = "没收财产"


class Stage(Enum):
    """A step of the distribution, in the order of the law."""

    POT_COSTS = "扣除该项财产的执行费用"
    COSTS = "扣除执行费用、共益费用"
    MEDICAL = "人身损害赔偿中的医疗费用"
    CONSTRUCTION = "建设工程价款优先受偿"
    PRIORITY = "担保物权及其他优先受偿"
    LIVELIHOOD = "法律规定优先的工资、生活费用"
    VICTIM = "退赔被害人损失"
    ORDINARY = "普通债权"
    DOUBLED = "加倍部分债务利息"
    FINE = "罚金"
    CONFISCATION = "没收财产"


CRIMINAL = cite("刑事涉财产执行规定", 13)
AFTER_COSTS = cite("民诉法解释", 508)
BY_CONTROL = cite("执行工作规定", 55)
CITES: dict[Stage, tuple[Citation, ...]] = {
    Stage.POT_COSTS: (AFTER_COSTS,),
    Stage.COSTS: (AFTER_COSTS, cite("诉讼费用交纳办法", 38)),
    Stage.MEDICAL: (CRIMINAL,),
    Stage.CONSTRUCTION: (cite("民法典", 807),),
    Stage.PRIORITY: (AFTER_COSTS, cite("民法典", 414)),
    Stage.LIVELIHOOD: (AFTER_COSTS,),
    Stage.VICTIM: (CRIMINAL,),
    Stage.ORDINARY: (AFTER_COSTS,),
    Stage.DOUBLED: (cite("迟延履行利息解释", 4),),
    Stage.FINE: (CRIMINAL,),
    Stage.CONFISCATION: (CRIMINAL,),
}


@dataclass(frozen=True, slots=True)
class Pot:
    """The proceeds of one thing, or one sum seized, in fen."""

    name: str
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim admitted, in fen: what its title says and the doubled interest beside it.

    `pot` is the thing that a preference or a cost lies on; `place` the rank of a preference, 1 the first; `turn` the place
    in the order of first control, 0 without control, behind all who have it.
    """

    number: str
    rank: Rank
    principal: Fen
    interest: Fen = 0
    costs: Fen = 0
    doubled: Fen = 0
    pot: str = ""
    place: int = 1
    turn: int = 0
    principal_first: bool = False

    @property
    def titled(self) -> Fen:
        """What the title says, without the doubled part."""
        return self.costs + self.interest + self.principal


@dataclass(frozen=True, slots=True)
class Line:
    """What one claim had to get in a step, and got."""

    claim: str
    base: Fen
    paid: Fen


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working: so much was there, so much was claimed; `pot` where it is one pot's, `place` its rank or turn."""

    stage: Stage
    available: Fen
    base: Fen
    lines: tuple[Line, ...]
    pot: str = ""
    place: int = 0

    @property
    def paid(self) -> Fen:
        """What the step gave out."""
        return min(self.available, self.base)


@dataclass(frozen=True, slots=True)
class Share:
    """What a claim gets, by its parts, in fen."""

    claim: str
    costs: Fen
    interest: Fen
    principal: Fen
    doubled: Fen

    @property
    def total(self) -> Fen:
        """All that the claim gets."""
        return self.costs + self.interest + self.principal + self.doubled


@dataclass(frozen=True, slots=True)
class Distribution:
    """The shares in the order of the claims' numbers, the working, and what is left for the debtor."""

    shares: tuple[Share, ...]
    steps: tuple[Step, ...]
    left: Fen


def cites_of(stage: Stage, order: Order) -> tuple[Citation, ...]:
    """Answer the articles a step follows."""
    if stage is Stage.ORDINARY and order is Order.FIRST_CONTROL:
        return BY_CONTROL, cite("民诉法解释", 514)
    return CITES[stage]


def distribute(pots: Sequence[Pot], claims: Sequence[Claim], order: Order) -> Distribution:
    """Answer who gets how much of the pots, and how that was reached.

    Raises ValueError for two pots or claims of one name, a claim on a pot that is not there, a preference without a pot, and
    a negative amount.
    """
    _refuse(pots, claims)
    run = _Run({pot.name: pot.amount for pot in pots}, {each.number: each.titled for each in claims}, order)
    ordered = sorted(claims, key=lambda claim: by_number(claim.number))
    _before_the_rest(run, ordered)
    civil = [each for each in ordered if each.rank not in (Rank.COSTS, Rank.FINE, Rank.CONFISCATION)]
    general = (Rank.CONSTRUCTION, Rank.PRIORITY, Rank.ORDINARY)
    titled = run.owed
    run.all_pots(Stage.LIVELIHOOD, _of(ordered, Rank.LIVELIHOOD), titled)
    run.all_pots(Stage.VICTIM, _of(ordered, Rank.VICTIM), titled)
    run.in_turns(Stage.ORDINARY, _of(ordered, *general), titled)
    doubled = {each.number: each.doubled for each in civil}
    run.in_turns(Stage.DOUBLED, civil, doubled)
    run.all_pots(Stage.FINE, _of(ordered, Rank.FINE), titled)
    run.all_pots(Stage.CONFISCATION, _of(ordered, Rank.CONFISCATION), titled)
    shares = tuple(
        _share(each, each.titled - titled[each.number], each.doubled - doubled.get(each.number, each.doubled))
        for each in ordered
    )
    return Distribution(shares, tuple(run.steps), sum(run.left.values()))


def _before_the_rest(run: _Run, claims: Sequence[Claim]) -> None:
    """Costs, medical costs, and what lies on single things."""
    costs = _of(claims, Rank.COSTS)
    for pot in run.left:
        run.one_pot(Stage.POT_COSTS, pot, [each for each in costs if each.pot == pot])
    run.all_pots(Stage.COSTS, costs, run.owed)
    run.all_pots(Stage.MEDICAL, _of(claims, Rank.MEDICAL), run.owed)
    for pot in run.left:
        of_it = [each for each in claims if each.pot == pot]
        run.one_pot(Stage.CONSTRUCTION, pot, _of(of_it, Rank.CONSTRUCTION))
        for place, group in _groups(_of(of_it, Rank.PRIORITY), lambda claim: claim.place):
            run.one_pot(Stage.PRIORITY, pot, group, place)


@dataclass(slots=True)
class _Run:
    """A distribution under way: what each pot still holds, what each title is still owed."""

    left: dict[str, Fen]
    owed: dict[str, Fen]
    order: Order
    steps: list[Step] = field(default_factory=list)

    def one_pot(self, stage: Stage, pot: str, claims: Sequence[Claim], place: int = 0) -> None:
        """Pay from one pot."""
        self.left[pot] -= self._pay(Step(stage, self.left[pot], 0, (), pot, place), claims, self.owed)

    def all_pots(self, stage: Stage, claims: Sequence[Claim], owed: dict[str, Fen], place: int = 0) -> None:
        """Pay from all pots, each bearing its part by what it holds."""
        paid = self._pay(Step(stage, sum(self.left.values()), 0, (), "", place), claims, owed)
        for pot, part in pro_rata(paid, self.left).items():
            self.left[pot] -= part

    def in_turns(self, stage: Stage, claims: Sequence[Claim], owed: dict[str, Fen]) -> None:
        """Pay ordinary debts, all by size or turn after turn as the debtor is."""
        if self.order is Order.PRO_RATA:
            self.all_pots(stage, claims, owed)
            return
        last = max((claim.turn for claim in claims), default=0) + 1
        for turn, group in _groups(claims, lambda claim: claim.turn or last):
            self.all_pots(stage, group, owed, turn)

    def _pay(self, step: Step, claims: Sequence[Claim], owed: dict[str, Fen]) -> Fen:
        sizes = {each.number: owed[each.number] for each in claims if owed[each.number]}
        if not sizes:
            return 0
        paid = pro_rata(step.available, sizes)
        lines = tuple(Line(number, sizes[number], share) for number, share in paid.items())
        for number, share in paid.items():
            owed[number] -= share
        total = sum(sizes.values())
        self.steps.append(Step(step.stage, step.available, total, lines, step.pot, step.place))
        return min(step.available, total)


def _of(claims: Iterable[Claim], *ranks: Rank) -> list[Claim]:
    return [each for each in claims if each.rank in ranks]


def _groups(claims: Sequence[Claim], place: Callable[[Claim], int]) -> list[tuple[int, list[Claim]]]:
    found: dict[int, list[Claim]] = {}
    for each in claims:
        found.setdefault(place(each), []).append(each)
    return sorted(found.items())


def _share(claim: Claim, titled: Fen, doubled: Fen) -> Share:
    """Split what a title got among its parts."""
    names = (
        ("principal", "costs", "interest") if claim.principal_first else ("costs", "interest", "principal")
    )
    parts: dict[str, Fen] = {}
    for name in names:
        wanted = {"costs": claim.costs, "interest": claim.interest, "principal": claim.principal}[name]
        parts[name] = min(titled, wanted)
        titled -= parts[name]
    return Share(claim.number, parts["costs"], parts["interest"], parts["principal"], doubled)


def _refuse(pots: Sequence[Pot], claims: Sequence[Claim]) -> None:
    names = {pot.name for pot in pots}
    if len(names) != len(pots) or "" in names:
        raise ValueError("待分配款项的名称为空或者重复，请逐项写明不同的名称")
    if len({each.number for each in claims}) != len(claims):
        raise ValueError("债权编号重复，请为每笔债权编不同的号")
    sums = [each.amount for each in pots]
    for claim in claims:
        sums += [claim.principal, claim.interest, claim.costs, claim.doubled]
        if claim.pot and claim.pot not in names:
            raise ValueError(f"债权{claim.number}所指的财产“{claim.pot}”不在待分配款项之内，请核对名称")
        if claim.rank in (Rank.CONSTRUCTION, Rank.PRIORITY) and not claim.pot:
            raise ValueError(f"债权{claim.number}主张优先受偿，请写明是对哪一项财产")
    if any(each < 0 for each in sums):
        raise ValueError("金额为负，请填写零以上的金额")
