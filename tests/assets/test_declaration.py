"""The property report: what the order's answer must say, by when, by whom; and where it contradicts what was found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.assets.reports import (
    ACCESS,
    CAR,
    DECLARED_ON,
    DEPOSIT,
    FOUND_ON,
    LAST_DAY,
    ONLINE,
    ORDER,
    OTHER_PLATE,
    REPORT,
    SALE,
    SERVED_ON,
    THE_DEBTOR,
    TOLD_SALE,
    VEHICLE,
    declared,
    served,
)
from tests.cases.stories import APPLICANT, DEBTOR, OTHER, noticed
from tests.record.builder import Did, add, build, refused
from zhixing.assets.acts.clues import ClueProvided, ClueResult, ClueVerified
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.declaration import (
    DeclarationResult,
    DeclarationSupplemented,
    DeclarationVerified,
    PropertyChangeFound,
    PropertyDeclared,
    ReportCategory,
    ReportExtensionDecided,
)
from zhixing.assets.acts.found import FoundBy, OutsiderGround, PropertyRuledOut
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.categories import categories
from zhixing.assets.questions.contradictions import ContradictionKind, contradictions
from zhixing.assets.questions.report_faults import FaultKind, faults
from zhixing.assets.questions.reporting import ReportStanding, latest
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

EVERYTHING = tuple(ReportCategory)
EXTENDED = ReportExtensionDecided(
    debtor=DEBTOR, order=ORDER, asked_on=date(2017, 3, 15), reason="账册在外地", until=date(2017, 4, 5)
)


def guards(act: Act, story: list[Did], on: date = DECLARED_ON, *, online: bool = False) -> list[str]:
    """The guards that stand against the act after the story."""
    dossier = build(story)
    did = Did(act, on, by=THE_DEBTOR) if online else Did(act, on)
    return [each.guard for each in refused(dossier, did)]


def kinds(dossier: Dossier, on: date = FOUND_ON) -> list[ContradictionKind]:
    """The kinds of contradictions that day."""
    return [each.kind for each in contradictions(dossier, on)]


def duty(dossier: Dossier, name: str) -> Duty:
    """The duty of that name."""
    (found,) = [each for each in duties(installed().duties, dossier) if each.rule.name == name]
    return found


@pytest.mark.parametrize(
    ("change", "against"),
    [
        ({}, []),
        ({"debtor": APPLICANT}, ["was-ordered"]),
        ({"order": 11}, ["was-ordered"]),
        ({"nothing": ()}, ["every-category-answered"]),
        ({"nothing": EVERYTHING}, ["every-category-answered"]),
        ({"funds": (), "nothing": EVERYTHING}, []),
        ({"funds": (replace(DEPOSIT, kind=PropertyKind.HOME),)}, ["under-its-category"]),
        ({"no_changes": False}, ["changes-answered"]),
        ({"changes": (TOLD_SALE,)}, ["changes-answered"]),
        ({"changes": (TOLD_SALE,), "no_changes": False}, []),
        ({"changes": (replace(TOLD_SALE, on=date(2018, 1, 1)),), "no_changes": False}, ["changes-answered"]),
        ({"means": ONLINE}, ["handed-in-as-told"]),
    ],
)
def test_a_report_answers_its_order_category_by_category(
    change: dict[str, object], against: list[str]
) -> None:
    assert guards(replace(REPORT, **change), served()) == against


def test_one_order_is_answered_once() -> None:
    assert guards(REPORT, declared()) == ["not-declared-yet"]


def test_on_line_the_debtor_reports_in_person_with_a_code_that_runs() -> None:
    story = [*served(), Did(ACCESS, SERVED_ON)]
    report = replace(REPORT, means=ONLINE, access=14)
    assert guards(report, story, online=True) == []
    assert guards(report, story) == ["handed-in-as-told"]
    assert guards(replace(report, access=None), story, online=True) == ["handed-in-as-told"]
    assert guards(report, story, ACCESS.until + timedelta(days=1), online=True) == ["handed-in-as-told"]
    assert guards(report, [*story, Did(ACCESS, SERVED_ON)], online=True) == ["handed-in-as-told"]
    assert guards(replace(report, access=15), [*story, Did(ACCESS, SERVED_ON)], online=True) == []


def test_a_code_ends_and_is_not_given_to_whoever_has_reported() -> None:
    assert guards(ACCESS, served()) == []
    assert guards(replace(ACCESS, until=date(2018, 1, 1)), served()) == ["access-bounded"]
    assert guards(replace(ACCESS, until=SERVED_ON), served()) == ["access-bounded"]
    assert guards(ACCESS, declared()) == ["not-declared-yet"]


@pytest.mark.parametrize(
    ("on", "standing", "fault"),
    [
        (LAST_DAY, ReportStanding.RUNNING, None),
        (LAST_DAY + timedelta(days=1), ReportStanding.NOT_REPORTED, FaultKind.NOT_REPORTED),
    ],
)
def test_who_has_not_reported_is_found_the_day_after_the_last(
    on: date, standing: ReportStanding, fault: FaultKind | None
) -> None:
    dossier = build(served())
    assert latest(dossier, on)[DEBTOR].standing(on) is standing
    assert [each.kind for each in faults(dossier, on)] == ([fault] if fault else [])


def test_a_report_is_late_the_day_after_the_last_unless_time_was_given() -> None:
    late = LAST_DAY + timedelta(days=1)
    dossier = build(declared(on=late))
    assert latest(dossier, late)[DEBTOR].standing(late) is ReportStanding.LATE
    assert [each.kind for each in faults(dossier, late)] == [FaultKind.LATE]
    given = build([*served(), Did(EXTENDED, date(2017, 3, 16)), Did(REPORT, late)])
    assert latest(given, late)[DEBTOR].standing(late) is ReportStanding.IN_TIME
    assert faults(given, late) == ()


def test_until_the_order_is_served_nobody_is_late() -> None:
    dossier = build(noticed())
    assert latest(dossier, FOUND_ON)[DEBTOR].standing(FOUND_ON) is ReportStanding.NOT_SERVED
    assert faults(dossier, FOUND_ON) == ()


def test_the_debtors_duty_runs_from_service_and_is_prolonged() -> None:
    found = duty(build(served()), "assets.report-property")
    assert (found.due, found.standing(LAST_DAY)) == (LAST_DAY, Standing.OPEN)
    assert (
        duty(build([*served(), Did(EXTENDED, date(2017, 3, 16))]), "assets.report-property").due
        == EXTENDED.until
    )
    assert duty(build(declared()), "assets.report-property").standing(LAST_DAY) is Standing.MET


@pytest.mark.parametrize(
    ("change", "against"),
    [
        ({}, []),
        ({"until": LAST_DAY}, ["extension-complete"]),
        ({"until": None}, ["extension-complete"]),
        ({"granted": False, "until": None}, ["extension-complete"]),
        ({"granted": False, "until": None, "opinion": "没有正当理由"}, []),
        ({"asked_on": date(2017, 3, 30)}, ["extension-complete"]),
    ],
)
def test_more_time_ends_after_the_old_one(change: dict[str, object], against: list[str]) -> None:
    assert guards(replace(EXTENDED, **change), served()) == against


def test_a_car_that_was_found_and_not_reported_is_a_contradiction_with_both_sources() -> None:
    dossier = build([*declared(), Did(CAR, FOUND_ON)])
    (found,) = contradictions(dossier, FOUND_ON)
    assert found.kind is ContradictionKind.NOT_DECLARED
    assert (found.declared.seq, found.found.seq) == (14, 15)
    assert [each.kind for each in faults(dossier, FOUND_ON)] == [FaultKind.PERHAPS_FALSE]
    assert contradictions(dossier, FOUND_ON - timedelta(days=1)) == ()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (CAR, []),
        (replace(CAR, value=None), []),
        (replace(CAR, value=6_200_000), []),
        (replace(CAR, value=9_000_000), [ContradictionKind.DECLARED_OTHERWISE]),
        (replace(CAR, kind=PropertyKind.OTHER_TRANSPORT), [ContradictionKind.DECLARED_OTHERWISE]),
        (replace(CAR, burdens="抵押给某银行"), [ContradictionKind.DECLARED_OTHERWISE]),
        (replace(CAR, identifier=OTHER_PLATE), [ContradictionKind.NOT_DECLARED]),
        (replace(CAR, identifier=None), []),
        (replace(CAR, identifier=None, value=9_000_000), [ContradictionKind.NOT_DECLARED]),
        (replace(CAR, identifier=OTHER_PLATE, found_by=FoundBy.DECLARED), []),
    ],
)
def test_a_thing_is_the_same_by_identifier_else_by_kind_and_value(
    found: Act, expected: list[ContradictionKind]
) -> None:
    told = replace(REPORT, movables=(VEHICLE,), nothing=_but(ReportCategory.FUNDS, ReportCategory.MOVABLES))
    assert kinds(build([*declared(told), Did(found, FOUND_ON)])) == expected


def _but(*told: ReportCategory) -> tuple[ReportCategory, ...]:
    return tuple(each for each in ReportCategory if each not in told)


def test_one_reported_thing_does_not_cover_two_that_were_found() -> None:
    account = replace(CAR, kind=PropertyKind.BANK_DEPOSIT, name="存款", value=300_000)
    second = replace(account, identifier=OTHER_PLATE)
    assert kinds(build([*declared(), Did(account, FOUND_ON), Did(second, FOUND_ON)])) == [
        ContradictionKind.NOT_DECLARED
    ]


def test_what_is_ruled_out_contradicts_nothing() -> None:
    out = PropertyRuledOut(property=15, ground=OutsiderGround.NOT_OWNED, reason="登记在他人名下")
    assert kinds(build([*declared(), Did(CAR, FOUND_ON), Did(out, FOUND_ON)])) == []


def test_what_is_reported_only_after_it_was_found_is_listed_as_such() -> None:
    later = DeclarationSupplemented(debtor=DEBTOR, property=(VEHICLE,), reason="忘记填写")
    before = build([*declared(), Did(later, FOUND_ON), Did(CAR, FOUND_ON)])
    assert kinds(before) == []
    assert kinds(build([*declared(), Did(CAR, FOUND_ON), Did(later, FOUND_ON)])) == [
        ContradictionKind.DECLARED_AFTER
    ]


def test_a_freeze_above_what_was_reported_is_a_contradiction() -> None:
    account = replace(CAR, kind=PropertyKind.BANK_DEPOSIT, name="存款", identifier=None, value=None)
    story = build([*declared(), Did(account, FOUND_ON)])
    frozen = Controlled(property=15, manner=Manner.FROZEN, until=date(2018, 3, 23), amount=2_000_000)
    dossier = add(story, Did(frozen, FOUND_ON), guarded=False)
    (found,) = contradictions(dossier, FOUND_ON)
    assert (found.kind, found.found.seq) == (ContradictionKind.DECLARED_OTHERWISE, 16)


@pytest.mark.parametrize(
    ("sale", "told", "expected"),
    [
        (SALE, False, True),
        (SALE, True, False),
        (replace(SALE, changed_on=date(2016, 3, 9)), False, False),  # the day before the year
        (replace(SALE, changed_on=date(2016, 3, 10)), False, True),
        (replace(SALE, amount=40_000_000), True, True),
        (replace(SALE, changed_on=date(2017, 2, 20)), True, True),
    ],
)
def test_a_transfer_of_the_year_before_is_to_be_told(
    sale: PropertyChangeFound, told: bool, expected: bool
) -> None:
    report = replace(REPORT, changes=(TOLD_SALE,), no_changes=False) if told else REPORT
    dossier = build([*declared(report), Did(sale, FOUND_ON)])
    assert kinds(dossier) == ([ContradictionKind.CHANGE_NOT_DECLARED] if expected else [])


def test_a_later_change_is_to_be_told_within_ten_days() -> None:
    dossier = build([*declared(), Did(replace(SALE, changed_on=date(2017, 3, 20)), FOUND_ON)])
    assert kinds(dossier, date(2017, 3, 30)) == []
    assert kinds(dossier, date(2017, 3, 31)) == [ContradictionKind.CHANGE_NOT_DECLARED]


def clue(kind: PropertyKind | None = PropertyKind.VEHICLE, **said: object) -> ClueProvided:
    act = ClueProvided(debtor=DEBTOR, content="在某小区停有一辆轿车", kind=kind)
    return replace(act, **said)


def with_clue(
    given: ClueProvided, *, result: ClueResult | None = None, found: tuple[int, ...] = ()
) -> Dossier:
    dossier = add(build(declared()), Did(given, FOUND_ON), guarded=False)
    if result is None:
        return dossier
    verified = ClueVerified(clue=dossier.head, result=result, how="现场核实", found=found)
    return add(dossier, Did(verified, FOUND_ON), guarded=False)


def test_a_clue_to_what_no_report_has_is_listed_and_proves_nothing_before_it_was_verified() -> None:
    dossier = with_clue(clue())
    (only,) = contradictions(dossier, FOUND_ON)
    assert only.kind is ContradictionKind.CLUE_NOT_DECLARED and not only.certain
    assert isinstance(only.declared.act, PropertyDeclared) and isinstance(only.found.act, ClueProvided)
    assert "尚未核实" in str(only.facts)
    assert faults(dossier, FOUND_ON) == ()
    dossier = with_clue(clue(), result=ClueResult.NOT_ENFORCEABLE)
    (only,) = contradictions(dossier, FOUND_ON)
    assert only.certain and isinstance(only.found.act, ClueVerified)
    assert [each.kind for each in faults(dossier, FOUND_ON)] == [FaultKind.PERHAPS_FALSE]


def test_a_clue_to_what_was_reported_proved_false_or_led_to_a_finding_is_none_of_its_own() -> None:
    assert kinds(with_clue(clue(PropertyKind.BANK_DEPOSIT))) == []
    assert kinds(with_clue(clue(None))) == []
    assert kinds(with_clue(clue(), result=ClueResult.FALSE)) == []
    assert kinds(with_clue(clue(), result=ClueResult.TRUE, found=(1,))) == []
    other = clue(PropertyKind.BANK_DEPOSIT, debtor=OTHER)
    assert kinds(with_clue(other)) == []


def test_the_officers_review_settles_whether_it_was_false() -> None:
    story = [*declared(), Did(CAR, FOUND_ON)]
    checked = DeclarationVerified(declaration=14, result=DeclarationResult.FALSE, facts="隐瞒名下车辆")
    assert guards(replace(checked, facts=""), story, FOUND_ON) == ["review-reasoned"]
    assert guards(replace(checked, declaration=13), story, FOUND_ON) == ["review-reasoned"]
    dossier = build([*story, Did(checked, FOUND_ON)])
    assert [each.kind for each in faults(dossier, FOUND_ON)] == [FaultKind.FALSE]
    assert duty(dossier, "assets.review-declaration").standing(FOUND_ON) is Standing.MET
    excused = replace(checked, result=DeclarationResult.INCOMPLETE)
    assert faults(build([*story, Did(excused, FOUND_ON)]), FOUND_ON) == ()


def test_a_supplement_tells_something_of_a_debtor() -> None:
    told = DeclarationSupplemented(debtor=DEBTOR, changes=(TOLD_SALE,))
    assert guards(told, declared(), FOUND_ON) == []
    assert guards(replace(told, changes=()), declared(), FOUND_ON) == ["supplement-says-something"]
    assert guards(replace(told, debtor=APPLICANT), declared(), FOUND_ON) == ["supplement-says-something"]
    future = replace(told, changes=(replace(TOLD_SALE, on=date(2018, 1, 1)),))
    assert guards(future, declared(), FOUND_ON) == ["supplement-says-something"]


def test_a_change_that_is_found_is_a_debtors_and_past() -> None:
    assert guards(SALE, declared(), FOUND_ON) == []
    assert guards(replace(SALE, debtor=APPLICANT), declared(), FOUND_ON) == ["change-of-a-debtor"]
    assert guards(replace(SALE, changed_on=date(2018, 1, 1)), declared(), FOUND_ON) == ["change-of-a-debtor"]


def test_every_kind_of_property_has_its_place_in_the_report() -> None:
    assert all(categories(kind) for kind in PropertyKind)
    assert categories(PropertyKind.VEHICLE) == {ReportCategory.MOVABLES}
    assert categories(PropertyKind.FUND) == {ReportCategory.FUNDS, ReportCategory.RIGHTS}


def test_lists_all_properties_with_their_categories() -> None:
    told = PropertyDeclared(debtor=DEBTOR, order=ORDER, funds=(DEPOSIT,), movables=(VEHICLE,))
    assert told.listed() == ((ReportCategory.FUNDS, DEPOSIT), (ReportCategory.MOVABLES, VEHICLE))
