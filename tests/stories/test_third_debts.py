"""A third party's debt at the pages: ordered, served, disputed in part, enforced for the rest, paid and certified."""

from __future__ import annotations

from datetime import timedelta

from tests.assets.test_line_and_sealing import debtor_of
from tests.cast import COURT, TODAY, assigned, who
from tests.stories.conftest import SignIn
from tests.stories.seat import Seat, on_day
from tests.stories.test_pages import violations
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.third_debts import Plea
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.questions import amount_reached
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty, enter_party
from zhixing.record import clock, door
from zhixing.record.scope import EVERY_COURT, see

ORDER, SERVE, OBJECT = "发出履行到期债务通知", "直接送达履行通知", "第三人提出异议"
RULE, PAY, CERTIFY = "裁定对第三人强制执行", "第三人履行到期债权", "出具履行证明"


def owing() -> int:
    """A case, a company that owes the debtor 40,000 yuan, and the claim found; its dossier."""
    see(EVERY_COURT)
    case = assigned()
    third = enter_party(COURT, NewParty(name="乙建材有限公司", kind=PartyKind.LEGAL)).pk
    by = who("officer1")
    door.enter(case, PartyJoined(party=third, role=Role.THIRD_DEBTOR), by, on=TODAY)
    claim = PropertyFound(
        owner=debtor_of(case),
        kind=PropertyKind.CLAIM,
        name="对乙建材有限公司的货款",
        value=4_000_000,
        found_by=FoundBy.CLUE,
    )
    door.enter(case, claim, by, on=TODAY)
    return case


def follows(officer: Seat, case: int, label: str, **said: str) -> None:
    """From the page of property to the form, which is filled in as far as the record knows, and back."""
    officer.go(f"/cases/{case}/property/")
    officer.page.get_by_role("link", name=label, exact=True).click()
    for name, value in said.items():
        officer.fill(name, value)
    officer.page.locator("#enter").click()
    officer.told(label)


def test_what_a_third_party_acknowledges_is_enforced_and_the_rest_is_not(seated: SignIn) -> None:
    case = owing()
    officer, judge, director = seated("officer1"), seated("judge"), seated("director")
    follows(officer, case, ORDER, due_on=TODAY.isoformat(), evidence="买卖合同、对账单")
    judge.approves(ORDER)
    officer.go(f"/cases/{case}/property/")
    officer.sees("履行通知待直接送达")
    follows(officer, case, SERVE, received_by="财务某某")
    officer.go(f"/cases/{case}/property/")
    officer.sees("第三人履行或者提出异议至 2017-06-30")
    assert officer.page.get_by_role("link", name=RULE, exact=True).count() == 0
    on_day((TODAY + timedelta(days=5)).isoformat())
    follows(officer, case, OBJECT, plea=str(Plea.AMOUNT.value), acknowledged="15000", content="质保金未到期")
    on_day("2017-07-01")
    officer.go(f"/cases/{case}/property/")
    officer.sees("可以裁定对第三人强制执行 15,000.00 元", "对 25,000.00 元有异议，不作审查")
    follows(officer, case, RULE)
    director.approves(RULE)
    follows(officer, case, PAY, amount="15000")
    follows(officer, case, CERTIFY)
    see(EVERY_COURT)
    assert amount_reached(door.read(case), clock.today()) == 1_500_000
    owner = debtor_of(case)
    found = violations(officer, f"/cases/{case}/property/") + violations(
        officer, f"/parties/{owner}/property/"
    )
    assert not found, "\n".join(found)
