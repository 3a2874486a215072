"""Sentences that order money to be paid: who, to whom, by when, which sums, with which interest.

The sentence is walked token by token. Words directly before an amount are its label; a date of performance governs
the amounts that follow it in its clause, or, where none follows, those before it.
"""

from __future__ import annotations

import re

from zhixing.cases.titles.accrual import Accruals, is_principal
from zhixing.cases.titles.amounts import take_amount
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.reading import Passage
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.settling import settle
from zhixing.cases.titles.subjects import take_joint, take_party, take_performance
from zhixing.cases.titles.tokens import Scanner, Token
from zhixing.cases.titles.walk import PARTS, SOFT, Walk
from zhixing.cases.titles.wording import BALANCE, INTEREST_LABEL, NOUN, REJECTED, is_glue, label_of


def _take(walk: Walk, index: int, token: Token) -> None:
    if token.kind == "amount":
        take_amount(walk, index, token)
        return
    _close_chunk(walk, token)
    match token.kind:
        case "party":
            take_party(walk, index, token)
        case "perform" | "monthly":
            take_performance(walk, index, token)
        case "comma":
            walk.clause += 1
        case "open":
            walk.brackets.append(index > 0 and walk.tokens[index - 1].kind == "amount")
        case "close":
            if walk.brackets:
                walk.brackets.pop()
        case "joint":
            take_joint(walk, token)
        case "each":
            walk.each, token.used = token.text, True
            walk.each_creditor = walk.before is not None and walk.before.preposition in ("向", "给", "对")
        case "fraction":
            walk.each, walk.parts, token.used = "fraction", token.number, True
        case "verb":
            walk.verb_said = token.used = True
        case "as_of" | "interim":
            walk.accruals.counted_until = token.day or walk.accruals.counted_until
            token.used = True
        case kind if kind in PARTS:
            _interest(walk, token)


def _close_chunk(walk: Walk, closing: Token | None) -> None:
    """Words before something else than an amount: nothing of weight, the name of what follows, or left unread."""
    bare = "".join(token.text for token in walk.chunk).strip("、")
    if _after_formula(walk, closing) and _names_last(walk, bare):
        walk.use(walk.chunk)
    elif closing is not None and closing.kind != "party" and _names_next(bare, closing):
        matched = INTEREST_LABEL.search(bare)
        label = (matched["label"] if matched else label_of(bare)).lstrip("的")
        if walk.accruals.label_next(label, walk.chunk[0].start, closing.kind):
            walk.use(walk.chunk)
        walk.label = walk.chunk
    elif is_glue(bare) or BALANCE.fullmatch(bare) or (closing and closing.text == "：" and NOUN.search(bare)):
        walk.use(walk.chunk)
    elif NOUN.search(bare.removesuffix("等")) and not REJECTED.search(bare):
        walk.label = walk.chunk
    walk.chunk = []


def _after_formula(walk: Walk, closing: Token | None) -> bool:
    """Whether words end a clause, or stand between a formula and what brackets add to it."""
    if closing is None or closing.kind in ("comma", "close", "cut"):
        return True
    return closing.kind == "open" and walk.before is not None and walk.before.kind in PARTS


def _names_next(bare: str, closing: Token) -> bool:
    """Whether words name the interest that follows them."""
    if INTEREST_LABEL.search(bare):
        return True
    return closing.kind in ("interim", *PARTS) and NOUN.search(bare) is not None


def _names_last(walk: Walk, bare: str) -> bool:
    """Whether words name the formula just read: 按年利率6%支付逾期利息, 按8%计算的投资收益."""
    found = INTEREST_LABEL.search(bare)
    if found is None and re.match(r"(?:计算|计付|计)?的", bare) and NOUN.search(bare):
        return walk.accruals.label_last(re.sub(r"^(?:计算|计付|计)?的", "", bare))
    return found is not None and is_glue(bare[: found.start()]) and walk.accruals.label_last(found["label"])


def _interest(walk: Walk, token: Token) -> None:
    principals = [amount for amount, _ in walk.mine if is_principal(amount.label)]
    here = [amount for amount in principals if amount is walk.mine[-1][0]] or principals
    walk.accruals.nearest = here[0] if len(here) == 1 else None
    if walk.accruals.label_start is not None:
        walk.use(walk.label)
    walk.accruals.take(token)


def read_payment(
    findings: Findings, scanner: Scanner, sentence: Sentence, condition: Passage | None = None
) -> bool:
    """Read a sentence as an order to pay; False, with nothing changed but the voice, where it is none."""
    tokens = scanner.scan(sentence.rest)
    walk = Walk(findings, sentence, tokens, Accruals(findings, sentence.start), condition)
    for index, token in enumerate(tokens):
        if token.kind in SOFT:
            walk.chunk.append(token)
            continue
        _take(walk, index, token)
        if token.kind not in ("open", "close"):
            walk.before = token
    _close_chunk(walk, None)
    return settle(walk)
