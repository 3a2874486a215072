"""Jobs of the record: work off the outbox, and take up again what a killed worker left."""

from __future__ import annotations

from datetime import timedelta

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from zhixing.record import clock, files, heads, outbox
from zhixing.record.models import DossierHead
from zhixing.record.scope import EVERY_COURT, seeing

UNNAMED_FOR = timedelta(days=1)  # a file may wait for its act
LOST_AFTER = 60  # seconds without a heartbeat


@app.task(
    name="record.work_outbox",
    queueing_lock="outbox",
    lock="outbox",
    retry=RetryStrategy(max_attempts=8, exponential_wait=2),
)
def work_outbox() -> None:
    """Deliver everything that waits."""
    with seeing(EVERY_COURT):
        while outbox.work():
            pass


@app.periodic(cron="* * * * *")
@app.task(name="record.sweep_outbox", queueing_lock="sweep")
def sweep_outbox(timestamp: int) -> None:
    """Once a minute: deliver what a failed job left behind."""
    with seeing(EVERY_COURT):
        outbox.work()


@app.periodic(cron="50 23 * * *")
@app.task(name="record.sign_heads", queueing_lock="heads")
def sign_heads(timestamp: int) -> None:
    """Each night: sign the head of every court that has acts."""
    with seeing(EVERY_COURT):
        for court in DossierHead.objects.values_list("court", flat=True).distinct():
            heads.sign(court)


@app.periodic(cron="20 3 * * *")
@app.task(name="record.throw_away_unnamed_files", queueing_lock="files")
def throw_away_unnamed_files(timestamp: int) -> None:
    """Each night: files whose act was refused, or never came, go after a day."""
    with seeing(EVERY_COURT):
        files.throw_away_unnamed(clock.now() - UNNAMED_FOR)


@app.periodic(cron="* * * * *")
@app.task(name="record.take_up_lost_jobs", queueing_lock="lost", pass_context=True)
async def take_up_lost_jobs(context: JobContext, timestamp: int) -> None:
    """Once a minute: jobs whose worker died are put back into the queue, or given up where the same waits there."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=LOST_AFTER):
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
