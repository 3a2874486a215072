"""`zhixing distribution recompute FILE.json|-`: a party works a published plan out again, from its inputs alone.

Prints the same working as the plan. Exit 1: the result differs (each difference on stderr); 2: the file is not understood.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from zhixing.funds.distribution.published import differences, read, recomputed
from zhixing.funds.distribution.working import printed
from zhixing.law.money import yuan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    action = parser.add_subparsers(dest="action", required=True)
    recompute = action.add_parser("recompute", help="按公布的数据重新计算分配方案，并与公布的结果核对")
    recompute.add_argument("file", metavar="FILE", help="分配页面下载的 JSON 文件；写 - 从标准输入读取")


def run(args: argparse.Namespace) -> int:
    """Print the working; 0 when it agrees with what was published, 1 when not, 2 when the file cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
        found = read(raw)
        computed = recomputed(found)
    except OSError as error:
        print(f"{args.file}：读不到文件（{error.strerror}），请核对文件名", file=sys.stderr)
        return 2
    except (msgspec.DecodeError, ValueError) as error:
        print(f"{args.file}：不是可以重算的分配方案：{error}", file=sys.stderr)
        return 2
    for line in printed(computed, [(each.name, yuan(each.amount)) for each in found.pots]):
        print(line)
    departs = [str(each) for each in differences(found, computed)]
    for each in departs:
        print(each, file=sys.stderr)
    if not departs:
        print("重算与公布的分配结果一致")
    return 1 if departs else 0
