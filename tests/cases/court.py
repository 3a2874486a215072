"""A court with its people and parties in the database, and an application that came in there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from tests.cases.stories import intake
from tests.record.builder import Did
from zhixing.parties.models import Party
from zhixing.people.models import Department, Officer, Post
from zhixing.people.powers import actor
from zhixing.record import door, scope
from zhixing.record.act import Act
from zhixing.record.dossier import Actor
from zhixing.record.power import Power

COURT, ELSEWHERE = "渝0235", "渝0236"
EVERY_POWER = tuple(power for power in Power if power is not Power.SYSTEM)


@dataclass(frozen=True)
class Court:
    """Who works there and who litigates there, by their rows."""

    code: str
    officers: tuple[int, ...]
    parties: tuple[int, ...]

    def by(self, place: int = 0) -> Actor:
        """An officer of the court, with the powers of their post."""
        officer = Officer.objects.get(pk=self.officers[place])
        return actor(officer, self.code, date(2017, 6, 1), strong=True)

    def steps(self, dids: list[Did]) -> list[door.Step]:
        """A story with this court's own parties in it."""
        return [door.Step(act=self._own(did.act), by=self.by(), on=did.on) for did in dids]

    def _own(self, act: Act) -> Act:
        changed = {
            name: self._row(value)
            for name in ("party", "to", "owed_by", "owed_to")
            if (value := getattr(act, name, None))
        }
        return replace(act, **changed)

    def _row(self, value: object) -> object:
        return (
            tuple(map(self._row, value)) if isinstance(value, tuple) else self.parties[int(str(value)) - 11]
        )

    def application(self, acts: int | None = None) -> int:
        """The dossier of a complete application (or of its first acts), not yet filed."""
        return door.open_dossier(self.code, self.steps(intake()[:acts]))[0]


def court(code: str = COURT, officers: int = 2) -> Court:
    """A court with officers who hold every power, and three parties. The connection sees it from now on."""
    scope.see([*scope.seen(), code])
    department = Department.objects.create(court=code, name="执行局")
    staff = []
    for place in range(officers):
        person = Officer.objects.create(username=f"{code}.{place}", name=f"{code}的承办{place}")
        Post.objects.create(
            officer=person,
            department=department,
            court=code,
            title="执行员",
            powers=[power.value for power in EVERY_POWER],
            since=date(2015, 1, 1),
        )
        staff.append(person.pk)
    names = (f"甲某（{code}）", f"乙公司（{code}）", f"丙某（{code}）")
    parties = [Party.objects.create(court=code, kind="natural", name=name).pk for name in names]
    return Court(code, tuple(staff), tuple(parties))
