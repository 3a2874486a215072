"""What each ground of ending, cancelling or not enforcing demands of the record.

Ending against one of several debtors alone has a module of its own (`partial`).

Not covered: ending for a part of the claims; the list of 立案结案意见 art. 17 items 8, 9 and 13, which were not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded, LivelihoodCategory, TitleKind, TitleRecorded
from zhixing.cases.acts.higher_court import ElevatedOrDesignated, HigherMeasure
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind
from zhixing.cases.questions.panel import deliberated
from zhixing.cases.questions.review import upheld
from zhixing.closing.acts import (
    CancellationGround,
    CaseCancelled,
    EndingGround,
    EnforcementEnded,
    EnforcementEndedAgainst,
    NonEnforced,
    NonEnforcementGround,
)
from zhixing.closing.questions import members, unperformed
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import PartyLeft, Role
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import Asked, Objection, guard

# Before 2021 a case given to another court was ended, since then it is cancelled (委托执行规定 art. 2).
ENTRUSTED_IS_CANCELLED_SINCE = date(2021, 1, 1)
MAINTENANCE = (LivelihoodCategory.PARENTS, LivelihoodCategory.SPOUSE, LivelihoodCategory.CHILDREN)
MAINTENANCE_WORDS = ("赡养", "扶养", "抚养", "抚育")
LOAN_WORDS = ("借", "贷", "信用卡")

Ask = Callable[[Asked, EnforcementEnded], Objection | None]


def _of_all_applicants(asked: Asked, act: EnforcementEnded) -> Objection | None:
    missing = set(members(asked.dossier, Role.APPLICANT, asked.on)) - set(act.parties)
    if not missing:
        return None
    return Objection(
        say("还有 {count} 名申请执行人不在所涉当事人之中", count=len(missing)),
        say("全体申请执行人都有该事由才能终结；只涉及其中一人的，录入其退出"),
        (PartyLeft,),
    )


def _of_all_debtors(asked: Asked, act: EnforcementEnded) -> Objection | None:
    debtors = set(members(asked.dossier, Role.DEBTOR, asked.on))
    if not set(act.parties) & debtors:
        return Objection(say("没有选择所涉的被执行人"), say("请在“所涉当事人”中选择被执行人"))
    others = debtors - set(act.parties)
    if not others:
        return None
    return Objection(
        say("还有 {count} 名被执行人没有该事由", count=len(others)),
        say("请只终结对有该事由的人的执行，对其余被执行人继续执行"),
        (EnforcementEndedAgainst,),
    )


def _claimants_died(asked: Asked, act: EnforcementEnded) -> Objection | None:
    flagged = cases.livelihood(asked.dossier, asked.on)
    cause = cases.cause(asked.dossier)
    flag = flagged is not None and flagged.category in MAINTENANCE
    if not flag and not any(word in cause for word in MAINTENANCE_WORDS):
        return Objection(
            say("本案案由是“{cause}”，不是追索赡养费、扶养费、抚养费的案件", cause=cause),
            say("其他案件的申请执行人死亡的，由继承人申请变更当事人"),
        )
    return _of_all_applicants(asked, act)


def about_a_loan(dossier: Dossier) -> bool:
    """Whether the cause of action is a loan."""
    return any(word in cases.cause(dossier) for word in LOAN_WORDS)


def _destitute(asked: Asked, act: EnforcementEnded) -> Objection | None:
    if not about_a_loan(asked.dossier):
        return Objection(
            say("本案案由是“{cause}”，该事由只用于无力偿还借款", cause=cases.cause(asked.dossier)),
            say("无可供执行财产的，依条件终结本次执行程序"),
        )
    return _of_all_debtors(asked, act)


def _only_title(asked: Asked, seq: int | None) -> Entry[TitleRecorded] | Objection:
    titles = asked.dossier.as_of(asked.on).of(TitleRecorded)
    named = next((entry for entry in titles if entry.seq == seq), None)
    if named is None:
        return Objection(say("没有选择本案的执行依据"), say("请选择卷内已录入的执行依据"))
    if len(titles) > 1:
        return Objection(
            say("本案还有 {count} 件其他执行依据", count=len(titles) - 1),
            say("其余执行依据仍须执行，请更正该件执行依据及其请求事项，不结案"),
        )
    return named


def _title_revoked(asked: Asked, act: EnforcementEnded) -> Objection | None:
    found = _only_title(asked, act.title)
    return found if isinstance(found, Objection) else None


def _fine_remitted(asked: Asked, _act: EnforcementEnded) -> Objection | None:
    titles = asked.dossier.as_of(asked.on).of(TitleRecorded)
    if any(entry.act.kind is TitleKind.CRIMINAL for entry in titles):
        return None
    return Objection(say("本案没有刑事裁判涉财产部分"), say("请核对终结事由"))


def _object_lost(asked: Asked, act: EnforcementEnded) -> Objection | None:
    found = asked.dossier.at(act.claim) if act.claim is not None else None
    if found is None or not isinstance(found.act, ClaimRecorded) or found.act.kind is not ClaimKind.THING:
        return Objection(say("没有选择交付特定物的请求事项"), say("请选择毁损灭失的特定物所属的请求事项"))
    owed = cases.owed(asked.dossier, asked.on)
    money = bool(cases.money_claims(asked.dossier, asked.on)) and not (
        isinstance(owed, Found)
        and owed.value.outstanding.total <= cases.amount_waived(asked.dossier, asked.on)
    )
    others = [entry for entry in unperformed(asked.dossier, asked.on) if entry.seq != act.claim]
    if not money and not others:
        return None
    return Objection(say("除该特定物外还有请求事项没有履行"), say("请继续执行其余请求事项"))


def _by_higher_court(measure: HigherMeasure) -> Ask:
    def ask(asked: Asked, act: EnforcementEnded) -> Objection | None:
        if not act.other_court.strip():
            return Objection(say("没有填写承接的法院"), say("请填写提级或受指定的法院"))
        if any(
            entry.act.measure is measure for entry in asked.dossier.as_of(asked.on).of(ElevatedOrDesignated)
        ):
            return None
        return Objection(
            say("没有上级法院{measure}的记录", measure=measure.label),
            say("请先录入上级法院的裁定"),
            (ElevatedOrDesignated,),
        )

    return ask


def _entrusted(asked: Asked, act: EnforcementEnded) -> Objection | None:
    if asked.on >= ENTRUSTED_IS_CANCELLED_SINCE:
        return Objection(
            say("自 {since} 起委托执行的案件作销案处理", since=ENTRUSTED_IS_CANCELLED_SINCE),
            say("收到受托法院的立案通知书后请办理销案"),
            (CaseCancelled,),
        )
    if act.other_court.strip():
        return None
    return Objection(say("没有填写受托法院"), say("请填写已发来立案通知的受托法院"))


GROUNDS: Mapping[EndingGround, Ask] = MappingProxyType(
    {
        EndingGround.WITHDRAWN: _of_all_applicants,
        EndingGround.TITLE_REVOKED: _title_revoked,
        EndingGround.DEBTOR_DIED: _of_all_debtors,
        EndingGround.CLAIMANT_DIED: _claimants_died,
        EndingGround.DESTITUTE: _destitute,
        EndingGround.ENTERPRISE_GONE: _of_all_debtors,
        EndingGround.FINE_REMITTED: _fine_remitted,
        EndingGround.BANKRUPT: _of_all_debtors,
        EndingGround.OBJECT_LOST: _object_lost,
        EndingGround.ELEVATED: _by_higher_court(HigherMeasure.ELEVATED),
        EndingGround.DESIGNATED: _by_higher_court(HigherMeasure.DESIGNATED),
        EndingGround.ENTRUSTED: _entrusted,
    }
)
# These grounds end a case out of suspension too: they are what the suspension waited for (民诉法解释 art. 513).
OUT_OF_SUSPENSION = (
    EndingGround.TITLE_REVOKED,
    EndingGround.DEBTOR_DIED,
    EndingGround.CLAIMANT_DIED,
    EndingGround.ENTERPRISE_GONE,
    EndingGround.BANKRUPT,
)


@guard("终结事由有记录和材料证明", cite("民诉法", 268), cite("立案结案意见", 17), on_act=True)
def ending_ground_proven(asked: Asked) -> Objection | None:
    """Each ground of ending has conditions of its own."""
    act = asked.the(EnforcementEnded)
    if not act.evidence.strip():
        return Objection(say("没有写明证明材料"), say("请写明证明事由的文书及其卷页"))
    ask = GROUNDS.get(act.ground)
    return ask(asked, act) if ask else None


@guard("中止、暂缓的案件不得结案，等待的事由已经发生的除外", cite("立案结案意见", 23), on_act=True)
def not_resting_unless_awaited(asked: Asked) -> Objection | None:
    """A resting case is ended only on a ground its suspension waited for."""
    resting = cases.paused(asked.dossier, asked.on)
    act = asked.the(EnforcementEnded)
    if resting is None or act.ground in OUT_OF_SUSPENSION:
        return None
    return Objection(
        say("本案自 {since} 起{label}执行", since=resting.since, label=resting.label),
        say("请先恢复执行，再以“{ground}”终结", ground=act.ground.label),
    )


@guard("销案事由有记录证明", cite("立案结案意见", 18), cite("委托执行规定", 2), on_act=True)
def cancellation_proven(asked: Asked) -> Objection | None:
    """Cancelling for want of jurisdiction needs the ruling on the objection; cancelling on entrustment exists since 2021."""
    act = asked.the(CaseCancelled)
    if not act.other_court.strip() or not act.evidence.strip():
        return Objection(say("没有写明执行的法院和证明材料"), say("请填写法院名称和文书文号"))
    if act.ground is CancellationGround.ENTRUSTED and asked.on < ENTRUSTED_IS_CANCELLED_SINCE:
        return Objection(
            say("{since} 之前委托执行的案件以终结执行结案", since=ENTRUSTED_IS_CANCELLED_SINCE),
            say("请办理终结执行，事由选委托执行"),
            (EnforcementEnded,),
        )
    jurisdiction = act.ground is CancellationGround.NO_JURISDICTION
    if not jurisdiction or upheld(asked.dossier, ObjectionKind.JURISDICTION, asked.on):
        return None
    return Objection(say("没有管辖异议成立的裁定"), say("请先审查管辖异议并录入裁定"), (ObjectionDecided,))


OF_TITLE: Mapping[NonEnforcementGround, tuple[TitleKind, ...]] = MappingProxyType(
    {
        NonEnforcementGround.AWARD: (TitleKind.AWARD, TitleKind.LABOUR_AWARD),
        NonEnforcementGround.NOTARISED_DEBT: (TitleKind.NOTARISED_DEBT,),
        NonEnforcementGround.ADMINISTRATIVE: (TitleKind.ADMINISTRATIVE,),
    }
)
ON_OBJECTION: Mapping[NonEnforcementGround, ObjectionKind] = MappingProxyType(
    {
        NonEnforcementGround.AWARD: ObjectionKind.AWARD,
        NonEnforcementGround.NOTARISED_DEBT: ObjectionKind.NOTARISED,
        NonEnforcementGround.TIME_BARRED: ObjectionKind.LIMITATION,
    }
)


@guard(
    "不予执行的事由与执行依据相符，并经审查",
    cite("民诉法", 248),
    cite("民诉法", 249),
    cite("民诉法解释", 481),
    on_act=True,
)
def non_enforcement_reviewed(asked: Asked) -> Objection | None:
    """The ground fits the kind of title, and an objection was upheld or (but for time) a panel agreed."""
    act = asked.the(NonEnforced)
    named = _only_title(asked, act.title)
    if isinstance(named, Objection):
        return named
    kinds = OF_TITLE.get(act.ground)
    if kinds is not None and named.act.kind not in kinds:
        return Objection(
            say("执行依据是{kind}，与“{ground}”不符", kind=named.act.kind.label, ground=act.ground.label),
            say("请核对事由"),
        )
    return _reviewed(asked.dossier, asked.on, act.ground)


def _reviewed(dossier: Dossier, on: date, ground: NonEnforcementGround) -> Objection | None:
    kind = ON_OBJECTION.get(ground)
    if kind is not None and upheld(dossier, kind, on):
        return None
    if ground is NonEnforcementGround.TIME_BARRED:
        return Objection(
            say("没有时效异议成立的裁定；时效届满的申请仍应受理"),
            say("被执行人提出异议并经审查成立后再办"),
            (ObjectionDecided,),
        )
    panel = deliberated(dossier, DeliberationTopic.ENDING, on)
    if panel is not None and panel.act.agreed:
        return None
    return Objection(
        say("没有异议成立的裁定，合议庭也没有评议同意不予执行"),
        say("请由合议庭审查后评议"),
        (PanelDeliberated, ObjectionDecided),
    )
