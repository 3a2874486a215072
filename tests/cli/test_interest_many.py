"""`zhixing interest FILE.csv`: each row is to the fen what it is alone; one without an answer comes back with cell and mend."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhixing.cli import interest_many, main
from zhixing.cli.interest_sheet import COLUMNS
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest import (
    Accrual,
    Debt,
    GeneralRate,
    NumberRate,
    Options,
    Payment,
    Per,
    Rate,
    Sum,
    TableRate,
    accrue,
)
from zhixing.law.money import plain
from zhixing.law.rates import Beyond, Table

HEAD = tuple(COLUMNS)
UNITS = {Per.DAY: "日", Per.MONTH: "月", Per.YEAR: "年"}
RATES: dict[str, Rate] = {
    "0.06": NumberRate(Fraction("0.06"), Per.YEAR, 360),
    "0.03%": NumberRate(Fraction("0.0003"), Per.DAY),
    "0.0189": NumberRate(Fraction("0.0189"), Per.MONTH),
    "1年期LPR": TableRate(Table.LPR_1Y, Fraction(4)),
    "贷款基准利率": TableRate(Table.BENCHMARK),
}
WORDS = {rate: words for words, rate in RATES.items()}
days = st.dates(date(2006, 1, 1), date(2026, 1, 1))
amounts = st.one_of(st.integers(1, 10**6), st.integers(1, 10**13))


@st.composite
def debts(draw: st.DrawFn) -> Debt:
    since = draw(days)
    until = draw(st.none() | st.none() | st.dates(since, date(2026, 6, 1)))
    rate = draw(st.none() | st.sampled_from(list(RATES.values())))
    due = draw(st.none() | days | days | days)
    paid = draw(st.lists(st.builds(Payment, days, amounts), max_size=4))
    general = (GeneralRate(rate, since, until),) if rate else ()
    return Debt((Sum(draw(amounts), due),), general, tuple(paid))


def cells(debt: Debt, to: date | None) -> dict[str, str]:
    """A debt as a row of the sheet would say it."""
    (owed,) = debt.sums
    said = {"本金": plain(owed.principal), "履行期限届满日": owed.due.isoformat() if owed.due else ""}
    for each in debt.general:
        said["起息日"] = f"{each.since.year}/{each.since.month}/{each.since.day}"  # as a spreadsheet does
        said["止息日"] = each.until.isoformat() if each.until else ""
        if isinstance(each.rate, NumberRate):
            said |= {"利率": WORDS[each.rate], "利率单位": UNITS[each.rate.per]}
            said["年天数"] = str(each.rate.year_days or "")
        else:
            said |= {"利率表": WORDS[each.rate], "倍数": str(each.rate.times)}
    said["清偿"] = "；".join(f"{each.on} {plain(each.amount)}" for each in debt.payments)
    return said | {"算至": to.isoformat() if to else ""}


def kept(path: Path, rows: Sequence[dict[str, str]], head: Sequence[str] = HEAD) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def told(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(deadline=None)
@given(st.lists(debts(), min_size=1, max_size=25), st.lists(days, min_size=1, max_size=2), st.booleans())
def test_a_sheet_says_to_the_fen_what_each_debt_says_alone(
    several: list[Debt], to: list[date], one_by_one: bool
) -> None:
    asked = [(debt, to[place % len(to)]) for place, debt in enumerate(several)]
    options = Options(benchmark_after_2019=Beyond.LPR)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(interest_many, "FEW", 1_000 if one_by_one else 1)
        patched.setattr(interest_many, "MOST_RATES", 2)
        path = kept(Path(folder) / "债权.csv", [cells(*each) for each in asked])
        main(["interest", str(path), "--reading", "benchmark_after_2019=lpr"])
        answers = {int(each["行"]): each for each in told(path.with_name("债权-利息.csv"))}
    for line, (debt, day) in enumerate(asked, start=2):
        answer = accrue(debt, day, options=options)
        if not isinstance(answer, Found):
            assert line not in answers
            continue
        grew, owed = answer.value, answer.value.outstanding
        figures = (
            grew.general,
            grew.doubled,
            owed.principal,
            owed.general,
            owed.doubled,
            owed.total,
            grew.surplus,
        )
        assert list(answers[line].values())[4:] == [plain(each) for each in figures], debt


def test_arrays_answer_what_they_can_and_few_rows_are_left_to_the_plain_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[Debt] = []

    def counted(debt: Debt, to: date, *, options: Options) -> Found[Accrual] | Undetermined:
        alone.append(debt)
        return accrue(debt, to, options=options)

    monkeypatch.setattr(interest_many, "accrue", counted)
    owed = Debt((Sum(5_000_000, date(2016, 3, 10)),), (), (Payment(date(2016, 5, 1), 1_000_000),))
    until = Debt(owed.sums, (GeneralRate(RATES["0.06"], date(2015, 1, 1), date(2016, 1, 1)),))
    path = kept(tmp_path / "债权.csv", [cells(each, date(2016, 8, 20)) for each in (*[owed] * 40, until)])
    assert main(["interest", str(path)]) == 0
    assert alone == [until]
    assert len(told(tmp_path / "债权-利息.csv")) == 41


@pytest.mark.parametrize(
    ("wrong", "column", "reason", "mend"),
    [
        ({"本金": "五万"}, "本金", "不是数字", "请填写以元为单位的数字"),
        ({"本金": ""}, "本金", "没有填", "请补上"),
        ({"履行期限届满日": ""}, "", "履行期间届满之日", "请补上"),
        ({"履行期限届满日": "2016-02-30"}, "履行期限届满日", "日历上没有", "请核对"),
        ({"利率": "0.0003", "起息日": "2015-01-01"}, "利率单位", "没有写明", "请填"),
        ({"利率": "0.0003", "利率单位": "日"}, "起息日", "没有填", "请补上"),
        ({"利率": "0.0003", "利率表": "lpr-1y", "起息日": "2015-01-01"}, "利率单位", "没有写明", "请填"),
        ({"利率表": "银行利率", "起息日": "2015-01-01"}, "利率表", "不认识", "选一个"),
        ({"利率": "0.06", "利率单位": "年", "年天数": "366", "起息日": "2015-01-01"}, "年天数", "360", ""),
        ({"清偿": "2016-05-01"}, "清偿", "不是日期加金额", "2016-05-01 20000.00"),
        ({"清偿": "2016-05-01 0"}, "清偿", "清偿金额为零", "请填写大于零"),
        ({"算至": "", "清偿": ""}, "算至", "没有填", "请补上"),
    ],
)
def test_a_row_that_cannot_be_read_comes_back_with_its_cell_and_how_to_mend_it(
    tmp_path: Path, wrong: dict[str, str], column: str, reason: str, mend: str
) -> None:
    good = {"编号": "甲", "本金": "50000.00", "履行期限届满日": "2016-03-10", "算至": "2016-08-20"}
    path = kept(tmp_path / "债权.csv", [good, good | wrong])
    assert main(["interest", str(path)]) == 1
    assert [each["编号"] for each in told(tmp_path / "债权-利息.csv")] == ["甲"]
    (back,) = told(tmp_path / "债权-退回.csv")
    assert (back["退回：原行"], back["退回：字段"]) == ("3", column)
    assert reason in back["退回：原因"] and mend in back["退回：改法"]


def test_rows_sent_back_are_corrected_there_and_asked_again(tmp_path: Path) -> None:
    path = kept(tmp_path / "债权.csv", [{"编号": "甲", "本金": "五万", "履行期限届满日": "2016-03-10"}])
    assert main(["interest", str(path), "--to", "2016-08-20"]) == 1
    back = tmp_path / "债权-退回.csv"
    back.write_text(back.read_text(encoding="utf-8-sig").replace("五万", "50000", 1), encoding="utf-8")
    assert main(["interest", str(back), "--to", "2016-08-20", "--output", str(tmp_path / "再算.csv")]) == 0
    (answer,) = told(tmp_path / "再算.csv")
    assert (answer["编号"], answer["加倍部分债务利息"]) == ("甲", "1426.25")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("本金,备注", "第 2 列“备注”不认识"),
        ("编号", "没有“本金”一列"),
        ("本金,principal", "“本金”有两列"),
        ("", "没有“本金”一列"),
    ],
)
def test_a_file_that_is_no_sheet_of_debts_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, said: str
) -> None:
    path = tmp_path / "债权.csv"
    path.write_text(f"{head}\n1,2\n", encoding="utf-8")
    assert main(["interest", str(path)]) == 2
    assert said in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["债权.csv"]


def test_codes_are_headings_too_and_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "debts.csv"
    path.write_bytes("id,principal,due,to\n甲,50000,2016-03-10,2016-08-20\n".encode("gb18030"))
    assert main(["interest", str(path)]) == 0
    assert told(tmp_path / "debts-利息.csv")[0]["编号"] == "甲"


def test_an_unknown_reading_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(tmp_path / "债权.csv", [])
    assert main(["interest", str(path), "--reading", "benchmark_after_2019=x"]) == 2
    assert "--reading.benchmark_after_2019" in capsys.readouterr().err
    assert main(["interest", str(path), "--reading", "nothing=1"]) == 2


def test_twenty_thousand_debts_take_seconds(tmp_path: Path) -> None:
    owed = {
        "本金": "50000.00",
        "履行期限届满日": "2016-03-10",
        "算至": "2017-06-15",
        "清偿": "2016-05-01 200；2016-09-01 9",
    }
    path = kept(tmp_path / "债权.csv", [owed | {"编号": str(place)} for place in range(20_000)])
    began = time.monotonic()
    assert main(["interest", str(path)]) == 0
    assert time.monotonic() - began < 20
