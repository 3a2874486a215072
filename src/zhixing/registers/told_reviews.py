"""What was disputed and decided along the way, in the national tables: objections, reconsideration, recusal, guarantees, panels.

One row an objection, an application for reconsideration, for recusal or for a change of parties, a guarantee, a deliberation and
a hearing, with what came of it. Where a table wants the serial of a document, the number of the act that makes it stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.assets.acts.declaration import DeclarationVerified
from zhixing.cases.acts.higher_court import ElevatedOrDesignated, UrgingOrdered
from zhixing.cases.acts.panel import CommitteeDiscussed, PanelDeliberated
from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.reconsideration import (
    FilesSentUp,
    ReconsiderationAsked,
    ReconsiderationDecided,
    SupervisionAsked,
)
from zhixing.cases.acts.recusal import (
    RecusalAsked,
    RecusalDecided,
    RecusalReviewAsked,
    RecusalReviewDecided,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionRaised, ReviewDirected
from zhixing.cases.acts.settlement import GuaranteeEnforced, GuaranteeGiven
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import Cell, Made, Make, Persons, Said, already, key_of, last_stated, name_of

ABOVE = "上一级人民法院"


def _objected(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, ObjectionRaised):
        return
    talks = [each for each in dossier.of(PanelDeliberated) if each.act.about == entry.seq]
    rulings = [each for each in dossier.of(ObjectionDecided) if each.act.objection == entry.seq]
    said: dict[str, Cell] = {
        KEY: key_of(entry),
        "C_TCYYR": name_of(persons, act.by),
        "D_TCYYRQ": entry.on,
        "C_ZXYYLX": act.kind.label,
        "C_YYNR": "；".join(filter(None, (act.object, act.content))),
        "C_CBRYJ": talks[-1].act.handler_opinion if talks else "",
    }
    if rulings:
        ruling = rulings[-1]
        said |= {
            "D_CDRQ": ruling.on,
            "C_CDJG": ruling.act.result.label,
            "N_ZXYYCDWS": ruling.seq,
            "C_CDNR": ruling.act.reason,
            "C_CDAH": ruling.act.ruling,
            **_taken_up(dossier, [each.seq for each in rulings]),
        }
    yield "T_SCZXZXYY", "N_XHZXYY", said


def _taken_up(dossier: Dossier, rulings: list[int]) -> Said:
    """Which application for reconsideration a ruling was taken up with, and what became of it."""
    asked = [
        each
        for each in dossier.of(ReconsiderationAsked, RecusalReviewAsked)
        if each.seq > last_stated(dossier)
    ]
    own = [
        place
        for place, each in enumerate(asked)
        if isinstance(each.act, ReconsiderationAsked) and each.act.ruling in rulings
    ]
    if not own:
        return {}
    answer = _answer(dossier, asked[own[-1]])
    return {
        "N_SQFYXH": already(dossier)["T_SCZXZXFY"] + own[-1] + 1,
        "C_FYJG": answer.act.result.label if answer else "",
    }


def _answer(dossier: Dossier, asked: Entry[Act]) -> Entry[ReconsiderationDecided] | None:
    found = [each for each in dossier.of(ReconsiderationDecided) if each.act.reconsideration == asked.seq]
    return found[-1] if found else None


def _reconsidered(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, ReconsiderationAsked):
        return
    answer = _answer(dossier, entry)
    sent = next((each for each in dossier.of(FilesSentUp) if each.act.reconsideration == entry.seq), None)
    further = [each for each in dossier.of(SupervisionAsked) if each.act.reconsideration == entry.seq]
    yield (
        "T_SCZXZXFY",
        "N_XHZXFY",
        {
            KEY: key_of(entry),
            "C_FYLX": _of_what(dossier, act.ruling),
            "D_SQRQ": entry.on,
            "C_FYNR": act.reason,
            "N_FYSQS": entry.seq,
            "D_YSFYFYRQ": sent.on if sent else None,
            "C_FYJG": answer.act.result.label if answer else "",
            "N_FYJDS": answer.seq if answer else None,
            "D_FYDFRQ": answer.on if answer else None,
            "C_DFYDHXCL": "申请执行监督" if further else "",
        },
    )


def _of_what(dossier: Dossier, ruling: int) -> str:
    """Against what a reconsideration goes: the kind of objection decided, or what the ruling is called."""
    found = dossier.at(ruling)
    if found is None:
        return ""
    if isinstance(found.act, ObjectionDecided):
        raised = dossier.at(found.act.objection)
        if raised is not None and isinstance(raised.act, ObjectionRaised):
            return raised.act.kind.label
    return installed().rule(type(found.act)).label


def _recusal_reviewed(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, RecusalReviewAsked):
        return
    answer = next((each for each in dossier.of(RecusalReviewDecided) if each.act.review == entry.seq), None)
    yield (
        "T_SCZXZXFY",
        "N_XHZXFY",
        {
            KEY: key_of(entry),
            "C_FYLX": "对回避决定的复议",
            "D_SQRQ": entry.on,
            "C_FYNR": act.reason,
            "N_FYSQS": entry.seq,
            "C_FYJG": _recused(answer.act.granted) if answer else "",
            "N_FYJDS": answer.seq if answer else None,
            "D_FYDFRQ": answer.on if answer else None,
        },
    )


def _recused(granted: bool) -> str:
    return "准许回避" if granted else "驳回申请"


def _recusal(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, RecusalAsked):
        return
    decisions = [each for each in dossier.of(RecusalDecided) if each.act.officer == act.officer]
    decided = next((each for each in decisions if each.seq > entry.seq), None)
    yield (
        "T_SCZXHBQK",
        "N_XHHB",
        {
            KEY: key_of(entry),
            "C_HBLX": "自行回避" if act.by is None else "申请回避",
            "D_SQHBRQ": entry.on,
            "C_HBYY": "；".join(filter(None, (act.ground.label, act.reason))),
            "N_HBR": act.officer,
            "N_HBSQR": act.by,
            "C_HBCLJG": _recused(decided.act.granted) if decided else "",
            "C_HBJDR": (decided.approved_by or decided.by).name if decided else "",
            "D_HBJDRQ": decided.on if decided else None,
            "N_HBJDS": decided.seq if decided else None,
        },
    )


def _guaranteed(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, GuaranteeGiven):
        return
    enforced = next((each for each in dossier.of(GuaranteeEnforced) if each.act.guarantee == entry.seq), None)
    yield (
        "T_SCZXZXDBQK",
        "N_XHDB",
        {
            KEY: key_of(entry),
            "C_SY": act.purpose.label,
            "C_DBFS": act.kind.label,
            "N_DBR": act.guarantor,
            "N_BZJE": yuan(act.amount) if act.amount is not None else None,
            "D_DBRQ": entry.on,
            "C_DBWMC": act.object,
            "N_DBQX": (act.until - entry.on).days if act.until else None,
            "D_CDRQ": enforced.on if enforced else None,
            "C_CDNR": f"执行担保财产：{enforced.act.reason.label}" if enforced else "",
            "C_DBWSXH": str(entry.seq),
        },
    )


def _deliberated(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, PanelDeliberated):
        yield (
            "T_SCZXAJPY",
            "N_XHPY",
            {
                KEY: key_of(entry),
                "C_PYLX": act.topic.label,
                "D_PYRQ": entry.on,
                "C_CBRYJ": act.handler_opinion,
                "C_QTCYYJ": act.other_opinions,
                "C_DSRYJ": "同意承办人意见" if act.agreed else "",
                "N_PYBL": entry.seq,
                "C_TLJG": act.result,
            },
        )
    elif isinstance(act, CommitteeDiscussed):
        yield (
            "T_SCZXSWHTL",
            "N_XHSWHTL",
            {
                KEY: key_of(entry),
                "D_TLRQ": entry.on,
                "C_YTLX": act.topic,
                "N_TLBL": entry.seq,
                "C_TLJG": act.decision,
            },
        )


def _changed(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, PartyChangeAsked):
        return
    decided = next(
        (each for each in dossier.of(PartyChangeDecided) if each.act.application == entry.seq), None
    )
    of_whom = "C_BGHZJSQZXRLX" if act.of_applicant else "C_BGHZJBZXRLX"
    said: dict[str, Cell] = {
        KEY: key_of(entry),
        "C_LX": "追加" if act.old is None else "变更",
        "C_DSRFLDW": act.role.label,
        of_whom: act.ground.label,
        "C_BGHZJYY": act.reason,
        "N_BGDYDSR": act.old,
        "N_BGHZJDXDSR": act.new,
        "C_BGHZJSY": act.ground.label,
        "C_QDYY": "依申请",
    }
    if decided is not None:
        said |= {"D_CDRQ": decided.on, "N_CDWS": decided.seq}
    yield "T_SCZXBGHZJDSR", "N_XHBGHZJ", said


def _heard(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    said: Said = {}
    if isinstance(act, PartyChangeDecided) and act.heard_on:
        result = "准许" if act.granted else "驳回申请"
        said = {
            "C_FTYT": "变更、追加当事人听证",
            "D_KSSJ": act.heard_on,
            "C_GKTZ": True,
            "C_TZCJQK": result,
        }
    elif isinstance(act, DeclarationVerified) and act.heard:
        said = {"C_FTYT": "核查财产报告听证", "C_TZCJQK": act.result.label}
    if said:
        yield "T_SCZXFTSYJL", "N_XHFTSY", {KEY: key_of(entry), **said, "N_BL": entry.seq}


def _directed(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    said: Said = {}
    if isinstance(act, UrgingOrdered):
        said = {"C_PBYQ": f"督促执行：{act.content}" if act.content else "督促执行", "D_YBJGRQ": act.until}
    elif isinstance(act, ElevatedOrDesignated):
        said = {"C_PBYQ": f"{act.measure.label}：{act.to}", "C_PBWH": act.ruling}
    elif isinstance(act, ReviewDirected):
        said = {"C_PBYQ": f"指令：{act.order.label}", "C_PBWH": act.document}
    if said:
        yield "T_SCZXPBJL", "N_XHPB", {KEY: key_of(entry), "C_PBJG": ABOVE, "D_PBRQ": entry.on, **said}


REVIEWS: Mapping[type[Act], Make] = {
    ObjectionRaised: _objected,
    ReconsiderationAsked: _reconsidered,
    RecusalReviewAsked: _recusal_reviewed,
    RecusalAsked: _recusal,
    GuaranteeGiven: _guaranteed,
    PanelDeliberated: _deliberated,
    CommitteeDiscussed: _deliberated,
    PartyChangeAsked: _changed,
    PartyChangeDecided: _heard,
    DeclarationVerified: _heard,
    UrgingOrdered: _directed,
    ElevatedOrDesignated: _directed,
    ReviewDirected: _directed,
}
