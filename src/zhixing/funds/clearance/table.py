"""Lines of a campaign as CSV, for the joint check: page and command line give the same. No payer is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from zhixing.cases.models import CaseRow
from zhixing.funds.clearance.models import OldLineRow
from zhixing.funds.clearance.questions import OldClass
from zhixing.law.money import plain

HEAD = ("流水号", "到账日", "金额（元）", "清理结论", "案号", "延期至", "结论日期", "卷内序号")


def table(lines: Sequence[OldLineRow]) -> str:
    """A row for each line, under a head."""
    concluded = [each.case for each in lines if each.case]
    cases = dict(CaseRow.objects.filter(dossier_id__in=concluded).values_list("dossier_id", "number"))
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(HEAD)
    for each in lines:
        write(
            (
                each.flow,
                each.on,
                plain(each.amount),
                OldClass(each.kind).label,
                cases.get(each.case or 0, ""),
                each.until or "",
                each.since or "",
                each.seq or "",
            )
        )
    return out.getvalue()
