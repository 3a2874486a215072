"""The form of a condition of termination, and how a certified one is judged.

A condition the system records is met or missing. One that a later room will record stands as "not yet recorded" until an
officer certifies it on paper evidence and the panel deliberates on termination after that; then it passes as certified,
and says so. Nothing is ever taken as met by default.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.cases.questions.panel import deliberated
from zhixing.closing.acts import CheckedCondition, TerminationChecked
from zhixing.closing.questions.ending import reopened_at
from zhixing.law.citations import Citation
from zhixing.law.periods import months, shifted
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


class State(Enum):
    """How a condition stands; the value is what people read."""

    MET = "已具备"
    MISSING = "不具备"
    UNRECORDED = "尚无系统记录"
    CERTIFIED = "凭书面材料确认，非系统记录"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one condition: state, facts, the way out where it does not stand, and the entries that prove it."""

    state: State
    facts: Text
    way_out: Text | None = None
    evidence: tuple[Entry[Act], ...] = ()
    opens: tuple[type[Act], ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the round may be terminated as far as this condition goes."""
        return self.state in (State.MET, State.CERTIFIED)


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of the law: its name, what it demands, where it stands, and the question that answers it."""

    name: str
    label: str
    cites: tuple[Citation, ...]
    ask: Callable[[Dossier, date], Finding]


# An inquiry of the network must lie within three months of closing, and a day (the vendor's check 2: zbc-02).
NETWORK_MONTHS = months(3)
GRACE = timedelta(days=1)


def panel_agreed(dossier: Dossier, on: date, *, after: int = 0) -> Entry[PanelDeliberated] | None:
    """The newest deliberation on termination, if it agreed and was held after that entry."""
    found = deliberated(dossier, DeliberationTopic.TERMINATION, on)
    since = max(after, reopened_at(dossier, on))
    return found if found is not None and found.act.agreed and found.seq > since else None


def certified(condition: CheckedCondition) -> Callable[[Dossier, date], Finding]:
    """The question about a condition no room records: certified and confirmed, certified only, or not recorded."""

    def ask(dossier: Dossier, on: date) -> Finding:
        since = reopened_at(dossier, on)
        checks = [entry for entry in dossier.as_of(on).of(TerminationChecked) if entry.seq > since]
        found = [entry for entry in checks if entry.act.condition is condition]
        if not found:
            return Finding(
                State.UNRECORDED,
                say("系统中还没有“{label}”的记录", label=condition.label),
                say("凭书面材料办理“终本核查”，并经合议庭评议确认"),
                opens=(TerminationChecked,),
            )
        return _judged(dossier, on, found[-1])

    return ask


def _judged(dossier: Dossier, on: date, entry: Entry[TerminationChecked]) -> Finding:
    act = entry.act
    if act.condition is CheckedCondition.NETWORK_INQUIRY:
        last = shifted(act.evidence_on, NETWORK_MONTHS) + GRACE
        if on > last:
            return Finding(
                State.MISSING,
                say("最近一次网络查控反馈于 {day}，到 {last} 已过三个月", day=act.evidence_on, last=last),
                say("请重新发起覆盖全部项目的网络查控，再办理“终本核查”"),
                (entry,),
                (TerminationChecked,),
            )
    panel = panel_agreed(dossier, on, after=entry.seq)
    if panel is None:
        return Finding(
            State.UNRECORDED,
            say("第 {seq} 条凭“{document}”核查，尚未经合议庭评议确认", seq=entry.seq, document=act.document),
            say("请在核查之后由合议庭就终结本次执行程序评议"),
            (entry,),
        )
    return Finding(
        State.CERTIFIED,
        say(
            "{name}于 {on} 凭“{document}”（{day}）核查，合议庭于 {panel} 评议确认",
            name=entry.by.name,
            on=entry.on,
            document=act.document,
            day=act.evidence_on,
            panel=panel.on,
        ),
        evidence=(entry, panel),
    )
