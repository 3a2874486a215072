"""`zhixing plan import`: read a work plan and, unless only tried, keep it for a person; `plan report`: how it stands."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.plan.shape import Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="import|report")
    report = actions.add_parser("report", help="方案截至某日的落实情况")
    report.add_argument("--court", default="渝02", metavar="法院代字", help="哪个法院的，默认渝02（全辖区）")
    report.add_argument("--on", default="", metavar="日期", help="截至哪一天，默认今天")
    report.add_argument("--pdf", type=Path, metavar="FILE", help="写成PDF报告")
    take = actions.add_parser("import", help="读工作方案：目标、阶段、措施、责任、期限、指标")
    take.add_argument("file", type=Path, metavar="FILE", help="方案文件（.txt、.docx、有文字的.pdf）")
    take.add_argument("--dry-run", action="store_true", help="只读不写")
    take.add_argument("--json", action="store_true", help="以JSON输出")
    take.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="规则=读法",
        help="某条期限用语另作读法，如 before-month=before-first-day；可重复，见 docs/plan-reading.md",
    )
    take.add_argument(
        "--departments", type=Path, metavar="FILE", help="已有部门的名单，一行一个；不在其中的会指出"
    )
    take.add_argument("--court", default="渝02", metavar="法院代字", help="印发方案的法院，默认渝02")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 where something stops the plan; 2 where the file or an argument cannot be used."""
    if args.action == "report":
        from zhixing.cli.plan_report import report

        return report(args.court, args.on, args.pdf)
    return _take_in(args)


def _take_in(args: argparse.Namespace) -> int:
    from zhixing.plan.reading import read
    from zhixing.plan.reading.files import UnreadableFile, text_of
    from zhixing.plan.reading.phrases import UnknownReading

    try:
        text = text_of(_bytes(args.file), args.file.name)
        departments = _departments(args.departments)
        reading = read(text, readings=_readings(args.reading), departments=departments)
    except UnreadableFile as error:
        print(f"读不了：{error.what}（{error.where}）。{error.mend}。", file=sys.stderr)
        return 2
    except UnknownReading as error:
        print(f"参数不能用：{error}", file=sys.stderr)
        return 2
    stops = [each for each in reading.problems if each.stops]
    _print(reading, as_json=args.json)
    for each in reading.problems:
        kind = "须改正" if each.stops else "请留意"
        print(f"{kind}：{each.where}：{each.what}。{each.mend}。", file=sys.stderr)
    if stops:
        print(f"有 {len(stops)} 处须先改正，没有写入任何内容。", file=sys.stderr)
        return 1
    if args.dry_run:
        return 0
    from zhixing.cli.plan_keep import kept

    return kept(args.court, args.file.name, text, reading)


def _bytes(path: Path) -> bytes:
    from zhixing.cases.file_text import UnreadableFile

    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile("文件读不出", str(path), f"请核对文件名和权限（{error.strerror}）") from error


def _departments(path: Path | None) -> list[str]:
    from zhixing.cases.file_text import text_in

    return text_in(_bytes(path), path.name).split() if path else []


def _readings(given: list[str]) -> dict[str, str]:
    from zhixing.plan.reading.phrases import UnknownReading

    found = {}
    for each in given:
        rule, sign, alternative = each.partition("=")
        if not sign:
            raise UnknownReading(f"“{each}”应写成 规则=读法，如 before-month=before-first-day")
        found[rule] = alternative
    return found


def _print(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        from zhixing.plan.reading.answer import as_json as answer

        print(json.dumps(answer(reading), ensure_ascii=False, indent=2))
        return
    from zhixing.plan.reading.listing import lines

    print("\n".join(lines(reading)))
