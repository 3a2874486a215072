"""`zhixing export cases FILE`: write the cases as a register, in the form that `zhixing import cases` takes in."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="cases")
    cases = actions.add_parser("cases", help="导出案件登记册")
    cases.add_argument("file", type=Path, metavar="文件", help=".xlsx；或 .csv，其他各表和字段说明写在旁边")
    cases.add_argument("--court", action="append", default=[], metavar="法院代字", help="只导出此院；可重复")
    cases.add_argument(
        "--persons", default="", metavar="理由", help="写出姓名、证件等个人信息的理由；不写则留空"
    )


def run(args: argparse.Namespace) -> int:
    """Exit 0; 2 when the arguments are wrong."""
    from zhixing.cli.django import setup
    from zhixing.law.courts import COURTS

    known = {court.code for court in COURTS}
    strange = [code for code in args.court if code not in known]
    if strange:
        print(f"没有代字为“{'、'.join(strange)}”的法院。本辖区：{'、'.join(sorted(known))}", file=sys.stderr)
        return 2
    if args.file.suffix.lower() not in (".csv", ".xlsx") or not args.file.parent.is_dir():
        print(f"不能写到 {args.file}。请给出已有目录里的 .csv 或 .xlsx 文件名", file=sys.stderr)
        return 2
    setup()
    from zhixing.record.scope import EVERY_COURT, seeing
    from zhixing.registers.exporting import Export, export_cases
    from zhixing.registers.fields import tables

    began = time.monotonic()
    with seeing(EVERY_COURT):
        counts = export_cases(Export(args.file, args.court or EVERY_COURT, args.persons, _progress))
    for code, count in counts.items():
        print(f"{tables()[code].name} {count} 行")
    print(f"已写到 {args.file}，用时 {time.monotonic() - began:.1f} 秒")
    return 0


def _progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r  案件 {done}/{total}", end=end, file=sys.stderr, flush=True)
