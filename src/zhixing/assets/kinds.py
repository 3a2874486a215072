"""The 39 kinds of found property, and the fields that the national record keeps of each.

`data/kinds.tsv` is the list: a line `@table 名称 code family identifier` begins a kind; a field's line says its national column,
its name, what it holds, and `person` for what identifies somebody or something and therefore stands sealed in acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from zhixing.record.act import Choice


class PropertyKind(Choice):
    """Kinds of found property, as the national record divides them (已查明财产)."""

    CASH = "cash", "现金"
    BANK_DEPOSIT = "bank_deposit", "银行存款"
    INTERNET_FINANCE = "internet_finance", "互联网金融信息"
    OTHER_FUNDS = "other_funds", "其他资金"
    VEHICLE = "vehicle", "车辆"
    HOME = "home", "住宅用房"
    BUILDING_LAND = "building_land", "建设用地使用权"
    SHARES = "shares", "股票"
    FUND = "fund", "基金"
    BOND = "bond", "债券"
    OTHER_RIGHT = "other_right", "其他财产性权益"
    FISHING_BOAT = "fishing_boat", "渔船"
    SHIP = "ship", "船舶"
    EQUITY = "equity", "股权"
    TAX = "tax", "税务"
    CLAIM = "claim", "债权"
    MACHINERY = "machinery", "机器设备"
    GOODS = "goods", "产品原材料"
    INTELLECTUAL_PROPERTY = "intellectual_property", "知识产权"
    ANTIQUES = "antiques", "古玩字画"
    CONTRACTED_LAND = "contracted_land", "土地承包经营权"
    HOMESTEAD = "homestead", "宅基地使用权"
    SEA_AREA = "sea_area", "海域使用权"
    OTHER_LAND = "other_land", "其他土地使用权"
    SHOP = "shop", "商业用房"
    FACTORY = "factory", "工业用房"
    OTHER_BUILDING = "other_building", "其他用房"
    AIRCRAFT = "aircraft", "航空器"
    OTHER_TRANSPORT = "other_transport", "其他交通运输工具"
    MOVABLE = "movable", "一般动产"
    PROVIDENT_FUND = "provident_fund", "住房公积金"
    DIVIDENDS = "dividends", "股息红利"
    INSURANCE = "insurance", "收益类保险"
    FINANCIAL_PRODUCT = "financial_product", "金融理财产品"
    FOREST = "forest", "森林林木使用权"
    COLLECTIVE_LAND = "collective_land", "集体土地所有权"
    JEWELLERY = "jewellery", "珠宝玉石首饰"
    MINING_RIGHT = "mining_right", "探矿采矿权"
    OTHER = "other", "其他财产"


class Family(Enum):
    """What a kind of property is for the law of control: its term, its manner, its notice periods; the value is its name."""

    MONEY = "存款、资金"
    MOVABLE = "动产"
    IMMOVABLE = "不动产"
    RIGHT = "其他财产权"


class Holds(Enum):
    """What a field holds; the value is what the list writes."""

    TEXT = "text"  # up to 300 signs
    PROSE = "prose"
    INT = "int"
    AMOUNT = "amount"  # a number with up to four decimals: yuan, or an area, a share
    TIME = "time"  # an ISO date, or date and time


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a kind: national column, name, what it holds; `sealed`: it identifies and stands in acts by its keyed hash."""

    code: str
    name: str
    holds: Holds
    sealed: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of property: its national table, family, the field that identifies a thing of it (empty: none), and its fields."""

    kind: PropertyKind
    table: str
    name: str  # as the national table calls it
    family: Family
    identifier: str
    details: tuple[Detail, ...]

    def detail(self, code: str) -> Detail | None:
        """The field of that national column."""
        return next((each for each in self.details if each.code == code), None)


@cache
def kinds() -> Mapping[PropertyKind, Kind]:
    """Every kind with its fields."""
    text = (files("zhixing.assets") / "data" / "kinds.tsv").read_text("utf-8")
    found: dict[PropertyKind, Kind] = {}
    for part in text.removeprefix("@").split("\n@"):
        head, *lines = part.strip("\n").split("\n")
        table, called, code, family, identifier = head.split("\t")
        details = []
        for line in lines:
            column, name, holds, *rest = line.split("\t")
            details.append(Detail(column, name, Holds(holds), rest == ["person"]))
        kind = PropertyKind(code)
        found[kind] = Kind(kind, table, called, Family[family.upper()], identifier, tuple(details))
    return found


def family(kind: PropertyKind) -> Family:
    """What a kind is for the law of control."""
    return kinds()[kind].family
