"""The act catalogue: every act type, its rule, and every duty, gathered from the rooms.

A room is a package of `zhixing` with a `rules.py` that offers `RULES` (act rules) and may offer `DUTIES`. Nothing is registered
by hand: a new folder is enough.
"""

from __future__ import annotations

import importlib
import importlib.util
import operator
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import GenericAlias
from typing import Union, cast

import msgspec

import zhixing
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, DutyRules
from zhixing.record.rule import ActRule


class UnknownAct(LookupError):
    """An act type without a rule: it cannot be entered."""


class Catalogue:
    """All act rules and duty rules, by type and by tag, and the decoder of stored acts."""

    def __init__(self, rules: Iterable[ActRule], duties: Iterable[DutyRule]) -> None:
        self.rules = tuple(rules)
        self.duties = DutyRules(duties)
        self._by_type = {rule.act: rule for rule in self.rules}
        self._by_tag = {rule.act.tag(): rule for rule in self.rules}
        if len(self._by_type) != len(self.rules) or len(self._by_tag) != len(self.rules):
            raise ValueError("two rules for one act type, or one tag for two types")
        # Built at run time: the union of all act types, which no checker can know.
        every_act = cast(type[Act], operator.getitem(Union, tuple(self._by_type)))
        every_entry = cast(type[Entry[Act]], GenericAlias(Entry, (every_act,)))
        self._act = msgspec.json.Decoder(every_act)
        self._entry = msgspec.json.Decoder(every_entry)
        self._entries = msgspec.json.Decoder(cast(type[list[Entry[Act]]], GenericAlias(list, (every_entry,))))

    def __iter__(self) -> Iterator[ActRule]:
        return iter(self.rules)

    def rule(self, kind: type[Act] | str) -> ActRule:
        """The rule of an act type or of its tag; UnknownAct when there is none."""
        found = self._by_tag.get(kind) if isinstance(kind, str) else self._by_type.get(kind)
        if found is None:
            raise UnknownAct(kind if isinstance(kind, str) else kind.__name__)
        return found

    def dossier_label(self, kind: str) -> str:
        """What a dossier of that kind is called; the kind itself when no act belongs to it."""
        return next((rule.act.dossier_label for rule in self.rules if rule.act.dossier_kind == kind), kind)

    def duty(self, name: str) -> DutyRule:
        """The duty rule of that name; LookupError when there is none."""
        for each in self.duties:
            if each.name == name:
                return each
        raise LookupError(name)

    def act(self, raw: bytes | msgspec.Raw) -> Act:
        """Decode one act; msgspec.ValidationError when it is malformed."""
        return self._act.decode(raw)

    def entry(self, body: bytes) -> Entry[Act]:
        """Decode one stored entry."""
        return self._entry.decode(body)

    def dossier(self, number: int, kind: str, court: str, bodies: Sequence[bytes]) -> Dossier:
        """A dossier from its stored entries, decoded in one call."""
        entries = self._entries.decode(b"[" + b",".join(bodies) + b"]")
        return self.begun(number, kind, court, entries)

    def begun(self, number: int, kind: str, court: str, entries: Sequence[Entry[Act]]) -> Dossier:
        """A dossier of these entries, which nobody has stored yet."""
        return Dossier(number, kind, court, entries, self.act)


def packages_with(module: str) -> tuple[str, ...]:
    """Names of the packages of zhixing that have a module (or package) of that name, in alphabetical order."""
    return tuple(
        package.name
        for package in pkgutil.iter_modules(zhixing.__path__)
        if package.ispkg and importlib.util.find_spec(f"zhixing.{package.name}.{module}")
    )


@cache
def installed() -> Catalogue:
    """The catalogue of all rooms in this installation."""
    rules: list[ActRule] = []
    duties: list[DutyRule] = []
    for room in packages_with("rules"):
        module = importlib.import_module(f"zhixing.{room}.rules")
        rules.extend(module.RULES)
        duties.extend(getattr(module, "DUTIES", ()))
    return Catalogue(rules, duties)
