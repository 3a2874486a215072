"""Who owes, who is owed, jointly or not, and by when: what a sentence says around its amounts."""

from __future__ import annotations

import re
from dataclasses import replace

from zhixing.cases.titles.reading import Perform
from zhixing.cases.titles.references import item_numbers
from zhixing.cases.titles.tokens import Token
from zhixing.cases.titles.walk import Walk
from zhixing.cases.titles.wording import BALANCE


def take_party(walk: Walk, index: int, token: Token) -> None:
    """Decide whether a party owes or is owed, by the words around its name."""
    token.used = True
    if token.side == "both":
        return
    voice = walk.findings.voice
    following = walk.tokens[index + 1].text if index + 1 < len(walk.tokens) else ""
    after_verb = (
        walk.before is not None
        and walk.before.kind in ("verb", "joint")
        and walk.before.end >= token.start - 1
    )
    if re.match(r"(?:均)?(?:有权|可以|可(?=就|向|按|要|申|持|凭))", following):
        voice.creditors = token.names
        return
    owning = following.startswith("的") and not walk.verb_said and _verb_ahead(walk, index)
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
        if walk.mine and voice.debtors != token.names and token.preposition != "由":
            voice.perform = voice.perform_place = None
            voice.jointly = None
            voice.creditors = ()
        voice.debtors = token.names


def _verb_ahead(walk: Walk, index: int) -> bool:
    return any(token.kind == "party" and token.preposition == "由" for token in walk.tokens[index:])


def take_joint(walk: Walk, token: Token) -> None:
    """共同, 连带: the debtors of this sentence answer together."""
    token.used = True
    walk.verb_said = True
    walk.findings.voice.jointly = True
    walk.mine = [
        (walk.changed(amount, replace(amount, jointly=True)), clause) for amount, clause in walk.mine
    ]


def take_performance(walk: Walk, index: int, token: Token) -> None:
    """Give a day to the amounts that follow it in its clause, or, where none does, to those before it."""
    voice = walk.findings.voice
    if token.perform is None:
        return
    token.used = True
    place = (walk.sentence.start + token.start, walk.sentence.start + token.end)
    if token.kind == "monthly":
        walk.monthly = token
    listed = index > 0 and walk.tokens[index - 1].kind in ("sep", "word") and bool(walk.days)
    walk.days = [*walk.days, (token.perform, place)] if listed else [(token.perform, place)]
    if _amount_ahead(walk, index):
        voice.perform, voice.perform_place = token.perform, place
        return
    beside = [amount for amount, clause in walk.mine if clause == walk.clause]
    waiting = beside or [amount for amount, _ in walk.mine if amount.perform is None]
    if not beside and _balance(walk, token.perform, place):
        return
    for amount in waiting:
        walk.amend(amount, replace(amount, perform=token.perform, perform_place=place))
    if not walk.mine:
        voice.perform, voice.perform_place = token.perform, place
        _perform_of_all(walk, token.perform, place)


def _perform_of_all(walk: Walk, perform: Perform, place: tuple[int, int]) -> None:
    """上述款项于…前付清: the day for sums already read, where this sentence brings none of its own."""
    words = walk.sentence.rest
    if any(token.kind == "amount" for token in walk.tokens) or not re.search(
        r"上述|以上|前述|前列|上列|各项|第[一二三四五六七八九十\d]", words
    ):
        return
    if walk.findings.perform_all(item_numbers(words), perform, place):
        walk.effects += 1


def _balance(walk: Walk, perform: Perform, place: tuple[int, int]) -> bool:
    """余款于…前付清: what instalments already read leave of the sums they belong to."""
    begin = max(
        (
            token.end
            for token in walk.tokens
            if token.kind == "comma" and token.end <= place[0] - walk.sentence.start
        ),
        default=0,
    )
    if not BALANCE.search(walk.sentence.rest[begin : place[0] - walk.sentence.start]):
        return False
    item = [amount for amount in walk.findings.sums if amount.item == walk.findings.item]
    whole = sum(amount.amount for amount in item if amount.label)
    rest = whole - sum(amount.amount for amount in item if not amount.label)
    if rest <= 0 or rest == whole:
        return False
    walk.add("", rest, (walk.at(begin), place[1]), due=(perform, place))
    return True


def _amount_ahead(walk: Walk, index: int) -> bool:
    for token in walk.tokens[index + 1 :]:
        if token.kind == "amount":
            return True
        if token.kind == "comma":
            return False
    return False
