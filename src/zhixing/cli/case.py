"""`zhixing case find|show NUMBER`, `case enter NUMBER ACT.json`, `case open COURT ACT.json`: the record from the command line.

The command line is run by the installation's operator: it sees every court. Whoever enters an act does so as an officer,
with that officer's powers and no others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zhixing.cli import case_decide, case_find, case_told

if TYPE_CHECKING:
    from zhixing.record.act import Act
    from zhixing.record.dossier import Actor, Dossier
    from zhixing.record.duties import Duty
    from zhixing.record.outcome import Outcome
    from zhixing.record.rule import ActRule, Refusal


COMMAND_LINE = "命令行"  # where a sign-in came from, in the log


class Wrong(Exception):
    """Bad input; the message says what, where and how to mend it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="find|show|enter|decide|open")
    case_find.add_arguments(actions.add_parser("find", help="按案号查找案件：任何写法，或案号的一段"))
    show = actions.add_parser("show", help="查看案件：阶段、尚欠、期限、时间线")
    show.add_argument("number", metavar="案号", help="任何写法的案号，或卷宗编号")
    show.add_argument("--as-of", metavar="日期", help="截至哪一天，如 2017-05-01")
    show.add_argument("--json", action="store_true", help="输出 JSON")
    enter = actions.add_parser("enter", help="录入一项行为；须经批准的，提请审批")
    enter.add_argument("number", metavar="案号", help="任何写法的案号、司法救助案号，或卷宗编号")
    enter.add_argument(
        "act", metavar="ACT.json", help='行为，如 {"type": "cases.livelihood_flagged", …}；- 为标准输入'
    )
    enter.add_argument("--as", dest="user", required=True, metavar="用户名")
    enter.add_argument("--on", metavar="日期", help="行为发生的日期，默认今天")
    enter.add_argument(
        "--file",
        action="append",
        default=[],
        metavar="字段=文件",
        help="随行为入卷的文件，如 proof=回执.pdf；可重复",
    )
    enter.add_argument(
        "--seal",
        action="append",
        default=[],
        metavar="字段=识别号",
        help="加密保存的账号、证号等，如 identifier=渝F12345；可重复",
    )
    enter.add_argument(
        "--code", default="", metavar="验证码", help="手机验证器的六位数字或一个恢复码；强制或付款的行为须有"
    )
    enter.add_argument("--dry-run", action="store_true", help="只看能否录入、会产生什么，不录入")
    decide = actions.add_parser("decide", help="批准、退回或者撤回一项提请")
    case_decide.add_arguments(decide)
    opened = actions.add_parser(
        "open", help="以一项或几项行为开立新卷宗：案件、银行账户、案款清理、司法救助申请等"
    )
    opened.add_argument("court", metavar="法院代字", help="如 渝0235")
    opened.add_argument("acts", metavar="ACT.json", nargs="+", help="依次录入；第一项应是能开立卷宗的行为")
    opened.add_argument("--as", dest="user", required=True, metavar="用户名")
    opened.add_argument("--on", metavar="日期", help="行为发生的日期，默认今天")
    opened.add_argument("--code", default="", metavar="验证码", help="同 enter")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 when the act is refused; 2 on bad input."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        try:
            runs = {
                "find": case_find.run,
                "show": _show,
                "enter": _enter,
                "decide": _decide,
                "open": _open,
            }
            return runs[args.action](args)
        except (Wrong, case_find.NoNumber) as error:
            print(error, file=sys.stderr)
            return 2


def _day(text: str | None) -> date:
    from zhixing.record import clock

    if text is None:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"“{text}”不是日期，请写成 2017-06-15 的形式") from None


def dossier_named(text: str) -> Dossier:
    """The dossier of a case number in any writing, or of a dossier's own number. Raises Wrong."""
    from zhixing.record import door

    number = int(text) if text.isdecimal() else _numbered(text)
    try:
        return door.read(number)
    except door.NoDossier:
        raise Wrong(f"没有编号为 {number} 的卷宗") from None


def _numbered(text: str) -> int:
    """The one dossier that a number means, in whatever writing. Raises Wrong."""
    from zhixing.cases.searching import numbered, the_case
    from zhixing.funds.aid.models import AidRow
    from zhixing.law.case_numbers import CaseNumberError, parse

    case = the_case(text)
    if case is not None:
        return case.dossier_id
    some = numbered(text, 2)
    if some:
        raise Wrong(f"“{text}”说的不止一件或不够明确，例如 {some[0].number}。请用 zhixing case find 查找")
    try:
        normal = parse(text).normal
    except CaseNumberError as error:
        raise Wrong(f"案号有误：{error}") from error
    aid = AidRow.objects.filter(number=normal).values_list("dossier_id", flat=True).first()
    if aid is None:
        raise Wrong(f"没有案号为 {normal} 的案件。请用 zhixing case find 查找，或填卷宗编号。")
    return aid


def _show(args: argparse.Namespace) -> int:
    from zhixing.record.catalogue import installed
    from zhixing.record.duties import duties

    day = _day(args.as_of)
    dossier = dossier_named(args.number).as_of(day)
    due = duties(installed().duties, dossier)
    if args.json:
        print(json.dumps(_as_json(dossier, due, day), ensure_ascii=False, indent=2))
    else:
        case_told.told(dossier, due, day)
    return 0


def _as_json(dossier: Dossier, due: Sequence[Duty], day: date) -> dict[str, object]:
    import msgspec

    from zhixing.cases import questions as cases
    from zhixing.law.answers import Found
    from zhixing.law.money import plain

    owed = cases.owed(dossier, day)
    return {
        "dossier": dossier.id,
        "number": cases.case_number(dossier, day),
        "court": dossier.court,
        "as_of": day.isoformat(),
        "stage": cases.stage(dossier, day),
        "claimed": plain(cases.amount_claimed(dossier, day)),
        "reached": plain(cases.amount_reached(dossier, day)),
        "outstanding": plain(owed.value.outstanding.total) if isinstance(owed, Found) else None,
        "undetermined": [] if isinstance(owed, Found) else [str(each) for each in owed.missing],
        "duties": [
            {
                "rule": duty.rule.name,
                "label": str(duty.label),
                "due": duty.due.isoformat() if duty.due else None,
                "standing": duty.standing(day).value,
            }
            for duty in due
        ],
        "acts": [json.loads(msgspec.json.encode(entry)) for entry in dossier.entries],
    }


def _enter(args: argparse.Namespace) -> int:
    from zhixing.cli.case_files import WrongFile, with_files, with_sealed
    from zhixing.record import door
    from zhixing.record.catalogue import installed
    from zhixing.record.outcome import as_if_approved, outcome

    day, dossier = _day(args.on), dossier_named(args.number)
    me = _actor(args.user, dossier.court, args.code)
    try:
        act = with_sealed(_act_in(args.act), args.seal, dossier.court, keep=not args.dry_run)
        act = with_files(act, args.file, dossier, me.id, keep=not args.dry_run)
    except WrongFile as error:
        raise Wrong(str(error)) from error
    rule, step = installed().rule(type(act)), door.Step(act=act, by=me, on=day)
    try:
        if args.dry_run:
            _print_outcome(rule, outcome(dossier, [as_if_approved(rule, act, me, day)]))
            return 0
        if rule.approved_by is None:
            entry = door.enter_all(dossier.id, [step])[-1]
            print(f"已录入第 {entry.seq} 条：{rule.label}")
        else:
            entry = door.propose(dossier.id, step)
            print(f"已提请{rule.approved_by.label}批准（第 {entry.seq} 条）：{rule.label}")
    except door.Refused as error:
        _print_refusals(error.refusals)
        return 1
    return 0


def _decide(args: argparse.Namespace) -> int:
    from zhixing.record import door

    dossier = dossier_named(args.number)
    me = _actor(args.user, dossier.court, args.code)
    try:
        print(case_decide.decided(args, dossier, me))
    except door.Refused as error:
        _print_refusals(error.refusals)
        return 1
    except ValueError as error:
        raise Wrong(str(error)) from error
    return 0


def _open(args: argparse.Namespace) -> int:
    """Begin a dossier of the kind its first act is of; print its number, by which further acts are entered."""
    from zhixing.law.courts import COURTS_BY_CODE
    from zhixing.record import door

    if args.court not in COURTS_BY_CODE:
        raise Wrong(f"没有代字为“{args.court}”的法院，请写成 渝0235 的形式")
    day, me = _day(args.on), _actor(args.user, args.court, args.code)
    steps = [door.Step(act=_act_in(place), by=me, on=day) for place in args.acts]
    try:
        number, _ = door.open_dossier(args.court, steps)
    except door.Refused as error:
        _print_refusals(error.refusals)
        return 1
    print(f"已开立卷宗 {number}")
    return 0


def _act_in(place: str) -> Act:
    """The act in a file, or on standard input. Raises Wrong."""
    import msgspec

    from zhixing.api.problem import malformed
    from zhixing.record.catalogue import installed

    try:
        text = sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8")
    except OSError as error:
        raise Wrong(f"读不到 {place}：{error.strerror}") from error
    try:
        return installed().act(text.encode())
    except msgspec.DecodeError as error:
        wrong = malformed(error).out
        where = f"（{wrong.at}）" if wrong.at else ""
        raise Wrong(f"{place} 不是一项行为{where}：{wrong.detail}。请对照“行为与依据”页面的字段。") from error


def _print_outcome(rule: ActRule, tried: Outcome) -> None:
    """What entering the act would bring."""
    approver = f"，须经{rule.approved_by.label}批准" if rule.approved_by else ""
    print(f"可以录入：{rule.label}{approver}")
    for duty in tried.opened:
        print(f"  将产生期限  {(duty.due or '未定')!s:<12} {duty.label}")
    for duty in tried.closed:
        print(f"  将了结期限  {(duty.due or '未定')!s:<12} {duty.label}")
    told = "向社会公开" if rule.discloses.public else "告知各方当事人" if rule.discloses.parties else "仅入卷"
    print(f"  告知        {told}")
    if rule.document:
        print(f"  文书        {rule.document}")


def _actor(username: str, court: str, code: str) -> Actor:
    """The officer as they act there; strong when they showed a code, which is then used up. Raises Wrong."""
    from zhixing.people.models import Officer
    from zhixing.people.powers import actor
    from zhixing.people.sign_in import right_second
    from zhixing.people.strength import exempt
    from zhixing.record import clock

    officer = Officer.objects.filter(username=username, is_active=True).first()
    if officer is None:
        raise Wrong(f"没有用户名为 {username} 的在职人员")
    strong = exempt(officer)
    if code:
        if not right_second(officer, code, COMMAND_LINE):
            raise Wrong(
                "验证码不对、已经用过，或者尝试次数过多。请等手机上换出下一个再填；连续失败五次须等待十五分钟"
            )
        strong = True
    return actor(officer, court, clock.today(), strong=strong)


def _print_refusals(found: Sequence[Refusal]) -> None:
    from zhixing.law.norms import shown
    from zhixing.record import clock

    for each in found:
        print(f"✕ {each.label}：{each.facts}", file=sys.stderr)
        print(f"  怎样才行：{each.way_out}", file=sys.stderr)
        if each.cites:
            print(f"  依据：{'、'.join(shown(each.cites, clock.today()))}", file=sys.stderr)
