"""Preservation before suit at the pages: ruled on within forty-eight hours, a car held; suit does not follow, so it is lifted.

Sandbox and worker are killed while the registry is told to hold the car; the end state is that of a run that nobody disturbs.
"""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.assets.processes import MINUTES, killed_and_run_again, state, undisturbed
from tests.cast import resident_number
from tests.stories.conftest import SignIn
from tests.stories.seat import Seat, on_day
from tests.stories.test_wages import party
from zhixing.assets.acts.control import Controlled, ControlReleased
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.inquiry import ControlAnswered, ControlRequested
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import NetworkAnswer
from zhixing.assets.questions.control import holds
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.people.models import Officer
from zhixing.preservation.acts import PreservationRuled, SecurityAsked, SecurityForm, SecurityGiven
from zhixing.record import clock, door, outbox
from zhixing.record.scope import EVERY_COURT, see

CONTROL = "裁定查封、扣押、冻结"
SEED = 7


def taken_in(filing: Seat) -> int:
    """The clerk takes the application down; its dossier."""
    filing.go("/cases/new/")
    filing.page.get_by_role("link", name="收到财产保全申请").click()
    said = {
        "cause": "买卖合同纠纷",
        "when": "before_suit",
        "parties.0.name": "李大山",
        "parties.0.number": resident_number(1),
        "parties.1.name": "赵小川",
        "parties.1.role": "applicant",
        "parties.1.number": resident_number(2),
        "requested": "50000",
        "clues": "小型轿车一辆",
        "received_at": "08:30",
    }
    for name, value in said.items():
        filing.fill(name, value)
    filing.page.get_by_role("button", name="收下申请").click()
    expect(filing.page.locator(".note.late")).to_contain_text("被保全人")
    filing.fill("parties.1.role", "debtor")
    filing.page.get_by_role("button", name="收下申请").click()
    filing.told("已收到保全申请")
    return filing.number()


def test_a_preservation_before_suit_that_no_suit_follows_is_lifted(
    seated: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "ZHIXING_NETWORK_PATIENCE", float(MINUTES))
    on_day("2017-06-05")
    filing, judge, director = seated("filing"), seated("judge"), seated("director")
    case = taken_in(filing)
    judge.go("/preservation/")
    judge.sees("至 2017-06-07 08:30")
    is_ruled_on(filing, judge, director, case)
    seated("vice").approves("裁定财产保全")
    judge.go("/preservation/")
    judge.sees("立即开始执行保全裁定", "100%")
    officer = seated("officer1")
    car_is_held(officer, judge, case)
    registry_is_told(officer, case)
    on_day("2017-07-06")
    judge.go("/preservation/?show=suit")
    judge.sees("三十日内起诉或者申请仲裁")
    on_day("2017-07-18")
    is_lifted(officer)
    director.approves("解除查封、扣押、冻结")
    judge.go("/preservation/?show=lift")
    judge.sees("没有待办")
    see(EVERY_COURT)
    (lifted,) = holds(door.read(case), clock.today())
    assert lifted.released is not None and isinstance(lifted.released.act, ControlReleased)


def is_ruled_on(filing: Seat, judge: Seat, director: Seat, case: int) -> None:
    """Filed, in hand, secured, and the ruling laid before the vice president, all on the first day."""
    filing.does(case, Filed())
    filing.does(case, HandedOver())
    see(EVERY_COURT)
    handler = Officer.objects.get(username="0235.officer1").pk
    director.does(case, Assigned(officer=handler, method=AssignmentMethod.DESIGNATED, reason="保全中心"))
    judge.does(case, SecurityAsked(amount=5_000_000, until=clock.today()))
    filing.does(case, SecurityGiven(form=SecurityForm.INSURANCE, amount=5_000_000, giver="某保险公司"))
    judge.does(case, PreservationRuled(amount=5_000_000, ruled_at="16:00"))


def is_lifted(officer: Seat) -> None:
    """From the desk to the property and to the form that lifts the control."""
    officer.go("/preservation/?show=lift")
    officer.sees("未起诉的，解除诉前保全")
    officer.page.get_by_role("link", name="办理", exact=True).first.click()
    officer.page.get_by_role("link", name="解除查封、扣押、冻结").click()
    expect(officer.page.locator('[name="ground"]')).to_have_value("preservation")
    expect(officer.page.locator('[name="reason"]')).to_have_value("申请人三十日内没有起诉或者申请仲裁")
    officer.page.locator("#enter").click()
    officer.told("解除查封、扣押、冻结")


def car_is_held(officer: Seat, judge: Seat, case: int) -> None:
    """The car is found and sealed under the ruling."""
    on_day("2017-06-06")
    see(EVERY_COURT)
    officer.does(
        case,
        PropertyFound(owner=party("赵小川"), kind=PropertyKind.VEHICLE, name="小型轿车", value=4_500_000),
    )
    officer.go(f"/cases/{case}/property/")
    officer.page.get_by_role("link", name=CONTROL).click()
    officer.page.locator("#enter").click()
    officer.told(CONTROL)
    judge.approves(CONTROL)
    assert Controlled in {type(each.act) for each in door.read(case).entries}


def registry_is_told(officer: Seat, case: int) -> None:
    """The registry is told to hold the car while sandbox and worker are killed; it ends as it would have."""
    see(EVERY_COURT)
    (measure,) = [each.seq for each in door.read(case).of(Controlled)]
    officer.does(case, ControlRequested(measure=measure, institution=Institution.VEHICLES))
    see(EVERY_COURT)
    outbox.work()
    expected = undisturbed(case, SEED)
    assert not NetworkAnswer.objects.exists() and not door.read(case).of(ControlAnswered)
    killed_and_run_again(case, SEED)
    assert state(case) == expected
    (answer,) = door.read(case).of(ControlAnswered)
    assert answer.act.done
    officer.go(f"/cases/{case}/inquiries/")
    officer.sees("车辆管理机关：已办理")
