"""What whoever did not report, or late or falsely, has to reckon with (财产调查规定 art. 9, 10), and on what conditions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zhixing.assets.acts.declaration import DeclarationResult
from zhixing.assets.questions.contradictions import contradictions
from zhixing.assets.questions.reporting import Reporting, ReportStanding, latest
from zhixing.law.answers import Found
from zhixing.law.citations import Citation, cite
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier

FINES = cite("财产调查规定", 9)
LISTING = cite("财产调查规定", 10)


class FaultKind(Enum):
    """How the duty to report was broken; the value is what people read."""

    NOT_REPORTED = "拒绝报告"
    LATE = "逾期报告"
    FALSE = "虚假报告"
    PERHAPS_FALSE = "可能虚假，尚待核查"


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach, by whom, and the facts that show it."""

    debtor: int
    kind: FaultKind
    facts: Text


@dataclass(frozen=True, slots=True)
class Sanction:
    """What the law then allows, on what conditions, under which articles. No room of this platform records it yet."""

    label: str
    condition: Text
    cites: tuple[Citation, ...]


SANCTIONS = (
    Sanction(
        "罚款、拘留",
        say(
            "拒绝报告、虚假报告，或者没有正当理由而逾期报告；根据情节轻重，经院长批准，对被执行人或其法定代理人"
        ),
        (FINES, cite("民诉法", 118), cite("民诉法", 119)),
    ),
    Sanction(
        "对单位的主要负责人、直接责任人员罚款、拘留",
        say("被执行人是单位，并有上述行为之一"),
        (cite("财产调查规定", 9, paragraph=2),),
    ),
    Sanction(
        "纳入失信被执行人名单",
        say("拒绝报告、虚假报告，或者没有正当理由而逾期报告；应当纳入，未成年人除外"),
        (LISTING,),
    ),
    Sanction("移送追究刑事责任", say("情节严重，构成拒不执行判决、裁定罪"), (FINES,)),
)


def faults(dossier: Dossier, on: date) -> tuple[Fault, ...]:
    """Every breach of the duty to report that the record shows that day."""
    found: list[Fault] = []
    for each in latest(dossier, on).values():
        found += _of_time(each, on)
        found += _of_truth(dossier, each, on)
    return tuple(found)


def _of_time(each: Reporting, on: date) -> list[Fault]:
    standing = each.standing(on)
    if not isinstance(each.last_day, Found):
        return []
    last = each.last_day.value
    if standing is ReportStanding.NOT_REPORTED:
        return [
            Fault(
                each.debtor,
                FaultKind.NOT_REPORTED,
                say("报告期限至 {last}，到 {on} 没有报告", last=last, on=on),
            )
        ]
    if standing is ReportStanding.LATE and each.declared is not None:
        facts = say("报告期限至 {last}，{day} 才报告", last=last, day=each.declared.on)
        return [Fault(each.debtor, FaultKind.LATE, facts)]
    return []


def _of_truth(dossier: Dossier, each: Reporting, on: date) -> list[Fault]:
    if each.verified is not None:
        if each.verified.act.result is not DeclarationResult.FALSE:
            return []
        facts = say("{on} 核查认定虚假：{facts}", on=each.verified.on, facts=each.verified.act.facts)
        return [Fault(each.debtor, FaultKind.FALSE, facts)]
    count = sum(one.certain and one.debtor == each.debtor for one in contradictions(dossier, on))
    if not count:
        return []
    facts = say("与查明的情况有 {count} 处矛盾，尚未核查", count=count)
    return [Fault(each.debtor, FaultKind.PERHAPS_FALSE, facts)]
