"""The sandbox over HTTP on this machine: POST /requests takes a batch, POST /answers hands answers out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from zhixing.assets.network.messages import Batch, Envelope
from zhixing.simulate.network.exchange import Exchange

LARGEST = 64 * 1024 * 1024  # bytes of a request


def server(exchange: Exchange, port: int, now: Callable[[], datetime]) -> ThreadingHTTPServer:
    """The server, not yet serving; port 0 takes any that is free. Raises OSError when the port is taken."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            if length > LARGEST:
                self.close_connection = True
                return self._answer(413, b"")
            return self._answer(*answered(exchange, self.path, self.rfile.read(length), now()))

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said of single requests."""

    made = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    made.daemon_threads = True
    return made


def answered(exchange: Exchange, path: str, body: bytes, now: datetime) -> tuple[int, bytes]:
    """Status and body of the answer to a POST."""
    try:
        if path == "/requests":
            return 200, msgspec.json.encode(exchange.receive(msgspec.json.decode(body, type=Batch), now))
        if path == "/answers":
            found = exchange.collect(msgspec.json.decode(body, type=Envelope), now)
            return (403, b"") if found is None else (200, msgspec.json.encode(found))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return 400, b""
    return 404, b""
