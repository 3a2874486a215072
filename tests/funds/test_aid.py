"""Judicial aid: who may ask, how much at most, who approves; and what the enforcement case is told."""

from __future__ import annotations

import pytest

from tests.cast import COURT, OTHER_COURT, TODAY, who
from tests.funds.aid_cast import CAME, WAGE, Aided, hold_clock, opened
from zhixing.documents.written import write
from zhixing.funds.aid.acts.application import (
    AidDeliberated,
    AidExclusion,
    AidExtended,
    AidFiled,
    AidRefused,
    AidWithdrawn,
)
from zhixing.funds.aid.acts.case import AidOutcome, AidTold
from zhixing.funds.aid.acts.fund import AidBudgetSet, AidFundOpened, AidSource, AidWageRecorded
from zhixing.funds.aid.models import AidRow
from zhixing.funds.aid.questions.application import AidStage, aid_number, aids, stage
from zhixing.law.answers import Found
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.questions import parties_of
from zhixing.parties.register import NewParty, enter_party
from zhixing.record import door
from zhixing.record.duties import Standing
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read


@pytest.fixture
def aided(db: None) -> Aided:
    """A court with a fund, and a case."""
    return Aided()


def test_an_application_has_a_number_of_its_own_and_stands_in_the_enforcement_case(aided: Aided) -> None:
    aid = aided.applied()
    assert stage(read(aid), TODAY) is AidStage.RECEIVED
    with pytest.raises(door.Refused, match="还没有立案"):
        aided.do(aid, aided.grant(), "president")
    door.enter(aid, AidFiled(), who("filing"), on=TODAY)
    assert aid_number(read(aid), TODAY) == "（2017）渝0235司救执1号"
    with pytest.raises(door.Refused, match="已立案"):
        door.enter(aid, AidFiled(), who("filing"), on=TODAY)
    (found,) = aids(read(aided.case), TODAY)
    assert (found.aid, found.person, found.asked, found.outcome) == (aid, aided.applicant, 2_000_000, None)
    row = AidRow.objects.get(dossier_id=aid)
    assert (row.number, row.case, row.stage) == ("（2017）渝0235司救执1号", aided.case, "under_review")


def test_aid_is_given_once_for_a_case_and_a_person_but_may_be_asked_again_after_a_refusal(
    aided: Aided,
) -> None:
    first = aided.filed()
    with pytest.raises(door.Refused, match="已有司法救助：（2017）渝0235司救执1号"):
        aided.applied()
    no = AidRefused(
        case=aided.case, applicant=aided.applicant, exclusion=AidExclusion.OTHER_CAUSE, reason="因病"
    )
    aided.do(first, no, "president")
    assert stage(read(first), TODAY) is AidStage.REFUSED
    again = aided.applied()
    aided.do(again, AidWithdrawn(case=aided.case, applicant=aided.applicant, reason="已和解"))
    assert [each.outcome for each in aids(read(aided.case), TODAY)] == [
        AidOutcome.REFUSED,
        AidOutcome.WITHDRAWN,
    ]
    third = aided.filed()
    aided.do(third, aided.grant(), "president")
    with pytest.raises(door.Refused, match="已有司法救助"):
        aided.applied()


def test_it_is_for_natural_persons_who_apply_for_enforcement_in_a_case_of_this_court(aided: Aided) -> None:
    debtor = parties_of(read(aided.case), Role.DEBTOR, TODAY)[0].party
    with pytest.raises(door.Refused, match="不是这一地位"):
        aided.applied(applicant=debtor)
    company = enter_party(COURT, NewParty(name="云阳某某有限公司", kind=PartyKind.LEGAL)).pk
    joined = PartyJoined(party=company, role=Role.APPLICANT)
    door.enter(aided.case, joined, who("filing"), on=TODAY)
    with pytest.raises(door.Refused, match="申请人是法人或者其他组织"):
        aided.applied(applicant=company)
    with pytest.raises(door.Refused, match="不是本院已经立案的执行案件"):
        step = door.Step(act=aided.application(), by=who("filing", OTHER_COURT), on=TODAY)
        door.open_dossier(OTHER_COURT, [step])


def test_the_ceiling_is_thirty_six_months_of_last_years_wage_unless_the_committee_agrees(
    aided: Aided,
) -> None:
    aid = aided.filed()
    most = 36 * WAGE
    with pytest.raises(door.Refused, match=r"三十六个月共 180,000\.00 元"):
        aided.do(aid, aided.grant(most + 1), "president")
    with pytest.raises(door.Refused, match="救助金额为零"):
        aided.do(aid, aided.grant(0), "president")
    with pytest.raises(door.Refused, match="拟救助"):
        aided.do(aid, aided.grant(most + 1, above="伤残一级"), "president")
    aided.do(aid, AidDeliberated(agreed=True, amount=most + 1, opinion="损失特别重大"))
    with pytest.raises(door.Refused, match="拟救助"):
        aided.do(aid, aided.grant(most + 1, above="伤残一级"), "president")
    aided.do(aid, aided.grant(most), "president")
    assert stage(read(aid), TODAY) is AidStage.TO_PAY


def test_more_than_the_ceiling_is_given_where_that_much_is_not_enforced(aided: Aided) -> None:
    aided.in_fund(AidWageRecorded(year=2016, monthly=50_000, source="更正后的公报"))  # 18,000 yuan
    aid = aided.filed()
    aided.do(aid, AidDeliberated(agreed=False, opinion="再查"))
    with pytest.raises(door.Refused, match="拟救助"):
        aided.do(aid, aided.grant(above="伤残一级"), "president")
    aided.do(aid, AidDeliberated(agreed=True, amount=2_000_000, opinion="损失特别重大"))
    seq = aided.do(aid, aided.grant(above="伤残一级"), "president")
    body = str(write(read(aid), seq).body)
    assert "18,000.00元" in body and "突破限额的理由：伤残一级" in body


def test_without_a_wage_of_last_year_or_the_year_before_nothing_is_decided(aided: Aided) -> None:
    aid = aided.filed()
    with pytest.raises(door.Refused, match="年度"):
        aided.in_fund(AidWageRecorded(year=2017, monthly=1, source="尚未公布"))
    with pytest.raises(door.Refused, match="数额为零"):
        aided.in_fund(AidBudgetSet(year=2017, amount=0, document="无"))
    hold_clock(TODAY.replace(year=2019))
    with pytest.raises(door.Refused, match="没有登记 2018 年度职工月平均工资"):
        aided.do(aid, aided.grant(1), "president", on=TODAY.replace(year=2019))


def test_no_more_is_promised_than_fund_and_budget_bring(aided: Aided) -> None:
    first = aided.filed()
    with pytest.raises(door.Refused, match=r"可用 300,000\.00 元"):
        aided.in_fund(AidWageRecorded(year=2016, monthly=6 * WAGE, source="更正"))
        aided.do(first, aided.grant(30_000_001), "president")
    aided.do(first, aided.grant(25_000_000), "president")
    other = enter_party(COURT, NewParty(name="王小云", kind=PartyKind.NATURAL)).pk
    door.enter(aided.case, PartyJoined(party=other, role=Role.APPLICANT), who("filing"), on=TODAY)
    second = aided.applied(applicant=other)
    door.enter(second, AidFiled(), who("filing"), on=TODAY)
    wrong = aided.grant(5_000_001)
    with pytest.raises(door.Refused, match="与申请不一致"):
        aided.do(second, wrong, "president")
    grant = type(wrong)(
        case=aided.case, applicant=other, amount=5_000_001, source=AidSource.BUDGET, reason="困难"
    )
    with pytest.raises(door.Refused, match=r"已决定未发放 250,000\.00 元，可用 50,000\.00 元"):
        aided.do(second, grant, "president")


def test_the_president_approves_and_nobody_his_own(aided: Aided) -> None:
    aid = aided.filed()
    with pytest.raises(door.Refused, match="院长"):
        aided.do(aid, aided.grant(), "director")
    with pytest.raises(door.Refused, match="须经"):
        aided.do(aid, aided.grant())
    proposal = door.propose(aid, door.Step(act=aided.grant(), by=who("judge"), on=TODAY))
    with pytest.raises(door.Refused):
        door.approve(aid, proposal.seq, who("judge"), on=TODAY)
    entry = door.approve(aid, proposal.seq, who("president"), on=TODAY)
    assert entry.approved_by is not None and entry.approved_by.id == who("president").id


def test_ten_working_days_to_decide_extended_once(aided: Aided) -> None:
    aid = aided.filed()  # on Thursday 15 June 2017
    duty = aided.duty(aid, "funds.aid-decide")
    last = duty.answer.value.day if isinstance(duty.answer, Found) else None
    assert last is not None and last.isoformat() == "2017-06-29"
    assert duty.standing(last) is Standing.OPEN
    assert duty.standing(last.replace(day=30)) is Standing.OVERDUE
    with pytest.raises(door.Refused, match="要延长 0 个工作日"):
        aided.do(aid, AidExtended(more=0, reason="复杂"), "vice")
    aided.do(aid, AidExtended(more=5, reason="需要核实家庭收入"), "vice")
    with pytest.raises(door.Refused, match="已于"):
        aided.do(aid, AidExtended(more=5, reason="复杂"), "vice")
    assert aided.duty(aid, "funds.aid-decide").standing(TODAY) is Standing.FALLEN_AWAY
    longer = aided.duty(aid, "funds.aid-decide-extended")
    assert longer.due is not None and longer.due.isoformat() == "2017-07-06"
    aided.do(aid, aided.grant(), "president")
    assert aided.duty(aid, "funds.aid-decide-extended").standing(TODAY) is Standing.MET
    with pytest.raises(door.Refused, match="办结审查"):
        aided.do(aid, aided.grant(), "president")


def test_the_papers_say_who_why_and_how_much(aided: Aided) -> None:
    aid = aided.filed()
    seq = aided.do(aid, aided.grant(), "president")
    paper = write(read(aid), seq)
    body = str(paper.body)
    assert paper.name == "国家司法救助决定书" and paper.number == "（2017）渝0235司救执1号"
    assert "李大山" in body and "20,000.00元" in body and "2016年度职工月平均工资5,000.00元" in body
    assert "（2017）渝0235执1号" in body and "十个工作日" not in body
    told = AidTold(to=(aided.applicant,), reason="被执行人没有履行能力，你生活困难")
    seq = door.enter(aided.case, told, who("officer1"), on=TODAY).seq
    assert "可以向本院申请国家司法救助" in str(write(read(aided.case), seq).body)


def test_a_refusal_says_its_ground_and_reaches_the_case(aided: Aided) -> None:
    aid = aided.filed()
    no = AidRefused(
        case=aided.case,
        applicant=aided.applicant,
        exclusion=AidExclusion.ALREADY_HELPED,
        reason="已经民政部门救助",
    )
    seq = aided.do(aid, no, "president")
    paper = write(read(aid), seq)
    assert paper.name == "不予司法救助决定书" and "已经通过社会救助得到合理补偿、救助" in str(paper.body)
    (found,) = aids(read(aided.case), TODAY)
    assert (found.outcome, found.reason) == (AidOutcome.REFUSED, "已经民政部门救助")
    assert AidRow.objects.get(dossier_id=aid).ended_on == TODAY


def test_a_court_has_one_fund_and_another_court_does_not_see_it(aided: Aided) -> None:
    with pytest.raises(door.Refused, match="已经设立司法救助资金"):
        opened(AidFundOpened(account=aided.bank), who("accountant"))
    with pytest.raises(door.Refused, match="没有这个银行账户"):
        step = door.Step(act=AidFundOpened(account=1), by=who("accountant", OTHER_COURT), on=TODAY)
        door.open_dossier(OTHER_COURT, [step])
    aid = aided.applied()
    see([OTHER_COURT])
    assert not AidRow.objects.exists()
    with pytest.raises(door.NoDossier):
        read(aid)
    see(EVERY_COURT)
    assert aided.holds() == CAME
