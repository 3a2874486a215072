"""What goes from the issuing court to the others: the plan itself, amendments, notices, practices; and overdue tasks to leaders.

Delivered at least once: what a court has already received is not entered again.
"""

from __future__ import annotations

from zhixing.law.courts import COURTS
from zhixing.people.deliveries import tell
from zhixing.plan.acts.adoption import Adopted, Amended, AmendmentReceived, Received
from zhixing.plan.acts.carrying_out import Escalated, TaskSet
from zhixing.plan.acts.leading_group import NoticeIssued, NoticeReceived, PracticeReceived, PracticeSpread
from zhixing.plan.models import PlanRow
from zhixing.plan.questions.plan_text import plan
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.models import Outgoing
from zhixing.record.power import Power

SYSTEM = Actor(kind="system", id=0, name="系统", post="系统", powers=(Power.SYSTEM.value,))


def to_courts(row: Outgoing) -> None:
    """Enter in every other court's dossier what this act tells them; the adoption begins those dossiers."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None:
        return
    followers = dict(
        PlanRow.objects.filter(issuing=dossier.id)
        .exclude(court=dossier.court)
        .values_list("court", "dossier_id")
    )
    if isinstance(entry.act, Adopted):
        _begin(dossier, entry, followers)
        return
    told = _told(entry)
    for number in sorted(followers.values()):
        _enter_once(number, told, entry)


def _begin(dossier: Dossier, entry: Entry[Act], followers: dict[str, int]) -> None:
    found = plan(dossier, entry.on)
    if found is None:
        return
    for court in COURTS:
        if court.code != dossier.court and court.code not in followers:
            act = Received(plan=found, issuing=dossier.id)
            door.open_dossier(court.code, [door.Step(act=act, by=SYSTEM, on=entry.on, at=entry.recorded_at)])


def _told(entry: Entry[Act]) -> Act:
    act = entry.act
    if isinstance(act, Amended):
        return AmendmentReceived(amendment=act, entry=entry.seq)
    if isinstance(act, NoticeIssued):
        return NoticeReceived(notice=act, entry=entry.seq)
    if isinstance(act, PracticeSpread):
        return PracticeReceived(practice=act, entry=entry.seq)
    raise TypeError(type(act).__name__)


def _enter_once(number: int, act: Act, entry: Entry[Act]) -> None:
    received = door.read(number).of(type(act))
    if any(getattr(each.act, "entry", None) == entry.seq for each in received):
        return
    door.enter(number, act, SYSTEM, on=entry.on, at=entry.recorded_at)


def escalation(row: Outgoing) -> None:
    """Tell the leader in charge of an overdue task."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, Escalated):
        return
    task = dossier.at(entry.act.task)
    what = task.act.what if task is not None and isinstance(task.act, TaskSet) else ""
    tell(row, {entry.act.leader}, f"方案任务已逾期（{entry.act.due} 为最后一天）：{what[:120]}")


DELIVERIES = {"plan-to-courts": to_courts, "plan-escalation": escalation}
