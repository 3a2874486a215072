"""How people write a case number on a payment: rightly, in many ways; and with a slip, or in part."""

from __future__ import annotations

import random
from collections.abc import Callable


def _parts(number: str) -> tuple[str, str, str, str]:
    """Year, court, kind and serial of a number of either form."""
    rest = number[6:-1].replace("字第", "")
    serial = rest[len(rest.rstrip("0123456789")) :]
    head = rest.removesuffix(serial)
    kind = next(each for each in ("执恢", "执保", "执异", "执") if head.endswith(each))
    return number[1:5], head.removesuffix(kind), kind, serial


def correctly(chance: random.Random, number: str) -> str:
    """The number, all of it, in one of the ways in which people write it."""
    year, court, kind, serial = _parts(number)
    ways = (
        number,
        number,
        number,
        f"({year}){court}{kind}{serial}号",
        f"({year}){court}{kind}{serial}号",
        f"({year}){court}{kind}{serial}号",
        f"{year}{court}{kind}{serial}号",
        f"{year}{court}{kind}{serial}",
        f"[{year}]{court}{kind}{serial}号",
        f"（{year}）{court}{kind}字第{serial}号",
        f"{year}年{court}{kind}第{serial}号",
        f"（{year}） {court} {kind} {serial} 号",
        f"〔{year}〕{court}{kind}{serial}号",
        f"{year} {court}{kind}{serial}号",
        f"({year}){court}{kind}{int(serial):05}号",
    )
    return chance.choice(ways)


def mistyped(chance: random.Random, number: str) -> str:
    """One slip, or a part left out."""
    year, court, kind, serial = _parts(number)
    slips: tuple[Callable[[], str], ...] = (
        lambda: f"({year}){court}{kind}{slip(chance, serial)}号",
        lambda: f"({year}){court}{kind}{slip(chance, serial)}号",
        lambda: f"({year}){slip(chance, court)}{kind}{serial}号",
        lambda: f"({int(year) + chance.choice((-1, 1))}){court}{kind}{serial}号",
        lambda: f"{year[2:]}{court}{kind}{serial}号",
        lambda: f"({year}){kind}{serial}号",
        lambda: f"({year})渝{kind}字{serial}号",
        lambda: f"{kind}{serial}号",
        lambda: f"{serial}号案",
        lambda: f"({year}){court}{chance.choice(('直', '只', '支', '制', 'zhi'))}{serial}号",
        lambda: f"({year}){court}{serial}号",
        lambda: f"({year}){court}执{serial}号",
        lambda: f"({year}){court}{kind}{serial}号".replace("0", chance.choice(("O", "o")), 1),
        lambda: f"{court}{kind}{serial}",
        lambda: f"{year}-{court[1:]}-{serial}",
    )
    return chance.choice(slips)()


def slip(chance: random.Random, digits: str) -> str:
    """One digit wrong, missing or doubled, or two changed about."""
    place = chance.randrange(len(digits))
    how = chance.random()
    if how < 0.45:
        return digits[:place] + chance.choice("0123456789") + digits[place + 1 :]
    if how < 0.7 and len(digits) > 1:
        place = min(place, len(digits) - 2)
        return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if how < 0.85 and len(digits) > 1:
        return digits[:place] + digits[place + 1 :]
    return digits[:place] + digits[place] + digits[place:]
