"""What the clerk adds beside each paper: what no paper says, such as identity documents and the day of effect."""

from __future__ import annotations

from pathlib import Path

from tests.cast import resident_number
from zhixing.law.identities import credit_sign

PAPERS = Path(__file__).parent / "papers"
TOLD: dict[str, str | bool] = {"risk_told": True, "preservation_hinted": True}
COMPANY = "91509999MA5XX000"


def paper(name: str) -> str:
    """The text of a paper of the tests."""
    return (PAPERS / name).read_text()


def company_code(number: int = 1) -> str:
    """An invented company's code of the region that does not exist."""
    first = f"{COMPANY}{number}"
    return first + credit_sign(first)


def wages() -> dict[str, str | bool]:
    """Beside the judgment on wages."""
    return {
        "cause": "追索劳动报酬纠纷",
        "effective_on": "2017-01-10",
        "parties.0.number": resident_number(1),
        "parties.0.phone": "13800000000",
        "parties.1.number": company_code(),
        "sums.0.days": "10",
        "livelihood": "wages",
        "account": "6200000000000000000",
        **TOLD,
    }


def loan() -> dict[str, str | bool]:
    """Beside the mediation paper on a loan."""
    return {
        "cause": "民间借贷纠纷",
        "effective_on": "2016-09-20",
        "parties.0.number": resident_number(3),
        "parties.1.number": resident_number(4),
        "delay_interest": True,
        **TOLD,
    }
