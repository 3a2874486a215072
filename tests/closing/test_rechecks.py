"""The half-yearly inquiry goes out by itself: when, about whom, once, what cannot and why; killed in the middle it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.test.utils import override_settings

from tests.assets.processes import address, held, kill_when_it_waits
from tests.cases.court import ELSEWHERE, Court, court
from tests.cast import resident_number
from tests.closing.court import enter, terminated
from tests.people.factor import make_strong
from tests.record.builder import Did
from zhixing.assets.institutions import Institution
from zhixing.assets.models import NetworkRequest
from zhixing.assets.network.sending import SYSTEM
from zhixing.closing.acts import (
    RecheckResult,
    ResumedInNewCase,
    ResumptionGround,
    RoundAskedAgain,
    RoundRechecked,
)
from zhixing.closing.asking_again import Night, ask_again_everywhere, unasked, why_not
from zhixing.law.identities import IdentityKind
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyIdentity, PartyKind
from zhixing.parties.register import NewParty, Paper, enter_party
from zhixing.people.models import Officer
from zhixing.record import door, outbox, scope
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Entry
from zhixing.record.duties import Duty, Standing, duties

# The round ended on 2017-06-05.
DUE, AFTER = date(2017, 12, 5), date(2017, 12, 6)
JOINED = Did(PartyJoined(party=13, role=Role.DEBTOR), date(2017, 7, 3))  # the third of the court's parties
TOLD = RoundRechecked(result=RecheckResult.NONE, told_applicant=True)


@pytest.fixture
def here(db: None) -> Iterator[Court]:
    with override_settings(ZHIXING_TODAY=DUE.isoformat()):
        yield court(officers=3)


def numbered(here: Court, party: int, tail: int = 2) -> None:
    """Give a party an identity number."""
    papers = [Paper(IdentityKind.RESIDENT, resident_number(tail))]
    known = enter_party(here.code, NewParty(name="乙某", kind=PartyKind.NATURAL, papers=papers))
    PartyIdentity.objects.filter(party=known).update(party=party)


def night_of(day: date) -> Night:
    """One run of the nightly job."""
    with override_settings(ZHIXING_TODAY=day.isoformat()):
        return ask_again_everywhere(day)


def told_on(here: Court, number: int, day: date) -> Entry[Act]:
    """An officer records an inquiry, or tells the result of one."""
    with override_settings(ZHIXING_TODAY=day.isoformat()):
        return door.enter(number, TOLD, here.by(), on=day)


def reasons(number: int) -> list[str]:
    dossier = door.read(number)
    missing = unasked(dossier, DUE)
    assert missing is not None
    return [str(each) for each in why_not(dossier, missing, DUE)]


def ready(here: Court) -> int:
    """A terminated round whose debtor can be asked about."""
    number = terminated(here)
    numbered(here, here.parties[1])
    return number


def of(number: int, name: str = "recheck-terminated-round") -> list[Duty]:
    return [each for each in duties(installed().duties, door.read(number)) if each.rule.name == name]


def sent(number: int) -> list[RoundAskedAgain]:
    return [each.act for each in door.read(number).of(RoundAskedAgain)]


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2017, 11, 27), None),
        (date(2017, 11, 28), Standing.MET),
        (date(2017, 12, 4), Standing.MET),
        (DUE, Standing.MET),
        (AFTER, Standing.LATE),
    ],
)
def test_it_goes_out_from_seven_days_before_the_last_day_on(
    here: Court, day: date, standing: Standing | None
) -> None:
    number = ready(here)
    night = night_of(day)
    assert (night.sent, night.left) == (int(standing is not None), 0)
    first, second = of(number)[:2]
    assert first.standing(day) is (standing or Standing.OPEN)
    assert second.met_by is None
    assert len(sent(number)) == night.sent


def test_every_institution_is_asked_once_however_often_the_job_runs(here: Court) -> None:
    number = ready(here)
    for _ in range(3):
        night_of(DUE)
    outbox.work()
    outbox.work()
    assert sent(number) == [RoundAskedAgain(debtors=(here.parties[1],), due=DUE)]
    asked = NetworkRequest.objects.filter(dossier_id=number).values_list("institution", "state")
    assert sorted(asked) == sorted((each.value, "queued") for each in Institution)
    again = RoundAskedAgain(debtors=(here.parties[1],), due=DUE)
    with pytest.raises(door.Refused) as refused:
        door.enter(number, again, SYSTEM, on=DUE)
    assert [each.guard for each in refused.value.refusals] == ["asked-in-its-turn"]


def test_only_the_platform_enters_it(here: Court) -> None:
    number = ready(here)
    with pytest.raises(door.Refused):
        door.enter(number, RoundAskedAgain(debtors=(here.parties[1],), due=DUE), here.by(), on=DUE)


def test_who_has_no_number_is_named_as_the_reason_until_it_is_there(here: Court) -> None:
    number = terminated(here)
    night = night_of(DUE)
    assert (night.sent, night.left, sent(number)) == (0, 1, [])
    assert reasons(number) == ["1 名被执行人没有登记证件号码，请在当事人页补录"]
    numbered(here, here.parties[1])
    assert reasons(number) == ["今夜自动发出"]
    assert night_of(AFTER).sent == 1
    assert of(number)[0].standing(AFTER) is Standing.LATE


def test_of_two_debtors_the_known_is_asked_about_and_the_half_year_stays_open(here: Court) -> None:
    number = ready(here)
    enter(here, number, [JOINED])
    night = night_of(DUE)
    assert (night.sent, night.left) == (1, 1)
    assert of(number)[0].met_by is None
    assert night_of(DUE).sent == 0
    # Asked about on paper, the other is told of together with what came: that ends the half year.
    entry = told_on(here, number, DUE)
    met = of(number)[0].met_by
    assert met is not None and met.seq == entry.seq


def test_the_other_is_asked_about_once_the_number_is_known(here: Court) -> None:
    number = ready(here)
    other = here.parties[2]
    enter(here, number, [JOINED])
    night_of(DUE)
    numbered(here, other, 3)
    night = night_of(AFTER)
    assert (night.sent, night.left) == (1, 0)
    assert [each.debtors for each in sent(number)] == [(here.parties[1],), (other,)]
    assert of(number)[0].standing(AFTER) is Standing.LATE


def test_the_result_is_told_and_is_no_inquiry_of_the_next_half_year(here: Court) -> None:
    number = ready(here)
    night_of(DUE)
    (telling,) = of(number, "tell-recheck-result")
    last = date(2017, 12, 15)
    days = [last - timedelta(days=1), last, last + timedelta(days=1)]
    assert [telling.standing(day) for day in days] == [Standing.OPEN, Standing.OPEN, Standing.OVERDUE]
    told_on(here, number, AFTER)
    (telling,) = of(number, "tell-recheck-result")
    assert telling.standing(AFTER) is Standing.MET
    assert of(number)[1].met_by is None
    assert night_of(date(2018, 6, 4)).sent == 1
    assert [each.due for each in sent(number)] == [DUE, date(2018, 6, 5)]


def test_half_years_missed_are_made_up_for_by_one_inquiry(here: Court) -> None:
    number, day = ready(here), date(2019, 7, 1)
    assert night_of(day).sent == 1
    assert night_of(day).sent == 0
    assert [each.standing(day) for each in of(number)[:5]] == [Standing.LATE] * 4 + [Standing.OPEN]


def test_an_officers_inquiry_counts_for_the_half_year_whose_end_is_nearest(here: Court) -> None:
    number = ready(here)
    told_on(here, number, DUE)
    assert night_of(DUE).sent == 0
    told_on(here, number, date(2018, 3, 4))
    assert of(number)[1].met_by is None
    told_on(here, number, date(2018, 3, 6))
    assert of(number)[1].met_by is not None


def test_nothing_goes_out_once_the_case_goes_on_elsewhere(here: Court) -> None:
    number = ready(here)
    resumed = ResumedInNewCase(case=2, ground=ResumptionGround.PROPERTY_FOUND)
    door.enter(number, resumed, SYSTEM, on=date(2017, 9, 1))
    night = night_of(DUE)
    assert (night.sent, night.left) == (0, 0)


def desk(officer: int) -> str:
    client = Client()
    client.force_login(Officer.objects.get(pk=officer))
    make_strong(client)
    seen = scope.seen()
    told = client.get("/network/rechecks/").content.decode()
    scope.see(seen)
    return told


def test_the_desk_shows_what_went_out_and_what_could_not_to_its_own_court(here: Court) -> None:
    gone, left = ready(here), terminated(here)
    enter(here, left, [JOINED])
    elsewhere = court(ELSEWHERE, officers=1)
    night_of(DUE)
    outbox.work()
    told = desk(here.officers[0])
    assert "1 名被执行人没有登记证件号码" in told
    assert f"/cases/{gone}/inquiries/" in told and f"/cases/{left}/inquiries/" in told
    assert '<td class="num" data-label="待反馈">8</td>' in told
    other = desk(elsewhere.officers[0])
    assert "/inquiries/" not in other and "到期的都已发出" in other


def test_killed_in_the_middle_it_goes_on_where_it_was(committed: None) -> None:
    with override_settings(ZHIXING_TODAY=DUE.isoformat()):
        here = court(officers=3)
        numbers = [terminated(here) for _ in range(3)]
        numbered(here, here.parties[1])
        environment = {**os.environ, "DATABASE_URL": address(), "ZHIXING_TODAY": DUE.isoformat()}
        command = [sys.executable, "-m", "zhixing.cli", "network", "recheck"]
        with held(f"SELECT 1 FROM record_dossier WHERE id = {numbers[1]} FOR UPDATE"):
            kill_when_it_waits(subprocess.Popen(command, env=environment))
        assert [len(sent(each)) for each in numbers] == [1, 0, 0]
        for _ in range(2):
            assert subprocess.Popen(command, env=environment).wait() == 0
        assert [len(sent(each)) for each in numbers] == [1, 1, 1]
        outbox.work()
        assert NetworkRequest.objects.count() == 3 * len(Institution)
