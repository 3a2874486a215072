"""Officers at their browsers: one browser context each, all at the served site."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.cast import COURT, begin
from tests.stories.seat import DESKTOP, Seat, sign_in

SignIn = Callable[..., Seat]


@pytest.fixture
def seated(browser: Browser, browser_context_args: dict[str, object], served: str) -> Iterator[SignIn]:
    """Sign an officer in at a browser of their own; a page that throws an error in its scripts fails the test."""
    begin()
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def seat(name: str, court: str = COURT) -> Seat:
        context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": DESKTOP[0], "height": DESKTOP[1]}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return sign_in(page, served, name, court)

    yield seat
    for context in contexts:
        context.close()
    assert not errors
