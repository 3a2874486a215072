"""Taking a register in: read, checked, entered through the door in batches, each of which is one transaction.

A batch that was interrupted left nothing behind, one that was committed is known by the digest of each case: so a killed import
goes on where it stopped when it is started again, and a second import of the same file adds nothing. A case whose rows now say
something else is reported and left as it is: what changed is entered by acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast
from zlib import crc32

from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Model

from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumber, OldCaseNumber
from zhixing.law.identities import IdentityError
from zhixing.parties.entering_many import Entered, enter_many
from zhixing.parties.protection import encrypt, keyed_hash
from zhixing.parties.register import NewParty
from zhixing.people.models import Officer
from zhixing.record import clock, door
from zhixing.record.dossier import Actor
from zhixing.record.many_rows import insert_rows, row_of
from zhixing.record.power import Power
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.cells import BadCell, Cell, plain
from zhixing.registers.counters import move_counters
from zhixing.registers.fields import IDENTIFIER, MAIN, NUMBER, PARTIES
from zhixing.registers.gathering import Gathered, gather, read_case, tidy_number
from zhixing.registers.keeping import kept, packed, said
from zhixing.registers.models import TakenOverRow
from zhixing.registers.persons import persons
from zhixing.registers.reading import Sheet, batches
from zhixing.registers.rows import Case, Problem, Row
from zhixing.registers.stating import Known, state
from zhixing.registers.words import Codes

BATCH = 400
Number = CaseNumber | OldCaseNumber
REGISTER = Actor(kind="system", id=0, name="登记册转入", post="系统", powers=(Power.SYSTEM.value,))
DIFFERS = BadCell(
    "本案已经转入，登记内容与上次不同", "已转入的案件不随登记册改变：请恢复原内容，或在案件中办理相应的行为"
)
OURS = BadCell("本院已有此案号的案件", "案件已在本系统办理，请从登记册中删去此行")


@dataclass(slots=True)
class Report:
    """What became of an import: cases entered, cases that were there already, and those sent back with what is wrong."""

    entered: int = 0
    there: int = 0
    rejected: list[Case] = field(default_factory=list)
    orphans: list[Problem] = field(default_factory=list)
    rows_left: dict[tuple[str, int], Row] = field(default_factory=dict)  # the rows of the orphans
    read: int = 0

    def add(self, other: Report) -> None:
        """Count in what another process did; rows in the order of the file."""
        self.entered += other.entered
        self.there += other.there
        self.read += other.read
        self.rejected = sorted([*self.rejected, *other.rejected], key=lambda case: case.main.line)
        self.orphans = sorted([*self.orphans, *other.orphans], key=lambda each: (each.table, each.line))
        self.rows_left |= other.rows_left

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order of the file."""
        return [*(problem for case in self.rejected for problem in case.problems), *self.orphans]


@dataclass(slots=True)
class _Ready:
    """A case that reads well: its court, its number in the one way it is written, and who its parties are."""

    case: Case
    number: Number
    court: str
    persons: list[NewParty | None]
    digest: str
    stated: list[door.Stated] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the tables of the file, its name, the codes of the court, and who is told how far it is."""

    sheets: Mapping[str, Sheet]
    source: str
    codes: Codes = field(default_factory=dict)
    progress: Callable[[Report], None] = lambda _report: None
    part: int = 0
    of: int = 1  # only the cases that fall to this part of so many, so that several processes may import side by side


def import_cases(given: Import) -> Report:
    """Take the register in. The connection must see the courts whose cases it has."""
    officers = dict(Officer.objects.values_list("pk", "name"))
    known = Known(clock.today(), given.codes, officers)
    others, report, met = gather(given.sheets), Report(), dict[str, int]()
    main = given.sheets[MAIN]
    _alone(given)
    for lines in batches(_own(main, given, others), BATCH):
        ready = _read(main, lines, others, (report, met))
        report.add(_taken(_new(ready, report), known, given.source))
        report.read += len(lines)
        given.progress(report)
    _on_disk()
    for table, row in others.left() if given.part == 0 else ():
        trouble = "主表中没有这一行的案件", "请补上案件，或改正案号"
        report.rows_left[table, row.line] = row
        report.orphans.append(Problem(table, row.line, NUMBER, row.text(NUMBER), *trouble))
    return report


def _alone(given: Import) -> None:
    """Wait until no other import works on this part: one that was killed may still be at its last batch."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('registers.import'), %s)", [given.part])


def _on_disk() -> None:
    """Wait for the disk once, at the end: a commit that writes something puts everything before it there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_logical_emit_message(true, 'registers', 'imported')")


def _own(main: Sheet, given: Import, others: Gathered) -> Iterator[tuple[int, Sequence[Cell]]]:
    """The rows of the cases that fall to this part, by their number in whatever writing; what belongs to others is let go."""
    if given.of == 1:
        yield from main.rows
        return
    place = {column.code: place for place, column in enumerate(main.columns) if column}
    for line, cells in main.rows:
        number, identifier = (
            plain(cells[place[code]]) if place.get(code, len(cells)) < len(cells) else ""
            for code in (NUMBER, IDENTIFIER)
        )
        tidy = tidy_number(number)
        if crc32(tidy.encode()) % given.of == given.part:
            yield line, cells
        else:
            others.take(tidy, int(identifier) if identifier.isdecimal() else None)


def _read(
    main: Sheet,
    lines: Iterable[tuple[int, Sequence[Cell]]],
    others: Gathered,
    so_far: tuple[Report, dict[str, int]],
) -> list[_Ready]:
    report, met = so_far
    found = []
    for line, cells in lines:
        case, number = read_case(main, line, cells, others)
        if number is not None:
            first = met.setdefault(number.normal, line)
            if first != line:
                case.blame(
                    case.main, NUMBER, BadCell(f"与第 {first} 行的案号相同", "一件案件只写一行，请核对案号")
                )
        court = _court(case, number)
        if case.problems or number is None or court is None:
            report.rejected.append(case)
            continue
        who = persons(case, court)
        digest = keyed_hash("register", said(case)).hex()
        found.append(_Ready(case, number, court, who, digest))
    return found


def _court(case: Case, number: Number | None) -> str | None:
    if number is None:
        return None
    court = number.court
    if isinstance(court, Found) and number.is_enforcement:
        return court.value.code
    if not isinstance(court, Found):
        case.blame(
            case.main, NUMBER, BadCell("不是本辖区法院的案号", "请核对法院代字；本系统只转入本辖区的案件")
        )
    else:
        case.blame(case.main, NUMBER, BadCell("不是执行案件的案号", "登记册只转入执行案件，请核对类型代字"))
    return None


def _new(ready: Sequence[_Ready], report: Report) -> list[_Ready]:
    """Those that are not there yet; the others are counted, or sent back when they say something else."""
    numbers = [each.number.normal for each in ready]
    there = {(court, number): digest for court, number, digest in _found(TakenOverRow, "digest", numbers)}
    ours = {(court, number) for court, number, _ in _found(CaseRow, "''", numbers)}
    found = []
    for each in ready:
        key = (each.court, each.number.normal)
        if there.get(key) == each.digest:
            report.there += 1
        elif key in there or key in ours:
            each.case.blame(each.case.main, NUMBER, DIFFERS if key in there else OURS)
            report.rejected.append(each.case)
        else:
            found.append(each)
    return found


def _found(model: type[Model], column: str, numbers: Sequence[str]) -> list[tuple[str, str, str]]:
    """Court, number and a column of the rows that have one of these numbers."""
    with connection.cursor() as cursor:  # planned anew each time, for the table grows meanwhile
        cursor.execute(
            f"SELECT court, number, {column} FROM {model._meta.db_table} WHERE number = ANY(%s)",
            [list(numbers)],
        )
        return cast("list[tuple[str, str, str]]", cursor.fetchall())


def _taken(new: Sequence[_Ready], known: Known, source: str) -> Report:
    """What became of these cases, in one transaction; what the database or a guard will not have is found by halving."""
    found = Report()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # Nothing is reported as entered before the end. Should the machine fail meanwhile, the last batches are there whole
            # or not at all, and come in when the import is run again.
            cursor.execute("SET LOCAL synchronous_commit = off")
            _enter(new, known, source, found)
    except (DataError, IntegrityError, door.Refused) as error:
        found = Report(rejected=[each.case for each in new if each.case.problems])
        rest = [each for each in new if not each.case.problems]
        if len(new) == 1 and rest:
            why = str(error).splitlines()[0]
            new[0].case.blame(new[0].case.main, NUMBER, BadCell(f"不能存入：{why}", "请按所述原因核对本行"))
            return Report(rejected=[new[0].case])
        half = (len(rest) + 1) // 2
        for part in filter(None, (rest[:half], rest[half:])):
            found.add(_taken(part, known, source))
    return found


def _enter(new: Sequence[_Ready], known: Known, source: str, report: Report) -> None:
    """Enter these cases; those that contradict themselves, or whose parties cannot be entered, are sent back."""
    good = []
    for each in new:
        each.stated = state(each.case, each.number, _placeholders(each), known)
        if each.case.problems:
            report.rejected.append(each.case)
        else:
            good.append(each)
    entered = _parties(good)
    taken: list[tuple[_Ready, door.TakenFile, bytes]] = []
    for each, parties in zip(good, entered, strict=True):
        _blame_parties(each, parties)
        if each.case.problems:
            report.rejected.append(each.case)
            continue
        numbers = [party if isinstance(party, int) else None for party in parties]
        taken.append((each, *_file(each, numbers, known, source)))
    dossiers = door.take_over([file for _, file, _ in taken]) if taken else []
    insert_rows(
        TakenOverRow,
        [
            row_of(
                TakenOverRow,
                dossier_id=dossier.id,
                court=each.court,
                number=each.number.normal,
                digest=each.digest,
                sheet=sheet,
            )
            for dossier, (each, _, sheet) in zip(dossiers, taken, strict=True)
        ],
    )
    move_counters(each.number for each, _, _ in taken)
    report.entered += len(taken)


def _placeholders(ready: _Ready) -> list[int | None]:
    return [None if each is None else -place for place, each in enumerate(ready.persons, start=1)]


def _parties(ready: Sequence[_Ready]) -> list[list[Entered | None]]:
    """The parties of each case, as numbers of the parties' register of its court."""
    wanted: dict[str, list[NewParty]] = {}
    for each in ready:
        wanted.setdefault(each.court, []).extend(person for person in each.persons if person is not None)
    entered = {court: iter(enter_many(court, wanted[court])) for court in sorted(wanted) if wanted[court]}
    return [
        [None if person is None else next(entered[each.court]) for person in each.persons] for each in ready
    ]


def _blame_parties(ready: _Ready, parties: Sequence[Entered | None]) -> None:
    for row, party in zip(ready.case.of(PARTIES), parties, strict=True):
        if isinstance(party, IdentityError):
            ready.case.blame(row, "C_MC", BadCell(f"{party.what}（{party.where}）", party.mend), PARTIES)


def _file(
    ready: _Ready, parties: Sequence[int | None], known: Known, source: str
) -> tuple[door.TakenFile, bytes]:
    # Without parties nothing in the acts waited for their numbers.
    stated = state(ready.case, ready.number, parties, known) if any(parties) else ready.stated
    rows, sheet = kept(ready.case)
    act = CaseTakenOver(
        number=ready.number.normal, source=source, stated=len(stated), digest=ready.digest, rows=rows
    )
    by = Actor(
        kind="system", id=0, name=REGISTER.name, post=REGISTER.post, court=ready.court, powers=REGISTER.powers
    )
    opening = door.Step(act=act, by=by, on=known.today)
    return door.TakenFile(ready.court, opening, stated), encrypt(packed(sheet)) if sheet else b""
