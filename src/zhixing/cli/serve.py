"""`zhixing serve`: the whole platform in one terminal. Database, migrations, pages, worker; one interrupt ends all of it.

The children live in process groups of their own, so that an interrupt reaches this process alone, which ends them in order.
A child that ends by itself is started again; one that cannot even stay up ends the platform with a message.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import http.client
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from zhixing.cli.postgres import ensure_running, keep_running, release

DEMO_DAY = "2017-06-15"  # the demonstration district lives at the plan's mid-term inspection
GRACE = 3  # seconds a child is given to end before it is asked again
ASKED = 7  # times a child is asked to end before it is killed
STAYED_UP = 10  # seconds after which a child counts as having come up
TRIES = 5  # starts in a row that may fail
LOOK = 1.0  # seconds between two looks at the children
PR_SET_PDEATHSIG = 1  # of Linux; elsewhere, what a killed platform leaves behind is ended by hand
_libc = (
    ctypes.CDLL(None) if sys.platform == "linux" else None
)  # loaded here: a fresh child must not load anything


class Ended(Exception):
    """The platform is asked to end, or cannot go on: the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `zhixing serve` takes."""
    parser.add_argument("--demo", action="store_true", help=f"装入演示法院，日期停在 {DEMO_DAY}")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址（默认 127.0.0.1）")
    parser.add_argument(
        "--port", type=int, default=os.environ.get("PORT") or "8000", help="端口（默认 8000）"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; 0 then, 1 when something prevents it."""
    if not _free(args.host, args.port):
        print(
            f"端口 {args.port} 已被占用。请先结束占用它的程序，或另选端口，例如：PORT={args.port + 1} make run",
            file=sys.stderr,
        )
        return 1
    if args.demo:
        os.environ.setdefault("ZHIXING_TODAY", DEMO_DAY)
        os.environ["ZHIXING_DEMONSTRATION"] = "1"
        sandbox = _own_network()
    else:
        os.environ.pop("ZHIXING_DEMONSTRATION", None)
        sandbox = 0
    platform = Platform(args.host, args.port, demo=args.demo)
    platform.sandbox = sandbox
    try:
        platform.open()
        platform.watch()
    except Ended as ended:
        return ended.code
    finally:
        platform.close()
    return 0


class Platform:
    """The running platform: its children, and whether it was asked to stop."""

    def __init__(self, host: str, port: int, *, demo: bool) -> None:
        self.host, self.port, self.demo = host, port, demo
        self.sandbox = 0  # the port of the network's sandbox; 0: none is started
        self.started = time.monotonic()
        self.stopping = threading.Event()
        self.children: dict[str, tuple[subprocess.Popen[bytes], float]] = {}
        self.failed = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stopping.set())

    def open(self) -> None:
        """Bring everything up, in order, with a line for each step. Ended when a step fails or is interrupted."""
        self._say("启动数据库")
        ensure_running()
        self._step("更新数据库结构", "manage", "migrate", "--verbosity", "0")
        texts = _norm_texts()
        if texts:
            self._step("导入规范文本", "norms", "import", str(texts))
        if self.demo and importlib.util.find_spec("zhixing.cli.demo"):
            self._step("装入演示法院", "demo")
        self._say("启动网页和后台任务")
        for name in self._commands():
            self._start(name)
        self._wait_until_answering()
        self._say(f"平台已启动：http://{self.host}:{self.port}/    按 Ctrl+C 结束")

    def watch(self) -> None:
        """Keep everything up until asked to stop. Ended when a child cannot stay up."""
        while not self.stopping.wait(LOOK):
            keep_running()
            self._look_after_children()

    def close(self) -> None:
        """End the children, then the database, if nobody else uses it."""
        if self.children:
            self._say("正在结束")
        for child, _ in self.children.values():
            _signal(child, signal.SIGTERM)
        for child, _ in self.children.values():
            _finish(child)
        release()
        self._say("已结束")

    def _commands(self) -> dict[str, list[str]]:
        web = [
            "-m", "granian", "--interface", "wsgi", "--host", self.host, "--port", str(self.port), "--workers", "2",
            "--blocking-threads", "4", "--no-ws", "--workers-kill-timeout", "5", "--log-level", "warning",
            "zhixing.web.wsgi:application",
        ]  # fmt: skip
        worker = ["-m", "zhixing.cli", "manage", "procrastinate", "worker", "--concurrency", "2"]
        sandbox = ["-m", "zhixing.cli", "sandbox", "network", "--port", str(self.sandbox)]
        return {"网页": web, "后台任务": worker} | ({"网络查控沙箱": sandbox} if self.sandbox else {})

    def _start(self, name: str) -> None:
        self.children[name] = (_child(self._commands()[name]), time.monotonic())

    def _step(self, title: str, *command: str) -> None:
        """Run one of our own commands to its end, in a process of its own so that its memory is given back."""
        self._say(title)
        child = _child(["-m", "zhixing.cli", *command])
        while child.poll() is None:
            if self.stopping.wait(0.1):
                os.killpg(child.pid, signal.SIGTERM)  # a step may have helpers
                _finish(child)
                raise Ended(0)
        if child.returncode != 0:
            print(f"{title}没有成功（退出码 {child.returncode}），原因见上。", file=sys.stderr)
            raise Ended(1)

    def _look_after_children(self) -> None:
        for name, (child, since) in list(self.children.items()):
            if child.poll() is None:
                continue
            self.failed = self.failed + 1 if time.monotonic() - since < STAYED_UP else 0
            if self.failed >= TRIES:
                print(f"{name}一再启动失败（退出码 {child.returncode}），原因见上。", file=sys.stderr)
                raise Ended(1)
            self._say(f"{name}意外结束（退出码 {child.returncode}），重新启动")
            self._start(name)

    def _wait_until_answering(self) -> None:
        while True:
            if self.stopping.wait(0.1):
                raise Ended(0)
            self._look_after_children()
            connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
            try:
                connection.request("GET", "/")
                connection.getresponse()
            except OSError:
                continue
            finally:
                connection.close()
            return

    def _say(self, line: str) -> None:
        with contextlib.suppress(
            OSError
        ):  # whoever read this may be gone; the children must be ended all the same
            print(f"[{time.monotonic() - self.started:5.1f} 秒] {line}", flush=True)


def _child(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        preexec_fn=_end_with_parent if _libc is not None else None,
    )


def _end_with_parent() -> None:
    """In the child, before it becomes the program: be ended when this process is killed, which could end nobody any more."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _signal(child: subprocess.Popen[bytes], number: int) -> None:
    """To the child itself, which ends its own children."""
    if child.poll() is None:
        child.send_signal(number)


def _finish(child: subprocess.Popen[bytes]) -> None:
    """Wait for the child; ask again, since one that was just starting may have missed it; at last end all that it started."""
    for _ in range(ASKED):
        try:
            child.wait(GRACE)
            return
        except subprocess.TimeoutExpired:
            _signal(child, signal.SIGTERM)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _own_network() -> int:
    """Let the demonstration ask a sandbox of its own, at a port nobody uses: that port; 0 when a network is named already."""
    if os.environ.get("ZHIXING_NETWORK"):
        return 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    os.environ["ZHIXING_NETWORK"] = f"http://127.0.0.1:{port}"
    os.environ.setdefault("ZHIXING_NETWORK_PATIENCE", "3")
    return port


def _norm_texts() -> Path | None:
    """The folder of norm texts beside the checkout, if it is there."""
    from zhixing.web.settings import NORM_TEXTS

    return NORM_TEXTS if NORM_TEXTS.is_dir() else None
