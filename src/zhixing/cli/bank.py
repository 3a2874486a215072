"""`zhixing bank check|import FILE…`: does a bank's statement file read and balance? `import` books it. No payer is named.

`zhixing bank pay ACCOUNT`: what waits to be paid is written into a file for the bank.
`zhixing bank settle NUMBER…`: what these statements say of payouts is entered in the cases.
`zhixing bank learn`: how payers write is counted anew from what was confirmed, and how right the proposals were.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhixing.funds.statement import Statement


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check|import|pay|settle|learn")
    check = actions.add_parser(
        "check", help="核对银行对账单（camt.053、camt.054、CSV、XLSX）能否读入、是否平衡，不保存"
    )
    take = actions.add_parser("import", help="登记银行对账单：逐笔记账；同一份再次登记不会重复")
    take.add_argument("--as", dest="username", required=True, metavar="用户名", help="登记的财务人员")
    for each in (check, take):
        each.add_argument("files", metavar="FILE", nargs="+", type=Path)
    pay = actions.add_parser("pay", help="把待付的发放制作成付款文件（pain.001 和 CSV），写入目录交银行")
    pay.add_argument("account", metavar="账号", help="付款的银行账户")
    pay.add_argument("--as", dest="username", required=True, metavar="用户名", help="财务人员")
    pay.add_argument("--output", type=Path, required=True, metavar="DIR", help="写入的目录")
    pay.add_argument("--code", default="", metavar="验证码", help="手机验证器的六位数字或一个恢复码")
    settle = actions.add_parser("settle", help="按付款附言核对对账单上的付款、退款，记入各案；可重复运行")
    settle.add_argument("--as", dest="username", required=True, metavar="用户名", help="核对的财务人员")
    actions.add_parser("learn", help="按已认定的来款重新统计各法院付款人的写法，并说明建议的把握准不准")
    settle.add_argument("numbers", metavar="NUMBER", nargs="+", help="对账单编号")


def run(args: argparse.Namespace) -> int:
    """Print what each file states, or what became of it; 1 where one is refused, 2 where one cannot be opened."""
    if args.action == "import":
        from zhixing.cli.bank_import import take_in_files

        return take_in_files(args.username, args.files)
    if args.action == "pay":
        from zhixing.cli.bank_pay import pay

        return pay(args.username, args.account, args.output, args.code)
    if args.action == "settle":
        from zhixing.cli.bank_settle import settle_statements

        return settle_statements(args.username, args.numbers)
    if args.action == "learn":
        from zhixing.cli.bank_learn import learn_everywhere

        return learn_everywhere()
    return each_file(
        args.files,
        _as_told,
        lambda statements, _path, _content: [line for each in statements for line in _listing(each)],
    )


def _as_told(content: bytes) -> Sequence[Statement]:
    """What a file states; the columns of a table are guessed, as no court has said yet what they are."""
    from zhixing.funds import camt
    from zhixing.funds.sheets.reading import is_table, rows_of
    from zhixing.funds.sheets.table import guess, statement

    if not is_table(content):
        return camt.read(content)
    rows = rows_of(content)
    return [statement(rows, guess(rows)[1], "")]


def each_file(
    paths: Sequence[Path],
    read: Callable[[bytes], Sequence[Statement]],
    told: Callable[[Sequence[Statement], Path, bytes], list[str]],
) -> int:
    """Read and prove each file and print what is `told` of it; the exit code."""
    from zhixing.funds.camt import LARGEST_FILE
    from zhixing.funds.statement import StatementRefused

    code = 0
    for path in paths:
        try:
            with path.open("rb") as opened:
                content = opened.read(LARGEST_FILE + 1)
            lines = told(read(content), path, content)
        except OSError as error:
            print(f"打不开文件 {path}（{error.strerror}），请核对文件名和权限", file=sys.stderr)
            code = 2
        except StatementRefused as refused:
            print(path, file=sys.stderr)
            print(refused, file=sys.stderr)
            code = max(code, 1)
        else:
            print("\n".join((str(path), *lines)))
    return code


def _listing(statement: Statement) -> list[str]:
    from zhixing.funds.statement import in_yuan

    lines = [
        f"对账单 {statement.number}，账号尾号 {statement.account[-4:] or '—'}，共 {len(statement.lines)} 笔"
    ]
    lines.append(f"收入 {in_yuan(statement.paid_in)} 元，支出 {in_yuan(statement.paid_out)} 元")
    if statement.opening is None or statement.closing is None:
        lines.append("到账通知不载余额，未核对余额")
    else:
        lines.append(f"期初 {in_yuan(statement.opening)} 元，期末 {in_yuan(statement.closing)} 元，平衡")
    if statement.left_out:
        lines.append(f"未入账的 {statement.left_out} 笔没有计入")
    return lines
