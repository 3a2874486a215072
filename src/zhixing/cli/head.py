"""`zhixing head sign|show|key`: the signed heads of the record. One kept elsewhere proves later that nothing was rewritten."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="sign|show|key")
    for name, does in (("sign", "现在签署树首，输出 JSON"), ("show", "输出最近签署的树首")):
        action = actions.add_parser(name, help=does)
        action.add_argument("court", metavar="法院代码", help="如 渝0235")
    actions.add_parser("key", help="输出本平台签名的公钥")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 2 when there is nothing to sign or to show."""
    from zhixing.cli.django import setup

    setup()
    import msgspec

    from zhixing.record.heads import SealTrouble, heads, public_key, sign
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        try:
            if args.action == "key":
                print(public_key())
                return 0
            found = [sign(args.court)] if args.action == "sign" else heads(args.court)[:1]
        except SealTrouble as trouble:
            print(trouble, file=sys.stderr)
            return 2
    if not found:
        print(f"法院 {args.court} 还没有签署过树首，用 zhixing head sign {args.court} 签署", file=sys.stderr)
        return 2
    print(msgspec.json.format(msgspec.json.encode(found[0])).decode())
    return 0
