"""What the rules of a plan refuse, and the duties they open."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.plan.life import ADOPTED, ASSIGNED, DEPARTMENTS, DRAFTED, PLAN, adopted, assigned, given, tell
from tests.record.builder import ANYONE, Did, refused
from zhixing.plan import questions
from zhixing.plan.acts import (
    Adopted,
    Amended,
    Drafted,
    Escalated,
    EscalationAnswered,
    EvidenceFiled,
    LeadingGroupFormed,
    NoticeIssued,
    NoticeReceived,
    PracticeSpread,
    ProgressReported,
    Received,
    State,
    TaskSet,
    TaskWithdrawn,
)
from zhixing.plan.acts.adoption import AmendedDeadline
from zhixing.plan.questions import MeasureState
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

EVIDENCE = EvidenceFiled(measure=1, task=5, what="分案规则", place="档案柜1号")
DONE = ProgressReported(measure=1, task=5, state=State.DONE, words="已上线")
LATER = date(2016, 9, 20)


def guards(dossier: Dossier, act: Act, on: date = LATER, *, practice: str = "") -> set[str]:
    """The guards that stand against an act."""
    told = {**DEPARTMENTS, "practice-at-its-origin": practice}
    return {each.guard for each in refused(dossier, Did(act, on, told))}


def named(dossier: Dossier, name: str) -> list[Duty]:
    """The duties of that name."""
    return [each for each in duties(installed().duties, dossier) if each.rule.name == name]


def test_a_plan_without_measures_or_with_a_number_twice_is_refused() -> None:
    empty = installed().dossier(1, "plan", "渝02", [])
    none = msgspec.structs.replace(PLAN, measures=())
    twice = msgspec.structs.replace(PLAN, measures=(PLAN.measures[0], PLAN.measures[0]))
    assert guards(empty, Drafted(plan=none)) == {"has-measures"}
    assert guards(empty, Drafted(plan=twice)) == {"has-measures"}
    assert guards(empty, Drafted(plan=PLAN)) == set()


def test_a_stage_that_ends_before_it_begins_is_refused() -> None:
    empty = installed().dossier(1, "plan", "渝02", [])
    stage = msgspec.structs.replace(PLAN.stages[0], until=date(2016, 4, 1))
    assert guards(empty, Drafted(plan=msgspec.structs.replace(PLAN, stages=(stage,)))) == {
        "stages-run-forward"
    }


def test_a_plan_is_adopted_once_and_by_its_issuer() -> None:
    assert guards(adopted(), Adopted()) == {"not-yet-adopted"}
    follower = tell(
        installed().dossier(2, "plan", "渝0235", []), Did(Received(plan=PLAN, issuing=1), ADOPTED)
    )
    assert "by-issuer" in guards(follower, Adopted())
    assert guards(follower, NoticeIssued(subject="通知", words="内容")) == {"by-issuer"}


def test_nothing_is_carried_out_before_the_plan_is_adopted() -> None:
    drafted = tell(installed().dossier(1, "plan", "渝02", []), Did(Drafted(plan=PLAN), DRAFTED))
    assert "in-force" in guards(drafted, given(1))


@pytest.mark.parametrize(
    ("act", "guard"),
    [
        (given(9), "measure-known"),
        (given(1, "飞船处"), "department-known"),
        (msgspec.structs.replace(given(1), owner=11), "leader-is-another"),
        (TaskSet(measure=1, what="甲", days=(date(2016, 9, 30),)), "measure-assigned"),
    ],
)
def test_a_measure_is_given_to_somebody_of_the_court_before_tasks_are_set(act: Act, guard: str) -> None:
    assert guards(adopted(), act, ASSIGNED) == {guard}


@pytest.mark.parametrize(
    "task",
    [
        TaskSet(measure=1, what=" ", days=(date(2016, 9, 30),)),
        TaskSet(measure=1, what="甲", days=(date(2016, 9, 30), date(2016, 6, 30))),
        TaskSet(measure=1, what="甲", days=(date(2015, 9, 30),)),
    ],
)
def test_a_task_is_definite(task: TaskSet) -> None:
    assert guards(assigned(), task) == {"task-is-definite"}


def test_what_is_reported_done_is_shown_by_evidence() -> None:
    assert guards(assigned(), DONE) == {"shown-by-evidence"}
    assert guards(tell(assigned(), Did(EVIDENCE, LATER)), DONE) == set()
    going = msgspec.structs.replace(DONE, state=State.GOING)
    assert guards(assigned(), going) == set()


def test_evidence_can_be_found() -> None:
    assert guards(assigned(), msgspec.structs.replace(EVIDENCE, place="")) == {"evidence-is-to-be-found"}
    filed = msgspec.structs.replace(EVIDENCE, place="", file="0" * 64)
    assert guards(assigned(), filed) == set()


def test_a_report_names_a_task_of_its_measure_and_a_turn_of_the_task() -> None:
    dossier = tell(assigned(), Did(EVIDENCE, LATER))
    assert "task-stands" in guards(dossier, msgspec.structs.replace(DONE, task=1))
    assert guards(dossier, msgspec.structs.replace(DONE, measure=2)) == {"task-stands", "shown-by-evidence"}
    assert guards(dossier, msgspec.structs.replace(DONE, turn=2)) == {"turn-is-there"}
    assert guards(tell(dossier, Did(DONE, LATER)), DONE) == {"turn-is-there"}


def test_a_task_falls_due_on_its_day_and_is_met_by_the_report() -> None:
    (duty,) = [each for each in named(assigned(), "carry-out-task") if each.opening.seq == 5]
    assert duty.due == date(2016, 9, 30)
    assert duty.standing(date(2016, 9, 30)) is Standing.OPEN
    assert duty.standing(date(2016, 10, 1)) is Standing.OVERDUE
    done = tell(assigned(), Did(EVIDENCE, LATER), Did(DONE, LATER))
    (duty,) = [each for each in named(done, "carry-out-task") if each.opening.seq == 5]
    assert duty.standing(LATER) is Standing.MET


def test_what_recurs_is_due_turn_by_turn_and_each_report_meets_its_own() -> None:
    shown = EvidenceFiled(measure=2, task=6, what="通报", place="内网")
    second = ProgressReported(measure=2, task=6, turn=2, state=State.DONE, words="已通报")
    dossier = tell(assigned(), Did(shown, LATER), Did(second, LATER))
    turns = [each for each in named(dossier, "carry-out-task") if each.opening.seq == 6]
    assert [each.due for each in turns] == [date(2016, 6, 30), date(2016, 9, 30), date(2016, 12, 31)]
    on = date(2016, 10, 1)
    assert [each.standing(on) for each in turns] == [Standing.OVERDUE, Standing.MET, Standing.OPEN]


def test_a_task_without_a_day_is_undetermined_and_never_overdue() -> None:
    dossier = tell(assigned(), Did(TaskSet(measure=1, what="探索"), ASSIGNED))
    (duty,) = [each for each in named(dossier, "carry-out-task") if each.opening.seq == 7]
    assert duty.standing(date(2018, 1, 1)) is Standing.UNDETERMINED
    assert not [each for each in questions.to_escalate(dossier, LATER) if each.task.seq == 7]


def test_a_withdrawn_task_owes_nothing() -> None:
    dossier = tell(assigned(), Did(TaskWithdrawn(task=5, reason="并入第2项"), LATER))
    assert not [each for each in named(dossier, "carry-out-task") if each.opening.seq == 5]
    assert guards(dossier, EVIDENCE) == {"task-stands"}


def test_an_overdue_task_is_escalated_once_and_the_leader_answers() -> None:
    on = date(2016, 10, 9)
    waiting = {(each.task.seq, each.turn) for each in questions.to_escalate(assigned(), on)}
    assert waiting == {(5, 1), (6, 1), (6, 2)}
    dossier = tell(assigned(), Did(Escalated(task=5, turn=1, due=date(2016, 9, 30), leader=11), on))
    assert (5, 1) not in {(each.task.seq, each.turn) for each in questions.to_escalate(dossier, on)}
    (duty,) = named(dossier, "answer-escalation")
    assert duty.due == date(2016, 10, 14)
    answer = EscalationAnswered(escalation=7, words="两周内补齐")
    assert guards(dossier, EscalationAnswered(escalation=5, words="甲"), on) == {"escalation-open"}
    answered = tell(dossier, Did(answer, on))
    assert guards(answered, answer, on) == {"escalation-open"}
    assert named(answered, "answer-escalation")[0].standing(on) is Standing.MET


def test_an_amendment_changes_the_measure_from_its_day() -> None:
    change = Amended(
        measure=1,
        reason="系统延期",
        deadlines=(AmendedDeadline(text="2016年12月前", what="全部实现", by=date(2016, 12, 31)),),
    )
    dossier = tell(assigned(), Did(change, LATER))
    before, after = questions.plan(dossier, ASSIGNED), questions.plan(dossier, LATER)
    assert before is not None and after is not None
    assert before.measures[0].deadlines[0].by == date(2016, 9, 30)
    assert after.measures[0].deadlines[0].by == date(2016, 12, 31)
    assert after.measures[1] == before.measures[1]
    assert guards(dossier, Amended(measure=1, reason="无")) == {"changes-something"}
    early = AmendedDeadline(text="", what="甲", by=date(2006, 12, 31))
    assert guards(dossier, Amended(measure=1, reason="无", deadlines=(early,))) == {"changes-something"}


def test_states_tell_the_worst_that_is_true() -> None:
    numbers = (1, 2)
    assert questions.standings(adopted(), numbers, ASSIGNED)[1].state is MeasureState.UNASSIGNED
    assert questions.standings(assigned(), numbers, LATER)[1].state is MeasureState.GOING
    assert questions.standings(assigned(), numbers, date(2016, 10, 1))[1].state is MeasureState.OVERDUE
    hindered = ProgressReported(measure=1, task=5, state=State.HINDERED, words="系统未通")
    stuck = tell(assigned(), Did(hindered, LATER))
    assert questions.standings(stuck, numbers, LATER)[1].state is MeasureState.HINDERED
    done = tell(assigned(), Did(EVIDENCE, LATER), Did(DONE, LATER))
    assert questions.standings(done, numbers, LATER)[1].state is MeasureState.DONE


def test_the_worklist_of_mobilisation_counts_what_is_done() -> None:
    stage = PLAN.stages[0]
    items = {str(each.what): (each.done, each.of) for each in questions.worklist(assigned(), stage, LATER)}
    assert items["印发或收到工作方案"] == (1, 1)
    assert items["成立领导小组"] == (0, 1)
    assert items["各项措施落实责任部门和责任人"] == (2, 2)
    assert items["第2项：通报"] == (0, 1)


def test_each_has_one_place_in_the_leading_group() -> None:
    twice = LeadingGroupFormed(head=1, deputies=(2,), members=(1, 3))
    assert guards(assigned(), twice) == {"each-once"}
    assert guards(assigned(), msgspec.structs.replace(twice, members=(3,))) == set()


def test_a_notice_leaves_time_and_its_answer_is_a_duty() -> None:
    late = NoticeIssued(subject="通知", words="内容", answer_by=date(2016, 9, 1))
    assert guards(assigned(), late) == {"time-to-answer"}
    notice = msgspec.structs.replace(late, answer_by=date(2016, 9, 30))
    follower = tell(
        installed().dossier(2, "plan", "渝0235", []),
        Did(Received(plan=PLAN, issuing=1), ADOPTED),
        Did(NoticeReceived(notice=notice, entry=7), LATER),
    )
    (duty,) = named(follower, "answer-notice")
    assert duty.due == date(2016, 9, 30)


def test_only_a_recorded_practice_is_spread() -> None:
    act = PracticeSpread(origin=2, practice=3, measure=1, subject="分拣", words="推行")
    assert guards(assigned(), act) == {"practice-is-there"}
    assert guards(assigned(), act, practice="分拣") == set()


def test_what_only_the_platform_enters_is_internal() -> None:
    catalogue = installed()
    assert ANYONE.id == 1
    assert all(
        catalogue.rule(tag).internal for tag in ("plan.received", "plan.escalated", "plan.notice_received")
    )
