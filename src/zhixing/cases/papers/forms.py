"""Minutes, slips and forms: what is signed by those present, or approved inside the court."""

from __future__ import annotations

from zhixing.cases.acts.notice import ApplicantContacted, ServiceAttempted, ServiceOutcome
from zhixing.cases.acts.panel import CommitteeDiscussed, PanelDeliberated, PanelFormed
from zhixing.cases.acts.performance import ClaimWaived
from zhixing.cases.acts.periods import PeriodDeducted, PeriodExtended
from zhixing.cases.acts.review import ReviewExtended
from zhixing.cases.acts.settlement import SettlementRecorded
from zhixing.cases.papers.phrases import approval_form, case_clause, case_rows, clerk, handler, members, to
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling


def settlement(told: Telling) -> Body:
    """What the parties agreed, in their presence."""
    act = told.the(SettlementRecorded)
    present = told.names(act.parties)
    agents = f"；代理人{told.names(act.agents)}（特别授权）" if act.agents else ""
    rows = tuple(
        (f"第{number}期", f"{plain_date(each.due)}前给付{paper_sum(each.amount)}")
        for number, each in enumerate(act.instalments, 1)
    )
    last = (Line(f"履行期限至{plain_date(act.last_day)}。"),) if act.last_day else ()
    asked = (Line("双方请求据此中止执行。"),) if act.suspends else ()
    how = (
        "当事人共同提交书面协议，或者一方提交、对方认可"
        if act.joint_text
        else "当事人口头达成，由执行人员记入笔录"
    )
    return Body(
        blocks=(
            Table(
                (
                    *case_rows(told),
                    ("时间", plain_date(told.on)),
                    ("执行人员", handler(told)),
                    ("到场当事人", f"{present}{agents}"),
                    ("方式", how),
                )
            ),
            Line("双方当事人就执行标的、期限和方式自愿达成如下和解："),
            Line(act.terms),
            *((Table(rows),) if rows else ()),
            *last,
            *asked,
            Line(
                "执行人员告知：不履行或者不完全履行和解协议的，对方当事人可以申请恢复执行原生效法律文书，"
                f"也可以就履行协议提起诉讼。依据：{told.basis}。"
            ),
            Line("以上笔录已向当事人宣读或由其阅读，记载无误。"),
        ),
        signed=tuple(Signature("签名", told.name(each)) for each in (*act.parties, *act.agents)),
        clerk=clerk(told) or told.entry.by.name,
        sealed=False,
    )


def talk(told: Telling) -> Body:
    """A talk with the applicant."""
    act = told.the(ApplicantContacted)
    return Body(
        blocks=(
            Table(
                (
                    *case_rows(told),
                    ("时间", plain_date(told.on)),
                    ("方式", act.channel.label),
                    ("谈话人", told.entry.by.name),
                    ("被谈话人", f"{told.name(act.party)}（申请执行人）"),
                )
            ),
            Line("谈话内容：", strong=True),
            Line(act.content),
            Line("以上内容经核对无误。"),
        ),
        signed=(Signature("被谈话人", told.name(act.party)), Signature("谈话人", told.entry.by.name)),
        clerk=clerk(told),
        sealed=False,
    )


def waived(told: Telling) -> Body:
    """The applicant gives up part of what is owed."""
    act = told.the(ClaimWaived)
    what = f"放弃{paper_sum(act.amount)}" if act.amount is not None else "放弃所指的请求事项"
    reason = f"，理由：{act.reason}" if act.reason else ""
    return Body(
        blocks=(
            Table((*case_rows(told), ("时间", plain_date(told.on)), ("谈话人", told.entry.by.name))),
            Line(f"申请执行人{told.name(act.by)}表示：自愿{what}{reason}。"),
            Line("谈话人已告知放弃的后果：所放弃的部分不再执行。申请执行人表示清楚。"),
            Line("以上内容经核对无误。"),
        ),
        signed=(Signature("申请执行人", told.name(act.by)), Signature("谈话人", told.entry.by.name)),
        clerk=clerk(told),
        sealed=False,
    )


def slip(told: Telling) -> Body:
    """One attempt to serve one paper on one person."""
    act = told.the(ServiceAttempted)
    rows = [
        *case_rows(told),
        ("送达文书", act.document.label),
        ("受送达人", told.name(act.to)),
        (
            "送达地址",
            told.person(act.to).service_address or told.person(act.to).address or "见送达地址确认书",
        ),
        ("送达方式", act.method.label),
        ("结果", act.outcome.label),
    ]
    if act.sent_on is not None:
        rows.append(("交邮、公告日期", plain_date(act.sent_on)))
    if act.served_on is not None:
        rows.append(("送达日期", plain_date(act.served_on)))
    if act.outcome is ServiceOutcome.SERVED and act.signed_by:
        rows.append(("签收人", act.signed_by))
    if act.why_not:
        rows.append(("未直接送达的原因和经过", act.why_not))
    rows += [("送达人", told.entry.by.name), ("依据", told.basis)]
    return Body(
        blocks=(Table(tuple(rows)),),
        signed=(Signature("受送达人签名或盖章"), Signature("送达人", told.entry.by.name)),
    )


def panel(told: Telling) -> Body:
    """The parties learn who sits."""
    act = told.the(PanelFormed)
    named = "、".join(each for each in map(told.officer, act.members) if each)
    others = f"，与{named}" if named else ""
    return Body(
        blocks=(
            to(told, (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))),
            Line(
                f"{case_clause(told)}，{told.under}，由{told.officer(act.presiding) or '审判长'}担任审判长"
                f"{others}组成合议庭。"
            ),
            Line("如认为上列人员有应当回避的情形，可以向本院申请回避，并说明理由。"),
            Line("特此通知。"),
        )
    )


def deliberation(told: Telling) -> Body:
    """The secret minutes of a panel."""
    act = told.the(PanelDeliberated)
    result = act.result or ("同意承办人意见" if act.agreed else "不同意承办人意见")
    payment = (
        (("案款发给", f"{told.name(act.payee)}，{paper_sum(act.amount or 0)}"),)
        if act.payee is not None
        else ()
    )
    return Body(
        blocks=(
            Table((*case_rows(told), ("时间", plain_date(told.on)), ("评议事项", act.topic.label), *payment)),
            Line(f"承办人意见：{act.handler_opinion}"),
            Line(f"其他成员意见：{act.other_opinions}"),
            Line(f"评议结果：{result}"),
        ),
        signed=(Signature("合议庭成员签名"),),
        clerk=clerk(told) or told.entry.by.name,
        sealed=False,
    )


def committee(told: Telling) -> Body:
    """The minutes of the adjudication committee."""
    act = told.the(CommitteeDiscussed)
    return Body(
        blocks=(
            Table((*case_rows(told), ("时间", plain_date(told.on)), ("讨论事项", act.topic))),
            Line(f"讨论决定：{act.decision}"),
        ),
        signed=(Signature("参加委员签名"),),
        clerk=told.entry.by.name,
        sealed=False,
    )


def extended(told: Telling) -> Body:
    """More time for enforcement."""
    act = told.the(PeriodExtended)
    return Body(
        blocks=approval_form(told, ("申请延长", f"{act.months}个月"), ("特殊情况", act.reason)),
        signed=(Signature("审批人", told.entry.approved_by.name if told.entry.approved_by else ""),),
    )


def deducted(told: Telling) -> Body:
    """Days that do not count towards the time for enforcement."""
    act = told.the(PeriodDeducted)
    note = (("说明", act.note),) if act.note else ()
    span = f"{plain_date(act.since)}至{plain_date(act.until)}"
    return Body(
        blocks=approval_form(told, ("扣除事由", act.ground.label), ("扣除期间", span), *note),
        signed=(Signature("审批人", told.entry.approved_by.name if told.entry.approved_by else ""),),
    )


def review_extended(told: Telling) -> Body:
    """More time for a review."""
    act = told.the(ReviewExtended)
    length = f"{act.months}个月" if act.months else ""
    length += f"{act.days}日" if act.days else ""
    return Body(
        blocks=approval_form(told, ("申请延长审查期限", length), ("特殊情况", act.reason)),
        signed=(Signature("审批人", told.entry.approved_by.name if told.entry.approved_by else ""),),
    )


PAPERS = [
    Paper(acts=(SettlementRecorded,), kind=PaperKind.MINUTES, write=settlement),
    Paper(acts=(ApplicantContacted,), kind=PaperKind.MINUTES, write=talk),
    Paper(acts=(ClaimWaived,), kind=PaperKind.MINUTES, write=waived),
    Paper(acts=(ServiceAttempted,), kind=PaperKind.SLIP, write=slip),
    Paper(acts=(PanelFormed,), kind=PaperKind.NOTICE, write=panel),
    Paper(acts=(PanelDeliberated,), kind=PaperKind.MINUTES, write=deliberation, inner=True),
    Paper(acts=(CommitteeDiscussed,), kind=PaperKind.MINUTES, write=committee, inner=True),
    Paper(acts=(PeriodExtended,), kind=PaperKind.FORM, write=extended, inner=True),
    Paper(acts=(PeriodDeducted,), kind=PaperKind.FORM, write=deducted, inner=True),
    Paper(acts=(ReviewExtended,), kind=PaperKind.FORM, write=review_extended, inner=True),
]
