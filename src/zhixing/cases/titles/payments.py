"""Sentences that order money to be paid: who, to whom, by when, which sums, with which interest.

The sentence is walked token by token. Words directly before an amount are its label; a date of performance governs
the amounts that follow it in its clause, or, where none follows, those before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zhixing.cases.titles.accrual import Accruals, is_principal
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.instalments import monthly_sums, recurring_period
from zhixing.cases.titles.reading import Component, Perform, Sum
from zhixing.cases.titles.references import item_numbers
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Scanner, Token
from zhixing.cases.titles.wording import (
    DEDUCTED,
    INTEREST_LABEL,
    NOUN,
    REJECTED,
    UNLABELLED,
    is_glue,
    label_of,
)

_SOFT = ("word", "sep", "stretch")
_LONGEST = 40
_PARTS = ("base", "since", "until", "rate", "cap")
_BALANCE = re.compile(r"余款|剩余款项|剩余(?:的)?(?:部分|货款|借款|欠款|工程款)|尾款|余下|其余款项|余额")


@dataclass(slots=True)
class Walk:
    """One sentence being read; `mine` are the sums it has given, with the number of their clause."""

    findings: Findings
    sentence: Sentence
    tokens: list[Token]
    accruals: Accruals
    condition: str | None
    mine: list[tuple[Sum, int]] = field(default_factory=list)
    chunk: list[Token] = field(default_factory=list)
    label: list[Token] = field(default_factory=list)
    clause: int = 0
    brackets: list[bool] = field(default_factory=list)
    verb_said: bool = False
    each: str = ""
    shares: list[Sum] = field(default_factory=list)
    before: Token | None = None
    effects: int = 0
    monthly: Token | None = None
    deductions: list[tuple[Token, list[Token]]] = field(default_factory=list)

    def run(self) -> bool:
        """Read the sentence; False where it orders no money."""
        for index, token in enumerate(self.tokens):
            if token.kind in _SOFT:
                self.chunk.append(token)
                continue
            self._take(index, token)
            if token.kind not in ("open", "close"):
                self.before = token
        self._close_chunk(None)
        return self._finish()

    def _take(self, index: int, token: Token) -> None:
        if token.kind == "amount":
            self._amount(index, token)
            return
        self._close_chunk(token)
        match token.kind:
            case "party":
                self._party(index, token)
            case "perform" | "monthly":
                self._perform(index, token)
            case "comma":
                self.clause += 1
            case "open":
                self.brackets.append(index > 0 and self.tokens[index - 1].kind == "amount")
            case "close":
                if self.brackets:
                    self.brackets.pop()
            case "joint":
                self._joint(token)
            case "each":
                self.each, token.used = token.text, True
            case "verb":
                self.verb_said = token.used = True
            case "as_of" | "interim":
                self.accruals.counted_until = token.day or self.accruals.counted_until
                token.used = True
            case kind if kind in _PARTS:
                self._interest(token)

    def _close_chunk(self, closing: Token | None) -> None:
        """Words before something else than an amount: nothing of weight, the name of what follows, or left unread."""
        words = "".join(token.text for token in self.chunk)
        bare = words.strip("、")
        named = INTEREST_LABEL.search(bare) or (
            closing is not None and closing.kind in ("interim", *_PARTS) and NOUN.search(bare)
        )
        ending = closing is None or closing.kind in ("comma", "close")
        following = (
            self.before is not None
            and self.before.kind in _PARTS
            and closing is not None
            and closing.kind == "open"
        )
        if (ending or following) and self._names_last(bare):
            self._use(self.chunk)
        elif named and closing is not None and closing.kind != "party":
            matched = INTEREST_LABEL.search(bare)
            label = (matched["label"] if matched else label_of(bare)).lstrip("的")
            if self.accruals.label_next(label, self.chunk[0].start, closing.kind):
                self._use(self.chunk)
            self.label = self.chunk
        elif closing is not None and closing.text == "：" and NOUN.search(bare):
            self._use(self.chunk)
        elif is_glue(bare) or _BALANCE.fullmatch(bare):
            for token in self.chunk:
                token.used = True
        elif NOUN.search(bare) and not REJECTED.search(bare):
            self.label = self.chunk
        self.chunk = []

    def _names_last(self, bare: str) -> bool:
        found = INTEREST_LABEL.search(bare)
        return (
            found is not None and is_glue(bare[: found.start()]) and self.accruals.label_last(found["label"])
        )

    def _party(self, index: int, token: Token) -> None:
        token.used = True
        if token.side == "both":
            return
        voice = self.findings.voice
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        after_verb = (
            self.before is not None
            and self.before.kind in ("verb", "joint")
            and self.before.end >= token.start - 1
        )
        if re.match(r"(?:均)?(?:有权|可以|可(?=就|向|按|要|申|持|凭))", following):
            voice.creditors = token.names
            return
        owning = following.startswith("的") and not self.verb_said and self._verb_ahead(index)
        if token.preposition == "对" and re.match(r"[^，。；]{0,6}(?:享有|负有)", following):
            voice.creditors, voice.debtors = voice.debtors, token.names
        elif (
            token.preposition in ("向", "给", "对", "付给", "欠")
            or (after_verb and token.preposition != "由")
            or owning
        ):
            voice.creditors = token.names
        elif token.preposition == "与":
            token.used = False
        else:
            if self.mine and voice.debtors != token.names and token.preposition != "由":
                voice.perform = voice.perform_place = None
                voice.jointly = None
                voice.creditors = ()
            voice.debtors = token.names

    def _verb_ahead(self, index: int) -> bool:
        return any(token.kind == "party" and token.preposition == "由" for token in self.tokens[index:])

    def _joint(self, token: Token) -> None:
        token.used = True
        self.verb_said = True
        self.findings.voice.jointly = True
        self.mine = [
            (self._changed(amount, replace(amount, jointly=True)), clause) for amount, clause in self.mine
        ]

    def _changed(self, old: Sum, new: Sum) -> Sum:
        if old in self.findings.sums:
            self.findings.change(old, new)
        return new

    def _perform(self, index: int, token: Token) -> None:
        voice = self.findings.voice
        if token.perform is None:
            return
        token.used = True
        place = (self.sentence.start + token.start, self.sentence.start + token.end)
        if token.kind == "monthly":
            self.monthly = token
        if self._amount_ahead(index):
            voice.perform, voice.perform_place = token.perform, place
            return
        beside = [amount for amount, clause in self.mine if clause == self.clause]
        waiting = beside or [amount for amount, _ in self.mine if amount.perform is None]
        if not beside and self._balance(token.perform, place):
            return
        for amount in waiting:
            self._replace(amount, replace(amount, perform=token.perform, perform_place=place))
        if not self.mine:
            voice.perform, voice.perform_place = token.perform, place
            self._perform_of_all(token.perform, place)

    def _replace(self, old: Sum, new: Sum) -> None:
        self.mine = [
            (self._changed(old, new) if amount is old else amount, clause) for amount, clause in self.mine
        ]

    def _perform_of_all(self, perform: Perform, place: tuple[int, int]) -> None:
        """上述款项于…前付清: the day for sums already read, where this sentence brings none of its own."""
        words = self.sentence.rest
        if any(token.kind == "amount" for token in self.tokens) or not re.search(
            r"上述|以上|前述|前列|上列|各项|第[一二三四五六七八九十\d]", words
        ):
            return
        if self.findings.perform_all(item_numbers(words), perform, place):
            self.effects += 1

    def _balance(self, perform: Perform, place: tuple[int, int]) -> bool:
        """余款于…前付清: what instalments already read leave of the sums they belong to."""
        begin = max(
            (
                token.end
                for token in self.tokens
                if token.kind == "comma" and token.end <= place[0] - self.sentence.start
            ),
            default=0,
        )
        if not _BALANCE.search(self.sentence.rest[begin : place[0] - self.sentence.start]):
            return False
        item = [amount for amount in self.findings.sums if amount.item == self.findings.item]
        whole = sum(amount.amount for amount in item if amount.label)
        rest = whole - sum(amount.amount for amount in item if not amount.label)
        if rest <= 0 or rest == whole:
            return False
        self._add("", rest, self.sentence.start + begin, place[1], perform=perform, perform_place=place)
        return True

    def _amount_ahead(self, index: int) -> bool:
        for token in self.tokens[index + 1 :]:
            if token.kind == "amount":
                return True
            if token.kind == "comma":
                return False
        return False

    def _interest(self, token: Token) -> None:
        principals = [amount for amount, _ in self.mine if is_principal(amount.label)]
        here = [amount for amount in principals if amount is self.mine[-1][0]] or principals
        self.accruals.nearest = here[0] if len(here) == 1 else None
        if self.label and self.accruals.label_start is not None:
            for part in self.label:
                part.used = True
        self.accruals.take(token)

    def _amount(self, index: int, token: Token) -> None:
        words = "".join(part.text for part in self.chunk)
        if self.brackets and self.brackets[-1] and self._in_brackets(token, words):
            return
        if self._is_total(index, token, words):
            return
        start = self.chunk[0].start if self.chunk else token.start
        label = label_of(words) if self.chunk else ""
        if not label and self.before is not None and self.before.kind == "interim":
            label, start = self.accruals.label or "利息", self.before.start
            self.accruals.label_start = None
            self._use(self.label)
        elif not label and self.label and self.before is not None and self.before.kind in ("comma", "total"):
            label, start = label_of("".join(part.text for part in self.label)), self.label[0].start
            self._use(self.label)
        if DEDUCTED.search(self._lead(token)):
            self._deducted(token)
            return
        if self.deductions and not label and self._net(token):
            return
        if (
            REJECTED.search(words)
            or re.match(r"[在以按对就将从经不]", label)
            or not (UNLABELLED.fullmatch(label) or (NOUN.search(label) and len(label) <= _LONGEST))
        ):
            self.chunk = []
            return
        if re.match(r"(?:其中|包括)", words.strip("、")) and self._component(token, label):
            return
        self._use(self.chunk)
        token.used = True
        self.label, self.chunk = [], []
        if not label:
            label = self._label_after(index)
        if self._said_before(words, label, token):
            return
        self._add_for_each("" if UNLABELLED.fullmatch(label) else label, token, start)

    def _said_before(self, words: str, label: str, token: Token) -> bool:
        """上述利息24000元于…前付清: a sum already read, which now gets its day."""
        if not re.match(r"(?:对于|就)?(?:上述|前述|该|以上)", words):
            return False
        for amount in self.findings.sums:
            if (
                amount.amount == token.amount
                and amount.perform is None
                and (not label or label in amount.label)
            ):
                self.mine.append((amount, self.clause))
                self.effects += 1
                return True
        return False

    def _label_after(self, index: int) -> str:
        """按每月3000元的标准支付占有使用费: the name that follows an amount said by the month."""
        following = self.tokens[index + 1 : index + 4]
        words = "".join(token.text for token in following if token.kind in ("word", "verb"))
        found = re.match(
            r"(?:/[日月年])?的?标准(?:向.{0,20})?(?:支付|给付|计算|计付|赔偿)?(?P<label>.{2,16})", words
        )
        named = found and NOUN.search(found["label"]) and following[0].kind == "word"
        if not found or not named:
            return ""
        self._use([token for token in following if token.kind in ("word", "verb")])
        return found["label"]

    def _lead(self, token: Token) -> str:
        """The words of the clause before an amount, back to the last amount or comma."""
        ends = [
            other.end
            for other in self.tokens
            if other.end <= token.start
            and other.kind in ("comma", "amount", "open", "close", "base", "rate", "since", "until")
        ]
        return self.sentence.rest[max(ends, default=0) : token.start]

    def _deducted(self, token: Token) -> None:
        """已支付的10000元: not owed; used only where a later amount is shown to be what is left."""
        self.deductions.append((token, list(self.chunk)))
        self.chunk = []

    def _net(self, token: Token) -> bool:
        """扣除已支付的…元，还应支付…元: the sum before less the deductions, where that tallies."""
        gross = self.mine[-1][0] if self.mine else None
        taken = sum(deducted.amount or 0 for deducted, _ in self.deductions)
        whole = sum(amount.amount for amount, _ in self.mine)
        if gross is None:
            return False
        if whole - taken == token.amount and len(self.mine) > 1:
            gross = self._merge(gross)
        elif gross.amount - taken != token.amount:
            return False
        self._replace(
            gross, replace(gross, amount=token.amount or 0, place=(gross.place[0], self._at(token.end)))
        )
        clause = self._clause_of(self.deductions[0][0])
        for other in self.tokens:
            if clause <= other.start <= token.start and other.kind in (*_SOFT, "amount", "verb"):
                other.used = True
        self.deductions = []
        return True

    def _merge(self, last: Sum) -> Sum:
        """Several sums less one deduction are one sum; what it is made of stays on record."""
        parts = [amount for amount, _ in self.mine]
        self.findings.composition.extend(Component(part.label, part.amount, part.place) for part in parts)
        self.findings.sums = [
            amount for amount in self.findings.sums if all(amount is not part for part in parts[:-1])
        ]
        label = "、".join(dict.fromkeys(part.label for part in parts))
        merged = self._changed(last, replace(last, label=label, place=(parts[0].place[0], last.place[1])))
        self.mine = [(merged, self.clause)]
        return merged

    def _clause_of(self, token: Token) -> int:
        return max(
            (other.end for other in self.tokens if other.end <= token.start and other.kind == "comma"),
            default=0,
        )

    def _use(self, parts: list[Token]) -> None:
        for part in parts:
            part.used = True

    def _component(self, token: Token, label: str) -> bool:
        if not self.mine or not label or token.amount is None:
            return False
        self._use([*self.chunk, token])
        self.findings.composition.append(
            Component(
                label, token.amount, (self.sentence.start + token.start, self.sentence.start + token.end)
            )
        )
        self.chunk = []
        return True

    def _in_brackets(self, token: Token, words: str) -> bool:
        """An amount in brackets after an amount says the same in capitals, or names a part of it."""
        last = self.mine[-1][0] if self.mine else None
        if DEDUCTED.search(self._lead(token)):
            return False
        if last is not None and is_glue(words.strip("、（）：大写小即")):
            if token.amount == last.amount:
                self._use([*self.chunk, token])
                self.chunk = []
                return True
            self._doubt(token, token.text, "大小写金额不一致")
            self.chunk = []
            return True
        if REJECTED.search(words) or (self.before is not None and self.before.kind == "interim"):
            return False
        return self._component(token, label_of(words))

    def _is_total(self, index: int, token: Token, words: str) -> bool:
        """合计…元: a check on sums already read, never a sum of its own; one that does not tally is doubted."""
        previous = self.tokens[index - 1] if index else None
        if previous is None or previous.kind != "total":
            return False
        previous.used = True
        item = [amount for amount in self.findings.sums if amount.item == self.findings.item]
        groups = ([amount for amount, _ in self.mine], item, self.findings.sums)
        if any(group and sum(amount.amount for amount in group) == token.amount for group in groups):
            self._use([token])
            return True
        named = self.label and self.before is not None
        if not self.mine or (named and not re.search(r"上述|以上|前述", previous.text)):
            return False
        self._doubt(token, previous.text + token.text, "合计与各项之和不符")
        return True

    def _doubt(self, token: Token, text: str, why: str) -> None:
        self.findings.doubt(self._at(token.start), self._at(token.end), text, why)
        token.doubted = True

    def _at(self, offset: int) -> int:
        return self.sentence.start + offset

    def _add_for_each(self, label: str, token: Token, start: int) -> None:
        voice = self.findings.voice
        every = self._every(token)
        if self.each.startswith("各") and len(voice.debtors) > 1:
            for debtor in voice.debtors:
                self._add(
                    label,
                    token.amount or 0,
                    self._at(start),
                    self._at(token.end),
                    owed_by=(debtor,),
                    every=every,
                )
            return
        added = self._add(label, token.amount or 0, self._at(start), self._at(token.end), every=every)
        if self.each in ("分别", "按份"):
            self.shares.append(added)

    def _every(self, amount: Token) -> str | None:
        """每月3000元, 3000元/月: the word just before or after an amount that makes it recur."""
        index = self.tokens.index(amount)
        for token in (*self.tokens[max(0, index - 4) : index][::-1], *self.tokens[index + 1 : index + 2]):
            if token.kind in ("comma", "amount"):
                return None
            if token.kind == "every":
                token.used = True
                return {"月": "month", "年": "year", "季度": "quarter"}[token.words]
        return None

    def _add(
        self,
        label: str,
        amount: int,
        start: int,
        end: int,
        *,
        owed_by: tuple[str, ...] = (),
        every: str | None = None,
        perform: Perform | None = None,
        perform_place: tuple[int, int] | None = None,
    ) -> Sum:
        voice = self.findings.voice
        debtors = owed_by or voice.debtors
        added = Sum(
            label=label,
            amount=amount,
            owed_by=debtors,
            owed_to=voice.creditors,
            perform=perform or voice.perform,
            jointly=None,
            place=(start, end),
            perform_place=perform_place or voice.perform_place,
            item=self.findings.item,
            every=every,
            condition=self.condition,
        )
        self.findings.sums.append(added)
        self.mine.append((added, self.clause))
        self.effects += 1
        return added

    def _finish(self) -> bool:
        self.accruals.finish(self.condition)
        self.effects += sum(draft.complete for draft in self.accruals.drafts)
        if not self.effects:
            return self._leads_in()
        mine = [amount for amount, _ in self.mine]
        if self.monthly is not None:
            monthly_sums(self.findings, self.tokens, mine, self.sentence.text)
        recurring_period(self.findings, self.tokens, mine)
        self._parts_of_one()
        self._share_out()
        self._fill_parties()
        self._report()
        return True

    def _leads_in(self) -> bool:
        """被告应于…支付以下款项：— who and by when, for the numbered sums that follow."""
        if (
            not self.sentence.text.rstrip("\n").endswith("：")
            or not self.verb_said
            or not self.findings.voice.debtors
        ):
            return False
        self._report()
        return True

    def _parts_of_one(self) -> None:
        """赔偿10万元，其中甲承担70%即7万元，乙承担30%即3万元: the shares stand for the whole."""
        if len(self.mine) < 3:
            return
        whole, parts = self.mine[0][0], [amount for amount, _ in self.mine[1:]]
        single = all(
            len(part.owed_by) == 1 and set(part.owed_by) < set(whole.owed_by) and not part.label
            for part in parts
        )
        if not single or sum(part.amount for part in parts) != whole.amount:
            return
        for part in parts:
            owed_to, perform = part.owed_to or whole.owed_to, part.perform or whole.perform
            self.findings.change(
                part,
                replace(
                    part,
                    label=whole.label,
                    owed_to=owed_to,
                    perform=perform,
                    perform_place=whole.perform_place,
                    jointly=False,
                ),
            )
        self.findings.sums = [amount for amount in self.findings.sums if amount is not whole]

    def _share_out(self) -> None:
        voice = self.findings.voice
        if not self.shares:
            return
        for side, names in (("owed_by", voice.debtors), ("owed_to", voice.creditors)):
            if len(names) > 1 and len(self.shares) == len(names):
                label = next((share.label for share in self.shares if share.label), "")
                for share, name in zip(self.shares, names, strict=True):
                    changed = (
                        replace(share, owed_by=(name,))
                        if side == "owed_by"
                        else replace(share, owed_to=(name,))
                    )
                    self.findings.change(share, replace(changed, label=share.label or label))
                return
        if len(voice.debtors) > 1 or len(voice.creditors) > 1:
            first, last = self.shares[0], self.shares[-1]
            self.findings.doubt(
                first.place[0], last.place[1], self.sentence.text, "“分别”所指的人与金额数目不相对应"
            )

    def _fill_parties(self) -> None:
        """Complete who owes whom from the whole sentence, then from the paper where it leaves no choice."""
        findings, voice = self.findings, self.findings.voice
        for index, amount in enumerate(findings.sums):
            if amount.item != findings.item or (
                amount.owed_by and amount.owed_to and amount.jointly is not None
            ):
                continue
            debtors = amount.owed_by or voice.debtors
            creditors = amount.owed_to or voice.creditors or findings.creditors_of(debtors)
            jointly = amount.jointly if amount.jointly is not None else voice.jointly
            jointly = False if len(debtors) == 1 else jointly
            findings.sums[index] = replace(amount, owed_by=debtors, owed_to=creditors, jointly=jointly)
        for index, formula in enumerate(findings.interest):
            if formula.item == findings.item:
                debtors = formula.owed_by or voice.debtors
                creditors = formula.owed_to or voice.creditors or findings.creditors_of(debtors)
                findings.interest[index] = replace(formula, owed_by=debtors, owed_to=creditors)

    def _names_only(self, token: Token) -> bool:
        """利息、罚息、复利（…）: names of sums and interest that the sentence then states."""
        labels = {amount.label for amount, _ in self.mine} | {draft.label for draft in self.accruals.drafts}
        parts = [part for part in re.split(r"、|以及|及其|及|和|：|其中", token.text) if not is_glue(part)]
        return bool(parts) and all(part in labels for part in parts)

    def _report(self) -> None:
        """Cover what was used; list the rest of each clause that has words of weight."""
        for token in self.tokens:
            if token.doubted:
                continue
            if (
                token.used
                or (token.kind in _SOFT and (is_glue(token.text.strip("、")) or self._names_only(token)))
                or token.kind == "total"
            ):
                self.findings.cover(self._at(token.start), self._at(token.end))
            elif token.kind not in ("comma", "sep", "open", "close", "cut"):
                self.findings.doubt(self._at(token.start), self._at(token.end), token.text, "")


def read_payment(
    findings: Findings, scanner: Scanner, sentence: Sentence, condition: str | None = None
) -> bool:
    """Read a sentence as an order to pay; False, with nothing changed but the voice, where it is none."""
    tokens = scanner.scan(sentence.rest)
    return Walk(findings, sentence, tokens, Accruals(findings, sentence.start), condition).run()
