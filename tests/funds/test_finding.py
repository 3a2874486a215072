"""Guessing whose money a line is: what is written in odd ways, who is called alike, what is only round."""

from __future__ import annotations

import pytest

from zhixing.funds.recognising.counting import reliability
from zhixing.funds.recognising.finding import Finder, Paid
from zhixing.funds.recognising.index import Index, Known, Register
from zhixing.funds.recognising.names import core, plain
from zhixing.funds.recognising.numbers import Writings, said
from zhixing.funds.recognising.strings import Strings, one_apart
from zhixing.funds.recognising.weights import LEVELS, invented, learned

CASES = (
    Known("（2017）渝0235执1234号", ("张伟",), ("重庆恒达商贸有限公司",), (500_000_00,), ("123X",)),
    Known("（2017）渝0235执1243号", ("李强",), ("王芳",), (12_345_67,)),
    Known("（2017）渝0112执1234号", ("重庆市盛祥建筑工程有限公司",), ("王芳",), (500_000_00,)),
    Known("（2015）渝北法民执字第00088号", ("买买提·艾力",), ("陈静",), (80_000_00, 5_000_00)),
    *(
        Known(f"（2018）渝0235执{serial}号", ("王伟",), ("某银行",), (serial * 100_00,))
        for serial in range(1, 41)
    ),
)
INDEX = Index(Register.of(CASES))


def first(text: str, name: str = "", amount: int = 1_00) -> tuple[str, float]:
    """The likeliest case of a payment, by number, and its probability."""
    found = Finder(INDEX, invented()).find([Paid(amount, name, "", text)])[0]
    return (CASES[found[0].row].number, found[0].probability) if found else ("", 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "（2017）渝0235执1234号",
        "(2017)渝0235执字第1234号执行款",
        "2017渝0235執1234",
        "案号：〔２０１７〕渝0235执1234号",
        "（2017） 渝0235 执 1234 号 5000元",
        "2017年渝O235执1234号",
        "17年渝0235执1234",
    ],
)
def test_a_number_is_read_in_the_ways_people_write_it(text: str) -> None:
    number, probability = first(text, "张伟")
    assert number == "（2017）渝0235执1234号" and probability > 0.99


@pytest.mark.parametrize(
    "text",
    [
        "（2017）渝0235执1324号",
        "（2017）渝0235直1234号",
        "2017执1234",
        "（2016）渝0235执1234号",
        "1234号案",
        "渝0325执1234号",
    ],
)
def test_a_slip_in_the_number_is_forgiven_whom_the_name_speaks_for(text: str) -> None:
    assert first(text, "张伟")[0] == "（2017）渝0235执1234号"
    assert first(text, "赵某某")[1] < 0.99


def test_the_old_form_is_read() -> None:
    for text in ("（2015）渝北法民执字第88号", "2015渝北法执字第00088号"):
        assert first(text, "买买提.艾力")[0] == CASES[3].number


def test_the_numbers_of_other_proceedings_are_not_ours() -> None:
    fees, ours = said(["（2017）渝0235民初1234号诉讼费", "（2017）渝0235执恢9号"]).texts()
    told = Writings([fees, ours])
    assert told.counts.tolist() == [0, 1] and (told.courts, told.types) == (["渝0235"], ["执恢"])
    assert (told.year[0], told.serial[0], told.sure[0]) == (2017, 9, True)


def test_a_neighbours_number_does_not_outweigh_the_name() -> None:
    number, probability = first("（2017）渝0235执1243号", "张伟")
    assert probability < 0.99  # 1243 is 李强's; 1234, two figures changed about, is 张伟's
    assert number in (CASES[0].number, CASES[1].number)


@pytest.mark.parametrize(
    "name",
    [
        "重庆盛祥建筑工程有限责任公司",
        "盛祥建筑工程",
        "重慶市盛祥建築工程有限公司",
        "重庆市盛祥建筑工程",
        "重庆市盛祥建筑",
    ],
)
def test_an_organisation_is_known_under_its_other_names(name: str) -> None:
    assert first("还款", name)[0] == CASES[2].number


def test_of_many_namesakes_the_sum_tells_which_and_without_it_nobody_is_sure() -> None:
    number, probability = first("还款", "王伟", 17 * 100_00)
    assert number == "（2018）渝0235执17号" and probability > 0.5
    assert first("还款", "王伟", 99)[1] < 0.05


def test_who_pays_for_another_is_found_by_the_name_in_the_text() -> None:
    assert first("代李强还款", "某某公司")[0] == CASES[1].number
    assert first("身份证尾号123X", "张 伟")[0] == CASES[0].number


def test_nothing_speaks_for_a_stranger() -> None:
    assert first("货款", "孙某某") == ("", 0.0)
    none = Finder(Index(Register.of(())), invented())
    assert list(none.find([Paid(1, "张伟", "", "（2017）渝0235执1234号")])) == [()]


def test_an_account_that_paid_before_outweighs_the_namesakes() -> None:
    finder = Finder(INDEX, invented(), {"6222": [20]})
    found = finder.find([Paid(99, "王伟", "6222", "还款")])[0]
    assert found[0].row == 20 and found[0].probability > 0.9


def test_probabilities_never_sum_to_more_than_one() -> None:
    finder = Finder(INDEX, invented())
    texts = ("（2017）渝0235执1234号、1243号", "执1243", "代张伟、李强还款")
    for found in finder.find([Paid(500_000_00, "王伟", "", text) for text in texts]):
        assert sum(each.probability for each in found) < 1


def test_names_are_made_plain_and_stripped() -> None:
    assert plain("重慶恒達商貿（有限公司） ") == "重庆恒达商贸有限公司"
    assert core("重庆市渝北区恒达商贸有限公司") == core("恒达商贸有限责任公司") == "恒达商贸"
    assert core("张伟") == ""


def test_one_slip_is_told_from_two() -> None:
    theirs = ("1235", "124", "1324", "12334", "1243", "2143", "1234")
    told = one_apart(Strings.of(["1234"] * 7), Strings.of(theirs)).tolist()
    assert told == [True, True, True, True, True, False, False]


def test_what_is_counted_moves_the_weights_and_little_moves_them_little() -> None:
    before = invented()
    pair = dict.fromkeys(LEVELS, "") | {"payer": "other", "named": "debtor"}
    few, many = learned([pair], {}, before), learned([pair] * 5000, {"none known": (4000, 5000)}, before)
    assert before.seen["payer", "other"] < few.seen["payer", "other"] < many.seen["payer", "other"]
    assert abs(few.seen["payer", "other"] - before.seen["payer", "other"]) < 0.01
    assert many.seen["year", "same"] == pytest.approx(before.seen["year", "same"])  # "" says nothing of it
    assert before.nowhere["none known"] < many.nowhere["none known"]


def test_reliability_says_how_often_it_was_right() -> None:
    finder = Finder(INDEX, invented())
    found = finder.find([Paid(1, "张伟", "", "（2017）渝0235执1234号")])[0]
    told = reliability([(found, 0), (found, 1), ((), None)])
    assert [(step, lines, right) for step, lines, _, right in told] == [(0.99, 2, 0.5)]
