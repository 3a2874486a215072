"""`zhixing serve`: it comes up, answers, mends what dies under it, and one signal ends all of it."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psutil
import pytest

pytestmark = pytest.mark.database
PROGRAM = Path(sys.executable).parent / "zhixing"


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(state: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """An installation without the demonstration district, being served; ended afterwards if it has not ended by itself."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with subprocess.Popen(
        [PROGRAM, "serve", "--port", str(port)],
        env={**kept, "ZHIXING_VAR": str(state)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as platform:
        try:
            yield platform
        finally:
            platform.terminate()


def said_until(lines: IO[str], word: str) -> str:
    """What is said up to the line with that word; fails when it ends before."""
    said = ""
    for line in lines:
        said += line
        if word in line:
            return said
    raise AssertionError(f"no {word} in:\n{said}")


def ended_whole(platform: subprocess.Popen[str], state: Path, port: int, number: signal.Signals) -> None:
    """It has come up and answers; one signal ends it, and nobody is left behind."""
    assert platform.stdout is not None
    said = said_until(platform.stdout, "平台已启动")
    assert f"http://127.0.0.1:{port}/" in said
    assert status(port, "/") in (200, 302)
    children = psutil.Process(platform.pid).children(recursive=True)
    server = int((state / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    platform.send_signal(number)
    platform.communicate()
    assert platform.returncode == 0
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    assert not psutil.pid_exists(server) or psutil.Process(server).status() == psutil.STATUS_ZOMBIE


@pytest.fixture(scope="module")
def begun() -> Iterator[Path]:
    """The state directory of an installation that was served once, ended by Ctrl+C: a database, migrated."""
    folder = Path(tempfile.mkdtemp(prefix="zhixing-"))
    folder.chmod(0o755)
    port = free_port()
    with serving(folder, port) as platform:
        ended_whole(platform, folder, port, signal.SIGINT)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def state(begun: Path) -> Iterator[Path]:
    """A state directory like it, of the test's own; as its owners have it, which shutil would not keep."""
    folder = Path(tempfile.mkdtemp(prefix="zhixing-"))
    subprocess.run(["cp", "-a", f"{begun}/.", folder], check=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def new() -> Iterator[Path]:
    """A state directory in which nothing is yet."""
    folder = Path(tempfile.mkdtemp(prefix="zhixing-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def status(port: int, page: str) -> int:
    """The status of the answer to a request for a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", page)
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_killed_platform_leaves_nobody_behind_and_serves_again_until_one_signal_ends_it(
    state: Path,
) -> None:
    port = free_port()
    with serving(state, port) as platform:
        assert platform.stdout is not None
        said_until(platform.stdout, "平台已启动")
        children = psutil.Process(platform.pid).children(recursive=True)
        platform.kill()
        gone, alive = psutil.wait_procs(children, timeout=60)
        assert gone and not [child for child in alive if child.status() != psutil.STATUS_ZOMBIE]
    with serving(state, port) as again:
        ended_whole(again, state, port, signal.SIGTERM)


def test_a_killed_database_and_a_killed_worker_are_started_again(state: Path) -> None:
    port = free_port()
    with serving(state, port) as platform:
        assert platform.stdout is not None
        said_until(platform.stdout, "平台已启动")
        killed = int((state / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
        psutil.Process(killed).kill()
        for child in psutil.Process(platform.pid).children():
            if "worker" in child.cmdline():
                child.kill()
        said_until(platform.stdout, "后台任务意外结束")
        said_until(platform.stdout, "Launching a worker")
        assert status(port, "/") in (200, 302)
        platform.send_signal(signal.SIGINT)
        platform.communicate()
    assert platform.returncode == 0


def test_a_taken_port_is_said_before_any_work(new: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(new, port) as platform:
            said, _ = platform.communicate()
    assert platform.returncode == 1
    assert f"端口 {port} 已被占用" in said
    assert list(new.iterdir()) == []
