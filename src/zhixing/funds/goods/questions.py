"""The things in the court's custody for a case, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsTakenIn
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Held:
    """A thing taken in, what of it was handed over, and the entry that put it aside."""

    taken: Entry[GoodsTakenIn]
    handed: tuple[Entry[GoodsHandedOver], ...] = ()
    escrowed: Entry[GoodsEscrowed] | None = None

    @property
    def gone(self) -> bool:
        """Whether nothing of it is left with the court."""
        return any(each.act.whole for each in self.handed)


def goods(dossier: Dossier, on: date) -> dict[int, Held]:
    """Each thing by the number of the entry that took it in, as of the end of a day."""
    known = dossier.as_of(on)
    aside = {each.act.goods: each for each in known.of(GoodsEscrowed)}
    return {
        each.seq: Held(
            each,
            tuple(one for one in known.of(GoodsHandedOver) if one.act.goods == each.seq),
            aside.get(each.seq),
        )
        for each in known.of(GoodsTakenIn)
    }
