"""An officer at the page of sales: the next notice at its bounds, a notice too short refused, the right one entered."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.assets.test_sale_door import to_be_announced
from tests.stories.conftest import SignIn
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.record import door


def test_the_notice_comes_filled_in_at_its_bounds_and_one_too_short_is_refused(seated: SignIn) -> None:
    officer = seated("officer1")
    case, thing = to_be_announced()
    officer.go(f"/cases/{case}/sales/")
    officer.sees("已裁定拍卖，应发布公告", "60,000.00", "42,000.00", "2017-06-30")
    officer.page.get_by_role("link", name="发布拍卖公告").click()
    expect(officer.page.locator('[name="reserve"]')).to_have_value("42000.00")
    (panel,) = door.read(case).of(PanelDeliberated)
    for name, value in {
        "property": str(thing),
        "starts": "2017-06-29",
        "platform": "某拍卖平台",
        "deposit": "4200",
        "increment": "100",
        "pay_within": "15",
        "deliberation": str(panel.seq),
        "defects": "以实物现状为准，无已知权利负担",
    }.items():
        officer.fill(name, value)
    officer.page.locator("#enter").click()
    officer.sees("拍卖日 2017-06-29 距公告不足15日", "拍卖日请不早于 2017-06-30")
    officer.fill("starts", "2017-06-30")
    officer.page.locator("#enter").click()
    officer.told("发布拍卖公告")
    officer.go(f"/cases/{case}/sales/")
    officer.sees("2017-06-30 开始", "进行中")
