"""Rules of what a title grants: the title itself, its claims, interest, costs owed to the court, the agreed order of payment.

Not covered: titles that grant alternatives, and conditions on which a claim depends; the clerk enters what is due now.
"""

from __future__ import annotations

from zhixing.cases.acts.filing import (
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    RateTable,
    SetOffOrderRecorded,
    TitleRecorded,
)
from zhixing.cases.questions.money import agreed_order
from zhixing.cases.rules.acceptance import ACCEPTANCE
from zhixing.cases.rules.guards import open_case
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import LIABLE, PartyJoined, Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

INTAKE_OR_HANDLER = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)


@guard("请求事项所据的执行依据在卷", ACCEPTANCE, on_act=True)
def title_in_dossier(asked: Asked) -> Objection | None:
    """A claim or cost names a title of this dossier."""
    act = asked.act
    if not isinstance(act, ClaimRecorded | CostRecorded):
        return None
    found = asked.dossier.at(act.title)
    if found is not None and isinstance(found.act, TitleRecorded):
        return None
    return Objection(
        say("第 {seq} 条不是执行依据", seq=act.title), say("请选择已录入的执行依据"), (TitleRecorded,)
    )


@guard("请求事项写明给付什么", ACCEPTANCE, on_act=True)
def claim_says_what(asked: Asked) -> Objection | None:
    """A claim for money says how much; any other says what is to be given or done."""
    claim = asked.the(ClaimRecorded)
    if claim.kind is ClaimKind.MONEY and not claim.amount:
        return Objection(say("金钱请求“{label}”没有金额", label=claim.label), say("请填写文书确定的金额"))
    if claim.kind is not ClaimKind.MONEY and not claim.text.strip():
        return Objection(say("“{label}”没有写明内容", label=claim.label), say("请写明交付何物、为何行为"))
    return None


@guard("义务人和权利人是本案当事人", ACCEPTANCE, on_act=True)
def between_parties(asked: Asked) -> Objection | None:
    """Each side has someone who takes part; those named beside them may have left since, or never been applied against."""
    act = asked.act
    if not isinstance(act, ClaimRecorded | CostRecorded):
        return None
    present = {each.party for each in parties_of(asked.dossier, None, asked.on)}
    sides = (
        {"由谁负担": act.owed_by, "给谁": act.owed_to}
        if isinstance(act, ClaimRecorded)
        else {"由谁负担": act.borne_by}
    )
    for side, named in sides.items():
        if not present & set(named):
            return Objection(
                say("“{label}”的“{side}”中没有本案当事人", label=act.label, side=side),
                say("请先录入当事人，再在此选择"),
                (PartyJoined,),
            )
    return _wrong_side(asked) if isinstance(act, ClaimRecorded) else None


def _wrong_side(asked: Asked) -> Objection | None:
    act = asked.the(ClaimRecorded)
    roles: dict[int, set[Role]] = {}
    for part in parties_of(asked.dossier, None, asked.on):
        roles.setdefault(part.party, set()).add(part.role)
    for side, named, fitting in (
        ("由谁负担", act.owed_by, set(LIABLE)),
        ("给谁", act.owed_to, {Role.APPLICANT}),
    ):
        for party in named:
            if party in roles and not roles[party] & fitting:
                return Objection(
                    say("“{label}”的“{side}”中有人不是这一方", label=act.label, side=side),
                    say("“由谁负担”选负有义务的人，“给谁”选申请执行人"),
                )
    return None


@guard("抵充顺序写的是请求事项的名目", cite("迟延履行利息解释", 4), on_act=True)
def order_names_claims(asked: Asked) -> Objection | None:
    """Each line of an agreed order names a claim of the case, or a whole kind (费用, 利息, 本金, 加倍利息)."""
    names = asked.the(SetOffOrderRecorded).order
    if not names:
        return Objection(say("没有填写顺序"), say("请一行一项填写"))
    answer = agreed_order(asked.dossier, names, asked.on)
    if isinstance(answer, Found):
        return None
    return Objection(
        say("不能确定{missing}", missing="；".join(str(each) for each in answer.missing)),
        say("请写请求事项的名目，或写“费用”“利息”“本金”“加倍利息”；请求事项应先录入"),
        (ClaimRecorded,),
    )


@guard("利率和计息期间可以确定", cite("迟延履行利息解释", 1), on_act=True)
def rate_given(asked: Asked) -> Objection | None:
    """Interest has a base, a rate that can be read, and a span that does not end before it begins."""
    act = asked.the(InterestRecorded)
    based_on = asked.dossier.at(act.claim) if act.claim is not None else None
    if act.base is None and act.claim is None:
        return Objection(say("没有计息基数"), say("请选择计息的请求事项，或填写基数"))
    if act.claim is not None and not (based_on and isinstance(based_on.act, ClaimRecorded)):
        return Objection(say("第 {seq} 条不是请求事项", seq=act.claim), say("请选择计息的请求事项"))
    unread = _unread(act)
    if unread:
        return Objection(say("利率或倍数“{text}”不是小数", text=unread[0]), say("请写成小数，如 0.06、1.3"))
    if act.year_days not in (None, 360, 365):
        return Objection(
            say("一年按 {days} 日计不合规则", days=act.year_days), say("请填 360 或 365，或留空")
        )
    if act.until is not None and act.until < act.since:
        return Objection(
            say("止日 {until} 早于起日 {since}", until=act.until, since=act.since), say("请核对计息期间")
        )
    return None


def _unread(act: InterestRecorded) -> list[str]:
    """The rates and factors of the act that are no decimals."""
    texts = [act.times, act.plus.removeprefix("-")] if act.table is not RateTable.NONE else [act.rate]
    if act.cap_table is not RateTable.NONE:
        texts.append(act.cap_times)
    elif act.cap_rate:
        texts.append(act.cap_rate)
    return [text for text in texts if not _is_decimal(text)]


def _is_decimal(text: str) -> bool:
    digits = text.replace(".", "", 1)
    return digits.isascii() and digits.isdigit()


RULES = [
    ActRule(
        act=TitleRecorded,
        label="录入执行依据",
        basis=(ACCEPTANCE,),
        by=INTAKE_OR_HANDLER,
        purpose="录入经核对的生效法律文书",
        guards=(open_case,),
        group="收案与立案",
    ),
    ActRule(
        act=ClaimRecorded,
        label="录入请求事项",
        basis=(ACCEPTANCE,),
        by=INTAKE_OR_HANDLER,
        purpose="录入文书确定的一项给付",
        guards=(open_case, title_in_dossier, claim_says_what, between_parties),
        group="收案与立案",
    ),
    ActRule(
        act=InterestRecorded,
        label="录入利息",
        basis=(cite("迟延履行利息解释", 1),),
        by=INTAKE_OR_HANDLER,
        purpose="录入文书确定的一般债务利息",
        guards=(open_case, rate_given),
        group="收案与立案",
    ),
    ActRule(
        act=CostRecorded,
        label="录入诉讼费用",
        basis=(cite("诉讼费用交纳办法", 29),),
        by=INTAKE_OR_HANDLER,
        purpose="录入文书确定由当事人向法院交纳的诉讼费用；应付给申请执行人的录为请求事项",
        guards=(open_case, title_in_dossier, between_parties),
        group="收案与立案",
    ),
    ActRule(
        act=SetOffOrderRecorded,
        label="录入抵充顺序",
        basis=(cite("迟延履行利息解释", 4),),
        by=INTAKE_OR_HANDLER,
        purpose="录入当事人约定的清偿顺序",
        guards=(open_case, order_names_claims),
        group="收案与立案",
    ),
]
