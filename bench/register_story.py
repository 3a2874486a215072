"""The story of a register: made, imported, killed twice with -9, finished, exported, compared field by field.

`python -m bench.register_story [ROWS]` with ZHIXING_VAR naming an empty state folder; 100,000 rows by default. Ends with exit
code 1 and says where, when anything differs.
"""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from bench.invented_register import write, write_parties

from zhixing.cli.postgres import ensure_running
from zhixing.registers.cells import READERS, Value
from zhixing.registers.fields import MAIN, NUMBER, PARTIES, headings, tables

COMMAND = [sys.executable, "-m", "zhixing.cli"]
KILLED_AT = (0.2, 0.55)  # of the rows, when the import is killed
Row = tuple[tuple[str, Value], ...]


def entered(address: str) -> int:
    """How many cases are there."""
    from zhixing.record.scope import EVERY_COURT

    with psycopg.connect(address) as connection:
        connection.execute("SELECT set_config('app.courts', %s, false)", [",".join(EVERY_COURT)])
        row = connection.execute("SELECT count(*) FROM cases_case").fetchone()
        return int(row[0]) if row else 0


def import_until(path: Path, address: str, wanted: int) -> int:
    """Import until so many cases are there, then kill the command with -9; how many are there then."""
    with subprocess.Popen([*COMMAND, "import", "cases", path], stdout=subprocess.DEVNULL) as running:
        while entered(address) < wanted and running.poll() is None:
            time.sleep(0.5)
        running.send_signal(signal.SIGKILL)
    return entered(address)


def run(*arguments: str | Path) -> int:
    """A command of ours, its words shown; its exit code."""
    return subprocess.run([*COMMAND, *arguments]).returncode


def rows(path: Path, table: str) -> Iterator[Row]:
    """What each row of a file says, typed, in whatever order its columns stand; rows that cannot be read are left out."""
    known = headings(tables()[table])
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            try:
                yield tuple(
                    sorted(
                        (known[name].code, READERS[known[name].kind](text))
                        for name, text in line.items()
                        if text and name in known
                    )
                )
            except ValueError:
                continue


def compare(given: Path, back: Path, table: str) -> int:
    """How many rows differ between two files of one table, ids of links aside."""
    left = sorted(map(str, map(_own, rows(given, table))))
    right = sorted(map(str, map(_own, rows(back, table))))
    missing, more = set(left) - set(right), set(right) - set(left)
    for each in [*sorted(missing)[:3], *sorted(more)[:3]]:
        print("  differs:", each)
    print(f"{table}: {len(left)} rows given, {len(right)} written, {len(missing)} missing, {len(more)} more")
    return len(missing) + len(more) + abs(len(left) - len(right))


def _own(row: Row) -> Row:
    values = dict(row)
    number = values[NUMBER]
    return tuple(sorted({**values, NUMBER: number, "N_AJBS": 0}.items()))


def main() -> int:
    """Tell the story in a database of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(os.environ["ZHIXING_VAR"]) / "story"
    folder.mkdir(parents=True, exist_ok=True)
    address = ensure_running()
    subprocess.run([*COMMAND, "manage", "migrate"], check=True, capture_output=True)
    return 0 if tell(folder, count, address) else 1


def tell(folder: Path, count: int, address: str) -> bool:
    """Tell the story of so many rows in the empty database of that address, DATABASE_URL; whether all is as it should be."""
    path, parties = folder / "register.csv", folder / "register.T_SCZXZXZTXX.csv"
    bad = write(path, count)
    write_parties(parties, count)
    began = time.monotonic()
    killed = [import_until(path, address, int(count * share)) for share in KILLED_AT]
    print(f"killed at {killed} cases", flush=True)
    code = run("import", "cases", path)
    there = entered(address)
    print(
        f"finished: exit code {code}, {there} of {count} cases, {bad} bad, {time.monotonic() - began:.0f} s in all"
    )
    again = run("import", "cases", path)
    twice = entered(address) - there
    print(f"a second time: exit code {again}, {twice} more")
    back = folder / "back.csv"
    run("export", "cases", back, "--persons", "register story")
    rejects = folder / "register-退回.csv"
    refused = {dict(row)[NUMBER] for row in rows_of_rejects(rejects)}
    good = folder / "good.csv"
    keep(path, good, refused)
    keep(parties, folder / "good.parties.csv", refused)
    differing = compare(good, back, MAIN)
    differing += compare(folder / "good.parties.csv", folder / "back.T_SCZXZXZTXX.csv", PARTIES)
    checked = run("verify")
    interrupted = all(0 < each < count - bad for each in killed)
    fine = interrupted and there == count - bad and twice == differing == checked == 0 and code == 1
    print("all as it should be" if fine else "NOT as it should be")
    return fine


def rows_of_rejects(path: Path) -> Iterator[Row]:
    """The numbers of the cases sent back."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            yield ((NUMBER, line["案号"]),)


def keep(path: Path, to: Path, without: set[Value]) -> None:
    """Copy a CSV without the rows of some cases."""
    with (
        path.open(encoding="utf-8-sig", newline="") as file,
        to.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        reader, writer = csv.reader(file), csv.writer(out)
        head = next(reader)
        place = head.index("案号")
        writer.writerow(head)
        writer.writerows(line for line in reader if line[place] not in without)


if __name__ == "__main__":
    sys.exit(main())
