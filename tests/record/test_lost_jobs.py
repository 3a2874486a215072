"""What a killed worker left undone: put back into the queue, or given up where the same waits there already."""

from __future__ import annotations

import asyncio
import time

import pytest
from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job

from zhixing.record.tasks import take_up_lost_jobs

ENTER = """
    INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, status)
    VALUES ('default', %s, %s, %s, %s::procrastinate_job_status) RETURNING id
"""


def job(task: str, status: str) -> int:
    """A job of that task, its locks named like it."""
    with connection.cursor() as cursor:
        cursor.execute(ENTER, [task, task, task, status])
        return int(cursor.fetchone()[0])


def take_up() -> None:
    """Run the task once, as a worker does."""

    async def run() -> None:
        assert isinstance(app.connector, DjangoConnector)
        with app.replace_connector(app.connector.get_worker_connector()) as there:
            async with there.open_async():
                own = Job(id=None, queue="default", lock=None, queueing_lock=None, task_name="lost")
                context = JobContext(
                    start_timestamp=time.time(), app=there, job=own, abort_reason=lambda: None
                )
                await take_up_lost_jobs.func(context, 0)

    asyncio.run(run())


def states() -> dict[int, str]:
    """How each job stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, status::text FROM procrastinate_jobs")
        return dict(cursor.fetchall())


@pytest.mark.usefixtures("committed")
def test_a_lost_job_is_put_back_or_given_up_where_the_same_waits() -> None:
    doubled, waiting = job("outbox", "doing"), job("outbox", "todo")
    alone = job("heads", "doing")
    take_up()
    found = states()
    assert (found[doubled], found[waiting], found[alone]) == ("failed", "todo", "todo")
