"""What rows of the national tables are made with: keys and names, how far a debt was met, values as a file holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.found import Asset, asset
from zhixing.cases.questions import amount_claimed, amount_reached, owed
from zhixing.law.answers import Found
from zhixing.law.money import plain
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.cells import Value
from zhixing.registers.fields import Kind, tables
from zhixing.registers.rows import Values
from zhixing.registers.told_tables import Persons

LONGEST = 300  # signs of a text column
Cell = Value | date | bool | None
Said = Mapping[str, Cell]
Made = Iterator[tuple[str, str, Said]]  # table, its column of serial numbers (empty: none), values
Make = Callable[[Dossier, Entry[Act], Persons], Made]


def numbered(made: Made) -> Iterator[tuple[str, Values]]:
    """Rows as a file holds them: empty values left out, each numbered within its table."""
    serials: dict[str, int] = {}
    for table, serial, said in made:
        columns = tables()[table].by_code()
        values = {
            code: _value(value, columns[code].kind)
            for code, value in said.items()
            if value is not None and value != ""
        }
        if serial:
            serials[table] = serials.get(table, 0) + 1
            values[serial] = serials[table]
        yield table, values


def _value(value: Cell, kind: Kind) -> Value:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time.min)
    return value[:LONGEST] if isinstance(value, str) and kind is Kind.TEXT else value or 0


def key_of(entry: Entry[Act]) -> str:
    """The key of the row that an entry makes."""
    return f"{entry.dossier}-{entry.seq}"


def name_of(persons: Persons, party: int | None) -> str:
    """A party's name; empty where nobody is named."""
    return str(persons[party].fields.get("C_MC", "")) if party is not None and party in persons else ""


def names_of(persons: Persons, parties: Sequence[int]) -> str:
    """Several parties' names."""
    return "、".join(name for each in parties if (name := name_of(persons, each)))


def paper_of(persons: Persons, party: int | None) -> tuple[str, str]:
    """Kind and number of a party's first paper; empty where nobody is named."""
    papers = persons[party].papers if party is not None and party in persons else ()
    return papers[0] if papers else ("", "")


def sides(dossier: Dossier, persons: Persons, on: date) -> tuple[str, str]:
    """The names of those who asked for enforcement and of those against whom."""
    applicants, debtors = (
        [part.party for part in parties_of(dossier, role, on)] for role in (Role.APPLICANT, Role.DEBTOR)
    )
    return names_of(persons, applicants), names_of(persons, debtors)


def met(dossier: Dossier, on: date) -> str:
    """How far the debt in money was met by a day, in a word; empty where none is owed."""
    claimed, reached = amount_claimed(dossier, on), amount_reached(dossier, on)
    if not claimed:
        return ""
    return "未履行" if not reached else "部分履行" if reached < claimed else "已履行"


def unmet(dossier: Dossier, on: date) -> str:
    """What was still owed in money on a day, in words."""
    answer = owed(dossier, on)
    left = answer.value.outstanding.total if isinstance(answer, Found) else 0
    return f"尚欠 {plain(left)} 元" if left > 0 else ""


def the(dossier: Dossier, thing: int) -> Asset | None:
    """A property as it stands at last."""
    return asset(dossier, thing, date.max)


def owner_of(dossier: Dossier, thing: int) -> int | None:
    """Whose a property is."""
    found = the(dossier, thing)
    return found.found.act.owner if found else None


def title_of(dossier: Dossier, things: Sequence[int]) -> str:
    """What properties are called."""
    return "、".join(found.found.act.name for each in things if (found := the(dossier, each)) is not None)


def serials_of(dossier: Dossier, things: Sequence[int]) -> str:
    """Which of the found properties of the case these are: their serial numbers in their table."""
    known = [each.seq for each in dossier.of(PropertyFound)]
    return ",".join(str(known.index(each) + 1) for each in things if each in known)
