"""A whole case through the client alone, against the running server: filed, assigned, served, performed, closed.

Each act is tried before it is entered; an approval is sent back once and an entry corrected; a state that has gone stale is met
and read anew; a request sent twice enters once. Another process follows the events, and the server is killed in the middle.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest

from tests.api.server import Server
from tests.api.test_api import machine as token_of
from tests.cast import COURT, FILED, RECEIVED, TODAY, begin, intake, parties, who
from zhixing.api.client import Client, ProblemError
from zhixing.api.shapes import OwedOut
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver, Reassigned
from zhixing.cases.acts.filing import Filed
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    CluesAsked,
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.closing.acts import Archived, Fulfilled, FulfilmentGround
from zhixing.record.act import Act

NOTICED, SERVED, PAID = date(2017, 3, 7), date(2017, 3, 9), date(2017, 3, 20)


@pytest.fixture
def server(committed: None) -> Iterator[Server]:
    """The running platform, with the cast in place."""
    begin()
    found = Server()
    found.start()
    yield found
    found.kill()


@pytest.fixture
def client(server: Server) -> Iterator[Callable[[str], Client]]:
    """Makes a system with a token of the officer in a seat, over HTTP."""
    made: list[Client] = []

    def make(seat: str) -> Client:
        made.append(Client(server.address, token_of(seat)._token))
        return made[-1]

    yield make
    for each in made:
        each.close()


def does(by: Client, case: int, on: date, *acts: Act) -> None:
    """Try the acts, then enter them upon the state that was read, which opens and meets what was foretold."""
    before = by.case(case)
    tried = by.try_out(case, on, acts, expect=before.head)
    entered = by.enter(case, on, acts, expect=before.head)
    assert [(each.seq, each.act) for each in entered.entries] == [
        (each.seq, each.act) for each in tried.entries
    ]
    met = {(each.rule, each.opening) for each in by.case(case).duties if each.met_on is not None}
    assert {(each.rule, each.opening) for each in tried.closes if each.met_on is not None} <= met


def opened(clerk: Client, applicant: int, debtor: int) -> int:
    """The case taken in; the same request again answers the same and enters nothing."""
    acts = intake(applicant, debtor)
    first, again = (clerk.open_case(COURT, RECEIVED, acts, key="intake-1") for _ in range(2))
    assert first == again and [each.id for each in clerk.cases()] == [first.dossier]
    does(clerk, first.dossier, FILED, Filed())
    does(clerk, first.dossier, FILED, HandedOver())
    return first.dossier


def reassigned(officer: Client, director: Client, case: int) -> None:
    """Proposed, sent back for want of a reason, proposed again, approved by the other token."""
    other = who("officer2").id
    (first,) = officer.propose(case, TODAY, Reassigned(officer=other, reason="调整")).entries
    (waiting,) = director.approvals()
    assert (waiting.dossier, waiting.seq) == (case, first.seq)
    director.decide(case, first.seq, "return", "请写明为何调整", expect=first.seq)
    assert director.approvals() == []
    better = Reassigned(officer=other, reason="原承办人办理专项执行")
    (second,) = officer.propose(case, TODAY, better).entries
    director.decide(case, second.seq, "approve", expect=second.seq)
    assert director.case(case).case.handler == other


def served(officer: Client, colleague: Client, case: int, debtor: int) -> None:
    """Served, upon a state that had gone stale: the answer tells the newer one, which is read before trying again."""
    act = ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER,
        to=debtor,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        served_on=SERVED,
        signed_by="本人",
    )
    read = officer.case(case).head
    does(colleague, case, SERVED, CluesAsked(to=(officer.case(case).parties[0].party,)))
    with pytest.raises(ProblemError) as caught:
        officer.enter(case, SERVED, [act], expect=read, key="service-1")
    assert caught.value.problem.status == 412
    newer = officer.case(case)
    assert newer.head == caught.value.problem.head > read
    first = officer.enter(case, SERVED, [act], expect=newer.head, key="service-1")
    assert officer.enter(case, SERVED, [act], expect=newer.head, key="service-1") == first
    assert officer.case(case).head == first.head


def paid(officer: Client, director: Client, case: int, applicant: int, debtor: int) -> None:
    """What is owed is paid; the receipt was mistyped, and is corrected with approval."""
    owed = officer.get(f"/cases/{case}/owed", OwedOut, {"as_of": PAID.isoformat()}).owed
    assert owed is not None and owed > 5_000_000
    wrong = VoluntarilyPerformed(by=debtor, amount=owed, to=applicant, receipt="转账凭证 0310")
    does(officer, case, PAID, wrong)
    seq = officer.case(case).head
    right = msgspec.structs.replace(wrong, receipt="转账凭证 0301")
    (proposed,) = officer.correct(case, seq, "凭证号写错", right).entries
    director.decide(case, proposed.seq, "approve", expect=proposed.seq)
    (mended,) = (each for each in officer.entries(case) if each.seq == seq)
    assert mended.corrected_by and msgspec.json.decode(mended.act, type=VoluntarilyPerformed) == right
    contact = ApplicantContacted(party=applicant, channel=Channel.PHONE, content="已足额收到")
    does(officer, case, PAID, contact)


def test_a_case_goes_from_intake_to_its_archive_by_the_client_alone(
    server: Server, client: Callable[[str], Client]
) -> None:
    applicant, debtor = parties()
    clerk, director, officer = (client(seat) for seat in ("filing", "director", "officer1"))
    second = client("officer2")
    case = opened(clerk, applicant, debtor)
    command = [sys.executable, "-m", "tests.api.follower", server.address, officer._token]
    with subprocess.Popen(
        [*command, str(case), Archived.tag()], stdout=subprocess.PIPE, text=True
    ) as follower:
        assert follower.stdout is not None
        heard = [follower.stdout.readline()]
        mine = Assigned(officer=who("officer1").id, method=AssignmentMethod.DESIGNATED, reason="系列案件")
        does(director, case, date(2017, 3, 6), mine)
        notice, order = EnforcementNoticeIssued(to=(debtor,)), PropertyReportOrdered(to=(debtor,), days=10)
        does(officer, case, NOTICED, notice, order)

        server.kill()
        server.start()

        served(officer, client("officer1"), case, debtor)
        paid(officer, director, case, applicant, debtor)
        reassigned(officer, director, case)
        does(second, case, TODAY, Fulfilled(reason="全部履行", ground=FulfilmentGround.PERFORMED))
        does(second, case, TODAY, Archived())
        closed = second.case(case)
        assert closed.case.closed_on == TODAY and closed.case.closing_way

        heard += follower.stdout.readlines()
    assert follower.returncode == 0
    assert heard == [f"{case} {seq}\n" for seq in range(1, closed.head + 1)]
