"""Conditions of termination that the network's answers prove: every debtor, at every institution, within three months.

Where the network was asked, the record speaks: what is missing is named. A gap may still be closed by a certified check (an
institution that is not connected, a debtor without a number), and a file on paper is certified as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhixing.assets.acts.inquiry import InquirySent
from zhixing.assets.institutions import Institution
from zhixing.assets.questions.inquiry import Coverage, coverage
from zhixing.closing.acts import CheckedCondition
from zhixing.closing.questions.conditions import GRACE, NETWORK_MONTHS, Finding, State, certified
from zhixing.law.periods import shifted
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

# Who knows of provident fund, wealth-management products, insurance with a return, dividends (a vendor's check, zbc-04).
OTHER_PROPERTY = (
    Institution.PROVIDENT_FUND,
    Institution.BANKS,
    Institution.INSURANCE,
    Institution.SECURITIES,
)


def network_asked(dossier: Dossier, on: date) -> Finding:
    """Every institution answered about every debtor within three months and a day (zbc-02)."""
    return _answered(dossier, on, CheckedCondition.NETWORK_INQUIRY, tuple(Institution))


def other_property_asked(dossier: Dossier, on: date) -> Finding:
    """The institutions that know of the less obvious property answered about every debtor."""
    return _answered(dossier, on, CheckedCondition.OTHER_PROPERTY, OTHER_PROPERTY)


def _answered(
    dossier: Dossier, on: date, condition: CheckedCondition, those: Sequence[Institution]
) -> Finding:
    check = certified(condition)(dossier, on)
    if check.state is State.CERTIFIED or not dossier.as_of(on).of(InquirySent):
        return check
    since = shifted(on - GRACE, NETWORK_MONTHS, back=True)
    covers = coverage(dossier, on)
    lacking = [(each, _missing(each, since, those)) for each in covers]
    gaps = sum(len(missing) for _, missing in lacking)
    if gaps or not covers:
        names = "、".join(
            dict.fromkeys(institution.label for _, missing in lacking for institution in missing)
        )
        return Finding(
            State.MISSING,
            say("三个月内的网络查询还缺 {gaps} 份反馈：{names}", gaps=gaps, names=names),
            say("请发起网络查询，等待反馈；未接入网络的单位，凭书面材料办理“终本核查”"),
            opens=(InquirySent,),
        )
    evidence: list[Entry[Act]] = [
        cover.answer
        for each in covers
        for cover in each.covers
        if cover.answer is not None and cover.institution in those
    ]
    return Finding(
        State.MET,
        say("被执行人 {count} 名，{units} 类单位均已反馈", count=len(covers), units=len(those)),
        evidence=tuple(evidence),
    )


def _missing(each: Coverage, since: date, those: Sequence[Institution]) -> list[Institution]:
    return [institution for institution in each.missing(since) if institution in those]
