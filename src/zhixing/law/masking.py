"""Masking of persons and numbers for whoever may know of a case but not identify its people.

Resident numbers are masked as the public list of dishonest debtors does: the birthday's four digits are
hidden. No article says so (from memory, the practice of the court's site), and courts differ in what else
they hide.
"""

from __future__ import annotations

import re

from zhixing.law.identities import tidy

_LONG_SURNAMES = re.compile("欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|轩辕|端木")


def mask_identity(number: str) -> str:
    """Mask an identity number: of eighteen signs the birthday's four are hidden, as the court's list does.

    Of other numbers the first three and last two signs stay; a short one is hidden but for its first sign.
    """
    sign = tidy(number)
    if len(sign) == 18:
        return f"{sign[:10]}****{sign[14:]}"
    if len(sign) < 7:
        return sign[:1] + "*" * max(0, len(sign) - 1)
    return sign[:3] + "*" * (len(sign) - 5) + sign[-2:]


def mask_name(name: str) -> str:
    """Mask a person's name: the surname stays, 某 stands for the rest (张某某, 欧阳某).

    >>> mask_name("张三丰"), mask_name("欧阳锋")
    ('张某某', '欧阳某')
    """
    first = re.split(r"[·•.\s]", name.strip())[0]
    surname = first[:2] if _LONG_SURNAMES.match(first) and len(first) > 2 else first[:1]
    rest = 2 if first != name.strip() else min(2, len(first) - len(surname))
    return surname + "某" * max(1, rest)


def mask_mobile(number: str) -> str:
    """Mask a mobile number: 138****5678."""
    digits = tidy(number)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 11 else "*" * len(digits)


def mask_account(number: str) -> str:
    """Mask a bank account: only its last four digits are told."""
    return f"尾号{tidy(number)[-4:]}"
