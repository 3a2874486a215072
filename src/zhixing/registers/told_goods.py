"""What the acts say in the national tables of things in custody, of the fee and of relief from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from zhixing.funds.fees.acts import FeeReliefDecided
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsTakenIn
from zhixing.funds.goods.questions import goods
from zhixing.funds.keeping.acts import FeeTaken
from zhixing.parties.acts import LIABLE
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import Made, Persons, key_of, name_of


def _goods(_dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, GoodsTakenIn):
        yield (
            "T_SCZXZXWDJ",
            "",
            {
                KEY: key_of(entry),
                "C_BH": key_of(entry),
                "C_ZXWMC": act.name,
                "C_KWLX": act.kind.label,
                "C_BGBM": act.department,
                "C_BGDD": act.place,
                "N_BZXRXMHMC": act.of,
                "D_ZXRQ": entry.on,
                "C_SQPZ": act.receipt,
            },
        )


def _handed(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, GoodsHandedOver):
        papers = persons[act.to].papers if act.to in persons else ()
        kind, number = papers[0] if papers and not act.by_agent else ("", "")
        yield (
            "T_SCZXZXWFF",
            "N_LSHZXWFF",
            {
                KEY: key_of(entry),
                "C_ZXWBH": f"{entry.dossier}-{act.goods}",
                "N_FFDSR": act.to,
                "C_LQR": "" if act.by_agent else name_of(persons, act.to),
                "C_LQRZJLX": kind,
                "C_LQRZJH": number,
                "C_SFFFWB": "是" if goods(dossier, date.max)[act.goods].gone else "否",
                "D_LQRQ": entry.on,
            },
        )


def _goods_aside(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, GoodsEscrowed):
        taken = goods(dossier, date.max)[act.goods].taken.act
        yield (
            "T_SCZXZXWTC",
            "",
            {
                KEY: key_of(entry),
                "C_LSHZXWTCLSH": key_of(entry),
                "C_BZXRXMHMC": name_of(persons, taken.of),
                "C_TCZXW": taken.name,
                "C_TCYY": act.ground.label,
                "D_TCRQ": entry.on,
            },
        )


def _relieved(_dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, FeeReliefDecided):
        yield (
            "T_SCZXZXFSFJZQK",
            "N_XHSFJZ",
            {
                KEY: key_of(entry),
                "N_SJZR": act.party,
                "C_SQJZLX": act.relief.label,
                "N_SQJJJE": yuan(act.less) if act.less else None,
                "C_SSYLY": act.reason,
                "C_HJQX": act.until.isoformat() if act.until else None,
                "C_SQJZYY": act.ground.label,
                "N_PZR": entry.approved_by.id if entry.approved_by and act.granted else None,
                "D_PZRQ": entry.on if act.granted else None,
                "C_JJDX": name_of(persons, act.party),
            },
        )


def _fee(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, FeeTaken):
        debtor = bearer(dossier)
        yield (
            "T_SCZXZXFJNJL",
            "N_XHZXFJN",
            {
                KEY: key_of(entry),
                "N_CDR": debtor,
                "N_SQF": yuan(act.amount),
                "N_JNZJE": yuan(act.amount),
                "C_JNR": name_of(persons, debtor),
                "D_JNRQ": entry.on,
            },
        )


def bearer(dossier: Dossier) -> int | None:
    """The fee is the debtor's (诉讼费用交纳办法 38): the first of them stands for all."""
    return next((each.party for each in parties_of(dossier, None, date.max) if each.role in LIABLE), None)


GOODS_AND_FEES: Mapping[type[Act], Callable[[Dossier, Entry[Act], Persons], Made]] = {
    FeeTaken: _fee,
    FeeReliefDecided: _relieved,
    GoodsTakenIn: _goods,
    GoodsHandedOver: _handed,
    GoodsEscrowed: _goods_aside,
}
