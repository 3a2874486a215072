"""The pictures of README, taken of the running demonstration: `python -m tests.stories.pictures http://127.0.0.1:8000`.

Not a test: it shows what `make run` shows. Run it anew when the pages change, and look at what it took.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as chromium
from zhixing.cli.django import setup

if TYPE_CHECKING:
    from tests.stories.seat import Seat

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 96  # of a picture: enough for a page, and small


def taken(page: Page, name: str, kind: str) -> None:
    """Keep what the window shows."""
    path = PICTURES / f"{name}-{kind}.png"
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def first_case(seat: Seat) -> None:
    """Open the first case on the desk."""
    seat.go("/")
    rows = seat.page.locator("tr[data-href]").filter(
        has_not_text="执保"
    )  # what is preserved owes nothing yet
    href = rows.locator("a").first.get_attribute("href")
    seat.go(href or "/cases/")


def refusal(seat: Seat) -> None:
    """Ask for the closing of the case that is open, which still owes."""
    seat.page.goto(seat.page.url + "acts/closing.fulfilled/")
    seat.page.wait_for_load_state("networkidle")


def window(browser: Browser, size: tuple[int, int]) -> Page:
    """A window of that size, signed in as nobody."""
    return browser.new_page(locale="zh-CN", viewport={"width": size[0], "height": size[1]})


def take(browser: Browser, site: str, kind: str, size: tuple[int, int]) -> None:
    """All pictures at one width."""
    from tests.stories.intake import paper
    from tests.stories.seat import sign_in

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
    # The officers' driver knows the acts' forms, and they load only once Django is set up.
    # The browser runs a loop in this thread, and sessions are made in it, too.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    setup()
    from tests.stories.seat import DESKTOP, PHONE

    PICTURES.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium.executable(), args=arguments, env={**os.environ, "LANGUAGE": "zh_CN"}
        )
        for kind, size in (("desktop", DESKTOP), ("phone", PHONE)):
            take(opened, sys.argv[1], kind, size)
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
