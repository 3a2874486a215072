"""What the case page offers: an act that must name an entry of the dossier only once there is one; until then it says which."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast
from zhixing.assets.acts.auction import PropertySold
from zhixing.assets.acts.clues import ClueProvided, ClueSource, ClueVerified
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.rule import Refusal


@pytest.fixture
def case(db: None) -> int:
    """A case just given to its officer."""
    cast.begin()
    return cast.assigned()


def against(case: int, act: type[Act]) -> list[Refusal]:
    return door.standing_refusals(door.read(case), installed().rule(act), cast.who("officer1"), cast.TODAY)


def test_an_act_is_offered_only_once_there_is_what_it_must_name(case: int) -> None:
    (refusal,) = against(case, ClueVerified)
    assert (refusal.guard, refusal.opens) == ("something-to-name", (ClueProvided,))
    assert str(refusal.facts) == "本卷中没有：收到财产线索"
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, cast.TODAY))
    clue = ClueProvided(debtor=debtor, content="城郊有厂房一处", source=ClueSource.COURT)
    door.enter(case, clue, cast.who("filing"), on=cast.TODAY)
    assert against(case, ClueVerified) == []


def test_in_a_case_without_property_nothing_can_be_sold(case: int) -> None:
    assert any(each.guard == "something-to-name" for each in against(case, PropertySold))
    client = Client()
    client.force_login(Officer.objects.get(username="0235.officer1"))
    page = client.get(f"/cases/{case}/").content.decode()
    offered = page.split("还不可以办", 1)[0]
    assert f"/cases/{case}/acts/{PropertySold.tag()}/" not in offered
    assert f"/cases/{case}/acts/assets.property_found/" in offered
