"""`zhixing document list NUMBER` and `zhixing document save NUMBER ENTRY FILE`: the e-file from the command line.

Run by the installation's operator, who sees every court. What was not made yet is made when it is saved.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zhixing.cli.case import Wrong, dossier_named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|save")
    listed = actions.add_parser("list", help="列出案件的文书：卷、序号、条、页次、文号")
    listed.add_argument("number", metavar="案号", help="任何写法的案号，或卷宗编号")
    save = actions.add_parser("save", help="把一份文书存为文件；尚未生成的随即生成")
    save.add_argument("number", metavar="案号")
    save.add_argument("seq", type=int, metavar="条", help="产生文书的行为在卷中是第几条，见 list")
    save.add_argument("file", type=Path, metavar="文件", help="以 .pdf 或 .docx 结尾")


def run(args: argparse.Namespace) -> int:
    """Exit 0; 1 when it cannot be made or is not what was made; 2 on bad input."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.documents.making import Changed
    from zhixing.documents.printing import CannotPrint
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        try:
            return _list(args) if args.action == "list" else _save(args)
        except Wrong as error:
            print(error, file=sys.stderr)
            return 2
        except (CannotPrint, Changed) as error:
            print(error, file=sys.stderr)
            return 1


def _list(args: argparse.Namespace) -> int:
    from zhixing.documents.efile import volumes

    found = volumes(dossier_named(args.number))
    if not found:
        print("本案还没有文书。")
    for volume in found:
        print(volume.label)
        for item in volume.items:
            pages = item.pages or ("…" if item.document else "待生成")
            print(
                f"  {item.place:>3}  第{item.seq}条  {item.on}  {pages:<8} {item.name}  {item.number}".rstrip()
            )
    return 0


def _save(args: argparse.Namespace) -> int:
    from zhixing.documents.making import content, make
    from zhixing.documents.word import docx
    from zhixing.documents.written import NoDocument, write

    if args.file.suffix not in (".pdf", ".docx"):
        raise Wrong(f"“{args.file}”不是 .pdf 或 .docx，请改文件名的结尾")
    dossier = dossier_named(args.number)
    try:
        made = make(dossier, args.seq)
        found = (
            docx(write(dossier, args.seq, correction=made.correction))
            if args.file.suffix == ".docx"
            else content(made)
        )
    except NoDocument:
        raise Wrong(f"第 {args.seq} 条没有文书，请用 zhixing document list 查看") from None
    try:
        args.file.write_bytes(found)
    except OSError as error:
        raise Wrong(f"不能写入 {args.file}：{error.strerror}。请换一个可写的位置") from None
    print(f"《{made.name}》{made.number}，{made.pages} 页，SHA-256 {made.sha256}")
    return 0
