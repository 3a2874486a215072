"""Interest formulas put together from their parts: base, beginning, rate, ceiling, end, in whatever order they stand.

One sentence may hold several: a new base, or a new beginning after a complete one, begins the next; a rate said once
for all (均按…) goes to every one of them that has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from zhixing.cases.titles import numerals
from zhixing.cases.titles.ceilings import ceiling
from zhixing.cases.titles.drafts import Draft
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.reading import Cap, Interest, Passage, Sum
from zhixing.cases.titles.tokens import Token

_OUTSTANDING = re.compile(r"未|欠|剩余|余额|尚|实际欠|扣减|扣除|减去|余下|下欠")
_ACCRUED = re.compile(r"利息|违约金|罚息|复利|滞纳金|占用费|律师|保全|担保费|诉讼|受理费|公告费|鉴定费")
_GENERIC = re.compile(r"款项|欠款|金额|债务|部分|金钱|给付|余额|本息|应付款|款$|数额")


@dataclass(slots=True)
class Accruals:
    """The formulas of one sentence. `offset` is where the sentence begins in the even text."""

    findings: Findings
    offset: int
    drafts: list[Draft] = field(default_factory=list)
    label: str = ""
    label_start: int | None = None
    nearest: Sum | None = None
    counted_until: date | None = None

    def take(self, token: Token) -> None:
        """Add a part to the formula it belongs to."""
        if (
            token.kind == "base"
            and token.text.startswith("均")
            and self.drafts
            and not self.drafts[-1].base_text
        ):
            for draft in self.drafts:
                self._base(draft, token)
            self.drafts[-1].tokens.append(token)
            return
        draft = self._draft_for(token)
        draft.end = token.end
        draft.tokens.append(token)
        match token.kind:
            case "base":
                self._base(draft, token)
            case "since":
                draft.since, draft.since_text = token.day, token.words or token.text
                if (
                    token.day is None
                    and token.words
                    and re.match(r"此后|之后|其后|其余|后续|以后", token.words)
                ):
                    draft.since = self._day_after()
            case "rate":
                draft.rate, draft.rate_text, draft.rate_on = token.rate, token.text, token.words
            case "until":
                draft.until, draft.until_text = token.day, token.words
                self.counted_until = token.day or self.counted_until
            case _:
                draft.cap = self._cap(draft, token.words)

    def _cap(self, draft: Draft, words: str) -> Cap:
        """A ceiling stated as an amount or a rate, as 本金, or as a part of the base (不超过购房款的3%)."""
        stated = ceiling(words)
        if stated != Cap():
            return stated
        part = re.fullmatch(rf"(?P<what>[^\d%]{{2,20}}?)(?:总额)?的(?P<part>{numerals.PERCENT})", words)
        what = part["what"] if part else words
        share = numerals.share(part["part"]) if part else Decimal(1)
        named = draft.base is not None and (
            what in draft.base_text or what in ("本金", "借款本金") or what == draft.base_of
        )
        whole = draft.base if named else None
        if whole is None:
            found = self._referred(what)
            whole = found.amount if found else None
        cents = whole * share if whole is not None and share is not None else None
        return Cap(amount=int(cents)) if cents is not None and cents == int(cents) else Cap()

    def label_next(self, label: str, start: int, before: str) -> bool:
        """Name what the following formula reckons (逾期利息, 违约金), or one begun; whether it was one begun."""
        last = self.drafts[-1] if self.drafts else None
        if self.label_start is not None and label in self.label:
            return True
        ends = before == "until" and last is not None and last.until_text is None
        if last is not None and (ends or not last.complete):
            last.label = label
            return True
        self.label, self.label_start = label, start
        return False

    def label_last(self, label: str) -> bool:
        """Name the formula just read (按年利率6%支付逾期利息); False where there is none."""
        if not self.drafts:
            return False
        self.drafts[-1].label = label.lstrip("的")
        return True

    def _draft_for(self, token: Token) -> Draft:
        last = self.drafts[-1] if self.drafts else None
        if last is None or self._starts_anew(last, token):
            start = token.start if self.label_start is None else self.label_start
            fresh = Draft(start, token.end, self.label or (last.label if last else "利息"))
            if last is not None and token.kind != "base":
                fresh.base, fresh.base_of = last.base, last.base_of
                fresh.outstanding = last.outstanding
            elif last is None and token.kind != "base" and self.nearest is not None:
                fresh.base, fresh.base_of = self.nearest.amount, self.nearest.label
            self.drafts.append(fresh)
            self.label_start = None
            return fresh
        return last

    def _starts_anew(self, last: Draft, token: Token) -> bool:
        if self.label_start is not None and last.complete:
            return True
        match token.kind:
            case "base":
                return bool(last.base_text) or (last.rate_text is not None and last.begun)
            case "since":
                return last.begun or (last.rate_text is not None and last.until_text is not None)
            case "rate":
                return last.rate_text is not None
            case "until":
                return last.until_text is not None
        return False

    def _base(self, draft: Draft, token: Token) -> None:
        draft.base_text = token.words
        draft.outstanding = bool(_OUTSTANDING.search(token.words))
        amounts = [numerals.fen(found[0]) for found in re.finditer(AMOUNT, token.words)]
        if amounts:
            plus = re.search(r"、|及|和|\+|加|与", token.words) and not draft.outstanding
            draft.base = amounts[0] if len(amounts) == 1 else _total(amounts) if plus else None
            return
        draft.base, draft.base_of = None, None
        # What falls due by the period, and interest that itself grows, are no one sum.
        moving = re.search(r"每期|各期|当期|每月", token.words) or re.search(r"利息|罚息", token.words)
        found = None if moving else self._referred(token.words)
        if found is not None:
            draft.base, draft.base_of = found.amount, found.label

    def _referred(self, words: str) -> Sum | None:
        """The sum a phrase such as 未偿还的借款 or 上述货款 refers to, where only one can be meant."""
        noun = re.sub(
            r"上述|前述|该|此|其|本判决|第[一二三四五六七八九十]+项|所?确定的?|实际|尚?未(?:偿还|支付"
            r"|付|还|清偿|归还|给付|履行)|尚?欠付?|剩余|拖欠|逾期|应付|应|的|被告[甲乙丙丁]?|原告|部分"
            r"|为",
            "",
            words,
        )
        sums = [
            amount for amount in self.findings.sums if amount.item == self.findings.item
        ] or self.findings.sums
        groups = [sums, self.findings.sums]
        for group in groups:
            group = [
                *self.findings.wholes,
                *(amount for amount in group if amount not in self.findings.parts),
            ]
            matching = [
                amount
                for amount in group
                if noun and (noun in amount.label or (amount.label and amount.label in noun))
            ]
            if not matching and ("本金" in words or _GENERIC.search(noun) or not noun):
                matching = [amount for amount in group if not _ACCRUED.search(amount.label)]
            if len({(amount.label, amount.amount) for amount in matching}) == 1:
                return matching[0]
        return None

    def _day_after(self) -> date | None:
        return self.counted_until + timedelta(days=1) if self.counted_until else None

    def finish(self, condition: Passage | None) -> None:
        """Hand the complete formulas over; parts of others stay unread."""
        self._join_late_base()
        shared = next((draft for draft in reversed(self.drafts) if draft.rate_text), None)
        for draft in self.drafts:
            self._period_said_first(draft)
            if draft.rate_text is None and shared is not None and draft.base is not None and draft.begun:
                draft.rate, draft.rate_text = shared.rate, shared.rate_text
                if draft.until_text is None:
                    draft.until, draft.until_text = shared.until, shared.until_text
            if draft.complete:
                self._hand_over(draft, conditional(condition, self.offset + draft.start))

    def _join_late_base(self) -> None:
        """按月利率1.2%自…计至…，以未还本金为基数: a base said last belongs to the formula before it."""
        if len(self.drafts) < 2:
            return
        last, before = self.drafts[-1], self.drafts[-2]
        if [token.kind for token in last.tokens] != ["base"] or before.base_text or not before.complete:
            return
        before.base, before.base_of, before.base_text = last.base, last.base_of, last.base_text
        before.outstanding, before.end = last.outstanding, last.end
        before.tokens.extend(last.tokens)
        self.drafts.pop()

    def _period_said_first(self, draft: Draft) -> None:
        """自…起至…止，以甲数为基数按…计算罚息，以乙数为基数…计算复利: the period said first is that of both."""
        index = self.drafts.index(draft)
        if draft.begun or draft.until_text or not index:
            return
        first = self.drafts[index - 1]
        kinds = [token.kind for token in first.tokens]
        if "since" in kinds and "base" in kinds and kinds.index("since") < kinds.index("base"):
            draft.since, draft.since_text, draft.until, draft.until_text = (
                first.since,
                first.since_text,
                first.until,
                first.until_text,
            )

    def _hand_over(self, draft: Draft, condition: str | None) -> None:
        owed_by, owed_to = self._who(draft)
        for token in draft.tokens:
            token.used = True
        self.findings.interest.append(
            Interest(
                label=draft.label,
                base=draft.base,
                base_of=draft.base_of,
                outstanding=draft.outstanding,
                since=draft.since,
                since_text=draft.since_text,
                rate=draft.rate,
                rate_text=draft.rate_text,
                cap=draft.cap,
                until=draft.until,
                until_text=draft.until_text,
                owed_by=owed_by,
                owed_to=owed_to,
                place=(self.offset + draft.start, self.offset + draft.end),
                item=self.findings.item,
                condition=condition,
            )
        )
        self._doubts(draft)

    def _who(self, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who owes the interest: those of the sentence; else those of the sum it runs on, or of every sum so far."""
        voice = self.findings.voice
        if voice.debtors:
            return voice.debtors, voice.creditors
        sums = [
            amount for amount in self.findings.sums if amount.label == draft.base_of
        ] or self.findings.sums
        sides = {(amount.owed_by, amount.owed_to) for amount in sums}
        return sides.pop() if len(sides) == 1 else ((), ())

    def _doubts(self, draft: Draft) -> None:
        open_points = {
            "base": (draft.base is None and bool(draft.base_text), "计息基数指哪一笔不明确"),
            "rate": (draft.rate is None and draft.rate_text is not None, "利率指哪一种、哪一期限不明确"),
            "since": (draft.since is None and draft.since_text is not None, "起算日要由事件推得"),
            "cap": (draft.cap == Cap(), "上限不明确"),
        }
        for token in draft.tokens:
            doubtful, why = open_points.get(token.kind, (False, ""))
            if doubtful:
                self.findings.doubt(self.offset + token.start, self.offset + token.end, token.text, why)
        if draft.rate_on and draft.rate is not None and draft.rate.table:
            self.findings.notes.append(f"“{draft.rate_text}”：利率按“{draft.rate_on}”时公布的固定，请核对。")


def _total(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def conditional(condition: Passage | None, at: int) -> str | None:
    """The condition of what stands at a place: one said before it, not after."""
    return condition.text if condition is not None and condition.place[0] <= at else None


def is_principal(label: str) -> bool:
    """Whether a label names a debt on which interest runs, not interest or a cost."""
    return bool(label) and not _ACCRUED.search(label)
