"""Cases written as a register: the files that were taken in, with what has been done here since, and the cases begun here.

Rows are told dossier by dossier and spooled a table to a file, so that a register of any size is written in little memory.
What identifies persons is written only for a stated reason, and then every case is noted as looked at.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zhixing.cases.models import CaseRow
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import CaseParty, Party, PartyKind
from zhixing.parties.protection import decrypt
from zhixing.parties.register import ACCOUNT
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier
from zhixing.record.fields import held
from zhixing.record.models import Look
from zhixing.record.sealed import unsealed
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.cells import READERS, Value, written
from zhixing.registers.fields import IDENTIFIER, KEY, MAIN, NUMBER, Table, tables
from zhixing.registers.keeping import Sheet, restored, unpacked
from zhixing.registers.models import TakenOverRow
from zhixing.registers.reading import DEFINITIONS
from zhixing.registers.rows import Values
from zhixing.registers.sheets import Line, write_csv, write_workbook
from zhixing.registers.told import told
from zhixing.registers.told_assets import asset_rows
from zhixing.registers.told_course import case_rows
from zhixing.registers.told_money import money_rows
from zhixing.registers.told_property import property_rows
from zhixing.registers.told_rechecks import recheck_rows
from zhixing.registers.told_rows import Person, Persons

BATCH = 400
DEFINED = ("表代码", "表名", "字段代码", "字段名", "内容", "含个人信息")


@dataclass(frozen=True, slots=True)
class Export:
    """Where to, of which courts, for which reason persons are named (none: they are not), and who is told how far it is."""

    path: Path
    courts: Sequence[str]
    reason: str = ""
    progress: Callable[[int, int], None] = lambda _done, _all: None


@dataclass(slots=True)
class _Spool:
    """Rows of each table, as CSV in a folder that is thrown away."""

    folder: Path
    files: dict[str, list[list[str]]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def put(self, table: Table, values: Values) -> None:
        """Keep one row."""
        self.files.setdefault(table.code, []).append(
            [written(values.get(column.code)) for column in table.columns]
        )
        self.counts[table.code] = self.counts.get(table.code, 0) + 1

    def flush(self) -> None:
        """Write what is kept in memory to the folder."""
        for code, lines in self.files.items():
            with (self.folder / code).open("a", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(lines)
        self.files.clear()

    def lines(self, table: Table) -> Iterator[Line]:
        """The rows of a table, typed again."""
        path = self.folder / table.code
        if not path.exists():
            return
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.reader(file):
                yield [_typed(table, place, text) for place, text in enumerate(line)]


def _typed(table: Table, place: int, text: str) -> Value | None:
    return READERS[table.columns[place].kind](text) if text else None


def export_cases(given: Export) -> dict[str, int]:
    """Write the register; how many rows each table has. The connection must see the courts."""
    numbers = list(
        CaseRow.objects.filter(court__in=given.courts)
        .exclude(number="")
        .order_by("dossier_id")
        .values_list("dossier_id", flat=True)
    )
    with tempfile.TemporaryDirectory() as folder:
        spool = _Spool(Path(folder))
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            _spool(batch, spool, given)
            spool.flush()
            given.progress(min(start + BATCH, len(numbers)), len(numbers))
        _write(given.path, spool)
    return spool.counts


def _spool(numbers: Sequence[int], spool: _Spool, given: Export) -> None:
    named = bool(given.reason)
    sheets: dict[int, Sheet] = {}
    if named:
        kept = TakenOverRow.objects.filter(dossier_id__in=numbers).values_list("dossier_id", "sheet")
        sheets = {number: unpacked(decrypt(bytes(sheet))) for number, sheet in kept if sheet}
    persons = _persons(numbers) if named else {}
    dossiers = door.read_many(numbers)
    for dossier in dossiers:
        for code, values in _case(dossier, sheets.get(dossier.id, {}), persons, named=named):
            spool.put(tables()[code], values)
    if named:
        Look.objects.bulk_create(
            Look(
                dossier_id=dossier.id,
                court=dossier.court,
                officer=0,
                name="登记册导出",
                at=clock.now(),
                page=f"导出登记册，含个人信息：{given.reason}"[:200],
            )
            for dossier in dossiers
        )


def _case(dossier: Dossier, sheet: Sheet, persons: Persons, *, named: bool) -> Iterator[tuple[str, Values]]:
    taken = dossier.first(CaseTakenOver)
    given = list(restored(taken.act.rows, sheet)) if taken else []
    main = told(dossier, next((values for code, values in given if code == MAIN), {}))
    yield MAIN, main
    link: Values = {code: main[code] for code in (IDENTIFIER, NUMBER) if code in main}
    for code, values in given:
        if code != MAIN:
            yield code, {**link, **values}
    identifiers = unsealed(dossier.court, _tokens(dossier)) if named else {}
    for code, values in (
        *case_rows(dossier, persons),
        *property_rows(dossier, identifiers),
        *asset_rows(dossier, persons),
        *recheck_rows(dossier, persons),
        *money_rows(dossier, persons),
    ):
        columns = tables()[code].by_code()
        # Without a stated reason nobody is named: a party is then its role alone.
        yield (
            code,
            {**link, **{c: v for c, v in values.items() if persons or not columns[c].person or c in _ROLES}},
        )


def _tokens(dossier: Dossier) -> set[str]:
    """The keyed hashes of identifiers that the record names."""
    kinds = ("sealed", "told")
    return {str(each) for entry in dossier.recorded for kind in kinds for each in held(entry.act, kind)}


_ROLES = ("C_DSRFLDW", "C_YAFLDW", "N_XH", KEY)


def _persons(numbers: Sequence[int]) -> dict[int, Person]:
    """The parties of these cases, with their papers in full."""
    named = CaseParty.objects.filter(dossier_id__in=numbers).values("party_id")
    found = {}
    for party in Party.objects.filter(pk__in=named).prefetch_related("identities"):
        papers = [
            (row.paper, decrypt(bytes(row.cipher)))
            for row in party.identities.all()
            if row.paper in IDENTIFYING and row.retired_at is None
        ]
        fields: Values = {
            "C_MC": party.name,
            "C_LX": PartyKind(party.kind).label,
            "C_DZ": party.address,
            "C_SDDZ": party.service_address,
            "C_XB": party.sex,
        }
        accounts = {
            row.pk: decrypt(bytes(row.cipher)) for row in party.identities.all() if row.paper == ACCOUNT
        }
        banks = {row.pk: row.bank for row in party.identities.all() if row.bank}
        filled = {code: value for code, value in fields.items() if value}
        found[party.pk] = Person(filled, papers, accounts, banks)
    return found


def _write(path: Path, spool: _Spool) -> None:
    filled = [table for table in tables().values() if table.code == MAIN or table.code in spool.counts]
    if path.suffix.lower() == ".csv":
        for old in path.parent.glob(f"{path.stem}.T_*.csv"):
            old.unlink()  # of an earlier export to the same name
        for table in filled:
            place = path if table.code == MAIN else path.with_name(f"{path.stem}.{table.code}.csv")
            write_csv(place, _head(table), spool.lines(table))
        write_csv(path.with_name(f"{path.stem}.{DEFINITIONS}.csv"), DEFINED, definitions(filled))
        return
    sheets: dict[str, tuple[Sequence[str], Iterator[Line]]] = {
        table.name: (_head(table), spool.lines(table)) for table in filled
    }
    write_workbook(path, {**sheets, DEFINITIONS: (DEFINED, definitions(filled))})


def _head(table: Table) -> list[str]:
    return [f"{column.name}({column.code})" for column in table.columns]


def definitions(filled: Sequence[Table]) -> Iterator[Line]:
    """One line for each field: what it is called and what it holds."""
    for table in filled:
        for column in table.columns:
            person = "是" if column.person else ""
            yield table.code, table.name, column.code, column.name, column.kind.label, person
