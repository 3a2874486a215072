"""Files over the API: sent, named by an act, fetched again; refused where they are not there, not kept or not to be seen."""

from __future__ import annotations

import base64
import hashlib

import pytest
from django.conf import settings

from tests.api.test_api import machine, problem
from tests.cast import ASSIGNED, COURT, OTHER_COURT, TODAY, assigned, begin
from zhixing.api.client import ProblemError
from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.models import StoredFile
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n\x00\xff returned"


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def returned(case: int, proof: str) -> ServiceAttempted:
    """A letter that came back, with its envelope."""
    see(EVERY_COURT)
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, TODAY))
    return ServiceAttempted(
        document=ServedDocument.OTHER,
        to=debtor,
        method=ServiceMethod.MAIL,
        outcome=ServiceOutcome.RETURNED,
        sent_on=ASSIGNED,
        why_not="收件人外出",
        proof=proof,
    )


def test_a_file_is_sent_named_and_fetched(case: int) -> None:
    client = machine("officer1")
    sent = client.send_file(COURT, "信封.pdf", PDF)
    assert (sent.sha256, sent.media_type, sent.size) == (
        hashlib.sha256(PDF).hexdigest(),
        "application/pdf",
        len(PDF),
    )
    assert client.send_file(COURT, "同一个.pdf", PDF) == sent
    client.enter(case, TODAY, [returned(case, sent.sha256)])
    assert client.file(case, sent.sha256) == PDF


def test_an_act_that_names_no_kept_file_is_refused_tried_entered_or_corrected(case: int) -> None:
    client, act = machine("officer1"), returned(case, "a" * 64)
    for attempt in (client.try_out, client.enter):
        with pytest.raises(ProblemError) as caught:
            attempt(case, TODAY, [act])
        assert (
            caught.value.problem.type.endswith("/no-such-file") and "请先上传" in caught.value.problem.detail
        )
    see(EVERY_COURT)
    with pytest.raises(ProblemError) as caught:
        client.enter(case, TODAY, [returned(case, "")])
    assert caught.value.problem.at == "$.acts[0].proof"


def test_what_cannot_be_kept_is_refused(case: int, monkeypatch: pytest.MonkeyPatch) -> None:
    client = machine("officer1")
    with pytest.raises(ProblemError, match="请转换后再传"):
        client.send_file(COURT, "程序.pdf", b"MZ\x00\x01")
    with pytest.raises(ProblemError, match="应为令牌可以办理的法院之一"):
        client.send_file(OTHER_COURT, "信封.pdf", PDF)
    monkeypatch.setattr(settings, "LARGEST_FILE", 1024)
    with pytest.raises(ProblemError, match="文件超过"):
        client.send_file(COURT, "大.pdf", PDF + b"." * 2000)
    huge = {"court": COURT, "name": "大.pdf", "content": base64.b64encode(b"." * 2_000_000).decode()}
    assert problem(client, "/files", huge).status == 413
    see(EVERY_COURT)
    assert not StoredFile.objects.exists()


def test_another_court_gets_no_file_and_no_file_of_another_dossier_is_told(case: int) -> None:
    client = machine("officer1")
    sent = client.send_file(COURT, "信封.pdf", PDF)
    assert problem(client, f"/cases/{case}/files/{sent.sha256}").status == 404
    client.enter(case, TODAY, [returned(case, sent.sha256)])
    assert problem(machine("officer1", OTHER_COURT), f"/cases/{case}/files/{sent.sha256}").status == 404
