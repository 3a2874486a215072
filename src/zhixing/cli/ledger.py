"""`zhixing ledger check`: do vouchers, balances, bank statements and acts agree?"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check")
    check = actions.add_parser("check", help="核对凭证、余额、银行对账单与卷宗是否一致")
    check.add_argument("--court", metavar="代字", help="只核对一个法院，如 渝0235")


def run(args: argparse.Namespace) -> int:
    """Print each break; 1 when there is one."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.funds.ledger import breaks, counts
    from zhixing.record.scope import EVERY_COURT, seeing

    courts = (args.court,) if args.court else EVERY_COURT
    with seeing(EVERY_COURT):
        found = list(breaks(courts))
        vouchers, accounts = counts(courts)
    for each in found:
        print(each)
    if found:
        print(f"有 {len(found)} 处不符，请逐一查明")
        return 1
    print(f"核对 {vouchers} 张凭证、{accounts} 个账户：借贷平衡，凭证连号，与银行对账单、卷宗一致")
    return 0
