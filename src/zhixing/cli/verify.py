"""`zhixing verify`: check every record entry by entry; name what was altered, is missing or was reordered."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--against",
        type=Path,
        metavar="树首.json",
        help="与此前签署的树首核对，能发现连同哈希链一起改写的过去",
    )
    parser.add_argument("--key", default="", metavar="公钥", help="法院公布的公钥，用来核对树首的签名")
    parser.add_argument("--quiet", action="store_true", help="没有问题时不输出")


def run(args: argparse.Namespace) -> int:
    """Exit 0 when every chain holds, 1 otherwise."""
    from zhixing.cli.django import setup

    setup()
    return check(args)


def check(args: argparse.Namespace) -> int:
    """The work itself, once Django is set up."""
    from zhixing.record import chain
    from zhixing.record.catalogue import installed
    from zhixing.record.models import DossierHead, StoredAct
    from zhixing.record.scope import EVERY_COURT, seeing

    wrong = 0
    with seeing(EVERY_COURT):
        if args.against is not None:
            wrong += _against(args)
        for finding in chain.verify(installed()):
            wrong += 1
            print(finding)
        dossiers, acts = DossierHead.objects.count(), StoredAct.objects.count()
    if wrong:
        print(f"核验 {dossiers} 件卷宗 {acts} 条记录：发现 {wrong} 处问题")
    elif not args.quiet:
        print(f"核验 {dossiers} 件卷宗 {acts} 条记录：全部完好")
    return 1 if wrong else 0


def _against(args: argparse.Namespace) -> int:
    """How many ways the record differs from a head that was kept elsewhere."""
    from zhixing.cli import Trouble
    from zhixing.cli.proof import head_in
    from zhixing.record.heads import rewritten
    from zhixing.record.proof import genuine

    try:
        head = head_in(args.against)
    except ValueError as error:
        raise Trouble(str(error)) from error
    if not genuine(head, args.key):
        print("树首的签名不符：文件被改动过，或者不是这个公钥签署的")
        return 1
    found = rewritten(head)
    for each in found:
        print(each)
    return len(found)
