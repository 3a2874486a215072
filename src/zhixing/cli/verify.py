"""`zhixing verify`: check every record entry by entry; name what was altered, is missing or was reordered."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
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
        for finding in chain.verify(installed()):
            wrong += 1
            print(finding)
        dossiers, acts = DossierHead.objects.count(), StoredAct.objects.count()
    if wrong:
        print(f"核验 {dossiers} 件卷宗 {acts} 条记录：发现 {wrong} 处问题")
    elif not args.quiet:
        print(f"核验 {dossiers} 件卷宗 {acts} 条记录：全部完好")
    return 1 if wrong else 0
