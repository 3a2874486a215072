"""The line to the exchange: HTTP, a batch at a time. Whatever goes wrong on the way is `Unreachable`, and is tried again."""

from __future__ import annotations

import http.client
from collections.abc import Sequence
from types import TracebackType
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from zhixing.assets.network.messages import Batch, Collect, Collected, Envelope, Receipt, Receipts
from zhixing.assets.network.signing import Signer
from zhixing.record import clock

TIMEOUT = 30  # seconds
T = TypeVar("T")


class Unreachable(RuntimeError):
    """The exchange does not answer, or not as agreed; the message says how."""


class Line:
    """An open line to the exchange at an address such as http://127.0.0.1:8100. Use as a context."""

    def __init__(self, address: str, signer: Signer) -> None:
        parts = urlsplit(address)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT)
        self._signer = signer

    def __enter__(self) -> Line:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def send(self, bodies: Sequence[bytes]) -> tuple[Receipt, ...]:
        """Send requests; their receipts in order. Raises Unreachable."""
        now = clock.real_now()
        batch = Batch(requests=tuple(self._signer.sealed(each, now) for each in bodies))
        found = self._post("/requests", msgspec.json.encode(batch), Receipts).receipts
        if len(found) != len(bodies):
            raise Unreachable(f"{len(found)} receipts for {len(bodies)} requests")
        return found

    def collect(self, most: int, kept: Sequence[str]) -> tuple[tuple[Envelope, ...], bool]:
        """Up to so many answers, those named as kept no longer among them, and whether others wait. Raises Unreachable."""
        body = msgspec.json.encode(Collect(most=most, kept=tuple(kept)))
        asked = self._signer.sealed(body, clock.real_now())
        found = self._post("/answers", msgspec.json.encode(asked), Collected)
        return found.answers, found.more

    def _post(self, path: str, body: bytes, shape: type[T]) -> T:
        try:
            self._connection.request("POST", path, body, {"Content-Type": "application/json"})
            response = self._connection.getresponse()
            told = response.read()
            if response.status != http.client.OK:
                raise Unreachable(f"HTTP {response.status}")
            return msgspec.json.decode(told, type=shape)
        except (OSError, http.client.HTTPException, msgspec.DecodeError) as error:
            self._connection.close()
            raise Unreachable(str(error) or type(error).__name__) from error
