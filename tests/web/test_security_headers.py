"""What each answer forbids a browser: foreign and inline content, framing, guessing of types, telling others where one was."""

from __future__ import annotations

import pytest
from django.test import Client

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
