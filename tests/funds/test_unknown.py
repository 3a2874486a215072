"""Money of nobody: who looks for it is told, it is announced, and each month it is cleared up; breaks age with an owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from msgspec.structs import replace

from tests.cast import COURT, TODAY, who
from tests.funds.cast import statement, taken
from tests.funds.test_money_pages import signed_in
from tests.funds.test_payout import Case
from zhixing.documents.written import write
from zhixing.funds.acts.account import MonthlyChecked
from zhixing.funds.acts.statement import LineSetAside, UnknownMoneyAnnounced
from zhixing.funds.models import LineRow
from zhixing.funds.reconciling.comparing import compare
from zhixing.funds.reconciling.models import OpenBreak
from zhixing.people.models import Notice
from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties
from zhixing.record.outbox import work
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read


@pytest.fixture
def case(db: None) -> Case:
    """A case and its court's bank account."""
    return Case()


def unknown(case: Case) -> int:
    """A statement of two lines that are nobody's; its dossier."""
    found = taken(statement(100_000_000, 700, 900, number="S2")).dossier
    assert found is not None
    return found


def checked(case: Case, act: MonthlyChecked, day_after: int = 0) -> None:
    """The month's comparison, approved, so many days later."""
    day = TODAY + timedelta(days=day_after)
    settings.ZHIXING_TODAY = day.isoformat()
    step = door.Step(act=act, by=who("accountant"), approved_by=who("director"), on=day)
    door.enter_all(case.bank, [step])


def test_who_is_to_look_for_it_is_told_once(case: Case) -> None:
    number = unknown(case)
    accountant, director = who("accountant"), who("director")
    door.enter(number, LineSetAside(line="1", owner=director.id, note="已询问开户行"), accountant, on=TODAY)
    work()
    (notice,) = Notice.objects.filter(officer_id=director.id, dossier_id=number)
    assert "7.00 元不知归属" in notice.text


def test_it_is_announced_by_day_and_sum_and_names_nobody(case: Case) -> None:
    number = unknown(case)
    act = UnknownMoneyAnnounced(lines=("1", "2"), where="法院公告栏", until=TODAY + timedelta(days=60))
    for wrong, why in (
        (replace(act, until=TODAY), "不在公告之后"),
        (replace(act, lines=("3",)), "第 3 笔不是不知归属的收款"),
        (replace(act, lines=()), "没有选择任何一笔"),
    ):
        with pytest.raises(door.Refused, match=why):
            door.enter(number, wrong, who("accountant"), on=TODAY)
    entry = door.enter(number, act, who("accountant"), on=TODAY)
    assert set(LineRow.objects.filter(dossier_id=number).values_list("announced_on", flat=True)) == {TODAY}
    paper = str(write(read(number), entry.seq).body)
    assert "7.00元" in paper and "认领" in paper and "李付款" not in paper
    text = signed_in("accountant").get(f"/funds/statements/{number}/").content.decode()
    assert "公告认领" in text
    see(EVERY_COURT)


def test_each_month_is_compared_and_nothing_old_is_left_unattended(case: Case) -> None:
    def standing(day_after: int) -> Standing:
        found = [each for each in duties(installed().duties, read(case.bank)) if "monthly" in each.rule.name]
        assert len(found) == 1
        return found[0].standing(TODAY + timedelta(days=day_after))

    assert (standing(30), standing(33)) == (Standing.OPEN, Standing.OVERDUE)  # 2017-07-15 is a Saturday
    number = unknown(case)
    act = MonthlyChecked(unknown=2, amount=1_600, oldest=TODAY, note="已查询")
    with pytest.raises(door.Refused, match=r"账上待查收款 2 笔，16\.00 元"):
        checked(case, replace(act, unknown=1, amount=700))
    with pytest.raises(door.Refused, match="有 2 笔待查收款入账满三十日还没有人查找"):
        checked(case, act, 31)
    for place in ("1", "2"):
        aside = LineSetAside(line=place, owner=who("director").id)
        door.enter(number, aside, who("accountant"), on=TODAY)
    with pytest.raises(door.Refused):
        door.enter(case.bank, act, who("accountant"), on=TODAY)  # the bureau approves
    checked(case, act, 31)
    assert standing(31) is Standing.OPEN and standing(70) is Standing.OVERDUE
    paper = str(write(read(case.bank), read(case.bank).head).body)
    assert "2笔，16.00元" in paper
    see(["渝0236"])
    assert not LineRow.objects.exists()
    see(EVERY_COURT)


def test_what_does_not_agree_ages_and_has_an_owner_till_it_is_gone(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = f"{COURT} 凭证 2017-1：借贷不平"
    told = [sentence]
    monkeypatch.setattr("zhixing.funds.reconciling.comparing.breaks", lambda _courts: iter(told))
    compare(COURT)
    first = OpenBreak.objects.get()
    settings.ZHIXING_TODAY = (TODAY + timedelta(days=5)).isoformat()
    compare(COURT)
    assert OpenBreak.objects.get().since == first.since
    client, director = signed_in("accountant"), who("director")
    assert client.post("/funds/reconciliation/", {"break": first.pk, "owner": ""}).status_code == 302
    see(EVERY_COURT)
    assert OpenBreak.objects.get().owner is None
    assert client.post("/funds/reconciliation/", {"break": first.pk, "owner": director.id}).status_code == 302
    see(EVERY_COURT)
    assert OpenBreak.objects.get().owner == director.id
    text = client.get("/funds/reconciliation/").content.decode()
    assert sentence in text and director.name in text
    see(EVERY_COURT)
    told.clear()
    compare(COURT)
    assert OpenBreak.objects.get().gone_at is not None
    see(["渝0236"])
    assert not OpenBreak.objects.exists()
    see(EVERY_COURT)
