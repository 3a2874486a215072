"""Costs of the case: what they come to, who bears which part, who paid in advance, and to whom the bearer pays.

Where a court's paper does not say to whom, the law does: the court gives the winner's advance back and the loser pays
the court (民诉法解释 207), unless the winner agreed to be paid directly, which the paper then says. An arbitral body
has no such rule, so there the payee stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zhixing.cases.titles import numerals
from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.reading import Cost, Perform
from zhixing.cases.titles.sections import Sentence
from zhixing.cases.titles.tokens import Scanner, Token
from zhixing.cases.titles.wording import is_glue
from zhixing.law.money import plain

COURT = "court"
_NAMES = (
    r"(?:(?:案件|本诉|反诉|上诉)?受理费|诉讼费用?|(?:(?:诉前|诉讼|仲裁)?(?:财产)?保全|财产保全|诉前保全|诉讼保全)(?:案件)?(?:申请|受理)?费用?|公告费用?|(?:司法)?鉴定费用?|评估费用?|仲裁(?:案件)?(?:受理|处理)?费用?|处理费"
    r"|(?:保全|财产保全|诉讼保全|诉讼财产保全)?(?:担保费|责任保险费|保险费|保函费)|邮寄费|送达费|翻译费|审计费|勘验费|(?:支付令)?申请费|(?:本案)?执行费|律师(?:代理)?费用?|差旅费|其他诉讼费用?|仲裁员(?:报酬|办理案件的必要开支|费用)|公证费)"
)
_LABEL = re.compile(
    rf"(?:本案|一审|二审|本诉|反诉|再审|该|上述|上列|以上|前述)*(?:的)?(?P<label>{_NAMES}|费用)"
)
_OPENING = re.compile(rf"(?:[^，。；\d（]{{0,8}})?(?:{_NAMES})")
_BEARS = re.compile(r"负担|承担(?!.{0,8}责任)")
_HALVED = re.compile(
    r"(?:依法|适用简易程序|因.{1,12}|按规定)?(?:已)?减半(?:收取|交纳|计收|收)?(?:后)?(?:计|为|即|实收|应收)*"
)
_PREPAID = re.compile(
    r"(?:已经?)?(?:向本[院委会])?(?:全额|预先)?(?:已)?(?:预交|预缴|交纳|缴纳|缴交|预付|垫付|交|垫交|代垫|先行垫付|全额预缴|支付)(?:纳)?"
)
_DIRECT = re.compile(
    r"(?:直接|迳行|径行|迳直|径直|迳|径|一并|随同?|同时|应|由其|将|自行)*(?:支付|给付|付给|付还|付|返还|偿付|交付|转付|给)(?:给|予|还)?"
)
_TO_COURT = re.compile(
    r"(?:应|须)?(?:向|至)本院(?:指定账户)?(?:缴纳|交纳|缴交|补缴|补交|缴付|支付|交)(?:上述费用|该费用)?|(?:向|至)(?:国库|人民法院)(?:缴纳|交纳)|(?:缴纳|交纳|缴交)(?:至|给)?本院"
)
_REFUND = re.compile(
    r"(?:由)?本院(?:将|应)?[^，。；\0]{0,30}?(?<!不再)(?<!不予)(?<!不)(?:退还|退回|退费)|(?:予以|应予|应|由本院)退还|予以退回|(?:退还|退回)(?=原告|申请人|\d|给)"
)
_KEPT = re.compile(r"(?:本院|本委|本会)?(?:不再|不予|不)(?:另行)?(?:清退|退还|退回|退)(?:收)?")
_LATE = re.compile(
    r"(?:逾期|拒)(?:不|未)(?:缴|交)[^，。；\0]*(?:，[^，。；\0]*强制执行[^，。；\0]*)?|(?:逾期)?(?:本院)?(?:将)?(?:依法)?强制执行"
)
_GLUE = re.compile(
    r"(?:限|多|全部|全额|鉴于|以补偿|补偿|代其|代|多预交|预交|多交|应负担|应承担|负担|应|所|的|部分|由|其|上述|该|此款|此费用|该款|费用|诉讼|款项|判项|确认|确定|支付|履行|随|在|于|时|中|并|并于|已|退还|收取|实际|余额|金额|一并|同|当事人|各|半|自|与|和|及|因|另|案|案件|计|为|合计|共计|减半|应于|款限|第[一二三四五六七八九十]项|义务|时|抵作|其承担的|因本案支出|支出|决定|为止|另行|结算|直接|本判决|本调解书|本裁决|本裁定|上|述|款|，|、|。|；|：|（|）)*"
)


@dataclass(slots=True)
class _Fee:
    """A fee with its amount, before it is known who bears it."""

    label: str
    amount: int
    start: int
    end: int


@dataclass(slots=True)
class _Bearer:
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
    fees: list[_Fee] = field(default_factory=list)
    bearers: list[_Bearer] = field(default_factory=list)
    prepaid_by: str | None = None
    payable_to: str | None = None
    perform: Perform | None = None
    subject: Token | None = None
    made: list[Cost] = field(default_factory=list)
    total: int | None = None
    refund: bool = False

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
        label = None
        for label in _LABEL.finditer(words):
            pass
        previous = self.tokens[index - 1].kind if index else ""
        token.used = True
        if previous == "total":
            self.total = token.amount
        elif self._bearing(words) and self.subject is not None:
            self._bear(self.subject, token.amount, token.end)
        elif _HALVED.search(words) and self.fees and (label is None or label["label"] == self.fees[-1].label):
            self.fees[-1].amount, self.fees[-1].end = token.amount or 0, token.end
        elif label is not None:
            if self.bearers:
                self._settle()
            self.fees.append(
                _Fee(_label(words, label), token.amount or 0, max(0, token.start - len(words)), token.end)
            )
        elif re.match(r"负担|承担", self._after(token)) and self.subject is not None:
            self._bear(self.subject, token.amount, token.end)
        elif self.refund or _REFUND.search(self.sentence.rest[token.end :]) or re.search("多|退", words):
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
            cost.amount == token.amount for cost in self.findings.costs
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
        elif re.match(rf"(?:{_PREPAID.pattern})", after) and not re.match(r"支付", after):
            self.prepaid_by = token.names[0] if len(token.names) == 1 else "、".join(token.names)
        elif re.match(r"因本案|支出|为本案", after):
            self.prepaid_by = token.names[0] if len(token.names) == 1 else None
        elif self._bears(after):
            self._last_bearer()
            self.subject = token
        elif re.match(r"多(?:预)?(?:交|缴)|应退|预交的", after):
            self.refund = bool(re.search(r"退", after))
        elif (
            not re.match(r"[^，。；]{0,24}(?:缴纳|交纳|支付|给付|付|履行|迳|径|直接)", after)
            and token.side != "both"
        ):
            token.used = False

    def _bears(self, after: str) -> bool:
        return bool(
            re.match(
                rf"(?:应|各自|各|均|共同|连带|按份|分别|自行|还|需|须|平均|：)*(?:负担|承担|{numerals.AMOUNT})",
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
        if re.match(r"(?:应)?(?:各自?|平均)(?:负担|承担)?", after) and len(subject.names) > 1:
            self._bear_each(
                subject, amount, end, half="半" in after or "平均" in after or "二分之一" in after
            )
            return
        self.bearers.append(_Bearer(subject.names, amount, end))

    def _bear_each(self, subject: Token, amount: int | None, end: int, *, half: bool) -> None:
        if amount is None and half and self.fees:
            whole = sum(fee.amount for fee in self.fees)
            if whole % len(subject.names):
                self.bearers.append(_Bearer(subject.names, None, end))
                self.findings.notes.append("诉讼费用平均负担除不尽，请按票据填写各自负担的数额。")
                return
            amount = whole // len(subject.names)
        self.bearers.extend(_Bearer((name,), amount, end) for name in subject.names)

    def _settle(self) -> None:
        """Write the costs of the fees read so far, one for each bearer."""
        if not self.bearers:
            return
        if not self.fees and self.findings.unborne is not None and self.bearers[0].amount is not None:
            label, amount, place = self.findings.unborne
            self.findings.unborne = None
            start = place[0] - self.sentence.start
            self.fees.append(_Fee(label, amount, start, start))
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
            self.findings.unborne = (label, whole - shared, (self._at(start), self._at(self.bearers[-1].end)))
        elif whole != shared:
            self.findings.doubt(
                self._at(start),
                self._at(self.bearers[-1].end),
                self.sentence.text[start : self.bearers[-1].end],
                "各人负担之和与费用总额不符",
            )

    def _one_part_said(self) -> None:
        whole = sum(fee.amount for fee in self.fees)
        silent = [bearer for bearer in self.bearers if bearer.amount is None]
        said = sum(bearer.amount or 0 for bearer in self.bearers)
        rest = re.search(r"余额|其余|余下|剩余|余款", self.sentence.text)
        if len(silent) == 1 and rest and whole > said:
            silent[0].amount = whole - said
            self._split()
            return
        place = (self._at(self.fees[0].start), self._at(self.bearers[-1].end))
        self.findings.doubt(*place, self.sentence.text, "各人负担多少未写明")

    def _make(self, label: str, amount: int, names: tuple[str, ...], place: tuple[int, int]) -> None:
        self.made.append(
            Cost(label, amount, names, None, None, None, (self._at(place[0]), self._at(place[1])))
        )

    def _at(self, offset: int) -> int:
        return self.sentence.start + offset


def is_costs(text: str, *, going_on: bool = False) -> bool:
    """Whether a sentence is about the costs of the case: it opens with one, or says who bears one.

    `going_on`: the sentence before left part of a fee unborne (…由原告负担36元；由被告负担4624元).
    """
    bare = text.lstrip("\0，、")
    if going_on and re.match(r"(?:由|剩余|其余)?[^，。；]{1,40}(?:负担|承担)(?!.{0,8}责任)", bare):
        return True
    if (
        (re.search(r"预交|预缴|垫付", bare) or _TO_COURT.search(bare))
        and re.search(_NAMES, bare)
        and re.search(r"\d", bare)
    ):
        return True
    if (
        re.search(r"(?:预交|负担|承担|迳付|径付|退还|退回)", bare)
        and re.search(_NAMES, bare)
        and not re.search(rf"承担{_NAMES}", bare)
    ):
        return not re.match(r"[^，。；]{0,40}向[^，。；]{1,30}(?:支付|偿还|给付)(?!.*负担)", bare) or bool(
            _OPENING.match(bare)
        )
    return (
        bool(_OPENING.match(bare))
        and bool(re.search(r"\d", bare))
        and bool(re.search(r"收取|由|预交|减半", bare))
    )


def read_costs(findings: Findings, scanner: Scanner, sentence: Sentence) -> bool:
    """Read a sentence on costs; what it says of costs read before (to whom, by when) is added to them."""
    for found in re.finditer(
        rf"{numerals.PERCENT}(?:的费用|的份额)?，?(?:即|计)(?:人民币)?(?={numerals.AMOUNT})", sentence.rest
    ):
        findings.cover(sentence.start + found.start(), sentence.start + found.end())
        sentence.take(*found.span())
    bill = Bill(findings, sentence, scanner.scan(sentence.rest))
    bill.run()
    text = sentence.rest
    to_court = bool(_TO_COURT.search(text)) or bool(_REFUND.search(text))
    if not bill.made and not _refers(findings, bill, text):
        return False
    touched = bill.made or _touched(findings, bill, text)
    findings.costs.extend(bill.made)
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
    label = _LABEL.search(text)
    if amounts:
        matching = [cost for cost in findings.costs if cost.amount in amounts]
        if matching:
            return matching
        total = [
            cost
            for cost in findings.costs
            if sum(other.amount for other in findings.costs if other.borne_by == cost.borne_by) in amounts
        ]
        return total
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


def _label(words: str, found: re.Match[str]) -> str:
    label = found["label"]
    counter = re.search(r"反诉", words) and "反诉" not in label
    if label == "受理费":
        label = "案件受理费"
    return f"反诉{label}" if counter else label


def _cover(findings: Findings, bill: Bill) -> None:
    """Cover formulas on costs and used tokens; what remains in words of weight is doubted."""
    rest = bill.sentence.rest
    for token in bill.tokens:
        if token.used:
            rest = rest[: token.start] + "\0" * (token.end - token.start) + rest[token.end :]
    for pattern in (_LATE, _TO_COURT, _REFUND, _KEPT, _HALVED, _LABEL, _PREPAID, _DIRECT, _BEARS):
        rest = pattern.sub(lambda found: "\0" * len(found[0]), rest)
    for found in re.finditer(r"[^\0，。；、（）：\n]+", rest):
        if not _GLUE.fullmatch(found[0]) and not is_glue(found[0]):
            findings.doubt(bill._at(found.start()), bill._at(found.end()), found[0], "")
    doubted = {span.place for span in findings.unread}
    for start, end in _pieces(rest):
        if (bill._at(start), bill._at(end)) not in doubted:
            findings.cover(bill._at(start), bill._at(end))


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
