"""One round of the network: send what is due, collect and keep what is there, judge and enter what was kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from zhixing.assets.network.intake import digest, keep
from zhixing.assets.network.line import Line, Unreachable
from zhixing.assets.network.peers import signer
from zhixing.assets.network.sending import send_due
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, seeing

MOST = 500  # answers collected at once


@dataclass(slots=True)
class Round:
    """What one round did; `trouble` says why the exchange could not be reached."""

    sent: int = 0
    kept: int = 0
    settled: int = 0
    trouble: str = ""


def work() -> Round:
    """Do all that can be done now. An exchange that is not reached does not keep what was collected from being entered."""
    done = Round()
    with seeing(EVERY_COURT):
        if settings.ZHIXING_NETWORK:
            with Line(settings.ZHIXING_NETWORK, signer()) as line:
                try:
                    done.sent = send_due(line, clock.real_now())
                    done.kept = collect(line)
                except Unreachable as error:
                    done.trouble = str(error)
        done.settled = digest()
    return done


def collect(line: Line) -> int:
    """Collect until nothing waits; how many answers were new. What was kept is named in the next asking. Raises Unreachable."""
    new, kept, more = 0, list[str](), True
    while more or kept:
        envelopes, more = line.collect(MOST, kept)
        new += keep(envelopes, clock.real_now()) if envelopes else 0
        kept = [each.nonce for each in envelopes]
    return new
