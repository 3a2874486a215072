"""`zhixing interest FILE|-`: what a debt has grown to by a day, as JSON, with its derivation; of a CSV file, many debts.

Amounts are yuan with two decimals. Exit 2: the file is not understood (the message on stderr says where and how
to mend it); 3: it is understood, but something is missing for an answer, which `undetermined` names.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from zhixing.cli.interest_file import Asked, chosen_options, read
from zhixing.cli.json_file import Misread, Node
from zhixing.law.answers import Undetermined
from zhixing.law.citations import Citation
from zhixing.law.interest import Accrual, Item, Step, accrue
from zhixing.law.money import plain
from zhixing.law.norms import norm, place

Written = Mapping[str, object]

_ITEMS = {Item.GENERAL: "general", Item.DOUBLED: "doubled"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file", metavar="FILE", help="债权与清偿的 JSON 文件，写 - 从标准输入读取；或者 .csv，一行一笔债权"
    )
    parser.add_argument(
        "--to", type=date.fromisoformat, metavar="日期", help="CSV 中没有写“算至”的行算到哪一天"
    )
    parser.add_argument("--output", type=Path, metavar="文件", help="CSV 的结果写到哪里；默认在它旁边")
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="名称=值",
        help="CSV 用的口径，如 benchmark_after_2019=lpr",
    )


def run(args: argparse.Namespace) -> int:
    """Print the debt at its day as JSON; 2 when the file cannot be read, 3 when the answer is undetermined."""
    if args.file.lower().endswith(".csv"):
        return _many(args)
    try:
        asked = read(_text(args.file))
        answer = accrue(asked.debt, asked.to, options=asked.options)
    except ValueError as error:
        print(f"输入有误：{error}", file=sys.stderr)
        return 2
    if isinstance(answer, Undetermined):
        missing = [str(each) for each in answer.missing]
        _print({"undetermined": missing, "cites": cited(answer.cites, asked.to)})
        return 3
    _print(_written(asked, answer.value, answer.cites))
    return 0


def _many(args: argparse.Namespace) -> int:
    """Answer a sheet of debts; 1 when rows were sent back."""
    from zhixing.cli.interest_many import answer_sheet  # numpy takes its time

    given = dict(each.partition("=")[::2] for each in args.reading)
    try:
        options = chosen_options(
            {"options": Node({key: _value(said) for key, said in given.items()}, "--reading")}
        )
    except ValueError as error:
        print(f"输入有误：{error}", file=sys.stderr)
        return 2
    return answer_sheet(Path(args.file), args.to, options, args.output)


def _value(said: str) -> str | int | bool:
    """A reading as the JSON file would have it."""
    if said in ("true", "false"):
        return said == "true"
    return int(said) if said.isdecimal() else said


def cited(citations: Iterable[Citation], on: date) -> list[str]:
    """Answer citations as words, by document number where there is one, each once, numbered as of a day."""
    words: dict[str, None] = {}
    for citation in citations:
        found = place(citation, on)
        if isinstance(found, Undetermined):
            words[f"{norm(citation.norm).heading}（当日条号待查）"] = None
        else:
            words[found.value.numbered] = None
    return list(words)


def _text(name: str) -> str:
    """Read the file as text; raises Misread where there is none."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Misread(
            f"{name}：读不到文件（{error.strerror}），请核对文件名，或者写 - 从标准输入读取"
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misread(f"{name}：不是 UTF-8 文字，请另存为 UTF-8") from None


def _print(written: Written) -> None:
    print(json.dumps(written, ensure_ascii=False, indent=2))


def _written(asked: Asked, accrual: Accrual, cites: tuple[Citation, ...]) -> Written:
    owed = accrual.outstanding
    return {
        "to": accrual.to.isoformat(),
        "principal": plain(accrual.principal),
        "general": plain(accrual.general),
        "doubled": plain(accrual.doubled),
        "total": plain(accrual.total),
        "outstanding": {
            "principal": plain(owed.principal),
            "general": plain(owed.general),
            "doubled": plain(owed.doubled),
            "total": plain(owed.total),
            "sums": [
                {"label": item.label, "amount": plain(left)}
                for item, left in zip(asked.debt.sums, accrual.sums, strict=True)
            ],
        },
        "surplus": plain(accrual.surplus),
        "steps": [_step(step, accrual.to) for step in accrual.steps],
        "cites": cited(cites, accrual.to),
    }


def _step(step: Step, on: date) -> Written:
    written: dict[str, object] = {"text": str(step.text)}
    if step.segment is not None:
        segment = step.segment
        written |= {
            "item": _ITEMS[segment.item],
            "since": segment.since.isoformat(),
            "until": segment.until.isoformat(),
            "days": segment.days,
            "base": plain(segment.base),
            "per_day": _decimal(segment.per_day, 12),
        }
    if step.amount is not None:
        written["amount"] = _decimal(step.amount / 100, 6, least=2)
    written["cites"] = cited(step.cites, on)
    return written


def _decimal(number: Fraction, places: int, *, least: int = 0) -> str:
    """Write a number as a plain decimal of `least` to `places` decimals, rounded where it has more."""
    scaled = round(abs(number) * 10**places)
    whole, parts = divmod(scaled, 10**places)
    sign = "-" if number < 0 else ""
    decimals = f"{parts:0{places}d}".rstrip("0").ljust(least, "0")
    return f"{sign}{whole}.{decimals}".rstrip(".")
