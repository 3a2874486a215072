"""What setting reference prices says in the national tables of appraisal: one attempt, of whichever of the four ways, a row.

The tables were made when only appraisals set prices: of an agreement, an inquiry or the platforms the way stands in
委托评估事项 and 选定方式. The fee is not known here.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.valuation import PriceMethod
from zhixing.assets.questions.appraisers import Appraisers, appraisers
from zhixing.assets.questions.price import Pricing, pricings
from zhixing.law.answers import Found
from zhixing.law.periods import shifted
from zhixing.law.reference_price import report_terms
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import Cell, Made, Persons, Said, key_of, name_of, owner_of, sides, the

APPRAISAL, APPRAISED = "T_SCZXPG", "T_SCZXPGPGBDW"


def price_rows(dossier: Dossier, persons: Persons, stated: int) -> Made:
    """The rows of every attempt that was begun here."""
    for thing in dossier.of(PropertyFound):
        for each in pricings(dossier, thing.seq, date.max):
            if each.started.seq > stated:
                yield APPRAISAL, "N_XHPG", _attempt(dossier, each, persons)
                yield APPRAISED, "N_BHPGBDW", _appraised(dossier, each, persons)


def _attempt(dossier: Dossier, each: Pricing, persons: Persons) -> Said:
    started = each.started
    asking, asked = sides(dossier, persons, started.on)
    found = the(dossier, started.act.property)
    act = found.found.act if found else None
    return {
        KEY: key_of(started),
        "C_SQF": asking,
        "C_BSQF": asked,
        "C_BDWQKSM": "；".join(text for text in (act.burdens, act.share) if text) if act else "",
        "C_WTPGSX": f"{each.method.label}：{act.name if act else ''}",
        "C_WTPGYSB": f"第 {started.seq} 条",
        "N_JBR": started.by.id,
        "D_JBRQ": started.on,
        **_objected(each, persons),
    }


def _objected(each: Pricing, persons: Persons) -> Said:
    if not each.objections:
        return {"C_SFYY": False}
    last = each.objections[-1]
    said: dict[str, Cell] = {
        "C_SFYY": True,
        "C_YYR": "、".join(name for one in each.objections if (name := name_of(persons, one.act.by))),
        "D_TCYYSJ": last.on,
        "C_YYNR": "；".join(f"{one.act.ground.label}：{one.act.content}" for one in each.objections),
        "N_TCYYJBR": last.by.id,
        "D_TCYYJBRQ": last.on,
        "C_YYCLWC": each.unresolved is None,
    }
    done = each.resolved.get(last.seq)
    if done is not None:
        said |= {
            "C_YYCLJG": done.act.result.label,
            "C_YYCLSM": done.act.reason,
            "D_YYCLRQ": done.on,
            "N_YYCLJBR": done.by.id,
            "D_YYCLJBRQ": done.on,
        }
    return said


def _appraised(dossier: Dossier, each: Pricing, persons: Persons) -> Said:
    started, found = each.started, the(dossier, each.started.act.property)
    chosen = appraisers(dossier, started.act.property, started.on)
    return {
        KEY: f"{key_of(started)}-1",
        f"C_ID_{APPRAISAL.removeprefix('T_')}": key_of(started),
        "C_PGBDWMC": found.found.act.name if found else "",
        "C_SYQR": name_of(persons, owner_of(dossier, started.act.property)),
        "C_BDLB": found.kind.label if found else "",
        **_asked(started, each, chosen),
        **_reported(each),
    }


def _asked(started: Entry[Act], each: Pricing, chosen: Appraisers | None) -> Said:
    by: Entry[Act] = chosen.entry if chosen and each.method is PriceMethod.APPRAISED else started
    way = each.method.label
    if by is not started and chosen is not None:
        way = "摇号" if chosen.by_lot else "协商"
    terms = report_terms(each.method.way, started.on)
    until = each.started.act.until or (
        shifted(started.on, terms.value.first) if isinstance(terms, Found) else None
    )
    return {
        "C_SFQDPGJG": bool(each.started.act.asked),
        "C_PGJGMC": "、".join(each.started.act.asked),
        "C_XDFS": way,
        "D_QDJGRQ": by.on,
        "D_JGYJWCGZRQ": each.extended[-1].act.until if each.extended else until,
        "N_PGWTS": started.seq,
        "N_QDJGJBR": by.by.id,
        "D_QDJGJBRQ": by.on,
        "D_PGKSRQ": started.on,
    }


def _reported(each: Pricing) -> Said:
    if each.failed is not None:
        return {"C_PGSFWC": False, "C_PGJG": "不成", "C_PGJGSM": each.failed.act.reason}
    report = each.report
    if report is None:
        return {"C_PGSFWC": False}
    act = report.act
    return {
        "C_PGSFWC": True,
        "D_PGJSRQ": report.on,
        "D_FYSDPGBGRQ": report.on,
        "D_FYSDRQ": each.sent.on if each.sent else None,
        "C_PGJG": "确定为参考价" if each.fixed else "已出具结果",
        "C_PGJGSM": "；".join(
            (act.reference, *(f"{one.platform} {yuan(one.amount)} 元" for one in act.platforms))
        ).strip("；"),
        "N_PGJ": yuan(each.amount or 0),
        "D_PGJGYXJZRQ": act.valid_until,
        "N_PGJGWS": report.seq,
        "N_PGJGJBR": report.by.id,
        "D_PGJGJBRQ": report.on,
    }
