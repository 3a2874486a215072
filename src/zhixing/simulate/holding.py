"""What of a debtor's property is found and held in a story."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.assets.acts.control import Controlled, Living, Manner
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.found import held_as
from zhixing.law.answers import Found
from zhixing.law.control_terms import last_day
from zhixing.record.door import Step
from zhixing.simulate.telling import Told

# Kind, name, how its number is written, value in yuan from and to, by whom it is held.
THINGS = (
    (PropertyKind.BANK_DEPOSIT, "储蓄存款", "509999{:012d}", 300, 20_000, "县农村商业银行"),
    (PropertyKind.BANK_DEPOSIT, "结算账户存款", "509998{:012d}", 500, 60_000, "县邮政储蓄银行"),
    (PropertyKind.VEHICLE, "小型轿车", "L509999{:010d}", 8_000, 90_000, "县车辆管理所"),
    (PropertyKind.HOME, "住房一套", "渝5099字第{:08d}号", 120_000, 600_000, "县不动产登记中心"),
    (PropertyKind.PROVIDENT_FUND, "住房公积金", "5099{:09d}", 2_000, 40_000, "县住房公积金管理部"),
)
MINIMUM = 36_000  # fen a month and person; an invented town's standard
ENOUGH = 3


def found_and_held(told: Told) -> Iterator[Step]:
    """One to three things, most of them held, as far as the debt goes."""
    if not told.for_money:
        return
    held = 0
    for kind, name, form, low, high, where in told.rng.sample(THINGS, told.rng.randint(1, ENOUGH)):
        told.later(1, 6)
        value = told.rng.randint(low, high) * 100
        # A debtor's number comes from the person, so that the same thing is met again in the person's other cases.
        token = told.sealed(form.format(told.debtor * 7 + len(name)))
        yield told.step(
            PropertyFound(
                owner=told.debtor,
                kind=kind,
                name=name,
                identifier=token,
                value=value,
                found_by=FoundBy.NETWORK,
            )
        )
        thing = told.head
        if told.outstanding() <= held or told.chance(0.25):
            continue
        told.later(0, 4)
        act = _control(told, thing, kind, value, where, told.outstanding() - held)
        if act is not None:
            held += act.amount or 0
            yield told.step(act)


def _control(
    told: Told, thing: int, kind: PropertyKind, value: int, where: str, rest: int
) -> Controlled | None:
    """Held to the last day the law allows; of a deposit no more than is owed, and what is needed for living stays."""
    until = last_day(held_as(kind), told.day, since=told.day)
    if not isinstance(until, Found):
        return None
    if kind in (PropertyKind.VEHICLE, PropertyKind.HOME):
        return Controlled(
            property=thing,
            manner=Manner.SEALED,
            until=until.value,
            amount=value,
            whole="该财产不能分割，没有查到其他足额财产" if value > rest else "",
            assisted_by=where,
            method="办理查封登记",
        )
    living = Living(people=1, monthly=MINIMUM, months=2, standard="县民政局公布的城市最低生活保障标准")
    free = value - living.amount
    if free <= 0:
        return None
    return Controlled(
        property=thing,
        manner=Manner.FROZEN,
        until=until.value,
        amount=min(free, rest),
        living=living,
        assisted_by=where,
    )
