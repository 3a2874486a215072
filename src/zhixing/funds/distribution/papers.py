"""Papers of a distribution: the plan with its whole working and its service list, and the notices that follow an objection."""

from __future__ import annotations

from zhixing.cases.acts.filing import RateTable
from zhixing.cases.papers.phrases import case_clause, case_rows, contact, to
from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimRejected,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    InterestClaimed,
    ParticipationApplied,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
    SumClaimed,
)
from zhixing.funds.distribution.working import working
from zhixing.law.distribution import cites_of
from zhixing.law.money import show
from zhixing.law.paper_words import legal_basis, paper_sum, plain_date
from zhixing.record.paper import Block, Body, Line, Paper, PaperKind, Signature, Table, Telling

RULE_OF_ROUNDING = "按比例计算的，先取整到分；余下的分，依次分给小数部分最大的债权，小数相同的给数额大的，再相同的给编号小的。"


def drawn(told: Telling) -> Body:
    """The plan: what is given out, among whom, in which order, step by step."""
    act = told.the(DistributionPlanDrawn)
    claims = questions.claims_of(told.dossier, act)
    found = questions.worked_out(act.pots, claims, act.order.name)
    amount = sum(each.amount for each in act.pots)
    blocks: list[Block] = [
        Line(f"本院在执行{case_clause(told)}中，对{told.name(act.debtor)}的财产所得价款制作本分配方案。"),
        *([Line(f"本方案修正此前的分配方案：{act.reason}")] if act.amends else []),
        Line(f"一、待分配款项共{paper_sum(amount)}", strong=True),
        Table(tuple((each.name, f"{show(each.amount)}元") for each in act.pots)),
        Line(f"二、参加分配的债权（普通债权{act.order.label}受偿）", strong=True),
        Table(tuple((f"编号{each.number}　{_whose(told, each)}", _claimed(each)) for each in claims)),
        Line("三、计算过程", strong=True),
    ]
    for each in working(found):
        cited = legal_basis(cites_of(each.step.stage, questions.order_of(act)), told.on)
        blocks += [Line(f"{each.heading}。依据：{cited}"), Line(f"{each.base}。")]
        blocks += [Line(f"{line}。") for line in each.lines]
    whose = {each.number: _whose(told, each) for each in claims}
    blocks += [
        Line(RULE_OF_ROUNDING),
        Line("四、分配结果", strong=True),
        Table(
            tuple(
                (f"编号{each.claim}　{whose.get(each.claim, '债权人')}", f"{show(each.total)}元")
                for each in act.shares
            )
        ),
        Line(f"余款{show(found.left)}元。"),
        Line(f"五、送达：{told.names(questions.to_be_served(told.dossier, act))}", strong=True),
        Line(
            f"{told.under}，债权人或者被执行人对本方案有异议的，应当自收到之日起十五日内向本院提出书面异议。"
        ),
        contact(told),
    ]
    return Body(
        blocks=tuple(blocks),
        signed=(
            Signature("制作人", told.entry.by.name),
            *([Signature("批准人", told.entry.approved_by.name)] if told.entry.approved_by else []),
        ),
    )


def _whose(told: Telling, claim: ClaimAdmitted) -> str:
    return told.name(claim.creditor) if claim.creditor is not None else "本院"


def _claimed(claim: ClaimAdmitted) -> str:
    parts = [
        (claim.principal, "主债务、款项"),
        (claim.interest, "利息"),
        (claim.costs, "费用"),
        (claim.doubled, "加倍部分债务利息"),
    ]
    told = "，".join(f"{label}{show(amount)}元" for amount, label in parts if amount)
    on = f"（{claim.pot}）" if claim.pot else ""
    told += _reckoned(claim)
    basis = f"；{claim.basis}" if claim.basis else ""
    return f"{claim.rank.label}{on}；{told}{basis}"


def _reckoned(claim: ClaimAdmitted) -> str:
    """From what the interest was reckoned, so that who reads the plan can do it again."""
    if claim.reckoned_to is None:
        return ""
    parts = [f"利息计至{plain_date(claim.reckoned_to)}"]
    if claim.rate and claim.interest_since:
        since = plain_date(claim.interest_since)
        parts.append(f"一般利息自{since}起按年利率{claim.rate}%、一年{claim.year_days}日计算")
    if claim.times and claim.interest_since:
        since = plain_date(claim.interest_since)
        parts.append(f"一般利息自{since}起按一年期贷款市场报价利率的{claim.times}倍计算")
    if claim.due:
        parts.append(f"履行期限至{plain_date(claim.due)}届满")
    parts += [_sum(each) for each in claim.sums] + [_interest(each) for each in claim.interests]
    if claim.paid:
        paid = "、".join(f"{plain_date(each.on)}{show(each.amount)}元" for each in claim.paid)
        before = f"原主债务{show(claim.original)}元，" if claim.original else ""
        parts.append(f"{before}已清偿{paid}")
    parts += [f"{plain_date(each.since)}至{plain_date(each.last)}不计加倍部分" for each in claim.rests]
    return f"（{'，'.join(parts)}）"


def _sum(each: SumClaimed) -> str:
    due = f"、履行期限至{plain_date(each.due)}届满" if each.due else ""
    return f"{each.label}{show(each.amount)}元（{each.nature.label}{due}）"


def _interest(each: InterestClaimed) -> str:
    base = each.on or (f"{show(each.base)}元" if each.base else "主债务")
    until = f"至{plain_date(each.last)}止" if each.last else ""
    year = f"、一年{each.year_days}日" if each.year_days else ""
    return f"{base}自{plain_date(each.since)}起{until}按{_rate(each)}{year}计息{_cap(each)}"


def _rate(each: InterestClaimed) -> str:
    if each.table is RateTable.NONE:
        return f"{each.per.label}利率{each.rate}%"
    plus = f"加{each.plus}%" if each.plus.strip("-0.") else ""
    return f"{each.table.label}的{each.times}倍{plus}"


def _cap(each: InterestClaimed) -> str:
    if each.cap_table is not RateTable.NONE:
        return f"，不超过{each.cap_table.label}的{each.cap_times}倍"
    if each.cap_rate:
        return f"，不超过年利率{each.cap_rate}%"
    return f"，共不超过{show(each.cap)}元" if each.cap is not None else ""


def served(told: Telling) -> Body:
    """Who received the plan, when."""
    act = told.the(DistributionPlanServed)
    rows = (
        *case_rows(told),
        ("送达文书", "执行财产分配方案"),
        ("受送达人", told.name(act.to)),
        ("收到日期", plain_date(told.on)),
        ("异议期限", "收到之日起十五日"),
        ("依据", told.basis),
    )
    return Body(
        blocks=(Table(rows),),
        signed=(Signature("受送达人"), Signature("送达人", told.entry.by.name)),
        sealed=False,
    )


def rejected(told: Telling) -> Body:
    """The application does not take part, and why."""
    act = told.the(ClaimRejected)
    asked = told.dossier.at(act.application)
    by = (asked.act.by,) if asked is not None and isinstance(asked.act, ParticipationApplied) else ()
    return Body(
        blocks=(
            to(told, by),
            Line(f"你（单位）在{case_clause(told)}中申请参与分配。经审查，{act.reason.rstrip('。')}。"),
            Line(f"{told.under}，不准许你（单位）参与本次分配。"),
            contact(told),
        )
    )


def objection_notified(told: Telling) -> Body:
    """The others learn what is disputed, and that silence lets the objection stand."""
    act = told.the(PlanObjectionNotified)
    entry = told.dossier.at(act.objection)
    lines: tuple[Line, ...] = ()
    if entry is not None and isinstance(entry.act, DistributionPlanObjected):
        disputed = "；".join(f"编号{each.claim}的{show(each.amount)}元" for each in entry.act.disputed)
        lines = (
            Line(f"{told.name(entry.act.by)}于{plain_date(entry.on)}对分配方案提出异议，涉及{disputed}。"),
            Line(f"其理由：{entry.act.reason}"),
        )
    return Body(
        blocks=(
            to(told, (act.to,)),
            *lines,
            Line(
                f"{told.under}，你（单位）对该异议有反对意见的，应当自收到本通知之日起十五日内提出；"
                "无人提出的，本院依异议人的意见对分配方案审查修正后进行分配。"
            ),
            contact(told),
        )
    )


def opposition_notified(told: Telling) -> Body:
    """The objector learns who opposes, and that he may sue."""
    act = told.the(PlanOppositionNotified)
    entry = told.dossier.at(act.objection)
    by = (entry.act.by,) if entry is not None and isinstance(entry.act, DistributionPlanObjected) else ()
    against = [each for each in told.dossier.of(PlanObjectionOpposed) if each.act.objection == act.objection]
    return Body(
        blocks=(
            to(told, by),
            *(Line(f"{told.name(each.act.by)}提出反对意见：{each.act.reason}") for each in against),
            Line(
                f"{told.under}，你（单位）可以自收到本通知之日起十五日内，以提出反对意见的人为被告，"
                "向本院提起诉讼；逾期未起诉的，本院按照原分配方案进行分配。"
            ),
            contact(told),
        )
    )


PAPERS = [
    Paper(acts=(DistributionPlanDrawn,), kind=PaperKind.NOTICE, write=drawn),
    Paper(acts=(DistributionPlanServed,), kind=PaperKind.SLIP, write=served),
    Paper(acts=(ClaimRejected,), kind=PaperKind.NOTICE, write=rejected),
    Paper(acts=(PlanObjectionNotified,), kind=PaperKind.NOTICE, write=objection_notified),
    Paper(acts=(PlanOppositionNotified,), kind=PaperKind.NOTICE, write=opposition_notified),
]
