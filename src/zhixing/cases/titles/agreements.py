"""What parties agree besides the sums: the order of set-off, what happens when an instalment is missed."""

from __future__ import annotations

import re

from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.reading import Passage
from zhixing.cases.titles.sections import Sentence

_SET_OFF = r"(?:抵扣|冲抵|抵充|抵偿|清偿|偿还|归还|支付|冲减|扣除|扣减)"
_LIST = r"(?P<list>(?:[^。；，（）\0]|，(?=再|最后|然后|其次)){2,200}?)"
_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<lead>[^，。；（）\0]{{0,40}}?)(?:按照?|依|以)?(?:以下|下列|如下|先后|上述)*(?:顺序|次序"
        rf"|依次|依序|先后)(?:[^，。；（）\0：]{{0,8}})?(?:优先)?{_SET_OFF}(?:顺序)?(?:为)?[：]?{_LIST}"
        rf"(?=[。；）\0]|，(?!再|最后|然后|其次)|$)",
        rf"(?P<lead>[^，。；（）\0]{{0,40}}?)(?:优先|首先){_SET_OFF}(?:顺序(?:为)?[：]?)?{_LIST}"
        rf"(?=[。；）\0]|，(?!再|最后|然后|其次)|$)",
        rf"(?P<lead>[^。；（）\0]{{0,40}}?)(?:按照?|依照?|以)(?:先)?{_LIST}(?:的)?(?:先后)?(?:顺序"
        rf"|次序)(?:依次|进行|予以|优先)*{_SET_OFF}",
        r"(?P<lead>[^。；（）\0]{0,40}?)(?:抵扣|冲抵|抵充|清偿|还款|偿还|履行)(?:的)?(?:先后)?(?:顺序"
        r"|次序)(?:依次)?(?:为|是)?[：]?(?P<list>[^。；（）\0]{2,160}?)(?=[。；）\0]|$)",
        rf"(?P<lead>[^。；（）\0]{{0,30}}?)(?P<list>先{_SET_OFF}?[^。；（）\0，]{{1,40}}，?(?:再|后"
        rf"|然后){_SET_OFF}?[^。；（）\0，]{{1,40}}(?:，?最后{_SET_OFF}?[^。；（）\0，]{{1,40}})?)"
        rf"(?=[。；，）\0]|$)",
        r"(?P<lead>[^。；（）\0，]{0,30}?)(?P<list>先息后本|先本后息)(?:的)?(?:原则|顺序"
        r"|方式)?[^。；，（）\0]{0,10}",
    )
)
_PARTS = re.compile(r"、|，|以及|及|和|→|＞|>|-|再|然后|其次|最后|其后|后(?=偿|还|抵|冲|支|本|息)")
_CONDITION = re.compile(
    r"(?:^|(?<=[，；。\0]))(?:但|且)?(?:[^，。；\0（\d]{0,24}?(?:如果?(?!下|期|数|约|实)|若|倘若?|一旦"
    r"|假如)[^。；，\0（]{0,80}?(?:未|不|逾期|拖欠|违反|违约|迟延|任何一期|任一期"
    r"|到期)[^。；，\0（]{0,80}?"
    r"|(?:逾期|未按)(?!利息|付款(?:利息|违约金)|违约金|办证|交房|还款(?:利息"
    r"|违约金))[^。；，\0（]{0,50}?)(?:的|时)?(?=，|（|\0|则|$)"
    r"|(?:^|(?<=[，；。\0]))[^，。；\0（\d]{1,16}?(?:逾期|未按)[^。；，\0（]{0,40}?的(?=，|则)"
)
_ENFORCE = re.compile(
    r"(?:则)?(?:，)?(?:[^。；，\0（）]{0,60}?(?:有权|可以|可|均可|得)[^。；\0（）]{0,140}?)?(?:一次性"
    r"|立即|直接|一并)*(?:向[^，。；\0（）]{0,16})?申请(?:[^，。；\0（）]{0,12})?(?:强制)?执行"
)
_INTEREST = re.compile(r"利率|LPR|为基数|为本金|[%‰]|[百千万]分之|计算|违约金")
_FALLS_DUE = re.compile(
    r"(?:则)?[^。；，\0（）]{0,40}?(?:剩余|未到期|未付|全部|余下|尚未|其余)[^。；，\0（）]{0,40}?"
    r"(?:视为)?(?:提前|立即|全部|即)?(?:到期|届满)|[^。；，\0（）]{0,20}(?:有权|可以|可)(?:要求"
    r"|就)[^。；，\0（）]{0,40}?(?:剩余|全部|未付|未到期|余下|未支付|尚欠|尚未)[^。；，\0（）]{0,60}"
)


def read_order(findings: Findings, sentence: Sentence) -> None:
    """Find the agreed order in which payments are set off."""
    for pattern in _ORDERS:
        found = pattern.search(sentence.rest)
        if found is None or re.search(AMOUNT, found["list"]):
            continue
        order = _names(found["list"])
        if len(order) < 2:
            continue
        place = (sentence.start + found.start(), sentence.start + found.end())
        findings.order, findings.order_place = order, place
        findings.cover(*place)
        sentence.take(*found.span())
        return


def _names(words: str) -> tuple[str, ...]:
    if words.startswith("先息后本"):
        return ("利息", "本金")
    if words.startswith("先本后息"):
        return ("本金", "利息")
    parts = [
        re.sub(
            rf"^(?:本案|先|首先|优先|依次|按|以|{_SET_OFF}|款项|应付的?|所欠的?|被告|：)+|(?:的|等|顺序|进行|，)+$",
            "",
            part,
        )
        for part in _PARTS.split(words)
    ]
    names = tuple(dict.fromkeys(part for part in parts if part))
    return names if all(len(name) <= 16 for name in names) else ()


def read_condition(findings: Findings, sentence: Sentence) -> Passage | None:
    """Take the condition of a sentence (如有任何一期未按时足额支付), and the right to enforce all that follows from it.

    What remains after it in the sentence (interest, a penalty) is read as owed on that condition.
    """
    found = _CONDITION.search(sentence.rest)
    if found is None or re.search(AMOUNT, found[0]):
        return None
    condition = found[0].strip("，")
    findings.cover(sentence.start + found.start(), sentence.start + found.end())
    sentence.take(*found.span())
    consequences = [found.span()]
    for pattern in (_ENFORCE, _FALLS_DUE):
        for right in pattern.finditer(sentence.rest):
            if re.search(AMOUNT, right[0]) or _INTEREST.search(right[0]):
                continue
            consequences.append(right.span())
            findings.cover(sentence.start + right.start(), sentence.start + right.end())
            sentence.take(*right.span())
    consequences.extend(_around_brackets(findings, sentence))
    if len(consequences) > 1 and findings.acceleration is None:
        start, end = min(start for start, _ in consequences), max(end for _, end in consequences)
        place = (sentence.start + start, sentence.start + end)
        findings.acceleration = Passage(place, sentence.text[start:end], condition)
    place = (sentence.start + found.start(), sentence.start + found.end())
    return Passage(place, condition, "")


def _around_brackets(findings: Findings, sentence: Sentence) -> list[tuple[int, int]]:
    """原告有权就未支付的款项及利息（…）一次性申请执行: the right is split by what stands in brackets."""
    found = re.search(
        r"(?P<right>[^。；，\0（）]{0,24}(?:有权|可以?)(?:就|对"
        r"|要求)[^。；，\0（）\d]{0,60}?)（[^（）]*）"
        r"(?P<rest>[^。；\0（）\d]{0,30}申请[^。；\0（）]{0,12}执行)",
        sentence.rest,
    )
    if found is None:
        after = re.search(
            r"(?P<rest>(?:一次性|立即|一并)*(?:向[^，。；\0（）]{0,16})?申请[^。；，\0（）]{0,12}执行)",
            sentence.rest,
        )
        if after is None:
            return []
        findings.cover(sentence.start + after.start(), sentence.start + after.end())
        sentence.take(*after.span())
        return [after.span()]
    spans = [found.span("right"), found.span("rest")]
    for start, end in spans:
        findings.cover(sentence.start + start, sentence.start + end)
        sentence.take(start, end)
    return spans
