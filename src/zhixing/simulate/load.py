"""Load the demonstration district through the one door: in batches, resumable, each case keyed by its place in the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from random import Random

from django.db import transaction

from zhixing.cases.acts.assignment import Assigned, HandedOver
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimKind,
    ClaimRecorded,
    Filed,
    InterestRecorded,
    Jurisdiction,
    LivelihoodFlagged,
    PreservationHintGiven,
    RiskNoticeGiven,
    TitleKind,
    TitleRecorded,
)
from zhixing.cases.allocation import case_weight, draw, published_seed
from zhixing.cases.facts import candidates
from zhixing.cases.questions import case_number
from zhixing.law.courts import COURTS, Court, Level
from zhixing.law.interest import Debt, GeneralRate, NumberRate, Per, Sum
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.register import enter_party
from zhixing.people.models import Officer
from zhixing.people.powers import actor
from zhixing.people.seed import BASIC, username
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.door import Step
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.rule import Asked
from zhixing.simulate import invention
from zhixing.simulate.fates import ZONE, Told, course, fate, working_day
from zhixing.simulate.models import Loaded

TODAY = date(2017, 6, 15)
FIRST_DAY = date(2016, 1, 4)
BATCH = 25
YEARLY_RATE = ("0.06", "0.12", "0.18", "0.24")


@dataclass(slots=True)
class Report:
    """What became of a load: cases entered, and what the law refused (our defect), by guard."""

    entered: int = 0
    refused: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Share:
    """Part `part` (from 0) of `of` parts of the district's courts."""

    part: int
    of: int


WHOLE = Share(0, 1)
# How many cases a court has beside another.
WEIGHT = {Level.INTERMEDIATE: 4, Level.BASIC: 11}


@dataclass(frozen=True, slots=True)
class Place:
    """A court as stories see it: its staff by seat, and the town in its name."""

    court: Court
    staff: dict[str, Actor]
    by_id: dict[int, Actor]
    town: str


@dataclass(frozen=True, slots=True)
class _Case:
    """One case to load, and its own source of chance."""

    index: int
    seed: int
    place: Place
    rng: Random
    received: date
    filed: date


def load(cases: int, seed: int, progress: Callable[[int, int], None], share: Share = WHOLE) -> Report:
    """Enter the cases of the seed that are not there yet; of `share` only, so that several processes may load side by side.

    A court's cases all fall into one share and are entered in order, so their numbers do not depend on how many load.
    """
    places = _places()
    own = [place.court.code for number, place in enumerate(places) if number % share.of == share.part]
    there = set(Loaded.objects.filter(seed=seed).values_list("index", flat=True))
    missing = []
    for index in range(cases):
        rng = Random(f"{seed}:{index}")
        place = rng.choices(places, [WEIGHT[each.court.level] for each in places])[0]
        if place.court.code in own and index not in there:
            received = _received(rng, index)
            filed = working_day(received + timedelta(days=rng.randint(0, 6 if rng.random() < 0.95 else 12)))
            missing.append(_Case(index, seed, place, rng, received, filed))
    missing.sort(key=lambda case: (case.filed, case.index))  # numbers are given in the order of filing
    report = Report()
    for start in range(0, len(missing), BATCH):
        with door.together():
            for case in missing[start : start + BATCH]:
                _load(case, report)
        progress(min(start + BATCH, len(missing)), len(missing))
    return report


def _places() -> list[Place]:
    officers = {each.username: each for each in Officer.objects.prefetch_related("posts")}
    found = []
    for court in COURTS:
        staff = {seat.role: actor(officers[username(court, seat.role)], court.code, TODAY) for seat in BASIC}
        town = court.short.removesuffix("法院") if court.level is Level.BASIC else "重庆市"
        found.append(Place(court, staff, {each.id: each for each in staff.values()}, town))
    return found


def _load(case: _Case, report: Report) -> None:
    try:
        with transaction.atomic():
            number = _enter(case)
            Loaded.objects.create(seed=case.seed, index=case.index, dossier_id=number)
        report.entered += 1
    except door.Refused as error:
        report.refused.update(each.guard for each in error.refusals)


def _received(rng: Random, index: int) -> date:
    """Older and newer cases; the last weeks of the register are dense, so that every stage is on the desks."""
    span = (TODAY - FIRST_DAY).days
    back = rng.randint(0, 45) if index % 4 == 0 else rng.randint(0, span)
    return min(working_day(TODAY - timedelta(days=max(back, 1))), TODAY)


def _enter(case: _Case) -> int:
    rng, place, received, filed = case.rng, case.place, case.received, case.filed
    of = invention.cause(rng)
    owed = invention.amount(rng, of)
    # One debtor in eight is somebody the court already knows.
    known = Random(rng.randrange(40)) if rng.random() < 0.12 else rng
    applicant = enter_party(place.court.code, invention.applicant(rng, of, place.town))
    debtor = enter_party(place.court.code, invention.debtor(known, of, place.town))
    effective = received - timedelta(days=rng.randint(40, 300))
    due = effective + timedelta(days=10)
    interest = _interest(rng, of, effective)
    filing = place.staff["filing"]
    acts = _intake(rng, of, (applicant.pk, debtor.pk), (owed, effective, due), interest, place)
    waits = filed > TODAY or (received > TODAY - timedelta(days=9) and rng.random() < 0.3)
    handed = rng.random() < 0.97
    steps = _steps(acts, filing, received)
    if not waits:
        steps += _steps([Filed(), HandedOver()] if handed else [Filed()], filing, filed)
    number, _ = door.open_dossier(place.court.code, steps)
    assigned = working_day(filed + timedelta(days=rng.randint(0, 5)))
    recent = filed > TODAY - timedelta(days=10) and rng.random() < 0.25
    if waits or not handed or recent or assigned > TODAY:
        return number
    rates = (
        (GeneralRate(NumberRate(Fraction(interest.rate), Per.YEAR), interest.since, base=(of.label,)),)
        if interest
        else ()
    )
    dossier = door.read(number)
    assignment, handler = _assignment(dossier, place, assigned)
    told = Told(
        rng,
        handler,
        place.staff,
        applicant.pk,
        debtor.pk,
        Debt((Sum(owed, due, of.label),), rates),
        assigned,
        case_number(dossier, assigned),
    )
    _go_on(number, told, _steps([assignment], place.staff["director"], assigned))
    return number


def _go_on(number: int, told: Told, steps: list[Step]) -> None:
    """The story up to the present day; what waits for approval is proposed, and sometimes sent back."""
    for step in course(fate(told.rng, (TODAY - told.day).days), told):
        if step.on > TODAY:
            break
        steps.append(replace(step, approved_by=_approver(step.act, told.staff)))
    door.enter_all(number, steps)
    for step in told.waiting:
        _propose(number, told, step)


def _propose(number: int, told: Told, step: Step) -> None:
    """What waits is proposed in the last days, if the law allows it then; three in ten are sent back."""
    if not TODAY - timedelta(days=60) < step.on <= TODAY:
        return
    now = working_day(TODAY - timedelta(days=told.rng.randint(2, 7)))
    fresh = replace(step, on=max(now, step.on), at=datetime.combine(max(now, step.on), time(15, 30), ZONE))
    approver = _approver(step.act, told.staff)
    if approver is None or door.refusals_of(door.read(number), fresh):
        return
    proposal = door.propose(number, fresh, note="请审批")
    if told.rng.random() < 0.3:
        door.send_back(number, proposal.seq, approver, on=TODAY, reason="请补充财产查控的材料后再报")


def _approver(act: Act, staff: dict[str, Actor]) -> Actor | None:
    wanted = installed().rule(type(act)).approved_by
    return next((each for each in staff.values() if wanted and wanted.value in each.powers), None)


def _assignment(dossier: Dossier, place: Place, on: date) -> tuple[Assigned, Actor]:
    """The assignment that the seed of the day draws, and the officer it names."""
    seed = published_seed(place.court.code, on)
    asked = Asked(dossier, on, place.staff["director"], Assigned(officer=0))
    drawn = draw(candidates(asked), seed, dossier.id, weight=case_weight(dossier, on))
    if drawn is None:
        raise LookupError(f"nobody to handle cases in {place.court.code}")
    chosen = drawn.chosen.officer
    return Assigned(officer=chosen, clerk=place.staff["clerk"].id, seed=seed), place.by_id[chosen]


def _intake(
    rng: Random,
    of: invention.Cause,
    parties: tuple[int, int],
    owed: tuple[int, date, date],
    interest: InterestRecorded | None,
    place: Place,
) -> list[Act]:
    (applicant, debtor), (amount, effective, due) = parties, owed
    found: list[Act] = [
        ApplicationReceived(
            cause=of.name,
            jurisdiction=Jurisdiction.FIRST_INSTANCE,
            materials=("执行申请书", "生效法律文书", "身份证明"),
        ),
        PartyJoined(party=applicant, role=Role.APPLICANT, original_role="原告"),
        PartyJoined(party=debtor, role=Role.DEBTOR, original_role="被告"),
        TitleRecorded(
            kind=TitleKind.JUDGMENT if rng.random() < 0.7 else TitleKind.MEDIATION,
            issuer=place.court.name,
            number=f"（{effective.year}）{place.court.code}民初{rng.randint(1, 6000)}号",
            made_on=effective - timedelta(days=20),
            effective_on=effective,
            perform_by=due,
        ),
        ClaimRecorded(
            title=4,
            kind=ClaimKind.MONEY,
            label=of.label,
            owed_by=(debtor,),
            owed_to=(applicant,),
            amount=amount,
            due=due,
        ),
    ]
    if interest is not None:
        found.append(interest)
    if of.livelihood is not None:
        found.append(LivelihoodFlagged(category=of.livelihood))
    return [*found, RiskNoticeGiven(to=(applicant,)), PreservationHintGiven(to=(applicant,))]


def _interest(rng: Random, of: invention.Cause, effective: date) -> InterestRecorded | None:
    if rng.random() >= of.interest:
        return None
    since = effective - timedelta(days=rng.randint(100, 700))
    return InterestRecorded(claim=5, since=since, rate=rng.choice(YEARLY_RATE))


def _steps(acts: Sequence[Act], by: Actor, on: date) -> list[Step]:
    at = datetime.combine(on, time(9), ZONE)
    return [Step(act=act, by=by, on=on, at=at) for act in acts]
