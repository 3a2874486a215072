"""Accounts: a lost second factor is reset by two others; officers are linked to the sign-on by an administrator."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client

from tests.cast import begin
from tests.people.factor import enrol, make_strong
from zhixing.people.models import FactorReset, LinkedSubject, Notice, Officer
from zhixing.people.resets import LAPSES, may_decide
from zhixing.people.seed import PASSWORD
from zhixing.people.strength import has_factor, new_recovery_codes
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, see

OFFICER, ADMINISTRATOR = "0235.officer1", "02.administrator"
REASON = {"officer": OFFICER, "reason": "手机落水，已当面核对工作证"}


def named(username: str) -> Officer:
    return Officer.objects.get(username=username)


def at_browser(username: str, *, strong: bool = True) -> Client:
    client = Client()
    client.force_login(named(username))
    if strong:
        make_strong(client)
    return client


@pytest.fixture
def lost(db: None) -> FactorReset:
    """officer1 lost the phone, and the administrator has asked for a reset."""
    begin()
    enrol(named(OFFICER))
    new_recovery_codes(named(OFFICER))
    assert at_browser(ADMINISTRATOR).post("/accounts/", REASON).status_code == 302
    return FactorReset.objects.get()


def decided(username: str, asked: FactorReset, how: str = "approve") -> int:
    return at_browser(username).post("/accounts/resets/", {"reset": asked.pk, how: "1"}).status_code


def test_two_others_reset_a_lost_factor_and_the_officer_is_told_and_enrols_anew(lost: FactorReset) -> None:
    signed_in = at_browser(OFFICER)
    see(EVERY_COURT)
    told = Notice.objects.get(officer__username="0235.director", page="resets")
    page = at_browser("0235.director")
    assert page.get(f"/notices/{told.pk}/").headers["Location"] == "/accounts/resets/"
    assert "手机落水" in page.get("/accounts/resets/").content.decode()
    elsewhere = Client()
    elsewhere.force_login(named(OFFICER))
    assert decided("0235.director", lost) == 302
    assert not has_factor(named(OFFICER)) and not named(OFFICER).recovery_codes.exists()
    lost.refresh_from_db()
    assert lost.approved and lost.decided_by == named("0235.director")
    see(EVERY_COURT)
    notice = Notice.objects.get(officer__username=OFFICER, page="security")
    assert "批准重置" in notice.text
    client = Client()
    answer = client.post("/sign-in/", {"username": OFFICER, "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    assert client.get(f"/notices/{notice.pk}/").headers["Location"] == "/account/security/"
    assert signed_in.get("/account/").status_code in (200, 302)


def test_every_session_of_the_officer_ends(db: None) -> None:
    begin()
    here = Client()
    here.post("/sign-in/", {"username": OFFICER, "password": PASSWORD})
    enrol(named(OFFICER))
    assert here.get("/cases/").status_code == 200
    at_browser(ADMINISTRATOR).post("/accounts/", REASON)
    assert decided("0235.president", FactorReset.objects.get()) == 302
    assert here.get("/cases/").status_code == 302


@pytest.mark.parametrize("username", [OFFICER, ADMINISTRATOR, "0236.director", "0235.judge", "0235.filing"])
def test_neither_the_officer_nor_who_asked_nor_another_court_may_decide(
    lost: FactorReset, username: str
) -> None:
    assert decided(username, lost) in (403, 422)
    assert has_factor(named(OFFICER))
    assert not FactorReset.objects.get().decided_at


def test_a_director_does_not_decide_on_their_own_factor(db: None) -> None:
    begin()
    enrol(named("0235.director"))
    at_browser(ADMINISTRATOR).post("/accounts/", REASON | {"officer": "0235.director"})
    asked = FactorReset.objects.get()
    assert decided("0235.director", asked) == 422 and has_factor(named("0235.director"))
    assert may_decide(named("0235.vice"), asked)


def test_an_administrator_cannot_ask_for_themselves(db: None) -> None:
    begin()
    enrol(named(ADMINISTRATOR))
    page = at_browser(ADMINISTRATOR).post("/accounts/", REASON | {"officer": ADMINISTRATOR})
    assert page.status_code == 422 and "不能申请重置自己的" in page.content.decode()


def test_the_database_holds_no_reset_approved_by_who_asked(lost: FactorReset) -> None:
    for who in (ADMINISTRATOR, OFFICER):
        with pytest.raises(IntegrityError), transaction.atomic():
            FactorReset.objects.update(decided_by=named(who), approved=True)


def test_a_reason_a_factor_and_one_request_at_a_time(lost: FactorReset) -> None:
    client = at_browser(ADMINISTRATOR)
    for form, sentence in (
        (REASON, "已有一项申请"),
        (REASON | {"reason": " "}, "请写明原因"),
        (REASON | {"officer": "0235.judge"}, "没有第二因素"),
    ):
        page = client.post("/accounts/", form)
        assert page.status_code == 422 and sentence in page.content.decode()


def test_both_show_their_own_second_factor_first(lost: FactorReset) -> None:
    weak = at_browser("0235.director", strong=False)
    page = weak.post("/accounts/resets/", {"reset": lost.pk, "approve": "1"})
    assert page.status_code == 422 and "请先以第二因素验证身份" in page.content.decode()
    weak = at_browser(ADMINISTRATOR, strong=False)
    assert weak.post("/accounts/", REASON).status_code == 422
    assert has_factor(named(OFFICER))


def test_a_refused_request_changes_nothing_and_another_may_follow(lost: FactorReset) -> None:
    assert decided("0235.director", lost, "refuse") == 302
    assert has_factor(named(OFFICER))
    assert decided("0235.president", lost) == 422
    assert at_browser(ADMINISTRATOR).post("/accounts/", REASON).status_code == 302


def test_a_request_lapses_after_seven_days(lost: FactorReset, monkeypatch: pytest.MonkeyPatch) -> None:
    FactorReset.objects.update(asked_at=clock.real_now() - LAPSES)
    assert decided("0235.director", lost) == 422 and has_factor(named(OFFICER))
    assert at_browser(ADMINISTRATOR).post("/accounts/", REASON).status_code == 302
    lost.refresh_from_db()
    assert lost.decided_at and not lost.approved and not lost.decided_by


def test_a_second_administrator_may_decide(lost: FactorReset) -> None:
    other = named("0235.clerk")
    other.posts.update(powers=["administrator"])
    assert decided("0235.clerk", lost) == 302 and not has_factor(named(OFFICER))


def test_an_administrator_finds_officers_links_and_unlinks_them(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin()
    monkeypatch.setattr(settings, "OIDC_ISSUER", "https://sso.example")
    client = at_browser(ADMINISTRATOR)
    assert OFFICER in client.get("/accounts/", {"q": "0235.off"}).content.decode()
    assert client.post("/accounts/", {"officer": OFFICER, "subject": "u-17"}).status_code == 302
    for officer, subject in ((OFFICER, "u-18"), ("0235.judge", "u-17"), ("0235.judge", "")):
        again = client.post("/accounts/", {"officer": officer, "subject": subject})
        assert again.status_code == 422
    assert client.post("/accounts/", {"officer": OFFICER, "unlink": "1"}).status_code == 302
    row = LinkedSubject.objects.get()
    assert row.ended_by == named(ADMINISTRATOR) and row.ended_at is not None
    assert client.post("/accounts/", {"officer": "0235.judge", "subject": "u-17"}).status_code == 302
    assert at_browser("0235.director").get("/accounts/").status_code == 403
