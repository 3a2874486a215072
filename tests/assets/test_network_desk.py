"""The desk of the network: what is parked is seen, judged again or dismissed with a reason; other courts see nothing of it."""

from __future__ import annotations

from pathlib import Path

import jsonschema_rs
import msgspec
import pytest
from django.conf import settings
from django.test import Client

from tests.assets.network import Near, ask, exchange, just_now
from tests.assets.test_network import account, answer_to, come_in, request_of
from tests.cast import assigned, begin
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.institutions import Institution
from zhixing.assets.models import NetworkAnswer
from zhixing.assets.network.intake import digest
from zhixing.assets.network.messages import MESSAGES, Finding
from zhixing.assets.network.quality import qualities
from zhixing.assets.network.schema import schema, written
from zhixing.assets.network.sending import send_due
from zhixing.assets.network.work import collect
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
KEPT = Path(__file__).parents[2] / "docs" / "network"


def signed_in(seat: str) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=seat))
    return client


@pytest.fixture
def case() -> int:
    """A case with one parked answer: its number was used before."""
    begin()
    number = assigned()
    ask(number, Institution.BANKS)
    asked = request_of(Institution.BANKS)
    come_in(answer_to(asked), answer_to(asked, account(asked)))
    return number


def test_what_is_parked_stands_on_the_desk_of_its_court_alone(case: int) -> None:
    assert "先后内容不同" in signed_in("0235.officer1").get("/network/").content.decode()
    assert "先后内容不同" not in signed_in("0236.officer1").get("/network/").content.decode()


def test_it_is_dismissed_only_with_a_reason_and_then_the_other_is_no_hindrance(case: int) -> None:
    parked = NetworkAnswer.objects.get(place="parked")
    officer = signed_in("0235.officer1")
    said = officer.post("/network/", {"dismiss": parked.pk, "why": " "}, follow=True).content.decode()
    assert "请写明不予采用的理由" in said
    officer.post("/network/", {"dismiss": parked.pk, "why": "银行来函说明作废"})
    see(EVERY_COURT)
    parked.refresh_from_db()
    assert (parked.place, parked.settled_why) == ("dismissed", "银行来函说明作废")


def test_judging_again_takes_what_can_now_be_taken(case: int) -> None:
    from zhixing.assets.models import NetworkRequest

    parked = NetworkAnswer.objects.get(place="parked")
    NetworkAnswer.objects.exclude(pk=parked.pk).update(place="dismissed")
    officer = signed_in("0235.officer1")
    officer.post("/network/", {"again": parked.pk})
    see(EVERY_COURT)
    parked.refresh_from_db()
    assert parked.place == "parked" and "反馈完毕" in parked.reason
    NetworkRequest.objects.update(state="sent")
    officer.post("/network/", {"again": parked.pk})
    see(EVERY_COURT)
    parked.refresh_from_db()
    assert parked.place == "taken" and len(door.read(case).of(PropertyFound)) == 1


def test_another_court_cannot_settle_it(case: int) -> None:
    parked = NetworkAnswer.objects.get(place="parked")
    assert signed_in("0236.officer1").post("/network/", {"again": parked.pk}).status_code == 404


def test_the_command_desk_sees_each_institution_and_the_case_page_each_debtor(case: int) -> None:
    told = signed_in("0235.director").get("/network/institutions/").content.decode()
    assert "商业银行" in told and "不到一分钟" not in told
    page = signed_in("0235.officer1").get(f"/cases/{case}/inquiries/").content.decode()
    assert "8 类单位中 1 类已反馈" in page and "未查询" in page


def test_quality_counts_answers_empty_and_parked(case: int) -> None:
    (banks,) = [each for each in qualities("渝0235") if each.institution is Institution.BANKS]
    assert (banks.asked, banks.answered, banks.empty, banks.parked) == (1, 1, 1, 1)
    assert all(each.asked == 0 for each in qualities("渝0236"))


@pytest.mark.parametrize("name", MESSAGES)
def test_the_documented_schema_is_that_of_the_messages(name: str) -> None:
    assert (KEPT / f"{name}.schema.json").read_text() == written(name)


def test_a_finding_may_bear_the_national_columns_of_its_kind_alone() -> None:
    told = schema("answer")
    rule = jsonschema_rs.validator_for({"$ref": "#/$defs/Finding", "$defs": told["$defs"]})
    right = {"kind": "bank_deposit", "name": "存款", "owner": "1", "fields": {"C_KHZH": "62"}}
    rule.validate(right)
    assert msgspec.convert(right, Finding).kind.value == "bank_deposit"
    with pytest.raises(jsonschema_rs.ValidationError):
        rule.validate({**right, "fields": {"C_CLPP": "车"}})


def test_a_sandbox_of_every_temper_leaves_each_answer_taken_or_parked_with_a_reason(case: int) -> None:
    ask(case)
    sandbox = Near(exchange(settings.ZHIXING_NETWORK_KEY, seed=3, good=False))
    send_due(sandbox, just_now())
    collect(sandbox)
    digest()
    assert not NetworkAnswer.objects.filter(place="kept").exists()
    assert not NetworkAnswer.objects.filter(place="parked", reason="").exists()
