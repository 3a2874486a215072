"""`zhixing plan report`: how a plan stands in the courts as of a day, in lines or as the PDF report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zhixing.cli.django import setup

if TYPE_CHECKING:
    from zhixing.record.dossier import Dossier


def report(court: str, on: str, pdf: Path | None) -> int:
    """Exit 0; 1 where the court has no plan; 2 where an argument or this machine cannot be used."""
    try:
        asked = date.fromisoformat(on) if on else None
    except ValueError:
        print(f"“{on}”不是日期，请写成 2017-06-15 的形式", file=sys.stderr)
        return 2
    setup()
    from zhixing.documents.printing import CannotPrint
    from zhixing.plan.models import PlanRow
    from zhixing.plan.pages.report import paper
    from zhixing.record import clock, door
    from zhixing.record.scope import EVERY_COURT, seeing

    day = asked or clock.today()
    with seeing(EVERY_COURT):
        row = PlanRow.objects.filter(court=court, begun_on__lte=day).order_by("-begun_on").first()
        if row is None:
            print(f"{court} 截至 {day} 没有工作方案", file=sys.stderr)
            return 1
        dossier = door.read(row.dossier_id)
        if pdf is None:
            print("\n".join(_lines(dossier, day)))
            return 0
        try:
            pdf.write_bytes(paper(dossier, day).content)
        except (CannotPrint, OSError) as error:
            print(f"写不出 PDF：{error}", file=sys.stderr)
            return 2
    print(f"已写到 {pdf}")
    return 0


def _lines(dossier: Dossier, day: date) -> Iterator[str]:
    from zhixing.plan import questions
    from zhixing.plan.gathered import district

    plan = questions.plan(dossier, day)
    if plan is None:
        return
    stage = questions.stage_on(plan, day)
    yield f"{plan.title}  截至 {day}  {stage.name if stage else '不在任何阶段之内'}"
    courts = district(dossier, day)
    for measure in plan.measures:
        yield f"{measure.no}. {measure.title}"
        for court in courts:
            found = court.measures[measure.no]
            due = found.next_due
            when = f"，下一期限 {due.due}" if due else ""
            yield f"     {court.court.short}  {found.state.value}，佐证 {len(found.evidence)} 件{when}"
