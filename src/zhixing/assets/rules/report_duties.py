"""Duties of the property report: the debtor's to report in the order's time, the court's to review what was reported."""

from __future__ import annotations

from zhixing.assets.acts.declaration import DeclarationVerified, PropertyDeclared
from zhixing.assets.questions.reporting import Reporting, last_day, reportings
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import Calendar
from zhixing.law.citations import cite
from zhixing.law.periods import Due, days
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

REPORT = cite("财产调查规定", 5)
REVIEW = cite("财产调查规定", 8)
RULES: list[ActRule] = []  # the acts are in `declaration`


def _opened_by(dossier: Dossier, entry: Entry[Act]) -> Reporting | None:
    """The order whose service the entry is."""
    return next(
        (each for each in reportings(dossier, entry.on) if each.served and each.served.seq == entry.seq), None
    )


def _serves_an_order(dossier: Dossier, entry: Entry[Act]) -> bool:
    return _opened_by(dossier, entry) is not None


def _last_day(trigger: Trigger) -> DueAnswer:
    """As the order or a later prolongation says, so the whole dossier is asked and not the day of service."""
    calendar: Calendar = trigger.calendar
    found = _opened_by(trigger.dossier, trigger.entry)
    if found is None:
        return Undetermined((), (REPORT,))
    answer = last_day(trigger.dossier, found.order, found.debtor, calendar)
    if isinstance(answer, Undetermined):
        return answer
    plain = Due(answer.value, calendar.version, False, answer.value)
    return Found(plain, answer.because, answer.cites)


def _answers_it(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    found, act = _opened_by(dossier, opening), closing.act
    if found is None or not isinstance(act, PropertyDeclared):
        return False
    return act.debtor == found.debtor and act.order == found.order.seq


def _of_that_report(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, DeclarationVerified) and closing.act.declaration == opening.seq


DUTIES = [
    DutyRule(
        name="assets.report-property",
        label="被执行人报告财产",
        holder=Power.PARTY,
        opens_on=(ServiceAttempted,),
        when=_serves_an_order,
        limits=(Limit(_last_day, REPORT, text="报告财产令载明的期限，自送达起"),),
        closes_on=(PropertyDeclared,),
        matches=_answers_it,
        falls_away_on=(ClosingAct,),
    ),
    DutyRule(
        name="assets.review-declaration",
        label="核查财产报告",
        holder=Power.OFFICER,
        opens_on=(PropertyDeclared,),
        # 及时: the article has no figure; ten days are ours, until a norm says otherwise (docs/law-to-confirm.md).
        limits=(Limit(within(days(10)), REVIEW),),
        closes_on=(DeclarationVerified,),
        matches=_of_that_report,
        falls_away_on=(ClosingAct,),
    ),
]
