"""One sentence on costs: which fees it names, who bears which of them, who paid in advance, to whom the bearer pays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhixing.cases.titles import numerals
from zhixing.cases.titles.cost_words import HALVED, LABEL, PREPAID, REFUND
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.reading import Cost, Passage, Perform, Span
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Token


@dataclass(slots=True)
class Fee:
    """A fee with its amount, before it is known who bears it."""

    label: str
    amount: int
    start: int
    end: int


@dataclass(slots=True)
class Bearer:
    """Someone who bears fees: the whole, or a part with its amount."""

    names: tuple[str, ...]
    amount: int | None
    end: int


@dataclass(slots=True)
class Bill:
    """One sentence on costs being read."""

    findings: Findings
    sentence: Sentence
    tokens: list[Token]
    fees: list[Fee] = field(default_factory=list)
    bearers: list[Bearer] = field(default_factory=list)
    prepaid_by: str | None = None
    payable_to: str | None = None
    perform: Perform | None = None
    subject: Token | None = None
    made: list[Cost] = field(default_factory=list)
    total: int | None = None
    refund: bool = False
    percent: bool = False
    doubts: list[Passage] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unborne: tuple[str, int, Span] | None = None

    def run(self) -> None:
        """Read the sentence's tokens, then settle who bears what."""
        for index, token in enumerate(self.tokens):
            if token.kind == "amount":
                self._amount(index, token)
            elif token.kind == "party":
                self._party(index, token)
            elif token.kind == "perform":
                self.perform, token.used = token.perform, True
            elif token.kind == "total":
                token.used = True
        self._last_bearer()
        self._settle()

    def _words_before(self, index: int) -> str:
        start = index
        while start and self.tokens[start - 1].kind in (
            "word",
            "sep",
            "stretch",
            "cut",
            "verb",
            "joint",
            "each",
            "perform",
            "every",
        ):
            start -= 1
        return "".join(token.text for token in self.tokens[start:index])

    def _after(self, token: Token, limit: int = 40) -> str:
        return self.sentence.rest[token.end : token.end + limit]

    def _amount(self, index: int, token: Token) -> None:
        words = self._words_before(index)
        label = next(reversed(list(LABEL.finditer(words))), None)
        previous = self.tokens[index - 1].kind if index else ""
        token.used = True
        if previous == "total":
            self.total = token.amount
        elif self._bearing(words) and self.subject is not None:
            self._bear(self.subject, token.amount, token.end)
        elif HALVED.search(words) and self.fees and (label is None or label["label"] == self.fees[-1].label):
            self.fees[-1].amount, self.fees[-1].end = token.amount or 0, token.end
        elif label is not None:
            if self.bearers:
                self._settle()
            self.fees.append(
                Fee(_label(words, label), token.amount or 0, max(0, token.start - len(words)), token.end)
            )
        elif re.match(r"负担|承担", self._after(token)) and self.subject is not None:
            self._bear(self.subject, token.amount, token.end)
        elif self.refund or REFUND.search(self.sentence.rest[token.end :]) or re.search("多|退", words):
            self.refund = True
        else:
            token.used = self._repeats(token)

    def _repeats(self, token: Token) -> bool:
        totals = {
            sum(cost.amount for cost in self.findings.costs if cost.label == fee.label)
            for fee in self.findings.costs
        }
        if token.amount in totals:
            return True
        return any(token.amount in (fee.amount, self.total) for fee in self.fees) or any(
            cost.amount == token.amount for cost in (*self.findings.costs, *self.made)
        )

    def _bearing(self, words: str) -> bool:
        return (
            bool(
                re.search(
                    r"(?:负担|承担)(?:\0|案件受理费|受理费|诉讼费|其中|了|金额|人民币|计|：|的)*$", words
                )
            )
            and self.bearing_subject
        )

    @property
    def bearing_subject(self) -> bool:
        """Whether somebody was just named who may be the bearer."""
        return self.subject is not None

    def _party(self, index: int, token: Token) -> None:
        token.used = True
        after = self._after(token)
        before = self.sentence.rest[max(0, token.start - 8) : token.start]
        if token.preposition in ("向", "给", "付给") or re.search(
            r"(?:支付|给付|付|付还|返还|付给|给|迳付|径付|转付)(?:给)?$", before
        ):
            self._last_bearer()
            self.payable_to = token.names[0] if token.names else None
        elif re.match(rf"(?:{PREPAID.pattern})", after) and not re.match(r"支付", after):
            self.prepaid_by = token.names[0] if len(token.names) == 1 else "、".join(token.names)
        elif re.search(r"(?:退还|退回)(?:给)?$", before):
            self.refund = True
        elif re.match(r"因本案|支出|为本案", after):
            self.prepaid_by = token.names[0] if len(token.names) == 1 else None
        elif self._bears(after) or (
            token.preposition == "由"
            and self.fees
            and not self.bearers
            and self.subject is None
            and re.match(r"[^，。；]{0,40}(?:支付|给付)", after)
        ):
            self._last_bearer()
            self.subject = token
        elif re.match(r"多(?:预)?(?:交|缴)|应退|预交的", after):
            self.refund = bool(re.search(r"退", after))
        elif (
            not re.match(r"(?:可以?向|[^，。；]{0,24}(?:缴纳|交纳|支付|给付|付|履行|迳|径|直接))", after)
            and token.side != "both"
        ):
            token.used = False

    def _bears(self, after: str) -> bool:
        return bool(
            re.match(
                rf"(?:应|各自|各|均|共同|连带|按份|分别|自行|还|需|须|平均|各半|半|：)*(?:负担|承担|分担|{numerals.AMOUNT})",
                after,
            )
        )

    def _last_bearer(self) -> None:
        """A bearer without an amount of its own bears the whole."""
        if self.subject is not None:
            self._bear(self.subject, None, self.subject.end)

    def _bear(self, subject: Token, amount: int | None, end: int) -> None:
        after = self._after(subject, 12)
        self.subject = None
        if re.match(r"(?:应)?(?:各自?半?|平均|均)(?:负担|承担|分担)?", after) and len(subject.names) > 1:
            self._bear_each(
                subject, amount, end, half="半" in after or "平均" in after or "二分之一" in after
            )
            return
        share = re.match(rf"(?:应)?(?:负担|承担|分担)({numerals.PERCENT})", after)
        if amount is None and share is not None and self.fees:
            amount = self._share(share[1])
        self.bearers.append(Bearer(subject.names, amount, end))

    def _share(self, words: str) -> int | None:
        """A percentage of the fees, where it comes to whole fen."""
        part = numerals.share(words)
        cents = sum(fee.amount for fee in self.fees) * part if part is not None else None
        if cents is None or cents != int(cents):
            return None
        self.percent = True
        return int(cents)

    def _bear_each(self, subject: Token, amount: int | None, end: int, *, half: bool) -> None:
        if amount is None and half and self.fees:
            whole = sum(fee.amount for fee in self.fees)
            if whole % len(subject.names):
                self.bearers.append(Bearer(subject.names, None, end))
                self.notes.append("诉讼费用平均负担除不尽，请按票据填写各自负担的数额。")
                return
            amount = whole // len(subject.names)
        self.bearers.extend(Bearer((name,), amount, end) for name in subject.names)

    def _settle(self) -> None:
        """Write the costs of the fees read so far, one for each bearer."""
        if not self.bearers:
            return
        if not self.fees and self.unborne is not None and self.bearers[0].amount is not None:
            label, amount, place = self.unborne
            self.unborne = None
            start = place[0] - self.sentence.start
            self.fees.append(Fee(label, amount, start, start))
        if not self.fees:
            self.bearers = []
        elif len(self.bearers) == 1 and (
            self.bearers[0].amount in (None, sum(fee.amount for fee in self.fees))
        ):
            for fee in self.fees:
                self._make(
                    fee.label,
                    fee.amount,
                    self.bearers[0].names,
                    (fee.start, max(fee.end, self.bearers[0].end)),
                )
        elif all(bearer.amount is not None for bearer in self.bearers):
            self._split()
        else:
            self._one_part_said()
        self.fees, self.bearers = [], []

    def _split(self) -> None:
        whole, shared = (
            sum(fee.amount for fee in self.fees),
            sum(bearer.amount or 0 for bearer in self.bearers),
        )
        label = "、".join(dict.fromkeys(fee.label for fee in self.fees))
        start = self.fees[0].start
        for bearer in self.bearers:
            self._make(label, bearer.amount or 0, bearer.names, (start, bearer.end))
        if whole > shared:
            self.unborne = (label, whole - shared, (self.at(start), self.at(self.bearers[-1].end)))
        elif whole != shared:
            end = self.bearers[-1].end
            why = "各人负担之和与费用总额不符"
            self.doubts.append(Passage((self.at(start), self.at(end)), self.sentence.text[start:end], why))

    def _one_part_said(self) -> None:
        whole = sum(fee.amount for fee in self.fees)
        silent = [bearer for bearer in self.bearers if bearer.amount is None]
        said = sum(bearer.amount or 0 for bearer in self.bearers)
        rest = re.search(r"余额|其余|余下|剩余|余款", self.sentence.text)
        if len(silent) == 1 and rest and whole > said:
            silent[0].amount = whole - said
            self._split()
            return
        place = (self.at(self.fees[0].start), self.at(self.bearers[-1].end))
        self.doubts.append(Passage(place, self.sentence.text, "各人负担多少未写明"))

    def _make(self, label: str, amount: int, names: tuple[str, ...], place: tuple[int, int]) -> None:
        self.made.append(Cost(label, amount, names, None, None, None, (self.at(place[0]), self.at(place[1]))))

    def at(self, offset: int) -> int:
        """An offset of the sentence in the even text."""
        return self.sentence.start + offset


def _label(words: str, found: re.Match[str]) -> str:
    label = found["label"]
    counter = re.search(r"反诉", words) and "反诉" not in label
    if label == "受理费":
        label = "案件受理费"
    return f"反诉{label}" if counter else label
