"""Relief from the fee of enforcement, decided on a party's application."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.parties.acts import MemberId
from zhixing.record.act import Act, Choice, Fen, Prose, title


class Relief(Choice):
    """What is asked for (诉讼费用交纳办法 44)."""

    DEFERRED = "deferred", "缓交"
    REDUCED = "reduced", "减交"
    EXEMPTED = "exempted", "免交"


class ReliefGround(Choice):
    """On what ground (诉讼费用交纳办法 45 to 47)."""

    DISABLED = "disabled", "残疾人无固定生活来源"
    SUPPORT = "support", "追索赡养费、扶养费、抚育费、抚恤金"
    ON_RELIEF = "on_relief", "最低生活保障对象等，无其他收入"
    PUBLIC_GOOD = "public_good", "因见义勇为或者保护社会公共利益受损害"
    EXEMPT_OTHER = "exempt_other", "确实需要免交的其他情形"
    DISASTER = "disaster", "因不可抗力造成生活困难或者生产经营难以为继"
    VETERAN = "veteran", "国家规定的优抚、安置对象"
    WELFARE = "welfare", "社会福利机构和救助管理站"
    REDUCE_OTHER = "reduce_other", "确实需要减交的其他情形"
    INSURANCE = "insurance", "追索社会保险金、经济补偿金"
    INJURED = "injured", "人身伤害事故的受害人请求赔偿"
    LEGAL_AID = "legal_aid", "正在接受法律援助"
    DEFER_OTHER = "defer_other", "确实需要缓交的其他情形"


class FeeReliefDecided(Act, frozen=True, kw_only=True, tag="funds.fee_relief_decided"):
    """决定缓减免执行费: a party's application for relief from the fee is granted or refused, with reasons."""

    party: Annotated[MemberId, title("申请救助的当事人")]
    relief: Annotated[Relief, title("申请救助类型")]
    ground: Annotated[ReliefGround, title("申请救助原因")]
    applied_on: Annotated[date, title("申请日期")]
    reason: Annotated[Prose, title("事实与理由", "不写姓名；附经济困难的证明")]
    granted: Annotated[bool, title("准许")] = True
    fee: Annotated[Fen, title("应交的执行费")] = 0
    less: Annotated[Fen, title("减交的金额", "只在减交时填写，不低于应交的30%")] = 0
    until: Annotated[date | None, title("缓交至", "只在缓交时填写")] = None
