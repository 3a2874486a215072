"""The page of one preservation and the row of its property: each act where a person needs it, only while it can be, filled in."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings

from tests.assets.test_line_and_sealing import find_car, order, sealing
from tests.assets.test_property_pages import signed_in
from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from tests.preservation.cast import SUM, applied, held, ruled
from zhixing.assets.acts.control import Rank
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.cli import main
from zhixing.closing.acts import PreservationClosed, PreservationOutcome
from zhixing.preservation.acts import (
    PreservationReviewAsked,
    ReleaseAsked,
    SubstitutionAsked,
    SubstitutionDeclined,
)
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
Said = dict[str, list[str]]


@pytest.fixture(autouse=True)
def started() -> None:
    begin()


def offered(path: str, seat: str = "judge", court: str = COURT) -> dict[str, list[Said]]:
    """The acts that a page leads to: tag → what each link fills in."""
    answer = signed_in(seat, court).get(path)
    see(EVERY_COURT)  # as before the page, which saw the officer's court alone
    assert answer.status_code == 200, path
    found: dict[str, list[Said]] = {}
    for link in re.findall(r'href="(/cases/\d+/acts/[^"]+)"', answer.content.decode()):
        parts = urlsplit(unescape(link))
        said = {key: value for key, value in parse_qs(parts.query).items() if key != "back"}
        found.setdefault(parts.path.split("/")[4], []).append(said)
    return found


def preservation(number: int, seat: str = "judge") -> dict[str, list[Said]]:
    return offered(f"/cases/{number}/preservation/", seat)


def things(number: int, seat: str = "judge") -> dict[str, list[Said]]:
    return offered(f"/cases/{number}/property/", seat)


def enter(number: int, act: Act, seat: str = "clerk") -> int:
    return door.enter(number, act, who(seat), on=TODAY).seq


def test_after_the_ruling_the_page_leads_on_and_no_more_to_it() -> None:
    case = ruled()
    found = preservation(case)
    assert {
        "preservation.suit_filed",
        "preservation.result_told",
        "preservation.reconsideration_asked",
    } <= set(found)
    assert found["preservation.suit_filed"][0]["filed_on"] == [TODAY.isoformat()]
    assert len(found["preservation.result_told"][0]["to"]) == 2
    assert found["preservation.result_told"][0]["nothing_found"] == ["on"]
    for gone in ("ruled", "security_asked", "network_search_asked", "institution_told", "release_asked"):
        assert f"preservation.{gone}" not in found
    assert "preservation.more_security_asked" not in found  # nothing is held that could do harm


def test_what_is_held_may_be_asked_to_be_lifted_and_more_security_be_asked_for() -> None:
    case, _ = held()
    found = preservation(case)
    assert {"preservation.release_asked", "preservation.more_security_asked"} <= set(found)
    assert "preservation.more_security_asked" not in preservation(case, "clerk")  # a judge's


def test_a_request_is_answered_where_it_stands_and_once() -> None:
    case, control = held()
    debtor = applied(case).against[0]
    review = enter(case, PreservationReviewAsked(by=debtor, served_on=TODAY, reason="数额过高"))
    lift = enter(case, ReleaseAsked(by=debtor, reason="已经付清"))
    found = preservation(case)
    decided = found["preservation.reconsideration_decided"]
    assert [(each["request"], each["outcome"]) for each in decided] == [
        ([str(review)], [outcome]) for outcome in ("upheld", "changed", "revoked")
    ]
    assert [each.get("amount") for each in decided] == [None, None, ["0"]]
    assert found["preservation.release_declined"] == [{"request": [str(lift)]}]
    assert found["preservation.reconsideration_asked"] == [{"by": [str(applied(case).by)]}]
    assert "assets.control_released" not in found  # the officer in charge lifts it, not the judge
    lifted = preservation(case, "officer1")["assets.control_released"]
    assert (lifted[0]["control"], lifted[0]["ground"], lifted[0]["reason"]) == (
        [str(control)],
        ["preservation"],
        ["已经付清"],
    )


def test_another_thing_is_offered_from_the_row_of_what_is_held() -> None:
    case, control = held()
    debtor = applied(case).against[0]
    assert "preservation.substitution_asked" not in things(case)
    machine = enter(
        case,
        PropertyFound(owner=debtor, kind=PropertyKind.MACHINERY, name="机床", value=SUM),
        "officer1",
    )
    (said,) = things(case)["preservation.substitution_asked"]
    assert said == {"by": [str(debtor)], "control": [str(control)], "property": [str(machine)]}
    ask = SubstitutionAsked(by=debtor, control=control, property=machine, reason="车辆为经营所需")
    request = enter(case, ask)
    found = preservation(case)
    (granted,) = found["preservation.substitution_ruled"]
    assert granted == {"request": [str(request)], "control": [str(control)], "property": [str(machine)]}
    step = door.Step(
        act=SubstitutionDeclined(request=request, reason="不便"),
        by=who("judge"),
        approved_by=who("vice"),
        on=TODAY,
    )
    door.enter_all(case, [step])
    assert "preservation.substitution_ruled" not in preservation(case)


def test_the_row_leads_to_own_sale_objection_and_the_network() -> None:
    case, control = held()
    found = things(case, "officer1")
    assert found["assets.own_sale_allowed"][0]["control"] == [str(control)]
    assert found["assets.control_requested"] == [{"measure": [str(control)], "institution": ["vehicles"]}]
    assert things(case, "filing")["cases.objection_raised"][0]["against"] == [str(control)]
    assert "assets.own_sale_allowed" not in things(case, "filing")


def test_what_no_suit_followed_is_lifted_from_its_row_and_goes_on_after_closing() -> None:
    case, control = held()
    done = PreservationClosed(reason="保全事项已实施", outcome=PreservationOutcome.DONE)
    assert preservation(case, "officer1")["closing.preservation_closed"] == [{"outcome": ["done"]}]
    door.enter(case, done, who("officer1"), on=TODAY)
    found = things(case, "officer1")
    assert {"assets.control_renewed", "assets.control_released", "assets.own_sale_allowed"} <= set(found)
    assert "closing.preservation_closed" not in preservation(case, "officer1")
    settings.ZHIXING_TODAY = (TODAY + timedelta(days=40)).isoformat()
    lifted = things(case, "officer1")["assets.control_released"]
    assert [each["control"] for each in lifted] == [[str(control)]]  # once, with the reason
    assert "没有起诉" in lifted[0]["reason"][0]


def test_who_waits_behind_a_preservation_of_a_year_is_led_to_ask_for_it() -> None:
    held()
    there = assigned(OTHER_COURT)
    order(there, OTHER_COURT, sealing(find_car(there, OTHER_COURT), Rank.WAITING))
    path = f"/cases/{there}/property/"
    year = TODAY.replace(year=TODAY.year + 1)
    for day, there_yet in ((year, False), (year + timedelta(days=1), True)):
        settings.ZHIXING_TODAY = day.isoformat()
        asked = offered(path, "officer1", OTHER_COURT).get("assets.disposal_right_requested", [])
        assert bool(asked) is there_yet
    assert asked[0]["because"] == ["preserved"] and asked[0]["held_since"] == [TODAY.isoformat()]
    assert "云阳县人民法院" in asked[0]["holder"][0]


def test_the_desk_and_the_case_lead_to_the_page_which_another_court_does_not_see() -> None:
    case, _ = held()
    debtor = applied(case).against[0]
    request = enter(case, ReleaseAsked(by=debtor, reason="已经付清"))
    desk = signed_in("judge").get("/preservation/?show=release").content.decode()
    assert f"/cases/{case}/preservation/#request-{request}" in desk
    assert f"/cases/{case}/preservation/" in signed_in("judge").get(f"/cases/{case}/").content.decode()
    assert signed_in("judge", OTHER_COURT).get(f"/cases/{case}/preservation/").status_code == 404
    see(EVERY_COURT)
    plain = assigned()
    assert signed_in("judge").get(f"/cases/{plain}/preservation/").status_code == 404


def test_the_command_line_tells_what_is_ruled_held_and_due(capsys: pytest.CaptureFixture[str]) -> None:
    case, _ = held()
    assert main(["case", "show", str(case)]) == 0
    told = capsys.readouterr().out
    assert "裁定保全 50,000.00 元，在控 30,000.00 元" in told
    assert "2017-07-17" in told and "三十日内起诉或者申请仲裁" in told
