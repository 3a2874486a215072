"""Pages of judicial aid at both widths: nothing that an assistive technology objects to, nothing too wide."""

from __future__ import annotations

from tests.funds.aid_cast import Aided
from tests.funds.cast import statement, taken
from tests.stories.conftest import SignIn
from tests.stories.test_pages import violations


def test_no_page_of_aid_has_what_axe_objects_to(seated: SignIn) -> None:
    accountant, judge = seated("accountant"), seated("judge")
    aided = Aided()
    aid = aided.granted()
    aided.do(aid, aided.order(500), "director")
    taken(statement(10_000_000, 700, number="S2"))
    fund, application = f"/funds/aid/funds/{aided.fund}/", f"/funds/aid/{aid}/"
    found = [each for path in ("/funds/aid/", fund, application) for each in violations(accountant, path)]
    found += [each for path in (f"/cases/{aided.case}/aid/", application) for each in violations(judge, path)]
    assert not found, "\n".join(found)
