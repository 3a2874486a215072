"""One box finds everything: a number as people type it, a page by its name, one's own views; never where one is turned away."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast
from zhixing.cases.models import CaseRow
from zhixing.people.models import Officer
from zhixing.record.scope import EVERY_COURT, see
from zhixing.web.going import PLACES
from zhixing.web.models import SavedView

NUMBER = "（2017）渝0235执1号"


@pytest.fixture
def case(db: None) -> int:
    """A case in hand, its number （2017）渝0235执1号, beside one that is only alike."""
    cast.begin()
    found = cast.assigned()
    see(EVERY_COURT)
    assert CaseRow.objects.get(dossier_id=found).number == NUMBER
    alike = CaseRow.objects.filter(dossier_id=cast.filed())
    alike.update(number="（2017）渝0235执11号", number_key="2017渝0235执11")
    return found


def at_browser(seat: str = "officer1") -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=f"0235.{seat}"))
    return client


@pytest.mark.parametrize(
    "typed",
    ["（2017）渝0235执1号", "(2017)渝0235执1", "2017渝0235执00001", "2017 执 1", "2017执1号", "2017-1", "２０１７／１",
     "渝0235执1", "〔2017〕渝0235执1号之一"],
)  # fmt: skip
def test_a_number_in_any_form_opens_its_case(case: int, typed: str) -> None:
    answer = at_browser().get("/search/", {"q": typed})
    assert (answer.status_code, answer.headers.get("Location")) == (302, f"/cases/{case}/")
    listed = at_browser().get("/cases/", {"q": typed}).content.decode()
    assert f"/cases/{case}/" in listed


def test_a_serial_number_alone_is_listed_with_the_whole_number_first(case: int) -> None:
    answer = at_browser().get("/search/", {"q": "1"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.index(f'href="/cases/{case}/"') < text.index("渝0235执11号")


@pytest.mark.parametrize("typed", ["2016执1", "2017 执 2", "2018-1", "2017执保1"])
def test_another_number_opens_nothing(case: int, typed: str) -> None:
    answer = at_browser().get("/search/", {"q": typed})
    assert answer.status_code == 200 and f'href="/cases/{case}/"' not in answer.content.decode()


def test_pages_are_found_by_their_name_in_either_language(case: int) -> None:
    client = at_browser()
    assert 'href="/account/tokens/"' in client.get("/search/", {"q": "令牌"}).content.decode()
    assert 'href="/notices/"' in client.get("/search/", {"q": "notices"}).content.decode()


@pytest.mark.parametrize(
    "seat", ["officer1", "judge", "filing", "director", "president", "accountant", "inspector"]
)
def test_nobody_is_led_to_a_page_that_turns_them_away(case: int, seat: str) -> None:
    client = at_browser(seat)
    offered = client.get("/search/", {"q": ""}).content.decode()
    menu = offered.split("<nav", 1)[1].split("</nav>", 1)[0]
    for place in PLACES:
        link = place.link.replace("&", "&amp;")
        if f'href="{link}"' in offered or f'href="{link}"' in menu:
            assert client.get(place.link).status_code in (200, 302), place
        else:
            assert client.get(place.link).status_code == 403, place


def test_ones_own_views_are_found_and_nobody_elses(case: int) -> None:
    me = Officer.objects.get(username="0235.officer1")
    SavedView.objects.create(officer=me, name="快到期的工资案", query="livelihood=1&sort=limit")
    page = at_browser().get("/search/", {"q": "工资案"}).content.decode()
    assert 'href="/cases/?livelihood=1&amp;sort=limit"' in page
    assert "快到期" not in at_browser("judge").get("/search/", {"q": "工资案"}).content.decode()


def test_a_view_keeps_the_filters_under_a_name_is_changed_by_the_same_name_and_deleted_by_its_owner_alone(
    case: int,
) -> None:
    mine, other = at_browser(), at_browser("judge")
    mine.post("/cases/", {"name": "未结的", "query": "state=open&page=3&nonsense=1"})
    mine.post("/cases/", {"name": "未结的", "query": "state=open&handler=me"})
    assert mine.post("/cases/", {"name": " ", "query": "state=closed"}).status_code == 302
    (view,) = SavedView.objects.all()
    assert (view.name, view.query) == ("未结的", "state=open&handler=me")
    assert 'href="?state=open&amp;handler=me"' in mine.get("/cases/").content.decode()
    assert "未结的" not in other.get("/cases/").content.decode()
    other.post("/cases/", {"delete": str(view.pk)})
    assert SavedView.objects.count() == 1
    mine.post("/cases/", {"delete": str(view.pk)})
    assert not SavedView.objects.exists()
