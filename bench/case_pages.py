"""Case list and case page at 1,000,000 cases: p50 and p99 as 1 and as 16 users, and that no page asks more as rows grow.

`python -m bench.case_pages` with ZHIXING_VAR naming a state folder of its own (about 25 GB). Peer: the published
figure of a Django case system at a million cases, 150-200 ms (p50) and 320-430 ms (p99).
"""

from __future__ import annotations

import http.cookies
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import quote, urlencode

import psycopg
from bench.figure import Figure

CASES = int(os.environ.get("BENCH_CASES", "1000000"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "15"))
PORT = int(os.environ.get("BENCH_PORT", "8190"))
PASSWORD = "zhixing-2017"


class Reader:
    """A signed-in officer's browser: keeps its cookies and one connection."""

    def __init__(self, username: str, cookies: dict[str, str] | None = None) -> None:
        self.connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.cookies = dict(cookies or {})
        if not cookies:
            self._sign_in(username)

    def _sign_in(self, username: str) -> None:
        page = self.get("/sign-in/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = {"username": username, "password": PASSWORD, "csrfmiddlewaretoken": token[1] if token else ""}
        self._ask("POST", "/sign-in/", urlencode(form))
        if "sessionid" not in self.cookies:
            raise SystemExit(f"{username} cannot sign in")

    def get(self, path: str) -> str:
        """A page's text; anything but 200 ends the measurement."""
        status, text = self._ask("GET", path)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
        return text

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer.status, answer.read().decode()


def paths(cases: list[int], words: list[str]) -> Iterator[tuple[str, str]]:
    """What an officer opens in turn, without end: (kind of page, address)."""
    chance = random.Random(os.urandom(8))
    while True:
        yield "case page", f"/cases/{chance.choice(cases)}/"
        yield "case list", "/cases/"
        yield "case list, open", "/cases/?state=open&sort=limit"
        yield "case list, page 20", "/cases/?page=20"
        yield "case list, searched", f"/cases/?q={quote(chance.choice(words))}"


def measure(username: str, users: int, cases: list[int], words: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each page, asked by so many users at once for SECONDS."""
    took: dict[str, list[float]] = {}
    first = Reader(username)
    until = time.monotonic() + SECONDS

    def read(reader: Reader) -> None:
        for kind, path in paths(cases, words):
            if time.monotonic() > until:
                return
            began = time.perf_counter()
            reader.get(path)
            took.setdefault(kind, []).append(1000 * (time.perf_counter() - began))

    readers = [threading.Thread(target=read, args=(Reader(username, first.cookies),)) for _ in range(users)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    return took


@contextmanager
def served() -> Iterator[None]:
    """The platform, as `zhixing serve` runs it."""
    environment = {**os.environ, "PORT": str(PORT), "ZHIXING_TODAY": "2017-06-15"}
    server = subprocess.Popen(
        [sys.executable, "-m", "zhixing.cli", "serve"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            try:
                HTTPConnection("127.0.0.1", PORT, timeout=2).request("GET", "/sign-in/")
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait()


def queries(username: str, case: int) -> dict[str, int]:
    """How many SQL statements each page takes."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from zhixing.people.models import Officer

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Officer.objects.get(username=username))
    found = {}
    for kind, path in (("case page", f"/cases/{case}/"), ("case list", "/cases/")):
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        found[kind] = len(asked)
    return found


Report = dict[str, dict[str, dict[str, float]]]
PUBLISHED = {"p50": 0.2, "p99": 0.43}  # seconds; what a Django case system says of itself at a million cases


def measured() -> tuple[dict[str, int], Report]:
    """Load, grow, count, measure: how many rows there are, and who waited how long for what. Goes on with what is there."""
    from bench.large_district import counted, grow

    from zhixing.cli.django import setup
    from zhixing.cli.postgres import cluster, ensure_running

    os.environ.setdefault("ZHIXING_TODAY", "2017-06-15")
    ensure_running()
    for command in (["manage", "migrate", "--verbosity", "0"], ["demo"]):
        subprocess.run([sys.executable, "-m", "zhixing.cli", *command], check=True, stdout=subprocess.DEVNULL)
    setup()
    with psycopg.connect(cluster().superuser("zhixing"), autocommit=True) as base:
        cases, words = sample(base)
        small = queries("02.director", cases[0])
        grow(base, CASES)
        rows = counted(base)
        large = queries("02.director", cases[0])
        cases, words = sample(base)
    if small != large:
        raise SystemExit(f"the number of statements grows with the rows: {small} became {large}")
    report: Report = {}
    with served():
        for username in ("0235.officer1", "02.director"):
            for users in (1, 16):
                took = measure(username, users, cases, words)
                report[f"{username}, {users} users"] = {kind: summary(times) for kind, times in took.items()}
    return rows, report


def figures() -> list[Figure]:
    """An officer's list and case page as 1 and as 16 users, beside the published figure, which names no number of users."""
    rows, report = measured()
    return [
        Figure(
            f"{kind.capitalize()}, {users} at once, {part}",
            rows["cases_case"],
            (ours := report[f"0235.officer1, {users} users"][kind][part] / 1000),
            "a Django case system, published",
            theirs,
            theirs / ours,
            1,
        )
        for users in (1, 16)
        for kind in ("case list", "case page")
        for part, theirs in PUBLISHED.items()
    ]


def sample(base: psycopg.Connection) -> tuple[list[int], list[str]]:
    """Cases of court 0235 to open, and words to search for: numbers, names, causes, a third each."""
    court = ("渝0235",)
    cases = base.execute(
        "select dossier_id from cases_case where court = %s order by md5(id::text) limit 500", court
    )
    found = [row[0] for row in cases]
    asked = (
        "select number from cases_case where court = %s and number <> '' order by md5(id::text) limit 100",
        "select name from parties_party where court = %s order by md5(id::text) limit 100",
        "select distinct cause from cases_case where court = %s limit 100",
    )
    return found, [row[0] for question in asked for row in base.execute(question, court)]


def summary(times: list[float]) -> dict[str, float]:
    """p50 and p99 in milliseconds, and of how many."""
    ordered = sorted(times)
    return {
        "n": len(ordered),
        "p50": round(statistics.median(ordered), 1),
        "p99": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 1),
    }


if __name__ == "__main__":
    print(json.dumps(measured(), ensure_ascii=False, indent=1))
