"""Reading a whole paper: even the text, find its parts, read each sentence, check the whole, list what is left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from zhixing.cases.titles import head
from zhixing.cases.titles.agreements import read_condition, read_order
from zhixing.cases.titles.cast import CREDITOR_SIDE, DEBTOR_SIDE, Cast, head_cast, infer, short_names
from zhixing.cases.titles.claims import read_claim, read_claim_clauses
from zhixing.cases.titles.costs import is_costs, opens_with_costs, payees_by_law, read_costs
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.flat import Flat, flatten
from zhixing.cases.titles.formulas import read_double_interest, set_aside_parts, set_aside_whole
from zhixing.cases.titles.instalments import fold
from zhixing.cases.titles.liabilities import read_liabilities, read_priority
from zhixing.cases.titles.payments import read_payment
from zhixing.cases.titles.reading import (
    Claim,
    Component,
    Cost,
    Interest,
    Kind,
    Liability,
    Party,
    Passage,
    Span,
    Sum,
    TitleReading,
)
from zhixing.cases.titles.sections import Sections, Sentence, sections, sentences
from zhixing.cases.titles.tokens import Scanner
from zhixing.cases.titles.wording import is_glue

Placed = TypeVar("Placed", Sum, Interest, Cost, Liability, Claim, Component, Passage, Party)
_COURT_PAPERS = (Kind.JUDGMENT, Kind.MEDIATION, Kind.RULING, Kind.PAYMENT_ORDER)
_LONGEST = 3000  # real sentences stay below 2,000 characters; longer ones would only cost time
_WEIGHTLESS = re.compile(r"[\s，。；：、（）“”\"'《》〈〉—\-.…·！？〔〕\0]*")
_MARK = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}(?:、|[.](?!\d)"
    r"|[.](?=\d{4}年))|[①②③④⑤⑥⑦⑧⑨⑩])"
)


def read(text: str) -> TitleReading:
    """Propose what an enforcement title says; `text` is the paper's text, spans refer to it.

    Nothing is guessed: what no reader understood is in `not_understood`.
    """
    flat = flatten(text)
    parts = sections(flat.text)
    findings = Findings(_cast(flat.text, parts))
    scanner = Scanner(findings.cast)
    for sentence in sentences(flat.text, parts.operative, parts.tail):
        if sentence.fresh:
            fold(findings)
            findings.begin_item(sentence.item)
        _read_sentence(findings, scanner, sentence)
    fold(findings)
    return _assemble(flat, parts, findings)


def _cast(text: str, parts: Sections) -> Cast:
    cast = head_cast(text[: parts.operative])
    short_names(cast, text[: parts.operative])
    infer(cast, text[parts.operative : parts.tail], parts.operative)
    return cast


def _read_sentence(findings: Findings, scanner: Scanner, sentence: Sentence) -> None:
    if len(sentence.text) > _LONGEST:
        end = sentence.start + len(sentence.text)
        findings.doubt(sentence.start, end, sentence.text, "一句过长，不像文书的句子，请人工核对")
        return
    read_double_interest(findings, sentence)
    set_aside_parts(findings, sentence)
    if set_aside_whole(findings, sentence):
        return
    read_order(findings, sentence)
    if is_costs(
        sentence.rest, going_on=findings.unborne is not None, after=bool(findings.costs)
    ) and read_costs(findings, scanner, sentence):
        return
    if opens_with_costs(sentence.rest):
        _leave(findings, sentence)
        return
    _read_duties(findings, scanner, sentence)


def _read_duties(findings: Findings, scanner: Scanner, sentence: Sentence) -> None:
    """Read what a sentence orders besides costs: money, things, conduct, further debtors, on a condition or not."""
    condition = read_condition(findings, sentence)
    if condition is not None:
        _debtor_of_condition(findings, scanner, condition, sentence)
    answered = read_priority(findings, scanner, sentence)
    if _liability_first(sentence.rest):
        answered = read_liabilities(findings, scanner, sentence) or answered
    claimed = read_claim_clauses(findings, scanner, sentence)
    paid = read_payment(findings, scanner, sentence, condition)
    if not paid:
        paid = read_claim(findings, scanner, sentence) or claimed
    if paid:
        read_liabilities_after(findings, scanner, sentence)
        return
    _leave(findings, sentence)


def _debtor_of_condition(
    findings: Findings, scanner: Scanner, condition: Passage, sentence: Sentence
) -> None:
    """如张某未按期履行: whoever may fail to perform owes what follows from it."""
    if sentence.rest[: condition.place[0] - sentence.start].strip("\0，"):
        return
    subject = next((token for token in scanner.scan(condition.text) if token.kind == "party"), None)
    if subject is not None and subject.side != "both" and not subject.preposition:
        findings.voice.debtors = subject.names


def _liability_first(text: str) -> bool:
    return bool(re.search(r"(?:承担|互负|负)[^，。；]{0,16}(?:责任|义务)", text))


def read_liabilities_after(findings: Findings, scanner: Scanner, sentence: Sentence) -> None:
    """A liability stated in the same sentence as the sums joins its debtor to them once they are read."""
    del scanner
    for liability in findings.liabilities:
        if not (sentence.start <= liability.place[0] < sentence.start + len(sentence.text)):
            continue
        if liability.kind == "joint" and liability.limit is None and not liability.items:
            for amount in findings.sums_of(()):
                if amount.item == sentence.item and not set(liability.owed_by) <= set(amount.owed_by):
                    owed_by = tuple(dict.fromkeys((*amount.owed_by, *liability.owed_by)))
                    findings.change(amount, replace(amount, owed_by=owed_by, jointly=True))
            findings.interest = [
                replace(formula, owed_by=tuple(dict.fromkeys((*formula.owed_by, *liability.owed_by))))
                if formula.item == sentence.item
                else formula
                for formula in findings.interest
            ]


def _leave(findings: Findings, sentence: Sentence) -> None:
    """Nobody could place the sentence: what remains of it is not understood."""
    for found in re.finditer(r"[^\0，。；\n]+", sentence.rest):
        if not is_glue(found[0].strip("、：（）")):
            findings.doubt(sentence.start + found.start(), sentence.start + found.end(), found[0], "")
        else:
            findings.cover(sentence.start + found.start(), sentence.start + found.end())


def _assemble(flat: Flat, parts: Sections, findings: Findings) -> TitleReading:
    text = flat.text
    kind, kind_place = head.kind(
        text, max(parts.head, min(len(text), 200)) if parts.head else min(len(text), 200)
    )
    number, number_place = head.number(text, parts.head or min(len(text), 200))
    court, court_place = head.court(text, parts.head, parts.tail, number)
    dated, date_place = head.dated(text, parts.tail)
    payees_by_law(findings, of_a_court=kind in _COURT_PAPERS)
    for place in (kind_place, number_place, court_place, date_place):
        if place is not None:
            findings.cover(*place)
    aside = [*findings.set_aside, *_other_parts(text, parts)]
    _parties_of_notary(findings, kind)
    unread = _unread(text, parts, findings)
    _note(findings, kind)
    omitted = [Passage(place, flat.original[place[0] : place[1]].strip(), "页码") for place in flat.omitted]
    covered = _marks(text, findings)
    return TitleReading(
        kind=kind,
        number=number,
        court=court,
        dated=dated,
        parties=_placed(
            flat,
            [Party(member.name, member.role, (member.start, member.end)) for member in findings.cast.members],
        ),
        sums=tuple(
            replace(amount, perform_place=flat.place(*amount.perform_place) if amount.perform_place else None)
            for amount in _placed(flat, findings.sums)
        ),
        interest=_placed(flat, findings.interest),
        costs=_placed(flat, findings.costs),
        liabilities=_placed(flat, findings.liabilities),
        claims=_placed(flat, findings.claims),
        composition=_placed(flat, findings.composition),
        order=findings.order,
        order_place=flat.place(*findings.order_place) if findings.order_place else None,
        acceleration=_placed(flat, [findings.acceleration])[0] if findings.acceleration else None,
        double_interest=findings.double_interest_place is not None,
        double_interest_place=flat.place(*findings.double_interest_place)
        if findings.double_interest_place
        else None,
        notes=tuple(dict.fromkeys(findings.notes)),
        set_aside=(*_placed(flat, aside), *omitted),
        not_understood=_placed(flat, unread),
        understood=tuple(flat.place(*span) for span in covered),
    )


def _parties_of_notary(findings: Findings, kind: Kind | None) -> None:
    """A notary's certificate lists what the one debtor owes the one creditor without saying so in a sentence."""
    debtors, creditors = findings.cast.side(DEBTOR_SIDE), findings.cast.side(CREDITOR_SIDE)
    if kind is not Kind.NOTARISED_DEBT or len(debtors) != 1 or len(creditors) != 1:
        return
    findings.sums = [
        replace(amount, owed_by=amount.owed_by or debtors, owed_to=amount.owed_to or creditors)
        for amount in findings.sums
    ]
    findings.interest = [
        replace(formula, owed_by=formula.owed_by or debtors, owed_to=formula.owed_to or creditors)
        for formula in findings.interest
    ]


def _placed(flat: Flat, found: list[Placed]) -> tuple[Placed, ...]:
    return tuple(replace(proposal, place=flat.place(*proposal.place)) for proposal in found)


def _other_parts(text: str, parts: Sections) -> list[Passage]:
    stretches = (
        (0, parts.head, "首部：标题、案号、当事人"),
        (parts.head, parts.operative, "事实与理由"),
        (parts.tail, len(text), "尾部：署名与日期"),
    )
    return [
        Passage((start, end), text[start:end], why)
        for start, end, why in stretches
        if text[start:end].strip()
    ]


def _marks(text: str, findings: Findings) -> list[Span]:
    """The understood spans, merged."""
    merged: list[Span] = []
    for start, end in sorted(findings.covered):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if text[start:end].strip()]


def _unread(text: str, parts: Sections, findings: Findings) -> list[Passage]:
    """Doubts, and every stretch of the operative part nobody has spoken for; neighbours in a clause are joined."""
    seen = bytearray(len(text))
    for start, end in (
        *findings.covered,
        *(passage.place for passage in (*findings.set_aside, *findings.unread)),
    ):
        seen[start:end] = b"\1" * (end - start)
    for found in _MARK.finditer(text, parts.operative, parts.tail):
        if found.start() == parts.operative or text[found.start() - 1] in "\n；。：":
            seen[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    gaps = [found.span() for found in re.finditer(rb"\0+", bytes(seen[parts.operative : parts.tail]))]
    left = list(findings.unread)
    for start, end in gaps:
        start, end = start + parts.operative, end + parts.operative
        for piece in re.finditer(r"[^，。；\n]+", text[start:end]):
            if not _WEIGHTLESS.fullmatch(piece[0]):
                left.append(Passage((start + piece.start(), start + piece.end()), piece[0], ""))
    return _joined(text, sorted(left, key=lambda passage: passage.place))


def _joined(text: str, passages: list[Passage]) -> list[Passage]:
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not last.why
            and not passage.why
            and not re.search(r"[，。；\n]", text[last.place[0] : passage.place[1]])
        ):
            joined[-1] = Passage(
                (last.place[0], passage.place[1]), text[last.place[0] : passage.place[1]], ""
            )
        else:
            start, end = passage.place
            joined.append(Passage(passage.place, text[start:end], passage.why))
    return [replace(passage, why=passage.why or "没有读懂，请人工核对") for passage in joined]


def _note(findings: Findings, kind: Kind | None) -> None:
    proposals = (findings.sums, findings.interest, findings.costs, findings.claims)
    if not any(proposals):
        findings.notes.append("没有读到给付内容：也许在所确认的协议或者原判决书里，请一并读取。")
    if any(amount.perform is None for amount in findings.sums):
        findings.notes.append("有的款项没有写明履行期限，请核对原文后填写。")
    if not findings.double_interest_place and kind is not None:
        findings.notes.append("文书未写加倍支付迟延履行期间债务利息的条款（依法仍可适用民诉法第264条）。")
