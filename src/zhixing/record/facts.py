"""Facts from outside a dossier: what a rule declares as a need, its room's `facts.py` loads.

A room's `facts.py` offers `LOADERS`: name of the need → function of what is asked. The door keeps what was told with the act.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache

from zhixing.record.acts import Corrected
from zhixing.record.catalogue import installed, packages_with
from zhixing.record.correction import replacement
from zhixing.record.rule import ActRule, Asked

Loader = Callable[[Asked], object]


@cache
def installed_loaders() -> Mapping[str, Loader]:
    """The loaders of all rooms."""
    found: dict[str, Loader] = {}
    for room in packages_with("facts"):
        if room != "record":
            found.update(importlib.import_module(f"zhixing.{room}.facts").LOADERS)
    return found


def load(rule: ActRule, asked: Asked) -> dict[str, object]:
    """Load everything the rule needs for this act; of a correction, what the act it puts in place needs."""
    right = replacement(asked)
    if right is not None and right.act is not None and asked.the(Corrected).replaces:
        return load(installed().rule(type(right.act)), right)
    loaders = installed_loaders()
    return {need.name: loaders[need.name](asked) for need in rule.needs}
