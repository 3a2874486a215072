"""Load the demonstration district through the one door: in batches, resumable, each case keyed by its place in the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from random import Random

from django.db import transaction

from zhixing.cases.acts.assignment import HandedOver
from zhixing.cases.acts.filing import (
    Filed,
    FilingRefused,
    RefusalGround,
    SupplementAsked,
    SupplementReceived,
)
from zhixing.cases.questions import case_number
from zhixing.law.courts import Level
from zhixing.parties.models import PartyKind
from zhixing.parties.register import enter_party
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.door import Step
from zhixing.record.sealed import seal
from zhixing.simulate import invention
from zhixing.simulate.district import TODAY, Place, assignment, held_by_others, places, steps
from zhixing.simulate.fates import fate
from zhixing.simulate.going_on import go_on
from zhixing.simulate.intake import Intake, People, intake
from zhixing.simulate.models import Loaded
from zhixing.simulate.resuming import resume, waiting
from zhixing.simulate.telling import Told, working_day

FIRST_DAY = date(2016, 1, 4)
# One case in forty was filed before case numbers had one form in the whole country.
OLD, OLD_FIRST, OLD_LAST = 40, date(2014, 6, 3), date(2015, 12, 11)
BATCH = 25
# One debtor in eight is somebody the district already knows: the same forty persons turn up in many courts.
KNOWN_DEBTORS, KNOWN_SHARE = 40, 0.12
LAWYERS = 6
MISSING = ("申请执行人身份证明复印件", "生效法律文书的送达证明")


@dataclass(slots=True)
class Report:
    """What became of a load: cases entered and resumed, and what the law refused (our defect), by guard."""

    entered: int = 0
    resumed: int = 0
    refused: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Share:
    """Part `part` (from 0) of `of` parts of the district's courts."""

    part: int
    of: int


WHOLE = Share(0, 1)
# How many cases a court has beside another.
WEIGHT = {Level.INTERMEDIATE: 4, Level.BASIC: 11}
SHOWN, SHOWN_WEIGHT = "渝0235", 25  # the court whose sign-ins are printed is the busiest


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
    district = places()
    own = [place for number, place in enumerate(district) if number % share.of == share.part]
    missing = _missing(cases, seed, district, {place.court.code for place in own})
    for place in own if missing else ():
        code = place.court.code
        place.lawyers.extend(enter_party(code, invention.lawyer(code, n)).pk for n in range(LAWYERS))
    report = Report()
    for start in range(0, len(missing), BATCH):
        with door.together():
            for case in missing[start : start + BATCH]:
                _load(case, report)
        progress(min(start + BATCH, len(missing)), len(missing))
    _resume(seed, own, report)
    return report


def _resume(seed: int, own: list[Place], report: Report) -> None:
    by_code = {place.court.code: place for place in own}
    with door.together():
        for each in waiting(seed, own):
            try:
                with transaction.atomic():
                    resume(each, by_code[each.court])
                report.resumed += 1
            except door.Refused as error:
                report.refused.update(refusal.guard for refusal in error.refusals)


def _missing(cases: int, seed: int, district: list[Place], own: set[str]) -> list[_Case]:
    there = set(Loaded.objects.filter(seed=seed).values_list("index", flat=True))
    found = []
    for index in range(cases):
        rng = Random(f"{seed}:{index}")
        place = rng.choices(district, [_weight(each) for each in district])[0]
        if place.court.code in own and index not in there:
            received = _received(rng, index)
            filed = working_day(received + timedelta(days=rng.randint(0, 6 if rng.random() < 0.95 else 12)))
            found.append(_Case(index, seed, place, rng, received, filed))
    found.sort(key=lambda case: (case.filed, case.index))  # numbers are given in the order of filing
    return found


def _weight(place: Place) -> int:
    return SHOWN_WEIGHT if place.court.code == SHOWN else WEIGHT[place.court.level]


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
    if index % OLD == 0:
        return working_day(OLD_FIRST + timedelta(days=rng.randint(0, (OLD_LAST - OLD_FIRST).days)))
    span = (TODAY - FIRST_DAY).days
    back = (
        rng.randint(0, 9)
        if index % 20 == 1
        else rng.randint(0, 45)
        if index % 4 == 0
        else rng.randint(0, span)
    )
    return min(working_day(TODAY - timedelta(days=max(back, 1))), TODAY)


def _old_number(case: _Case) -> str:
    """The number of the court's own form of before 2016; nothing for a case that is numbered in its turn."""
    if case.filed.year >= FIRST_DAY.year:
        return ""
    return f"（{case.filed.year}）{case.place.court.abbreviation}执字第{case.index + 1:05d}号"


def _people(case: _Case, of: invention.Cause) -> People:
    rng, code, town = case.rng, case.place.court.code, case.place.town
    known = Random(rng.randrange(KNOWN_DEBTORS)) if rng.random() < KNOWN_SHARE else rng
    applicant = enter_party(code, invention.applicant(rng, of, town))
    given = [invention.debtor(known, of, town)]
    if rng.random() < 0.12:  # another answers with them
        given.append(invention.natural(rng, town))
    debtors = [enter_party(code, each) for each in given]
    lawyer = None
    if rng.random() < 0.25:
        lawyer = rng.choice(case.place.lawyers)
    representatives = tuple(
        (each.pk, enter_party(code, invention.natural(rng, town)).pk)
        for each in debtors
        if each.kind == PartyKind.LEGAL and rng.random() < 0.5
    )
    numbers = dict.fromkeys(each.pk for each in debtors)
    return People(
        applicant=applicant.pk, debtors=tuple(numbers), lawyer=lawyer, representatives=representatives
    )


def _enter(case: _Case) -> int:
    rng, place = case.rng, case.place
    of = invention.cause(rng)
    owed = invention.amount(rng, of)
    people = _people(case, of)
    came = intake(rng, of, people, owed=owed, court=place.court, received=case.received)
    opened, goes_on = _filing(case, came)
    number, entries = door.open_dossier(place.court.code, opened)
    assigned = working_day(case.filed + timedelta(days=rng.randint(0, 5)))
    recent = case.filed > TODAY - timedelta(days=10) and rng.random() < 0.25
    if not goes_on or recent or assigned > TODAY:
        return number
    dossier = installed().dossier(number, "case", place.court.code, []).with_entries(entries)
    act, handler = assignment(dossier, place, assigned)

    def invite() -> int:
        return enter_party(place.court.code, invention.natural(rng, place.town)).pk

    told = Told(
        rng=rng,
        handler=handler,
        staff=place.staff,
        applicant=people.applicant,
        debtors=people.debtors,
        title=came.title,
        claim=came.claim,
        debt=came.debt,
        begun=assigned,
        day=assigned,
        number=case_number(dossier, assigned),
        invite=invite,
        sealed=partial(seal, case.place.court.code),
        held_by_others=held_by_others,
        now=TODAY,
        for_money=came.for_money,
        preserves=came.preserves,
        applies=came.applies,
        head=len(entries),
    )
    name = fate(rng, (TODAY - told.day).days, for_money=told.for_money)
    go_on(number, told, steps([act], place.staff["director"], assigned), name)
    return number


def _filing(case: _Case, came: Intake) -> tuple[list[Step], bool]:
    """What the filing desk does, up to the present day; and whether the case is filed and handed over."""
    rng, filing = case.rng, case.place.staff["filing"]
    found = steps(came.acts, filing, case.received)
    lacking = rng.random() < 0.06
    if lacking:
        asked = SupplementAsked(items=MISSING, until=case.received + timedelta(days=7))
        found += steps([asked], filing, case.received)
    if case.filed > TODAY or (case.received > TODAY - timedelta(days=9) and rng.random() < 0.3):
        return found, False
    if lacking and rng.random() < 0.3:
        by = case.place.staff["vice"]
        refused = FilingRefused(
            ground=RefusalGround.NOT_SUPPLEMENTED,
            reason="逾期未补正身份证明和生效证明",
            ruling="不予受理裁定书",
        )
        return [
            *found,
            *(replace(each, approved_by=by) for each in steps([refused], filing, case.filed)),
        ], False
    done: list[Act] = [SupplementReceived(items=MISSING)] if lacking else []
    done.append(Filed(number=_old_number(case)))
    handed = rng.random() < 0.97
    if handed:
        done.append(HandedOver())
    return [*found, *steps(done, filing, case.filed)], handed
