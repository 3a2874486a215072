"""Whatever the platform says in Chinese it can say in English; what cannot be said is named with its place."""

from __future__ import annotations

import ast
import re

import pytest
from tests.repo import said

from zhixing.languages.catalogue import files, messages
from zhixing.languages.speaking import in_english
from zhixing.law.texts import say

PLACES = re.compile(r"\{\w*\}|%\(\w+\)s")


def catalogues() -> dict[str, str]:
    """All entries of all rooms."""
    return {
        each.source: each.texts.get(0, "")
        for path in files()
        for each in messages(path.read_text(encoding="utf-8"))
    }


def test_everything_said_in_chinese_has_its_english() -> None:
    known = catalogues()
    lacking = [f"{each.place}: {each.text}" for each in said.everything() if not known.get(each.text)]
    assert not lacking, f"{len(lacking)} texts without English:\n" + "\n".join(lacking)


def test_templates_keep_their_chinese_inside_translate_tags() -> None:
    assert [f"{each.place}: {each.text}" for each in said.outside_tags()] == []


def test_no_entry_is_left_over_and_no_text_has_two_translations() -> None:
    spoken = {each.text for each in said.everything()}
    entries = [each for path in files() for each in messages(path.read_text(encoding="utf-8"))]
    assert [each.source for each in entries if each.source not in spoken] == []
    several: dict[str, set[str]] = {}
    for each in entries:
        several.setdefault(each.source, set()).add(each.texts.get(0, ""))
    assert {source: texts for source, texts in several.items() if len(texts) > 1} == {}


def test_the_english_has_the_same_places_as_the_chinese() -> None:
    entries = [each for path in files() for each in messages(path.read_text(encoding="utf-8"))]
    wrong = [
        (each.source, english)
        for each in entries
        for number, english in each.texts.items()
        if set(PLACES.findall(each.source)) != set(PLACES.findall(english))
        and not (each.plural and not number)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("立案", "Filing"),
        ("还有 3 天", "3 days left"),
        ("“立案”须经院长批准", "“Filing” needs the approval of the president of the court"),
        ("民诉法 第253条第1款", "CPL Art. 253 para. 1"),
        (
            "《民事诉讼法》（2017修正）第253条",
            "Civil Procedure Law of the People's Republic of China (2017 amendment) Art. 253",
        ),
        ("法释〔2014〕8号 第1条", "Fa Shi [2014] No. 8 Art. 1"),
        ("执行员、书记员", "enforcement officer, court clerk"),
        ("李大山（申请执行人）、赵小川（被执行人）", "李大山 (Applicant for enforcement), 赵小川 (Debtor)"),
        ("收到申请：买卖合同纠纷", "Application received: 买卖合同纠纷"),
        ("1 · 2017-06-12 录入请求事项：工资", "1 · 2017-06-12 Enter a claim: 工资"),
        ("二〇一七年六月十五日", "2017-06-15"),
        ("年利率6%÷365", "Annual rate 6%÷365"),
        ("他说：没有钱", "他说：没有钱"),
        ("张三说他没有钱", "张三说他没有钱"),
    ],
)
def test_a_sentence_is_found_again_by_itself_its_template_or_its_parts(chinese: str, english: str) -> None:
    assert in_english(chinese) == english


def test_a_text_is_said_by_its_template_with_what_stands_in_it() -> None:
    inner = say("“{label}”的日期 {on} 早于收案日 {first}", label="立案", on="2017-06-01", first="2017-06-03")
    assert in_english(inner) == "The date of “Filing”, 2017-06-01, is before the intake on 2017-06-03"


def test_a_string_without_english_would_be_found() -> None:
    tree = ast.parse('"""说明"""\nraise ValueError(f"没有“{name}”这种东西")\nx = cite("民诉法", 1)')
    assert list(said._literals(tree)) == [(2, "没有“{0}”这种东西")]
