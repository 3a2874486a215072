"""How each measure stands in a court on a day, gathered in one walk through the dossier: what the wall and the report show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from zhixing.plan.acts.carrying_out import EvidenceFiled, MeasureAssigned, ProgressReported
from zhixing.plan.acts.inspection import MeasureAccepted, Result
from zhixing.plan.questions.carrying_out import Occasion, assignments, occasions
from zhixing.plan.questions.inspection import Finding, findings
from zhixing.record.dossier import Dossier, Entry


class MeasureState(Enum):
    """How a measure stands; the worst that is true of it."""

    UNASSIGNED = "未落实责任"
    OVERDUE = "有逾期"
    HINDERED = "遇到阻碍"
    GOING = "推进中"
    DONE = "任务已完成"
    ACCEPTED = "通过验收"
    FAILED = "未通过验收"


@dataclass(slots=True)
class MeasureStanding:
    """One measure in one court as of a day."""

    no: int
    on: date
    assigned: Entry[MeasureAssigned] | None = None
    occasions: list[Occasion] = field(default_factory=list)
    evidence: list[Entry[EvidenceFiled]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accepted: Entry[MeasureAccepted] | None = None

    @property
    def overdue(self) -> list[Occasion]:
        """What should have been done by now and is not."""
        return [each for each in self.occasions if each.overdue(self.on)]

    @property
    def done(self) -> list[Occasion]:
        """What has been reported done."""
        return [each for each in self.occasions if each.done is not None]

    @property
    def next_due(self) -> Occasion | None:
        """What falls due next, or is overdue longest."""
        return next((each for each in self.occasions if each.done is None and each.due is not None), None)

    @property
    def last_report(self) -> Entry[ProgressReported] | None:
        """The newest report of progress."""
        reports = [report for each in self.occasions for report in each.reports]
        return max(reports, key=lambda entry: (entry.on, entry.seq), default=None)

    @property
    def state(self) -> MeasureState:
        """How it stands."""
        if self.accepted is not None:
            failed = self.accepted.act.result is Result.FAILED
            return MeasureState.FAILED if failed else MeasureState.ACCEPTED
        if self.assigned is None:
            return MeasureState.UNASSIGNED
        if self.overdue:
            return MeasureState.OVERDUE
        last = self.last_report
        if last is not None and last.act.state.value == "hindered":
            return MeasureState.HINDERED
        if self.occasions and len(self.done) == len(self.occasions):
            return MeasureState.DONE
        return MeasureState.GOING


def standings(dossier: Dossier, numbers: tuple[int, ...], on: date) -> Mapping[int, MeasureStanding]:
    """Measure → how it stands in this court as of a day, for these measures."""
    found = {no: MeasureStanding(no, on) for no in numbers}
    for no, entry in assignments(dossier, on).items():
        if no in found:
            found[no].assigned = entry
    for each in occasions(dossier, on):
        if each.task.act.measure in found:
            found[each.task.act.measure].occasions.append(each)
    for finding in findings(dossier, on):
        if finding.entry.act.measure in found:
            found[finding.entry.act.measure].findings.append(finding)
    then = dossier.as_of(on)
    for filed in then.of(EvidenceFiled):
        if filed.act.measure in found:
            found[filed.act.measure].evidence.append(filed)
    for accepted in then.of(MeasureAccepted):
        if accepted.act.measure in found:
            found[accepted.act.measure].accepted = accepted
    return found
