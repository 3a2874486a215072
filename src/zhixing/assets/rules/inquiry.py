"""Rules of the network: only who owes is looked into, what is ruled is sent, an answer belongs to a question.

Not covered: the institution's written objection to a control (网络查控规定 art. 6, fifteen days to review it), which comes on
paper and is an objection of the cases room; the list of officers that is reported to the institutions (art. 2).
"""

from __future__ import annotations

from zhixing.assets.acts.found import FoundBy
from zhixing.assets.acts.inquiry import (
    ControlAnswered,
    ControlRequested,
    FindingDisputed,
    InquiryAnswered,
    InquirySent,
    SearchAskedFor,
)
from zhixing.assets.questions.control import secured_sum
from zhixing.assets.questions.inquiry import answer_of, asked_about, control_answer, inquiry_at
from zhixing.assets.questions.third_debts import answers_for
from zhixing.assets.rules.guards import meant
from zhixing.assets.rules.offering import TOLD_BY_NETWORK, offered
from zhixing.cases.acts.assignment import Assigned
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import CaseType, TitleRecorded
from zhixing.cases.questions import case_type
from zhixing.cases.rules.guards import PROCEDURE_IN_HAND
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import LIABLE, Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "网络查控"
BY_NETWORK = cite("网络查控规定", 1)
INQUIRY = cite("网络查控规定", 3)
NOBODY_ELSE = cite("网络查控规定", 7, paragraph=3)
SAME_FORCE = cite("财产调查规定", 13)
BEGIN = cite("执行期限规定", 6)
IN_PRESERVATION = cite("财产保全规定", 11)
IDENTIFIED = Need("identified-parties", tuple[int, ...])


@guard("只查询负有义务的人", NOBODY_ELSE, on_act=True)
def only_who_owes(asked: Asked) -> Objection | None:
    """Nobody but those who owe something in this case is looked into."""
    act = asked.the(InquirySent)
    liable = {
        each.party
        for each in parties_of(asked.dossier, None, asked.on)
        if each.role in LIABLE
        and (each.role is not Role.THIRD_DEBTOR or answers_for(asked.dossier, each.party, asked.on))
    }
    if act.debtors and set(act.debtors) <= liable:
        return None
    return Objection(
        say("被查询的人没有选择，或者不是本案的被执行人、担保人、已裁定强制执行的到期债权第三人"),
        say("请只选择对本案负有履行义务的人"),
    )


@guard("保全中依申请查询", IN_PRESERVATION)
def asked_for_in_preservation(asked: Asked) -> Objection | None:
    """Before there is a title the network is searched under a ruling, and only where the applicant asked for it in writing."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION or asked.dossier.first(TitleRecorded):
        return None
    then = asked.dossier.as_of(asked.on)
    if secured_sum(asked.dossier, asked.on) and then.last(SearchAskedFor) is not None:
        return None
    return Objection(
        say("还没有裁定保全，或者申请保全人没有书面申请查询"),
        say("裁定保全后，申请人凭线索书面申请通过网络查控系统查询；诉前须写明具体财产"),
    )


@guard("被查询的人登记有证件号码", INQUIRY, on_act=True)
def identity_known(asked: Asked) -> Objection | None:
    """An institution finds a person by number, never by name."""
    known = asked.fact(IDENTIFIED)
    lacking = [each for each in asked.the(InquirySent).debtors if each not in known]
    if not lacking:
        return None
    return Objection(
        say("有 {count} 名被查询的人没有登记证件号码", count=len(lacking)),
        say("请先在当事人页补录证件；查不清的，到登记机关现场调查"),
    )


@guard("疑问针对网络反馈的财产", SAME_FORCE, on_act=True)
def learned_by_network(asked: Asked) -> Objection | None:
    """Only what the network told can be asked of it again."""
    found = meant(asked)
    if not asked.the(FindingDisputed).reason.strip():
        return Objection(say("没有写明疑问和依据"), say("请写明反馈与什么不符"))
    if found is None or found.found.act.found_by is not FoundBy.NETWORK:
        return Objection(
            say("所选的财产不是网络查询查明的"), say("请选择网络查询查明的财产；其他的直接更正或者排除")
        )
    if answer_of(asked.dossier, found.found) is None:
        return Objection(say("找不到该财产的反馈"), say("请重新发起网络查询"), (InquirySent,))
    return None


@guard("反馈对应本案发出的查询", INQUIRY, on_act=True)
def answers_an_inquiry(asked: Asked) -> Objection | None:
    """An answer is about a debtor and an institution that were asked about."""
    act = asked.the(InquiryAnswered)
    inquiry = inquiry_at(asked.dossier.as_of(asked.on), act.inquiry)
    if inquiry is not None and (act.debtor, act.institution) in asked_about(asked.dossier, inquiry):
        return None
    return Objection(say("本案没有向该单位查询过该人"), say("请核对反馈；无法对应的，在查控台搁置"))


@guard("控制请求尚未发出，或者上次没有办成", BY_NETWORK, on_act=True)
def not_requested_before(asked: Asked) -> Objection | None:
    """A measure is sent once; again only after it was answered as not done."""
    act = asked.the(ControlRequested)
    for each in asked.dossier.of(ControlRequested):
        if each.act.measure != act.measure or each.act.institution is not act.institution:
            continue
        answer = control_answer(asked.dossier, each.seq)
        if answer is None or answer.act.done:
            return Objection(
                say("该措施已于 {on} 第 {seq} 条发出", on=each.on, seq=each.seq),
                say("请等待反馈；久不反馈的，在查控台查看"),
            )
    return None


@guard("措施已经裁定，并写明财产", BY_NETWORK, on_act=True)
def measure_ruled(asked: Asked) -> Objection | None:
    """What is sent is a measure of this case."""
    act = asked.the(ControlRequested)
    found = asked.dossier.as_of(asked.on).at(act.measure)
    if found is not None and found.act.tag() in MEASURES:
        return None
    return Objection(say("没有这一条已裁定的控制措施"), say("请先裁定控制、续行、解除或者划拨，再发出"))


@guard("反馈对应本案发出的控制请求", BY_NETWORK, on_act=True)
def answers_a_request(asked: Asked) -> Objection | None:
    """An answer names a request of this dossier."""
    number = asked.the(ControlAnswered).request
    if any(each.seq == number for each in asked.dossier.of(ControlRequested)):
        return None
    return Objection(say("本案没有这一条控制请求"), say("请核对反馈；无法对应的，在查控台搁置"))


MEASURES = (
    "assets.controlled",
    "assets.control_renewed",
    "assets.control_released",
    "assets.deposit_transferred",
)

RULES = [
    ActRule(
        act=InquirySent,
        label="发起网络查询",
        basis=(BY_NETWORK, INQUIRY, SAME_FORCE),
        by=TEAM,
        purpose="向网络上的协助单位查询被执行人的财产；反馈自动录入为查明的财产",
        guards=(*PROCEDURE_IN_HAND, asked_for_in_preservation, only_who_owes, identity_known),
        needs=(IDENTIFIED,),
        sends=("network-inquiry",),
        group=GROUP,
    ),
    ActRule(
        act=InquiryAnswered,
        label="收到查询反馈",
        basis=(cite("网络查控规定", 4), SAME_FORCE),
        by=(Power.SYSTEM,),
        purpose="记下协助单位对一名被执行人的反馈；原始反馈加密保存，凭校验值核对",
        guards=(answers_an_inquiry,),
        discloses=Disclosure(),
        group=GROUP,
        internal=True,
    ),
    ActRule(
        act=FindingDisputed,
        label="对反馈提出疑问",
        basis=(SAME_FORCE,),
        by=TEAM,
        purpose="反馈有误的，写明理由，向原单位再查一次",
        guards=(*PROCEDURE_IN_HAND, learned_by_network, offered(TOLD_BY_NETWORK)),
        sends=("network-inquiry",),
        group=GROUP,
    ),
    ActRule(
        act=ControlRequested,
        label="发出网络控制请求",
        basis=(BY_NETWORK, INQUIRY, cite("网络查控规定", 9), cite("网络查控规定", 10)),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="把已经裁定的冻结、查封、续行、解除、划拨通过网络发给协助单位办理",
        guards=(*PROCEDURE_IN_HAND, measure_ruled, not_requested_before),
        sends=("network-control",),
        coerces=True,
        group=GROUP,
    ),
    ActRule(
        act=ControlAnswered,
        label="收到控制反馈",
        basis=(cite("网络查控规定", 4),),
        by=(Power.SYSTEM,),
        purpose="记下协助单位办理控制的结果",
        guards=(answers_a_request,),
        discloses=Disclosure(),
        sends=("news", "control-answered"),
        group=GROUP,
        internal=True,
    ),
]


def _first_assignment(dossier: Dossier, entry: Entry[Act]) -> bool:
    """In a preservation the network is asked on application alone (财产保全规定 11)."""
    first = dossier.first(Assigned)
    return first is not None and first.seq == entry.seq and case_type(dossier) is not CaseType.PRESERVATION


DUTIES = [
    DutyRule(
        name="assets.first-inquiry",
        label="首次发起网络查询",
        holder=Power.OFFICER,
        opens_on=(Assigned,),
        when=_first_assignment,
        # No norm gives the network's own figure (node 004): the ten days in which an investigation begins are taken for it.
        limits=(Limit(within(days(10)), BEGIN, text="网络查询没有单独的期限，按启动调查的十日"),),
        closes_on=(InquirySent,),
        falls_away_on=(ClosingAct,),
    ),
]
