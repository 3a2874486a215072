"""`zhixing aid COURT`: the court's fund with what is left to give, and its applications for judicial aid, the next day first.

Each application is a dossier: `zhixing case show|enter|decide NUMBER`. No person is named.
"""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("court", metavar="法院代字", help="如 渝0235")
    parser.add_argument("--all", action="store_true", help="已经办结的也列出")


def run(args: argparse.Namespace) -> int:
    """Print the fund and the applications; 2 where there is no such court."""
    from zhixing.cli.django import setup
    from zhixing.law.courts import COURTS_BY_CODE

    if args.court not in COURTS_BY_CODE:
        print(f"没有代字为“{args.court}”的法院，请写成 渝0235 的形式", file=sys.stderr)
        return 2
    setup()
    from zhixing.record.scope import seeing

    with seeing([args.court]):
        _fund()
        _applications(whole=args.all)
    return 0


def _fund() -> None:
    from zhixing.funds.aid.pages.desk import fund_rows
    from zhixing.funds.aid.questions.fund import wage
    from zhixing.funds.aid.rules.decision import CEILING_MONTHS
    from zhixing.law.money import show
    from zhixing.record import clock, door

    found = fund_rows(clock.today())
    if not found:
        print("本院还没有设立司法救助资金")
    for each in found:
        known = wage(door.read(each.row.dossier_id), clock.today())
        ceiling = (
            f"{show(CEILING_MONTHS * known.monthly)} 元" if known else "未定（还没有登记职工月平均工资）"
        )
        print(f"司法救助资金（卷宗 {each.row.dossier_id}，银行账户 {each.row.account}）")
        print(
            f"账上 {show(each.holds)} 元，本年预算 {show(each.year.budget)} 元，已决定未付 {show(each.committed)} 元"
        )
        print(f"还可决定 {show(each.left)} 元；一人最高 {ceiling}")


def _applications(*, whole: bool) -> None:
    from zhixing.funds.aid.models import AidRow
    from zhixing.funds.aid.pages.desk import OPEN
    from zhixing.funds.aid.questions.application import AidStage
    from zhixing.law.money import show
    from zhixing.record.models import DutyRow

    rows = AidRow.objects.order_by("dossier_id")
    rows = rows if whole else rows.filter(stage__in=[each.value for each in OPEN])
    terms = DutyRow.objects.filter(rule__startswith="funds.aid", met_on=None, ended_on=None)
    due = dict(terms.order_by("-due").values_list("dossier_id", "due"))
    print(f"申请 {len(rows)} 件")
    for row in rows:
        given = f"，决定 {show(row.amount)} 元" if row.amount else ""
        last = due.get(row.dossier_id)
        until = f"，至 {last}" if last else ""
        number = row.number or f"卷宗 {row.dossier_id}"
        print(
            f"  {number}  {AidStage(row.stage).label}  {row.case_number}  申请 {show(row.asked)} 元{given}{until}"
        )
