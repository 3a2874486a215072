"""`zhixing rebuild [--check]`: drop and fill the read models from the acts, or say where they differ."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--check", action="store_true", help="只核对，不改动；有不符则以 1 退出")


def run(args: argparse.Namespace) -> int:
    """Work through all dossiers in batches, with progress."""
    from zhixing.cli.django import setup

    setup()
    from django.db import transaction

    from zhixing.record import door, read_model
    from zhixing.record.models import DossierHead
    from zhixing.record.scope import EVERY_COURT, seeing

    wrong = 0
    with seeing(EVERY_COURT):
        numbers = list(DossierHead.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(numbers), BATCH):
            with transaction.atomic():
                dossiers = door.read_many(numbers[start : start + BATCH])
                if args.check:
                    for line in read_model.differences(dossiers):
                        wrong += 1
                        print(line)
                else:
                    read_model.refill(dossiers)
            _progress(min(start + BATCH, len(numbers)), len(numbers))
    if args.check:
        print(f"核对 {len(numbers)} 件卷宗：{'全部相符' if not wrong else f'{wrong} 处不符'}")
    else:
        print(f"已重建 {len(numbers)} 件卷宗的读模型")
    return 1 if wrong else 0


BATCH = 200


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr)
