"""What is claimed, what has been reached, and what is owed to the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    RatePer,
    RateTable,
    SetOffOrderRecorded,
    TitleRecorded,
)
from zhixing.cases.acts.performance import (
    BroughtForward,
    ClaimWaived,
    DelayPenaltyFixed,
    SatisfactionRecorded,
    VoluntarilyPerformed,
)
from zhixing.cases.questions.pause import interest_rests
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest import (
    Accrual,
    Debt,
    GeneralRate,
    NumberRate,
    Options,
    Payment,
    Per,
    Rank,
    Rate,
    Satisfaction,
    Sum,
    SumKind,
    Suspension,
    TableRate,
    accrue,
)
from zhixing.law.money import Fen, show
from zhixing.law.rates import Table
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def money_claims(dossier: Dossier, on: date) -> list[Entry[ClaimRecorded]]:
    """The claims for money."""
    return [entry for entry in dossier.as_of(on).of(ClaimRecorded) if entry.act.kind is ClaimKind.MONEY]


def claims(dossier: Dossier, on: date) -> list[Text]:
    """Each claim in one line, for pages."""
    then = dossier.as_of(on)
    found = [_claim_line(entry.act) for entry in then.of(ClaimRecorded)]
    for interest in then.of(InterestRecorded):
        found.append(
            say("利息：自 {since} 起，{rate}", since=interest.act.since, rate=rate_text(interest.act))
        )
    for cost in then.of(CostRecorded):
        amount = show(cost.act.amount)
        found.append(
            say("{label} {amount} 元（向法院交纳，不计入申请标的）", label=cost.act.label, amount=amount)
        )
    return found


def _claim_line(claim: ClaimRecorded) -> Text:
    line = say("{label}", label=claim.label)
    if claim.amount is not None:
        line = say("{label} {amount} 元", label=claim.label, amount=show(claim.amount))
    if claim.due:
        line = say(
            "{claim}（{sharing}，履行期限至 {due}）", claim=line, sharing=claim.sharing.label, due=claim.due
        )
    else:
        line = say("{claim}（{sharing}）", claim=line, sharing=claim.sharing.label)
    return say("{claim}：{text}", claim=line, text=claim.text) if claim.text else line


def rate_text(interest: InterestRecorded) -> str:
    """The rate in words."""
    if interest.table is RateTable.NONE:
        rate = Fraction(interest.rate) * 100
        percent = (Decimal(rate.numerator) / Decimal(rate.denominator)).normalize()
        return f"{interest.per.label}利率 {percent:f}%"
    plus = f"，加点 {interest.plus}" if Fraction(interest.plus) else ""
    return f"{interest.table.label}的 {interest.times} 倍{plus}"


def amount_claimed(dossier: Dossier, on: date) -> Fen:
    """The sums of money claimed, without interest that still accrues."""
    fixed = sum(entry.act.amount for entry in dossier.as_of(on).of(DelayPenaltyFixed))
    return fixed + sum(entry.act.amount or 0 for entry in money_claims(dossier, on))


def payments(dossier: Dossier, on: date) -> tuple[Payment, ...]:
    """Everything that reached the creditor's side, as `law.interest` takes it."""
    found = []
    for entry in dossier.as_of(on).among((VoluntarilyPerformed, SatisfactionRecorded, BroughtForward)):
        act: Act = entry.act
        if isinstance(act, VoluntarilyPerformed) and act.amount:
            found.append(Payment(entry.on, act.amount))
        elif isinstance(act, SatisfactionRecorded) and act.amount:
            found.append(Payment(entry.on, act.amount, Satisfaction(act.kind.value)))
        elif isinstance(act, BroughtForward):
            found += [Payment(each.on, each.amount, Satisfaction(each.kind.value)) for each in act.payments]
    return tuple(found)


def recorded_on(dossier: Dossier, receipt: int, on: date) -> Fen:
    """How much of the money of that receipt has been recorded as satisfaction, in fen."""
    then = dossier.as_of(on)
    paid = sum(each.act.amount for each in then.of(VoluntarilyPerformed) if each.act.money == receipt)
    return paid + sum(each.act.amount for each in then.of(SatisfactionRecorded) if each.act.money == receipt)


def amount_reached(dossier: Dossier, on: date) -> Fen:
    """The money that reached the creditor's side."""
    return sum(payment.amount for payment in payments(dossier, on))


def amount_waived(dossier: Dossier, on: date) -> Fen:
    """The money the applicant gave up, in the first case too."""
    before = sum(entry.act.waived for entry in dossier.as_of(on).of(BroughtForward))
    return before + sum(entry.act.amount or 0 for entry in dossier.as_of(on).of(ClaimWaived))


def debt(dossier: Dossier, on: date) -> Found[Debt] | Undetermined:
    """The money side of the titles, as `law.interest` takes it; undetermined without money claims or without rates."""
    recorded = money_claims(dossier, on)
    penalties = dossier.as_of(on).of(DelayPenaltyFixed)
    if not recorded and not penalties:
        return Undetermined((say("尚未录入金钱请求"),))
    labels = _labels(recorded)
    sums = [
        Sum(
            entry.act.amount or 0,
            entry.act.due or _effective(dossier, entry.act),
            labels[entry.seq],
            SumKind(entry.act.nature.value),
        )
        for entry in recorded
    ]
    sums += [
        Sum(entry.act.amount, entry.on, f"迟延履行金{entry.seq}", SumKind.INTEREST) for entry in penalties
    ]
    general = tuple(_general(entry.act, recorded, labels) for entry in dossier.as_of(on).of(InterestRecorded))
    return Found(Debt(tuple(sums), general, payments(dossier, on), interest_rests(dossier, on)))


def _labels(recorded: list[Entry[ClaimRecorded]]) -> dict[int, str]:
    seen: dict[str, int] = {}
    found = {}
    for entry in recorded:
        count = seen[entry.act.label] = seen.get(entry.act.label, 0) + 1
        found[entry.seq] = entry.act.label if count == 1 else f"{entry.act.label}（{count}）"
    return found


def _effective(dossier: Dossier, claim: ClaimRecorded) -> date | None:
    """A title that sets no time is due the day it took effect (迟延履行利息解释 art. 2)."""
    found = dossier.at(claim.title)
    return found.act.effective_on if found and isinstance(found.act, TitleRecorded) else None


def _general(
    interest: InterestRecorded, recorded: list[Entry[ClaimRecorded]], labels: dict[int, str]
) -> GeneralRate:
    base: tuple[str, ...] | Fen | None = interest.base
    if base is None and interest.claim is not None and interest.claim in labels:
        base = (labels[interest.claim],)
    until = interest.until + timedelta(days=1) if interest.until else None
    return GeneralRate(_rate(interest), interest.since, until, base, _cap(interest))


def _cap(interest: InterestRecorded) -> Fen | Rate | None:
    """The ceiling of the interest: a sum, a rate it may not exceed, or none."""
    if interest.cap_table is not RateTable.NONE:
        return TableRate(
            Table(interest.cap_table.value), Fraction(interest.cap_times), year_days=interest.year_days
        )
    if interest.cap_rate:
        return NumberRate(Fraction(interest.cap_rate), Per.YEAR, interest.year_days)
    return interest.cap


def _rate(interest: InterestRecorded) -> Rate:
    if interest.table is not RateTable.NONE:
        return TableRate(
            Table(interest.table.value),
            Fraction(interest.times),
            Fraction(interest.plus),
            year_days=interest.year_days,
        )
    per = {RatePer.DAY: Per.DAY, RatePer.MONTH: Per.MONTH, RatePer.YEAR: Per.YEAR}[interest.per]
    return NumberRate(Fraction(interest.rate), per, interest.year_days)


def owed(dossier: Dossier, on: date) -> Found[Accrual] | Undetermined:
    """What is owed to the day, with its derivation; undetermined where the title or a rate table leaves something open."""
    found = debt(dossier, on)
    if isinstance(found, Undetermined):
        return found
    received = dossier.first(ApplicationReceived)
    asked = found.value
    if received is not None and not received.act.claims_delay_interest:
        # Not claimed, so not enforced: the doubled part rests throughout.
        asked = replace(asked, suspensions=(Suspension(date.min, on + timedelta(days=1)),))
    agreed = dossier.as_of(on).last(SetOffOrderRecorded)
    order = agreed_order(dossier, agreed.act.order if agreed else (), on)
    if isinstance(order, Undetermined):
        return order
    return accrue(asked, on, options=Options(order=order.value))


# Words with which agreements name a whole rank of the order of payment.
RANK_WORDS = {
    "费用": Rank.COSTS,
    "实现债权的费用": Rank.COSTS,
    "利息": Rank.GENERAL,
    "一般债务利息": Rank.GENERAL,
    "本金": Rank.PRINCIPAL,
    "主债务": Rank.PRINCIPAL,
    "加倍利息": Rank.DOUBLED,
    "迟延履行利息": Rank.DOUBLED,
    "加倍部分债务利息": Rank.DOUBLED,
}


def agreed_order(
    dossier: Dossier, names: tuple[str, ...], on: date
) -> Found[tuple[Rank | str, ...]] | Undetermined:
    """The agreed order of payment as `law.interest` takes it: sums of that name, then the rank of that name."""
    labels = _labels(money_claims(dossier, on))
    recorded = {entry.seq: entry.act.label for entry in money_claims(dossier, on)}
    order: list[Rank | str] = []
    unknown: list[str] = []
    for name in names:
        found: list[Rank | str] = [labels[seq] for seq, label in recorded.items() if label == name]
        if name in RANK_WORDS:
            found.append(RANK_WORDS[name])
        order += found
        if not found:
            unknown.append(name)
    if unknown:
        return Undetermined((say("抵充顺序中的“{names}”指哪些请求事项", names="、".join(unknown)),))
    return Found(tuple(order))


def settled(dossier: Dossier, on: date) -> bool | None:
    """Whether nothing is owed any more that day; None when it cannot be told."""
    answer = owed(dossier, on)
    if isinstance(answer, Undetermined):
        return None
    return answer.value.outstanding.total <= amount_waived(dossier, on)
