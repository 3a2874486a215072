"""`zhixing clearance import FILE… --campaign N --as USER`: registers of old case money are taken in, each line once.

`zhixing clearance show N`: how far a campaign has come, and its lines, for the joint check. No payer is named.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="import|show")
    take = actions.add_parser(
        "import", help="登记暂存款登记册（CSV、XLSX）：整份登记，同一笔再次登记不会重复"
    )
    take.add_argument("--as", dest="username", required=True, metavar="用户名", help="登记的财务人员")
    take.add_argument(
        "--campaign", type=int, required=True, metavar="N", help="案款清理的卷宗号（页面地址里的数）"
    )
    take.add_argument("files", metavar="FILE", nargs="+", type=Path)
    show = actions.add_parser("show", help="清理进度和明细，供联合抽查")
    show.add_argument("campaign", type=int, metavar="N", help="案款清理的卷宗号")
    show.add_argument("--kind", default="", metavar="结论", help="只列这一结论的明细；all 全部列出")
    show.add_argument("--csv", action="store_true", help="明细以 CSV 输出（UTF-8）")


def run(args: argparse.Namespace) -> int:
    """Say of each file what was registered; 1 where one is refused, 2 where one cannot be opened; `show` as its module says."""
    if args.action == "show":
        from zhixing.cli.clearance_show import show

        return show(args.campaign, args.kind, as_csv=args.csv)
    return _taken_in(args)


def _taken_in(args: argparse.Namespace) -> int:
    from zhixing.cli.accountant import accountant

    who = accountant(args.username)
    if who is None:
        return 2
    officer, court = who
    from zhixing.funds.clearance.models import ClearanceRow
    from zhixing.funds.clearance.register import take_in
    from zhixing.funds.statement import StatementRefused
    from zhixing.people.powers import actor
    from zhixing.record import clock, door
    from zhixing.record.scope import seeing

    code, by = 0, actor(officer, court, clock.today(), strong=False)
    with seeing([court]):
        row = ClearanceRow.objects.filter(court=court, dossier_id=args.campaign).first()
        if row is None:
            print(f"本院没有卷宗号为 {args.campaign} 的案款清理，请核对", file=sys.stderr)
            return 1
        for path in args.files:
            try:
                new, there = take_in(row, path.name, path.read_bytes(), by, clock.today())
            except OSError as error:
                print(f"打不开文件 {path}（{error.strerror}），请核对文件名和权限", file=sys.stderr)
                return 2
            except StatementRefused as refused:
                print(f"{path}：{refused}", file=sys.stderr)
                code = 1
            except door.Refused as refused:
                print(f"{path}：{refused.refusals[0].told}", file=sys.stderr)
                code = 1
            else:
                print(f"{path}：登记 {new} 笔，已有 {there} 笔")
    return code
