"""The papers of a campaign: what was kept with approval, what cannot be returned, the report at the end."""

from __future__ import annotations

from zhixing.cases.papers.phrases import approval_form
from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceOpened,
    OldLineKept,
    OldLineUnreturnable,
)
from zhixing.funds.clearance.questions import OldClass, old_lines, totals
from zhixing.law.money import show
from zhixing.law.paper_words import plain_date
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def _line(told: Telling, flow: str) -> tuple[tuple[str, str], ...]:
    found = old_lines(told.dossier, told.entry.on).get(flow)
    if found is None:
        return (("流水号", flow),)
    return (
        ("流水号", flow),
        ("到账日", plain_date(found.line.on)),
        ("金额", f"{show(found.line.amount)}元"),
    )


def kept_form(told: Telling) -> Body:
    """Which line, why, until when."""
    act = told.the(OldLineKept)
    rows = (("延期事由", act.ground.label), ("情况说明", act.reason), ("延期至", plain_date(act.until)))
    return Body(blocks=approval_form(told, *_line(told, act.line), *rows), sealed=False)


def unreturnable_form(told: Telling) -> Body:
    """Which line, and what was done to find whose it is."""
    act = told.the(OldLineUnreturnable)
    return Body(
        blocks=approval_form(told, *_line(told, act.line), ("查找经过和理由", act.reason)), sealed=False
    )


def _about(act: ClearanceOpened) -> str:
    return f"{act.name}：清理{plain_date(act.base_on)}以前到账未发放的执行案款。"


def report(told: Telling) -> Body:
    """How many lines of each class, and their sums."""
    about, found = told.dossier.first(ClearanceOpened), totals(told.dossier, told.entry.on)
    rows = [(kind.label, f"{found[kind].lines}笔，{show(found[kind].sum)}元") for kind in OldClass]
    return Body(
        blocks=(
            *((Line(_about(about.act)),) if about else ()),
            *approval_form(told, *rows),
            Line(told.the(ClearanceFinished).note),
        )
    )


PAPERS = [
    Paper(acts=(OldLineKept,), kind=PaperKind.FORM, write=kept_form),
    Paper(acts=(OldLineUnreturnable,), kind=PaperKind.FORM, write=unreturnable_form),
    Paper(acts=(ClearanceFinished,), kind=PaperKind.FORM, write=report),
]
