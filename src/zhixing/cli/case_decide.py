"""`zhixing case decide NUMBER SEQ approve|return|withdraw`: what waits for approval is decided from the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.record.dossier import Actor, Dossier


def add_arguments(decide: argparse.ArgumentParser) -> None:
    """The arguments of deciding."""
    decide.add_argument("number", metavar="案号", help="任何写法的案号、司法救助案号，或卷宗编号")
    decide.add_argument("seq", metavar="序号", type=int, help="提请的序号，见 case show 的“待批准”")
    decide.add_argument(
        "decision",
        choices=("approve", "return", "withdraw"),
        help="approve 批准，return 退回，withdraw 撤回自己的提请",
    )
    decide.add_argument("--reason", default="", metavar="理由", help="退回的须写明")
    decide.add_argument("--as", dest="user", required=True, metavar="用户名")
    decide.add_argument("--code", default="", metavar="验证码", help="强制或付款的行为须有")


def decided(args: argparse.Namespace, dossier: Dossier, me: Actor) -> str:
    """What was decided, in a sentence. Raises door.Refused, and ValueError where a reason is missing."""
    from zhixing.record import clock, door
    from zhixing.record.catalogue import installed

    today = clock.today()
    if args.decision == "approve":
        entry = door.approve(dossier.id, args.seq, me, on=today)
        return f"已批准，录入第 {entry.seq} 条：{installed().rule(type(entry.act)).label}"
    if args.decision == "return":
        if not args.reason.strip():
            raise ValueError("退回须写明理由：--reason 理由")
        door.send_back(dossier.id, args.seq, me, on=today, reason=args.reason.strip())
        return f"已退回第 {args.seq} 条提请"
    door.withdraw(dossier.id, args.seq, me, on=today, reason=args.reason.strip())
    return f"已撤回第 {args.seq} 条提请"


def waiting(dossier: Dossier) -> list[str]:
    """A line for each proposal that waits."""
    from zhixing.record.catalogue import installed
    from zhixing.record.questions import pending

    return [
        f"  {each.entry.seq:>3}  {each.entry.on}  {installed().rule(type(each.act)).label}（{each.entry.by.name}提请）"
        for each in pending(dossier)
    ]
