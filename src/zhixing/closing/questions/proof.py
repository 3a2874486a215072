"""The proof of termination: every condition of 终本规定 (法〔2016〕373号) with its evidence, or what is missing.

What this room and those below it record is judged from the record: notice and order, three months, the talk, the review by
panel or the applicant's signature, what is still owed, the debtors; reports, clues and investigations where the record has
them (`searched`), inquiries through the network (`networked`). The rest can only be certified (`conditions`).
The six conditions of 规范终本意见 (法发〔2024〕16号) were not read in full and are not applied.

Not covered: causes of action for which the court's system waives the talk (zbc-08 names none), the exception of the network
inquiry for debtors without an organisation code (zbc-02: the certified evidence says so), the exemption of small sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ApplicationReceived, Origin
from zhixing.cases.acts.notice import EnforcementNoticeIssued, PropertyReportOrdered
from zhixing.cases.acts.pause import Suspended, SuspensionGround
from zhixing.closing.acts import CheckedCondition, Fulfilled, TalkOutcome, TerminationTalkHeld
from zhixing.closing.questions.conditions import Check, Finding, State, certified, panel_agreed
from zhixing.closing.questions.disposed import nothing_left
from zhixing.closing.questions.ending import members, reopened_at, unperformed
from zhixing.closing.questions.networked import network_asked, other_property_asked
from zhixing.closing.questions.searched import clues_verified, investigated, reports_reviewed
from zhixing.law.answers import Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.money import show
from zhixing.law.periods import months, shifted
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

REVIEW = cite("民诉法解释", 517)


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of the proof page."""

    name: str
    label: str
    cites: tuple[Citation, ...]
    state: State
    evidence: tuple[Entry[Act], ...]
    facts: Text
    way_out: Text | None

    @property
    def passes(self) -> bool:
        """Whether this condition stands in the way."""
        return self.state in (State.MET, State.CERTIFIED)


def proof(dossier: Dossier, on: date) -> tuple[Condition, ...]:
    """Every condition of terminating the round, as it stands that day."""
    found = []
    for check in CHECKS:
        finding = check.ask(dossier, on)
        found.append(
            Condition(
                check.name,
                check.label,
                check.cites,
                finding.state,
                finding.evidence,
                finding.facts,
                finding.way_out,
            )
        )
    return tuple(found)


def proven(dossier: Dossier, on: date) -> bool:
    """Whether every condition is met or certified."""
    return all(condition.passes for condition in proof(dossier, on))


def signed_by_applicants(dossier: Dossier, on: date) -> bool:
    """Whether every applicant agreed to, or asked for, the termination over their signature."""
    talks = _last_talks(dossier, on)
    agreeing = (TalkOutcome.AGREES, TalkOutcome.REQUESTED)
    applicants = members(dossier, Role.APPLICANT, on)
    return bool(applicants) and all(
        party in talks and talks[party].act.signed and talks[party].act.outcome in agreeing
        for party in applicants
    )


def _last_talks(dossier: Dossier, on: date) -> dict[int, Entry[TerminationTalkHeld]]:
    since = reopened_at(dossier, on)
    talks = dossier.as_of(on).of(TerminationTalkHeld)
    return {entry.act.party: entry for entry in talks if entry.seq > since}


def _notice_and_order(dossier: Dossier, on: date) -> Finding:
    then = dossier.as_of(on)
    notices, orders = then.of(EnforcementNoticeIssued), then.of(PropertyReportOrdered)
    debtors = set(members(dossier, Role.DEBTOR, on))
    unnoticed = debtors - {party for entry in notices for party in entry.act.to}
    unordered = debtors - {party for entry in orders for party in entry.act.to}
    evidence: tuple[Entry[Act], ...] = (*notices, *orders)
    if debtors and not unnoticed and not unordered:
        return Finding(
            State.MET,
            say(
                "执行通知 {notice} 发出，报告财产令 {order} 发出", notice=notices[-1].on, order=orders[-1].on
            ),
            evidence=evidence,
        )
    return Finding(
        State.MISSING,
        say(
            "{notices} 名被执行人未发执行通知，{orders} 名未发报告财产令",
            notices=len(unnoticed),
            orders=len(unordered),
        ),
        say("请对每名被执行人发出执行通知书和报告财产令"),
        evidence,
        (EnforcementNoticeIssued, PropertyReportOrdered),
    )


def _three_months(dossier: Dossier, on: date) -> Finding:
    filed = cases.filed_on(dossier, on)
    if filed is None:
        return Finding(State.MISSING, say("案件尚未立案"), say("立案满三个月后再办"))
    last = shifted(filed, months(3))
    if on > last:
        return Finding(State.MET, say("{filed} 立案，{last} 满三个月", filed=filed, last=last))
    return Finding(
        State.MISSING,
        say("{filed} 立案，到 {last} 才满三个月", filed=filed, last=last),
        say("请在 {last} 之后办理，其间继续查找财产", last=last),
    )


def _talk(dossier: Dossier, on: date) -> Finding:
    received = dossier.first(ApplicationReceived)
    if received is not None and received.act.origin is Origin.TRANSFERRED:
        return Finding(State.MET, say("审判庭移送执行，没有申请执行人需要约谈"), evidence=(received,))
    talks = _last_talks(dossier, on)
    waiting = [party for party in members(dossier, Role.APPLICANT, on) if party not in talks]
    if waiting or not talks:
        return Finding(
            State.MISSING,
            say("有 {count} 名申请执行人尚未约谈", count=max(len(waiting), 1)),
            say("请告知执行情况、查控措施、财产情况和终本的后果，并听取意见"),
            tuple(talks.values()),
            (TerminationTalkHeld,),
        )
    open_until = [each.act.clues_until for each in talks.values() if each.act.clues_until is not None]
    if open_until and max(open_until) >= on:
        return Finding(
            State.MISSING,
            say("给申请执行人提供线索的期限到 {until} 才满", until=max(open_until)),
            say("请待期满；收到线索的先核查"),
            tuple(talks.values()),
        )
    said = "；".join(f"{each.on} {each.act.outcome.label}" for each in talks.values())
    return Finding(State.MET, say("约谈：{said}", said=said), evidence=tuple(talks.values()))


def _reviewed(dossier: Dossier, on: date) -> Finding:
    talks = _last_talks(dossier, on)
    if signed_by_applicants(dossier, on):
        return Finding(State.MET, say("申请执行人已签字确认"), evidence=tuple(talks.values()))
    after = max((entry.seq for entry in talks.values()), default=0)
    panel = panel_agreed(dossier, on, after=after)
    if panel is None:
        return Finding(
            State.MISSING,
            say("约谈之后合议庭还没有评议同意终结本次执行程序，申请执行人也没有签字确认"),
            say("请由合议庭审查核实后报院长批准，或由申请执行人签字确认"),
        )
    return Finding(State.MET, say("合议庭于 {on} 评议，裁定报院长批准", on=panel.on), evidence=(panel,))


def _outstanding(dossier: Dossier, on: date) -> Finding:
    things = unperformed(dossier, on)
    if not cases.money_claims(dossier, on) and things:
        return Finding(State.MET, say("尚有 {count} 项金钱以外的请求未履行", count=len(things)))
    owed = cases.owed(dossier, on)
    if isinstance(owed, Undetermined):
        return Finding(
            State.MISSING,
            say("尚欠数额不能确定，缺少：{missing}", missing="；".join(str(each) for each in owed.missing)),
            say("请补齐执行依据、请求事项和利率后再核对"),
        )
    left = owed.value.outstanding.total - cases.amount_waived(dossier, on)
    if left > 0 or things:
        return Finding(State.MET, say("截至 {on} 尚欠 {left} 元", on=on, left=show(max(left, 0))))
    return Finding(
        State.MISSING,
        say("已没有未执行的标的"),
        say("请以“执行完毕”结案"),
        opens=(Fulfilled,),
    )


def _debtors(dossier: Dossier, on: date) -> Finding:
    debtors = members(dossier, Role.DEBTOR, on)
    if not debtors:
        return Finding(State.MISSING, say("没有被执行人"), say("请先录入被执行人"))
    resting = cases.paused(dossier, on)
    awaited = (SuspensionGround.HEIR_AWAITED, SuspensionGround.SUCCESSOR_AWAITED)
    if resting and isinstance(resting.act, Suspended) and resting.act.ground in awaited:
        return Finding(
            State.MISSING,
            say("当事人死亡或终止，自 {since} 起等待继承人、承受人", since=resting.since),
            say("请先变更当事人；确无遗产又无义务承担人的，以“终结执行”结案"),
        )
    return Finding(State.MET, say("被执行人 {count} 名，没有死亡或终止而未变更的记录", count=len(debtors)))


def _other_than_money(dossier: Dossier, on: date) -> Finding:
    if not unperformed(dossier, on):
        return Finding(State.MET, say("没有尚未履行的金钱以外的请求"))
    return certified(CheckedCondition.OTHER_THAN_MONEY)(dossier, on)


# What the room of property answers from the record, where it has any.
RECORDED = {
    CheckedCondition.REPORT_VERIFIED: reports_reviewed,
    CheckedCondition.CLUES_VERIFIED: clues_verified,
    CheckedCondition.ON_SITE: investigated,
    CheckedCondition.NO_PROPERTY_LEFT: nothing_left,
    CheckedCondition.NETWORK_INQUIRY: network_asked,
    CheckedCondition.OTHER_PROPERTY: other_property_asked,
}


def _to_certify(condition: CheckedCondition, *cites: Citation) -> Check:
    name = str(condition.value).replace("_", "-")
    return Check(name, condition.label, cites, RECORDED.get(condition) or certified(condition))


EXHAUSTED = cite("终本规定", 3)
CHECKS: tuple[Check, ...] = (
    Check(
        "notice-and-order",
        "已向被执行人发出执行通知，并责令报告财产",
        (cite("终本规定", 1, item=1),),
        _notice_and_order,
    ),
    _to_certify(CheckedCondition.REPORT_VERIFIED, cite("终本规定", 2)),
    _to_certify(CheckedCondition.CONSUMPTION_RESTRICTED, cite("终本规定", 1, item=2)),
    _to_certify(CheckedCondition.LISTED, cite("终本规定", 1, item=2)),
    _to_certify(CheckedCondition.CLUES_VERIFIED, EXHAUSTED),
    _to_certify(CheckedCondition.NETWORK_INQUIRY, EXHAUSTED),
    _to_certify(CheckedCondition.OTHER_PROPERTY, EXHAUSTED),
    _to_certify(CheckedCondition.ON_SITE, EXHAUSTED),
    _to_certify(CheckedCondition.NO_PROPERTY_LEFT, cite("终本规定", 1, item=3), cite("终本规定", 4)),
    Check("three-months", "立案已超过三个月", (cite("终本规定", 1, item=4),), _three_months),
    _to_certify(CheckedCondition.WHEREABOUTS, cite("终本规定", 1, item=5)),
    _to_certify(CheckedCondition.OBSTRUCTION, cite("终本规定", 1, item=5)),
    Check("other-than-money", CheckedCondition.OTHER_THAN_MONEY.label, (EXHAUSTED,), _other_than_money),
    Check("debtors-known", "被执行人明确，没有死亡、终止而未变更的", (cite("民诉法", 267),), _debtors),
    Check("still-owed", "尚有未执行的标的", (cite("终本规定", 1),), _outstanding),
    Check("talk-held", "已约谈申请执行人，告知情况并听取意见", (cite("终本规定", 5),), _talk),
    Check("reviewed-or-signed", "合议庭审查核实并报院长批准，或申请执行人签字确认", (REVIEW,), _reviewed),
)
