"""The platform's web server as its own process, as `zhixing serve` starts it, on the database of a test."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

from django.db import connection

from tests.cast import TODAY


def database() -> str:
    """The address of the database that this test writes to."""
    name = str(connection.settings_dict["NAME"])
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


class Server:
    """One server at a port of its own; it can be ended hard and started again."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.running: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port),
            "--workers", "2", "--blocking-threads", "2", "--no-ws", "--log-level", "warning",
            "zhixing.web.wsgi:application",
        ]  # fmt: skip
        environment = {**os.environ, "DATABASE_URL": database(), "ZHIXING_TODAY": TODAY.isoformat()}
        self.running = subprocess.Popen(command, env=environment, start_new_session=True)
        while not self._answers():
            assert self.running.poll() is None, "the server did not come up"

    def kill(self) -> None:
        """End it at once, with whatever it was doing."""
        if self.running is not None:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()

    def _answers(self) -> bool:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            asked.request("GET", "/api/v1/openapi.json")
            return asked.getresponse().status == 200
        except OSError:
            return False
        finally:
            asked.close()
