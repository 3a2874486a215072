"""Cases begun here, written as a register, taken into an empty district and written again: the same to the last field.

The acts stand in the record without their guards being asked, which other tests ask: here only what is written of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from tests.cast import ASSIGNED, COURT, FILED, RECEIVED, TODAY, assigned, begin, intake, parties, who
from tests.registers.register import lines_of, take_in
from zhixing.assets.acts.inquiry import RecheckResult
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded, Filed
from zhixing.cases.acts.higher_court import UrgingOrdered
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    EnforcementNoticeIssued,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.panel import CommitteeDiscussed, DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.cases.acts.performance import ConductPerformed, VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.cases.acts.reconsideration import ReconsiderationAsked, ReconsiderationDecided
from zhixing.cases.acts.reconsideration import ReconsiderationResult as Above
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalGround
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteeKind
from zhixing.cases.models import CaseRow
from zhixing.closing.acts.resumption import ResumedCaseOpened, ResumptionApplied, ResumptionGround
from zhixing.closing.acts.termination import RoundRechecked, RoundTerminated, TerminationGround
from zhixing.closing.acts.ways import Archived
from zhixing.law.identities import IdentityKind
from zhixing.parties.acts import AgentAppointed, AgentKind, PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty, Paper, enter_party
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.link import GENESIS
from zhixing.record.models import DossierHead
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import append, store, take_up
from zhixing.registers.exporting import Export, export_cases
from zhixing.registers.fields import MAIN, PAPERS, PARTIES, tables
from zhixing.registers.reading import DEFINITIONS

pytestmark = pytest.mark.django_db
ROOMS = ("cases", "parties", "closing")


@dataclass(frozen=True, slots=True)
class People:
    """Who stands in the cases."""

    applicant: int
    debtor: int
    other: int
    officer: int


@pytest.fixture
def people() -> People:
    begin()
    applicant, debtor = parties()
    papers = [Paper(IdentityKind.PASSPORT, "E12345678")]
    other = enter_party(COURT, NewParty(name="孙远", kind=PartyKind.NATURAL, papers=papers))
    return People(applicant, debtor, other.pk, who("officer1").id)


def record(number: int, acts: Sequence[Act], on: date = TODAY) -> None:
    """Put acts into the record of a case as they are."""
    with transaction.atomic():
        target = take_up([number], lock=True)[number]
        for act in acts:
            append(target, door.Step(act=act, by=who("officer1"), on=on), {"handler-name": "孙某"})
        store(target)


def disputed(who_is: People) -> int:
    """A case in which everything comes up that can."""
    number = assigned()
    applicant, debtor, other, officer = who_is.applicant, who_is.debtor, who_is.other, who_is.officer
    head = door.read(number).head
    acts: list[Act] = [
        PartyJoined(party=other, role=Role.OUTSIDER),
        ObjectionRaised(
            kind=ObjectionKind.THIRD_PARTY, by=other, object="住宅一套", content="为其所有\n已付清"
        ),
        PanelFormed(presiding=42, members=(43, 44)),
        PanelDeliberated(
            topic=DeliberationTopic.OBJECTION,
            handler_opinion="驳回",
            other_opinions="同意",
            agreed=True,
            about=head + 2,
        ),
        ObjectionDecided(objection=head + 2, result=ObjectionResult.DISMISSED, reason="没有物权"),
        ReconsiderationAsked(ruling=head + 5, by=other, reason="程序违法"),
        ReconsiderationDecided(reconsideration=head + 6, result=Above.UPHELD),
        RecusalAsked(officer=officer, ground=RecusalGround.GIFTS, by=debtor, reason="接受宴请"),
        RecusalDecided(officer=officer, granted=False, reason="没有依据"),
        GuaranteeGiven(guarantor=other, kind=GuaranteeKind.PERSON, amount=1_234_567),
        CommitteeDiscussed(topic="追加股东", decision="同意"),
        PartyChangeAsked(ground=ChangeGround.UNPAID_SHARES, by=applicant, new=other, reason="未出资"),
        PartyChangeDecided(application=head + 12, new=other, granted=True, heard_on=date(2017, 6, 1)),
        Suspended(ground=SuspensionGround.SETTLEMENT),
        Resumed(reason="未履行"),
        PeriodExtended(months=2, reason="财产待变现"),
        Reassigned(officer=who("officer2").id, reason="轮岗"),
        UrgingOrdered(until=date(2017, 7, 1), content="限期执结"),
        ClaimRecorded(
            title=4,
            kind=ClaimKind.CONDUCT,
            label="拆除",
            owed_by=(debtor,),
            owed_to=(applicant,),
            text="拆墙",
        ),
        ConductPerformed(claim=head + 19, note="已拆"),
        VoluntarilyPerformed(by=debtor, amount=10_001, to=applicant),
        ApplicantContacted(party=applicant, channel=Channel.PHONE, content="告知进展"),
        AgentAppointed(party=debtor, agent=other, kind=AgentKind.RELATIVE),
        EnforcementNoticeIssued(to=(debtor,)),
        ServiceAttempted(
            document=ServedDocument.NOTICE,
            to=debtor,
            method=ServiceMethod.DIRECT,
            outcome=ServiceOutcome.SERVED,
            served_on=TODAY,
            signed_by="赵小川",
        ),
    ]
    record(number, acts)
    return number


def ended(who_is: People) -> int:
    """A case whose round was terminated, asked about again, and applied to be taken up."""
    number = begun(intake(who_is.applicant, who_is.debtor), "（2017）渝0235执2号")
    record(
        number,
        [
            RoundTerminated(
                ground=TerminationGround.NO_PROPERTY, reason="无财产", ruling="（2017）渝0235执2号之一"
            ),
            RoundRechecked(result=RecheckResult.FOUND, found="存款"),
            ResumptionApplied(
                party=who_is.applicant, ground=ResumptionGround.PROPERTY_FOUND, clues="存款三万元"
            ),
            Archived(volumes=2, number="D-1"),
        ],
    )
    return number


def resumed(who_is: People, first: int) -> int:
    """A case that takes up the ended one."""
    opening = ResumedCaseOpened(
        cause="追索劳动报酬纠纷",
        first_case=first,
        first_number="（2017）渝0235执2号",
        ground=ResumptionGround.PROPERTY_FOUND,
    )
    return begun([opening, *intake(who_is.applicant, who_is.debtor)[1:]], "（2017）渝0235执恢1号")


def begun(acts: Sequence[Act], number: str) -> int:
    """A dossier of these acts, filed under that number."""
    head = DossierHead.objects.create(kind="case", court=COURT, opened_on=RECEIVED, head_hash=GENESIS)
    record(head.pk, acts, RECEIVED)
    record(head.pk, [Filed(number=number)], FILED)
    return head.pk


def written(folder: Path, reason: str) -> dict[str, list[dict[str, str]]]:
    """The lines of every table, written there."""
    folder.mkdir()
    see(EVERY_COURT)
    export_cases(Export(folder / "out.csv", EVERY_COURT, reason))
    found = {
        code: lines_of(path)
        for code in tables()
        if (path := folder / ("out.csv" if code == MAIN else f"out.{code}.csv")).exists()
    }
    assert len(list(folder.iterdir())) == len(found) + 1  # and the definitions
    assert (folder / f"out.{DEFINITIONS}.csv").exists()
    return found


@contextmanager
def forgotten() -> Iterator[None]:
    """What is entered inside is gone afterwards: the district is empty again."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("reason", ["核对", ""], ids=["with names", "without names"])
def test_every_table_of_cases_begun_here_comes_back_the_same(
    tmp_path: Path, people: People, reason: str
) -> None:
    with forgotten():
        disputed(people)
        resumed(people, ended(people))
        before = written(tmp_path / "before", reason)
    assert not CaseRow.objects.exists()
    wanted = {code for code, table in tables().items() if table.room in ROOMS}
    assert wanted - before.keys() == (set() if reason else {PAPERS}), "tables nothing was written in"
    report = take_in(tmp_path / "before" / "out.csv")
    assert (report.entered, report.problems) == (3, [])
    after = written(tmp_path / "after", reason)
    named = (
        {PARTIES} if not reason else set()
    )  # what is said of parties is kept apart, and written for a reason alone
    assert {code: after[code] for code in after.keys() - named} == {
        code: before[code] for code in before.keys() - named
    }
    assert ("孙远" in str(before)) == bool(reason)


def test_what_is_done_after_the_taking_over_stands_beside_what_came(tmp_path: Path, people: People) -> None:
    with forgotten():
        disputed(people)
        before = written(tmp_path / "before", "核对")
    take_in(tmp_path / "before" / "out.csv")
    case = CaseRow.objects.get().dossier_id
    record(case, [ObjectionRaised(kind=ObjectionKind.ACT, by=1, content="超标的查封")], ASSIGNED)
    after = written(tmp_path / "after", "核对")
    assert [line["异议内容(C_YYNR)"] for line in after["T_SCZXZXYY"]] == [
        "住宅一套；为其所有\n已付清",
        "超标的查封",
    ]
    assert after["T_SCZXHBQK"] == before["T_SCZXHBQK"]
    assert len(after["T_SCZXZXRZ"]) == len(before["T_SCZXZXRZ"]) + 1
    assert [line["序号_执行异议(N_XHZXYY)"] for line in after["T_SCZXZXYY"]] == ["1", "2"]
