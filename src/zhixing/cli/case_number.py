"""`zhixing case-number TEXT`: the parts of a case number as JSON, or what is wrong with it."""

from __future__ import annotations

import argparse
import json
import sys

from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, OldCaseNumber, parse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("text", metavar="TEXT", nargs="+", help="案号，例如（2017）渝0101执233号")


def run(args: argparse.Namespace) -> int:
    """Print the parts as JSON; 2 when the text is no case number."""
    words: list[str] = args.text
    try:
        number = parse(" ".join(words))
    except CaseNumberError as error:
        print(f"案号有误：{error.what}（{error.where}）。{error.mend}。", file=sys.stderr)
        return 2
    print(json.dumps(_parts(number), ensure_ascii=False, indent=2))
    return 0


def _parts(number: CaseNumber | OldCaseNumber) -> dict[str, str | int | bool | None]:
    meaning, court = number.meaning, number.court
    new_form = isinstance(number, CaseNumber)
    known = court.value if isinstance(court, Found) else None
    return {
        "form": "2016" if new_form else "old",
        "year": number.year,
        "court": number.court_code if isinstance(number, CaseNumber) else number.abbreviation,
        "court_name": number.court_name,
        "court_code_now": known.code if known else None,
        "in_district": known is not None,
        "type": number.type_code,
        "type_meaning": meaning.value if isinstance(meaning, Found) else None,
        "enforcement": number.is_enforcement,
        "number": number.number,
        "sub": number.sub,
        "normal": number.normal,
    }
