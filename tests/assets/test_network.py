"""The property network: requests go out, answers come in, are judged, become findings; nothing is lost, nothing counted twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest
from django.conf import settings

from tests.assets.network import Near, ask, debtor_of, exchange, just_now
from tests.cast import TODAY, assigned, begin, who
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.inquiry import AnswerStatus, FindingDisputed, InquiryAnswered
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import InquiryRow, NetworkAnswer, NetworkRequest
from zhixing.assets.network.intake import digest, keep
from zhixing.assets.network.messages import Answer, AnswerState, Envelope, Finding, Request
from zhixing.assets.network.models import AnswerPlace, RequestState
from zhixing.assets.network.peers import MOST_SENDINGS, patience
from zhixing.assets.network.sending import send_due
from zhixing.assets.network.signing import Signer, made_of
from zhixing.assets.network.work import collect
from zhixing.assets.questions.inquiry import coverage
from zhixing.record import clock, door, outbox, sealed
from zhixing.record.encryption import decrypt_bytes

pytestmark = pytest.mark.django_db


def peer() -> Signer:
    """The exchange's own signature."""
    return Signer(made_of(settings.ZHIXING_NETWORK_KEY, "exchange"))


def request_of(institution: Institution) -> Request:
    row = NetworkRequest.objects.get(institution=institution.value)
    return msgspec.json.decode(decrypt_bytes(bytes(row.body)), type=Request)


def answer_to(asked: Request, *findings: Finding, **changed: object) -> Answer:
    plain = Answer(
        id=f"A-{asked.institution.value}",
        request=asked.id,
        institution=asked.institution,
        state=AnswerState.COMPLETE,
        subject=asked.subject.number,
        answered_at=clock.real_now(),
        findings=findings,
    )
    return msgspec.structs.replace(plain, **changed)


def account(asked: Request, number: str = "6200123456789012345", value: int = 120_000) -> Finding:
    return Finding(
        kind=PropertyKind.BANK_DEPOSIT,
        name="江畔银行存款",
        owner=asked.subject.number,
        identifier=number,
        value=value,
        fields={"C_YHMC": "江畔银行", "C_KHZH": number, "N_SE": "1200.00"},
    )


def come_in(*answers: Answer, by: Signer | None = None) -> list[Envelope]:
    """Answers arrive, are kept, judged and entered."""
    sealed_up = [(by or peer()).sealed(msgspec.json.encode(each), clock.real_now()) for each in answers]
    keep(sealed_up, clock.real_now())
    digest()
    return sealed_up


@pytest.fixture
def case() -> int:
    """A case in which banks and vehicles were asked."""
    begin()
    number = assigned()
    ask(number, Institution.BANKS, Institution.VEHICLES)
    return number


def found_in(number: int) -> list[PropertyFound]:
    return [each.act for each in door.read(number).of(PropertyFound)]


def test_an_inquiry_becomes_one_request_for_each_institution_however_often_it_is_delivered(case: int) -> None:
    from zhixing.record.models import Outgoing

    row = Outgoing.objects.get(kind="network-inquiry")
    outbox.installed_deliveries()["network-inquiry"](row)
    asked = request_of(Institution.BANKS)
    assert NetworkRequest.objects.count() == 2
    assert asked.subject.name == "赵小川" and asked.subject.number.startswith("509999")
    assert b"509999" not in bytes(NetworkRequest.objects.all()[0].body)


def test_a_round_with_the_sandbox_finds_property_and_covers_the_debtor(case: int) -> None:
    line = Near(exchange(settings.ZHIXING_NETWORK_KEY))
    assert send_due(line, just_now()) == 2
    assert collect(line) == NetworkAnswer.objects.count() > 0
    digest()
    dossier = door.read(case)
    answered = [each.act for each in dossier.of(InquiryAnswered)]
    assert {each.institution for each in answered} == {Institution.BANKS, Institution.VEHICLES}
    assert sum(each.found for each in answered) == len(found_in(case)) > 0
    assert all(each.found_by is FoundBy.NETWORK for each in found_in(case))
    (seen,) = coverage(dossier, TODAY)
    assert seen.debtor == debtor_of(case) and seen.answered == 2
    assert len(seen.missing(TODAY)) == len(Institution) - 2
    assert InquiryRow.objects.filter(dossier_id=case).count() == len(answered)


def test_what_identifies_is_sealed_and_the_raw_answer_is_kept_encrypted_under_its_hash(case: int) -> None:
    asked = request_of(Institution.BANKS)
    (envelope,) = come_in(answer_to(asked, account(asked)))
    (found,) = found_in(case)
    told = {each.code: each.value for each in found.details}
    assert found.identifier == told["C_KHZH"] == sealed.token("6200123456789012345")
    row = NetworkAnswer.objects.get()
    assert msgspec.json.decode(decrypt_bytes(bytes(row.envelope)), type=Envelope) == envelope
    assert door.read(case).of(InquiryAnswered)[-1].act.sha256 == row.sha256
    assert b"6200123456789012345" not in bytes(row.envelope)


def test_the_same_answer_twice_is_entered_once(case: int) -> None:
    asked = request_of(Institution.BANKS)
    whole = answer_to(asked, account(asked))
    come_in(whole)
    come_in(whole, whole)
    row = NetworkAnswer.objects.get()
    assert (row.place, row.repeats) == (AnswerPlace.TAKEN, 2)
    assert len(found_in(case)) == 1


def test_what_is_known_by_its_identifier_is_not_found_again(case: int) -> None:
    asked = request_of(Institution.BANKS)
    half = answer_to(asked, account(asked), state=AnswerState.PARTIAL, id="A-1")
    come_in(half)
    assert NetworkRequest.objects.get(number=asked.id).state != RequestState.ANSWERED
    come_in(answer_to(asked, account(asked), account(asked, "6200999999999999999"), id="A-2"))
    last = door.read(case).of(InquiryAnswered)[-1].act
    assert (last.found, last.known, last.status) == (1, 1, AnswerStatus.COMPLETE)
    assert NetworkRequest.objects.get(number=asked.id).state == RequestState.ANSWERED


WRONG: list[tuple[str, Callable[[Request], Answer]]] = [
    ("没有编号", lambda asked: answer_to(asked, request="渝0235-0-0-0-banks")),
    ("不是被查询的人", lambda asked: answer_to(asked, subject="509999198501019999")),
    ("登记在他人名下", lambda asked: answer_to(asked, msgspec.structs.replace(account(asked), owner="某人"))),
    ("金额超出", lambda asked: answer_to(asked, account(asked, value=10**18))),
    ("金额超出", lambda asked: answer_to(asked, account(asked, value=-1))),
    ("反馈单位", lambda asked: answer_to(asked, institution=Institution.INSURANCE)),
    (
        "不掌握",
        lambda asked: answer_to(asked, msgspec.structs.replace(account(asked), kind=PropertyKind.VEHICLE)),
    ),
    (
        "没有字段",
        lambda asked: answer_to(asked, msgspec.structs.replace(account(asked), fields={"C_NONE": "1"})),
    ),
]


@pytest.mark.parametrize(("reason", "wrong"), WRONG)
def test_a_wrong_answer_is_parked_with_its_reason(
    case: int, reason: str, wrong: Callable[[Request], Answer]
) -> None:
    come_in(wrong(request_of(Institution.BANKS)))
    row = NetworkAnswer.objects.get()
    assert row.place == AnswerPlace.PARKED and reason in row.reason
    assert not found_in(case) and not door.read(case).of(InquiryAnswered)
    assert NetworkRequest.objects.get(institution="banks").state == RequestState.QUEUED


def test_a_wrong_signature_is_parked_and_does_not_stand_in_the_way_of_the_right_answer(case: int) -> None:
    asked = request_of(Institution.BANKS)
    whole = answer_to(asked, account(asked))
    come_in(whole, by=Signer(made_of("somebody else's secret", "exchange")))
    parked = NetworkAnswer.objects.get()
    assert parked.place == AnswerPlace.PARKED and "签名" in parked.reason
    come_in(whole)
    assert len(found_in(case)) == 1


def test_another_body_under_a_used_number_is_parked(case: int) -> None:
    asked = request_of(Institution.BANKS)
    come_in(answer_to(asked, account(asked)), answer_to(asked))
    assert [each.place for each in NetworkAnswer.objects.order_by("pk")] == ["taken", "parked"]
    assert NetworkAnswer.objects.get(place="parked").reason.startswith("同一反馈编号")


def test_an_answer_signed_long_before_its_question_is_parked(case: int) -> None:
    asked = request_of(Institution.BANKS)
    old = peer().sealed(msgspec.json.encode(answer_to(asked)), clock.real_now() - timedelta(days=2))
    keep([old], clock.real_now())
    digest()
    assert "早于请求" in NetworkAnswer.objects.get().reason


def test_an_exchange_that_is_cut_off_loses_nothing(case: int) -> None:
    from zhixing.assets.network.line import Unreachable

    line = Near(exchange(settings.ZHIXING_NETWORK_KEY))
    line.down = True
    with pytest.raises(Unreachable):
        send_due(line, just_now())
    rows = NetworkRequest.objects.all()
    assert all(
        (each.state, each.attempts, each.error) == (RequestState.QUEUED, 1, "网络查控平台连不上（cut）")
        for each in rows
    )
    line.down = False
    assert send_due(line, just_now()) == 0  # it rests first
    assert send_due(line, just_now() + patience()) == 2


def test_who_does_not_answer_is_asked_again_and_then_counts_as_silent(case: int) -> None:
    line, now = Near(exchange(settings.ZHIXING_NETWORK_KEY)), just_now()
    for _ in range(MOST_SENDINGS):
        assert send_due(line, now) == 2
        now += patience()
    assert send_due(line, now) == 0
    silent = [each.act.status for each in door.read(case).of(InquiryAnswered)]
    assert silent == [AnswerStatus.SILENT, AnswerStatus.SILENT]
    assert set(NetworkRequest.objects.values_list("state", flat=True)) == {RequestState.SILENT}
    asked = request_of(Institution.BANKS)
    come_in(answer_to(asked, account(asked)))  # it comes all the same
    assert len(found_in(case)) == 1


def test_a_disputed_finding_is_asked_again_and_its_answer_counts_as_contradicted(case: int) -> None:
    asked = request_of(Institution.BANKS)
    come_in(answer_to(asked, account(asked)))
    seq = door.read(case).of(PropertyFound)[0].seq
    door.enter(case, FindingDisputed(property=seq, reason="该账户早已销户"), who("officer1"), on=TODAY)
    outbox.work()
    again = NetworkRequest.objects.exclude(number=asked.id).get(institution="banks")
    told = msgspec.json.decode(decrypt_bytes(bytes(again.body)), type=Request)
    assert told.disputes == "A-banks"
    assert InquiryRow.objects.get(institution="banks").contradicted
