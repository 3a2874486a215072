"""What each answer forbids a browser: foreign and inline content, framing, guessing of types, telling others where one was."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.test import Client

from zhixing.people.models import Officer

EXPECTED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/sign-in/", "/", "/no-such-page/"])
def test_each_answer_carries_the_strict_headers(client: Client, address: str) -> None:
    answer = client.get(address)
    for name, value in EXPECTED.items():
        assert answer.headers[name] == value, name


def test_the_policy_allows_nothing_inline_and_no_frame(client: Client) -> None:
    policy = client.get("/sign-in/").headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy


def test_no_page_may_use_what_no_page_needs(client: Client) -> None:
    unused = client.get("/sign-in/").headers["Permissions-Policy"]
    for feature in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert f"{feature}=()" in unused


def test_no_script_reads_the_cookies(client: Client) -> None:
    client.force_login(Officer.objects.create_officer("0235.someone", "某人"))
    client.get("/account/")
    assert client.cookies["csrftoken"]["httponly"] and client.cookies["sessionid"]["httponly"]


def test_behind_https_the_cookies_go_over_nothing_else() -> None:
    says = "from zhixing.web import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    told = subprocess.run(
        [sys.executable, "-c", says],
        env={**os.environ, "ZHIXING_HTTPS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "True True\n"
