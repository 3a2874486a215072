"""`zhixing token create|list|revoke`: the keys by which other systems use the API as an officer."""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="create|list|revoke")
    create = actions.add_parser("create", help="建立令牌；令牌只显示这一次")
    create.add_argument("user", metavar="用户名")
    create.add_argument("--name", required=True, metavar="用途")
    create.add_argument("--power", action="append", metavar="职权", help="可重复；不写则为本人的全部职权")
    create.add_argument("--court", action="append", metavar="法院代码", help="可重复；不写则为本人的法院")
    create.add_argument("--expires", metavar="日期", help="最后一日，默认九十天后，最长一年")
    listing = actions.add_parser("list", help="列出令牌")
    listing.add_argument("user", nargs="?", metavar="用户名")
    revoke = actions.add_parser("revoke", help="撤销令牌")
    revoke.add_argument("number", type=int, metavar="编号")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 2 on bad input."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.api.tokens import BadToken

    try:
        return {"create": _create, "list": _list, "revoke": _revoke}[args.action](args)
    except (BadToken, ValueError) as error:
        print(error, file=sys.stderr)
        return 2


def _create(args: argparse.Namespace) -> int:
    from zhixing.api.tokens import make
    from zhixing.people.models import Officer
    from zhixing.people.powers import powers_by_court
    from zhixing.record import clock
    from zhixing.record.power import Power

    officer = Officer.objects.filter(username=args.user).first()
    if officer is None:
        raise ValueError(f"没有用户“{args.user}”，请核对用户名")
    held = powers_by_court(officer, clock.today())
    courts = args.court or sorted(held)
    own = frozenset().union(*(held.get(court, frozenset()) for court in courts))
    powers = {Power(text) for text in args.power} if args.power else own
    expires = date.fromisoformat(args.expires) if args.expires else clock.today() + timedelta(days=90)
    token, text = make(officer, args.name, powers=powers, courts=courts, expires_on=expires)
    print(text)
    print(f"令牌 {token.pk} 有效至 {expires}，请立即妥善保存，以后不再显示", file=sys.stderr)
    return 0


def _list(args: argparse.Namespace) -> int:
    from zhixing.api.models import Token

    found = Token.objects.select_related("officer").order_by("pk")
    for token in found.filter(officer__username=args.user) if args.user else found:
        used = f"{token.last_used_at:%Y-%m-%d %H:%M}" if token.last_used_at else "未用过"
        state = "已撤销" if token.revoked_at else f"至 {token.expires_on}"
        print(f"{token.pk:>4}  {token.officer.username}  {token.name}  {state}  上次使用 {used}")
    return 0


def _revoke(args: argparse.Namespace) -> int:
    from zhixing.api.models import Token
    from zhixing.api.tokens import revoke

    token = Token.objects.filter(pk=args.number).first()
    if token is None:
        raise ValueError(f"没有编号为 {args.number} 的令牌，用 zhixing token list 查看")
    revoke(token)
    print(f"令牌 {token.pk} 已撤销")
    return 0
