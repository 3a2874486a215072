"""Every national table that belongs to the room of property is filled by acts entered here, or named with the reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tests.assets.lots import two
from tests.assets.reports import declared
from tests.assets.sales import on_private_sale, priced, ruled
from tests.assets.test_investigation import AUDIT, CLUE, LOOKED, REWARD
from tests.assets.test_investigation import DAY as LATER
from tests.cases.stories import APPLICANT, DEBTOR, OTHER, noticed
from tests.record.builder import Did, add, build
from tests.registers.test_told_sales import PERSONS, taken
from zhixing.assets.acts.auction import PriorityBuyerConfirmed
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
    ReleaseGround,
)
from zhixing.assets.acts.delivery import EvictionNoticed, MeasureKind, OccupantKind, OtherMeasureTaken
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.sale import ManagementOrdered
from zhixing.assets.acts.third_debts import DebtNotified
from zhixing.assets.kinds import PropertyKind, kinds
from zhixing.record.dossier import Dossier
from zhixing.registers.fields import tables
from zhixing.registers.told_assets import asset_rows
from zhixing.registers.told_property import property_rows

ON = date(2017, 6, 1)
# Taken in and written again as a register has them; no act entered here makes their rows, for this reason.
WITHOUT: Mapping[str, str] = {}


def held() -> Dossier:
    """Something of each manner held, renewed and lifted in part; money taken from an account and an income; assistance."""
    dossier = build(noticed())
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.BANK_DEPOSIT, name="存款", value=1_000)
    dossier = add(dossier, Did(found, ON), guarded=False)
    thing = dossier.head
    for manner in Manner:
        act = Controlled(property=thing, manner=manner, until=ON, amount=1_000, assisted_by="某银行")
        dossier = add(dossier, Did(act, ON), guarded=False)
        control = dossier.head
        renewed = ControlRenewed(control=control, until=ON, reason="尚未处置")
        lifted = ControlReleased(control=control, ground=ReleaseGround.EXCESS, reason="超出", part=1)
        dossier = add(add(dossier, Did(renewed, ON), guarded=False), Did(lifted, ON), guarded=False)
    for income in (False, True):
        taken_in = DepositTransferred(property=thing, amount=1, assisted_by="某银行", income=income)
        dossier = add(dossier, Did(taken_in, ON), guarded=False)
    return dossier


def other_force() -> Dossier:
    """A house managed and cleared, something delivered by force, a prior buyer."""
    dossier, thing = priced(PropertyKind.HOME)
    acts = (
        EvictionNoticed(property=thing, occupant=OccupantKind.OTHER_HOME, until=ON, occupied_by=(DEBTOR,)),
        ManagementOrdered(property=thing, manager=APPLICANT, terms="收取租金", ruling="裁5号"),
        OtherMeasureTaken(kind=MeasureKind.OTHER, against=DEBTOR, ruling="裁6号", what="开锁", result="已开"),
    )
    for act in acts:
        dossier = add(dossier, Did(act, ON), guarded=False)
    return dossier


def sold_with_priority() -> Dossier:
    """An auction in which somebody may buy before others."""
    dossier, thing = ruled()
    act = PriorityBuyerConfirmed(property=thing, party=APPLICANT, ground="承租人", deliberation=1)
    return add(dossier, Did(act, ON), guarded=False)


def found() -> Dossier:
    """One of every kind."""
    acts = [PropertyFound(owner=DEBTOR, kind=kind, name=kind.label) for kind in PropertyKind]
    return build([*noticed(), *(Did(act, ON) for act in acts)])


def owed_by_another() -> Dossier:
    """A third party ordered to pay what it owes the debtor."""
    claim = PropertyFound(owner=DEBTOR, kind=PropertyKind.CLAIM, name="货款")
    dossier = add(build(noticed()), Did(claim, ON))
    act = DebtNotified(property=dossier.head, third=OTHER, amount=1, due_on=ON, applied_by=APPLICANT)
    return add(dossier, Did(act, ON), guarded=False)


def looked_for() -> Dossier:
    """A report, a clue, an investigation, an audit and a reward."""
    return build([*declared(), *(Did(each, LATER) for each in (CLUE, LOOKED, AUDIT, REWARD))], guarded=False)


def stories() -> Iterator[Dossier]:
    yield from (held(), other_force(), sold_with_priority(), found(), looked_for(), owed_by_another())
    yield two()[0]
    yield on_private_sale()[0]
    yield taken()[0]


def filled() -> set[str]:
    """The tables that the acts of these stories make rows of."""
    return {
        table
        for dossier in stories()
        for table, values in (*asset_rows(dossier, PERSONS), *property_rows(dossier, {}))
        if values
    }


def test_every_table_of_property_is_filled_by_acts_or_named_with_a_reason() -> None:
    ours = {code for code, table in tables().items() if table.room == "assets"}
    assert len(ours) == 70
    assert len(kinds()) == 39
    made = filled()
    assert ours - made == WITHOUT.keys()
    assert made <= ours
    assert all(WITHOUT.values())
