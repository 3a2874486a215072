"""An officer at a browser: signs in, takes a paper in, does acts on a case, approves; and the clock of a story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Locator, Page, expect

from tests.cast import COURT
from zhixing.people.seed import PASSWORD
from zhixing.people.strength import STRONG_AT
from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.web.act_fields import submission

DESKTOP, PHONE = (1280, 860), (390, 844)


def on_day(day: str) -> None:
    """Move the clock of the served site."""
    settings.ZHIXING_TODAY = day


@dataclass(frozen=True)
class Seat:
    """A signed-in officer's browser page."""

    page: Page
    site: str

    def go(self, path: str = "/") -> None:
        """Open a page of the site."""
        self.page.goto(self.site + path)

    def intake(self, paper: str, confirmed: Mapping[str, str | bool]) -> int:
        """Have a paper read, confirm and correct beside it, take the case in; its dossier."""
        self.go("/cases/new/")
        self.page.get_by_label("或粘贴文书全文").fill(paper)
        self.page.get_by_role("button", name="识读文书").click()
        expect(self.page.get_by_role("heading", name="收案：对照原文确认")).to_be_visible()
        for name, value in confirmed.items():
            self.fill(name, value)
        self.page.get_by_role("button", name="确认收案").click()
        self.told("已收案")
        return self.number()

    def number(self) -> int:
        """The dossier of the case page that is open."""
        found = re.search(r"/cases/(\d+)/$", self.page.url)
        assert found, self.page.url
        return int(found[1])

    def does(self, case: int, act: Act, *further: Act) -> None:
        """Choose the act on the case page, fill in its form and enter it."""
        label = installed().rule(type(act)).label
        self.opens(case, label)
        for place, each in enumerate((act, *further)):
            for name, values in submission(each, f"{place}:" if place else "").items():
                self.fill(name, values)
        self.page.locator("#enter").click()
        self.told(label)

    def opens(self, case: int, label: str) -> None:
        """Choose an act that may be done in that dossier; a case shows its own page."""
        self.go(f"/dossiers/{case}/")
        self.page.locator("li.may").get_by_role("link", name=label, exact=True).click()
        expect(self.page.get_by_role("heading", name=label, exact=True, level=1)).to_be_visible()

    def approves(self, label: str) -> None:
        """Find what waits on the desk, read it and approve."""
        self.go("/?show=approve")
        self.page.get_by_role("row").filter(has_text=label).get_by_role("link", name="审批").click()
        self.page.get_by_role("button", name="批准", exact=True).click()
        self.told("已批准")

    def fill(self, name: str, value: str | bool | list[str]) -> None:
        """Fill in the input of that name, whatever kind it is."""
        self.page.wait_for_load_state("domcontentloaded")  # a link was perhaps just followed
        found = self.page.locator(f'form:not([role="search"]) [name="{name}"]:not([type="hidden"])')
        kinds = found.evaluate_all("all => all.map(each => each.type)")
        if (
            not any(value if isinstance(value, list) else [value])
            and self.page.locator(f'[name="{name}@file"]').count()
        ):
            return  # no file is chosen
        assert kinds, f"no input {name} on {self.page.url}"
        if kinds[0] == "checkbox":
            self._tick(found, value)
            return
        text = value[0] if isinstance(value, list) and value else str(value or "")
        if kinds[0] == "select-one":
            found.first.select_option(text)
        else:
            found.first.fill(text)

    def _tick(self, found: Locator, value: str | bool | list[str]) -> None:
        for box in found.all():
            own = box.get_attribute("value")
            box.set_checked(bool(value) if own is None else isinstance(value, list) and own in value)

    def told(self, text: str) -> None:
        """The page says that it was done; otherwise what it says instead is the failure."""
        expect(self.page.locator(".note.late, [role=status]").first).to_be_visible()
        assert not (wrong := self.page.locator(".note.late").all_inner_texts()), wrong
        expect(self.page.get_by_role("status").filter(has_text=text)).to_be_visible()

    def sees(self, *texts: str) -> None:
        """The page holds each of these texts."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)


def sign_in(page: Page, site: str, seat: str, court: str = COURT) -> Seat:
    """Sign in through the page as the officer in that seat."""
    page.goto(site + "/")
    page.get_by_label("用户名").fill(f"{court.removeprefix('渝')}.{seat}")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    _as_if_verified(page)
    return Seat(page, site)


def _as_if_verified(page: Page) -> None:
    """The officers of the stories have shown a second factor; how that is done is told in tests/people."""
    (cookie,) = [each for each in page.context.cookies() if each["name"] == settings.SESSION_COOKIE_NAME]
    session = SessionStore(cookie["value"])
    session[STRONG_AT] = clock.real_now().isoformat()
    session.save()
