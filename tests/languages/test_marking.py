"""What stays Chinese on an English page says so, wherever it stands, and nothing else is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.languages.marking import marked


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<p>Case of 李大山 today</p>", '<p>Case of <span lang="zh">李大山</span> today</p>'),
        ("<b>（2017）渝0235执1号</b>", '<b><span lang="zh">（2017）渝0235执1号</span></b>'),
        ("<option>李大山</option>", '<option lang="zh">李大山</option>'),
        ('<textarea name="a">判决</textarea>', '<textarea name="a" lang="zh">判决</textarea>'),
        (
            '<div lang="zh"><p>原文</p></div><p>名</p>',
            '<div lang="zh"><p>原文</p></div><p><span lang="zh">名</span></p>',
        ),
        ('<input value="李大山"><p>李</p>', '<input value="李大山"><p><span lang="zh">李</span></p>'),
        ("<script>let a = '李'</script><!-- 李 -->", "<script>let a = '李'</script><!-- 李 -->"),
        ("<p>No Chinese</p>", "<p>No Chinese</p>"),
        ("<p>Full stop。</p>李", '<p>Full stop。</p><span lang="zh">李</span>'),
        (
            "<ul><li>one<li>李</ul>王",
            '<ul><li>one<li><span lang="zh">李</span></ul><span lang="zh">王</span>',
        ),
    ],
)
def test_each_run_of_chinese_is_marked_once(page: str, says: str) -> None:
    assert marked(page) == says


@given(st.text(alphabet="李大（）2a </>pb\n。"))
def test_nothing_is_lost_or_changed_but_for_the_marks(text: str) -> None:
    assert re.sub(r'<span lang="zh">|</span>| lang="zh"', "", marked(text)) == re.sub(r"</span>", "", text)
