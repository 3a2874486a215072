"""Jobs of property: where a control ran out, the waiting line moves up; the property network is worked."""

from __future__ import annotations

from procrastinate.contrib.django import app

from zhixing.assets.deliveries import after_lapses
from zhixing.assets.network.work import work
from zhixing.record import clock


@app.periodic(cron="5 0 * * *")
@app.task(name="assets.move_lines_up", queueing_lock="lines")
def move_lines_up(timestamp: int) -> None:
    """Each night, just after midnight: who waits behind a control that lapsed takes effect."""
    after_lapses(clock.today())


@app.periodic(cron="* * * * *")
@app.task(name="assets.work_network", queueing_lock="network", lock="network")
def work_network(timestamp: int) -> None:
    """Once a minute: send what is due, collect, enter. What fails rests and is tried again; the desk says so."""
    work()


@app.task(name="assets.work_network_now", queueing_lock="network-now", lock="network")
def work_network_now() -> None:
    """As soon as something was put into the queue."""
    work()
