"""From a confirmed reading of a title to the acts that record it: title, claims, interest, costs, order of set-off.

Pure. What the clerk confirmed is taken as it stands; due days are computed from the day the title took effect.
The reader's `until` of an interest is the last day counted, which is also what the act holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.filing import (
    ClaimKind,
    ClaimRecorded,
    InterestRecorded,
    RatePer,
    RateTable,
    SetOffOrderRecorded,
    Sharing,
    SumNature,
    TitleKind,
    TitleRecorded,
)
from zhixing.cases.titles.reading import Claim, Cost, Interest, Kind, Perform, Sum, TitleReading
from zhixing.law.answers import Found
from zhixing.law.periods import Period, Unit, due
from zhixing.record.act import Act

KINDS = {
    Kind.JUDGMENT: TitleKind.JUDGMENT,
    Kind.MEDIATION: TitleKind.MEDIATION,
    Kind.AWARD: TitleKind.AWARD,
    Kind.RULING: TitleKind.RULING,
    Kind.PAYMENT_ORDER: TitleKind.PAYMENT_ORDER,
    Kind.NOTARISED_DEBT: TitleKind.NOTARISED_DEBT,
}
CLAIM_KINDS = {"thing": ClaimKind.THING, "conduct": ClaimKind.CONDUCT, "right": ClaimKind.RIGHT}
TO_COURT = "court"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the clerk confirmed besides the reading: who the names are, and when the title took effect."""

    parties: Mapping[str, int]
    effective_on: date
    issuer: str
    number: str
    kind: TitleKind


def due_day(perform: Perform | None, effective_on: date) -> date | None:
    """The last day for performance: a day named, or a period after the title took effect; None when the paper sets none.

    Periods from signing or service are counted from the effective day, which for a mediation paper is the day of signing.
    """
    if perform is None:
        return None
    if perform.by is not None:
        return perform.by
    start = perform.after if isinstance(perform.after, date) else effective_on
    if perform.days:
        unit = Unit.WORKING_DAY if perform.working else Unit.DAY
        answer = due(start, Period(perform.days, unit))
    elif perform.months:
        answer = due(start, Period(perform.months, Unit.MONTH))
    else:
        return None
    return answer.value.day if isinstance(answer, Found) else None


def acts_of(reading: TitleReading, confirmed: Confirmed, *, first_seq: int) -> list[Act]:
    """The acts that record the title, to be entered one after another; `first_seq` is the number the first will get."""
    claims: list[ClaimRecorded] = [
        *(_money(each, confirmed, first_seq) for each in reading.sums),
        *(_cost(each, confirmed, first_seq) for each in reading.costs if _owed_to_applicant(each, confirmed)),
        *(_other(each, confirmed, first_seq) for each in reading.claims if each.kind in CLAIM_KINDS),
    ]
    lasts = [claim.due for claim in claims if claim.due is not None]
    title = TitleRecorded(
        kind=confirmed.kind,
        issuer=confirmed.issuer,
        number=confirmed.number,
        made_on=reading.dated,
        effective_on=confirmed.effective_on,
        perform_by=max(lasts) if lasts else None,
        instalments=len({claim.due for claim in claims}) > 1,
    )
    interest = [act for each in reading.interest if (act := _interest(each, reading, first_seq)) is not None]
    order = [SetOffOrderRecorded(order=reading.order)] if reading.order else []
    return [title, *claims, *interest, *order]


def _ids(names: Sequence[str], confirmed: Confirmed) -> tuple[int, ...]:
    return tuple(confirmed.parties[name] for name in names if name in confirmed.parties)


def _money(each: Sum, confirmed: Confirmed, title: int) -> ClaimRecorded:
    several = len(each.owed_by) > 1
    sharing = Sharing.SINGLE if not several else Sharing.JOINT if each.jointly else Sharing.SEVERAL
    return ClaimRecorded(
        title=title,
        kind=ClaimKind.MONEY,
        label=each.label,
        owed_by=_ids(each.owed_by, confirmed),
        owed_to=_ids(each.owed_to, confirmed),
        amount=each.amount,
        nature=_nature(each.label),
        due=due_day(each.perform, confirmed.effective_on),
        sharing=sharing,
    )


def _nature(label: str) -> SumNature:
    if "利息" in label or "罚息" in label or "复利" in label:
        return SumNature.INTEREST
    if any(word in label for word in ("受理费", "申请费", "公告费", "诉讼费")):
        return SumNature.COURT_FEE
    if any(word in label for word in ("律师", "担保费", "保全费", "鉴定费", "差旅费")):
        return SumNature.COST
    return SumNature.PRINCIPAL


def _owed_to_applicant(each: Cost, confirmed: Confirmed) -> bool:
    return (
        each.payable_to is not None
        and each.payable_to != TO_COURT
        and each.payable_to in confirmed.parties
        and each.payable_to not in each.borne_by
    )


def _cost(each: Cost, confirmed: Confirmed, title: int) -> ClaimRecorded:
    return ClaimRecorded(
        title=title,
        kind=ClaimKind.MONEY,
        label=each.label,
        owed_by=_ids(each.borne_by, confirmed),
        owed_to=_ids((each.payable_to or "",), confirmed),
        amount=each.amount,
        nature=SumNature.COURT_FEE,
        due=due_day(each.perform, confirmed.effective_on),
    )


def _other(each: Claim, confirmed: Confirmed, title: int) -> ClaimRecorded:
    return ClaimRecorded(
        title=title,
        kind=CLAIM_KINDS[each.kind],
        label=CLAIM_KINDS[each.kind].label,
        owed_by=_ids(each.owed_by, confirmed),
        owed_to=_ids(each.owed_to, confirmed),
        text=each.text,
        due=due_day(each.perform, confirmed.effective_on),
    )


def _interest(each: Interest, reading: TitleReading, title: int) -> InterestRecorded | None:
    """None when base, start or rate were left open: such interest cannot be reckoned, and the page lists it."""
    if each.since is None or each.rate is None:
        return None
    claim, base = _base(each, reading, title)
    if claim is None and base is None:
        return None
    cap = each.cap.amount if each.cap else None
    rate = each.rate
    return InterestRecorded(
        claim=claim,
        base=base,
        since=each.since,
        until=each.until,
        rate="" if rate.number is None else str(rate.number),
        per=RatePer(rate.per),
        table=RateTable.NONE if rate.table is None else RateTable(rate.table),
        times=str(rate.times),
        cap=cap,
    )


def _base(each: Interest, reading: TitleReading, title: int) -> tuple[int | None, int | None]:
    """The claim the interest runs on where one sum has that label or amount, else the amount itself."""
    for place, item in enumerate(reading.sums, start=1):
        if each.base_of is not None and item.label == each.base_of:
            return title + place, None
    for place, item in enumerate(reading.sums, start=1):
        if each.base is not None and item.amount == each.base:
            return title + place, None
    return None, each.base
