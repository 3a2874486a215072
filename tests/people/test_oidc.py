"""Signing in through a real provider in a process of its own: whom it vouches for, and everything that must be refused."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from authlib.integrations.django_client import DjangoOAuth2App
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.test import Client
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import Page, expect

from tests.cast import begin
from tests.people import provider as there
from tests.people.factor import code, enrol
from zhixing.people import oidc
from zhixing.people.models import LinkedSubject, Officer, SignIn
from zhixing.record import clock

ROOT = Path(__file__).parents[2]
Token = dict[str, object]


@dataclass
class Provider:
    """The running provider."""

    port: int
    folder: Path
    site: str = ""
    running: subprocess.Popen[str] | None = None

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}/o"

    def start(self) -> None:
        """With a new key, and the people it had."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        (self.folder / "key.pem").write_bytes(pem)
        command = [sys.executable, "-m", "tests.people.provider", str(self.port), str(self.folder)]
        with (self.folder / "log").open("w") as log:
            self.running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.running.stdout
        assert self.running.stdout.readline() == "ready\n", (self.folder / "log").read_text()

    def knows(self, site: str) -> None:
        """It sends people back to this site."""
        self.site = site
        back = f"{site}/sign-in/oidc/return/".encode()
        urlopen(f"http://127.0.0.1:{self.port}/site/", data=back, timeout=30).close()

    def stop(self) -> None:
        if self.running is not None:
            self.running.terminate()
            self.running.communicate()
            self.running = None

    def subject(self, name: str) -> str:
        """Its name for the person: the number of their row."""
        return str(there.PEOPLE.index(name) + 1)


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """The provider of this process's tests: to start one takes longer than most of them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Provider(port, tmp_path_factory.mktemp("provider"))
    yield made
    made.stop()


@pytest.fixture
def provider(
    served: str, standing: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Provider]:
    """The provider, which knows this site; officer1 is linked to `zhang`, the judge to `strong`."""
    (tmp_path / "secret").write_text(there.SECRET + "\n")
    monkeypatch.setattr(settings, "OIDC_ISSUER", standing.issuer)
    monkeypatch.setattr(settings, "OIDC_CLIENT", there.CLIENT)
    monkeypatch.setattr(settings, "OIDC_SECRET_FILE", str(tmp_path / "secret"))
    begin()
    for seat, name in (("officer1", "zhang"), ("judge", "strong")):
        link(seat, standing.issuer, standing.subject(name))
    if standing.running is None:
        standing.start()
    standing.knows(served)
    yield standing


def link(seat: str, issuer: str, subject: str) -> None:
    officer = Officer.objects.get(username=f"0235.{seat}")
    by = Officer.objects.get(username="02.administrator")
    LinkedSubject.objects.create(
        officer=officer, issuer=issuer, subject=subject, linked_by=by, linked_at=clock.real_now()
    )


def sign_in(page: Page, site: str, name: str) -> None:
    """From our sign-in page to the provider, and back as that person."""
    page.goto(f"{site}/account/")
    page.get_by_role("link", name="用统一身份认证登录").click()
    page.get_by_label("Username:").fill(name)
    page.get_by_label("Password:").fill(there.PASSWORD)
    page.get_by_role("button", name="Sign in there").click()


def refused(page: Page, sentence: str) -> None:
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    page.goto(page.url.split("/sign-in")[0] + "/cases/")
    assert "/sign-in/" in page.url


def tamper(monkeypatch: pytest.MonkeyPatch, change: Callable[[Token], object]) -> None:
    """Let what comes back from the provider be changed on the way."""
    fetch: Callable[..., Token] = DjangoOAuth2App.fetch_access_token

    def changed(self: DjangoOAuth2App, *args: object, **given: object) -> Token:
        token = fetch(self, *args, **given)
        change(token)
        return token

    monkeypatch.setattr(DjangoOAuth2App, "fetch_access_token", changed)


def test_an_officer_signs_in_through_the_provider_and_goes_where_they_wanted(
    provider: Provider, page: Page
) -> None:
    sign_in(page, provider.site, "zhang")
    expect(page).to_have_url(f"{provider.site}/account/")
    name = Officer.objects.get(username="0235.officer1").name
    expect(page.get_by_role("heading", name=f"{name} 的账户")).to_be_visible()
    assert SignIn.objects.get(username="0235.officer1").good


def test_it_is_the_first_factor_and_the_officers_own_second_one_follows(
    provider: Provider, page: Page
) -> None:
    enrol(Officer.objects.get(username="0235.officer1"))
    sign_in(page, provider.site, "zhang")
    expect(page.get_by_role("heading", name="还差一步：第二因素")).to_be_visible()
    page.get_by_label("验证码").fill(code())
    page.get_by_role("button", name="验证", exact=True).click()
    expect(page).to_have_url(f"{provider.site}/account/")


@pytest.mark.parametrize("configured", [True, False])
def test_it_counts_as_both_only_where_the_settings_say_so(
    provider: Provider, page: Page, monkeypatch: pytest.MonkeyPatch, configured: bool
) -> None:
    monkeypatch.setattr(settings, "OIDC_STRONG", frozenset({"otp"} if configured else ()))
    enrol(Officer.objects.get(username="0235.judge"))
    sign_in(page, provider.site, "strong")
    if configured:
        expect(page).to_have_url(f"{provider.site}/account/")
        page.goto(f"{provider.site}/account/security/")
        expect(page.get_by_text("已验证身份，到")).to_be_visible()
    else:
        expect(page.get_by_role("heading", name="还差一步：第二因素")).to_be_visible()


def test_whoever_is_linked_to_no_officer_is_told_so_and_no_account_is_made(
    provider: Provider, page: Page
) -> None:
    before = Officer.objects.count()
    sign_in(page, provider.site, "li")
    subject = provider.subject("li")
    refused(page, f"请把标识 {subject} 告知系统管理员")
    assert Officer.objects.count() == before
    assert not SignIn.objects.get(username=f"oidc:{subject}").good


def test_a_link_that_was_ended_and_an_officer_who_left_open_nothing(provider: Provider, page: Page) -> None:
    Officer.objects.filter(username="0235.judge").update(is_active=False)
    by = Officer.objects.get(username="02.administrator")
    LinkedSubject.objects.filter(officer__username="0235.officer1").update(
        ended_by=by, ended_at=clock.real_now()
    )
    for name in ("zhang", "strong"):
        sign_in(page, provider.site, name)
        refused(page, f"请把标识 {provider.subject(name)} 告知系统管理员")
        page.context.clear_cookies()


def test_the_provider_may_change_its_keys(provider: Provider, page: Page) -> None:
    sign_in(page, provider.site, "zhang")
    expect(page).to_have_url(f"{provider.site}/account/")
    provider.stop()
    provider.start()
    provider.knows(provider.site)
    page.context.clear_cookies()
    sign_in(page, provider.site, "zhang")
    expect(page).to_have_url(f"{provider.site}/account/")


def test_a_token_altered_on_the_way_is_refused(
    provider: Provider, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_person(token: Token) -> None:
        head, _, signature = str(token["id_token"]).split(".")
        claims = jwt.decode(str(token["id_token"]), key_of(provider)).claims | {"sub": "2"}
        forged = jwt.encode({"alg": "RS256"}, claims, RSAKey.generate_key(2048))
        token["id_token"] = ".".join((head, forged.split(".")[1], signature))

    tamper(monkeypatch, other_person)
    sign_in(page, provider.site, "zhang")
    refused(page, "没有通过核验")


def key_of(provider: Provider) -> RSAKey:
    return RSAKey.import_key((provider.folder / "key.pem").read_text())


def hour_ago() -> int:
    return int(time.time()) - 3600


CLAIMS: Mapping[str, Callable[[], Token]] = {
    "another nonce": lambda: {"nonce": "of-another-sign-in"},
    "no nonce": lambda: {"nonce": None},
    "another audience": lambda: {"aud": "another-client", "azp": there.CLIENT},
    "another issuer": lambda: {"iss": "https://elsewhere.example/o"},
    "run out": lambda: {"exp": hour_ago(), "iat": hour_ago() - 60},
    "no subject": lambda: {"sub": None},
}


@pytest.mark.parametrize("wrong", CLAIMS)
def test_a_token_that_the_provider_signed_for_something_else_is_refused(
    provider: Provider, page: Page, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    def other_claims(token: Token) -> None:
        found = jwt.decode(str(token["id_token"]), key_of(provider))
        claims = {key: value for key, value in (found.claims | CLAIMS[wrong]()).items() if value is not None}
        token["id_token"] = jwt.encode(dict(found.header), claims, key_of(provider))

    tamper(monkeypatch, other_claims)
    sign_in(page, provider.site, "zhang")
    refused(page, "没有通过核验")


@pytest.mark.parametrize("alg", ["none", "HS256"])
def test_a_token_that_needs_no_private_key_is_refused(
    provider: Provider, page: Page, monkeypatch: pytest.MonkeyPatch, alg: str
) -> None:
    def unsigned(token: Token) -> None:
        from base64 import urlsafe_b64encode

        head = urlsafe_b64encode(f'{{"alg":"{alg}"}}'.encode()).rstrip(b"=").decode()
        token["id_token"] = f"{head}.{str(token['id_token']).split('.')[1]}."

    tamper(monkeypatch, unsigned)
    sign_in(page, provider.site, "zhang")
    refused(page, "没有通过核验")


def test_an_answer_without_a_token_is_refused(
    provider: Provider, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(monkeypatch, lambda token: token.pop("id_token"))
    sign_in(page, provider.site, "zhang")
    refused(page, "没有通过核验")


def test_state_pkce_and_nonce_go_to_the_provider_and_a_foreign_answer_is_refused(provider: Provider) -> None:
    client = Client(headers={"host": urlsplit(provider.site).netloc})
    sent = client.get("/sign-in/oidc/?next=/cases/").headers["Location"]
    asked = parse_qs(urlsplit(sent).query)
    assert asked["code_challenge_method"] == ["S256"] and asked["response_type"] == ["code"]
    assert len(asked["code_challenge"][0]) == 43 and asked["nonce"][0] and asked["state"][0]
    for query in ("code=x&state=of-another", "code=x", ""):
        answer = client.get(f"/sign-in/oidc/return/?{query}")
        assert answer.status_code == 401 and "不是从本页开始的" in answer.content.decode()
    answer = client.get(f"/sign-in/oidc/return/?code=made-up&state={asked['state'][0]}")
    assert answer.status_code == 401 and "没有完成登录" in answer.content.decode()
    answer = client.get("/sign-in/oidc/return/?error=access_denied")
    assert answer.status_code == 401 and "没有完成登录" in answer.content.decode()


def test_a_provider_that_does_not_answer_is_said_so(provider: Provider, page: Page) -> None:
    provider.stop()
    oidc._client.cache_clear()
    page.goto(f"{provider.site}/cases/")
    page.get_by_role("link", name="用统一身份认证登录").click()
    refused(page, "现在连不上统一身份认证")


@pytest.mark.django_db
def test_without_the_setting_there_is_no_button_and_no_address() -> None:
    client = Client()
    assert "统一身份认证" not in client.get("/sign-in/").content.decode()
    assert client.get("/sign-in/oidc/").status_code == 404
    assert client.get("/sign-in/oidc/return/").status_code == 404
