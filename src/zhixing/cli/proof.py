"""`zhixing proof act|consistency|verify`: proofs about the record. `verify` needs no database, only the file and a public key."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhixing.record.proof import Consistency, Head, Inclusion


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="act|consistency|verify")
    act = actions.add_parser("act", help="证明一条记录在卷")
    act.add_argument("number", metavar="案号", help="任何写法的案号，或卷宗编号")
    act.add_argument("seq", type=int, metavar="第几条")
    grown = actions.add_parser("consistency", help="证明后一个树首由前一个续成")
    grown.add_argument("older", type=Path, metavar="前一个树首.json")
    grown.add_argument("newer", type=Path, metavar="后一个树首.json")
    check = actions.add_parser("verify", help="核对证明，不需要数据库")
    check.add_argument("file", type=Path, metavar="证明.json")
    check.add_argument("--key", default="", metavar="公钥", help="法院另行公布的公钥；不写则只信证明自带的")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 when a proof fails; 2 on bad input."""
    try:
        return _verify(args) if args.action == "verify" else _give(args)
    except ValueError as trouble:
        print(trouble, file=sys.stderr)
        return 2


def _give(args: argparse.Namespace) -> int:
    from zhixing.cli.django import setup

    setup()
    import msgspec

    from zhixing.cli.case import Wrong, dossier_named
    from zhixing.record.heads import SealTrouble, prove_consistency, prove_inclusion
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        try:
            if args.action == "act":
                proof = msgspec.json.encode(prove_inclusion(dossier_named(args.number).id, args.seq))
            else:
                proof = msgspec.json.encode(prove_consistency(head_in(args.older), head_in(args.newer)))
        except (SealTrouble, Wrong) as trouble:
            raise ValueError(str(trouble)) from trouble
    print(msgspec.json.format(proof).decode())
    return 0


def head_in(file: Path) -> Head:
    """The head a file holds. ValueError when it holds none."""
    import msgspec

    from zhixing.record.proof import Head

    try:
        return msgspec.json.decode(file.read_bytes(), type=Head)
    except OSError as error:
        raise ValueError(f"读不到 {file}：{error.strerror}") from error
    except msgspec.DecodeError as error:
        raise ValueError(f"{file} 不是树首文件：{error}。请用 zhixing head sign 的输出") from error


def _verify(args: argparse.Namespace) -> int:
    from zhixing.record.proof import genuine, proven, read

    try:
        proof = read(args.file.read_bytes())
        says, heads = _says(proof)
    except (OSError, ValueError) as error:
        raise ValueError(f"{args.file} 不是证明文件：{error}。请用平台给出的原文件") from error
    if not all(genuine(each, args.key) for each in heads):
        print("签名不符：树首不是用这个公钥签署的，或者被改动过")
        return 1
    if not proven(proof):
        print(f"不能证明：{says}")
        return 1
    print(f"属实：{says}")
    return 0


def _says(proof: Inclusion | Consistency) -> tuple[str, list[Head]]:
    """What a proof says, and whose signatures it stands on. ValueError when what it is about cannot be read."""
    from zhixing.record.proof import Inclusion

    if isinstance(proof, Inclusion):
        said, head = proof.claim, proof.head
        says = (
            f"卷宗 {said.dossier} 第 {said.seq} 条（{said.on}，{said.act.type}），内容见证明文件的 body，"
            f"在法院 {head.court} 于 {head.at:%Y-%m-%d %H:%M} 签署的记录中"
        )
        return says, [head]
    older, newer = proof.older, proof.newer
    return f"法院 {newer.court} 的 {newer.size} 条记录，开头正是此前签署的 {older.size} 条", [older, newer]
