"""Settlement during enforcement: who signs, how long it stands, when the title is enforced again."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, begun, duty, guards, standings, then
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER
from tests.record.builder import Did
from zhixing.cases.acts.settlement import (
    Instalment,
    SettlementBroken,
    SettlementPerformed,
    SettlementRecorded,
)
from zhixing.cases.questions.settlement import SettlementState, settlement
from zhixing.parties.acts import AgentAppointed, AgentKind
from zhixing.record.duties import Standing

AGREED = SettlementRecorded(
    parties=(APPLICANT, DEBTOR),
    terms="分两期付清",
    instalments=(Instalment(date(2017, 5, 1), 100), Instalment(date(2017, 6, 1), 100)),
)
BROKEN = SettlementBroken(by=APPLICANT, reason="第一期未付")


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (AGREED, []),
        (replace(AGREED, parties=(APPLICANT,)), ["both-sides-signed"]),
        (replace(AGREED, instalments=()), ["terms-have-an-end"]),
        (replace(AGREED, instalments=(), last_day=date(2017, 6, 1)), []),
        (replace(AGREED, agents=(OTHER,)), ["agents-specially-authorised"]),
    ],
)
def test_a_settlement_is_signed_by_both_sides_and_has_an_end(
    act: SettlementRecorded, names: list[str]
) -> None:
    assert guards(begun(), act) == names


@pytest.mark.parametrize(("special", "names"), [(False, ["agents-specially-authorised"]), (True, [])])
def test_an_agent_settles_only_with_special_authority(special: bool, names: list[str]) -> None:
    agent = AgentAppointed(party=APPLICANT, agent=OTHER, kind=AgentKind.LAWYER, special_authority=special)
    dossier = then(begun(), Did(agent, date(2017, 4, 1), KNOWN))
    assert guards(dossier, replace(AGREED, agents=(OTHER,))) == names


def test_without_a_settlement_nothing_is_performed_or_broken() -> None:
    assert guards(begun(), BROKEN) == ["settlement-standing"]
    assert guards(begun(), SettlementPerformed(confirmed_by=APPLICANT)) == ["settlement-standing"]
    assert settlement(begun(), DAY)[0] is SettlementState.NONE


def test_a_settlement_performed_in_full_is_not_enforced_again() -> None:
    dossier = then(begun(), Did(AGREED, DAY))
    assert guards(dossier, SettlementPerformed(confirmed_by=DEBTOR), date(2017, 6, 1)) == [
        "confirmed-by-applicant"
    ]
    kept = then(dossier, Did(SettlementPerformed(confirmed_by=APPLICANT), date(2017, 6, 1)))
    assert settlement(kept, date(2017, 5, 31))[0] is SettlementState.STANDING
    assert settlement(kept, date(2017, 6, 1))[0] is SettlementState.PERFORMED
    assert guards(kept, BROKEN, date(2017, 6, 2)) == ["settlement-not-performed", "settlement-standing"]


@pytest.mark.parametrize(
    ("act", "on", "names"),
    [
        (BROKEN, date(2017, 5, 1), ["settlement-due"]),
        (BROKEN, date(2017, 5, 2), []),
        (replace(BROKEN, refused=True), date(2017, 4, 20), []),
        (replace(BROKEN, deceived=True), date(2017, 4, 20), []),
        (replace(BROKEN, by=DEBTOR, deceived=True), date(2017, 4, 20), ["broken-for-a-party"]),
        (replace(BROKEN, by=OTHER), date(2017, 5, 2), ["broken-for-a-party"]),
    ],
)
def test_a_settlement_is_broken_once_an_instalment_is_overdue(
    act: SettlementBroken, on: date, names: list[str]
) -> None:
    assert guards(then(begun(), Did(AGREED, DAY)), act, on) == names


def test_a_settlement_broken_stays_broken_until_there_is_another() -> None:
    broken = then(begun(), Did(AGREED, DAY), Did(BROKEN, date(2017, 5, 2)))
    assert settlement(broken, date(2017, 5, 2))[0] is SettlementState.BROKEN
    again = then(broken, Did(replace(AGREED, terms="再宽限一月"), date(2017, 5, 20)))
    assert settlement(again, date(2017, 5, 20))[0] is SettlementState.STANDING


def test_two_years_to_apply_run_from_the_last_instalment() -> None:
    dossier = then(begun(), Did(AGREED, DAY))
    assert duty("apply-after-settlement", dossier).due == date(2019, 6, 3)  # 1 June 2019 is a Saturday
    assert standings("apply-after-settlement", dossier, date(2019, 6, 3), date(2019, 6, 4)) == [
        Standing.RUNNING,
        Standing.LAPSED,
    ]
    broken = then(dossier, Did(BROKEN, date(2017, 5, 2)))
    assert standings("apply-after-settlement", broken, date(2017, 5, 2)) == [Standing.EXERCISED]


def test_a_further_settlement_moves_the_two_years() -> None:
    later = replace(AGREED, instalments=(Instalment(date(2017, 9, 1), 200),))
    dossier = then(begun(), Did(AGREED, DAY), Did(later, date(2017, 5, 20)))
    assert duty("apply-after-settlement", dossier).due == date(2019, 9, 2)  # 1 September 2019 is a Sunday
