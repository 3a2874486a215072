"""What was held, priced, sold and passed on in a case, in the national tables of property."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from zhixing.record.dossier import Dossier
from zhixing.registers.told_assistance import assistance_rows
from zhixing.registers.told_control import control_rows
from zhixing.registers.told_delivery import delivery_rows
from zhixing.registers.told_price import price_rows
from zhixing.registers.told_rows import Persons, Row, last_stated, numbered
from zhixing.registers.told_sale import sale_rows


def asset_rows(dossier: Dossier, persons: Persons) -> Iterator[Row]:
    """Table and values of each row that the acts entered here make, numbered within their table."""
    stated = last_stated(dossier)
    parts = (control_rows, price_rows, sale_rows, delivery_rows, assistance_rows)
    yield from numbered(chain.from_iterable(part(dossier, persons, stated) for part in parts), dossier)
