"""What was found and held in cases begun here is written in the national fields, each kind in its table."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cast import COURT, TODAY, assigned, begin, who
from tests.registers.register import lines_of, meaning
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
    ReleaseGround,
)
from zhixing.assets.acts.found import PropertyFound, Told
from zhixing.assets.kinds import Holds, PropertyKind, kinds
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door, sealed
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see
from zhixing.registers.exporting import Export, export_cases
from zhixing.registers.fields import FOUND, KEY, OF_FOUND, tables
from zhixing.registers.rows import Values

pytestmark = pytest.mark.django_db
ACCOUNT = "509999000012345678"


@pytest.fixture
def case() -> int:
    begin()
    return assigned()


def debtor(case: int) -> int:
    return parties_of(door.read(case), Role.DEBTOR, TODAY)[0].party


def order(case: int, act: Act) -> int:
    proposal = door.propose(case, door.Step(act=act, by=who("officer1"), on=TODAY))
    approver = "judge" if isinstance(act, Controlled | ControlRenewed) else "director"
    return door.approve(case, proposal.seq, who(approver), on=TODAY).seq


def written(tmp_path: Path, table: str, reason: str = "核对") -> list[Values]:
    see(EVERY_COURT)
    export_cases(Export(tmp_path / "out.csv", EVERY_COURT, reason))
    place = tmp_path / f"out.{table}.csv"
    return [meaning(tables()[table], line) for line in lines_of(place)] if place.exists() else []


def sample(kind: PropertyKind) -> tuple[Told, ...]:
    """Every field of a kind, filled."""
    said = {
        Holds.TEXT: "文字",
        Holds.PROSE: "长文字",
        Holds.INT: "3",
        Holds.AMOUNT: "12.5",
        Holds.TIME: "2015-06-01",
    }
    return tuple(
        Told(
            code=each.code,
            value=sealed.seal(COURT, f"5099 {each.code}") if each.sealed else said[each.holds],
        )
        for each in kinds()[kind].details
        if each.code != kinds()[kind].identifier
    )


def test_every_kind_of_property_is_written_with_every_field(case: int, tmp_path: Path) -> None:
    owner = debtor(case)
    acts = [
        PropertyFound(
            owner=owner,
            kind=kind,
            name=kind.label,
            identifier=sealed.seal(COURT, f"{ACCOUNT} {kind.value}") if kinds()[kind].identifier else None,
            details=sample(kind),
        )
        for kind in PropertyKind
    ]
    door.enter_all(case, [door.Step(act=act, by=who("officer1"), on=TODAY) for act in acts])
    found = {row["C_CCLX"]: row for row in written(tmp_path, FOUND)}
    for kind, own in kinds().items():
        place = tmp_path / f"out.{own.table}.csv"
        (row,) = (meaning(tables()[own.table], line) for line in lines_of(place))
        assert row.keys() == {column.code for column in tables()[own.table].columns}
        assert row[OF_FOUND] == found[kind.label][KEY]
        assert found[kind.label]["N_BZXR"] == owner
        if own.identifier:
            assert row[own.identifier] == f"{ACCOUNT} {kind.value}"


def test_a_freezing_is_written_with_its_renewal_release_and_transfer(case: int, tmp_path: Path) -> None:
    found = PropertyFound(
        owner=debtor(case),
        kind=PropertyKind.BANK_DEPOSIT,
        name="存款",
        identifier=sealed.seal(COURT, ACCOUNT),
        value=1_000_000,
        divisible=True,
    )
    thing = door.enter(case, found, who("officer1"), on=TODAY).seq
    frozen = order(
        case,
        Controlled(
            property=thing,
            manner=Manner.FROZEN,
            until=date(2018, 6, 15),
            amount=900_000,
            living_not_kept="另有工资收入",
        ),
    )
    order(case, ControlRenewed(control=frozen, until=date(2019, 6, 15), reason="尚未处置"))
    order(case, DepositTransferred(property=thing, amount=400_000, assisted_by="某银行"))
    order(
        case,
        ControlReleased(
            control=frozen, ground=ReleaseGround.EXCESS, reason="超出", part=100_000, left="其余存款"
        ),
    )
    (freezing,) = written(tmp_path, "T_SCZXDJ")
    assert freezing["N_SJDJJE"] == Decimal("9000.0000")
    assert freezing["D_DJJMRQ"] == datetime.combine(date(2018, 6, 15), time.min)
    (renewal,) = written(tmp_path, "T_SCZXDJXD")
    (part,) = written(tmp_path, "T_SCZXDJBFJD")
    assert renewal["C_ID_SCZXDJ"] == part["C_ID_SCZXDJ"] == freezing[KEY]
    (transfer,) = written(tmp_path, "T_SCZXHB")
    assert (transfer["N_HBJE"], transfer["C_HBZHJZH"]) == (Decimal("4000.0000"), ACCOUNT)
    (unnamed,) = written(tmp_path, "T_SCZXHB", reason="")
    assert "C_HBZHJZH" not in unnamed
