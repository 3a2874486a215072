"""When nothing is left to enforce, what is held must be lifted: after which endings, of whose property, by when, done by what."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases.stories import DEBTOR, OTHER, noticed
from tests.record.builder import Did, add, build
from zhixing.assets.acts.control import Controlled, ControlReleased, Manner, Rank, ReleaseGround
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.filing import RefusalGround
from zhixing.closing.acts import (
    ApplicationDismissed,
    DebtorEnding,
    EndingGround,
    EndingRevoked,
    EnforcementEnded,
    EnforcementEndedAgainst,
    Fulfilled,
    FulfilmentGround,
    NonEnforced,
    NonEnforcementGround,
    RoundTerminated,
    TerminationGround,
)
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

HELD, ENDED, DUE = date(2017, 5, 2), date(2017, 6, 5), date(2017, 6, 8)
PAID = Fulfilled(reason="付清", ground=FulfilmentGround.PERFORMED)


def held(*ranks: Rank, owner: int = DEBTOR) -> tuple[Dossier, list[int]]:
    """Cars held, or waited for; their controls."""
    dossier, controls = build(noticed()), []
    for place, rank in enumerate(ranks):
        found = PropertyFound(owner=owner, kind=PropertyKind.VEHICLE, name="车", identifier=str(place) * 64)
        dossier = add(dossier, Did(found, HELD), guarded=False)
        until = date(2019, 5, 2) if rank is Rank.FIRST else None
        act = Controlled(property=dossier.head, manner=Manner.SEALED, rank=rank, until=until)
        dossier = add(dossier, Did(act, HELD), guarded=False)
        controls.append(dossier.head)
    return dossier, controls


def after(dossier: Dossier, act: Act, on: date = ENDED) -> Dossier:
    return add(dossier, Did(act, on), guarded=False)


def lifting(dossier: Dossier) -> list[Duty]:
    return [each for each in duties(installed().duties, dossier) if each.rule.name == "lift-after-end"]


def released(control: int, part: int | None = None) -> ControlReleased:
    return ControlReleased(control=control, ground=ReleaseGround.SETTLED, reason="已清偿", part=part)


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2017, 6, 7), Standing.MET),
        (DUE, Standing.MET),
        (date(2017, 6, 9), Standing.LATE),
    ],
)
def test_what_a_debtor_who_paid_has_is_lifted_in_three_days(on: date, standing: Standing) -> None:
    dossier, (control,) = held(Rank.FIRST)
    dossier = after(dossier, PAID)
    (found,) = lifting(dossier)
    assert found.due == DUE
    assert (found.standing(DUE), found.standing(date(2017, 6, 9))) == (Standing.OPEN, Standing.OVERDUE)
    (found,) = lifting(after(dossier, released(control), on))
    assert found.standing(on) is standing


def test_it_is_done_when_nothing_is_held_and_nothing_waits() -> None:
    dossier, (first, waiting) = held(Rank.FIRST, Rank.WAITING)
    dossier = after(dossier, PAID)
    dossier = after(dossier, released(first, part=1))
    dossier = after(dossier, released(first))
    assert lifting(dossier)[0].met_by is None
    dossier = after(dossier, released(waiting))
    assert lifting(dossier)[0].met_by is not None


def test_nothing_is_due_where_nothing_is_held() -> None:
    assert lifting(after(build(noticed()), PAID)) == []
    dossier, (control,) = held(Rank.FIRST)
    assert lifting(after(after(dossier, released(control)), PAID)) == []


def ending(ground: EndingGround) -> EnforcementEnded:
    return EnforcementEnded(reason="终结", ground=ground, evidence="附卷", ruling="裁1号", parties=(DEBTOR,))


def test_every_ending_for_good_counts_and_no_other() -> None:
    dossier, _ = held(Rank.FIRST)
    acts: tuple[Act, ...] = (
        ending(EndingGround.WITHDRAWN),
        ending(EndingGround.TITLE_REVOKED),
        ending(EndingGround.BANKRUPT),
        NonEnforced(reason="不予执行", ground=next(iter(NonEnforcementGround)), title=2, ruling="裁1号"),
        ApplicationDismissed(reason="不符合", ground=next(iter(RefusalGround)), ruling="裁1号"),
    )
    for act in acts:
        assert len(lifting(after(dossier, act))) == 1, act
    round_over = RoundTerminated(reason="无财产", ground=TerminationGround.NO_PROPERTY, ruling="裁1号")
    acts = (
        ending(EndingGround.ELEVATED),
        ending(EndingGround.DESIGNATED),
        ending(EndingGround.ENTRUSTED),
        round_over,
    )
    for act in acts:
        assert lifting(after(dossier, act)) == [], act


def test_ended_against_one_debtor_only_what_is_his_is_lifted() -> None:
    against = EnforcementEndedAgainst(
        debtors=(DEBTOR,), ground=DebtorEnding.DIED, evidence="死亡证明", ruling="裁1号"
    )
    mine, _ = held(Rank.FIRST)
    others, _ = held(Rank.FIRST, owner=OTHER)
    assert len(lifting(after(mine, against))) == 1
    assert lifting(after(others, against)) == []


def test_an_ending_that_is_revoked_leaves_it_held() -> None:
    dossier, _ = held(Rank.FIRST)
    dossier = after(after(dossier, PAID), EndingRevoked(reason="异议成立", ruling="裁2号", objection=1))
    assert [each.standing(DUE) for each in lifting(dossier)] in ([], [Standing.FALLEN_AWAY])
