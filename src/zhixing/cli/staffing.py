"""`zhixing staffing COURT`: who works where, the share of enforcement staff, quotas compared, equipment, as of a day."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from zhixing.cli.speaking import speaks_english
from zhixing.languages.speaking import in_english

if TYPE_CHECKING:
    from zhixing.people.acts import StaffCounted
    from zhixing.record.dossier import Dossier


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("court", metavar="法院代字", help="如 渝0235")
    parser.add_argument("--on", default="", metavar="日期", help="截至哪一天，默认今天")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 where the court has not recorded its organisation by that day; 2 where an argument cannot be used."""
    from zhixing.law.courts import COURTS_BY_CODE

    if args.court not in COURTS_BY_CODE:
        print(f"没有代字为“{args.court}”的法院", file=sys.stderr)
        return 2
    try:
        asked = date.fromisoformat(args.on) if args.on else None
    except ValueError:
        print(f"“{args.on}”不是日期，请写成 2017-06-15 的形式", file=sys.stderr)
        return 2
    from zhixing.cli.django import setup

    setup()
    from zhixing.people.models import OrganisationRow
    from zhixing.record import clock, door
    from zhixing.record.scope import EVERY_COURT, seeing

    day = asked or clock.today()
    with seeing(EVERY_COURT):
        row = OrganisationRow.objects.filter(court=args.court, opened_on__lte=day).first()
        if row is None:
            print(f"{args.court} 截至 {day} 还没有建立机构卷宗", file=sys.stderr)
            return 1
        print("\n".join(_lines(door.read(row.dossier_id), day)))
    return 0


def _lines(dossier: Dossier, day: date) -> Iterator[str]:
    from zhixing.law.answers import Found
    from zhixing.law.courts import COURTS_BY_CODE
    from zhixing.people import questions
    from zhixing.people.organisation import percent

    yield f"{COURTS_BY_CODE[dossier.court].name_on(day)}  截至 {day}"
    count = questions.counted(dossier, day)
    if count is not None:
        yield from _table(count.act)
    share, quota = questions.enforcement_share(dossier, day), questions.quota(dossier, day)
    if isinstance(share, Found):
        least = questions.least_share(dossier.court)
        verdict = "达到" if share.value >= least else "未达到"
        yield f"执行人员比例 {percent(share.value)}%，应达到 {percent(least)}%：{verdict}"
        yield f"  {share.because[0]}"
    else:
        yield f"执行人员比例还不能统计：{share.missing[0]}"
    if isinstance(quota, Found):
        found = quota.value
        behind = "" if found.equal else "，低于审判部门"
        own, others = percent(found.enforcement), percent(found.trial)
        yield f"员额法官占比：执行 {own}%，审判 {others}%{behind}"
    for lot in questions.equipment(dossier, day):
        due = f"，下次检查 {lot.next_check}" if lot.next_check else ""
        late = "，已逾期" if lot.overdue(day) else ""
        what = (
            f"{lot.entry.act.kind.label}（{lot.entry.act.name}）"
            if lot.entry.act.name
            else lot.entry.act.kind.label
        )
        yield f"{what}：在册 {lot.left}，可用 {lot.working}{due}{late}"


def _table(count: StaffCounted) -> Iterator[str]:
    from zhixing.people.acts import DepartmentCount
    from zhixing.record.fields import fields

    columns = [each for each in fields(DepartmentCount) if each.kind == "int"]
    rows = [["部门", *(each.label for each in columns)]]
    for row in count.departments:
        rows.append(
            [f"{row.department}（{row.work.label}）", *(str(getattr(row, each.name)) for each in columns)]
        )
    said = [[in_english(cell) if speaks_english() else cell for cell in row] for row in rows]
    widths = [max(map(_width, column)) + 2 for column in zip(*said, strict=True)]
    for line in said:
        yield "".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()


def _width(text: str) -> int:
    """The columns of a terminal that a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
