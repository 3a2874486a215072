"""An argument parser that speaks Chinese: what was wrong with the command line, and how it is to be written."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from zhixing.cli.speaking import speaks_english

# argparse's own words → ours; what is between stays as it was typed.
WORDS = (
    (r"the following arguments are required: (.+)", r"缺少：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+?): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", r"\1 后面至少要写一个值"),
    (r"argument (.+?): expected (\d+) arguments", r"\1 后面要写 \2 个值"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同时使用"),
    (r"one of the arguments (.+) is required", r"须写其中一个：\1"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 不能是 \2，可以是：\3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 应为整数，写的是 \2"),
    (r"argument (.+?): invalid (?:float|Decimal) value: (.+)", r"\1 应为数字，写的是 \2"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"\1 不能是 \2"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 可能是 \2，请写全"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 不带值，却写了 \2"),
)
HEADINGS = (("usage: ", "用法："), ("positional arguments:", "参数："), ("options:", "选项："))
HELP = ("show this help message and exit", "显示本用法")


class Arguments(argparse.ArgumentParser):
    """As argparse, in Chinese; its subcommands are of the same class."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with 2."""
        for pattern, chinese in () if speaks_english() else WORDS:
            found = re.fullmatch(pattern, message)
            if found:
                message = found.expand(chinese)
                break
        print(f"{self.format_usage()}{message}。用 {self.prog} -h 看用法。", file=sys.stderr)
        sys.exit(2)

    def format_usage(self) -> str:
        """The usage line."""
        self._say_helps()
        return _in_chinese(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        self._say_helps()
        return _in_chinese(super().format_help())

    def _say_helps(self) -> None:
        """Before lines are broken: afterwards a text is not known again."""
        if not speaks_english():
            return
        from zhixing.languages.speaking import in_english

        self.description = in_english(self.description or "")
        for action in self._actions:
            listed = action._choices_actions if isinstance(action, argparse._SubParsersAction) else ()
            for each in (action, *listed):
                each.help = each.help and (
                    each.help if each.help == argparse.SUPPRESS else in_english(each.help)
                )
                if isinstance(each.metavar, str):
                    each.metavar = in_english(each.metavar)


def _in_chinese(text: str) -> str:
    for english, chinese in () if speaks_english() else (*HEADINGS, HELP):
        text = text.replace(english, chinese)
    return text
