"""Many strings at once are cut, hashed and compared as one after another."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from zhixing.funds.recognising.names import core, cores, plain, plain_signs
from zhixing.funds.recognising.numbers import Writings, figures, said
from zhixing.funds.recognising.strings import Strings, alike, found_in, one_apart

NAMES = (
    "",
    "张伟",
    "买买提·艾力",
    "重慶市渝北區恆達商貿有限公司",
    "重庆恒达商贸（个体工商户）",
    "内蒙古自治区盛祥集团公司",
    "四川省有限公司",
    "有限责任公司",
    "黑龙江省哈尔滨市顺和股份有限责任公司",
    "ＡＢＣ Trading 公司",
    "𠮷野家" * 100,
)


def slips(text: str) -> set[str]:
    """All that one slip makes of a text: a sign of a and b wrong, missing, added, or two neighbours changed about."""
    found = set()
    for place in range(len(text) + 1):
        before, after = text[:place], text[place:]
        found |= {before + sign + after for sign in "ab"}
        if after:
            found |= {before + sign + after[1:] for sign in "ab"} | {before + after[1:]}
        if len(after) > 1:
            found.add(before + after[1] + after[0] + after[2:])
    return found - {text}


def test_what_is_laid_out_comes_back() -> None:
    many = Strings.of(NAMES)
    assert many.texts() == list(NAMES)
    assert many.at(np.array([3, 0, 1])).texts() == [NAMES[3], "", "张伟"]
    assert many.told(plain_signs()).texts() == [plain(each) for each in NAMES]
    assert Strings.of(()).texts() == [] and len(Strings.of(()).hashes()) == 0


def test_equal_strings_have_one_hash_and_others_another() -> None:
    every = ["".join(signs) for size in range(5) for signs in product("abc", repeat=size)]
    hashes = Strings.of(every).hashes()
    assert len(set(hashes.tolist())) == len(every) and hashes[0] == 0
    backwards = Strings.of(every[::-1]).hashes()
    assert (backwards == hashes[::-1]).all()
    whole = Strings.of(["xabc"])
    part = Strings(whole.signs, whole.starts + 1, whole.ends).hashes()
    assert part[0] == hashes[every.index("abc")]


def test_one_slip_is_told_from_two_for_all_short_words() -> None:
    words = ["".join(signs) for size in range(5) for signs in product("ab", repeat=size)]
    pairs = list(product(words, words))
    told = one_apart(Strings.of([one for one, _ in pairs]), Strings.of([other for _, other in pairs]))
    assert told.tolist() == [other in slips(one) for one, other in pairs]


def test_common_beginnings_and_ends_are_counted() -> None:
    one, other = Strings.of(["abcd", "abc", "", "xbc"]), Strings.of(["abxd", "abc", "a", "abc"])
    assert alike(one, other).tolist() == [2, 3, 0, 0]
    assert alike(one, other, -1).tolist() == [1, 3, 0, 2]


def test_what_is_not_there_is_not_found() -> None:
    ordered = np.array([2, 5, 9], np.int64)
    assert found_in(ordered, np.array([9, 1, 5, 10], np.int64)).tolist() == [2, -1, 1, -1]
    assert found_in(ordered[:0], np.array([9], np.int64)).tolist() == [-1]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("重庆市渝北区恒达商贸有限公司", "恒达商贸"),
        ("黑龙江省盛祥物流股份有限责任公司", "盛祥物流"),
        ("成都顺和餐饮管理个体工商户", "成都顺和餐饮管理"),
        ("渝北区恒达商贸", "恒达商贸"),
        ("重庆市有限公司", "重庆市"),
        ("有限责任公司", ""),
        ("张三李", ""),
    ],
)
def test_the_core_of_a_name_is_what_place_and_form_leave(name: str, short: str) -> None:
    assert core(name) == short
    assert cores(Strings.of(["张伟", name, "某某"])).texts()[1] == short


def test_texts_are_read_each_for_itself() -> None:
    texts = ("（2017）渝0235执12", "34号", "", "执行款\n5000 元", "2017 0235 执7 8期")
    made = said(texts)
    assert made.texts() == ["2017渝0235执12", "34号", "", "执行款5000元", "2017 0235执7 8期"]
    numbers = Writings(made.texts())
    assert numbers.counts.tolist() == [1, 1, 0, 0, 1]
    assert numbers.serial.tolist() == [12, 34, 7] and numbers.year.tolist() == [2017, 0, 0]
    assert [numbers.courts[each] for each in numbers.court] == ["渝0235", "", "0235"]
    assert [numbers.types[each] for each in numbers.type] == ["执", "", "执"]
    of, found = figures(made)
    assert list(zip(of.tolist(), found.texts(), strict=True)) == [
        (0, "2017"), (0, "0235"), (3, "5000"), (4, "2017"), (4, "0235"),
    ]  # fmt: skip


def test_two_blanks_part_two_figures_as_one_does() -> None:
    (text,) = said(["渝0301执恢1493， 71期"]).texts()
    assert text == "渝0301执恢1493 71期" and Writings([text]).serial.tolist() == [1493]
