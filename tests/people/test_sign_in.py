"""Signing in, being locked out, and what a court's officer never sees of another court."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db.models import F
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests import cast
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.people.models import Notice, Officer, Post, SignIn
from zhixing.people.powers import actor, courts_seen, powers_by_court
from zhixing.people.seed import PASSWORD, seed_district
from zhixing.people.sessions import address_of
from zhixing.people.sign_in import FAILURES_OF_ACCOUNT, FAILURES_OF_ADDRESS, release, sign_in
from zhixing.record import door, outbox
from zhixing.record.models import Look, Outgoing
from zhixing.record.power import Power
from zhixing.record.scope import EVERY_COURT, see, seeing, seen

pytestmark = pytest.mark.django_db
MORE, ON = PeriodExtended(months=3, reason="财产在外地"), date(2017, 3, 8)
NAME = "0235.officer1"


@pytest.fixture(autouse=True)
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def signed_in(username: str) -> Client:
    client = Client()
    assert client.post("/sign-in/", {"username": username, "password": PASSWORD}).status_code == 302
    see(EVERY_COURT)  # the request cleared what this connection sees
    return client


def test_the_right_password_opens_the_desk_and_the_wrong_one_tells_nothing() -> None:
    assert signed_in(NAME).get("/").status_code == 200
    wrong = Client().post("/sign-in/", {"username": NAME, "password": "不对"})
    unknown = Client().post("/sign-in/", {"username": "nobody", "password": "不对"})
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert "用户名或密码不对" in wrong.content.decode()


def guess(times: int, username: str = NAME, address: str = "192.0.2.1") -> None:
    for _ in range(times):
        assert sign_in(username, "猜", address).officer is None


def passes(minutes: int) -> None:
    """Time goes on, as the log sees it."""
    SignIn.objects.update(at=F("at") - timedelta(minutes=minutes))


def test_five_failures_lock_the_account_even_for_the_right_password_until_released() -> None:
    guess(FAILURES_OF_ACCOUNT)
    locked = sign_in(NAME, PASSWORD, "192.0.2.2")
    assert (locked.officer, locked.locked) == (None, True)
    administrator = Officer.objects.get(username="02.administrator")
    assert release(administrator, username=NAME) == FAILURES_OF_ACCOUNT
    assert sign_in(NAME, PASSWORD, "192.0.2.2").officer is not None
    assert SignIn.objects.filter(username=NAME).count() == FAILURES_OF_ACCOUNT + 2
    assert SignIn.objects.filter(released_by=administrator.pk).count() == FAILURES_OF_ACCOUNT


def test_four_failures_do_not_lock_and_a_good_sign_in_begins_the_count_anew() -> None:
    for _ in range(3):
        guess(FAILURES_OF_ACCOUNT - 1)
        assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is not None


def test_a_lock_ends_by_itself_though_someone_goes_on_trying() -> None:
    guess(FAILURES_OF_ACCOUNT)
    passes(14)
    assert sign_in(NAME, PASSWORD, "192.0.2.1").locked
    passes(2)
    assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is not None


def test_failures_far_apart_do_not_lock() -> None:
    for _ in range(2 * FAILURES_OF_ACCOUNT):
        guess(1)
        passes(5)
    assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is not None


def test_an_unknown_name_is_locked_like_a_known_one() -> None:
    guess(FAILURES_OF_ACCOUNT, "nobody")
    assert sign_in("nobody", "猜", "192.0.2.1").locked


def test_an_address_that_tries_many_names_is_locked_though_it_has_an_account_of_its_own() -> None:
    for number in range(FAILURES_OF_ADDRESS):
        guess(1, f"name{number}")
        if number == FAILURES_OF_ADDRESS // 2:
            assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is not None
    assert sign_in(NAME, PASSWORD, "192.0.2.1").locked
    assert sign_in(NAME, PASSWORD, "192.0.2.2").officer is not None


def test_the_administrator_alone_sees_and_releases_locks_and_sees_no_dossier() -> None:
    guess(FAILURES_OF_ACCOUNT)
    assert signed_in("0235.judge").get("/locks/").status_code == 403
    client = signed_in("02.administrator")
    assert NAME in client.get("/locks/").content.decode()
    client.post("/locks/", {"username": NAME})
    assert NAME not in client.get("/locks/", follow=True).content.decode().replace(f"已解除锁定：{NAME}", "")
    assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is not None
    assert courts_seen(Officer.objects.get(username="02.administrator"), cast.TODAY) == ()


def test_behind_our_proxy_the_address_is_what_the_proxy_says_and_never_what_the_sender_claims(
    settings: Settings,
) -> None:
    request = RequestFactory().post("/sign-in/", headers={"X-Forwarded-For": "198.51.100.9, 192.0.2.7"})
    assert address_of(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert address_of(request) == "192.0.2.7"


def test_whoever_has_left_no_longer_gets_in() -> None:
    Officer.objects.filter(username=NAME).update(is_active=False)
    assert sign_in(NAME, PASSWORD, "192.0.2.1").officer is None


def test_nobody_gets_in_without_signing_in_and_a_foreign_address_is_not_followed() -> None:
    for path in ("/", "/cases/", "/cases/1/", "/catalogue/", "/account/"):
        assert Client().get(path).headers["Location"].startswith("/sign-in/?next=")
    part = Client().get(
        "/cases/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/cases/?q=王"}
    )
    assert part.headers["HX-Redirect"] == "/sign-in/?next=%2Fcases%2F%3Fq%3D%E7%8E%8B"
    answer = Client().post(
        "/sign-in/", {"username": NAME, "password": PASSWORD, "next": "https://example.com/"}
    )
    assert answer.headers["Location"] == "/"


def test_a_post_gives_powers_in_its_court_from_its_first_day_to_before_its_last() -> None:
    officer = Officer.objects.get(username=NAME)
    Post.objects.filter(officer=officer).update(since=date(2017, 1, 1), until=date(2017, 6, 1))
    officer = Officer.objects.prefetch_related("posts").get(username=NAME)
    held = {
        on: powers_by_court(officer, on) for on in (date(2016, 12, 31), date(2017, 1, 1), date(2017, 6, 1))
    }
    assert held[date(2017, 1, 1)] == {cast.COURT: frozenset({Power.OFFICER})}
    assert held[date(2016, 12, 31)] == held[date(2017, 6, 1)] == {}


def test_the_intermediate_court_sees_its_district_and_acts_there_as_the_court_above() -> None:
    judge = Officer.objects.get(username="02.judge")
    assert set(courts_seen(judge, cast.TODAY)) == set(EVERY_COURT)
    assert actor(judge, cast.COURT, cast.TODAY).powers == (Power.HIGHER_COURT.value,)
    assert courts_seen(Officer.objects.get(username=NAME), cast.TODAY) == (cast.COURT,)
    for seat in ("clerk", "accountant", "filing", "inspector"):
        assert actor(Officer.objects.get(username=f"02.{seat}"), cast.COURT, cast.TODAY).powers == ()


def test_what_waits_for_the_court_above_is_on_its_desk() -> None:
    judge = Officer.objects.get(username="02.judge")
    held = powers_by_court(judge, cast.TODAY)
    assert set(held) == set(EVERY_COURT)
    assert held[cast.COURT] == {Power.HIGHER_COURT}


def test_another_courts_officer_finds_no_trace_of_a_case() -> None:
    number = cast.assigned()
    pages = (
        f"/cases/{number}/",
        f"/cases/{number}/owed/",
        f"/cases/{number}/acts/cases.clues_asked/",
        f"/cases/{number}/duties/assign-handler/8/0/",
        f"/cases/{number}/entries/5/correct/",
        f"/cases/{number}/termination/",
        f"/parties/{cast.parties()[0]}/",
    )
    own, other = signed_in("0235.judge"), signed_in("0236.officer1")
    assert [own.get(page).status_code for page in pages] == [200] * len(pages)
    assert [other.get(page).status_code for page in pages] == [404] * len(pages)
    for query in ("", "?q=李大山", "?q=2017渝0235执1", f"?q={cast.resident_number(2)}", "?q=追索劳动报酬"):
        assert f"/cases/{number}/" in own.get(f"/cases/{query}").content.decode()
        text = other.get(f"/cases/{query}").content.decode()
        assert f"/cases/{number}/" not in text
        assert "共 0 件" in text


def test_every_look_at_a_dossier_is_logged() -> None:
    number = cast.filed()
    signed_in("0235.judge").get(f"/cases/{number}/")
    see(EVERY_COURT)
    look = Look.objects.get(dossier_id=number)
    assert (look.name, look.page) == (cast.who("judge").name, f"/cases/{number}/")


def test_a_request_leaves_nothing_in_sight_for_the_next() -> None:
    cast.filed()
    signed_in(NAME).get("/cases/")
    with seeing(()):
        assert sign_in("nobody", "x", "192.0.2.9").officer is None
    signed_in(NAME).get("/")
    Client().get("/sign-in/")
    assert seen() in ((), EVERY_COURT, tuple(sorted(EVERY_COURT)))


def test_the_outbox_tells_the_approver_and_then_the_proposer() -> None:
    number = cast.assigned()
    officer, president = cast.who("officer1"), cast.who("president")
    proposal = door.propose(number, door.Step(act=MORE, by=officer, on=ON))
    outbox.work()
    assert Notice.objects.get(officer_id=president.id).text.startswith(f"{officer.name}提请您批准")
    door.send_back(number, proposal.seq, president, on=ON, reason="理由不足")
    outbox.work()
    assert "理由不足" in Notice.objects.filter(officer_id=officer.id).latest("pk").text
    assert outbox.work() == 0


def test_the_new_handler_is_told_and_opens_the_case_from_the_notice() -> None:
    number = cast.assigned()
    outbox.work()
    told = Notice.objects.get(officer_id=cast.who("officer1").id)
    assert told.text.startswith("新分给您承办：（2017）渝0235执1号")
    answer = signed_in(NAME).get(f"/notices/{told.pk}/")
    assert answer.headers["Location"] == f"/cases/{number}/"
    see(EVERY_COURT)
    told.refresh_from_db()
    assert told.read_at is not None
    assert signed_in("0235.judge").get(f"/notices/{told.pk}/").status_code == 404


def test_what_is_settled_or_a_month_old_is_no_news() -> None:
    number = cast.assigned()
    officer, president = cast.who("officer1"), cast.who("president")
    proposal = door.propose(number, door.Step(act=MORE, by=officer, on=ON))
    door.withdraw(number, proposal.seq, officer, on=ON)
    Outgoing.objects.exclude(seq=proposal.seq).update(put_at=F("put_at") - timedelta(days=31))
    outbox.work()
    assert not Notice.objects.filter(officer_id__in=(officer.id, president.id)).exists()


def test_idle_sessions_end_after_half_an_hour() -> None:
    client = signed_in(NAME)
    assert Session.objects.get().expire_date - timezone.now() <= timedelta(minutes=30)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/").status_code == 302


def test_staffing_twice_adds_nobody() -> None:
    assert seed_district() == 0


def test_a_password_is_changed_only_with_the_old_one_and_by_the_rules() -> None:
    client = signed_in(NAME)
    good = {"old": PASSWORD, "new": "三峡库区-2017-执行", "again": "三峡库区-2017-执行"}
    for change in ({"old": "不对"}, {"again": "不同"}, {"new": "short", "again": "short"}):
        assert client.post("/account/", good | change).status_code == 422
    same = {"old": PASSWORD, "new": PASSWORD, "again": PASSWORD}
    assert "与现在的密码相同" in client.post("/account/", same).content.decode()
    for new, why in (
        ("short", "不足十二位"),
        ("password1234", "太常见"),
        (f"{NAME}-1", "太相近"),
    ):
        said = client.post("/account/", good | {"new": new, "again": new}).content.decode()
        assert why in said and "This password" not in said, new
    elsewhere = signed_in(NAME)
    assert client.post("/account/", good).status_code == 302
    assert sign_in(NAME, good["new"], "192.0.2.1").officer is not None
    assert elsewhere.get("/").status_code == 302
    assert client.get("/").status_code == 200
