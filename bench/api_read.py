"""One case read through the API a request, beside a bare psycopg view that reads its rows and notes the look.

`python -m bench.api_read [REQUESTS]`, set up as `bench.api_write`. Ours folds the record and asks its duties anew; the bare view
reads what is kept of the answers. Both must tell the same case, head and duties, and each look is counted in the table.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

import psycopg
from bench.api_write import CLIENTS, DAY, ROUNDS, prepared, serving
from bench.figure import Figure

from zhixing.cli.postgres import cluster, ensure_running

SERVERS = {"zhixing": "zhixing.web.wsgi:application", "bare": "bench.api_read_bare:application"}
ALIKE = ("number", "court", "cause", "stage", "received_on", "limit_on", "amount_claimed", "closed_on")


def figures(requests: int = 600) -> list[Figure]:
    """Reads a second beside the bare view's, at least 0.45 of them."""
    found = measured(requests)
    seconds = {name: requests / rate for name, rate in found.items()}
    own, bare = seconds["zhixing"], seconds["bare"]
    return [
        Figure("One case read through the API", requests, own, "bare psycopg view", bare, bare / own, 0.45)
    ]


def measured(requests: int) -> dict[str, float]:
    """Reads a second of each, the best of the rounds, taken in turns."""
    from zhixing.cli.django import setup

    os.environ["ZHIXING_TODAY"] = DAY
    folder = Path(os.environ["ZHIXING_VAR"]) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    address = ensure_running()
    subprocess.run(
        [sys.executable, "-m", "zhixing.cli", "manage", "migrate"], check=True, capture_output=True
    )
    setup()
    token, cases = prepared(folder)
    wanted = [cases[place % len(cases)] for place in range(requests)]
    found: dict[str, float] = {}
    told: dict[str, object] = {}
    for _ in range(ROUNDS):
        for name, application in SERVERS.items():
            with serving(Path(sys.executable), application, address) as port:
                told[name] = [essence(each) for each in got(port, token, cases[: 4 * CLIENTS])]
                before, began = looks(), time.perf_counter()
                got(port, token, wanted)
                rate = requests / (time.perf_counter() - began)
            if looks() - before != requests:
                raise SystemExit(f"{name}: {looks() - before} looks for {requests} requests")
            found[name] = max(found.get(name, 0), rate)
        if told["zhixing"] != told["bare"]:
            raise SystemExit("the two tell different cases")
    return found


def got(port: int, token: str, cases: Sequence[int]) -> list[dict[str, object]]:
    """What each case was answered, asked for by so many clients; anything but 200 ends the bench."""
    answers: dict[int, dict[str, object]] = {}

    def client(own: Sequence[int]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        for number in own:
            connection.request("GET", f"/api/v1/cases/{number}", headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise ValueError(f"{answer.status} {body.decode()}")
            answers[number] = json.loads(body)

    running = [threading.Thread(target=client, args=(cases[place::CLIENTS],)) for place in range(CLIENTS)]
    for each in running:
        each.start()
    for each in running:
        each.join()
    return [answers[number] for number in cases]


def essence(told: dict[str, object]) -> tuple[object, ...]:
    """What must be alike whoever tells it."""
    case, duties, parties = told["case"], told["duties"], told["parties"]
    assert isinstance(case, dict)
    assert isinstance(duties, list)
    assert isinstance(parties, list)
    dues = sorted((each["rule"], each["index"], str(each["due"])) for each in duties)
    return (told["head"], *(str(case[name]) for name in ALIKE), dues, len(parties))


def looks() -> int:
    """How many looks are noted."""
    with psycopg.connect(cluster().superuser("zhixing")) as base:
        row = base.execute("SELECT count(*) FROM record_look").fetchone()
        return int(row[0]) if row else 0


if __name__ == "__main__":
    for each in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 600):
        print(
            f"{each.job}: {each.rows / each.ours:.0f}/s, {each.peer}: {each.rows / each.theirs:.0f}/s, {each.ratio:.2f}"
        )
