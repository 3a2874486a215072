"""`zhixing bank check FILE…`: does a bank's statement file read and balance? Nothing is stored, and no payer is named."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.funds.statement import Statement


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check")
    check = actions.add_parser("check", help="核对银行对账单（camt.053、camt.054）能否读入、是否平衡，不保存")
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)


def run(args: argparse.Namespace) -> int:
    """Print what each file states; 1 where one is refused, 2 where one cannot be opened."""
    from zhixing.funds.camt import LARGEST_FILE, read
    from zhixing.funds.statement import StatementRefused

    code = 0
    for path in args.files:
        try:
            with path.open("rb") as opened:
                statements = read(opened.read(LARGEST_FILE + 1))
        except OSError as error:
            print(f"打不开文件 {path}（{error.strerror}），请核对文件名和权限", file=sys.stderr)
            code = 2
        except StatementRefused as refused:
            print(path, file=sys.stderr)
            print(refused, file=sys.stderr)
            code = max(code, 1)
        else:
            print(path)
            for statement in statements:
                print("\n".join(_listing(statement)))
    return code


def _listing(statement: Statement) -> list[str]:
    from zhixing.funds.statement import in_yuan

    lines = [f"对账单 {statement.number}，账号尾号 {statement.account[-4:]}，共 {len(statement.lines)} 笔"]
    lines.append(f"收入 {in_yuan(statement.paid_in)} 元，支出 {in_yuan(statement.paid_out)} 元")
    if statement.opening is None or statement.closing is None:
        lines.append("到账通知不载余额，未核对余额")
    else:
        lines.append(f"期初 {in_yuan(statement.opening)} 元，期末 {in_yuan(statement.closing)} 元，平衡")
    if statement.left_out:
        lines.append(f"未入账的 {statement.left_out} 笔没有计入")
    return lines
