"""Chinese left on an English page, such as names, case numbers and the texts of norms, is marked `lang="zh"`.

A screen reader then speaks it as Chinese and a browser picks a Chinese font. It is done on the finished page, so that no template
can forget it. Where an element can hold no other (an option, a text area), the element itself is marked.
"""

from __future__ import annotations

import re

PIECES = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+|<", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
HAN = re.compile(r"[\u3400-\u9fff]")
SIGN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uff60〔〕]"
# From one Chinese sign to the last one that no blank separates from it: （2017）渝0235执1号 is one run.
RUN = re.compile(rf"{SIGN}(?:[^\s<>]*{SIGN})?")
UNMARKED = ("script", "style")  # no words
WHOLE = ("option", "textarea", "title")  # hold text alone
IN_CHINESE = re.compile(r"""\slang=["']zh""")


def marked(page: str) -> str:
    """The page with each run of Chinese in an element that says so; what says so already is left alone."""
    if not HAN.search(page):
        return page
    out: list[str] = []
    inside: list[tuple[str, bool, int]] = []  # open elements: name, in Chinese or not read, place of the tag
    for piece in PIECES.findall(page):
        tag = NAME.match(piece)
        if tag is None and not piece.startswith("<"):
            out.append(_text(piece, out, inside))
            continue
        out.append(piece)
        if tag is None or piece.endswith("/>") or tag[1].lower() in VOID:
            continue
        if piece.startswith("</"):
            _leave(inside, tag[1].lower())
        else:
            quiet = bool(inside and inside[-1][1]) or bool(IN_CHINESE.search(piece))
            name = tag[1].lower()
            inside.append((name, quiet or name in UNMARKED, len(out) - 1))
    return "".join(out)


VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def _leave(inside: list[tuple[str, bool, int]], name: str) -> None:
    """Close an element, and whatever within it was never closed."""
    for place in range(len(inside) - 1, -1, -1):
        if inside[place][0] == name:
            del inside[place:]
            return


def _text(text: str, out: list[str], inside: list[tuple[str, bool, int]]) -> str:
    name, quiet, place = inside[-1] if inside else ("", False, 0)
    if quiet or not HAN.search(text):
        return text
    if name in WHOLE:
        if not IN_CHINESE.search(out[place]):
            out[place] = f'{out[place][:-1]} lang="zh">'
        return text
    return RUN.sub(lambda run: f'<span lang="zh">{run[0]}</span>' if HAN.search(run[0]) else run[0], text)
