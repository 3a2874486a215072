"""Django's PostgreSQL, but that a kept connection is listened to instead of asked, which would take a round trip a request.

A server that goes away says so; nothing else comes unasked but a notice, and then it is asked.
"""

from __future__ import annotations

from contextlib import ExitStack
from select import POLLIN, poll

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection."""

    _to_the_end: ExitStack | None = None  # what is sent together with the end of the transaction

    def send_with_the_end(self) -> None:
        """Send what follows together with the transaction's end, without waiting for each: one that fails raises there.

        For the last statements of a transaction, of which nothing is asked: no answer, no row, no number of rows.
        """
        if self._to_the_end is None and self.connection is not None:
            self._to_the_end = ExitStack()
            self._to_the_end.enter_context(self.connection.pipeline())

    def connect(self) -> None:
        """Connect anew; what an earlier connection left open went with it."""
        self._to_the_end = None
        super().connect()

    def commit(self) -> None:
        """End the transaction; what is done on commit is done afterwards, as ever."""
        with self._ended():
            super().commit()

    def rollback(self) -> None:
        """Give the transaction up."""
        with self._ended():
            super().rollback()

    def _ended(self) -> ExitStack:
        """What is left together with the transaction."""
        sent, self._to_the_end = self._to_the_end, None
        return sent or ExitStack()

    def is_usable(self) -> bool:
        """Whether the connection still stands."""
        if self.connection is None or self.connection.closed:
            return False
        heard = poll()
        heard.register(self.connection.fileno(), POLLIN)
        return bool(super().is_usable()) if heard.poll(0) else True
