"""The command line: `zhixing COMMAND`. A command is a module here that offers `add_arguments(parser)` and `run(args) -> int`.

Only the module of the command that was asked for is imported, so that `zhixing due` answers in a fraction of a second.
"""

from __future__ import annotations

import importlib
import keyword
import os
import signal
import sys
from collections.abc import Sequence

from zhixing.cli.arguments import Arguments
from zhixing.cli.speaking import NoLanguage, chosen, speaking

COMMANDS = {
    "interest": "计算迟延履行利息",
    "due": "计算期限届满日",
    "case-number": "识读案号",
    "title": "识读执行依据",
    "plan": "识读工作方案",
    "staffing": "查看法院的人员与装备",
    "clearance": "登记、查看历史案款清理",
    "aid": "查看司法救助的资金和申请",
    "case": "查看案件，录入行为",
    "document": "列出、保存案件的文书",
    "norms": "导入规范文本",
    "import": "导入登记册",
    "export": "导出登记册",
    "bank": "核对、登记银行对账单",
    "ledger": "核对案款总账",
    "distribution": "重新计算公布的分配方案",
    "network": "财产网络查控：收发、搁置的反馈",
    "sandbox": "启动网络查控的沙箱",
    "serve": "启动平台（make run）",
    "demo": "装入演示法院",
    "token": "建立、列出、撤销接口令牌",
    "openapi": "输出接口的 OpenAPI 文档",
    "rebuild": "重建读模型，或与记录核对",
    "verify": "核验记录未被改动",
    "head": "签署、输出记录的树首",
    "proof": "证明记录在卷、未被改写，或核对证明",
    "postgres": "启动、停止内置数据库",
    "psql": "以 psql 打开数据库",
    "manage": "运行 Django 的管理命令",
}
INTERRUPTED = 130


class Trouble(RuntimeError):
    """A command cannot go on; the message says why and how to mend it, in Chinese."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. 2 when the command or its arguments are wrong."""
    try:
        language, arguments = chosen(list(sys.argv[1:] if argv is None else argv))
    except NoLanguage as wrong:
        print(wrong, file=sys.stderr)
        return 2
    with speaking(language):
        return _guarded(arguments)


def _guarded(arguments: list[str]) -> int:
    try:
        code = _answer(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader, such as `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    return code


def overview() -> str:
    """The list of commands."""
    lines = [f"  {name:<12} {title}" for name, title in COMMANDS.items()]
    return "\n".join(["用法：zhixing 命令 …    （zhixing 命令 -h 看它的用法；--lang en 说英文）", "", *lines])


def module_of(name: str) -> str:
    """The module of a command: `import` is a word of Python, so its module is `import_`."""
    return f"{name}_" if keyword.iskeyword(name) else name.replace("-", "_")


def _answer(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(overview())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"没有“{name}”这个命令。", file=sys.stderr)
        print(f"\n{overview()}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"zhixing.cli.{module_of(name)}")
    parser = Arguments(prog=f"zhixing {name}", description=COMMANDS[name])
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(rest))
    return code
