"""Papers of the termination of a round: the talk before it, the checks, the ruling, its service."""

from __future__ import annotations

from zhixing.cases import questions as cases
from zhixing.cases.papers.phrases import because, case_clause, case_rows, clerk, head, signed, titles
from zhixing.closing.acts import (
    RoundTerminated,
    RoundTerminatedByConsent,
    RoundTerminationServed,
    TerminationChecked,
    TerminationTalkHeld,
)
from zhixing.closing.papers.phrases import reached
from zhixing.law.answers import Found
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling


def terminated(told: Telling) -> Body:
    """The round is terminated; the debt stands."""
    act = told.the(RoundTerminated)
    owed = cases.owed(told.dossier, told.on)
    rest = f"，截至本日尚欠{paper_sum(owed.value.outstanding.total)}" if isinstance(owed, Found) else ""
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中，依据{titles(told)}采取了下列措施，查明下列情况："),
            Line(
                f"一、申请执行的金额为{paper_sum(cases.amount_claimed(told.dossier, told.on))}，{reached(told)}{rest}。"
            ),
            *_done(told),
            Line(
                f"本院认为，{because(act.reason, act.ground.label)}，符合终结本次执行程序的条件。{told.under}，裁定如下："
            ),
            Line("终结本次执行程序。"),
            Line(
                "终结本次执行程序后，被执行人负有继续向申请执行人履行债务的义务。申请执行人发现被执行人有可供执行财产的，可以向本院申请恢复执行，不受申请执行时效期间的限制。"
            ),
            Line("如认为本裁定违反法律规定，可以自裁定书送达之日起六十日内，向本院提出执行异议。"),
            Line("本裁定送达后立即生效。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def _done(told: Telling) -> tuple[Line, ...]:
    then = told.dossier.as_of(told.on)
    checked = dict.fromkeys(entry.act.condition.label for entry in then.of(TerminationChecked))
    talks = then.of(TerminationTalkHeld)
    lines = [f"已核查：{'；'.join(checked)}"] if checked else ["已穷尽财产调查措施"]
    if talks:
        last = talks[-1]
        lines.append(f"已于{plain_date(last.on)}约谈申请执行人，其意见为：{last.act.outcome.label}")
    return tuple(Line(f"{'二三四'[place]}、{text}。") for place, text in enumerate(lines))


def talk(told: Telling) -> Body:
    """The applicant is told and heard before the round is terminated."""
    act = told.the(TerminationTalkHeld)
    told_of = tuple(Line(f"{number}．{each.label}；") for number, each in enumerate(act.told, 1))
    reasons = (Line(f"理由与经过：{act.reasons}"),) if act.reasons else ()
    until = (
        (Line(f"申请执行人提供财产线索的期限至{plain_date(act.clues_until)}。"),) if act.clues_until else ()
    )
    rows = (("时间", plain_date(told.on)), ("方式", act.channel.label), ("谈话人", told.entry.by.name))
    return Body(
        blocks=(
            Table((*case_rows(told), *rows, ("被谈话人", told.name(act.party)))),
            Line(
                f"依照{told.basis}，谈话人告知申请执行人："
                if told_of
                else f"依照{told.basis}，谈话人约谈申请执行人。"
            ),
            *told_of,
            Line(f"申请执行人的意见：{act.outcome.label}。", strong=True),
            *reasons,
            *until,
            Line("以上内容经核对无误。"),
        ),
        signed=(Signature("被谈话人", told.name(act.party)), Signature("谈话人", told.entry.by.name)),
        clerk=clerk(told),
        sealed=False,
    )


def checked(told: Telling) -> Body:
    """An officer certifies one condition on paper evidence."""
    act = told.the(TerminationChecked)
    rows = (
        ("核查的条件", act.condition.label),
        ("材料名称与文号、卷页", act.document),
        ("材料形成日期", plain_date(act.evidence_on)),
        ("书面材料与核查结果", act.evidence),
        ("依据", told.basis),
        ("核查人", told.entry.by.name),
    )
    return Body(
        blocks=(Table((*case_rows(told), *rows)),),
        signed=(Signature("核查人", told.entry.by.name),),
        sealed=False,
    )


def slip(told: Telling) -> Body:
    """Service of the ruling that terminated the round."""
    act = told.the(RoundTerminationServed)
    rows = [
        *case_rows(told),
        ("送达文书", "终结本次执行程序裁定书"),
        ("受送达人", told.name(act.to)),
        (
            "送达地址",
            told.person(act.to).service_address or told.person(act.to).address or "见送达地址确认书",
        ),
        ("送达方式", act.method.label),
        ("送达日期", plain_date(told.on)),
    ]
    if act.sent_on is not None:
        rows.append(("交邮、刊登日期", plain_date(act.sent_on)))
    if act.signed_by:
        rows.append(("签收人", act.signed_by))
    rows += [("送达人", told.entry.by.name), ("依据", told.basis)]
    return Body(
        blocks=(Table(tuple(rows)),),
        signed=(Signature("受送达人签名或盖章"), Signature("送达人", told.entry.by.name)),
    )


PAPERS = [
    Paper(acts=(TerminationTalkHeld,), kind=PaperKind.MINUTES, write=talk),
    Paper(acts=(TerminationChecked,), kind=PaperKind.FORM, write=checked, inner=True),
    Paper(acts=(RoundTerminated, RoundTerminatedByConsent), kind=PaperKind.RULING, write=terminated),
    Paper(acts=(RoundTerminationServed,), kind=PaperKind.SLIP, write=slip),
]
