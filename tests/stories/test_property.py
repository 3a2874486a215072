"""A debtor hides a car: declared, asked of the network, contradicted, seized, sold; sandbox and worker are killed on the way."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.assets.processes import MINUTES, in_every_way, killed_and_run_again, state, undisturbed
from tests.cast import COURT, assigned, resident_number, who
from tests.stories.conftest import SignIn
from tests.stories.seat import PHONE, Seat, on_day
from tests.stories.test_wages import party
from zhixing.assets.acts.auction import BidDepositReceived
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import NetworkAnswer, ReportAccessRow
from zhixing.assets.questions.proceeds import Proceeds, proceeds_due
from zhixing.assets.report_code import code_of
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.law.identities import IdentityKind
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty, Paper, enter_party
from zhixing.record import door, outbox
from zhixing.record.scope import EVERY_COURT, see
from zhixing.simulate.network.belongings import belongings

DEBTOR = "赵小川"
WORTH = 6_000_000  # more than is owed, by less than a fifth
CONTROL = "裁定查封、扣押、冻结"


def ordered(officer: Seat) -> tuple[int, int, str]:
    """A case, its debtor, and the code of the letter that was served with notice and order, which go out in one step."""
    see(EVERY_COURT)
    case, debtor = assigned(), party(DEBTOR)
    on_day("2017-06-05")
    officer.does(case, EnforcementNoticeIssued(to=(debtor,)), PropertyReportOrdered(to=(debtor,)))
    see(EVERY_COURT)
    outbox.work()
    (row,) = ReportAccessRow.objects.filter(dossier_id=case)
    handed = ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER,
        to=debtor,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        served_on=date(2017, 6, 6),
        signed_by="本人",
    )
    on_day("2017-06-06")
    officer.does(case, handed)
    officer.sees("在报告期限内")
    return case, debtor, code_of(case, row.seq, debtor)


def reports(page: Page, site: str, code: str) -> None:
    """The debtor at a telephone: tells a deposit, says there is nothing else, forgets one tick, mends it."""
    page.goto(f"{site}/declare/")
    page.get_by_label("证件号码").fill(resident_number(2))
    page.get_by_label("报告码").fill(code.lower())
    page.get_by_role("button", name="开始报告").click()
    expect(page.get_by_role("heading", name="报告财产")).to_be_visible()
    page.locator("summary", has_text="银行存款").click()
    page.locator('[name="funds.0.kind"]').select_option("bank_deposit")
    page.locator('[name="funds.0.name"]').fill("农业银行存款")
    page.locator('[name="funds.0.value"]').fill("3000")
    page.get_by_role("button", name="先保存").click()
    expect(page.get_by_role("status")).to_contain_text("已保存")
    expect(page.locator('[name="funds.0.name"]')).to_have_value("农业银行存款")
    for category in ("immovables", "rights", "others"):
        page.locator(f'[name="nothing"][value="{category}"]').check()
    page.locator('[name="no_changes"]').check()
    page.get_by_role("button", name="提交报告").click()
    expect(page.locator(".note.late")).to_contain_text("没有填写，也没有确认没有")
    page.locator('[name="nothing"][value="movables"]').check()
    page.get_by_role("button", name="提交报告").click()
    expect(page.get_by_role("heading", name="财产报告回执")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def opens(seat: Seat, place: str, label: str, **said: str | bool) -> None:
    """Take the link from where one stands, fill in what the platform cannot know, send it."""
    seat.page.locator(place).get_by_role("link", name=label, exact=True).click()
    expect(seat.page.get_by_role("heading", name=label, exact=True, level=1)).to_be_visible()
    for name, value in said.items():
        seat.fill(name, value)
    seat.page.locator("#enter").click()


def follows(seat: Seat, place: str, label: str, **said: str | bool) -> None:
    """The same, and it is entered or laid before its approver."""
    opens(seat, place, label, **said)
    seat.told(label)


def telling_seed() -> int:
    """The first seed with which the car and some money are found, and the requests are answered in every way."""
    number = resident_number(2)
    for seed in count():
        cars = belongings(seed, Institution.VEHICLES, number)
        if [(each.value, each.burdens) for each in cars] != [(WORTH, "")]:
            continue
        if any(belongings(seed, Institution.BANKS, number)) and in_every_way(seed):
            return seed
    raise AssertionError


def asked(officer: Seat, case: int) -> int:
    """The network is asked from the page of inquiries; killed in the middle it ends as it would have; the car found."""
    on_day("2017-06-12")
    officer.go(f"/cases/{case}/inquiries/")
    follows(officer, "main", "发起网络查询")
    see(EVERY_COURT)
    outbox.work()
    seed = telling_seed()
    expected = undisturbed(case, seed)
    assert not NetworkAnswer.objects.exists()
    killed_and_run_again(case, seed)
    assert state(case) == expected
    officer.go(f"/cases/{case}/inquiries/")
    officer.sees("8 类单位中 8 类已反馈")
    found = door.read(case).of(PropertyFound)
    return next(each.seq for each in found if each.act.kind is PropertyKind.VEHICLE)


def contradicted(officer: Seat, case: int, car: int) -> None:
    """The contradiction is listed with both its sources, and the report found false."""
    officer.go(f"/cases/{case}/")
    officer.sees("按期报告", "处矛盾", "查明的财产未报告")
    officer.go("/reports/")
    officer.page.get_by_role("row").filter(has_text=DEBTOR).get_by_role("link").click()
    officer.sees("可能虚假，尚待核查", "纳入失信被执行人名单", "本系统尚不能记录")
    line = officer.page.locator("li", has_text="查明车辆").first
    expect(line).to_contain_text("报告财产")
    expect(line.get_by_role("link", name=f"第 {car} 条")).to_be_visible()
    follows(officer, "main", "核查财产报告", result="false", facts="隐瞒名下轿车一辆")
    officer.sees("虚假")


def seized(officer: Seat, judge: Seat, case: int, car: int) -> None:
    """The car is sealed for what it is worth; a second thing is refused: enough is held."""
    on_day("2017-06-13")
    officer.go(f"/cases/{case}/property/")
    row = f"#property-{car}"
    officer.page.locator(row).get_by_role("link", name=CONTROL).click()
    expect(officer.page.locator('[name="until"]')).to_have_value("2019-06-13")
    expect(officer.page.locator('[name="amount"]')).to_have_value("60000.00")
    officer.fill("assisted_by", "县车辆管理所")
    officer.page.locator("#enter").click()
    officer.told("已提请")
    judge.approves(CONTROL)
    officer.go(f"/cases/{case}/property/")
    officer.sees("查封至 2019-06-13")
    other = officer.page.locator("tr", has_text="存款").first.get_attribute("id")
    opens(officer, f"#{other}", CONTROL, living_not_kept="另有固定收入")
    officer.sees("在控财产价值 60,000.00 元，已足以清偿", "不再控制其他财产")


def priced(officer: Seat, judge: Seat, case: int, here: str) -> None:
    """An appraisal, the reference price, the ruling to sell online, both sides told."""
    on_day("2017-06-14")
    officer.go(f"/cases/{case}/sales/")
    follows(officer, here, "启动确定参考价", method="appraised", asked="甲评估公司")
    on_day("2017-06-20")
    follows(officer, here, "收到定价结果", amount="60000")
    follows(officer, here, "确定参考价")
    judge.approves("确定参考价")
    officer.page.reload()
    follows(officer, here, "裁定拍卖、变卖", ruling="（2017）渝0235执1号之二")
    judge.approves("裁定拍卖、变卖")
    see(EVERY_COURT)
    panel = PanelFormed(presiding=who("judge").id, members=(who("officer1").id, who("director").id))
    door.enter(case, panel, who("director"), on=date(2017, 6, 20))
    agreed = PanelDeliberated(
        topic=DeliberationTopic.OTHER, handler_opinion="七折起拍", other_opinions="同意", agreed=True
    )
    door.enter(case, agreed, who("judge"), on=date(2017, 6, 20))
    officer.go(f"/cases/{case}/sales/")
    follows(officer, here, "通知拍卖事项")


def announced(officer: Seat, here: str) -> None:
    """The notice comes filled in at its bounds; a day too early is refused, the right day taken."""
    on_day("2017-06-26")
    officer.page.reload()
    said = {"platform": "某拍卖平台", "deposit": "4200", "increment": "100", "pay_within": "15"}
    officer.sees("第 1 次拍卖的起拍价不低于", "42,000.00")
    opens(officer, here, "发布拍卖公告", starts="2017-07-10", defects="以实物现状为准", **said)
    expect(officer.page.locator('[name="reserve"]')).to_have_value("42000.00")
    officer.sees("拍卖日 2017-07-10 距公告不足15日", "拍卖日请不早于 2017-07-11")
    officer.fill("starts", "2017-07-11")
    officer.page.locator("#enter").click()
    officer.told("发布拍卖公告")
    officer.sees("2017-07-11 开始", "进行中")


def bidders(case: int, car: int) -> int:
    """Two bidders pay their deposits, one of whom joins as the one concerned: the buyer to be."""
    on_day("2017-07-03")
    see(EVERY_COURT)
    officer, on = who("officer1"), date(2017, 7, 3)
    papers = [Paper(IdentityKind.RESIDENT, resident_number(7))]
    buyer = enter_party(COURT, NewParty(name="周远", kind=PartyKind.NATURAL, papers=papers)).pk
    acts = [
        BidDepositReceived(property=car, code=code, bidder=sign * 64, amount=420_000, eligible=True)
        for code, sign in (("A1", "d"), ("B2", "e"))
    ]
    joined = PartyJoined(party=buyer, role=Role.INTERESTED)
    door.enter_all(case, [door.Step(act=act, by=officer, on=on) for act in (*acts, joined)])
    return buyer


def sold(officer: Seat, judge: Seat, case: int, here: str, buyer: int) -> None:
    """The deal, the price, the confirmation, its service, the handing over; each offered where the last one led."""
    on_day("2017-07-12")
    officer.page.reload()
    follows(officer, here, "成交", buyer=str(buyer), price="50000", code="A1")
    officer.sees("尚欠", "45,800.00", "2017-07-27 前付清")
    officer.go(f"/cases/{case}/money/")
    officer.sees("变价款", "尚待到账 45,800.00", "周远", "2017-07-27")
    officer.go(f"/cases/{case}/sales/")
    follows(officer, here, "退还保证金")
    on_day("2017-07-20")
    follows(officer, here, "价款付清")
    follows(officer, here, "裁定成交过户", ruling="（2017）渝0235执1号之三")
    judge.approves("裁定成交过户")
    officer.page.reload()
    follows(officer, here, "送达成交、抵债裁定")
    follows(officer, here, "移交财产", state="车辆、钥匙和登记证书已交接")
    officer.sees("已移交")
    officer.go(f"/cases/{case}/money/")
    officer.sees("尚待到账 0.00", "2017-07-20 付清")


def test_a_hidden_car_is_found_seized_and_sold_though_everything_is_killed_on_the_way(
    seated: SignIn, browser: Browser, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "ZHIXING_NETWORK_PATIENCE", float(MINUTES))
    officer, judge = seated("officer1"), seated("judge")
    case, _, code = ordered(officer)
    on_day("2017-06-09")
    context = browser.new_context(locale="zh-CN", viewport={"width": PHONE[0], "height": PHONE[1]})
    reports(context.new_page(), served, code)
    context.close()
    car = asked(officer, case)
    contradicted(officer, case, car)
    seized(officer, judge, case, car)
    here = f"#sale-{car}"
    priced(officer, judge, case, here)
    announced(officer, here)
    buyer = bidders(case, car)
    sold(officer, judge, case, here, buyer)
    see(EVERY_COURT)
    (due,) = proceeds_due(door.read(case), date(2017, 7, 20))
    assert due == Proceeds(
        thing=car,
        entry=due.entry,
        buyer=buyer,
        price=5_000_000,
        deposit=420_000,
        due=date(2017, 7, 27),
        paid_on=date(2017, 7, 20),
    )
