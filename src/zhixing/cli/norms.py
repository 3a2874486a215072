"""`zhixing norms import DIR`: take in the norms' texts, so that pages show the article beside the rule."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="import")
    importing = actions.add_parser("import", help="导入一个目录里的规范文本（.md、.txt）")
    importing.add_argument("folder", type=Path, metavar="目录")


def run(args: argparse.Namespace) -> int:
    """Take in each file; say what was left out and why."""
    if not args.folder.is_dir():
        print(f"没有这个目录: {args.folder}。请给出存放规范文本的目录。", file=sys.stderr)
        return 2
    from zhixing.cli.django import setup

    setup()
    from zhixing.record.norm_texts import take_in

    taken = [take_in(path) for path in sorted(args.folder.iterdir()) if path.suffix in (".md", ".txt")]
    for each in taken:
        if each.why_not:
            print(f"未导入 {each.stem}: {each.why_not}")
    good = [each for each in taken if not each.why_not]
    print(f"已导入 {len(good)} 部规范，共 {sum(each.articles for each in good)} 条")
    return 0 if good else 1
