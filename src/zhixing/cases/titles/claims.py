"""Duties that are not money: handing over a thing, doing or leaving something, bringing about a property right."""

from __future__ import annotations

import re

from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.reading import Claim, Perform
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Scanner, Token

_KINDS = (
    (
        "right",
        r"过户|变更登记|转移登记|注销(?:抵押)?登记|解除(?:抵押|查封|质押)|抵押登记|登记手续|产权"
        r"|归[^，。；]{1,20}所有|股东名册|工商登记|备案",
    ),
    ("thing", r"交付|腾退|腾空|迁出|搬离|搬出|腾房|返还|交还|移交|归还|退还|退出|交出"),
    (
        "conduct",
        r"停止|恢复原状|赔礼道歉|道歉|拆除|修复|修缮|维修|开具|继续履行|清除|排除妨[碍害]|协助|配合"
        r"|出具|消除影响|恢复名誉|抚养|探望|探视|公开|整改|履行[^，。；]{0,16}义务|办理|重做|更换|补办"
        r"|撤除|不得|安置|清理|封堵",
    ),
)


_MONEY = re.compile(r"(?:款|金|费|钱|本息|利息|租|债|资)(?:共?计)?$")
_TAKEN = re.compile(r"归[^，。；]{1,24}所有|由[^，。；]{1,20}抚养|抚养权归|产权|离婚")


def read_claim_clauses(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Take out of a sentence the clauses that order something other than money, and leave the rest to be read as money."""
    read = False
    if not re.search(AMOUNT, sentence.rest):
        return False
    for found in re.finditer(r"[^，。；\0\n]+", sentence.rest):
        clause = found[0]
        if found.start() == 0 and found.end() >= len(sentence.rest.rstrip("。；，\n")):
            return read
        ordering = _TAKEN.search(clause) or (_strong(clause) and not _MONEY.search(clause))
        if not ordering or re.search(AMOUNT, clause) or re.search(r"责任|受偿|每月|支付|利率|为基数", clause):
            continue
        part = Sentence(sentence.start + found.start(), clause, sentence.item, fresh=False)
        if read_claim(findings, scanner, part):
            sentence.take(*found.span())
            read = True
    return read


def _strong(clause: str) -> bool:
    return bool(
        re.search(
            r"腾退|腾空|迁出|搬离|交付|交还|移交|过户|变更登记|注销|开具|出具|拆除|恢复原状|赔礼道歉"
            r"|停止|返还|协助",
            clause,
        )
    )


def read_claim(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Read a sentence as a duty that is not money; False where no such duty is in it."""
    text = sentence.rest.strip("。；，\n\0")
    kind = next((code for code, words in _KINDS if re.search(words, text)), None)
    if kind is None or not text:
        return False
    tokens = scanner.scan(sentence.rest)
    if any(token.kind == "amount" and not _identifying(sentence.rest, token) for token in tokens):
        return False
    debtors, creditors = _allotted(findings, tokens) if _TAKEN.search(text) else _parties(findings, tokens)
    performs = [token.perform for token in tokens if token.kind == "perform" and token.perform]
    if not debtors and not creditors:
        return False
    start = sentence.rest.find(text)
    place = (sentence.start + start, sentence.start + start + len(text))
    clean = text.replace("\0", "")
    perform: Perform | None = performs[0] if performs else findings.voice.perform
    findings.claims.append(Claim(kind, clean, debtors, creditors, perform, place))
    findings.cover(*place)
    return True


def _allotted(findings: Findings, tokens: list[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """房屋归甲所有, 子女由甲抚养: who it is given to, and the other side."""
    named = [token.names for token in tokens if token.kind == "party" and token.side != "both"]
    owed_to = named[-1] if named else ()
    return findings.creditors_of(owed_to), owed_to


def _identifying(text: str, token: Token) -> bool:
    """Whether an amount only tells a thing apart (价值5万元的设备, 票面金额…的发票)."""
    around = text[max(0, token.start - 12) : token.end + 12]
    return bool(re.search(r"价值|金额为?|票面|面额|发票|出资|注册资本|股权|票据", around))


def _parties(findings: Findings, tokens: list[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    debtors: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    before: Token | None = None
    for token in tokens:
        if token.kind == "party" and token.side != "both":
            if (
                token.preposition in ("向", "给", "对", "付给")
                or (before is not None and before.kind == "verb")
                or (before is not None and before.text.endswith(("协助", "配合", "给", "于", "至", "归")))
            ):
                creditors = creditors or token.names
            elif not debtors and token.preposition != "与":
                debtors = token.names
        before = token
    debtors = debtors or findings.voice.debtors
    return debtors, creditors or findings.creditors_of(debtors)
