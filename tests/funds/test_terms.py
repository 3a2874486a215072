"""By when money is paid: thirty days of the norm in force since 2017-05-01, the day before, on and after its last day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.builder import Did, build
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.statement import MoneyKind
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties


@pytest.mark.parametrize(
    ("came", "last"),
    [
        (date(2017, 6, 15), date(2017, 7, 17)),  # the thirtieth day is a Saturday
        (date(2017, 5, 2), date(2017, 6, 1)),
        (date(2017, 5, 1), date(2017, 5, 31)),
        (date(2017, 4, 30), date(2017, 5, 31)),  # before the term was in force: counted from the day it was
        (date(2016, 2, 1), date(2017, 5, 31)),
    ],
)
def test_the_thirty_days_run_from_receipt_and_for_older_money_from_the_day_there_was_a_term(
    came: date, last: date
) -> None:
    money = MoneyReceived(account=8, statement=9, line="1", amount=500, kind=MoneyKind.EXECUTION)
    (duty,) = duties(installed().duties, build([Did(money, came)], guarded=False))
    assert (duty.rule.name, duty.due) == ("funds.pay-in-thirty-days", last)
    assert duty.standing(last) is Standing.OPEN
    assert duty.standing(date.fromordinal(last.toordinal() + 1)) is Standing.OVERDUE
