"""Wrong inputs of the forms of judicial aid and of the clean-up: each is refused with a sentence that says what is wrong."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cast import OTHER_COURT, TODAY, who
from tests.funds.aid_cast import Aided
from tests.funds.test_clearance import REGISTER, Campaign
from tests.funds.test_money_pages import signed_in
from zhixing.funds.acts.statement import LineSetAside
from zhixing.funds.aid.models import AidRow
from zhixing.funds.clearance.acts import OldLineGiven
from zhixing.people.models import Notice
from zhixing.people.strength import STRONG_AT
from zhixing.record import clock, door
from zhixing.record.outbox import work
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
LATER = (TODAY + timedelta(days=1)).isoformat()


def strong(seat: str) -> Client:
    """An officer who has just shown a second factor."""
    client = signed_in(seat)
    session = client.session
    session[STRONG_AT] = clock.real_now().isoformat()
    session.save()
    return client


def answered(seat: str, address: str, told: dict[str, str]) -> str:
    """What the page answers; empty where it took it."""
    answer = strong(seat).post(address, told)
    see(EVERY_COURT)
    return "" if answer.status_code == 302 else html.unescape(answer.content.decode())


def act_of(dossier: int, tag: str) -> str:
    return reverse("act", args=[dossier, f"funds.{tag}"])


APPLIES = {"ground": "maintenance", "asked": "20000", "hardship": "独自抚养子女", "proof": "村委会证明"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"asked": "0"}, "申请金额为零"),
        ({"asked": "-1"}, "为负"),
        ({"asked": "两万"}, "不是数字"),
        ({"asked": "1.234"}, "小数超过两位"),
        ({"asked": ""}, "金额为空"),
        ({"applicant": "99999"}, "没有所填的申请人"),
        ({"applicant": ""}, "没有填写：救助申请人"),
        ({"hardship": " ", "ground": "x"}, "没有填写：救助情形、生活困难情况"),
        ({"proof": ""}, "没有填写：证明材料"),
    ],
)
def test_an_application_for_aid_says_what_is_wrong_with_it(change: dict[str, str], told: str) -> None:
    aided = Aided()
    right = {**APPLIES, "applicant": str(aided.applicant)}
    address = f"/cases/{aided.case}/aid/"
    assert told in answered("filing", address, right | change)
    assert not AidRow.objects.exists()
    assert answered("filing", address, right) == ""
    assert "只进行一次救助" in answered("filing", address, right)  # and not twice


def test_figures_and_terms_of_aid_are_asked_within_what_they_can_be() -> None:
    aided = Aided()
    wage = {"year": "2016", "monthly": "62091.00", "source": "公报", "on": TODAY.isoformat()}
    address = act_of(aided.fund, "aid_wage_recorded")
    assert "除以十二" in answered("accountant", address, wage)
    assert "2014 至 2016" in answered("accountant", address, wage | {"monthly": "5000", "year": "2017"})
    assert "数额为零" in answered("accountant", address, wage | {"monthly": "0"})
    assert "晚于今天" in answered("accountant", address, wage | {"monthly": "5000", "on": LATER})
    assert answered("accountant", address, wage | {"monthly": "5174.25"}) == ""
    aid = aided.filed()
    more = {"more": "0", "reason": "案情复杂", "on": TODAY.isoformat()}
    address = act_of(aid, "aid_extended")
    assert "要延长 0 个工作日" in answered("judge", address, more)
    assert "1 至 250" in answered("judge", address, more | {"more": "251"})
    assert "不是整数" in answered("judge", address, more | {"more": "-5"})
    grant = {
        "case": str(aided.case),
        "applicant": str(aided.applicant),
        "amount": "0",
        "source": "budget",
        "reason": "困难",
        "on": TODAY.isoformat(),
    }
    address = act_of(aid, "aid_granted")
    assert "救助金额为零" in answered("judge", address, grant)
    assert "不在可选的各项中" in answered("judge", address, grant | {"amount": "1", "source": "x"})
    before = (TODAY - timedelta(days=1)).isoformat()
    assert "早于收案" in answered("judge", address, grant | {"amount": "1", "on": before})
    wrong = grant | {"amount": "1", "applicant": str(aided.applicant + 1)}
    assert "与申请不一致" in answered("judge", address, wrong)


def test_a_line_is_concluded_as_registered_and_kept_for_a_year_at_most() -> None:
    campaign = Campaign()
    campaign.register()
    kept = {"line": "A2", "ground": "missing", "reason": "联系不上", "until": "", "on": TODAY.isoformat()}
    address = act_of(campaign.dossier, "old_line_kept")
    assert "不在今后" in answered("officer1", address, kept | {"until": TODAY.isoformat()})
    year = TODAY + timedelta(days=366)
    beyond = (year + timedelta(days=1)).isoformat()
    assert "超过一年" in answered("officer1", address, kept | {"until": beyond})
    assert "登记册上没有流水号 Z 的" in answered("officer1", address, kept | {"until": beyond, "line": "Z"})
    assert answered("officer1", address, kept | {"until": year.isoformat()}) == ""
    none = {"line": "A3", "amount": "1.00", "reason": "查无此人", "on": TODAY.isoformat()}
    told = answered("officer1", act_of(campaign.dossier, "old_line_unreturnable"), none)
    assert "登记的是 2015-06-03 到账 20.00 元，与所填不符" in told
    checked = {"lines": "3", "wrong": "4", "findings": "抽查", "on": TODAY.isoformat()}
    address = act_of(campaign.dossier, "clearance_inspected")
    assert "所填抽查 3 笔、发现问题 4 笔" in answered("inspector", address, checked)
    assert "登记的有 3 笔" in answered("inspector", address, checked | {"lines": "0", "wrong": "0"})


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "A1,2015-06-01,5",
            "流水号 A1 已登记为 2015-06-01 到账 1,000.00 元，文件里是 2015-06-01 到账 5.00 元",
        ),
        ("A1,2015-06-02,1000", "文件里是 2015-06-02 到账 1,000.00 元"),
        ("B1,2016-01-01,5", "流水号 B1 于 2016-01-01 到账，在截止日 2015-12-31 以后"),
        ("B1,2015-01-01,-5", "不是大于零的金额"),
    ],
)
def test_a_register_that_contradicts_what_is_there_is_refused_whole(row: str, told: str) -> None:
    campaign = Campaign()
    campaign.register()
    address = f"/funds/clearance/{campaign.dossier}/"
    file = SimpleUploadedFile("a.csv", f"流水号,到账日期,金额\n{row}\nC1,2015-01-01,1\n".encode())
    answer = strong("accountant").post(address, {"file": file})
    assert answer.status_code == 422 and told in html.unescape(answer.content.decode())
    see(EVERY_COURT)
    assert len(campaign.classes()) == 3


def test_who_is_to_find_out_is_an_officer_of_the_court_is_told_and_sees_those_lines_alone() -> None:
    campaign = Campaign()
    file = SimpleUploadedFile("a.csv", REGISTER.format(number=campaign.number).encode())
    address = f"/funds/clearance/{campaign.dossier}/"
    assert strong("accountant").post(address, {"file": file}).status_code == 302
    see(EVERY_COURT)
    for stranger in (who("officer1", OTHER_COURT).id, 99_999):
        with pytest.raises(door.Refused, match="不是本院在职的人员"):
            campaign.do(OldLineGiven(line="A1", owner=stranger))
    officer = who("officer1")
    campaign.do(OldLineGiven(line="A1", owner=officer.id))
    work()
    (notice,) = Notice.objects.filter(officer_id=officer.id, dossier_id=campaign.dossier)
    assert "历史案款流水号 A1" in notice.text
    text = signed_in("officer1").get(address).content.decode()
    assert 'id="line-A1"' in text and 'id="line-A2"' not in text and "lines.csv" not in text
    assert "批准历史案款延期" in text and "撤回清理结论" not in text and "完成案款清理" not in text
    see(EVERY_COURT)


def test_money_that_nobody_knows_is_looked_into_by_the_court_itself() -> None:
    aided = Aided()
    stranger = who("officer1", OTHER_COURT)
    with pytest.raises(door.Refused, match="不是本院在职的人员"):
        door.enter(aided.statement, LineSetAside(line="1", owner=stranger.id), who("accountant"), on=TODAY)
