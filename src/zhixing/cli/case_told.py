"""What `zhixing case show` prints of a dossier: its stage, what is owed or preserved, what waits and is due, its time line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from zhixing.cli import case_decide

if TYPE_CHECKING:
    from zhixing.record.dossier import Dossier
    from zhixing.record.duties import Duty


def told(dossier: Dossier, due: Sequence[Duty], day: date) -> None:
    """Print how the dossier stands that day."""
    from zhixing.assets.questions.control import holds, secured_sum, worth
    from zhixing.cases import questions as cases
    from zhixing.law.answers import Found
    from zhixing.law.money import show
    from zhixing.preservation.questions import in_preservation
    from zhixing.record.catalogue import installed

    if dossier.kind == "case":
        owed = cases.owed(dossier, day)
        print(f"{cases.case_title(dossier, day)}    截至 {day}")
        print(f"阶段 {cases.stage(dossier, day)}")
        if in_preservation(dossier):
            held = sum(worth(dossier, each, day) or 0 for each in holds(dossier, day) if each.in_force(day))
            print(f"裁定保全 {show(secured_sum(dossier, day) or 0)} 元，在控 {show(held)} 元")
        print(
            f"应执行 {show(cases.amount_claimed(dossier, day))} 元，已到位 {show(cases.amount_reached(dossier, day))} 元"
        )
        if isinstance(owed, Found):
            print(f"尚欠 {show(owed.value.outstanding.total)} 元")
        else:
            print("尚欠未能确定：" + "；".join(str(each) for each in owed.missing))
    else:
        print(
            f"{installed().dossier_label(dossier.kind)}    卷宗 {dossier.id}    {dossier.court}    截至 {day}"
        )
    waiting = case_decide.waiting(dossier)
    if waiting:
        print("\n待批准", *waiting, sep="\n")
    print("\n期限")
    for duty in due:
        print(f"  {(duty.due or '未定')!s:<12} {duty.standing(day).value}  {duty.label}")
    print("\n时间线")
    for entry in dossier.entries:
        approved = f"，{entry.approved_by.name}批准" if entry.approved_by else ""
        print(
            f"  {entry.seq:>3}  {entry.on}  {installed().rule(type(entry.act)).label}（{entry.by.name}{approved}）"
        )
