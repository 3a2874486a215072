"""The two real operative parts beside the checkout, read whole. Absent, the tests do nothing unless they are required."""

from __future__ import annotations

import os
from pathlib import Path

from zhixing.cases.titles import TitleAnswer, as_json, read

TITLES = Path(__file__).parents[3].parent / "shared" / "titles"


def answer(name: str) -> TitleAnswer | None:
    """What is read from one of them; None where the folder is absent and not required."""
    if not TITLES.is_dir():
        assert not os.environ.get("ZHIXING_REQUIRE_SHARED"), f"{TITLES} is required and absent"
        return None
    return as_json(read((TITLES / name).read_text(encoding="utf-8")))


def test_the_goods_judgment() -> None:
    found = answer("judgment-goods.txt")
    if found is None:
        return
    assert (found["kind"], found["number"], found["double_interest"]) == (
        "judgment",
        "（2025）粤0608民初254号",
        True,
    )
    assert [
        (row["label"], row["amount"], row["owed_by"], row["owed_to"], row["perform"]) for row in found["sums"]
    ] == [
        ("货款", "212160.03", ["甲公司"], ["乙公司"], {"days": 10, "after": "effective"}),
        ("保全费", "1639.94", ["甲公司"], ["乙公司"], {"days": 10, "after": "effective"}),
    ]
    [interest] = found["interest"]
    assert (
        interest["label"],
        interest["base"],
        interest["since"],
        interest["until"],
        interest["until_text"],
    ) == (
        "逾期利息",
        "212160.03",
        "2023-10-01",
        None,
        "实际清偿之日",
    )
    assert interest["rate"] == {"table": "lpr-1y", "times": "1.3"}
    assert [(row["label"], row["amount"], row["borne_by"], row["payable_to"]) for row in found["costs"]] == [
        ("案件受理费", "36.00", "乙公司", "court"),
        ("案件受理费", "4624.00", "甲公司", "court"),
        ("公告费", "200.00", "甲公司", "乙公司"),
    ]
    assert found["costs"][1]["perform"] == {"days": 7, "after": "effective"}
    assert found["not_understood"] == []


def test_the_loan_mediation() -> None:
    found = answer("mediation-loan.txt")
    if found is None:
        return
    assert (found["kind"], found["number"], found["double_interest"]) == (
        "mediation",
        "（2025）粤0606民初38361号",
        False,
    )
    assert [(row["label"], row["amount"]) for row in found["sums"]] == [
        ("借款", "190860.00"),
        ("利息", "36000.00"),
        ("律师代理费", "12000.00"),
        ("财产保全担保费", "800.00"),
    ]
    assert all(
        (row["owed_by"], row["owed_to"], row["perform"]) == (["甲"], ["乙"], None) for row in found["sums"]
    )
    [interest] = found["interest"]
    assert (interest["base"], interest["base_of"], interest["outstanding"]) == ("190860.00", "借款", True)
    assert (interest["since"], interest["rate"], interest["until"]) == (
        "2025-08-28",
        {"table": "lpr-1y", "times": "4"},
        None,
    )
    assert [
        (row["label"], row["amount"], row["borne_by"], row["payable_to"], row["perform"])
        for row in found["costs"]
    ] == [
        ("案件受理费", "2456.93", "甲", "乙", {"by": "2026-06-20"}),
        ("财产保全申请费", "1724.62", "甲", "乙", {"by": "2026-06-20"}),
    ]
    assert found["order"] == ["案件受理费", "财产保全申请费", "律师代理费", "财产保全担保费", "利息", "借款"]
    assert found["acceleration"] is not None
    assert found["not_understood"] == []
