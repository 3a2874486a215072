"""Two years of a work plan: adopted, given out, carried out with evidence, some of it late, inspected at mid-term.

The plan is the real one where ZHIXING_PLAN names its text; otherwise the demonstration's own short one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from msgspec.structs import replace

from zhixing.plan import drafts
from zhixing.plan.acts.adoption import Adopted, Drafted
from zhixing.plan.acts.carrying_out import (
    Escalated,
    EscalationAnswered,
    EvidenceFiled,
    MeasureAssigned,
    ProgressReported,
    State,
)
from zhixing.plan.acts.inspection import FindingMade, Inspected, Inspector, RectificationReviewed, Rectified
from zhixing.plan.acts.leading_group import (
    LeadingGroupFormed,
    MeetingHeld,
    NoticeAnswered,
    NoticeIssued,
    NoticeReceived,
    PracticeFound,
    PracticeSpread,
    Publicised,
)
from zhixing.plan.assigning import Proposal, proposals
from zhixing.plan.deliveries import SYSTEM, to_courts
from zhixing.plan.models import PlanRow
from zhixing.plan.questions.plan_text import adopted_on
from zhixing.plan.reading import read
from zhixing.plan.reading.files import text_of
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor
from zhixing.record.models import Outgoing
from zhixing.simulate.district import TODAY, Place, places
from zhixing.simulate.telling import ZONE, working_day

OWN = Path(__file__).parent / "data" / "own_plan.txt"
SELF_INSPECTED, INSPECTED = date(2017, 6, 5), date(2017, 6, 12)
FOUND = (
    "部分任务只有会议记录，没有制度文件，佐证不足",
    "季度通报没有覆盖全部庭室",
    "个别案件的落实情况与报告不一致",
)
GOOD = ("执行线索当日分拣、次日核查", "涉民生案件发款绿色通道", "被执行人财产报告一次告知清单")


@dataclass(slots=True)
class Script:
    """The acts of one court's dossier, in order of their days; what is entered gets its number beforehand."""

    number: int
    place: Place
    rng: Random
    head: int
    steps: list[door.Step] = field(default_factory=list)

    def add(self, act: Act, by: Actor, day: date) -> int:
        """One more act; its number in the dossier."""
        at = datetime.combine(day, time(9 + self.rng.randrange(8), self.rng.randrange(60)), ZONE)
        self.steps.append(door.Step(act=act, by=by, on=day, at=at))
        return self.head + len(self.steps)

    def enter(self) -> None:
        """Enter everything, all or none."""
        door.enter_all(self.number, self.steps)


def load_plan(seed: int) -> int:
    """Live the plan through the door, unless a plan is there already; how many acts went in. Raises Refused."""
    if PlanRow.objects.exists():
        return 0
    given = os.environ.get("ZHIXING_PLAN", "")
    path = Path(given) if given and Path(given).is_file() else OWN
    text = text_of(path.read_bytes(), path.name)
    district = {place.court.code: place for place in places()}
    issuer = _adopt(text, path.name, district)
    _notices(issuer, district)
    added = 0
    for row in PlanRow.objects.order_by("dossier_id"):
        script = Script(
            row.dossier_id, district[row.court], Random(f"{seed}:{row.court}"), door.read(row.dossier_id).head
        )
        # Drafted a few days before: nothing is carried out until it binds the court.
        _live(script, adopted_on(door.read(row.dossier_id), TODAY) or row.begun_on)
        with door.together():
            script.enter()
        added += len(script.steps)
    _spread(issuer, district)
    return added


def _adopt(text: str, name: str, district: dict[str, Place]) -> int:
    court = next(iter(district.values()))
    reading = read(text)
    day = reading.plan.issued_on or date(2016, 5, 20)
    before = working_day(day - timedelta(days=4))
    draft = drafts.keep(court.court.code, name, text, reading)
    at = datetime.combine(before, time(9), ZONE)
    step = door.Step(act=Drafted(plan=reading.plan), by=court.staff["director"], on=before, at=at)
    number, _ = door.open_dossier(court.court.code, [step])
    drafts.became(draft, number)
    proposal = door.propose(
        number,
        door.Step(act=Adopted(), by=court.staff["director"], on=before, at=at + timedelta(hours=1)),
        note="提请印发",
    )
    door.approve(
        number,
        proposal.seq,
        court.staff["president"],
        on=day,
        at=datetime.combine(day, time(10), ZONE),
    )
    _deliver(number)
    return number


def _deliver(number: int) -> None:
    """Give the courts what waits for them; the worker, coming later, finds it received."""
    for row in Outgoing.objects.filter(dossier_id=number, kind="plan-to-courts").order_by("pk"):
        to_courts(row)


def _notices(issuer: int, district: dict[str, Place]) -> None:
    court = next(iter(district.values()))
    day = date(2016, 9, 5)
    act = NoticeIssued(
        subject="关于报送执行案款清理进展的通知",
        words="请各院报告案款清理的进展、困难和下一步安排。",
        answer_by=date(2016, 9, 20),
    )
    at = datetime.combine(day, time(9), ZONE)
    if door.read(issuer).entries[0].on < day:
        door.enter(issuer, act, court.staff["director"], on=day, at=at)
        _deliver(issuer)


def _live(script: Script, begun: date) -> None:
    staff, rng = script.place.staff, script.rng
    day = working_day(begun + timedelta(days=rng.randint(2, 6)))
    group = LeadingGroupFormed(
        head=staff["president"].id,
        deputies=(staff["vice"].id,),
        members=(staff["director"].id, staff["judge"].id, staff["filing"].id, staff["accountant"].id),
    )
    script.add(group, staff["president"], day)
    meeting = MeetingHeld(
        subject="动员部署会", chair=staff["president"].id, present=(staff["vice"].id, staff["director"].id)
    )
    script.add(meeting, staff["clerk"], day)
    events = sorted(
        _events(script, working_day(day + timedelta(days=rng.randint(1, 5)))), key=lambda each: each[0]
    )
    tasks: dict[tuple[int, int], int] = {}
    escalated: dict[tuple[int, int], int] = {}
    for on, act, by, key in events:
        fitted = _with_numbers(act, key, tasks, escalated)
        seq = script.add(fitted, by, on)
        if key is not None and isinstance(act, Escalated):
            escalated[key] = seq
        elif key is not None and not isinstance(act, EscalationAnswered | EvidenceFiled | ProgressReported):
            tasks[key] = seq
    _answer(script)
    _inspect(script)


def _answer(script: Script) -> None:
    """Most courts answer the notices they received."""
    told = [entry for entry in door.read(script.number).of(NoticeReceived) if entry.act.notice.answer_by]
    for entry in told:
        if script.rng.random() < 0.85:
            answer = NoticeAnswered(notice=entry.seq, words="已清理七成，余款正在逐笔核对。")
            script.add(answer, script.place.staff["director"], working_day(entry.on + timedelta(days=9)))


# A task is known by its measure and its place in the measure before it has its number in the dossier.
Key = tuple[int, int]
Event = tuple[date, Act, Actor, Key | None]


def _with_numbers(act: Act, key: Key | None, tasks: dict[Key, int], escalated: dict[Key, int]) -> Act:
    if key is None:
        return act
    if isinstance(act, EscalationAnswered):
        return replace(act, escalation=escalated[key])
    if isinstance(act, EvidenceFiled | ProgressReported | Escalated):
        return replace(act, task=tasks[key])
    return act


def _events(script: Script, day: date) -> Iterator[Event]:
    staff, rng = script.place.staff, script.rng
    dossier = door.read(script.number)
    for each in proposals(dossier, TODAY):
        yield day, _assigned(each, staff), staff["director"], None
        for place, task in enumerate(each.tasks):
            key = (each.measure.no, place)
            yield day, task, staff["director"], key
            for turn, due in enumerate(task.days, start=1):
                if due < TODAY and due > day:
                    yield from _carried_out(script, key, turn, due, each)
    if rng.random() < 0.5:
        words = "失信被执行人曝光专栏"
        yield date(2016, 10, 20), Publicised(subject=words, medium="县电视台"), staff["judge"], None


def _assigned(each: Proposal, staff: dict[str, Actor]) -> MeasureAssigned:
    leader = staff["vice"].id
    owner = each.owner if each.owner not in (None, leader) else staff["director"].id
    return MeasureAssigned(
        measure=each.measure.no,
        department=each.department,
        with_departments=each.with_departments,
        leader=leader,
        owner=owner or staff["director"].id,
    )


def _carried_out(script: Script, key: Key, turn: int, due: date, each: Proposal) -> Iterator[Event]:
    """One turn of a task: nine in ten in time, some late, some not yet, and then escalated."""
    staff, rng = script.place.staff, script.rng
    luck, no = rng.random(), each.measure.no
    done = (
        working_day(due - timedelta(days=rng.randint(6, 25)))
        if luck < 0.9
        else working_day(due + timedelta(days=rng.randint(12, 40)))
    )
    told = working_day(due + timedelta(days=2))
    if luck >= 0.9 and told < TODAY:
        yield told, Escalated(task=1, turn=turn, due=due, leader=staff["vice"].id), SYSTEM, key
        if rng.random() < 0.7 and told + timedelta(days=4) < TODAY:
            answer = EscalationAnswered(escalation=1, words="请责任部门两周内补齐，并书面说明原因。")
            yield working_day(told + timedelta(days=3)), answer, staff["vice"], key
    if luck >= 0.96 or done >= TODAY:
        words = "正在与有关部门协调。"
        if luck >= 0.96 and told < TODAY:
            report = ProgressReported(measure=no, task=1, turn=turn, state=State.HINDERED, words=words)
            yield told, report, staff["director"], key
        return
    what = f"{each.measure.title}工作情况" + (f"（第{turn}期）" if turn > 1 else "")
    yield (
        done,
        EvidenceFiled(measure=no, task=1, what=what, place=f"执行局档案柜 {no} 号"),
        staff["clerk"],
        key,
    )
    report = ProgressReported(
        measure=no, task=1, turn=turn, state=State.DONE, words="已按要求完成，佐证在卷。"
    )
    yield done, report, staff["director"], key


def _inspect(script: Script) -> None:
    staff, rng = script.place.staff, script.rng
    own = Inspected(
        kind=Inspector.SELF,
        by_whom="本院领导小组办公室",
        subject="中期自查",
        words="逐项对照方案自查，形成报告。",
    )
    script.add(own, staff["director"], SELF_INSPECTED)
    if "higher" not in staff or rng.random() < 0.4:
        return
    seen = Inspected(
        kind=Inspector.ABOVE,
        by_whom="中级法院检查组",
        subject="中期专项督导检查",
        words="查阅佐证，抽查案卷，个别访谈。",
    )
    inspection = script.add(seen, staff["higher"], INSPECTED)
    measures = rng.sample(range(1, 9), 2)
    for place, no in enumerate(measures):
        finding = FindingMade(
            inspection=inspection,
            measure=no,
            what=rng.choice(FOUND),
            put_right_by=date(2017, 7, 31) if place else date(2017, 6, 30),
        )
        seq = script.add(finding, staff["higher"], INSPECTED)
        if place == 0 and rng.random() < 0.6:
            mended = script.add(
                Rectified(finding=seq, words="已补充制度文件并报送。"), staff["director"], date(2017, 6, 14)
            )
            if rng.random() < 0.5:
                reviewed = RectificationReviewed(
                    rectification=mended, good=True, words="文件齐备，同意销号。"
                )
                script.add(reviewed, staff["higher"], date(2017, 6, 15))


def _spread(issuer: int, district: dict[str, Place]) -> None:
    rows = list(PlanRow.objects.exclude(dossier_id=issuer).order_by("dossier_id")[:2])
    for place, row in enumerate(rows):
        staff = district[row.court].staff
        found = PracticeFound(measure=2 + place, subject=GOOD[place], words="做法简单，平均提前三天。")
        entry = door.enter(row.dossier_id, found, staff["director"], on=date(2017, 6, 13))
        if place == 0:
            act = PracticeSpread(
                origin=row.dossier_id,
                practice=entry.seq,
                measure=2,
                subject=GOOD[0],
                words="请各院结合实际参照推行，六月底前报告。",
            )
            director = next(iter(district.values())).staff["director"]
            door.enter(issuer, act, director, on=date(2017, 6, 14))
            _deliver(issuer)
