"""Pages of aid as people use them: the fund opened and filled, an application from the case's page to the payout, figures."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.test import Client

from tests.cast import COURT, TODAY, begin, who
from tests.funds.aid_cast import BUDGET, Aided
from tests.funds.cast import bank_account, statement, taken
from tests.funds.test_money_pages import signed_in
from zhixing.funds.acts.statement import LineSetAside
from zhixing.funds.aid.figures import by_year
from zhixing.funds.aid.models import AidFundRow, AidRow
from zhixing.funds.indicators import INDICATORS
from zhixing.funds.models import LineRow
from zhixing.funds.reconciling.open_items import open_items
from zhixing.law.answers import Found, Undetermined
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see


@pytest.fixture
def aided(db: None) -> Aided:
    """A court with a fund, and a case."""
    return Aided()


def shown(client: Client, path: str) -> str:
    """The page; afterwards the test sees every court again."""
    answer = client.get(path, follow=True)
    see(EVERY_COURT)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_accountant_opens_the_fund_on_the_desk_and_gives_it_a_line(db: None) -> None:
    begin()
    account, client = bank_account(), signed_in("accountant")
    statement_of = taken(statement(0, 700)).dossier
    assert "设立司法救助资金" in shown(client, "/funds/aid/")
    assert client.post("/funds/aid/", {"account": "999999"}).status_code == 422
    assert client.post("/funds/aid/", {"account": str(account)}).status_code == 302
    see(EVERY_COURT)
    fund = AidFundRow.objects.get().dossier_id
    page = f"/funds/aid/funds/{fund}/"
    assert "登记以后才能决定救助" in shown(client, page) and "李付款" in shown(client, page)
    line = {"statement": str(statement_of), "line": "1", "source": "donation", "giver": "县慈善会"}
    assert client.post(page, line).status_code == 302
    assert client.post(page, line).status_code == 422
    assert signed_in("officer1").post(page, line).status_code == 404
    see(EVERY_COURT)
    assert "县慈善会" in shown(client, page)
    row = LineRow.objects.get()
    assert (row.case, row.kind) == (fund, "aid")
    of_statement = shown(client, f"/funds/statements/{statement_of}/")
    assert "司法救助资金" in of_statement and "funds.aid_line_taken_back" in of_statement
    assert not open_items()
    with pytest.raises(door.Refused, match="不是尚未查明的款项"):
        aside = LineSetAside(line="1", owner=who("accountant").id)
        door.enter(row.dossier_id, aside, who("accountant"), on=TODAY)


def test_an_application_is_taken_in_on_the_cases_page(aided: Aided) -> None:
    clerk, page = signed_in("filing"), f"/cases/{aided.case}/aid/"
    assert "李大山" in shown(clerk, page)
    said = {"applicant": str(aided.applicant), "ground": "injury", "asked": "20000", "hardship": "住院"}
    assert clerk.post(page, said).status_code == 422
    assert clerk.post(page, {**said, "proof": "病历", "asked": "二万"}).status_code == 422
    answer = clerk.post(page, {**said, "proof": "病历", "urgent": "on"})
    see(EVERY_COURT)
    row = AidRow.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"/funds/aid/{row.dossier_id}/"
    assert "司法救助立案" in shown(clerk, f"/funds/aid/{row.dossier_id}/")
    assert "急需" in shown(clerk, "/funds/aid/") and "审查中" in shown(clerk, page)


def test_the_page_of_an_application_leads_from_the_decision_to_the_payout(aided: Aided) -> None:
    row, judge = AidRow.objects.get(dossier_id=aided.filed()), signed_in("judge")
    found = shown(judge, f"/funds/aid/{row.dossier_id}/")
    assert "决定给予司法救助" in found and "180,000.00" in found and "2017-06-29" in found
    form = shown(judge, f"/cases/{row.dossier_id}/acts/funds.aid_granted/?case={aided.case}")
    assert "（2017）渝0235执1号" in form and "李大山" in form
    aided.do(row.dossier_id, aided.grant(), "president")
    found = shown(judge, f"/funds/aid/{row.dossier_id}/")
    assert "发放救助金：" in found and "20,000.00" in found
    decision = f"/cases/{row.dossier_id}/documents/4.pdf"
    assert f'href="{decision}"' in found and "国家司法救助决定书" in found
    assert judge.get(decision)["Content-Type"] == "application/pdf"
    see(EVERY_COURT)
    aided.do(row.dossier_id, aided.order(), "director")
    assert "（2017）渝0235司救执1号" in shown(
        signed_in("accountant"), f"/funds/bank-accounts/{aided.bank}/payments/"
    )
    assert "待银行付款" in shown(judge, f"/funds/aid/{row.dossier_id}/")
    money = shown(judge, f"/cases/{aided.case}/money/")
    assert "司法救助" in money and "20,000.00" in money
    line = shown(judge, f"/cases/{aided.case}/")
    assert "申请司法救助" in line and "司法救助结果" in line
    assert "（2017）渝0235司救执1号" in line


def test_the_figures_of_a_year_can_be_named_by_a_plan(aided: Aided) -> None:
    measure = {each.name: each.measure for each in INDICATORS}
    courts = [COURT, "渝0236"]
    nothing = measure["aided-persons"](courts, TODAY)[COURT]
    assert isinstance(nothing, Found) and nothing.value == 0
    aided.granted()
    persons, given, used = (
        measure[name](courts, TODAY) for name in ("aided-persons", "aid-given", "aid-budget-used")
    )
    answers = [each[COURT] for each in (persons, given, used)]
    values = [each.value for each in answers if isinstance(each, Found)]
    assert values == [Fraction(1), Fraction(20_000), Fraction(2_000_000, BUDGET)]
    assert isinstance(used["渝0236"], Undetermined)
    (year,) = by_year(TODAY)
    assert (year.applied, year.given.persons, year.given.sum, year.share) == (1, 1, 2_000_000, 6)
    desk = shown(signed_in("president"), "/funds/aid/")
    assert "6%" in desk and "已决定，待发放" in desk
