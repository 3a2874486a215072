"""The main pages in English, as a browser has them: what is Chinese says so, and is nothing the platform can say in English."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.cast import assigned
from tests.stories.conftest import SignIn
from zhixing.languages.speaking import in_english

TEXTS = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode()); ) {
    const text = node.textContent.trim(), holder = node.parentElement;
    if (/[\u3400-\u9fff]/.test(text) && !holder.closest("script, style, [lang='zh-Hans'] > button, button[lang]"))
      found.push([Boolean(holder.closest('[lang="zh"]')), text]);
  }
  return found;
}"""
PAGES = (
    "/",
    "/cases/",
    "/cases/new/",
    "/cases/{case}/",
    "/cases/{case}/owed/",
    "/cases/{case}/acts/cases.enforcement_notice_issued/",
    "/cases/{case}/acts/closing.fulfilled/",
    "/cases/{case}/entries/5/correct/",
    "/cases/{case}/documents/",
    "/parties/1/",
    "/catalogue/cases.filed/",
    "/law/民诉法/251/",
    "/account/",
    "/account/tokens/",
    "/search/?q=李大山",
)


def chinese(page: Page) -> list[tuple[bool, str]]:
    """The Chinese texts of a page, and whether each is marked as such."""
    return [(bool(marked), str(text)) for marked, text in page.evaluate(TEXTS)]


@pytest.mark.parametrize("seat", ["officer1", "filing"])
def test_what_is_chinese_on_an_english_page_says_so_and_is_a_name(seated: SignIn, seat: str) -> None:
    reader = seated(seat)
    case = assigned()
    reader.page.get_by_role("button", name="English").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    found: dict[str, list[tuple[bool, str]]] = {}
    for address in PAGES:
        reader.go(address.format(case=case))
        found[address] = chinese(reader.page)
    texts = [(address, marked, text) for address, each in found.items() for marked, text in each]
    assert any(marked and text == "李大山" for _, marked, text in texts)
    assert [(address, text) for address, marked, text in texts if not marked] == []
    assert [(address, text) for address, _, text in texts if in_english(text) != text] == []


def test_an_unmarked_word_would_be_found(seated: SignIn) -> None:
    reader = seated("officer1")
    reader.go("/account/")
    assert any(not marked for marked, _ in chinese(reader.page))
