"""A sentence cut into tokens: parties, amounts, dates of performance, parts of an interest formula, verbs, and words.

What no pattern knows becomes a `word` token; the readers either use it as a label or leave it, and what is left is
reported as not understood. So no pattern needs to be complete for the reading to be honest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.cases.titles import numerals, patterns, performance, rates
from zhixing.cases.titles.cast import ROLE, Cast, bare_role
from zhixing.cases.titles.numerals import AMOUNT, DATE
from zhixing.cases.titles.reading import Perform, Rate

_MARKS = {
    "，": "comma",
    "；": "comma",
    "。": "comma",
    "：": "comma",
    "、": "sep",
    "（": "open",
    "）": "close",
    "\0": "cut",
    "\n": "comma",
}


@dataclass(slots=True)
class Token:
    """One token; `start` and `end` are offsets in the sentence. Only the fields of its kind are set."""

    kind: str
    start: int
    end: int
    text: str
    names: tuple[str, ...] = ()
    preposition: str = ""
    side: str = ""
    amount: int | None = None
    day: date | None = None
    perform: Perform | None = None
    rate: Rate | None = None
    words: str = ""
    number: int = 0
    used: bool = False
    doubted: bool = False


@dataclass(slots=True)
class Scanner:
    """Cuts sentences into tokens; remembers the last date read, from which a date without its year takes it."""

    cast: Cast
    last_day: date | None = None

    def scan(self, text: str) -> list[Token]:
        """The tokens of a sentence, in order and without gaps."""
        tokens: list[Token] = []
        party = re.compile(party_pattern(self.cast))
        index = 0
        while index < len(text):
            if text.startswith("（人民币）", index):
                tokens.append(Token("word", index, index + 5, "（人民币）"))
                index += 5
                continue
            token = self._mark(text, index) or self._pattern(text, index) or self._party(party, text, index)
            if token is None:
                last = tokens[-1] if tokens else None
                if last is not None and last.kind == "word":
                    last.end, last.text = index + 1, last.text + text[index]
                else:
                    tokens.append(Token("word", index, index + 1, text[index]))
                index += 1
                continue
            tokens.append(token)
            index = token.end
        return tokens

    def _mark(self, text: str, index: int) -> Token | None:
        kind = _MARKS.get(text[index])
        return Token(kind, index, index + 1, text[index]) if kind else None

    def _pattern(self, text: str, index: int) -> Token | None:
        for kind, pattern, read in _PATTERNS:
            found = pattern.match(text, index)
            if found is None or found.end() == index:
                continue
            token = Token(kind, found.start(), found.end(), found[0])
            if read(self, token, found):
                return token
        return None

    def _party(self, pattern: re.Pattern[str], text: str, index: int) -> Token | None:
        found = pattern.match(text, index)
        if found is None:
            return None
        names, side = resolve(self.cast, found["who"])
        return Token(
            "party",
            index,
            found.end(),
            found[0],
            names=names,
            side=side,
            preposition=found["prep"] or "",
            words=found["who"],
        )

    def day(self, text: str) -> date | None:
        """Read a date and remember it."""
        found = numerals.day(text, self.last_day)
        self.last_day = found or self.last_day
        return found


def party_pattern(cast: Cast) -> str:
    """The pattern of a mention: 二被告, 原、被告双方, 被告甲、乙, a known name, or a role alone."""
    names = "|".join(re.escape(name) for name in cast.names) or "(?!)"
    long = (
        "|".join(
            re.escape(name) + ("(?!某)" if name[-1] == "某" else "") for name in cast.names if len(name) > 1
        )
        or "(?!)"
    )
    group = (
        rf"(?:[二两三四五六各]|上述|全体|以上|前述)(?:位|名|个)?{ROLE}|原、?被告(?:双方|各方)?|双方"
        rf"(?:当事人)?|各方当事人"
    )
    short = "|".join(re.escape(name) for name in cast.names if len(name) == 1) or "(?!)"
    alone = rf"(?:(?<=[向由给对与，、；。：（\0])|^)(?:{short})(?![方某公有股级甲乙丙丁])"
    unit = rf"(?:{ROLE}(?:{names})|(?:{long})|{ROLE}|{alone})"
    listed = rf"{unit}(?:(?:、|和|与|以及|及){unit}|、(?:{names}))*"
    return rf"(?P<prep>向|给|对|由|与|付给|欠)?(?P<who>{group}|{listed})(?:方|本人|两人|二人|三人)?"


def resolve(cast: Cast, words: str) -> tuple[tuple[str, ...], str]:
    """The names a mention stands for and the side it is on ("both" for 双方); a role nobody is known by stands for itself."""
    if re.match(r"原、?被告|双方|各方", words):
        return tuple(member.name for member in cast.members), "both"
    names: list[str] = []
    rest = words
    while rest:
        rest = re.sub(r"^(?:、|和|与|以及|及)", "", rest)
        role = re.match(rf"(?:[二两三四五六各]|上述|全体|以上|前述)*(?:位|名|个)?(?P<role>{ROLE})?", rest)
        rest = rest[role.end() :] if role else rest
        name = next((name for name in cast.names if rest.startswith(name)), None)
        if name is not None:
            names.append(cast.full(name))
            rest = rest[len(name) :]
        elif role and role["role"]:
            names.extend(cast.with_role(role["role"]) or (bare_role(role["role"]),))
        else:
            break
    return tuple(dict.fromkeys(names)), ""


def _keep(_scanner: Scanner, _token: Token, _found: re.Match[str]) -> bool:
    return True


def _period(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = performance.period(found, scanner.last_day)
    return token.perform is not None


def _by(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    day = scanner.day(
        found[next(name for name in ("by", "on", "end", "listed") if name in found.groupdict())]
    )
    token.perform = Perform(by=day) if day else None
    return day is not None


def _at_once(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = Perform(days=0, after=performance.anchor("签收"))
    return True


def _monthly(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = performance.monthly(found)
    return token.perform is not None


def _yearly(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = performance.yearly(found)
    return token.perform is not None


def _month(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    read = performance.month(found[1], scanner.last_day)
    if read is None:
        return False
    token.day = scanner.last_day = date(*read, 1)
    return True


def _as_of(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.day = scanner.day(found[1]) if found[1][-1] in "日号底末" else None
    return True


def _words(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.words = next(words for words in found.groups() if words)
    return True


def _since(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    if found["thence"]:
        token.words = found["thence"]
        return True
    words = found["since"] or found["bare"] or found["only"]
    if words is None:
        token.words = found["unknown"]
        return not re.search(r"生效|签收|送达.*内", token.words) or True
    token.day = scanner.day(words)
    if token.day and (found["next"] or found["next2"]):
        token.day += timedelta(days=1)
    return token.day is not None


def _until(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.words = found["until"] or found["before"]
    if re.fullmatch(DATE, token.words):
        token.day = scanner.day(token.words)
        if token.day and found["before"]:
            token.day -= timedelta(days=1)
        return token.day is not None
    return True


def _plain(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.rate = rates.plain(found)
    return token.rate is not None


def _published(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.rate = rates.published(found)
    token.words = rates.pinned(found) or ""
    return True


def _fraction(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.number = numerals.integer(found["whole"]) or 0
    return token.number > 1


def _amount(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.amount = numerals.fen(found[0])
    return token.amount is not None


Reader = Callable[[Scanner, Token, re.Match[str]], bool]
_PATTERNS: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (kind, re.compile(pattern), read)
    for kind, pattern, read in (
        ("stretch", patterns.STRETCH, _keep),
        ("perform", performance.PERIOD, _period),
        ("perform", performance.LISTED_DAY, _by),
        ("perform", performance.BY_RANGE, _by),
        ("perform", performance.BY_DAY, _by),
        ("perform", performance.ON_DAY, _by),
        ("perform", performance.AT_ONCE, _at_once),
        ("interim", patterns.INTERIM, _as_of),
        ("as_of", patterns.AS_OF, _as_of),
        ("base", patterns.BASE, _words),
        ("base", patterns.BASE_BARE, _words),
        ("base", patterns.BASE_OF, _words),
        ("since", patterns.SINCE, _since),
        ("cap", patterns.CAP, _words),
        ("until", patterns.UNTIL, _until),
        ("rate", rates.PLAIN, _plain),
        ("rate", rates.PUBLISHED, _published),
        ("from", performance.FROM_MONTH, _month),
        ("to", performance.TO_MONTH, _month),
        ("perform", performance.YEARLY, _yearly),
        ("monthly", performance.MONTHLY, _monthly),
        ("every", patterns.EVERY, _words),
        ("total", patterns.TOTAL, _keep),
        ("amount", AMOUNT, _amount),
        ("joint", patterns.JOINT, _keep),
        ("fraction", patterns.FRACTION, _fraction),
        ("each", patterns.EACH, _keep),
        ("verb", patterns.VERB, _keep),
    )
)
