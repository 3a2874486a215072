"""A program of another system: follows the event feed in a process of its own, whatever happens to the server meanwhile.

`python -m tests.api.follower ADDRESS TOKEN CASE TYPE` prints each event as `dossier seq` and ends after the event of that type in
that case. Its only memory is the id of the last event it has printed.
"""

from __future__ import annotations

import sys
import threading

from zhixing.api.client import Client
from zhixing.api.shapes import CloudEvent

PAUSE = 0.1  # seconds until it asks again


def follow(client: Client, dossier: int, until: str) -> None:
    """Print events, one a line, as they come in."""
    after, waiting = "", threading.Event()
    while True:
        new = _asked(client, after)
        for event in new:
            sys.stdout.write(f"{event.data.dossier} {event.data.seq}\n")
            sys.stdout.flush()
            after = event.id
            if (event.data.dossier, event.data.type) == (dossier, until):
                return
        if not new:
            waiting.wait(PAUSE)


def _asked(client: Client, after: str) -> list[CloudEvent]:
    """A few at a time, so that many answers are needed; none while the server is away."""
    try:
        return client.events(after, limit=3)
    except OSError:
        return []


if __name__ == "__main__":
    follow(Client(sys.argv[1], sys.argv[2]), int(sys.argv[3]), sys.argv[4])
