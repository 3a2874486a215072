"""`zhixing import cases FILE`: take in a register of cases. Running it again goes on where it stopped, and adds nothing twice."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from zhixing.cli.import_parts import import_side_by_side, lighten

if TYPE_CHECKING:
    from zhixing.registers.importing import Report

SHOWN = 20  # problems told on the screen; all of them stand in the file of rejects


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="cases")
    cases = actions.add_parser("cases", help="导入案件登记册")
    cases.add_argument(
        "file", type=Path, metavar="文件", help="主表 .csv（其他表为旁边的 文件名.表名.csv）或 .xlsx"
    )
    cases.add_argument("--codes", type=Path, metavar="代码表", help="本院的代码表 .csv：字段、代码、词三列")
    cases.add_argument(
        "--processes", type=int, default=min(os.cpu_count() or 1, 4), metavar="N", help="几个进程一起导入"
    )
    cases.add_argument("--rejects", type=Path, metavar="文件", help="退回文件；默认写在登记册旁边")


def run(args: argparse.Namespace) -> int:
    """Exit 0 when every row is in, 1 when rows were sent back, 2 when the file cannot be read."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.record.scope import EVERY_COURT, seeing
    from zhixing.registers.importing import Import, import_cases
    from zhixing.registers.reading import BadFile, decoded, open_register
    from zhixing.registers.rejecting import rejects_path, write_rejects
    from zhixing.registers.words import read_codes

    began = time.monotonic()
    try:
        codes = read_codes(decoded(args.codes.read_bytes(), args.codes.name)) if args.codes else {}
        sheets = open_register(args.file)
    except (BadFile, ValueError, OSError) as error:
        print(f"没有导入：{error}", file=sys.stderr)
        return 2
    if args.processes > 1:
        report = import_side_by_side(args.file, codes, args.processes, _progress)
    else:
        lighten()
        given = Import(
            sheets, args.file.name, codes, lambda so_far: _progress(so_far.read, len(so_far.rejected))
        )
        with seeing(EVERY_COURT):
            report = import_cases(given)
    print(file=sys.stderr)
    spent = time.monotonic() - began
    print(
        f"读了 {report.read} 行：转入 {report.entered} 件，早已转入 {report.there} 件，退回 {len(report.rejected)} 件；"
        f"用时 {spent:.1f} 秒"
    )
    _tell(report)
    written = write_rejects(args.rejects or rejects_path(args.file), report, sheets)
    for path in written:
        print(f"退回的行写在 {path}，改正后可再导入")
    return 1 if written else 0


def _tell(report: Report) -> None:
    problems = report.problems
    for each in problems[:SHOWN]:
        print(
            f"  {each.table} 第 {each.line} 行 {each.column}“{each.value}”：{each.reason}。{each.mend}",
            file=sys.stderr,
        )
    if len(problems) > SHOWN:
        print(f"  另有 {len(problems) - SHOWN} 处，见退回文件", file=sys.stderr)


def _progress(read: int, rejected: int) -> None:
    print(f"\r  已读 {read} 行，退回 {rejected} 件", end="", file=sys.stderr, flush=True)
