"""The file of a plan that its parties may download: its shapes. Unknown fields are refused. Format: docs/distribution.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.cases.acts.filing import RatePer, RateTable, SumNature
from zhixing.funds.distribution.acts import ClaimOrder, ClaimRank

Yuan = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+\.[0-9]{2}$")]
ZERO = "0.00"


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class PaidPublished(_Strict, frozen=True, kw_only=True):
    """What was paid on a claim before."""

    on: date
    amount: Yuan


class SumPublished(_Strict, frozen=True, kw_only=True):
    """One of several sums of a claim."""

    label: str
    amount: Yuan
    due: date | None = None
    kind: SumNature = SumNature.PRINCIPAL


class InterestPublished(_Strict, frozen=True, kw_only=True):
    """General interest on a sum, on a base, or on all principal. Rates are per cent; `last` is the last day that counts."""

    since: date
    on: str = ""
    base: Yuan = ZERO
    last: date | None = None
    rate: str = ""
    per: RatePer = RatePer.YEAR
    table: RateTable = RateTable.NONE
    times: str = "1"
    plus: str = "0"
    year_days: int | None = None
    cap: Yuan | None = None
    cap_rate: str = ""
    cap_table: RateTable = RateTable.NONE
    cap_times: str = "1"


class RestPublished(_Strict, frozen=True, kw_only=True):
    """Days, both counted, without doubled interest."""

    since: date
    last: date


class ReckonedPublished(_Strict, frozen=True, kw_only=True):
    """What a claim's interest was reckoned from: to which day, itself included, and the terms of the title."""

    to: date
    due: date | None = None
    yearly_percent: str = ""
    since: date | None = None
    year_days: int = 365
    lpr_times: str = ""
    original: Yuan = ZERO
    paid: tuple[PaidPublished, ...] = ()
    sums: tuple[SumPublished, ...] = ()
    interests: tuple[InterestPublished, ...] = ()
    rests: tuple[RestPublished, ...] = ()


class PotPublished(_Strict, frozen=True, kw_only=True):
    """One sum to distribute."""

    name: str
    amount: Yuan


class ClaimPublished(_Strict, frozen=True, kw_only=True):
    """One claim, as `law.distribution.Claim`."""

    number: str
    rank: ClaimRank
    principal: Yuan
    interest: Yuan = ZERO
    costs: Yuan = ZERO
    doubled: Yuan = ZERO
    pot: str = ""
    place: int = 1
    turn: int = 0
    principal_first: bool = False
    reckoned: ReckonedPublished | None = None


class SharePublished(_Strict, frozen=True, kw_only=True):
    """What a claim gets."""

    claim: str
    costs: Yuan
    interest: Yuan
    principal: Yuan
    doubled: Yuan


class Published(_Strict, frozen=True, kw_only=True):
    """A plan."""

    format: str
    case: str
    drawn_on: str
    order: ClaimOrder
    pots: tuple[PotPublished, ...]
    claims: tuple[ClaimPublished, ...]
    shares: tuple[SharePublished, ...]
