"""A plan from its text to the progress report: read, corrected, adopted, given out, reported with evidence, overdue, answered."""

from __future__ import annotations

import io
from datetime import date

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.cast import COURT
from tests.stories.conftest import SignIn
from tests.stories.seat import Seat, on_day
from zhixing.plan import tasks
from zhixing.plan.acts import EscalationAnswered, EvidenceFiled, ProgressReported, State, TaskSet
from zhixing.plan.models import PlanRow
from zhixing.record import door, outbox
from zhixing.record.scope import EVERY_COURT, see

ISSUER = "渝02"
TEXT = """示法〔2016〕3号
示范中级人民法院
执行攻坚方案
为兑现权利，制定本方案。
一、工作措施
（一）办案
1、自动分案。按轮案规则分案，结果当日告知。
分管领导：分管副院长
责任部门：执行局、立案庭
工作进度及要求：2016年9月前，全部实现自动分案。
2、执行人员到位。中级法院应达到15%，基层法院应达到18%。
责任部门：执行局
工作进度及要求：抓紧落实。
二、实施步骤
（一）动员部署阶段（2016年5月—2016年6月）
主要工作为：开会动员。
（二）攻坚阶段（2016年7月—2018年4月）
主要工作为：逐项推进。
示范中级人民法院
2016年5月20日
"""


def read_and_corrected(director: Seat) -> None:
    """The text is read, its reading shown beside it, a missing deadline filled in; the plan is laid before the president."""
    director.go("/plan/")
    director.page.get_by_role("link", name="导入方案").click()
    director.page.get_by_label("或者粘贴原文").fill(TEXT)
    director.page.get_by_role("button", name="读方案").click()
    director.sees("没有读出完成期限", "自动分案", "2016年9月前")
    director.fill("m2-new-what", "人员配备到位")
    director.fill("m2-new-by", "2016-12-31")
    director.page.get_by_role("button", name="确认，立卷").click()
    director.page.locator("#enter").click()
    director.told("已提请院长批准")


def given_out(director: Seat) -> None:
    """Every measure is given to a department, an owner and a leader in one form."""
    director.go("/plan/")
    director.page.get_by_role("link", name="落实责任").click()
    director.sees("自动分案", "人员配备到位")
    director.page.get_by_role("button", name="落实勾选的措施").click()
    director.told("已落实 2 项措施的责任")


def of_court(court: str) -> int:
    """The court's dossier of the plan."""
    see(EVERY_COURT)
    return PlanRow.objects.get(court=court).dossier_id


def task_of(number: int, measure: int) -> int:
    """The entry that set the task of a measure."""
    see(EVERY_COURT)
    return next(entry.seq for entry in door.read(number).of(TaskSet) if entry.act.measure == measure)


def delivered() -> None:
    """What the worker does: deliver what waits."""
    see(EVERY_COURT)
    outbox.work()


def shown_done(clerk: Seat, director: Seat, number: int) -> None:
    """A task is reported done with its evidence, and the page of the measure says so."""
    task = task_of(number, 1)
    clerk.does(number, EvidenceFiled(measure=1, task=task, what="分案规则（试行）", place="档案柜1号"))
    done = ProgressReported(measure=1, task=task, state=State.DONE, words="九月起全部自动分案")
    director.does(number, done)
    director.go(f"/plan/{number}/measures/1/")
    director.sees("分案规则（试行）", "已经完成", "任务已完成")


def escalated(leader: Seat, number: int) -> None:
    """An overdue task stands on the leader's desk, and the leader answers."""
    tasks.escalate_overdue(0)
    delivered()
    leader.go("/?show=week")
    leader.sees("对逾期任务提出督办意见")
    see(EVERY_COURT)
    leader.does(number, EscalationAnswered(escalation=door.read(number).head, words="一月底前到位"))
    leader.go(f"/plan/{number}/measures/2/")
    leader.sees("2016-12-31 到期的任务逾期", "一月底前到位")


def reported(chief: Seat) -> None:
    """The progress report, as a page and as PDF, tells of the overdue task and its answer."""
    chief.go("/plan/")
    chief.page.get_by_role("link", name="落实情况报告").click()
    chief.sees("三、逾期事项", "人员配备到位", "一月底前到位")
    report = chief.page.get_by_role("link", name="下载 PDF").get_attribute("href")
    printed = chief.page.request.get(f"{chief.site}{report}")
    pages = [each.extract_text() for each in PdfReader(io.BytesIO(printed.body())).pages]
    told = "".join("".join(pages).split())
    assert "方案落实情况报告" in told and "人员配备到位" in told and "一月底前到位" in told
    assert date(2017, 1, 5).strftime("截至%Y-%m-%d") in told


def test_a_plan_from_its_text_to_the_report(seated: SignIn) -> None:
    on_day("2016-05-18")
    chief = seated("director", ISSUER)
    read_and_corrected(chief)
    on_day("2016-05-20")
    seated("president", ISSUER).approves("印发方案")
    delivered()
    on_day("2016-05-24")
    director = seated("director")
    given_out(director)
    number = of_court(COURT)
    on_day("2016-09-12")
    shown_done(seated("clerk"), director, number)
    on_day("2017-01-05")
    escalated(seated("vice"), number)
    reported(chief)
    see(EVERY_COURT)
    chief.go(f"/plan/{of_court(ISSUER)}/?as_of=2016-09-30")
    chief.sees("推进中")
    expect(chief.page.locator("main")).not_to_contain_text("有逾期")
