"""A loan: nothing is found, the round is terminated with panel and president, property turns up, the case goes on as 执恢."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.cast import who
from tests.closing.stories import DELIBERATED, RULING, TALK, checks, served
from tests.stories.conftest import SignIn
from tests.stories.intake import loan, paper
from tests.stories.seat import Seat, on_day
from tests.stories.test_wages import party
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.panel import PanelFormed
from zhixing.closing.acts import ResumptionApplied, ResumptionGround

LENDER, BORROWER = "周文博", "郑海燕"


def noticed(clerk: Seat, director: Seat, officer: Seat) -> int:
    """The case from its paper to service of the notice."""
    on_day("2017-03-01")
    case = clerk.intake(paper("loan.txt"), loan())
    clerk.sees("借款本金", "80,000.00")
    clerk.does(case, Filed())
    clerk.does(case, HandedOver())
    director.does(
        case,
        Assigned(officer=who("officer1").id, method=AssignmentMethod.DESIGNATED, reason="熟悉同案被执行人"),
    )
    on_day("2017-03-03")
    debtor = party(BORROWER)
    officer.does(case, EnforcementNoticeIssued(to=(debtor,)), PropertyReportOrdered(to=(debtor,)))
    handed = ServiceAttempted(
        document=ServedDocument.NOTICE_AND_ORDER,
        to=debtor,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        served_on=date(2017, 3, 6),
        signed_by="本人",
    )
    on_day("2017-03-06")
    officer.does(case, handed)
    return case


def proves(case: int, officer: Seat, judge: Seat) -> None:
    """Each condition of termination certified, the applicant heard, the panel of one mind."""
    on_day("2017-05-02")
    judge.does(case, PanelFormed(presiding=who("judge").id, members=(who("judge2").id, who("officer1").id)))
    on_day("2017-05-22")
    for check in checks():
        officer.does(case, check.act)
    on_day("2017-05-25")
    officer.does(case, replace(TALK.act, party=party(LENDER)))
    on_day("2017-06-01")
    judge.does(case, DELIBERATED.act)


def test_a_round_is_terminated_and_the_case_comes_back_by_resumption(seated: SignIn) -> None:
    clerk, director, officer = seated("filing"), seated("director"), seated("officer1")
    judge, president = seated("judge"), seated("president")
    case = noticed(clerk, director, officer)

    officer.go(f"/cases/{case}/termination/")
    officer.sees("尚不具备", "尚无系统记录")
    proves(case, officer, judge)
    officer.go(f"/cases/{case}/termination/")
    officer.sees("凭书面材料确认")

    on_day("2017-06-05")
    officer.does(case, RULING)
    officer.sees("等待院长批准")
    president.approves("终结本次执行程序")
    president.sees("已结案")
    on_day("2017-06-08")
    officer.does(case, replace(served(party(LENDER)).act, to=party(LENDER)))
    officer.sees("终本后查询")

    on_day("2017-09-04")
    asked = ResumptionApplied(
        party=party(LENDER), ground=ResumptionGround.PROPERTY_FOUND, clues="在工商银行有存款三万元"
    )
    clerk.does(case, asked)
    on_day("2017-09-08")
    officer.go(f"/cases/{case}/resumption/")
    officer.page.get_by_label("核查结果").fill("已查实存款三万元")
    officer.page.get_by_role("button", name="另立恢复执行案件").click()
    officer.told("已另立恢复执行案件")
    resumed = officer.number()
    clerk.does(resumed, Filed())
    clerk.sees("（2017）渝0235执恢1号")
    clerk.go(f"/cases/{resumed}/resumption/")
    clerk.sees("（2017）渝0235执1号", "首次执行案件")
