"""`zhixing rebuild [--check]`: make the read models say what the acts say, or say where they differ.

Several processes share the dossiers, in batches each of which is one transaction: one that is interrupted is started again and
finds the finished batches right.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from zhixing.cli.import_parts import forking

BATCH = 400


@dataclass(frozen=True, slots=True)
class Batch:
    """Some dossiers of one court, and whether they are only compared."""

    court: str
    numbers: Sequence[int]
    check: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a batch: dossiers, their acts, parts of tables that were written again, lines on what differs."""

    dossiers: int
    acts: int
    mended: int = 0
    wrong: list[str] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--check", action="store_true", help="只核对，不改动；有不符则以 1 退出")
    parser.add_argument(
        "--processes", type=int, default=min(os.cpu_count() or 1, 4), metavar="N", help="几个进程一起做"
    )


def run(args: argparse.Namespace) -> int:
    """Work through all dossiers in batches, with progress. Exit 1 when --check found differences."""
    from zhixing.cli.django import setup

    setup()
    began = time.monotonic()
    batches = _batches(check=args.check)
    total = sum(len(batch.numbers) for batch in batches)
    dossiers = acts = mended = wrong = 0
    with forking().Pool(args.processes) as pool:
        for done in pool.imap_unordered(_work, batches):
            dossiers, acts, mended = dossiers + done.dossiers, acts + done.acts, mended + done.mended
            wrong += len(done.wrong)
            for line in done.wrong:
                print(line)
            _progress(dossiers, total)
    spent = time.monotonic() - began
    if args.check:
        print(f"核对 {dossiers} 件卷宗：{'全部相符' if not wrong else f'{wrong} 处不符'}")
    else:
        print(f"已重建 {dossiers} 件卷宗的读模型，改写 {mended} 处")
    print(f"{acts} 条记录，用时 {spent:.1f} 秒", file=sys.stderr)
    return 1 if wrong else 0


def _batches(*, check: bool) -> list[Batch]:
    """All dossiers, court by court: PostgreSQL then compares each row with one court instead of all."""
    from zhixing.record.models import DossierHead
    from zhixing.record.scope import EVERY_COURT, seeing

    found: dict[str, list[int]] = {}
    with seeing(EVERY_COURT):
        for number, court in DossierHead.objects.order_by("pk").values_list("pk", "court"):
            found.setdefault(court, []).append(number)
    return [
        Batch(court, numbers[start : start + BATCH], check)
        for court, numbers in found.items()
        for start in range(0, len(numbers), BATCH)
    ]


def _work(batch: Batch) -> Done:
    from django.db import connection, transaction

    from zhixing.record import door, read_model
    from zhixing.record.scope import seeing

    with seeing([batch.court]), transaction.atomic():
        if batch.check:  # acts and rows as they stood at one moment, whatever is entered meanwhile
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        dossiers = door.read_many(batch.numbers, lock=not batch.check)
        acts = sum(len(dossier.recorded) for dossier in dossiers)
        if batch.check:
            return Done(len(dossiers), acts, wrong=list(read_model.differences(dossiers)))
        return Done(len(dossiers), acts, mended=read_model.refill(dossiers))


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr)
