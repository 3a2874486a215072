"""The sandbox's exchange inside a test, without HTTP, its moments given; and a case in which somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from tests.cast import TODAY, who
from zhixing.assets.acts.inquiry import InquirySent
from zhixing.assets.institutions import Institution
from zhixing.assets.network.line import Line, Unreachable
from zhixing.assets.network.messages import Batch, Collect, Envelope, Receipt
from zhixing.assets.network.peers import signer
from zhixing.assets.network.signing import Signer, made_of
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import clock, door, outbox
from zhixing.simulate.network.exchange import Exchange

PEER = "tests' own secret"


def exchange(secret: str, *, seed: int = 7, good: bool = True) -> Exchange:
    """A sandbox that believes this installation."""
    courts = {signer().name: signer().key}
    return Exchange(seed, Signer(made_of(secret, "exchange")), courts, hour=timedelta(0), good=good)


class Near(Line):
    """A line to an exchange in the same process; `down` cuts it."""

    def __init__(self, to: Exchange) -> None:
        self.to, self.down = to, False

    def send(self, bodies: Sequence[bytes]) -> tuple[Receipt, ...]:
        if self.down:
            raise Unreachable("cut")
        now = clock.real_now()
        sealed = tuple(signer().sealed(each, now) for each in bodies)
        return self.to.receive(Batch(requests=sealed), now).receipts

    def collect(self, most: int, kept: Sequence[str]) -> tuple[tuple[Envelope, ...], bool]:
        if self.down:
            raise Unreachable("cut")
        body = msgspec.json.encode(Collect(most=most, kept=tuple(kept)))
        found = self.to.collect(signer().sealed(body, clock.real_now()), clock.real_now())
        return (found.answers, found.more) if found else ((), False)


def debtor_of(number: int) -> int:
    """The debtor of a case."""
    return parties_of(door.read(number), Role.DEBTOR, TODAY)[0].party


def ask(number: int, *institutions: Institution) -> int:
    """Ask about the debtor of a case; the entry's number. The requests stand in the queue."""
    act = InquirySent(debtors=(debtor_of(number),), institutions=institutions)
    seq = door.enter(number, act, who("officer1"), on=TODAY).seq
    outbox.work()
    return seq


def just_now() -> datetime:
    """A moment at which everything queued is due."""
    return clock.real_now() + timedelta(seconds=1)
