"""What the sandbox's institutions know of a person: invented from the seed and the person's number, always the same."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.network.messages import Finding
from zhixing.simulate.network.temper import drawn

YUAN = 100  # fen
BANKS = ("江畔银行", "山城农商行", "云阳村镇银行", "峡江信用社")
MAKES = (("长江牌轿车", 6), ("山鹰牌货车", 9), ("江豚牌面包车", 3))
PLACES = ("滨江路", "竹溪路", "石桥街", "橙子园路")
FIRMS = ("青石建材有限公司", "橙园果业有限公司", "峡江运输有限公司")


def belongings(seed: int, institution: Institution, number: str) -> tuple[Finding, ...]:
    """The property of the person with that number that the institution knows of."""
    dice = drawn(seed, "owns", str(institution.value), number)
    return tuple(_MADE[institution](dice, number))


def _digits(dice: Random, count: int) -> str:
    return "".join(str(dice.randrange(10)) for _ in range(count))


def _deposits(dice: Random, owner: str) -> list[Finding]:
    found = []
    for _ in range(dice.choice((0, 1, 1, 2, 3))):
        account, bank = f"6200{_digits(dice, 15)}", dice.choice(BANKS)
        fen = dice.choice((dice.randrange(5_000), dice.randrange(300_000), dice.randrange(20_000_000)))
        fields = {
            "C_YHMC": bank,
            "C_KHZH": account,
            "C_ZHZT": "正常",
            "C_BZ": "人民币",
            "N_SE": f"{fen / 100:.2f}",
        }
        found.append(
            Finding(
                kind=PropertyKind.BANK_DEPOSIT,
                name=f"{bank}存款",
                owner=owner,
                identifier=account,
                value=fen,
                fields=fields,
            )
        )
    return found


def _shares(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.1:
        return []
    account = f"A{_digits(dice, 9)}"
    return [_one(PropertyKind.SHARES, "峡江实业股票", owner, account, dice.randrange(50_000_000))]


def _vehicles(dice: Random, owner: str) -> list[Finding]:
    found = []
    for _ in range(dice.choice((0, 0, 0, 1, 2))):
        make, worth = dice.choice(MAKES)
        frame, plate = f"LSV{_digits(dice, 14)}", f"渝F{_digits(dice, 5)}"
        fields = {
            "C_CLPP": make,
            "C_CLSBH": frame,
            "C_JDCDJBH": plate,
            "C_CSYS": dice.choice(("白", "黑", "银灰")),
        }
        burdens = "抵押给江畔银行" if dice.random() < 0.3 else ""
        found.append(
            Finding(
                kind=PropertyKind.VEHICLE,
                name=make,
                owner=owner,
                identifier=frame,
                value=dice.randrange(1, worth + 1) * 1_000_000,
                burdens=burdens,
                fields=fields,
            )
        )
    return found


def _homes(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.25:
        return []
    certificate = f"渝2014云阳不动产权第{_digits(dice, 7)}号"
    area = dice.randrange(60, 150)
    home = _one(
        PropertyKind.HOME,
        f"{dice.choice(PLACES)}{dice.randrange(1, 90)}号住房",
        owner,
        certificate,
        area * 4_500 * YUAN,
    )
    return [home]


def _equity(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.12:
        return []
    firm = dice.choice(FIRMS)
    return [_one(PropertyKind.EQUITY, f"{firm}股权", owner, f"{firm}{_digits(dice, 6)}", None)]


def _provident_fund(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.2:
        return []
    worth = dice.randrange(8_000_000)
    return [_one(PropertyKind.PROVIDENT_FUND, "住房公积金账户", owner, _digits(dice, 12), worth)]


def _insurance(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.1:
        return []
    return [
        _one(PropertyKind.INSURANCE, "分红型人寿保险", owner, _digits(dice, 14), dice.randrange(6_000_000))
    ]


def _internet_finance(dice: Random, owner: str) -> list[Finding]:
    if dice.random() > 0.6:
        return []
    account = f"ZF{_digits(dice, 11)}"
    return [_one(PropertyKind.INTERNET_FINANCE, "网络支付账户余额", owner, account, dice.randrange(500_000))]


def _one(kind: PropertyKind, name: str, owner: str, identifier: str, value: int | None) -> Finding:
    return Finding(kind=kind, name=name, owner=owner, identifier=identifier, value=value)


_MADE: dict[Institution, Callable[[Random, str], list[Finding]]] = {
    Institution.BANKS: _deposits,
    Institution.SECURITIES: _shares,
    Institution.VEHICLES: _vehicles,
    Institution.REAL_ESTATE: _homes,
    Institution.BUSINESS_REGISTRY: _equity,
    Institution.PROVIDENT_FUND: _provident_fund,
    Institution.INSURANCE: _insurance,
    Institution.INTERNET_FINANCE: _internet_finance,
}
