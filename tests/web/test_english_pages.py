"""Every page in English: what is left in Chinese is what people are called or wrote, never the platform's own words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from django.test import Client

from tests.cast import begin, who
from tests.plan.life import PLAN
from tests.web.test_permissions import paths
from zhixing.languages.speaking import HAN
from zhixing.people.models import Department, Officer, Post

SHOWN = ("placeholder", "title", "aria-label", "data-label", "alt")
NOT_READ = ("script", "style", "template")
PAPERS = ("document", "document-word", "volume", "case-export")
# Case numbers, and the words the cast used: a cause, a reason, a party's name.
WRITTEN = re.compile(
    r"（\d{4}）\S+?号|渝\d+|中文|追索劳动报酬纠纷|工作调整|工资.*|系列案件|(李大山|赵小川)(（\S+?）)?|\S+法院|“[^”]*”|\S+有限公司|农业银行云阳支行|买卖合同纠纷|小型轿车(一辆)?|李付款"
)

# What the plan of the cast says, and the phrases that reading a plan knows, are quoted in their own words.
DRAFT = "方案.txt 一、工作措施 1、建台账。责任部门：执行局"  # of tests.web.test_permissions
PHRASES = Path(__file__).parents[2] / "docs" / "plan-reading.md"
RUN = re.compile(r"[\u3400-\u9fff\d〔〕%—]+")
MARKED = re.compile(r'<span lang="zh">([^<]*)</span>')


class Words(HTMLParser):
    """The words a reader sees or hears on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what is not read; take the attributes that are."""
        if tag in NOT_READ:
            self.inside.append(tag)
        self.found += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not read."""
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if not self.inside and data.strip():
            self.found.append(data.strip())


def words(page: str) -> list[str]:
    """The words of a page that have Chinese in them and are nobody's name."""
    reader = Words()
    reader.feed(MARKED.sub(r"\1", page))
    names = {*Officer.objects.values_list("name", flat=True), *Post.objects.values_list("title", flat=True)}
    names |= set(Department.objects.values_list("name", flat=True))
    data = re.compile("|".join([WRITTEN.pattern, *map(re.escape, sorted(names, key=len, reverse=True))]))
    written = DRAFT + "".join(str(each) for each in msgspec.to_builtins(PLAN).items()) + PHRASES.read_text()
    return [
        text
        for text in reader.found
        if any(run not in written for run in RUN.findall(data.sub("", text)) if HAN.search(run))
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("username", ["officer1", "filing", "director"])
def test_every_page_speaks_english(username: str) -> None:
    addresses = paths()
    officer = Officer.objects.get(pk=who(username).id)
    officer.language = "en"
    officer.save()
    client = Client()
    client.force_login(officer)
    left: dict[str, list[str]] = {}
    for name, path in addresses.items():
        if name in PAPERS:
            continue
        answer = client.get(path)
        if answer.status_code == 200 and "text/html" in answer.headers["Content-Type"]:
            page = answer.content.decode()
            assert '<html lang="en">' in page
            if chinese := words(page):
                left[name] = sorted(set(chinese))
    assert not left, "\n".join(f"{name}: {text}" for name, texts in left.items() for text in texts)


@pytest.mark.django_db
def test_the_switch_is_kept_and_the_browser_is_asked_first() -> None:
    begin()
    stranger = Client(headers={"accept-language": "en-GB"})
    assert "Sign in to the enforcement platform" in stranger.get("/sign-in/").content.decode()
    assert "登录执行办案平台" in Client().get("/sign-in/").content.decode()
    stranger.post("/language/", {"language": "zh-hans", "next": "/sign-in/"})
    assert "登录执行办案平台" in stranger.get("/sign-in/").content.decode()
    client = Client()
    client.force_login(Officer.objects.get(pk=who("officer1").id))
    assert client.post("/language/", {"language": "en", "next": "//evil.example"}).headers["Location"] == "/"
    assert Officer.objects.get(pk=who("officer1").id).language == "en"
    assert "Desk</a>" in client.get("/").content.decode()
