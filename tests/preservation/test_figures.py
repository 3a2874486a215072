"""The figures of the centre, reckoned by hand: what each counts, to the hour; page, file and API tell the same lines."""

from __future__ import annotations

import csv
import io
from datetime import date

import msgspec
import pytest
from django.test import Client

from tests.api.test_matrix import token
from tests.assets.test_property_pages import signed_in
from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from tests.preservation.cast import applied, held, rule, secured
from zhixing.assets.carrying_over import carry_over
from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found, Undetermined
from zhixing.preservation.acts import ResultTold
from zhixing.preservation.figures import SHARES, Figure, figures
from zhixing.record import door, outbox
from zhixing.record.indicator import installed_indicators
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2017, 1, 1)
THIRD = date(2017, 6, 3)  # forty-eight hours after the first
WANTED = {  # name → which cases count, and which are counted besides
    "preservation-ruled-in-time": ("at once", "just in time", "/", "a minute late", "never"),
    "preservation-carried-out-in-time": ("just in time", "/", "at once", "a minute late"),
    "preservation-of-enforcement": ("taken over", "/", "plain"),
    "preservation-fulfilled": ("taken over", "/"),
}


@pytest.fixture
def cases() -> dict[str, int]:
    """Four applications of the first of June, and two cases of enforcement; by what they are called here."""
    begin()
    found = {"at once": held()[0]}  # ruled that day, the car held only on the fifteenth
    for name, at in (("just in time", "08:30"), ("a minute late", "08:31")):
        found[name] = rule(secured(debtor=5), on=THIRD, at=at)
    told = ResultTold(to=(applied(found["just in time"]).by,), nothing_found=True)
    door.enter(
        found["just in time"], told, who("clerk"), on=date(2017, 6, 5)
    )  # the working day after that Saturday
    found["never"] = secured(debtor=6)
    found["taken over"], found["plain"] = assigned(), assigned()
    number = CaseRow.objects.get(dossier_id=found["at once"]).number
    carry_over(found["taken over"], number, who("officer1"), TODAY)
    outbox.work()
    CaseRow.objects.filter(dossier_id=found["taken over"]).update(closed_on=TODAY, closing_way="执行完毕")
    see(EVERY_COURT)
    return found


def reckoned(name: str, cases: dict[str, int]) -> tuple[list[int], list[int]]:
    """Which cases were to count, and which were not."""
    words = WANTED[name]
    cut = words.index("/")
    return sorted(cases[each] for each in words[:cut]), sorted(cases[each] for each in words[cut + 1 :])


@pytest.mark.parametrize("name", WANTED)
def test_each_counts_what_a_hand_counts(name: str, cases: dict[str, int]) -> None:
    (share,) = [each for each in SHARES if each.name == name]
    lines = list(share.lines(NEW_YEAR, TODAY, None))
    counted = sorted(each.dossier for each in lines if each.counted)
    others = sorted(each.dossier for each in lines if not each.counted)
    assert (counted, others) == reckoned(name, cases)
    figure = next(each for each in figures(NEW_YEAR, TODAY) if each.share is share)
    assert figure == Figure(share, len(counted), len(counted) + len(others))
    measured = installed_indicators()[name].measure([COURT, OTHER_COURT], TODAY)
    own = measured[COURT]
    assert isinstance(own, Found) and own.value * figure.whole == figure.part
    assert isinstance(measured[OTHER_COURT], Undetermined)


def test_what_ran_out_later_or_was_met_later_is_another_stretchs(cases: dict[str, int]) -> None:
    (share,) = [each for each in SHARES if each.name == "preservation-ruled-in-time"]
    first = {each.dossier: each for each in share.lines(NEW_YEAR, date(2017, 6, 2), None)}
    assert list(first) == [cases["at once"]]
    on_the_day = {each.dossier for each in share.lines(NEW_YEAR, THIRD, None)}
    assert cases["never"] not in on_the_day  # its time ends with that day


def test_an_ending_that_is_no_fulfilment_does_not_count(cases: dict[str, int]) -> None:
    CaseRow.objects.filter(dossier_id=cases["taken over"]).update(closing_way="终结本次执行程序")
    fulfilled = figures(NEW_YEAR, TODAY)[-1]
    assert (fulfilled.part, fulfilled.whole, fulfilled.percent) == (0, 1, 0)


def test_page_file_and_api_tell_the_same_lines(cases: dict[str, int]) -> None:
    name = "preservation-ruled-in-time"
    desk = signed_in("judge").get("/preservation/").content.decode()
    assert f"/preservation/figures/{name}/" in desk and "占已裁定的和逾期尚未裁定的申请" in desk
    page = signed_in("judge").get(f"/preservation/figures/{name}/").content.decode()
    assert "50%" in page and all(f"/cases/{cases[each]}/" in page for each in WANTED[name] if each != "/")
    file = signed_in("judge").get(f"/preservation/figures/{name}.csv?since=2017-01-01&until=2017-06-15")
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["计入分子"] for row in rows].count("是") == 2 and len(rows) == 4
    assert all("四十八小时" in row["口径"] for row in rows)
    answer = Client().get(f"/api/v1/indicators/{name}/lines", headers=token("judge", COURT))
    lines = msgspec.json.decode(answer.content)["items"]
    assert {each["case"]: each["counted"] for each in lines} == {
        cases["at once"]: True,
        cases["just in time"]: True,
        cases["a minute late"]: False,
        cases["never"]: False,
    }


def test_another_court_sees_none_of_it(cases: dict[str, int]) -> None:
    for name in WANTED:
        page = signed_in("judge", OTHER_COURT).get(f"/preservation/figures/{name}/").content.decode()
        assert "这段时间没有可以计算的案件" in page
    assert signed_in("judge").get("/preservation/figures/none/").status_code == 404
