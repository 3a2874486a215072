"""What the rules of aid must know beyond the dossier. `aid.facts` loads it."""

from __future__ import annotations

import msgspec

from zhixing.law.money import Fen
from zhixing.record.rule import Need


class AidPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks for aid, in which enforcement case: its number (empty: no filed case of this court), what is not yet reached
    there in fen, whether it is a natural person and known, and the aid they have or have asked for in the same case.
    """

    number: str
    natural: bool
    others: tuple[str, ...] = ()
    unreached: Fen = 0
    known: bool = True  # in the court's register of parties


class AidMeans(msgspec.Struct, frozen=True, kw_only=True):
    """The court's fund and what it can give, in fen; `fund` 0 where the court has none. `holds` lies there, `expected` is
    budget still to come, `committed` was decided for others and not yet taken out. `wage` 0: none recorded that fits the day.
    """

    fund: int = 0
    account: int = 0
    holds: Fen = 0
    expected: Fen = 0
    committed: Fen = 0
    wage: Fen = 0
    wage_year: int = 0

    @property
    def left(self) -> Fen:
        """What can still be promised."""
        return self.holds + self.expected - self.committed


AID_PERSON = Need("aid-person", AidPerson)
AID_MEANS = Need("aid-means", AidMeans)
# The number that filing gives; empty for pages.
AID_NUMBER = Need("aid-number", str)
