"""The institutions behind the property network, and which kinds of property each of them knows of."""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.assets.kinds import PropertyKind
from zhixing.record.act import Choice


class Institution(Choice):
    """Whom the network reaches (网络查控规定 art. 1 and 10)."""

    BANKS = "banks", "商业银行"
    SECURITIES = "securities", "证券登记结算机构"
    VEHICLES = "vehicles", "车辆管理机关"
    REAL_ESTATE = "real_estate", "不动产登记机构"
    BUSINESS_REGISTRY = "business_registry", "市场主体登记机关"
    PROVIDENT_FUND = "provident_fund", "住房公积金管理中心"
    INSURANCE = "insurance", "保险机构"
    INTERNET_FINANCE = "internet_finance", "互联网金融机构"


REPORTS: Mapping[Institution, frozenset[PropertyKind]] = {
    Institution.BANKS: frozenset((PropertyKind.BANK_DEPOSIT, PropertyKind.FINANCIAL_PRODUCT)),
    Institution.SECURITIES: frozenset(
        (PropertyKind.SHARES, PropertyKind.FUND, PropertyKind.BOND, PropertyKind.DIVIDENDS)
    ),
    Institution.VEHICLES: frozenset((PropertyKind.VEHICLE, PropertyKind.OTHER_TRANSPORT)),
    Institution.REAL_ESTATE: frozenset(
        (
            PropertyKind.HOME,
            PropertyKind.SHOP,
            PropertyKind.FACTORY,
            PropertyKind.OTHER_BUILDING,
            PropertyKind.BUILDING_LAND,
            PropertyKind.HOMESTEAD,
            PropertyKind.OTHER_LAND,
            PropertyKind.SEA_AREA,
            PropertyKind.FOREST,
        )
    ),
    Institution.BUSINESS_REGISTRY: frozenset((PropertyKind.EQUITY,)),
    Institution.PROVIDENT_FUND: frozenset((PropertyKind.PROVIDENT_FUND,)),
    Institution.INSURANCE: frozenset((PropertyKind.INSURANCE,)),
    Institution.INTERNET_FINANCE: frozenset((PropertyKind.INTERNET_FINANCE, PropertyKind.OTHER_FUNDS)),
}
