"""Rules of the decision: within thirty-six months' wages, within the fund's means, approved by the president; or refused."""

from __future__ import annotations

from zhixing.funds.aid.acts.application import AidDeliberated, AidGranted, AidRefused
from zhixing.funds.aid.acts.case import AidDecided, AidOutcome
from zhixing.funds.aid.acts.fund import AidFundOpened, AidWageRecorded
from zhixing.funds.aid.needs import AID_MEANS, AID_PERSON
from zhixing.funds.aid.questions.application import agreed
from zhixing.funds.aid.rules.application import (
    NOT_WHO,
    OPEN,
    TEAM,
    TEN_DAYS,
    WHO,
    aid_filed,
    as_applied_for,
)
from zhixing.funds.aid.rules.fund import AMOUNT, FUND, GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

WEIGHED = cite("司法救助意见", 7)  # from memory: the article
CEILING_MONTHS = 36


@guard("本院设有司法救助资金", FUND, on_act=True)
def fund_is_there(asked: Asked) -> Objection | None:
    """Without a fund there is nothing to give."""
    if asked.fact(AID_MEANS).fund:
        return None
    return Objection(say("本院还没有设立司法救助资金"), say("请财务人员先设立"), (AidFundOpened,))


@guard("登记了职工月平均工资", AMOUNT, on_act=True)
def wage_is_known(asked: Asked) -> Objection | None:
    """The ceiling rests on last year's wage, or the one before while it is not announced."""
    if asked.fact(AID_MEANS).wage:
        return None
    return Objection(
        say("没有登记 {year} 年度职工月平均工资", year=asked.on.year - 1),
        say("请在司法救助资金的卷宗里登记，上一年度尚未公布的登记再前一年度的"),
        (AidWageRecorded,),
    )


@guard("不超过三十六个月的月平均工资", AMOUNT, on_act=True)
def within_ceiling(asked: Asked) -> Objection | None:
    """Above the ceiling only where loss and need are very great, the committee agrees, and no more than is not yet enforced."""
    act, means = asked.the(AidGranted), asked.fact(AID_MEANS)
    most = CEILING_MONTHS * means.wage
    if act.amount <= 0:
        return Objection(say("救助金额为零"), say("请填写救助金额；不予救助的另行决定"), (AidRefused,))
    if not means.wage or act.amount <= most:
        return None
    facts = say(
        "{year} 年度月平均工资 {wage} 元，三十六个月共 {most} 元，拟救助 {amount} 元",
        year=means.wage_year,
        wage=in_yuan(means.wage),
        most=in_yuan(most),
        amount=in_yuan(act.amount),
    )
    allowed = agreed(asked.dossier, AS_IT_STANDS)
    if not act.above.strip() or allowed is None or allowed < act.amount:
        return Objection(
            facts,
            say("损失特别重大、生活特别困难的，请写明突破的理由，并先经司法救助委员会讨论同意这一金额"),
            (AidDeliberated,),
        )
    unreached = asked.fact(AID_PERSON).unreached
    if act.amount <= unreached:
        return None
    return Objection(
        facts,
        say("突破限额的，不得超过未执行到位的 {rest} 元", rest=in_yuan(unreached)),
    )


@guard("救助资金可以负担", FUND, on_act=True)
def fund_can_carry(asked: Asked) -> Objection | None:
    """Nothing is promised beyond what lies in the fund and what its budget still brings."""
    amount, means = asked.the(AidGranted).amount, asked.fact(AID_MEANS)
    if not means.fund or amount <= means.left:
        return None
    return Objection(
        say(
            "账上 {holds} 元，预算尚未拨付 {expected} 元，已决定未发放 {committed} 元，可用 {left} 元",
            holds=in_yuan(means.holds),
            expected=in_yuan(means.expected),
            committed=in_yuan(means.committed),
            left=in_yuan(max(0, means.left)),
        ),
        say("请申请追加预算或者争取社会捐助，登记以后再决定"),
    )


def _decided(act: Act, aid: DossierId) -> list[Reach]:
    if isinstance(act, AidGranted):
        told = AidDecided(
            person=act.applicant,
            aid=aid,
            outcome=AidOutcome.GRANTED,
            amount=act.amount,
            source=act.source,
            reason=act.reason,
        )
        return [Reach(act.case, told)]
    if isinstance(act, AidRefused):
        told = AidDecided(person=act.applicant, aid=aid, outcome=AidOutcome.REFUSED, reason=act.reason)
        return [Reach(act.case, told)]
    return []


RULES = [
    ActRule(
        act=AidGranted,
        label="决定给予司法救助",
        basis=(WHO, AMOUNT, WEIGHED, TEN_DAYS),
        by=TEAM,
        approved_by=Power.PRESIDENT,
        purpose="决定救助金额；一般不超过三十六个月的月平均工资",
        guards=(
            aid_filed,
            *OPEN,
            as_applied_for,
            fund_is_there,
            wage_is_known,
            within_ceiling,
            fund_can_carry,
        ),
        needs=(AID_MEANS, AID_PERSON),
        reaches=_decided,
        discloses=Disclosure(sms="funds.aid_granted"),
        document="国家司法救助决定书",
        group=GROUP,
    ),
    ActRule(
        act=AidRefused,
        label="决定不予司法救助",
        basis=(NOT_WHO, TEN_DAYS),
        by=TEAM,
        approved_by=Power.PRESIDENT,
        purpose="不符合条件或者有不予救助的情形，告知申请人并说明理由",
        guards=(aid_filed, *OPEN, as_applied_for),
        reaches=_decided,
        discloses=Disclosure(sms="funds.aid_refused"),
        document="不予司法救助决定书",
        group=GROUP,
    ),
]
