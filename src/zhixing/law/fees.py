"""Court fees: for applying for enforcement, for preservation, and for accepting a property or labour case.

A fee of a scale is a sum over bands, exact until the fee itself is rounded to fen. Where the measures leave a
span (50 to 500 yuan without an amount) the court sets the figure: without it the answer is undetermined.
Several grounds for halving together halve once.

Not covered: 诉讼费用交纳办法 art. 13(2)(3)(5)(6) (non-property, intellectual-property and administrative
cases, jurisdiction objections), art. 14(3)-(7) (payment orders, public summons, annulment of awards,
bankruptcy, maritime matters), fees before 2007-04-01, relief (arts. 44-51), who bears a fee (arts. 29-42).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.money import Fen, round_fen, show
from zhixing.law.norms import in_force
from zhixing.law.rates import percent
from zhixing.law.texts import Text, say

_MEASURES = "诉讼费用交纳办法"
_WAN = 1_000_000
"""Ten thousand yuan, in fen."""


class Case(Enum):
    """What kind of case is accepted, as far as its fee is known here."""

    PROPERTY = "财产案件"
    LABOUR = "劳动争议案件"


class Halving(Enum):
    """A ground on which the acceptance fee is halved."""

    MEDIATED = "调解结案"
    WITHDRAWN = "撤诉"
    SIMPLIFIED = "适用简易程序"
    JOINED_CLAIM = "合并审理的反诉或第三人请求"


@dataclass(frozen=True, slots=True)
class Scale:
    """A fee in bands: `flat` up to the first threshold, then a rate on what lies above each threshold."""

    flat: Fen
    bands: tuple[tuple[Fen, Fraction], ...]
    cites: tuple[Citation, ...]
    ceiling: Fen | None = None


def _per_mille(*bands: tuple[Fen, int]) -> tuple[tuple[Fen, Fraction], ...]:
    return tuple((threshold, Fraction(rate, 1000)) for threshold, rate in bands)


APPLICATION = Scale(
    5_000,
    _per_mille((_WAN, 15), (50 * _WAN, 10), (500 * _WAN, 5), (1000 * _WAN, 1)),
    (cite("诉讼费用交纳办法", 14, item=1, figure="1.5%"),),
)
PRESERVATION = Scale(
    3_000,
    _per_mille((100_000, 10), (10 * _WAN, 5)),
    (cite("诉讼费用交纳办法", 14, item=2, figure="最多不超过5000元"),),
    ceiling=500_000,
)
ACCEPTANCE = Scale(
    5_000,
    _per_mille(
        (_WAN, 25),
        (10 * _WAN, 20),
        (20 * _WAN, 15),
        (50 * _WAN, 10),
        (100 * _WAN, 9),
        (200 * _WAN, 8),
        (500 * _WAN, 7),
        (1000 * _WAN, 6),
        (2000 * _WAN, 5),
    ),
    (cite("诉讼费用交纳办法", 13, item=1, figure="2.5%"),),
)
LABOUR = (1_000, cite("诉讼费用交纳办法", 13, item=4, figure="10元"))
WITHOUT_AMOUNT = (5_000, 50_000, cite("诉讼费用交纳办法", 14, item=1, figure="50元至500元"))

_HALVING_CITES = {
    Halving.MEDIATED: cite("诉讼费用交纳办法", 15, figure="减半"),
    Halving.WITHDRAWN: cite("诉讼费用交纳办法", 15, figure="减半"),
    Halving.SIMPLIFIED: cite("诉讼费用交纳办法", 16, figure="减半"),
    Halving.JOINED_CLAIM: cite("诉讼费用交纳办法", 18, figure="减半"),
}


def application_fee(
    amount: Fen | None, on: date, *, set_by_court: Fen | None = None
) -> Found[Fen] | Undetermined:
    """Answer the fee in fen for applying for enforcement of `amount` fen, by the measures in force on a day.

    `amount` is None for a title without an amount or value; then the court's figure of 50 to 500 yuan is
    `set_by_court`, and without it the answer is undetermined. Raises ValueError for a figure outside the span
    and for a negative amount. Source: 诉讼费用交纳办法 art. 14(1).
    """
    if amount is not None:
        return _by_scale(APPLICATION, amount, on)
    least, most, source = WITHOUT_AMOUNT
    if set_by_court is None:
        missing = say(
            "没有执行金额或者价额：由法院在{least}元至{most}元之间确定的数额",
            least=show(least),
            most=show(most),
        )
        return Undetermined((missing,), (source,))
    if not least <= set_by_court <= most:
        raise ValueError(f"申请费{show(set_by_court)}元不在{show(least)}元至{show(most)}元之间，请改正")
    because = say("没有执行金额或者价额，法院确定为{fee}元", fee=show(set_by_court))
    return _in_force(Found(set_by_court, (because,), (source,)), on)


def preservation_fee(amount: Fen | None, on: date) -> Found[Fen] | Undetermined:
    """Answer the fee in fen for preserving property worth `amount` fen (None where no amount is concerned).

    At most 5000 yuan. Raises ValueError for a negative amount. Source: 诉讼费用交纳办法 art. 14(2).
    """
    if amount is not None:
        return _by_scale(PRESERVATION, amount, on)
    because = say("不涉及财产数额：{fee}元", fee=show(PRESERVATION.flat))
    return _in_force(Found(PRESERVATION.flat, (because,), PRESERVATION.cites), on)


def acceptance_fee(
    amount: Fen, on: date, *, case: Case = Case.PROPERTY, halved: Collection[Halving] = ()
) -> Found[Fen] | Undetermined:
    """Answer the fee in fen for accepting a case that claims `amount` fen; `halved` names why it is halved.

    A labour dispute costs 10 yuan whatever the amount. Raises ValueError for a negative amount. Source:
    诉讼费用交纳办法 arts. 13, 15, 16, 18.
    """
    cites = ACCEPTANCE.cites
    if case is Case.LABOUR:
        flat, source = LABOUR
        exact, lines, cites = Fraction(flat), [say("劳动争议案件每件{fee}元", fee=show(flat))], (source,)
    else:
        exact, lines = _over_bands(ACCEPTANCE, amount)
    if halved:
        exact /= 2
        grounds = [ground for ground in Halving if ground in halved]
        lines.append(say("减半交纳（{grounds}）", grounds="、".join(ground.value for ground in grounds)))
        cites += tuple(dict.fromkeys(_HALVING_CITES[ground] for ground in grounds))
    return _in_force(_rounded(exact, lines, cites), on)


def _by_scale(scale: Scale, amount: Fen, on: date) -> Found[Fen] | Undetermined:
    exact, lines = _over_bands(scale, amount)
    if scale.ceiling is not None and exact > scale.ceiling:
        exact = Fraction(scale.ceiling)
        lines.append(say("最多不超过{ceiling}元", ceiling=show(scale.ceiling)))
    return _in_force(_rounded(exact, lines, scale.cites), on)


def _over_bands(scale: Scale, amount: Fen) -> tuple[Fraction, list[Text]]:
    """Add up the bands that the amount reaches, a line each; the sum is exact."""
    if amount < 0:
        raise ValueError(f"金额{show(amount)}元为负，请填写零以上的金额")
    exact = Fraction(scale.flat)
    lines = [say("不超过{limit}元的部分：{fee}元", limit=show(scale.bands[0][0]), fee=show(scale.flat))]
    ends = (*(threshold for threshold, _ in scale.bands[1:]), max(amount, scale.bands[-1][0]))
    for (above, rate), end in zip(scale.bands, ends, strict=True):
        part = min(amount, end) - above
        if part <= 0:
            break
        exact += part * rate
        template = "超过{above}元的部分：{part}元×{rate}%＝{fee}元"
        band = round_fen(part * rate)
        lines.append(say(template, above=show(above), part=show(part), rate=percent(rate), fee=show(band)))
    return exact, lines


def _rounded(exact: Fraction, lines: list[Text], cites: tuple[Citation, ...]) -> Found[Fen]:
    fee = round_fen(exact)
    return Found(fee, (*lines, say("合计{fee}元", fee=show(fee))), cites)


def _in_force(answer: Found[Fen], on: date) -> Found[Fen] | Undetermined:
    """Let the answer stand only on a day on which the measures are in force."""
    version = in_force(_MEASURES, on)
    return version if isinstance(version, Undetermined) else answer
