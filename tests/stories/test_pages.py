"""Pages as people meet them: another court, the keyboard alone, and what an assistive technology finds."""

from __future__ import annotations

import re
from importlib.resources import files

from playwright.sync_api import Page, expect

from tests.cast import COURT, OTHER_COURT, assigned, received
from tests.stories.conftest import SignIn
from tests.stories.intake import paper
from tests.stories.seat import DESKTOP, PHONE, Seat, on_day
from zhixing.people.seed import PASSWORD

RUN_AXE = """axe.run().then(answer => answer.violations.map(
  each => each.id + " " + each.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" ")))"""
SWITCH = "English"  # the way to the other language, in its own word
ENGLISH = re.compile(r"(?<![\w./:@-])[A-Za-z]{4,}(?![\w./:@-])")


def violations(seat: Seat, path: str) -> list[str]:
    """What axe finds on the page at both widths."""
    found = []
    for width, height in (DESKTOP, PHONE):
        seat.page.set_viewport_size({"width": width, "height": height})
        seat.go(path)
        seat.page.wait_for_load_state("networkidle")
        seat.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text())
        found += [f"{path} at {width}: {each}" for each in seat.page.evaluate(RUN_AXE)]
        wide = seat.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            found.append(f"{path} at {width} is {wide} pixels too wide")
    return found


def test_no_page_has_what_axe_objects_to(seated: SignIn) -> None:
    officer = seated("officer1")
    case = assigned()
    pages = (
        "/",
        "/cases/",
        f"/cases/{case}/",
        f"/cases/{case}/acts/cases.enforcement_notice_issued/",
        f"/cases/{case}/owed/",
        f"/cases/{case}/documents/",
        f"/cases/{case}/termination/",
        "/account/",
        "/catalogue/",
    )
    found = [each for path in pages for each in violations(officer, path)]
    assert not found, "\n".join(found)


def test_the_sign_in_page_has_nothing_that_axe_objects_to(served: str, page: Page) -> None:
    assert not violations(Seat(page, served), "/sign-in/")


def test_no_raw_code_or_english_word_stands_on_a_page(seated: SignIn) -> None:
    officer = seated("officer1")
    case = assigned()
    found = {}
    for path in ("/", "/cases/", f"/cases/{case}/", f"/cases/{case}/owed/", "/catalogue/", "/nothing/"):
        officer.go(path)
        said = officer.page.locator("body").inner_text()
        found[path] = [word for word in ENGLISH.findall(said) if word != SWITCH]
    assert not any(found.values()), found


def test_as_another_courts_officer_no_page_shows_that_the_case_exists(seated: SignIn) -> None:
    officer, stranger = seated("officer1"), seated("officer1", OTHER_COURT)
    case = assigned()
    number = "渝0235执1号"
    officer.go("/cases/")
    officer.sees(number)
    for path in ("/", "/cases/", f"/cases/?q={number}", "/cases/?q=李大山"):
        stranger.go(path)
        expect(stranger.page.locator("main")).not_to_contain_text(number)
    for path in ("", "owed/", "acts/cases.clues_asked/", "termination/", "resumption/"):
        answer = stranger.page.request.get(f"{stranger.site}/cases/{case}/{path}")
        assert answer.status == 404, path


def test_the_keyboard_alone_files_a_case(served: str, seated: SignIn) -> None:
    clerk = seated("filing")
    case = received()
    page = clerk.page
    clerk.go("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="案件").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case}/")
    clerk.go(f"/cases/{case}/acts/cases.filed/")
    page.locator("#on").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "enter":
            break
    page.keyboard.press("Enter")
    clerk.told("立案")


def test_a_wrong_password_tells_nothing(served: str, seated: SignIn) -> None:
    stranger = seated("officer1", OTHER_COURT).page
    stranger.get_by_role("button", name="退出").click()
    stranger.get_by_label("用户名").fill(f"{COURT.removeprefix('渝')}.officer1")
    stranger.get_by_label("密码").fill(PASSWORD + "x")
    stranger.get_by_role("button", name="登录").click()
    expect(stranger.get_by_role("alert")).to_be_visible()
    expect(stranger.get_by_role("button", name="退出")).to_have_count(0)


def test_a_mistaken_paper_is_refused_beside_its_text_and_nothing_is_kept(seated: SignIn) -> None:
    clerk = seated("filing")
    on_day("2017-03-01")
    clerk.go("/cases/new/")
    clerk.page.get_by_label("或粘贴文书全文").fill(paper("wages.txt"))
    clerk.page.get_by_role("button", name="识读文书").click()
    clerk.fill("effective_on", "2017-01-10")
    clerk.fill("sums.0.amount", "五万块")
    clerk.page.get_by_role("button", name="确认收案").click()
    clerk.sees("需要改正", "请填写“案由”", "金额")
    clerk.go("/cases/")
    expect(clerk.page.locator("main")).not_to_contain_text("李大山")
