"""What of a debtor's property is declared, asked of the network, found and held in a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from msgspec import structs

from zhixing.assets.acts.control import Controlled, ControlReleased, Living, Manner, Rank, ReleaseGround
from zhixing.assets.acts.declaration import (
    DeclarationResult,
    DeclarationVerified,
    DeclaredProperty,
    PropertyDeclared,
    ReportCategory,
)
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.inquiry import AnswerStatus, InquiryAnswered, InquirySent
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.network.sending import SYSTEM
from zhixing.assets.questions.categories import categories
from zhixing.assets.questions.found import held_as
from zhixing.law.answers import Found
from zhixing.law.control_terms import last_day
from zhixing.record.door import Step
from zhixing.simulate.telling import Thing, Told

# Kind, name, how its number is written, value in yuan from and to, by whom it is held, who tells of it.
THINGS = (
    (PropertyKind.BANK_DEPOSIT, "储蓄存款", "509999{:012d}", 300, 20_000, "县农村商业银行", Institution.BANKS),
    (PropertyKind.BANK_DEPOSIT, "结算账户存款", "509998{:012d}", 500, 60_000, "县邮政储蓄银行", Institution.BANKS),
    (PropertyKind.VEHICLE, "小型轿车", "L509999{:010d}", 8_000, 90_000, "县车辆管理所", Institution.VEHICLES),
    (PropertyKind.HOME, "住房一套", "渝5099字第{:08d}号", 120_000, 600_000, "县不动产登记中心", Institution.REAL_ESTATE),
    (PropertyKind.PROVIDENT_FUND, "住房公积金", "5099{:09d}", 2_000, 40_000, "县住房公积金管理部", Institution.PROVIDENT_FUND),
)  # fmt: skip
CAR, HOUSE = THINGS[2], THINGS[3]
MINIMUM = 36_000  # fen a month and person; an invented town's standard
ENOUGH = 3
OUT_OF_PROPORTION = 4  # times what is still owed: such a thing is left alone
REPORTS, HIDES = 0.45, 0.4  # of the ordered debtors report; of those who report leave something out
ASKED_OF = (Institution.BANKS, Institution.VEHICLES, Institution.REAL_ESTATE)
SHORTENED = 0.35  # of the controls run for less than the law allows, and end about the present day
SEALED = (PropertyKind.VEHICLE, PropertyKind.HOME)
LATELY = timedelta(days=25)  # an inquiry of these days has not been answered: the sandbox answers it


def declared(told: Told) -> Iterator[Step]:
    """Some debtors answer the order; what they have is the same whatever becomes of the case."""
    if told.order and told.chance(REPORTS):
        told.things = _things(told)
        yield from _reported(told)


def found_and_held(told: Told, *, asks: bool = True) -> Iterator[Step]:
    """What the debtor has is found, most of it held as far as the debt goes. `asks`: the network is asked."""
    if not told.for_money:
        return
    told.things = told.things or _things(told)
    inquiry = 0
    if asks and told.now - told.day > LATELY:
        yield told.step(InquirySent(debtors=(told.debtor,), institutions=ASKED_OF))
        inquiry = told.head
        told.later(1, 4)
    held, goal = 0, told.secures or told.outstanding()
    for thing in told.things:
        told.later(0, 4)
        yield told.step(_found(told, thing, inquiry))
        number = told.head
        if goal <= held or (told.chance(0.25) and not told.sells):
            continue
        told.later(0, 3)
        act = _control(told, thing, number, goal - held)
        if act is None:
            continue
        yield told.step(act)
        told.controls.append(told.head)
        if act.rank is Rank.FIRST:
            held += act.amount or 0
            if act.manner is Manner.SEALED:
                told.to_sell = (number, thing.kind, thing.value, act.until or told.now, told.head)
    if inquiry:
        yield from _answered(told, told.things, inquiry)


def asked_lately(told: Told) -> Iterator[Step]:
    """What the sandbox is to answer: an inquiry of the last days at all institutions, still on its way."""
    if told.for_money and told.now - told.day <= LATELY and told.chance(0.8):
        told.later(0, 2)
        yield told.step(InquirySent(debtors=told.debtors))


def released(told: Told) -> Iterator[Step]:
    """What is held is lifted when the debt is paid; some forget one."""
    for control in told.controls:
        if told.chance(0.9):
            reason = "被执行人已履行生效法律文书确定的全部义务"
            yield told.step(ControlReleased(control=control, ground=ReleaseGround.SETTLED, reason=reason))


def _things(told: Told) -> list[Thing]:
    """What the debtor has. The numbers come from the person, so that the same thing is met again in the person's other cases."""
    found = []
    drawn = told.rng.sample(THINGS, told.rng.randint(1, ENOUGH))
    if told.sells:
        drawn = [CAR if told.outstanding() < HOUSE[3] * 100 else HOUSE]
    for kind, name, form, low, high, where, asked in drawn:
        token = told.sealed(form.format(told.debtor * 7 + len(name)))
        value = told.rng.randint(low, high) * 100
        if told.sells and kind in SEALED:  # worth about what is owed
            value = min(
                high * 100, max(low * 100, told.outstanding() * told.rng.randint(80, 130) // 10_000 * 100)
            )
        found.append(Thing(kind, name, token, value, where, asked))
    return found


def _reported(told: Told) -> Iterator[Step]:
    """The debtor reports on paper; two in five leave a thing out, and most false reports are found out."""
    told.later(2, 9)
    hides = told.chance(HIDES)
    shown = told.things[:-1] if hides else told.things
    rows = {
        category: tuple(
            DeclaredProperty(kind=each.kind, name=each.name, identifier=each.token, value=each.value)
            for each in shown
            if category in categories(each.kind)
        )
        for category in (ReportCategory.FUNDS, ReportCategory.IMMOVABLES, ReportCategory.MOVABLES)
    }
    yield told.by(
        "clerk",
        PropertyDeclared(
            debtor=told.debtor,
            order=told.order,
            funds=rows[ReportCategory.FUNDS],
            immovables=rows[ReportCategory.IMMOVABLES],
            movables=rows[ReportCategory.MOVABLES],
            nothing=tuple(each for each in ReportCategory if not rows.get(each)),
            no_changes=True,
        ),
    )
    told.report = (told.head, hides)


def verified(told: Told, *, surely: bool) -> Iterator[Step]:
    """The officer compares the report with what was found; in open cases some are still to be compared."""
    report, hides = told.report
    if not report or (not surely and told.chance(0.4)):
        return
    told.later(3, 20)
    result = DeclarationResult.FALSE if hides else DeclarationResult.TRUE
    facts = "网络查控查明的财产未在报告中列明，经询问不能说明理由" if hides else "与网络查控反馈逐项核对一致"
    yield told.step(DeclarationVerified(declaration=report, result=result, facts=facts))


def _found(told: Told, thing: Thing, inquiry: int) -> PropertyFound:
    by_network = bool(inquiry) and thing.asked in ASKED_OF
    return PropertyFound(
        owner=told.debtor,
        kind=thing.kind,
        name=thing.name,
        identifier=thing.token,
        value=thing.value,
        found_by=FoundBy.NETWORK if by_network else FoundBy.ON_SITE,
        source=inquiry if by_network else None,
    )


def _answered(told: Told, things: Sequence[Thing], inquiry: int) -> Iterator[Step]:
    for institution in ASKED_OF:
        found = sum(each.asked is institution for each in things)
        answer = InquiryAnswered(
            inquiry=inquiry,
            debtor=told.debtor,
            institution=institution,
            status=AnswerStatus.COMPLETE if found else AnswerStatus.NOTHING,
            answer=f"H{told.rng.randrange(10**10):010d}",
            found=found,
        )
        yield told.step(answer, SYSTEM)


def _control(told: Told, thing: Thing, number: int, rest: int) -> Controlled | None:
    """Held to the last day the law allows or a day near the present; behind another case it waits. What is needed stays."""
    until = last_day(held_as(thing.kind), told.day, since=told.day)
    if not isinstance(until, Found):
        return None
    end = until.value
    if not told.sells and told.chance(SHORTENED):
        near = told.now + timedelta(days=told.rng.randint(-10, 75))
        end = near if told.day < near < end else end
    waits = told.held_by_others(thing.token, told.day)
    held = Controlled(
        property=number,
        manner=Manner.SEALED,
        rank=Rank.WAITING if waits else Rank.FIRST,
        until=None if waits else end,
        amount=thing.value,
        assisted_by=thing.where,
    )
    if family(thing.kind) is not Family.MONEY:
        if thing.value > OUT_OF_PROPORTION * rest and not told.sells:
            return None
        whole = "该财产不能分割，没有查到其他足额财产" if thing.value > rest else ""
        return structs.replace(held, whole=whole, method="办理查封登记")
    living = Living(people=1, monthly=MINIMUM, months=2, standard="县民政局公布的城市最低生活保障标准")
    free = thing.value - living.amount
    if free <= 0:
        return None
    return structs.replace(held, manner=Manner.FROZEN, amount=min(free, rest), living=living)
