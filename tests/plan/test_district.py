"""The plan between the courts: issued to all, received once, seen by those who may, escalated to the leader in charge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import COURT, OTHER_COURT, TODAY, who
from tests.plan.district import ISSUER, adopted, drafted, of_court
from tests.plan.life import PLAN
from zhixing.cli import plan_report
from zhixing.law.courts import COURTS
from zhixing.people.models import Notice, Officer
from zhixing.plan import drafts, questions
from zhixing.plan.acts import (
    Adopted,
    Amended,
    AmendmentReceived,
    EvidenceFiled,
    MeasureAssigned,
    NoticeIssued,
    NoticeReceived,
    PracticeFound,
    PracticeReceived,
    PracticeSpread,
    Received,
    TaskSet,
)
from zhixing.plan.acts.adoption import AmendedDeadline
from zhixing.plan.assigning import assign, proposals
from zhixing.plan.deliveries import to_courts
from zhixing.plan.escalating import escalate, escalate_everywhere
from zhixing.plan.models import PlanDraft, PlanRow
from zhixing.plan.reading import read
from zhixing.record import chain, door, outbox
from zhixing.record.catalogue import installed
from zhixing.record.models import DutyRow, Outgoing
from zhixing.record.scope import EVERY_COURT, see, seeing

pytestmark = pytest.mark.django_db
ON = date(2016, 6, 1)


def signed_in(username: str) -> Client:
    """A browser of that officer."""
    client = Client()
    client.force_login(Officer.objects.get(username=username))
    return client


def given_out(court: str = COURT) -> int:
    """The court's dossier with every measure given out as the plan suggests."""
    number = of_court(court)
    dossier = door.read(number)
    staff = who("vice", court), who("director", court)
    given = [
        (
            MeasureAssigned(
                measure=each.measure.no, department=each.department, leader=staff[0].id, owner=staff[1].id
            ),
            each.tasks,
        )
        for each in proposals(dossier, ON)
    ]
    assign(dossier, given, staff[1], ON)
    return number


def test_the_adopted_plan_reaches_every_court_once() -> None:
    number = adopted()
    assert set(PlanRow.objects.values_list("court", flat=True)) == {court.code for court in COURTS}
    for row in Outgoing.objects.filter(kind="plan-to-courts"):
        to_courts(row)
    assert PlanRow.objects.count() == len(COURTS)
    received = door.read(of_court(COURT)).first(Received)
    assert received is not None and (received.act.issuing, received.act.plan) == (number, PLAN)


def test_nobody_adopts_alone() -> None:
    number = drafted()
    president = who("president", ISSUER)
    with pytest.raises(door.Refused) as refused:
        door.enter(number, Adopted(), president, on=TODAY)
    assert {each.guard for each in refused.value.refusals} >= {"approved"}


def test_what_the_issuer_changes_and_asks_reaches_the_courts_once() -> None:
    number = adopted()
    director, president = who("director", ISSUER), who("president", ISSUER)
    change = Amended(
        measure=1,
        reason="系统延期",
        deadlines=(AmendedDeadline(text="2016年12月前", what="全部实现", by=date(2016, 12, 31)),),
    )
    proposal = door.propose(number, door.Step(act=change, by=director, on=ON))
    door.approve(number, proposal.seq, president, on=ON)
    door.enter(number, NoticeIssued(subject="通知", words="请报送", answer_by=TODAY), director, on=ON)
    outbox.work()
    for row in Outgoing.objects.filter(kind="plan-to-courts"):
        to_courts(row)
    follower = door.read(of_court(COURT))
    assert len(follower.of(AmendmentReceived)) == len(follower.of(NoticeReceived)) == 1
    amended = questions.plan(follower, ON)
    assert amended is not None and amended.measures[0].deadlines[0].by == date(2016, 12, 31)
    assert DutyRow.objects.filter(dossier_id=follower.id, rule="answer-notice", due=TODAY).count() == 1


def test_a_practice_is_spread_with_the_court_it_came_from() -> None:
    number = adopted()
    origin = of_court(COURT)
    found = door.enter(
        origin, PracticeFound(measure=1, subject="当日分拣", words="快三天"), who("director"), on=ON
    )
    act = PracticeSpread(origin=origin, practice=found.seq, measure=1, subject="当日分拣", words="请参照")
    door.enter(number, act, who("director", ISSUER), on=ON)
    outbox.work()
    (learnt,) = door.read(of_court(OTHER_COURT)).of(PracticeReceived)
    assert learnt.act.practice.origin == origin
    wrong = PracticeSpread(origin=origin, practice=1, measure=1, subject="甲", words="乙")
    with pytest.raises(door.Refused) as refused:
        door.enter(number, wrong, who("director", ISSUER), on=ON)
    assert [each.guard for each in refused.value.refusals] == ["practice-is-there"]


def test_measures_are_given_out_all_or_none() -> None:
    adopted()
    number = given_out()
    dossier = door.read(number)
    assert sorted(questions.assignments(dossier, ON)) == [1, 2]
    days = [entry.act.days for entry in dossier.of(TaskSet)]
    assert days[0] == (date(2016, 9, 30),)
    assert days[1][:2] == (date(2016, 6, 30), date(2016, 9, 30))
    other = door.read(of_court(OTHER_COURT))
    bad = [
        (MeasureAssigned(measure=no, department="飞船处" if no == 2 else "执行局", leader=1, owner=2), ())
        for no in (1, 2)
    ]
    with pytest.raises(door.Refused):
        assign(other, bad, who("director", OTHER_COURT), ON)
    assert door.read(other.id).head == other.head


def test_an_overdue_task_is_laid_before_the_leader_once() -> None:
    adopted()
    number = given_out()
    day = date(2016, 10, 10)
    assert escalate(number, day) == 3  # the task of measure 1, and two quarters of measure 2
    assert escalate(number, day) == 0
    outbox.work()
    assert DutyRow.objects.filter(dossier_id=number, rule="answer-escalation").count() == 3
    assert escalate_everywhere(TODAY) > 0


def test_a_fresh_escalation_is_told_to_the_leader() -> None:
    adopted()
    number = given_out()
    escalate(number, TODAY)
    outbox.work()
    told = Notice.objects.filter(officer_id=who("vice").id, dossier_id=number)
    assert told.count() >= 3 and all("逾期" in each.text for each in told)


def test_another_court_sees_nothing_and_the_court_above_sees_all() -> None:
    number = adopted()
    own = of_court(COURT)
    other = signed_in("0236.director")
    assert other.get(f"/plan/{own}/").status_code == 404
    assert other.get(f"/plan/{number}/").status_code == 404
    assert other.get(f"/plan/{of_court_seen(OTHER_COURT)}/").status_code == 200
    above = signed_in("02.director")
    assert above.get(f"/plan/{own}/").status_code == 200
    page = above.get(f"/plan/{number}/").content.decode()
    assert all(court.short in page for court in COURTS)


def of_court_seen(court: str) -> int:
    """The court's dossier, looked up with the sight of all courts."""
    with seeing(EVERY_COURT):
        return of_court(court)


def test_the_number_of_queries_of_the_wall_does_not_grow_with_the_record() -> None:
    number = adopted()
    client = signed_in("02.director")

    def counted() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(f"/plan/{number}/").status_code == 200
        return len(found)

    dossier = given_out()
    counted()
    before = counted()
    see(EVERY_COURT)
    for place in range(20):
        evidence = EvidenceFiled(measure=1, what=f"材料{place}", place="柜")
        door.enter(dossier, evidence, who("clerk"), on=TODAY)
    assert counted() == before


def test_a_draft_is_corrected_beside_its_text_and_confirmed_once() -> None:
    drafted()
    text = "某院方案\n一、工作措施\n1、建台账。逐案登记。责任部门：执行局\n完成时限：抓紧\n"
    number = drafts.keep(ISSUER, "方案.txt", text, read(text))
    client = signed_in("02.director")
    page = client.get(f"/plan/drafts/{number}/").content.decode()
    assert "没有读出完成期限" in page and "逐案登记" in page
    wrong = client.post(f"/plan/drafts/{number}/", {"m1-new-what": "建成", "m1-new-by": "明年"})
    assert wrong.status_code == 422 and "不是日期" in wrong.content.decode()
    posted = {"m1-new-what": "建成", "m1-new-by": "2016-12-31", "m1-departments": "执行局、立案庭"}
    assert client.post(f"/plan/drafts/{number}/", posted).status_code == 302
    see(EVERY_COURT)
    draft = PlanDraft.objects.get(pk=number)
    (measure,) = drafts.reading_of(draft).plan.measures
    assert measure.deadlines[0].by == date(2016, 12, 31)
    assert measure.departments == ("执行局", "立案庭")
    assert client.post(f"/plan/drafts/{number}/", {"decision": "confirm"}).status_code == 302
    see(EVERY_COURT)
    begun = PlanDraft.objects.get(pk=number).dossier_id
    assert begun is not None and door.read(begun).kind == "plan"
    assert drafts.confirm(draft, who("director", ISSUER), TODAY) == begun


def test_a_draft_of_another_court_is_not_to_be_seen() -> None:
    drafted()
    text = "一、工作措施\n1、建台账。责任部门：执行局\n"
    number = drafts.keep(ISSUER, "方案.txt", text, read(text))
    assert signed_in("0236.director").get(f"/plan/drafts/{number}/").status_code == 404


def test_the_record_of_a_plan_is_chained_and_its_read_models_are_its_acts() -> None:
    adopted()
    given_out()
    assert list(chain.verify(installed())) == []


def test_the_report_is_a_page_and_a_pdf_as_of_any_day() -> None:
    number = adopted()
    given_out()
    client = signed_in("02.director")
    page = client.get(f"/plan/{number}/report/?as_of=2016-10-10").content.decode()
    assert "三、逾期事项" in page and "2016-09-30" in page
    before = client.get(f"/plan/{number}/report/?as_of=2016-06-02").content.decode()
    assert "没有逾期事项" in before
    printed = client.get(f"/plan/{number}/report.pdf?as_of=2016-10-10")
    assert printed["Content-Type"] == "application/pdf" and printed.content.startswith(b"%PDF")


def test_a_target_without_an_indicator_is_said_to_be_unmeasured_not_zero() -> None:
    number = adopted()
    page = signed_in("02.director").get(f"/plan/{number}/measures/2/").content.decode()
    assert "没有统计“满意率”的指标" in page
    assert "失信被执行人名单尚未在本系统登记" in page
    assert "0.0%" not in page


def test_the_desk_calls_a_plan_by_its_name() -> None:
    adopted()
    given_out()
    page = signed_in("0235.director").get("/?show=overdue").content.decode()
    assert "完成方案任务" in page and "工作方案" in page and "收案审查中" not in page


def test_the_command_line_reports_as_of_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    adopted()
    given_out()
    monkeypatch.setattr(plan_report, "setup", lambda: None)
    assert plan_report.report(COURT, "2016-10-10", None) == 0
    told = capsys.readouterr().out
    assert "1. 自动分案" in told and "有逾期" in told and "下一期限 2016-09-30" in told
    assert plan_report.report(COURT, "2016-10-10", tmp_path / "report.pdf") == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert plan_report.report(COURT, "明天", None) == 2
    assert plan_report.report(COURT, "2010-01-01", None) == 1
