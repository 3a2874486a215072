"""Papers of preservation in our own wording: security asked, the ruling, its refusal, and what was held until when."""

from __future__ import annotations

from zhixing.assets.questions.control import Hold, hold, holds
from zhixing.assets.questions.found import asset
from zhixing.cases.papers.phrases import case_clause, clerk, contact, head, members, signed, to
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.preservation.acts import (
    InstitutionTold,
    MoreSecurityAsked,
    PreservationApplied,
    PreservationHandedOver,
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SecurityGiven,
    SubstitutionDeclined,
    SubstitutionRuled,
    SuitFiled,
    When,
)
from zhixing.preservation.questions import application, decision, security_settled
from zhixing.record.paper import Body, Line, Paper, PaperKind, Table, Telling

REVIEW = "如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。"
SUIT = "申请人应当在本院采取保全措施后三十日内依法提起诉讼或者申请仲裁；逾期未起诉或者申请仲裁的，本院将依法解除保全。"
RENEW = (
    "需要续行保全的，申请人应当在保全期限届满七日前提出申请；逾期未申请的，自行承担不能续行保全的法律后果。"
)


def security_asked(told: Telling) -> Body:
    """How much security is to be given, by when, and what follows if it is not."""
    act = told.the(SecurityAsked)
    reason = f"（{act.reason.strip().rstrip('。')}）" if act.reason.strip() else ""
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(
                f"关于{case_clause(told)}，你方申请财产保全。{told.under}，请你方于{plain_date(act.until)}前"
            ),
            Line(f"提供数额为{paper_sum(act.amount)}的担保{reason}。", strong=True),
            Line("担保可以是现金、财产担保、保证担保、财产保全责任险担保书或者金融机构独立保函。"),
            Line("逾期不提供担保的，本院将裁定驳回申请。"),
            contact(told),
        )
    )


def more_security(told: Telling) -> Body:
    """How much more security is to be given, why, and what may follow."""
    act = told.the(MoreSecurityAsked)
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(
                f"关于{case_clause(told)}，你方提供的担保不足以赔偿保全可能造成的损失：{act.reason.strip().rstrip('。')}。"
            ),
            Line(
                f"{told.under}，请你方于{plain_date(act.until)}前追加数额为{paper_sum(act.amount)}的担保。",
                strong=True,
            ),
            Line("拒不追加的，本院可以裁定解除或者部分解除保全。"),
            contact(told),
        )
    )


def handed_over(told: Telling) -> Body:
    """The court where suit was filed gets the papers of the preservation and a list of what is held until when."""
    act = told.the(PreservationHandedOver)
    suit = told.dossier.at(act.suit)
    number = suit.act.number.strip() if suit and isinstance(suit.act, SuitFiled) else ""
    held = [each for each in holds(told.dossier, told.on) if each.in_force(told.on) or each.waits()]
    lines: list[Line | Table] = [
        Line(f"{act.court.strip()}：", indented=False),
        Line(
            f"关于{case_clause(told)}，申请人已向你院起诉{f'（{number}）' if number else ''}。"
            f"{told.under}，现将诉前保全的手续移送你院，保全裁定视为你院作出。",
            strong=True,
        ),
    ]
    if held:
        lines.append(Table(tuple(_row(told, each) for each in held)))
    lines.append(Line("附：保全裁定书、协助执行通知书及送达回证。续行、解除等事项请你院办理。"))
    return Body(blocks=(*lines, contact(told)))


def ruled(told: Telling) -> Body:
    """Up to which sum whose property is held, on what security, and the remedies."""
    act = told.the(PreservationRuled)
    applied = application(told.dossier, told.on)
    limit = f"价值{paper_sum(act.amount)}"
    what = f"{act.on_thing.strip().rstrip('。')}（{limit}）" if act.on_thing.strip() else f"{limit}的财产"
    lines = [*head(told), Line(_asked(told, applied.act if applied else None)), *_secured(told)]
    lines += [
        Line(f"本院经审查认为，申请符合法律规定。{told.under}，裁定如下："),
        Line(f"查封、扣押、冻结被申请人{told.names(members(told, Role.DEBTOR))}{what}。", strong=True),
    ]
    if applied is not None and applied.act.when is When.BEFORE_SUIT:
        lines.append(Line(SUIT))
    lines += [Line("本裁定立即开始执行。"), Line(REVIEW)]
    return Body(blocks=tuple(lines), signed=signed(told), clerk=clerk(told), copy=True)


def refused(told: Telling) -> Body:
    """Why the application is rejected."""
    act = told.the(PreservationRefused)
    applied = application(told.dossier, told.on)
    return Body(
        blocks=(
            *head(told),
            Line(_asked(told, applied.act if applied else None)),
            Line(f"本院经审查认为，{act.reason.strip().rstrip('。')}。{told.under}，裁定如下："),
            Line("驳回申请人的财产保全申请。", strong=True),
            Line(REVIEW),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def result_told(told: Telling) -> Body:
    """What is held and until when, or that nothing was found; and by when renewal must be asked for."""
    act = told.the(ResultTold)
    held = [each for each in holds(told.dossier, told.on) if each.in_force(told.on) or each.waits()]
    lines: list[Line | Table] = [
        to(told, act.to),
        Line(f"关于{case_clause(told)}，{told.under}，现将财产保全的结果告知如下："),
    ]
    if held:
        lines.append(Table(tuple(_row(told, each) for each in held)))
        lines.append(Line(RENEW))
    if act.nothing_found or not held:
        lines.append(Line("经查，没有发现可供保全的财产。", strong=True))
    return Body(blocks=(*lines, contact(told)))


def institution_told(told: Telling) -> Body:
    """The arbitral institution learns how the application that it handed in was ruled on."""
    act = told.the(InstitutionTold)
    made = decision(told.dossier, told.on)
    kept = made is not None and isinstance(made.act, PreservationRuled)
    sum_of = (
        f"，保全的数额为{paper_sum(made.act.amount)}"
        if made and isinstance(made.act, PreservationRuled)
        else ""
    )
    result = f"裁定采取财产保全措施{sum_of}" if kept else "裁定驳回财产保全申请"
    ruled_on = plain_date(made.on) if made else "近日"
    return Body(
        blocks=(
            Line(f"{act.institution.strip()}：", indented=False),
            Line(f"你机构提交的关于{case_clause(told)}的财产保全申请，本院于{ruled_on}{result}。"),
            Line(f"{told.under}，特此通知。", strong=True),
            contact(told),
        )
    )


def substituted(told: Telling) -> Body:
    """What is held from now on instead of what."""
    act = told.the(SubstitutionRuled)
    held = hold(told.dossier, act.control, told.on)
    old = asset(told.dossier, held.thing, told.on) if held else None
    new = asset(told.dossier, act.property, told.on)
    before = f"“{old.found.act.name}”" if old else "原保全的财产"
    after = f"“{new.found.act.name}”" if new else "提供的财产"
    agreed = "，申请保全人同意" if act.consent else ""
    return Body(
        blocks=(
            *head(told),
            Line(f"关于{case_clause(told)}，被保全人请求以{after}替换{before}{agreed}。"),
            Line(f"本院经审查认为，{act.reason.strip().rstrip('。')}。{told.under}，裁定如下："),
            Line(f"变更保全标的为被保全人提供的{after}；控制该财产后，解除对{before}的保全。", strong=True),
            Line(REVIEW),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def reviewed(told: Telling) -> Body:
    """Whether the ruling stands, is changed or is revoked, and why (财产保全规定 25: by ruling)."""
    act = told.the(PreservationReviewDecided)
    entry = told.dossier.at(act.request)
    asked = entry.act if entry and isinstance(entry.act, PreservationReviewAsked) else None
    who = told.names((asked.by,)) if asked else "复议申请人"
    ordered = {
        Reconsideration.UPHELD: f"驳回{who}的复议请求。",
        Reconsideration.CHANGED: f"变更原裁定，保全的数额变更为{paper_sum(act.amount or 0)}。",
        Reconsideration.REVOKED: "撤销原裁定，解除已经采取的保全措施。",
    }[act.outcome]
    because = f"，理由是：{asked.reason.strip().rstrip('。')}" if asked and asked.reason.strip() else ""
    return Body(
        blocks=(
            *head(told),
            Line(f"关于{case_clause(told)}，{who}不服本院就财产保全申请作出的裁定，申请复议{because}。"),
            Line(f"本院经审查认为，{act.reason.strip().rstrip('。')}。{told.under}，裁定如下："),
            Line(ordered, strong=True),
            Line("复议以一次为限。本裁定立即生效。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def release_declined(told: Telling) -> Body:
    """Why what is held is not lifted; where enough security was offered, what it lacks."""
    act = told.the(ReleaseDeclined)
    lacks = f"所提供的担保{act.security_lacks.strip().rstrip('。')}。" if act.security_lacks.strip() else ""
    return _declined(told, "申请解除保全", f"{act.reason.strip().rstrip('。')}。{lacks}", "不予解除保全。")


def substitution_declined(told: Telling) -> Body:
    """Why what is held is not replaced."""
    act = told.the(SubstitutionDeclined)
    return _declined(told, "请求变更保全标的", f"{act.reason.strip().rstrip('。')}。", "不予变更保全标的。")


def _declined(told: Telling, asked: str, why: str, answer: str) -> Body:
    entry = told.dossier.at(getattr(told.entry.act, "request", 0))
    by = getattr(entry.act, "by", None) if entry else None
    on = f"于{plain_date(entry.on)}" if entry else ""
    return Body(
        blocks=(
            to(told, (by,) if isinstance(by, int) else members(told, Role.DEBTOR)),
            Line(f"关于{case_clause(told)}，你方{on}{asked}。本院经审查认为，{why}"),
            Line(f"{told.under}，{answer}", strong=True),
            contact(told),
        )
    )


def _asked(told: Telling, applied: PreservationApplied | None) -> str:
    if applied is None:
        return f"关于{case_clause(told)}，申请人申请财产保全。"
    suit = f"（{applied.suit.strip()}）" if applied.suit.strip() else ""
    return (
        f"关于{case_clause(told)}，申请人于{applied.when.label}{suit}向本院申请财产保全，"
        f"请求对被申请人{told.names(applied.against)}价值{paper_sum(applied.requested)}的财产采取保全措施。"
    )


def _secured(told: Telling) -> list[Line]:
    settled = security_settled(told.dossier, told.on)
    if settled is None or not isinstance(settled.act, SecurityGiven):
        return []
    given = settled.act
    return [Line(f"{given.giver}以{given.form.label}的方式为申请人提供{paper_sum(given.amount)}的担保。")]


def _row(told: Telling, held: Hold) -> tuple[str, str]:
    found = asset(told.dossier, held.thing, told.on)
    what = found.found.act.name if found else "财产"
    worth = f"，价值{paper_sum(held.amount)}" if held.amount is not None else ""
    until = f"，至{plain_date(held.until)}届满" if held.until else "，轮候，在先的控制解除后生效"
    return what, f"自{plain_date(held.since)}起{held.manner.label}{worth}{until}"


PAPERS = [
    Paper(acts=(SecurityAsked,), kind=PaperKind.NOTICE, write=security_asked),
    Paper(acts=(MoreSecurityAsked,), kind=PaperKind.NOTICE, write=more_security),
    Paper(acts=(PreservationHandedOver,), kind=PaperKind.NOTICE, write=handed_over),
    Paper(acts=(PreservationRuled,), kind=PaperKind.RULING, write=ruled),
    Paper(acts=(PreservationRefused,), kind=PaperKind.RULING, write=refused),
    Paper(acts=(ResultTold,), kind=PaperKind.NOTICE, write=result_told),
    Paper(acts=(InstitutionTold,), kind=PaperKind.NOTICE, write=institution_told),
    Paper(acts=(SubstitutionRuled,), kind=PaperKind.RULING, write=substituted),
    Paper(acts=(PreservationReviewDecided,), kind=PaperKind.RULING, write=reviewed),
    Paper(acts=(ReleaseDeclined,), kind=PaperKind.NOTICE, write=release_declined),
    Paper(acts=(SubstitutionDeclined,), kind=PaperKind.NOTICE, write=substitution_declined),
]
