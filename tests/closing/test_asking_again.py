"""After a round ended property is asked about again every half year: the page says by when, what was asked since, what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.test.utils import override_settings

from tests.cases.court import Court, court
from tests.cast import resident_number
from tests.closing.court import terminated
from tests.people.factor import make_strong
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.inquiry import AnswerStatus, InquiryAnswered, InquirySent, RecheckResult
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.network.sending import SYSTEM
from zhixing.closing.acts import RoundRechecked
from zhixing.law.identities import IdentityKind
from zhixing.parties.models import PartyIdentity, PartyKind
from zhixing.parties.register import NewParty, Paper, enter_party
from zhixing.people.models import Officer
from zhixing.record import door, scope

pytestmark = pytest.mark.django_db
ON = date(2017, 12, 1)


@pytest.fixture
def here() -> Iterator[Court]:
    """A court whose clock stands four days before the first half year is over."""
    with override_settings(ZHIXING_TODAY=ON.isoformat()):
        yield court(officers=3)


def page(here: Court, number: int) -> str:
    client = Client()
    client.force_login(Officer.objects.get(pk=here.officers[0]))
    make_strong(client)
    told = client.get(f"/cases/{number}/inquiries/").content.decode()
    scope.see([here.code])
    return told


def test_the_page_leads_from_the_half_years_inquiry_to_its_result(here: Court) -> None:
    number = terminated(here)
    told = page(here, number)
    assert "终本后每六个月查询财产" in told and "2017-12-05" in told
    assert "closing.round_rechecked" not in told  # nobody was asked yet
    debtor = here.parties[1]
    papers = [Paper(IdentityKind.RESIDENT, resident_number(2))]
    known = enter_party(here.code, NewParty(name="乙某", kind=PartyKind.NATURAL, papers=papers))
    PartyIdentity.objects.filter(party=known).update(party=debtor)
    inquiry = door.enter(number, InquirySent(debtors=(debtor,)), here.by(), on=ON).seq
    found = PropertyFound(
        owner=debtor,
        kind=PropertyKind.BANK_DEPOSIT,
        name="江畔银行存款",
        found_by=FoundBy.NETWORK,
        source=inquiry,
    )
    answer = InquiryAnswered(
        inquiry=inquiry,
        debtor=debtor,
        institution=Institution.BANKS,
        status=AnswerStatus.COMPLETE,
        found=1,
    )
    door.enter_all(number, [door.Step(act=each, by=SYSTEM, on=ON) for each in (found, answer)])
    told = page(here, number)
    assert "2017-12-01 已发起查询，收到 1 份完整反馈，新查明 1 项" in told
    assert "closing.round_rechecked/?result=found&amp;found=" in told
    done = RoundRechecked(result=RecheckResult.FOUND, found="江畔银行存款", told_applicant=True)
    door.enter(number, done, here.by(), on=ON)
    told = page(here, number)
    assert "2018-06-05" in told and "已办 1 次" in told
    assert "closing.round_rechecked" not in told  # the next half year begins with another inquiry
