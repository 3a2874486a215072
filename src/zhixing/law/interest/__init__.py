"""Interest for delay: what a debt of money has grown to by a day, and what is still owed (民诉法 art. 264).

`accrue(debt, to)` is the question; `debt` holds its inputs, `options` the readings of what the law leaves open,
`general` and `doubled` lay out the two interests, `order` is the order of payment, `accrual` does the sums.
"""

from zhixing.law.interest.accrual import Accrual, Outstanding, Segment, Step, accrue
from zhixing.law.interest.debt import (
    Debt,
    GeneralRate,
    NumberRate,
    Payment,
    Per,
    Rate,
    Satisfaction,
    Sum,
    SumKind,
    Suspension,
    TableRate,
)
from zhixing.law.interest.options import Before2009, OldBracket, OldGeneral, OldRate, Options, Rank
from zhixing.law.interest.streams import Item

__all__ = [
    "Accrual",
    "Before2009",
    "Debt",
    "GeneralRate",
    "Item",
    "NumberRate",
    "OldBracket",
    "OldGeneral",
    "OldRate",
    "Options",
    "Outstanding",
    "Payment",
    "Per",
    "Rank",
    "Rate",
    "Satisfaction",
    "Segment",
    "Step",
    "Sum",
    "SumKind",
    "Suspension",
    "TableRate",
    "accrue",
]
