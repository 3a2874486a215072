"""Where a paper's parts begin: head, facts and reasons, operative part, signature; and the operative part's items.

Only the operative part binds. The head names the parties; facts and reasons are set aside unread, because amounts
told there are claims and findings, not duties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhixing.cases.titles import numerals

_OPERATIVE = re.compile(
    r"(?:判决|裁决|裁定|决定)(?:结果)?(?:如下|：)[：:]?"
    r"|(?:达成|签订|签署)(?:了)?(?:如下|以下|下列)?(?:调解|和解|还款)?(?:协议|意见)(?:如下|内容如下)?[：:]"
    r"|调解(?:协议)?(?:内容)?如下[：:]?|协议(?:内容)?如下[：:]?|支付令(?:如下)?[：:]|执行(?:标的|内容)"
    r"(?:如下)?[：:]"
    r"|(?:特发出|发出)如下支付令[：:]?"
)
_HEAD = re.compile(
    r".{0,60}(?:判决书|调解书|裁决书|裁定书|支付令|公证书|执行证书|人民法院|仲裁委员会|仲裁院|仲裁中心"
    r"|公证处)(?:（.{1,12}）)?"
    r"|.{0,48}[（〔]\d{4}[）〕][^，。；]{1,30}号(?:之[一二三四五六七八九十]+)?"
)
_CAST_LINE = re.compile(
    r"(?:（?(?:反诉|原审|一审|二审|再审|申请|第[一二三四五六七八九十])?(?:原告|被告|第三人|申请人"
    r"|被申请执行人|被申请人|上诉人|被上诉人|申请执行人|被执行人|债权人|债务人)"
    r"(?:（[^（）：]{1,16}）)?[一二三四五六七八九1-9]?[：:]|(?:法定代表人|负责人|委托(?:诉讼)?代理人|委托仲裁代理人|诉讼代表人|住所地?"
    r"|住址|统一社会信用代码"
    r"|身份证号码?|公民身份号码|电话|案由|经营者|甲方|乙方|丙方|丁方)(?:（.{1,10}）)?[：:，])"
)
_TAIL = re.compile(
    r"(?:审判长|审判员|代理审判员|独任审判员|首席仲裁员|独任仲裁员|仲裁员|人民陪审员|法官助理|书记员"
    r"|仲裁秘书|公证员)[：:]?[^，。；]{0,12}"
    r"|[二一][〇零O][^，。；]{2}年[^，。；]{1,3}月[^，。；]{1,4}日|\d{4}年\d{1,2}月\d{1,2}日|附[：:].*"
    r"|（?此页无正文）?|（院印）|.{2,30}(?:人民法院|仲裁委员会)"
    r"|本件与原本核对无异"
)
MARK = re.compile(
    r"(?:(?<=[\n；。：])|^)(?:(?P<cn>第?[一二三四五六七八九十]{1,3})[、.](?!\d)|（"
    r"(?P<sub>[一二三四五六七八九十]{1,3}|\d{1,2})）"
    r"|(?P<num>\d{1,2})(?:、|[.](?!\d)|[.](?=\d{4}年))|(?P<ring>[①②③④⑤⑥⑦⑧⑨⑩]))"
)


@dataclass(frozen=True, slots=True)
class Sections:
    """Offsets in the even text: the head is 0..head, the operative part operative..tail; between them facts and reasons."""

    head: int
    operative: int
    tail: int


@dataclass(slots=True)
class Sentence:
    """A stretch up to 。or ； with its item number; `rest` is the same text with what has been read blotted out."""

    start: int
    text: str
    item: int | None
    fresh: bool
    rest: str = field(default="")

    def __post_init__(self) -> None:
        self.rest = self.text

    def take(self, start: int, end: int) -> None:
        """Blot out a span that has been read, so that no later reader takes it for something else."""
        self.rest = self.rest[:start] + "\0" * (end - start) + self.rest[end:]


def sections(text: str) -> Sections:
    """Find the parts. Without a formula such as 判决如下 the operative part starts after the head's lines."""
    tail = _tail(text)
    formulas = [found for found in _OPERATIVE.finditer(text, 0, tail) if _opens(text, found)]
    operative = formulas[-1].end() if formulas else _after_head(text, tail)
    return Sections(min(_after_head(text, tail), operative), operative, tail)


def _opens(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + 1]
    return found[0].endswith("：") or following in ("\n", "：", "") or bool(MARK.match(text, found.end()))


def _after_head(text: str, tail: int) -> int:
    offset = 0
    for line in text.split("\n"):
        ordering = re.search(rf"支付(?!令)|偿还|给付|{numerals.AMOUNT}", line)
        if offset >= tail or ordering or not (_HEAD.fullmatch(line) or _CAST_LINE.match(line)):
            break
        offset += len(line) + 1
    return min(offset, tail, len(text))


def _tail(text: str) -> int:
    end = len(text)
    for line in reversed(text.split("\n")):
        if not _TAIL.fullmatch(line):
            break
        end -= len(line) + 1
    attached = re.search(r"\n(?=附[：:]?(?:相关|本案|法律|判决|裁决)|审判长)", text)
    return max(min(end, attached.start() if attached else end), 0)


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Cut the operative part into sentences; `fresh` marks the first of an item or an unnumbered paragraph."""
    found: list[Sentence] = []
    item: int | None = None
    styles: list[str] = []
    for opening, close, mark in _stretches(text, start, end):
        new_item = item
        if mark is not None:
            style = mark.lastgroup or ""
            styles = styles[: styles.index(style) + 1] if style in styles else [*styles, style]
            if len(styles) == 1:
                new_item = _number(mark)
        elif opening == start or text[opening - 1] == "\n":
            new_item = None if item is None or _new_paragraph(text[opening:close]) else item
        first = new_item != item or opening == start or (new_item is None and text[opening - 1] == "\n")
        item = new_item
        if item is None:
            styles = []
        begin = mark.end() if mark is not None else opening
        if text[begin:close].strip("\n；。，"):
            found.append(Sentence(begin, text[begin:close], item, first))
    return found


def _new_paragraph(text: str) -> bool:
    return not re.match(r"第[一二三四五六七八九十\d]+[期笔]|其中|利息|以上款项|上述款项", text)


def _number(mark: re.Match[str]) -> int | None:
    words = (mark["cn"] or mark["sub"] or mark["num"] or "").lstrip("第")
    return numerals.integer(words) if words else "①②③④⑤⑥⑦⑧⑨⑩".index(mark["ring"]) + 1


def _stretches(text: str, start: int, end: int) -> list[tuple[int, int, re.Match[str] | None]]:
    cuts: list[tuple[int, int, re.Match[str] | None]] = []
    depth, opening = 0, start
    mark = _mark_at(text, start)
    for index in range(start, end):
        char = text[index]
        depth = max(0, depth + (char == "（") - (char == "）"))
        lead = char == "：" and _mark_at(text, index + 1) is not None
        if char == "\n" or lead or (char in "。；" and depth == 0):
            depth = 0
            cuts.append((opening, index + (char != "\n"), mark))
            opening, mark = index + 1, _mark_at(text, index + 1)
    if opening < end:
        cuts.append((opening, end, mark))
    return cuts


def _mark_at(text: str, index: int) -> re.Match[str] | None:
    return MARK.match(text, index)
