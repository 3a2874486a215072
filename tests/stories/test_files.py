"""A clerk sends an envelope's picture with an act: the dry run goes on, a mistake loses nothing, the file is there afterwards."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FilePayload, expect

from tests.cast import assigned
from tests.stories.conftest import SignIn
from tests.stories.seat import on_day
from tests.stories.test_pages import violations
from zhixing.cases.acts.notice import ServiceAttempted

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(300_000)


def test_a_file_goes_with_an_act_and_survives_a_mistake(seated: SignIn) -> None:
    on_day("2017-06-15")
    officer = seated("officer1")
    case = assigned()
    page = officer.page
    sent: list[int] = []
    page.on(
        "request",
        lambda each: sent.append(len(each.post_data_buffer or b"")) if "?dry=1" in each.url else None,
    )
    officer.go(f"/cases/{case}/acts/{ServiceAttempted.tag()}/")
    for name, value in {
        "document": "other",
        "method": "mail",
        "outcome": "returned",
        "on": "2017-06-15",
    }.items():
        officer.fill(name, value)
    page.locator('[name="to"]').select_option(index=1)
    chosen: FilePayload = {"name": "信封.png", "mimeType": "image/png", "buffer": PICTURE}
    page.get_by_label("送达证明").set_input_files([chosen])
    page.get_by_label("交邮、公告日期").fill("2017-06-01")
    page.get_by_role("button", name="送达", exact=True).click()
    expect(page.get_by_label("已上传 信封.png（293 KB）")).to_be_checked()
    assert sent and max(sent) < 10_000, "a dry run sends the file's name, not the file"
    page.get_by_label("原因").fill("收件人外出")
    page.locator("#enter").click()
    officer.told("已录入")
    page.get_by_text("内容", exact=True).first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="信封.png（293 KB）").first.click()
    assert download.value.suggested_filename == "信封.png"
    assert Path(download.value.path()).read_bytes() == PICTURE


def test_the_form_with_a_file_is_accessible(seated: SignIn) -> None:
    officer = seated("officer1")
    case = assigned()
    assert not violations(officer, f"/cases/{case}/acts/{ServiceAttempted.tag()}/")
