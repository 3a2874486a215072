"""An import by several processes, each of which takes its part of the cases; and what they tell, put together.

They are forked from a process that has read in everything: to start anew takes each some three seconds. Nothing of Django is
imported before it is set up: that is why this stands here and not in the room.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext
from pathlib import Path
from typing import TYPE_CHECKING, cast

from zhixing.cli import Trouble

if TYPE_CHECKING:
    from zhixing.registers.importing import Report

Progress = Callable[[int, int], None]  # rows read, rows sent back
Said = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """What each process is told: the file, the codes, its part, and who waits for it."""

    path: Path
    codes: Mapping[tuple[str, str], str]
    part: int
    of: int
    parent: int


def import_side_by_side(
    path: Path, codes: Mapping[tuple[str, str], str], processes: int, progress: Progress
) -> Report:
    """Import a register by that many processes; cases are not entered in the order of the file. Trouble when one of them died."""
    from zhixing.registers.importing import Report

    context = forking()
    running, ends = [], []
    for part in range(processes):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(Part(path, codes, part, processes, os.getpid()), there))
        process.start()
        there.close()
        running.append(process)
        ends.append(cast("Connection[object, object]", here))
    report, said = Report(), dict[int, Said]()
    waiting = list(ends)
    while waiting:
        for end in [each for each in wait(waiting) if isinstance(each, Connection)]:
            try:
                told = end.recv()
            except EOFError:
                waiting.remove(end)
                continue
            if isinstance(told, Report):
                report.add(told)
            else:
                said[ends.index(end)] = cast(Said, told)
                progress(sum(read for read, _ in said.values()), sum(back for _, back in said.values()))
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        raise Trouble(
            "\n有一个导入进程中止了，原因见上。已转入的不会丢失；排除原因后再运行一次，从中断处继续。"
        )
    return report


def _work(task: Part, end: Connection[object, object]) -> None:
    from zhixing.record.scope import EVERY_COURT, seeing
    from zhixing.registers.importing import Import, import_cases
    from zhixing.registers.reading import open_register

    def tell(so_far: Report) -> None:
        if os.getppid() != task.parent:  # the command was killed: nobody waits any more
            raise SystemExit(1)
        end.send((so_far.read, len(so_far.rejected)))

    given = Import(open_register(task.path), task.path.name, task.codes, tell, task.part, task.of)
    with seeing(EVERY_COURT):
        end.send(import_cases(given))


def forking() -> ForkContext:
    """Where processes come from that find everything read in, and open connections of their own; Django must be set up."""
    from django.db import connections

    from zhixing.record.catalogue import installed
    from zhixing.record.read_model import installed_read_models

    installed()
    installed_read_models()
    connections.close_all()
    lighten()
    return multiprocessing.get_context("fork")


def lighten() -> None:
    """Let the collector of cycles pass over what lives as long as the program, and come round less often."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
