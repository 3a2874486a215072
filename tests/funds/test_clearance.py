"""Clearing up old money: a register taken in once, each line concluded once, what was found reaches the case and the ledger."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace

from tests.cast import COURT, TODAY, assigned, begin, who
from tests.funds.cast import NUMBER, bank_account
from tests.funds.test_money_pages import signed_in
from zhixing.cases.models import CaseRow
from zhixing.documents.written import write
from zhixing.funds.acts.booking import COURT as OF_COURT
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceInspected,
    ClearanceOpened,
    KeptGround,
    OldAssignment,
    OldLine,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLineReopened,
    OldLinesAssigned,
    OldLinesRegistered,
    OldLineUnreturnable,
    OtherMoney,
)
from zhixing.funds.clearance.models import ClearanceRow
from zhixing.funds.clearance.progress import by_court, progress
from zhixing.funds.clearance.questions import OldClass, old_lines
from zhixing.funds.clearance.register import read as read_register
from zhixing.funds.clearance.register import take_in
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.statement import Statement, StatementRefused
from zhixing.funds.taking_in import take_in as take_statement
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read

OLD = date(2015, 6, 1)
REGISTER = """某法院暂存款登记册
流水号,到账日期,金额,付款人,案号,承办人,摘要
A1,2015-06-01,"1,000.00",张三,{number},,执行款
A2,2015/6/2,500.5,李四,,,还款
A3,20150603,20,王五,,,
合计,,1520.5,,,,
"""


class Campaign:
    """An account with 1,600 yuan from before, a campaign about it, a case."""

    def __init__(self) -> None:
        begin()
        self.account = bank_account()
        found = Statement("S1", NUMBER, (), 160_000, 160_000)
        take_statement(COURT, "s.xml", b"<a/>", [found], who("accountant"), TODAY)
        self.opened = ClearanceOpened(
            name="集中清理",
            account=self.account,
            base_on=date(2015, 12, 31),
            own_by=TODAY + timedelta(days=10),
            joint_by=TODAY + timedelta(days=20),
            done_by=TODAY + timedelta(days=30),
        )
        step = door.Step(act=self.opened, by=who("accountant"), on=TODAY)
        self.dossier = door.open_dossier(COURT, [step])[0]
        self.case = assigned()
        self.number = CaseRow.objects.get(dossier_id=self.case).number

    @property
    def row(self) -> ClearanceRow:
        return ClearanceRow.objects.get(dossier_id=self.dossier)

    def register(self) -> tuple[int, int]:
        content = REGISTER.format(number=self.number).encode("gb18030")
        return take_in(self.row, "登记册.csv", content, who("accountant"), TODAY)

    def do(self, act: Act, by: str = "accountant", approver: str = "") -> int:
        step = door.Step(act=act, by=who(by), approved_by=who(approver) if approver else None, on=TODAY)
        return door.enter_all(self.dossier, [step])[-1].seq

    def assign(self, line: str = "A1", amount: int = 100_000, on: date = OLD) -> OldLinesAssigned:
        each = OldAssignment(line=line, amount=amount, case=self.case, booked_on=on)
        return OldLinesAssigned(account=self.account, assignments=(each,))

    def classes(self) -> list[OldClass]:
        return [each.kind for each in old_lines(read(self.dossier), TODAY).values()]

    def duty(self, name: str) -> Standing:
        found = [each for each in duties(installed().duties, read(self.dossier)) if each.rule.name == name]
        return found[-1].standing(TODAY)


@pytest.fixture
def campaign(db: None) -> Campaign:
    """The campaign of these tests."""
    return Campaign()


def test_a_register_is_taken_in_once_and_its_lines_lie_among_what_is_not_known(campaign: Campaign) -> None:
    assert campaign.register() == (3, 0) and campaign.register() == (0, 3)
    found = progress(campaign.row)
    assert (found.all.lines, found.all.sum, found.waiting, found.done) == (3, 152_050, 3, 0)
    assert found.suspense == 160_000 and found.difference == 160_000 - 152_050
    assert "张三" not in str(read(campaign.dossier).entries)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("流水号,金额\nA,1\n", "缺少栏目：到账日期"),
        ("流水号,金额,日期\nA,一百,2015-01-01\n", "第 2 行的金额“一百”"),
        ("流水号,金额,日期\nA,0,2015-01-01\n", "第 2 行的金额“0”"),
        ("流水号,金额,日期\nA,1.005,2015-01-01\n", "第 2 行的金额“1.005”"),
        ("流水号,金额,日期\nA,1,昨天\n", "第 2 行的到账日期“昨天”"),
        ("流水号,金额,日期\n,1,2015-01-01\n", "第 2 行的流水号"),
        ("流水号,金额,日期\n", "没有明细"),
    ],
)
def test_a_register_that_cannot_be_read_says_where_and_how_to_mend_it(text: str, told: str) -> None:
    with pytest.raises(StatementRefused, match=told):
        read_register(text.encode())


def test_only_old_money_that_lies_there_is_registered_and_each_line_once(campaign: Campaign) -> None:
    def registered(*lines: OldLine) -> OldLinesRegistered:
        return OldLinesRegistered(file="0" * 64, lines=lines)

    line = OldLine(flow="A", amount=100, on=OLD)
    for wrong, told in (
        (registered(), "没有一笔明细"),
        (registered(line, line), "流水号 A 重复"),
        (registered(replace(line, amount=0)), "金额不大于零"),
        (registered(replace(line, on=date(2016, 1, 1))), "截止日"),
        (registered(replace(line, amount=160_001)), r"合计 1,600\.01 元，账上待查收款只有 1,600\.00 元"),
    ):
        with pytest.raises(door.Refused, match=told):
            campaign.do(wrong)
    campaign.do(registered(line))
    with pytest.raises(door.Refused, match="流水号 A 重复"):
        campaign.do(registered(line))


def test_what_is_a_cases_is_booked_there_and_paid_like_any_other(campaign: Campaign) -> None:
    with pytest.raises(door.Refused, match="没有待核对的款项"):
        campaign.do(campaign.assign())
    campaign.register()
    for wrong, told in (
        (campaign.assign(amount=1), "与所填不符"),
        (campaign.assign(on=TODAY), "登记的是 2015-06-01 到账 1,000.00 元"),
        (replace(campaign.assign(), account=campaign.dossier), "不是这次清理的账户"),
        (replace(campaign.assign(), assignments=campaign.assign().assignments * 2), "已有结论"),
    ):
        with pytest.raises(door.Refused, match=told):
            campaign.do(wrong)
    campaign.do(campaign.assign())
    assert holds(COURT, AccountKind.CASE, campaign.case) == 100_000
    (came,) = receipts(read(campaign.case), TODAY)
    assert came.paid_on == OLD
    paper = str(write(read(campaign.case), came.entry.seq).body)
    for told in (
        "渝0235收据2017-000001",
        "2015年6月1日",
        "2017年6月15日",
        "历史暂存款登记册，流水号A1",
        "系补开",
    ):
        assert told in paper
    with pytest.raises(door.Refused, match="已有结论：已对应案件"):
        campaign.do(campaign.assign())
    assert progress(campaign.row).paid.lines == 0 and list(breaks([COURT])) == []


def test_a_conclusion_is_taken_back_while_the_money_lies_there(campaign: Campaign) -> None:
    campaign.register()
    back = OldLineReopened(account=campaign.account, line="A1", amount=100_000, reason="案号看错")
    with pytest.raises(door.Refused, match="没有结论"):
        campaign.do(back, approver="director")
    campaign.do(campaign.assign())
    with pytest.raises(door.Refused, match="没有这样的结论"):
        campaign.do(back, approver="director")
    campaign.do(replace(back, case=campaign.case), approver="director")
    assert holds(COURT, AccountKind.CASE, campaign.case) == 0
    assert campaign.classes()[0] is OldClass.WAITING and list(breaks([COURT])) == []


def test_what_was_paid_out_is_not_taken_back(campaign: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign.register()
    campaign.do(campaign.assign())
    monkeypatch.setattr("zhixing.funds.facts.held", lambda *_: 0)
    back = OldLineReopened(
        account=campaign.account, line="A1", amount=100_000, case=campaign.case, reason="案号看错"
    )
    with pytest.raises(door.Refused, match=r"案件账上只有 0\.00 元"):
        campaign.do(back, approver="director")


def test_what_cannot_be_returned_lies_in_its_own_account_until_somebody_is_found(campaign: Campaign) -> None:
    campaign.register()
    act = OldLineUnreturnable(line="A2", amount=50_050, reason="交款人已注销，无继受人")
    seq = campaign.do(act, "officer1", "vice")
    assert holds(COURT, AccountKind.UNRETURNABLE, OF_COURT) == 50_050
    assert "500.50" in str(write(read(campaign.dossier), seq).body)
    with pytest.raises(door.Refused, match="已有结论：不能退还"):
        campaign.do(act, "officer1", "vice")
    back = OldLineReopened(account=campaign.account, line="A2", amount=50_050, reason="找到继受人")
    campaign.do(back, approver="director")
    assert holds(COURT, AccountKind.UNRETURNABLE, OF_COURT) == 0 and list(breaks([COURT])) == []


def test_what_is_kept_comes_up_again_and_nobody_approves_his_own(campaign: Campaign) -> None:
    campaign.register()
    act = OldLineKept(line="A2", ground=KeptGround.MISSING, reason="三次联系不上", until=TODAY)
    with pytest.raises(door.Refused, match="不在今后"):
        campaign.do(act, "officer1", "vice")
    with pytest.raises(door.Refused):
        campaign.do(replace(act, until=TODAY + timedelta(days=30)), "vice", "vice")
    campaign.do(replace(act, until=TODAY + timedelta(days=30)), "officer1", "vice")
    assert campaign.classes()[1] is OldClass.KEPT
    campaign.do(campaign.assign("A2", 50_050, date(2015, 6, 2)))  # found meanwhile
    assert campaign.classes()[1] is OldClass.ASSIGNED


def test_a_campaign_ends_when_every_line_is_concluded(campaign: Campaign) -> None:
    end = ClearanceFinished(note="全部完成")
    with pytest.raises(door.Refused, match="登记 0 笔"):
        campaign.do(end, "director", "president")
    campaign.register()
    campaign.do(OldLineGiven(line="A1", owner=who("officer1").id))
    campaign.do(campaign.assign())
    campaign.do(
        OldLineNotCaseMoney(line="A3", kind=OtherMoney.SUIT_FEE, reason="诉讼费票据"), "officer1", "director"
    )
    assert campaign.duty("funds.clear-by-own-check") is Standing.OPEN
    with pytest.raises(door.Refused, match="还有 1 笔"):
        campaign.do(end, "director", "president")
    kept = OldLineKept(
        line="A2", ground=KeptGround.STAYED, reason="中止执行", until=TODAY + timedelta(days=90)
    )
    campaign.do(kept, "officer1", "vice")
    assert campaign.duty("funds.clear-by-own-check") is Standing.MET
    assert by_court([COURT], TODAY) == {COURT: (3, 3)}
    with pytest.raises(door.Refused, match="登记的有 3 笔"):
        campaign.do(ClearanceInspected(lines=4, wrong=0, findings="抽查"), "director")
    campaign.do(ClearanceInspected(lines=3, wrong=0, findings="抽查无误"), "director")
    seq = campaign.do(end, "director", "president")
    assert "3笔" not in str(seq) and "1笔" in str(write(read(campaign.dossier), seq).body)
    assert campaign.duty("funds.clear-in-full") is Standing.MET
    with pytest.raises(door.Refused, match="清理已于"):
        campaign.do(OldLineGiven(line="A2", owner=who("officer1").id))


def test_dates_follow_one_another(campaign: Campaign) -> None:
    act = replace(campaign.opened, joint_by=campaign.opened.own_by - timedelta(days=1))
    with pytest.raises(door.Refused, match="依次在后"):
        door.open_dossier(COURT, [door.Step(act=act, by=who("accountant"), on=TODAY)])


def test_on_the_page_a_register_is_taken_in_a_proposal_confirmed_and_every_figure_opens(
    campaign: Campaign,
) -> None:
    client = signed_in("accountant")
    address = f"/funds/clearance/{campaign.dossier}/"
    file = SimpleUploadedFile("登记册.csv", REGISTER.format(number=campaign.number).encode())
    assert client.post(address, {"file": file}).status_code == 302
    text = client.get(f"{address}?kind=waiting").content.decode()
    assert "张三" in text and f'value="{campaign.number}"' in text and "data-confirm" in text
    assert client.post(address, {"line": "A1", "case": campaign.number}).status_code == 302
    see(EVERY_COURT)
    assert holds(COURT, AccountKind.CASE, campaign.case) == 100_000
    assert "待发放" in client.get(f"{address}?kind=assigned").content.decode()
    one = client.get(f"{address}?flow=A1").content.decode()
    assert 'id="line-A1"' in one and 'id="line-A2"' not in one
    money = signed_in("officer1").get(f"/cases/{campaign.case}/money/").content.decode()
    assert f"{address}?flow=A1" in money
    wrong = client.post(address, {"line": "A2", "case": "（2017）渝0235执999号"})
    assert wrong.status_code == 422 and "没有案号" in wrong.content.decode()
    told = client.get(f"{address}lines.csv").content.decode()
    assert "A1,2015-06-01,1000.00,已对应案件" in told and "张三" not in told
    assert "33%" in client.get("/funds/clearance/").content.decode()
    assert client.get(f"/funds/statements/{campaign.dossier}/").headers["location"] == address


def test_the_desk_opens_a_campaign_and_says_what_is_missing(campaign: Campaign) -> None:
    client = signed_in("accountant")
    told = {
        "name": "二次清理",
        "account": str(campaign.account),
        "base_on": "2015-12-31",
        "own_by": "2017-07-01",
        "joint_by": "2017-08-01",
        "done_by": "",
    }
    assert client.post("/funds/clearance/", told).status_code == 422
    assert client.post("/funds/clearance/", {**told, "done_by": "2017-09-01"}).status_code == 302
    see(EVERY_COURT)
    assert ClearanceRow.objects.count() == 2
