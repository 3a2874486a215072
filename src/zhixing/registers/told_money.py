"""What the acts of money say in the national tables: receipts, payouts, deferrals, escrow, fees, distribution, aid.

Acts that a register stated are left out: their rows are kept as it wrote them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DepositRefundApproved,
    LargePayoutApproved,
    PayoutApproved,
    PayoutDeferred,
)
from zhixing.funds.aid.acts.case import AidOutcome, AidSought
from zhixing.funds.aid.questions.application import aids
from zhixing.funds.distribution import questions as distribution
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimRank,
    DistributionPlanDrawn,
    ParticipationApplied,
)
from zhixing.funds.fees.questions import fee_due
from zhixing.funds.keeping.acts import EscrowPlaced, FeeTaken
from zhixing.funds.keeping.questions import in_escrow
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.questions.payout import payouts, reference
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan
from zhixing.registers.told_goods import GOODS_AND_FEES, bearer
from zhixing.registers.told_rows import (
    Cell,
    Made,
    Make,
    Persons,
    Said,
    key_of,
    last_stated,
    made_by,
    name_of,
    numbered,
)


def money_rows(dossier: Dossier, persons: Persons) -> Iterator[tuple[str, Values]]:
    """Table and values of each row about money that the acts entered here make, numbered within their table."""
    yield from numbered(_every(dossier, persons, last_stated(dossier)), dossier)


def _every(dossier: Dossier, persons: Persons, stated: int) -> Made:
    yield from _received(dossier, persons, stated)
    yield from made_by(_ROWS, dossier, persons)
    yield from _fees(dossier, persons, stated)
    yield from _distributed(dossier, persons, stated)


def _received(dossier: Dossier, persons: Persons, stated: int) -> Made:
    paid_by = {each.act.money: each.act.by for each in dossier.of(VoluntarilyPerformed) if each.act.money}
    for each in receipts(dossier, date.max):
        act, seq = each.entry.act, each.entry.seq
        if each.back is None and seq > stated:
            yield (
                "T_SCZXZXKJN",
                "",
                {
                    KEY: key_of(each.entry),
                    "C_LSHZXKJN": f"{act.statement}-{act.line}",
                    "N_JNDSR": paid_by.get(seq),
                    "C_JNR": name_of(persons, paid_by.get(seq)),
                    "N_JNJE": yuan(act.amount),
                    "C_JNKXLB": act.kind.label,
                    "D_JNRQ": each.paid_on,
                    "C_SJHM": each.number,
                    "C_DZFS": "转账",
                },
            )


def _paid_out(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    course = payouts(dossier, date.max).get(entry.seq)
    if course is None or course.cancelled is not None:
        return
    act, key = course.approved.act, key_of(entry)
    yield (
        "T_SCZXZXKFF",
        "",
        {
            KEY: key,
            "C_LSHZXKFF": reference(entry.dossier, entry.seq),
            "N_BCFFZE": yuan(act.amount),
            "D_SQRQ": entry.on,
        },
    )
    name = name_of(persons, act.payee)
    yield (
        "T_SCZXZXKFFMX",
        "",
        {
            KEY: f"{key}-1",
            "C_ID_SCZXZXKFF": key,
            "N_XH": 1,
            "N_JSDSR": act.payee,
            "C_JSR": name,
            "N_FFJE": yuan(act.amount),
            "C_FFKXLB": "竞买保证金" if isinstance(act, DepositRefundApproved) else "执行款",
            "C_JSRKHMC": name,
            "C_JSRKHYH": persons[act.payee].banks.get(act.payee_account) if act.payee in persons else None,
            "C_JSRKHZH": persons[act.payee].accounts.get(act.payee_account) if act.payee in persons else None,
            "D_ZFRQ": course.paid.on if course.paid is not None and course.gone else None,
        },
    )


def _deferred(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, PayoutDeferred):
        return
    came = [each.entry.act for each in receipts(dossier, date.max) if each.entry.seq < entry.seq]
    ended = next((each for each in dossier.of(DeferralEnded) if each.act.deferral == entry.seq), None)
    yield (
        "T_SCZXYHFF",
        "N_MXXH",
        {
            KEY: key_of(entry),
            "C_LSHAKDZLSH": f"{came[-1].statement}-{came[-1].line}" if came else None,
            "C_YHYY": f"{act.ground.label}：{act.reason}",
            "N_YHTS": (ended.on - entry.on).days if ended else None,
        },
    )


def _in_escrow(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, EscrowPlaced):
        yield (
            "T_SCZXZXKTC",
            "",
            {
                KEY: key_of(entry),
                "C_LSHZXKTCLSH": key_of(entry),
                "N_YE": yuan(in_escrow(dossier, date.max)[entry.seq]),
                "N_TCJE": yuan(act.amount),
                "C_TCYY": act.ground.label,
                "D_TCRQ": entry.on,
            },
        )


def _aided(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    for each in aids(dossier, date.max):
        if isinstance(act, AidSought) and each.aid == act.aid and each.outcome is AidOutcome.GRANTED:
            yield (
                "T_SCZXZXJZXX",
                "N_XH",
                {
                    KEY: key_of(entry),
                    "C_SJZR": name_of(persons, each.person),
                    "N_JZJE": yuan(each.amount),
                    "C_JZYY": each.ground.label,
                    "C_JZJLY": each.source.label if each.source else None,
                },
            )


def _fees(dossier: Dossier, _persons: Persons, stated: int) -> Made:
    taken = [each for each in dossier.of(FeeTaken) if each.seq > stated]
    if taken:
        total = sum(each.act.amount for each in taken)
        yield (
            "T_SCZXZXFCDQK",
            "N_XHFYJCD",
            {
                KEY: f"{dossier.id}-fee",
                "N_CDR": bearer(dossier),
                "N_SQF": yuan(total),
                "N_YCDFYE": yuan(fee_due(dossier, total, taken[-1].on)),
            },
        )


def _distributed(dossier: Dossier, persons: Persons, stated: int) -> Made:
    drawn = distribution.plan(dossier, date.max)
    if drawn is None or drawn.seq <= stated:
        return
    act, key = drawn.act, key_of(drawn)
    objected = distribution.objections(dossier, date.max)
    yield (
        "T_SCZXCYFPXX",
        "N_XHCYFP",
        {
            KEY: key,
            "C_FYLX": "主持分配的法院",
            "C_DFPCC": "；".join(each.name for each in act.pots),
            "N_DFPZJE": yuan(sum(each.amount for each in act.pots)),
            "C_CYFPJG": "；".join(each.dispute.value for each in objected) or "无异议",
        },
    )
    shares = {each.claim: each.total for each in act.shares}
    for place, claim in enumerate(distribution.claims_of(dossier, act), 1):
        yield (
            "T_SCZXCYFPMX",
            "",
            {**_share(dossier, drawn, claim, persons), "N_MXXH": place}
            | {
                KEY: f"{key}-{place}",
                "C_ID_SCZXCYFPXX": key,
                "N_FPJE": yuan(shares.get(claim.number, 0)),
            },
        )


def _share(
    dossier: Dossier, drawn: Entry[DistributionPlanDrawn], claim: ClaimAdmitted, persons: Persons
) -> Said:
    asked = dossier.at(claim.application) if claim.application is not None else None
    applied = asked.act if asked is not None and isinstance(asked.act, ParticipationApplied) else None
    preferred = claim.rank is not ClaimRank.ORDINARY
    said: dict[str, Cell] = {
        "N_SQZXR": None if applied else claim.creditor,
        "C_JYYXQ": "是" if preferred else "否",
        "C_YXQNR": claim.rank.label if preferred else None,
        "D_FPRQ": drawn.on,
        "N_SQFPJE": yuan(claim.principal + claim.interest + claim.costs + claim.doubled),
    }
    if applied is not None:
        said |= {
            "C_SQSNR": applied.reason,
            "C_CYFPYJ": applied.title,
            "N_SQFPJE": yuan(applied.amount),
            "C_SQCYFPAWR": name_of(persons, applied.by),
        }
    for place, each in enumerate(distribution.objections(dossier, date.max), 1):
        if any(one.claim == claim.number for one in each.entry.act.disputed):
            said |= {"N_TCYYXH": place, "C_YYCLJG": each.dispute.value}
    return said


_ROWS: Mapping[type[Act], Make] = {
    PayoutApproved: _paid_out,
    LargePayoutApproved: _paid_out,
    DepositRefundApproved: _paid_out,
    PayoutDeferred: _deferred,
    EscrowPlaced: _in_escrow,
    AidSought: _aided,
    **GOODS_AND_FEES,
}
