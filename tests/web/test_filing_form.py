"""From a paper to the acts of a case: what was read fills the form, what was confirmed becomes the debt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import Did, build
from zhixing.cases import questions
from zhixing.cases.acts.filing import (
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    RateTable,
    SetOffOrderRecorded,
    Sharing,
    SumNature,
    TitleRecorded,
)
from zhixing.cases.from_title import left_open
from zhixing.cases.titles import read
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.web.act_fields import act_from
from zhixing.web.pages.filing_acts import Ready, acts_of, unknown_names
from zhixing.web.pages.filing_form import FilingForm, filled

ON = date(2025, 6, 2)
PAPERS = Path(__file__).parent / "papers"
JUDGMENT = (PAPERS / "judgment.txt").read_text("utf-8")
MAINTENANCE = (PAPERS / "maintenance.txt").read_text("utf-8")


LOAN = (PAPERS / "loan.txt").read_text("utf-8")
EFFECTIVE = date(2024, 12, 20)


def confirmed(text: str) -> FilingForm:
    """The form, everything confirmed as it was read."""
    form = filled(read(text), ON)
    form |= {"cause": ["买卖合同纠纷"], "effective_on": [EFFECTIVE.isoformat()]}
    made = act_from(FilingForm, form)
    assert unknown_names(made) == {}
    return made


def acts(text: str) -> list[Act]:
    """The acts of the paper; parties are numbered from 11 in their order."""
    form = confirmed(text)
    ids = {line.name.strip(): 11 + place for place, line in enumerate(form.parties)}
    return acts_of(form, Ready(ids, None, text))


def taken_in(text: str) -> Dossier:
    """The dossier that these acts make, every guard asked."""
    return build([Did(act, ON, {"known-parties": (11, 12, 13)}) for act in acts(text)])


def test_each_sum_becomes_a_claim_with_its_debtors_nature_and_last_day() -> None:
    claims = [entry.act for entry in taken_in(JUDGMENT).of(ClaimRecorded)]
    assert [(each.label, each.amount, each.owed_by, each.sharing, each.nature) for each in claims] == [
        ("货款", 10_000_000, (12, 13), Sharing.JOINT, SumNature.PRINCIPAL),
        ("律师费", 500_000, (12,), Sharing.SINGLE, SumNature.COST),
        ("公告费", 20_000, (12,), Sharing.SINGLE, SumNature.COURT_FEE),
    ]
    assert claims[0].due == date(2024, 12, 30)


def test_points_stay_with_the_rate_and_the_interest_runs_on_its_sum() -> None:
    dossier = taken_in(JUDGMENT)
    (interest,) = dossier.of(InterestRecorded)
    assert (interest.act.table, interest.act.times, interest.act.plus) == (RateTable.LPR_1Y, "1", "0.005")
    claim = dossier.at(interest.act.claim or 0)
    assert claim is not None
    assert isinstance(claim.act, ClaimRecorded)
    assert claim.act.label == "货款"
    assert isinstance(questions.owed(dossier, ON), Found)


def test_costs_that_go_to_the_court_are_no_claim_of_the_applicant() -> None:
    dossier = taken_in(JUDGMENT)
    (cost,) = dossier.of(CostRecorded)
    assert (cost.act.label, cost.act.amount, cost.act.borne_by) == ("案件受理费", 230_000, (12,))
    assert cost.act.due == date(2024, 12, 27)
    assert questions.amount_claimed(dossier, ON) == 10_000_000 + 500_000 + 20_000


def test_of_a_sum_that_recurs_every_instalment_fallen_due_is_claimed() -> None:
    dossier = taken_in(MAINTENANCE)
    dues = [entry.act.due for entry in dossier.of(ClaimRecorded)]
    assert dues == [date(2025, month, 5) for month in range(1, 6)]
    assert questions.amount_claimed(dossier, ON) == 5 * 150_000
    assert dossier.of(TitleRecorded)[0].act.instalments


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("被告赵明远于本协议签订之日起十个工作日内支付原告王秋月补偿款3000元。", "请填写最后一日"),
        ("被告赵明远每月支付原告王秋月抚养费1500元。", "请按已到期的期数填写金额"),
    ],
)
def test_what_the_form_cannot_say_is_put_to_the_clerk(wording: str, sentence: str) -> None:
    text = MAINTENANCE.split("一、")[0] + "一、" + wording
    assert any(sentence in str(line) for line in left_open(read(text), ON))


def test_a_paper_that_leaves_nothing_open_is_not_said_to() -> None:
    assert left_open(read(JUDGMENT), ON) == []


def test_an_agreed_order_names_the_claims_it_orders() -> None:
    dossier = taken_in(LOAN)
    (order,) = dossier.of(SetOffOrderRecorded)
    assert order.act.order == ("案件受理费", "律师代理费", "利息", "借款")
    assert {entry.act.label for entry in dossier.of(ClaimRecorded)} == set(order.act.order)
    assert isinstance(questions.owed(dossier, ON), Found)
