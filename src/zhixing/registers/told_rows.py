"""What rows of the national tables are made with: keys and names, how far a debt was met, values as a file holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.cells import Value
from zhixing.registers.fields import FOUND, Kind, tables
from zhixing.registers.rows import Values

LONGEST = 300  # signs of a text column


@dataclass(frozen=True, slots=True)
class Person:
    """A party as exports name it: its fields in the table of parties, papers by kind and number, accounts by their key."""

    fields: Values = field(default_factory=dict)
    papers: Sequence[tuple[str, str]] = ()
    accounts: Mapping[int, str] = field(default_factory=dict)
    banks: Mapping[int, str] = field(default_factory=dict)  # that keep the accounts, where known


Persons = Mapping[int, Person]
Row = tuple[str, Values]
Cell = Value | date | bool | None
Said = Mapping[str, Cell]
Made = Iterator[tuple[str, str, Said]]  # table, its column of serial numbers (empty: none), values
Make = Callable[[Dossier, Entry[Act], Persons], Made]


def last_stated(dossier: Dossier) -> int:
    """The last entry that a register stated, whose rows are kept as it wrote them; 0 for a case begun here."""
    taken = dossier.first(CaseTakenOver)
    return taken.seq + taken.act.stated if taken else 0


def made_by(makes: Mapping[type[Act], Make], dossier: Dossier, persons: Persons) -> Made:
    """The rows that the entries made here make, each by its type."""
    stated = last_stated(dossier)
    for entry in dossier.entries:
        make = makes.get(type(entry.act))
        if make is not None and entry.seq > stated:
            yield from make(dossier, entry, persons)


def already(dossier: Dossier) -> Counter[str]:
    """How many rows of each table a register stated: what is done here is numbered after them."""
    taken = dossier.first(CaseTakenOver)
    return Counter(row.table for row in taken.act.rows) if taken else Counter()


def numbered(made: Made, dossier: Dossier) -> Iterator[Row]:
    """Rows as a file holds them: empty values left out, each numbered within its table."""
    serials = already(dossier)
    for table, serial, said in made:
        columns = tables()[table].by_code()
        values = {
            code: _value(value, columns[code].kind)
            for code, value in said.items()
            if value is not None and value != ""
        }
        if serial:
            serials[table] += 1
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
    return numbers_of(dossier, PropertyFound, FOUND, things)


def numbers_of(dossier: Dossier, kind: type[Act], table: str, entries: Sequence[int]) -> str:
    """The serial numbers of these entries of a kind in its table, separated by commas."""
    known, before = [each.seq for each in dossier.of(kind)], already(dossier)[table]
    return ",".join(str(before + known.index(each) + 1) for each in entries if each in known)
