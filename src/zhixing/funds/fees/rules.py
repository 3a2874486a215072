"""Relief from the fee (诉讼费用交纳办法 44 to 49): grounds, at least thirty percent, exemption for persons alone."""

from __future__ import annotations

from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.rules.guards import open_case
from zhixing.funds.fees.acts import FeeReliefDecided, Relief, ReliefGround
from zhixing.funds.rules.account import GROUP
from zhixing.funds.rules.payout import IN_HAND, TEAM
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

RELIEF = cite("诉讼费用交纳办法", 44)
EXEMPT = cite("诉讼费用交纳办法", 45)
REDUCE = cite("诉讼费用交纳办法", 46)
DEFER = cite("诉讼费用交纳办法", 47)
LEAST_PERCENT = 30
GROUNDS = {
    Relief.EXEMPTED: (
        ReliefGround.DISABLED,
        ReliefGround.SUPPORT,
        ReliefGround.ON_RELIEF,
        ReliefGround.PUBLIC_GOOD,
        ReliefGround.EXEMPT_OTHER,
    ),
    Relief.REDUCED: (
        ReliefGround.DISASTER,
        ReliefGround.VETERAN,
        ReliefGround.WELFARE,
        ReliefGround.REDUCE_OTHER,
    ),
    Relief.DEFERRED: (
        ReliefGround.INSURANCE,
        ReliefGround.INJURED,
        ReliefGround.LEGAL_AID,
        ReliefGround.DEFER_OTHER,
    ),
}
# What the party is to whom an act gives relief: natural, legal, other; empty where none is named.
RELIEVED = Need("fee-relieved", str)


@guard("理由与救助类型相符", RELIEF, on_act=True)
def ground_fits(asked: Asked) -> Objection | None:
    """Each kind of relief has grounds of its own."""
    act = asked.the(FeeReliefDecided)
    if act.ground in GROUNDS[act.relief]:
        return None
    fitting = "；".join(each.label for each in GROUNDS[act.relief])
    return Objection(
        say("“{ground}”不是{relief}的理由", ground=act.ground.label, relief=act.relief.label),
        say("请改选：{grounds}", grounds=fitting),
    )


@guard("免交只适用于自然人", RELIEF, on_act=True)
def persons_alone(asked: Asked) -> Objection | None:
    """An organisation may defer or pay less, never nothing."""
    act = asked.the(FeeReliefDecided)
    if not act.granted or act.relief is not Relief.EXEMPTED or asked.fact(RELIEVED) == "natural":
        return None
    return Objection(say("申请人不是自然人"), say("可以改为减交或者缓交，或者不予准许"))


@guard("准许的内容写明", REDUCE, on_act=True)
def says_how_much(asked: Asked) -> Objection | None:
    """A reduction is of thirty percent and more; a deferral has its last day."""
    act = asked.the(FeeReliefDecided)
    if act.granted and act.relief is Relief.REDUCED:
        if not 0 < act.less <= act.fee or act.less * 100 < act.fee * LEAST_PERCENT:
            return Objection(
                say("减交的比例不得低于{percent}%，也不能超过应交的执行费", percent=LEAST_PERCENT),
                say("请核对应交的执行费和减交的金额"),
            )
    elif act.less:
        return Objection(say("只有准许减交才填写减交的金额"), say("请清空减交的金额"))
    if act.granted and act.relief is Relief.DEFERRED:
        if act.until is None or act.until < asked.on:
            return Objection(say("缓交没有写明期限，或者期限已过"), say("请填写缓交至哪一天"))
    elif act.until is not None:
        return Objection(say("只有准许缓交才填写缓交期限"), say("请清空缓交期限"))
    return None


RULES = [
    ActRule(
        act=FeeReliefDecided,
        label="决定缓减免执行费",
        basis=(RELIEF, EXEMPT, REDUCE, DEFER),
        by=TEAM,
        approved_by=Power.VICE_PRESIDENT,
        purpose="对当事人缓交、减交、免交执行费的申请作出决定，不准的说明理由",
        guards=(*IN_HAND, open_case, parties_fit, ground_fits, persons_alone, says_how_much),
        needs=(RELIEVED,),
        discloses=Disclosure(sms="funds.fee_relief_decided"),
        document="缓减免执行费决定书",
        group=GROUP,
    ),
]
