"""Who books at the command line: an accountant in office, for the court whose accounts they keep."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.people.models import Officer


def accountant(username: str) -> tuple[Officer, str] | None:
    """The officer of that name and their court; None, and a sentence to the user, where they keep no accounts today."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.people.models import Officer
    from zhixing.people.powers import powers_by_court
    from zhixing.record import clock
    from zhixing.record.power import Power

    officer = Officer.objects.filter(username=username, is_active=True).first()
    held = powers_by_court(officer, clock.today()) if officer else {}
    courts = [each for each, powers in held.items() if Power.ACCOUNTANT in powers]
    if officer is None or not courts:
        print(f"{username} 不是在职的财务人员，请核对用户名", file=sys.stderr)
        return None
    return officer, courts[0]
