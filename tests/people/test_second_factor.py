"""The second factor: RFC 6238, each code once, recovery codes, the second half of signing in, sessions, passkeys."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from tests.cast import begin
from tests.people.factor import SECRET, code, enrol, make_strong
from zhixing.people.models import Officer, OpenSession, Passkey, SignIn
from zhixing.people.seed import PASSWORD
from zhixing.people.sessions import Place
from zhixing.people.strength import code_at, new_recovery_codes, right_code, step_of
from zhixing.record import clock

HELD = datetime(2026, 5, 4, 2, 0, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, except where a browser's own clock runs beside it."""
    if "page" not in request.fixturenames and "db" in request.fixturenames:
        at(monkeypatch, HELD)


@pytest.mark.parametrize(
    ("said", "called"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
            "Edge · Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Mobile/15E148 Safari/604.1",
            "Safari · iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0",
            "微信 · Android",
        ),
        ("curl/8.4.0", "curl/8.4.0"),
        ("", "没有说明"),
    ],
)
def test_a_device_is_called_as_its_owner_would_call_it(said: str, called: str) -> None:
    now = datetime(2017, 6, 15, 9, tzinfo=UTC)
    assert Place(1, said, "192.0.2.1", now, now, own=False).called == called


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Put the clock at a moment."""
    monkeypatch.setattr(clock, "real_now", lambda: moment)


@pytest.fixture
def officer(db: None) -> Officer:
    """officer1, with an authenticator."""
    begin()
    found = Officer.objects.get(username="0235.officer1")
    enrol(found)
    return found


def signing_in() -> Client:
    """A browser that gave the right password."""
    client = Client()
    answer = client.post("/sign-in/", {"username": "0235.officer1", "password": PASSWORD, "next": "/cases/"})
    assert answer.headers["Location"] == "/sign-in/second/"
    return client


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds: int, expected: str) -> None:
    assert code_at(SECRET, step_of(datetime.fromtimestamp(seconds, UTC)), digits=8) == expected


@pytest.mark.parametrize(("steps", "good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_is_good_one_step_either_way(officer: Officer, steps: int, good: bool) -> None:
    assert right_code(officer, code(steps)) is good


def test_a_code_is_good_once_and_an_older_one_no_more(officer: Officer) -> None:
    assert right_code(officer, code())
    assert not right_code(officer, code())
    assert not right_code(officer, code(-1))


def test_a_recovery_code_is_good_once_and_ends_with_a_new_batch(officer: Officer) -> None:
    first, second, *rest = new_recovery_codes(officer)
    assert len(rest) == 8
    assert right_code(officer, f"{first[:5]}-{first[5:]}".lower())
    assert not right_code(officer, first)
    new_recovery_codes(officer)
    assert not right_code(officer, second)


def test_the_password_alone_opens_nothing_and_the_code_does(officer: Officer) -> None:
    client = signing_in()
    assert client.get("/cases/").status_code == 302
    assert client.post("/sign-in/second/", {"code": "000000"}).status_code == 422
    answer = client.post("/sign-in/second/", {"code": code()})
    assert answer.headers["Location"] == "/cases/"
    assert client.get("/cases/").status_code == 200


def test_the_second_half_of_signing_in_waits_five_minutes(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signing_in()
    at(monkeypatch, HELD + timedelta(minutes=5, seconds=1))
    assert client.post("/sign-in/second/", {"code": code()}).headers["Location"] == "/sign-in/"
    assert client.get("/cases/").status_code == 302


def test_five_wrong_codes_lock_and_the_right_password_between_them_changes_nothing(officer: Officer) -> None:
    for _ in range(5):
        assert signing_in().post("/sign-in/second/", {"code": "000000"}).status_code == 422
    locked = Client().post("/sign-in/", {"username": officer.username, "password": PASSWORD})
    assert locked.status_code == 401
    assert not SignIn.objects.filter(good=True).exists()


def test_an_authenticator_is_enrolled_with_password_and_first_code(db: None) -> None:
    begin()
    client = Client()
    client.post("/sign-in/", {"username": "0235.judge", "password": PASSWORD})
    asked = (
        "/cases/7/acts/closing.fulfilled/"  # a form that wanted a factor, and leads back to itself afterwards
    )
    assert client.get(f"/account/verify/?next={asked}").headers["Location"] == "/account/security/"
    assert client.post("/account/totp/", {"password": "falsch"}).status_code == 422
    page = client.post("/account/totp/", {"password": PASSWORD}).content.decode()
    assert 'src="data:image/svg+xml' in page
    from base64 import b32decode

    found = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert found
    secret = b32decode(found[1])
    assert client.post("/account/totp/", {"code": "000000"}).status_code == 422
    shown = client.post("/account/totp/", {"code": code_at(secret, step_of(HELD))}).content.decode()
    assert f'href="{asked}"' in shown
    assert len(re.findall(r"<code>[A-Z0-9]{10}</code>", shown)) == 10


def test_whoever_stole_a_session_cannot_add_or_drop_a_factor(officer: Officer) -> None:
    client = Client()
    client.force_login(officer)
    assert client.post("/account/totp/", {"password": PASSWORD}).status_code == 422
    assert client.post("/account/security/", {"drop_totp": "1"}).status_code == 422
    assert client.post("/account/passkey/", {"kind": "register", "password": PASSWORD}).status_code == 422
    make_strong(client)
    assert client.post("/account/security/", {"drop_totp": "1"}).status_code == 302


def test_strength_fades_after_a_quarter_of_an_hour(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.force_login(officer)
    answer = client.post("/account/verify/", {"code": code(), "next": "/cases/"})
    assert answer.headers["Location"] == "/cases/"
    for minutes, strong in ((14, True), (15, False)):
        at(monkeypatch, HELD + timedelta(minutes=minutes))
        assert client.get("/account/security/").context["is_strong"] is strong


def test_sessions_are_shown_and_ended_one_or_all_others(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    officer.totp.delete()
    here, there, elsewhere = Client(), Client(), Client()
    for client, device in ((here, "Firefox"), (there, "Chrome"), (elsewhere, "Safari")):
        client.post(
            "/sign-in/",
            {"username": officer.username, "password": PASSWORD},
            headers={"User-Agent": device},
        )
    page = here.get("/account/security/")
    assert sorted(each.device for each in page.context["places"]) == ["Chrome", "Firefox", "Safari"]
    assert sorted(each.called for each in page.context["places"]) == ["Chrome", "Firefox", "Safari"]
    chrome = OpenSession.objects.get(device="Chrome")
    here.post("/account/security/", {"session": chrome.pk})
    assert [each.get("/cases/").status_code for each in (here, there, elsewhere)] == [200, 302, 200]
    stranger = Client()
    stranger.force_login(Officer.objects.get(username="0236.officer1"))
    stranger.post("/account/security/", {"session": OpenSession.objects.get(device="Safari").pk})
    assert elsewhere.get("/cases/").status_code == 200
    here.post("/account/security/", {"others": "1"})
    assert [each.get("/cases/").status_code for each in (here, elsewhere)] == [200, 302]


def test_a_passkey_is_registered_and_shown_in_a_browser(served: str, page: Page) -> None:
    begin()
    site = served.replace("127.0.0.1", "localhost")  # a passkey belongs to a name
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(f"{site}/account/security/")
    page.get_by_label("用户名").fill("0235.officer1")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_label("给它起个名字").fill("办公室")
    page.get_by_label("现在的密码").fill(PASSWORD)
    page.get_by_role("button", name="登记通行密钥").click()
    expect(page.get_by_role("heading", name="恢复码")).to_be_visible()
    page.get_by_role("button", name="退出").click()
    page.goto(f"{site}/account/security/")
    page.get_by_label("用户名").fill("0235.officer1")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="用通行密钥验证").click()
    expect(page.get_by_role("heading", name="登录安全")).to_be_visible()
    found = Passkey.objects.get()
    assert found.counter > 0 and found.used_at is not None
    Passkey.objects.update(counter=found.counter + 10)  # as if a copy had been used elsewhere
    page.goto(f"{site}/account/verify/")
    page.get_by_role("button", name="用通行密钥验证").click()
    expect(page.get_by_role("alert").filter(has_text="没有通过")).to_be_visible()
