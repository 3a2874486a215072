"""The two real papers become cases: what was read is on the case page, what was not read was asked of the clerk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cast import resident_number
from tests.stories.conftest import SignIn
from tests.stories.intake import TOLD, company_code
from tests.stories.seat import on_day
from zhixing.cases.acts.filing import Filed

TITLES = Path(__file__).parents[3] / "shared" / "titles"
WITH_TITLES = [TITLES] if TITLES.is_dir() or os.environ.get("ZHIXING_REQUIRE_SHARED") == "1" else []
ELSEWHERE = {"issuer": "广东省佛山市禅城区人民法院", "jurisdiction": "property", **TOLD}


@pytest.mark.parametrize("titles", WITH_TITLES)
def test_the_judgment_on_goods_becomes_a_case(seated: SignIn, titles: Path) -> None:
    clerk, officer = seated("filing"), seated("officer1")
    on_day("2025-12-10")
    confirmed = {
        "cause": "买卖合同纠纷",
        "effective_on": "2025-06-10",
        "parties.0.number": company_code(),
        "parties.1.number": company_code(2),
        "sums.2.days": "10",
        **ELSEWHERE,
    }
    case = clerk.intake((titles / "judgment-goods.txt").read_text(), confirmed)
    clerk.sees("甲公司", "乙公司", "货款", "212,160.03", "1,639.94", "200.00")
    clerk.does(case, Filed())
    clerk.sees("（2025）渝0235执1号")
    officer.go(f"/cases/{case}/owed/")
    officer.sees("212,160.03", "1.3")


@pytest.mark.parametrize("titles", WITH_TITLES)
def test_the_mediation_on_a_loan_becomes_a_case(seated: SignIn, titles: Path) -> None:
    clerk, judge = seated("filing"), seated("judge")
    on_day("2026-07-01")
    confirmed = {
        "cause": "民间借贷纠纷",
        "effective_on": "2025-08-27",
        "parties.0.number": resident_number(5),
        "parties.1.number": resident_number(6),
        **{f"sums.{place}.by": "2026-06-20" for place in range(4)},
        **ELSEWHERE,
    }
    case = clerk.intake((titles / "mediation-loan.txt").read_text(), confirmed)
    clerk.sees("借款", "190,860.00", "36,000.00", "2,456.93", "1,724.62")
    clerk.does(case, Filed())
    judge.go(f"/cases/{case}/owed/")
    judge.sees("贷款市场报价利率")
