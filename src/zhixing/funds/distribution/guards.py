"""What the law asks of each step of a distribution."""

from __future__ import annotations

from datetime import date

from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    ClaimRejected,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    ParticipationApplied,
    PotHeld,
)
from zhixing.funds.distribution.payable import amount_of, came, used_since
from zhixing.funds.distribution.reckoning import reckoned, slip
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Need, Objection, guard

APPLY = cite("民诉法解释", 506)
IN_TIME = cite("民诉法解释", 507)
SHARES = cite("民诉法解释", 508)
PLAN = cite("民诉法解释", 509)
FIFTEEN = cite("民诉法解释", 509, figure="十五日")
AFTER = cite("民诉法解释", 510, figure="十五日")
FIRST = cite("执行工作规定", 55)
MONEY = cite("执行款物规定", 6)

# Fen that lie with the case, what is kept aside included; locked within a write.
DISTRIBUTABLE = Need("distributable", int)
# What the debtor whose property is distributed is: natural, legal, other; empty where no act names one.
DEBTOR_KIND = Need("distribution-debtor", str)


@guard("所填的人已录入本案", APPLY, on_act=True)
def people_of_the_case(asked: Asked) -> Objection | None:
    """Whoever an act names takes part in the case in some role."""
    known = {part.party for part in parties_of(asked.dossier, None, asked.on)}
    named = {getattr(asked.act, name, None) for name in ("by", "to", "creditor")} - {None}
    if named <= known:
        return None
    return Objection(say("所填的人没有录入本案"), say("请先录入当事人，参与分配的债权人录为利害关系人"))


@guard("在财产执行终结前提出", IN_TIME)
def not_distributed_yet(asked: Asked) -> Objection | None:
    """Once the plan is beyond objection its proceeds are given out; who comes later waits for other property."""
    ends = questions.objecting_ends(asked.dossier, asked.on)
    if ends is None or asked.on <= ends:
        return None
    return Objection(
        say("分配方案的异议期已于 {last} 届满，该财产执行终结", last=ends),
        say("请对被执行人的其他财产申请执行"),
    )


@guard("申请尚未决定", APPLY, on_act=True)
def application_waits(asked: Asked) -> Objection | None:
    """An application is decided once; a claim admitted on it may be corrected by its number."""
    act = asked.act
    number = act.application if isinstance(act, ClaimAdmitted | ClaimRejected) else None
    if number is None and isinstance(act, ClaimAdmitted):
        return None
    entry = asked.dossier.at(number or 0)
    if entry is None or not isinstance(entry.act, ParticipationApplied):
        return Objection(say("所选的不是参与分配申请"), say("请选择申请"), (ParticipationApplied,))
    waits = {each.seq for each in questions.undecided(asked.dossier, asked.on)}
    again = isinstance(act, ClaimAdmitted) and any(
        each.act.application == number and each.act.number == act.number
        for each in questions.admitted(asked.dossier, asked.on)
    )
    if isinstance(act, ClaimAdmitted) and act.creditor != entry.act.by:
        return Objection(say("债权人不是该申请的申请人"), say("请选择申请人，或者另选申请"))
    if number in waits or again:
        return None
    return Objection(say("该申请已经决定"), say("对决定的债权有改动的，请用原债权编号重新确认"))


@guard("债权写明数额、顺位和依据", SHARES, on_act=True)
def claim_is_whole(asked: Asked) -> Objection | None:
    """A claim is worth something; a preference names its thing and its reason; costs and fines make no doubled interest."""
    act = asked.the(ClaimAdmitted)
    if not act.number.isdecimal() or act.principal + act.interest + act.costs + act.doubled == 0:
        return Objection(say("债权编号不是数字，或者没有写数额"), say("请写编号和数额"))
    if act.rank in (ClaimRank.CONSTRUCTION, ClaimRank.PRIORITY) and not act.pot.strip():
        return Objection(say("主张优先受偿而没有写明财产"), say("请在“所涉财产”写明款项名称"))
    if act.rank is not ClaimRank.ORDINARY and not act.basis.strip():
        return Objection(say("没有写明优先的依据"), say("请写明法律依据和凭证"))
    if act.rank in (ClaimRank.COSTS, ClaimRank.FINE, ClaimRank.CONFISCATION):
        if act.doubled:
            return Objection(say("费用、罚金、没收财产没有加倍部分债务利息"), say("请删去这一项"))
    elif act.creditor is None:
        return Objection(say("没有选择债权人"), say("只有法院收取的费用、罚金、没收财产不填债权人"))
    return None


@guard("利息与计息方法算出的一致", SHARES, cite("迟延履行利息解释", 1), on_act=True)
def interest_follows(asked: Asked) -> Objection | None:
    """Where a claim says how its interest is reckoned, its sums are what the law makes of that."""
    act = asked.the(ClaimAdmitted)
    wrong = slip(act)
    if wrong is not None:
        return Objection(
            say("计息方法不完整：{wrong}", wrong=wrong),
            say(
                "一笔债权：填写计息至、履行期限届满日，有一般利息的填写起算日和年利率（如 6）或者LPR的倍数（如 4）；"
                "几笔债权、几种利息、有上限或者中止期间的，逐行填写"
            ),
        )
    if act.reckoned_to is None:
        return None
    found = reckoned(act)
    if not isinstance(found, Found):
        return Objection(found.missing[0], say("请改为直接填写利息数额，在依据中写明计算方法"))
    parts = found.value
    if (parts.principal, parts.interest, parts.doubled) == (act.principal, act.interest, act.doubled) and (
        not act.sums or parts.costs == act.costs
    ):
        return None
    return Objection(
        say(
            "按所填计息方法，主债务 {principal} 元，一般利息 {general} 元，费用 {costs} 元，加倍部分 {doubled} 元",
            principal=show(parts.principal),
            general=show(parts.interest),
            costs=show(parts.costs if act.sums else act.costs),
            doubled=show(parts.doubled),
        ),
        say("请改为这些数额，或者核对计息方法"),
    )


@guard("有确认参加分配的债权", PLAN)
def claims_are_there(asked: Asked) -> Objection | None:
    """Among nobody nothing is distributed."""
    if questions.admitted(asked.dossier, asked.on):
        return None
    return Objection(say("还没有确认参加分配的债权"), say("请先确认各债权人的债权"), (ClaimAdmitted,))


@guard("申请都已决定，确认的债权都在方案内", PLAN, on_act=True)
def all_claims_counted(asked: Asked) -> Objection | None:
    """A plan leaves nobody out."""
    act = asked.the(DistributionPlanDrawn)
    waiting = questions.undecided(asked.dossier, asked.on)
    if waiting:
        return Objection(
            say("{on} 的参与分配申请尚未决定", on=waiting[0].on),
            say("请先确认债权或者不准许"),
            (ClaimAdmitted, ClaimRejected),
        )
    wanted = {each.seq for each in questions.admitted(asked.dossier, asked.on)}
    if wanted and set(act.claims) == wanted and len(act.claims) == len(wanted):
        return None
    return Objection(say("方案所列债权与已确认的债权不一致"), say("请在分配页面重新制作"), (ClaimAdmitted,))


@guard("受偿方法与被执行人相符", SHARES, FIRST, cite("民诉法解释", 514), on_act=True)
def order_fits_debtor(asked: Asked) -> Objection | None:
    """A person's or other organisation's creditors share pro rata, a legal person's by first control."""
    legal = asked.fact(DEBTOR_KIND) == "legal"
    act = asked.the(DistributionPlanDrawn)
    if (act.order is ClaimOrder.FIRST_CONTROL) == legal:
        return None
    if legal:
        return Objection(
            say("被执行人是法人，普通债权按采取执行措施的先后受偿"),
            say("请改选，并告知当事人可以申请移送破产"),
        )
    return Objection(say("被执行人是公民或者其他组织，普通债权按比例受偿"), say("请改选受偿方法"))


@guard("分配结果与依法计算的一致", SHARES, on_act=True)
def shares_follow(asked: Asked) -> Objection | None:
    """The result is what the law computes from the inputs, to the fen."""
    act = asked.the(DistributionPlanDrawn)
    try:
        found = questions.worked_out(act.pots, questions.claims_of(asked.dossier, act), act.order.name)
    except ValueError as wrong:
        return Objection(say("{wrong}", wrong=str(wrong)), say("请改正后重新制作"))
    if questions.given(found) == act.shares:
        return None
    return Objection(say("分配结果与依法计算的不一致"), say("请在分配页面制作，由系统计算"))


@guard("待分配款项有金额", PLAN, on_act=True)
def something_to_give(asked: Asked) -> Objection | None:
    """Nothing is distributed where there is nothing."""
    if sum(each.amount for each in asked.the(DistributionPlanDrawn).pots):
        return None
    return Objection(say("没有待分配的款项"), say("请逐项写明款项名称和金额"))


@guard("待分配款项是已到账的案款", MONEY, on_act=True)
def pots_came(asked: Asked) -> Objection | None:
    """Each pot names what came to the case and is no more than that; together no more than lies there or was given by plan.

    What came for a lot is divided into pots that all name the same receipts.
    """
    pots, known = asked.the(DistributionPlanDrawn).pots, came(asked.dossier)
    shared: dict[tuple[int, ...], list[PotHeld]] = {}
    for each in pots:
        shared.setdefault(each.receipts, []).append(each)
    named = [seq for receipts in shared for seq in receipts]
    if (
        len(set(named)) != len(named)
        or not set(named) <= set(known)
        or not all(each.receipts for each in pots)
    ):
        return Objection(
            say("待分配款项没有写明是哪几笔到账，或者到账已经撤回、重复"),
            say("请在分配页面从到账的案款中选择"),
        )
    for receipts, those in shared.items():
        whole = sum(amount_of(known[seq].act) for seq in receipts)
        if sum(each.amount for each in those) > whole:
            return Objection(
                say(
                    "“{pot}”的到账共 {whole} 元",
                    pot="、".join(each.name for each in those),
                    whole=show(whole),
                ),
                say("请在分配页面重新制作"),
            )
    there = asked.fact(DISTRIBUTABLE) + used_since(asked.dossier)
    total = sum(each.amount for each in pots)
    if total <= there:
        return None
    return Objection(
        say("账上可分配 {there} 元，方案分配 {total} 元", there=show(there), total=show(total)),
        say("请在分配页面重新制作，由系统按账上余额计算"),
    )


@guard("替换已有方案的，写明修正哪一方案和理由", AFTER, on_act=True)
def amends_the_last(asked: Asked) -> Objection | None:
    """A plan in force is replaced by an amended one that says so and why."""
    act, now = asked.the(DistributionPlanDrawn), questions.plan(asked.dossier, asked.on)
    if (now.seq if now else None) != act.amends:
        return Objection(
            say("本案已有分配方案") if now else say("本案没有要修正的分配方案"),
            say("请在“修正的分配方案”选择现行方案") if now else say("请不要填写“修正的分配方案”"),
        )
    if act.amends is None or act.reason.strip():
        return None
    return Objection(say("没有写明修正的理由"), say("请写明依据哪一异议、判决或者新确认的债权"))


@guard("所指的是现行的分配方案", PLAN, on_act=True)
def plan_in_force(asked: Asked) -> Objection | None:
    """What is served or objected to is the plan in force."""
    act, now = asked.act, questions.plan(asked.dossier, asked.on)
    named = act.plan if isinstance(act, DistributionPlanServed | DistributionPlanObjected) else None
    if now is not None and named == now.seq:
        return None
    return Objection(say("所选的不是现行的分配方案"), say("请选择最新的分配方案"), (DistributionPlanDrawn,))


@guard("是方案的债权人或者被执行人", PLAN, on_act=True)
def concerned(asked: Asked) -> Objection | None:
    """The plan goes to those whose money it is, and they alone object."""
    act, now = asked.act, questions.plan(asked.dossier, asked.on)
    named = act.to if isinstance(act, DistributionPlanServed) else getattr(act, "by", None)
    if now is None or named in questions.to_be_served(asked.dossier, now.act):
        return None
    return Objection(say("此人不是该方案的债权人或者被执行人"), say("请核对所选的人"))


@guard("自收到分配方案之日起十五日内提出", FIFTEEN, cite("执行程序解释", 17, figure="十五日"), on_act=True)
def objected_in_time(asked: Asked) -> Objection | None:
    """Fifteen days from one's own receipt; before receipt they have not begun."""
    act = asked.the(DistributionPlanObjected)
    received = questions.served(asked.dossier, act.plan, asked.on).get(act.by)
    return _late(questions.last_day(received) if received else None, asked.on)


@guard("写明对哪些份额有争议，不超过方案所分", PLAN, on_act=True)
def dispute_is_named(asked: Asked) -> Objection | None:
    """An objection says which shares it disputes and how far; no more is held back."""
    act, now = asked.the(DistributionPlanObjected), questions.plan(asked.dossier, asked.on)
    shares = {each.claim: each.total for each in now.act.shares} if now else {}
    if not act.disputed or not act.reason.strip() or sum(each.amount for each in act.disputed) == 0:
        return Objection(say("没有写明有争议的份额或者理由"), say("请逐项写明债权编号、金额和理由"))
    for each in act.disputed:
        if each.amount > shares.get(each.claim, 0):
            return Objection(
                say(
                    "编号 {claim} 的债权在方案中分得 {share} 元",
                    claim=each.claim,
                    share=show(shares.get(each.claim, 0)),
                ),
                say("争议金额不能超过它"),
            )
    if len({each.claim for each in act.disputed}) == len(act.disputed):
        return None
    return Objection(say("同一编号的债权写了两次"), say("请合为一项"))


def _late(last: date | None, on: date) -> Objection | None:
    if last is None or on <= last:
        return None
    return Objection(say("期限到 {last} 为止", last=last), say("逾期的，按分配方案分配"))
