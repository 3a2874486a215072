"""Statements that a bank sends in several pages, under one number, with interim balances (ITBD) between them.

Pages in one file are put together: all of them, in their order, each beginning where the last one ended; or, where each repeats
the balances of the whole, their lines together. A page that comes in a file of its own stays by itself, numbered by its page:
it is taken in when the page before it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zhixing.funds.statement import Line, Statement, StatementRefused, in_yuan
from zhixing.law.texts import say


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a statement: which one it is, and whether it is the last."""

    statement: Statement
    number: int
    last: bool


def joined(pages: Sequence[Page]) -> tuple[Statement, ...]:
    """The statements of these pages, in the order met. Raises StatementRefused: a page is missing or does not follow."""
    together: dict[tuple[str, str], list[Page]] = {}
    found: list[list[Page]] = []
    for page in pages:
        key = page.statement.number, page.statement.account
        if page.number == 1 and page.last:
            found.append([page])
        elif key in together:
            together[key].append(page)
        else:
            together[key] = [page]
            found.append(together[key])
    return tuple(_whole(sorted(each, key=lambda page: page.number)) for each in found)


def _whole(pages: Sequence[Page]) -> Statement:
    first = pages[0].statement
    if len(pages) == 1:
        alone = pages[0].number == 1 and pages[0].last
        return first if alone else replace(first, number=f"{first.number}/{pages[0].number}")
    _complete(first.number, pages)
    parts = [page.statement for page in pages]
    repeated = len({(each.opening, each.closing) for each in parts}) == 1 and first.opening != first.closing
    if not repeated:
        _follow(parts)
    return Statement(
        first.number,
        first.account,
        tuple(_placed(page, line) for page in pages for line in page.statement.lines),
        first.opening,
        parts[-1].closing,
        sum(each.left_out for each in parts),
    )


def _complete(number: str, pages: Sequence[Page]) -> None:
    there = [page.number for page in pages]
    if (
        there == list(range(1, len(pages) + 1))
        and pages[-1].last
        and not any(page.last for page in pages[:-1])
    ):
        return
    raise StatementRefused(
        say(
            "对账单 {number} 分页不全：文件里有第 {pages} 页；请向银行索取全部各页",
            number=number,
            pages="、".join(str(each) for each in there),
        )
    )


def _follow(parts: Sequence[Statement]) -> None:
    for nth, (before, after) in enumerate(pairwise(parts), 1):
        if before.closing != after.opening:
            raise StatementRefused(
                say(
                    "对账单 {number} 第 {nth} 页止于 {closing} 元，第 {next} 页起于 {opening} 元；请向银行索取完整的各页",
                    number=before.number,
                    nth=nth,
                    closing=in_yuan(before.closing or 0),
                    next=nth + 1,
                    opening=in_yuan(after.opening or 0),
                )
            )


def _placed(page: Page, line: Line) -> Line:
    """Lines are counted anew on each page: the page stands before the place, 2-15."""
    return replace(line, place=f"{page.number}-{line.place}")
