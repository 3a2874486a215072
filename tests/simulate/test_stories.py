"""Stories are pure: the same chance tells the same story, and together they show every way a case of the district can end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from zhixing.cases.acts.ending import ClosingAct
from zhixing.closing import acts as closing
from zhixing.law.interest import Debt, Sum
from zhixing.people.seed import BASIC
from zhixing.record.act import Act
from zhixing.record.door import Step
from zhixing.record.dossier import Actor
from zhixing.simulate.fates import FATES, FOR_MONEY_ALONE, course, fate
from zhixing.simulate.telling import Told

ASSIGNED = date(2016, 3, 7)
STAFF = {
    seat.role: Actor(
        strong=True,
        kind="officer",
        id=place,
        name=seat.title,
        powers=tuple(each.value for each in seat.powers),
    )
    for place, seat in enumerate(BASIC, 1)
}
NEVER_HERE = {
    closing.RoundTerminatedByConsent
}  # the demonstration's rounds end with the president's approval


def told(chance: str, *, for_money: bool = True, preserves: bool = False) -> Told:
    rng = Random(chance)
    return Told(
        rng=rng,
        handler=STAFF[rng.choice(("judge", "officer1"))],
        staff=STAFF,
        applicant=1,
        debtors=(2,),
        title=4,
        claim=5,
        debt=Debt((Sum(1_000_000, date(2016, 1, 10), "借款"),)) if for_money else None,
        begun=ASSIGNED,
        day=ASSIGNED,
        now=date(2017, 6, 15),
        number="（2016）渝0235执1号",
        invite=lambda: 9,
        for_money=for_money,
        preserves=preserves,
        head=10,
    )


def steps(name: str, story: Told) -> Iterator[Step]:
    """The story as whoever enters it would hear it, counting the entries."""
    for step in course(name, story):
        story.head += 1
        yield step


def acts(name: str, story: Told) -> list[Act]:
    return [step.act for step in steps(name, story)]


def leaves(kind: type[Act]) -> set[type[Act]]:
    below = kind.__subclasses__()
    return {kind}.union(*(leaves(each) for each in below)) if below else {kind}


def test_the_same_chance_tells_the_same_story() -> None:
    for name, _ in FATES:
        assert acts(name, told(f"7:{name}")) == acts(name, told(f"7:{name}"))


def test_days_never_go_back() -> None:
    for name, _ in FATES:
        for number in range(12):
            days = [step.on for step in steps(name, told(f"{number}:{name}"))]
            assert days == sorted(days)


def test_every_way_of_closing_is_told() -> None:
    shown: set[type[Act]] = set()
    for number in range(12):
        for name, _ in FATES:
            shown |= {type(act) for act in acts(name, told(f"{number}:{name}"))}
        shown |= {type(act) for act in acts("working", told(str(number), preserves=True))}
    ways = {each for each in leaves(ClosingAct) if each.__module__.startswith("zhixing.closing")}
    assert ways - shown == NEVER_HERE


def test_what_is_not_for_money_has_no_story_of_money() -> None:
    for number in range(200):
        assert fate(Random(number), 300, for_money=False) not in FOR_MONEY_ALONE


def test_only_old_cases_were_neglected() -> None:
    assert all(fate(Random(number), 20) != "neglected" for number in range(300))
