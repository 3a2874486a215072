"""The ways in which one name is written by banks and by registers."""

from __future__ import annotations

import re
import unicodedata

FORMS = ("股份有限公司", "有限责任公司", "有限公司")


def forms_of(name: str) -> set[str]:
    """The ways in which a register may write the name that a bank gives: as it is, in common signs, with its form of company.

    >>> sorted(forms_of("重庆恒达商贸（有限公司）"))
    ['重庆恒达商贸(有限公司)', '重庆恒达商贸有限公司', '重庆恒达商贸（有限公司）']
    """
    bare = "".join(name.split())
    plain = unicodedata.normalize("NFKC", bare).replace("•", "·")
    found = {bare, plain, plain.replace("(", "（").replace(")", "）"), re.sub(r"[()]", "", plain)}
    for form in FORMS:
        if plain.endswith(form):
            found |= {plain.removesuffix(form) + other for other in FORMS}
    return {each for each in found if len(each) > 1}
