"""The tutorial, played as docs/tutorial.md tells it; on a running demonstration it takes the tutorial's pictures.

`python -m tests.stories.tutorial http://127.0.0.1:8000`. The test plays the same steps, so that the tutorial stays true.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests import browser as chromium
from zhixing.cli.django import setup

if TYPE_CHECKING:  # they know the acts' forms, which load only once Django is set up
    from tests.stories.seat import Seat

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PAPER = Path(__file__).parent / "papers" / "wages.txt"
WINDOW = (1180, 720)
COLOURS = 96  # of a picture's palette: enough for a page, and small
NAME = "青石建筑"
Keep = Callable[[Page, str], None]


def picture(page: Page, name: str) -> None:
    """Keep what the window shows, in few colours."""
    path = PICTURES / f"tutorial-{name}.png"
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def filed(clerk: Seat, keep: Keep) -> int:
    """1 and 2: the paper read, confirmed, filed, handed over."""
    clerk.go("/cases/new/")
    clerk.page.get_by_label("或粘贴文书全文").fill(PAPER.read_text())
    clerk.page.get_by_role("button", name="识读文书").click()
    keep(clerk.page, "1-read")
    clerk.page.get_by_label("案由").first.fill("追索劳动报酬纠纷")
    clerk.fill("effective_on", "2017-01-10")
    clerk.fill("livelihood", "wages")
    clerk.fill("risk_told", True)
    clerk.fill("preservation_hinted", True)
    clerk.page.get_by_role("button", name="确认收案").click()
    clerk.told("已收案")
    case = clerk.number()
    for act in ("立案", "移送执行机构"):
        clerk.opens(case, act)
        clerk.page.locator("#enter").click()
        clerk.told(act)
    keep(clerk.page, "2-filed")
    return case


def refused(officer: Seat, case: int, keep: Keep) -> None:
    """3: before the case is assigned no notice can go out, and the page says why."""
    officer.go(f"/cases/{case}/")
    officer.page.get_by_text("通知与送达（").click()
    closed = officer.page.locator("details.not", has_text="发出执行通知书").first
    closed.locator("summary").click()
    expect(closed.get_by_text("怎样才行").first).to_be_visible()
    closed.scroll_into_view_if_needed()
    keep(officer.page, "3-refused")


def assigned(director: Seat, case: int, officer: str) -> None:
    """4: the director gives the case to the officer."""
    director.opens(case, "分案")
    director.page.locator('[name="officer"]').select_option(label=officer)
    director.page.locator('[name="method"]').select_option(label="指定分案")
    director.fill("reason", "同一被执行人的系列案件")
    director.page.locator("#enter").click()
    director.told("分案")


def served(officer: Seat, case: int, keep: Keep) -> None:
    """5: notice and order go out, are served, and a duty is met; the signer's name is mistyped."""
    officer.opens(case, "发出执行通知书")
    for box in officer.page.locator('input[type="checkbox"][name$="to"]').all():
        box.check()
    keep(officer.page, "4-notice")
    officer.page.locator("#enter").click()
    officer.told("发出执行通知书")
    officer.opens(case, "送达")
    officer.page.locator('[name="document"]').select_option(label="执行通知书及报告财产令")
    officer.page.locator('select[name="to"]').select_option(index=2)
    officer.page.locator('[name="method"]').select_option(label="直接送达")
    officer.page.locator('[name="outcome"]').select_option(label="已送达")
    officer.fill("served_on", officer.page.locator('[name="on"]').first.input_value())
    officer.fill("signed_by", "公司收法室")
    officer.page.locator("#enter").click()
    officer.told("送达")
    keep(officer.page, "5-duties")


def corrected(officer: Seat, director: Seat, case: int, keep: Keep) -> None:
    """6 and 7: the officer proposes the correction, the director approves it."""
    officer.go(f"/cases/{case}/")
    entry = officer.page.locator("ul.line > li", has=officer.page.locator("b", has_text="送达")).first
    entry.get_by_role("link", name="录错了？更正或撤销").click()
    officer.fill("signed_by", "公司收发室")
    officer.fill("reason", "签收人写错一字")
    keep(officer.page, "6-correction")
    officer.page.locator("form.panel button").first.click()
    officer.told("批准")
    director.go("/?show=approve")
    row = director.page.get_by_role("row").filter(has_text="更正").filter(has_text=case_number(officer, case))
    row.first.get_by_role("link", name="审批").click()
    keep(director.page, "7-approval")
    director.page.get_by_role("button", name="批准", exact=True).click()
    director.told("已批准")


def case_number(seat: Seat, case: int) -> str:
    """The number as the case page's heading says it."""
    seat.go(f"/cases/{case}/")
    return seat.page.locator("h1").first.inner_text().split("号")[0] + "号"


def found(officer: Seat, keep: Keep) -> None:
    """8: the palette finds the company from any page."""
    officer.go("/")
    officer.page.keyboard.press("Control+k")
    officer.page.keyboard.type(NAME)
    expect(officer.page.locator("#palette-found a").first).to_be_visible()
    keep(officer.page, "8-palette")
    officer.page.keyboard.press("Enter")
    expect(officer.page.locator("main")).to_contain_text(NAME)


def exported(officer: Seat) -> str:
    """9: the officer's open cases as a workbook; the file's name."""
    officer.go("/cases/?handler=me&state=open")
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="导出电子表格").click()
    return download.value.suggested_filename


def printed(officer: Seat, case: int, keep: Keep) -> bytes:
    """10: the enforcement notice from the e-file."""
    officer.go(f"/cases/{case}/")
    officer.page.get_by_role("link", name="卷宗目录").click()
    link = officer.page.get_by_role("link", name="执行通知书").first.get_attribute("href")
    paper = officer.page.request.get(officer.site + str(link)).body()
    officer.page.reload()  # made by now, with its pages
    keep(officer.page, "9-efile")
    return paper


def play(clerk: Seat, director: Seat, officer: Seat, keep: Keep) -> int:
    """All of it; the case's dossier."""
    case = filed(clerk, keep)
    refused(officer, case, keep)
    name = officer.page.locator(".who > span").inner_text().split(" · ")[0]
    assigned(director, case, name)
    served(officer, case, keep)
    corrected(officer, director, case, keep)
    found(officer, keep)
    assert exported(officer).endswith(".xlsx")
    assert printed(officer, case, keep).startswith(b"%PDF")
    return case


def main() -> int:
    """Play it on the demonstration at that address, taking the pictures."""
    # The browser runs a loop in this thread, and sessions are made in it, too.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    setup()
    from tests.stories.seat import sign_in

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        seats = []
        for name in ("filing", "director", "officer1"):
            page = opened.new_page(locale="zh-CN", viewport={"width": WINDOW[0], "height": WINDOW[1]})
            page.set_default_timeout(15_000)
            seats.append(sign_in(page, sys.argv[1], name))
        case = play(seats[0], seats[1], seats[2], picture)
        opened.close()
    sys.stdout.write(f"{case}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
