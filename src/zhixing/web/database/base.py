"""Django's PostgreSQL, but that a kept connection is listened to instead of asked, which would take a round trip a request.

A server that goes away says so; nothing else comes unasked but a notice, and then it is asked.
"""

from __future__ import annotations

from select import POLLIN, poll

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection."""

    def is_usable(self) -> bool:
        """Whether the connection still stands."""
        if self.connection is None or self.connection.closed:
            return False
        heard = poll()
        heard.register(self.connection.fileno(), POLLIN)
        return bool(super().is_usable()) if heard.poll(0) else True
