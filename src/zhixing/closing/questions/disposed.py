"""Whether what was found is disposed of or cannot be: the condition of termination that sales answer.

What cannot be disposed of (终本规定 art. 4, from memory): what no auction or sale sold, nobody takes for the debt and no other
measure reaches; vehicles, ships and aircraft sealed at the register but never detained. Where nothing was found, and where
something is left, an officer may still certify the condition, as before.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import SaleRuled
from zhixing.assets.acts.control import DepositTransferred, Manner
from zhixing.assets.acts.sale import DisposalFailed
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.questions.control import in_force
from zhixing.assets.questions.found import Asset, assets
from zhixing.assets.questions.sale import about, sale
from zhixing.assets.questions.third_debts import third_debts
from zhixing.closing.acts import CheckedCondition
from zhixing.closing.questions.conditions import Finding, State, certified
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

ON_THE_MOVE = (
    PropertyKind.VEHICLE,
    PropertyKind.SHIP,
    PropertyKind.FISHING_BOAT,
    PropertyKind.AIRCRAFT,
    PropertyKind.OTHER_TRANSPORT,
)


def nothing_left(dossier: Dossier, on: date) -> Finding:
    """Every property found is gone, exempt, disposed of or beyond disposal; otherwise which are left, unless it is certified."""
    found = [each for each in assets(dossier, on) if each.ruled_out is None and each.unsaleable is None]
    if not found:
        return certified(CheckedCondition.NO_PROPERTY_LEFT)(dossier, on)
    ends = {each.seq: ended(dossier, each, on) for each in found}
    left = [each for each in found if ends[each.seq] is None]
    if not left:
        return Finding(
            State.MET,
            say("查明的 {count} 项财产均已处置，或者依法不能处置", count=len(found)),
            evidence=tuple(entry for entry in ends.values() if entry is not None),
        )
    answer = certified(CheckedCondition.NO_PROPERTY_LEFT)(dossier, on)
    if answer.passes:
        return answer
    return Finding(
        State.MISSING,
        say(
            "尚有 {count} 项财产没有处置：{names}",
            count=len(left),
            names="、".join(each.found.act.name for each in left),
        ),
        say("请变价、划拨；不能处置的录入变价不成，或凭书面材料办理“终本核查”"),
        tuple(each.found for each in left),
        (SaleRuled, DepositTransferred, DisposalFailed),
    )


def ended(dossier: Dossier, found: Asset, on: date) -> Entry[Act] | None:
    """What shows that a property is disposed of or cannot be; None while it can."""
    state = sale(dossier, found.seq, on)
    if state.done:
        return state.served
    if state.failed is not None:
        return state.failed
    if family(found.kind) is Family.MONEY:
        taken = [each for each in about(dossier.as_of(on), DepositTransferred, found.seq) if each.act.done]
        return taken[-1] if taken else None
    owed = _paid_or_disputed(dossier, found, on)
    if owed is not None:
        return owed
    held = in_force(dossier, found.seq, on)
    if (
        held is not None
        and found.kind in ON_THE_MOVE
        and held.manner is Manner.SEALED
        and state.ruled is None
    ):
        return held.entry
    return None


def _paid_or_disputed(dossier: Dossier, found: Asset, on: date) -> Entry[Act] | None:
    """What others owe the debtor is over when they paid, or objected to all of it in time: then it may not be enforced here."""
    for each in third_debts(dossier, on):
        if each.thing != found.seq or each.revoked is not None:
            continue
        if not each.left:
            return each.performed[-1]
        if each.disputed >= each.left and each.last_day is not None and each.last_day < on:
            return next(plea.entry for plea in each.pleas if plea.stops)
    return None
