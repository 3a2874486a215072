"""`zhixing clearance show N`: a campaign's three dates, its figures by class, and the lines behind each figure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.funds.clearance.models import ClearanceRow


def show(number: int, kind: str, *, as_csv: bool) -> int:
    """Print it; 2 where there is no such campaign, or no such class."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.funds.clearance.models import ClearanceRow
    from zhixing.funds.clearance.questions import OldClass
    from zhixing.funds.clearance.table import table
    from zhixing.record.scope import EVERY_COURT, seeing

    kinds = {each.label: each.value for each in OldClass} | {str(each.value): each.value for each in OldClass}
    with seeing(EVERY_COURT):
        row = ClearanceRow.objects.filter(dossier_id=number).first()
        if row is None or kind not in ("", "all", *kinds):
            known = "、".join(each.label for each in OldClass)
            print(
                f"没有卷宗号为 {number} 的案款清理，或者没有结论“{kind}”（可写：{known}、all）",
                file=sys.stderr,
            )
            return 2
        lines = row.dossier.old_line_rows.order_by("on", "pk")
        lines = lines.filter(kind=kinds[kind]) if kind in kinds else lines
        if as_csv:
            print(table(list(lines)), end="")
            return 0
        _progress(row)
        if kind:
            for each in lines:
                print(
                    f"  {each.flow}  {each.on}  {each.amount / 100:,.2f}  {OldClass(each.kind).label}  {each.case or ''}"
                )
    return 0


def _progress(row: ClearanceRow) -> None:
    from zhixing.funds.clearance.progress import progress
    from zhixing.law.money import show as yuan

    found = progress(row)
    print(f"{row.name}    {row.court}    卷宗 {row.dossier_id}")
    print(
        f"清理 {row.base_on} 以前到账的；自行清理至 {row.own_by}，联合抽查至 {row.joint_by}，全面完成至 {row.done_by}"
    )
    if row.inspected_on:
        print(f"联合抽查 {row.inspected_on}")
    if row.finished_on:
        print(f"完成 {row.finished_on}")
    print(f"登记 {found.all.lines} 笔，{yuan(found.all.sum)} 元；有结论 {found.done}%")
    for kind, total in found.by_class.items():
        print(f"  {kind.label}  {total.lines} 笔  {yuan(total.sum)} 元")
    print(f"对应到案件的，{found.paid.lines} 笔 {yuan(found.paid.sum)} 元所在案件的案款已经全部发出")
    print(f"该账户待查收款 {yuan(found.suspense)} 元，其中不在登记册上的 {yuan(found.difference)} 元")
