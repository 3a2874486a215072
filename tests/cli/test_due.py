"""`zhixing due`: the day on the first line, then why; what cannot be read is said on stderr, exit code 2."""

from __future__ import annotations

import argparse

import pytest

from zhixing.cli import due


def called(words: str) -> int:
    parser = argparse.ArgumentParser()
    due.add_arguments(parser)
    return due.run(parser.parse_args(words.split()))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("--from 2017-09-26 --days 5", "2017-10-09"),
        ("--from 2017-01-25 --working-days 5", "2017-02-07"),
        ("--from 2017-01-31 --months 1", "2017-02-28"),
        ("--from 2016-02-29 --years 1", "2017-02-28"),
        ("--from 2017-06-01 --months 6 --exclude 2017-07-01/2017-08-01", "2018-01-02"),
        (
            "--from 2017-06-01 --days 30 --exclude 2017-06-10/2017-06-20 --exclude 2017-06-15/2017-06-25",
            "2017-07-17",
        ),
    ],
)
def test_the_first_line_is_the_day_alone(words: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(words) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0] == day
    assert len(printed.out.splitlines()) > 1
    assert printed.err == ""


def test_why_follows_with_calendar_and_citation(capsys: pytest.CaptureFixture[str]) -> None:
    called("--from 2017-06-01 --days 10 --exclude 2017-06-05/2017-06-07")
    lines = capsys.readouterr().out.splitlines()
    assert "扣除2017-06-05至2017-06-06（首尾均含）共2日" in lines
    assert "日历：2026: 国办发明电〔2025〕7号" in lines
    assert lines[-1].startswith("依据：《民事诉讼法》（2012修正）第82条")


def test_an_exclusion_outside_the_period_is_said_to_have_no_effect(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called("--from 2017-06-01 --days 8 --exclude 2017-08-01/2017-08-03")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2017-06-09"
    assert "2017-08-01至2017-08-02（首尾均含）不在期限之内的部分不扣除" in lines


def test_a_year_not_announced_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    called("--from 2027-03-01 --days 10")
    assert "2027年的放假安排尚未公布" in capsys.readouterr().out


def test_a_year_before_the_calendar_is_undetermined(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("--from 2003-01-06 --days 10") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "不能确定" in printed.err and "2003年的放假安排" in printed.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--days 3", "--from：没有给出起算之日"),
        ("--from 2017-02-30 --days 3", "日历上没有“2017-02-30”这一天"),
        ("--from 20170203 --days 3", "--from：“20170203”不是日期"),
        ("--from 2017-02-03", "没有给出期限"),
        ("--from 2017-02-03 --days 3 --months 2", "同时给出了--days、--months"),
        ("--from 2017-02-03 --days 0", "--days：“0”不是正整数"),
        ("--from 2017-02-03 --days -3", "--days：“-3”不是正整数"),
        ("--from 2017-02-03 --working-days 1.5", "--working-days：“1.5”不是正整数"),
        ("--from 2017-02-03 --months 三", "--months：“三”不是正整数"),
        ("--from 2017-02-03 --days 99999999", "超出日历范围"),
        ("--from 2017-02-03 --years 9999", "超出日历范围"),
        ("--from 2017-02-03 --days 3 --exclude 2017-02-05", "--exclude：“2017-02-05”缺少“/”"),
        ("--from 2017-02-03 --days 3 --exclude 2017-02-05/x", "--exclude：“x”不是日期"),
        ("--from 2017-02-03 --days 3 --exclude 2017-02-05/2017-02-05", "不含任何一日"),
    ],
)
def test_what_cannot_be_read_is_said_on_stderr(
    words: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err and "请" in printed.err
