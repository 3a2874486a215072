"""Who else answers: 连带清偿责任, 补充赔偿责任, 在…范围内; and 优先受偿 in the proceeds of a thing."""

from __future__ import annotations

import re
from dataclasses import replace

from zhixing.cases.titles import numerals
from zhixing.cases.titles.cast import CREDITOR_SIDE
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.reading import Claim, Liability
from zhixing.cases.titles.references import item_numbers
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Scanner, Token, party_pattern, resolve

_SUBJECT = r"(?P<subject>{party})(?:（[^（）]{{0,30}}）)?(?:应当?|应|须|自愿|同意|均|还|则|，)*"
_REST = (
    r"(?:(?:在|以)(?P<before>[^。；\0]{1,90}?)(?:范围内|限额内|为限|额度内)(?:，)?)?(?:应|，|并)*(?:就"
    r"|对|为)(?P<object>[^。；\0]{1,90}?)(?:，)?(?:(?:在|以)(?P<middle>[^。；\0]{1,90}?)(?:范围内"
    r"|限额内|为限|额度内)(?:，)?(?:内)?)?(?:[向与][^，。；\0]{1,30}?)?"
    r"(?:互相|相互|应|共同|，)*(?:承担|互负|负)(?P<kind>[^，。；\0]{0,30}?(?:责任|义务))(?:，?(?:但)?(?:以"
    r"|不超过)(?P<after>[^。；，\0]{1,60}?)(?:为限|范围内))?"
)
_WITHIN = (
    r"(?:在|以)(?P<before>[^。；\0]{1,90}?)(?:范围内|限额内|为限|额度内)(?:，)?(?:依法)?承担(?P<kind>[^，。；\0]{0,30}?"
    r"(?:责任|义务))"
)
_PART = re.compile(rf"{numerals.PERCENT}|[一二三四五六七八九十]分之[一二三四五六七八九]|一半")
_BARE = (
    r"(?:相互|互相)?(?:承担|互负|负)(?P<kind>[^，。；\0]{0,14}?(?:连带|补充|共同|保证)[^，。；\0]{0,14}?"
    r"(?:责任|义务))"
)
_KINDS = (
    ("补充", "supplementary"),
    ("一般保证", "supplementary"),
    ("连带", "joint"),
    ("共同", "joint"),
    ("保证", "guarantee"),
    ("按份", "several"),
    ("担保", "guarantee"),
    ("责任", "limited"),
)
_PRIORITY = re.compile(
    r"(?:[^。；\0]{0,40}?(?:有权|可以|可)(?:就|对|以)|[^。；\0]{0,40}?(?:对|就))[^。；\0]{1,260}?"
    r"(?:享有|具有)?优先受偿(?:权|的权利)?(?:，?[^。；\0]{0,60}?优先受偿)?"
)


def read_liabilities(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Find who answers for sums of other items; a full joint debtor is added to those who owe them."""
    read = False
    subject = _SUBJECT.format(
        party=party_pattern(scanner.cast).replace("?P<prep>", "?:").replace("?P<who>", "?:")
    )
    while True:
        patterns = (_REST, r"(?:对此)?" + _BARE, _WITHIN)
        matches = (re.search(subject + pattern, sentence.rest) for pattern in patterns)
        found = next((match for match in matches if match), None)
        if found is None or not _answers(found):
            return read
        read = True
        _add(findings, scanner, sentence, found)
        sentence.take(*found.span())


def _answers(found: re.Match[str]) -> bool:
    """Whether the words state a liability: of a named kind, or of any kind up to a limit."""
    limited = any(found.groupdict().get(name) for name in ("before", "middle", "after"))
    return limited or any(word in found["kind"] for word, code in _KINDS if code != "limited")


def _add(findings: Findings, scanner: Scanner, sentence: Sentence, found: re.Match[str]) -> None:
    groups = found.groupdict()
    names, _ = resolve(scanner.cast, re.sub(r"^(?:由|向|给|对|与)", "", found["subject"]))
    what = groups.get("object") or ""
    limit = next((groups[name] for name in ("before", "middle", "after") if groups.get(name)), None)
    share = _PART.search(found["kind"]) or _PART.search(what)
    part = re.search(AMOUNT, what)
    limit = limit.removesuffix("的") if limit else None
    limit = limit or (what if part else share[0] if share else None)
    amount = re.search(AMOUNT, limit) if limit else None
    kind = next(code for word, code in _KINDS if word in found["kind"])
    items = item_numbers(what) or item_numbers(found["kind"])
    place = (sentence.start + found.start(), sentence.start + found.end())
    findings.liabilities.append(
        Liability(
            kind,
            names,
            items,
            limit,
            numerals.fen(amount[0]) if amount else None,
            place,
        )
    )
    findings.cover(*place)
    if kind == "joint" and limit is None:
        _join(findings, names, items, sentence)


def _join(findings: Findings, names: tuple[str, ...], items: tuple[int, ...], sentence: Sentence) -> None:
    """Full joint debtors owe what the main debtor owes: the sums referred to, else those of the item, else all before."""
    here = tuple(number for number in (sentence.item,) if number is not None and findings.sums_of((number,)))
    chosen = items or (here if here else ())
    for amount in findings.sums_of(chosen):
        owed_by = tuple(dict.fromkeys((*amount.owed_by, *names)))
        findings.change(
            amount, replace(amount, owed_by=owed_by, jointly=True if len(owed_by) > 1 else amount.jointly)
        )
    findings.interest = [
        replace(formula, owed_by=tuple(dict.fromkeys((*formula.owed_by, *names))))
        if not chosen or formula.item in chosen
        else formula
        for formula in findings.interest
    ]


def read_priority(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Find the right to be paid first out of the proceeds of a thing."""
    found = _PRIORITY.search(sentence.rest)
    if found is None:
        return False
    parties: list[Token] = [token for token in scanner.scan(found[0]) if token.kind == "party"]
    creditors = findings.cast.side(CREDITOR_SIDE)
    entitled = [token for token in parties if set(token.names) <= set(creditors)] or parties
    owed_to = entitled[0].names if entitled else ()
    owed_by = tuple(dict.fromkeys(name for token in parties for name in token.names if name not in owed_to))
    place = (sentence.start + found.start(), sentence.start + found.end())
    findings.claims.append(Claim("priority", found[0].strip("，"), owed_by, owed_to, None, place))
    findings.cover(*place)
    sentence.take(*found.span())
    return True
