"""Each morning, overdue tasks go to the leaders in charge."""

from __future__ import annotations

from procrastinate.contrib.django import app

from zhixing.plan.escalating import escalate_everywhere
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, seeing


@app.periodic(cron="10 6 * * *")
@app.task(name="plan.escalate_overdue", queueing_lock="plan-escalation")
def escalate_overdue(timestamp: int) -> None:
    """Lay what is overdue before the leaders in charge."""
    with seeing(EVERY_COURT):
        escalate_everywhere(clock.today())
