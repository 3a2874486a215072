"""`zhixing psql [--superuser] [-- psql's own arguments]`: the database by hand."""

from __future__ import annotations

import argparse

from zhixing.cli.postgres import shell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `zhixing psql` takes."""
    parser.add_argument("--superuser", action="store_true", help="以内置数据库的超级用户登录")
    parser.add_argument("arguments", nargs="*", help="交给 psql 的参数，写在 -- 之后")


def run(args: argparse.Namespace) -> int:
    """Open psql; its exit code."""
    return shell(superuser=args.superuser, arguments=args.arguments)
