"""A plan through the API: how it stands as of a day, indicators that say what is missing, and acts entered like any other."""

from __future__ import annotations

from datetime import date

import pytest

from tests.api.test_api import machine
from tests.cast import COURT, OTHER_COURT, TODAY
from tests.plan.district import ISSUER, adopted, of_court
from tests.plan.test_district import given_out
from zhixing.api.client import ProblemError
from zhixing.api.plans import Figure, IndicatorOut, PlanLine, PlanOut
from zhixing.api.shapes import Page
from zhixing.plan.acts import EvidenceFiled
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


def test_the_standing_of_each_measure_is_told_as_of_a_day() -> None:
    adopted()
    number = given_out()
    client = machine("director")
    (line,) = client.get("/plans", Page[PlanLine]).items
    assert (line.id, line.court) == (number, COURT)
    then = client.get(f"/plans/{number}", PlanOut, {"as_of": "2016-10-10"})
    (court,) = then.measures[0].courts
    assert (court.state, court.overdue, court.next_due) == ("有逾期", 1, date(2016, 9, 30))
    before = client.get(f"/plans/{number}", PlanOut, {"as_of": "2016-05-24"})
    assert before.measures[0].courts[0].state == "未落实责任"


def test_a_figure_that_cannot_be_told_says_what_is_missing() -> None:
    adopted()
    client = machine("director")
    names = {each.name for each in client.get("/indicators", Page[IndicatorOut]).items}
    assert {"listed-debtor-share", "enforcement-staff-share"} <= names
    (figure,) = client.get("/indicators/listed-debtor-share", Page[Figure]).items
    assert figure.numerator is None and figure.missing


def test_another_court_gets_no_plan_and_a_case_is_none() -> None:
    number = adopted()
    see(EVERY_COURT)
    own = of_court(COURT)
    with pytest.raises(ProblemError) as refused:
        machine("director", OTHER_COURT).get(f"/plans/{own}", PlanOut)
    assert refused.value.problem.status == 404
    told = machine("director", ISSUER).get(f"/plans/{number}", PlanOut)
    assert [each.court for each in told.measures[0].courts] == [ISSUER]


def test_evidence_is_filed_over_the_api() -> None:
    adopted()
    number = given_out()
    client = machine("clerk")
    evidence = EvidenceFiled(measure=1, what="分案规则", place="档案柜")
    client.enter(number, TODAY, [evidence])
    see(EVERY_COURT)
    told = machine("director").get(f"/plans/{number}", PlanOut)
    assert told.measures[0].courts[0].evidence == 1
