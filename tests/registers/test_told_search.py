"""Orders, clues, investigations, audits and rewards in the national tables: each field of a row is one that the table has."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from msgspec.structs import replace

from tests.assets.reports import CAR, declared
from tests.assets.test_declaration import EXTENDED
from tests.assets.test_investigation import (
    AUDIT,
    AUDIT_REPORT,
    AUDITED,
    CLUE,
    DAY,
    LOOKED,
    POSTED,
    REWARD,
    REWARDED,
    SETTLED,
    TIP,
    VERIFIED,
)
from tests.cases.stories import DEBTOR
from tests.record.builder import Did, build
from zhixing.assets.acts.clues import Investigated, InvestigatedItem
from zhixing.record.act import Act
from zhixing.registers.fields import tables
from zhixing.registers.rows import Values
from zhixing.registers.told_property import property_rows


def rows(*acts: Act) -> dict[str, Values]:
    """The last row of each table after a report and these acts of one day."""
    dossier = build([*declared(), *(Did(each, DAY) for each in acts)])
    found = dict(property_rows(dossier, {}))
    for table, values in found.items():
        assert set(values) <= set(tables()[table].by_code()), table
    return found


def test_an_order_tells_its_term_its_prolongation_and_the_report() -> None:
    row = rows(replace(EXTENDED, until=date(2017, 6, 1)))["T_SCZXBGCCL"]
    assert (row["N_XH"], row["N_BZXR"], row["N_YQTS"]) == (1, DEBTOR, 73)
    assert (row["D_CCBGQJJMRQ"], row["D_CCBGRQ"]) == (
        datetime.fromisoformat("2017-06-01"),
        datetime.fromisoformat("2017-03-17"),
    )
    assert "N_YQTS" not in rows()["T_SCZXBGCCL"]


def test_a_clue_tells_what_became_of_it() -> None:
    waiting = rows(CLUE)["T_SCZXZXXS"]
    assert (waiting["C_XSZT"], "D_XSHSRQ" in waiting) == ("尚未核实", False)
    done = rows(CLUE, CAR, replace(VERIFIED, clue=15, found=(16,)))["T_SCZXZXXS"]
    assert (done["C_XSZT"], done["D_XSHSRQ"]) == ("属实", datetime.fromisoformat("2017-05-08"))


def test_an_investigation_tells_each_item_in_its_own_column() -> None:
    looked = replace(
        LOOKED, items=(Investigated(item=InvestigatedItem.INCOME, result="月收入四千元"),), clues=(15,)
    )
    row = rows(CLUE, looked)["T_SCZXCCDC"]
    assert (row["C_DCSR"], row["C_ZXXSXH"], row["N_BDCR"]) == ("月收入四千元", "1", DEBTOR)
    columns = tables()["T_SCZXCCDC"].by_code()
    assert all(str(each.value) in columns for each in InvestigatedItem)


def test_audit_and_reward_tell_decision_and_outcome() -> None:
    audit = rows(AUDIT, replace(AUDITED, request=15), replace(AUDIT_REPORT, decision=16))["T_SCZXSFSJ"]
    assert (audit["C_SFZXSQ"], audit["N_FDSE"], audit["D_JSRQ"]) == (
        "是",
        Decimal(10000),
        datetime.fromisoformat("2017-05-08"),
    )
    told = (
        REWARD,
        replace(REWARDED, request=15),
        replace(POSTED, decision=16, until=date(2017, 8, 8)),
        TIP,
        replace(SETTLED, notice=17, clue=18),
    )
    reward = rows(*told)["T_SCZXXSZX"]
    assert (reward["N_FFJE"], reward["C_XSJESFFF"], reward["C_ZXXSXH"]) == (Decimal(2500), "是", "1")
    assert "c" * 64 not in str(reward) and "c" * 64 not in str(rows(TIP)["T_SCZXZXXS"])
