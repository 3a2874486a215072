"""Costs of the case: what they come to, who bears which part, who paid in advance, and to whom the bearer pays.

Where a court's paper does not say to whom, the law does: the court gives the winner's advance back and the loser pays
the court (民诉法解释 207), unless the winner agreed to be paid directly, which the paper then says. An arbitral body
has no such rule, so there the payee stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zhixing.cases.titles import numerals
from zhixing.cases.titles.bills import Bill
from zhixing.cases.titles.cost_words import (
    BEARS,
    DIRECT,
    GLUE,
    HALVED,
    KEPT,
    LABEL,
    LATE,
    NAMES,
    OPENING,
    PREPAID,
    REFUND,
    TO_COURT,
)
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.reading import Cost
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Scanner
from zhixing.cases.titles.wording import is_glue
from zhixing.law.money import plain

COURT = "court"


def is_costs(text: str, *, going_on: bool = False, after: bool = False) -> bool:
    """Whether a sentence is about the costs of the case: it opens with one, or says who bears one.

    `going_on`: the sentence before left part of a fee unborne (…由原告负担36元；由被告负担4624元);
    `after`: costs were read before, so that 预交的12345元不予退回 speaks of them.
    """
    bare = text.lstrip("\0，、")
    if after and re.search(r"预交|预缴|迳付|径付|迳行|径行|向本院(?:缴纳|交纳|补缴)", bare):
        return True
    if going_on and re.match(r"(?:由|剩余|其余)?[^，。；]{1,40}(?:负担|承担)(?!.{0,8}责任)", bare):
        return True
    if (
        (re.search(r"预交|预缴|垫付", bare) or TO_COURT.search(bare))
        and re.search(NAMES, bare)
        and re.search(r"\d", bare)
    ):
        return True
    if (
        re.search(r"(?:预交|负担|承担|迳付|径付|退还|退回)", bare)
        and re.search(NAMES, bare)
        and not re.search(rf"承担{NAMES}", bare)
    ):
        return not re.match(r"[^，。；]{0,40}向[^，。；]{1,30}(?:支付|偿还|给付)(?!.*负担)", bare) or bool(
            OPENING.match(bare)
        )
    return (
        bool(OPENING.match(bare))
        and bool(re.search(r"\d", bare))
        and bool(re.search(r"收取|由|预交|减半", bare))
    )


def opens_with_costs(text: str) -> bool:
    """Whether a sentence begins with a cost: if it then cannot be read as one, it is no order to pay either."""
    bare = text.lstrip("\0，、")
    return bool(OPENING.match(bare)) and bool(re.search(r"负担|承担|分担|预交|减半|收取", bare))


def read_costs(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Read a sentence on costs; what it says of costs read before (to whom, by when) is added to them."""
    for found in re.finditer(
        rf"{numerals.PERCENT}(?:的费用|的份额)?，?(?:即|计)(?:人民币)?(?={numerals.AMOUNT})", sentence.rest
    ):
        findings.cover(sentence.start + found.start(), sentence.start + found.end())
        sentence.take(*found.span())
    bill = Bill(findings, sentence, scanner.scan(sentence.rest), unborne=findings.unborne)
    bill.run()
    text = sentence.rest
    to_court = bool(TO_COURT.search(text)) or bool(REFUND.search(text))
    if not bill.made and not _refers(findings, bill, text):
        return False
    touched = bill.made or _touched(findings, bill, text)
    findings.costs.extend(bill.made)
    findings.unread.extend(bill.doubts)
    findings.notes.extend(bill.notes)
    findings.unborne = bill.unborne
    for cost in touched:
        _complete(findings, bill, cost, to_court=to_court, text=text)
    _prepaid_alike(findings, touched)
    _cover(findings, bill)
    return True


def _refers(findings: Findings, bill: Bill, text: str) -> bool:
    return bool(findings.costs) and bool(_touched(findings, bill, text))


def _touched(findings: Findings, bill: Bill, text: str) -> list[Cost]:
    """The costs a sentence speaks of again: by label, by amount, or all of them (上述费用)."""
    amounts = {token.amount for token in bill.tokens if token.kind == "amount"}
    label = LABEL.search(text)
    if amounts:
        matching = [cost for cost in findings.costs if cost.amount in amounts]
        if matching:
            return matching
        return [
            cost
            for cost in findings.costs
            if sum(other.amount for other in findings.costs if other.borne_by == cost.borne_by) in amounts
        ]
    if label and label["label"] not in ("费用", "诉讼费用", "诉讼费"):
        return [cost for cost in findings.costs if label["label"].endswith(cost.label[-3:])]
    return list(findings.costs) if label or re.search(r"本院|预交|该款|此款|费用", text) else []


def _complete(findings: Findings, bill: Bill, cost: Cost, *, to_court: bool, text: str) -> None:
    index = next((place for place, other in enumerate(findings.costs) if other is cost), None)
    if index is None:
        return
    prepaid = bill.prepaid_by or cost.prepaid_by
    payee = cost.payable_to
    if bill.payable_to is not None and cost.borne_by != (bill.payable_to,):
        payee = bill.payable_to
    elif to_court:
        payee = COURT
    own = prepaid is not None and cost.borne_by == (prepaid,)
    perform = cost.perform if own else bill.perform or cost.perform
    findings.costs[index] = replace(cost, payable_to=payee, prepaid_by=prepaid, perform=perform)


def _prepaid_alike(findings: Findings, touched: list[Cost]) -> None:
    """Who paid a fee in advance paid all of it, whoever bears the parts."""
    labels = {cost.label for cost in touched}
    advances = {
        cost.label: cost.prepaid_by for cost in findings.costs if cost.label in labels and cost.prepaid_by
    }
    findings.costs = [
        replace(cost, prepaid_by=cost.prepaid_by or advances.get(cost.label)) for cost in findings.costs
    ]


def _cover(findings: Findings, bill: Bill) -> None:
    """Cover formulas on costs and used tokens; what remains in words of weight is doubted."""
    rest = bill.sentence.rest
    for token in bill.tokens:
        if token.used:
            rest = rest[: token.start] + "\0" * (token.end - token.start) + rest[token.end :]
    if bill.percent:
        rest = re.sub(numerals.PERCENT, lambda found: "\0" * len(found[0]), rest)
    for pattern in (LATE, TO_COURT, REFUND, KEPT, HALVED, LABEL, PREPAID, DIRECT, BEARS):
        rest = pattern.sub(lambda found: "\0" * len(found[0]), rest)
    for found in re.finditer(r"[^\0，。；、（）：\n]+", rest):
        if not GLUE.fullmatch(found[0]) and not is_glue(found[0]):
            findings.doubt(bill.at(found.start()), bill.at(found.end()), found[0], "")
    doubted = {span.place for span in findings.unread}
    for start, end in _pieces(rest):
        if (bill.at(start), bill.at(end)) not in doubted:
            findings.cover(bill.at(start), bill.at(end))


def _pieces(rest: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\0+|[^\0，。；、（）：\n]+", rest)]


def payees_by_law(findings: Findings, *, of_a_court: bool) -> None:
    """Where a court's paper names no payee: the court (民诉法解释 207)."""
    if findings.unborne is not None:
        label, amount, place = findings.unborne
        findings.doubt(*place, "", f"{label}还有{plain(amount)}元由谁负担未写明")
    if not of_a_court:
        return
    missing = [cost for cost in findings.costs if cost.payable_to is None]
    findings.costs = [
        replace(cost, payable_to=COURT) if cost.payable_to is None else cost for cost in findings.costs
    ]
    open_to_doubt = [cost for cost in missing if cost.prepaid_by and cost.borne_by != (cost.prepaid_by,)]
    if open_to_doubt:
        findings.notes.append(
            "诉讼费用未写明向谁支付：按民诉法解释第207条视为向法院交纳（预交的由法院退还），请核对。"
        )
