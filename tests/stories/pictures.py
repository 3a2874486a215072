"""The pictures of README, taken of the running demonstration: `python -m tests.stories.pictures http://127.0.0.1:8000`.

Not a test: it shows what `make run` shows. Run it anew when the pages change, and look at what it took.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as chromium
from tests.stories.intake import paper
from tests.stories.seat import DESKTOP, PHONE, Seat, sign_in

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def taken(page: Page, name: str, kind: str) -> None:
    """Keep what the window shows."""
    page.screenshot(path=PICTURES / f"{name}-{kind}.png")


def first_case(seat: Seat) -> None:
    """Open the first case on the desk."""
    seat.go("/")
    href = seat.page.locator("tr[data-href] a").first.get_attribute("href")
    seat.go(href or "/cases/")


def refusal(seat: Seat) -> None:
    """Open the first group of acts that may not be done, and the reason of the first of them."""
    seat.page.locator("summary.group").first.click()
    seat.page.locator("details.not summary").first.click()
    seat.page.locator("details.not").first.scroll_into_view_if_needed()


def window(browser: Browser, size: tuple[int, int]) -> Page:
    """A window of that size, signed in as nobody."""
    return browser.new_page(locale="zh-CN", viewport={"width": size[0], "height": size[1]})


def take(browser: Browser, site: str, kind: str, size: tuple[int, int]) -> None:
    """All pictures at one width."""
    officer = sign_in(window(browser, size), site, "officer1")
    taken(officer.page, "desk", kind)
    first_case(officer)
    taken(officer.page, "case", kind)
    refusal(officer)
    taken(officer.page, "refusal", kind)
    clerk = sign_in(window(browser, size), site, "filing")
    clerk.go("/cases/new/")
    clerk.page.get_by_label("或粘贴文书全文").fill(paper("wages.txt"))
    clerk.page.get_by_role("button", name="识读文书").click()
    taken(clerk.page, "filing", kind)


def main() -> int:
    """Take every picture at both widths."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.executable(), args=arguments)
        for kind, size in (("desktop", DESKTOP), ("phone", PHONE)):
            take(opened, sys.argv[1], kind, size)
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
