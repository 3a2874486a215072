"""Each night, property is asked about again in every terminated round whose half year ends."""

from __future__ import annotations

from procrastinate.contrib.django import app

from zhixing.closing.asking_again import ask_again_everywhere
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, seeing


@app.periodic(cron="40 0 * * *")
@app.task(name="closing.ask_again", queueing_lock="asking-again", lock="asking-again")
def ask_again(timestamp: int) -> None:
    """Send what is due; a night left out is made up for in the next."""
    with seeing(EVERY_COURT):
        ask_again_everywhere(clock.today())
