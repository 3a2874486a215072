"""`zhixing title read FILE|- [--json]`: what an enforcement title proposes, each beside its place in the text."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.cases.titles import TitleReading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="read")
    read = actions.add_parser("read", help="读执行依据（判决书、调解书、裁决书），列出读到的内容和出处")
    read.add_argument(
        "file", metavar="FILE", help="文书文件（.txt、.docx、有文字的.pdf），“-”表示从标准输入读"
    )
    read.add_argument("--json", action="store_true", help="以JSON输出")


def run(args: argparse.Namespace) -> int:
    """Print what the paper says; 2 where the file cannot be read or is no enforcement title."""
    from zhixing.cases.file_text import UnreadableFile, text_in, text_of
    from zhixing.cases.titles import as_json, read

    name: str = args.file
    try:
        text = text_in(sys.stdin.buffer.read(), "标准输入") if name == "-" else text_of(Path(name))
    except UnreadableFile as error:
        print(f"读不了文书：{error.what}（{error.where}）。{error.mend}。", file=sys.stderr)
        return 2
    reading = read(text)
    if not reading.recognised:
        print(
            f"读不出执行依据（{name}）：没有找到文书名称、案号或者给付内容。请确认是判决书、调解书、裁决书等文书。",
            file=sys.stderr,
        )
        return 2
    if args.json:
        print(json.dumps(as_json(reading), ensure_ascii=False, indent=2))
    else:
        print(_listing(reading, text))
    return 0


def _listing(reading: TitleReading, text: str) -> str:
    from zhixing.cases.titles.listing import lines

    return "\n".join(lines(reading, text))
