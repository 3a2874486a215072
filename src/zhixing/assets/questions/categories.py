"""Under which statutory category a kind of property is reported (财产调查规定 art. 5)."""

from __future__ import annotations

from zhixing.assets.acts.declaration import ReportCategory
from zhixing.assets.kinds import Family, PropertyKind, family

# Of the rights, those that the article counts with money: 理财产品、有价证券.
_WITH_MONEY = {
    PropertyKind.SHARES,
    PropertyKind.BOND,
    PropertyKind.FUND,
    PropertyKind.FINANCIAL_PRODUCT,
    PropertyKind.INSURANCE,
    PropertyKind.DIVIDENDS,
    PropertyKind.PROVIDENT_FUND,
}
_OF_FAMILY = {
    Family.MONEY: ReportCategory.FUNDS,
    Family.MOVABLE: ReportCategory.MOVABLES,
    Family.IMMOVABLE: ReportCategory.IMMOVABLES,
    Family.RIGHT: ReportCategory.RIGHTS,
}


def categories(kind: PropertyKind) -> frozenset[ReportCategory]:
    """The categories under which the kind may be reported: what is a right and worth money may stand under either."""
    if kind is PropertyKind.OTHER:
        return frozenset(ReportCategory)
    found = {_OF_FAMILY[family(kind)]}
    if kind in _WITH_MONEY:
        found.add(ReportCategory.FUNDS)
    if kind is PropertyKind.DIVIDENDS:
        found.add(ReportCategory.RIGHTS)
    return frozenset(found)
