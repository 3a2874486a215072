"""The end of a sentence: shares go to their debtors, missing sides are filled in, what is left over is listed."""

from __future__ import annotations

import re
from dataclasses import replace

from zhixing.cases.titles.instalments import monthly_sums, recurring_period
from zhixing.cases.titles.tokens import Token
from zhixing.cases.titles.walk import SOFT, Walk
from zhixing.cases.titles.wording import is_glue


def settle(walk: Walk) -> bool:
    """Complete what a walked sentence gave; False where it orders no money."""
    walk.accruals.finish(walk.condition)
    walk.effects += sum(draft.complete for draft in walk.accruals.drafts)
    if not walk.effects:
        return _leads_in(walk)
    mine = [amount for amount, _ in walk.mine]
    if walk.monthly is not None:
        monthly_sums(walk.findings, walk.tokens, mine, walk.sentence.text)
    recurring_period(walk.findings, walk.tokens, mine)
    _parts_of_one(walk)
    _share_out(walk)
    _fill_parties(walk)
    _report(walk)
    return True


def _leads_in(walk: Walk) -> bool:
    """被告应于…支付以下款项：— who and by when, for the numbered sums that follow."""
    if (
        not walk.sentence.text.rstrip("\n").endswith("：")
        or not walk.verb_said
        or not walk.findings.voice.debtors
    ):
        return False
    _report(walk)
    return True


def _parts_of_one(walk: Walk) -> None:
    """赔偿10万元，其中甲承担70%即7万元，乙承担30%即3万元: the shares stand for the whole."""
    if len(walk.mine) < 3:
        return
    whole, parts = walk.mine[0][0], [amount for amount, _ in walk.mine[1:]]
    single = all(len(part.owed_by) == 1 and set(part.owed_by) < set(whole.owed_by) for part in parts)
    unnamed = not any(part.label for part in parts)
    if not single or not unnamed or sum(part.amount for part in parts) != whole.amount:
        return
    for part in parts:
        walk.changed(
            part, replace(whole, amount=part.amount, owed_by=part.owed_by, jointly=False, place=part.place)
        )
    walk.findings.sums = [amount for amount in walk.findings.sums if amount is not whole]


def _share_out(walk: Walk) -> None:
    """甲、乙分别支付3000元、4500元: to each his own, in the order said; otherwise doubtful."""
    voice, shares = walk.findings.voice, walk.shares
    if not shares or max(len(voice.debtors), len(voice.creditors)) < 2:
        return
    label = next((share.label for share in shares if share.label), "")
    if len(voice.debtors) == len(shares) and not (walk.each_creditor and len(voice.creditors) == len(shares)):
        for share, name in zip(shares, voice.debtors, strict=True):
            walk.changed(share, replace(share, owed_by=(name,), label=share.label or label))
    elif len(voice.creditors) == len(shares):
        for share, name in zip(shares, voice.creditors, strict=True):
            walk.changed(share, replace(share, owed_to=(name,), label=share.label or label))
    else:
        why = "“分别”所指的人与金额数目不相对应"
        walk.findings.doubt(shares[0].place[0], shares[-1].place[1], walk.sentence.text, why)


def _fill_parties(walk: Walk) -> None:
    """Complete who owes whom from the whole sentence, then from the paper where it leaves no choice."""
    findings, voice = walk.findings, walk.findings.voice
    for index, amount in enumerate(findings.sums):
        if amount.item != findings.item:
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


def _names_only(walk: Walk, token: Token) -> bool:
    """利息、罚息、复利（…）: names of sums and interest that the sentence then states."""
    labels = {amount.label for amount, _ in walk.mine} | {draft.label for draft in walk.accruals.drafts}
    words = re.sub(r"(?:分段)?(?:计算|计付)?(?:方式|方法)?(?:如下|为)?$", "", token.text)
    parts = [part for part in re.split(r"、|以及|及其|及|和|：|其中", words) if not is_glue(part)]
    return bool(parts) and all(part in labels for part in parts)


def _report(walk: Walk) -> None:
    """Cover what was used; list the rest of each clause that has words of weight."""
    for token in walk.tokens:
        if token.doubted:
            continue
        weightless = token.kind in SOFT and (is_glue(token.text.strip("、")) or _names_only(walk, token))
        if token.used or weightless or token.kind == "total":
            walk.findings.cover(walk.at(token.start), walk.at(token.end))
        elif token.kind not in ("comma", "sep", "open", "close", "cut"):
            walk.findings.doubt(walk.at(token.start), walk.at(token.end), token.text, "")
