"""`zhixing due`: the last day of a period, and why.

The first line is the day alone (2017-10-09), for other programs; what follows is for people. An excluded span
is half-open as everywhere: of A/B, A is left out and B counts again. Exit 2: what was asked is not understood;
1: understood, but the law's calendar does not reach there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zhixing.law import norms
from zhixing.law.answers import Undetermined
from zhixing.law.periods import Due, Period, Span, days, due, months, working_days, years
from zhixing.law.texts import Text, say

_MOST_DIGITS = 7  # of a count; the years 1 to 9999 have fewer days than this
_UNITS: dict[str, Callable[[int], Period]] = {
    "--days": days,
    "--working-days": working_days,
    "--months": months,
    "--years": years,
}


@dataclass(frozen=True, slots=True)
class _Misread(Exception):
    """What is wrong, where, and how to mend it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}。{self.mend}。"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command; `run` checks them, so that it can say in Chinese what is wrong."""
    parser.add_argument("--from", dest="start", metavar="DATE", help="起算之日，当日不计入，例如 2017-06-15")
    for option, unit in (
        ("--days", "日"),
        ("--working-days", "工作日"),
        ("--months", "月"),
        ("--years", "年"),
    ):
        parser.add_argument(option, metavar="N", help=f"期限，按{unit}计；四种单位任选其一")
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="A/B",
        help="扣除的期间，自A起，至B前一日止（B日恢复计算）；可重复",
    )


def run(args: argparse.Namespace) -> int:
    """Print the day a period ends and why; 2 when the arguments cannot be read, 1 when undetermined."""
    try:
        start, period, excluded = _read(args)
        answer = due(start, period, excluded=excluded)
    except (_Misread, ValueError) as error:
        print(f"参数有误：{error}", file=sys.stderr)
        return 2
    if isinstance(answer, Undetermined):
        print(f"不能确定，尚缺：{'；'.join(str(each) for each in answer.missing)}", file=sys.stderr)
        return 1
    print(answer.value.day.isoformat())
    for reason in (*answer.because, *_without_effect(answer.value, excluded)):
        print(reason)
    print(f"日历：{answer.value.calendar_version}")
    print(f"依据：{'；'.join(norms.shown(answer.cites, start))}")
    return 0


def _without_effect(found: Due, asked: list[Span]) -> list[Text]:
    """The spans asked for that lie outside the period, in whole or before its first day."""
    return [
        say("{span}不在期限之内的部分不扣除", span=span)
        for span in asked
        if not any(left.since <= span.since and span.until <= left.until for left in found.excluded)
    ]


def _read(args: argparse.Namespace) -> tuple[date, Period, list[Span]]:
    start: str | None = args.start
    if start is None:
        raise _Misread("--from", "没有给出起算之日", "请写成 --from 2017-06-15")
    excluded: list[str] = args.exclude
    return _date("--from", start), _period(args), [_span(words) for words in excluded]


def _period(args: argparse.Namespace) -> Period:
    given: dict[str, str] = {
        option: getattr(args, option.removeprefix("--").replace("-", "_"))
        for option in _UNITS
        if getattr(args, option.removeprefix("--").replace("-", "_")) is not None
    }
    if len(given) != 1:
        what = f"同时给出了{'、'.join(given)}" if given else "没有给出期限"
        raise _Misread("期限", what, f"请在{'、'.join(_UNITS)}中写一个，例如 --days 15")
    option, words = next(iter(given.items()))
    if not re.fullmatch(r"[0-9]+", words) or int(words[: _MOST_DIGITS + 1]) == 0:
        raise _Misread(option, f"“{words}”不是正整数", f"请写成 {option} 15")
    if len(words) > _MOST_DIGITS:
        raise _Misread(option, f"“{words[:20]}”超出日历范围", "请核对期限长短")
    return _UNITS[option](int(words))


def _span(words: str) -> Span:
    since, slash, until = words.partition("/")
    if not slash:
        raise _Misread("--exclude", f"“{words}”缺少“/”", "请写成 起日/恢复之日，例如 2017-06-20/2017-06-25")
    first, again = _date("--exclude", since), _date("--exclude", until)
    if first >= again:
        raise _Misread(
            "--exclude",
            f"“{words}”不含任何一日",
            "恢复之日须晚于起日；只扣除一日请写成 2017-06-20/2017-06-21",
        )
    return Span(first, again)


def _date(where: str, words: str) -> date:
    mend = "请写成四位年-两位月-两位日，例如 2017-06-15"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        raise _Misread(where, f"“{words}”不是日期", mend)
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise _Misread(where, f"日历上没有“{words}”这一天", mend) from None
