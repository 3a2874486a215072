"""`zhixing case find NUMBER`: the cases a number may mean, in any writing or a piece of one, page after page."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.cases.models import CaseRow

MOST = 200


class NoNumber(Exception):
    """What was typed is no number; the message says how to write one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "number", metavar="案号", help="案号的任何写法，或其中一段，如 2017执233、渝0235执、2017-233"
    )
    parser.add_argument(
        "--limit", type=int, default=20, metavar="件数", help=f"一页几件，默认 20，最多 {MOST}"
    )
    parser.add_argument("--before", type=int, metavar="卷宗编号", help="下一页：上一页最后一件的卷宗编号")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Print the page; exit 0, 1 when there is no such case. The newest dossier comes first, as in the API."""
    limit = min(max(1, args.limit), MOST)
    rows = _found(args.number, args.before, limit + 1)
    page, more = rows[:limit], len(rows) > limit
    if args.json:
        print(json.dumps([_as_json(row) for row in page], ensure_ascii=False, indent=2))
    else:
        for row in page:
            print(f"{row.dossier_id:>8}  {row.number}  {row.cause}  {row.stage}")
        if more:
            print(f"还有：加上 --before {page[-1].dossier_id} 看下一页")
        if not page:
            print(f"没有案号含“{args.number}”的案件")
    return 0 if page else 1


def _found(text: str, before: int | None, most: int) -> list[CaseRow]:
    from zhixing.cases.models import CaseRow
    from zhixing.cases.searching import typed

    meant = typed(text)
    if meant is None:
        raise NoNumber(f"“{text}”里没有数字，不是案号。可以写完整的案号，也可以写其中一段，如 2017渝0235执")
    found = CaseRow.objects.filter(meant.anywhere).order_by("-dossier_id")
    return list((found if before is None else found.filter(dossier_id__lt=before))[:most])


def _as_json(row: CaseRow) -> dict[str, object]:
    return {
        "dossier": row.dossier_id,
        "number": row.number,
        "court": row.court,
        "cause": row.cause,
        "stage": row.stage,
        "filed_on": row.filed_on.isoformat() if row.filed_on else None,
        "closed_on": row.closed_on.isoformat() if row.closed_on else None,
    }
