"""What a court's organisation dossier answers: who works where, the share of enforcement staff, quotas compared, equipment.

Not covered: courts whose enforcement staff sit in several departments of mixed work; each department is of one kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.courts import COURTS_BY_CODE, Level
from zhixing.law.texts import say
from zhixing.people.acts import (
    Category,
    DepartmentCount,
    EquipmentChecked,
    EquipmentReceived,
    EquipmentWithdrawn,
    OfficerClassified,
    StaffCounted,
    Work,
)
from zhixing.record.dossier import Dossier, Entry

ORGANISED = cite("执行工作规定", 1)
# 中发〔1999〕11号 and the provincial plans of 2016: the share of enforcement staff in a court's staff. # from memory
LEAST_SHARE: Mapping[Level, Fraction] = {
    Level.INTERMEDIATE: Fraction(15, 100),
    Level.BASIC: Fraction(18, 100),
}


def counted(dossier: Dossier, on: date) -> Entry[StaffCounted] | None:
    """The last count of the court's people by that day, or None."""
    return dossier.as_of(on).last(StaffCounted)


def enforcement_share(dossier: Dossier, on: date) -> Found[Fraction] | Undetermined:
    """The share of enforcement staff in the court's staff on the establishment, by the last count."""
    found = counted(dossier, on)
    if found is None:
        return Undetermined((say("本院还没有清点人员"),), (ORGANISED,))
    whole = sum(each.in_post for each in found.act.departments)
    own = sum(each.in_post for each in found.act.departments if each.work is Work.ENFORCEMENT)
    if whole == 0:
        return Undetermined((say("清点的在编人数为零"),), (ORGANISED,))
    because = say(
        "{day} 清点：执行部门在编 {own} 人，全院在编 {whole} 人", day=found.on, own=own, whole=whole
    )
    return Found(Fraction(own, whole), (because,), (ORGANISED,))


def least_share(court: str) -> Fraction:
    """The share that a court of its level should reach."""
    return LEAST_SHARE[COURTS_BY_CODE[court].level]


@dataclass(frozen=True, slots=True)
class Quota:
    """Judges in the quota among those in post: in enforcement, and in the trial departments."""

    enforcement: Fraction
    trial: Fraction

    @property
    def equal(self) -> bool:
        """Whether enforcement is not behind."""
        return self.enforcement >= self.trial


def quota(dossier: Dossier, on: date) -> Found[Quota] | Undetermined:
    """The share of judges in the quota in enforcement beside that of the trial departments."""
    found = counted(dossier, on)
    if found is None:
        return Undetermined((say("本院还没有清点人员"),), (ORGANISED,))
    own = _judges(found.act.departments, Work.ENFORCEMENT)
    others = _judges(found.act.departments, Work.TRIAL)
    if own is None or others is None:
        return Undetermined((say("清点中缺执行部门或审判部门"),), (ORGANISED,))
    return Found(
        Quota(own, others), (say("按 {day} 清点的员额法官与在编人数计算", day=found.on),), (ORGANISED,)
    )


def _judges(departments: tuple[DepartmentCount, ...], work: Work) -> Fraction | None:
    fitting = [each for each in departments if each.work is work]
    whole = sum(each.in_post for each in fitting)
    return Fraction(sum(each.judges for each in fitting), whole) if whole else None


@dataclass(frozen=True, slots=True)
class Stock:
    """One lot of equipment: how much is left, how much of it works, and when it must be checked."""

    entry: Entry[EquipmentReceived]
    left: int
    working: int
    last_check: date | None
    next_check: date | None

    def overdue(self, on: date) -> bool:
        """Whether a check should have been made."""
        return self.left > 0 and self.next_check is not None and self.next_check < on


def equipment(dossier: Dossier, on: date) -> list[Stock]:
    """Every lot of equipment as of a day."""
    then = dossier.as_of(on)
    found = []
    for entry in then.of(EquipmentReceived):
        checks = [each for each in then.of(EquipmentChecked) if each.act.equipment == entry.seq]
        gone = sum(each.act.count for each in then.of(EquipmentWithdrawn) if each.act.equipment == entry.seq)
        left = entry.act.count - gone
        last = checks[-1] if checks else None
        found.append(
            Stock(
                entry,
                left,
                min(left, last.act.working if last else left),
                last.on if last else None,
                last.act.next_check if last else entry.act.next_check,
            )
        )
    return found


def categories(dossier: Dossier, on: date) -> dict[int, Category]:
    """Officer → the category under which they are managed that day."""
    return {entry.act.officer: entry.act.category for entry in dossier.as_of(on).of(OfficerClassified)}
