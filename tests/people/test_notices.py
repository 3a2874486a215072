"""What officers are told: of what others do in their cases; read and unread; nobody reads another's notices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from zhixing.assets.acts.clues import ClueProvided, ClueSource
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.models import Notice
from zhixing.people.seed import PASSWORD
from zhixing.record import clock, door, outbox
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
OFFICER, OTHER = "0235.officer1", "0235.judge"


@pytest.fixture(autouse=True)
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def signed_in(username: str) -> Client:
    client = Client()
    client.post("/sign-in/", {"username": username, "password": PASSWORD})
    see(EVERY_COURT)
    return client


def clue(case: int, seat: str) -> None:
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, cast.TODAY))
    act = ClueProvided(debtor=debtor, content="城郊有厂房一处", source=ClueSource.COURT)
    door.enter(case, act, cast.who(seat), on=cast.TODAY)
    outbox.work()


def of_the_handler() -> list[str]:
    told = Notice.objects.filter(officer_id=cast.who("officer1").id).order_by("pk")
    return list(told.values_list("text", flat=True))


def test_the_handler_is_told_what_others_enter_in_the_case_and_not_what_they_enter_themselves() -> None:
    case = cast.assigned()
    clue(case, "filing")
    *_, news = of_the_handler()
    assert news.startswith("您承办的案件有新情况：收到财产线索（") and "渝0235执1号" in news
    before = len(of_the_handler())
    clue(case, "officer1")
    assert len(of_the_handler()) == before
    assert not Notice.objects.filter(officer_id=cast.who("judge").id).exists()


def test_a_case_without_a_handler_is_news_to_nobody() -> None:
    clue(cast.filed(), "filing")
    assert not Notice.objects.exists()


def test_the_head_of_each_page_counts_what_is_unread_and_the_page_takes_one_or_all_as_read() -> None:
    case = cast.assigned()
    outbox.work()
    for _ in range(2):
        clue(case, "filing")
    client = signed_in(OFFICER)
    assert '<b class="count">3<' in client.get("/cases/").content.decode()
    see(EVERY_COURT)
    first = Notice.objects.order_by("pk")[0]
    client.post("/notices/", {"one": str(first.pk)})
    page = client.get("/notices/?show=unread").content.decode()
    assert page.count("标为已读</button></form></td>") == 2 and first.text not in page
    client.post("/notices/")
    see(EVERY_COURT)
    assert not Notice.objects.filter(read_at=None).exists()
    page = client.get("/notices/").content.decode()
    assert first.text in page and 'class="count"' not in page


def test_nobody_sees_or_reads_the_notices_of_another() -> None:
    cast.assigned()
    outbox.work()
    see(EVERY_COURT)
    (mine,) = Notice.objects.all()
    other = signed_in(OTHER)
    assert mine.text not in other.get("/notices/").content.decode()
    other.post("/notices/", {"one": str(mine.pk)})
    other.post("/notices/")
    see(EVERY_COURT)
    mine.refresh_from_db()
    assert mine.read_at is None


def test_a_thousand_notices_cost_no_more_queries_than_three() -> None:
    officer = cast.who("officer1").id

    def told(count: int) -> int:
        rows = [
            Notice(officer_id=officer, court=cast.COURT, text="新情况", at=clock.now()) for _ in range(count)
        ]
        see(EVERY_COURT)
        Notice.objects.bulk_create(rows)
        client = signed_in(OFFICER)
        with CaptureQueriesContext(
            connection,
        ) as few:
            page = client.get("/notices/").content.decode()
        assert "新情况" in page
        return len(few)

    assert told(3) == told(1000)


def test_a_notice_that_does_not_say_its_case_is_shown_with_the_number() -> None:
    case = cast.assigned()
    see(EVERY_COURT)
    officer = cast.who("officer1").id
    Notice.objects.create(
        officer_id=officer, dossier_id=case, court=cast.COURT, text="张某已批准：送达", at=clock.now()
    )
    client = signed_in(OFFICER)
    for page in ("/notices/", "/"):
        text = client.get(page).content.decode()
        assert "张某已批准：送达</a> （2017）渝0235执1号" in text
