"""Rules of change and addition of parties: only on the listed grounds, by a panel after a hearing, within sixty days.

Not covered: preservation while the change is reviewed (变更追加规定 art. 29), a change of name alone (art. 27, which the room of
parties records).
"""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.questions.panel import deliberated_about
from zhixing.cases.rules.extension import with_extension
from zhixing.cases.rules.guards import PROCEDURE_FREE
from zhixing.cases.rules.waiting import change_waits
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined, PartyLeft, Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
CHANGE = cite("变更追加规定", 1)
SIXTY_DAYS = cite("变更追加规定", 28, figure="六十日")


@guard("被变更的是本案当事人，新当事人另有其人", CHANGE, on_act=True)
def parties_fit(asked: Asked) -> Objection | None:
    """Who is replaced takes part; who comes is someone else."""
    act = asked.the(PartyChangeAsked)
    part = {each.party for each in parties_of(asked.dossier, act.role, asked.on)}
    if act.old is not None and act.old not in part:
        return Objection(say("原当事人不是本案的{role}", role=act.role.label), say("请核对原当事人"))
    if act.new in part:
        return Objection(say("新当事人已经是本案的{role}", role=act.role.label), say("无须变更、追加"))
    return None


@guard("事由与地位相符，由有权的人申请", CHANGE, on_act=True)
def ground_fits_role(asked: Asked) -> Objection | None:
    """Grounds of the applicant's side change applicants, the others debtors; debtors are added at an applicant's request."""
    act = asked.the(PartyChangeAsked)
    wanted = Role.APPLICANT if act.of_applicant else Role.DEBTOR
    if act.role is not wanted:
        return Objection(
            say("“{ground}”只能变更、追加{role}", ground=act.ground.label, role=wanted.label),
            say("请核对事由和地位"),
        )
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if act.by in applicants or (act.of_applicant and act.by == act.new):
        return None
    return Objection(
        say("申请人不是申请执行人"), say("变更、追加被执行人由申请执行人申请；变更申请执行人由其或承受人申请")
    )


@guard("不把担保人追加为被执行人", cite("执行担保规定", 11), on_act=True)
def guarantor_not_added(asked: Asked) -> Objection | None:
    """A guarantor's property is enforced against directly; the guarantor does not become a debtor."""
    act = asked.the(PartyChangeAsked)
    if act.role is not Role.DEBTOR:
        return None
    if act.new not in {each.party for each in parties_of(asked.dossier, Role.GUARANTOR, asked.on)}:
        return None
    return Objection(say("新当事人是本案的执行担保人"), say("请直接裁定执行担保财产或保证人的财产"))


@guard("裁定针对一项尚未裁定的申请", SIXTY_DAYS, on_act=True)
def answers_application(asked: Asked) -> Objection | None:
    """The ruling answers an application, as it was asked."""
    act = asked.the(PartyChangeDecided)
    found = asked.dossier.at(act.application)
    if found is None or not isinstance(found.act, PartyChangeAsked):
        return Objection(say("所选的不是变更、追加申请"), say("请选择申请"), (PartyChangeAsked,))
    if any(entry.act.application == found.seq for entry in asked.dossier.of(PartyChangeDecided)):
        return Objection(say("该申请已经裁定"), say("不服的可依法复议或起诉"))
    if (act.new, act.old, act.role) != (found.act.new, found.act.old, found.act.role):
        return Objection(say("裁定的当事人与申请不一致"), say("请按申请的新、原当事人和地位填写"))
    return None


@guard("经合议庭审查并公开听证，简单明了的除外", cite("变更追加规定", 28), on_act=True)
def change_deliberated(asked: Asked) -> Objection | None:
    """But for clear and undisputed cases a panel reviews the change and hears the parties in public."""
    act = asked.the(PartyChangeDecided)
    if act.simple:
        return None
    talk = deliberated_about(
        asked.dossier,
        DeliberationTopic.PARTY_CHANGE,
        act.application,
        since=act.application,
        on=asked.on,
    )
    if talk is None:
        return Objection(
            say("合议庭还没有评议该申请"), say("请先由合议庭评议变更、追加当事人"), (PanelDeliberated,)
        )
    if act.heard_on is None or act.heard_on > asked.on:
        return Objection(
            say("没有公开听证的日期，或听证在裁定之后"), say("请填写听证日期；简单明了的请勾选该情形")
        )
    return None


def _changes(act: Act, dossier: DossierId) -> Sequence[Reach]:
    """When granted, the new party takes part and the old one leaves, in the same write."""
    if not isinstance(act, PartyChangeDecided) or not act.granted:
        return ()
    found = [Reach(dossier, PartyJoined(party=act.new, role=act.role))]
    if act.old is not None:
        found.append(Reach(dossier, PartyLeft(party=act.old, reason="裁定变更")))
    return found


RULES = [
    ActRule(
        act=PartyChangeAsked,
        label="申请变更、追加当事人",
        basis=(CHANGE,),
        by=TEAM,
        purpose="收下变更、追加当事人的申请",
        guards=(*PROCEDURE_FREE, parties_fit, ground_fits_role, guarantor_not_added),
        discloses=Disclosure(sms="cases.party_change_asked"),
        group="当事人",
        sends=("news",),
    ),
    ActRule(
        act=PartyChangeDecided,
        coerces=True,
        label="裁定变更、追加当事人",
        basis=(SIXTY_DAYS,),
        by=(Power.JUDGE, Power.PANEL),
        purpose="审查后裁定准许或驳回；准许的，新当事人自此参加本案",
        guards=(
            *PROCEDURE_FREE,
            change_waits,
            answers_application,
            change_deliberated,
        ),
        discloses=Disclosure(sms="cases.party_change_decided"),
        document="变更、追加当事人裁定书",
        group="当事人",
        reaches=_changes,
        sends=("news",),
    ),
]


def _of_this(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, PartyChangeDecided) and closing.act.application == opening.seq


DUTIES = [
    DutyRule(
        name="decide-party-change",
        label="六十日内裁定变更、追加当事人",
        holder=Power.JUDGE,
        opens_on=(PartyChangeAsked,),
        limits=(
            Limit(
                with_extension(days(60)),
                SIXTY_DAYS,
                text="收到申请之日起六十日，院长批准延长的从其延长",
            ),
        ),
        closes_on=(PartyChangeDecided,),
        matches=_of_this,
    ),
]
