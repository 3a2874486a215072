"""Trouble on the network: an institution that is down for a day, what the desk says of every bad answer, replays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from tests.assets.network import Near, ask, exchange, just_now
from tests.assets.test_network import WRONG, come_in, request_of
from tests.cast import assigned, begin
from zhixing.assets.institutions import Institution
from zhixing.assets.models import NetworkRequest
from zhixing.assets.network.intake import digest
from zhixing.assets.network.messages import Answer, Batch, ReceiptState, Request
from zhixing.assets.network.models import RequestState
from zhixing.assets.network.peers import signer
from zhixing.assets.network.sending import send_due
from zhixing.assets.network.work import collect
from zhixing.people.models import Officer
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, see
from zhixing.simulate.network import exchange as sandbox
from zhixing.simulate.network.temper import Temper

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> int:
    """A case in which banks and vehicles were asked."""
    begin()
    number = assigned()
    ask(number, Institution.BANKS, Institution.VEHICLES)
    return number


def test_one_institution_down_for_a_day_loses_nothing_and_the_desk_names_it(
    case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = {Institution.BANKS}
    monkeypatch.setattr(sandbox, "down", lambda _seed, institution, _day: institution in closed)
    monkeypatch.setattr(sandbox, "temper", lambda *_, **__: Temper.PROMPT)
    line, now = Near(exchange(settings.ZHIXING_NETWORK_KEY, good=False)), just_now()
    assert send_due(line, now) == 1  # the other institution
    over = now + timedelta(days=1)
    while now < over:
        row = NetworkRequest.objects.get(institution="banks")
        assert (row.state, row.sendings, row.error) == (
            RequestState.QUEUED,
            0,
            "该单位暂停服务（maintenance）",
        )
        now = row.next_at
        send_due(line, now)
    desk = Client()
    desk.force_login(Officer.objects.get(username="0235.officer1"))
    told = desk.get("/network/").content.decode()
    assert "该单位暂停服务" in told and "商业银行" in told
    see(EVERY_COURT)
    closed.clear()
    send_due(line, NetworkRequest.objects.get(institution="banks").next_at)
    assert NetworkRequest.objects.get(institution="banks").sendings == 1
    collect(line)
    digest()
    assert NetworkRequest.objects.get(institution="banks").state == RequestState.ANSWERED


@pytest.mark.parametrize(("reason", "wrong"), WRONG)
def test_the_desk_says_in_words_why_an_answer_was_parked(
    case: int, reason: str, wrong: Callable[[Request], Answer]
) -> None:
    come_in(wrong(request_of(Institution.BANKS)))
    desk = Client()
    unknown = reason == "没有编号"  # what belongs to no request is kept for the intermediate court
    desk.force_login(Officer.objects.get(username="02.director" if unknown else "0235.officer1"))
    assert reason in desk.get("/network/").content.decode()


def test_the_exchange_takes_a_signed_batch_once() -> None:
    to = exchange(settings.ZHIXING_NETWORK_KEY)
    now = clock.real_now()
    body = signer().sealed(b"{}", now)
    first, again = (to.receive(Batch(requests=(body,)), now).receipts[0] for _ in range(2))
    assert first.state is again.state is ReceiptState.REFUSED  # unreadable, then a replay
    assert again.reason == "signature, time or nonce" != first.reason
