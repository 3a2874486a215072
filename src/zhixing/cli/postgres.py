"""The embedded PostgreSQL for whoever needs one: started by the first who asks, stopped when the last has gone.

Everyone who uses the server holds a shared lock on one file for as long as they live. Whoever lets go last can take the lock
alone, and then stops the server; the operating system lets go for a process that was killed. `zhixing postgres start` keeps it
running. With DATABASE_URL set, nothing here is used.
"""

from __future__ import annotations

import argparse
import atexit
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

from zhixing.cli.binaries import PostgresTrouble, programs, quiet_environment
from zhixing.cli.cluster import Cluster, base_folder
from zhixing.web.places import secret, state

__all__ = [
    "PostgresTrouble",
    "add_arguments",
    "cluster",
    "ensure_running",
    "keep_running",
    "release",
    "run",
    "stop",
]

PASSWORD = "ZHIXING_DATABASE_PASSWORD"
_lease: list[IO[str]] = []


@cache
def cluster() -> Cluster:
    """This installation's cluster, whether it exists yet or not."""
    found = programs()
    return Cluster(base_folder(state() / "postgres", found, secret("ZHIXING_INSTALLATION")), found)


def ensure_running() -> str:
    """The DATABASE_URL to use: the one given, or the embedded server's, started if need be and kept while this process lives.

    Also puts it into the environment, for Django's settings and for children. PostgresTrouble when the server will not start.
    """
    given = os.environ.get("DATABASE_URL")
    if given:
        return given
    password = secret(PASSWORD)
    with _alone():
        if not cluster().running():
            cluster().start(password)
        if not _lease:
            file = _file("users")
            fcntl.flock(file, fcntl.LOCK_SH)
            _lease.append(file)
            atexit.register(release)
    os.environ["DATABASE_URL"] = address = cluster().address(password)
    return address


def keep_running() -> None:
    """Start the embedded server again if it died under this process, which uses it."""
    if not _lease:
        return
    with _alone():
        if not cluster().running():
            cluster().start(secret(PASSWORD))


def release() -> None:
    """Let go of the embedded server; stop it if nobody else uses it and it was not asked to stay."""
    if not _lease:
        return
    _lease.pop().close()
    os.environ.pop("DATABASE_URL", None)
    with _alone(), _file("users") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        if not _stays().exists():
            cluster().stop()


def stop() -> None:
    """Stop the embedded server now, whoever uses it."""
    with _alone():
        _stays().unlink(missing_ok=True)
        cluster().stop()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `zhixing postgres` takes."""
    parser.add_argument("action", choices=["start", "stop", "status"], help="启动并保持运行、停止、查看状态")


def run(args: argparse.Namespace) -> int:
    """`zhixing postgres start|stop|status`."""
    if args.action == "start":
        ensure_running()
        if _lease:
            _stays().touch()
            print("内置数据库已启动，直到 zhixing postgres stop 才停止。")
    elif args.action == "stop":
        stop()
    elif os.environ.get("DATABASE_URL"):
        print("使用 DATABASE_URL 指定的数据库")
    else:
        running = cluster().running()
        print(f"内置数据库{'正在运行' if running else '没有运行'}：{cluster().base}")
        return 0 if running else 3
    return 0


def shell(*, superuser: bool, arguments: list[str]) -> int:
    """PostgreSQL's own command line, psql, on the platform's database; `superuser` for the owner's own hands."""
    given = os.environ.get("DATABASE_URL")
    if superuser and given:
        print("DATABASE_URL 指定的数据库，请用它自己的超级用户登录。", file=sys.stderr)
        return 2
    address = ensure_running()
    target = cluster().superuser("zhixing") if superuser else address
    program = programs().root / "bin" / "psql"
    return subprocess.run(
        [str(program), target, *arguments], env={**quiet_environment(), "LC_ALL": "C.UTF-8"}
    ).returncode


def _stays() -> Path:
    return cluster().base / "stays"


def _file(name: str) -> IO[str]:
    cluster().base.mkdir(parents=True, exist_ok=True, mode=0o700)
    return (cluster().base / name).open("a")


@contextmanager
def _alone() -> Iterator[None]:
    """Only one process at a time starts or stops the server."""
    with _file("lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
