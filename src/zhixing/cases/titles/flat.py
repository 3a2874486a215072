"""The text made even, with every character's place in the original: the reader works on it, the clerk sees the original.

Full-width digits become half-width, brackets and points become Chinese, blanks and thousands separators inside
figures go, and lines that a typesetter or a PDF broke in the middle of a sentence are joined again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAME = {
    ",": "，",
    ";": "；",
    "(": "（",
    ")": "）",
    "¥": "￥",
    "．": ".",
    "○": "〇",
    "％": "%",
    "﹪": "%",
    "": "，",
}
_SAME |= {
    "[": "〔",
    "]": "〕",
    "［": "〔",
    "］": "〕",
    "﹝": "〔",
    "﹞": "〕",
    "【": "〔",
    "】": "〕",
    ":": "：",
    "∶": "：",
}
_ENDS = "。；：！？"
_STARTS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.](?!\d)"
    r"|审判[长员]|(?:首席|独任)?仲裁员|书记员|人民陪审员|法官助理|代理审判员|附[：:]"
    r"|二〇[一二三四五六七八九〇]{2}年"
    r"|(?:本案|案件)受理费|.{0,24}如下[：:]?$|如果?未|(?:依照|根据|依据)《"
    r"|(?:第[一二三四五六]|原审|一审|反诉)?(?:原告|被告|第三人|被申请执行人|申请人|被申请人|上诉人"
    r"|被上诉人|法定代表人|委托诉讼代理人|负责人|住所地)[一二三四五六七八九1-9]?[：（]"
)
_HEADLINE = re.compile(
    r".{0,60}(?:判决书|调解书|裁决书|裁定书|支付令|公证书|执行证书|人民法院|仲裁委员会|仲裁院|公证处|号(?:之[一二三四五六七八九十]{1,3})?)$"
)
_PAGE = re.compile(r"[-—－\s]*(?:第\s*)?\d{1,3}\s*(?:页)?\s*(?:[,，/]?\s*共\s*\d{1,3}\s*页)?[-—－\s]*$")


@dataclass(frozen=True, slots=True)
class Flat:
    """The even text; `at[i]` is the offset in the original of its character i; `omitted` are page numbers left out."""

    text: str
    at: tuple[int, ...]
    original: str
    omitted: tuple[tuple[int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the span start..end of the even text stands for."""
        if start >= end:
            return (self.at[start], self.at[start]) if start < len(self.at) else (len(self.original),) * 2
        return self.at[start], self.at[end - 1] + 1


def flatten(text: str) -> Flat:
    """Make a text even, keeping each character's place."""
    chars: list[str] = []
    places: list[int] = []
    omitted: list[tuple[int, int]] = []
    offset = 0
    previous = ""
    for line in text.splitlines(keepends=True):
        bare = "".join(line.split())
        if bare and _PAGE.fullmatch(bare):
            omitted.append((offset, offset + len(line)))
        elif bare:
            even = _even(line)
            if chars and _breaks(previous, "".join(char for char, _ in even)):
                chars.append("\n")
                places.append(offset)
            chars.extend(char for char, _ in even)
            places.extend(offset + index for _, index in even)
            previous = "".join(char for char, _ in even)
        elif previous and _whole(previous):
            previous = "\n"
        offset += len(line)
    return _without_separators(Flat("".join(chars), tuple(places), text, tuple(omitted)))


def _even(line: str) -> list[tuple[str, int]]:
    even: list[tuple[str, int]] = []
    for index, char in enumerate(line):
        if char.isspace() or char in "\ufeff\u200b\u200c\u200d\u2060\xad":
            continue
        if "！" <= char <= "～" and (ord(char) - 0xFEE0) < 0x7F and chr(ord(char) - 0xFEE0).isalnum():
            even.append((chr(ord(char) - 0xFEE0), index))
        else:
            even.append((_SAME.get(char, char), index))
    return even


def _whole(line: str) -> bool:
    return line[-1] in _ENDS or bool(_HEADLINE.match(line)) or len(line) < 30


def _breaks(previous: str, line: str) -> bool:
    if not previous or previous[-1] in _ENDS + "\n":
        return True
    if re.fullmatch(r"[（〔]\d{4}[）〕][^号]{1,20}", previous) and re.match(r"[^，。]{0,12}号", line):
        return False
    if _HEADLINE.fullmatch(previous) or _HEADLINE.fullmatch(line):
        return not re.search(r"[，、（]", previous[-1])
    if previous[-1] in "，、（":
        return False
    depth = previous.count("（") - previous.count("）")
    if depth > 0:
        return False
    # A short line that is not a headline is a line of the signature or of the parties' list, not a broken sentence.
    return bool(_STARTS.match(line)) or len(previous) < 14


def _without_separators(flat: Flat) -> Flat:
    drop: set[int] = set()
    for found in re.finditer(r"(?<![\d.])\d{1,3}(?:[，,]\d{3})+(?![\d，,])", flat.text):
        drop.update(index for index in range(*found.span()) if flat.text[index] in "，,")
    if not drop:
        return flat
    keep = [index for index in range(len(flat.text)) if index not in drop]
    text = "".join(flat.text[index] for index in keep)
    return Flat(text, tuple(flat.at[index] for index in keep), flat.original, flat.omitted)
