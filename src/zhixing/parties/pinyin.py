"""First letters of a name's pronunciation, for search. Surnames are read as surnames, which dictionaries of words get wrong."""

from __future__ import annotations

# Read as common words elsewhere: 单 dān, 曾 céng, 仇 chóu …
SURNAMES = {
    "单": "s",
    "曾": "z",
    "仇": "q",
    "解": "x",
    "区": "o",
    "查": "z",
    "任": "r",
    "盖": "g",
    "乐": "y",
    "尉": "y",
    "朴": "p",
    "召": "s",
    "缪": "m",
    "翟": "z",
    "折": "s",
    "黑": "h",
    "员": "y",
    "秘": "b",
    "洗": "x",
    "种": "c",
    "繁": "p",
    "覃": "q",
}
# Surnames of two signs that begin with one of these and are read otherwise, rightly, by the dictionary.
LONG_SURNAMES = {"尉迟", "单于"}
LONGEST = 40


def initials(name: str, *, person: bool) -> str:
    """The letters by which a name is found: 张伟 → zw. Only a person has a surname.

    >>> initials("单晓", person=True), initials("解放碑百货公司", person=False)
    ('sx', 'jfbbhgs')
    """
    from pypinyin import Style, lazy_pinyin  # its tables take a while to load

    bare = name.strip()
    found = "".join(lazy_pinyin(bare, style=Style.FIRST_LETTER, errors="ignore")).lower()
    if person and bare[:1] in SURNAMES and bare[:2] not in LONG_SURNAMES:
        found = SURNAMES[bare[0]] + found[1:]
    return found[:LONGEST]
