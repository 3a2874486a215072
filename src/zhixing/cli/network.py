"""`zhixing network work|recheck|parked|key|schema`: the property network from the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="work|recheck|parked|key|schema")
    actions.add_parser("work", help="收发一轮：发送到期的请求，收取、核对、录入反馈")
    actions.add_parser("recheck", help="发出到期的终本后查询；每夜自动办理，这里是手工办理")
    actions.add_parser("parked", help="列出搁置的反馈和原因")
    actions.add_parser("key", help="输出法院一方的公钥")
    schema = actions.add_parser("schema", help="输出报文的 JSON Schema")
    schema.add_argument("folder", nargs="?", type=Path, metavar="目录", help="不写则只列出名称")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 when the exchange was not reached, something is parked, or a terminated round cannot be asked about."""
    if args.action == "schema":
        return _schema(args.folder)
    from zhixing.cli.django import setup

    setup()
    return {"work": _work, "recheck": _recheck, "parked": _parked, "key": _key}[args.action]()


def _schema(folder: Path | None) -> int:
    from zhixing.assets.network.messages import MESSAGES
    from zhixing.assets.network.schema import written

    for name in MESSAGES:
        if folder is None:
            print(name)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.schema.json").write_text(written(name))
    return 0


def _work() -> int:
    from zhixing.assets.network.work import work

    done = work()
    print(f"发送 {done.sent} 份请求，收到 {done.kept} 份新反馈，处理 {done.settled} 份")
    if done.trouble:
        print(f"网络查控平台没有接通：{done.trouble}。请求保留，稍后重发", file=sys.stderr)
    return 1 if done.trouble else 0


def _recheck() -> int:
    from zhixing.closing.asking_again import ask_again_everywhere
    from zhixing.record import clock
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        night = ask_again_everywhere(clock.today())
    print(f"发出 {night.sent} 件终本案件的查询，{night.left} 件还不能发出，原因见网络查控台")
    return 1 if night.left else 0


def _parked() -> int:
    from zhixing.assets.network.models import AnswerPlace, NetworkAnswer
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        rows = list(NetworkAnswer.objects.filter(place=AnswerPlace.PARKED).order_by("pk"))
    for each in rows:
        print(f"{each.pk:>6}  {each.court}  {each.institution or '—'}  {each.number or '—'}  {each.reason}")
    return 1 if rows else 0


def _key() -> int:
    from zhixing.assets.network.peers import signer

    print(signer().key.public_bytes_raw().hex())
    return 0
