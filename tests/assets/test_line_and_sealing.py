"""Through the door and the pages: identifiers stand sealed, the line goes across courts, and moves up when a control ends."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from tests.people.factor import make_strong
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    Manner,
    Rank,
    ReleaseGround,
    WaitingTookEffect,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.deliveries import after_lapses
from zhixing.assets.facts import line_of
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import AssetRow, ControlRow
from zhixing.assets.questions.control import holds, in_force
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.models import Officer
from zhixing.record import door, outbox, sealed
from zhixing.record.act import Act
from zhixing.record.models import SealedText
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
VIN = "LSV-509999-0001"


def debtor_of(number: int) -> int:
    return parties_of(door.read(number), Role.DEBTOR, TODAY)[0].party


def find_car(number: int, court: str) -> int:
    """Enter the same vehicle in a case; the entry's number."""
    act = PropertyFound(
        owner=debtor_of(number),
        kind=PropertyKind.VEHICLE,
        name="小型轿车",
        identifier=sealed.seal(court, VIN),
        value=3_000_000,
    )
    return door.enter(number, act, who("officer1", court), on=TODAY).seq


def order(number: int, court: str, act: Act, on: date = TODAY) -> int:
    """Propose and approve; the entry's number."""
    proposal = door.propose(number, door.Step(act=act, by=who("officer1", court), on=on))
    approver = "director" if isinstance(act, ControlReleased) else "judge"
    return door.approve(number, proposal.seq, who(approver, court), on=on).seq


def sealing(car: int, rank: Rank = Rank.FIRST) -> Controlled:
    until = date(2019, 6, 15) if rank is Rank.FIRST else None
    return Controlled(property=car, manner=Manner.SEALED, rank=rank, until=until, amount=3_000_000)


def two_cases() -> tuple[tuple[int, int], tuple[int, int]]:
    """The same vehicle in a case of each of two courts: (case, car), first held in the first court."""
    begin()
    here, there = assigned(COURT), assigned(OTHER_COURT)
    return (here, find_car(here, COURT)), (there, find_car(there, OTHER_COURT))


def test_the_same_identifier_is_one_thing_in_every_writing_and_court() -> None:
    begin()
    assert sealed.seal(COURT, "渝F·12345") == sealed.seal(OTHER_COURT, " 渝Ｆ·12 345")
    token = sealed.token("渝F12346")
    assert token not in ("渝F12346", sealed.token("渝F12345"))
    assert sealed.seal(COURT, token) == token
    kept = sealed.seal(COURT, "渝F12346")
    assert sealed.unsealed(COURT, [kept]) == {kept: "渝F12346"}
    assert sealed.unsealed(OTHER_COURT, [kept]) == {}
    assert "12346" not in sealed.masked(COURT, [kept])[kept]


def test_a_court_sees_its_own_sealed_identifiers_alone() -> None:
    begin()
    sealed.seal(COURT, VIN)
    see([OTHER_COURT])
    assert not SealedText.objects.exists()


def test_no_number_stands_in_the_record_or_its_tables() -> None:
    (here, _), _ = two_cases()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(encode(body, 'escape'), '') FROM record_act WHERE dossier_id = %s", [here]
        )
        (bodies,) = cursor.fetchone()
    assert "0001" not in bodies.split("assets.property_found")[1]
    assert AssetRow.objects.get(dossier_id=here).token == sealed.token(VIN)


def test_a_second_court_waits_in_line_and_moves_up_when_the_first_releases() -> None:
    (here, car), (there, same) = two_cases()
    first = order(here, COURT, sealing(car))
    with pytest.raises(door.Refused) as refused:
        order(there, OTHER_COURT, sealing(same))
    assert [each.guard for each in refused.value.refusals] == ["rank-fits"]
    assert "渝0235" in str(refused.value.refusals[0].facts)
    waiting = order(there, OTHER_COURT, sealing(same, Rank.WAITING))
    assert [(each.dossier, each.waits) for each in line_of(sealed.token(VIN))] == [
        (here, False),
        (there, True),
    ]
    assert in_force(door.read(there), same, TODAY) is None
    release = ControlReleased(control=first, ground=ReleaseGround.SETTLED, reason="债务已清偿")
    order(here, COURT, release)
    outbox.work()
    outbox.work()
    effects = door.read(there).of(WaitingTookEffect)
    assert [(each.act.control, each.on) for each in effects] == [(waiting, TODAY)]
    held = in_force(door.read(there), same, TODAY)
    assert held is not None
    assert held.until == date(2019, 6, 15)
    row = ControlRow.objects.get(dossier_id=there)
    assert row.in_force_since == TODAY


def test_the_line_moves_up_when_a_control_lapses() -> None:
    (here, car), (there, same) = two_cases()
    order(here, COURT, sealing(car))
    order(there, OTHER_COURT, sealing(same, Rank.WAITING))
    assert after_lapses(date(2019, 6, 15)) == 0
    with override_settings(ZHIXING_TODAY="2019-06-16"):
        assert after_lapses(date(2019, 6, 16)) == 1
        assert after_lapses(date(2019, 6, 16)) == 0
    assert holds(door.read(there), date(2019, 6, 16))[0].in_force(date(2019, 6, 16))


def test_what_is_typed_on_the_page_is_sealed() -> None:
    begin()
    number = assigned()
    client = Client()
    client.force_login(Officer.objects.get(pk=who("officer1").id))
    make_strong(client)
    said = {
        "owner": str(debtor_of(number)),
        "kind": "vehicle",
        "name": "小型轿车",
        "identifier": VIN,
        "value": "30000",
        "found_by": "on_site",
        "on": TODAY.isoformat(),
    }
    page = f"/cases/{number}/acts/assets.property_found/"
    tried = client.post(f"{page}?dry=1", said)
    assert tried.status_code == 200
    see(EVERY_COURT)
    assert not SealedText.objects.exists()
    answered = client.post(page, said)
    assert answered.status_code == 302
    see(EVERY_COURT)
    entry = door.read(number).of(PropertyFound)[0]
    assert entry.act.identifier == sealed.token(VIN)
    shown = client.get(f"/cases/{number}/").content.decode()
    see(EVERY_COURT)
    assert VIN not in shown
    assert sealed.masked(COURT, [sealed.token(VIN)])[sealed.token(VIN)] in shown
