"""Sandbox and worker as real processes that a test kills in the middle, and the end state that an undisturbed run reaches."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import msgspec
import psycopg
from django.conf import settings
from django.db import connection, transaction

from tests.assets.network import Near, exchange
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.inquiry import ControlAnswered, InquiryAnswered
from zhixing.assets.models import NetworkAnswer, NetworkRequest
from zhixing.assets.network.intake import digest
from zhixing.assets.network.peers import patience
from zhixing.assets.network.sending import WAITING, send_due
from zhixing.assets.network.work import collect
from zhixing.record import clock, door
from zhixing.simulate.network.temper import Temper, temper

EVERY_WAY = {Temper.LATE, Temper.TWICE, Temper.PARTLY}
MINUTES = "0.01"
State = tuple[list[bytes], list[tuple[str, str]], list[tuple[str, str]]]


def in_every_way(seed: int) -> bool:
    """Whether the requests in the queue are answered in every way with that seed."""
    numbers = NetworkRequest.objects.values_list("number", flat=True)
    return {temper(seed, each, good=True) for each in numbers} >= EVERY_WAY


def state(number: int) -> State:
    """All that the network left behind: acts, requests, answers, in an order of their own."""
    acts = [each.act for each in door.read(number).of(PropertyFound, InquiryAnswered, ControlAnswered)]
    return (
        sorted(msgspec.json.encode(each) for each in acts),
        sorted(NetworkRequest.objects.values_list("number", "state")),
        sorted(NetworkAnswer.objects.values_list("sha256", "place")),
    )


def undisturbed(number: int, seed: int) -> State:
    """What a run without any trouble leaves behind; undone again."""
    with transaction.atomic():
        line, now = Near(exchange(settings.ZHIXING_NETWORK_KEY, seed=seed)), clock.real_now()
        while NetworkRequest.objects.filter(state__in=WAITING).exists():
            send_due(line, now)
            collect(line)
            digest()
            now += patience() + timedelta(seconds=1)
        found = state(number)
        transaction.set_rollback(True)
    return found


def address() -> str:
    told = connection.settings_dict
    return f"postgresql://{told['USER']}:{told['PASSWORD']}@/{told['NAME']}?host={told['HOST']}" + (
        f"&port={told['PORT']}" if told["PORT"] else ""
    )


@contextmanager
def sandbox(seed: int, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The sandbox as a process, and its port."""
    command = [sys.executable, "-m", "zhixing.cli", "sandbox", "network", "--good", "--hour", "0"]
    environment = {**os.environ, "ZHIXING_NETWORK_KEY": settings.ZHIXING_NETWORK_KEY}
    with subprocess.Popen(
        [*command, "--seed", str(seed), "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            yield process, int(line.rsplit(":", 1)[1])
        finally:
            process.kill()


def worker(port: int) -> subprocess.Popen[bytes]:
    """One round of the worker as a process."""
    environment = {
        **os.environ,
        "DATABASE_URL": address(),
        "ZHIXING_NETWORK": f"http://127.0.0.1:{port}",
        "ZHIXING_NETWORK_PATIENCE": MINUTES,
        "ZHIXING_NETWORK_KEY": settings.ZHIXING_NETWORK_KEY,
        "ZHIXING_TODAY": clock.today().isoformat(),
    }
    return subprocess.Popen([sys.executable, "-m", "zhixing.cli", "network", "work"], env=environment)


@contextmanager
def held(statement: str) -> Iterator[None]:
    """Something in the database held by another connection for the time of the block."""
    told = connection.settings_dict
    with psycopg.connect(
        host=told["HOST"],
        port=told["PORT"] or None,
        user=told["USER"],
        password=told["PASSWORD"] or None,
        dbname=told["NAME"],
    ) as other:
        other.execute("SELECT set_config('app.courts', '渝0235', true)")
        other.execute(statement.encode())
        yield
        other.rollback()


def kill_when_it_waits(process: subprocess.Popen[bytes]) -> None:
    """Kill the process as soon as it waits for what is held; AssertionError when it ended before."""
    waits = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with connection.cursor() as cursor:  # not in a transaction, which would see the same activity for ever
        waiting = 0
        while not waiting:
            assert process.poll() is None, "it ended without waiting"
            cursor.execute(waits)
            (waiting,) = cursor.fetchone()
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def killed_and_run_again(number: int, seed: int) -> None:
    """Kill worker and sandbox between sending and keeping, the worker again while it enters; then let them come to an end."""
    with sandbox(seed) as (process, port):
        # Both die when requests are out and no answer is kept: the sandbox forgets what it was asked.
        with held("LOCK TABLE assets_network_answer IN ACCESS EXCLUSIVE MODE"):
            kill_when_it_waits(worker(port))
        process.kill()
        process.wait()
    assert NetworkRequest.objects.filter(state="sent").exists() and not NetworkAnswer.objects.exists()
    with sandbox(seed, port):
        # The worker dies while it enters what was kept.
        with held(f"SELECT 1 FROM record_dossier WHERE id = {number} FOR UPDATE"):
            kill_when_it_waits(worker(port))
        assert NetworkAnswer.objects.filter(place="kept").exists()
        for _ in range(10):
            assert worker(port).wait() == 0
            if not NetworkRequest.objects.filter(state__in=WAITING).exists():
                break
