"""The pages of property: what is held beside the debt, what is known of a debtor in the district, what must be renewed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.assets.test_line_and_sealing import VIN, order, sealing, two_cases
from tests.cast import COURT, TODAY, who
from tests.people.factor import make_strong
from zhixing.assets.acts.control import Controlled, Rank
from zhixing.assets.acts.found import PropertyFound, Told
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.renewal import Urgency, begin_by, urgency
from zhixing.assets.renewal_plan import plan
from zhixing.people.models import Officer
from zhixing.record import door, sealed
from zhixing.record.questions import pending
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


def signed_in(seat: str = "officer1", court: str = COURT) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(pk=who(seat, court).id))
    make_strong(client)
    return client


def test_the_page_shows_what_is_held_and_who_waits_behind_and_no_number() -> None:
    (here, car), (there, same) = two_cases()
    order(here, COURT, sealing(car))
    order(there, "渝0236", sealing(same, Rank.WAITING))
    shown = signed_in().get(f"/cases/{here}/property/").content.decode()
    assert "查封至 2019-06-15" in shown
    assert "轮候" in shown
    assert VIN not in shown
    behind = signed_in("officer1", "渝0236").get(f"/cases/{there}/property/").content.decode()
    assert "轮候中" in behind
    assert "在先控制" in behind


def test_a_debtors_page_tells_of_the_other_court_without_opening_its_case() -> None:
    (here, car), (there, same) = two_cases()
    order(here, COURT, sealing(car))
    order(there, "渝0236", sealing(same, Rank.WAITING))
    owner = door.read(here).of(PropertyFound)[0].act.owner
    shown = signed_in().get(f"/parties/{owner}/property/").content.decode()
    assert shown.count("小型轿车") == 1
    assert "渝0236执" in shown
    assert f"/cases/{here}/property/" in shown
    assert f"/cases/{there}/" not in shown


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2017, 6, 15), Urgency.LATER),
        (date(2019, 4, 20), Urgency.SOON),
        (date(2019, 5, 16), Urgency.NOW),
        (date(2019, 6, 15), Urgency.NOW),
        (date(2019, 6, 16), Urgency.LAPSED),
    ],
)
def test_the_plan_says_when_a_renewal_is_pressing(today: date, stands: Urgency) -> None:
    (here, car), _ = two_cases()
    order(here, COURT, sealing(car))
    see(EVERY_COURT)
    found = plan(today)
    assert {each for each, count in found.counts.items() if count} == {stands}
    assert [row.dossier_id for row in found.rows] == ([] if stands is Urgency.LATER else [here])
    row = ControlRow.objects.get(dossier_id=here)
    assert row.until is not None
    assert urgency(begin_by(PropertyKind(row.kind), row.amount, row.until), row.until, today) is stands


def test_the_renewal_page_names_the_control_and_its_forms() -> None:
    (here, car), _ = two_cases()
    seq = order(here, COURT, sealing(car))
    ControlRow.objects.filter(dossier_id=here).update(until=TODAY)
    shown = signed_in().get("/renewals/").content.decode()
    assert f"/cases/{here}/acts/assets.control_renewed/?control={seq}" in shown


def test_national_fields_typed_on_the_form_are_kept_and_what_identifies_is_sealed() -> None:
    (here, _), _ = two_cases()
    owner = door.read(here).of(PropertyFound)[0].act.owner
    said = {
        "owner": str(owner),
        "kind": "vehicle",
        "name": "货车",
        "on": TODAY.isoformat(),
        "details.0.code": "C_CLPP",
        "details.0.value": "江牌",
        "details.1.code": "C_FDJH",
        "details.1.value": "FD509999",
        "details.2.code": "C_CX",
        "details.2.value": "",
    }
    answered = signed_in().post(f"/cases/{here}/acts/assets.property_found/", said)
    assert answered.status_code == 302
    see(EVERY_COURT)
    act = door.read(here).of(PropertyFound)[-1].act
    assert act.details == (
        Told(code="C_CLPP", value="江牌"),
        Told(code="C_FDJH", value=sealed.token("FD509999")),
    )
    page = signed_in().get(f"/cases/{here}/").content.decode()
    assert "车辆品牌" in page or "江牌" in page
    assert "FD509999" not in page


def test_a_control_is_proposed_on_the_form_and_what_is_left_for_living_only_when_begun() -> None:
    (here, car), _ = two_cases()
    page = f"/cases/{here}/acts/assets.controlled/"
    said = {
        "property": str(car),
        "manner": "sealed",
        "rank": "first",
        "until": "2019-06-15",
        "amount": "30000",
        "on": TODAY.isoformat(),
        **dict.fromkeys(("living.people", "living.monthly", "living.months", "living.standard"), ""),
    }
    begun = signed_in().post(page, said | {"living.people": "2"})
    assert begun.status_code == 422
    assert "请填写“月数”" in begun.content.decode()
    assert signed_in().post(page, said).status_code == 302
    see(EVERY_COURT)
    (waiting,) = pending(door.read(here))
    assert isinstance(waiting.act, Controlled)
    assert waiting.act.living is None
