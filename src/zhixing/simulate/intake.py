"""What comes in: the application of an invented case, its title, claims and interest, as the filing desk enters them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from zhixing.cases.acts.filing import (
    ApplicationReceived,
    CaseType,
    ClaimKind,
    ClaimRecorded,
    InterestRecorded,
    Jurisdiction,
    LivelihoodFlagged,
    Origin,
    PreservationHintGiven,
    RiskNoticeGiven,
    Sharing,
    TitleKind,
    TitleRecorded,
)
from zhixing.law.courts import Court
from zhixing.law.interest import Debt, GeneralRate, NumberRate, Per, Sum
from zhixing.parties.acts import AgentAppointed, AgentKind, LegalRepresentativeNamed, PartyJoined, Role
from zhixing.record.act import Act
from zhixing.simulate.invention import Cause

YEARLY_RATE = ("0.06", "0.12", "0.18", "0.24")
PRESERVED = 0.05  # of the cases are for preservation
APPLIED_HERE = 0.7  # of these ask for the ruling here; the others carry out a ruling that was transferred
BY_LABOUR_AWARD = ("追索劳动报酬纠纷", "劳动争议")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who takes part, by number: debtors, first the main one; an agent and legal representatives where there are any."""

    applicant: int
    debtors: tuple[int, ...]
    lawyer: int | None = None
    representatives: tuple[tuple[int, int], ...] = ()  # company, person


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The acts of the application, and what a story must know of them: sequence numbers and the debt."""

    acts: tuple[Act, ...]
    title: int
    claim: int
    debt: Debt | None  # nothing where the claim is not for money
    for_money: bool
    preserves: bool
    applies: bool = False  # for preservation, without a title


def intake(rng: Random, of: Cause, people: People, *, owed: int, court: Court, received: date) -> Intake:
    """An application received that day."""
    effective = received - timedelta(days=rng.randint(40, 300))
    due = effective + timedelta(days=10)
    preserves = not of.conduct and rng.random() < PRESERVED
    applies = preserves and rng.random() < APPLIED_HERE
    award = of.name in BY_LABOUR_AWARD and rng.random() < 0.6 and not preserves
    acts: list[Act] = [_opening(of, preserves=preserves, award=award, applies=applies), *_joined(people)]
    if applies:
        acts += [LivelihoodFlagged(category=of.livelihood)] if of.livelihood else []
        acts += [RiskNoticeGiven(to=(people.applicant,)), PreservationHintGiven(to=(people.applicant,))]
        sought = Debt((Sum(owed, due, of.label),))
        return Intake(
            acts=tuple(acts), title=0, claim=0, debt=sought, for_money=True, preserves=True, applies=True
        )
    acts.append(_title(rng, court, effective, due, award=award, preserves=preserves))
    title = len(acts)
    acts.append(
        ClaimRecorded(
            title=title,
            kind=ClaimKind.CONDUCT if of.conduct else ClaimKind.MONEY,
            label=of.label,
            owed_by=people.debtors,
            owed_to=(people.applicant,),
            amount=None if of.conduct else owed,
            due=due,
            sharing=Sharing.JOINT if len(people.debtors) > 1 else Sharing.SINGLE,
            text=of.conduct,
        )
    )
    claim = len(acts)
    interest = None if preserves or rng.random() >= of.interest else _interest(rng, claim, effective)
    acts += [interest] if interest else []
    acts += [LivelihoodFlagged(category=of.livelihood)] if of.livelihood else []
    acts += [RiskNoticeGiven(to=(people.applicant,)), PreservationHintGiven(to=(people.applicant,))]
    return Intake(
        acts=tuple(acts),
        title=title,
        claim=claim,
        debt=None if of.conduct else Debt((Sum(owed, due, of.label),), _general(interest, of.label)),
        for_money=not of.conduct,
        preserves=preserves,
    )


def _opening(of: Cause, *, preserves: bool, award: bool, applies: bool) -> ApplicationReceived:
    if applies:
        return ApplicationReceived(
            cause=of.name,
            case_type=CaseType.PRESERVATION,
            materials=("财产保全申请书", "身份证明", "财产线索"),
        )
    if preserves:
        return ApplicationReceived(
            cause=of.name,
            case_type=CaseType.PRESERVATION,
            origin=Origin.TRANSFERRED,
            materials=("财产保全裁定书", "移送执行函", "被保全财产清单"),
        )
    return ApplicationReceived(
        cause=of.name,
        jurisdiction=Jurisdiction.DOMICILE if award else Jurisdiction.FIRST_INSTANCE,
        claims_delay_penalty=bool(of.conduct),
        materials=("执行申请书", "生效法律文书", "身份证明"),
    )


def _joined(people: People) -> list[Act]:
    acts: list[Act] = [PartyJoined(party=people.applicant, role=Role.APPLICANT, original_role="原告")]
    acts += [PartyJoined(party=each, role=Role.DEBTOR, original_role="被告") for each in people.debtors]
    if people.lawyer is not None:
        acts.append(
            AgentAppointed(
                party=people.applicant, agent=people.lawyer, kind=AgentKind.LAWYER, special_authority=True
            )
        )
    acts += [
        LegalRepresentativeNamed(party=company, person=person) for company, person in people.representatives
    ]
    return acts


def _title(
    rng: Random, court: Court, effective: date, due: date, *, award: bool, preserves: bool
) -> TitleRecorded:
    made = effective - timedelta(days=20)
    running = rng.randint(1, 6000)
    if award:
        return TitleRecorded(
            kind=TitleKind.LABOUR_AWARD,
            issuer=f"{court.short.removesuffix('法院')}劳动人事争议仲裁委员会",
            number=f"劳人仲案字〔{made.year}〕第{running % 900 + 1}号",
            made_on=made,
            effective_on=effective,
            perform_by=due,
        )
    kind = TitleKind.JUDGMENT if rng.random() < 0.7 else TitleKind.MEDIATION
    return TitleRecorded(
        kind=TitleKind.RULING if preserves else kind,
        issuer=court.name,
        number=f"（{made.year}）{court.code}民初{running}号"
        if made.year >= 2016
        else f"（{made.year}）民初字第{running}号",
        made_on=made,
        effective_on=effective,
        perform_by=due,
    )


def _interest(rng: Random, claim: int, effective: date) -> InterestRecorded:
    since = effective - timedelta(days=rng.randint(100, 700))
    return InterestRecorded(claim=claim, since=since, rate=rng.choice(YEARLY_RATE))


def _general(interest: InterestRecorded | None, label: str) -> tuple[GeneralRate, ...]:
    if interest is None:
        return ()
    return (GeneralRate(NumberRate(Fraction(interest.rate), Per.YEAR), interest.since, base=(label,)),)
