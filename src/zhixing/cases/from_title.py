"""What the words of a title mean for its claims: kinds of papers, and the nature of a sum by its label. Pure.

The clerk sees and may change each answer before anything is entered.
"""

from __future__ import annotations

from zhixing.cases.acts.filing import SumNature, TitleKind
from zhixing.cases.titles.reading import Kind

KINDS = {
    Kind.JUDGMENT: TitleKind.JUDGMENT,
    Kind.MEDIATION: TitleKind.MEDIATION,
    Kind.AWARD: TitleKind.AWARD,
    Kind.RULING: TitleKind.RULING,
    Kind.PAYMENT_ORDER: TitleKind.PAYMENT_ORDER,
    Kind.NOTARISED_DEBT: TitleKind.NOTARISED_DEBT,
}
TO_COURT = "court"
INTEREST_WORDS = ("利息", "罚息", "复利")
COURT_FEE_WORDS = ("受理费", "申请费", "公告费", "诉讼费")
COST_WORDS = ("律师", "担保费", "保全费", "鉴定费", "差旅费")


def nature_of(label: str) -> SumNature:
    """What a sum is, by its label: interest already fixed, a court fee, a cost of the creditor, else the debt itself.

    >>> nature_of("财产保全担保费").label
    '实现债权的费用'
    """
    for words, nature in (
        (INTEREST_WORDS, SumNature.INTEREST),
        (COURT_FEE_WORDS, SumNature.COURT_FEE),
        (COST_WORDS, SumNature.COST),
    ):
        if any(word in label for word in words):
            return nature
    return SumNature.PRINCIPAL
