"""Keeping a plan that was read: the part of `zhixing plan import` that needs the database, loaded only then."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from zhixing.law.answers import Undetermined
from zhixing.law.courts import court_of_code

if TYPE_CHECKING:
    from zhixing.plan.shape import Reading


def kept(court: str, name: str, text: str, reading: Reading) -> int:
    """Keep the reading as a draft of the court and say where to confirm it: 0; 2 where there is no such court."""
    if isinstance(court_of_code(court), Undetermined):
        print(f"没有代字为“{court}”的法院", file=sys.stderr)
        return 2
    from zhixing.cli.django import setup

    setup()
    from zhixing.plan.drafts import keep
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        number = keep(court, name, text, reading)
    print(f"已存为草稿，请在 /plan/drafts/{number}/ 对照原文核对、确认。", file=sys.stderr)
    return 0
