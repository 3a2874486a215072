"""Notice, order and service: to whom, in what form, by when, and when they count as done."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, ASSIGNED, DEBTOR, FILED, KNOWN, OTHER, assigned, filed, noticed
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.cases.acts.filing import ClaimRecorded
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    Channel,
    CluesAsked,
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

DAY = date(2017, 4, 10)
NOTICE = EnforcementNoticeIssued(to=(DEBTOR,))
ORDER = PropertyReportOrdered(to=(DEBTOR,))
SERVED = ServiceAttempted(
    document=ServedDocument.NOTICE_AND_ORDER,
    to=DEBTOR,
    method=ServiceMethod.MAIL,
    outcome=ServiceOutcome.SERVED,
    served_on=DAY,
)
PUBLISHED = replace(SERVED, method=ServiceMethod.PUBLIC_NOTICE, sent_on=date(2017, 2, 9), why_not="下落不明")
SECOND = Did(PartyJoined(party=OTHER, role=Role.DEBTOR), FILED, KNOWN)


def names(act: Act, story: list[Did], on: date = DAY) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, on))]


def duty(name: str, dossier: Dossier) -> Duty:
    """The duty of that name."""
    (found,) = [each for each in duties(installed().duties, dossier) if each.rule.name == name]
    return found


@pytest.mark.parametrize(
    ("act", "guards"),
    [
        (NOTICE, []),
        (EnforcementNoticeIssued(to=()), ["to-debtors"]),
        (EnforcementNoticeIssued(to=(APPLICANT,)), ["to-debtors"]),
        (replace(NOTICE, listing_risk_stated=False), ["states-what-the-law-wants"]),
        (replace(NOTICE, delay_interest_stated=False), ["states-what-the-law-wants"]),
        (ORDER, ["notice-first"]),
    ],
)
def test_a_notice_goes_to_debtors_and_says_what_the_law_wants(act: Act, guards: list[str]) -> None:
    assert names(act, assigned()) == guards


def test_each_debtor_gets_one_notice() -> None:
    assert names(NOTICE, noticed()) == ["one-notice-each"]
    assert names(ORDER, noticed()) == []  # reporting may be ordered again


@pytest.mark.parametrize("act", [NOTICE, CluesAsked(to=(APPLICANT,))])
def test_nothing_is_sent_before_the_case_is_filed_and_assigned(act: Act) -> None:
    assert set(names(act, filed())) == {"assigned", "handled-by-actor"}


def test_only_the_one_who_handles_the_case_issues_the_notice() -> None:
    other = replace(ANYONE, id=77, name="旁人", powers=("officer",))
    assert [each.guard for each in refused(build(assigned()), Did(NOTICE, DAY, by=other))] == [
        "handled-by-actor"
    ]


def test_the_stricter_limit_of_the_notice_speaks_and_says_which_it_is() -> None:
    before, after = duty("issue-notice", build(filed())), duty("issue-notice", build(assigned()))
    assert before.due == date(2017, 3, 13)  # ten days from the application end on 11 March, a Saturday
    assert "收到申请执行书之日起十日" in before.limit.text
    assert after.due == date(2017, 3, 9)
    assert "承办人收到案件材料之日起三日" in after.limit.text


@pytest.mark.parametrize(
    ("on", "standing"),
    [(8, Standing.MET), (9, Standing.MET), (10, Standing.LATE)],
    ids=["before", "on", "after"],
)
def test_the_notice_is_in_time_until_its_last_day(on: int, standing: Standing) -> None:
    dossier = build([*assigned(), Did(NOTICE, date(2017, 3, on))])
    assert duty("issue-notice", dossier).standing(date(2017, 3, 31)) is standing


def test_the_notice_is_owed_to_every_debtor() -> None:
    story = [*assigned(), SECOND]
    half = add(build(story), Did(NOTICE, date(2017, 3, 7)))
    assert duty("issue-notice", half).standing(date(2017, 3, 8)) is Standing.OPEN
    whole = add(half, Did(EnforcementNoticeIssued(to=(OTHER,)), date(2017, 3, 8)))
    assert duty("issue-notice", whole).standing(date(2017, 3, 8)) is Standing.MET


def test_the_order_to_report_goes_with_the_notice() -> None:
    alone = build([*assigned(), Did(NOTICE, date(2017, 3, 7))])
    assert duty("order-property-report", alone).standing(date(2017, 3, 10)) is Standing.OVERDUE
    assert duty("order-property-report", build(noticed())).standing(date(2017, 3, 10)) is Standing.MET
    assert installed().rule(EnforcementNoticeIssued).steps == (PropertyReportOrdered,)


def test_where_no_money_is_owed_nobody_reports_property_or_gives_clues() -> None:
    story = [did for did in assigned() if not isinstance(did.act, ClaimRecorded)]
    found = {each.rule.name for each in duties(installed().duties, build(story, guarded=False))}
    assert found.isdisjoint({"order-property-report", "ask-for-clues"})


def test_three_days_to_ask_the_applicant_for_clues() -> None:
    assert duty("ask-for-clues", build(assigned())).due == date(2017, 3, 9)
    asked = Did(CluesAsked(to=(APPLICANT,)), date(2017, 3, 9))
    assert duty("ask-for-clues", build([*assigned(), asked])).standing(DAY) is Standing.MET
    assert names(CluesAsked(to=(DEBTOR,)), assigned()) == ["talks-to-applicant"]


def test_service_has_no_day_fixed_by_law_and_stays_open_until_all_are_served() -> None:
    story = [
        *assigned(),
        SECOND,
        Did(EnforcementNoticeIssued(to=(DEBTOR, OTHER)), date(2017, 3, 7)),
        Did(PropertyReportOrdered(to=(DEBTOR, OTHER)), date(2017, 3, 7)),
        Did(
            replace(SERVED, to=OTHER, outcome=ServiceOutcome.RETURNED, served_on=None, why_not="查无此人"),
            DAY,
        ),
        Did(SERVED, DAY),
    ]
    half = build(story)
    assert duty("serve-notice", half).standing(DAY) is Standing.UNDETERMINED
    whole = add(half, Did(replace(SERVED, to=OTHER), DAY))
    assert duty("serve-notice", whole).standing(DAY) is Standing.MET


@pytest.mark.parametrize(
    ("act", "guards"),
    [
        (SERVED, []),
        (replace(SERVED, to=OTHER), ["served-on-party"]),
        (replace(SERVED, served_on=None), ["service-proved"]),
        (replace(SERVED, served_on=date(2017, 4, 11)), ["service-proved"]),
        (replace(SERVED, served_on=date(2017, 3, 6)), ["document-exists"]),
        (replace(SERVED, outcome=ServiceOutcome.RETURNED), ["service-proved"]),
        (replace(SERVED, outcome=ServiceOutcome.RETURNED, served_on=None, why_not="查无此人"), []),
        (replace(SERVED, outcome=ServiceOutcome.REFUSED, served_on=None), ["service-proved"]),
        (replace(SERVED, outcome=ServiceOutcome.PENDING, served_on=None), []),
        (replace(SERVED, method=ServiceMethod.LEFT), ["service-proved"]),
        (replace(SERVED, method=ServiceMethod.LEFT, why_not="同住家属拒收，已拍照"), []),
        (replace(PUBLISHED, why_not=""), ["service-proved"]),
        (replace(PUBLISHED, sent_on=None), ["notice-run-out"]),
        (replace(PUBLISHED, sent_on=date(2017, 2, 10)), ["notice-run-out"]),
        (replace(PUBLISHED, sent_on=date(2017, 2, 9)), []),
    ],
)
def test_service_needs_a_day_a_party_and_for_public_notice_its_sixty_days(
    act: ServiceAttempted, guards: list[str]
) -> None:
    assert names(act, noticed()) == guards


def test_since_2022_public_notice_takes_thirty_days() -> None:
    notice = replace(PUBLISHED, sent_on=date(2022, 3, 1))
    late = date(2022, 5, 1)
    assert names(replace(notice, served_on=date(2022, 3, 30)), noticed(), late) == ["notice-run-out"]
    assert names(replace(notice, served_on=date(2022, 3, 31)), noticed(), late) == []


@pytest.mark.parametrize(
    "document", [ServedDocument.NOTICE, ServedDocument.NOTICE_AND_ORDER, ServedDocument.REPORT_ORDER]
)
def test_what_was_not_issued_is_not_served(document: ServedDocument) -> None:
    assert names(replace(SERVED, document=document), assigned()) == ["document-exists"]


def test_a_talk_is_with_an_applicant() -> None:
    talk = ApplicantContacted(party=APPLICANT, channel=Channel.PHONE, content="告知进展")
    assert names(talk, assigned()) == []
    assert names(replace(talk, party=DEBTOR), assigned()) == ["talks-to-applicant"]


def test_the_day_of_assignment_is_not_counted() -> None:
    assert (duty("order-property-report", build(assigned())).due, ASSIGNED) == (
        date(2017, 3, 9),
        date(2017, 3, 6),
    )
