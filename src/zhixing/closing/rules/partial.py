"""Rules of ending enforcement against some of several debtors: they leave, and the case goes on against the others.

民诉法解释 art. 513 says so of a debtor declared bankrupt; the grounds of 民诉法 art. 268 that lie in one debtor's person are
treated alike.

Not covered: a claim that only those debtors owe: it is given up in this case (and claimed in the bankruptcy), or ends with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.cases.acts.filing import ClaimRecorded
from zhixing.cases.acts.performance import ClaimWaived
from zhixing.cases.questions.party_change import in_place_of
from zhixing.cases.rules.guards import IN_HAND
from zhixing.closing.acts import DebtorEnding, EnforcementEnded, EnforcementEndedAgainst
from zhixing.closing.questions import members, performed_claims
from zhixing.closing.rules.ending_grounds import about_a_loan
from zhixing.closing.rules.guards import ruling_numbered
from zhixing.closing.rules.termination import FIRST_OR_RESUMED
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import PartyLeft, Role
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

ENDS = cite("民诉法", 268)
BANKRUPT = cite("民诉法解释", 513)


@guard("所终结的是本案部分被执行人", ENDS, BANKRUPT, on_act=True)
def some_debtors_remain(asked: Asked) -> Objection | None:
    """Those named are debtors, and others remain: else enforcement as a whole is ended."""
    act, debtors = asked.the(EnforcementEndedAgainst), set(members(asked.dossier, Role.DEBTOR, asked.on))
    if not act.debtors or not set(act.debtors) <= debtors:
        return Objection(say("没有选择被执行人，或所选的人不是被执行人"), say("请选择本案被执行人"))
    if debtors - set(act.debtors):
        return None
    return Objection(say("没有其余的被执行人"), say("请对全案办理终结执行"), (EnforcementEnded,))


@guard("终结事由有材料证明", ENDS, cite("立案结案意见", 17), on_act=True)
def debtor_ground_proven(asked: Asked) -> Objection | None:
    """The ground is proven; want of all means ends enforcement of loans alone."""
    act = asked.the(EnforcementEndedAgainst)
    if not act.evidence.strip():
        return Objection(say("没有写明证明材料"), say("请写明证明事由的文书及其卷页"))
    if act.ground is not DebtorEnding.DESTITUTE or about_a_loan(asked.dossier):
        return None
    return Objection(
        say("“{ground}”只用于无力偿还借款", ground=act.ground.label),
        say("请核对事由；无财产可供执行的，不单独终结"),
    )


@guard("其余被执行人仍负担各项请求", ENDS, on_act=True)
def others_owe_the_rest(asked: Asked) -> Objection | None:
    """A claim that nobody else owes does not disappear by itself."""
    act, then = asked.the(EnforcementEndedAgainst), asked.dossier.as_of(asked.on)
    settled = performed_claims(asked.dossier, asked.on)
    for entry in then.of(ClaimRecorded):
        owed_by = in_place_of(asked.dossier, entry.act.owed_by, asked.on)
        if entry.seq not in settled and set(owed_by) <= set(act.debtors):
            return Objection(
                say("请求事项“{label}”没有其他被执行人负担", label=entry.act.label),
                say("申请执行人不再在本案请求该项（如已申报破产债权）的，先录入放弃该项请求"),
                (ClaimWaived,),
            )
    return None


def _they_leave(act: Act, dossier: DossierId) -> Sequence[Reach]:
    if not isinstance(act, EnforcementEndedAgainst):
        return ()
    return [Reach(dossier, PartyLeft(party=each, reason="终结对其的执行")) for each in act.debtors]


RULES = [
    ActRule(
        act=EnforcementEndedAgainst,
        coerces=True,
        label="终结对部分被执行人的执行",
        basis=(ENDS, BANKRUPT),
        by=(Power.JUDGE, Power.OFFICER),
        approved_by=Power.DIRECTOR,
        purpose="部分被执行人有法定事由，裁定终结对其的执行，对其余被执行人继续执行",
        guards=(
            *IN_HAND,
            FIRST_OR_RESUMED,
            some_debtors_remain,
            debtor_ground_proven,
            others_owe_the_rest,
            ruling_numbered,
        ),
        discloses=Disclosure(sms="closing.enforcement_ended_against"),
        document="终结对部分被执行人执行的裁定书",
        group="结案",
        reaches=_they_leave,
    ),
]
