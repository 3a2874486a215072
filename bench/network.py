"""10,000 answers of institutions a minute on two cores: collected from the sandbox, kept, judged, entered as findings.

`python -m bench.network [CASES]`, or `make bench-long`. Each case is asked about at all eight institutions. The sandbox runs
as a process of its own; sending and collecting are timed apart from entering, since they wait for its signatures. Nothing
comparable is at hand, so the goal itself stands beside.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.figure import Figure

from zhixing.cli.postgres import ensure_running

GOAL = 10_000  # answers a minute
DAY = "2017-06-15"


def figures(cases: int = 300) -> list[Figure]:
    """Make the cases, ask, and time each half of the work."""
    os.environ.update(
        ZHIXING_TODAY=DAY,
        ZHIXING_NETWORK="http://127.0.0.1:8111",
        DJANGO_SETTINGS_MODULE="zhixing.web.settings",
    )
    Path(os.environ["ZHIXING_VAR"]).mkdir(exist_ok=True)
    ensure_running()
    _zhixing("manage", "migrate", "--verbosity", "0")
    command = [
        sys.executable,
        "-m",
        "zhixing.cli",
        "sandbox",
        "network",
        "--good",
        "--port",
        "8111",
        "--hour",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        assert sandbox.stdout is not None
        sandbox.stdout.readline()
        try:
            return _measured(cases)
        finally:
            sandbox.kill()


def _measured(cases: int) -> list[Figure]:
    import django

    django.setup()
    from django.conf import settings

    from zhixing.assets.network.intake import digest
    from zhixing.assets.network.line import Line
    from zhixing.assets.network.models import NetworkAnswer
    from zhixing.assets.network.peers import signer
    from zhixing.assets.network.sending import send_due
    from zhixing.assets.network.work import collect
    from zhixing.record import clock, outbox
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        _ask(cases)
        while outbox.work():
            pass
        with Line(settings.ZHIXING_NETWORK, signer()) as line:
            began = time.perf_counter()
            sent = send_due(line, clock.real_now())
            sending = time.perf_counter() - began
            began = time.perf_counter()
            collect(line)
            collecting = time.perf_counter() - began
        answers = NetworkAnswer.objects.count()
        began = time.perf_counter()
        digest()
        entering = time.perf_counter() - began
    return [
        _figure("Requests of the network sent (sandbox and court)", sent, sending),
        _figure("Answers collected and kept (sandbox and court)", answers, collecting),
        _figure("Answers judged, matched and entered as findings", answers, entering),
    ]


def _ask(cases: int) -> None:
    """Cases with one debtor each, asked about everywhere."""
    from tests import cast

    from zhixing.assets.acts.inquiry import InquirySent
    from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
    from zhixing.record import door

    cast.begin()
    for number in range(cases):
        dossier = cast.filed(debtor=2 + number)
        by = cast.who("filing")
        door.enter(dossier, HandedOver(), by, on=cast.FILED)
        officer = cast.who("officer1")
        act = Assigned(officer=officer.id, method=AssignmentMethod.DESIGNATED, reason="系列案件")
        door.enter(dossier, act, cast.who("director"), on=cast.ASSIGNED)
        debtor = cast.parties(debtor=2 + number)[1]
        door.enter(dossier, InquirySent(debtors=(debtor,)), officer, on=cast.TODAY)


def _figure(job: str, rows: int, seconds: float) -> Figure:
    wanted = rows / GOAL * 60
    return Figure(job, rows, seconds, "10,000 a minute", wanted, wanted / seconds, 1)


def _zhixing(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "zhixing.cli", *arguments], check=True)


if __name__ == "__main__":
    for each in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        print(f"{each.job}: {each.rows} in {each.ours:.2f} s, {each.rows / each.ours * 60:.0f} a minute")
