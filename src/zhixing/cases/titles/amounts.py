"""What an amount in a sentence is: a sum with its label, a total, a part, the same again in capitals, a deduction."""

from __future__ import annotations

import re
from dataclasses import replace

from zhixing.cases.titles.reading import Component, Span, Sum
from zhixing.cases.titles.tokens import Token
from zhixing.cases.titles.walk import SOFT, Walk
from zhixing.cases.titles.wording import DEDUCTED, NEGATED, NOUN, REJECTED, UNLABELLED, is_glue, label_of

_LONGEST = 40


def take_amount(walk: Walk, index: int, token: Token) -> None:
    """Place an amount, or leave it and its words unread."""
    words = "".join(part.text for part in walk.chunk)
    if walk.brackets and walk.brackets[-1] and _in_brackets(walk, token, words):
        return
    if _is_total(walk, index, token):
        return
    label, start = _label_before(walk, token, words)
    if DEDUCTED.search(walk.lead(token)):
        _deducted(walk, token)
        return
    if NEGATED.search(walk.clause_of(token)):
        walk.chunk = []
        return
    if walk.deductions and not label and _net(walk, token):
        return
    if REJECTED.search(words) or not _is_label(label):
        walk.chunk = []
        return
    if re.match(r"(?:其中|包括)", words.strip("、")) and _component(walk, token, label):
        return
    walk.use([*walk.chunk, token])
    walk.label, walk.chunk = [], []
    label = label or _label_after(walk, index)
    if not _said_before(walk, words, label, token):
        _add_for_each(walk, "" if UNLABELLED.fullmatch(label) else label, token, start)


def _label_before(walk: Walk, token: Token, words: str) -> tuple[str, int]:
    """The name before an amount: in the words next to it, or said earlier (违约金暂计至…为…元; 货款，计…元)."""
    label = label_of(words) if walk.chunk else ""
    if label or walk.before is None:
        return label, walk.chunk[0].start if walk.chunk else token.start
    if walk.before.kind == "interim":
        walk.accruals.label_start = None
        walk.use(walk.label)
        return walk.accruals.label or "利息", walk.before.start
    if walk.label and walk.before.kind in ("comma", "total"):
        walk.use(walk.label)
        return label_of("".join(part.text for part in walk.label)), walk.label[0].start
    return "", walk.chunk[0].start if walk.chunk else token.start


def _is_label(label: str) -> bool:
    if re.match(r"[在以按就将从]|经(?!济|营)|对(?!价)|不(?!当)", label):
        return False
    return bool(UNLABELLED.fullmatch(label)) or (NOUN.search(label) is not None and len(label) <= _LONGEST)


def _said_before(walk: Walk, words: str, label: str, token: Token) -> bool:
    """上述利息24000元于…前付清: a sum already read, which now gets its day."""
    if not re.match(r"(?:对于|就)?(?:上述|前述|该|以上)", words):
        return False
    for amount in walk.findings.sums:
        if amount.amount == token.amount and amount.perform is None and (not label or label in amount.label):
            walk.mine.append((amount, walk.clause))
            walk.effects += 1
            return True
    return False


def _label_after(walk: Walk, index: int) -> str:
    """按每月3000元的标准支付占有使用费: the name that follows an amount said by the month."""
    following = walk.tokens[index + 1 : index + 4]
    words = "".join(token.text for token in following if token.kind in ("word", "verb"))
    found = re.match(
        r"(?:/[日月年])?的?标准(?:向.{0,20})?(?:支付|给付|计算|计付|赔偿)?(?P<label>.{2,16})", words
    )
    named = found and NOUN.search(found["label"]) and following[0].kind == "word"
    if not found or not named:
        return ""
    walk.use([token for token in following if token.kind in ("word", "verb")])
    return found["label"]


def _deducted(walk: Walk, token: Token) -> None:
    """已支付的10000元: not owed; used only where a later amount is shown to be what is left."""
    walk.deductions.append((token, list(walk.chunk)))
    walk.chunk = []


def _net(walk: Walk, token: Token) -> bool:
    """扣除已支付的…元，还应支付…元: the sum before less the deductions, where that tallies."""
    gross = walk.mine[-1][0] if walk.mine else None
    taken = sum(deducted.amount or 0 for deducted, _ in walk.deductions)
    whole = sum(amount.amount for amount, _ in walk.mine)
    if gross is None:
        return False
    if whole - taken == token.amount and len(walk.mine) > 1:
        gross = _merge(walk, gross)
    elif gross.amount - taken != token.amount:
        return False
    walk.amend(gross, replace(gross, amount=token.amount or 0, place=(gross.place[0], walk.at(token.end))))
    clause = _clause_of(walk, walk.deductions[0][0])
    for other in walk.tokens:
        if clause <= other.start <= token.start and other.kind in (*SOFT, "amount", "verb"):
            other.used = True
    walk.deductions = []
    return True


def _merge(walk: Walk, last: Sum) -> Sum:
    """Several sums less one deduction are one sum; what it is made of stays on record."""
    parts = [amount for amount, _ in walk.mine]
    walk.findings.composition.extend(Component(part.label, part.amount, part.place) for part in parts)
    walk.findings.sums = [
        amount for amount in walk.findings.sums if all(amount is not part for part in parts[:-1])
    ]
    label = "、".join(dict.fromkeys(part.label for part in parts))
    merged = walk.changed(last, replace(last, label=label, place=(parts[0].place[0], last.place[1])))
    walk.mine = [(merged, walk.clause)]
    return merged


def _clause_of(walk: Walk, token: Token) -> int:
    return max(
        (other.end for other in walk.tokens if other.end <= token.start and other.kind == "comma"),
        default=0,
    )


def _component(walk: Walk, token: Token, label: str) -> bool:
    if not walk.mine or not label or token.amount is None:
        return False
    walk.use([*walk.chunk, token])
    walk.findings.composition.append(
        Component(label, token.amount, (walk.at(token.start), walk.at(token.end)))
    )
    walk.chunk = []
    return True


def _in_brackets(walk: Walk, token: Token, words: str) -> bool:
    """An amount in brackets after an amount says the same in capitals, or names a part of it."""
    last = walk.mine[-1][0] if walk.mine else None
    inside = [other for other in walk.tokens if other.start < token.start]
    opened = max((number for number, other in enumerate(inside) if other.kind == "open"), default=0)
    if any(other.kind in ("perform", "monthly") for other in inside[opened:]):
        return False
    if DEDUCTED.search(walk.lead(token)):
        return False
    if last is not None and is_glue(words.strip("、（）：大写小即")):
        if token.amount == last.amount:
            walk.use([*walk.chunk, token])
            walk.chunk = []
            return True
        walk.doubt(token, token.text, "大小写金额不一致")
        walk.chunk = []
        return True
    if REJECTED.search(words) or (walk.before is not None and walk.before.kind == "interim"):
        return False
    return _component(walk, token, label_of(words))


def _is_total(walk: Walk, index: int, token: Token) -> bool:
    """合计…元: a check on sums already read, never a sum of its own; one that does not tally is doubted."""
    previous = walk.tokens[index - 1] if index else None
    if previous is None or previous.kind != "total":
        return False
    previous.used = True
    item = [amount for amount in walk.findings.sums if amount.item == walk.findings.item]
    groups = ([amount for amount, _ in walk.mine], item, walk.findings.sums)
    if any(group and sum(amount.amount for amount in group) == token.amount for group in groups):
        walk.use([token])
        return True
    named = walk.label and walk.before is not None
    if not walk.mine or (named and not re.search(r"上述|以上|前述", previous.text)):
        return False
    walk.doubt(token, previous.text + token.text, "合计与各项之和不符")
    return True


def _add_for_each(walk: Walk, label: str, token: Token, start: int) -> None:
    """One sum; or one for each debtor where the paper says 各."""
    debtors = walk.findings.voice.debtors
    amount, place, every = token.amount or 0, (walk.at(start), walk.at(token.end)), _every(walk, token)
    if len(walk.days) > 1 and len(debtors) < 2:
        _add_by_days(walk, label, token, place)
        return
    if walk.each.startswith("各") and len(debtors) > 1:
        for debtor in debtors:
            walk.add(label, amount, place, owed_by=(debtor,), every=every)
        return
    if walk.each == "fraction" and len(debtors) == walk.parts and amount % walk.parts == 0:
        for debtor in debtors:
            walk.add(label, amount // walk.parts, place, owed_by=(debtor,), every=every)
        return
    added = walk.add(label, amount, place, every=every)
    if walk.each == "fraction":
        walk.doubt(token, walk.sentence.text.strip("。；\n"), "各人份额与人数或者金额不相对应")
    if walk.each in ("分别", "按份"):
        walk.shares.append(added)


def _add_by_days(walk: Walk, label: str, token: Token, place: Span) -> None:
    """于甲日前、乙日前各支付2万元: one sum by each day; 分别支付2万元、3万元: in the order said."""
    amount = token.amount or 0
    if walk.each.startswith("各"):
        for due in walk.days:
            walk.add(label, amount, place, due=due)
    elif walk.each == "分别" and len(walk.mine) < len(walk.days):
        walk.add(label, amount, place, due=walk.days[len(walk.mine)])
    else:
        walk.doubt(token, walk.lead(token) + token.text, "几个日期各付多少不明确")


def _every(walk: Walk, amount: Token) -> str | None:
    """每月3000元, 3000元/月: the word just before or after an amount that makes it recur."""
    perform = walk.findings.voice.perform
    if perform is not None and perform.yearly:
        return "year"
    index = walk.tokens.index(amount)
    for token in (*walk.tokens[max(0, index - 4) : index][::-1], *walk.tokens[index + 1 : index + 2]):
        if token.kind in ("comma", "amount"):
            return None
        if token.kind == "every":
            token.used = True
            return {"月": "month", "年": "year", "季度": "quarter", "日": "day", "天": "day"}[token.words]
    return None
