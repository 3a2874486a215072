"""Conditions of termination that the room of property records: reports reviewed, clues verified, more than the network asked.

What the record answers is met or missing. Where it has nothing (a file kept on paper, a sanction no room records yet), the
condition is certified as before.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.clues import ClueVerified
from zhixing.assets.acts.declaration import DeclarationVerified
from zhixing.assets.questions.investigation import clues, investigations
from zhixing.assets.questions.report_faults import faults
from zhixing.assets.questions.reporting import latest
from zhixing.cases.acts.notice import CluesAsked
from zhixing.closing.acts import CheckedCondition
from zhixing.closing.questions.conditions import Finding, State, certified
from zhixing.closing.questions.ending import members, reopened_at
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry


def reports_reviewed(dossier: Dossier, on: date) -> Finding:
    """Every report was reviewed; who did not report, or late or falsely, was dealt with, which is certified (终本规定 art. 2)."""
    found = latest(dossier, on)
    waiting = [each.declared for each in found.values() if each.declared and not each.verified]
    if waiting:
        return Finding(
            State.MISSING,
            say("有 {count} 份财产报告尚未核查", count=len(waiting)),
            say("请与查询、调查、控制的结果核对，办理“核查财产报告”"),
            tuple(waiting),
            (DeclarationVerified,),
        )
    debtors = members(dossier, Role.DEBTOR, on)
    reviewed: list[Entry[Act]] = [each.verified for each in found.values() if each.verified]
    if debtors and len(reviewed) == len(debtors) and not faults(dossier, on):
        return Finding(
            State.MET,
            say("{count} 名被执行人均已按期报告，报告已核查", count=len(debtors)),
            evidence=tuple(reviewed),
        )
    return certified(CheckedCondition.REPORT_VERIFIED)(dossier, on)


def clues_verified(dossier: Dossier, on: date) -> Finding:
    """Every clue that was entered is verified; that none came is known where the applicant was asked for them."""
    found = clues(dossier, on)
    waiting = [each.provided for each in found if each.verified is None]
    if waiting:
        return Finding(
            State.MISSING,
            say("有 {count} 条财产线索尚未核实", count=len(waiting)),
            say("请核实后办理“核实财产线索”"),
            tuple(waiting),
            (ClueVerified,),
        )
    if found:
        done: list[Entry[Act]] = [each.verified for each in found if each.verified]
        return Finding(State.MET, say("{count} 条财产线索均已核实", count=len(found)), evidence=tuple(done))
    asked = dossier.as_of(on).last(CluesAsked)
    if asked is not None:
        return Finding(
            State.MET, say("{on} 通知申请执行人提供线索，没有收到线索", on=asked.on), evidence=(asked,)
        )
    return certified(CheckedCondition.CLUES_VERIFIED)(dossier, on)


def investigated(dossier: Dossier, on: date) -> Finding:
    """At least one of on-site investigation, search, reward and audit (a vendor's check, zbc-03), since it was last reopened."""
    since = reopened_at(dossier, on)
    found = [each for each in investigations(dossier, on) if each.seq > since]
    if not found:
        return certified(CheckedCondition.ON_SITE)(dossier, on)
    told = "；".join(f"{each.on} {installed().rule(type(each.act)).label}" for each in found)
    return Finding(State.MET, say("已办理：{told}", told=told), evidence=tuple(found))
