"""One act through the API a request, beside a bare psycopg view and Django REST framework making the same inserts with no law.

`python -m bench.api_write [REQUESTS]` with ZHIXING_VAR naming an empty state folder. One PostgreSQL, one server (granian, two
workers of two threads), eight clients on kept connections, three rounds in turns; each request flags a case of its own with
another category than before. Acts are counted in the table, not taken from the answers. The clients share the processors.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import psycopg
from bench.figure import Figure
from bench.invented_register import write

from zhixing.cli.postgres import cluster, ensure_running

ROOT = Path(__file__).resolve().parent.parent
CLIENTS, ROUNDS, DAY = 8, 3, "2017-06-15"
COURT, USER, POWER = "渝0235", "bench.filing", "filing"
SERVERS = {
    "zhixing": "zhixing.web.wsgi:application",
    "bare": "bench.api_write_bare:application",
    "drf": "bench.api_write_drf:application",
}


def prepared(folder: Path) -> tuple[str, list[int]]:
    """Cases to write to, taken over from an invented register, and an officer's token for them."""
    from datetime import date

    from zhixing.api.tokens import make
    from zhixing.cases.models import CaseRow
    from zhixing.people.models import Department, Officer, Post
    from zhixing.record.power import Power
    from zhixing.record.scope import seeing

    path = folder / "register.csv"
    write(path, 6000, codes=True, bad=False)
    # What ended after the bench's day is sent back.
    subprocess.run([sys.executable, "-m", "zhixing.cli", "import", "cases", path], capture_output=True)
    officer, _ = Officer.objects.get_or_create(username=USER, defaults={"name": "甲"})
    room, _ = Department.objects.get_or_create(court=COURT, name="立案庭")
    Post.objects.get_or_create(
        officer=officer, department=room, court=COURT, title="立案", powers=[POWER], since=date(2010, 1, 1)
    )
    _, text = make(
        officer, "bench", powers=[Power(POWER)], courts=[COURT], expires_on=date.fromisoformat("2017-12-31")
    )
    with seeing([COURT]):
        rows = CaseRow.objects.filter(court=COURT, closed_on=None).order_by("dossier_id")
        return text, list(rows.values_list("dossier_id", flat=True))


@contextmanager
def serving(python: Path, application: str, address: str) -> Iterator[int]:
    """The application under granian; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [
        str(python), "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
        "--blocking-threads", "2", "--no-ws", "--log-level", "warning", application,
    ]  # fmt: skip
    environment = {
        **os.environ, "DATABASE_URL": address, "ZHIXING_TODAY": DAY, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    }  # fmt: skip
    with subprocess.Popen(command, env=environment) as server:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        try:
            yield port
        finally:
            server.terminate()


def posted(port: int, token: str, cases: Sequence[int], category: str) -> list[float]:
    """Flag these cases, by so many clients; the seconds each request took. Anything but 201 ends the bench."""
    took: list[float] = []
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    body = json.dumps({"on": DAY, "acts": [{"type": "cases.livelihood_flagged", "category": category}]})

    def client(own: Sequence[int]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        for number in own:
            began = time.perf_counter()
            connection.request("POST", f"/api/v1/cases/{number}/entries", body, headers)
            answer = connection.getresponse()
            told = answer.read()
            if answer.status != 201 or json.loads(told)["entries"][0]["act"]["category"] != category:
                raise SystemExit(f"{answer.status} {told.decode()}")
            took.append(time.perf_counter() - began)

    running = [threading.Thread(target=client, args=(cases[place::CLIENTS],)) for place in range(CLIENTS)]
    for each in running:
        each.start()
    for each in running:
        each.join()
    return took


def measured(requests: int) -> dict[str, dict[str, float]]:
    """Writes a second of each server, the best of the rounds, and the 99th percentile in milliseconds."""
    from zhixing.cases.acts.filing import LivelihoodCategory
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
    pythons = {"zhixing": Path(sys.executable), "bare": Path(sys.executable), "drf": _peer(folder)}
    categories = [each.value for each in LivelihoodCategory]
    found: dict[str, dict[str, float]] = {}
    for turn in range(ROUNDS):
        for place, (name, application) in enumerate(SERVERS.items()):
            chosen = cases[:requests]
            with serving(pythons[name], application, address) as port:
                posted(port, token, cases[-2 * CLIENTS :], categories[(turn + place + 1) % len(categories)])
                before, began = _acts(), time.perf_counter()
                took = posted(port, token, chosen, categories[(turn + place) % len(categories)])
                spent = time.perf_counter() - began
            if _acts() - before != len(chosen):
                raise SystemExit(f"{name}: {_acts() - before} acts for {len(chosen)} requests")
            rate = len(chosen) / spent
            if rate > found.get(name, {}).get("per second", 0):
                p99 = 1000 * statistics.quantiles(took, n=100)[98]
                found[name] = {"requests": len(chosen), "per second": round(rate, 1), "p99 ms": round(p99, 1)}
    return found


def _acts() -> int:
    with psycopg.connect(cluster().superuser("zhixing")) as base:
        row = base.execute("SELECT count(*) FROM record_act").fetchone()
        return int(row[0]) if row else 0


def _peer(folder: Path) -> Path:
    python = folder / "drf" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "drf", with_pip=True)
        pins = ROOT / "bench" / "rest-framework-requirements.txt"
        subprocess.run([python, "-m", "pip", "install", "-qq", "-r", pins], check=True)
    return python


def figures(requests: int = 300) -> list[Figure]:
    """Writes a second beside the bare view (at least half of it) and Django REST framework (more than it)."""
    found = measured(requests)
    seconds = {name: requests / each["per second"] for name, each in found.items()}
    own = seconds["zhixing"]
    return [
        Figure("One act through the API", requests, own, peer, seconds[name], seconds[name] / own, goal)
        for name, peer, goal in (("bare", "bare psycopg view", 0.5), ("drf", "Django REST framework", 1))
    ]


if __name__ == "__main__":
    found = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    own = found["zhixing"]["per second"]
    times = {name: round(own / each["per second"], 2) for name, each in found.items() if name != "zhixing"}
    print(json.dumps({"figures": found, "times": times}, indent=1))
