"""Many payments at once: each is judged as if it were alone, and each level as one would read it."""

from __future__ import annotations

import pytest
from bench.bank_lines import cases, lines

from zhixing.funds.recognising import finding
from zhixing.funds.recognising.counting import counted
from zhixing.funds.recognising.finding import Finder, Likely, Paid
from zhixing.funds.recognising.in_view import MANY
from zhixing.funds.recognising.index import Index, Known, Register
from zhixing.funds.recognising.names import core, plain
from zhixing.funds.recognising.numbers import said
from zhixing.funds.recognising.weights import ACCOUNT, APPLICANT, LEVELS, NAMED, PAYER, SUM, TAIL, invented

SEED, CASES, LINES = 5, 3_000, 600
KNOWN = cases(CASES, SEED)
JUDGED = lines(KNOWN, LINES, SEED)
REGISTER = [
    Known(
        each.number,
        each.debtors,
        each.applicants,
        (each.owed, each.instalment) if each.instalment else (each.owed,),
        each.tails,
        each.accounts,
    )
    for each in KNOWN
]
PAID = [Paid(each.line.amount, each.line.name, each.line.account, each.line.text) for each in JUDGED]
BEFORE = {each.account: [row % CASES, 7] for row, each in enumerate(PAID) if row % 9 == 0 and each.account}
FINDER = Finder(Index(Register.of(REGISTER)), invented(), BEFORE)


@pytest.fixture(scope="module")
def found() -> list[tuple[Likely, ...]]:
    """What is found for the lines."""
    return list(FINDER.find(PAID))


def test_who_pays_beside_whom_changes_nothing(
    found: list[tuple[Likely, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "AT_ONCE", 7)
    for one, other in zip(found, FINDER.find(PAID), strict=True):
        assert [(each.row, each.levels) for each in one] == [(each.row, each.levels) for each in other]
        assert [each.probability for each in one] == pytest.approx([each.probability for each in other])
    assert list(FINDER.find([])) == []


def test_the_first_of_each_line_is_its_likeliest(found: list[tuple[Likely, ...]]) -> None:
    rows, chances = (each.tolist() for each in FINDER.find(PAID).first())
    assert rows == [each[0].row if each else -1 for each in found]
    assert chances == [each[0].probability if each else 0 for each in found]


def test_what_is_said_for_certain_is_right_and_is_most(found: list[tuple[Likely, ...]]) -> None:
    sure = [
        (likely[0].row, each.case)
        for likely, each in zip(found, JUDGED, strict=True)
        if likely and likely[0].probability > 0.99
    ]
    assert len(sure) > 0.7 * LINES and sum(row == case for row, case in sure) >= len(sure) - 1


def test_the_likeliest_stands_first_and_together_they_are_no_more_than_one(
    found: list[tuple[Likely, ...]],
) -> None:
    for likely in found:
        chances = [each.probability for each in likely]
        assert chances == sorted(chances, reverse=True) and sum(chances) <= 1
        assert len({each.row for each in likely}) == len(likely)


def test_every_level_is_what_one_reads(found: list[tuple[Likely, ...]]) -> None:
    seen = set()
    for paid, likely in zip(PAID, found, strict=True):
        for each in likely:
            told = dict(zip(LEVELS, each.levels, strict=True))
            if each.probability == finding.BEYOND_DOUBT:
                assert plain(paid.name) in map(plain, REGISTER[each.row].debtors)
                continue
            seen |= set(told.items())
            assert told == told | read(paid, REGISTER[each.row], each.row)
    assert {(PAYER, "near"), (NAMED, "debtor"), (SUM, "due"), (ACCOUNT, "before"), (TAIL, "same")} <= seen


def read(paid: Paid, case: Known, row: int) -> dict[str, str]:
    """The levels of payment and case as one reads them, but for those of the number and of names that are only near."""
    name, (text,) = plain(paid.name), said([paid.text]).texts()
    debtors = [plain(each) for each in case.debtors]
    cores = [core(each) for each in debtors]
    levels = {
        NAMED: "debtor"
        if any(each in text and each != name for each in debtors)
        else "variant"
        if any(each and each in text and each != core(name) for each in cores)
        else "no",
        APPLICANT: "named" if any(each in text and each != name for each in case.applicants) else "no",
        SUM: "due" if paid.amount in case.sums else "other",
        ACCOUNT: "before"
        if row in BEFORE.get(paid.account, ())
        else "known"
        if paid.account in case.accounts and paid.account
        else "other",
        TAIL: "same" if any(each in text and each.isdigit() for each in case.tails) else "no",
    }
    if levels[TAIL] == "same":
        del levels[TAIL]  # it may stand inside a longer figure
    if name in debtors:
        levels[PAYER] = "debtor"
    elif core(name) and cores[0] == core(name):
        levels[PAYER] = "variant"
    return levels


def test_of_many_namesakes_those_are_looked_at_to_whom_sum_or_serial_points() -> None:
    crowd = [Known(f"（2018）渝0235执{serial}号", ("王伟",), (), (serial * 100,)) for serial in range(1, 60)]
    finder = Finder(Index(Register.of(crowd)), invented())
    by_sum, by_serial, by_nothing = finder.find(
        [Paid(1700, "王伟", "", ""), Paid(1, "王伟", "", "执23号"), Paid(1, "王伟", "", "还款")]
    )
    assert [each.row for each in by_sum] == [16] and 22 in [each.row for each in by_serial]
    assert by_nothing == () and len(crowd) > MANY


def test_a_name_that_was_cut_off_is_known_unless_it_begins_many() -> None:
    firms = [
        Known(f"（2018）渝0235执{serial}号", (f"重庆市盛祥{trade}有限公司",))
        for serial, trade in enumerate(("建筑工程", "建筑劳务", "物流", "商贸", "科技"), 1)
    ]
    finder = Finder(Index(Register.of(firms)), invented())
    found = finder.find(
        [Paid(1, name, "", "") for name in ("重庆市盛祥建筑", "重庆市盛祥建筑工程有限", "重庆市盛祥市场")]
    )
    assert [{each.row for each in likely} for likely in list(found)[:2]] == [{0, 1}, {0}]
    assert finder.index.cut(finder.seen([Paid(1, "重庆市盛祥", "", "")]).names)[0].tolist() == []


def test_cases_without_parties_and_lines_without_words_are_borne() -> None:
    bare = [
        Known("（2018）渝0235执1号", ()),
        Known("不成案号", ("",), ("",), (), ("",), ("",)),
        Known("", ()),
    ]
    finder = Finder(Index(Register.of(bare)), invented())
    found = finder.find(
        [Paid(0, "", "", ""), Paid(0, "", "", "（2018）渝0235执1号"), Paid(0, "\n", "", "\n执1号\n")]
    )
    assert found[0] == () and found[1][0].row == found[2][0].row == 0
    assert Finder(Index(Register.of(())), invented()).find([PAID[0]])[0] == ()


def test_what_is_counted_on_lines_is_near_what_was_counted_on_many() -> None:
    told = counted(FINDER, PAID, [each.case for each in JUDGED])
    assert len(told.judged) == LINES and sum(many for _, many in told.nowhere.values()) == LINES
    assert len(told.pairs) == sum(each.case is not None for each in JUDGED)
    weights = told.weights()
    for level in (("serial", "same"), ("payer", "debtor"), ("named", "no")):
        assert weights.seen[level] == pytest.approx(invented().seen[level], abs=0.1)
