"""`zhixing demo`: load the demonstration district. Running it again adds only what is missing."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

DEMO_DAY = "2017-06-15"
SHOWN = {
    *(("渝0235", role) for role in ("filing", "officer1", "judge", "director", "president")),
    ("渝02", "director"),
}  # enough to play every part in one court, and to see the whole district
MOST_LOADERS = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--cases", type=int, default=2000, help="装入多少件案件，默认 2000")
    parser.add_argument("--seed", type=int, default=2017, help="随机种子；同一种子总是得到同样的案件")
    parser.add_argument("--share", default="", metavar="几/几", help=argparse.SUPPRESS)  # for its own helpers


def run(args: argparse.Namespace) -> int:
    """Exit 0 when everything went in, 1 when the law refused a generated act (a defect of the generator)."""
    os.environ.setdefault("ZHIXING_TODAY", DEMO_DAY)
    from zhixing.cli.django import setup

    setup()
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        if args.share:
            return _load(args)
        code = _direct(args)
    _show_sign_ins()
    return code


def _direct(args: argparse.Namespace) -> int:
    """Staff the district, then let one loader a processor load a share of its courts each."""
    from zhixing.people.seed import seed_district
    from zhixing.simulate.aid import load_aid
    from zhixing.simulate.clearing import load_clearing
    from zhixing.simulate.district import places
    from zhixing.simulate.lines import line_up
    from zhixing.simulate.models import Loaded
    from zhixing.simulate.money import load_money
    from zhixing.simulate.organisation_life import load_organisation
    from zhixing.simulate.plan_life import load_plan
    from zhixing.simulate.resuming import waiting
    from zhixing.simulate.third_debts import owe_others

    seed_district()
    load_organisation(args.seed)
    load_plan(args.seed)
    before, began = Loaded.objects.filter(seed=args.seed).count(), time.monotonic()
    if before >= args.cases and not waiting(args.seed, places()):
        print("演示法院已经装好，没有新增")
        return 0
    loaders = max(1, min(os.cpu_count() or 1, MOST_LOADERS))
    command = [sys.executable, "-m", "zhixing.cli", "demo", f"--cases={args.cases}", f"--seed={args.seed}"]
    running = [subprocess.Popen([*command, f"--share={part}/{loaders}"]) for part in range(loaders)]
    codes = [each.wait() for each in running]
    line_up(places())
    owe_others(places())
    load_money(args.seed)
    load_aid(args.seed)
    load_clearing(args.seed)
    added = Loaded.objects.filter(seed=args.seed).count() - before
    print(f"已装入 {added} 件案件，用时 {time.monotonic() - began:.0f} 秒")
    return max(codes)


def _load(args: argparse.Namespace) -> int:
    from zhixing.simulate.load import Share, load

    part, of = (int(text) for text in args.share.split("/"))
    report = load(args.cases, args.seed, _progress if part == 0 else _quietly, Share(part, of))
    for guard, count in report.refused.most_common():
        print(f"有 {count} 次被前提“{guard}”拒绝，这是生成器的缺陷", file=sys.stderr)
    return 1 if report.refused else 0


def _show_sign_ins() -> None:
    from zhixing.law.courts import COURTS
    from zhixing.people.seed import PASSWORD, seats, username

    print(f"演示账户，密码都是 {PASSWORD}：")
    for court in COURTS:
        for seat in seats(court):
            if (court.code, seat.role) in SHOWN:
                print(f"  {username(court, seat.role):<14} {court.name} {seat.title}")
    print("  其他法院把 0235 换成该院代码，例如 0101.officer1", flush=True)


def _progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r  案件 {100 * done // max(total, 1)}%", end=end, file=sys.stderr, flush=True)


def _quietly(_done: int, _total: int) -> None:
    """Another loader shows the progress."""
