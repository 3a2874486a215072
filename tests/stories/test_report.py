"""A debtor reports on line with the code of the served paper and hides a car; it is found, and the contradiction listed."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Browser, Page, expect

from tests.cast import assigned, resident_number, who
from tests.stories.conftest import SignIn
from tests.stories.seat import PHONE, Seat, on_day
from tests.stories.test_wages import party
from zhixing.assets.acts.declaration import DeclarationResult, DeclarationVerified, PropertyDeclared
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import ReportAccessRow
from zhixing.assets.report_code import code_of
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.record import door, outbox
from zhixing.record.scope import EVERY_COURT, see

DEBTOR = "赵小川"


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


def ordered(officer: Seat) -> tuple[int, int, str]:
    """A case, its debtor, and the code of the letter that was served with notice and order."""
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


def test_a_hidden_car_is_found_and_the_contradiction_listed(
    seated: SignIn, browser: Browser, served: str
) -> None:
    officer = seated("officer1")
    case, debtor, code = ordered(officer)
    on_day("2017-06-09")
    context = browser.new_context(locale="zh-CN", viewport={"width": PHONE[0], "height": PHONE[1]})
    reports(context.new_page(), served, code)
    context.close()
    officer.go(f"/cases/{case}/")
    officer.sees("按期报告")

    on_day("2017-06-15")
    car = PropertyFound(
        owner=debtor, kind=PropertyKind.VEHICLE, name="小型轿车", value=6_000_000, found_by=FoundBy.NETWORK
    )
    see(EVERY_COURT)
    door.enter(case, car, who("officer1"), on=date(2017, 6, 15))
    officer.go(f"/cases/{case}/")
    officer.sees("与查明的情况有 1 处矛盾", "查明的财产未报告")
    officer.go("/reports/")
    officer.sees(DEBTOR)
    officer.go(f"/cases/{case}/reports/")
    officer.sees(
        "网络查控查明车辆“小型轿车”", "可能虚假，尚待核查", "纳入失信被执行人名单", "本系统尚不能记录"
    )
    reviewed(officer, case)


def reviewed(officer: Seat, case: int) -> None:
    """The officer finds the report false."""
    see(EVERY_COURT)
    (report,) = door.read(case).of(PropertyDeclared)
    checked = DeclarationVerified(
        declaration=report.seq, result=DeclarationResult.FALSE, facts="隐瞒名下小型轿车一辆"
    )
    officer.does(case, checked)
    officer.go(f"/cases/{case}/reports/")
    officer.sees("虚假报告")
