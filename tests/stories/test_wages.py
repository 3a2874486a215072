"""A case of wages from the paper to 执行完毕, each officer at their own browser."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from tests.cast import who
from tests.stories.conftest import SignIn
from tests.stories.intake import paper, wages
from tests.stories.seat import Seat, on_day
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    CluesAsked,
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.closing.acts import Archived, Fulfilled, FulfilmentGround
from zhixing.parties.models import Party

WORKER, COMPANY = "李大山", "重庆市云阳县青石建筑有限公司"


def party(name: str) -> int:
    """The party's row."""
    return Party.objects.get(name=name).pk


def fen(text: str) -> int:
    """The figure on the page."""
    return round(float(text.replace(",", "").removesuffix("元").strip()) * 100)


def received(clerk: Seat) -> int:
    """The paper read and confirmed, the case filed and handed over."""
    on_day("2017-03-01")
    case = clerk.intake(paper("wages.txt"), wages())
    clerk.sees(WORKER, COMPANY, "工资", "50,000.00", "涉民生")
    on_day("2017-03-03")
    clerk.does(case, Filed())
    clerk.sees("（2017）渝0235执1号")
    clerk.does(case, HandedOver())
    return case


def refused(officer: Seat, case: int) -> None:
    """Before the case is assigned the notice is greyed, and the page says what to do first."""
    officer.go(f"/cases/{case}/")
    officer.page.get_by_text("通知与送达（").click()
    closed = officer.page.locator("details.not", has_text="发出执行通知书").first
    closed.locator("summary").click()
    expect(closed.get_by_text("怎样才行").first).to_be_visible()


def noticed(officer: Seat, case: int) -> None:
    """Notice and order issued together, and served; the applicant asked for clues."""
    on_day("2017-03-07")
    worker, company = party(WORKER), party(COMPANY)
    officer.does(case, EnforcementNoticeIssued(to=(company,)), PropertyReportOrdered(to=(company,), days=10))
    officer.does(case, CluesAsked(to=(worker,)))
    on_day("2017-03-09")
    served = ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER,
        to=company,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        served_on=date(2017, 3, 9),
        signed_by="公司收发室",
    )
    officer.does(case, served)


def paid(officer: Seat, case: int) -> None:
    """What the page says is owed to the day is paid."""
    on_day("2017-03-20")
    officer.go(f"/cases/{case}/")
    owed = fen(officer.page.locator("dl.facts dd b").inner_text())
    assert owed > 5_000_000
    officer.page.get_by_role("link", name="怎么算的").click()
    officer.sees("50,000.00")
    worker, company = party(WORKER), party(COMPANY)
    officer.does(case, VoluntarilyPerformed(by=company, amount=owed, to=worker, receipt="转账凭证 0301"))
    officer.does(
        case, ApplicantContacted(party=worker, channel=Channel.PHONE, content="已足额收到工资和利息")
    )


def test_a_case_of_wages_goes_from_the_paper_to_performance_in_full(seated: SignIn) -> None:
    clerk, director, officer = seated("filing"), seated("director"), seated("officer1")
    case = received(clerk)
    refused(officer, case)
    on_day("2017-03-06")
    mine = Assigned(
        officer=who("officer1").id, method=AssignmentMethod.DESIGNATED, reason="同一被执行人的系列案件"
    )
    director.does(case, mine)
    noticed(officer, case)
    paid(officer, case)
    on_day("2017-03-21")
    officer.does(case, Fulfilled(reason="全部履行", ground=FulfilmentGround.PERFORMED))
    officer.sees("执行完毕", "已结案")
    expect(officer.page.locator("dl.facts dd b")).to_have_text("0.00 元")
    officer.does(case, Archived())
    officer.sees("归档")
